"""Tables written as HTML inside Markdown, as converters write those with merged cells."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.grids import dense, header_height
from jslint.readers.inline import plain
from jslint.readers.tabs import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import re2

    from jslint.document import Table, Text
    from jslint.readers.lines import Line

_OPENS = regex(r"(?i)<table\b")
_CLOSES = regex(r"(?i)</table\s*>")
#: Where a row or a cell begins, or the one before ends.
_TAG = regex(r"(?i)<(/?)(tr|td|th|table|caption)\b([^<>]{0,300})>")
_COLUMNS = regex(r"(?i)\bcolspan\s*=\s*[\"']?(\d{1,4})")
_ROWS = regex(r"(?i)\browspan\s*=\s*[\"']?(\d{1,4})")
#: A cell that claims to reach further than this is taken to reach this far.
_FURTHEST = 200


class _Cell(Struct, frozen=True):
    """One cell as written: how many columns and rows it reaches over."""

    text: Text
    columns: int
    rows: int
    head: bool


def within(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that belong to tables, by their places: their mark-up is not that of prose."""
    return frozenset(chain.from_iterable(range(start, end) for start, end in _extents(lines)))


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Each table with the lines it takes: the first, and the one after its last."""
    for start, end in _extents(lines):
        found = _reached(_rows(texts.join(line.source for line in lines[start:end])))
        if found and any(cell.text.value for row in found for cell in row):
            made = table(_grid(found))
            heads = sum(all(cell.head for cell in row) for row in found)
            yield start, end, replace(made, header_rows=header_height(made.rows, heads))


def _extents(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where tables begin and end; one that begins amid words, within another or never ends is none."""
    start = None
    for at, line in enumerate(lines):
        value = line.source.value
        if start is None and _OPENS.match(value.lstrip()):
            start = at
        elif start is not None and _OPENS.search(value):
            start = None
        if start is not None and _CLOSES.search(value):
            yield start, at + 1
            start = None


def _rows(source: Text) -> Iterator[list[_Cell]]:
    """The cells of each row; a cell ends where the next tag of a table stands."""
    row: list[_Cell] = []
    tags = list(_TAG.finditer(source.value))
    for tag, after in pairwise(tags):
        name = tag[2].lower()
        if name == "tr" and (row or tag[1]):
            yield row
            row = []
        if not tag[1] and name in ("td", "th"):
            inside = texts.strip(plain(texts.cut(source, tag.end(), after.start())))
            row.append(_Cell(inside, _reach(_COLUMNS, tag[3]), _reach(_ROWS, tag[3]), name == "th"))
    if row:
        yield row


def _reached(rows: Iterable[list[_Cell]]) -> list[list[_Cell]]:
    """The rows that have a cell, be it only one that reaches down from above."""
    found: list[list[_Cell]] = []
    further = 0
    for row in rows:
        if row or further > 0:
            found.append(row)
        further = max(further, *(cell.rows for cell in row)) - 1 if row else further - 1
    return found


def _reach(pattern: re2._Regexp, attributes: str) -> int:
    found = pattern.search(attributes)
    return min(max(1, int(found[1])), _FURTHEST) if found else 1


def _grid(rows: Iterable[Sequence[_Cell]]) -> Sequence[Sequence[Text]]:
    """The texts by row and column, that of a merged cell wherever it reaches."""
    found: list[list[Text]] = []
    # What reaches down into the rows to come: by column, the cell and how many rows are left.
    down: dict[int, tuple[Text, int]] = {}
    for cells in rows:
        row: list[Text] = []
        below: dict[int, tuple[Text, int]] = {}
        for cell in cells:
            _fill(row, down, below)
            for _ in range(cell.columns):
                if cell.rows > 1:
                    below[len(row)] = (cell.text, cell.rows - 1)
                row.append(cell.text)
        _fill(row, down, below)
        down = below
        if row:
            found.append(row)
    width = max(map(len, found))
    ends = [texts.cut(row[-1], len(row[-1].value)) for row in found]
    return dense(
        [[*row, *[end] * (width - len(row))] for row, end in zip(found, ends, strict=True)]
    )


def _fill(
    row: list[Text], down: dict[int, tuple[Text, int]], below: dict[int, tuple[Text, int]]
) -> None:
    """Put the cells from above where the row has come to."""
    while (at := len(row)) in down:
        text, left = down.pop(at)
        row.append(text)
        if left > 1:
            below[at] = (text, left - 1)
