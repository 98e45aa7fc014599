"""What became of each table: its cells that hold figures, and which of these a rule looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnostic import Seen, SeenColumn, SeenTable
from jslint.document import Table
from jslint.figures.figure import Dimension, parse_cell
from jslint.rules.bench import called
from jslint.rules.ground import words
from jslint.rules.ground.base import section_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from jslint.document import Key, Section, Text
    from jslint.ledger import Column, Ledger
    from jslint.rules.ground.context import Context

    _Column = tuple[SeenColumn, list[Seen]]

#: What a code, a number of a row or a page number has none of.
_MARKS = ".%．％"


def tables(
    context: Context, checked: AbstractSet[Key]
) -> Iterator[tuple[SeenTable, tuple[Seen, ...]]]:
    """Every table with figures, and every one that was not read, each with its figures.

    Tables come in reading order, the figures of one column by column. Codes, the numbers of rows
    and columns, and what a header prints are no figures.
    """
    halves: dict[Key, list[Ledger]] = {}
    for ledger in context.ledgers:
        halves.setdefault(ledger.table.place.key, []).append(ledger)
    apart = {place.key: why for place, why in context.gathered.unread}
    joined = {place.key for place in context.gathered.joined}
    number = 0
    for located in context.tables:
        table = located.block
        if not isinstance(table, Table) or table.place.key in joined:
            continue
        ledgers = halves.get(table.place.key, [])
        section = section_label(located.path)
        found = [
            one
            for ledger in ledgers
            for one in _columns(context, ledger, checked, (number, section))
        ]
        reason = table.unread or apart.get(table.place.key, "")
        whole = ledgers[0].table if ledgers else table
        strange = list(_strange(whole, found))
        if not ledgers and strange and not reason:
            reason = words.reason(context.lang, "no-columns")
        if found or strange or reason:
            why = reason or words.reason(context.lang, "column-unread")
            title = "".join(table.title.value.split())
            cells = (*(one for _, column in found for one in column),) + tuple(
                _unread(cell, row, why, (number, section)) for cell, row in strange
            )
            columns = tuple(column for column, _ in found)
            looked = sum(column.looked for column in columns)
            yield (
                SeenTable(table.place, title, section, columns, reason, len(cells), looked),
                cells,
            )
            number += 1


def _columns(
    context: Context, ledger: Ledger, checked: AbstractSet[Key], where: tuple[int, str]
) -> Iterator[_Column]:
    bare = ledger.unit.dimension is not Dimension.AMOUNT
    for column in ledger.columns:
        cells = [
            (line, text.at(), text)
            for line in ledger.lines
            if column.index in line.figures
            for text in (line.cells[column.index],)
        ]
        if not cells:
            continue
        looked = sum(place.key in checked for _, place, _ in cells)
        key = "no-unit-line" if bare else "no-rule"
        why = words.reason(context.lang, "no-rule-cell" if looked else key)
        number, section = where
        yield (
            SeenColumn(column.name, len(cells), looked > 0, "" if looked else why, looked),
            [
                Seen(
                    place,
                    _shown(text),
                    section,
                    True,  # noqa: FBT003 - a column holds it
                    place.key in checked,
                    reason="" if place.key in checked else why,
                    table=number,
                    row=called.row(line),
                    column=column.name,
                )
                for line, place, text in cells
            ],
        )


def _strange(table: Table, found: list[_Column]) -> Iterator[tuple[Text, str]]:
    """The cells of a table that hold figures but were read in no column, each with its row's name.

    Beside columns that were read, a whole number in another is a code or the number of a row.
    """
    known = {one.place.key for _, column in found for one in column}
    seen: set[int] = set()
    for row in table.rows[table.header_rows :]:
        for cell in row if found else row[1:]:
            if id(cell) in seen or (found and not any(mark in cell.value for mark in _MARKS)):
                continue
            seen.add(id(cell))
            if parse_cell(cell.value) is not None and cell.at().key not in known:
                yield cell, "".join(row[0].value.split())


def _unread(cell: Text, row: str, why: str, where: tuple[int, str]) -> Seen:
    number, section = where
    return Seen(
        cell.at(),
        _shown(cell),
        section,
        understood=False,
        checked=False,
        reason=why,
        table=number,
        row=row,
    )


def _shown(text: Text) -> str:
    return "".join(text.value.split())
