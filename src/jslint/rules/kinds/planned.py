"""planned: a completion rate whose budget stands in a table is the outturn over that budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import ACTUAL, BUDGET, COMPLETION
from jslint.claims.names import plain
from jslint.diagnostic import Holds, Related
from jslint.figures.verdict import Verdict
from jslint.rules.bench import near, rates, relate
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.facts import Statement
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Planned(Rule, frozen=True, kw_only=True):
    """The completion rates of a subject against the budget that a quantity of the pack states.

    It serves narratives that print outturn and rate, and tables that print the budget; where the
    narrative prints the budget itself, the kind ``completion`` recomputes the rate.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "subject": options.pattern,
        "section": options.pattern,
        "budget": options.quantity,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "actual_amount", "budget", "exact", "note"}
    )
    QUANTITIES: ClassVar[tuple[str, ...]] = ("budget",)

    subject: re2._Regexp
    section: re2._Regexp
    budget: str

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every such rate."""
        stated = [one for one in context.facts.get(self.budget, ()) if one.source]
        for claim in context.claims.claims:
            if claim.kind == COMPLETION and claim.figure and self._is_meant(context, claim):
                if near.amount_near(context.claims, claim.topic, claim, BUDGET):
                    continue
                actual = near.amount_near(context.claims, claim.topic, claim, ACTUAL)
                if not stated or actual is None:
                    yield self.unchecked(context, "no-budget", claim.place, what=claim.excerpt)
                else:
                    yield self._judge(context, claim, actual, stated[0])

    def _is_meant(self, context: Context, claim: Claim) -> bool:
        name = plain(context.claims.topics[claim.topic].name)
        return self.subject.fullmatch(name) is not None and any(
            self.section.search(section.heading.value) for section in claim.path
        )

    def _judge(self, context: Context, claim: Claim, actual: Claim, budget: Statement) -> Outcome:
        printed, spent = claim.figure, actual.figure
        assert printed is not None
        assert spent is not None
        relation = relate.ratio(claim, actual, budget)
        if printed.value == 0 and spent.value == 0:
            return Holds(self.entry.id, relation.places, relation=relation)
        result = rates.ratio(context, printed, spent, budget.figure)
        if result is None:
            return self.unchecked(context, "budget-zero", claim.place, what=claim.excerpt)
        if result.verdict.holds:
            slack = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, relation.places, slack=slack, relation=relation)
        severity, note = near.weighed(result, self.entry.severity)
        return self.diagnose(
            context,
            claim.place,
            path=claim.path,
            severity=severity,
            excerpt=claim.excerpt,
            expected=f"{result.rounded}%",
            actual=words.printed(printed),
            related=(*near.related(actual), Related(budget.place, budget.excerpt)),
            asks=relation,
            subject=context.claims.topics[claim.topic].name,
            printed=words.printed(printed),
            actual_amount=words.printed(spent),
            budget=words.printed(budget.figure),
            exact=words.percent(result.exact, printed),
            note=words.notes(context.lang, note),
        )
