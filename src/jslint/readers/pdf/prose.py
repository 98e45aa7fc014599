"""Lines to paragraphs, by where lines begin and end, how they are spaced, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.patterns import regex
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
from jslint.readers.pdf import measure
from jslint.readers.pdf.measure import FLUSH, INDENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.document import Text
    from jslint.readers.pdf.measure import Habit, Line

# How much wider than usual the step between paragraphs is; and two lines of a size, in sizes.
_WIDER = 1.5
_SAME_SIZE = 0.05
# What has no stop in so many lines is no prose.
_MOST_LINES = 40
_ENTRY = regex(r"(?:[.·…]{2,}|\s\s)\s{0,9}[-—(（]?\d{1,3}[-—)）]?$|[\u4e00-\u9fff）][.·…]\d{1,3}$")
# What paragraphs begin with far more often than sentences within them.
_YEAR = regex(r"20\d\d\s?年")
_LEADERS = regex(r"[.·…]{2,}")
_LISTS = regex(r"[；;，,、]$")
_STOPS = regex(r"[，。；：、]")
# An account named down to its 类 or 款, and what else cannot be the end of a thought.
_GOES_ON = regex(
    r"[，、（(“《]$|（[类款]）[^（）]{0,40}$"
    r"|(?:[的和与及为较由对在占]|完成|增加|减少|增长|下降)$"
)
_RESUMES = regex(r"[（(][类款项][）)]|[百千万亿]{0,2}元(?![\u4e00-\u9fff])|[%％]|个百分点")


def paragraphs(lines: Sequence[Line], habits: Habit) -> list[Text]:
    """The paragraphs of consecutive lines."""
    found: list[list[Line]] = []
    edges = measure.edges(lines)
    for at, line in enumerate(lines):
        if found and not _begins(found[-1], line, edges[at - 1], habits):
            found[-1].append(line)
        else:
            found.append([line])
    return [texts.join(line.text for line in paragraph) for paragraph in found]


def _begins(paragraph: Sequence[Line], line: Line, edge: float, habits: Habit) -> bool:
    """Whether a line begins a paragraph of its own; ``edge`` is where the one before it may end."""
    before = paragraph[-1]
    value = line.text.value
    if is_remainder(value) or _LEADERS.match(value):
        return False
    if is_note(value) or unit_of(value) or is_caption(value) or _ENTRY.search(before.text.value):
        return True
    if habits.ends_short(before, line, edge):
        return not _is_broken(paragraph, line, habits)
    set_in = len(paragraph) > 1 and _is_below(paragraph, line)
    if habits.is_centred(line) and not (habits.centred or set_in):
        return not _is_wrapped_title(before, line, habits)
    if line.indent >= INDENT and not habits.centred:
        return not _is_set_in(paragraph, line)
    return _begins_flush(paragraph, line, habits)


def _is_set_in(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether an indented line goes on with a full one: the words beside a number, or set in."""
    if mark(line.text.value) or heading(paragraph[-1].text.value):
        return False
    if _is_below(paragraph, line):
        return True
    found = mark(paragraph[0].text.value)
    is_item = found is not None and found.level >= DIGIT
    finished = len(paragraph) > 1 or is_finished(paragraph[-1].text.value)
    return not finished and (is_item or _is_open(paragraph, line))


def _is_open(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether words that end no sentence certainly go on in a line, if that begins no item."""
    before, value = paragraph[-1].text.value, line.text.value
    if is_finished(before):
        return False
    if _GOES_ON.search(before) or _RESUMES.match(value):
        return True
    return _has_prose(paragraph)


def _is_below(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line begins where the one before it does, or the words beside its number."""
    before = paragraph[-1]
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
    if not habits.indent and before.endswith("。") and _YEAR.match(value):
        return True
    if finished and len(paragraph) > 1 and paragraph[-1].indent - line.indent >= INDENT:
        return True
    found = mark(value)
    if found is None:
        return _is_heading(paragraph) and not is_ending(value)
    if habits.indent and found.level >= DIGIT and _LISTS.search(before):
        return False
    return finished or heading(before) is not None or not _has_prose(paragraph)


def _is_heading(paragraph: Sequence[Line]) -> bool:
    """Whether a line alone is a heading, from its number to its last noun."""
    value = paragraph[-1].text.value
    return len(paragraph) == 1 and heading(value) is not None and is_strong(value)


def _is_broken(paragraph: Sequence[Line], line: Line, habits: Habit) -> bool:
    """Whether a sentence goes on although its line had room: someone ended the line by hand."""
    before = paragraph[-1].text.value
    if mark(line.text.value) or is_title(line.text.value) or habits.is_centred(line):
        return False
    if abs(line.indent) >= FLUSH:
        aligned = abs(line.row.left - paragraph[-1].row.left) < FLUSH * line.row.size
        return aligned and heading(before) is None and _is_open(paragraph, line)
    if _GOES_ON.search(before):
        return True
    if not habits.indent or (is_finished(before) and not before.endswith(("：", ":"))):
        return False
    return _has_prose(paragraph) or _is_open(paragraph, line)


def _has_prose(paragraph: Sequence[Line]) -> bool:
    return any(_is_prose(line.text.value) for line in paragraph[-_MOST_LINES:])


def _is_prose(value: str) -> bool:
    """Whether a line has a stop, other than that of the number that it begins with."""
    found = mark(value)
    return bool(_STOPS.search(value, found.end if found else 0))


def _is_wrapped_title(before: Line, line: Line, habits: Habit) -> bool:
    """Whether a centred line is the rest of a title that fills the line above."""
    return (
        not is_finished(before.text.value)
        and not (is_title(before.text.value) and is_title(line.text.value))
        and not habits.ends_short(before, line, before.margins.right)
        and mark(line.text.value) is None
        and not is_contents(line.text.value)
        and abs(before.row.size - line.row.size) <= _SAME_SIZE * line.row.size
        and (line.page != before.page or line.step <= habits.step * _WIDER)
    )
