"""Tables of Word: cells with spans to rows of equal width, merged cells repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.document import EMPTY, Paragraph, Table
from jslint.readers.breaks import in_cell
from jslint.readers.docx.model import Block
from jslint.readers.grids import as_cells, blank, dense, framed, header_height
from jslint.readers.items import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Place, Text
    from jslint.readers.docx.model import Cell
    from jslint.readers.grids import Row

# Twentieths of a point: edges nearer to one another than a fifth of a character were meant to be
# one, and dragged apart by hand.
_SAME_EDGE = 113
_WIDEST = 200


def columns(widths: Sequence[int], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The column of the table that each edge of its grid stands for.

    Edges that nearly coincide are one, unless that would leave no room for a cell with text.
    """
    width = min(max((cell.start + cell.span for row in rows for cell in row), default=0), _WIDEST)
    plain = list(range(width + 1))
    if len(widths) < width or not all(widths[:width]):
        return plain
    found, gap = [0], 0
    for at in range(width):
        gap += widths[at]
        near = gap < _SAME_EDGE
        found.append(found[-1] if near else found[-1] + 1)
        gap = gap if near else 0
    squeezed = any(
        found[min(cell.start, width)] == found[min(cell.start + cell.span, width)]
        for row in rows
        for cell in row
        if cell.blocks
    )
    return plain if squeezed else found


def blocks(
    rows: Sequence[Sequence[Cell]], edges: Sequence[int], name: str, marked: int
) -> Iterator[Block]:
    """The table with what stands within its frame: its title before it, its notes, tables in cells.

    One of a single column holds text, and is no table. ``marked`` rows say that they are headers.
    """
    cells = [cell for row in rows for cell in row]
    if edges[-1] <= 1:
        for cell in cells:
            yield from cell.blocks
        return
    found = dense(grid(rows, edges))
    if any(text.value for row in found for text in row):
        yield from _table(found, replace(cells[0].place, cell=name), marked)
    for cell in cells:
        yield from (block for block in cell.blocks if block.note or block.item.table)


def _table(rows: Sequence[Row], place: Place, marked: int) -> Iterator[Block]:
    frame = framed(rows)
    for text in frame.above:
        yield Block(Item(text))
    if not frame.rows:
        return
    above = next(at for at, row in enumerate(rows) if row is frame.rows[0])
    yield Block(
        Item(
            table=Table(
                title=EMPTY,
                rows=as_cells(frame.rows),
                place=place,
                header_rows=header_height(frame.rows, max(0, marked - above)),
                notes=tuple(map(Paragraph, frame.below)),
            )
        )
    )


def grid(rows: Sequence[Sequence[Cell]], edges: Sequence[int]) -> list[list[Text]]:
    """The cells' texts by row and column."""
    found: list[list[Text]] = []
    for row in rows:
        if row:
            found.append(_row(row, edges, found[-1] if found else None))
    return found


def _row(cells: Sequence[Cell], edges: Sequence[int], above: Sequence[Text] | None) -> list[Text]:
    row = [blank(cells[0].place) for _ in range(edges[-1])]
    for cell in cells:
        start, end = (edges[min(at, len(edges) - 1)] for at in (cell.start, cell.start + cell.span))
        if cell.down and above and start < len(above):
            text = above[start]
        elif cell.left and start:
            text = row[start - 1]
        else:
            text = _text(cell)
        row[start:end] = [text] * (end - start)
    return row


def _text(cell: Cell) -> Text:
    parts = [block.item.text for block in cell.blocks if not (block.note or block.item.table)]
    text = in_cell(parts)
    return text if text.value else blank(cell.place)
