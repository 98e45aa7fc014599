"""Cutting and joining texts without losing the way back to the source."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from jslint.document import Place, Run, Text
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACES = regex(r"\s+")


def printed(value: str, line: int, column: int) -> Text:
    """A piece of one source line; ``line`` and ``column`` of its first character, from 1."""
    return Text(value, (Run(0, Place(order=(line, column), line=line, column=column)),))


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """The characters from ``start`` to ``end`` (exclusive), at their places."""
    end = len(text.value) if end is None else end
    if start == 0 and end == len(text.value):
        return text
    first = bisect_right(text.runs, start, key=_offset) - 1 if len(text.runs) > 1 else 0
    run = text.runs[first]
    runs = [Run(0, run.place.ahead(start - run.offset))]
    # By index: to skip the runs before would cost as much as there are.
    for at in range(first + 1, len(text.runs)):
        run = text.runs[at]
        if run.offset >= end:
            break
        runs.append(Run(run.offset - start, run.place))
    return Text(text.value[start:end], tuple(runs))


def _offset(run: Run) -> int:
    return run.offset


def strip(text: Text) -> Text:
    """The text without white space at its ends."""
    value = text.value
    start = len(value) - len(value.lstrip())
    return cut(text, start, max(start, len(value.rstrip())))


def join(parts: Iterable[Text]) -> Text:
    """One text of several lines: a space between two Latin letters, nothing between others."""
    values: list[str] = []
    runs: list[Run] = []
    length, last = 0, ""
    for part in parts:
        gap = space(last, part.value[:1])
        length += len(gap)
        runs.extend([Run(run.offset + length, run.place) for run in part.runs])
        values += (gap, part.value)
        length += len(part.value)
        last = part.value[-1:] or gap or last
    return Text("".join(values), tuple(runs))


def space(left: str, right: str) -> str:
    """What stands between two lines that end and begin with these characters."""
    return " " if (left + right).isascii() and left.isalpha() and right.isalpha() else ""


def without(text: Text, spans: Iterable[tuple[int, int]]) -> Text:
    """The text without these spans, which are in order and do not overlap."""
    value = ""
    runs: list[Run] = []
    start = 0
    for first, after in (*spans, (len(text.value), len(text.value))):
        if start < first:
            piece = cut(text, start, first)
            runs.extend(Run(run.offset + len(value), run.place) for run in piece.runs)
            value += piece.value
        start = after
    return Text(value, tuple(runs)) if runs else cut(text, 0, 0)


def squeeze(text: Text) -> Text:
    """The text without any white space inside or around it."""
    return without(text, (match.span() for match in _SPACES.finditer(text.value)))
