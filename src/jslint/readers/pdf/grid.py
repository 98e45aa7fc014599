"""Ruling lines to grids: where a table's rows and columns lie and which cells are merged."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jslint.readers.pdf.model import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jslint.readers.pdf.model import Box, Sheet

# Points. Lines nearer than this are one; lines end this near to those that they meet; and edges
# nearer than this are the lines of a double border, since no character stands between them.
_SAME = 2.0
_TOUCH = 3.5
_NARROWEST = 4.0
# An edge of a cell is ruled where a line runs along more than this part of it.
_RULED = 0.5
_FEWEST_CELLS = 2
_MOST_EDGES = 400
_MOST_MEETINGS = 250_000


class Cell(NamedTuple):
    """A cell: its first row and column, and the first ones beyond it."""

    row: int
    column: int
    below: int
    beyond: int


class Grid(Struct, frozen=True):
    """The ruled part of a page: ``xs`` and ``ys`` are its edges, ``cells`` in reading order.

    ``unread`` says that its columns or rows are not certain: it is all one cell.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    unread: bool = False

    @property
    def box(self) -> Box:
        """Left, top, right and bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, cell: Cell) -> Box:
        """Left, top, right and bottom of a cell."""
        return self.xs[cell.column], self.ys[cell.row], self.xs[cell.beyond], self.ys[cell.below]


def grids(sheet: Sheet) -> list[Grid]:
    """The grids of a page that have two cells or more, from the top."""
    across, down = _merged(sheet.across), _merged(sheet.down)
    if len(across) * len(down) > _MOST_MEETINGS:
        return []
    found = (_grid(*group) for group in _groups(across, down))
    kept = [grid for grid in found if grid and len(grid.cells) >= _FEWEST_CELLS]
    return sorted(kept, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Lines, those joined that continue or double one another."""
    found: list[Stroke] = []
    for level in _levels(sorted(strokes)):
        level.sort(key=lambda stroke: stroke.start)
        at = sum(stroke.at for stroke in level) / len(level)
        start, end = level[0].start, level[0].end
        for stroke in level[1:]:
            if stroke.start > end + _SAME:
                found.append(Stroke(at, start, end))
                start, end = stroke.start, stroke.end
            end = max(end, stroke.end)
        found.append(Stroke(at, start, end))
    return found


def _levels(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Lines by their fixed coordinate, those together that are nearly the same."""
    levels: list[list[Stroke]] = []
    for stroke in strokes:
        if levels and stroke.at - levels[-1][0].at <= _SAME:
            levels[-1].append(stroke)
        else:
            levels.append([stroke])
    return levels


def _groups(
    across: Sequence[Stroke], down: Sequence[Stroke]
) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Lines that touch, directly or through others."""
    group = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for i, level in enumerate(across):
        for j, upright in enumerate(down, len(across)):
            if _meet(level, upright):
                group[root(j)] = root(i)
    found: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for index in range(len(group)):
        pair = found.setdefault(root(index), ([], []))
        if index < len(across):
            pair[0].append(across[index])
        else:
            pair[1].append(down[index - len(across)])
    return list(found.values())


def _meet(level: Stroke, upright: Stroke) -> bool:
    return (
        level.start - _TOUCH <= upright.at <= level.end + _TOUCH
        and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH
    )


def _grid(across: Sequence[Stroke], down: Sequence[Stroke]) -> Grid | None:
    """The grid of lines that touch; None where they enclose nothing."""
    if not across or not down:
        return None
    xs = _edges(down, across)
    ys = _edges(across, down)
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) > _MOST_EDGES:  # noqa: PLR2004 - an edge each side
        return None
    return Grid(xs, ys, _cells(xs, ys, across, down))


def _edges(own: Sequence[Stroke], other: Sequence[Stroke]) -> tuple[float, ...]:
    """Where lines stand, and where those that cross them end without one, as in open tables."""
    ends = [min(stroke.start for stroke in other), max(stroke.end for stroke in other)]
    edges: list[float] = []
    for at in sorted([stroke.at for stroke in own]):
        if not edges or at - edges[-1] > _NARROWEST:
            edges.append(at)
    if ends[0] < edges[0] - _NARROWEST:
        edges.insert(0, ends[0])
    if ends[1] > edges[-1] + _NARROWEST:
        edges.append(ends[1])
    return tuple(edges)


def _cells(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Stroke], down: Sequence[Stroke]
) -> tuple[Cell, ...]:
    """The cells between edges, merged where no line divides them."""
    floor = [_ruled(across, y, xs) for y in ys]
    wall = [_ruled(down, x, ys) for x in xs]
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            beyond = column + 1
            while beyond < len(xs) - 1 and not wall[beyond][row] and (row, beyond) not in taken:
                beyond += 1
            below = row + 1
            while below < len(ys) - 1 and _is_open(floor, wall, below, column, beyond):
                below += 1
            cell = {(y, x) for y in range(row, below) for x in range(column, beyond)}
            if cell & taken:
                below, cell = row + 1, {(row, x) for x in range(column, beyond)}
            cells.append(Cell(row, column, below, beyond))
            taken |= cell
    return tuple(cells)


def _ruled(strokes: Iterable[Stroke], at: float, edges: Sequence[float]) -> list[bool]:
    """For each stretch between edges, whether lines run along more than half of it at ``at``."""
    near = [stroke for stroke in strokes if abs(stroke.at - at) <= _NARROWEST]
    return [
        sum(max(0.0, min(stroke.end, end) - max(stroke.start, start)) for stroke in near)
        > (end - start) * _RULED
        for start, end in pairwise(edges)
    ]


def _is_open(
    floor: Sequence[Sequence[bool]],
    wall: Sequence[Sequence[bool]],
    row: int,
    column: int,
    beyond: int,
) -> bool:
    """Whether a cell goes on into ``row``: no line above it there, and none through it."""
    return not any(floor[row][column:beyond]) and not any(
        wall[x][row] for x in range(column + 1, beyond)
    )
