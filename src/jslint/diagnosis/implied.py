"""Which new values of a figure let a relation hold, the others as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from jslint.diagnosis import ratio
from jslint.diagnosis.state import FAR, growth
from jslint.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.diagnosis.state import State

#: The least and the greatest value in ticks; empty where the first is greater.
Span: TypeAlias = tuple[int, int]

ANY: Span = (-FAR, FAR)
NONE: Span = (1, 0)

#: More printable values than these are not looked at one by one.
_MOST = 64


def implied(state: State, number: int, places: Sequence[int]) -> Span:
    """The interval of the common new value of these places with which a relation holds.

    Closed: it holds there under any tie rule, or could.
    """
    one = state.graph.ratios.get(number)
    if one is not None:
        return _by_rate(state, number, one, places)
    terms, values = state.graph.terms[number], state.values
    weight, rest, grown = 0, state.residues[number], 0
    for place in places:
        share = terms.get(place, 0)
        weight += share
        rest -= share * values[place]
        grown += abs(share) * growth(state, place)
    if state.graph.relations[number].kind is Kind.EQUALITY:
        grown = 0
    low, high = state.lows[number] - grown - rest, state.highs[number] + grown - rest
    if weight > 0:
        return -(-low // weight), high // weight
    if weight < 0:
        return -(high // -weight), low // weight
    return ANY if low <= 0 <= high else NONE


def _by_rate(state: State, number: int, one: ratio.Ratio, places: Sequence[int]) -> Span:
    terms = state.graph.terms[number]
    inside = [place for place in places if place in terms]
    if len(inside) != 1:
        return ANY
    place = inside[0]
    half = state.halves[place] + growth(state, place)
    wide = state.highs[number]
    span = ratio.implied(one, place, state.values, state.halves, half, wide)
    # A broken relation of which nothing can be said is not mended by saying nothing.
    return NONE if span == ANY and number in state.broken else span


def joint(state: State, places: Sequence[int], numbers: Iterable[int]) -> Span:
    """The values that let all these relations hold."""
    low, high = ANY
    for number in numbers:
        least, greatest = implied(state, number, places)
        low, high = max(low, least), min(high, greatest)
        if low > high:
            return NONE
    return low, high


def touching(state: State, places: Sequence[int]) -> list[int]:
    """The relations of some places, in order; those that no change can be judged by left out."""
    of, odd = state.graph.of, state.odd
    if len(places) == 1:
        return [number for number in of[places[0]] if number not in odd]
    return sorted({n for place in places for n in of[place]} - odd)


def trimmed(state: State, place: int, span: Span) -> Span:
    """The printable values in a span, by their ends: multiples of the step, not below 0 where not."""
    step, printed = state.graph.places[place].step, state.values[place]
    low, high = span
    if low > high:
        return NONE
    if printed >= 0 and not state.graph.places[place].negative:
        low = max(low, 0)
    low, high = -(-low // step) * step, high // step * step
    # The printed value is none of the new ones, and at an end it is easily left out.
    if low == printed:
        low += step
    if high == printed:
        high -= step
    return (low, high) if low <= high else NONE


def few(span: Span, step: int) -> bool:
    """Whether the values of a span can be looked at one by one."""
    return (span[1] - span[0]) // step < _MOST


def each(span: Span, step: int, printed: int) -> Iterator[int]:
    """The values of a span, the printed one left out."""
    for value in range(span[0], span[1] + 1, step):
        if value != printed:
            yield value
