"""The grid of a table that nothing rules, by the gaps between its words, where these leave no doubt.

A column is what stands apart in every row of the body. Rows are as far apart as those that print
figures in one column. Wherever this could be taken in two ways, there is no grid.
"""

from __future__ import annotations

from itertools import pairwise
from operator import or_
from typing import TYPE_CHECKING

from jslint.figures.figure import is_nothing
from jslint.patterns import regex
from jslint.readers.grids import is_figure
from jslint.readers.pdf import headed
from jslint.readers.pdf.grid import Cell, Grid
from jslint.readers.pdf.headed import Strip
from jslint.readers.pdf.pieces import AMOUNT, are_even, meet, names, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.readers.pdf.headed import Over
    from jslint.readers.pdf.pieces import Lined, Piece

# Points: between two columns, and around all; a piece may be so much beyond its column.
_BETWEEN = 0.2
_PADDING = 2.0
# The steps between lines, in steps between rows, that are surely one row's, and surely two rows'.
_WITHIN, _BEYOND = 0.8, 0.92
# In sizes: the least step between rows, where no two rows tell it.
_STEP = 1.6
_FEWEST_FULL = 2
_WHOLE = regex(r"\d{3,7}|\d[\d,]{3,20}")
_FEWEST_ROWS = 3


def grid(
    lined: Sequence[Lined], before: Grid | None = None, *, headless: bool = False
) -> Grid | None:
    """The grid of these lines, the header's first; None where it is not certain.

    ``before`` is that of the page before, whose columns are taken where they fit: of a table that
    goes on there without a header, they are all that tells its columns, unless it is known to be
    ``headless``, its columns being told elsewhere.
    """
    head = _height(lined)
    if before is not None and not before.unread and _is_of(lined, head, before):
        return _ruled(lined, 0, before.xs, (), ())
    strips = _strips(piece for line in lined[head:] for piece in line.pieces)
    if not head and strips and headless:
        return _ruled(lined, 0, _edges(strips), (), ())
    if not head or not strips or any(map(_is_row, lined[:head])):
        return None
    named = headed.named(lined[:head], strips)
    if named is None:
        return None
    xs = _edges(named.strips)
    splits = _splits(lined, head, xs) if named.split is None else [named.split]
    if not named.single and (named.over or not splits):
        return None
    return _ruled(lined, head, xs, named.over, splits)


def _is_row(line: Lined) -> bool:
    """Whether a line above the first amounts is a row all the same: it has a code, or an amount of whole yuan."""
    return any(_WHOLE.fullmatch(piece.text) for piece in line.pieces)


def _height(lined: Sequence[Lined]) -> int:
    """How many lines the header has: those above the first figures that are not of their row."""
    first = next((at for at, line in enumerate(lined) if line.has_figures), len(lined))
    below = steps([line.row.base for line in lined])
    least = _step(lined[first:])
    while first and first < len(lined) and below[first - 1] < _WITHIN * least:
        first -= 1
    return first


def _ruled(
    lined: Sequence[Lined],
    head: int,
    xs: tuple[float, ...],
    over: Sequence[Over],
    splits: Sequence[float],
) -> Grid | None:
    """The grid with these columns; None where its rows are open, or a cell holds what no cell does."""
    rows = _rows(lined[head:])
    if rows is None or not _are_cells(rows, xs):
        return None
    tops = [min(line.row.top for line in row) for row in rows]
    bottoms = [max(line.row.bottom for line in row) for row in rows]
    inner = [(above + below) / 2 for above, below in zip(bottoms, tops[1:], strict=False)]
    above = [lined[0].row.top, *splits] if head else []
    start = (max(line.row.bottom for line in lined[:head]) + tops[0]) / 2 if head else tops[0]
    ys = (*above, start, *inner, bottoms[-1])
    width, height = len(xs) - 1, len(above)
    cells = [
        Cell(row, column, row + 1, column + 1)
        for row in range(height, len(ys) - 1)
        for column in range(width)
    ]
    return Grid(xs, ys, (*_head_cells(width, height, over), *cells))


def _head_cells(width: int, height: int, over: Sequence[Over]) -> Iterator[Cell]:
    """The header's cells, those below a name over several columns apart from it."""
    if not height:
        return
    below = {column for one in over for column in range(one.first, one.beyond)}
    yield from (Cell(0, one.first, 1, one.beyond) for one in over)
    for column in range(width):
        if over or height == 1:
            yield Cell(int(column in below), column, height, column + 1)
        else:
            yield from (Cell(row, column, row + 1, column + 1) for row in range(height))


def _splits(lined: Sequence[Lined], head: int, xs: Sequence[float]) -> list[float]:
    """The heights between the rows of a header, where lines as far apart as rows are, two of which name each column."""
    if len(lined) - head < _FEWEST_ROWS:
        return []  # nobody knows how far apart rows are
    found = _grouped(lined[:head], _step(lined[head:]))
    columns = [{_column(xs, name) for line in row for name in names(line.row)} for row in found]
    full = [len(named) == len(xs) - 1 and None not in named for named in columns]
    # The lines of a name that is lower than its row's may be another row's.
    lone = [len(row) == 1 for row in found]
    if sum(full) < min(len(found), _FEWEST_FULL) or not all(map(or_, full, lone)):
        return []
    return [(above[-1].row.bottom + below[0].row.top) / 2 for above, below in pairwise(found)]


def _is_of(lined: Sequence[Lined], head: int, before: Grid) -> bool:
    """Whether lines are rows of a table's columns: each piece in one of them, and none a name of figures."""
    if any(_column(before.xs, piece) is None for line in lined for piece in line.pieces):
        return False
    figured = {_column(before.xs, piece) for line in lined[head:] for piece in _amounts(line)}
    above = (piece for line in lined[:head] for piece in line.pieces)
    named = (_column(before.xs, piece) for piece in above if not _is_value(piece.text))
    return bool(figured) and figured.isdisjoint(named)


def _is_value(value: str) -> bool:
    """Whether words are what a column of figures holds."""
    return is_figure(value) or is_nothing(value)


def _column(xs: Sequence[float], piece: Piece) -> int | None:
    """The column that a piece is in; None where it is in two."""
    for at, (left, right) in enumerate(pairwise(xs)):
        if left <= piece.left + _PADDING and piece.right - _PADDING <= right:
            return at
    return None


def _edges(strips: Sequence[Strip]) -> tuple[float, ...]:
    inner = ((one.right + other.left) / 2 for one, other in pairwise(strips))
    return (strips[0].left - _PADDING, *inner, strips[-1].right + _PADDING)


def _strips(found: Iterable[Piece]) -> list[Strip]:
    """What the pieces of a column take, where nothing stands between two columns in any row."""
    columns: list[list[Piece]] = []
    reached = 0.0
    for piece in sorted(found):
        if columns and piece.left - reached <= _BETWEEN:
            columns[-1].append(piece)
            reached = max(reached, piece.right)
        else:
            columns.append([piece])
            reached = piece.right
    return [_strip(column) for column in columns]


def _strip(column: Sequence[Piece]) -> Strip:
    lefts, rights = [one.left for one in column], [one.right for one in column]
    at_left = max(lefts) - min(lefts) < _PADDING
    at_right = max(rights) - min(rights) < _PADDING
    if at_left and at_right:  # all as wide as one another: words are set from the left
        at_right = False
        at_left = not any(AMOUNT.fullmatch(one.text) for one in column)
    return Strip(min(lefts), max(rights), "left" if at_left else "right" if at_right else "")


def _rows(body: Sequence[Lined]) -> list[list[Lined]] | None:
    """The lines of each row; None where it is open how many rows some lines are."""
    least = _step(body)
    between = steps([line.row.base for line in body])
    if any(_WITHIN * least <= step < _BEYOND * least for step in between):
        return None
    return _grouped(body, least)


def _grouped(lined: Sequence[Lined], least: float) -> list[list[Lined]]:
    """Lines that are nearer to one another than rows are, together."""
    rows = [[line] for line in lined[:1]]
    for line, step in zip(lined[1:], steps([line.row.base for line in lined]), strict=True):
        if step < _WITHIN * least:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _step(body: Sequence[Lined]) -> float:
    """How far apart rows are at least: lines one below the other that print figures in one column."""
    found = [
        below.row.base - above.row.base
        for above, below in pairwise(body)
        if _share_column(above, below)
    ]
    return min(found, default=_STEP * body[0].row.size if body else 0.0)


def _share_column(above: Lined, below: Lined) -> bool:
    return any(meet(one, other) for one in _amounts(above) for other in _amounts(below))


def _amounts(line: Lined) -> list[Piece]:
    return [piece for piece in line.pieces if AMOUNT.fullmatch(piece.text)]


def _are_cells(rows: Sequence[Sequence[Lined]], xs: Sequence[float]) -> bool:
    """Whether each cell holds one figure or words, and no column of figures holds words.

    The lines of a cell are evenly spaced, or some are another row's.
    """
    held: dict[tuple[int, int], list[str]] = {}
    for number, row in enumerate(rows):
        bases: dict[int, list[float]] = {}
        for line in row:
            for piece in line.pieces:
                column = _column(xs, piece)
                if column is None:
                    return False
                held.setdefault((column, number), []).append(piece.text)
                bases.setdefault(column, []).append(line.row.base)
        if not all(map(are_even, bases.values())):
            return False
    figured = {column for (column, _), texts in held.items() if any(map(AMOUNT.fullmatch, texts))}
    return bool(figured) and all(
        len(texts) == 1 and _is_value(texts[0])
        for (column, _), texts in held.items()
        if column in figured
    )
