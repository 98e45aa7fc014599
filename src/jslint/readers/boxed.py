"""Tables drawn with lines: cells between bars, and borders of dashes or box characters."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from jslint.figures.figure import is_nothing, parse_cell
from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.tabs import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Table, Text
    from jslint.readers.lines import Line

_BORDER = regex(r"[+|\-=:\s\u2500-\u257f]{3,2000}")
_DRAWN = regex(r"[\-=\u2500\u2501\u2550]{2}")
_CORNER = regex(r"[+\u250c-\u254b\u2552-\u256c]")
_BAR = regex(r"[|\u2502\u2503\u2551]")
_ROW = regex(r"[|\u2502\u2503\u2551].{1,2000}[|\u2502\u2503\u2551]")
#: Below the header and the body, further borders part single rows.
_PARTED = 3
_FEWEST_ROWS = 2


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Each table with the lines it takes: the first, and the one after its last."""
    kinds = [_kind(line) for line in lines]
    start = 0
    while start < len(lines):
        end = start + 1
        while kinds[start] and end < len(lines) and kinds[end] and not lines[end].gap:
            end += 1
        found = _read(lines[start:end], kinds[start:end]) if kinds[start] else None
        if found is not None:
            yield start, end, found
        start = end


def _kind(line: Line) -> str:
    """``border``, ``row``, or nothing where a line is neither."""
    value = line.value
    if _BORDER.fullmatch(value) and _DRAWN.search(value) and _CORNER.search(value):
        return "border"
    return "row" if _ROW.fullmatch(value) else ""


def _read(lines: Sequence[Line], kinds: Sequence[str]) -> Table | None:
    """The table of these lines; None where nothing is drawn, or rows differ in their cells."""
    pairs = groupby(zip(kinds, lines, strict=True), key=lambda pair: pair[0])
    parts = [[_cells(line) for _, line in found] for kind, found in pairs if kind == "row"]
    if "border" not in kinds or len({len(row) for part in parts for row in part}) != 1:
        return None
    rows = [_joined(part) if len(parts) >= _PARTED else part for part in parts]
    every = [row for part in rows for row in part]
    if len(every) < _FEWEST_ROWS:
        return None
    return table(every, header_rows=len(rows[0]) if len(rows) > 1 else 0)


def _joined(part: list[list[Text]]) -> list[list[Text]]:
    """The lines between two borders as one row, unless several of them have figures."""
    if sum(any(map(_is_figure, row[1:])) for row in part) > 1:
        return part
    return [[texts.join([cell for cell in column if cell] or column[:1])
             for column in zip(*part, strict=True)]]  # fmt: skip


def _is_figure(cell: Text) -> bool:
    return parse_cell(cell.value) is not None or is_nothing(cell.value)


def _cells(line: Line) -> list[Text]:
    bars = [match.start() for match in _BAR.finditer(line.value)]
    return [texts.strip(texts.cut(line.text, left + 1, right)) for left, right in pairwise(bars)]
