"""Tables of cells that know which of them are merged: title, header rows and notes told apart.

A row is a sequence of texts; a merged cell is the same text object wherever it reaches.
"""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from jslint.document import Run, Text
from jslint.patterns import regex
from jslint.readers.kinds import is_finished, is_note, is_table_head, is_title
from jslint.readers.numbering import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import re2

    from jslint.document import Place

Row: TypeAlias = "Sequence[Text]"
# Where in a row its words stand.
_Words: TypeAlias = "Sequence[tuple[int, str]]"

_FIGURE = regex(r"[-−(（]?\d[\d,，]{0,20}(?:\.\d{1,6})?[)）%％]?|\d{2,7}")
#: What is printed as a sum of money or a rate is; a number of a row, a code or a year is not.
_AMOUNT = regex(
    r"[-−(（]?\d[\d,，]{0,20}(?:\.\d{1,6}[)）]?[%％]?|[%％])|\d{1,3}(?:[,，]\d{3}){1,6}"
)
_YEAR = regex(r"\s*(?:19|20)\d\d\s*")
_TOTAL = regex(r".{0,8}[合总小]\s?计")
_MOST_HEADER_ROWS = 8
_SENTENCE = 12


class Framed(Struct, frozen=True):
    """The rows of a table proper, and what stands within its frame above and below them."""

    above: tuple[Text, ...]
    rows: tuple[Row, ...]
    below: tuple[Text, ...]


def blank(place: Place) -> Text:
    """An empty cell."""
    return Text("", (Run(0, place),))


def as_cells(rows: Sequence[Row]) -> tuple[tuple[Text, ...], ...]:
    """Rows whose texts point at their cells, not at characters; merged cells stay one text."""
    placed = {id(text): Text(text.value, (Run(0, _whole(text)),)) for row in rows for text in row}
    return tuple(tuple(placed[id(text)] for text in row) for row in rows)


def _whole(text: Text) -> Place:
    place = text.runs[0].place
    return replace(place, column=None, end_column=None)


def is_figure(value: str) -> bool:
    """Whether a cell holds nothing but a number or a code."""
    return bool(_FIGURE.fullmatch(value.strip()))


def distinct(row: Row) -> list[Text]:
    """The texts of a row's cells that are not blank, each merged cell once."""
    return list({id(text): text for text in row if text.value}.values())


def dense(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows without the columns, and the rows, in which no cell begins.

    A cell reaches over columns for the mere reason that other tables on the sheet need them.
    """
    kept = [row for at, row in enumerate(rows) if not at or _begins(row, rows[at - 1])]
    width = len(rows[0]) if rows else 0
    columns = [
        at for at in range(width) if not at or any(row[at] is not row[at - 1] for row in kept)
    ]
    return tuple(tuple(row[at] for at in columns) for row in kept)


def goes_on(before: Sequence[Row], after: Sequence[Row], marked: int = 0) -> int | None:
    """How many rows a part of a table repeats of its header; None where it may be another table.

    It is the same table only where it begins with the whole header again, or with a row of figures
    or the like below a table that has a header and no notes.
    """
    whole, part = framed(before), framed(after)
    if part.above or whole.below or not (whole.rows and part.rows):
        return None
    top = next((at for at, row in enumerate(before) if row is whole.rows[0]), 0)
    height = header_height(dense(whole.rows), max(0, marked - top))
    again = repeated(map(_words, whole.rows), map(_words, after))
    if again:
        return again if height <= again < len(after) else None
    return 0 if height and begins_body(after[0]) else None


def has_notes(rows: Sequence[Row]) -> bool:
    """Whether notes stand within a table's frame below its rows."""
    return bool(framed(rows).below)


def repeated(before: Iterable[_Words], after: Iterable[_Words]) -> int:
    """How many rows at the head of a part are those of the table, printed again."""
    pairs = zip(before, after, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and _says(pair[0]), pairs))


def _says(words: _Words) -> bool:
    return any(value for _, value in words)


def _words(row: Row) -> _Words:
    return [(at, text.value) for at, text in enumerate(row)]


def begins_body(row: Row) -> bool:
    """Whether a row is certainly one of a table's body, not the header of another table.

    It has a figure that is no year, or nothing but a label that is not set over the whole width.
    """
    found = distinct(row)
    if any(is_figure(text.value) and not _YEAR.fullmatch(text.value) for text in found):
        return True
    return len(found) == 1 and sum(text is found[0] for text in row) * 2 <= len(row)


def _begins(row: Row, above: Row) -> bool:
    return any(text is not over for text, over in zip(row, above, strict=True))


def framed(rows: Sequence[Row]) -> Framed:
    """Take off the title, unit and number lines above a table's header and the notes below it."""
    top = 0
    while top < len(rows) and _is_above(rows[top]):
        top += 1
    bottom = len(rows)
    while bottom > top + 1 and _is_below(rows[bottom - 1]):
        bottom -= 1
    while bottom < len(rows) and not _begins_notes(rows[bottom]):
        bottom += 1
    return Framed(
        tuple(text for row in rows[:top] for text in distinct(row)),
        tuple(rows[top:bottom]),
        tuple(text for row in rows[bottom:] for text in distinct(row)),
    )


def _is_above(row: Row) -> bool:
    found = distinct(row)
    if len(found) == 1 and is_title(found[0].value):
        return True
    return bool(found) and all(is_table_head(text.value) for text in found)


def _is_below(row: Row) -> bool:
    found = distinct(row)
    if not found:
        return True
    value = found[0].value
    return len(found) == 1 and (is_note(value) or (is_finished(value) and len(value) >= _SENTENCE))


def _begins_notes(row: Row) -> bool:
    return bool(distinct(row)) and _is_below(row)


def header_height(rows: Sequence[Row], marked: int = 0) -> int:
    """How many rows are the header; ``marked`` are those that the file says to be.

    They are the first row, what its merged cells reach or divide into, and rows of labels alone
    below labels that are not set over every column.
    """
    if not rows or any(is_figure(text.value) for text in rows[0]):
        return 0
    merged = min(_merged_height(rows), max(1, _first_figure(rows, _AMOUNT)))
    height = max(merged, min(marked, _first_figure(rows)))
    figures = _first_figure(rows)
    while height < min(figures, len(rows), _MOST_HEADER_ROWS) and figures < len(rows):
        if not _completes(rows[height - 1], rows[height]):
            break
        height += 1
    return height


def _first_figure(rows: Sequence[Row], pattern: re2._Regexp = _FIGURE) -> int:
    """The index of the first row with a figure; the number of rows where there is none."""
    found = (
        at
        for at, row in enumerate(rows)
        if any(pattern.fullmatch(text.value.strip()) for text in row)
    )
    return next(found, len(rows))


def _merged_height(rows: Sequence[Row]) -> int:
    height, last = 0, 1
    while height < last <= len(rows):
        # A cell that reaches here from above ends where it was found to end already.
        begun = [
            (row, at)
            for row in range(height, last)
            for at in range(len(rows[0]))
            if not row or _key(rows[row - 1][at]) != _key(rows[row][at])
        ]
        height = last
        last = max([height, *(_bottom(rows, row, at) for row, at in begun)])
        if last == height < len(rows) and _divides(rows[height - 1], rows[height]):
            last = height + 1
    return min(height, len(rows))


def _bottom(rows: Sequence[Row], row: int, column: int) -> int:
    """The row after the last that a cell reaches."""
    text = rows[row][column]
    while row < len(rows) and _key(rows[row][column]) == _key(text):
        row += 1
    return row


def _divides(row: Row, below: Row) -> bool:
    """Whether several labels, and no figure, stand below one cell within its width."""
    if any(is_figure(low.value) for low in below):
        return False
    for _, cells in groupby(zip(row, below, strict=True), key=lambda pair: _key(pair[0])):
        if len({low.value for _, low in cells if low.value}) > 1:
            return True
    return False


def _key(text: Text) -> str | int:
    """What the parts of one cell of a header have in common: many repeat the words, unmerged."""
    return text.value or id(text)


def _completes(row: Row, below: Row) -> bool:
    """Whether a row of labels stands below one that leaves columns without a label of their own."""
    labels = distinct(below)
    if len(labels) * 2 < max(4, len(below)) or any(_is_of_body(text.value) for text in labels):
        return False
    return any(not text.value for text in row) or len(distinct(row)) < len(row)


def _is_of_body(value: str) -> bool:
    return bool(_TOTAL.fullmatch(value)) or mark(value) is not None
