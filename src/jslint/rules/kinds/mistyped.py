"""mistyped: an amount of the narrative is, but for one slip, what the tables print under its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims import names, senses
from jslint.diagnostic import Related
from jslint.figures.figure import Dimension
from jslint.figures.verdict import to_place
from jslint.rules.bench import cells, near, relate, statements
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.bench.digits import is_slip
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from fractions import Fraction

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.ledger import Column, Ledger, Line
    from jslint.rules.bench.cases import Found
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: A name of so many cells tells none of them from others.
_MOST = 60


class _Shown(Struct, frozen=True):
    """A cell with the name of what it is of: its row's, or its column's."""

    ledger: Ledger
    line: Line
    column: Column
    figure: Figure
    name: str

    @property
    def cell(self) -> CellAt:
        """The cell itself; found when asked for, since most are only looked at."""
        return cells.at(self.ledger, self.line, self.column)


class Mistyped(Rule, frozen=True, kw_only=True):
    """An amount of this year that no table prints under its name, but one does with one slip less.

    Whichever row and column is meant need not be known: all amounts that rows of this name hold are
    looked at, and in rows of a ``total`` those of columns of this name, in every table but those that
    ``unless`` finds in their titles. What a table shows in whose title ``fund`` is found is some of the
    money: a total, all of one side and what was left over are not looked for there where no fund is named. Only a long figure is complained of that one digit, two exchanged
    or the point keeps from one of them.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "unless": options.pattern,
        "total": options.pattern,
        "fund": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "printed", "name", "cell", "table"})
    BESIDES: ClassVar[bool] = True

    unless: re2._Regexp
    total: re2._Regexp
    fund: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at each amount whose name some row has."""
        named = self._named(context.ledgers)
        claims = context.claims
        for claim in claims.claims if named else ():
            if claim.is_money and near.states(claims, claim):
                topic = claims.topics[claim.topic]
                called = topic.account.names[-1] if topic.account else topic.name
                rows = named.get(names.key(called) if topic.account else topic.key, ())
                if len(rows) > _MOST:
                    continue
                every = self._is_of_all(called)
                fund = "" if every else claims.account(claim)
                found = [
                    one
                    for one in rows
                    if statements.is_called(called, one.name)
                    and _is_of(one, fund)
                    and not _is_of_other_side(one, called)
                    if not (every and self.fund.finds(one.ledger.title))
                ]
                if found and (told := _told(claim, found)) is not None:
                    yield conclude(self, context, told)

    def _is_of_all(self, called: str) -> bool:
        """Whether a name is of all money: a total, one side or what was left over, of no fund."""
        whole = self.total.finds(called) or "结转" in called
        whole = whole or any(senses.is_all_of(called, side) for side in senses.SIDES)
        return whole and not senses.account(called)

    def _named(self, ledgers: Sequence[Ledger]) -> dict[str, list[_Shown]]:
        """The amounts of all rows, and of all columns in the rows of totals, by the name of what they are of."""
        found: dict[str, list[_Shown]] = {}
        for ledger in ledgers:
            if self.unless.finds(ledger.title):
                continue
            for line in ledger.lines:
                own = names.subject(line.name)
                total = self.total.matches(names.plain(own))
                for column in ledger.columns:
                    figure = ledger.figure(line, column)
                    if figure is None or figure.unit.dimension is not Dimension.AMOUNT:
                        continue
                    for name in (own, column.name) if total else (own,):
                        shown = _Shown(ledger, line, column, figure, name)
                        found.setdefault(names.key(name), []).append(shown)
        return found


def _is_of(shown: _Shown, fund: str) -> bool:
    """Whether a cell is of the money of a fund, where one is named: by its table, its row or its column."""
    said = (shown.ledger.title, shown.line.name, shown.column.name)
    return not fund or any(senses.account(one) == fund for one in said)


def _is_of_other_side(shown: _Shown, called: str) -> bool:
    """Whether a cell is of the income where an expenditure is meant, or the other way about."""
    side = shown.column.path[0] if shown.column.path else ""
    return (
        side in senses.SIDES and called.endswith(tuple(senses.SIDES)) and not called.endswith(side)
    )


def _told(claim: Claim, found: Sequence[_Shown]) -> Found | None:
    """That a cell has the amount, or what one slip makes of the only one that may be meant."""
    assert claim.figure is not None
    meant: dict[Fraction, _Shown] = {}
    for one in found:
        figure = one.figure
        if 2 * abs(figure.exact() - claim.figure.exact()) <= figure.step + claim.figure.step:
            return Kept((claim.place, one.cell.place), slack=True)
        meant.setdefault(to_place(figure.exact(), claim.figure), one)
    slips = [one for value, one in meant.items() if is_slip(claim.figure, value)]
    return _fault(claim, slips[0]) if len(slips) == 1 else None


def _fault(claim: Claim, shown: _Shown) -> Fault:
    figure = shown.figure
    assert claim.figure is not None
    printed = words.printed(figure)
    return Fault(
        claim=claim,
        others=(Related(shown.cell.place, f"{shown.name} {printed}"),),
        relation=relate.same(claim, shown.cell),
        notes=(),
        expected=words.replacing(to_place(figure.exact(), claim.figure), claim.figure, [figure]),
        values={
            "printed": near.printed(claim),
            "name": shown.name,
            "cell": printed,
            "table": shown.ledger.title or words.word("untitled"),
        },
    )
