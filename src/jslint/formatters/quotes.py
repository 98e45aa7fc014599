"""The words complained of within their line, for formats that can underline by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.formatters.phrases import joined
from jslint.formatters.places import source
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Run

#: A sentence that runs over more lines than this is shown by its first ones.
_LINES = 3
#: Characters that are shown on each side of the words, and of the words themselves.
_AROUND = 60
_WORDS = 300


class Quote(Struct, frozen=True):
    """A line of the source with the words on it; without a number, the words alone."""

    words: str
    before: str = ""
    after: str = ""
    line: int | None = None


def quotes(run: Run, result: Result, found: Diagnostic) -> Iterator[Quote]:
    """The lines of a diagnostic, or its excerpt where the source has no lines."""
    lines, place = source(run, result, found.place), found.place
    first = place.line or len(lines) + 1
    last = min(place.end_line or first, len(lines))
    numbers = [number for number in range(first, last + 1) if lines[number - 1].strip()]
    for number in numbers[:_LINES]:
        line = clean(lines[number - 1].rstrip("\r\n"))
        start = (place.column or 1) - 1 if number == place.line else len(line) - len(line.lstrip())
        end = place.end_column - 1 if number == last and place.end_column else len(line)
        yield _quote(line, min(start, len(line)), min(end, len(line)), number)
    if not numbers and found.sentence:
        start, end = found.sentence.marks[0]
        quote = _quote(clean(found.sentence.text.replace("\n", " ")), start, end, 0)
        yield replace(quote, line=None)
    elif not numbers and found.excerpt:
        yield Quote(_cut(clean(joined(found.excerpt)), _WORDS))


def _quote(line: str, start: int, end: int, number: int) -> Quote:
    before = line[:start]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:]}"
    return Quote(_cut(line[start:end], _WORDS), before, _cut(line[end:], _AROUND), number)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
