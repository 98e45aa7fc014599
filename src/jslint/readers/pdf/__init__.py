"""A PDF file to the document: text in reading order, tables from their ruling lines.

What is made of tables: the parts on several pages are one, below or beside one another, a repeated
title, header or column of names left out;
cells are joined over their line breaks and letter-spaced names closed up; code columns (类, 款, 项)
and side-by-side halves stay as they are printed; a header row that also holds the total is two
rows; a title, unit line or note within the frame stands outside the table; blank rows stay. In
prose, the gap between a Chinese character and a digit is no space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.errors import UnreadableError
from jslint.limits import Meter
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.readers import outline
from jslint.readers.pdf.flow import items
from jslint.readers.pdf.pages import every
from jslint.readers.pdf.source import sheets

if TYPE_CHECKING:
    from jslint.document import Place, Report
    from jslint.readers.pdf.cells import Part
    from jslint.readers.pdf.model import Sheet


said = Family("reading").phrase
_NAMED = regex(r"[^\W\d]{2}")


def read(data: bytes, path: str, meter: Meter | None = None) -> Report:
    """The report that a PDF holds; what could not be read of it is in ``unread``.

    Raise ``UnreadableError`` where pypdfium2 is not installed, the file is empty, encrypted,
    damaged, too large or no PDF, or no page has text.
    """
    found = list(sheets(data, meter or Meter(path)))
    readable = [sheet for sheet in found if sheet.glyphs]
    if not readable:
        remedy = said("ocr")
        raise UnreadableError(path, said("scan"), remedy)
    unread = [(_whole(sheet), sheet.fault) for sheet in found if sheet.fault]
    flow, left = items(list(every(found)))
    unread += [
        (part.sheet.place(part.grid.box), said(_why(part), number=part.sheet.number))
        for part in left
    ]
    return outline.build(flow, path, unread=tuple(unread))


def _why(part: Part) -> str:
    """The key of why a table that pages cut was not read: it lacks the names of its rows, or has them."""
    cells = zip(part.grid.cells, part.texts, strict=True)
    last = [text.value for cell, text in cells if cell.below == len(part.grid.ys) - 1]
    return "page-cut" if any(map(_NAMED.search, last)) else "page-beside"


def _whole(sheet: Sheet) -> Place:
    return sheet.place((0, 0, sheet.width, sheet.height))
