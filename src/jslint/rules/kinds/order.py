"""order: 大于, 小于 and 等于 agree with the two amounts, or with the completion rate."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims.model import ACTUAL, AMOUNT, COMPLETION, ORDER, Claim
from jslint.figures.interval import Interval
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Fault, Kept, Open, by_topic, conclude, settle
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    #: Outturn less budget: as it is, as loosely as 基本 allows, where it stands, and as printed.
    _Evidence = tuple[Interval, Interval, tuple[Claim, ...], str]

_SIGNS = {1: "above", 0: "equal", -1: "below"}
#: How far apart two amounts that are "about equal" (基本持平) may be.
_ABOUT = Fraction(5, 100)


class Order(Rule, frozen=True, kw_only=True):
    """A comparison word is contradicted only where every pair of true values contradicts it.

    大于 or 小于 beside two amounts that are printed alike is info.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "word", "evidence", "sign"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Hold every comparison of outturn and budget against what is printed of both."""
        for claim in context.claims.claims:
            if claim.kind == ORDER:
                read = partial(self._read, context, claim)
                readings = by_topic(context.claims, claim, read)
                yield conclude(self, context, settle(context, readings))

    def _read(self, context: Context, claim: Claim, topic: int) -> Found:
        claim = replace(claim, topic=topic)
        found = _evidence(context, claim)
        if not found:
            return Open(claim, "nothing-to-compare")
        difference, about, claims, shown = next(
            (one for one in found if _possible(claim, *one[:2])), found[0]
        )
        relation = _relation(claim, claims)
        possible = _possible(claim, difference, about)
        alike = possible and claim.direction and _are_alike(claims)
        if possible and not alike:
            return Kept((claim.place, *(other.place for other in claims)), relation)
        sign = 0 if alike else (difference.low > 0) - (difference.high < 0)
        return Fault(
            claim=claim,
            others=claims,
            relation=relation,
            figures=(claim.place, *(other.place for other in claims)),
            doubts=("alike",) if alike else (),
            actual="",
            values={
                "word": "".join(claim.text.value[claim.start : claim.end].split()),
                "evidence": shown,
                "sign": words.word(_SIGNS[sign]),
            },
        )


def _are_alike(claims: tuple[Claim, ...]) -> bool:
    """Whether two amounts are printed alike, so that neither word of comparison is shown right."""
    values = [other.figure.exact() for other in claims if other.figure]
    return len(values) == 2 and len(set(values)) == 1  # noqa: PLR2004 - outturn and budget


def _relation(claim: Claim, claims: tuple[Claim, ...]) -> Relation | None:
    """What the word says of two amounts; nothing of a rate."""
    if len(claims) != 2:  # noqa: PLR2004 - outturn and budget
        return None
    actual, budget = claims
    if claim.direction == 0:
        about = near.is_about(claim)
        return relate.about(actual, budget, _ABOUT) if about else relate.same(actual, budget)
    return relate.order(actual, budget) if claim.direction == 1 else relate.order(budget, actual)


def _possible(claim: Claim, difference: Interval, about: Interval) -> bool:
    if claim.direction == 0:
        loose = "基本" in claim.text.value[claim.start : claim.end]
        return 0 in (about if loose else difference)
    return difference.high >= 0 if claim.direction == 1 else difference.low <= 0


def _evidence(context: Context, claim: Claim) -> list[_Evidence]:
    """Outturn less budget by their amounts; by the rate where those are not printed, or open."""
    amounts, rated = _amounts(context, claim), _rate(context, claim)
    if not amounts:
        return rated
    open_ones = [one for one in amounts if _is_open(claim, one)]
    if len(open_ones) < len(amounts) or not rated:
        return amounts
    return [one for one in rated if not _possible(claim, *one[:2])] or amounts


def _is_open(claim: Claim, evidence: _Evidence) -> bool:
    """Whether amounts of different last places leave open which is larger, though as printed they do not."""
    span, about, (actual, budget, *_), _ = evidence
    assert actual.figure is not None
    assert budget.figure is not None
    printed = Interval.point(actual.figure.exact() - budget.figure.exact())
    return _possible(claim, span, about) and not _possible(claim, printed, printed)


def _amounts(context: Context, claim: Claim) -> list[_Evidence]:
    """Outturn less each budget that may be meant, where both are printed."""
    actual = near.amount_near(context.claims, claim.topic, claim, ACTUAL)
    if actual is None:
        return []
    return [
        _difference(claim, actual, budget)
        for budget in near.budgets_near(context.claims, claim.topic, claim)
    ]


def _difference(claim: Claim, actual: Claim, budget: Claim) -> _Evidence:
    assert actual.figure is not None
    assert budget.figure is not None
    if actual.figure.quantum == budget.figure.quantum:
        difference = Interval.point(actual.figure.exact() - budget.figure.exact())
    else:
        difference = actual.figure.interval() - budget.figure.interval()
    about = difference.widened(abs(budget.figure.exact()) * _ABOUT)
    shown = f"{words.printed(actual.figure)}、{words.printed(budget.figure)}"
    if claim.direction and difference == Interval.point(0):
        difference = actual.figure.interval() - budget.figure.interval()
    return difference, about, (actual, budget), shown


def _rate(context: Context, claim: Claim) -> list[_Evidence]:
    """Completion rate less 100 %, of the same budget; nothing where the outturn is zero."""
    rates = [
        other
        for other in context.claims.about(claim.topic, COMPLETION)
        if other.figure and other.measure.startswith(claim.measure)
    ]
    actual = [other for other in context.claims.about(claim.topic, AMOUNT, ACTUAL) if other.figure]
    if not rates or all(other.figure and other.figure.value == 0 for other in actual):
        return []
    before = [other for other in rates if other.index < claim.index] or rates
    figure = before[-1].figure
    assert figure is not None
    span = figure.interval(context.style.quantum(figure)) - Interval.point(100)
    return [(span, span.widened(100 * _ABOUT), (before[-1],), words.printed(figure))]
