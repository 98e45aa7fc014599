"""A page of a PDF: its grids, and the lines that stand outside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.readers.pdf import bare, beneath
from jslint.readers.pdf.bare import NOTHING, Above
from jslint.readers.pdf.cells import parts
from jslint.readers.pdf.grid import grids
from jslint.readers.pdf.lines import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.readers.pdf.cells import Part
    from jslint.readers.pdf.grid import Grid
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
    longer = beneath.extended(sheet, ruled, rows(outside))
    if longer:
        held = [longer.get(at, part.grid) for at, part in enumerate(ruled)]
        ruled, outside = parts(sheet, held, sheet.glyphs)
    unruled = bare.grids(sheet, rows(outside), announced=announced, above=above)
    others, outside = parts(sheet, unruled, outside) if unruled else ([], outside)
    lines = rows(outside)
    whole = (part.grid.ys[-1] for at, part in enumerate(ruled) if at not in longer)
    last = max((*unruled, *longer.values()), key=_bottom, default=None)
    below = bare.below(lines, max(whole, default=0.0), last)
    return Page(sheet, tuple(lines), (*ruled, *others), below)


def _bottom(grid: Grid) -> float:
    return grid.ys[-1]
