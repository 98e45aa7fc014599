"""Sheets to paragraphs and tables: titles, units and notes told from what the tables hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jslint.document import EMPTY, Paragraph, Run, Table, Text
from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.breaks import pieces
from jslint.readers.grids import as_cells, header_height
from jslint.readers.items import Item
from jslint.readers.kinds import is_title
from jslint.readers.xlsx.bands import bands
from jslint.readers.xlsx.rows import FORM, grid, rows, segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.limits import Meter
    from jslint.readers.xlsx.model import Sheet
    from jslint.readers.xlsx.rows import Row, Segment

_UNIT = regex(r"单位\s?[：:]\s?(?:人民币)?\s?((?:[百千万亿]{1,2})?元)")
_BEFORE_NAME = regex(
    rf"(?:附?表|{FORM})?\s?[\d一二三四五六七八九十]{{0,3}}(?:-\d{{1,2}})?\s?表?[\s.、．_—-]{{1,3}}"
    rf"|(?:附表|{FORM})\s?\d{{1,3}}(?!\d)(?:-\d{{1,2}})?\s?表?"
)
_AFTER_NAME = regex(r"[（(][^（）()]{0,20}表[）)]$")
_GENERAL_NAME = regex(r"(?:sheet|工作表)\s?\d{0,4}.{0,6}", re.IGNORECASE)
_CONTENTS = regex(r"目\s*[录錄次]")
_SPACE = Text(" ")
_LONGEST_TITLE = 60
_FEWEST_LETTERS = 3


def items(sheet: Sheet, meter: Meter) -> Iterator[Item]:
    """The paragraphs and tables of a sheet, from the top; those beside others after them."""
    for band in bands(sheet):
        yield from _items(band, meter)


def _items(sheet: Sheet, meter: Meter) -> Iterator[Item]:
    found = rows(sheet)
    if found and any(_CONTENTS.fullmatch(row.single) for row in found[:3]):
        yield from (Item(_entry(row)) for row in found)
        return
    named = False
    for segment in segments(found):
        if segment.is_text:
            yield from _paragraphs([*segment.head, *segment.body, *segment.tail])
            continue
        title, before, heads = _head(segment.head)
        if not title and not named:
            title = name(sheet)
        named = True
        yield from _paragraphs(before)
        yield from _heads(heads)
        yield Item(table=_table(segment, sheet, title, heads, meter))


def _entry(row: Row) -> Text:
    """A line of a contents page: its words, without the numbers in columns of their own."""
    return max((text for _, text in row.texts), key=lambda text: len(text.value))


def _paragraphs(found: Iterable[Row]) -> Iterator[Item]:
    """Rows of text; cells beside one another are one paragraph."""
    for row in found:
        parts = [part for _, text in row.texts for part in (_SPACE, text)][1:]
        text = texts.join(parts) if len(parts) > 1 else parts[0]
        yield from (Item(piece) for piece in pieces(text))


def _heads(found: Iterable[Row]) -> Iterator[Item]:
    """The lines that say whose a table is and in which unit."""
    for row in found:
        yield from (Item(piece, role="unit") for _, text in row.texts for piece in pieces(text))


def _head(head: Sequence[Row]) -> tuple[Text, Sequence[Row], Sequence[Row]]:
    """The title among the lines above a table, the lines before it, and those after it."""
    single = [at for at, row in enumerate(head) if row.single and not row.is_head]
    titles = [at for at in single if head[at].is_title]
    lines = [at for at in single if _may_be_title(head[at])]
    at = next((found[-1] for found in (titles, lines) if found), None)
    if at is None:
        first = next((at for at, row in enumerate(head) if row.is_head), len(head))
        return EMPTY, head[:first], head[first:]
    *above, title = pieces(head[at].texts[0][1])
    if above and not is_title(title.value):
        title = texts.join([*above, title])
    return title, head[:at], head[at + 1 :]


def _may_be_title(row: Row) -> bool:
    return not row.is_prose and len(row.single) <= _LONGEST_TITLE


def name(sheet: Sheet) -> Text:
    """The sheet's name as a title, without the number of the form; empty where it says nothing."""
    bare = sheet.name.strip()
    before = _BEFORE_NAME.match(bare)
    bare = bare[before.end() :] if before else bare
    bare = _AFTER_NAME.sub("", bare).strip()
    if len(bare) < _FEWEST_LETTERS or _GENERAL_NAME.fullmatch(bare) or bare.isascii():
        return EMPTY
    first = sheet.place(min(sheet.rows, default=1), 1)
    return Text(bare, (Run(0, first),))


def _table(
    segment: Segment, sheet: Sheet, title: Text, heads: Sequence[Row], meter: Meter
) -> Table:
    cells = grid(segment, sheet, meter)
    said = [title.value, *(value for row in heads for value in row.values)]
    unit = next((match[1] for value in said if (match := _UNIT.search(value))), "")
    notes = [text for row in segment.tail for _, cell in row.texts for text in pieces(cell)]
    return Table(
        title=title,
        rows=as_cells(cells),
        place=cells[0][0].runs[0].place,
        unit=unit,
        header_rows=header_height(cells),
        notes=tuple(map(Paragraph, notes)),
    )
