"""xlsx: the rows of csv as a workbook, with what was not checked on a sheet of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.rows import head, rows
from jslint.formatters.sheets import Grid, package
from jslint.formatters.totals import total, unlooked
from jslint.formatters.wording import say

if TYPE_CHECKING:
    from jslint.run import Run

_WIDTHS = (28, 14, 8, 10, 28, 60, 28, 36, 18, 18, 36)


def encode(run: Run) -> bytes:
    """The whole package."""
    names = tuple(head(run))
    every, unchecked = [tuple(row) for row in rows(run)], say(run.lang, "unchecked")
    apart = {unchecked, say(run.lang, "unreadable")}
    found = (row for row in every if row[2] not in apart and row[2])
    left = (row for row in every if row[2] in apart)
    told = ((line,) for line in (total(run), unlooked(run)) if line)
    return package(
        [
            Grid(say(run.lang, "results"), _WIDTHS, (names, *found)),
            Grid(unchecked, _WIDTHS, (names, *told, *left)),
        ]
    )
