"""What becomes of a text on its way into a file: marks, blanks, breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.book import CLOSE, OPEN

if TYPE_CHECKING:
    from random import Random

_HALF = str.maketrans({"，": ",", "；": ";", "：": ":", "（": "(", "）": ")"})
_SPACED = (
    "同比增加",
    "同比减少",
    "较上年",
    "比上年",
    "其中",
    "支出决算",
    "完成年初预算",
    "增长",
    "下降",
    "占",
)
_STICKY = "。，；：、）)”%》万元（款）（项）"


def halfwidth(lines: list[str], rng: Random) -> list[str]:
    """All marks but stops as on a Latin keyboard."""
    del rng
    return [line.translate(_HALF) for line in lines]


def spaced(lines: list[str], rng: Random) -> list[str]:
    """Words pulled apart by justification."""
    word = rng.choice([one for one in _SPACED if len(one) > 1])
    return [line.replace(word, " ".join(word)) for line in lines]


def wrapped(lines: list[str], rng: Random) -> list[str]:
    """Lines broken hard, paragraphs kept apart by blank lines."""
    width = rng.choice((24, 30, 38))
    made: list[str] = []
    for line in lines:
        made += ["", *broken(line, width)] if line else []
    return made[1:]


def paged(lines: list[str], rng: Random) -> list[str]:
    """A page ends within a sentence: its number stands between two halves of a line."""
    at = max(range(len(lines)), key=lambda which: len(lines[which]))
    pieces = broken(lines[at], max(20, len(lines[at]) * 2 // 3))
    if len(pieces) < 2:
        return lines
    mark = rng.choice(("- 3 -", "— 7 —", "12" if not pieces[1].startswith(OPEN) else "- 12 -"))
    return [*lines[:at], pieces[0], "", mark, "", "".join(pieces[1:]), *lines[at + 1 :]]


def broken(text: str, width: int) -> list[str]:
    """Lines of about ``width``; figures and closing marks are not split off."""
    lines, line, inside = [], "", False
    for at, char in enumerate(text):
        line += char
        inside = (inside or char == OPEN) and char != CLOSE
        after = text[at + 1 : at + 2]
        free = after and after not in _STICKY and char not in f"（(“《0123456789., {CLOSE}"
        if len(line) >= width and not inside and free:
            lines.append(line)
            line = ""
    return [*lines, line] if line else lines


SURFACES = {"halfwidth": halfwidth, "spaced": spaced, "wrapped": wrapped, "paged": paged}
