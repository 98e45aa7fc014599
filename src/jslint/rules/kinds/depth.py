"""depth: a table that lists accounts by code goes down to the level that is demanded."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: A table of fewer accounts with amounts may be an extract.
_FEWEST = 2


class Depth(Rule, frozen=True, kw_only=True):
    """Some account with an amount in a table of ``tables`` has a code of at least ``digits`` digits.

    A table of one account is not asked, nor is one without codes or amounts.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "tables": options.pattern,
        "digits": options.integer,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"table", "codes"})

    tables: re2._Regexp
    digits: int

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at the codes of every such table, its halves together."""
        halves: dict[int, list[Ledger]] = {}
        for ledger in context.ledgers:
            if self.tables.finds(ledger.title):
                halves.setdefault(id(ledger.table), []).append(ledger)
        for ledgers in halves.values():
            codes = list(_codes(ledgers))
            if len(codes) < _FEWEST:
                continue
            if any(len(code) >= self.digits for code in codes):
                yield Holds(self.entry.id, ())
                continue
            first = ledgers[0]
            yield self.diagnose(
                first.table.place,
                path=first.path,
                excerpt=first.title,
                table=first.title,
                codes="、".join(codes[:4]),
            )


def _codes(ledgers: list[Ledger]) -> Iterator[str]:
    """The codes of the accounts with an amount."""
    for ledger in ledgers:
        for line in ledger.lines:
            figures = (ledger.figure(line, column) for column in ledger.columns)
            if line.code and any(figure is not None and figure.value != 0 for figure in figures):
                yield line.code
