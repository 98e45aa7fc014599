"""Which inputs are examined together, and what their part of the tables is called.

Both follow from the inputs alone. Where a part begins, the name of its first input says; so an input
that comes or goes changes the part that it is in and leaves all others as they are. A part is called
by what it is made of: the run's settings, its inputs' names and what tells one state of them from
another. Who makes it twice makes the same part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.digests import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The file in which a folder of tables says of itself what it is.
MARK = "_jslint.json"
#: How many inputs a part has at least and at most, in terms of what it should have.
_LEAST, _MOST = 4, 4
#: How many parts an archive should have: enough for many workers, no more files than needed.
_PARTS = 64
_SMALLEST, _LARGEST = 16, 256
_NAME = 32


class Source(Struct, frozen=True):
    """The files of one report; ``state`` changes when they do, ``size`` is that of all in bytes."""

    files: tuple[str, ...]
    state: str = ""
    size: int = 0


class Part(Struct, frozen=True):
    """Inputs that are examined together, and the name of what comes of them."""

    name: str
    sources: tuple[Source, ...]


def size(inputs: int) -> int:
    """How many inputs a part should have in an archive of so many: a power of two."""
    found = _SMALLEST
    while found < _LARGEST and found * _PARTS < inputs:
        found *= 2
    return found


def parts(sources: Iterable[Source], size: int, made: str) -> Iterator[Part]:
    """All parts; ``made`` stands for all settings that have a say in what is found."""
    for several in _grouped(sources, size):
        whole = digest(made.encode())
        for one in several:
            said = "\0".join((*one.files, one.state, ""))
            whole.update(said.encode("utf-8", "surrogatepass"))
        yield Part(whole.hexdigest()[:_NAME], several)


def _grouped(sources: Iterable[Source], size: int) -> Iterator[tuple[Source, ...]]:
    held: list[Source] = []
    for one in sources:
        full = len(held) >= _MOST * size
        if held and (full or (len(held) >= size // _LEAST and _begins(one, size))):
            yield tuple(held)
            held = []
        held.append(one)
    if held:
        yield tuple(held)


def _begins(source: Source, size: int) -> bool:
    """Whether a part begins with an input: so says its name, of one in so many."""
    name = source.files[0].encode("utf-8", "surrogatepass")
    return int.from_bytes(digest(name).digest()[:8], "big") % size == 0
