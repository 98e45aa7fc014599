"""A filled-in checklist as an Excel file: a sheet of items, and one that says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.checklist import rows
from jslint.checklist.words import say
from jslint.formatters.sheets import Grid, package

if TYPE_CHECKING:
    from jslint.checklist.model import Filled

_WIDTHS = (6, 10, 44, 36, 10, 36, 70, 20, 16)


def encode(filled: Filled) -> bytes:
    """The whole package."""
    lang = filled.lang
    listed = (rows.heads(filled), *(rows.cells(filled, row) for row in rows.rows(filled)))
    about = ((rows.title(filled),), *((line,) for line in rows.about(filled)))
    signed = ((say(lang, "signed"),),)
    return package(
        [
            Grid(say(lang, "sheet"), _WIDTHS, listed),
            Grid(say(lang, "about"), (100,), (*about, *signed)),
        ]
    )
