"""The patterns in the records of a pack, and what two records have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from jslint.rules.ground import options
from jslint.rules.ground.entry import Entry
from jslint.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    import re2

    from jslint.tree import Scalar


class Found(Struct, frozen=True):
    """A pattern, the field of the record that holds it, and where the pack writes it."""

    field: str
    pattern: re2._Regexp
    node: Scalar


def patterns(value: object, field: str = "") -> Iterator[Found]:
    """Every pattern in a record or tuple, in the order of the fields."""
    node = options.source(value)
    if node is not None:
        yield Found(field, cast("re2._Regexp", value), node)
    elif isinstance(value, tuple):
        for item in value:
            yield from patterns(item, field)
    elif isinstance(value, Struct) and not isinstance(value, Entry):
        for name in value.__struct_fields__:
            yield from patterns(getattr(value, name), name)


def shape(value: object) -> object:
    """A record as something to compare: alike where all options of two rules are.

    What a pack says of a rule to people is set aside.
    """
    node = options.source(value)
    if node is not None:
        return "pattern", node.value
    if isinstance(value, tuple):
        return tuple(shape(item) for item in value)
    if isinstance(value, dict):
        return tuple(sorted((key, shape(item)) for key, item in value.items()))
    if isinstance(value, Entry):
        return value.kind
    if isinstance(value, Node):  # where a formula stands; what it says is beside it
        return None
    if isinstance(value, Struct):
        # How a formula is spaced (``at``) says nothing.
        names = (name for name in value.__struct_fields__ if name != "at")
        return type(value).__name__, *(shape(getattr(value, name)) for name in names)
    return value
