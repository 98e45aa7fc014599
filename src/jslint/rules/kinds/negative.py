"""negative: a table prints no negative figure where none makes sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.bench import cells
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Negative(Rule, frozen=True, kw_only=True):
    """No cell of a table whose title ``tables`` finds is negative.

    ``apart`` are patterns of rows and columns that may be: they are searched in the row's name and in
    the header path.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "tables": options.pattern,
        "apart": options.patterns,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"table", "row", "column", "value"})
    MOST: ClassVar[int] = 5

    tables: re2._Regexp
    apart: tuple[re2._Regexp, ...] = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every figure of every such table."""
        for ledger in context.ledgers:
            if not self.tables.finds(ledger.title):
                continue
            negative = list(self._cells(ledger))
            for cell in negative:
                yield self._broken(ledger, cell)
            if not negative:
                yield Holds(self.entry.id, ())

    def _cells(self, ledger: Ledger) -> Iterator[CellAt]:
        """The cells that are negative and may not be."""
        for line in ledger.lines:
            below = {at for at, figure in line.figures.items() if figure.value < 0}
            if below and not self._may(line.name):
                for column in ledger.columns:
                    if column.index in below and not self._may(column.name):
                        yield cells.at(ledger, line, column)

    def _may(self, name: str) -> bool:
        return any(pattern.finds(name) for pattern in self.apart)

    def _broken(self, ledger: Ledger, cell: CellAt) -> Outcome:
        figure = cell.figure
        assert figure is not None
        return self.diagnose(
            cell.place,
            path=ledger.path,
            excerpt=f"{cell.line.name} {words.printed(figure)}".strip(),
            actual=words.printed(figure),
            figures=(cell.place,),
            table=ledger.title,
            row=cell.line.name,
            column=cell.column.name,
            value=words.printed(figure),
        )
