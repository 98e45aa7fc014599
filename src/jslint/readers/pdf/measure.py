"""Where the lines of a file begin and end: margins, indents, and whether a line was full."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jslint.readers.kinds import is_finished
from jslint.readers.numbering import mark
from jslint.readers.wrapping import HANGING, unbreakable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jslint.document import Text
    from jslint.readers.pdf.lines import Row

# In sizes of the line: an indent and the widest one, what a line without one may be off the margin,
# and a centred one off the middle.
INDENT = 1.2
_DEEPEST = 4.5
FLUSH = 0.3
_OFF_CENTRE = 1.0
_USUAL_STEP = 1.6
# What is set between a Chinese character and a digit that follows it.
_QUARTER = 0.25
_FIRST_WIDE = "\u2e80"
# The narrowest that a line can begin with, and the most characters that are looked at.
_NARROWEST = 0.25
_LONGEST_PIECE = 60
# Lines are justified where nearly all that go on end this near to one edge; the others are those
# that end within a few characters of it.
_AT_EDGE = 0.12
_NEAR_EDGE = 3.0
_NEARLY_ALL = 0.9
# From how many wide lines on a page's own margins are taken, and what part of a page is wide.
_ENOUGH = 8
_WIDE = 0.5
_RARE = 0.05


class Margins(NamedTuple):
    """Where the lines of a page begin and end."""

    left: float
    right: float


class Line(Struct, frozen=True):
    """A line with its page, its page's margins, and the step from the line above it in sizes.

    ``step`` is 0 for the first line of a page. Of a page set in columns, ``turn`` tells in which order
    they are read.
    """

    text: Text
    row: Row
    page: int
    margins: Margins
    step: float
    turn: int = 0

    @property
    def indent(self) -> float:
        """How far in from the margin it begins, in sizes."""
        return (self.row.left - self.margins.left) / self.row.size

    @property
    def width(self) -> float:
        """How long it is."""
        return self.row.right - self.row.left


class Habit(Struct, frozen=True):
    """How a file sets its paragraphs.

    ``step`` is the usual one between lines, ``indent`` that of a paragraph's first line (0 without
    one), both in sizes; ``justified``: lines that go on all end at the margin; ``centred``: the
    last lines of paragraphs stand in the middle.
    """

    step: float = _USUAL_STEP
    indent: float = 2.0
    justified: bool = False
    centred: bool = False

    def is_centred(self, line: Line) -> bool:
        """Whether a line stands as far from one margin as from the other, and from both.

        One that begins where paragraphs do only happens to end as far from the right margin.
        """
        before = line.row.left - line.margins.left
        after = line.margins.right - line.row.right
        near = _OFF_CENTRE * line.row.size
        if abs(before - after) > near or min(before, after) <= near:
            return False
        return not self.indent or abs(line.indent - self.indent) >= FLUSH

    def room(self, line: Line, edge: float) -> float:
        """How much is free between a line and the right edge of its paragraph."""
        left = line.margins.left if self.is_centred(line) else line.row.left
        return edge - left - line.width

    def ends_short(self, before: Line, line: Line, edge: float) -> bool:
        """Whether what a line begins with would have fitted on the one before it.

        ``edge`` is where that may end. A justified line that ends a sentence away from there was
        not full, however little was free.
        """
        room = self.room(before, edge)
        if self.justified and room > _AT_EDGE * before.row.size and is_finished(before.text.value):
            return True
        # Nearly all lines are full: nothing is so narrow as to need measuring.
        return room > _NARROWEST * line.row.size and _first_piece(before.row, line.row) <= room


def _first_piece(before: Row, row: Row) -> float:
    """The width of what a line begins with and is never parted, if it stood on the line before."""
    glyphs = row.glyphs
    count = unbreakable("".join(glyph.char for glyph in glyphs[:_LONGEST_PIECE]))
    width = glyphs[count - 1].right - glyphs[0].left
    mixed = (before.glyphs[-1].char < _FIRST_WIDE) != (glyphs[0].char < _FIRST_WIDE)
    return width + mixed * _QUARTER * row.size


def margins(rows: Sequence[Row], width: float) -> Margins | None:
    """The margins that most lines of some pages keep; None where none of them is wide."""
    wide = [row for row in rows if row.right - row.left > width * _WIDE]
    if not wide:
        return None
    lefts = sorted(row.left for row in rows)
    rights = sorted(map(_end, wide), reverse=True)
    return Margins(_usual_end(lefts), _usual_end(rights))


def _end(row: Row) -> float:
    """Where a line ends but for a stop, which may hang beyond the margin."""
    glyphs = row.glyphs
    return glyphs[-2].right if len(glyphs) > 1 and glyphs[-1].char in HANGING else row.right


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


def edges(lines: Sequence[Line]) -> list[float]:
    """Where each line may end: the margin, or what is reached by lines set in as it is.

    Consecutive lines that begin at one point, further in than the margin, may be narrower than
    others on the right as well.
    """
    found: list[float] = []
    at = 0
    while at < len(lines):
        run = _run(lines, at)
        reached = max(_end(line.row) for line in run)
        found += [reached if len(run) > 1 else line.margins.right for line in run]
        at += len(run)
    return found


def _run(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """The lines from one on that begin where it does, if it is set in; else it alone."""
    first = lines[start]
    end = start + 1
    while (
        first.indent >= INDENT
        and end < len(lines)
        and abs(lines[end].row.left - first.row.left) <= _AT_EDGE * first.row.size
    ):
        end += 1
    return lines[start:end]


def habit(lines: Sequence[Line]) -> Habit:
    """The habits that most lines show."""
    steps: list[float] = []
    begun: Counter[bool] = Counter()
    ended: Counter[bool] = Counter()
    indents: list[float] = []
    usual = Habit()
    for before, line in pairwise(lines):
        if line.page != before.page:
            continue
        if not usual.ends_short(before, line, before.margins.right):
            steps.append(line.step)
        elif is_finished(before.text.value):
            ended[usual.is_centred(before)] += 1
            indented = line.indent >= INDENT
            # Headings and numbered items stand at the margin in many files that indent the rest.
            if usual.is_centred(line) or (mark(line.text.value) and not indented):
                continue
            begun[indented] += 1
            indents += [line.indent] * (INDENT <= line.indent <= _DEEPEST)
    indent = _middle(indents, usual.indent) if begun[True] >= begun[False] else 0.0
    step, centred = _middle(steps, usual.step), ended[True] > ended[False]
    return Habit(step, indent, _is_justified(lines), centred)


def _middle(values: Sequence[float], default: float) -> float:
    return sorted(values)[len(values) // 2] if values else default


def _is_justified(lines: Iterable[Line]) -> bool:
    """Whether lines that end amid a sentence near the margin all end at it."""
    off = [
        (line.margins.right - line.row.right) / line.row.size
        for line in lines
        if not is_finished(line.text.value)
    ]
    near = [abs(by) for by in off if -_NEAR_EDGE < by < _NEAR_EDGE]
    return len(near) >= _ENOUGH and sum(by <= _AT_EDGE for by in near) >= _NEARLY_ALL * len(near)
