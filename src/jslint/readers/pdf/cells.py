"""What stands in the cells of a grid, and what stands outside every grid of a page."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import Run, Text
from jslint.patterns import regex
from jslint.readers.pdf.bands import cut
from jslint.readers.pdf.lines import box_of, rows, words
from jslint.readers.pdf.model import MIDDLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.readers.pdf.grid import Cell, Grid
    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.model import Box, Glyph, Sheet

# In sizes: characters nearer than this are one word, which belongs to one cell as a whole; and how
# far from a cell's edge its text begins or ends at most.
_ONE_WORD = 0.15
_PADDING = 0.8
_WHOLE_AMOUNT = regex(r"\d\.\d{1,2}$")
_OTHER_AMOUNT = regex(r"[-−]?[\d,]{1,15}\.\d")


class Part(Struct, frozen=True):
    """A grid on a page with the text of each of its cells, in the order of ``grid.cells``.

    ``ends`` are the right edges of those texts.
    """

    sheet: Sheet
    grid: Grid
    texts: tuple[Text, ...]
    ends: tuple[float, ...]


def parts(
    sheet: Sheet, found: Sequence[Grid], glyphs: Iterable[Glyph]
) -> tuple[list[Part], list[Glyph]]:
    """The grids with their texts, and those of the characters that stand in none of them."""
    inside: list[list[Glyph]] = [[] for _ in found]
    outside: list[Glyph] = []
    boxes = [(grid.box, held) for grid, held in zip(found, inside, strict=True)]
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, glyph.base - glyph.size * MIDDLE
        for (left, top, right, bottom), held in boxes:
            if left <= x <= right and top <= y <= bottom:
                held.append(glyph)
                break
        else:
            outside.append(glyph)
    return [_part(sheet, *pair) for pair in zip(found, inside, strict=True)], outside


def _part(sheet: Sheet, grid: Grid, glyphs: Iterable[Glyph]) -> Part:
    """A grid with the text of each cell; that of an empty cell has the cell's own place."""
    found = list(_split(glyphs))
    lines = _lines(grid, found)
    whole = cut(grid, lines)
    if whole is not grid:
        grid, lines = whole, _lines(whole, found)
    pairs = list(zip(grid.cells, lines, strict=True))
    return Part(
        sheet,
        grid,
        texts=tuple(_text(sheet, grid, *pair) for pair in pairs),
        ends=tuple(max((line.right for line in own), default=0.0) for own in lines),
    )


def _lines(grid: Grid, found: Iterable[Sequence[Glyph]]) -> list[list[Row]]:
    """The lines of each cell of a grid, each word in the cell that its middle is in."""
    owners = {
        (row, column): at
        for at, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.below)
        for column in range(cell.column, cell.beyond)
    }
    held: list[list[Glyph]] = [[] for _ in grid.cells]
    for word in found:
        held[owners[_cell_at(grid, word)]] += word
    return [rows(glyphs) if glyphs else [] for glyphs in held]


def _split(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Words: characters of one baseline with no gap between them."""
    word: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (round(glyph.base), glyph.base, glyph.left)):
        if word and not _is_next(word[-1], glyph):
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _is_next(before: Glyph, after: Glyph) -> bool:
    return (
        after.base == before.base
        and -before.size < after.left - before.right <= _ONE_WORD * before.size
    )


def _cell_at(grid: Grid, word: Sequence[Glyph]) -> tuple[int, int]:
    """Row and column of a word.

    One that juts out belongs where it is set: to the cell at whose left edge it begins, or at whose
    right edge it ends, else where its middle is.
    """
    left, right, size = word[0].left, word[-1].right, word[0].size
    first, last = _stretch(grid.xs, left), _stretch(grid.xs, right)
    row = _stretch(grid.ys, word[0].base - size * MIDDLE)
    if first == last or abs(left - grid.xs[first]) < _PADDING * size:
        return row, first
    if abs(grid.xs[last + 1] - right) < _PADDING * size:
        return row, last
    return row, _stretch(grid.xs, (left + right) / 2)


def _stretch(edges: Sequence[float], at: float) -> int:
    return min(max(bisect_right(edges, at) - 1, 0), len(edges) - 2)


def _text(sheet: Sheet, grid: Grid, cell: Cell, lines: Sequence[Row]) -> Text:
    """A cell's lines joined; its place sorts by the cell, whose texts may sit at any height."""
    home = grid.box_of(cell)
    place = sheet.place(_around(lines) if lines else home, home)
    return Text(joined([words(line, closed=True) for line in lines]), (Run(0, place),))


def _around(lines: Sequence[Row]) -> Box:
    boxes = [box_of(line.glyphs, line) for line in lines]
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip


def joined(lines: Sequence[str]) -> str:
    """The lines of a cell as one; a space only between Latin words and between whole amounts."""
    value = ""
    for line in lines:
        value += _glue(value, line) + line
    return value


def _glue(before: str, after: str) -> str:
    meeting = before[-1:] + after[:1]
    if len(meeting) > 1 and meeting.isascii() and meeting.isalpha():
        return " "
    return " " if _WHOLE_AMOUNT.search(before) and _OTHER_AMOUNT.match(after) else ""
