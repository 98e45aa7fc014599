"""The lines of a text source, as an editor counts them, without the blank ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.patterns import regex
from jslint.readers.texts import printed, strip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Text

# Editors and compilers count these three alone. Form feeds and U+2028 break a line for the eye
# but not in the count.
_LINE_END = regex(r"\r\n|\r|\n")
_BREAK = regex("([\f\v\x85\u2028\u2029])")
_TAB = 4


class Line(Struct, frozen=True):
    """One line with something on it.

    ``text`` is without the white space at its ends, which ``source`` keeps. ``indent`` is in
    half-width columns. ``gap`` says that a blank line or a page break stands before, ``page`` is
    counted from 0 by form feeds; ``turned`` that a page number or running head was left out there. ``level`` is the heading level that mark-up gives, ``bullet``
    whether a list mark stood before the text.
    """

    text: Text
    source: Text
    indent: int = 0
    gap: bool = False
    page: int = 0
    level: int | None = None
    bullet: bool = False
    turned: bool = False

    @property
    def value(self) -> str:
        """The words on the line."""
        return self.text.value

    @property
    def edge(self) -> int:
        """The half-width column where the line ends."""
        return self.indent + width(self.text.value)


def split(source: str) -> tuple[str, ...]:
    """The lines of a source as editors number them."""
    rows = _LINE_END.split(source)
    return tuple(rows if rows[-1] else rows[:-1])


def lines(rows: tuple[str, ...]) -> Iterator[Line]:
    """Every line that is not blank, in order."""
    gap, page = True, 0
    for number, row in enumerate(rows, 1):
        if not row or row.isspace():
            gap = True
            page += row.count("\f")
            continue
        column = 1
        for piece in _BREAK.split(row) if _BREAK.search(row) else (row,):
            if piece == "\f":
                gap, page = True, page + 1
            elif piece.strip():
                yield line_of(printed(piece, number, column), gap=gap, page=page)
                gap = False
            column += len(piece)


def line_of(source: Text, *, gap: bool, page: int) -> Line:
    """The line of a source text, its own white space at the ends included."""
    value = source.value
    indent = width(value[: len(value) - len(value.lstrip())])
    return Line(strip(source), source, indent, gap, page)


def width(value: str) -> int:
    """How many half-width columns a string takes; a tab counts four."""
    wide = 0 if value.isascii() else sum(character >= "\u2e80" for character in value)
    return len(value) + wide + (_TAB - 1) * value.count("\t")
