"""What became of each table: which of its columns hold figures, and which of these a rule looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnostic import SeenColumn, SeenTable
from jslint.document import Table
from jslint.figures.figure import Dimension, parse_cell
from jslint.rules.ground import words
from jslint.rules.ground.base import section_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from jslint.document import Place, Section
    from jslint.ledger import Column, Ledger
    from jslint.rules.ground.context import Context


def tables(context: Context, checked: AbstractSet[Place]) -> Iterator[SeenTable]:
    """Every table with figures, and every one that was not read, in reading order."""
    halves: dict[Place, list[Ledger]] = {}
    for ledger in context.ledgers:
        halves.setdefault(ledger.table.place, []).append(ledger)
    apart = dict(context.gathered.unread)
    joined = context.gathered.joined
    for located in context.tables:
        table = located.block
        if not isinstance(table, Table) or table.place in joined:
            continue
        columns = tuple(
            column
            for ledger in halves.get(table.place, ())
            for column in _columns(context, ledger, checked)
        )
        reason = table.unread or apart.get(table.place, "")
        if not columns and not reason and _has_figures(table):
            reason = words.reason(context.lang, "no-columns")
        if columns or reason:
            yield _seen(table, located.path, columns, reason)


def _seen(
    table: Table, path: tuple[Section, ...], columns: tuple[SeenColumn, ...], reason: str
) -> SeenTable:
    title = "".join(table.title.value.split())
    return SeenTable(table.place, title, section_label(path), columns, reason)


def _has_figures(table: Table) -> bool:
    """Whether figures stand in it that are not mere numbers of its rows."""
    return any(parse_cell(cell.value) is not None for row in table.rows for cell in row[1:])


def _columns(context: Context, ledger: Ledger, checked: AbstractSet[Place]) -> Iterator[SeenColumn]:
    for column in ledger.columns:
        figures = sum(column.index in line.figures for line in ledger.lines)
        if figures:
            looked = _is_checked(ledger, column, checked)
            bare = ledger.unit.dimension is not Dimension.AMOUNT
            why = (
                "" if looked else words.reason(context.lang, "no-unit-line" if bare else "no-rule")
            )
            yield SeenColumn(column.name, figures, looked, why)


def _is_checked(ledger: Ledger, column: Column, checked: AbstractSet[Place]) -> bool:
    return any(
        ledger.text(line, column).at() in checked
        for line in ledger.lines
        if column.index in line.figures
    )
