"""The sheet of results in a workbook: a row for each diagnostic of it, with a link to its cell.

It needs no style of the workbook's, for those are left as they are: what is set off is rich text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from jslint.annotations.words import say
from jslint.formatters.packages import legal
from jslint.phrases import bracketed, clauses
from jslint.readers.xlsx.model import RESULTS, letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.annotations.model import Job, Note

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WIDTHS = (6, 7, 34, 16, 22, 18, 60, 60, 60)
_LONGEST = 32767
#: What Excel takes for an escaped character.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BOLD, _LINK = "<b/>", '<u/><sz val="11"/><color rgb="FF0563C1"/>'
_LINKED = 4


def sheet(job: Job, occupied: Mapping[int, str], kept: bytes = b"") -> bytes:
    """The whole part; ``occupied`` says of a note by its number why its cell has none.

    ``kept`` is what people have drawn on the sheet before.
    """
    told = (RESULTS, *job.told)
    first = len(told) + 1
    names = say(job.lang, "columns").split("|")
    lines = [
        _row(number, [(line, _BOLD if number == 1 else "")]) for number, line in enumerate(told, 1)
    ]
    lines += [_row(first, [(name, _BOLD) for name in names])]
    links = []
    for number, note in enumerate(job.notes, 1):
        cells = list(_cells(number, note, job.lang, occupied.get(number - 1, "")))
        lines += [_row(first + number, cells)]
        if target := _target(note):
            links += [_hyperlink(f"{letters(_LINKED)}{first + number}", target)]
    last = f"{letters(len(names))}{first + len(job.notes)}"
    parts = [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
        f'<worksheet xmlns="{_MAIN}" xmlns:r="{_REL}">',
        f'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{last}"/>',
        f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="{first}" ',
        f'topLeftCell="A{first + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
        '<sheetFormatPr defaultRowHeight="15"/>',
        f"<cols>{''.join(_columns())}</cols><sheetData>{''.join(lines)}</sheetData>",
        f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "",
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
        kept.decode(),
        "</worksheet>",
    ]
    return "".join(parts).encode()


def _columns() -> Iterator[str]:
    for number, width in enumerate(_WIDTHS, 1):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'


def _cells(number: int, note: Note, lang: str, occupied: str) -> Iterator[tuple[str, str]]:
    """What a row says, each with its look."""
    severity, _, rule = note.head.partition(" ")
    place = _spot(note)
    yield str(number), ""
    yield severity, ""
    yield rule, ""
    yield (place, _LINK) if place else (say(lang, "sheet-none"), "")
    yield note.wrote, ""
    yield say(lang, "perhaps", words=note.expected) if note.maybe else note.expected, ""
    yield note.message + bracketed(lang, occupied), ""
    yield clauses(lang, note.sums), ""
    yield clauses(lang, note.others), ""


def _spot(note: Note) -> str:
    return f"{note.place.sheet}!{note.place.cell}" if note.place.sheet and note.place.cell else ""


def _target(note: Note) -> str:
    """Where a link leads to; nothing for what is in no cell."""
    if not _spot(note):
        return ""
    quoted = (note.place.sheet or "").replace("'", "''")
    return f"'{quoted}'!{note.place.cell}"


def _hyperlink(cell: str, target: str) -> str:
    return (
        f'<hyperlink ref="{cell}" location="{_attribute(target)}" display="{_attribute(target)}"/>'
    )


def _attribute(text: str) -> str:
    return escape(legal(text), {'"': "&quot;"})


def _row(number: int, cells: Sequence[tuple[str, str]]) -> str:
    inner = "".join(
        f'<c r="{letters(column)}{number}" t="inlineStr"><is>{_said(text, look)}</is></c>'
        for column, (text, look) in enumerate(cells, 1)
        if text
    )
    return f'<row r="{number}">{inner}</row>'


def _said(text: str, look: str) -> str:
    text = legal(text)
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    words = f'<t xml:space="preserve">{escape(_ESCAPE.sub("_x005F_", text))}</t>'
    return f"<r><rPr>{look}</rPr>{words}</r>" if look else words
