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
    from collections.abc import Iterator, Mapping, Sequence

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
        for chain in _from(state, place, broken)
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


def _from(state: State, place: int, broken: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The chains that start at a cell: up its column, along its row, and both.

    None where not even all of them together have a place in each of the broken relations.
    """
    down, across = state.graph.above[Axis.COLUMN], state.graph.above[Axis.ROW]
    up = _above(down, place)
    rows = [_above(across, one) for one in up]
    reached = {total for row in rows for total in row}
    if any(reached.isdisjoint(state.graph.terms[number]) for number in broken):
        return
    both: dict[int, None] = {}
    for length, row in enumerate(rows, 1):
        if length > 1:
            yield tuple(up[:length])
        both.update(dict.fromkeys(row))
        if len(both) > length:
            yield (place, *(one for one in both if one != place))
    for length in range(2, len(rows[0]) + 1):
        yield tuple(rows[0][:length])


def _above(totals: Mapping[int, int], place: int) -> list[int]:
    """A cell and the totals above it along an axis, each the nearest of the one before."""
    found = [place]
    while len(found) < _HIGH:
        total = totals.get(found[-1])
        if total is None or total in found:
            break
        found.append(total)
    return found


def _chain(state: State, chain: tuple[int, ...], broken: Sequence[int]) -> Explanation | None:
    """A chain with the difference that all its cells have too much, if there is one that fits."""
    terms = state.graph.terms
    if not state.fixed.isdisjoint(chain):
        return None
    if not all(any(place in terms[number] for place in chain) for number in broken):
        return None
    if _is_told_otherwise(state, chain, broken):
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
    mended, _ = effect(state, {each.place: each.value for each in fits})
    if not mended.issuperset(broken):
        return None
    return Explanation(CauseKind.CHAIN, tuple(fits), mended, delta=delta)


def _is_told_otherwise(state: State, chain: tuple[int, ...], broken: Sequence[int]) -> bool:
    """Whether nothing but a few sentences speaks against a chain, fewer figures than it has cells.

    Who adds totals up again in a table might have done so in a text, and there less is to be changed.
    """
    beside = {place for number in broken for place in state.graph.terms[number]} - {*chain}
    in_prose = all(state.graph.places[place].cell is None for place in beside)
    return in_prose and len(beside) < len(chain)


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
