"""Sheets with several tables, too wide for a page, whose further columns stand on following pages.

A spreadsheet prints all rows with the columns that fit, page below page, then the same rows with the
next columns; a page with nothing on it is left out. So each page of a further strip has its rows at
the heights of one of the first pages, and the tables of both are one when set side by side. They are
put together where that comes out whole, and else none of them is read: half a table would be taken
for a whole one.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.patterns import regex
from jslint.readers.kinds import is_table_head, is_title
from jslint.readers.pdf.lines import words
from jslint.readers.pdf.model import Sheet, Strip, Stroke
from jslint.readers.pdf.pages import Page, page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.readers.pdf.cells import Part
    from jslint.readers.pdf.grid import Grid
    from jslint.readers.pdf.model import Glyph

# Points: how far the same edge or baseline lies apart on two pages.
_SAME = 1.5
_FORM = regex(r".{0,8}\d{1,3}\s?表[）)]?")
_NAMED = regex(r"[^\W\d]{2}")
_MOST_DOWN = 40
#: Edges of two rows, and those that a head may have.
_FIRM, _MOST_HEAD = 3, 4
#: Lines of the notes to a table that a page begins with.
_MOST_LINES = 6
_MOST_STRIPS = 60
#: So many edges of rows are at the heights of another page's by no chance.
_FEWEST_EDGES = 8


class Block(Struct, frozen=True):
    """The pages from ``first`` up to ``end``, as they are to be read.

    ``joined`` are the numbers of those that were put together, ``unread`` the grids that were not read.
    """

    first: int
    end: int
    pages: tuple[Page, ...]
    joined: frozenset[int]
    unread: tuple[Part, ...]


class _Found(Struct, frozen=True):
    """How many pages are below one another, and of each further strip the pages by those beside them.

    ``more`` are the pages behind them that may have further columns, and fit none of the first.
    """

    down: int
    strips: tuple[dict[int, Page], ...]
    end: int
    more: tuple[Page, ...]


def blocks(pages: Sequence[Page], outside: set[int]) -> Iterator[Block]:
    """The sheets with several tables that are cut; ``outside`` are the characters of no content."""
    first = 0
    while first < len(pages):
        found = _found(pages, first) if pages[first].parts and _is_plain(pages[first]) else None
        if found is None:
            first += 1
            continue
        yield _block(pages, first, found, outside)
        first = found.end + len(found.more)


def _is_plain(one: Page) -> bool:
    """Whether a page holds ruled tables that were read, or a few lines below one."""
    sheet = one.sheet
    if sheet.fault or one.turn or one.span:
        return False
    if not one.parts:
        return len(one.rows) <= _MOST_LINES
    ruled = bool(sheet.across and sheet.down)
    return ruled and not any(part.grid.unread for part in one.parts)


def _found(pages: Sequence[Page], first: int) -> _Found | None:
    """The strips of a sheet whose first page this is."""
    for at in range(first + 1, min(len(pages), first + _MOST_DOWN + 1)):
        if not _is_plain(pages[at]):
            return None
        cut = bool(pages[at].parts)
        if cut and any(_fits(pages[over], pages[at]) for over in range(first, at)):
            return _strips(pages, first, at - first)
    return None


def _strips(pages: Sequence[Page], first: int, down: int) -> _Found | None:
    """The strips where so many pages are below one another; None where chance may have made them."""
    strips: list[dict[int, Page]] = [{}]
    last, end = -1, first + down
    while end < len(pages) and _is_plain(pages[end]) and len(strips) < _MOST_STRIPS:
        known = bool(strips[0])
        beside = [at for at in range(down) if _fits(pages[first + at], pages[end], known=known)]
        below = [at for at in beside if at > last]
        if not beside:
            break
        if not below:
            strips.append({})
        last = min(below or beside, key=lambda at: _strangeness(pages[first + at], pages[end]))
        strips[-1][last] = pages[end]
        end += 1
    own = pages[first:end]
    edges = sum(len(part.grid.ys) for one in strips[0].values() for part in one.parts)
    several = any(len(one.parts) > 1 for one in own)
    if not several or edges < _FEWEST_EDGES or not strips[-1]:
        return None
    behind = sum(1 for _ in takewhile(_is_rest, pages[end:]))
    return _Found(down, tuple(strips), end, tuple(pages[end : end + behind]))


def _is_rest(one: Page) -> bool:
    """Whether a page holds a table without a title that names none of its rows."""
    named = any(is_named(words(row)) for row in one.rows)
    cells = (
        text.value
        for part in one.parts
        for cell, text in zip(part.grid.cells, part.texts, strict=True)
        if cell.below == len(part.grid.ys) - 1
    )
    return bool(one.parts) and not named and not any(map(_NAMED.search, cells))


def _fits(own: Page, other: Page, *, known: bool = False) -> bool:
    """Whether each table of a page can be the further columns of one that another page cuts.

    A single row is enough where further columns are ``known`` to be on the pages before.
    """
    one, two = own.sheet, other.sheet
    if abs(one.width - two.width) > _SAME or abs(one.height - two.height) > _SAME:
        return False
    if one.turns != two.turns:
        return False
    if not other.parts:
        return _goes_on(own, other)
    if not own.parts:
        return False
    start = min(part.grid.xs[0] for part in other.parts)
    pairs = [(_beside(own, part), part) for part in other.parts]
    if any(left is None or part.grid.xs[0] > start + _SAME for left, part in pairs):
        return False
    if not known and not any(_is_firm(part.grid) for part in other.parts):
        return False
    return all(
        left is not None and not _is_again(left, part) and not _is_titled_twice(own, other, part)
        for left, part in pairs
    )


def _is_firm(grid: Grid) -> bool:
    return len(grid.ys) >= _FIRM


def _strangeness(own: Page, other: Page) -> int:
    """How many edges of rows the tables of a page do not share with those that they go on from."""
    pairs = [(_beside(own, part), part) for part in other.parts]
    return sum(abs(len(left.grid.ys) - len(part.grid.ys)) for left, part in pairs if left)


def _beside(own: Page, part: Part) -> Part | None:
    """The table that reaches the right end of a page and has its rows where another's are."""
    end = max(one.grid.xs[-1] for one in own.parts)
    return next(
        (
            one
            for one in own.parts
            if abs(one.grid.xs[-1] - end) <= _SAME and _are_level(one.grid.ys, part.grid.ys)
        ),
        None,
    )


def _are_level(upper: Sequence[float], lower: Sequence[float]) -> bool:
    """Whether the rows of two tables are at the same heights, but for what rules their heads.

    A cell that goes through several rows of a head hides their edges where it stands.
    """
    pairs = zip(reversed(upper), reversed(lower), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: abs(pair[0] - pair[1]) <= _SAME, pairs))
    rest = max(len(upper), len(lower)) - same
    inside = upper[0] - _SAME <= lower[0] < upper[-1]
    firm = same + (abs(upper[0] - lower[0]) <= _SAME)
    return inside and firm >= min(_FIRM, len(upper), len(lower)) and rest <= _MOST_HEAD


def _goes_on(own: Page, other: Page) -> bool:
    """Whether all lines of a page without a table are beside lines of another."""
    return bool(other.rows) and all(
        any(abs(row.base - over.base) <= _SAME for over in own.rows) for row in other.rows
    )


def _is_again(left: Part, part: Part) -> bool:
    """Whether a table begins with the column that another begins with, so that it is one by itself."""
    names = _names(left)
    return any(names) and names == _names(part)


def _names(part: Part) -> list[str]:
    """What the first column says, from the foot up."""
    found = [
        text.value
        for cell, text in zip(part.grid.cells, part.texts, strict=True)
        if cell.column == 0 and cell.row != 0
    ]
    return found[::-1][: len(part.grid.ys) // 2 + 1]


def _is_titled_twice(own: Page, other: Page, part: Part) -> bool:
    """Whether both pages have a title above a table, so that they are two.

    One that stands over all columns may be in the file on each page that shows a part of it.
    """
    top = part.grid.ys[0]
    above = max((one.grid.ys[-1] for one in own.parts if one.grid.ys[-1] < top), default=0.0)
    first, second = (
        [words(row) for row in one.rows if above < row.base < top and is_named(words(row))]
        for one in (own, other)
    )
    return bool(first and second) and not any(
        value.endswith(rest) or rest.endswith(value) for value in first for rest in second
    )


def is_named(value: str) -> bool:
    """Whether a line is a table's title, and not the number of its form (公开01表)."""
    return is_title(value) and not is_table_head(value) and not _FORM.fullmatch(value)


def _block(pages: Sequence[Page], first: int, found: _Found, outside: set[int]) -> Block:
    """The pages of a sheet, each with what stands beside it, or without the tables that are cut.

    All come out whole or none is put together: a table may go on over several of them.
    """
    own = pages[first : first + found.down]
    edges = _edges(own, found)
    beside = [[strip.get(at) for strip in found.strips] for at in range(found.down)]
    made = [
        _joined(one, others, edges, outside, found.down) if any(others) else one
        for one, others in zip(own, beside, strict=True)
    ]
    whole = [one for one in made if one is not None]
    if found.more or len(whole) < len(made):
        return _unread(first, found, own, beside)
    numbers = {
        one.sheet.number
        for left, others in zip(own, beside, strict=True)
        if any(others)
        for one in (left, *others)
        if one is not None
    }
    return Block(first, found.end, tuple(whole), frozenset(numbers), ())


def _unread(
    first: int, found: _Found, own: Sequence[Page], beside: Sequence[Sequence[Page | None]]
) -> Block:
    """The pages of a sheet without what of it is cut."""
    left: list[Page] = []
    unread: list[Part] = []
    for one, strips in zip(own, beside, strict=True):
        others = [other for other in strips if other is not None]
        end = max((part.grid.xs[-1] for part in one.parts), default=0.0)
        cut = [part for part in one.parts if part.grid.xs[-1] >= end - _SAME]
        unread += [*cut, *(part for other in others for part in other.parts)]
        kept = tuple(part for part in one.parts if part.grid.xs[-1] < end - _SAME)
        left += [replace(one, parts=kept), *(replace(other, parts=()) for other in others)]
    unread += [part for one in found.more for part in one.parts]
    left += [replace(one, parts=()) for one in found.more]
    end = found.end + len(found.more)
    return Block(first, end, tuple(left), frozenset(), tuple(unread))


def _edges(own: Sequence[Page], found: _Found) -> list[tuple[float, float]]:
    """Where the tables of each strip begin and end."""
    groups = [list(own), *(list(strip.values()) for strip in found.strips)]
    groups = [[one for one in group if one.parts] for group in groups]
    return [
        (
            min(part.grid.xs[0] for one in group for part in one.parts),
            max(part.grid.xs[-1] for one in group for part in one.parts),
        )
        for group in groups
    ]


def _joined(
    own: Page,
    beside: Sequence[Page | None],
    edges: Sequence[tuple[float, float]],
    outside: set[int],
    down: int,
) -> Page | None:
    """A page with all that stands beside it; None where its tables do not come out whole."""
    leaves = [(own, edges[0])]
    leaves += [(one, edge) for one, edge in zip(beside, edges[1:], strict=True) if one is not None]
    made = page(_sheet(leaves, outside, down), announced=False)
    if len(made.parts) != len(own.parts):
        return None
    for before, after in zip(own.parts, made.parts, strict=True):
        others = (
            part for one, _ in leaves[1:] for part in one.parts if _beside(own, part) is before
        )
        width = sum(len(part.grid.xs) - 1 for part in (before, *others))
        if after.grid.unread or len(after.grid.xs) - 1 != width:
            return None
        if not _are_level(before.grid.ys, after.grid.ys):
            return None
    return made


def _sheet(
    leaves: Sequence[tuple[Page, tuple[float, float]]], outside: set[int], down: int
) -> Sheet:
    """The sheet that pages make set side by side."""
    first = leaves[0][0].sheet
    glyphs: list[Glyph] = []
    across: list[Stroke] = []
    along: list[Stroke] = []
    strips: list[Strip] = []
    begun = 0.0
    for one, (left, end) in leaves:
        own, start = one.sheet, left if strips else 0.0
        shift = begun - start
        strips.append(Strip(begun, shift, own))
        glyphs += [
            replace(glyph, left=glyph.left + shift, right=glyph.right + shift)
            for glyph in own.glyphs
            if start <= (glyph.left + glyph.right) / 2 <= end and id(glyph) not in outside
        ]
        across += [
            Stroke(at, max(begin, start) + shift, min(until, end) + shift)
            for at, begin, until in own.across
            if begin < end and until > start
        ]
        along += [
            Stroke(at + shift, begin, until)
            for at, begin, until in own.down
            if start - _SAME <= at <= end + _SAME
        ]
        begun = end + shift
    width = begun + first.width - leaves[-1][1][1]
    until = leaves[-1][0].sheet.number if down == 1 else 0
    return Sheet(
        first.number, width, first.height, tuple(glyphs), tuple(across), tuple(along), first.turns,
        strips=tuple(strips), until=until,
    )  # fmt: skip
