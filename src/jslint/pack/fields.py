"""The keys of a mapping, as packs use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.rules.ground import options
from jslint.tree import Mapping as MappingNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.tree import Node, Scalar


def entries(node: Node, chinese: str, english: str) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of a mapping; what it is, is said in both languages where it is none."""
    if not isinstance(node, MappingNode):
        raise options.OptionError(f"{chinese}要写成 键: 值", f"{english} is a mapping", node)
    return node.entries


def fields(
    node: Node, allowed: Sequence[str], required: Sequence[str], chinese: str, english: str
) -> dict[str, Node]:
    """The values of a mapping by key; ``OptionError`` for a strange key and a missing one."""
    found = entries(node, chinese, english)
    for key, _ in found:
        if key.value not in allowed:
            raise options.unknown("key", key.value, allowed, key)
    values = {key.value: value for key, value in found}
    for name in required:
        if name not in values:
            raise options.OptionError(f"{chinese}缺少 {name}", f"{english} needs {name!r}", node)
    return values


def filled(node: Node) -> str:
    """A text that is not empty."""
    value = options.text(node)
    if not value.strip():
        raise options.OptionError("这里要写文字，不能为空", "expected a text, not nothing", node)
    return value
