"""Characters to lines: clustered by baseline, then from left to right, with their spaces."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import Run, Text
from jslint.patterns import regex
from jslint.readers.pdf.model import ASCENT, DESCENT, Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.readers.pdf.model import Glyph, Sheet

# In sizes of the larger character: how far baselines of one line lie apart where its characters
# may overlap, and where they fill each other's gaps, as digits of another font do.
_SAME_LINE = 0.35
_FILLING = 0.6
# The same character twice within this part of its size is one, printed twice to look bold.
_OVERPRINT = 0.2
# In sizes: gaps that are a space between Latin characters, and between Chinese ones beyond the gap
# that the line has everywhere; and gaps that only stand between an entry and its page number.
_LATIN_GAP = 0.3
_HAN_GAP = 0.2
_TAB_GAP = 2.0
_BLANKS = " \u00a0\u3000"
_FIRST_WIDE = "\u2e80"
_SIZE, _LEFT, _DOWN = attrgetter("size"), attrgetter("left"), attrgetter("base", "left")
# Figures get a place of their own; the rest is cut where a reader would point.
_PIECE = regex(r"[0-9０-９][0-9０-９.,，．]*|[^0-9０-９，。；：、（）“”]+|[，。；：、（）“”]+")


class Row(Struct, frozen=True):
    """A line of characters from left to right, blanks left out.

    ``spaced`` are the indices of the characters before which a blank is printed. ``size`` is that
    of most Chinese characters, ``base`` their baseline.
    """

    glyphs: tuple[Glyph, ...]
    spaced: frozenset[int]
    base: float
    size: float

    @property
    def left(self) -> float:
        """Where the first character begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where the last character ends."""
        return self.glyphs[-1].right

    @property
    def top(self) -> float:
        """How high a character of the line's size reaches."""
        return self.base - self.size * ASCENT

    @property
    def bottom(self) -> float:
        """How low a character of the line's size reaches."""
        return self.base + self.size * DESCENT


def rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """The lines of some characters, from the top."""
    clusters: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=_DOWN):
        if clusters and glyph.base - clusters[-1][0].base <= _SAME_LINE * glyph.size:
            clusters[-1].append(glyph)
        else:
            clusters.append([glyph])
    return [row for cluster in _filled(clusters) if (row := _row(cluster))]


def _filled(clusters: list[list[Glyph]]) -> Iterator[list[Glyph]]:
    """Clusters, those joined that lie a little apart and do not overlap: one line in two fonts."""
    kept: list[Glyph] = []
    for cluster in clusters:
        if kept and _fills(kept, cluster):
            kept = kept + cluster
            continue
        if kept:
            yield kept
        kept = cluster
    if kept:
        yield kept


def _fills(above: Sequence[Glyph], below: Sequence[Glyph]) -> bool:
    size = max(above[0].size, below[0].size)
    if below[0].base - above[0].base > _FILLING * size:
        return False
    spans = sorted(
        (glyph.left, glyph.right) for glyph in (*above, *below) if glyph.char not in _BLANKS
    )
    return all(after[0] >= before[1] - _OVERPRINT * size for before, after in pairwise(spans))


def _row(cluster: list[Glyph]) -> Row | None:
    """A line of a cluster; None where it holds only blanks."""
    kept: list[Glyph] = []
    spaced: set[int] = set()
    blank = False
    for glyph in sorted(cluster, key=_LEFT):
        if glyph.char in _BLANKS:
            blank = bool(kept)
            continue
        if kept and _is_overprint(kept[-1], glyph):
            continue
        if blank:
            spaced.add(len(kept))
            blank = False
        kept.append(glyph)
    if not kept:
        return None
    wide = [glyph for glyph in kept if glyph.char >= _FIRST_WIDE] or kept
    middle = sorted(wide, key=_SIZE)[len(wide) // 2]
    return Row(tuple(kept), frozenset(spaced), middle.base, middle.size)


def _is_overprint(before: Glyph, after: Glyph) -> bool:
    return before.char == after.char and after.left - before.left < _OVERPRINT * before.size


def words(row: Row, *, closed: bool = False) -> str:
    """The characters of a line with the spaces that mean something.

    Between Latin characters a blank or a gap is a space; beside a digit in Chinese text it is the
    typesetter's. Between Chinese characters it is a space unless the whole line is spaced out, or
    ``closed``. A wide gap before a Latin character is two spaces, as before a page number.
    """
    glyphs = row.glyphs
    usual = 0.0 if closed else _usual_gap(row)
    pieces = [glyphs[0].char]
    for index in range(1, len(glyphs)):
        before, after = glyphs[index - 1], glyphs[index]
        narrow = (before.char < _FIRST_WIDE) + (after.char < _FIRST_WIDE)
        gap = (after.left - before.right) / after.size
        if narrow == 1:
            pieces.append("  " if gap > _TAB_GAP and not closed else "")
        elif narrow:
            pieces.append(" " if index in row.spaced or gap > _LATIN_GAP else "")
        elif not closed and (index in row.spaced or gap > usual + _HAN_GAP):
            pieces.append(" ")
        pieces.append(after.char)
    return "".join(pieces)


def _usual_gap(row: Row) -> float:
    """The gap, in sizes, between most Chinese characters of a line; a blank is as wide as drawn."""
    gaps = sorted(
        (after.left - before.right) / after.size
        for before, after in pairwise(row.glyphs)
        if before.char >= _FIRST_WIDE and after.char >= _FIRST_WIDE
    )
    return max(gaps[len(gaps) // 2], 0.0) if gaps else 0.0


def text(row: Row, sheet: Sheet) -> Text:
    """A line as text: every figure, and every stretch between two stops, has its place."""
    value = words(row)
    runs: list[Run] = []
    at = 0
    offsets = [index for index, char in enumerate(value) if char != " "]
    for piece in _PIECE.finditer(value):
        first = at
        while at < len(offsets) and offsets[at] < piece.end():
            at += 1
        if at > first:
            box = box_of(row.glyphs[first:at], row)
            runs.append(Run(offsets[first], sheet.place(box)))
    return Text(value, tuple(runs))


def box_of(glyphs: Sequence[Glyph], row: Row) -> Box:
    """The box of some characters of a line, as high as the line."""
    return glyphs[0].left, row.top, glyphs[-1].right, row.bottom
