"""Forms with heads between their rows: each block of rows is read as a ledger of its own.

A self-appraisal form, say, prints its budget and its indicators under two heads in one table, which
no reader takes for columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.document import EMPTY, Table
from jslint.figures.figure import BARE, is_nothing, parse_cell
from jslint.ledger import Column, Ledger, Line, plain
from jslint.rules.bench import cells
from jslint.rules.ground import options

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import re2

    from jslint.document import Text
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.ground.context import Context, Located

#: A row of so many texts and no figure is the head of something else.
_HEAD = 3
#: A name has at least so many characters, and does not begin as a value does (≥95%, 5200卷).
_NAME = 2
_VALUES = frozenset("0123456789≥≤><＞＜=＝-")


def forms(context: Context, head: Sequence[re2._Regexp]) -> Iterator[list[Ledger]]:
    """The blocks of each form that has any under a head whose cells all of these patterns find.

    A form that goes on over a page is one, unless its pages have not as many columns.
    """
    needed = [words for pattern in head if (words := options.words(pattern)) is not None]
    for tables, said in context.worded:
        if all(any(word in said for word in words) for words in needed):
            found = list(_blocks(tables, head))
            if found:
                yield found


def is_partial(table: Table, head: Sequence[re2._Regexp]) -> bool:
    """Whether a head of a form has one of these cells without the others: not all rows are read."""
    for row in table.rows:
        words = [plain(cell.value) for cell in row]
        found = [any(map(pattern.finds, words)) for pattern in head]
        if any(found) and not all(found) and _is_head(row):
            return True
    return False


def rows(context: Context, head: Sequence[re2._Regexp]) -> Iterator[tuple[Ledger, Line]]:
    """The rows of all blocks of these forms, each with its block."""
    for form in forms(context, head):
        for block in form:
            for line in block.lines:
                yield block, line


def cell(block: Ledger, line: Line, pattern: re2._Regexp) -> CellAt:
    """A row's cell in the first column whose head a pattern of its block's head finds."""
    return cells.at(block, line, columns(block, pattern)[0])


def column(block: Ledger, pattern: re2._Regexp) -> Column | None:
    """The first column whose head a pattern finds."""
    return next((one for one in block.columns if pattern.finds(one.name)), None)


def columns(block: Ledger, pattern: re2._Regexp) -> list[Column]:
    """All columns whose head a pattern finds."""
    return [one for one in block.columns if pattern.finds(one.name)]


def is_blank(text: Text) -> bool:
    """Whether a cell states nothing: it is empty, or says so with a dash."""
    words = plain(text.value)
    return not words or is_nothing(words)


def _blocks(tables: Sequence[Located], head: Sequence[re2._Regexp]) -> Iterator[Ledger]:
    pages = [located.block for located in tables if isinstance(located.block, Table)]
    if len({len(row) for page in pages for row in page.rows[:1]}) > 1:
        return
    names: tuple[str, ...] = ()
    rows: list[tuple[Text, ...]] = []
    seen: set[int] = set()
    for row in (row for page in pages for row in page.rows):
        # A cell that is merged over several rows states what it states once.
        cells = tuple(EMPTY if id(cell) in seen else cell for cell in row)
        seen |= {id(cell) for cell in row if cell}
        words = [plain(cell.value) for cell in row]
        if all(any(map(pattern.finds, words)) for pattern in head):
            yield from _ledger(tables[0], names, rows)
            names, rows = tuple(words), []
        elif _is_head(cells):
            yield from _ledger(tables[0], names, rows)
            names, rows = (), []
        elif names:
            rows.append(cells)
    yield from _ledger(tables[0], names, rows)


def _is_head(cells: Sequence[Text]) -> bool:
    said = {id(cell): cell for cell in cells if not is_blank(cell)}.values()
    return len(said) >= _HEAD and all(parse_cell(cell.value) is None for cell in said)


def _ledger(
    located: Located, names: Sequence[str], rows: Sequence[tuple[Text, ...]]
) -> Iterator[Ledger]:
    table = located.block
    assert isinstance(table, Table)
    lines = tuple(_line(at, cells) for at, cells in enumerate(rows))
    if names and lines:
        found = tuple(Column(at, (name,)) for at, name in enumerate(names) if name)
        title = plain(table.title.value) or plain(located.path[-1].heading.value)
        yield Ledger(title, table, located.path, BARE, found, lines)


def _line(at: int, cells: Sequence[Text]) -> Line:
    read = {index: parse_cell(cell.value) for index, cell in enumerate(cells) if cell}
    figures = {index: figure for index, figure in read.items() if figure is not None}
    first = min(figures, default=len(cells))
    label = next((cell for cell in reversed(cells[:first]) if _is_name(plain(cell.value))), EMPTY)
    return Line(at, "", plain(label.value), label, dict(enumerate(cells)), figures)


def _is_name(words: str) -> bool:
    return len(words) >= _NAME and words[0] not in _VALUES
