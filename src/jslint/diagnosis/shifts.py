"""Single figures that were found wrong one by one, and are one stretch of a line that was moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from jslint.diagnosis.cause import CauseKind, Certainty, Line
from jslint.diagnosis.slips import Slip

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from jslint.diagnosis.cause import Cause, Suspect
    from jslint.diagnosis.graph import Graph
    from jslint.diagnosis.model import Cell

    #: A table, whether it is a column, and which.
    Key: TypeAlias = tuple[Hashable, bool, int]

#: What may be part of a move, if all that it accuses stands in one line.
_KINDS = (CauseKind.PLACE, CauseKind.BLOCK)


class _Part(Struct, frozen=True):
    """A cell of a line that is accused, by its index there, and the cause that accuses it."""

    at: int
    suspect: Suspect
    cause: int


def merged(graph: Graph, causes: Sequence[Cause]) -> list[Cause]:
    """The causes, those that one move of a line explains as one.

    Each figure but the last of a move is right in the next cell, and so are all between two that are
    accused. Two slips that come out so by chance are far less likely than one move.
    """
    found = list(causes)
    for key, parts in _parts(causes).items():
        printed = _printed(graph, key)
        for by in (1, -1):
            for row in _moves(printed, parts, by):
                numbers = sorted({one.cause for one in row})
                if len(numbers) > 1 and all(found[one] is causes[one] for one in numbers):
                    found[numbers[0]] = _one(causes, numbers, row, key, by)
                    for other in numbers[1:]:
                        found[other] = found[numbers[0]]
    return list({id(one): one for one in found}.values())


def _parts(causes: Sequence[Cause]) -> dict[Key, list[_Part]]:
    """The accused cells of causes that may be part of a move, by the lines that they stand in."""
    found: dict[Key, list[_Part]] = {}
    for number, cause in enumerate(causes):
        if cause.kind in _KINDS and not cause.alternatives:
            for key, parts in _of(number, cause):
                found.setdefault(key, []).extend(parts)
    return {key: parts for key, parts in found.items() if parts[0].cause != parts[-1].cause}


def _of(number: int, cause: Cause) -> Iterator[tuple[Key, list[_Part]]]:
    """The column and the row in which all that a cause accuses stands."""
    cells = [(one.place.cell, one) for one in cause.suspects]
    for down in (True, False):
        lines = {_line(cell, down=down) if cell else None for cell, _ in cells}
        line = lines.pop() if len(lines) == 1 else None
        if line is not None:
            yield line, [_Part(_at(cell, down=down), one, number) for cell, one in cells if cell]


def _line(cell: Cell, *, down: bool) -> Key:
    return cell[0], down, cell[2] if down else cell[1]


def _at(cell: Cell, *, down: bool) -> int:
    return cell[1] if down else cell[2]


def _printed(graph: Graph, key: Key) -> dict[int, int]:
    """What the cells of a line print, by their index there."""
    down = key[1]
    return {
        _at(cell, down=down): graph.places[place].value
        for cell, place in graph.cells.items()
        if _line(cell, down=down) == key
    }


def _moves(printed: dict[int, int], parts: Sequence[_Part], by: int) -> list[list[_Part]]:
    """The longest rows of accused cells that are one move.

    That a nought stands in the next cell tells little by itself, but enough between two such rows.
    """
    rows: list[list[_Part]] = []
    for one in sorted(parts, key=lambda one: one.at * by):
        value = _handed_on(printed, rows[-1][-1], one, by) if rows else None
        if value:
            rows[-1].append(one)
        else:
            rows.append([one])
    joined = rows[:1]
    for row in rows[1:]:
        several = len(joined[-1]) > 1 and len(row) > 1
        if several and _handed_on(printed, joined[-1][-1], row[0], by) is not None:
            joined[-1] = [*joined[-1], *row]
        else:
            joined.append(row)
    return joined


def _handed_on(printed: dict[int, int], one: _Part, other: _Part, by: int) -> int | None:
    """The right value of one cell, if it stands in the next, and so on up to another accused one."""
    between = sorted(
        (at for at in printed if one.at * by < at * by <= other.at * by), key=lambda at: at * by
    )
    value = printed[between[0]]
    alike = all(printed[at] == value for at in between)
    return value if alike and one.suspect.low <= value <= one.suspect.high else None


def _one(
    causes: Sequence[Cause], numbers: Sequence[int], row: Sequence[_Part], key: Key, by: int
) -> Cause:
    """One cause for several, with the cells in the document's order."""
    parts = sorted(row, key=lambda one: one.at)
    suspects = tuple(replace(one.suspect, slip=Slip.NEIGHBOUR) for one in parts)
    return replace(
        causes[numbers[0]],
        kind=CauseKind.BLOCK,
        relations=tuple(relation for number in numbers for relation in causes[number].relations),
        mended=sum(causes[number].mended for number in numbers),
        certainty=Certainty.PROBABLE,
        suspects=suspects,
        line=Line(*key, parts[0].at, parts[-1].at, by),
    )
