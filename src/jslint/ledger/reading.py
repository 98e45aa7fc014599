"""A table to its ledgers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.figures.figure import BARE, UNITS, fold, is_nothing
from jslint.ledger import heads, kinds
from jslint.ledger.lines import Half, lines
from jslint.ledger.model import Column, Ledger, plain
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.document import Section, Table, Text
    from jslint.figures.figure import Unit
    from jslint.ledger.model import Words

_UNIT = regex(r"(亿元|百万元|万元|千元|元)")
_IN_CORNER = regex(r"(.{0,20}?)(?:金额|计量)?单位[:：](亿元|百万元|万元|千元|元)")
_IN_TITLE = regex(r"\([^()]{0,6}?(亿元|百万元|万元|千元|元)\)")


def read(table: Table, path: tuple[Section, ...]) -> tuple[Ledger, ...]:
    """The ledgers of a table, left to right; none where it has no column of values, or a header out of place."""
    if not table.rows:
        return ()
    words = [[plain(cell.value) for cell in row] for row in table.rows]
    head, cornered = _cornered(heads.read(words, table.header_rows))
    if heads.is_shifted(words, head.height):
        return ()
    rows, body = _body(table, words, head)
    columns = range(len(table.rows[0]))
    seen = [_shown(row, head.hidden if not at else frozenset()) for at, row in enumerate(body)]
    found = [kinds.kind(head.rows, seen, index) for index in columns]
    found = kinds.named(head.rows, kinds.levelled(head.rows, seen, found))
    halves = [half for half in kinds.halves(found) if any(found[at] == kinds.VALUE for at in half)]
    if len(halves) == 1 and not head.hidden:
        whole = Half(found, halves[0], head.rows)
        stacked = _stacked(table, path, head, (rows, body, whole), cornered)
        if stacked:
            return stacked
    labels = [[at for at in half if found[at] == kinds.LABEL] for half in halves]
    if len(halves) > 1:
        beside = [Half(found, half) for half in halves]
        for at, pair in enumerate(zip(rows, body, strict=True)):
            rows[at], body[at] = _reunited(*pair, beside)
    sides = kinds.sides(head.rows, body, list(zip(halves, labels, strict=True)))
    title, unit = plain(table.title.value), _unit(table, head.rows, cornered)
    return tuple(
        Ledger(
            title,
            table,
            path,
            unit,
            _columns(head.rows, Half(found, half), said),
            tuple(lines(rows, body, Half(found, half, head.rows), unit, head.hidden)),
            side,
        )
        for side, (half, said) in enumerate(zip(halves, sides, strict=True))
    )


def _stacked(
    table: Table,
    path: tuple[Section, ...],
    head: heads.Head,
    found: tuple[list[Sequence[Text]], list[list[str]], Half],
    cornered: str,
) -> tuple[Ledger, ...]:
    """The two ledgers of a table that lists income above and expenditure below; else none."""
    rows, body, half = found
    at = kinds.stacked(body, half.named)
    if not at:
        return ()
    title, unit = plain(table.title.value), _unit(table, head.rows, cornered)
    parts = tuple(lines(rows, body, half, unit, head.hidden))
    halves = (
        [line for line in parts if line.index < at],
        [line for line in parts if line.index >= at],
    )
    return tuple(
        Ledger(title, table, path, unit, _columns(head.rows, half, said), tuple(part), side)
        for side, (part, said) in enumerate(zip(halves, kinds.SIDES, strict=True))
    )


def _body(
    table: Table, words: Words, head: heads.Head
) -> tuple[list[Sequence[Text]], list[list[str]]]:
    """The rows below the header, and their words; what prints the header again is left out.

    What only says that there is no figure is a blank.
    """
    printed = [list(row) for row in words[: head.height]]
    rows: list[Sequence[Text]] = []
    body: list[list[str]] = []
    for row, said in zip(table.rows[head.height :], words[head.height :], strict=True):
        if said in printed or heads.is_lane(said):
            continue
        rows.append(row)
        body.append(["" if is_nothing(word) else word for word in said])
    return rows, body


def _reunited(
    row: Sequence[Text], said: list[str], halves: list[Half]
) -> tuple[Sequence[Text], list[str]]:
    """A row whose summary's name is merged across halves, with the name in the half of its figure.

    公用经费合计 may stand in the second of three halves, and what it comes to in the third.
    """
    for one, other in pairwise(halves):
        named = next((at for at in one.named if heads.SUMMARY.fullmatch(said[at])), None)
        if named is None or not other.named or not any(said[at] for at in other.values):
            continue
        name = said[named]
        rest = [said[at] for at in (*one.values, *other.named)]
        if all(word in ("", name) for word in rest) and name not in [
            said[at] for at in other.values
        ]:
            cells, words = list(row), ["" if word == name else word for word in said]
            cells[other.named[-1]], words[other.named[-1]] = row[named], name
            return cells, words
    return row, said


def _shown(row: Sequence[str], hidden: frozenset[int]) -> Sequence[str]:
    """A row without the words of the header that stand in it."""
    return ["" if at in hidden else word for at, word in enumerate(row)] if hidden else row


def _cornered(head: heads.Head) -> tuple[heads.Head, str]:
    """The header without the unit of the table that its corner names, and that unit: 项目 单位：万元."""
    corner = head.rows[0][0] if head.rows else ""
    match = _IN_CORNER.fullmatch(corner)
    if match is None:
        return head, ""
    rows = [[match[1] if word == corner else word for word in row] for row in head.rows]
    return replace(head, rows=rows), match[2]


def _unit(table: Table, header: Words, cornered: str) -> Unit:
    match = _UNIT.search(table.unit) or _IN_TITLE.search(fold(table.title.value))
    name = match[1] if match else cornered or kinds.unit(header)
    return UNITS[name] if name else BARE


def _columns(header: Words, half: Half, side: str) -> tuple[Column, ...]:
    """The columns of values; what the half lists stands first in their paths."""
    found = []
    for index in half.values:
        path = kinds.path(header, index)
        found.append(Column(index, path if not side or path[:1] == (side,) else (side, *path)))
    return tuple(found)
