"""planned-change: a change against a budget that stands in a table is the outturn less that budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import ACTUAL, BUDGET, CHANGE, FLAT, budget_of
from jslint.rules.bench import differing, near, past
from jslint.rules.bench.cases import conclude
from jslint.rules.bench.quantified import is_of, only
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: The budgets of another kind than the year's own, which is what a table prints beside the outturn.
_OTHER = budget_of("年初")


class PlannedChange(Rule, frozen=True, kw_only=True):
    """A change against the budget, or words of none, where a table prints the budget and no sentence does.

    Each of ``pairs`` names the quantity of the outturn (``now``) and that of its budget (``then``). What
    is compared with the initial budget is left alone, since a table prints that of the whole year.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"pairs": past.pairs}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "current", "base", "formula", "difference", "note"}
    )
    QUANTITIES: ClassVar[tuple[str, ...]] = ("pairs",)

    pairs: tuple[tuple[str, str], ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every such change."""
        compared = [claim for claim in context.claims.claims if _is_compared(context, claim)]
        named = {quantity.name: quantity for quantity in context.quantities}
        for now, then in self.pairs if compared else ():
            budget = only([one for one in context.facts[then] if one.source])
            for claim in compared if budget else ():
                actual = near.amount_near(context.claims, claim.topic, claim, ACTUAL)
                if budget and actual and is_of(named[now], context, claim):
                    sign = claim.direction or 1
                    yield conclude(self, context, differing.case(claim, actual, budget, sign))


def _is_compared(context: Context, claim: Claim) -> bool:
    """Whether a claim compares an outturn with a budget of which no sentence says what it is."""
    compares = claim.kind == CHANGE and claim.is_money and claim.direction is not None
    flat = claim.kind == FLAT and not near.is_about(claim)
    if not (compares or flat) or not claim.measure.startswith(BUDGET) or claim.measure == _OTHER:
        return False
    claims = context.claims
    return not (claim.carried or claims.rivals(claim) or claims.budgets(claim.topic))
