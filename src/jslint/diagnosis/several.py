"""Conflicts of several slips: peel off what is certain, search the small, give way where forced.

Peeling is that of erasure codes; the exact search branches on the broken relation with fewest
figures, as for minimal hitting sets.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from jslint.diagnosis.conflicts import group, packing
from jslint.diagnosis.cover import covers, explained
from jslint.diagnosis.explain import MARGIN, WEAK, explain
from jslint.diagnosis.implied import implied, joint, touching
from jslint.diagnosis.likely import fit
from jslint.diagnosis.state import changed, effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.diagnosis.explain import Explanation
    from jslint.diagnosis.state import State

    #: Explanations that were looked up before, by the place or the places of one quantity.
    Memory: TypeAlias = dict[tuple[int, ...], list[Explanation]]

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
    asked = _asked(state, broken)
    return _first(one for places in asked for one in _remembered(state, places, memory))


def spread(state: State, parts: Sequence[Sequence[int]]) -> Explanation | None:
    """The quantity that a slip explains and that mends sums of several parts of a conflict.

    Its places join the parts, which by themselves would each be laid to something else.
    """
    home = {number: at for at, part in enumerate(parts) for number in part}
    groups: dict[tuple[int, ...], set[int]] = {}
    for number, at in home.items():
        for place in state.graph.terms[number]:
            places = group(state, place)
            if len(places) > 1:
                groups.setdefault(places, set()).add(at)
    asked = sorted(places for places, met in groups.items() if len(met) > 1)
    found = (explained(state, places, one) for places in asked for one in covers(state, places))
    return _first(one for one in found if one and _joins(state, one, home))


def _joins(state: State, one: Explanation, home: dict[int, int]) -> bool:
    """Whether a slip explains a change that mends more than rates, in more than one part."""
    sums = [number for number in one.mended if number not in state.graph.ratios]
    return (
        one.bonus > WEAK
        and len(sums) > 1
        and len({home.get(number) for number in one.mended} - {None}) > 1
    )


def _first(explanations: Iterable[Explanation]) -> Explanation | None:
    """The first that has no rival, those that mend most first."""
    found = sorted(
        explanations,
        key=lambda one: (
            -len(one.mended),
            -one.bonus,
            one.fits[0].place,
            one.fits[0].value,
            len(one.fits),
        ),
    )
    for at, one in enumerate(found):
        if not any(_rivals(one, other) for n, other in enumerate(found) if n != at):
            return one
    return None


def _asked(state: State, broken: Iterable[int]) -> list[tuple[int, ...]]:
    """The places that stand in two broken relations or more, and the quantities that do."""
    seen: Counter[tuple[int, ...]] = Counter()
    groups: dict[int, tuple[int, ...]] = {}
    for number in broken:
        terms = [place for place in state.graph.terms[number] if place not in state.fixed]
        for place in terms:
            if place not in groups:
                groups[place] = group(state, place)
        seen.update((place,) for place in terms)
        seen.update({groups[place] for place in terms if len(groups[place]) > 1})
    return sorted(places for places, count in seen.items() if count > 1)


def _remembered(state: State, places: tuple[int, ...], memory: Memory) -> list[Explanation]:
    if places not in memory:
        wide = [one for one in covers(state, places) if len(one.mended) > 1]
        found = (explained(state, places, one) for one in wide)
        memory[places] = [one for one in found if one]
    return memory[places]


def _rivals(one: Explanation, other: Explanation) -> bool:
    """Whether another change would mend as many, some of them the same, and is not far less likely."""
    if len(other.mended) < len(one.mended) or one.mended.isdisjoint(other.mended):
        return False
    return len(other.mended) > len(one.mended) or one.bonus - other.bonus < MARGIN


def forget(state: State, places: Iterable[int], memory: Memory) -> None:
    """Drop what was remembered of all places that share a relation with changed ones."""
    of, terms = state.graph.of, state.graph.terms
    near = {other for place in places for number in of[place] for other in terms[number]}
    for known in [known for known in memory if not near.isdisjoint(known)]:
        del memory[known]


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
