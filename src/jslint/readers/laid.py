"""Tables that are paragraphs: rows of cells between tabs or spaces, in a format that has real tables."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jslint.readers import aligned, celled, columns, spaced, tabs
from jslint.readers.items import Item
from jslint.readers.lines import Line, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.document import Table
    from jslint.readers.body import Finder


def tables(items: Iterable[Item]) -> Iterator[Item]:
    """The items, with those paragraphs that are the rows of one table read as it."""
    for plain, found in groupby(items, key=_is_plain):
        run = list(found)
        if plain and sum(map(_may_be_row, run)) > 1:
            lines = [line_of(item.source or item.text, gap=False, page=0) for item in run]
            yield from _read(run, lines, _FINDERS)
        else:
            yield from run


def _is_plain(item: Item) -> bool:
    return not (item.table or item.level or item.role)


def _may_be_row(item: Item) -> bool:
    return any(map(str.isspace, item.text.value))


def _read(
    items: Sequence[Item], lines: Sequence[Line], finders: Sequence[Finder]
) -> Iterator[Item]:
    """The items, each the paragraph of a line, with the tables that the finders find in turn."""
    if not finders:
        yield from items
        return
    done = 0
    for start, end, table in finders[0](lines):
        yield from _read(items[done:start], lines[done:start], finders[1:])
        yield Item(table=table)
        done = end
    yield from _read(items[done:], lines[done:], finders[1:])


def _tabbed(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Tables between tabs.

    Each cell is in its column where all rows have as many tabs, also those at the ends of a row;
    who typed several to reach a column has not.
    """
    for start, end, table in tabs.tables(lines):
        block = lines[start:end]
        if len({line.source.value.count("\t") for line in block}) == 1:
            yield start, end, table
            continue
        rows = [tabs.cells(Line(line.text, line.text)) for line in block]
        read = aligned.read(rows)
        yield start, end, read or columns.unread(block[0], block[-1], columns.UNREAD)


_FINDERS: tuple[Finder, ...] = (_tabbed, celled.tables, columns.tables, spaced.tables)
