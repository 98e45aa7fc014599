"""Files to reports: one module a format, found by the file's extension."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from jslint.errors import UnreadableError
from jslint.limits import DEFAULT, Meter
from jslint.phrases import Family, Phrase
from jslint.readers import extent

if TYPE_CHECKING:
    from collections.abc import Callable

    from jslint.document import Report
    from jslint.limits import Limits

READERS: dict[str, str] = {
    ".txt": "jslint.readers.text",
    ".text": "jslint.readers.text",
    ".md": "jslint.readers.markdown",
    ".markdown": "jslint.readers.markdown",
    ".yaml": "jslint.readers.structured",
    ".yml": "jslint.readers.structured",
    ".json": "jslint.readers.structured",
    ".pdf": "jslint.readers.pdf",
    ".docx": "jslint.readers.docx",
    ".docm": "jslint.readers.docx",
    ".doc": "jslint.readers.docx",
    ".xlsx": "jslint.readers.xlsx",
    ".xlsm": "jslint.readers.xlsx",
    ".xls": "jslint.readers.xlsx",
}

#: The limit on the size of a file, by what reads it.
_SIZES: dict[str, str] = {
    "jslint.readers.text": "text-size",
    "jslint.readers.markdown": "text-size",
    "jslint.readers.structured": "structured-size",
    "jslint.readers.pdf": "pdf-size",
    "jslint.readers.docx": "office-size",
    "jslint.readers.xlsx": "office-size",
}
said = Family("reading").phrase
_OLD_WORD = said("save-docx-or-text")
_OLD_EXCEL = said("save-xlsx-or-text")
_REMEDIES: dict[str, Phrase] = {
    ".wps": _OLD_WORD,
    ".rtf": _OLD_WORD,
    ".odt": _OLD_WORD,
    ".et": _OLD_EXCEL,
    ".xlsb": _OLD_EXCEL,
    ".ods": _OLD_EXCEL,
    ".csv": _OLD_EXCEL,
    ".ofd": said("save-pdf"),
    **dict.fromkeys((".html", ".htm", ".mht", ".mhtml"), said("print-page")),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz"), said("unpack")),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"), said("recognise")),
}


def read(
    path: str,
    data: bytes,
    name: str | None = None,
    *,
    tracked: str = "accepted",
    limits: Limits = DEFAULT,
) -> Report:
    """The report that a file holds.

    ``tracked`` says how a Word file's tracked changes are read: ``accepted`` or ``original``.

    ``name`` is what to call standard input (path ``-``), and tells its format; without a name it
    is text. Raise ``UnreadableError`` where the format is not supported, the bytes are no text or
    there is more than the limits allow, ``Malformed`` where a structured report is not well formed.
    """
    called = name or path
    suffix = suffix_of(called)
    module = READERS.get(suffix)
    if module is None:
        raise _unsupported(called, suffix)
    # A reader is loaded only when a file of its format is read: their libraries are slow to load.
    reader = cast("Callable[..., Report]", import_module(module).read)
    options = {"tracked": tracked} if module == READERS[".docx"] else {}
    return extent.require(reader(data, called, Meter(called, limits), **options), limits)


def size_limit(name: str) -> str:
    """The limit on the size of a file with this name."""
    return _SIZES.get(READERS.get(suffix_of(name), ""), "text-size")


def is_foreign(name: str, data: bytes) -> bool:
    """Whether a file is read by a library that no limit of ours holds back: pdfium, or xlrd."""
    module = READERS.get(suffix_of(name))
    return module == READERS[".pdf"] or (module == READERS[".xls"] and data[:2] != b"PK")


def suffix_of(name: str) -> str:
    """The extension that tells the format: with its dot, in lower case; empty for none."""
    return ".txt" if name == "-" else _suffix(name)


def _suffix(name: str) -> str:
    """The extension with its dot, in lower case; empty where there is none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, extension = base.rpartition(".")
    return f".{extension.lower()}" if dot and stem else ""


def _unsupported(name: str, suffix: str) -> UnreadableError:
    if suffix in _REMEDIES:
        return UnreadableError(name, said("unsupported", suffix=suffix), _REMEDIES[suffix])
    reason = said("unsupported", suffix=suffix) if suffix else said("no-extension")
    return UnreadableError(name, reason, said("supported", formats=tuple(READERS)))
