"""Whether the figures of a department are the sums of its units', however they count each other's money.

A department adds up its units, and takes away what they pay each other: then each transfer, and each
total with it, is less than the sum by as much; or it does not, and both hold it twice. Either is right.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jslint.figures.verdict import linear
from jslint.group.model import CARRIER, LOOSE, PAID, PLAIN, RECEIVED, Judged, Transfer, yuan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jslint.figures.figure import Figure
    from jslint.group.model import Cell

_TRANSFERS = (RECEIVED, PAID)


def judged(cells: Iterable[Cell]) -> list[Judged]:
    """Each cell with its difference, those of totals without the transfers that were taken away."""
    cells = list(cells)
    beside = _beside(cells)
    paid = _most(cells, PAID)
    return [_judged(cell, beside, paid) for cell in cells]


def _judged(
    cell: Cell, beside: Mapping[tuple[str, str, bool], list[Cell]], paid: Fraction
) -> Judged:
    role = cell.addend.role
    if role.kind == CARRIER:
        return _with(cell, beside.get(_line(cell), []))
    found = _plain(cell)
    if role.kind in _TRANSFERS:
        # As much as the units print may have been paid among themselves.
        return _lessened(found, _sum(cell))
    return _lessened(found, paid) if role.kind == LOOSE else found


def _lessened(found: Judged, less: Fraction) -> Judged:
    return Judged(found.cell, found.difference, found.bound, less, found.single)


def _plain(cell: Cell) -> Judged:
    return _compared(cell, [(part.weight, _figure(part.addend.figure)) for part in cell.parts])


def _with(cell: Cell, transfers: Sequence[Cell]) -> Judged:
    """A total: the sum, less what was taken away from the transfers in its row or column."""
    terms = [(part.weight, _figure(part.addend.figure)) for part in cell.parts]
    for one in transfers:
        if _is_less(one):
            terms += [(-part.weight, _figure(part.addend.figure)) for part in one.parts]
            terms.append((1, one.total))
    return _compared(cell, terms)


def _is_less(cell: Cell) -> bool:
    """Whether some of a transfer was taken away, beyond what rounding explains."""
    found = _plain(cell)
    return found.is_broken and found.difference < 0


def _compared(cell: Cell, terms: Sequence[tuple[int, Figure]]) -> Judged:
    counted = [(weight, figure) for weight, figure in terms if weight]
    result = linear(counted, cell.total)
    single = sum(not figure.is_hard_zero for _, figure in counted) <= 1
    return Judged(cell, -result.difference, result.bound, single=single)


def _figure(figure: Figure | None) -> Figure:
    assert figure is not None  # a part prints one
    return figure


def _sum(cell: Cell) -> Fraction:
    parts = ((part.weight, _figure(part.addend.figure)) for part in cell.parts)
    return sum((Fraction(weight * yuan(figure)) for weight, figure in parts), Fraction(0))


def _line(cell: Cell) -> tuple[str, str, bool]:
    """The row, or column, that a transfer is in and that its total is in too."""
    table, column, row = cell.key
    down = cell.addend.role.down
    return (table, column if down else row, down)


def _beside(cells: Iterable[Cell]) -> dict[tuple[str, str, bool], list[Cell]]:
    found: dict[tuple[str, str, bool], list[Cell]] = {}
    for cell in cells:
        if cell.addend.role.kind in _TRANSFERS:
            found.setdefault(_line(cell), []).append(cell)
    return found


def _most(cells: Iterable[Cell], kind: str) -> Fraction:
    """The most that was taken away of all transfers of a line together."""
    lines: dict[tuple[str, str, bool], Fraction] = {}
    for cell in cells:
        if cell.addend.role.kind == kind and _is_less(cell):
            line = _line(cell)
            lines[line] = lines.get(line, Fraction(0)) - _plain(cell).difference
    return max(lines.values(), default=Fraction(0))


def transfers(cells: Iterable[Cell]) -> Iterator[Transfer]:
    """Each kind of transfer between units: what they print, and what the department took away."""
    widest: dict[tuple[int, str], Cell] = {}
    for cell in cells:
        role = cell.addend.role
        if role.kind in _TRANSFERS:
            key = role.pair, role.kind
            if key not in widest or _sum(cell) > _sum(widest[key]):
                widest[key] = cell
    for pair in sorted({pair for pair, _ in widest}):
        both = [widest.get((pair, kind)) for kind in _TRANSFERS]
        received, paid = (_sum(one) if one else Fraction(0) for one in both)
        gone = tuple(
            -_plain(one).difference if one and _is_less(one) else Fraction(0) for one in both
        )
        shown = next(one for one in both if one)
        yield Transfer(pair, shown.addend.label, shown.total, received, paid, (gone[0], gone[1]))


def plain(found: Iterable[Judged]) -> list[Judged]:
    """Those of figures that no transfer is in."""
    return [one for one in found if one.cell.addend.role.kind == PLAIN]
