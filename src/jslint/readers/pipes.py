"""Tables of cells between bars: of Markdown, the header set off by a row of dashes, or without it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from jslint.figures.figure import is_nothing, parse_cell
from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.inline import plain
from jslint.readers.tabs import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Table, Text
    from jslint.readers.lines import Line

_BAR = regex(r"(?<!\\)\|")
_FEWEST_ROWS = 3
_DASHES = regex(r":?-{1,200}:?")


class _Barred:
    """What is asked of the lines again and again: bars, figures, and how far alike rows go on."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._rules = [is_rule(line) for line in lines]
        self._bars = [_bars(line) for line in lines]
        self._ends = list(range(1, len(lines) + 1))
        for at in range(len(lines) - 2, -1, -1):
            alike = self._bars[at + 1] == self._bars[at] and not self._rules[at + 1]
            if alike and not lines[at + 1].gap:
                self._ends[at] = self._ends[at + 1]
        # How many lines before each one end in a figure.
        self._figures = [0]
        for line, bars in zip(lines, self._bars, strict=True):
            self._figures.append(self._figures[-1] + (bars > 0 and _ends_in_figure(line)))

    def end(self, start: int) -> int:
        """The line after the last of rows with as many bars each, none of which is a rule."""
        count, end = self._bars[start], self._ends[start]
        if not count or self._rules[start] or (end < len(self._rules) and self._rules[end]):
            return start
        figures = self._figures[end] - self._figures[start]
        fewest = 1 if count > 1 else (end - start + 1) // 2
        return end if figures >= fewest else start


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Each table with the lines it takes: the first, and the one after its last."""
    barred = _Barred(lines)
    index = 1
    while index < len(lines):
        bare = barred.end(index - 1)
        if bare > index - 1 + _FEWEST_ROWS - 1:
            yield index - 1, bare, table(list(_bare_cells(lines[index - 1 : bare])))
            index = bare + 1
            continue
        if not is_rule(lines[index]) or not _is_row(lines[index - 1]):
            index += 1
            continue
        start, end = index - 1, index + 1
        while end < len(lines) and not lines[end].gap and _is_row(lines[end]):
            end += 1
        rows = [_cells(line.source) for line in (lines[start], *lines[index + 1 : end])]
        yield start, end, table(rows, header_rows=1)
        index = end + 1


def _ends_in_figure(line: Line) -> bool:
    """Whether the last cell with words holds a number, or says that there is none."""
    last = line.source.value.strip().rstrip("| ").rpartition("|")[2].strip()
    return parse_cell(last) is not None or is_nothing(last)


def _bare_cells(lines: Sequence[Line]) -> Iterator[list[Text]]:
    """The cells of rows that all begin with a bar, or all end in one, or do not."""
    values = [line.source.value.strip() for line in lines]
    first = 0 if all(value.startswith("|") for value in values) else -1
    last = 0 if all(value.endswith("|") for value in values) else 1
    for line in lines:
        row = line.source
        bars = [match.start() for match in _BAR.finditer(row.value)]
        bars = [*([-1] if first else []), *bars, *([len(row.value)] if last else [])]
        yield [
            texts.strip(plain(texts.cut(row, left + 1, right))) for left, right in pairwise(bars)
        ]


def _bars(line: Line) -> int:
    value = line.source.value
    return len(_BAR.findall(value)) if "|" in value else 0


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
