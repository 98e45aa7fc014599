"""Tables that are paragraphs: rows of cells between tabs or spaces, in a format that has real tables."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jslint.readers import aligned, spaced, tabs
from jslint.readers.columns import UNREAD, unread
from jslint.readers.items import Item
from jslint.readers.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.document import Table


def tables(items: Iterable[Item]) -> Iterator[Item]:
    """The items, with those paragraphs that are the rows of one table read as it."""
    for plain, found in groupby(items, key=_is_plain):
        run = list(found)
        if plain and sum(map(_may_be_row, run)) > 1:
            yield from _read(run)
        else:
            yield from run


def _is_plain(item: Item) -> bool:
    return not (item.table or item.level or item.role)


def _may_be_row(item: Item) -> bool:
    return any(map(str.isspace, item.text.value))


def _read(items: Sequence[Item]) -> Iterator[Item]:
    lines = [Line(item.text, item.text) for item in items]
    for finder in (_tabbed, spaced.tables):
        done = 0
        for start, end, table in finder(lines):
            yield from items[done:start]
            yield Item(table=table)
            done = end
        if done:
            yield from items[done:]
            return
    yield from items


def _tabbed(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Tables between tabs. Those before the first and behind the last cell of a row are not kept."""
    for start, end, _ in tabs.tables(lines):
        rows = [tabs.cells(line) for line in lines[start:end]]
        yield start, end, aligned.read(rows) or unread(lines[start], lines[end - 1], UNREAD)
