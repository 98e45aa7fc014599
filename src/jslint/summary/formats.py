"""A summary in each format: Excel, a page, Markdown, csv, JSON."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from jslint.formatters import sheets as book
from jslint.formatters.csvtext import inert
from jslint.formatters.markdown import plain
from jslint.formatters.sheets import Cell
from jslint.summary import page, structured
from jslint.summary.building import totals
from jslint.summary.said import say
from jslint.summary.sheets import grids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jslint.formatters.sheets import Grid, Value
    from jslint.summary.model import Summary

#: So many rows of a sheet are printed in Markdown; the whole is for other formats.
_ROWS = 1000


def xlsx(made: Summary, folder: str) -> bytes:
    """A workbook with all sheets."""
    return book.package(grids(made, folder))


def html(made: Summary, folder: str) -> bytes:
    """A page with all sheets."""
    return page.render(made, grids(made, folder)).encode("utf-8", "backslashreplace")


def markdown(made: Summary, folder: str) -> bytes:
    """The totals and every sheet as a table."""
    lang = made.run.lang
    blocks = [f"# {say(lang, 'title')}", *map(plain, totals(made))]
    for grid in grids(made, folder):
        if len(grid.rows) > 1:
            blocks += [f"## {plain(grid.name)}", _table(grid)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


def _table(grid: Grid) -> str:
    lines = [_line(grid.rows[0]), f"| {' | '.join('---' for _ in grid.widths)} |"]
    lines += [_line(row) for row in grid.rows[1 : _ROWS + 1]]
    left = len(grid.rows) - _ROWS - 1
    return "\n".join([*lines, *([f"\n… {left}"] if left > 0 else [])])


def _line(row: Iterable[Value]) -> str:
    return f"| {' | '.join(plain(_shown(cell)) for cell in row)} |"


def _shown(cell: Value) -> str:
    return str(cell.value if isinstance(cell, Cell) else cell)


def csvtext(made: Summary, folder: str) -> bytes:
    """The row of each report; no cell is one that a spreadsheet would calculate.

    With a byte order mark, without which Excel takes Chinese for another encoding.
    """
    found = io.StringIO()
    writer = csv.writer(found, lineterminator="\n")
    for row in grids(made, folder)[0].rows:
        writer.writerow([inert(_shown(cell)) for cell in row])
    return found.getvalue().encode("utf-8-sig", "backslashreplace")


def jsontext(made: Summary, folder: str) -> bytes:  # noqa: ARG001 - as the others
    """All of it, also what the next summary is compared with."""
    return structured.render(made).encode("utf-8", "backslashreplace")


#: The formats by the endings of files.
FORMATS: Mapping[str, Callable[[Summary, str], bytes]] = {
    ".xlsx": xlsx,
    ".html": html,
    ".htm": html,
    ".md": markdown,
    ".csv": csvtext,
    ".json": jsontext,
}
