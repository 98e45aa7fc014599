"""A stretch of a column or row that was printed one cell too far on, or too early."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from jslint.diagnosis.cause import CauseKind, Line
from jslint.diagnosis.explain import Explanation
from jslint.diagnosis.implied import joint, touching
from jslint.diagnosis.likely import Fit, fit
from jslint.diagnosis.slips import Slip
from jslint.diagnosis.state import changed, effect

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from jslint.diagnosis.state import State

    #: A table, whether it is a column, and which.
    Key: TypeAlias = tuple[Hashable, bool, int]

#: Lines that are tried, those with most cells first.
_LINES = 8
#: The share of cells, in tenths, that their neighbour's value must suit.
_SUITED = 6


def moved(state: State, least: int) -> tuple[Explanation, Line] | None:
    """The line whose moving back mends most, of those with so many cells that ask for it.

    A cell asks by a broken relation of its own: one in which the line has no other place.
    """
    own: dict[Key, dict[int, list[int]]] = {}
    for number in sorted(state.broken):
        if number not in state.graph.ratios:
            for key, place in _alone(state, number):
                own.setdefault(key, {}).setdefault(place, []).append(number)
    asking = [(key, cells) for key, cells in own.items() if len(cells) >= least]
    asking.sort(key=lambda one: (-len(one[1]), min(one[1]), not one[0][1]))
    found = [
        one
        for key, cells in asking[:_LINES]
        for by in (1, -1)
        for one in _tried(state, key, cells, by)
    ]
    return min(found, key=_rank, default=None)


def _rank(found: tuple[Explanation, Line]) -> tuple[int, int, int]:
    """Most mended first, then the shortest, then the first in the document."""
    one, line = found
    return -len(one.mended), line.last - line.first, min(one.changes)


def _alone(state: State, number: int) -> Iterator[tuple[Key, int]]:
    """The lines that have just one place in a relation, and that place."""
    keys: list[tuple[Key, int]] = []
    for place in state.graph.terms[number]:
        cell = state.graph.places[place].cell
        if cell is not None:
            keys.append(((cell[0], True, cell[2]), place))
            keys.append(((cell[0], False, cell[1]), place))
    seen = Counter(key for key, _ in keys)
    return ((key, place) for key, place in keys if seen[key] == 1)


def _tried(
    state: State, key: Key, cells: dict[int, list[int]], by: int
) -> Iterator[tuple[Explanation, Line]]:
    line = _line(state, key)
    at = {place: index for index, place in enumerate(line)}
    suited = sum(_suits(state, line, at[place] + by, place, own) for place, own in cells.items())
    if suited * 10 < len(cells) * _SUITED:
        return
    asking = sorted(at[place] for place in cells)
    for first in dict.fromkeys((asking[0], asking[0] - 1, asking[0] + 1, 0)):
        for last in dict.fromkeys((asking[-1], asking[-1] + 1, asking[-1] - 1, len(line) - 1)):
            if 0 <= first < last < len(line):
                stretch = line[first : last + 1]
                one = _moved_back(state, stretch if by > 0 else stretch[::-1])
                if one is not None:
                    ends = _index(state, stretch[0], key), _index(state, stretch[-1], key)
                    yield one, Line(key[0], key[1], key[2], *ends, by)


def _line(state: State, key: Key) -> list[int]:
    """The places of a line in its order."""
    table, is_column, number = key
    found = [
        (cell[1] if is_column else cell[2], place)
        for cell, place in state.graph.cells.items()
        if cell[0] == table and (cell[2] if is_column else cell[1]) == number
    ]
    return [place for _, place in sorted(found)]


def _index(state: State, place: int, key: Key) -> int:
    cell = state.graph.places[place].cell
    assert cell is not None
    return cell[1] if key[1] else cell[2]


def _suits(state: State, line: list[int], index: int, place: int, own: list[int]) -> bool:
    """Whether a cell's own broken relations would hold with the value at an index of its line."""
    if not 0 <= index < len(line):
        return False
    low, high = joint(state, [place], own)
    return low <= state.values[line[index]] <= high


def _moved_back(state: State, stretch: list[int]) -> Explanation | None:
    """Each cell with the next one's value; the last, whose value was lost, with what then fits."""
    new = {
        place: state.values[after]
        for place, after in pairwise(stretch)
        if state.values[after] != state.values[place]
    }
    if not new or any(state.graph.places[place].fixed for place in stretch):
        return None
    after = changed(state, new)
    fits = [
        Fit(place, value, (value, value), Slip.NEIGHBOUR, plain=True)
        for place, value in new.items()
    ]
    lost = stretch[-1]
    if any(number in after.broken for number in after.graph.of[lost]):
        one = fit(after, lost, joint(after, [lost], touching(after, [lost])))
        if one is None:
            return None
        fits.append(one)
    changes = {one.place: one.value for one in fits}
    mended, harmless = effect(state, changes)
    touched = {number for place in changes for number in state.graph.of[place]}
    if not harmless or not mended >= touched & state.broken:
        return None
    return Explanation(CauseKind.BLOCK, tuple(sorted(fits, key=_place)), mended)


def _place(one: Fit) -> int:
    return one.place
