"""Packs together: what they extend, their parameters, what they change of one another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from jslint.errors import PackError
from jslint.pack import files, parameters, reading
from jslint.pack.model import Pack, RuleSet
from jslint.rules import options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jslint.facts import Quantity
    from jslint.pack.model import Addition, Override
    from jslint.rules.base import Rule
    from jslint.tree import Node

Found = TypeVar("Found")

#: Packs that were read, with their parameters, whose identity is part of the key.
_built: dict[tuple[object, ...], tuple[Pack, Mapping[str, Node]]] = {}


def closure(names: Iterable[str]) -> list[str]:
    """The files of the packs and of all that they extend, each once, bases first.

    Raises ``UsageError`` for a pack that does not exist, ``PackError`` for packs in a circle.
    """
    done: list[str] = []

    def visit(name: str, beside: str, above: tuple[str, ...]) -> None:
        path = files.locate(name, beside)
        if path in above:
            circle = " → ".join((*above, path))
            raise PackError(
                f"规则包继承了自己：{circle}", path, english=f"pack extends itself: {circle}"
            )
        if path in done:
            return
        for base in _at(path, reading.extends):
            visit(base, os.path.dirname(path), (*above, path))
        done.append(path)

    for name in names:
        visit(name, "", ())
    return done


def assemble(paths: Iterable[str]) -> RuleSet:
    """The rule set of some files, bases first; ``PackError`` where they do not fit together."""
    paths = tuple(paths)
    given: dict[str, Node] = {}
    for path in paths:
        given.update(_at(path, parameters.declared))
    packs = [_pack(path, given) for path in paths]
    quantities: dict[str, Quantity] = {}
    rules: dict[str, Rule] = {}
    for pack in packs:
        quantities.update({quantity.name: quantity for quantity in pack.quantities})
        for addition in pack.additions:
            _add(addition, quantities, pack.path)
        for rule in pack.rules:
            _refuse_twin(rule, rules)
            rules[rule.entry.id] = rule
        for override in pack.overrides:
            _override(override, rules, pack.path)
    settled = [_settled(rule, quantities) for rule in rules.values()]
    return RuleSet(tuple(pack.name for pack in packs), tuple(settled), tuple(quantities.values()))


def _at(path: str, read: Callable[[Node], Found]) -> Found:
    """What a reader finds in a pack's tree."""
    try:
        return read(files.root(path))
    except options.OptionError as error:
        raise files.located(error, path) from error


def _pack(path: str, given: Mapping[str, Node]) -> Pack:
    """Read one pack; the same file with the same parameters is read once a run."""
    key = (files.stamp(path), *sorted((name, id(node)) for name, node in given.items()))
    if key not in _built:
        root = files.root(path)
        pack = built(root, path, given) if files.is_shipped(path) else verified(root, path, given)
        _built[key] = pack, given
    return _built[key][0]


def built(root: Node, path: str, given: Mapping[str, Node], source: str | None = None) -> Pack:
    """A pack from its tree; ``PackError`` names the place of whatever is wrong."""
    try:
        return reading.build(root, path, given)
    except options.OptionError as error:
        raise files.located(error, path, source) from error


def verified(root: Node, path: str, given: Mapping[str, Node], source: str | None = None) -> Pack:
    """A pack of which everything was looked at: patterns compiled, examples read."""
    pack = built(root, path, given, source)
    try:
        options.verify((pack.quantities, pack.additions, pack.rules, *pack.applies.values()))
        for rule in pack.rules:
            # Reading a rule's examples is what checks them.
            rule.entry.examples  # noqa: B018
    except options.OptionError as error:
        raise files.located(error, path, source) from error
    return pack


def _refuse_twin(rule: Rule, known: Mapping[str, Rule]) -> None:
    """Refuse a rule whose id another one has."""
    entry = rule.entry
    if entry.id in known:
        first = known[entry.id].entry
        where = f"{first.path}:{first.line}"
        raise PackError(
            f"规则 {entry.id} 重复，已在 {where} 声明；要改已有的规则，请用 override",
            entry.path,
            entry.line,
            1,
            english=f"rule {entry.id} is declared twice, first at {where}; "
            "to change a rule of another pack, use override",
        )


def _override(override: Override, rules: dict[str, Rule], path: str) -> None:
    """Change or take away a rule of the packs before; ``PackError`` where there is none."""
    id_ = override.key.value
    try:
        if id_ not in rules:
            raise options.unknown("rule", id_, rules, override.key)
        if override.off:
            del rules[id_]
            return
        rule = rules[id_]
        entry = replace(
            rule.entry,
            severity=override.severity or rule.entry.severity,
            messages={
                **rule.entry.messages,
                **reading.messages(override.messages, type(rule)),
            },
        )
    except options.OptionError as error:
        raise files.located(error, path) from error
    rules[id_] = replace(rule, entry=entry)


def _add(addition: Addition, quantities: dict[str, Quantity], path: str) -> None:
    """Add places to a quantity of the packs before; ``PackError`` where there is none."""
    name = addition.key.value
    if name not in quantities:
        raise files.located(options.unknown("quantity", name, quantities, addition.key), path)
    known = quantities[name]
    quantities[name] = replace(known, stated=known.stated + addition.stated)


def _settled(rule: Rule, known: Mapping[str, Quantity]) -> Rule:
    """The rule with its quantities found; ``PackError`` for one that no pack of the set declares."""
    try:
        return rule.settle(known)
    except options.OptionError as error:
        raise files.located(error, rule.entry.path) from error
