"""completion: a printed completion rate is the outturn over the budget it names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims.model import AMOUNT, BUDGET, CHANGE, COMPLETION
from jslint.diagnostic import Holds
from jslint.figures.verdict import Verdict
from jslint.rules.bench import near, readings, relate
from jslint.rules.bench.rates import grown, ratio
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome, Severity
    from jslint.figures.figure import Figure
    from jslint.figures.verdict import Rate
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Completion(Rule, frozen=True, kw_only=True):
    """A completion rate is the outturn over the budget, where that is printed.

    Where it is not, an outturn of zero and a rate that is not zero (or the reverse) contradict each
    other; what else the rate implies is the kind ``implied-budget``'s matter.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "actual_amount", "budget", "exact", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every completion rate."""
        for claim in context.claims.claims:
            if claim.kind == COMPLETION and claim.figure:
                yield readings.settle(
                    context.claims, claim, partial(self._check, context, claim, claim.figure)
                )

    def _check(self, context: Context, claim: Claim, printed: Figure, topic: int) -> Outcome:
        claim = replace(claim, topic=topic)
        actual = near.amount_near(context.claims, claim.topic, claim)
        if actual is None or actual.figure is None:
            return self.unchecked(context, "no-outturn", claim.place, what=claim.excerpt)
        budgets = near.budgets_near(context.claims, claim.topic, claim)
        places = (claim.place, actual.place, *(budget.place for budget in budgets[:1]))
        if actual.figure.value == 0 and printed.value == 0:
            held = relate.ratio(claim, actual, budgets[0]) if budgets else None
            return Holds(self.entry.id, places, relation=held)
        if not budgets:
            return self._without_budget(context, claim, actual)
        judged = [(budget, _judge(context, claim, actual, budget)) for budget in budgets]
        for budget, result in judged:
            if result is not None and result.verdict.holds:
                held = relate.ratio(claim, actual, budget)
                slack = result.verdict is Verdict.ROUNDING
                return Holds(self.entry.id, held.places, slack=slack, relation=held)
        budget, result = judged[0]
        assert budget.figure is not None
        if result is None and (budget.figure.value != 0 or actual.figure.value == 0):
            return self.unchecked(context, "budget-zero", claim.place, what=claim.excerpt)
        return self._broken(context, claim, (actual, budget), result)

    def _without_budget(self, context: Context, claim: Claim, actual: Claim) -> Outcome:
        assert claim.figure is not None
        assert actual.figure is not None
        if (claim.figure.value == 0) != (actual.figure.value == 0):
            return self._broken(context, claim, (actual,), None)
        if (outcome := self._by_difference(context, claim, actual)) is not None:
            return outcome
        other = self._fitting(context, claim, (actual,))
        if other is not None and other.text is claim.text and other.measure != claim.measure:
            severity = near.softened(Verdict.TIE_ONLY, self.entry.severity)
            return self._broken(context, claim, (actual,), None, severity)
        return self.unchecked(context, "no-budget", claim.place, what=claim.excerpt)

    def _by_difference(self, context: Context, claim: Claim, actual: Claim) -> Outcome | None:
        """The rate by how far the outturn is from the budget, where that is printed beside it."""
        assert claim.figure is not None
        assert actual.figure is not None
        found = [
            one
            for one in context.claims.beside(claim, claim.topic, CHANGE)
            if one.figure and one.direction and not one.carried
            if claim.measure.startswith(one.measure) and one.measure.startswith(BUDGET)
        ]
        if len(found) != 1 or actual.text is not claim.text:
            return None
        change = found[0]
        assert change.figure is not None
        assert change.direction is not None
        away = replace(claim.figure, value=change.direction * (claim.figure.value - 100))
        result = grown(context, away, change.figure, actual.figure, change.direction)
        if result is None:
            return None
        figures = (claim.place, actual.place, change.place)
        if result.verdict.holds:
            return Holds(self.entry.id, figures, slack=result.verdict is Verdict.ROUNDING)
        severity, note = near.weighed(result, self.entry.severity)
        now, less = words.printed(actual.figure), "-" if change.direction > 0 else "+"
        right = 100 + change.direction * result.exact
        return self.diagnose(
            context,
            claim.place,
            path=claim.path,
            severity=severity,
            excerpt=claim.excerpt,
            expected=f"{100 + change.direction * result.rounded}%",
            actual=words.printed(claim.figure),
            related=near.related(actual, change),
            figures=figures,
            subject=context.claims.topics[claim.topic].name,
            printed=words.printed(claim.figure),
            actual_amount=now,
            budget=f"({now}{less}{words.printed(change.figure)})",
            exact=words.percent(right, claim.figure),
            note=words.notes(context.lang, note),
        )

    def _broken(
        self,
        context: Context,
        claim: Claim,
        others: tuple[Claim, ...],
        result: Rate | None,
        severity: Severity | None = None,
    ) -> Outcome:
        assert claim.figure is not None
        severity = severity or self.entry.severity
        note: list[str] = []
        if result is not None:
            severity, note = near.weighed(result, severity)
        other = self._fitting(context, claim, others)
        if other is not None and other.figure is not None:
            note.append("other-budget")
        shown = [words.printed(one.figure) for one in others if one.figure]
        return self.diagnose(
            context,
            claim.place,
            path=claim.path,
            severity=severity,
            excerpt=claim.excerpt,
            expected=f"{result.rounded}%" if result else "",
            actual=words.printed(claim.figure),
            related=near.related(*others),
            figures=(claim.place, *(one.place for one in others)),
            asks=relate.ratio(claim, *others) if result else None,
            wording="" if result else "zero-budget" if len(shown) > 1 else "no-budget",
            subject=context.claims.topics[claim.topic].name,
            printed=words.printed(claim.figure),
            actual_amount=shown[0],
            budget=shown[1] if len(shown) > 1 else "",
            exact=words.percent(result.exact, claim.figure) if result else "",
            note=words.notes(
                context.lang,
                note,
                other=words.printed(other.figure) if other and other.figure else "",
            ),
        )

    def _fitting(self, context: Context, claim: Claim, others: tuple[Claim, ...]) -> Claim | None:
        """Another printed budget of the topic that the rate fits."""
        for budget in context.claims.about(claim.topic, AMOUNT):
            if budget.measure.startswith(BUDGET) and budget not in others:
                result = _judge(context, claim, others[0], budget)
                if result is not None and result.verdict.holds:
                    return budget
        return None


def _judge(context: Context, claim: Claim, actual: Claim, budget: Claim) -> Rate | None:
    assert claim.figure is not None
    assert actual.figure is not None
    assert budget.figure is not None
    return ratio(context, claim.figure, actual.figure, budget.figure)
