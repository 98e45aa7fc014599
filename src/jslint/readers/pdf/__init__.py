"""A PDF file to the document: text in reading order, tables from their ruling lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.errors import UnreadableError
from jslint.readers import outline
from jslint.readers.pdf.flow import items, page
from jslint.readers.pdf.source import MOST_PAGES, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Place, Report
    from jslint.readers.pdf.model import Sheet


def read(data: bytes, path: str) -> Report:
    """The report that a PDF holds; what could not be read of it is in ``unread``.

    Raise ``UnreadableError`` where pypdfium2 is not installed, the file is empty, encrypted,
    damaged or no PDF, or no page has text.
    """
    found = list(sheets(data, path))
    readable = [sheet for sheet in found if sheet.glyphs]
    if not readable:
        remedy = "请先作文字识别（OCR），或用原文件重新导出为 PDF"
        raise UnreadableError(path, "PDF 没有文字，可能是扫描件", remedy)
    unread = tuple((_whole(sheet), reason) for sheet in found for reason in _unread(sheet))
    return outline.build(items([page(sheet) for sheet in found]), path, unread=unread)


def _whole(sheet: Sheet) -> Place:
    return sheet.place((0, 0, sheet.width, sheet.height))


def _unread(sheet: Sheet) -> Iterator[str]:
    """Why a page, or what it shows, was not read."""
    if sheet.number > MOST_PAGES:
        yield f"文件超过 {MOST_PAGES} 页，从第 {sheet.number} 页起没有读取"
    elif not sheet.width:
        yield f"第 {sheet.number} 页已损坏，没有读取"
    elif sheet.pictured and not sheet.glyphs:
        yield f"第 {sheet.number} 页是图像，没有文字，没有读取"
    elif sheet.garbled:
        yield f"第 {sheet.number} 页的字体没有嵌入或没有文字编码，读出的文字不可靠"
