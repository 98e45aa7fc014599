"""A source line with the words complained of underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.terminal import cells, fitting, paint
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Sentence
    from jslint.run import Run

#: A sentence that runs over more lines than this is shown by its first ones.
_LINES = 3
#: Cells of line number, bar and spaces before the source.
_GUTTER = 8
_NARROWEST = 20


def snippet(run: Run, found: Diagnostic, lines: tuple[str, ...]) -> Iterator[str]:
    """The lines of a diagnostic's place with its words underlined, or its words alone."""
    place = found.place
    room = max(_NARROWEST, run.width - _GUTTER)
    shown = [
        number for number in _numbers(found) if number <= len(lines) and lines[number - 1].strip()
    ]
    for number in shown[:_LINES]:
        line = clean(lines[number - 1].rstrip("\r\n"))
        start = (place.column or 1) - 1 if number == place.line else len(line) - len(line.lstrip())
        last = number == (place.end_line or place.line)
        end = place.end_column - 1 if last and place.end_column else len(line)
        source, marks = _window(line, min(start, len(line)), min(end, len(line)), room)
        yield f"{number:>5} | {source}".rstrip()
        yield f"      | {paint_marks(run, found, marks)}"
    if not shown and found.sentence:
        yield from _sentence(run, found, found.sentence, room)
    elif not shown and found.excerpt:
        words = clean("".join(found.excerpt.split("\n")))
        yield f"      | {words[: fitting(words, room - 1)]}{'…' if cells(words) > room - 1 else ''}"


def _sentence(run: Run, found: Diagnostic, sentence: Sentence, room: int) -> Iterator[str]:
    """The section, and the sentence with the words underlined, where the source has no lines."""
    if found.section:
        yield f"    --> {clean(found.section)}"
    line = clean(sentence.text.replace("\n", " "))
    lead = len(line) - len(line.lstrip())
    start, end = sentence.marks[0]
    source, marks = _window(line[lead:].rstrip(), start - lead, end - lead, room)
    yield f"      | {source}".rstrip()
    yield f"      | {paint_marks(run, found, marks)}"


def paint_marks(run: Run, found: Diagnostic, marks: str) -> str:
    """The carets in the colour of the severity, the spaces before them as they are."""
    carets = marks.lstrip()
    spaces = marks[: len(marks) - len(carets)]
    return spaces + paint(carets, found.severity.value, color=run.color)


def _numbers(found: Diagnostic) -> range:
    place = found.place
    if place.line is None:
        return range(0)
    return range(place.line, (place.end_line or place.line) + 1)


def _window(line: str, start: int, end: int, room: int) -> tuple[str, str]:
    """As much of the line as fits around its words from ``start`` to ``end``, and the carets."""
    # Of a line as long as a report only what may be shown is looked at, for each of its diagnostics.
    cut = max(0, start - room)
    near = line[cut : start + 2 * room]
    whole = len(near) == len(line)
    if whole and cells(line) <= room:
        return line, _marks(line, 0, start, end)
    start, end = start - cut, min(end - cut, len(near))
    left, right = _bounds(near, start, max(end, start + 1), room - 2)
    before, after = "…" * (cut + left > 0), "…" * (cut + right < len(line))
    return before + near[left:right] + after, " " * len(before) + _marks(
        near, left, start, min(end, right)
    )


def _bounds(line: str, start: int, end: int, room: int) -> tuple[int, int]:
    """From where to where a line is shown: its words, two thirds of the rest before them."""
    spare = room - cells(line[start:end])
    if spare <= 0:
        return start, start + fitting(line[start:], room)
    before = fitting(line[:start][::-1], max(spare * 2 // 3, spare - cells(line[end:])))
    left = start - before
    return left, end + fitting(line[end:], spare - cells(line[left:start]))


def _marks(line: str, left: int, start: int, end: int) -> str:
    return " " * cells(line[left:start]) + "^" * max(1, cells(line[start:end]))
