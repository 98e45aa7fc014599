"""The one stream of an OLE compound file that is wanted, found in bounded steps.

xlrd's own reader of these files goes round for ever where the chain of a damaged one does.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<24xHHHHH6xIIIIIIIIII")
_HEADER_SIZE = 512
_ENTRY_SIZE = 128
_STREAM, _ROOT = 2, 5
_FREE = 0xFFFF_FFFA
_SMALLEST_SHIFT, _LARGEST_SHIFT = 6, 16


class _Header(NamedTuple):
    """What the first bytes of a compound file say; shifts are powers of two."""

    shift: int
    mini_shift: int
    directory: int
    cutoff: int
    mini_table: int
    difat: int


class _Entry(NamedTuple):
    """A name in the directory: what it is, where it starts and how long it is."""

    name: str
    kind: int
    start: int
    size: int


def stream(data: bytes, names: Iterable[str]) -> bytes | None:
    """The first of some streams that a compound file has; None where it has none of them.

    Raise ``ValueError`` or ``struct.error`` where the file is damaged.
    """
    header, first_tables = _header(data)
    table = _table(data, header, first_tables)
    directory = b"".join(_chain(data, header.directory, table, header.shift))
    entries = [_entry(directory[at : at + _ENTRY_SIZE])
               for at in range(0, len(directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE)]  # fmt: skip
    for name in names:
        found = next((e for e in entries if e.name == name and e.kind == _STREAM), None)
        if found is not None:
            return _content(data, header, table, entries, found)
    return None


def _header(data: bytes) -> tuple[_Header, list[int]]:
    """The header, and the sectors of the allocation table that it lists itself."""
    if len(data) < _HEADER_SIZE or not data.startswith(SIGNATURE):
        raise ValueError
    fields = _HEADER.unpack_from(data)
    shift, mini_shift = fields[3], fields[4]
    if not _SMALLEST_SHIFT < shift <= _LARGEST_SHIFT or not 0 < mini_shift < shift:
        raise ValueError
    header = _Header(shift, mini_shift, fields[7], fields[9], fields[10], fields[12])
    return header, [at for at in struct.unpack_from("<109I", data, 76) if at < _FREE]


def _table(data: bytes, header: _Header, listed: list[int]) -> Sequence[int]:
    """The allocation table: for each sector, the one after it."""
    sectors = list(listed)
    at, width = header.difat, 1 << (header.shift - 2)
    for _ in range(len(data) >> header.shift):
        if at >= _FREE:
            break
        *more, at = _words(_sector(data, at, header.shift))
        sectors += [found for found in more[: width - 1] if found < _FREE]
    table: list[int] = []
    for sector in sectors[: (len(data) >> header.shift) + 1]:
        table += _words(_sector(data, sector, header.shift))
    return table


def _words(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _sector(data: bytes, at: int, shift: int) -> bytes:
    """A sector; the last of a file may be cut short."""
    start = (at + 1) << shift
    if start >= len(data):
        raise ValueError
    return data[start : start + (1 << shift)]


def _chain(data: bytes, at: int, table: Sequence[int], shift: int) -> list[bytes]:
    """The sectors that follow one another from the first one on."""
    sectors: list[bytes] = []
    while at < _FREE:
        if at >= len(table) or len(sectors) > len(table):
            raise ValueError
        sectors.append(_sector(data, at, shift))
        at = table[at]
    return sectors


def _entry(raw: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", raw, 64)
    start, size = struct.unpack_from("<II", raw, 116)
    name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, start, size)


def _content(
    data: bytes, header: _Header, table: Sequence[int], entries: Sequence[_Entry], found: _Entry
) -> bytes:
    if found.size >= header.cutoff:
        return b"".join(_chain(data, found.start, table, header.shift))[: found.size]
    root = next((entry for entry in entries if entry.kind == _ROOT), None)
    if root is None:
        raise ValueError
    # Small streams share one, in sectors of their own, numbered from 0 without a header.
    shared = b"".join(_chain(data, root.start, table, header.shift))
    mini = b"".join(_chain(data, header.mini_table, table, header.shift))
    before = bytes(1 << header.mini_shift)
    chain = _chain(before + shared, found.start, _words(mini), header.mini_shift)
    return b"".join(chain)[: found.size]
