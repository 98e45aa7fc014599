"""A part of an Office file replaced, all others byte for byte as they were; and places in its XML."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.parsers import expat

from msgspec import Struct

from jslint.fixes.errors import UneditableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNATURES = "_xmlsignatures/"
#: When an added part was made: the same every time.
_MADE = (1980, 1, 1, 0, 0, 0)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Span(Struct):
    """Where an element stands in its part: its first byte, and the first of its closing tag."""

    start: int
    close: int = 0


def part(data: bytes, name: str) -> bytes:
    """The bytes of a part by its name; raise ``UneditableError`` where it is not certain which."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = [info for info in archive.infolist() if _folded(info.filename) == _folded(name)]
        if len(found) != 1 or any(_SIGNATURES in one.filename for one in archive.infolist()):
            raise UneditableError
        return archive.read(found[0])


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with other bytes for some parts; order, times and manner of packing stay.

    Parts that it has not yet are added at its end.
    """
    wanted = {_folded(name): content for name, content in parts.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        new.comment = old.comment
        for info in old.infolist():
            content = wanted.get(_folded(info.filename))
            new.writestr(info, old.read(info) if content is None else content, info.compress_type)
        known = {_folded(name) for name in old.namelist()}
        for name, content in parts.items():
            if _folded(name) not in known:
                new.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def spans(xml: bytes) -> list[Span]:
    """The place of every element of an XML part, in document order."""
    if xml.startswith(_UTF_16):
        raise UneditableError
    found: list[Span] = []
    open_ones: list[Span] = []
    parser = expat.ParserCreate()

    def begin(_name: str, _attributes: object) -> None:
        found.append(Span(parser.CurrentByteIndex))
        open_ones.append(found[-1])

    def end(_name: str) -> None:
        open_ones.pop().close = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat's own way of saying that this is all
    except expat.ExpatError as error:
        raise UneditableError from error
    return found


def behind(xml: bytes, span: Span) -> int:
    """The first byte behind an element that has a closing tag."""
    return xml.index(b">", span.close) + 1


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
