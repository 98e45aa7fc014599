"""Cutting and joining texts without losing the way back to the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jslint.document import Place, Run, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACES = re.compile(r"\s+")


def printed(value: str, line: int, column: int) -> Text:
    """A piece of one source line; ``line`` and ``column`` of its first character, from 1."""
    return Text(value, (Run(0, Place(order=(line, column), line=line, column=column)),))


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """The characters from ``start`` to ``end`` (exclusive), at their places."""
    end = len(text.value) if end is None else end
    if start == 0 and end == len(text.value):
        return text
    runs: list[Run] = []
    for run in text.runs:
        if run.offset >= end and runs:
            break
        if run.offset <= start:
            runs = [Run(0, run.place.ahead(start - run.offset))]
        else:
            runs.append(Run(run.offset - start, run.place))
    return Text(text.value[start:end], tuple(runs))


def strip(text: Text) -> Text:
    """The text without white space at its ends."""
    value = text.value
    start = len(value) - len(value.lstrip())
    return cut(text, start, max(start, len(value.rstrip())))


def join(parts: Iterable[Text]) -> Text:
    """One text of several lines: a space between two Latin letters, nothing between others."""
    value = ""
    runs: list[Run] = []
    for part in parts:
        value += _space(value[-1:], part.value[:1])
        runs.extend(Run(run.offset + len(value), run.place) for run in part.runs)
        value += part.value
    return Text(value, tuple(runs))


def _space(left: str, right: str) -> str:
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
