"""hierarchy: in every column of a table of accounts, each account is the sum of those below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Diagnostic
from jslint.rules import cells, options
from jslint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger, Line
    from jslint.rules.context import Context
    from jslint.tree import Node


class Hierarchy(Rule, frozen=True, kw_only=True):
    """类 = Σ款, 款 = Σ项, and a total without a code = Σ类, by the codes the table prints.

    Blank cells count as nothing. Where every level holds by itself, a sum is also tested down to its
    leaves, since levels that pass one by one can be jointly impossible. ``total`` names the rows that sum the highest codes.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "tables": options.pattern,
        "total": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = cells.VALUES

    total: re2._Regexp
    tables: re2._Regexp | None = None

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check every table whose rows carry codes of several levels."""
        for ledger in context.ledgers:
            if self.tables is None or context.patterns.finds(self.tables, ledger.title):
                yield from self._check_ledger(context, ledger)

    def _check_ledger(self, context: Context, ledger: Ledger) -> Iterator[Outcome]:
        coded = {line.code: line for line in ledger.lines if line.code}
        if not coded:
            return
        children = _children(coded)
        below = {sub for subs in children.values() for sub in subs}
        deepest = sorted(children, key=len, reverse=True)
        sums = [(coded[code], [coded[sub] for sub in children[code]]) for code in deepest]
        tops = [line for code, line in coded.items() if code not in below]
        sums += [
            (line, tops)
            for line in ledger.lines
            if not line.code and context.patterns.matches(self.total, line.name)
        ]
        leaves = {whole.index: _leaves(parts, children, coded) for whole, parts in sums}
        for column in ledger.columns:
            broken: set[int] = set()
            for whole, parts in sums:
                sound = broken.isdisjoint(part.index for part in parts)
                found = list(
                    cells.check_sum(
                        self,
                        context,
                        cells.CellSum(
                            ledger,
                            cells.at(ledger, whole, column),
                            tuple(cells.at(ledger, part, column) for part in parts),
                            tuple(cells.at(ledger, leaf, column) for leaf in leaves[whole.index])
                            if sound
                            else (),
                        ),
                    )
                )
                yield from found
                if not sound or any(isinstance(one, Diagnostic) for one in found):
                    broken.add(whole.index)


def _children(coded: dict[str, Line]) -> dict[str, list[str]]:
    """The codes right below each code: those whose longest printed prefix it is."""
    found: dict[str, list[str]] = {}
    for code in coded:
        prefixes = [other for other in coded if other != code and code.startswith(other)]
        if prefixes:
            found.setdefault(max(prefixes, key=len), []).append(code)
    return found


def _leaves(
    parts: list[Line], children: dict[str, list[str]], coded: dict[str, Line]
) -> list[Line]:
    found: list[Line] = []
    for part in parts:
        below = children.get(part.code)
        found += _leaves([coded[code] for code in below], children, coded) if below else [part]
    return found
