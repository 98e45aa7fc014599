"""Lines to paragraphs, by where lines begin and end, how they are spaced, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jslint.readers import texts
from jslint.readers.front import is_contents
from jslint.readers.kinds import (
    heading,
    is_caption,
    is_ending,
    is_finished,
    is_note,
    is_remainder,
    is_strong,
    is_title,
    unit_of,
)
from jslint.readers.numbering import DIGIT, mark
from jslint.readers.pdf.measure import FLUSH, INDENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jslint.document import Text
    from jslint.readers.pdf.measure import Habit, Line

# How much wider than usual the step between paragraphs is; two lines of a size, in sizes; and two
# that end at one edge, in sizes.
_WIDER = 1.5
_SAME_SIZE = 0.05
_SAME_EDGE = 0.1
_ENTRY = re.compile(
    r"(?:[.·…]{2,}|\s\s)\s{0,9}[-—(（]?\d{1,3}[-—)）]?$|[\u4e00-\u9fff）][.·…]\d{1,3}$"
)
_LEADERS = re.compile(r"[.·…]{2,}")
_LISTS = re.compile(r"[；;，,、]$")
_STOPS = re.compile(r"[，。；：、]")
_GOES_ON = re.compile(r"[，、（(“《]$")


def paragraphs(lines: Iterable[Line], habits: Habit) -> list[Text]:
    """The paragraphs of consecutive lines."""
    found: list[list[Line]] = []
    for line in lines:
        if found and not _begins(found[-1], line, habits):
            found[-1].append(line)
        else:
            found.append([line])
    return [texts.join(line.text for line in paragraph) for paragraph in found]


def _begins(paragraph: Sequence[Line], line: Line, habits: Habit) -> bool:
    """Whether a line begins a paragraph of its own."""
    before = paragraph[-1]
    value = line.text.value
    if is_remainder(value) or _LEADERS.match(value):
        return False
    if is_note(value) or unit_of(value) or is_caption(value) or _ENTRY.search(before.text.value):
        return True
    if habits.ends_short(before, line, _edge(paragraph)):
        return not _is_broken(paragraph, line, habits)
    if habits.is_centred(line) and not habits.centred:
        return not _is_wrapped_title(before, line, habits)
    if line.indent >= INDENT and not habits.centred:
        return not _is_set_in(paragraph, line)
    return _begins_flush(paragraph, line, habits)


def _edge(paragraph: Sequence[Line]) -> float:
    """The right edge of a paragraph: within the margin where its lines end at one point there."""
    before = paragraph[-1].row
    if len(paragraph) > 1 and not is_finished(paragraph[-1].text.value):
        other = paragraph[-2].row
        if abs(before.right - other.right) <= _SAME_EDGE * before.size:
            return max(before.right, other.right)
    return paragraph[-1].margins.right


def _is_set_in(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether an indented line goes on with a full one: the words beside a number, or set in."""
    before = paragraph[-1]
    if mark(line.text.value) or heading(before.text.value):
        return False
    aim = before.row.left if len(paragraph) > 1 else _words_at(before)
    return aim is not None and abs(line.row.left - aim) <= FLUSH * line.row.size


def _words_at(line: Line) -> float | None:
    """Where the words begin beside the number that a line begins with; None without a number."""
    found = mark(line.text.value)
    if found is None or found.end >= len(line.text.value):
        return None
    before = line.text.value[: found.end]
    return line.row.glyphs[len(before) - before.count(" ")].left


def _begins_flush(paragraph: Sequence[Line], line: Line, habits: Habit) -> bool:
    """Whether a line at the margin, after a full one, begins a paragraph."""
    before, value = paragraph[-1].text.value, line.text.value
    finished = is_finished(before)
    if finished and (line.step > habits.step * _WIDER or is_title(value)):
        return True
    found = mark(value)
    if found is None:
        return _is_heading(paragraph) and not is_ending(value)
    if habits.indent and found.level >= DIGIT and _LISTS.search(before):
        return False
    return finished or heading(before) is not None


def _is_heading(paragraph: Sequence[Line]) -> bool:
    """Whether a line alone is a heading, from its number to its last noun."""
    value = paragraph[-1].text.value
    return len(paragraph) == 1 and heading(value) is not None and is_strong(value)


def _is_broken(paragraph: Sequence[Line], line: Line, habits: Habit) -> bool:
    """Whether a sentence goes on although its line had room: someone ended the line by hand."""
    before = paragraph[-1].text.value
    if mark(line.text.value) or abs(line.indent) >= FLUSH or habits.is_centred(line):
        return False
    if _GOES_ON.search(before):
        return True
    if not habits.indent or (is_finished(before) and not before.endswith(("：", ":"))):
        return False
    return any(_is_prose(piece.text.value) for piece in paragraph)


def _is_prose(value: str) -> bool:
    """Whether a line has a stop, other than that of the number that it begins with."""
    found = mark(value)
    return bool(_STOPS.search(value, found.end if found else 0))


def _is_wrapped_title(before: Line, line: Line, habits: Habit) -> bool:
    """Whether a centred line is the rest of a title that fills the line above."""
    return (
        not is_finished(before.text.value)
        and mark(line.text.value) is None
        and not is_contents(line.text.value)
        and abs(before.row.size - line.row.size) <= _SAME_SIZE * line.row.size
        and (line.page != before.page or line.step <= habits.step * _WIDER)
    )
