"""Tables laid out with spaces, as PDF converters print them.

They are read where their columns can be told apart with certainty (see ``aligned`` and ``rivers``); else they are
found, to keep them out of the prose, and said to be unread.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.document import EMPTY, Table
from jslint.patterns import regex
from jslint.phrases import Family, Phrase
from jslint.readers import aligned, rivers, texts
from jslint.readers.kinds import (
    heading,
    is_annual,
    is_finished,
    is_note,
    is_strong,
    is_table_head,
    is_title,
    unit_of,
)
from jslint.readers.numbering import PART, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Text
    from jslint.readers.lines import Line

UNREAD = Family("reading").phrase("as-table")
_APART = regex(r"\s{2,}")
_STOPS = regex(r"[，。；！？]")
_FIGURE = regex(r"[-−]?\d[\d,]{0,15}(?:\.\d{1,4})?[%％]?")
_TOTAL = regex(r"[合总]\s*计")
_LONGEST_CELL = 24
_FEWEST_ROWS = 3
_AHEAD = 4
_HEADER = 6
_SET_IN = 4


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Each table with the lines it takes: the first, and the one after its last."""
    columnar = [is_columnar(line) for line in lines]
    figures = [bool(_FIGURE.fullmatch(line.value)) for line in lines]
    rows = [cells or figure for cells, figure in zip(columnar, figures, strict=True)]
    done = index = 0
    while index < len(lines):
        if not columnar[index]:
            index += 1
            continue
        start = _start(lines, index, done)
        index = _end(lines, rows, index)
        start += sum(1 for _ in takewhile(_is_above, lines[start:index]))
        if sum(rows[start:index]) >= _FEWEST_ROWS:
            yield start, index, _table(lines[start:index])
            done = index


def is_columnar(line: Line) -> bool:
    """Whether a line consists of cells set apart by two spaces or more."""
    value = line.value
    if "  " not in value and "\u3000\u3000" not in value:
        return False
    cells = _APART.split(value)
    if len(cells) < 2 or is_finished(value) or _STOPS.search(value):  # noqa: PLR2004 - one cell is prose
        return False
    found = mark(value)
    if found is None:
        return True
    return found.level != PART and found.end < len(cells[0])


def _start(lines: Sequence[Line], first: int, done: int) -> int:
    """Where the table's header begins: after the unit line, or at the first line of cells."""
    for index in range(first, max(done, first - _HEADER), -1):
        if unit_of(lines[index - 1].value):
            return index
        if not _is_cell(lines[index - 1]):
            break
    return first


def _is_above(line: Line) -> bool:
    """Whether a line of cells only says whose the table is and in which unit: 部门：某局　　单位：元."""
    return all(is_table_head(cell.value) for cell in _cells(line))


def _is_cell(line: Line) -> bool:
    """Whether a line may be a part of a cell that takes several lines, or a row of one cell."""
    value = line.value
    return len(value) <= _LONGEST_CELL and not _STOPS.search(value) and not is_note(value)


def _end(lines: Sequence[Line], rows: Sequence[bool], first: int) -> int:
    """The line after the last of a table that has ``first`` in it."""
    index = last = first
    while index < len(lines):
        if rows[index]:
            last = index
        elif not _is_cell(lines[index]) or _begins_anew(lines, rows, index):
            break
        index += 1
    end = last + 1
    if end < index and not lines[end].gap and _TOTAL.fullmatch(lines[end].value):
        return end + 1  # the only row of a table without figures
    while end < index and lines[end].indent >= _SET_IN and not is_title(lines[end].value):
        end += 1
    return end


def _begins_anew(lines: Sequence[Line], rows: Sequence[bool], index: int) -> bool:
    """Whether what follows the table begins here: another table, or a heading."""
    value = lines[index].value
    if unit_of(value) or is_annual(value):
        return True
    if is_title(value) and any(unit_of(line.value) for line in lines[index + 1 : index + 3]):
        return True
    found = heading(value)
    if found is None:
        return False
    return found.level == PART or (is_strong(value) and not any(rows[index : index + _AHEAD]))


def _table(lines: Sequence[Line]) -> Table:
    cells = [_cells(line) for line in lines]
    return aligned.read(cells) or rivers.read(lines) or unread(lines[0], lines[-1], UNREAD)


def _cells(line: Line) -> list[Text]:
    """The cells of a row, each without the spaces around it."""
    ends = [match.span() for match in _APART.finditer(line.value)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(line.value)]
    return [texts.cut(line.text, *span) for span in zip(starts, stops, strict=True)]


def unread(first: Line, last: Line, reason: Phrase) -> Table:
    """A table from one line to another of which no cell is known."""
    start, end = first.text.at(), last.text.at()
    place = replace(start, end_line=end.end_line, end_column=end.end_column)
    return Table(EMPTY, (), place, unread=reason)
