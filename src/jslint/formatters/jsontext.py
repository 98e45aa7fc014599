"""JSON as every format and command writes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

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
        yield from _within("{}", ((f"{_plain(key)}: ", one) for key, one in members), indent, level)
    else:
        yield escaped(_plain(value) if indent is None else _laid(value, indent, level))


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


def _laid(value: object, indent: int, level: int) -> str:
    """A value laid out as ``json`` does it.

    Each time ``json`` does so it leaves a ring of functions behind, and the command collects none.
    """
    if isinstance(value, Mapping) and value:
        begin, end = "{", "}"
        inner = [f"{_plain(key)}: {_laid(one, indent, level + 1)}" for key, one in value.items()]
    elif isinstance(value, list | tuple) and value:
        begin, end = "[", "]"
        inner = [_laid(one, indent, level + 1) for one in value]
    else:
        return _plain(value)
    line = _line(indent, level + 1)
    return f"{begin}{line}{f',{line}'.join(inner)}{_line(indent, level)}{end}"


def _line(indent: int | None, level: int) -> str:
    """What begins a line."""
    return "" if indent is None else "\n" + " " * indent * level


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
