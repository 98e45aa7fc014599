"""negative: a table prints no negative figure where none makes sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules import cells, options, words
from jslint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger
    from jslint.rules.cells import CellAt
    from jslint.rules.context import Context
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
            if self.tables.search(ledger.title):
                for cell in self._cells(ledger):
                    yield self._judge(context, ledger, cell)

    def _cells(self, ledger: Ledger) -> Iterator[CellAt]:
        columns = [column for column in ledger.columns if not self._may(column.name)]
        for line in ledger.lines:
            if line.figures and not self._may(line.name):
                yield from (cells.at(ledger, line, column) for column in columns)

    def _may(self, name: str) -> bool:
        return any(pattern.search(name) for pattern in self.apart)

    def _judge(self, context: Context, ledger: Ledger, cell: CellAt) -> Outcome:
        figure = cell.figure
        if figure is None or figure.value >= 0:
            return Holds(self.entry.id, ())
        return self.diagnose(
            context,
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
