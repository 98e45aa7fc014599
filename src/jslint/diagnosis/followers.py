"""Rates and changes that were computed from a wrong amount: they follow it, and are not accused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnosis.implied import joint
from jslint.diagnosis.likely import fit
from jslint.diagnosis.state import changed

if TYPE_CHECKING:
    from jslint.diagnosis.likely import Fit
    from jslint.diagnosis.state import State


def of(state: State, place: int) -> list[int]:
    """The computed figures that agree with a place and with nothing else, nearest first.

    A change that was computed may itself have a rate computed from it.
    """
    found: list[int] = []
    wave = [place]
    while wave:
        near = sorted({one for start in wave for one in _computed(state, start)} - {place})
        wave = [one for one in near if one not in found and _agrees(state, one, [place, *found])]
        found += wave
    return found


def _computed(state: State, place: int) -> list[int]:
    """What relations that hold compute from a place."""
    graph = state.graph
    return [
        one
        for number in graph.of[place]
        if number not in state.broken
        for one in graph.computed[number]
    ]


def _agrees(state: State, one: int, with_these: list[int]) -> bool:
    """Whether all relations of a figure hold, and have one of these places."""
    graph = state.graph
    return one not in state.fixed and all(
        number not in state.broken and any(place in graph.terms[number] for place in with_these)
        for number in graph.of[one]
    )


def moved(state: State, start: Fit, following: list[int]) -> tuple[Fit, ...] | None:
    """The new values of the followers, each computed once those before it are; None if one cannot."""
    state = changed(state, {start.place: start.value})
    found: list[Fit] = []
    for number, place in enumerate(following):
        later = following[number + 1 :]
        relations = [
            one
            for one in state.graph.of[place]
            if not any(other in state.graph.terms[one] for other in later)
        ]
        if not any(one in state.broken for one in relations):
            continue
        follower = fit(state, place, joint(state, [place], relations))
        if follower is None:
            return None
        found.append(follower)
        state = changed(state, {place: follower.value})
    return tuple(found)
