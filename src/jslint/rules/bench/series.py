"""The columns and the rows of a table as series of cells, which are asked the same questions."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.figures.figure import UNITS, Dimension
from jslint.ledger import kinds
from jslint.rules.bench import cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from jslint.ledger import Column, Ledger, Line
    from jslint.rules.bench.cells import CellAt

#: A row of this many cells is one of a long list, and not one that others are computed from.
_LONG_LIST = 12
#: So many that each are one more than the last are numbers of rows.
_FEWEST_NUMBERS = 5


class Series(Struct, frozen=True, dict=True):
    """A column by its header path, or a row by its name; ``code`` is a row's.

    A cell is None where what it should hold is not known.
    """

    path: tuple[str, ...]
    cells: tuple[CellAt | None, ...]
    code: str = ""

    @property
    def name(self) -> str:
        """Its own name, below all heads."""
        return self.path[-1] if self.path else ""

    @cached_property
    def values(self) -> tuple[Fraction | None, ...]:
        """The values of its figures; None where there is none."""
        return tuple(one.figure.exact() if one and one.figure else None for one in self.cells)

    @cached_property
    def dimensions(self) -> frozenset[Dimension]:
        """What its figures measure."""
        figures = (one.figure for one in self.cells if one and one.figure)
        return frozenset(figure.unit.dimension for figure in figures)

    @cached_property
    def is_rate(self) -> bool:
        """Whether all of its figures are in percent."""
        return self.dimensions == {Dimension.RATE}

    @cached_property
    def is_amount(self) -> bool:
        """Whether it has figures, none of them a rate by its sign or by its name."""
        rates = {Dimension.RATE, Dimension.POINT}
        return (
            bool(self.dimensions) and not self.dimensions & rates and not kinds.is_rate(self.name)
        )

    @cached_property
    def has_minus(self) -> bool:
        """Whether a figure of it is below zero."""
        return any(value is not None and value < 0 for value in self.values)


def columns(ledger: Ledger) -> list[Series]:
    """The columns of a table, from the left."""
    return [
        Series(column.path, tuple(_cells(ledger, ledger.lines, (column,), column.path[-1:])))
        for column in _of_values(ledger)
    ]


def rows(ledger: Ledger) -> list[Series]:
    """The rows of a table, from the top."""
    values = _of_values(ledger)
    return [
        Series((line.name,), tuple(_cells(ledger, (line,), values, (line.name,))), line.code)
        for line in ledger.lines
    ]


def _of_values(ledger: Ledger) -> list[Column]:
    """The columns but those that number the rows (59, 60, 61, …), as the rest of a table may without a head."""
    return [column for column in ledger.columns if not _counts(ledger, column)]


def _counts(ledger: Ledger, column: Column) -> bool:
    figures = [ledger.figure(line, column) for line in ledger.lines]
    values = [figure.exact() for figure in figures if figure is not None]
    steps = {after - before for before, after in pairwise(values)}
    return len(values) >= _FEWEST_NUMBERS and steps == {1} and values[0] == int(values[0])


def _cells(
    ledger: Ledger, lines: Sequence[Line], columns: Sequence[Column], name: Sequence[str]
) -> Iterator[CellAt | None]:
    """Cells, in percent where what they stand in is called a rate; None for one that is not known."""
    rated = any(map(kinds.is_rate, name))
    for line in lines:
        for column in columns:
            found = cells.at(ledger, line, column) if ledger.has(line, column) else None
            yield _in_percent(found) if found and rated else found


def _in_percent(cell: CellAt) -> CellAt:
    """A cell with its bare number or amount as a rate."""
    figure = cell.figure
    if figure is None or figure.unit.dimension not in (Dimension.AMOUNT, Dimension.BARE):
        return cell
    return replace(cell, figure=replace(figure, unit=UNITS["%"]))


def few(ledger: Ledger) -> list[Series]:
    """The rows of a table that has few: those of a list are not computed one from the other."""
    return rows(ledger) if len(ledger.lines) <= _LONG_LIST else []
