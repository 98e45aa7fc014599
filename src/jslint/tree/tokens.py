"""JSON (RFC 8259) to the tree, with the exact place of whatever is not JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.patterns import regex
from jslint.phrases import Family
from jslint.tree.nodes import (
    MAX_DEPTH,
    BoundFault,
    Lines,
    Mapping,
    Node,
    Scalar,
    Sequence,
    check_scalar,
    check_size,
    pair,
)

if TYPE_CHECKING:
    from jslint.limits import Limits
    from jslint.tree.nodes import SyntaxFault

_SPACE = regex(r"[ \t\r\n]*")
_STOP = regex(r'["\\\x00-\x1f]')
_WORD = regex(r"[^\s,:{}\[\]\"]*")
_NUMBER = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_SIMPLE = {
    '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}  # fmt: skip
said = Family("syntax").phrase
_HEX = regex(r"[0-9a-fA-F]{4}")
_LITERALS = ("true", "false", "null")


def parse(text: str, limits: Limits) -> Node:
    """The tree of a JSON text without byte order mark; raise ``SyntaxFault``."""
    check_size(text, limits)
    return _Reader(text, limits.nodes).document()


class _Reader:
    """A position in the text and the functions that read on from there."""

    def __init__(self, text: str, most: int) -> None:
        self._text = text
        self._most = most
        self._lines = Lines(text)
        self._index = 0
        self._depth = 0
        self._nodes = 0

    def document(self) -> Node:
        """The one value of the text."""
        if not self._next():
            raise self._fault("empty", 0)
        node = self._value()
        if self._next():
            raise self._unexpected("json-extra")
        return node

    def _next(self) -> str:
        """Skip white space; the character that comes then, empty at the end."""
        match = _SPACE.match(self._text, self._index)
        self._index = match.end() if match else self._index
        return self._text[self._index : self._index + 1]

    def _value(self) -> Node:
        self._nodes += 1
        if self._nodes > self._most:
            raise BoundFault("nodes", self._most, *self._lines.place(self._index))
        char = self._text[self._index : self._index + 1]
        if char == '"':
            return self._string()
        if char == "{":
            return self._mapping()
        if char == "[":
            return self._sequence()
        return self._literal()

    def _sequence(self) -> Sequence:
        begin = self._open()
        items: list[Node] = []
        while self._more(begin, "[", "]", first=not items):
            items.append(self._value())
        return Sequence(*self._lines.place(begin), tuple(items), begin, self._index)

    def _mapping(self) -> Mapping:
        begin = self._open()
        keys: list[Scalar] = []
        values: list[Node] = []
        while char := self._more(begin, "{", "}", first=not keys):
            if char != '"':
                raise self._unexpected("json-key")
            keys.append(self._string())
            if self._next() != ":":
                raise self._unexpected("json-colon")
            self._index += 1
            self._next()
            values.append(self._value())
        return Mapping(*self._lines.place(begin), pair(keys, values), begin, self._index)

    def _open(self) -> int:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self._fault("depth", self._index, most=MAX_DEPTH)
        self._index += 1
        return self._index - 1

    def _more(self, begin: int, opening: str, close: str, *, first: bool) -> str:
        """The character that the next item begins with, empty behind the closing bracket."""
        char = self._next()
        if char == close:
            self._index += 1
            self._depth -= 1
            return ""
        if not first:
            if char and char != ",":
                raise self._unexpected("json-comma", close=close)
            comma = self._index
            self._index += 1
            char = self._next()
            if char == close:
                raise self._fault("json-trailing", comma, close=close)
        if not char:
            raise self._fault("json-open", begin, open=opening, close=close)
        return char

    def _string(self) -> Scalar:
        begin = self._index
        at = begin + 1
        parts: list[str] = []
        while True:
            stop = _STOP.search(self._text, at)
            if stop is None:
                raise self._fault("json-quote", begin)
            parts.append(self._text[at : stop.start()])
            at = stop.end()
            if stop[0] == '"':
                break
            if stop[0] in "\r\n":
                raise self._fault("json-quote", begin)
            if stop[0] != "\\":
                raise self._fault("json-control", stop.start())
            char, at = self._escape(at)
            parts.append(char)
        self._index = at
        line, column = self._lines.place(begin)
        return check_scalar(
            Scalar(line, column, "".join(parts), plain=False, start=begin, end=at, style='"')
        )

    def _escape(self, at: int) -> tuple[str, int]:
        """The character of the escape behind a backslash, and the index behind it."""
        char = self._text[at : at + 1]
        if char in _SIMPLE:
            return _SIMPLE[char], at + 1
        code = self._hex(at)
        if not 0xD800 <= code < 0xE000:  # noqa: PLR2004 - the range of surrogates
            return chr(code), at + 5
        low = self._hex(at + 6) if self._text.startswith("\\u", at + 5) else 0
        if code >= 0xDC00 or not 0xDC00 <= low < 0xE000:  # noqa: PLR2004
            raise self._fault("json-escape", at - 1)
        return chr(0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF)), at + 11

    def _hex(self, at: int) -> int:
        match = _HEX.match(self._text, at + 1) if self._text.startswith("u", at) else None
        if match is None:
            raise self._fault("json-escape", at - 1)
        return int(match[0], 16)

    def _literal(self) -> Scalar:
        begin = self._index
        match = _WORD.match(self._text, begin)
        word = match[0] if match else ""
        if word not in _LITERALS and not _NUMBER.fullmatch(word):
            raise self._unexpected("json-value")
        self._index = begin + len(word)
        line, column = self._lines.place(begin)
        return check_scalar(Scalar(line, column, word, start=begin, end=self._index))

    def _unexpected(self, key: str, **values: str) -> SyntaxFault:
        """The fault for what stands here; usual slips are named as such."""
        index = self._index
        if self._text.startswith(("//", "/*", "#"), index):
            return self._fault("json-comment", index)
        if self._text.startswith(("'", "‘", "“"), index):
            return self._fault("json-single", index)
        match = _WORD.match(self._text, index)
        if key == "json-value" and match and match[0]:
            return self._fault("json-word", index, word=match[0][:20])
        return self._fault(key, index, **values)

    def _fault(self, key: str, index: int, **values: object) -> SyntaxFault:
        return self._lines.fault(index, said(key, **values))
