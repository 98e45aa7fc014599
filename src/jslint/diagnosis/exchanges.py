"""Two neighbouring cells of a table, or two of its rows or columns, that changed places.

Each figure is right in the other place, so nothing about the new values is free: where two sums at
least are mended that no single figure explains, and none is harmed, that is no chance.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from jslint.diagnosis.cause import CauseKind, Line
from jslint.diagnosis.explain import Explanation, explain
from jslint.diagnosis.likely import Fit
from jslint.diagnosis.slips import Slip
from jslint.diagnosis.state import effect

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from jslint.diagnosis.state import State

    #: A table, whether it is a column, and which; and its places by their index there.
    Key: TypeAlias = tuple[Hashable, bool, int]
    Lines: TypeAlias = dict[Key, dict[int, int]]
    Pairs: TypeAlias = Sequence[tuple[int, int]]

#: So many relations at least must be mended, and so many cells of lines have changed places.
_FEWEST = 2


def exchanged(state: State) -> tuple[Explanation, Line | None] | None:
    """The exchange that mends most, of those the one of fewest cells; with the first line of two."""
    asking = {place for number in state.broken for place in state.graph.terms[number]}
    tables = {cell[0] for place in asking if (cell := state.graph.places[place].cell)}
    lines = _lines(state, tables)
    found = [
        (one, line)
        for pairs, line in (*_cells(lines, asking), *_whole(state, lines, asking))
        if (one := _explained(state, pairs)) is not None
    ]
    return min(found, key=_rank, default=None)


def _rank(found: tuple[Explanation, Line | None]) -> tuple[int, int, int]:
    one, _ = found
    return -len(one.mended), len(one.fits), min(one.changes)


def _lines(state: State, tables: Iterable[Hashable]) -> Lines:
    """The rows and columns of some tables."""
    wanted = set(tables)
    found: Lines = {}
    for (table, row, column), place in state.graph.cells.items():
        if table in wanted:
            found.setdefault((table, True, column), {})[row] = place
            found.setdefault((table, False, row), {})[column] = place
    return found


def _cells(lines: Lines, asking: set[int]) -> Iterator[tuple[Pairs, None]]:
    """Each two cells beside or below one another that stand in broken relations."""
    for line in lines.values():
        for one, other in pairwise(line[at] for at in sorted(line)):
            if one in asking and other in asking:
                yield [(one, other)], None


def _whole(state: State, lines: Lines, asking: set[int]) -> Iterator[tuple[Pairs, Line]]:
    """Each two rows or columns beside one another that have cells in broken relations."""
    keys = sorted(
        (key for key, line in lines.items() if not asking.isdisjoint(line.values())),
        key=lambda key: (min(lines[key].values()), key[1]),
    )
    following = _following(lines)
    for key in keys:
        after = following.get(key)
        if after is None or asking.isdisjoint(lines[after].values()):
            continue
        here, there = lines[key], lines[after]
        pairs = [
            (here[at], there[at])
            for at in sorted(here.keys() & there.keys())
            if state.values[here[at]] != state.values[there[at]]
        ]
        if len(pairs) >= _FEWEST:
            yield pairs, Line(*key, min(here), max(here), 1)


def _following(lines: Lines) -> dict[Key, Key]:
    """The row below each row, and the column right of each column."""
    every: dict[tuple[Hashable, bool], list[int]] = {}
    for table, is_column, at in lines:
        every.setdefault((table, is_column), []).append(at)
    return {
        (*side, one): (*side, other)
        for side, found in every.items()
        for one, other in pairwise(sorted(found))
    }


def _explained(state: State, pairs: Pairs) -> Explanation | None:
    """What an exchange mends, if that is all that is broken there, and no single figure does as well."""
    values = state.values
    changes = {
        place: values[other] for pair in pairs for place, other in (pair, pair[::-1])
    }  # fmt: skip
    if not state.fixed.isdisjoint(changes) or any(values[a] == values[b] for a, b in pairs):
        return None
    if not any(values[a] and values[b] for a, b in pairs):
        return None
    mended, harmless = effect(state, changes)
    touched = {number for place in changes for number in state.graph.of[place]}
    if not harmless or len(mended) < _FEWEST or not mended >= touched & state.broken:
        return None
    if not all(_asks(state, [pair[side] for pair in pairs], mended) for side in (0, 1)):
        return None
    if explain(state, sorted(mended)):
        return None
    fits = [
        Fit(place, value, (value, value), Slip.NEIGHBOUR, plain=True)
        for place, value in sorted(changes.items())
    ]
    return Explanation(CauseKind.EXCHANGE, tuple(fits), mended)


def _asks(state: State, side: Sequence[int], mended: Iterable[int]) -> bool:
    """Whether one of the two that changed places stands in a relation that is mended."""
    return any(number in state.graph.of[place] for number in mended for place in side)
