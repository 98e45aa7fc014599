"""Objects of a PDF written behind all its bytes, as the format foresees for changes (ISO 32000, 7.5.6).

The library's own way drops the trailer's entries and gives the number of its table away twice.
"""

from __future__ import annotations

import io
import re
import struct
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jslint.annotations.errors import UnannotatedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TABLE = re.compile(rb"\s{0,9}xref\s")
_STREAM = re.compile(rb"\s{0,9}\d{1,9}\s{1,9}\d{1,5}\s{1,9}obj\b")
#: What the trailer of a file says of it, wherever it is written.
_TRAILER = ("/Root", "/Info", "/ID")


class Changes:
    """The objects that are new, or other than they were, by their number and generation."""

    def __init__(self, reader: Any) -> None:  # noqa: ANN401 - the library may not be there
        """Begin without any; new ones have numbers that no object has."""
        known = [number for numbers in reader.xref.values() for number in numbers]
        known += list(reader.xref_objStm)
        self._reader = reader
        self.next = max(int(reader.trailer.get("/Size", 0)), 1 + max(known, default=0))
        self.objects: dict[tuple[int, int], Any] = {}

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.objects)

    def change(self, found: Any) -> None:  # noqa: ANN401 - as above
        """Take an object that is other than it was; one that stands in another changes with that."""
        reference = found.indirect_reference
        if reference is not None:
            self.objects[reference.idnum, reference.generation] = found

    def add(self, new: Any) -> Any:  # noqa: ANN401 - as above
        """Take a new object; what refers to it."""
        from pypdf.generic import IndirectObject  # noqa: PLC0415 - loaded by now

        self.objects[self.next, 0] = new
        self.next += 1
        return IndirectObject(self.next - 1, 0, self._reader)


def behind(data: bytes, reader: Any, changes: Changes) -> bytes:  # noqa: ANN401 - as above
    """The file with the changed objects behind it, found by a table of the file's own kind."""
    before = reader._startxref
    is_table = _TABLE.match(data, before) is not None
    if not (is_table or _STREAM.match(data, before)):
        raise UnannotatedError("pdf")  # it is read only because the library looked for its objects
    stream = io.BytesIO()
    stream.write(data if data.endswith((b"\n", b"\r")) else data + b"\n")
    places: dict[tuple[int, int], int] = {}
    for (number, generation), found in sorted(changes.objects.items()):
        places[number, generation] = stream.tell()
        stream.write(f"{number} {generation} obj\n".encode())
        found.write_to_stream(stream)
        stream.write(b"\nendobj\n")
    start = stream.tell()
    if is_table:
        _write_table(stream, reader, changes.next, places)
    else:
        _write_stream(stream, reader, changes.next, places)
    stream.write(f"\nstartxref\n{start}\n%%EOF\n".encode())
    return stream.getvalue()


def _runs(places: Mapping[tuple[int, int], int]) -> Iterator[list[tuple[int, int, int]]]:
    """Number, generation and place of each object, those whose numbers follow one another together."""
    listed = [(number, generation, at) for (number, generation), at in sorted(places.items())]
    for _, run in groupby(enumerate(listed), key=lambda pair: pair[1][0] - pair[0]):
        yield [entry for _, entry in run]


def _trailer(reader: Any, size: int) -> Any:  # noqa: ANN401 - as above
    from pypdf.generic import DictionaryObject, NameObject, NumberObject  # noqa: PLC0415 - as above

    made = DictionaryObject({NameObject("/Size"): NumberObject(size)})
    for key in _TRAILER:
        if key in reader.trailer:
            made[NameObject(key)] = reader.trailer.raw_get(key)
    made[NameObject("/Prev")] = NumberObject(reader._startxref)
    return made


def _write_table(
    stream: io.BytesIO,
    reader: Any,  # noqa: ANN401 - as above
    size: int,
    places: Mapping[tuple[int, int], int],
) -> None:
    stream.write(b"xref\n")
    for run in _runs(places):
        stream.write(f"{run[0][0]} {len(run)}\n".encode())
        stream.writelines(f"{at:010d} {generation:05d} n \n".encode() for _, generation, at in run)
    stream.write(b"trailer\n")
    _trailer(reader, size).write_to_stream(stream)


def _write_stream(
    stream: io.BytesIO,
    reader: Any,  # noqa: ANN401 - as above
    number: int,
    places: Mapping[tuple[int, int], int],
) -> None:
    """A table that is an object itself, the ``number``-th."""
    from pypdf.generic import ArrayObject, NameObject, NumberObject, StreamObject  # noqa: PLC0415

    every = {**places, (number, 0): stream.tell()}
    runs = list(_runs(every))
    made = StreamObject()
    made.update(_trailer(reader, number + 1))
    made[NameObject("/Type")] = NameObject("/XRef")
    index = [entry for run in runs for entry in (run[0][0], len(run))]
    made[NameObject("/Index")] = ArrayObject(map(NumberObject, index))
    made[NameObject("/W")] = ArrayObject(map(NumberObject, (1, 8, 2)))
    made.set_data(_packed(runs))
    stream.write(f"{number} 0 obj\n".encode())
    made.write_to_stream(stream)
    stream.write(b"\nendobj")


def _packed(runs: Sequence[Sequence[tuple[int, int, int]]]) -> bytes:
    """A kind, a place and a generation for each object, in as many bytes as ``/W`` says."""
    entries = (struct.pack(">BQH", 1, at, generation) for run in runs for _, generation, at in run)
    return b"".join(entries)
