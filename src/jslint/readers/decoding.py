"""Bytes to text: which encoding a file is in, and what to say of a file that holds no text."""

from __future__ import annotations

import re

from jslint.errors import UnreadableError
from jslint.patterns import regex
from jslint.phrases import Family, Phrase

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
said = Family("reading").phrase
_AS_TEXT = said("as-text")
_RECOGNISE = said("recognise")
_UNPACK = said("unpack")
_RESAVE = said("saved-whole")
_SIGNATURES = (
    (b"%PDF", said("is-pdf"), said("rename-pdf-or-text")),
    (b"PK\x03\x04", said("is-archive"), said("rename-or-text")),
    (b"\xd0\xcf\x11\xe0", said("is-old-office"), _AS_TEXT),
    (b"{\\rtf", said("is-rtf"), _AS_TEXT),
    (b"\x89PNG", said("is-picture"), _RECOGNISE),
    (b"\xff\xd8\xff", said("is-picture"), _RECOGNISE),
    (b"GIF8", said("is-picture"), _RECOGNISE),
    (b"\x1f\x8b", said("is-compressed"), _UNPACK),
    (b"7z\xbc\xaf", said("is-compressed"), _UNPACK),
    (b"Rar!", said("is-compressed"), _UNPACK),
)
# White space, the old end-of-file mark and a stray DEL are what texts contain of them.
_CONTROL = regex("[\0-\x08\x0e-\x19\x1b-\x1f]")
# No text in any language uses these; a wrong encoding soon yields one. Word leaves a few symbols
# in U+F000 to U+F0FF. Compiled on use, since few files need it.
_IMPROBABLE = "[\ue000-\uefff\uf100-\uf8ff\ufffd\ufffe\uffff\U000e0000-\U0010ffff]"
#: Traditional Chinese has this percentage of its characters in common with the table, and more.
_TRADITIONAL = 40
_RECODE = said("recode")


def decode(data: bytes, path: str) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32 or GB18030, without its byte order mark.

    Raise ``UnreadableError`` where the file is empty, is no text, or is in no such encoding.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(path, said("no-content") if data else said("empty"), _RESAVE)
    for signature, reason, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(path, reason, remedy)
    text = _marked(data, path) or _unmarked(data, path)
    if _CONTROL.search(text):
        raise UnreadableError(path, said("binary"), _AS_TEXT)
    if not text.strip():
        raise UnreadableError(path, said("no-content"), _RESAVE)
    return text.rstrip("\x1a")


def _marked(data: bytes, path: str) -> str:
    """The text after a byte order mark; empty where there is no mark."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                at = error.start + len(mark)
                reason = said("broken-mark", encoding=encoding.upper(), at=at)
                raise UnreadableError(path, reason, _RECODE) from error
    return ""


def _unmarked(data: bytes, path: str) -> str:
    if b"\0" in data:
        return _wide(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = "" if _is_broken_utf8(data) else _try(data, "gb18030")
        if text and not re.search(_IMPROBABLE, text):
            return _chinese(text, data, path)
        line = data.count(b"\n", 0, error.start) + 1
        reason = said("undecoded", line=line, guess=_guess(data, 0))
        raise UnreadableError(path, reason, _RECODE) from error


def _chinese(text: str, data: bytes, path: str) -> str:
    """The text, if GB18030 is what it is in; other encodings can be decoded so, to rubbish."""
    # Few files are in GB18030, and only they need the table of characters.
    from jslint.readers import commonness  # noqa: PLC0415

    if commonness.is_common(text):
        return text
    guess = _guess(data, commonness.share(text))
    raise UnreadableError(path, said("uncommon", guess=guess), _RECODE)


def _guess(data: bytes, share: int) -> Phrase | str:
    """The other encoding that a report may be in, where it makes more of the bytes common."""
    from jslint.readers import commonness  # noqa: PLC0415 - as above

    text = _try(data, "big5hkscs")
    better = text and commonness.share(text) > max(share, _TRADITIONAL)
    return said("big5") if better else ""


def _is_broken_utf8(data: bytes) -> bool:
    """Whether nearly all is UTF-8: GB18030 would decode most of it too, to other characters."""
    kept = data.decode("utf-8", "ignore")
    beyond = sum(byte >= 0x80 for byte in data)  # noqa: PLR2004 - where ASCII ends
    decoded = len(kept.encode()) - sum(character.isascii() for character in kept)
    return decoded * 10 >= beyond * 9


def _wide(data: bytes, path: str) -> str:
    """UTF-16 without a mark: digits and line ends have their zero bytes all on one side."""
    sides = (("utf-16-be", data[0::2]), ("utf-16-le", data[1::2]))
    total = data.count(b"\0")
    for encoding, high in sides:
        if high.count(b"\0") * 10 >= total * 9:
            text = _try(data, encoding)
            if text and not _CONTROL.search(text) and not re.search(_IMPROBABLE, text):
                return text
    raise UnreadableError(path, said("binary"), _AS_TEXT)


def _try(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""
