"""A page of a PDF: its grids, and the lines that stand outside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.readers.pdf import bare, beneath, newsprint
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

    ``below`` is what it ends with of a table that is not ruled. A page set in two columns is several of
    these, each with its ``turn`` and the ``span`` of its lines.
    """

    sheet: Sheet
    rows: tuple[Row, ...]
    parts: tuple[Part, ...]
    below: Above = NOTHING
    turn: int = 0
    span: tuple[float, float] | None = None

    @property
    def width(self) -> float:
        """How wide the lines may be with the margins beside them."""
        return self.sheet.width if self.span is None else self.span[1] - self.span[0]


def every(sheets: Iterable[Sheet]) -> Iterator[Page]:
    """The pages in their order."""
    above = NOTHING
    for sheet in sheets:
        found = page(sheet, above=above)
        above = found.below
        parted = newsprint.strip(found.rows, sheet.width)
        yield from [found] if parted is None else _turns(found, parted)


def _turns(found: Page, parted: newsprint.Strip) -> Iterator[Page]:
    """A page set in two columns as several: each column, what stands across both, and each grid."""
    sheet, turn, ends = found.sheet, 0, (0.0, found.sheet.width)
    spans = {0: (ends[0], parted.left), 1: (parted.right, ends[1])}
    grids_left = sorted((part.grid for part in found.parts), key=_bottom)
    tops = [grid.ys[0] for grid in grids_left]
    for stretch in newsprint.stretches(found.rows, parted, tops):
        while grids_left and grids_left[0].ys[0] < stretch.rows[0].base:
            own = replace(sheet, lower=turn * sheet.height)
            held, _ = parts(own, [grids_left.pop(0)], sheet.glyphs)
            yield Page(own, (), tuple(held), turn=turn)
            turn += 1
        span = None if stretch.column is None else spans[stretch.column]
        own = replace(sheet, lower=turn * sheet.height)
        yield Page(own, stretch.rows, (), turn=turn, span=span)
        turn += 1
    own = replace(sheet, lower=turn * sheet.height)
    yield Page(own, (), tuple(parts(own, grids_left, sheet.glyphs)[0]), found.below, turn=turn)


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
