"""Which files jslint wrote itself: those may be written again, others are somebody's work.

A format that names its writer is known by that. The others look like what anyone could have
written; of these, what was written is remembered by its digest, in the user's cache.
"""

from __future__ import annotations

import io
import os
import re
from typing import TYPE_CHECKING

from jslint import keeping, regular
from jslint.cli.words import say
from jslint.digests import digest
from jslint.errors import UsageError
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LARGEST = 1 << 30
_HEAD = 4096
#: How each format that names its writer begins, white space left out.
_SIGNS: Mapping[str, re.Pattern[bytes]] = {
    "json": regex(rb'\{"version":1,"tool":\{"name":"jslint",'),
    "sarif": regex(
        rb'\{"\$schema":"https://docs\.oasis-open\.org/sarif/[^"]*","version":"2\.1\.0",'
        rb'"runs":\[\{"tool":\{"driver":\{"name":"jslint",'
    ),
    "junit": regex(rb'<\?xmlversion="1\.0"encoding="UTF-8"\?><testsuitesname="jslint"'),
    "html": regex(rb'<!doctypehtml>.{0,300}<metaname="generator"content="jslint', re.DOTALL),
}
_SPACE = regex(rb"\s+")
_APPLICATION = b"<Application>jslint</Application>"


def is_ours(path: str) -> bool:
    """Whether a file that exists was written by jslint, or holds nothing that could be lost."""
    try:
        data = regular.read(path, _LARGEST)
    except OSError:
        return False
    return not data.strip() or _signed(data) or _remembered(path) == _digest(data)


def require(path: str, lang: str, *, force: bool) -> None:
    """Refuse to take the place of somebody's work; raise ``UsageError``."""
    if os.path.isfile(path) and not force and not is_ours(path):
        raise UsageError(say(lang, "not-ours", path=path))


def is_signed(path: str) -> bool:
    """Whether a file says of itself that jslint wrote it."""
    try:
        return _signed(regular.read(path, _LARGEST))
    except OSError:
        return False


def _signed(data: bytes) -> bool:
    if data.startswith(b"PK"):
        return _made_by_us(data)
    if not data[:_HEAD].lstrip().startswith((b"{", b"<")):  # most files, and not worth more
        return False
    head = _SPACE.sub(b"", data[:_HEAD])
    return any(sign.match(head) for sign in _SIGNS.values())


def _made_by_us(data: bytes) -> bool:
    import zipfile  # noqa: PLC0415 - only for a workbook that is to be written over

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            info = package.getinfo("docProps/app.xml")
            return info.file_size < _HEAD and _APPLICATION in package.read(info)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, NotImplementedError, RuntimeError):
        return False


class Noted:
    """Bytes on their way into a file, which remembers what they were when they are through."""

    def __init__(self, data: Iterable[bytes]) -> None:
        """Nothing has gone through."""
        self._data = data
        self.seen = digest()

    def __iter__(self) -> Iterator[bytes]:
        """Each part of them, once."""
        for part in self._data:
            self.seen.update(part)
            yield part


def remember(path: str, data: bytes | Noted) -> None:
    """Remember what was written to a file, if that can be."""
    written = data.seen.hexdigest() if isinstance(data, Noted) else _digest(data)
    place = _place(path)
    fresh = f"{place}.{os.getpid()}.new"
    try:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        with open(fresh, "w", encoding="ascii") as stream:
            stream.write(written)
        os.replace(fresh, place)
    except OSError:
        return


def _remembered(path: str) -> str:
    try:
        with open(_place(path), encoding="ascii", errors="replace") as stream:
            return stream.read(_HEAD)
    except OSError:
        return ""


def _digest(data: bytes) -> str:
    return digest(data).hexdigest()


def _place(path: str) -> str:
    whole = os.fsencode(os.path.realpath(path))
    return os.path.join(keeping.folder(), "written", digest(whole).hexdigest()[:32])
