"""From a scalar's value back to its source: which line and column each character came from."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from jslint.document import Place, Run, Text
from jslint.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from jslint.tree.nodes import Scalar

_BREAK = regex(r"\r\n?|\n")
_BLANK_LINES = regex(r"\A[ \n]*\n")
_BLOCKS = ("|", ">")
_ESCAPES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_SURROGATES = r"u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_DOUBLE = regex(
    rf"\\(?:{_SURROGATES}|x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|.|$)|(?P<verbatim>[^\\]+)"
)
_SINGLE = regex(r"''|(?P<verbatim>[^']+)")


class Piece(NamedTuple):
    """Characters of a value that stand side by side on one line of the source.

    ``column`` is that of the first one; the character of an escape stands where the escape begins.
    """

    text: str
    line: int
    column: int


def text_of(scalar: Scalar, source: str) -> Text:
    """A scalar's value with the place of each character in ``source``, the text it was parsed from.

    The white space into which YAML folds a line break stands at the end of the line before.
    """
    if _as_written(scalar, source):
        return _whole(scalar)
    return _in_pieces(scalar, source)


def _whole(scalar: Scalar) -> Text:
    """The text of a scalar that is one run."""
    return Text(scalar.value, (Run(0, _place(scalar.line, scalar.column + _opening(scalar))),))


def _in_pieces(scalar: Scalar, source: str) -> Text:
    pieces = [piece for piece in _pieces(scalar, source) if piece.text]
    placed = zip(_align(scalar.value, pieces), pieces, strict=False)
    runs = [Run(at, _place(piece.line, piece.column)) for at, piece in placed]
    if not runs or runs[0].offset:
        runs.insert(0, Run(0, _place(scalar.line, scalar.column + _opening(scalar))))
    return Text(scalar.value, tuple(runs))


def prose_of(scalar: Scalar, source: str) -> Text:
    """A scalar's text with the line breaks of the source joined as those of Chinese prose are.

    YAML puts a space or a line feed where a text goes on on the next line; prose has nothing
    there, or a space beside Latin letters. A line feed written as an escape stays.
    """
    if _as_written(scalar, source):
        return _whole(scalar)
    if scalar.start == scalar.end:
        return _in_pieces(scalar, source)
    pieces = [piece for piece in _pieces(scalar, source) if piece.text]
    if pieces and scalar.style not in _BLOCKS and pieces[0].line == pieces[-1].line:
        return _in_pieces(scalar, source)
    return _join(scalar, pieces)


def _join(scalar: Scalar, pieces: list[Piece]) -> Text:
    value, runs, end = "", [], 0
    block = scalar.style in _BLOCKS
    for at, piece in zip(_align(scalar.value, pieces), pieces, strict=False):
        text = piece.text.strip(" \t") if block else piece.text
        if at > end and value:
            value += _glue(value, text)
        column = piece.column + (len(piece.text) - len(piece.text.lstrip(" \t")) if block else 0)
        runs.append(Run(len(value), _place(piece.line, column)))
        value += text
        end = at + len(piece.text)
    return Text(value, tuple(runs) or (Run(0, _place(scalar.line, scalar.column)),))


def _glue(before: str, after: str) -> str:
    """What stands between two joined lines: a space where Latin words meet, else nothing."""
    ends = before[-1:] + after[:1]
    return " " if ends.isascii() and any(map(str.isalpha, ends)) else ""


def _place(line: int, column: int) -> Place:
    return Place(order=(line, column), line=line, column=column)


def _opening(scalar: Scalar) -> int:
    return 1 if scalar.style in ('"', "'") else 0


def _as_written(scalar: Scalar, source: str) -> bool:
    """Whether the value stands in the source character for character, on one line."""
    opening = _opening(scalar)
    value = scalar.value
    return (
        scalar.end - scalar.start - 2 * opening == len(value)
        and source.startswith(value, scalar.start + opening)
        and "\n" not in value
        and "\r" not in value
    )


def _align(value: str, pieces: list[Piece]) -> list[int]:
    """At which offset of the value each piece stands.

    Between two pieces the value holds nothing but folded white space, and a piece either begins
    with another character or follows at once, so the first match is the right one.
    """
    offsets = []
    offset = 0
    for piece in pieces:
        at = value.find(piece.text, offset)
        if at < 0:
            break
        offsets.append(at)
        offset = at + len(piece.text)
    return offsets


def _pieces(scalar: Scalar, source: str) -> Iterator[Piece]:
    raw = source[scalar.start : scalar.end]
    if scalar.style in _BLOCKS:
        return _block(raw, scalar)
    lines = _source_lines(raw, scalar.line, scalar.column)
    if not scalar.style:
        return _trimmed(lines)
    if scalar.style == '"':
        return (piece._replace(text=_decoded(piece.text)) for piece in _quoted(lines, _DOUBLE))
    return (piece._replace(text=piece.text.replace("''", "'")) for piece in _quoted(lines, _SINGLE))


def _source_lines(raw: str, line: int, column: int) -> list[Piece]:
    """The lines of a scalar's source; only the first one can begin behind column 1."""
    starts = [0, *(match.end() for match in _BREAK.finditer(raw)), len(raw)]
    texts = [raw[start:end].rstrip("\r\n") for start, end in pairwise(starts)]
    return [Piece(text, line + ahead, 1 if ahead else column) for ahead, text in enumerate(texts)]


def _trimmed(lines: list[Piece]) -> Iterator[Piece]:
    for piece in lines:
        text = piece.text.lstrip(" \t")
        yield Piece(text.rstrip(" \t"), piece.line, piece.column + len(piece.text) - len(text))


def _quoted(lines: list[Piece], token: re.Pattern[str]) -> Iterator[Piece]:
    """The pieces between the quotes, escapes as written.

    White space at a line break counts only beside an escape.
    """
    last = len(lines) - 1
    for index, (text, line, column) in enumerate(lines):
        begin = 1 if index == 0 else len(text) - len(text.lstrip(" \t"))
        inner = text[begin:-1] if index == last else text[begin:]
        for match in token.finditer(inner):
            written = match[0]
            if index < last and match.end() == len(inner) and match.lastgroup:
                written = written.rstrip(" \t")
            yield Piece(written, line, column + begin + match.start())


def _decoded(written: str) -> str:
    """The characters that an escape or a stretch without one stands for."""
    if written[:1] != "\\":
        return written
    if written.count("\\u") == 2:  # noqa: PLR2004 - a surrogate pair
        high, low = (int(digits, 16) for digits in written.split("\\u")[1:])
        return chr(0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF))
    if len(written) > 2:  # noqa: PLR2004 - hexadecimal digits follow
        return chr(int(written[2:], 16))  # noqa: FURB166 - the prefix is x, u or U
    return _ESCAPES.get(written[1:], written[1:])


def _block(raw: str, scalar: Scalar) -> Iterator[Piece]:
    """The lines below the indicator, without their indentation, which the value tells."""
    lines = _source_lines(raw, scalar.line, scalar.column)[1:]
    first = next((piece.text for piece in lines if piece.text.strip(" ")), "")
    indentation = max(0, _spaces(first) - _spaces(_BLANK_LINES.sub("", scalar.value)))
    for piece in lines:
        cut = min(indentation, _spaces(piece.text))
        text = piece.text[cut:]
        yield Piece(text if text.strip(" ") else "", piece.line, piece.column + cut)


def _spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
