"""A page of a PDF: its grids, and the lines that stand outside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.readers.pdf import bare
from jslint.readers.pdf.bare import NOTHING, Above
from jslint.readers.pdf.cells import parts
from jslint.readers.pdf.grid import grids
from jslint.readers.pdf.lines import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.readers.pdf.cells import Part
    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.model import Sheet


class Page(Struct, frozen=True):
    """A page's lines outside its grids, and its grids, each from the top.

    ``below`` is what it ends with of a table that is not ruled.
    """

    sheet: Sheet
    rows: tuple[Row, ...]
    parts: tuple[Part, ...]
    below: Above = NOTHING


def every(sheets: Iterable[Sheet]) -> Iterator[Page]:
    """The pages in their order."""
    above = NOTHING
    for sheet in sheets:
        found = page(sheet, above=above)
        above = found.below
        yield found


def page(sheet: Sheet, *, announced: bool = False, above: Above = NOTHING) -> Page:
    """Tell the grids of a page from the lines around them.

    A table that is not ruled is one where something announces it, unless it is known to be
    ``announced`` on another page; it may go on with what the page ``above`` ends with.
    """
    ruled, outside = parts(sheet, grids(sheet), sheet.glyphs)
    lines = rows(outside)
    lowest = max((part.grid.ys[-1] for part in ruled), default=0.0)
    unruled = bare.grids(sheet, lines, announced=announced, above=above)
    if not unruled:
        return Page(sheet, tuple(lines), tuple(ruled), bare.below(lines, lowest, None))
    others, outside = parts(sheet, unruled, outside)
    left = rows(outside)
    return Page(sheet, tuple(left), (*ruled, *others), bare.below(left, lowest, unruled[-1]))
