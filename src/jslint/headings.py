"""The numbering at the head of a heading, and the level that it stands for."""

from __future__ import annotations

from jslint.patterns import regex

_HAN = "[〇零一二三四五六七八九十百]{1,5}"
_DIGITS = "[0-9０-９]{1,3}"
_NUMBERING = regex(
    rf"\s*(?:"
    rf"(?P<part>第\s?(?:{_HAN}|{_DIGITS})\s?部分)"
    rf"|(?P<item>{_HAN})\s?[、．.]"
    rf"|(?P<bracket>[（(]\s?{_HAN}\s?[）)])"
    rf"|(?P<digit>{_DIGITS})\s?[、．.](?![0-9０-９])"
    rf"|(?P<round>[（(]\s?{_DIGITS}\s?[）)])"
    rf")"
)
_LEVELS = {"part": 1, "item": 2, "bracket": 3, "digit": 4, "round": 5}


def split_number(heading: str) -> tuple[str, int | None]:
    """The numbering as printed, without its 、, and its level from 1; ``("", None)`` without one.

    第二部分 is level 1, 三、 level 2, （四） level 3, 5. level 4 and （6） level 5.
    """
    match = _NUMBERING.match(heading)
    if match is None or match.lastgroup is None:
        return "", None
    return match[match.lastgroup], _LEVELS[match.lastgroup]


def place_heading(heading: str, above: int) -> tuple[str, int]:
    """The numbering and level of a heading that stands below a level, or below none (0).

    Without numbering it is one level below; without any words at the top, it is the cover (0).
    """
    number, level = split_number(heading)
    if level is None:
        level = above + 1 if heading or above else 0
    return number, level
