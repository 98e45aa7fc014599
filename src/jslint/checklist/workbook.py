"""Filled-in checklists as an Excel file: a sheet of items for each, and one over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.checklist import rows
from jslint.checklist.model import Verdict
from jslint.checklist.words import say
from jslint.formatters.sheets import Cell, Grid, package, sheet_name
from jslint.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.checklist.model import Filled
    from jslint.formatters.sheets import Value

_WIDTHS = (6, 10, 44, 36, 10, 36, 70, 20, 16)


def encode(filled: Filled) -> bytes:
    """The whole package of one report."""
    lang = filled.lang
    about = ((rows.title(filled),), *((line,) for line in rows.about(filled)))
    signed = ((say(lang, "signed"),),)
    return package(
        [
            _items(filled, say(lang, "sheet")),
            Grid(say(lang, "about"), (100,), (*about, *signed)),
        ]
    )


def encode_all(several: Sequence[Filled]) -> bytes:
    """The whole package of several reports: what each comes to, then a sheet for each."""
    lang = several[0].lang
    heads = ("number", "body", "year-head", "files-head", *(one.value for one in Verdict))
    lines: list[tuple[Value, ...]] = [tuple(say(lang, head) for head in heads)]
    for number, filled in enumerate(several, 1):
        named = Cell(filled.body or filled.path, spot=f"'{_named(number, filled)}'!A1")
        files = listed(lang, filled.files)
        lines.append((number, named, filled.year, files, *map(filled.count, Verdict)))
    return package(
        [
            Grid(say(lang, "all"), (6, 36, 8, 36, 10, 10, 10), tuple(lines)),
            *(_items(filled, _named(number, filled)) for number, filled in enumerate(several, 1)),
        ]
    )


def _named(number: int, filled: Filled) -> str:
    """The name of a report's sheet, which no other has."""
    return sheet_name(f"{number} {filled.body or filled.path}".replace("'", "’"))


def _items(filled: Filled, name: str) -> Grid:
    listed = (rows.heads(filled), *(rows.cells(filled, row) for row in rows.rows(filled)))
    return Grid(name, _WIDTHS, listed)
