"""A page of a PDF: its grids, and the lines that stand outside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.readers.pdf import bare
from jslint.readers.pdf.cells import parts
from jslint.readers.pdf.grid import grids
from jslint.readers.pdf.lines import rows

if TYPE_CHECKING:
    from jslint.readers.pdf.cells import Part
    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.model import Sheet


class Page(Struct, frozen=True):
    """A page's lines outside its grids, and its grids, each from the top."""

    sheet: Sheet
    rows: tuple[Row, ...]
    parts: tuple[Part, ...]


def page(sheet: Sheet, *, announced: bool = False) -> Page:
    """Tell the grids of a page from the lines around them.

    A table that is not ruled is one where something announces it, unless it is known to be
    ``announced`` on another page.
    """
    ruled, outside = parts(sheet, grids(sheet), sheet.glyphs)
    lines = rows(outside)
    unruled = bare.grids(sheet, lines, announced=announced)
    if not unruled:
        return Page(sheet, tuple(lines), tuple(ruled))
    others, outside = parts(sheet, unruled, outside)
    return Page(sheet, tuple(rows(outside)), (*ruled, *others))
