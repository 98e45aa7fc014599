"""Conflicts of several slips: peel off what is certain, search the small, give way where forced.

Peeling is that of erasure codes; the exact search branches on the broken relation with fewest
figures, as for minimal hitting sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from jslint.diagnosis.conflicts import packing
from jslint.diagnosis.cover import covers, explained
from jslint.diagnosis.explain import MARGIN, explain
from jslint.diagnosis.implied import implied, joint, touching
from jslint.diagnosis.likely import fit
from jslint.diagnosis.state import changed, effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.diagnosis.explain import Explanation
    from jslint.diagnosis.state import State

    #: Explanations that were looked up before, by place; None where there is none without rivals.
    Memory: TypeAlias = dict[int, list[Explanation]]

#: The bounds of the search: nodes (fewer for more than thirty broken relations, of which each node
#: looks at all), changes, and figures of a relation that must give way.
_NODES = 1500
_LOOKS = 1_350_000
_CHANGES = 3
_GIVING = 12
#: Of a conflict's broken relations so many, the smallest, are asked which figure must give way.
_ASKED = 64


def peeled(state: State, broken: Sequence[int], memory: Memory) -> Explanation | None:
    """The change that mends most relations, two or more, and has no rival for them."""
    found = sorted(
        (one for place in _places(state, broken) for one in _remembered(state, place, memory)),
        key=lambda one: (-len(one.mended), -one.bonus, one.fits[0].place, one.fits[0].value),
    )
    for at, one in enumerate(found):
        if not any(_rivals(one, other) for n, other in enumerate(found) if n != at):
            return one
    return None


def _places(state: State, broken: Iterable[int]) -> list[int]:
    """The places that stand in two broken relations or more."""
    seen: dict[int, int] = {}
    for number in broken:
        for place in state.graph.terms[number]:
            seen[place] = seen.get(place, 0) + 1
    return sorted(p for p, n in seen.items() if n > 1 and p not in state.fixed)


def _remembered(state: State, place: int, memory: Memory) -> list[Explanation]:
    if place not in memory:
        found = [explained(state, [place], one) for one in covers(state, [place])]
        memory[place] = [one for one in found if one and len(one.mended) > 1]
    return memory[place]


def _rivals(one: Explanation, other: Explanation) -> bool:
    """Whether another change would mend as many, some of them the same, and is not far less likely."""
    if len(other.mended) < len(one.mended) or one.mended.isdisjoint(other.mended):
        return False
    return len(other.mended) > len(one.mended) or one.bonus - other.bonus < MARGIN


def forget(state: State, places: Iterable[int], memory: Memory) -> None:
    """Drop what was remembered of all places that share a relation with changed ones."""
    for place in places:
        for number in state.graph.of[place]:
            for other in state.graph.terms[number]:
                memory.pop(other, None)


def searched(state: State, broken: Sequence[int]) -> list[list[Explanation]]:
    """The sets of two, else three changes that mend a conflict, the likeliest first.

    There must be more broken relations than changes, else figures that make up for each other would
    explain away a relation that was wrongly bound.
    """
    if packing(state, broken) > _CHANGES:
        return []
    nodes = min(_NODES, _LOOKS // max(len(broken) ** 2, 1))
    for changes in range(2, _CHANGES + 1):
        if len(broken) <= changes:
            return []
        found: dict[frozenset[tuple[int, int]], list[Explanation]] = {}
        for one in _search(state, frozenset(broken), changes, iter(range(nodes))):
            new = frozenset(item for each in one for item in each.changes.items())
            found.setdefault(new, one)
        if found:
            return sorted(found.values(), key=_rank)
    return []


def likelihood(found: Sequence[Explanation]) -> int:
    """How much the slips speak for several changes, in thousandths."""
    return sum(one.bonus for one in found)


def _rank(found: list[Explanation]) -> tuple[int, list[tuple[int, int]]]:
    return -likelihood(found), sorted(item for one in found for item in one.changes.items())


def _search(
    state: State, broken: frozenset[int], changes: int, nodes: Iterator[int]
) -> Iterator[list[Explanation]]:
    if changes == 1:
        yield from ([one] for one in explain(state, sorted(broken)))
        return
    least = min(broken, key=lambda one: (len(state.graph.terms[one]), one))
    for place in sorted(state.graph.terms[least]):
        if place in state.fixed:
            continue
        for cover in covers(state, [place]):
            if next(nodes, None) is None:
                return
            one = explained(state, [place], cover)
            rest = broken - one.mended if one else None
            if one and rest:
                after = changed(state, one.changes)
                for others in _search(after, rest, changes - 1, nodes):
                    if all(place not in other.changes for other in others):
                        yield [one, *others]


def forced(state: State, broken: Sequence[int]) -> Explanation | None:
    """The one figure of a small broken relation that can give way without harm, if it is just one.

    Blanks are none: a figure may have been left out in any of them.
    """
    smallest = sorted(broken, key=lambda one: (len(state.graph.terms[one]), one))
    for number in smallest[:_ASKED]:
        terms = [one for one in sorted(state.graph.terms[number]) if not _is_blank(state, one)]
        if len(terms) > _GIVING:
            return None
        able = [place for place in terms if _gives(state, number, place)]
        if len(able) == 1:
            found = [explained(state, able, one) for one in covers(state, able)]
            ways = [one for one in found if one and number in one.mended]
            if len(ways) == 1:
                return ways[0]
    return None


def _is_blank(state: State, place: int) -> bool:
    """Whether nothing is printed in a place; what was left out could stand in any."""
    return state.graph.places[place].is_blank


def _gives(state: State, number: int, place: int) -> bool:
    """Whether a place has a value that mends a relation and harms none that holds."""
    if place in state.fixed:
        return False
    held = [one for one in touching(state, [place]) if one not in state.broken]
    low, high = joint(state, [place], held)
    least, greatest = implied(state, number, [place])
    one = fit(state, place, (max(low, least), min(high, greatest)))
    return one is not None and effect(state, {place: one.value})[1]
