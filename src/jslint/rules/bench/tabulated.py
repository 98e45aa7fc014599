"""What became of each table: its cells that hold figures, and which of these a rule looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnostic import Seen, SeenColumn, SeenTable
from jslint.document import Table
from jslint.figures.figure import Dimension, parse_cell
from jslint.ledger import is_lane, plain
from jslint.patterns import regex
from jslint.rules.bench import called
from jslint.rules.ground import words
from jslint.rules.ground.base import section_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from jslint.document import Key, Text
    from jslint.ledger import Ledger
    from jslint.phrases import Told
    from jslint.rules.ground.context import Context

    _Found = tuple[SeenTable[Told], tuple[Seen[Told], ...]]
    _Column = tuple[SeenColumn[Told], list[Seen[Told]]]

#: What a code, a number of a row or a page number has none of.
_MARKED = regex(r"\d[.．]\d|[%％]")


def tables(context: Context, checked: AbstractSet[Key]) -> Iterator[_Found]:
    """Every table with figures, and every one that was not read, each with its figures.

    Tables come in reading order, the figures of one column by column. Codes, the numbers of rows
    and columns, and what a header prints are no figures.
    """
    halves: dict[Key, list[Ledger]] = {}
    for ledger in context.ledgers:
        halves.setdefault(ledger.table.place.key, []).append(ledger)
    joined = {place.key for place in context.gathered.joined}
    number = 0
    for located in context.tables:
        table = located.block
        if not isinstance(table, Table) or table.place.key in joined:
            continue
        where = number, section_label(located.path)
        found = _table(context, table, halves.get(table.place.key, []), checked, where)
        if found is not None:
            yield found
            number += 1


def _table(
    context: Context,
    table: Table,
    ledgers: Sequence[Ledger],
    checked: AbstractSet[Key],
    where: tuple[int, str],
) -> _Found | None:
    """A table with its figures; None where it has none and nobody failed to read it."""
    found = [one for ledger in ledgers for one in _columns(ledger, checked, where)]
    strange = list(_strange(ledgers[0].table if ledgers else table, ledgers))
    reason: Told = table.unread or dict(context.gathered.unread).get(table.place, "")
    if not ledgers and strange and not reason:
        reason = words.reason("no-columns")
    if not (found or strange or reason):
        return None
    why = reason or words.reason("column-unread")
    cells = [cell for _, column in found for cell in column]
    cells += [_unread(cell, row, why, where, checked) for cell, row in strange]
    columns = tuple(column for column, _ in found)
    looked = sum(cell.checked for cell in cells)
    title = "".join(table.title.value.split())
    seen = SeenTable(table.place, title, where[1], columns, reason, len(cells), looked)
    return seen, tuple(cells)


def _columns(
    ledger: Ledger, checked: AbstractSet[Key], where: tuple[int, str]
) -> Iterator[_Column]:
    bare = ledger.unit.dimension is not Dimension.AMOUNT
    for column in ledger.columns:
        cells = [
            (line, text, place, place.key in checked)
            for line in ledger.lines
            if column.index in line.figures
            for text in (line.cells[column.index],)
            for place in (text.at(),)
        ]
        if not cells:
            continue
        looked = sum(is_checked for *_, is_checked in cells)
        key = "no-unit-line" if bare else "no-rule"
        why = words.reason("no-rule-cell" if looked else key)
        number, section = where
        yield (
            SeenColumn(column.name, len(cells), looked > 0, "" if looked else why, looked),
            [
                Seen(
                    place,
                    _shown(text),
                    section,
                    True,  # noqa: FBT003 - a column holds it
                    is_checked,
                    reason="" if is_checked else why,
                    table=number,
                    row=called.row(line),
                    column=column.name,
                )
                for line, text, place, is_checked in cells
            ],
        )


def _strange(table: Table, ledgers: Sequence[Ledger]) -> Iterator[tuple[Text, str]]:
    """The cells of a table that hold figures but were read in no column, each with its row's name.

    Beside columns that were read, a whole number in another is a code or the number of a row.
    """
    # Cells are told by identity: each of a thousand would else be located first.
    seen = {
        id(line.cells[at]) for ledger in ledgers for line in ledger.lines for at in line.figures
    }
    read = bool(seen)
    for row in table.rows[table.header_rows :]:
        numbered = not read and is_lane([plain(cell.value) for cell in row])
        for cell in row if read else () if numbered else row[1:]:
            if id(cell) in seen or (read and not _MARKED.search(cell.value)):
                continue
            seen.add(id(cell))
            if parse_cell(cell.value) is not None:
                yield cell, "".join(row[0].value.split())


def _unread(
    cell: Text, row: str, why: Told, where: tuple[int, str], checked: AbstractSet[Key]
) -> Seen[Told]:
    """A figure in no column; a rule may have found it under a head between the rows."""
    number, section = where
    place = cell.at()
    looked = place.key in checked
    return Seen(
        place,
        _shown(cell),
        section,
        understood=looked,
        checked=looked,
        reason="" if looked else why,
        table=number,
        row=row,
    )


def _shown(text: Text) -> str:
    return "".join(text.value.split())
