"""unit-line: a table of amounts says in which unit it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.figures.figure import Dimension
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class UnitLine(Rule, frozen=True, kw_only=True):
    """Every table whose title ``tables`` finds and that holds figures has a line such as 单位：万元.

    Without it the table's amounts are not compared with those of other tables or of the text.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"tables": options.pattern}
    VALUES: ClassVar[frozenset[str]] = frozenset({"table"})

    tables: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every such table once."""
        seen: set[int] = set()
        for ledger in context.ledgers:
            filled = any(line.figures for line in ledger.lines)
            if not filled or id(ledger.table) in seen or not self.tables.finds(ledger.title):
                continue
            seen.add(id(ledger.table))
            if ledger.unit.dimension is Dimension.AMOUNT:
                yield Holds(self.entry.id, ())
            else:
                yield self.diagnose(
                    context,
                    ledger.table.place,
                    path=ledger.path,
                    excerpt=ledger.title,
                    table=ledger.title,
                )
