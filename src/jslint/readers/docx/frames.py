"""Tables of Word as they stand in the file, and those that were cut in two made whole again."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.readers.docx import tables
from jslint.readers.grids import goes_on, has_notes
from jslint.readers.kinds import is_continuation, retitled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.readers.docx.model import Block, Cell

    Rows = tuple[tuple[Cell, ...], ...]

# Twentieths of a point that the edges of a table may shift where it is cut: less than a character.
_SHIFT = 160
_MOST_LINES = 3


class Frame(Struct, frozen=True):
    """One ``w:tbl``, its cells in columns that each begin or end a cell; ``bounds`` are their edges.

    ``measured`` says that the edges are in twentieths of a point. ``marked`` rows say that they are
    headers; ``drawn`` is how many pictures and objects were met before the table and after it.
    ``first`` and ``last`` are the rows of the first and the last part of a table made whole again.
    """

    rows: Rows
    bounds: tuple[int, ...]
    measured: bool
    name: str
    marked: int = 0
    drawn: tuple[int, int] = (0, 0)
    first: Rows = ()
    last: Rows = ()

    @property
    def edges(self) -> range:
        """The columns' edges, as ``tables`` counts them."""
        return range(len(self.bounds))

    def blocks(self) -> Iterator[Block]:
        """The table, and what stands within its frame."""
        return tables.blocks(self.rows, self.edges, self.name, self.marked)


def frame(rows: Sequence[Sequence[Cell]], widths: Sequence[int], name: str) -> Frame:
    """The frame of rows whose cells are counted in grid columns of these widths."""
    rows = [row for row in rows if row]
    edges = tables.columns(widths, rows)
    last = len(edges) - 1
    ends = [[(min(c.start, last), min(c.start + c.span, last)) for c in row] for row in rows]
    used = sorted({0, edges[last], *(edges[end] for row in ends for pair in row for end in pair)})
    found = {edge: at for at, edge in enumerate(used)}
    moved = tuple(
        tuple(
            replace(cell, start=found[edges[start]], span=found[edges[end]] - found[edges[start]])
            for cell, (start, end) in zip(row, pairs, strict=True)
        )
        for row, pairs in zip(rows, ends, strict=True)
    )
    measured = len(widths) >= last and all(widths[:last])
    bounds = [sum(widths[: bisect_left(edges, edge)]) if measured else edge for edge in used]
    return Frame(moved, tuple(bounds), measured, name, first=moved, last=moved)


def joined(found: Iterable[Block | Frame]) -> Iterator[Block]:
    """The blocks with every table whole whose parts nothing but blank lines or 续表 keeps apart.

    That line is left out, as the header that is printed again is.
    """
    above: deque[str] = deque(maxlen=_MOST_LINES)
    whole: Frame | None = None
    between: list[Block] = []
    for block in found:
        if isinstance(block, Frame):
            longer = _longer(whole, block) if whole and _says_again(between, above) else None
            if longer is None:
                yield from _closed(whole, between, above)
            whole, between = longer or block, []
        elif whole and len(between) < _MOST_LINES:
            between.append(block)
        else:
            yield from _closed(whole, [*between, block], above)
            whole, between = None, []
    yield from _closed(whole, between, above)


def _closed(whole: Frame | None, after: Sequence[Block], above: deque[str]) -> Iterator[Block]:
    """A table that does not go on, and what follows it, which then stands above the next."""
    above.extend(block.item.text.value for block in after)
    if whole:
        yield from whole.blocks()
    yield from after


def _says_again(between: Sequence[Block], above: Iterable[str]) -> bool:
    """Whether lines say that the table above goes on, or there are none.

    Beside 续表 they may repeat the title and the unit line of the first part.
    """
    if any(block.note or block.role or not block.item.text for block in between):
        return False
    lines = [block.item.text.value for block in between]
    known = {"", *map(retitled, above)}
    said = any(map(is_continuation, lines)) and all(retitled(line) in known for line in lines)
    return not lines or said


def _longer(whole: Frame, part: Frame) -> Frame | None:
    """A table with its next part; None where that is, or may be, another table."""
    shift = _SHIFT if whole.measured else 0
    if (
        whole.drawn[1] != part.drawn[0]
        or whole.measured != part.measured
        or len(whole.bounds) != len(part.bounds)
        or any(abs(a - b) > shift for a, b in zip(whole.bounds, part.bounds, strict=True))
    ):
        return None
    # Not the whole table: that would be looked at again for each of its parts.
    first, last, second = (
        tables.grid(rows, whole.edges) for rows in (whole.first, whole.last, part.rows)
    )
    again = goes_on(first, second, whole.marked)
    if whole.last is not whole.first and has_notes(last):
        return None
    if again is None or (again and any(cell.down for cell in part.rows[again])):
        return None
    last_rows = (_begun(part.rows[again]), *part.rows[again + 1 :])
    return replace(
        whole,
        rows=(*whole.rows, *last_rows),
        drawn=(whole.drawn[0], part.drawn[1]),
        last=last_rows,
    )


def _begun(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """A part's first row, in which a cell with words of its own is merged with none above."""
    return tuple(
        replace(cell, down=cell.down and not any(block.item.text for block in cell.blocks))
        for cell in row
    )
