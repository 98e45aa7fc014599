"""block-sum: a column adds up in a form that has heads between its rows."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.diagnostic import Holds
from jslint.figures.figure import BARE, UNITS
from jslint.figures.verdict import half_up
from jslint.rules.bench import blocks, cells
from jslint.rules.bench.cells import CellAt, CellSum
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.ledger import Column, Ledger, Line
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: A single part is no sum.
_SEVERAL = 2
_POINTS = UNITS["分"]


class BlockSum(Rule, frozen=True, kw_only=True):
    """In a form with heads between its rows, the columns that ``column`` finds add up.

    A head is a row in which ``column`` and each pattern of ``head`` find a cell; patterns are searched
    in the heads' words. With ``total``, the rows below all heads, or below the last, come to the row of
    that name, those that ``apart`` finds left out; else each block's first row is what its others come
    to, if the last of them is one that ``closing`` finds, and no more than one opens a list
    (``opener``). With ``exact: true`` they are points, which nobody rounded. Where a row has a figure in
    a column of ``head`` but none here, or where words stand there, nothing is added.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "head": options.patterns,
        "column": options.pattern,
        "total": options.pattern,
        "closing": options.pattern,
        "opener": options.pattern,
        "apart": options.pattern,
        "exact": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = cells.VALUES

    head: tuple[re2._Regexp, ...]
    column: re2._Regexp
    total: re2._Regexp | None = None
    closing: re2._Regexp | None = None
    opener: re2._Regexp | None = None
    apart: re2._Regexp | None = None
    exact: bool = False

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up each form, or each block of it."""
        heads = (self.column, *self.head)
        for found in blocks.forms(context, heads):
            if self.total is not None and blocks.is_partial(found[0].table, heads):
                place, what = found[0].table.place, found[0].title
                yield self.unchecked("columns", place, what=what)
            elif self.total is not None:
                yield from self._form(context, found)
            else:
                for block in found:
                    yield from self._block(context, block)

    def _form(self, context: Context, found: Sequence[Ledger]) -> Iterator[Outcome]:
        """The rows of all blocks, down to the next that has the total."""
        assert self.total is not None
        parts: list[CellAt] = []
        unread: CellAt | None = None
        for block in found:
            column = blocks.column(block, self.column)
            last, lines = len(parts), block.lines if column else ()
            for line in lines:
                assert column is not None
                cell = self._at(block, line, column)
                if self.total.finds(line.name):
                    if unread is None:
                        yield from self._sum(context, block, cell, (parts, parts[last:]))
                    else:
                        yield self._open(unread, unread.line)
                    parts, unread, last = [], None, 0
                elif self._is_unread(block, line, column):
                    unread = unread or cell
                elif not (self.apart and self.apart.finds(line.name)):
                    parts.append(cell)

    def _block(self, context: Context, block: Ledger) -> Iterator[Outcome]:
        """The rows below a block's first, in each of the columns."""
        whole, *rest = block.lines
        parts = [line for line in rest if line.name]
        if len(parts) < _SEVERAL or (self.closing and not self.closing.finds(parts[-1].name)):
            return
        if self.opener and sum(map(self.opener.finds, (line.name for line in parts))) > 1:
            yield self.unchecked("uncertain-whole", block.table.place, what=whole.name)
            return
        amounts = blocks.columns(block, self.column)
        for column in (one for one in amounts if one.index in whole.figures):
            terms = [self._at(block, line, column) for line in parts]
            strange = next((one for one in terms if _is_words(one)), None)
            if strange is not None:
                yield self._open(strange, strange.line)
            else:
                yield from self._sum(context, block, self._at(block, whole, column), (terms,))

    def _sum(
        self,
        context: Context,
        block: Ledger,
        whole: CellAt,
        readings: Sequence[Sequence[CellAt]],
    ) -> Iterator[Outcome]:
        """The sum of the first of several readings, unless it is that of another."""
        rows = [tuple(part for part in parts if part.figure is not None) for parts in readings]
        if whole.figure is None or len(rows[0]) < _SEVERAL:
            yield self._open(whole, whole.line)
            return
        for row in rows:
            if _is_rounded(whole.figure, [part.figure for part in row if part.figure]):
                places = (whole.place, *(part.place for part in row))
                yield Holds(self.entry.id, places, slack=True)
                return
        tried = [list(cells.check_sum(self, context, CellSum(block, whole, row))) for row in rows]
        held = (one for one in tried if all(isinstance(outcome, Holds) for outcome in one))
        yield from next(held, tried[0])

    def _open(self, cell: CellAt, line: Line) -> Outcome:
        return self.unchecked("part-without-figure", cell.place, what=line.name)

    def _is_unread(self, block: Ledger, line: Line, column: Column) -> bool:
        """Whether a row says something of the kind, but not how much in this column."""
        if line.figures.get(column.index) is not None:
            return False
        others = (one for pattern in self.head for one in blocks.columns(block, pattern))
        return not blocks.is_blank(block.text(line, column)) or any(
            one.index in line.figures for one in others
        )

    def _at(self, block: Ledger, line: Line, column: Column) -> CellAt:
        cell = cells.at(block, line, column)
        figure = cell.figure
        if not self.exact or figure is None or figure.unit != BARE:
            return cell
        return replace(cell, figure=replace(figure, unit=_POINTS))


def _is_rounded(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a sum of exact figures is printed to fewer places than they are (98.6 as 99)."""
    exact = whole.is_exact and whole.quantum > min(part.quantum for part in parts)
    added = sum((part.exact() for part in parts), Fraction(0))
    return exact and half_up(added, whole.quantum) == whole.value


def _is_words(cell: CellAt) -> bool:
    return cell.figure is None and not blocks.is_blank(cell.text)
