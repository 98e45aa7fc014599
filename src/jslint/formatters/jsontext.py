"""JSON as every format and command writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import msgspec

from jslint.harmful import escaped


def dumps(value: object, *, indent: int | None = 2) -> str:
    """A value as JSON with a line feed at its end, Chinese as it is, harmful characters escaped."""
    return "".join(pieces(value, indent=indent))


def pieces(value: object, *, indent: int | None = 2) -> Iterator[str]:
    """The same piece by piece; an iterator in the value is a list of which one element is at hand."""
    yield from _pieces(value, indent, 0)
    yield "\n"


def _pieces(value: object, indent: int | None, level: int) -> Iterator[str]:
    if isinstance(value, Iterator):
        yield from _within("[]", (("", one) for one in value), indent, level)
    elif _flows(value):
        members = cast("Mapping[str, object]", value).items()
        yield from _within(
            "{}",
            ((f"{json.dumps(key, ensure_ascii=False)}: ", one) for key, one in members),
            indent,
            level,
        )
    else:
        yield escaped(_laid(value, indent, level))


def _flows(value: object) -> bool:
    """Whether there is an iterator in a value."""
    if isinstance(value, Mapping):
        return any(map(_flows, value.values()))
    return isinstance(value, Iterator)


def _within(
    brackets: str, members: Iterable[tuple[str, object]], indent: int | None, level: int
) -> Iterator[str]:
    """What stands in brackets, each on a line of its own where there is an indent."""
    begin, end = brackets[0], brackets[1]
    line, between = _line(indent, level + 1), ", " if indent is None else ","
    before = begin
    for head, value in members:
        yield f"{before}{line}{escaped(head)}"
        yield from _pieces(value, indent, level + 1)
        before = between
    yield brackets if before == begin else _line(indent, level) + end


def _laid(value: object, indent: int | None, level: int) -> str:
    """A value laid out as ``json`` does it, which takes ten times as long; in one line without an indent."""
    try:
        laid = msgspec.json.format(msgspec.json.encode(value), indent=indent or 0).decode()
    except UnicodeEncodeError:
        # Half of a pair, from the name of a file that is no UTF-8.
        laid = json.dumps(value, ensure_ascii=False, indent=indent)
    return laid.replace("\n", _line(indent, level)) if level else laid


def _line(indent: int | None, level: int) -> str:
    """What begins a line."""
    return "" if indent is None else "\n" + " " * indent * level
