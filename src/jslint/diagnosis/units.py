"""A table that is printed in another unit than it says: ten thousand times too large or too small."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.diagnosis.conflicts import packing
from jslint.diagnosis.explain import explain
from jslint.diagnosis.state import holds, residue_of
from jslint.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Hashable

    from jslint.diagnosis.state import State

#: Between yuan and ten thousands of yuan.
_POWER = 4
#: Where another unit mends so many relations, one may be broken for a reason of its own.
_RARE = 4


class Scaled(Struct, frozen=True):
    """A table whose figures must be taken times ten to a power, and what that mends."""

    table: Hashable
    power: int
    places: list[int]
    mended: frozenset[int]
    state: State


def rescaled(state: State) -> Scaled | None:
    """The first table whose relations to the rest of the report hold in another unit.

    At least half of all must be broken, and one that no single figure mends if there is but one.
    Where many are mended, another may stay broken, or have held by chance: a figure of the text that
    was printed in the wrong unit agrees with a table that says the same one.
    """
    asking = Counter(table for number in sorted(state.broken) for table in _tables(state, number))
    for table, places in _places(state, asking):
        outward = _outward(state, places)
        broken = outward & state.broken
        if 2 * len(broken) < len(outward) or not _tells(state, broken):
            continue
        for power in (-_POWER, _POWER):
            found = _scaled(state, places, power)
            harmed = found.broken - state.broken
            mended, left = state.broken - found.broken, outward & found.broken
            if harmed <= outward and len(left) * _RARE <= len(mended):
                settled = replace(found, broken=found.broken - harmed, odd=found.odd | harmed)
                return Scaled(table, power, places, mended, settled)
    return None


def _tells(state: State, broken: Collection[int]) -> bool:
    """Whether broken relations are enough to believe that it is the unit."""
    return len(broken) > 1 or (len(broken) == 1 and not explain(state, sorted(broken)))


def rounded(state: State) -> Scaled | None:
    """The first table that nothing joins to others, of which no sum is more than rounded.

    Yuan are printed to the fen, so that sums add up; in ten thousands they may miss by a last place.
    Two sums at least must do so that have no figure in common.
    """
    terms = state.graph.terms
    cells = state.graph.places
    own = Counter(cells[place].cell for number in state.broken for place in terms[number])
    for table, places in _places(state, {one[0] for one in own if one}):
        inside = set(places)
        broken = {number for number in state.broken if terms[number].keys() <= inside}
        if packing(state, broken) < 2 or _outward(state, places):
            continue
        found = _scaled(state, places, _POWER)
        if found.broken <= state.broken and not broken & found.broken:
            return Scaled(table, _POWER, places, frozenset(broken), found)
    return None


def _places(state: State, tables: Container[Hashable]) -> list[tuple[Hashable, list[int]]]:
    """The places of some tables, in the document's order."""
    found: dict[Hashable, list[int]] = {}
    for place, one in enumerate(state.graph.places):
        if one.cell is not None and one.cell[0] in tables:
            found.setdefault(one.cell[0], []).append(place)
    return list(found.items())


def _tables(state: State, number: int) -> dict[Hashable, None]:
    """The tables that a relation joins to something else."""
    cells = [state.graph.places[place].cell for place in state.graph.terms[number]]
    tables = dict.fromkeys(cell[0] if cell else None for cell in cells)
    if len(tables) == 1 or number in state.graph.ratios:
        return {}
    return {table: None for table in tables if table is not None}


def _outward(state: State, places: list[int]) -> set[int]:
    """The sums and equalities, other than of zeros, that join some places to others."""
    inside = set(places)
    found = set()
    for place in places:
        for number in state.graph.of[place]:
            terms = state.graph.terms[number]
            if number in found or number in state.graph.ratios or terms.keys() <= inside:
                continue
            if state.graph.relations[number].kind is Kind.ORDER:
                continue
            if any(state.values[one] for one in terms):
                found.add(number)
    return found - state.odd


def _scaled(state: State, places: list[int], power: int) -> State:
    """The state with some values and their last places in another unit."""
    values, halves = list(state.values), list(state.halves)
    for place in places:
        values[place] = _times(values[place], power)
        # What is said to be in yuan is exact to the fen; in ten thousands the same digits are rounded.
        least = state.graph.places[place].step // 2 if power > 0 and values[place] else 0
        halves[place] = _times(max(halves[place], least), power)
    residues, lows, highs = list(state.residues), list(state.lows), list(state.highs)
    touched = sorted({number for place in places for number in state.graph.of[place]} - state.odd)
    inside = set(places)
    for number in touched:
        terms = state.graph.terms[number]
        if number in state.graph.ratios:
            continue
        residues[number] = residue_of(state.graph, number, values)
        if terms.keys() <= inside:
            room = sum(abs(weight) * halves[place] for place, weight in terms.items())
            ends = _times(lows[number], power), _times(highs[number], power)
            if power > 0 and state.graph.relations[number].kind is Kind.LINEAR:
                ends = min(ends[0], -room), max(ends[1], room)
            lows[number], highs[number] = ends
            continue
        lows[number], highs[number] = _ends(state, number, halves)
    new = replace(state, values=values, halves=halves, residues=residues, lows=lows, highs=highs)
    still = {number for number in touched if not holds(new, number, {})}
    return replace(new, broken=(state.broken - set(touched)) | still)


def _ends(state: State, number: int, halves: list[int]) -> tuple[int, int]:
    """The residues that a relation allows once the last places are others."""
    terms, kind = state.graph.terms[number], state.graph.relations[number].kind
    if kind is Kind.EQUALITY:
        room = sum(halves[place] for place in terms)
        return -room, room
    grown = sum(abs(w) * (halves[place] - state.halves[place]) for place, w in terms.items())
    return state.lows[number] - grown, state.highs[number] + grown


def _times(value: int, power: int) -> int:
    """A value times ten to a power; below a tick nothing is printed, so nothing is lost."""
    factor: int = 10 ** abs(power)
    return value * factor if power > 0 else value // factor
