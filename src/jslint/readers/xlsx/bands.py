"""Tables beside each other on one sheet, each below a title of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.readers.kinds import is_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jslint.readers.xlsx.model import Sheet

    #: The first column and the last.
    Band = tuple[int, int]


def bands(sheet: Sheet) -> Sequence[Sheet]:
    """The sheet as several, from the left, where columns in which nothing stands part its tables.

    That is certain only where one row has nothing but a title in each part.
    """
    found = _apart(sheet)
    if len(found) < 2 or not any(_are_titles(row, found) for row in sheet.rows.values()):  # noqa: PLR2004
        return (sheet,)
    return [_within(sheet, band) for band in found]


def _apart(sheet: Sheet) -> list[Band]:
    """The columns that hold something, those that stand together as one."""
    reached = {(column, column) for row in sheet.rows.values() for column in row}
    reached.update((merge.left, merge.right - 1) for merge in sheet.merges)
    found: list[Band] = []
    for first, last in sorted(reached):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _are_titles(row: Mapping[int, str], found: Sequence[Band]) -> bool:
    """Whether a row has in each band one cell, and that is a table's title."""
    parts = [
        [value for column, value in row.items() if first <= column <= last] for first, last in found
    ]
    return all(len(part) == 1 and is_title(part[0].strip()) for part in parts)


def _within(sheet: Sheet, band: Band) -> Sheet:
    first, last = band
    rows = {
        number: {column: value for column, value in row.items() if first <= column <= last}
        for number, row in sheet.rows.items()
    }
    merges = tuple(one for one in sheet.merges if first <= one.left <= last)
    return replace(sheet, rows={at: row for at, row in rows.items() if row}, merges=merges)
