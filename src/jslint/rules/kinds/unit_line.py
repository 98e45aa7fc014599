"""unit-line: a table of amounts says in which unit it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.figures.figure import Dimension
from jslint.rules.bench.grading import capped
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class UnitLine(Rule, frozen=True, kw_only=True):
    """Every table whose title ``tables`` finds and that holds figures has a line such as 单位：万元.

    Without it the table's amounts are not compared with those of other tables or of the text. Where
    most of these tables lack it, the report says its unit elsewhere: that is information.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"tables": options.pattern}
    VALUES: ClassVar[frozenset[str]] = frozenset({"table"})

    tables: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every such table once."""
        looked = list({id(one.table): one for one in self._filled(context)}.values())
        bare = [one for one in looked if one.unit.dimension is not Dimension.AMOUNT]
        sure = 2 * len(bare) < len(looked)
        severity = capped(self.entry.severity, *([] if sure else ["unit-nowhere"]))
        for ledger in bare:
            first = next(cell for row in ledger.table.rows for cell in row if cell.value)
            yield self.diagnose(
                first.at(),
                path=ledger.path,
                severity=severity,
                excerpt=first.value,
                table=ledger.title,
            )
        yield from (Holds(self.entry.id, ()) for _ in range(len(looked) - len(bare)))

    def _filled(self, context: Context) -> Iterator[Ledger]:
        """The tables that hold figures, each side of them."""
        for ledger in context.ledgers:
            if any(line.figures for line in ledger.lines) and self.tables.finds(ledger.title):
                yield ledger
