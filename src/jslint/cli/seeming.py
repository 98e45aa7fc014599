"""Whether a file in a folder is meant to be checked: a cheap look, wrong in the safe direction.

Structured files declare it (``jslint: 1``). Texts, Word and Excel files must hold one of a few words
that any report has, in any encoding that reports come in. What cannot be looked into, PDF and the
old formats of Office, is checked, and so is what cannot be opened: reading it says what is wrong.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from jslint import regular
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from zipfile import ZipFile

    from jslint.limits import Limits

_WORDS = ("决算", "预算", "收入", "支出", "经费", "拨款", "财政", "收支", "开支", "万元")
_TRADITIONAL = ("決算", "預算", "經費", "撥款", "財政", "開支", "萬元")
#: So much of a part of a Word or Excel file is looked at; one that is larger is checked.
_MOST = 4_000_000
_STRUCTURED = (".yaml", ".yml", ".json")
_TEXTS = (".txt", ".text", ".md", ".markdown")
#: What projects tell of themselves; what follows is in Latin letters (README.zh-CN.md).
_ABOUT = regex(
    r"(?:readme|change-?log|changes|history|news|licen[cs]e|copying|contributing|authors|todo|install"
    r"|code_of_conduct|security|notice|maintainers|requirements|constraints|robots|cmakelists"
    r"|读我|自述|变更记录|更新日志|许可证|贡献指南)(?:[._-][\x21-\x7e]*)?"
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_IN_YAML = regex(rb"""(?m)^(?:\xef\xbb\xbf)?["']?jslint["']?[ \t]*:[ \t]+["']?\d""")
_IN_JSON = regex(rb'"jslint"\s*:\s*"?\d+"?\s*[,}]')
_FLOW = regex(rb"""[{,]\s*["']?jslint["']?\s*:\s*["']?\d+["']?\s*[,}]""")
_PACK = regex("(?m)^(?:pack|规则包)\\s*:\\s*\\S".encode())
#: A manifest of a department and its units.
_DEPARTMENT = regex(rb"""(?m)(?:^|[{,])\s*["']?department["']?\s*:""")
#: A line of a result, in text or Markdown, and the last line of one, in both languages.
_OWN = regex(
    r"(?:错误|警告|提示|error|warning|info)(?:\x1b\[[0-9;]*m)*(?:\[[A-Z]{2,5}\d{3}\] |\*\* `[A-Z]{2,5}\d{3}`)"
    r"|(?m:^::(?:error|warning|notice) (?:file|title)=)"
    r"|(?m:^.{0,80}(?:；检查了 \d+ 个文件|; files checked: \d+))".encode()
)
#: Each way of it holds one of these; looking for them is much faster than matching.
_TRACES = tuple(trace.encode() for trace in ("] ", "** `", "::", "；检查了 ", "; files checked: "))
_TAG = regex(rb"<[^>]*>")
#: What ``jslint annotate`` calls a file, if it is told no other name.
_ANNOTATED = regex(r"(?is)(.+)(?:（批注\d*）|-annotated\d*)(\.(?:docx|docm|xlsx|xlsm|pdf))")


def passed_over(path: str, limits: Limits) -> str:
    """Why a file of a known format is not meant to be checked (a phrase's key); empty if it is."""
    extension = os.path.splitext(path)[1].lower()
    if _is_annotated(path):
        return "annotated"
    if extension in _TEXTS and _ABOUT.fullmatch(
        os.path.splitext(os.path.basename(path))[0].lower()
    ):
        return "about"
    if extension in _STRUCTURED:
        return _looked(path, limits.most("structured-size"), _structured)
    if extension in _TEXTS:
        return _looked(path, limits.most("text-size"), _text)
    if extension in (".docx", ".docm", ".xlsx", ".xlsm"):
        return _office(path)
    return ""


def _is_annotated(path: str) -> bool:
    """Whether it is a copy with notes, whose original is beside it."""
    folder, name = os.path.split(path)
    found = _ANNOTATED.fullmatch(name)
    return found is not None and os.path.isfile(os.path.join(folder, found[1] + found[2]))


def _looked(path: str, most: int, look: Callable[[str, bytes], str]) -> str:
    try:
        return look(path, regular.read(path, most))
    except (OSError, ValueError):  # LargeError and IrregularError too
        return ""


def _structured(path: str, data: bytes) -> str:
    if _DEPARTMENT.search(data) and b"sections" not in data:
        return "department"
    if data.startswith(_UTF16) or declares(path, data):
        return ""
    return "pack" if _PACK.search(data) else "undeclared"


def declares(path: str, data: bytes) -> bool:
    """Whether a structured file says that it is for jslint."""
    if path.lower().endswith(".json"):
        return _IN_JSON.search(data) is not None
    flow = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return (_FLOW if flow else _IN_YAML).search(data) is not None


def _text(path: str, data: bytes) -> str:  # noqa: ARG001 - one of the two looks needs the name
    if not data.strip():
        return ""  # reading it says that it is empty
    if any(trace in data for trace in _TRACES) and _OWN.search(data):
        return "own-output"
    return "" if any(word in data for word in _encoded()) else "no-words"


def _encoded() -> Iterator[bytes]:
    for word in (*_WORDS, *_TRADITIONAL):
        for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
            yield word.encode(encoding)
    yield from (word.encode("big5") for word in (*_TRADITIONAL, "收入", "支出"))


def _office(path: str) -> str:
    # Only folders with such files need them.
    import zlib  # noqa: PLC0415
    from zipfile import BadZipFile, ZipFile  # noqa: PLC0415

    try:
        if not os.path.isfile(path):
            return ""
        with ZipFile(path) as archive:
            names = set(archive.namelist())
            if "docProps/core.xml" in names and _made_here(_part(archive, "docProps/core.xml")):
                return "own-output"
            parts = sorted(name for name in names if _TEXTUAL.fullmatch(name))
            if not 0 < len(parts) <= _MOST_PARTS:
                return ""
            return _words_in(_part(archive, name) for name in parts)
    except (OSError, ValueError, RuntimeError, EOFError, BadZipFile, zlib.error):
        return ""  # reading it says what is wrong


#: Parts that may hold what a reader sees, however the program that wrote them named them.
_TEXTUAL = regex(r"(?i)(?!.*(?:theme|styles|settings|fonttable|media))(?:word|xl)/.*\.xml")
_MOST_PARTS = 200
_NUMBERED = regex(rb"&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});")
_DECLARED = regex(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["'](?!utf-?8["'])""", re.IGNORECASE)


def _character(found: re.Match[bytes]) -> bytes:
    """A character that is written as its number, as some programs write all Chinese."""
    number = found[1].lower()
    code = int(number[1:], 16) if number.startswith(b"x") else int(number)
    return chr(code).encode("utf-8", "replace") if code < 0x110000 else b""


def _part(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(_MOST)


def _made_here(properties: bytes) -> bool:
    return re.search(rb"<dc:creator[^>]*>jslint\b", properties) is not None


def _words_in(parts: Iterator[bytes]) -> str:
    words = [word.encode() for word in (*_WORDS, *_TRADITIONAL)]
    for data in parts:
        if len(data) >= _MOST or data.startswith(_UTF16) or _DECLARED.match(data):
            return ""
        text = _NUMBERED.sub(_character, _TAG.sub(b"", data))
        if any(word in text for word in words):
            return ""
    return "no-words"
