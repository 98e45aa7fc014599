"""planned: a completion rate whose budget stands in a table is the outturn over that budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import ACTUAL, BUDGET, COMPLETION
from jslint.claims.names import plain
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Case, Fault, Open, conclude
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.facts import Statement
    from jslint.rules.bench.cases import Result
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
                found = _case(claim, actual, stated[0]) if stated and actual else None
                yield conclude(self, context, found or Open(claim, "no-budget"))

    def _is_meant(self, context: Context, claim: Claim) -> bool:
        name = plain(context.claims.topics[claim.topic].name)
        return self.subject.fullmatch(name) is not None and any(
            self.section.finds(section.heading.value) for section in claim.path
        )


def _case(claim: Claim, actual: Claim, budget: Statement) -> Case:
    def fault(result: Result) -> Fault:
        quoted = {"actual_amount": near.printed(actual), "budget": words.printed(budget.figure)}
        others = (actual, budget)
        return Fault(claim=claim, others=others, relation=relation, result=result, values=quoted)

    relation = relate.ratio(claim, actual, budget)
    return Case(claim, relation, fault, "budget-zero")
