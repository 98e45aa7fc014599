"""parents: an account stands below its own 类 and 款 where the others of its table do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger, Line
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: Codes of 款 and 项, and how much of them is the code of what they stand below.
_BELOW = ((5, 3), (7, 5))
#: So many accounts stand below theirs, and at most one in so many does not, where a row is missing.
_FEWEST = 3
_MOST = 4


class Parents(Rule, frozen=True, kw_only=True):
    """No row of a 类 or 款 is missing in a table that has one above nearly all of its accounts.

    Sums of the rows below do not show it: what stands alone is added up by itself. Tables of one
    title are one table, which goes on over several pages.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"tables": options.pattern}
    VALUES: ClassVar[frozenset[str]] = frozenset({"account", "code", "table"})

    tables: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every table of accounts."""
        titled: dict[str, list[tuple[Ledger, Line]]] = {}
        for ledger in context.ledgers:
            if self.tables.finds(ledger.title):
                coded = [(ledger, line) for line in ledger.lines if line.code]
                titled.setdefault(ledger.title, []).extend(coded)
        for rows in titled.values():
            missing = dict(_missing(rows))
            for code, (ledger, line) in missing.items():
                yield self.diagnose(
                    line.label.at(),
                    path=ledger.path,
                    excerpt=line.name or line.code,
                    account=line.name,
                    code=code,
                    table=ledger.title,
                )
            if rows and not missing:
                yield Holds(self.entry.id, ())


def _missing(rows: list[tuple[Ledger, Line]]) -> Iterator[tuple[str, tuple[Ledger, Line]]]:
    """The codes that no row has, each with the first row that should stand below one."""
    codes = {line.code for _, line in rows}
    for size, above in _BELOW:
        level = [(ledger, line) for ledger, line in rows if len(line.code) == size]
        alone = [row for row in level if row[1].code[:above] not in codes]
        if len(level) - len(alone) < _FEWEST or _MOST * len(alone) > len(level):
            continue
        yield from ((row[1].code[:above], row) for row in reversed(alone))
