"""csv: a row a diagnostic, and one for each thing that was not checked; for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from jslint.formatters.rows import head, rows
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.run import Run

#: What a spreadsheet may take a cell for a formula by, in the full width of Chinese too.
_FORMULA = regex(r"\s*[=+\-@\t\r＝＋－＠]")
_NUMBER = regex(r"[+\-＋－]\s*[0-9][0-9,]*(?:\.[0-9]*)?\s*[%％]?|[\-－]+")


def pieces(run: Run) -> Iterator[str]:
    """The rows; no cell is one that a spreadsheet would calculate."""
    yield _line(head(run))
    for row in rows(run):
        yield _line(map(inert, row))


def _line(row: Iterable[str]) -> str:
    found = io.StringIO()
    csv.writer(found, lineterminator="\n").writerow(row)
    return found.getvalue()


def inert(cell: str) -> str:
    """A cell as no spreadsheet calculates it."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
