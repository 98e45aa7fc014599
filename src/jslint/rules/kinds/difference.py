"""difference: a printed change is the amount now less the printed amount that it is measured on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import CHANGE, FLAT
from jslint.diagnostic import Holds
from jslint.figures.verdict import Verdict, linear
from jslint.rules.bench import near, rates, relate
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Difference(Rule, frozen=True, kw_only=True):
    """Where the amount of last year (or a budget) is printed, the change is now less then.

    A change of no stated direction may go either way; 持平 is a change of nothing (基本持平 is not
    held to that). Where the base is not printed there is nothing to check here: a change with a rate
    is the kind ``growth``'s matter.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "current", "base", "formula", "difference", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every change, and every 持平, whose base is printed."""
        for claim in context.claims.claims:
            if context.claims.rivals(claim):
                continue
            if claim.kind == CHANGE or (claim.kind == FLAT and not near.is_about(claim)):
                current = near.current_near(context.claims, claim.topic, claim)
                base = near.base_near(context.claims, claim.topic, claim)
                if current is not None and base is None and _exceeds(context, claim, current):
                    yield self._negative(context, claim, current)
                elif current is None or base is None:
                    yield self.unchecked(context, "no-base", claim.place, what=claim.excerpt)
                else:
                    yield self._judge(context, claim, current, base)

    def _negative(self, context: Context, claim: Claim, current: Claim) -> Outcome:
        """An increase above the amount itself, which would have been negative before."""
        change, now = claim.figure, current.figure
        assert change is not None
        assert now is not None
        shown = words.printed(change)
        return self.diagnose(
            context,
            claim.place,
            path=claim.path,
            excerpt=claim.excerpt,
            actual=shown,
            related=near.related(current),
            figures=(claim.place, current.place),
            subject=context.claims.topics[claim.topic].name,
            printed=shown,
            current=words.printed(now),
            base="",
            formula=f"{words.printed(now)}-{shown}",
            difference=words.amount(now.exact() - change.exact(), now),
            note=words.notes(context.lang, ["negative-base"]),
        )

    def _judge(self, context: Context, claim: Claim, current: Claim, base: Claim) -> Outcome:
        now, before = current.figure, base.figure
        assert now is not None
        assert before is not None
        sign = claim.direction or (1 if now.exact() >= before.exact() else -1)
        terms = [(sign, now), (-sign, before)]
        change = claim.figure
        result = (
            linear(terms, change, context.style.quantum)
            if change
            else linear([(1, now)], before, context.style.quantum)
        )
        places = (claim.place, current.place, base.place)
        relation = (
            relate.difference(claim, current, base, sign) if change else relate.same(current, base)
        )
        if result.verdict.holds:
            slack = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, places, slack=slack, relation=relation)
        summed = now.exact() - before.exact()
        larger, smaller = (now, before) if sign > 0 else (before, now)
        return self.diagnose(
            context,
            claim.place,
            path=claim.path,
            excerpt=claim.excerpt,
            severity=near.softened(result.verdict, self.entry.severity),
            expected=words.amount(abs(summed), now),
            actual=_shown(claim, change),
            related=near.related(current, base),
            figures=places,
            asks=relation,
            subject=context.claims.topics[claim.topic].name,
            printed=_shown(claim, change),
            current=words.printed(now),
            base=words.printed(before),
            formula=f"{words.printed(larger)}-{words.printed(smaller)}",
            difference=words.amount(sign * summed, now),
            note=words.notes(
                context.lang,
                [result.verdict.value] if change else [],
                bound=words.amount(result.bound, now),
            ),
        )


def _exceeds(context: Context, claim: Claim, current: Claim) -> bool:
    """Whether an increase that no rate goes with is larger than the amount that increased."""
    change, now = claim.figure, current.figure
    return (
        claim.kind == CHANGE
        and claim.direction == 1
        and claim.is_money
        and change is not None
        and now is not None
        and current.text is claim.text
        and not rates.rate_for(context.claims, claim)
        and change.interval().low > now.interval().high
    )


def _shown(claim: Claim, change: Figure | None) -> str:
    if change is not None:
        return words.printed(change)
    return "".join(claim.text.value[claim.start : claim.end].split())
