"""Tables that are not ruled, or only under their header: columns from the gaps between figures."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jslint.patterns import regex
from jslint.readers.kinds import heading, is_note, is_table_head, is_title, unit_of
from jslint.readers.pdf.grid import Cell, Grid
from jslint.readers.pdf.lines import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.model import Sheet

# In sizes: the gap between two cells of a row, and between two columns.
_APART = 1.2
_BETWEEN = 0.6
_FEWEST_ROWS = 3
_LONGEST_PART = 24
_NEAR = 3.0
_PADDING = 2.0
_AMOUNT = regex(r"[-−]?\d[\d,]{0,15}\.\d{1,2}[%％]?")
_BEGINS_ROW = regex(r"[\d一二三四五六七八九十]")
_STOPS = regex(r"[，。；：！？,;:](?![\d])")


class Piece(NamedTuple):
    """What stands together in a line: where it begins and ends, and its characters."""

    left: float
    right: float
    text: str


class _Lined(NamedTuple):
    """A line of a page: its pieces, and whether it is a row of figures, of cells, a part, prose."""

    row: Row
    pieces: tuple[Piece, ...]
    kind: str


def grids(sheet: Sheet, rows: Sequence[Row], *, announced: bool = False) -> list[Grid]:
    """The tables among lines that stand in no ruled grid.

    Three rows with figures make one, where a title, a unit line or a ruling line stands above, or
    all are ``announced`` elsewhere.
    """
    lined = [_lined(row, announced=announced) for row in rows]
    return [
        _grid(lined[start:end])
        for start, end in _runs(lined)
        if sum(line.kind == "figures" for line in lined[start:end]) >= _FEWEST_ROWS
        and (announced or _is_announced(sheet, lined, start, end))
    ]


def _lined(row: Row, *, announced: bool) -> _Lined:
    """A line with its kind; where a table is announced, a figure alone is a row of it."""
    pieces = tuple(_pieces(row))
    value = words(row)
    if _STOPS.search(value) or is_table_head(value) or is_title(value) or is_note(value):
        return _Lined(row, pieces, "prose")
    if len(pieces) > 1 or (announced and _AMOUNT.fullmatch(pieces[0].text)):
        figures = any(_AMOUNT.fullmatch(piece.text) for piece in pieces)
        return _Lined(row, pieces, "figures" if figures else "cells")
    is_part = len(value) <= _LONGEST_PART and heading(value) is None
    return _Lined(row, pieces, "part" if is_part else "prose")


def _pieces(row: Row) -> Iterator[Piece]:
    glyphs = row.glyphs
    first = 0
    for at in range(1, len(glyphs) + 1):
        if at == len(glyphs) or glyphs[at].left - glyphs[at - 1].right > _APART * row.size:
            chars = "".join(glyph.char for glyph in glyphs[first:at])
            yield Piece(glyphs[first].left, glyphs[at - 1].right, chars)
            first = at


def _runs(lined: Sequence[_Lined]) -> Iterator[tuple[int, int]]:
    """From the header's first line to the one after the last with cells."""
    at = done = 0
    while at < len(lined):
        if lined[at].kind != "figures":
            at += 1
            continue
        start = at
        while start > done and lined[start - 1].kind in ("cells", "part"):
            start -= 1
        end = at
        while at < len(lined) and lined[at].kind != "prose":
            at += 1
            if lined[at - 1].kind != "part":
                end = at
        yield start, end
        done = at = max(end, at)


def _is_announced(sheet: Sheet, lined: Sequence[_Lined], start: int, end: int) -> bool:
    above = words(lined[start - 1].row) if start else ""
    if unit_of(above) or is_table_head(above) or is_title(above):
        return True
    left = min(line.row.left for line in lined[start:end])
    right = max(line.row.right for line in lined[start:end])
    top = lined[start].row
    return any(
        abs(stroke.at - top.top) < _NEAR * top.size
        and stroke.start <= left + top.size
        and stroke.end >= right - top.size
        for stroke in sheet.across
    )


def _grid(lined: Sequence[_Lined]) -> Grid:
    """A grid with an edge between columns and between rows, and none merged."""
    xs = _column_edges(lined)
    ys = _row_edges(lined)
    cells = tuple(
        Cell(row, column, row + 1, column + 1)
        for row in range(len(ys) - 1)
        for column in range(len(xs) - 1)
    )
    return Grid(xs, ys, cells)


def _column_edges(lined: Sequence[_Lined]) -> tuple[float, ...]:
    spans = sorted(
        (piece.left, piece.right)
        for line in lined
        if line.kind == "figures"
        for piece in line.pieces
    )
    size = sorted(line.row.size for line in lined)[len(lined) // 2]
    edges = [min(line.row.left for line in lined) - _PADDING]
    reached = spans[0][1]
    for left, right in spans:
        if left - reached > _BETWEEN * size:
            edges.append((left + reached) / 2)
        reached = max(reached, right)
    edges.append(max(line.row.right for line in lined) + _PADDING)
    return tuple(edges)


def _row_edges(lined: Sequence[_Lined]) -> tuple[float, ...]:
    """Edges half way between rows; a line of one piece below the header belongs to a row."""
    head = next(at for at, line in enumerate(lined) if line.kind == "figures")
    rows = [
        line.row
        for at, line in enumerate(lined)
        if at < head or line.kind != "part" or _BEGINS_ROW.match(words(line.row))
    ]
    return between(
        [(row.top + row.bottom) / 2 for row in rows], lined[0].row.top, lined[-1].row.bottom
    )


def between(middles: Iterable[float], top: float, bottom: float) -> tuple[float, ...]:
    """Edges half way between rows with these middles, and those of the first and last row."""
    ordered = list(middles)
    inner = [(above + below) / 2 for above, below in pairwise(ordered)]
    return (top, *inner, bottom)
