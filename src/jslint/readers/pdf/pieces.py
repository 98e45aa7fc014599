"""The lines of a page to pieces that stand apart, as the cells of a table do that nothing rules."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple, Protocol

from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jslint.readers.pdf.lines import Row

# In sizes: the gap between two cells of any row, between words or names and a figure, and between a
# whole figure and what follows.
_APART = 1.2
_CLOSE = 0.35
_NEXT = 0.12
# How many times the least step between the lines of a cell the widest is.
_EVEN = 1.2
_WIDE = "\u2e80"
_UNITS = "万亿元%％‰个人辆台套批次"
AMOUNT = regex(r"[-−]?\d[\d,]{0,15}\.\d{1,2}[%％]?")
_ENDS = regex(r"\.\d{2}[%％]?$|^\d{3,7}$")


class Span(Protocol):
    """What takes a part of the page's width."""

    @property
    def left(self) -> float:
        """Where it begins."""

    @property
    def right(self) -> float:
        """Where it ends."""


class Piece(NamedTuple):
    """What stands together in a line: where it begins and ends, and its characters."""

    left: float
    right: float
    text: str


class Lined(NamedTuple):
    """A line of a page: its pieces, and its kind (see ``bare``)."""

    row: Row
    pieces: tuple[Piece, ...]
    kind: str

    @property
    def has_figures(self) -> bool:
        """Whether a figure stands in it by itself."""
        return self.kind in ("figures", "figure")


def pieces(row: Row) -> tuple[Piece, ...]:
    """What stands apart in a line; a figure stands apart already where a word would not."""
    return tuple(_cut(row, _is_apart))


def names(row: Row) -> tuple[Piece, ...]:
    """What stands apart in a line of a header, where names are nearer to one another than cells."""
    return tuple(_cut(row, _is_named_apart))


def meet(one: Span, other: Span) -> bool:
    """Whether two have a part of the page's width in common."""
    return one.left < other.right and other.left < one.right


def steps(bases: Sequence[float]) -> list[float]:
    """How far each line is below the one before."""
    return [below - above for above, below in pairwise(bases)]


def are_even(bases: Sequence[float]) -> bool:
    """Whether the lines of a cell, of which some may be two pieces of one, are evenly spaced."""
    found = [step for step in steps(bases) if step > 0]
    return not found or max(found) <= _EVEN * min(found)


def stretches(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where some follow one another that are so: the first, and the first one beyond."""
    for so, run in groupby(range(len(flags)), key=lambda at: flags[at]):
        if so:
            at = list(run)
            yield at[0], at[-1] + 1


def _is_apart(row: Row, at: int, begun: int) -> bool:
    before, after = row.glyphs[at - 1], row.glyphs[at]
    gap = (after.left - before.right) / row.size
    if gap > _APART:
        return True
    if before.char >= _WIDE:
        return gap > _CLOSE and after.char < _WIDE
    words = "".join(glyph.char for glyph in row.glyphs[begun:at])
    return gap > _NEXT and after.char not in _UNITS and bool(_ENDS.search(words))


def _is_named_apart(row: Row, at: int, _: int) -> bool:
    return row.glyphs[at].left - row.glyphs[at - 1].right > _CLOSE * row.size


def _cut(row: Row, apart: Callable[[Row, int, int], bool]) -> Iterator[Piece]:
    glyphs, first = row.glyphs, 0
    for at in range(1, len(glyphs) + 1):
        if at == len(glyphs) or apart(row, at, first):
            chars = "".join(glyph.char for glyph in glyphs[first:at])
            yield Piece(glyphs[first].left, glyphs[at - 1].right, chars)
            first = at
