"""Lines to paragraphs, by where lines begin and end, how they are spaced, and what they say."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jslint.readers import texts
from jslint.readers.kinds import (
    heading,
    is_caption,
    is_finished,
    is_note,
    is_remainder,
    unit_of,
)
from jslint.readers.numbering import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jslint.document import Text
    from jslint.readers.pdf.lines import Row

# In sizes of the line: an indent, what a line without one may be off the margin, and a centred one
# off the middle; and how much wider than usual the step between paragraphs is.
_INDENT = 1.2
_FLUSH = 0.3
_OFF_CENTRE = 1.0
_WIDER = 1.5
_SAME_SIZE = 0.05
_USUAL_STEP = 1.6
# From how many wide lines on a page's own margins are taken, and what part of a page is wide.
_ENOUGH = 8
_WIDE = 0.5
_RARE = 0.05
_ENTRY = re.compile(r"(?:[.·…]{2,}|\s\s)\s{0,9}[-—(（]?\d{1,3}[-—)）]?$")
_STOPS = re.compile(r"[，。；：、]")
_GOES_ON = re.compile(r"[，、（(“《]$")
_OPENING = "（(“‘《【〔["
_CLOSING = re.compile(r"[，。、；：！？）)”’》】〕\]%％]")
_LATIN = re.compile(r"[0-9A-Za-z.,%-]")


class Margins(NamedTuple):
    """Where the lines of a page begin and end."""

    left: float
    right: float


class Line(Struct, frozen=True):
    """A line with its page, its page's margins, and the step from the line above it in sizes.

    ``step`` is 0 for the first line of a page.
    """

    text: Text
    row: Row
    page: int
    margins: Margins
    step: float

    @property
    def indent(self) -> float:
        """How far in from the margin it begins, in sizes."""
        return (self.row.left - self.margins.left) / self.row.size

    @property
    def is_centred(self) -> bool:
        """Whether it stands as far from one margin as from the other, and from both."""
        before = self.row.left - self.margins.left
        after = self.margins.right - self.row.right
        near = _OFF_CENTRE * self.row.size
        return abs(before - after) <= near and min(before, after) > near


def margins(rows: Sequence[Row], width: float) -> Margins | None:
    """The margins that most lines of some pages keep; None where none of them is wide."""
    wide = [row for row in rows if row.right - row.left > width * _WIDE]
    if not wide:
        return None
    lefts = sorted(row.left for row in rows)
    rights = sorted((row.right for row in wide), reverse=True)
    return Margins(_usual_end(lefts), _usual_end(rights))


def _usual_end(ends: Sequence[float]) -> float:
    """The outermost end, but for those of one line in twenty; ``ends`` are sorted inwards."""
    return ends[round(len(ends) * _RARE)]


def of_page(rows: Sequence[Row], width: float, usual: Margins | None) -> Margins:
    """The margins of a page: its own where it has lines enough, else the usual ones.

    Where no line of the file is wide, the right margin is as wide as the left one.
    """
    wide = sum(row.right - row.left > width * _WIDE for row in rows)
    own = margins(rows, width) if wide >= _ENOUGH or usual is None else usual
    if own is not None:
        return own
    left = min((row.left for row in rows), default=0.0)
    return Margins(left, max([width - left, *(row.right for row in rows)]))


class Habit(Struct, frozen=True):
    """How a file sets its paragraphs: the usual step between lines, and whether it indents."""

    step: float = _USUAL_STEP
    indented: bool = True


def habit(lines: Sequence[Line]) -> Habit:
    """The habits that most lines show."""
    steps: list[float] = []
    begun: Counter[bool] = Counter()
    for before, line in pairwise(lines):
        if line.page != before.page:
            continue
        if not _ends_short(before, line):
            steps.append(line.step)
        elif is_finished(before.text.value) and not line.is_centred:
            begun[line.indent >= _INDENT] += 1
    usual = sorted(steps)[len(steps) // 2] if steps else _USUAL_STEP
    return Habit(usual, begun[True] >= begun[False])


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
    if is_remainder(value):
        return False
    if is_note(value) or unit_of(value) or is_caption(value) or _ENTRY.search(before.text.value):
        return True
    if _ends_short(before, line):
        return not _is_broken(paragraph, line, habits)
    if line.is_centred:
        return not _is_wrapped_title(before, line, habits)
    return line.indent >= _INDENT or _begins_flush(before, line, habits)


def _begins_flush(before: Line, line: Line, habits: Habit) -> bool:
    """Whether a line at the margin, after a full one, begins a paragraph."""
    finished = is_finished(before.text.value)
    if finished and line.step > habits.step * _WIDER:
        return True
    if mark(line.text.value) is None:
        return False
    return finished or heading(before.text.value) is not None


def _is_broken(paragraph: Sequence[Line], line: Line, habits: Habit) -> bool:
    """Whether a sentence goes on although its line had room: someone ended the line by hand."""
    before = paragraph[-1].text.value
    if mark(line.text.value) or abs(line.indent) >= _FLUSH or line.is_centred:
        return False
    if _GOES_ON.search(before):
        return True
    if not habits.indented or (is_finished(before) and not before.endswith(("：", ":"))):
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
        and abs(before.row.size - line.row.size) <= _SAME_SIZE * line.row.size
        and (line.page != before.page or line.step <= habits.step * _WIDER)
    )


def _ends_short(before: Line, line: Line) -> bool:
    """Whether what a line begins with would have fitted on the line before."""
    left = before.margins.left if before.is_centred else before.row.left
    room = before.margins.right - left - (before.row.right - before.row.left)
    return _first_word(line.row) <= room


def _first_word(row: Row) -> float:
    """The width of what a line begins with and cannot be broken."""
    glyphs = row.glyphs
    end = 0
    while end < len(glyphs) - 1 and glyphs[end].char in _OPENING:
        end += 1
    while end < len(glyphs) - 1 and _LATIN.match(glyphs[end].char):
        end += 1
    while end < len(glyphs) - 1 and _CLOSING.match(glyphs[end + 1].char):
        end += 1
    return glyphs[end].right - glyphs[0].left
