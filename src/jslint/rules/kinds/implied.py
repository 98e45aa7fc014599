"""implied-budget: the budgets that completion rates imply can add up to the total's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import COMPLETION
from jslint.figures.interval import Interval
from jslint.figures.verdict import Verdict, linear, literal
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Fault, Kept, Open, conclude, once
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from jslint.claims.model import Claim, Claims, Group
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class _Rated(Struct, frozen=True):
    """A topic's outturn and completion rate, and its budget where that is printed."""

    actual: Claim
    rate: Claim
    budget: Claim | None = None


class ImpliedBudget(Rule, frozen=True, kw_only=True):
    """Where budgets are not printed, outturn over rate bounds each; parts and total must agree.

    A part with a rate of 0 %, or of nothing and without a rate, implies no budget, so then only the others' sum is held against the
    total from below; so it is where the total's budget is printed, for a list of what was spent may
    leave out what was not.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "implied", "low", "high", "rates", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check every complete list in which the whole and all parts print a completion rate."""
        for found in once(self._all(context)):
            yield conclude(self, context, found)

    def _all(self, context: Context) -> Iterator[Open | Kept | Fault]:
        for group in context.claims.groups:
            named = (group.whole, *group.parts)
            rows = {topic: _rated(context.claims, topic) for topic in named}
            rated = [row for row in rows.values() if row is not None]
            total = rows[group.whole]
            if total is None or len(rated) == 1 or all(row.budget for row in rated):
                continue
            unspent = [topic for topic, row in rows.items() if row is None]
            if not all(_is_nothing(context.claims, topic, total.rate) for topic in unspent):
                continue
            if (group.closed and _adds_up(rated)) or (group.sure and _makes_up(rated)):
                yield _found(context, group, rated, some=bool(unspent))


def _is_nothing(claims: Claims, topic: int, claim: Claim) -> bool:
    """Whether nothing was spent on a topic, so that what was budgeted for it is not known."""
    spent = near.amount_near(claims, topic, claim)
    return spent is not None and spent.figure is not None and spent.figure.value == 0


def _found(
    context: Context, group: Group, rows: list[_Rated], *, some: bool
) -> Open | Kept | Fault:
    """The budgets that rates imply; ``some`` where other parts may have had one."""
    places = tuple(claim.place for row in rows for claim in (row.actual, row.rate))
    fine, coarse = (
        _spans(rows, quantum, some=some) for quantum in (context.style.quantum, literal)
    )
    total = rows[0]
    relation = relate.implied((row.actual, row.rate, 1) for row in rows)
    if fine is None or coarse is None:
        return Open(total.rate, "rate-zero", "")
    if fine[0].meets(fine[1]):
        return Kept(places, relation, slack=True)
    whole, parts = fine
    now = total.actual.figure
    assert now is not None
    span = _rate_span(now, parts)
    accused = total.rate if total.budget is None else _partly_spent(rows)
    doubts = ("coarse",) if coarse[0].meets(coarse[1]) else ()
    return Fault(
        claim=accused,
        others=tuple(row.rate for row in rows if row.rate is not accused),
        relation=relation,
        figures=places,
        doubts=doubts,
        notes=doubts,
        expected=span if total.budget is None else "",
        wording="" if total.budget is None else "implied-parts",
        values={
            "subject": context.claims.topics[group.whole].name,
            "implied": near.printed(total.budget) if total.budget else _ends(whole, now),
            "low": words.amount(parts.low, now),
            "high": words.amount(parts.high, now),
            "rates": span,
        },
    )


def _ends(span: Interval, like: Figure) -> str:
    return f"{words.amount(span.low, like)}—{words.amount(span.high, like)}"


def _adds_up(rows: list[_Rated]) -> bool:
    """Whether the parts' outturns are all of the whole's; else some part was not read."""
    whole, *parts = (row.actual.figure for row in rows)
    assert whole is not None
    return linear([(1, part) for part in parts if part], whole).verdict is not Verdict.IMPOSSIBLE


def _makes_up(rows: list[_Rated]) -> bool:
    """Whether several parts come to just the whole, and all rates are of one kind of budget."""
    whole, *parts = (row.actual.figure for row in rows)
    assert whole is not None
    kinds = {row.rate.measure for row in rows}
    made = linear([(1, part) for part in parts if part], whole).verdict
    return made is Verdict.EXACT and len(parts) > 1 and len(kinds) == 1


def _rate_span(actual: Figure, budgets: Interval) -> str:
    low = actual.exact() / budgets.high * 100
    high = actual.exact() / budgets.low * 100
    return f"{words.hundredths(low)}—{words.hundredths(high)}"


def _partly_spent(rows: list[_Rated]) -> Claim:
    """The rate of the first part of which neither nothing nor all was spent, else of the last."""
    told = [
        row.rate for row in rows[1:] if row.rate.figure and row.rate.figure.value not in (0, 100)
    ]
    return told[0] if told else rows[-1].rate


def _rated(claims: Claims, topic: int) -> _Rated | None:
    """The topic's completion rate with its outturn, unless it may be of several budgets."""
    rates = [claim for claim in claims.about(topic, COMPLETION) if claim.figure]
    budgets = near.budgets_near(claims, topic, rates[0]) if rates else []
    if not rates or len(budgets) > 1:
        return None
    actual = near.amount_near(claims, topic, rates[0])
    return _Rated(actual, rates[0], budgets[0] if budgets else None) if actual else None


def _spans(
    rows: list[_Rated], quantum: Callable[[Figure], Decimal], *, some: bool
) -> tuple[Interval, Interval] | None:
    """The budgets implied by the total's rate, and by the parts' rates together."""
    whole = _implied(rows[0], quantum)
    if whole is None:
        return None
    parts = [_implied(row, quantum) for row in rows[1:]]
    known = [part for part in parts if part is not None]
    summed = sum(known, Interval.point(0))
    # What was budgeted and not spent may not be listed.
    if some or len(known) < len(parts) or rows[0].budget is not None:
        summed = Interval(summed.low, max(summed.high, whole.high))
    return whole, summed


def _implied(row: _Rated, quantum: Callable[[Figure], Decimal]) -> Interval | None:
    """The printed budget, else outturn over rate; None where the rate can be zero."""
    if row.budget is not None and row.budget.figure is not None:
        return row.budget.figure.interval(quantum(row.budget.figure))
    actual, rate = row.actual.figure, row.rate.figure
    assert actual is not None
    assert rate is not None
    rates = rate.interval(quantum(rate))
    if rates.low <= 0:
        return None
    quotient = actual.interval(quantum(actual)) / rates
    return Interval(quotient.low * 100, quotient.high * 100)
