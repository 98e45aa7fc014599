"""Rows below a ruled header that have no lines of their own but those between them, or none at all.

Web pages print a header in coloured cells and below it rows that only a line parts. The header's
columns are the rows' where every word below stands in one of them.
"""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.patterns import regex
from jslint.readers.kinds import is_note, is_table_head, is_title
from jslint.readers.pdf.grid import Cell, Grid
from jslint.readers.pdf.lines import words
from jslint.readers.pdf.pieces import AMOUNT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.readers.pdf.cells import Part
    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.model import Glyph, Sheet

_DIGIT = regex(r"\d")
_TOTAL = regex(r".{0,8}[合总]计")
# Points: how far a line between rows ends from the header's edges, and how far a word juts out.
_ENDS = 6.0
_JUTS = 2.0
# In sizes: how far below the header, or the row before, a row stands at most; and characters nearer
# than this are one word.
_NEAR = 4.0
_ONE_WORD = 0.15
_FEWEST = 2


class _Below(Struct, frozen=True):
    """What stands below a header: its columns, the lines between rows, and the lines of words."""

    grid: Grid
    levels: tuple[float, ...]
    rows: tuple[Row, ...]


def extended(sheet: Sheet, parts: Sequence[Part], rows: Sequence[Row]) -> dict[int, Grid]:
    """Of the grids of a page that are headers alone those with the rows below them, by their number."""
    found: dict[int, Grid] = {}
    for at, part in enumerate(parts):
        if part.grid.unread or _has_figures(part):
            continue
        bottom = part.grid.ys[-1]
        until = min(
            (top for one in parts if (top := one.grid.ys[0]) >= bottom), default=sheet.height
        )
        lines = tuple(row for row in rows if bottom < row.base < until)
        longer = _longer(_Below(part.grid, _levels(sheet, part.grid, until), lines))
        if longer is not None:
            found[at] = longer
    return found


def _has_figures(part: Part) -> bool:
    return any(AMOUNT.fullmatch(text.value) for text in part.texts)


def _levels(sheet: Sheet, grid: Grid, until: float) -> tuple[float, ...]:
    """Where lines as wide as the header stand below it, be they of one piece or of one for each cell."""
    left, right, bottom = grid.xs[0], grid.xs[-1], grid.ys[-1]
    spans: dict[int, list[tuple[float, float]]] = {}
    for at, start, end in sheet.across:
        if bottom + _JUTS < at < until and start < right and end > left:
            spans.setdefault(round(at), []).append((start, end))
    return tuple(float(at) for at in sorted(spans) if _is_whole(sorted(spans[at]), left, right))


def _is_whole(spans: Sequence[tuple[float, float]], left: float, right: float) -> bool:
    """Whether lines run from the left edge to the right one without a wide gap."""
    reached = left
    for start, end in spans:
        if start > reached + _ENDS:
            return False
        reached = max(reached, end)
    return reached >= right - _ENDS


def _longer(below: _Below) -> Grid | None:
    """The header's grid with the rows below it; None where their columns are not certain."""
    ys = _parted(below) if below.levels else _spaced(below)
    rows = [row for row in below.rows if ys and row.base < ys[-1]]
    figured = sum(_is_figured(cells := _cells(below.grid, row)) or _is_total(cells) for row in rows)
    if figured < (1 if below.levels else _FEWEST):
        return None
    grid, height = below.grid, len(below.grid.ys) - 1
    added = (
        Cell(height + row, column, height + row + 1, column + 1)
        for row in range(len(ys))
        for column in range(len(grid.xs) - 1)
    )
    return Grid(grid.xs, (*grid.ys, *ys), (*grid.cells, *added))


def _parted(below: _Below) -> list[float]:
    """The lower edges of rows that lines part, as far as words stand in the header's columns."""
    edges = [below.grid.ys[-1], *below.levels]
    found: list[float] = []
    for top, bottom in pairwise(edges):
        held = [row for row in below.rows if top < row.base <= bottom]
        size = max((row.size for row in held), default=0.0)
        fits = held and all(_cells(below.grid, row) for row in held)
        if not fits or bottom - top > 2 * _NEAR * size:
            break
        found.append(bottom)
    return found


def _spaced(below: _Below) -> list[float]:
    """The lower edges of rows that nothing parts: lines of words, each of which has a figure."""
    run = list(takewhile(lambda row: _is_figured(_cells(below.grid, row)), _near(below)))
    middles = [(above.bottom + row.top) / 2 for above, row in pairwise(run)]
    return [*middles, run[-1].bottom] if run else []


def _near(below: _Below) -> Iterator[Row]:
    """The lines of words below a header, up to the first gap."""
    reached = below.grid.ys[-1]
    for row in below.rows:
        if row.base - reached > _NEAR * row.size:
            return
        yield row
        reached = row.base


def _is_total(cells: Sequence[str]) -> bool:
    """Whether a row is the total of a table in which nothing stands."""
    return any(map(_TOTAL.fullmatch, cells))


def _is_figured(cells: Sequence[str]) -> bool:
    return any(map(AMOUNT.fullmatch, cells))


def _cells(grid: Grid, row: Row) -> list[str]:
    """The words of a line in the columns of a grid; none where it is a title or note, or a word is in doubt.

    Words without a figure may reach from their column into others in which nothing else stands: 人员经费合计
    in a merged cell.
    """
    value = words(row)
    if is_note(value) or is_title(value) or is_table_head(value):
        return []
    if row.left < grid.xs[0] - _JUTS or row.right > grid.xs[-1] + _JUTS:
        return []
    cells = [""] * (len(grid.xs) - 1)
    taken = -1
    for word in _words(row):
        first, *_, last = sorted(_columns(grid, word) * 2)
        said = "".join(one.char for one in word)
        if (first <= taken and cells[first] == "") or (first != last and _DIGIT.search(said)):
            return []
        cells[first] += said
        taken = max(taken, last)
    return cells


def _words(row: Row) -> Iterator[list[Glyph]]:
    word = [row.glyphs[0]]
    for before, after in pairwise(row.glyphs):
        if after.left - before.right > _ONE_WORD * row.size:
            yield word
            word = []
        word.append(after)
    yield word


def _columns(grid: Grid, word: Sequence[Glyph]) -> list[int]:
    """The columns in which the characters of a word stand, by their middles."""
    found = {bisect(grid.xs, (one.left + one.right) / 2) - 1 for one in word}
    return [min(max(at, 0), len(grid.xs) - 2) for at in found]
