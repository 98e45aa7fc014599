"""Tables that print as rows what the form prints as columns.

预算数 | 合计 | 13.00 stands above 预算数 | 公务接待费 | 5.79, and 决算数 goes through the same again: what names
the rows is a header of two levels or more. Such a table is turned, so that it reads as the form does.
"""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.figures.figure import is_nothing, parse_cell
from jslint.ledger import heads
from jslint.ledger.model import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.document import Table
    from jslint.ledger.model import Words

#: Fewer columns of names are no header of several levels, and fewer groups do not go through the same.
_FEWEST = 2
#: A header has no more columns than this; a longer list of rows is one.
_MOST_ROWS = 40


def turned(table: Table) -> Table:
    """The table as the form prints it; itself where its rows are no columns."""
    if not _FEWEST * _FEWEST <= len(table.rows) <= _MOST_ROWS:
        return table
    words = [[plain(cell.value) for cell in row] for row in table.rows]
    height = heads.read(words, table.header_rows).height
    body = _filled(words[height:])
    names = _names(body)
    if names < _FEWEST or not _repeats([row[:names] for row in body]):
        return table
    return replace(table, rows=tuple(zip(*table.rows, strict=True)), header_rows=names)


def _filled(rows: Words) -> list[list[str]]:
    """The rows with the first name where a merged cell has left it blank."""
    found: list[list[str]] = []
    for row in rows:
        first = row[0] or (found[-1][0] if found else "")
        found.append([first, *row[1:]])
    return found


def _names(rows: Words) -> int:
    """How many columns hold nothing but names, where all others hold nothing but figures."""
    columns = list(zip(*rows, strict=True))
    names = sum(1 for _ in takewhile(_is_named, columns))
    valued = len(columns) > names and all(map(_is_valued, columns[names:]))
    return names if valued else 0


def _is_named(column: Sequence[str]) -> bool:
    return all(word and not is_nothing(word) and parse_cell(word) is None for word in column)


def _is_valued(column: Sequence[str]) -> bool:
    return all(not word or is_nothing(word) or parse_cell(word) for word in column)


def _repeats(rows: Words) -> bool:
    """Whether the first names stand for groups of rows, all of which go through the same names."""
    groups = [[row[1:] for row in group] for _, group in groupby(rows, key=lambda row: row[0])]
    return (
        len(groups) >= _FEWEST
        and len(groups[0]) >= _FEWEST
        and all(group == groups[0] for group in groups)
    )
