"""Office files as packages: the same parts give the same bytes, whenever they are written."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, cast

from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import IO

#: The earliest time that a package can say.
_MADE = (1980, 1, 1, 0, 0, 0)
#: What XML 1.0 cannot hold, not even escaped.
_ILLEGAL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Sink:
    """Takes what is written, in order, and gives it away again."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._held = bytearray()

    def write(self, data: bytes) -> int:
        """Take some more."""
        self._held += data
        return len(data)

    def flush(self) -> None:
        """Do nothing: there is nowhere else to write to."""

    def given(self) -> bytes:
        """All that came since the last time."""
        held = bytes(self._held)
        self._held.clear()
        return held


def legal(text: str) -> str:
    """A text that a part can hold: each character that it cannot is shown as one that is unknown."""
    return _ILLEGAL.sub("\ufffd", text)


def packed(parts: Mapping[str, str]) -> bytes:
    """A package of these parts, in their order."""
    return b"".join(streamed((name, (text,)) for name, text in parts.items()))


def streamed(parts: Iterable[tuple[str, Iterable[str]]]) -> Iterator[bytes]:
    """A package of parts that come piece by piece; no more of it is kept than one piece takes."""
    sink = _Sink()
    with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_DEFLATED) as file:
        for name, pieces in parts:
            info = zipfile.ZipInfo(name, _MADE)
            info.compress_type = zipfile.ZIP_DEFLATED
            with file.open(info, "w") as part:
                for piece in pieces:
                    part.write(piece.encode("utf-8"))
                    yield sink.given()
    yield sink.given()
