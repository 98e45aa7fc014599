"""Tables too wide for a page, whose further columns stand on following pages, set side by side.

A spreadsheet prints the rows of such a table at the same heights on each of those pages. The pages
are put together as one wide sheet, before anything is read from it, so that what was cut at a page's
edge, as the words over several columns, is whole again. That is done only where it is certain; what
can only be the rest of such a table and is not certain is not read.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.readers.grids import is_figure
from jslint.readers.kinds import heading, is_annual, is_finished
from jslint.readers.pdf import abreast, mosaic, tables
from jslint.readers.pdf.lines import words
from jslint.readers.pdf.mosaic import is_named
from jslint.readers.pdf.pages import Page, page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.readers.pdf.cells import Part

# Points: how far the same edge or baseline lies apart on two pages.
_SAME = 1.5
_FEWEST_EDGES = 3
_MOST_UNRULED = 2
_MOST_STRIPS = 60
_EMPTY = frozenset(("", "-", "—", "——", "－", "--", "–", "―", "/", "无"))


class Spread(Struct, frozen=True):
    """The pages, those of wide tables put together; the numbers of these; and the grids not read."""

    pages: tuple[Page, ...]
    joined: frozenset[int]
    unread: tuple[Part, ...]


class _Leaf(Struct, frozen=True):
    """A page with one grid: the words of its cells by row and column, and how many rows are its head.

    ``named`` says whether a column of the rows below the head holds words.
    """

    page: Page
    table: tuple[tuple[str, ...], ...]
    head: int
    named: bool

    @property
    def part(self) -> Part:
        """The grid."""
        return self.page.parts[0]

    @property
    def title(self) -> bool:
        """Whether a title stands above the grid."""
        top = self.part.grid.ys[0]
        return any(row.base < top and is_named(words(row)) for row in self.page.rows)

    @property
    def announces(self) -> bool:
        """Whether the title of another table stands below the grid, which is on the next page."""
        end = self.part.grid.ys[-1]
        return any(row.base > end and is_named(words(row)) for row in self.page.rows)


class _Block(Struct, frozen=True):
    """Pages that follow one another: those from ``first`` up to ``end``.

    Where they are of one wide table, ``strips`` are its strips of columns from the left, of each how
    many columns are the first ones of the table again, and ``leaves`` the pages, strip by strip.
    """

    first: int
    end: int
    leaves: tuple[_Leaf, ...] = ()
    strips: tuple[int, ...] = ()


def together(pages: Sequence[Page], kept: set[int]) -> Spread | None:
    """The pages with those put together that hold one wide table; None where none does.

    ``kept`` are the lines, by identity, that are no page numbers or running heads.
    """
    outside = {
        id(glyph)
        for one in pages
        for row in one.rows
        if id(row) not in kept
        for glyph in row.glyphs
    }
    several = list(mosaic.blocks(pages, outside))
    if not several:
        return _together(pages, outside)
    spreads: list[Spread] = []
    done = 0
    for block in several:
        spreads.append(_spread(pages[done : block.first], outside))
        spreads.append(Spread(block.pages, block.joined, block.unread))
        done = block.end
    spreads.append(_spread(pages[done:], outside))
    return Spread(
        tuple(one for spread in spreads for one in spread.pages),
        frozenset(number for spread in spreads for number in spread.joined),
        tuple(part for spread in spreads for part in spread.unread),
    )


def _spread(pages: Sequence[Page], outside: set[int]) -> Spread:
    return _together(pages, outside) or Spread(tuple(pages), frozenset(), ())


def _together(pages: Sequence[Page], outside: set[int]) -> Spread | None:
    """The pages with those put together that hold one table each, too wide for them."""
    leaves = _leaves(pages)
    if not any(leaf is not None and over is not None for leaf, over in pairwise(leaves)):
        return None
    found: list[Page] = []
    joined: set[int] = set()
    unread: list[Part] = []
    for block in _blocks(leaves):
        wide = _wide(block, outside) if block.strips else None
        if wide is not None:
            found += wide
            joined.update(leaf.page.sheet.number for leaf in block.leaves)
            continue
        for at in range(block.first, block.end):
            rest = _rest(leaves[at], leaves[at - 1] if at else None)
            unread += [rest] if rest else []
            found.append(replace(pages[at], parts=()) if rest else pages[at])
    return Spread(tuple(found), frozenset(joined), tuple(unread)) if joined or unread else None


def _leaves(pages: Sequence[Page]) -> list[_Leaf | None]:
    found: list[_Leaf | None] = []
    for one in pages:
        # What is not ruled is announced by the table beside it.
        bare = all(part.grid.unread for part in one.parts)
        again = bare and found and found[-1] is not None
        found.append(_leaf(page(one.sheet, announced=True) if again else one))
    return found


def _leaf(found: Page) -> _Leaf | None:
    """A page as one of a wide table; None where it holds no grid, or several, or has a fault."""
    if found.sheet.fault or len(found.parts) != 1 or found.parts[0].grid.unread:
        return None
    table = _table(found.parts[0])
    head = next((at for at, row in enumerate(table) if any(map(is_figure, row))), len(table))
    named = any(
        not is_figure(value) and value not in _EMPTY for row in table[head:] for value in row
    )
    return _Leaf(found, table, head, named)


def _table(part: Part) -> tuple[tuple[str, ...], ...]:
    """What the cells of a grid say by row and column, those that are merged wherever they reach."""
    height, width = len(part.grid.ys) - 1, len(part.grid.xs) - 1
    rows = [[""] * width for _ in range(height)]
    for cell, text in zip(part.grid.cells, part.texts, strict=True):
        for row in rows[cell.row : cell.below]:
            row[cell.column : cell.beyond] = [text.value] * (cell.beyond - cell.column)
    return tuple(map(tuple, rows))


# ---- which pages are one table's ----------------------------------------------------------------


def _blocks(leaves: Sequence[_Leaf | None]) -> Iterator[_Block]:
    """The pages in order, those of one wide table as a block with strips."""
    at = 0
    while at < len(leaves):
        block = _block(leaves, at)
        yield block
        at = block.end


def _block(leaves: Sequence[_Leaf | None], first: int) -> _Block:
    """The pages from ``first`` on that are one table's.

    Those below one another come first, then as many again with the next columns. Where only the rows
    go on they are a block without strips: none of them begins another table.
    """
    top, end = leaves[first], first + 1
    if top is None:
        return _Block(first, end)
    while end < len(leaves) and (leaf := leaves[end]) is not None:
        down = end - first
        strips = _strips(leaves, first, down)
        if strips:
            own = tuple(leaf for leaf in leaves[first : first + down * (1 + len(strips))] if leaf)
            return _Block(first, first + len(own), own, (0, *strips))
        above = leaves[end - 1]
        if above is None or not _goes_on(top, above, leaf):
            break
        end += 1
    return _Block(first, end)


def _strips(leaves: Sequence[_Leaf | None], first: int, down: int) -> list[int]:
    """Of each further strip of a table on ``down`` pages, how many columns are the first ones again."""
    found: list[int] = []
    own = leaves[first : first + down]
    while len(found) < _MOST_STRIPS:
        others = leaves[first + down * (len(found) + 1) :][:down]
        if len(others) < down:
            break
        before = [leaves[first + at : first + down * (len(found) + 1) : down] for at in range(down)]
        again = {
            _again(one, other, lower=at > 0)
            if one and other and _is_explained(before[at], other)
            else None
            for at, (one, other) in enumerate(zip(own, others, strict=True))
        }
        if len(again) > 1 or None in again:
            break
        found += [number for number in again if number is not None]
    return found


def _again(own: _Leaf, other: _Leaf, *, lower: bool) -> int | None:
    """How many columns of a page are the first ones of the table again, whose further columns it has.

    None where it may be another table. What is ``lower``, below the first pages, may be a single row,
    and has no head: those above tell which columns it has.
    """
    head = _head(own, other, _FEWEST_EDGES - lower)
    if head is None or (head == 0) != (own.head == 0):
        return None
    if not own.named:
        further = (lower and not head) or (not other.named and _is_further(own, other, head))
        return 0 if further else None
    again = _repeated(own, other, head)
    if not again:
        further = not other.named or (lower and not head) or _is_further(own, other, head)
        return 0 if further else None
    width = len(other.table[0])
    new = not head or _heads(own, width)[again:] != _heads(other, width)[again:]
    return again if again < width and new else None


def _is_further(own: _Leaf, other: _Leaf, head: int) -> bool:
    """Whether a page can only go on to the right of one with a title, which it lacks.

    Its columns have names, the first another than that of the names that the other begins with.
    """
    if not head or other.head < head or not all(other.table[head - 1]):
        return False
    one, two = ([row[0] for row in rows] for rows in (own.table[: own.head], other.table[:head]))
    return one != two and own.title


def _head(own: _Leaf, other: _Leaf, fewest: int) -> int | None:
    """How many rows are the head of a page, whose rows stand at the same heights as another's.

    Nothing rules the top of a page that a merged cell of the head goes through, nor the middle of a
    head all of whose cells are merged there. None where the heights differ.
    """
    one, two = own.page.sheet, other.page.sheet
    if abs(one.width - two.width) > _SAME or abs(one.height - two.height) > _SAME:
        return None
    if one.turns != two.turns:
        return None
    upper, lower = own.part.grid.ys, other.part.grid.ys
    if not (one.across and two.across):  # edges that stand between the lines of a table not ruled
        upper, lower = upper[own.head + 1 : -1], lower[other.head + 1 : -1]
        return other.head if len(upper) > 1 and _level(upper, lower) else None
    missing = len(upper) - len(lower)
    few = min(_MOST_UNRULED, own.head)
    head = own.head - missing
    fits = 0 <= missing <= few and len(lower) >= fewest
    fits = fits and _level(upper[own.head :], lower[head:])
    return head if fits and _are_among(lower[:head], upper[: own.head]) else None


def _are_among(some: Sequence[float], edges: Sequence[float]) -> bool:
    """Whether each of some edges of a head, which are few, is one of another's."""
    return all(any(abs(one - other) <= _SAME for other in edges) for one in some)


def _level(upper: Sequence[float], lower: Sequence[float]) -> bool:
    return len(upper) == len(lower) and all(
        abs(one - other) <= _SAME for one, other in zip(upper, lower, strict=True)
    )


def _repeated(own: _Leaf, other: _Leaf, head: int) -> int:
    """How many of the first columns a page repeats, from the last row of its head to its last row."""
    width = min(len(own.table[0]), len(other.table[0]))
    rows = own.table[max(own.head - 1, 0) :], other.table[max(head - 1, 0) :]
    one, two = (list(zip(*(row[:width] for row in table), strict=True)) for table in rows)
    return sum(1 for _ in takewhile(lambda pair: _is_again(*pair), zip(one, two, strict=True)))


def _is_again(column: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a column is one again. The words over those behind it may be printed over its own."""
    says = any(value not in _EMPTY for value in column)
    return says and column[1:] == other[1:] and column[0] in other[0]


def _heads(leaf: _Leaf, width: int) -> Sequence[str]:
    """The lowest row of a head."""
    return leaf.table[max(leaf.head - 1, 0)][:width]


def _is_explained(before: Sequence[_Leaf | None], other: _Leaf) -> bool:
    """Whether what stands around a grid is of the same table: nothing, its title, or what is cut.

    ``before`` are the pages to the left of it.
    """
    left = [leaf for leaf in before if leaf]
    titled = any(leaf.title for leaf in left)
    beside = [row for leaf in left for row in leaf.page.rows]
    start, top = other.part.grid.xs[0], other.part.grid.ys[0]
    for row in other.page.rows:
        value = words(row)
        same = [over for over in beside if abs(over.base - row.base) <= _SAME]
        if any(words(over) == value for over in same) or (same and row.left <= start + row.size):
            continue
        if row.base < top and is_named(value):
            if titled:
                return False
        elif heading(value) or is_annual(value) or is_named(value) or is_finished(value):
            return False
    return True


def _rest(leaf: _Leaf | None, before: _Leaf | None) -> Part | None:
    """The grid of a page that can only be the rest of a wide table on the page before it.

    It has figures without the names of their rows, and nothing above it says what they are, nor at
    the foot of the page before.
    """
    if leaf is None or before is None or leaf.named or not leaf.page.sheet.across:
        return None
    if before.announces:
        return None
    if leaf.title or not leaf.head or len(leaf.table) - leaf.head < _FEWEST_EDGES - 1:
        return None
    return leaf.part if not _goes_on(before, before, leaf) else None


def _goes_on(top: _Leaf, above: _Leaf, leaf: _Leaf) -> bool:
    """Whether a page has the next rows of a table that begins on ``top``."""
    return tables.continues(above.part, leaf.part) and not tables.begins(leaf.part, top.part)


def _wide(block: _Block, outside: set[int]) -> list[Page] | None:
    """The pages of a block, each with all of its strips; None where they make no one table."""
    down = len(block.leaves) // len(block.strips)
    found: list[Page] = []
    for at in range(down):
        leaves = block.leaves[at::down]
        # The rows go on on the next page, or else behind all strips of this one.
        until = 0 if down > 1 else leaves[-1].page.sheet.number
        pages = [leaf.page for leaf in leaves]
        made = page(abreast.sheet(pages, block.strips, outside, until), announced=True)
        widths = [len(leaf.table[0]) for leaf in leaves]
        if len(made.parts) != 1:
            return None
        if len(made.parts[0].grid.xs) - 1 != sum(widths) - sum(block.strips):
            return None
        found.append(made)
    return found
