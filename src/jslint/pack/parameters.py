"""Parameters: values that a pack declares, its rules use as ``$name``, and other packs replace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.pack.fields import entries
from jslint.rules import options
from jslint.tree import Mapping as MappingNode
from jslint.tree import Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping

_USE = re.compile(r"\$([^\W\d][\w-]*)")
_NAME = re.compile(r"[^\W\d][\w-]*")


def declared(root: Node) -> dict[str, Node]:
    """The parameters that a pack gives a value."""
    node = root.get("parameters") if isinstance(root, MappingNode) else None
    if node is None:
        return {}
    found = {}
    for key, value in entries(node, "parameters ", "parameters"):
        if not _NAME.fullmatch(key.value):
            raise options.OptionError(
                f"参数名只能用文字、数字和“-”，不是 {key.value}",
                f"a parameter's name is of letters, digits and '-', not {key.value!r}",
                key,
            )
        _refuse_uses(value)
        found[key.value] = value
    return found


def _refuse_uses(node: Node) -> None:
    """A parameter is a plain value: one that used others could grow without bound."""
    for scalar in _scalars(node):
        if _USE.fullmatch(scalar.value):
            raise options.OptionError(
                "参数的值里不能再用参数", "a parameter's value may not use another", scalar
            )


def put(node: Node, known: Mapping[str, Node]) -> Node:
    """The node with every ``$name`` replaced by that parameter's value."""
    if isinstance(node, Scalar):
        match = _USE.fullmatch(node.value) if node.value.startswith("$") else None
        if match is None:
            return node
        if match[1] not in known:
            raise options.unknown("parameter", match[1], known, node)
        return known[match[1]]
    if not any(_USE.fullmatch(scalar.value) for scalar in _scalars(node)):
        return node
    if isinstance(node, Sequence):
        return replace(node, items=tuple(put(item, known) for item in node.items))
    if isinstance(node, MappingNode):
        return replace(node, entries=tuple((key, put(value, known)) for key, value in node.entries))
    return node


def _scalars(node: Node) -> list[Scalar]:
    """The values in a node that may name a parameter."""
    if isinstance(node, Scalar):
        return [node] if node.value.startswith("$") else []
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in _scalars(item)]
    if isinstance(node, MappingNode):
        return [scalar for _, value in node.entries for scalar in _scalars(value)]
    return []
