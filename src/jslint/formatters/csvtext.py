"""csv: a row a diagnostic, and one for each thing that was not checked; for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from jslint.formatters.rows import head, rows
from jslint.patterns import regex

if TYPE_CHECKING:
    from jslint.run import Run

#: What a spreadsheet may take a cell for a formula by, in the full width of Chinese too.
_FORMULA = regex(r"\s*[=+\-@\t\r＝＋－＠]")
_NUMBER = regex(r"[+\-＋－]\s*[0-9][0-9,]*(?:\.[0-9]*)?\s*[%％]?|[\-－]+")


def render(run: Run) -> str:
    """The rows; no cell is one that a spreadsheet would calculate."""
    found = io.StringIO()
    writer = csv.writer(found, lineterminator="\n")
    writer.writerow(head(run))
    writer.writerows(map(inert, row) for row in rows(run))
    return found.getvalue()


def inert(cell: str) -> str:
    """A cell as no spreadsheet calculates it."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
