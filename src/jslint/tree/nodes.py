"""The nodes of the tree, and what parsing raises."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.limits import beyond
from jslint.patterns import regex
from jslint.phrases import Family

if TYPE_CHECKING:
    from jslint.limits import Limits
    from jslint.phrases import Phrase

said = Family("syntax").phrase
_limit = Family("limits").phrase

MAX_SCALAR = 1_000_000
MAX_DEPTH = 100
MAX_EXPANDED = 10_000

_BREAK = regex(r"\r\n?|\n")


class Node(Struct, frozen=True):
    """A value and the place of its first character; lines and columns count from 1.

    Each kind of node has ``start`` and ``end``, the indexes in the source of its first character
    and behind its last one; quotes, brackets and block indicators belong to it.
    """

    line: int
    column: int


class Scalar(Node, frozen=True):
    """A scalar as written: ``7.20`` stays ``7.20``; ``plain`` is false for quoted and block ones.

    ``style`` is its quote or block indicator: ``'``, ``"``, ``|``, ``>`` or none.
    """

    value: str
    plain: bool = True
    start: int = 0
    end: int = 0
    style: str = ""


class Sequence(Node, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    start: int = 0
    end: int = 0


class Mapping(Node, frozen=True):
    """A mapping in source order, keys unique."""

    entries: tuple[tuple[Scalar, Node], ...]
    start: int = 0
    end: int = 0

    def get(self, key: str) -> Node | None:
        """The value under a key, or None."""
        return next((value for name, value in self.entries if name.value == key), None)


class SyntaxFault(Exception):  # noqa: N818 - a fault of the input, reported as a diagnostic
    """A source is not well formed, or beyond the bounds; ``line`` and ``column`` count from 1.

    ``message`` tells the remedy too; ``excerpt`` is what stands at the place.
    """

    def __init__(self, message: Phrase, line: int, column: int, *, excerpt: str = "") -> None:
        """Keep the place."""
        self.message, self.line, self.column = message, line, column
        self.excerpt = excerpt
        super().__init__(f"{line}:{column}: {message.said('zh')}")


class BoundFault(SyntaxFault):
    """A source has more of something than is read; ``name`` is the limit."""

    def __init__(self, name: str, most: int, line: int = 1, column: int = 1) -> None:
        """Say which limit it is."""
        self.name = name
        super().__init__(_limit("split-it", what=beyond(name, most)), line, column)


class DuplicateKeyFault(SyntaxFault):
    """A mapping names a key twice; the place is the second one."""


class Lines:
    """Where the lines of a source begin, as an editor counts them: LF, CRLF or CR ends one."""

    def __init__(self, source: str) -> None:
        """Find the beginnings once."""
        self._source = source
        self._starts = [0, *(match.end() for match in _BREAK.finditer(source))]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, from 1, of the character at an index."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def fault(self, index: int, message: Phrase) -> SyntaxFault:
        """A fault at an index, with what stands there."""
        line, column = self.place(index)
        return SyntaxFault(message, line, column, excerpt=excerpt_at(self._source, index))


def excerpt_at(source: str, index: int, limit: int = 20) -> str:
    """What stands in a source from an index to the end of its line, cut at ``limit`` characters."""
    shown = source[index : index + limit]
    match = _BREAK.search(shown)
    return (shown[: match.start()] if match else shown).rstrip()


def check_size(source: str, limits: Limits) -> None:
    """Raise ``BoundFault`` for a source of more characters than are read."""
    if len(source) > limits.characters:
        raise BoundFault("characters", limits.characters)


def check_scalar(scalar: Scalar) -> Scalar:
    """Raise ``SyntaxFault`` for a text of more than ``MAX_SCALAR`` characters."""
    if len(scalar.value) > MAX_SCALAR:
        raise SyntaxFault(
            said("long-text", size=len(scalar.value), most=MAX_SCALAR),
            scalar.line,
            scalar.column,
            excerpt=scalar.value[:20],
        )
    return scalar


def pair(keys: list[Scalar], values: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of a mapping; raise ``DuplicateKeyFault`` at the second of two equal keys."""
    if len({key.value for key in keys}) != len(keys):
        raise _duplicate(keys)
    return tuple(zip(keys, values, strict=True))


def _duplicate(keys: list[Scalar]) -> DuplicateKeyFault:
    first: dict[str, Scalar] = {}
    for key in keys:
        if first.setdefault(key.value, key) is not key:
            break
    before = first[key.value]
    return DuplicateKeyFault(
        said("duplicate-key", key=key.value, line=before.line),
        key.line,
        key.column,
        excerpt=key.value,
    )
