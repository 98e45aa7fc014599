"""hierarchy: in every column of a table of accounts, each account is the sum of those below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Diagnostic
from jslint.rules.bench import cells
from jslint.rules.bench.cells import CellSum
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger, Line
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class _Row(Struct, frozen=True):
    """A line with the half of its table that it stands in."""

    ledger: Ledger
    line: Line

    def cell(self, column: int) -> CellAt:
        """Its cell in the column that is the given one of its half."""
        return cells.at(self.ledger, self.line, self.ledger.columns[column])

    def has_figure(self, column: int) -> bool:
        """Whether a figure stands in that cell."""
        return self.ledger.columns[column].index in self.line.figures


class _Sum(Struct, frozen=True):
    """A row that should be the sum of others, and the lowest rows below it, if others than these."""

    whole: _Row
    parts: tuple[_Row, ...]
    leaves: tuple[_Row, ...]

    def is_blank(self, column: int) -> bool:
        """Whether no figure stands in one column, so that there is nothing to add up."""
        return not any(row.has_figure(column) for row in (self.whole, *self.parts))

    def at(self, column: int, *, flat: bool) -> CellSum:
        """The sum in one column; ``flat`` says that it may be tested down to its leaves."""
        return CellSum(
            self.whole.ledger,
            self.whole.cell(column),
            tuple(part.cell(column) for part in self.parts),
            tuple(leaf.cell(column) for leaf in self.leaves) if flat else (),
        )


class Hierarchy(Rule, frozen=True, kw_only=True):
    """类 = Σ款, 款 = Σ项, and a total without a code = Σ类, by the codes the table prints.

    Blank cells count as nothing. Where every level holds by itself, a sum is also tested down to its
    leaves, since levels that pass one by one can be jointly impossible. ``total`` names the rows that
    sum the highest codes, the shortest named of several kinds of them; in a table whose codes go on side by side, it is not certain which.
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
        halves: dict[tuple[int, int], list[Ledger]] = {}
        for ledger in context.ledgers:
            if self.tables is None or self.tables.finds(ledger.title):
                alike = id(ledger.table), len(ledger.columns)
                if any(line.code for line in ledger.lines):
                    halves.setdefault(alike, []).append(ledger)
        for found in halves.values():
            yield from self._check(context, found)

    def _check(self, context: Context, halves: list[Ledger]) -> Iterator[Outcome]:
        sums = self._sums(halves)
        for column in range(len(halves[0].columns)):
            broken: set[int] = set()
            for one in sums:
                sound = broken.isdisjoint(id(part) for part in one.parts)
                found: list[Outcome] = []
                if not one.is_blank(column):
                    found += cells.check_sum(self, context, one.at(column, flat=sound))
                yield from found
                if not sound or any(isinstance(outcome, Diagnostic) for outcome in found):
                    broken.add(id(one.whole))

    def _sums(self, halves: list[Ledger]) -> list[_Sum]:
        """All sums of a table, the deepest first."""
        rows = [_Row(ledger, line) for ledger in halves for line in ledger.lines]
        coded = [row for row in rows if row.line.code]
        children = _children([row.line.code for row in coded])
        below = {sub for subs in children.values() for sub in subs}
        sums = [
            (coded[at], children[at])
            for at in sorted(children, key=lambda at: len(coded[at].line.code), reverse=True)
        ]
        if len(halves) == 1:
            tops = [at for at in range(len(coded)) if at not in below]
            is_total = self.total.matches
            totals = [row for row in rows if not row.line.code and is_total(row.line.name)]
            sums += [(row, tops) for row in _grand(totals)]
        return [
            _Sum(whole, tuple(coded[at] for at in parts), _deeper(parts, children, coded))
            for whole, parts in sums
        ]


def _grand(totals: list[_Row]) -> list[_Row]:
    """The totals of the whole table: of several names, the shortest are."""
    shortest = min((len(row.line.name) for row in totals), default=0)
    return [row for row in totals if len(row.line.name) == shortest]


def _children(codes: Sequence[str]) -> dict[int, list[int]]:
    """The rows right below each row: those whose longest printed prefix its code is.

    Where a code stands twice, as in a list of projects or of units, a row is below the last one above
    it that its code goes on from: which of the others it is not part of is not certain otherwise.
    """
    twice = len(set(codes)) < len(codes)
    seen = {} if twice else {code: at for at, code in enumerate(codes)}
    found: dict[int, list[int]] = {}
    for at, code in enumerate(codes):
        above = (seen.get(code[:end]) for end in range(len(code) - 1, 0, -1))
        if (parent := next((one for one in above if one is not None), None)) is not None:
            found.setdefault(parent, []).append(at)
        seen[code] = at
    return found


def _deeper(
    parts: Sequence[int], children: Mapping[int, Sequence[int]], coded: Sequence[_Row]
) -> tuple[_Row, ...]:
    """The lowest rows below some; none where these are the lowest."""
    if not any(part in children for part in parts):
        return ()
    return tuple(coded[at] for at in _leaves(parts, children))


def _leaves(parts: Sequence[int], children: Mapping[int, Sequence[int]]) -> Iterator[int]:
    for part in parts:
        if part in children:
            yield from _leaves(children[part], children)
        else:
            yield part
