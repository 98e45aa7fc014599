"""The pages of a file as one flow: paragraphs and whole tables in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.patterns import regex
from jslint.readers import furniture
from jslint.readers.items import Item
from jslint.readers.kinds import is_annual, is_caption, is_table_head, is_title, retitled
from jslint.readers.lines import Line as PlainLine
from jslint.readers.numbering import mark
from jslint.readers.pdf import measure, prose, sideways, tables
from jslint.readers.pdf.lines import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.readers.pdf.cells import Part
    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.measure import Habit, Line, Margins
    from jslint.readers.pdf.pages import Page

# The outermost part of a page's height, where page numbers and running heads stand.
_EDGE = 0.09
_APART = 2.4
_LONGEST_LABEL = 60
_STOPS = regex(r"[，。；：！？]")


def items(found: Sequence[Page]) -> tuple[list[Item], list[Part]]:
    """The paragraphs and tables of all pages, without page numbers and running heads.

    Beside them the grids that were not read: the rest of tables too wide for a page.
    """
    lines = _lines(found)
    plain = not any(page.turn for page in found)
    spread = sideways.together(found, {id(line.row) for line in lines}) if plain else None
    if spread is not None:
        found = spread.pages
        lines = [line for line in lines if line.page not in spread.joined]
        lines += [line for page in found if page.sheet.strips for line in _lines_of(page, None)]
    flow = _Flow(measure.habit(lines), _blank(found, lines))
    for block in _interleaved(found, lines):
        flow.add(block)
    return flow.closed(), list(spread.unread) if spread is not None else []


def _blank(found: Sequence[Page], lines: Iterable[Line]) -> frozenset[int]:
    """The pages on which nothing stands but a page number or a running head."""
    printed = {line.page for line in lines}
    printed |= {page.sheet.number for page in found if page.parts or page.sheet.strips}
    return frozenset(page.sheet.number for page in found) - printed


def _lines(found: Sequence[Page]) -> list[Line]:
    usual = _usual_margins(found)
    lines = [line for page in found for line in _lines_of(page, usual.get(_size(page)))]
    heights = {page.sheet.number: page.sheet.height for page in found}
    plain = [_plain(line, heights[line.page]) for line in lines]
    kept = {id(line.text) for line in furniture.drop(plain)}
    return [line for line in lines if id(line.text) in kept]


def _size(page: Page) -> tuple[int, int]:
    """How wide the lines of a page may be, and where they begin."""
    return round(page.width), round(page.span[0]) if page.span else 0


def _usual_margins(pages: Sequence[Page]) -> dict[tuple[int, int], Margins]:
    """The margins of the pages of each width."""
    by_size: dict[tuple[int, int], list[Row]] = {}
    for page in pages:
        by_size.setdefault(_size(page), []).extend(page.rows)
    found = {size: measure.margins(rows, size[0]) for size, rows in by_size.items()}
    return {size: margins for size, margins in found.items() if margins is not None}


def _lines_of(page: Page, usual: Margins | None) -> Iterator[Line]:
    margins = measure.of_page(page.rows, page.width, usual)
    above: Row | None = None
    for row in page.rows:
        step = (row.base - above.base) / row.size if above else 0.0
        yield measure.Line(text(row, page.sheet), row, page.sheet.number, margins, step, page.turn)
        above = row


def _plain(line: Line, height: float) -> PlainLine:
    """A line as the search for page numbers sees it, on a page so high."""
    outermost = not height * _EDGE < line.row.base < height * (1 - _EDGE)
    gap = outermost or not 0 < line.step < _APART
    return PlainLine(line.text, line.text, gap=gap, page=line.page - 1)


def _interleaved(pages: Sequence[Page], lines: Iterable[Line]) -> Iterator[Line | Part]:
    """Lines and grids by page and height."""
    blocks: list[tuple[tuple[int, int, float], Line | Part]] = [
        ((line.page, line.turn, line.row.base), line) for line in lines
    ]
    blocks += [
        ((page.sheet.number, page.turn, part.grid.ys[0]), part)
        for page in pages
        for part in page.parts
    ]
    blocks.sort(key=lambda block: block[0])
    return (block for _, block in blocks)


class _Flow(Struct):
    """Reads lines and grids in order; a table stays open until something other follows it."""

    habits: Habit
    blank: frozenset[int]
    _items: list[Item] = []
    _lines: list[Line] = []
    _parts: list[Part] = []
    _title: str = ""
    _above: frozenset[str] = frozenset()

    def add(self, block: Line | Part) -> None:
        """Take the next line or grid."""
        if isinstance(block, measure.Line):
            self._lines.append(block)
            return
        if self._parts and self._goes_on(block):
            self._lines.clear()
            self._parts.append(block)
            return
        self._close()
        self._title = next((key for line in reversed(self._lines) if (key := _title(line))), "")
        own = (line for line in self._lines if line.page == block.sheet.number)
        self._above = frozenset(line.text.value for line in own)
        self._end_prose()
        self._parts.append(block)

    def closed(self) -> list[Item]:
        """All items, after the last block."""
        self._close()
        self._end_prose()
        return self._items

    def _goes_on(self, part: Part) -> bool:
        """Whether the open table goes on in a grid: nothing stands between but what stood above it."""
        if not tables.continues(self._parts[-1], part, self.blank) or tables.begins(
            part, self._parts[0]
        ):
            return False
        if any(line.page != part.sheet.number for line in self._lines):
            return False
        return all(
            is_table_head(line.text.value)
            or (self._title and _title(line) == self._title)
            or line.text.value in self._above
            for line in self._lines
        )

    def _close(self) -> None:
        """End the open table. An empty grid alone is a drawing, and no table."""
        if any(text for part in self._parts for text in part.texts):
            framed = tables.table(self._parts)
            self._items += [Item(text) for text in framed.above]
            self._items.append(Item(table=framed.table))
            self._items += [Item(text) for text in framed.below]
        self._parts = []

    def _end_prose(self) -> None:
        found = prose.paragraphs(self._lines, self.habits)
        beside = labels([text.value for text in found])
        self._items += [
            Item(text, role="caption" if at in beside else "") for at, text in enumerate(found)
        ]
        self._lines = []


def labels(values: Sequence[str]) -> set[int]:
    """The paragraphs that are the words and figures in a chart, on either side of its caption."""
    found: set[int] = set()
    for caption in (at for at, value in enumerate(values) if is_caption(value)):
        for step in (-1, 1):
            at = caption + step
            while 0 <= at < len(values) and _is_label(values[at]):
                found.add(at)
                at += step
    return found


def _is_label(value: str) -> bool:
    if len(value) > _LONGEST_LABEL or _STOPS.search(value) or mark(value) is not None:
        return False
    return not (is_caption(value) or is_title(value) or is_table_head(value) or is_annual(value))


def _title(line: Line) -> str:
    """A table's title as it is compared with its repetition on the next page."""
    bare = retitled(line.text.value)
    return bare if is_title(bare) else ""
