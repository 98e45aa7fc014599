"""code-names: a code stands once in a table, and beside one name throughout the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.names import key
from jslint.diagnostic import Holds, Related
from jslint.phrases import Family
from jslint.rules.bench.grading import capped
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Account
    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger, Line
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

say = Family("kinds")

#: What stands between the names of an account and of what it belongs to.
_PARTED = ("-", "—", "－", "–", "/", "·")


class CodeNames(Rule, frozen=True, kw_only=True):
    """A code of an account has one name in all tables, and one row with figures in each.

    The name printed most often counts as right; where there is no majority the one that the
    narrative gives an account, else either may be. A code that stands twice in a table, as in one that
    lists several units, is info.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"code", "table", "problem"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare all rows that print a code and a name."""
        named: dict[str, dict[str, list[tuple[Ledger, Line]]]] = {}
        for ledger in context.ledgers:
            seen: dict[str, Line] = {}
            for line in ledger.lines:
                if not line.code or not line.name:
                    continue
                named.setdefault(line.code, {}).setdefault(key(line.name), []).append(
                    (ledger, line)
                )
                first = seen.setdefault(line.code, line)
                if first is not line and line.figures:
                    yield self._wrong((ledger, line), (ledger, first), "again")
        told = {key(one) for topic in _items(context) for one in topic.names}
        for rows in named.values():
            ranks = {name: (len(found), name in told) for name, found in rows.items()}
            right = rows[max(ranks, key=lambda name: ranks[name])]
            best = max(ranks.values())
            is_open = sum(rank == best for rank in ranks.values()) > 1
            others = [
                row
                for found in rows.values()
                if found is not right
                for row in found
                if not _is_below(row[1].name, right[0][1].name)
            ]
            for row in others:
                yield self._wrong(row, right[0], "name", is_open=is_open)
            if not others:
                yield Holds(self.entry.id, ())

    def _wrong(
        self,
        here: tuple[Ledger, Line],
        there: tuple[Ledger, Line],
        problem: str,
        *,
        is_open: bool = False,
    ) -> Outcome:
        (ledger, line), (other, twin) = here, there
        said = say.phrase(f"code-names-{problem}", table=other.title, other=twin.name)
        return self.diagnose(
            line.label.at(),
            path=ledger.path,
            severity=capped(self.entry.severity, problem),
            excerpt=line.name,
            expected="" if is_open else twin.name,
            actual=line.name,
            related=(Related(twin.label.at(), twin.name),),
            code=line.code,
            table=ledger.title,
            problem=said,
        )


def _is_below(name: str, short: str) -> bool:
    """水利—防汛: whether a name is the other, or it the name, with what the account belongs to before it."""
    longer, end = sorted((key(name), key(short)), key=len, reverse=True)
    return longer.endswith(end) and longer.removesuffix(end).endswith(_PARTED)


def _items(context: Context) -> Iterator[Account]:
    """The accounts that the narrative names by 类, 款 and 项."""
    return (topic.account for topic in context.claims.topics if topic.account)
