"""Tables whose cells are separated by tabs, as copied from a spreadsheet or a word processor."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.document import EMPTY, Paragraph, Place, Run, Table, Text
from jslint.readers import texts
from jslint.readers.grids import framed
from jslint.readers.kinds import bullet, is_table_head, is_title, unit_of
from jslint.readers.numbering import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.readers.lines import Line

_LONGEST_LABEL = 60


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Each table with the lines it takes: the first, and the one after its last."""
    start = 0
    while start < len(lines):
        end = _end(lines, start)
        block = lines[start:end]
        if sum("\t" in line.source.value for line in block) > 1 and any(map(_is_row, block)):
            heads = sum(1 for _ in takewhile(_is_head, block))
            yield start + heads, end, table([cells(line) for line in block[heads:]])
        start = max(end, start + 1)


def _is_head(line: Line) -> bool:
    """Whether a line is a table's title, or says whose it is and in which unit: 部门：某局, 单位：元."""
    said = [cell.value for cell in cells(line) if cell.value]
    return all(map(is_table_head, said)) or (len(said) == 1 and is_title(said[0]))


def _end(lines: Sequence[Line], start: int) -> int:
    if not _is_row(lines[start]) and not _is_merged(lines[start]):
        return start
    end = start + 1
    while end < len(lines) and _belongs(lines, end):
        end += 1
    return end


def _is_merged(line: Line) -> bool:
    """Whether a line can be a table's first row whose cells but the first are empty."""
    value = line.source.value
    return not value[:1].isspace() and value.endswith("\t") and not unit_of(line.value)


def _belongs(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a further row: it has tabs too, or is a label right between two rows."""
    line, before = lines[index], lines[index - 1]
    if "\t" in line.source.value:
        return not line.gap or line.source.value.count("\t") == before.source.value.count("\t")
    if line.gap or index + 1 >= len(lines) or len(line.value) > _LONGEST_LABEL:
        return False
    if is_title(line.value) or unit_of(line.value):
        return False
    return not lines[index + 1].gap and "\t" in lines[index + 1].source.value


def _is_row(line: Line) -> bool:
    """Whether a line has two cells or more; the tab after an item's number makes none."""
    value = line.source.value
    if "\t" not in value:
        return False
    filled = [cell for cell in value.split("\t") if cell.strip()]
    if len(filled) < 2:  # noqa: PLR2004 - a row of one cell is no row
        return False
    return len(filled) > 2 or not _is_mark(filled[0].strip())  # noqa: PLR2004 - number and words


def _is_mark(cell: str) -> bool:
    found = mark(cell)
    return bool(found and found.end >= len(cell)) or bullet(f"{cell} x") > len(cell)


def cells(line: Line) -> list[Text]:
    """The cells of a row, the white space around each left away."""
    found: list[Text] = []
    start = 0
    for cell in line.source.value.split("\t"):
        filled = cell.strip()
        if filled:
            first = start + cell.index(filled)
            found.append(texts.cut(line.source, first, first + len(filled)))
        else:
            found.append(texts.strip(texts.cut(line.source, start, start + len(cell))))
        start += len(cell) + 1
    return found


def table(rows: Sequence[Sequence[Text]], header_rows: int = 0) -> Table:
    """A table of these cells, its rows made equally wide with empty cells.

    A title and a unit that stand in rows above its header are taken out of them, and so are notes.
    """
    width = max(map(len, rows))
    padded = tuple(
        (*row, *(_after(row[-1]),) * (width - len(row))) if len(row) < width else tuple(row)
        for row in rows
    )
    frame = framed(padded)
    first = rows[0][0].at()
    last = rows[-1][-1].at()
    place = replace(
        first, end_line=last.end_line or last.line, end_column=last.end_column or last.column
    )
    above = [text.value for text in frame.above]
    return Table(
        next((text for text in frame.above if is_title(text.value)), EMPTY),
        tuple(map(tuple, frame.rows)),
        place,
        unit=next(filter(None, map(unit_of, above)), ""),
        header_rows=max(0, header_rows - len(above)),
        notes=tuple(map(Paragraph, frame.below)),
    )


def _after(cell: Text) -> Text:
    """An empty cell where a row's last cell ends."""
    end = cell.at()
    column = end.end_column or end.column
    line = end.end_line or end.line
    if line is None or column is None:
        return Text("", (Run(0, end),))
    return Text("", (Run(0, Place(order=(line, column), line=line, column=column)),))
