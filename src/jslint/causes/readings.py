"""Clauses that may speak of several things: another fault tells of which one, if it explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.causes import links
from jslint.diagnosis import explain, graph, state

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jslint.diagnosis.explain import Explanation
    from jslint.diagnostic import Diagnostic, Outcome
    from jslint.rules.ground.context import Context

#: No more faults than these are tried with a reading.
_MOST = 12


def chosen(
    context: Context, outcomes: Sequence[Outcome], broken: Mapping[int, Diagnostic]
) -> tuple[Sequence[Outcome], Mapping[int, Diagnostic]]:
    """The outcomes and those that are broken, each clause read as what one wrong figure explains.

    收入合计 9 万元，其中 A 3 万元、B 4 万元，增长 5%: no reading of 增长 5% holds, but that of 收入合计
    would with the value that the sum asks for, so that one figure is wrong and not two.
    """
    taken = {
        number: _likeliest(context, number, broken)
        for number, one in broken.items()
        if one.readings
    }
    if not taken:
        return outcomes, broken
    told = [taken.get(number, one) for number, one in enumerate(outcomes)]
    return told, {number: taken.get(number, one) for number, one in broken.items()}


def _likeliest(context: Context, number: int, broken: Mapping[int, Diagnostic]) -> Diagnostic:
    """The reading of a broken clause that best shares its fault with another; else the clause's own."""
    one = broken[number]
    rest = (other for at, other in broken.items() if at != number)
    others = [way for other in rest for way in (other, *other.readings)]
    ways = {at: _shared(context, way, others) for at, way in enumerate((one, *one.readings))}
    known = {at: bonus for at, bonus in ways.items() if bonus is not None}
    best = max(known, key=lambda at: (known[at], -at), default=0)
    return (one, *one.readings)[best]


def _shared(context: Context, reading: Diagnostic, others: Sequence[Diagnostic]) -> int | None:
    """How likely one wrong figure explains both a reading and another; None where none does."""
    near = [other for other in others if not set(other.figures).isdisjoint(reading.figures)]
    found = [_explanations(context, (reading, other)) for other in near[:_MOST]]
    return max((one[0].bonus for one in found if one), default=None)


def _explanations(context: Context, pair: Sequence[Diagnostic]) -> list[Explanation]:
    """What explains two diagnostics at once, the best first."""
    _, linked = links.of(context, pair)
    if len(linked) < len(pair):
        return []
    now = state.start(graph.build([link for link, _ in linked.values()], ()))
    return explain.explain(now, sorted(now.broken))
