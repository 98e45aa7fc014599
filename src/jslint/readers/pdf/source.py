"""A PDF file to its pages, through pypdfium2, with bounds on what a hostile file can cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jslint.errors import UnreadableError
from jslint.readers.pdf.glyphs import sample, settle
from jslint.readers.pdf.model import Sheet
from jslint.readers.pdf.strokes import strokes

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 1000
_MOST_GLYPHS = 50_000
_PASSWORD, _SECURITY = 4, 5
_TEXTS_A_GLYPH, _FEW_TEXTS = 2, 20
_EXTRA = '请运行 pip install "juesuan-lint[pdf]" 安装'


def sheets(data: bytes, path: str) -> Iterator[Sheet]:
    """The pages of a PDF, at most ``MOST_PAGES`` and then one with no more than its number.

    Raise ``UnreadableError`` where the library is missing, or the file is empty, encrypted,
    damaged or no PDF.
    """
    with _open(data, path) as document:
        for index in range(min(len(document), MOST_PAGES + 1)):
            yield _sheet(document, index) if index < MOST_PAGES else Sheet(index + 1, 0, 0)


def _open(data: bytes, path: str) -> Any:  # noqa: ANN401 - the library is not typed
    if not data:
        raise UnreadableError(path, "文件是空的", "请检查文件是否保存完整")
    try:
        # An extra that only PDF files need, and 40 ms to load.
        import pypdfium2  # noqa: PLC0415
    except ImportError as error:
        raise UnreadableError(path, "读取 PDF 需要扩展组件 pypdfium2", _EXTRA) from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(path, error.err_code, data) from error


def _unreadable(path: str, code: int | None, data: bytes) -> UnreadableError:
    if code in (_PASSWORD, _SECURITY):
        return UnreadableError(path, "PDF 已加密", "请用原软件另存为不加密的 PDF 再检查")
    if b"%PDF" not in data[:1024]:
        return UnreadableError(path, "不是 PDF 文件", "请核对扩展名，或重新导出为 PDF")
    return UnreadableError(path, "PDF 已损坏，无法打开", "请重新导出为 PDF 再检查")


def _sheet(document: Any, index: int) -> Sheet:  # noqa: ANN401 - the library is not typed
    """One page; one without a size where the library cannot load it."""
    import pypdfium2  # noqa: PLC0415 - an extra, loaded by now

    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Sheet(index + 1, 0, 0)
    samples = sample(text.raw, _MOST_GLYPHS)
    view = settle(samples, page.get_cropbox(), page.get_rotation())
    drawn = strokes(page.raw, view.matrix)
    text.close()
    page.close()
    return Sheet(
        number=index + 1,
        width=view.width,
        height=view.height,
        glyphs=view.glyphs,
        across=tuple(drawn.across),
        down=tuple(drawn.down),
        turns=view.turns,
        pictured=drawn.picture * 2 > view.width * view.height,
        # The library leaves out a text whose font is not in the file if it knows no width for it.
        garbled=view.garbled or drawn.texts > _TEXTS_A_GLYPH * (len(samples) + _FEW_TEXTS),
    )
