"""The rows of a sheet in segments: lines above a table, its rows, notes below it; or mere text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import Run, Text
from jslint.patterns import regex
from jslint.readers.breaks import in_cell
from jslint.readers.grids import blank, is_figure
from jslint.readers.kinds import heading, is_finished, is_note, is_table_head, is_title
from jslint.readers.numbering import PART, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.limits import Meter
    from jslint.readers.xlsx.model import Merge, Sheet

#: What stands before the number of a form: 公开 (01表), letters, or any word before 01 or 12表.
FORM = r"(?:[\u4e00-\u9fff]{0,4}公开|[A-Za-z]{1,2}(?=\s?\d\d)|[\u4e00-\u9fff]{1,4}(?=\s?(?:0\d|\d\d\s?表)(?!\d)))"
_FORM = regex(
    rf"[（(]?(?:{FORM}|附表|附件|表)\s?[\d一二三四五六七八九十]{{1,3}}"
    r"(?:-\d{1,2})?\s?表?[）)]?|20\d\d\s?年度?"
)
_TOTAL = regex(r".{0,8}[合总小]\s?计")
_LONG = 40
_STOPS = regex(r"[，。；！？]")


class Row(Struct, frozen=True):
    """The texts that begin in a row, from the left, by column.

    ``gap`` says that a blank row stands above, ``covered`` that cells merged from above reach here.
    """

    number: int
    texts: tuple[tuple[int, Text], ...]
    gap: bool
    covered: bool

    @property
    def values(self) -> list[str]:
        """What the row's cells say."""
        return [text.value for _, text in self.texts]

    @property
    def single(self) -> str:
        """What the only cell of the row says; empty where there are several."""
        return self.texts[0][1].value if len(self.texts) == 1 and not self.covered else ""

    @property
    def is_head(self) -> bool:
        """Whether the row only says whose the table is, its number, its year or its unit."""
        return all(is_table_head(value) or _FORM.fullmatch(value) for value in self.values)

    @property
    def is_title(self) -> bool:
        """Whether the row holds nothing but what can be a table's title."""
        return bool(self.single) and is_title(self.single.rpartition("\n")[2]) and not self.is_head

    @property
    def is_prose(self) -> bool:
        """Whether the row holds nothing but a sentence or a note."""
        value = self.single
        long = len(value) > _LONG and _STOPS.search(value) is not None
        finished = is_finished(value) and not value.startswith("#")
        return bool(value) and (is_note(value) or finished or long)

    @property
    def is_labels(self) -> bool:
        """Whether the row can be a header: several labels, no figure, number or total."""
        return len(self.texts) > 1 and not any(
            is_figure(value) or mark(value) or _TOTAL.fullmatch(value) for value in self.values
        )


class Segment(Struct):
    """Lines, the rows of a table below them (none where there is no table), and lines below it.

    ``figured`` says whether a row of the table, among the first ``looked`` of them, has a figure.
    """

    head: list[Row] = []
    body: list[Row] = []
    tail: list[Row] = []
    figured: bool = False
    looked: int = 0

    def has_figure(self) -> bool:
        """Whether a figure stands in the table so far; each row is looked at once."""
        while not self.figured and self.looked < len(self.body):
            self.figured = any(map(is_figure, self.body[self.looked].values))
            self.looked += 1
        return self.figured

    @property
    def is_text(self) -> bool:
        """Whether the rows of several cells are sentences set in columns."""
        if not self.body:
            return True
        if any(is_figure(value) for row in self.body for value in row.values[1:]):
            return False
        lengths = sorted(max(map(len, row.values)) for row in self.body)
        return lengths[len(lengths) // 2] > _LONG


def rows(sheet: Sheet) -> list[Row]:
    """The rows of a sheet that have texts, from the top."""
    numbers = sorted(sheet.rows)
    covered = _covered(sheet, numbers)
    found: list[Row] = []
    above = 0
    for number in numbers:
        texts = tuple(
            (column, Text(value.strip(), (Run(0, sheet.place(number, column, 1)),)))
            for column, value in sorted(sheet.rows[number].items())
        )
        found.append(Row(number, texts, number > above + 1, number in covered))
        above = number
    return found


def _covered(sheet: Sheet, numbers: Sequence[int]) -> set[int]:
    """The rows that cells with a text, merged from above, reach into."""
    found: set[int] = set()
    reached = 0
    # From the top, so that a row that several reach is looked at once.
    for merge in sheet.merges:
        if sheet.rows.get(merge.top, {}).get(merge.left):
            found.update(within(numbers, max(reached, merge.top + 1), merge.bottom))
            reached = max(reached, merge.bottom)
    return found


def within(numbers: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of some ascending numbers from ``start`` up to and without ``end``."""
    return numbers[bisect_left(numbers, start) : bisect_left(numbers, end)]


def segments(found: Sequence[Row]) -> Iterator[Segment]:
    """The tables of a sheet, each with the lines that belong to it."""
    segment = Segment()
    for row in found:
        if segment.body and _begins(row, segment):
            yield segment
            segment = Segment()
        _add(segment, row)
    if segment.head or segment.body:
        yield segment


def _add(segment: Segment, row: Row) -> None:
    if not segment.body and (row.single or row.is_head):
        segment.head.append(row)
    elif not segment.body:
        segment.head, above = _parted(segment.head)
        segment.body = [*above, row]
    elif row.is_prose or (segment.tail and row.single):
        segment.tail.append(row)
    else:
        segment.body += [*segment.tail, row]
        segment.tail = []


def _parted(head: list[Row]) -> tuple[list[Row], list[Row]]:
    """The lines above a table, and those below its unit line that are the top of its header."""
    at = len(head)
    while at and not (head[at - 1].is_head or head[at - 1].is_title or head[at - 1].is_prose):
        at -= 1
    return (head[:at], head[at:]) if at and head[at - 1].is_head else (head, [])


def _begins(row: Row, segment: Segment) -> bool:
    """Whether a row belongs to another table than the rows above it."""
    if row.is_title or row.is_head:
        return True
    found = heading(row.single) if row.single else None
    if found and found.level == PART:
        return True
    if not row.gap or row.covered or not row.is_labels:
        return False
    return bool(segment.tail) or segment.has_figure()


def grid(segment: Segment, sheet: Sheet, meter: Meter) -> list[list[Text]]:
    """The cells of a table by row and column, without columns in which nothing stands."""
    numbers = [row.number for row in segment.body]
    columns = sorted({column for row in segment.body for column, _ in row.texts})
    meter.allow("columns", len(columns))
    meter.spend("cells", len(numbers) * len(columns))
    at_row = {number: at for at, number in enumerate(numbers)}
    at_column = {column: at for at, column in enumerate(columns)}
    cells = [[blank(sheet.place(number, column)) for column in columns] for number in numbers]
    for row in segment.body:
        for column, text in row.texts:
            cells[at_row[row.number]][at_column[column]] = in_cell([text])
    room = len(numbers) * len(columns)
    for merge in _between(sheet.merges, numbers):
        room -= _cover(cells, merge, within(numbers, merge.top, merge.bottom), columns, numbers)
        if room < 0:  # no sheet that Excel made has merged cells one over the other
            break
    return cells


def _between(merges: Sequence[Merge], numbers: Sequence[int]) -> Sequence[Merge]:
    """The merged cells that begin in a table's rows, of all those of a sheet, which are sorted."""
    first = bisect_left(merges, numbers[0], key=_top)
    return merges[first : bisect_right(merges, numbers[-1], key=_top)]


def _top(merge: Merge) -> int:
    return merge.top


def _cover(
    cells: list[list[Text]],
    merge: Merge,
    reached: Sequence[int],
    columns: Sequence[int],
    numbers: Sequence[int],
) -> int:
    """Put a merged cell's text wherever it reaches, and say how many cells that are.

    One that begins outside the table is left.
    """
    across = within(columns, merge.left, merge.right)
    if not across or not reached or reached[0] != merge.top or across[0] != merge.left:
        return 0
    top, left = bisect_left(numbers, reached[0]), bisect_left(columns, across[0])
    text = cells[top][left]
    for row in range(top, top + len(reached)):
        cells[row][left : left + len(across)] = [text] * len(across)
    return len(reached) * len(across)
