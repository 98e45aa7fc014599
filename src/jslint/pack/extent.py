"""How much a pack that anyone may have written holds: its rules, and how its patterns are made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.limits import unused
from jslint.patterns import regex
from jslint.rules.ground import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.limits import Limits
    from jslint.pack.model import Pack
    from jslint.tree import Scalar

#: What is no bracket of a group: an escaped character, a quoted stretch, a class of characters.
_ASIDE = regex(r"\\Q.*?(?:\\E|$)|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]", re.DOTALL)
_BRACKET = regex(r"[()]")


def require(pack: Pack, limits: Limits) -> None:
    """Raise ``OptionError`` for the first pattern that is too long or nested too deep."""
    parts = (pack.quantities, pack.additions, pack.rules, pack.checklist, *pack.applies.values())
    for node in _patterns(parts):
        if len(node.value) > limits.pattern_length:
            raise _beyond("pattern-length", limits.pattern_length, node)
        if depth(node.value) > limits.pattern_depth:
            raise _beyond("pattern-depth", limits.pattern_depth, node)


def _patterns(value: object) -> Iterator[Scalar]:
    """Where the patterns in a record or tuple were read from."""
    todo = [value]
    while todo:
        found = todo.pop()
        node = options.source(found)
        if node is not None:
            yield node
        elif isinstance(found, tuple):
            todo += found
        elif isinstance(found, dict):
            todo += found.values()
        elif isinstance(found, Struct):
            todo += (getattr(found, name) for name in found.__struct_fields__)


def depth(pattern: str) -> int:
    """How deep the groups of a pattern are nested."""
    deepest = now = 0
    for bracket in _BRACKET.findall(_ASIDE.sub("", pattern)):
        now += 1 if bracket == "(" else -1
        deepest = max(deepest, now)
    return deepest


def _beyond(name: str, most: int, node: Scalar) -> options.OptionError:
    return options.OptionError(unused(name, most), node)
