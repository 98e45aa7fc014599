"""A PDF file to its pages, through pypdfium2, with bounds on what a hostile file can cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jslint.errors import UnreadableError
from jslint.phrases import Family
from jslint.readers.pdf.glyphs import sample, settle
from jslint.readers.pdf.model import Sheet
from jslint.readers.pdf.strokes import strokes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.limits import Meter
    from jslint.readers.pdf.glyphs import View
    from jslint.readers.pdf.strokes import Drawn

# What is read of one page, beside the limits on the whole file.
_MOST_GLYPHS = 50_000
_PASSWORD, _SECURITY = 4, 5
said = Family("reading").phrase
_EXTRA = said("pdfium-extra")
_TEXTS_A_GLYPH, _FEW_TEXTS = 2, 20


def sheets(data: bytes, meter: Meter) -> Iterator[Sheet]:
    """The pages of a PDF.

    Raise ``UnreadableError`` where the library is missing, or the file is empty, encrypted,
    damaged, too large or no PDF.
    """
    with _open(data, meter.path) as document:
        meter.spend("pages", len(document))
        for index in range(len(document)):
            sheet = _sheet(document, index)
            meter.spend("objects", len(sheet.glyphs) + len(sheet.across) + len(sheet.down))
            yield sheet


def _open(data: bytes, path: str) -> Any:  # noqa: ANN401 - the library is not typed
    if not data:
        raise UnreadableError(path, said("empty"), said("saved-whole"))
    try:
        # An extra that only PDF files need, and 40 ms to load.
        import pypdfium2  # noqa: PLC0415
    except ImportError as error:
        raise UnreadableError(path, said("pdfium"), _EXTRA) from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(path, error.err_code, data) from error


def _unreadable(path: str, code: int | None, data: bytes) -> UnreadableError:
    if code in (_PASSWORD, _SECURITY):
        return UnreadableError(path, said("pdf-encrypted"), said("pdf-decrypt"))
    if b"%PDF" not in data[:1024]:
        return UnreadableError(path, said("not-wanted", wanted="PDF"), said("check-or-export"))
    return UnreadableError(path, said("pdf-damaged"), said("export-again"))


def _sheet(document: Any, index: int) -> Sheet:  # noqa: ANN401 - the library is not typed
    """One page; one without a size where the library cannot load it."""
    import pypdfium2  # noqa: PLC0415 - an extra, loaded by now

    number = index + 1
    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Sheet(number, 0, 0, fault=said("page-damaged", number=number))
    samples = sample(text.raw, _MOST_GLYPHS)
    view = settle(samples, page.get_cropbox(), page.get_rotation())
    drawn = strokes(page.raw, view.matrix)
    text.close()
    page.close()
    key = _fault(view, drawn, len(samples))
    return Sheet(
        number=number,
        width=view.width,
        height=view.height,
        glyphs=view.glyphs,
        across=tuple(drawn.across),
        down=tuple(drawn.down),
        turns=view.turns,
        fault=said(key, number=number, lost=view.lost) if key else "",
    )


def _fault(view: View, drawn: Drawn, samples: int) -> str:
    """The key of what of a page was not read, or not reliably."""
    if drawn.picture * 2 > view.width * view.height and not view.glyphs:
        return "page-picture"
    # The library leaves out a text whose font is not in the file if it knows no width for it.
    if view.garbled or drawn.texts > _TEXTS_A_GLYPH * (samples + _FEW_TEXTS):
        return "page-font"
    if drawn.crowded or samples >= _MOST_GLYPHS:
        return "page-full"
    if view.lost:
        return "page-lost"
    return ""
