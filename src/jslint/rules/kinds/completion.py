"""completion: a printed completion rate is the outturn over the budget it names."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims.model import AMOUNT, BUDGET, CHANGE, COMPLETION, PRIOR, budget_of
from jslint.figures.verdict import Rate, Verdict
from jslint.patterns import regex
from jslint.rules.bench import alone, confined, near, rates, relate
from jslint.rules.bench.cases import (
    Case,
    Fault,
    Kept,
    Open,
    by_topic,
    conclude,
    judge,
    settle,
    weigh,
)
from jslint.rules.bench.grading import notes_of
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: An amount by which a budget was changed, and how far before the rate it is looked for.
_BEFORE = 150
#: The budgets that what was added is in.
_AFTERWARDS = (budget_of("调整"), budget_of("全年"))
_ADJUSTED = regex(r"(?:追加|调增|调减|核减|收回)[^，,。；;\d]{0,8}\d")
#: All that was planned, in percent.
_FULL = 100
#: A rate that fits none of so many budgets of its topic was not meant of one.
_OTHERS = 24


class Completion(Rule, frozen=True, kw_only=True):
    """A completion rate is the outturn over the budget, where that is printed.

    Where the budget is not, an outturn of zero and a rate that is not zero (or the reverse) contradict
    each other; what else the rate implies is the kind ``implied-budget``'s matter. An outturn that is
    not printed is no more than all that its paragraph has spent, and no less than what one of the
    budgets spent on the same.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "actual_amount", "budget", "base", "exact", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every completion rate."""
        claims = context.claims
        for claim in claims.claims:
            if claim.kind == COMPLETION and claim.figure:
                read = partial(self._read, context, claim, claim.figure)
                yield conclude(self, context, settle(context, by_topic(claims, claim, read)))

    def _read(self, context: Context, claim: Claim, printed: Figure, topic: int) -> Found:
        claim = replace(claim, topic=topic)
        actual = near.amount_near(context.claims, claim.topic, claim)
        if actual is None or actual.figure is None:
            return self._confined(context, claim, printed)
        budgets = near.budgets_near(context.claims, claim.topic, claim)
        if budgets:
            cases = (self._case(context, claim, actual, budget) for budget in budgets)
            found = settle(context, cases)
            doubtful = (
                _is_namesake(context, claim, actual, budgets)
                or _is_adjusted(context.claims, claim, budgets)
                or any(alone.is_of_several(context.claims, claim, one) for one in budgets)
            )
            return Open(claim, "other-subject") if isinstance(found, Fault) and doubtful else found
        if actual.figure.value == 0 and printed.value == 0:
            return Kept((claim.place, actual.place))
        return self._without_budget(context, claim, actual, printed)

    def _confined(self, context: Context, claim: Claim, printed: Figure) -> Found:
        """The rate of an outturn that is not printed, by what that lies between; it holds at either end."""
        budgets = near.budgets_near(context.claims, claim.topic, claim)
        if len(budgets) != 1 or budgets[0].text is not claim.text:
            return Open(claim, "no-outturn")
        weighed = [
            (sign, weigh(context, self._case(context, claim, end, budgets[0])))
            for sign, end in confined.ends(context.claims, claim)
        ]
        held = (one for _, one in weighed if isinstance(one, Kept))
        beyond = (
            one
            for sign, one in weighed
            if isinstance(one, Fault) and isinstance(one.result, Rate)
            if sign * (printed.exact() - one.result.exact) > 0
        )
        return next(held, None) or next(beyond, None) or Open(claim, "no-outturn")

    def _case(self, context: Context, claim: Claim, actual: Claim, budget: Claim) -> Case:
        fault = partial(self._fault, context, claim, (actual, budget))
        return Case(
            claim,
            relate.ratio(claim, actual, budget),
            fault,
            "budget-zero",
            baseless=fault if _is_nothing(budget) and not _is_nothing(actual) else None,
        )

    def _without_budget(
        self, context: Context, claim: Claim, actual: Claim, printed: Figure
    ) -> Found:
        fault = partial(self._fault, context, claim, (actual,))
        if _is_at_odds(claim, actual):
            return fault()
        if (found := self._by_difference(context, claim, actual, printed)) is not None:
            return found
        other = _fitting(context, claim, (actual,))
        # One that does not say which budget it is may be the one that the rate names.
        of_another = other is not None and other.measure not in (claim.measure, BUDGET)
        if other is not None and of_another and other.text is claim.text:
            return fault(doubts=("fits-another",))
        return Open(claim, "no-budget")

    def _by_difference(
        self, context: Context, claim: Claim, actual: Claim, printed: Figure
    ) -> Found | None:
        """The rate by how far the outturn is from the budget, where that is printed beside it."""
        change = _from_budget(context, claim)
        if change is None or change.figure is None or actual.text is not claim.text:
            return None
        assert actual.figure is not None
        sign = change.direction or 1
        away = replace(printed, value=sign * (printed.value - 100))
        result = rates.grown(context, away, change.figure, actual.figure, sign)
        if result is None:
            return None
        relation = relate.reached(claim, actual, change, sign)
        if result.verdict.holds:
            places = (claim.place, actual.place, change.place)
            return Kept(places, relation, slack=result.verdict is Verdict.ROUNDING)
        now, less = near.printed(actual), "-" if sign > 0 else "+"
        return Fault(
            claim=claim,
            others=(actual, change),
            relation=relation,
            result=result,
            expected=f"{100 + sign * result.rounded}%",
            values={
                "actual_amount": now,
                "budget": f"({now}{less}{near.printed(change)})",
                "exact": words.percent(100 + sign * result.exact, printed),
            },
        )

    def _fault(
        self,
        context: Context,
        claim: Claim,
        others: tuple[Claim, ...],
        result: Result | None = None,
        doubts: tuple[str, ...] = (),
    ) -> Fault:
        """A rate that its outturn (and its budget, if printed) contradicts, with the budget it fits."""
        other = _fitting(context, claim, others)
        fitting = ("other-budget",) if other else ()
        shown = [near.printed(one) for one in others]
        wording = "zero-budget" if len(shown) > 1 else "no-budget"
        level, _, base = claim.measure.partition(":")
        told = ("target" if base else "level") if level == PRIOR else ""
        odd = _is_at_odds(claim, others[0])
        zero = relate.turned((1, one) for one in (claim, others[0]))
        return Fault(
            claim=claim,
            others=others,
            relation=relate.ratio(claim, *others) if result else zero if odd else None,
            result=result,
            doubts=doubts,
            notes=(*notes_of(result), *fitting),
            wording=told if result else wording,
            values={"actual_amount": shown[0], "budget": shown[-1], "base": base},
            noted={"other": near.printed(other) if other else ""},
        )


def _from_budget(context: Context, claim: Claim) -> Claim | None:
    """How far the outturn is from the budget that a rate names, if one place of its paragraph says."""
    found = [
        one
        for one in context.claims.beside(claim, claim.topic, CHANGE)
        if one.figure and one.direction and not one.carried
        if claim.measure.startswith(one.measure) and one.measure.startswith(BUDGET)
    ]
    return found[0] if len(found) == 1 else None


def _is_namesake(context: Context, claim: Claim, actual: Claim, budgets: Sequence[Claim]) -> bool:
    """Whether a budget of another paragraph is another's of this name, since one more there fits."""
    if any(one.text is claim.text for one in budgets):
        return False
    other = _fitting(context, claim, (actual,))
    return other is not None and any(one.measure == other.measure for one in budgets)


def _is_adjusted(claims: Claims, claim: Claim, budgets: Sequence[Claim]) -> bool:
    """Whether an amount was added to the last budget before a rate, or taken from it: 年中追加 A 万元.

    Where the paragraph says what the budget then was, the rate names the one that it means.
    """
    before = [one.end for one in budgets if one.text is claim.text and one.end < claim.start]
    if not before or any(claims.beside(claim, claim.topic, AMOUNT, one) for one in _AFTERWARDS):
        return False
    start = max(claim.start - _BEFORE, *before)
    return _ADJUSTED.search(claim.text.value, start, claim.start) is not None


def _is_nothing(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.value == 0


def _is_at_odds(claim: Claim, actual: Claim) -> bool:
    """Whether just one of a rate and its outturn is zero, which no budget makes good.

    All of nothing (决算 0 万元，完成预算的 100%) is what was planned where the budget is nothing too.
    """
    full = claim.figure is not None and claim.figure.exact() == _FULL
    return _is_nothing(claim) != _is_nothing(actual) and not (full and _is_nothing(actual))


def _fitting(context: Context, claim: Claim, others: tuple[Claim, ...]) -> Claim | None:
    """Another printed budget of the topic that the rate fits."""
    budgets = (
        one
        for one in context.claims.about(claim.topic, AMOUNT)
        if one.figure and one.measure.startswith(BUDGET) and one not in others
    )
    for budget in islice(budgets, _OTHERS):
        result = judge(context, relate.ratio(claim, others[0], budget))
        if result is not None and result.verdict.holds:
            return budget
    return None
