"""Grids to tables: parts on several pages joined, header rows told from the body."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jslint.document import EMPTY, Run, Table, Text
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.readers import texts
from jslint.readers.grids import header_height, repeated
from jslint.readers.kinds import is_note, is_table_head, is_title

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from jslint.readers.pdf.cells import Part

# Points that the edges of a table may shift from page to page, and what a full cell leaves free:
# less than a character and the padding.
_SHIFT = 4.0
_FULL = 18.0
_UNREAD = Family("reading").phrase("unruled")
_FIGURE = regex(r"[-−(（]?\d[\d,，]{0,20}(?:\.\d{1,6})?[)）%％]?|\d{2,7}")
_TOTAL = regex(r".{0,8}[合总小]\s?计")
#: A figure of which a cell has no more than the beginning, and a whole one.
_CUT = regex(r"[-−]?\d{1,3}(?:[,，]\d{3})*[,，]\d{0,2}|[-−]?[\d,，]+\.\d?")
_WHOLE = regex(r"[-−]?\d{1,3}(?:[,，]\d{3})*(?:\.\d{1,6})?")
#: How many digits a code has: that of a 类, a 款, an 项.
_CODES = (3, 5, 7)
_OPENS = regex(r"[（(《“]")
_BEGINS_ROW = regex(r"[（(]?[\d一二三四五六七八九十]")


class Filled(NamedTuple):
    """A cell of a table over all pages: its rows and columns as in ``grid.Cell``, and its text.

    ``room`` is how many points are free to the right of the text.
    """

    row: int
    column: int
    below: int
    beyond: int
    text: Text
    room: float = _FULL + 1


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
    few, many = sorted((_from_left(left), _from_left(right)), key=len)
    if abs(few[-1] - many[-1]) > 2 * _SHIFT:
        return False
    met = sum(_nearest(many, x) is not None for x in few)
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


def _from_left(xs: Sequence[float]) -> list[float]:
    return [x - xs[0] for x in xs]


def _nearest(edges: Sequence[float], x: float) -> int | None:
    """The index of the edge within ``_SHIFT`` of ``x``."""
    found = min(range(len(edges)), key=lambda index: abs(edges[index] - x))
    return found if abs(edges[found] - x) <= _SHIFT else None


def table(parts: Sequence[Part]) -> Framed:
    """The table that grids on consecutive pages make up, from its first to its last page."""
    if any(part.grid.unread for part in parts):
        place = parts[0].sheet.place(parts[0].grid.box)
        return Framed((), Table(EMPTY, (), place, unread=_UNREAD), ())
    cells, above, below = _unframed(_stacked(parts))
    height = _header_height(cells)
    cells = _divided(cells, height)
    place = parts[0].sheet.place(parts[0].grid.box)
    rows = _rows(cells)
    # The words tell where header cells are merged in sense only, as in files of other formats.
    header = max(len({cell.row for cell in cells if cell.row < height}), header_height(rows))
    return Framed(above, Table(EMPTY, rows, place, header_rows=header), below)


def _stacked(parts: Sequence[Part]) -> list[Filled]:
    """The cells of all parts below one another, in columns that they share."""
    shared = _shared(parts)
    order = {edge: at for at, edge in enumerate(sorted({x for own in shared for x in own}))}
    stacked: list[Filled] = []
    first: list[Filled] = []
    last: list[Filled] = []
    for part, own in zip(parts, shared, strict=True):
        cells = _without_header(first, _placed(part, [order[edge] for edge in own]))
        last, cells = _appended(last, cells)
        if cells:
            stacked += last
            first, last = first or cells, cells
    return stacked + last


def _shared(parts: Sequence[Part]) -> list[list[float]]:
    """For each edge of each part, the one that it is of the whole table.

    No two edges of a part become one, or a cell between them would have no width.
    """
    edges: set[float] = set()
    found: list[list[float]] = []
    for part in parts:
        own: list[float] = []
        for x in _from_left(part.grid.xs):
            least = own[-1] if own else -_SHIFT - 1
            near = [edge for edge in edges if abs(edge - x) <= _SHIFT and edge > least]
            own.append(min(near, key=lambda edge: abs(edge - x)) if near else max(x, least + 1))
        edges.update(own)
        found.append(own)
    return found


def _placed(part: Part, columns: Sequence[int]) -> list[Filled]:
    """A part's cells in the columns of the whole table, which those of its edges are."""
    return [
        Filled(
            cell.row, columns[cell.column], cell.below, columns[cell.beyond], text,
            part.grid.xs[cell.beyond] - part.ends[at],
        )
        for at, (cell, text) in enumerate(zip(part.grid.cells, part.texts, strict=True))
    ]  # fmt: skip


def _height(cells: Iterable[Filled]) -> int:
    return max((cell.below for cell in cells), default=0)


def _without_header(before: Sequence[Filled], cells: list[Filled]) -> list[Filled]:
    """A part without the header rows that it repeats."""
    same = repeated(_by_row(before), _by_row(cells))
    if not same or any(cell.row < same < cell.below for cell in cells):
        return cells
    return [
        cell._replace(row=cell.row - same, below=cell.below - same)
        for cell in cells
        if cell.row >= same
    ]


def _by_row(cells: Sequence[Filled]) -> Iterator[list[tuple[int, str]]]:
    for row in range(_height(cells)):
        yield [(cell.column, cell.text.value) for cell in cells if cell.row == row]


def _appended(before: list[Filled], cells: list[Filled]) -> tuple[list[Filled], list[Filled]]:
    """A part's cells and those of the part above it, which they are set below.

    The rest of a row that the page's end cuts goes to that row.
    """
    height = _height(before)
    if height and _is_cut(before, cells):
        rest = {cell.column: cell.text for cell in cells if cell.row == 0 and cell.text}
        before = [
            cell._replace(text=texts.join((cell.text, rest[cell.column])))
            if cell.below == height and cell.column in rest
            else cell
            for cell in before
        ]
        cells = [cell for cell in cells if cell.row > 0]
        height -= 1
    return before, [
        cell._replace(row=cell.row + height, below=cell.below + height) for cell in cells
    ]


def _is_cut(before: Sequence[Filled], cells: Sequence[Filled]) -> bool:
    """Whether the first row is the rest of the row before it.

    Its texts begin no row, hold no whole figure, and each goes on with a text that fills its cell, but
    for what an opening bracket takes along. They are fewer than those of the row before it, or all of those begin with a number,
    or a code and a figure break off together.
    """
    height = _height(before)
    first = [cell for cell in cells if cell.row == 0]
    last = {cell.column: cell for cell in before if cell.below == height}
    rest = [cell for cell in first if cell.text]
    if not rest or any(cell.below > 1 for cell in first):
        return False
    whole = [cell for cell in last.values() if cell.text]
    if any(
        cell.column not in last
        or not last[cell.column].text
        or last[cell.column].room > _FULL * (2 if _OPENS.match(cell.text.value) else 1)
        for cell in rest
    ):
        return False
    pairs = [(last[cell.column].text.value, cell.text.value) for cell in rest]
    broken = pairs[0] if rest[0].column == min(last) and _breaks_code(*pairs[0]) else None
    figures = [pair for pair in pairs if pair != broken and _breaks_figure(*pair)]
    coded = broken is not None and (bool(figures) or len(broken[0]) not in _CODES)
    named = all(_BEGINS_ROW.match(cell.text.value) for cell in whole)
    if len(rest) >= len(whole) and not named and not coded:
        return False
    return all(
        pair in figures or (coded and (pair == broken or _may_break(*pair))) or _goes_on(*pair)
        for pair in pairs
    )


def _breaks_code(before: str, rest: str) -> bool:
    """Whether a code is set in two: 206 and 04, 2010 and 301; neither is two codes."""
    digits = before.isdecimal() and rest.isdecimal() and len(before + rest) in _CODES
    return digits and not (len(before) in _CODES and len(rest) in _CODES)


def _breaks_figure(before: str, rest: str) -> bool:
    return bool(_CUT.fullmatch(before) and _WHOLE.fullmatch(before + rest))


def _may_break(before: str, rest: str) -> bool:
    """Whether a figure may be set in two before its point: 12 and 3.45."""
    return "." in rest and before.isdecimal() and _WHOLE.fullmatch(before + rest) is not None


def _goes_on(before: str, rest: str) -> bool:
    """Whether what a cell holds is the rest of a name, or of a figure, that another begins."""
    if _BEGINS_ROW.match(rest):
        return _breaks_figure(before, rest)
    return not _TOTAL.fullmatch(rest)


def _unframed(cells: list[Filled]) -> tuple[list[Filled], tuple[Text, ...], tuple[Text, ...]]:
    """Cells without the rows that hold a title, a unit line or a note across the whole width.

    What stands above a table may have several cells of its row: its maker, and its unit.
    """
    width = max(cell.beyond for cell in cells)
    whole = {cell.row: cell.text for cell in cells if cell.beyond - cell.column == width}
    heads = list(takewhile(bool, (_heads(cells, row) for row in range(_height(cells)))))
    top = len(heads)
    bottom = height = _height(cells)
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
    return min(height, _height(cells))


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
    if not any(_TOTAL.fullmatch(cell.text.value) or _is_figure(cell) for cell in body):
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
    if cell.text and not _TOTAL.fullmatch(cell.text.value) and not _is_figure(cell):
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
    height, width = _height(cells), max(cell.beyond for cell in cells)
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    covered = [[EMPTY] * width for _ in range(height)]
    for cell in cells:
        for row in range(cell.row, cell.below):
            covered[row][cell.column : cell.beyond] = [cell.text] * (cell.beyond - cell.column)
    return tuple(tuple(covered[row][column] for column in columns) for row in rows)
