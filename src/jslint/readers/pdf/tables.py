"""Grids to tables: parts on several pages joined, header rows told from the body."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import EMPTY, Run, Table, Text
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.readers.grids import header_height
from jslint.readers.kinds import is_note, is_table_head, is_title
from jslint.readers.pdf.stacked import (
    SHIFT,
    TOTAL,
    Filled,
    depth,
    from_left,
    nearest,
    stacked,
)

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from jslint.readers.pdf.cells import Part

_UNREAD = Family("reading").phrase("unruled")
_FIGURE = regex(r"[-−(（]?\d[\d,，]{0,20}(?:\.\d{1,6})?[)）%％]?|\d{2,7}")


class Framed(Struct, frozen=True):
    """A table, and lines that stand within its frame above and below it: title, unit, notes."""

    above: tuple[Text, ...]
    table: Table
    below: tuple[Text, ...]


def continues(before: Part, after: Part, blank: Container[int] = ()) -> bool:
    """Whether the columns of a grid are those of one before it, on the next page that is not ``blank``.

    A title within its frame says that it is another table.
    """
    number = (before.sheet.until or before.sheet.number) + 1
    while number in blank:
        number += 1
    if after.sheet.number != number or is_title(after.texts[0].value):
        return False
    if before.grid.unread or after.grid.unread:
        return True
    left, right = before.grid.xs, after.grid.xs
    few, many = sorted((from_left(left), from_left(right)), key=len)
    if abs(few[-1] - many[-1]) > 2 * SHIFT:
        return False
    met = sum(nearest(many, x) is not None for x in few)
    return met * 5 >= len(few) * 4


def begins(part: Part, table: Part) -> bool:
    """Whether a grid has a header of its own, other than that of the table it might go on with.

    What stands at the end of a page and is nothing but a header has the rest of it below.
    """
    own, above = _row(part, 0), set(_row(table, 0).values())
    if any(map(_FIGURE.fullmatch, (*own.values(), *above))) or _is_all_named(table):
        return False
    figured = {
        cell.column
        for cell, text in zip(part.grid.cells, part.texts, strict=True)
        if _FIGURE.fullmatch(text.value)
    }
    labels = [value for column, value in own.items() if column in figured]
    return len(labels) > 1 and sum(value in above for value in labels) * 2 < len(labels)


def _is_all_named(part: Part) -> bool:
    """Whether each cell of a grid has words, and none a figure, as a header's have and a body's not."""
    return all(text and not _FIGURE.fullmatch(text.value) for text in part.texts)


def _row(part: Part, row: int) -> dict[int, str]:
    """What the cells that begin in a row say, by their column."""
    cells = zip(part.grid.cells, part.texts, strict=True)
    return {cell.column: text.value for cell, text in cells if cell.row == row and text.value}


def table(parts: Sequence[Part]) -> Framed:
    """The table that grids on consecutive pages make up, from its first to its last page."""
    if any(part.grid.unread for part in parts):
        place = parts[0].sheet.place(parts[0].grid.box)
        return Framed((), Table(EMPTY, (), place, unread=_UNREAD), ())
    cells, above, below = _unframed(stacked(parts))
    height = _header_height(cells)
    cells = _divided(cells, height)
    place = parts[0].sheet.place(parts[0].grid.box)
    rows = _rows(cells)
    # The words tell where header cells are merged in sense only, as in files of other formats.
    header = max(len({cell.row for cell in cells if cell.row < height}), header_height(rows))
    return Framed(above, Table(EMPTY, rows, place, header_rows=header), below)


def _unframed(cells: list[Filled]) -> tuple[list[Filled], tuple[Text, ...], tuple[Text, ...]]:
    """Cells without the rows that hold a title, a unit line or a note across the whole width.

    What stands above a table may have several cells of its row: its maker, and its unit.
    """
    width = max(cell.beyond for cell in cells)
    whole = {cell.row: cell.text for cell in cells if cell.beyond - cell.column == width}
    heads = list(takewhile(bool, (_heads(cells, row) for row in range(depth(cells)))))
    top = len(heads)
    bottom = height = depth(cells)
    while bottom - 1 in whole and bottom - 1 > top and is_note(whole[bottom - 1].value):
        bottom -= 1
    kept = [
        cell._replace(row=cell.row - top, below=cell.below - top)
        for cell in cells
        if top <= cell.row < bottom
    ]
    if not kept:
        return cells, (), ()
    above = tuple(text for row in heads for text in row)
    return kept, above, tuple(whole[row] for row in range(bottom, height))


def _heads(cells: Sequence[Filled], row: int) -> tuple[Text, ...]:
    """What a row says above a table, if it says nothing else: its title, its maker, its unit."""
    own = [cell for cell in cells if cell.row == row]
    said = tuple(cell.text for cell in own if cell.text)
    heads = all(is_title(text.value) or is_table_head(text.value) for text in said)
    return said if heads and all(cell.below == row + 1 for cell in own) else ()


def _header_height(cells: Sequence[Filled]) -> int:
    """How many rows are the header: the first, and what its merged cells reach or divide into."""
    if any(_is_figure(cell) for cell in cells if cell.row == 0):
        return 0
    height, last = 0, 1
    while height < last:
        height = last
        head = [cell for cell in cells if cell.row < height]
        last = max(cell.below for cell in head)
        if last == height and any(_divides(cells, cell) for cell in head if cell.below == height):
            last = height + 1
    return min(height, depth(cells))


def _divides(cells: Sequence[Filled], above: Filled) -> bool:
    """Whether two or more labels stand below a header's cell, within its width."""
    below = [
        cell
        for cell in cells
        if cell.row == above.below and above.column <= cell.column < above.beyond
    ]
    return len(below) > 1 and not any(map(_is_figure, below)) and any(c.text for c in below)


def _is_figure(cell: Filled) -> bool:
    return bool(_FIGURE.fullmatch(cell.text.value))


def _divided(cells: list[Filled], height: int) -> list[Filled]:
    """Cells with the header's last row cut in two where it holds the body's total as well.

    Labels that divide the cell above them are the header's; the total and its figures, which stand
    below a cell as wide as they, are the body's.
    """
    row = height - 1
    mine = [cell for cell in cells if cell.row == row and cell.below == height]
    body = [cell for cell in mine if row and _is_of_body(cells, cell)]
    if not any(TOTAL.fullmatch(cell.text.value) or _is_figure(cell) for cell in body):
        return cells
    found: list[Filled] = []
    for cell in cells:
        if cell in body:
            found.append(cell._replace(row=height, below=height + 1))
        elif cell.row >= height:
            found.append(cell._replace(row=cell.row + 1, below=cell.below + 1))
        else:
            found.append(cell._replace(below=height) if _is_above(cell, body, row) else cell)
            if cell.below == height:
                blank = Text("", (Run(0, cell.text.at()),))
                found.append(Filled(height, cell.column, height + 1, cell.beyond, blank))
    return found


def _is_of_body(cells: Sequence[Filled], cell: Filled) -> bool:
    """Whether a cell of the header's last row is not one of several below a wider cell."""
    if cell.text and not TOTAL.fullmatch(cell.text.value) and not _is_figure(cell):
        return False
    above = [
        other
        for other in cells
        if other.below == cell.row and other.column <= cell.column < other.beyond
    ]
    return all(other.beyond <= cell.beyond for other in above)


def _is_above(cell: Filled, body: Sequence[Filled], row: int) -> bool:
    return cell.below == row and any(
        other.column <= cell.column and cell.beyond <= other.beyond for other in body
    )


def _rows(cells: Sequence[Filled]) -> tuple[tuple[Text, ...], ...]:
    """The rows, without those and the columns that merged cells cover from end to end."""
    height, width = depth(cells), max(cell.beyond for cell in cells)
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    covered = [[EMPTY] * width for _ in range(height)]
    for cell in cells:
        for row in range(cell.row, cell.below):
            covered[row][cell.column : cell.beyond] = [cell.text] * (cell.beyond - cell.column)
    return tuple(tuple(covered[row][column] for column in columns) for row in rows)
