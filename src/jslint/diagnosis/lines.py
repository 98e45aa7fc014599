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
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from jslint.diagnosis.state import State

    #: A table, whether it is a column, and which.
    Key: TypeAlias = tuple[Hashable, bool, int]

#: Lines that are tried, those with most cells first.
_LINES = 8
#: The share of cells, in tenths, that their neighbour's value must suit.
_SUITED = 6
#: So many figures at least must have moved, and as many relations be mended, to believe it.
_FEWEST = 2


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
    return _best(state, _stretches(state, asking)) if asking else None


def led(state: State) -> tuple[Explanation, Line] | None:
    """The run of figures that moved and left a blank at its end, of those the one that mends most.

    A blank that a broken sum lacks is trace enough, whatever other relations the line has; but two
    figures at least must be right in the next cell.
    """
    blanks = sorted(
        {
            place
            for number in state.broken
            for place in state.graph.terms[number]
            if state.graph.places[place].is_blank and not state.values[place]
        }
    )
    keys = [(key, place) for place in blanks for key in _keys(state, place)]
    lines = _lines(state, (key for key, _ in keys))
    found = []
    for key, blank in keys:
        for by in (1, -1):
            run = _run(state, lines[key], lines[key].index(blank), by)
            if len(run) > _FEWEST:
                found.append((-len(run), blank, key, by, _shortened(state, run, by)))
    found.sort(key=lambda one: one[:2])
    return _best(state, [one[2:] for one in found], _FEWEST)


def _run(state: State, line: Sequence[int], at: int, by: int) -> list[int]:
    """A blank with the figures that follow it one way, up to the next blank."""
    found = [line[at]]
    at += by
    while 0 <= at < len(line) and state.values[line[at]]:
        found.append(line[at])
        at += by
    return found


def _shortened(state: State, run: list[int], by: int) -> list[list[int]]:
    """A run, and what of it ends at or around the last figure of a broken relation."""
    of, broken = state.graph.of, state.broken
    last = max(at for at, place in enumerate(run) if not broken.isdisjoint(of[place]))
    ends = dict.fromkeys((len(run), last + 1, last + 2, last))
    return [run[:end][::by] for end in ends if _FEWEST < end <= len(run)]


def _best(
    state: State, stretches: Sequence[tuple[Key, int, list[list[int]]]], copies: int = 1
) -> tuple[Explanation, Line] | None:
    """Of so many lines at the most, the stretch whose moving back mends most."""
    found = [
        (one, Line(*key, _index(state, places[0], key), _index(state, places[-1], key), by))
        for key, by, tried in stretches[:_LINES]
        for places in tried
        if (one := _moved_back(state, places if by > 0 else places[::-1], copies)) is not None
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
    keys = [(key, place) for place in state.graph.terms[number] for key in _keys(state, place)]
    seen = Counter(key for key, _ in keys)
    return ((key, place) for key, place in keys if seen[key] == 1)


def _keys(state: State, place: int) -> tuple[Key, ...]:
    """The column and the row of a cell."""
    cell = state.graph.places[place].cell
    return () if cell is None else ((cell[0], True, cell[2]), (cell[0], False, cell[1]))


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


def _moved_back(state: State, stretch: list[int], copies: int) -> Explanation | None:
    """Each cell with the next one's value; the last, whose value was lost, with what then fits.

    So many cells at least must get another value from the next.
    """
    new = {
        place: state.values[after]
        for place, after in pairwise(stretch)
        if state.values[after] != state.values[place]
    }
    if len(new) < copies or any(place in state.fixed for place in stretch):
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
    # What one lost value mends alone, another figure would mend as well.
    if not harmless or not mended >= touched & state.broken or len(mended) < _FEWEST:
        return None
    return Explanation(CauseKind.BLOCK, tuple(sorted(fits, key=_place)), mended)


def _place(one: Fit) -> int:
    return one.place
