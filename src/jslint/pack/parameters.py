"""Parameters: values that a pack declares, its rules use as ``$name``, and other packs replace."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.pack.fields import entries
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.tree import Mapping as MappingNode
from jslint.tree import Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

said = Family("packs").phrase

_USE = regex(r"\$([^\W\d][\w-]*)")
_NAME = regex(r"[^\W\d][\w-]*")
#: How many values parameters may put into a pack.
MOST = 100_000


def declared(root: Node) -> dict[str, Node]:
    """The parameters that a pack gives a value."""
    node = root.get("parameters") if isinstance(root, MappingNode) else None
    if node is None:
        return {}
    found = {}
    for key, value in entries(node, said("a-parameters")):
        if not _NAME.fullmatch(key.value):
            raise options.OptionError(
                said("parameter-name", name=key.value),
                key,
            )
        _refuse_uses(value)
        found[key.value] = value
    return found


def _refuse_uses(node: Node) -> None:
    """A parameter is a plain value: one that used others could grow without bound."""
    for one in nodes(node):
        if isinstance(one, Scalar) and _USE.fullmatch(one.value):
            raise options.OptionError(said("parameters-value-may"), one)


class Parameters:
    """The parameters that a pack is read with, and how much of them it has used.

    A list of many values, used by many rules, is more work than the file's size lets one expect.
    """

    def __init__(self, known: Mapping[str, Node], *, tested: bool = False) -> None:
        """Take the values by name; a ``tested`` pack uses no unknown one."""
        self._known, self._left = known, MOST
        self._none = tested and not known

    def put(self, node: Node, under: str = "") -> Node:
        """The node with every ``$name`` replaced by that parameter's value; ``under`` is its key."""
        if self._none:
            return node
        if isinstance(node, Scalar):
            match = _USE.fullmatch(node.value) if node.value.startswith("$") else None
            return self._value(match[1], node, under) if match else node
        if isinstance(node, Sequence):
            items = tuple(self.put(item, under) for item in node.items)
            return node if _same(items, node.items) else replace(node, items=items)
        if isinstance(node, MappingNode):
            before = tuple(value for _, value in node.entries)
            after = tuple(self.put(value, key.value) for key, value in node.entries)
            if _same(after, before):
                return node
            keys = (key for key, _ in node.entries)
            return replace(node, entries=tuple(zip(keys, after, strict=True)))
        return node

    def _value(self, name: str, node: Scalar, under: str) -> Node:
        if name not in self._known:
            raise options.unknown("parameter", name, self._known, node)
        found = self._known[name]
        self._left -= sum(1 for _ in nodes(found))
        if self._left < 0:
            raise options.OptionError(said("parameters-put-in", most=MOST), node)
        from jslint.pack import keywords  # noqa: PLC0415 - few packs have parameters

        return keywords.value(found, under)


def _same(after: Iterable[Node], before: Iterable[Node]) -> bool:
    return all(map(is_, after, before))


def nodes(node: Node) -> Iterator[Node]:
    """A node and all that it holds, keys apart."""
    yield node
    if isinstance(node, Sequence):
        for item in node.items:
            yield from nodes(item)
    elif isinstance(node, MappingNode):
        for _, value in node.entries:
            yield from nodes(value)
