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
from jslint.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from jslint.diagnosis.model import Cell
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
    asking = {key: cells for key, cells in own.items() if len(cells) >= least}
    stretches = _stretches(state, asking) if asking else []
    found = [
        (one, Line(*key, _index(state, places[0], key), _index(state, places[-1], key), by))
        for key, by, tried in stretches[:_LINES]
        for places in tried
        if (one := _moved_back(state, places if by > 0 else places[::-1])) is not None
    ]
    return min(found, key=_rank, default=None)


def _stretches(
    state: State, asking: dict[Key, dict[int, list[int]]]
) -> list[tuple[Key, int, list[list[int]]]]:
    """The stretches worth trying, those of the lines with most cells that suit first."""
    lines = _lines(state, asking)
    found = []
    for key, cells in asking.items():
        at = {place: index for index, place in enumerate(lines[key])}
        for by in (1, -1):
            suited = [
                at[place]
                for place, own in cells.items()
                if _suits(state, lines[key], at[place] + by, place, own)
            ]
            if len(suited) * 10 >= len(cells) * _SUITED:
                ends = sorted(at[place] for place in cells)
                tried = _tried(lines[key], ends[0], ends[-1])
                found.append((-len(suited), lines[key][ends[0]], key, by, tried))
    found.sort(key=lambda one: one[:2])
    return [one[2:] for one in found]


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


def _tried(line: list[int], start: int, end: int) -> list[list[int]]:
    """The stretch between the outermost cells that ask, a cell more or less, or to the line's end."""
    return [
        line[first : last + 1]
        for first in dict.fromkeys((start, start - 1, start + 1, 0))
        for last in dict.fromkeys((end, end + 1, end - 1, len(line) - 1))
        if 0 <= first < last < len(line)
    ]


def _lines(state: State, keys: Iterable[Key]) -> dict[Key, list[int]]:
    """The places of lines, each in its order."""
    found: dict[Key, list[tuple[int, int]]] = {key: [] for key in keys}
    for (table, row, column), place in state.graph.cells.items():
        if (table, True, column) in found:
            found[table, True, column].append((row, place))
        if (table, False, row) in found:
            found[table, False, row].append((column, place))
    return {key: [place for _, place in sorted(line)] for key, line in found.items()}


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
    if not new or any(place in state.fixed for place in stretch):
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
    mended |= _filled(changed(state, changes), state, stretch, changes)
    if not harmless or not mended >= touched & state.broken:
        return None
    return Explanation(CauseKind.BLOCK, tuple(sorted(fits, key=_place)), mended)


def _filled(
    after: State, before: State, stretch: list[int], changes: Mapping[int, int]
) -> set[int]:
    """The sums that still lack just what a blank cell of the line got, in its column or its row.

    A sum names no blank cell, since that adds nothing; and one that no relation names is not known.
    """
    graph = after.graph
    found = set()
    for cell, value in _blanks(before, stretch, changes):
        for number in after.broken:
            if graph.relations[number].kind is not Kind.LINEAR:
                continue
            if not _beside(after, cell, graph.terms[number]):
                continue
            ends = [after.residues[number] + turn * value for turn in (1, -1)]
            if any(after.lows[number] <= one <= after.highs[number] for one in ends):
                found.add(number)
    return found


def _blanks(
    before: State, stretch: list[int], changes: Mapping[int, int]
) -> Iterator[tuple[Cell, int]]:
    """The blank cells of a line that was moved, with what belongs there; one stands before it."""
    places = before.graph.places
    for one, value in changes.items():
        cell = places[one].cell
        if cell is not None and not before.values[one] and not places[one].quantum:
            yield cell, value
    first, second = (places[one].cell for one in stretch[:2])
    if first and second:
        row, column = ((a > b) - (a < b) for a, b in zip(first[1:], second[1:], strict=True))
        ahead = (first[0], first[1] + row, first[2] + column)
        if ahead not in before.graph.cells:
            yield ahead, before.values[stretch[0]]


def _beside(state: State, own: Cell, terms: Mapping[int, int]) -> bool:
    """Whether all of some figures stand in the column, or in the row, of a cell, and none there."""
    cells = [state.graph.places[one].cell for one in terms]
    return own not in cells and any(
        all(cell and (cell[0], cell[at]) == (own[0], own[at]) for cell in cells) for at in (1, 2)
    )


def _place(one: Fit) -> int:
    return one.place
