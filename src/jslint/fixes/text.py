"""Edits to a file of characters: text, Markdown, YAML or JSON, in whatever encoding it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.errors import UnreadableError
from jslint.fixes.errors import UneditableError
from jslint.patterns import regex
from jslint.readers.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.edits import Edit

_LINE_END = regex(r"\r\n|\r|\n")
#: The marks and encodings that a file may be in, in the order in which the reader tries them.
_ENCODINGS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"", "utf-8"),
    (b"", "gb18030"),
    (b"", "utf-16-le"),
    (b"", "utf-16-be"),
)


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The bytes after the edits; raise ``UneditableError`` where the words stand not as read."""
    mark, encoding, whole = _decoded(data)
    text = whole
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    spans = sorted((_span(one, starts, text), one.new) for one in edits)
    parts, at = [], 0
    for (start, end), new in spans:
        if start < at:
            raise UneditableError
        parts += [text[at:start], new]
        at = end
    return mark + "".join([*parts, text[at:]]).encode(encoding)


def _span(one: Edit, starts: list[int], text: str) -> tuple[int, int]:
    """The offsets of the words to be replaced."""
    line, column = one.place.line, one.place.column
    if line is None or column is None or line > len(starts) or one.place.end_line != line:
        raise UneditableError
    start = starts[line - 1] + column - 1
    end = start + len(one.old)
    last = starts[line] if line < len(starts) else len(text)
    if end > last or text[start:end] != one.old or _LINE_END.search(one.new):
        raise UneditableError
    return start, end


def _decoded(data: bytes) -> tuple[bytes, str, str]:
    """The mark, the encoding and all characters of a file, where it can be written as it was."""
    try:
        read = decode(data, "")
    except UnreadableError as error:
        raise UneditableError from error
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                continue
            if text.rstrip("\x1a") == read and mark + text.encode(encoding) == data:
                return mark, encoding, text
    raise UneditableError


def lines(data: bytes) -> list[str]:
    """The lines of a file with their ends."""
    return _decoded(data)[2].splitlines(keepends=True)
