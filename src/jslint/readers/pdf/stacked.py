"""The parts of a table on several pages, one below the other: no header twice, no row in two.

A page's end may cut a row, and even a figure or a code of it; what the next page has of it is its rest.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from jslint.document import Run, Text
from jslint.patterns import regex
from jslint.readers import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jslint.readers.pdf.cells import Part

# What stands in the cells that begin in a row, each with its column.
_Words: TypeAlias = "Sequence[tuple[int, str]]"
#: So many characters of a header's cell tell it, be the rest of it cut.
_TELLING = 2
# Points that the edges of a table may shift from page to page, and what a full cell leaves free:
# less than a character and the padding.
SHIFT = 4.0
_FULL = 18.0
#: How a row of totals is called.
TOTAL = regex(r".{0,8}[合总小]\s?计")
#: A figure of which a cell has no more than the beginning, and a whole one, its thousands parted or not.
_CUT = regex(r"[-−]?\d{1,3}(?:[,，]\d{3})*[,，]\d{0,2}|[-−]?[\d,，]+\.\d?")
_WHOLE = regex(r"[-−]?\d{1,3}(?:[,，]\d{3})*(?:\.\d{1,6})?")
_PLAIN = regex(r"[-−]?\d{1,12}(?:\.\d{1,6})?")
#: How many digits a code has: that of a 类, a 款, an 项.
_CODES = (3, 5, 7)
#: A number or the rest of one.
_PIECE = regex(r"[-−]?[\d,，.]{0,20}")
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


def from_left(xs: Sequence[float]) -> list[float]:
    """Edges as they stand from the first."""
    return [x - xs[0] for x in xs]


def nearest(edges: Sequence[float], x: float) -> int | None:
    """The index of the edge within ``SHIFT`` of ``x``."""
    found = min(range(len(edges)), key=lambda index: abs(edges[index] - x))
    return found if abs(edges[found] - x) <= SHIFT else None


def stacked(parts: Sequence[Part]) -> list[Filled]:
    """The cells of all parts below one another, in columns that they share."""
    shared = _shared(parts)
    order = {edge: at for at, edge in enumerate(sorted({x for own in shared for x in own}))}
    found: list[Filled] = []
    first: list[Filled] = []
    last: list[Filled] = []
    for part, own in zip(parts, shared, strict=True):
        cells = _without_header(first, _placed(part, [order[edge] for edge in own]))
        last, cells = _appended(last, cells)
        if cells:
            found += last
            first, last = first or cells, cells
    return found + last


def _shared(parts: Sequence[Part]) -> list[list[float]]:
    """For each edge of each part, the one that it is of the whole table.

    No two edges of a part become one, or a cell between them would have no width. A part of as many
    columns as the first, of about the same widths, has the first's.
    """
    edges: set[float] = set()
    found: list[list[float]] = []
    for part in parts:
        own: list[float] = []
        lefts = from_left(part.grid.xs)
        if found and len(lefts) == len(found[0]) and _about(lefts, found[0]):
            found.append(found[0])
            continue
        for x in lefts:
            least = own[-1] if own else -SHIFT - 1
            near = [edge for edge in edges if abs(edge - x) <= SHIFT and edge > least]
            own.append(min(near, key=lambda edge: abs(edge - x)) if near else max(x, least + 1))
        edges.update(own)
        found.append(own)
    return found


def _about(lefts: Sequence[float], first: Sequence[float]) -> bool:
    return all(abs(x - edge) <= 2 * SHIFT for x, edge in zip(lefts, first, strict=True))


def _placed(part: Part, columns: Sequence[int]) -> list[Filled]:
    """A part's cells in the columns of the whole table, which those of its edges are."""
    return [
        Filled(
            cell.row, columns[cell.column], cell.below, columns[cell.beyond], text,
            part.grid.xs[cell.beyond] - part.ends[at],
        )
        for at, (cell, text) in enumerate(zip(part.grid.cells, part.texts, strict=True))
    ]  # fmt: skip


def depth(cells: Iterable[Filled]) -> int:
    """How many rows cells fill."""
    return max((cell.below for cell in cells), default=0)


def _without_header(before: Sequence[Filled], cells: list[Filled]) -> list[Filled]:
    """A part without the header rows that it repeats."""
    same, left = _header_again(_by_row(before), _by_row(cells))
    if not same or any(cell.row < same < cell.below for cell in cells):
        return cells
    return [
        cell._replace(
            row=cell.row - same,
            below=cell.below - same,
            text=_behind(cell.text, left.get(cell.column, "") if cell.row == same else ""),
        )
        for cell in cells
        if cell.row >= same
    ]


def _header_again(whole: Sequence[_Words], rows: Sequence[_Words]) -> tuple[int, dict[int, str]]:
    """How many rows of a header are printed again, and what of its words had no room, by column.

    That is set over the rows below, seen or not.
    """
    left: dict[int, str] = {}
    for at, (own, again) in enumerate(zip(whole, rows, strict=False)):
        named = any(value for _, value in again)
        if not named or [column for column, _ in own] != [column for column, _ in again]:
            return at, left
        short: dict[int, str] = {}
        for (column, old), (_, value) in zip(own, again, strict=True):
            if value == old or _but(value, left.get(column, "")) == old:
                continue
            if len(value) < _TELLING or not old.startswith(value):
                return at, left
            short[column] = old.removeprefix(value)
        left |= short
    return min(len(whole), len(rows)), left


def _but(value: str, left: str) -> str:
    return "".join(one for one in value if one not in left)


def _behind(text: Text, left: str) -> Text:
    """A cell's text without the words of a header that are set over it, before or amid its own."""
    value = text.value
    size = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(value, left, strict=False))
    )
    spans = [(0, size)] if size else []
    if _PIECE.fullmatch(_but(value, left)):
        spans = [(at, at + 1) for at, one in enumerate(value) if one in left]
    if not spans:
        return text
    rest = texts.without(text, spans)
    return rest if rest.value else Text("", (Run(0, text.at()),))


def _by_row(cells: Sequence[Filled]) -> list[list[tuple[int, str]]]:
    """What stands in the cells that begin in each row, with their columns."""
    rows: list[list[tuple[int, str]]] = [[] for _ in range(depth(cells))]
    for cell in cells:
        rows[cell.row].append((cell.column, cell.text.value))
    return rows


def _appended(before: list[Filled], cells: list[Filled]) -> tuple[list[Filled], list[Filled]]:
    """A part's cells and those of the part above it, which they are set below.

    The rest of a row that the page's end cuts goes to that row.
    """
    deep = depth(before)
    if deep and _is_cut(before, cells):
        rest = {cell.column: cell.text for cell in cells if cell.row == 0 and cell.text}
        before = [
            cell._replace(text=texts.join((cell.text, rest[cell.column])))
            if cell.below == deep and cell.column in rest
            else cell
            for cell in before
        ]
        cells = [cell for cell in cells if cell.row > 0]
        deep -= 1
    return before, [cell._replace(row=cell.row + deep, below=cell.below + deep) for cell in cells]


def _is_cut(before: Sequence[Filled], cells: Sequence[Filled]) -> bool:
    """Whether the first row is the rest of the row before it.

    Its texts begin no row, hold no whole figure, and each goes on with a text that fills its cell, but
    for what an opening bracket takes along. They are fewer than those of the row before it, or all of those begin with a number,
    or what one of them holds is no whole figure or code without its rest.
    """
    deep = depth(before)
    first = [cell for cell in cells if cell.row == 0]
    last = {cell.column: cell for cell in before if cell.below == deep}
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
    halves = any(_is_half(*pair) for pair in pairs)
    coded = rest[0].column == min(last) and _breaks_code(*pairs[0])
    long = len(pairs[0][0]) > _CODES[0]  # 21305 and 99
    alone = long or (len(pairs) == 1 and len(pairs[0][0]) not in _CODES)
    certain = halves or (coded and (alone or any(_breaks_figure(*pair) for pair in pairs[1:])))
    named = all(_BEGINS_ROW.match(cell.text.value) for cell in whole)
    if len(rest) >= len(whole) and not named and not certain:
        return False
    return all(_goes_on(*pair) or (certain and _may_break(*pair)) for pair in pairs)


def _is_half(before: str, rest: str) -> bool:
    """Whether what a cell holds is certainly the rest of a figure or a code: 78,2 and 62,604.64; 2010 and 301."""
    if before.isdecimal() and rest.startswith("."):
        return rest[1:].isdecimal()
    if before.isdecimal():
        return len(before) not in _CODES and len(before) > _CODES[0] and _breaks_code(before, rest)
    return "." not in before and _breaks_figure(before, rest)


def _breaks_code(before: str, rest: str) -> bool:
    """Whether a code is set in two: 206 and 04, 2010 and 301; neither is two codes."""
    digits = before.isdecimal() and rest.isdecimal() and len(before + rest) in _CODES
    return digits and not (len(before) in _CODES and len(rest) in _CODES)


def _breaks_figure(before: str, rest: str) -> bool:
    return bool(_CUT.fullmatch(before)) and _is_whole(before + rest)


def _may_break(before: str, rest: str) -> bool:
    """Whether a number may be set in two where nothing tells so: 12 and 3.45, 20 and 5."""
    return before.isdecimal() and _is_whole(before + rest)


def _is_whole(value: str) -> bool:
    return any(one.fullmatch(value) for one in (_WHOLE, _PLAIN))


def _goes_on(before: str, rest: str) -> bool:
    """Whether what a cell holds is the rest of a name, or of a figure, that another begins."""
    if _BEGINS_ROW.match(rest):
        return _breaks_figure(before, rest)
    return not TOTAL.fullmatch(rest)
