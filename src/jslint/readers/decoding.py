"""Bytes to text: which encoding a file is in, and what to say of a file that holds no text."""

from __future__ import annotations

import re

from jslint.errors import UnreadableError
from jslint.patterns import regex

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_AS_TEXT = "请另存为纯文本（.txt，UTF-8 编码）再检查"
_RECOGNISE = "请先作文字识别，再另存为纯文本（.txt）"
_UNPACK = "请先解压"
_RESAVE = "请检查文件是否保存完整"
_SIGNATURES = (
    (b"%PDF", "其实是 PDF 文件", "请把扩展名改为 .pdf，或另存为纯文本（.txt）"),
    (b"PK\x03\x04", "其实是压缩包或 Word、Excel 文件", "请改回原扩展名，或另存为纯文本（.txt）"),
    (b"\xd0\xcf\x11\xe0", "其实是旧版 Word 或 Excel 文件", _AS_TEXT),
    (b"{\\rtf", "其实是 RTF 文件", _AS_TEXT),
    (b"\x89PNG", "其实是图片", _RECOGNISE),
    (b"\xff\xd8\xff", "其实是图片", _RECOGNISE),
    (b"GIF8", "其实是图片", _RECOGNISE),
    (b"\x1f\x8b", "其实是压缩文件", _UNPACK),
    (b"7z\xbc\xaf", "其实是压缩文件", _UNPACK),
    (b"Rar!", "其实是压缩文件", _UNPACK),
)
# White space, the old end-of-file mark and a stray DEL are what texts contain of them.
_CONTROL = regex("[\0-\x08\x0e-\x19\x1b-\x1f]")
# No text in any language uses these; a wrong encoding soon yields one. Word leaves a few symbols
# in U+F000 to U+F0FF. Compiled on use, since few files need it.
_IMPROBABLE = "[\ue000-\uefff\uf100-\uf8ff\ufffd\ufffe\uffff\U000e0000-\U0010ffff]"
#: Traditional Chinese has this percentage of its characters in common with the table, and more.
_TRADITIONAL = 40
_NOT_READ = "不是 UTF-8、UTF-16 或 GB18030 编码的文本"
_RECODE = "请用编辑器打开，另存为 UTF-8 编码"


def decode(data: bytes, path: str) -> str:
    """The text of a file in UTF-8, UTF-16, UTF-32 or GB18030, without its byte order mark.

    Raise ``UnreadableError`` where the file is empty, is no text, or is in no such encoding.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(path, "文件没有内容" if data else "文件是空的", _RESAVE)
    for signature, reason, remedy in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(path, reason, remedy)
    text = _marked(data, path) or _unmarked(data, path)
    if _CONTROL.search(text):
        raise UnreadableError(path, "是二进制文件，不是文本", _AS_TEXT)
    if not text.strip():
        raise UnreadableError(path, "文件没有内容", _RESAVE)
    return text.rstrip("\x1a")


def _marked(data: bytes, path: str) -> str:
    """The text after a byte order mark; empty where there is no mark."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                at = error.start + len(mark)
                reason = f"开头标明是 {encoding.upper()} 编码，第 {at} 个字节之后却无法解码"
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
        reason = f"{_NOT_READ}（第 {line} 行有无法解码的字节{_guess(data, 0)}）"
        raise UnreadableError(path, reason, _RECODE) from error


def _chinese(text: str, data: bytes, path: str) -> str:
    """The text, if GB18030 is what it is in; other encodings can be decoded so, to rubbish."""
    # Few files are in GB18030, and only they need the table of characters.
    from jslint.readers import commonness  # noqa: PLC0415

    if commonness.is_common(text):
        return text
    guess = _guess(data, commonness.share(text))
    raise UnreadableError(path, f"{_NOT_READ}（解码出来多不是常用汉字{guess}）", _RECODE)


def _guess(data: bytes, share: int) -> str:
    """The other encoding that a report may be in, where it makes more of the bytes common."""
    from jslint.readers import commonness  # noqa: PLC0415 - as above

    text = _try(data, "big5hkscs")
    better = text and commonness.share(text) > max(share, _TRADITIONAL)
    return "，像是繁体 Big5 编码" if better else ""


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
    raise UnreadableError(path, "是二进制文件，不是文本", _AS_TEXT)


def _try(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""
