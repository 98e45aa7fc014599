"""A wrong cell whose totals were added up again: all are off by the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnosis.cause import CauseKind
from jslint.diagnosis.explain import Explanation
from jslint.diagnosis.implied import ANY, touching
from jslint.diagnosis.likely import Fit, fit
from jslint.diagnosis.model import Axis
from jslint.diagnosis.state import effect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.diagnosis.implied import Span
    from jslint.diagnosis.state import State

#: A conflict of more relations is no chain.
_MOST = 40
#: From where so many places are reached, no further parts of totals are looked at.
_DEEP = 120
#: How many totals may stand above each other.
_HIGH = 8


def chains(state: State, broken: Sequence[int]) -> list[Explanation]:
    """The shortest chains that mend all of these relations, the likeliest first."""
    if not 1 < len(broken) <= _MOST:
        return []
    places = sorted({place for number in broken for place in state.graph.terms[number]})
    tried = dict.fromkeys(
        chain
        for place in _below(state, places)
        if state.graph.places[place].cell
        for chain in _from(state, place)
    )
    found: list[Explanation] = []
    for chain in sorted(tried, key=len):
        if found and len(chain) > len(found[0].fits):
            break
        one = _chain(state, chain, broken)
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: (-one.bonus, one.fits[0].place))


def _below(state: State, places: Sequence[int]) -> list[int]:
    """Some places, and what the totals among them add up, level by level, as far as that holds.

    Where totals were added up again, what is wrong stands in sums that hold.
    """
    graph, found = state.graph, dict.fromkeys(places)
    wave = list(places)
    while wave and len(found) < _DEEP:
        parts = dict.fromkeys(
            part
            for total in wave
            for number in graph.of[total]
            if graph.totals[number] == total and number not in state.broken
            for part in graph.terms[number]
        )
        wave = [part for part in parts if part not in found and state.values[part]]
        found.update(dict.fromkeys(wave))
    return sorted(found)


def _from(state: State, place: int) -> Iterator[tuple[int, ...]]:
    """The chains that start at a cell: up its column, along its row, and both."""
    up = _above(state, place, Axis.COLUMN)
    along = _above(state, place, Axis.ROW)
    for length in range(1, len(up) + 1):
        chain = up[:length]
        if length > 1:
            yield tuple(chain)
        both = dict.fromkeys(total for one in chain for total in _above(state, one, Axis.ROW))
        if len(both) > len(chain):
            yield (place, *(one for one in both if one != place))
    for length in range(2, len(along) + 1):
        yield tuple(along[:length])


def _above(state: State, place: int, axis: Axis) -> list[int]:
    """A cell and the totals above it along an axis of its table, each the nearest of the one before."""
    found = [place]
    while len(found) < _HIGH:
        total = _total(state, found[-1], axis)
        if total is None or total in found:
            break
        found.append(total)
    return found


def _total(state: State, place: int, axis: Axis) -> int | None:
    """The total of the shortest sum along an axis that has a cell as a part, the nearest of equals."""
    graph = state.graph
    cell = graph.places[place].cell
    sums = [
        (len(graph.terms[number]), abs(total - place), total)
        for number in graph.of[place]
        if graph.relations[number].axis is axis
        and (total := graph.totals[number]) is not None
        and total != place
    ]
    for _, _, total in sorted(sums):
        above = graph.places[total].cell
        if cell and above and above[0] == cell[0]:
            return total
    return None


def _chain(state: State, chain: tuple[int, ...], broken: Sequence[int]) -> Explanation | None:
    """A chain with the difference that all its cells have too much, if there is one that fits."""
    terms = state.graph.terms
    if not state.fixed.isdisjoint(chain):
        return None
    if not all(any(place in terms[number] for place in chain) for number in broken):
        return None
    low, high = _differences(state, chain)
    start, printed = chain[0], state.values[chain[0]]
    if low > high:
        return None
    one = fit(state, start, (printed - high, printed - low), chain[1:])
    if one is None:
        return None
    delta = printed - one.value
    fits = [one, *(_shifted(state, place, one) for place in chain[1:])]
    mended, harmless = effect(state, {each.place: each.value for each in fits})
    if not harmless or not mended.issuperset(broken):
        return None
    return Explanation(CauseKind.CHAIN, tuple(fits), mended, delta=delta)


def _shifted(state: State, place: int, one: Fit) -> Fit:
    """The same change at another cell."""
    by = state.values[place] - state.values[one.place]
    return Fit(place, one.value + by, (one.span[0] + by, one.span[1] + by), plain=one.plain)


def _differences(state: State, chain: tuple[int, ...]) -> Span:
    """By how much all cells may be too large for every sum to hold once it is taken off."""
    low, high = ANY
    for number in touching(state, chain):
        if number in state.graph.ratios:
            continue
        terms = state.graph.terms[number]
        weight = sum(terms.get(place, 0) for place in chain)
        least = state.residues[number] - state.highs[number]
        most = state.residues[number] - state.lows[number]
        if weight == 0:
            if not least <= 0 <= most:
                return 1, 0
            continue
        if weight < 0:
            weight, least, most = -weight, -most, -least
        low, high = max(low, -(-least // weight)), min(high, most // weight)
        if low > high:
            return 1, 0
    return low, high
