"""Tables of Markdown: rows of cells between bars, the header set off by a row of dashes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from jslint.readers import texts
from jslint.readers.inline import plain
from jslint.readers.tabs import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Table, Text
    from jslint.readers.lines import Line

_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-{1,200}:?")


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Each table with the lines it takes: the first, and the one after its last."""
    index = 1
    while index < len(lines):
        if not is_rule(lines[index]) or not _is_row(lines[index - 1]):
            index += 1
            continue
        start, end = index - 1, index + 1
        while end < len(lines) and not lines[end].gap and _is_row(lines[end]):
            end += 1
        rows = [_cells(line.source) for line in (lines[start], *lines[index + 1 : end])]
        yield start, end, table(rows, header_rows=1)
        index = end + 1


def _is_row(line: Line) -> bool:
    return _BAR.search(line.source.value) is not None


def is_rule(line: Line) -> bool:
    """Whether a line is the row of dashes below a table's header."""
    value = line.source.value.strip()
    return "|" in value and all(
        _DASHES.fullmatch(cell.strip()) for cell in value.strip("|").split("|")
    )


def _cells(row: Text) -> list[Text]:
    """The cells of a row, the bars at its ends left away."""
    bars = [match.start() for match in _BAR.finditer(row.value)]
    value = row.value
    if value[: bars[0]].strip():
        bars.insert(0, -1)
    if value[bars[-1] + 1 :].strip():
        bars.append(len(value))
    return [texts.strip(plain(texts.cut(row, left + 1, right))) for left, right in pairwise(bars)]
