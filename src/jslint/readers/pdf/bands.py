"""Grids whose rows are not ruled: a band that holds several rows is cut between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from jslint.patterns import regex
from jslint.readers.pdf.grid import Cell, Grid
from jslint.readers.pdf.lines import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.readers.pdf.lines import Row

# In sizes: how near two lines of different cells stand that belong to one row.
_LEVEL = 0.6
_AMOUNT = regex(r"[-−]?\d[\d,]{0,15}\.\d{2}")
#: A longer one that is set in two lines (2010, 301) has lines of other lengths.
_CODE = regex(r"\d{3}|\d{5}|\d{7}")
#: Part of an amount that a narrow cell sets in two lines: its band is one row.
_HALF = regex(r"[-−]?\d{1,3}(?:,\d{3}){0,4},\d{0,2}|[-−]?[\d,]{1,15}\.\d?|\.\d{1,2}")
_BEGINS_ROW = regex(r"[一二三四五六七八九十]{1,3}、")


def cut(grid: Grid, lines: Sequence[Sequence[Row]]) -> Grid:
    """The grid with edges between the rows of each band that holds several.

    ``lines`` are those of each cell. A cell with two whole amounts or codes one above the other
    shows that a band holds several rows, unless another has but part of one in a line; where it is
    ruled rightly, the grid is returned as is.
    """
    halved = {
        cell.row
        for cell, own in zip(grid.cells, lines, strict=True)
        if any(_HALF.fullmatch(words(line, closed=True)) for line in own)
    }
    added = {
        band: _edges(grid, lines, band)
        for band in {cell.row for cell, own in zip(grid.cells, lines, strict=True)
                     if cell.below == cell.row + 1 and cell.row not in halved and _holds_rows(own)}
    }  # fmt: skip
    return _with(grid, added) if added else grid


def _holds_rows(lines: Sequence[Row]) -> bool:
    if len(lines) < 2:  # noqa: PLR2004 - one row is none too many
        return False
    values = [words(line, closed=True) for line in lines]
    return all(map(_AMOUNT.fullmatch, values)) or all(map(_CODE.fullmatch, values))


def _edges(grid: Grid, lines: Sequence[Sequence[Row]], band: int) -> tuple[float, ...]:
    """The edges inside a band: between the lines that begin a row in any of its cells."""
    begins = sorted(
        (_middle(line), line.size)
        for cell, own in zip(grid.cells, lines, strict=True)
        if cell.row == band
        for line in own
        if _is_begin(words(line, closed=True))
    )
    middles: list[float] = []
    for middle, size in begins:
        if not middles or middle - middles[-1] > _LEVEL * size:
            middles.append(middle)
    return tuple((above + below) / 2 for above, below in pairwise(middles))


def _middle(line: Row) -> float:
    return (line.top + line.bottom) / 2


def _is_begin(value: str) -> bool:
    return bool(_AMOUNT.fullmatch(value) or _CODE.fullmatch(value) or _BEGINS_ROW.match(value))


def _with(grid: Grid, added: dict[int, tuple[float, ...]]) -> Grid:
    """The grid with these edges inside its bands; its other cells keep their extent."""
    ys: list[float] = []
    index: list[int] = []
    for band, y in enumerate(grid.ys):
        index.append(len(ys))
        ys += [y, *added.get(band, ())]
    return Grid(grid.xs, tuple(ys), tuple(sorted(_recut(grid, index))))


def _recut(grid: Grid, index: Sequence[int]) -> Iterator[Cell]:
    for cell in grid.cells:
        first, last = index[cell.row], index[cell.below]
        if cell.below == cell.row + 1:
            for row in range(first, last):
                yield Cell(row, cell.column, row + 1, cell.beyond)
        else:
            yield Cell(first, cell.column, last, cell.beyond)
