"""Cutting and joining texts without losing the way back to the source."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from jslint.document import Place, Run, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_WORDS = re.compile(r"\S+")


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
            runs = [Run(0, _ahead(run.place, start - run.offset))]
        else:
            runs.append(Run(run.offset - start, run.place))
    return Text(text.value[start:end], tuple(runs))


def _ahead(place: Place, count: int) -> Place:
    """The place ``count`` characters further on in the same run."""
    if place.column is None or count == 0:
        return place
    order = (*place.order[:-1], place.order[-1] + count)
    return replace(place, order=order, column=place.column + count)


def strip(text: Text) -> Text:
    """The text without white space at its ends."""
    value = text.value
    start = len(value) - len(value.lstrip())
    return cut(text, start, max(start, len(value.rstrip())))


def join(parts: Iterable[Text]) -> Text:
    """One text of several lines: a space between two Latin letters, nothing between others."""
    return _append(parts, _space)


def _space(left: str, right: str) -> str:
    return " " if (left + right).isascii() and left.isalpha() and right.isalpha() else ""


def _append(parts: Iterable[Text], glue: Callable[[str, str], str]) -> Text:
    value = ""
    runs: list[Run] = []
    for part in parts:
        value += glue(value[-1:], part.value[:1])
        runs.extend(Run(run.offset + len(value), run.place) for run in part.runs)
        value += part.value
    return Text(value, tuple(runs))


def squeeze(text: Text) -> Text:
    """The text without any white space inside or around it."""
    pieces = [cut(text, match.start(), match.end()) for match in _WORDS.finditer(text.value)]
    return _append(pieces, lambda _left, _right: "") if pieces else cut(text, 0, 0)
