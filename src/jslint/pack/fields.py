"""The keys of a mapping, as packs use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.tree import Mapping as MappingNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.phrases import Phrase
    from jslint.tree import Node, Scalar

said = Family("packs").phrase


def entries(node: Node, what: Phrase) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of a mapping; ``what`` it is, is said where it is none."""
    if not isinstance(node, MappingNode):
        raise options.OptionError(said("is-mapping", what=what), node)
    return node.entries


def fields(
    node: Node, allowed: Sequence[str], required: Sequence[str], what: Phrase
) -> dict[str, Node]:
    """The values of a mapping by key; ``OptionError`` for a strange key and a missing one."""
    found = entries(node, what)
    for key, _ in found:
        if key.value not in allowed:
            raise options.unknown("key", key.value, allowed, key)
    values = {key.value: value for key, value in found}
    for name in required:
        if name not in values:
            raise options.OptionError(said("lacks", what=what, name=name), node)
    return values


def filled(node: Node) -> str:
    """A text that is not empty."""
    value = options.text(node)
    if not value.strip():
        raise options.OptionError(said("expected-text-not"), node)
    return value
