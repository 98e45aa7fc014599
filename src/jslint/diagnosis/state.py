"""A report with some figures mended: values, what is left over in each relation, what is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.diagnosis import ratio
from jslint.diagnosis.graph import Graph  # noqa: TC001 - the struct's own member
from jslint.diagnosis.model import Standing
from jslint.relation import Kind, slack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


#: An end of an interval that has none.
FAR = 10**40


class State(Struct, frozen=True):
    """Values as they stand after the changes made so far; all in ticks.

    ``halves`` are half the places' quanta. ``fixed`` places are not to be changed, or not once more.
    A linear relation holds where ``lows <= residue <= highs``;
    a rate's, where the rate fits with its half widened by ``highs``. ``loose`` are the same ends with
    ties one last place wider. ``odd`` relations came out broken although their figures agree, so no
    change can be judged by them.
    """

    graph: Graph
    values: list[int]
    halves: list[int]
    residues: list[int]
    lows: list[int]
    highs: list[int]
    broken: frozenset[int]
    fixed: frozenset[int]
    odd: frozenset[int] = frozenset()


def start(graph: Graph) -> State:
    """The report as printed; edges count as broken."""
    values = [place.value for place in graph.places]
    halves = [place.quantum // 2 for place in graph.places]
    residues = [
        0 if number in graph.ratios else residue_of(graph, number, values)
        for number in range(len(graph.terms))
    ]
    ends = [
        _rate_ends(graph, number, values, halves)
        if number in graph.ratios
        else _linear_ends(graph, number, residue, halves)
        for number, residue in enumerate(residues)
    ]
    lows, highs = [low for low, _ in ends], [high for _, high in ends]
    stands = [n for n, one in enumerate(graph.relations) if one.standing is not Standing.HOLDS]
    fixed = frozenset(number for number, place in enumerate(graph.places) if place.fixed)
    state = State(graph, values, halves, residues, lows, highs, frozenset(stands), fixed)
    odd = frozenset(number for number in stands if holds(state, number, {}))
    return replace(state, broken=state.broken - odd, odd=odd)


def residue_of(graph: Graph, number: int, values: Sequence[int]) -> int:
    """What the operands of a sum, and what is given, add up to."""
    terms = graph.terms[number]
    return sum([w * values[p] for p, w in terms.items()], graph.relations[number].given)


def _linear_ends(graph: Graph, number: int, residue: int, halves: list[int]) -> tuple[int, int]:
    """The residues with which a relation holds, as its rule judged it where arithmetic differs."""
    relation = graph.relations[number]
    room = relation.slack
    if room is None:
        room = slack(relation.kind, [(w, halves[p]) for p, w in graph.terms[number].items()])
        room += relation.room
    low, high = -room, FAR if relation.kind is Kind.ORDER else room
    if relation.standing is Standing.HOLDS:
        return min(low, residue), max(high, residue)
    if low <= residue <= high and residue:
        return (low, residue - 1) if residue > 0 else (residue + 1, high)
    return low, high


def _rate_ends(graph: Graph, number: int, values: list[int], halves: list[int]) -> tuple[int, int]:
    """How much a rate's half is widened: as much as its rule allowed."""
    one = graph.ratios[number]
    holding = graph.relations[number].standing is Standing.HOLDS
    if holding and ratio.is_near(one, values, halves):
        return 0, 0
    misfit = ratio.misfit(one, values, halves)
    if holding:
        return 0, max(0, misfit)
    return 0, min(0, misfit - 1)


def slackened(state: State) -> State:
    """The same with the ties that are broken one last place wider, so that edges hold."""
    lows, highs, graph = list(state.lows), list(state.highs), state.graph
    for number in state.broken:
        if graph.relations[number].standing is Standing.EDGE:
            lows[number], highs[number] = _loosened(state, number)
        elif graph.relations[number].kind is Kind.EQUALITY:
            quantum = max(operand.place.quantum for operand in graph.relations[number].operands)
            lows[number] -= quantum
            highs[number] += quantum
    wide = replace(state, lows=lows, highs=highs)
    still = frozenset(number for number in state.broken if not holds(wide, number, {}))
    return replace(wide, broken=still)


def _loosened(state: State, number: int) -> tuple[int, int]:
    residue = state.residues[number]
    quantum = max(one.place.quantum for one in state.graph.relations[number].operands)
    if number in state.graph.ratios:
        rate = state.graph.ratios[number].rate
        return 0, state.highs[number] + max(1, state.graph.places[rate].quantum)
    return min(state.lows[number] - quantum, residue), max(state.highs[number] + quantum, residue)


def restored(state: State, wide: State, strict: State) -> State:
    """A state reached from the slackened one, with the edges of the strict one that still stand."""
    tight = replace(state, lows=strict.lows, highs=strict.highs)
    edges = strict.broken - wide.broken
    still = frozenset(number for number in edges if not holds(tight, number, {}))
    return replace(tight, broken=state.broken | still)


def holds(state: State, number: int, changes: Mapping[int, int]) -> bool:
    """Whether a relation holds once some places have other values."""
    one = state.graph.ratios.get(number)
    if one is not None:
        return _rate_holds(state, number, one, changes)
    residue, grown = state.residues[number], 0
    terms = state.graph.terms[number]
    for place, value in changes.items():
        weight = terms.get(place, 0)
        if weight:
            residue += weight * (value - state.values[place])
            grown += abs(weight) * growth(state, place)
    if state.graph.relations[number].kind is Kind.EQUALITY:
        grown = 0
    return state.lows[number] - grown <= residue <= state.highs[number] + grown


def _rate_holds(state: State, number: int, one: ratio.Ratio, changes: Mapping[int, int]) -> bool:
    values, halves = state.values, state.halves
    if changes:
        # Copies of the few that the relation has, so that nothing is written into the state.
        needed = (one.rate, *one.sides)
        halves = {p: state.halves[p] + growth(state, p) * (p in changes) for p in needed}  # type: ignore[assignment]
        values = {p: changes.get(p, state.values[p]) for p in needed}  # type: ignore[assignment]
    return ratio.misfit(one, values, halves) <= state.highs[number]


def growth(state: State, place: int) -> int:
    """How much wider a place's half is for a new value: a blank was not rounded, its value will be."""
    one = state.graph.places[place]
    return 0 if one.exact else one.step // 2 - state.halves[place]


def changed(state: State, changes: Mapping[int, int]) -> State:
    """The state after some places got other values."""
    values, residues, halves = list(state.values), list(state.residues), list(state.halves)
    lows, highs = list(state.lows), list(state.highs)
    touched: dict[int, None] = {}
    for place, value in changes.items():
        grown = growth(state, place)
        for number, weight in state.graph.of[place].items():
            touched[number] = None
            residues[number] += weight * (value - values[place])
            if grown and state.graph.relations[number].kind is not Kind.EQUALITY:
                widened = 0 if number in state.graph.ratios else abs(weight) * grown
                lows[number] -= widened
                highs[number] += widened
        values[place] = value
        halves[place] += grown
    new = replace(
        state,
        values=values,
        residues=residues,
        halves=halves,
        lows=lows,
        highs=highs,
        fixed=state.fixed.union(changes),
    )
    return replace(new, broken=_still_broken(new, touched))


def _still_broken(state: State, touched: Iterable[int]) -> frozenset[int]:
    broken = set(state.broken)
    for number in touched:
        if number in state.odd:
            continue
        if holds(state, number, {}):
            broken.discard(number)
        else:
            broken.add(number)
    return frozenset(broken)


def effect(state: State, changes: Mapping[int, int]) -> tuple[frozenset[int], bool]:
    """Which broken relations some changes mend, and whether they harm none that holds; else none."""
    mended = set()
    for number in dict.fromkeys(n for place in changes for n in state.graph.of[place]):
        if number in state.odd:
            continue
        stands = holds(state, number, changes)
        if number in state.broken:
            if stands:
                mended.add(number)
        elif not stands:
            return frozenset(), False
    return frozenset(mended), True
