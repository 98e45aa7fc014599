"""Broken relations that share figures are one conflict; places that print the same, one group."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.diagnosis.state import State


#: A quantity stated in more places than these is no quantity of a report; each stands alone then.
_MOST_PLACES = 64


def conflicts(state: State, broken: Iterable[int], *, joined: bool = False) -> list[list[int]]:
    """The connected components of some broken relations, each and all in order.

    ``joined``: also connected through the places of one quantity that print the same.
    """
    home: dict[int, int] = {}
    parents: dict[int, int] = {}
    for number in sorted(broken):
        parents[number] = number
        for place in state.graph.terms[number]:
            for node in group(state, place) if joined else (place,):
                other = home.setdefault(node, number)
                if other != number:
                    _unite(parents, other, number)
    components: dict[int, list[int]] = {}
    for number in parents:
        components.setdefault(_root(parents, number), []).append(number)
    return sorted(components.values())


def _root(parents: dict[int, int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _unite(parents: dict[int, int], one: int, other: int) -> None:
    first, second = _root(parents, one), _root(parents, other)
    if first != second:
        parents[max(first, second)] = min(first, second)


def group(state: State, place: int) -> tuple[int, ...]:
    """The places of a place's quantity that print the same as it, itself among them, in order."""
    one = state.graph.places[place]
    if one.quantity is None or place in state.fixed:
        return (place,)
    if len(state.graph.classes[one.quantity]) > _MOST_PLACES:
        return (place,)
    return tuple(
        other
        for other in state.graph.classes[one.quantity]
        if alike(state, place, other) and other not in state.fixed
    )


def alike(state: State, one: int, other: int) -> bool:
    """Whether two places print the same value: the coarser one is the other, rounded."""
    halves = state.halves[one], state.halves[other]
    apart = abs(state.values[one] - state.values[other])
    return apart == 0 if halves[0] == halves[1] else apart <= max(halves)


def shared(state: State, broken: Iterable[int]) -> list[int]:
    """The places that stand in all of some broken relations, in order."""
    sets = sorted((state.graph.terms[number].keys() for number in broken), key=len)
    common = set(sets[0]).intersection(*sets[1:])
    return sorted(place for place in common if place not in state.fixed)


def packing(state: State, broken: Iterable[int]) -> int:
    """How many broken relations have no figure in common: at least so many changes are needed."""
    used: set[int] = set()
    packed = 0
    for number in sorted(broken, key=lambda one: (len(state.graph.terms[one]), one)):
        if used.isdisjoint(state.graph.terms[number]):
            used.update(state.graph.terms[number])
            packed += 1
    return packed
