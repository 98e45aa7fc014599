"""Clauses that may speak of several things: another fault tells of which one, if it explains them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from jslint.causes import links
from jslint.diagnosis import explain, graph, state

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jslint.diagnosis.explain import Explanation
    from jslint.diagnostic import Broken, Outcome
    from jslint.document import Key
    from jslint.rules.ground.context import Context

#: No more ways to read other faults than these are tried with one.
_MOST = 12
#: Nor are more looked at that share a figure with it.
_FARTHEST = 60

#: A way to read a broken clause: the number of its outcome, and what its rule says then.
_Way: TypeAlias = "tuple[int, Broken]"


def chosen(
    context: Context, outcomes: Sequence[Outcome], broken: Mapping[int, Broken]
) -> tuple[Sequence[Outcome], Mapping[int, Broken]]:
    """The outcomes and those that are broken, each clause read as what one wrong figure explains.

    收入合计 9 万元，其中 A 3 万元、B 4 万元，增长 5%: no reading of 增长 5% holds, but that of 收入合计
    would with the value that the sum asks for, so that one figure is wrong and not two.
    """
    if not any(one.readings for one in broken.values()):
        return outcomes, broken
    ways = [(at, way) for at, one in broken.items() for way in (one, *one.readings)]
    known = _Known(context, ways)
    taken = {number: _likeliest(known, number, one) for number, one in broken.items()}
    return [taken.get(number, one) for number, one in enumerate(outcomes)], taken


class _Known:
    """All ways to read what is broken, their relations as links, and which of them share a figure."""

    def __init__(self, context: Context, ways: Sequence[_Way]) -> None:
        """Link every relation once."""
        _, linked = links.of(context, [way for _, way in ways])
        self._links = {id(ways[at][1]): link for link, numbers in linked.values() for at in numbers}
        self._at: dict[Key, list[_Way]] = {}
        for number, way in ways:
            for key in {place.key for place in way.figures}:
                self._at.setdefault(key, []).append((number, way))

    def shared(self, number: int, way: Broken) -> int | None:
        """How likely one wrong figure explains a way and one to read another clause; None where none does."""
        found = (self._explanations(way, other) for other in self._near(number, way))
        return max((one[0].bonus for one in found if one), default=None)

    def _near(self, number: int, way: Broken) -> list[Broken]:
        """The first ways to read other clauses that share a figure with one."""
        keys = dict.fromkeys(place.key for place in way.figures)
        others = (other for key in keys for other in self._at.get(key, ()))
        near = {id(one): one for at, one in islice(others, _FARTHEST) if at != number}
        return list(islice(near.values(), _MOST))

    def _explanations(self, *pair: Broken) -> list[Explanation]:
        """What explains two diagnostics at once, the best first."""
        both = [self._links[id(one)] for one in pair if id(one) in self._links]
        if len({link.key for link in both}) < len(pair):
            return []
        now = state.start(graph.build(both, ()))
        return explain.explain(now, sorted(now.broken))


def _likeliest(known: _Known, number: int, one: Broken) -> Broken:
    """The reading of a broken clause that best shares its fault with another; else the clause's own."""
    if not one.readings:
        return one
    ways = (one, *one.readings)
    shared = {
        at: bonus for at, way in enumerate(ways) if (bonus := known.shared(number, way)) is not None
    }
    return ways[max(shared, key=lambda at: (shared[at], -at), default=0)]
