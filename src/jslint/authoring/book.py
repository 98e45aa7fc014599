"""A pack as its author sees it: what the file itself declares, and where, with all it builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import pack, tree
from jslint.errors import PackError
from jslint.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.facts import Quantity
    from jslint.pack import Pack, RuleSet
    from jslint.rules.base import Rule
    from jslint.tree import Node


class Book(Struct, frozen=True):
    """One pack's file: ``pack`` is what it declares, ``ruleset`` that and all that it extends.

    ``root`` is the file's tree and ``lines`` its text, for the places of what is said about it.
    """

    pack: Pack
    ruleset: RuleSet
    root: Node
    lines: tuple[str, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that this file declares, as they apply."""
        return tuple(rule for rule in self.ruleset.rules if rule.entry.path == self.pack.path)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities that this file declares, as they apply."""
        own = {quantity.name for quantity in self.pack.quantities}
        return tuple(known for known in self.ruleset.quantities if known.name in own)


def read(name: str, path: str, source: str) -> Book:
    """The pack of a name and file; raise ``PackError`` where it is not well formed."""
    parsed = pack.parse(source, path)
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Book(parsed, pack.load([name]), _tree(source, path), tuple(lines))


def _tree(source: str, path: str) -> Node:
    try:
        return tree.parse(source, path)
    except tree.SyntaxFault as fault:  # cannot be, once the pack was read; said all the same
        raise PackError(fault.message, path, fault.line, fault.column) from fault


def used(rulesets: Iterable[RuleSet]) -> frozenset[str]:
    """The quantities that any rule of the rule sets names."""
    return frozenset(
        name for ruleset in rulesets for rule in ruleset.rules for name in rule.used_quantities()
    )


def nodes(root: Node) -> Iterator[Node]:
    """Every node of a tree in source order, keys included."""
    yield root
    if isinstance(root, Sequence):
        for item in root.items:
            yield from nodes(item)
    elif isinstance(root, Mapping):
        for key, value in root.entries:
            yield key
            yield from nodes(value)


def declaration(root: Node, name: str) -> Node:
    """The key in the second level of a tree that declares a name; the root where there is none."""
    # By level and not by the key above: a pack may write its keys in either language.
    if isinstance(root, Mapping):
        for _, value in root.entries:
            if isinstance(value, Mapping):
                for key, _ in value.entries:
                    if key.value == name:
                        return key
    return root


def rule_node(root: Node, rule: Rule) -> Node:
    """The mapping in a tree that declares a rule; the root where there is none."""
    return next(
        (
            node
            for node in nodes(root)
            if isinstance(node, Mapping)
            and node.line == rule.entry.line
            and any(_says(value, rule.entry.id) for _, value in node.entries)
        ),
        root,
    )


def text_node(root: Node, text: str) -> Node | None:
    """The first scalar of a tree that reads so."""
    return next((node for node in nodes(root) if _says(node, text)), None)


def _says(node: Node, text: str) -> bool:
    return isinstance(node, Scalar) and node.value == text
