"""The sheet that pages of a wide table make, set side by side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.readers.pdf.lines import words
from jslint.readers.pdf.model import Sheet, Strip, Stroke

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.model import Glyph
    from jslint.readers.pdf.pages import Page

# Points: how far the same baseline or edge lies apart on two pages, the gap that is left between
# columns that nothing rules, and how far a running head is moved by another page number in it.
_SAME = 1.5
_APART = 24.0
_MOVED = 9.0
# In sizes: what characters of one line overlap at most.
_OVERLAP = 0.3


def sheet(pages: Sequence[Page], again: Sequence[int], outside: set[int], until: int) -> Sheet:
    """Pages with one grid each as one; of each, the first ``again`` columns are not new.

    ``outside`` are the characters, by identity, of page numbers and running heads; ``until`` is the
    number of the page that the rows go on behind.
    """
    first = pages[0].sheet
    out = outside - _of_all(pages)
    glyphs: list[Glyph] = []
    across: list[Stroke] = []
    down: list[Stroke] = []
    strips: list[Strip] = []
    begun = 0.0
    for page, columns in zip(pages, again, strict=True):
        own, xs = page.sheet, page.parts[0].grid.xs
        start = xs[columns] if strips else 0.0
        shift = begun - start
        strange = out | _strange(page, pages[0], columns) if strips else out
        strips.append(Strip(begun, shift, own))
        glyphs += [
            replace(glyph, left=glyph.left + shift, right=glyph.right + shift)
            for glyph in own.glyphs
            if start <= (glyph.left + glyph.right) / 2 <= xs[-1] and id(glyph) not in strange
        ]
        across += [
            Stroke(at, max(one, start) + shift, min(end, xs[-1]) + shift)
            for at, one, end in own.across
            if one < xs[-1] and end > start
        ]
        down += [
            Stroke(at + shift, one, end)
            for at, one, end in own.down
            # Where columns are repeated, the edge is that of the last of them.
            if start - _SAME <= at <= xs[-1] + _SAME and (not columns or at > start + _SAME)
        ]
        begun = xs[-1] + shift + (0 if own.across and own.down else _APART)
    width = begun + first.width - pages[0].parts[0].grid.xs[-1]
    return Sheet(
        first.number, width, first.height, tuple(glyphs), tuple(across), tuple(down), first.turns,
        strips=tuple(strips), until=until,
    )  # fmt: skip


def _of_all(pages: Sequence[Page]) -> set[int]:
    """The characters of lines above a table that stand where they do in the whole of it.

    On each page they are elsewhere, as the title over all columns; a running head is not.
    """
    above = [[row for row in page.rows if row.base < page.parts[0].grid.ys[0]] for page in pages]
    rows = [row for own in above for row in own]
    return {
        id(glyph)
        for row in rows
        for other in rows
        if abs(row.base - other.base) <= _SAME and abs(row.left - other.left) > _MOVED
        for glyph in row.glyphs
    }


def _strange(page: Page, first: Page, again: int) -> set[int]:
    """The characters around a further strip's grid that the first page says already, or that overlap.

    What is longer than a cell is printed over the others, once more from each column that is repeated.
    """
    said = {(round(row.base), words(row)) for row in first.rows}
    return {
        id(glyph)
        for row in page.rows
        if (round(row.base), words(row)) in said or (again and _overlaps(row))
        for glyph in row.glyphs
    }


def _overlaps(row: Row) -> bool:
    return any(
        after.left < before.right - _OVERLAP * before.size for before, after in pairwise(row.glyphs)
    )
