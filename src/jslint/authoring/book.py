"""A pack as its author sees it: what the file itself declares, and where, with all it builds on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import pack
from jslint.limits import DEFAULT
from jslint.pack import files
from jslint.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.facts import Quantity
    from jslint.limits import Limits
    from jslint.pack import Pack, RuleSet
    from jslint.rules.ground.base import Rule
    from jslint.tree import Node


class Book(Struct, frozen=True):
    """One pack's file: ``pack`` is what it declares, ``ruleset`` that and all that it extends.

    ``source`` is its text and ``root`` its tree, for the places of what is said about it.
    """

    pack: Pack
    ruleset: RuleSet
    source: str
    root: Node

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that this file declares, as they apply."""
        return tuple(rule for rule in self.ruleset.rules if rule.entry.path == self.pack.path)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities that this file declares, as they apply."""
        own = {quantity.name for quantity in self.pack.quantities}
        return tuple(known for known in self.ruleset.quantities if known.name in own)


def read(name: str, path: str, limits: Limits = DEFAULT) -> Book:
    """The pack of a name and file; raise ``PackError`` where it is not well formed."""
    source = files.text(path, limits)
    ruleset = pack.load([name], limits)
    return Book(pack.parse(source, path, name), ruleset, source, files.parsed(source, path))


def used_upon(pack_file: Book, rulesets: Iterable[RuleSet]) -> frozenset[str]:
    """The quantities that any rule looks at in the rule sets that build on a pack."""
    building = (ruleset for ruleset in rulesets if pack_file.pack.name in ruleset.packs)
    rules = (rule for ruleset in building for rule in ruleset.rules)
    return frozenset(name for rule in rules for name in rule.used_quantities())


def quantity_node(root: Node, name: str) -> Node:
    """The key in a pack's tree that declares a quantity."""
    facts = root.get("facts") if isinstance(root, Mapping) else None
    keys = (key for key, _ in facts.entries) if isinstance(facts, Mapping) else iter(())
    return next((key for key in keys if key.value == name), root)


def rule_node(root: Node, identity: str) -> Node:
    """The mapping in a pack's tree that declares a rule."""
    rules = root.get("rules") if isinstance(root, Mapping) else None
    nodes = rules.items if isinstance(rules, Sequence) else ()
    return next((node for node in nodes if _is(node, identity)), root)


def _is(node: Node, identity: str) -> bool:
    key = node.get("id") if isinstance(node, Mapping) else None
    return isinstance(key, Scalar) and key.value == identity
