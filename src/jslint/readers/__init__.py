"""Files to reports: one module a format, found by the file's extension."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from jslint.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jslint.document import Report

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

_OLD_WORD = "请用 Word 或 WPS 打开后另存为 .docx 或纯文本（.txt）"
_OLD_EXCEL = "请用 Excel 或 WPS 打开后另存为 .xlsx，或把内容存为纯文本（.txt）"
_REMEDIES: dict[str, str] = {
    ".wps": _OLD_WORD,
    ".rtf": _OLD_WORD,
    ".odt": _OLD_WORD,
    ".et": _OLD_EXCEL,
    ".xlsb": _OLD_EXCEL,
    ".ods": _OLD_EXCEL,
}


def read(path: str, data: bytes, name: str | None = None, *, tracked: str = "accepted") -> Report:
    """The report that a file holds.

    ``tracked`` says how a Word file's tracked changes are read: ``accepted`` or ``original``.

    ``name`` is what to call standard input (path ``-``), and tells its format; without a name it
    is text. Raise ``UnreadableError`` where the format is not supported or the bytes are no text,
    ``Malformed`` where a structured report is not well formed.
    """
    called = name or path
    suffix = ".txt" if called == "-" else _suffix(called)
    module = READERS.get(suffix)
    if module is None:
        raise _unsupported(called, suffix)
    # A reader is loaded only when a file of its format is read: their libraries are slow to load.
    reader = cast("Callable[..., Report]", import_module(module).read)
    if module == READERS[".docx"]:
        return reader(data, called, tracked=tracked)
    return reader(data, called)


def _suffix(name: str) -> str:
    """The extension with its dot, in lower case; empty where there is none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, extension = base.rpartition(".")
    return f".{extension.lower()}" if dot and stem else ""


def _unsupported(name: str, suffix: str) -> UnreadableError:
    if suffix in _REMEDIES:
        return UnreadableError(name, f"不支持的格式 {suffix}", _REMEDIES[suffix])
    reason = f"不支持的格式 {suffix}" if suffix else "文件名没有扩展名，不知道是什么格式"
    return UnreadableError(name, reason, f"支持的格式：{'、'.join(READERS)}")
