"""Packs together: what they extend, their parameters, what they change of one another."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from jslint import shipped
from jslint.errors import PackError, UsageError
from jslint.limits import DEFAULT, LimitError
from jslint.pack import checklists, extent, files, parameters, reading
from jslint.pack.model import Pack, RuleSet
from jslint.phrases import Family
from jslint.rules.ground import options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from jslint.facts import Quantity
    from jslint.limits import Limits
    from jslint.pack.checklists import Item
    from jslint.pack.model import Addition, Override
    from jslint.rules.ground.base import Rule
    from jslint.tree import Node

said = Family("packs").phrase

Found = TypeVar("Found")

#: A chain of packs, each extending the next, is at most so long.
_DEEPEST = 50
#: Packs that were read, with their trees and parameters, whose identity is part of the key.
_built: dict[tuple[object, ...], tuple[Pack, Node, Mapping[str, Node]]] = {}


def closure(names: Iterable[str], limits: Limits = DEFAULT) -> list[str]:
    """The files of the packs and of all that they extend, each once, bases first.

    Raises ``UsageError`` for a pack that does not exist, ``PackError`` for one that is extended and
    does not exist, and for packs in a circle.
    """
    done: dict[str, str] = {}

    def visit(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            circle = " → ".join((*above, path))
            raise PackError(said("pack-extends-itself", circle=circle), path)
        if len(above) > _DEEPEST:
            raise PackError(
                said("packs-extend-one", deepest=_DEEPEST),
                path,
            )
        # One file may be named in several ways.
        whole = path if shipped.is_shipped(path) else os.path.realpath(path)
        if whole in done:
            return
        for base in _bases(path, limits):
            visit(base, (*above, path))
        done[whole] = path

    for name in names:
        visit(files.locate(name, ""), ())
    return list(done.values())


def _bases(path: str, limits: Limits) -> list[str]:
    """The files of the packs that a pack extends; ``PackError`` at one that does not exist."""
    found = []
    for node in _at(path, reading.extended, limits):
        try:
            # A pack written on Windows is to be read elsewhere too.
            found.append(files.locate(node.value.replace("\\", "/"), os.path.dirname(path)))
        except UsageError as error:
            raise PackError(error.message, path, node.line, node.column) from error
    return found


def _scopes(paths: Iterable[str]) -> dict[str, dict[str, Node]]:
    """The parameters that each pack is read with.

    They are those of the packs that it extends, its own, and those of the packs that extend it;
    the later in this order hold.
    """
    declared = {path: _at(path, parameters.declared) for path in paths}
    scopes: dict[str, dict[str, Node]] = {path: {} for path in declared}
    if any(declared.values()):
        kept = {os.path.realpath(path): path for path in declared}
        under = {
            path: {kept[os.path.realpath(base)] for base in closure([path])}
            for path in kept.values()
        }
        for path, own in declared.items():
            for other, scope in scopes.items():
                if path in under[other] or other in under[path]:
                    scope.update(own)
    return scopes


def scope(name: str) -> Mapping[str, Node]:
    """The parameters that a pack is read with where it is loaded by this name."""
    *_, last = _scopes(closure([name])).values()
    return last


#: The rule sets of packs that were put together, which a run asks for with each report.
_assembled: dict[tuple[object, ...], RuleSet] = {}
_MOST_ASSEMBLED = 64


def assemble(paths: Iterable[str], limits: Limits = DEFAULT) -> RuleSet:
    """The rule set of some files, bases first; ``PackError`` where they do not fit together."""
    scopes = _scopes(paths)
    packs = [_pack(path, scopes, limits) for path in scopes]
    # A pack that was read is kept, so that no other ever has its identity.
    key = (*map(id, packs), limits)
    if key not in _assembled:
        if len(_assembled) >= _MOST_ASSEMBLED:
            _assembled.clear()
        _assembled[key] = _together(packs, scopes, limits)
    return _assembled[key]


def _together(
    packs: Sequence[Pack], scopes: Mapping[str, Mapping[str, Node]], limits: Limits
) -> RuleSet:
    """The rule set of packs; ``PackError`` where they do not fit together."""
    quantities: dict[str, Quantity] = {}
    rules: dict[str, Rule] = {}
    off: dict[str, Rule] = {}
    for pack in packs:
        quantities.update({quantity.name: quantity for quantity in pack.quantities})
        for addition in pack.additions:
            _add(addition, quantities, pack.path)
        for rule in pack.rules:
            _refuse_twin(rule, rules)
            rules[rule.entry.id] = rule
        if len(rules) > limits.rules:
            raise LimitError(pack.path, "rules", limits.rules)
        for override in pack.overrides:
            _override(override, rules, off, pack.path)
        _require_answers(pack.checklist, rules.keys() | off.keys(), pack.path)
    settled = [_settled(rule, quantities, scopes) for rule in rules.values()]
    return RuleSet(tuple(pack.name for pack in packs), tuple(settled), tuple(quantities.values()))


def _require_answers(found: tuple[Item, ...], known: AbstractSet[str], path: str) -> None:
    """Refuse a checklist that names a rule which no pack has."""
    try:
        checklists.require_known(found, known)
    except options.OptionError as error:
        raise files.located(error, path) from error


def checklist(paths: Iterable[str], limits: Limits = DEFAULT) -> tuple[Item, ...]:
    """The items of the checklists of some files, bases first, their own rules ready to be used.

    An item that a later pack has again stands where the first did, as the later pack has it; those of
    one aspect stand together.
    """
    scopes = _scopes(paths)
    ruleset = assemble(scopes, limits)
    known = {quantity.name: quantity for quantity in ruleset.quantities}
    ids = {rule.entry.id for path in scopes for rule in _pack(path, scopes, limits).rules}
    found: dict[str, Item] = {}
    for path, given in scopes.items():
        own = _own(path, given, scopes)
        _require_answers(own, ids, path)
        found.update((one.item, one) for one in own)
    aspects = list(dict.fromkeys(one.aspect for one in found.values()))
    ordered = sorted(found.values(), key=lambda one: aspects.index(one.aspect))
    return tuple(_numbered(one, at, known, scopes) for at, one in enumerate(ordered, 1))


def _own(
    path: str, given: Mapping[str, Node], scopes: Mapping[str, Mapping[str, Node]]
) -> tuple[Item, ...]:
    """The items of one pack."""
    try:
        found = reading.checklist(files.root(path), path, given)
        options.verify(found)
    except options.OptionError as error:
        raise _located(error, path, scopes) from error
    return found


def _numbered(
    item: Item, at: int, known: Mapping[str, Quantity], scopes: Mapping[str, Mapping[str, Node]]
) -> Item:
    """An item whose own rule has an id of its own, and its quantities."""
    if item.rule is None:
        return item
    entry = replace(item.rule.entry, id=f"CHK{at:03}")
    return replace(item, rule=_settled(replace(item.rule, entry=entry), known, scopes))


def _at(path: str, read: Callable[[Node], Found], limits: Limits = DEFAULT) -> Found:
    """What a reader finds in a pack's tree."""
    try:
        return read(files.root(path, limits))
    except options.OptionError as error:
        raise files.located(error, path) from error


def _pack(path: str, scopes: Mapping[str, Mapping[str, Node]], limits: Limits) -> Pack:
    """Read one pack; the same tree with the same parameters is read once a run."""
    root, given = files.root(path), scopes[path]
    key = (path, id(root), *sorted((name, id(node)) for name, node in given.items()))
    if key not in _built:
        try:
            if shipped.is_shipped(path):
                pack = reading.build(root, path, given, tested=True)
            else:
                pack = _verified(root, path, given, limits)
            _built[key] = pack, root, given
        except options.OptionError as error:
            raise _located(error, path, scopes) from error
    return _built[key][0]


def _located(
    error: options.OptionError, path: str, scopes: Mapping[str, Mapping[str, Node]]
) -> PackError:
    """The error at its place, which is in another file where that gave a parameter its value."""
    for other in scopes:
        own = _at(other, parameters.declared).values()
        if any(one is error.node for value in own for one in parameters.nodes(value)):
            return files.located(error, other)
    return files.located(error, path)


def built(root: Node, path: str, given: Mapping[str, Node], source: str | None = None) -> Pack:
    """A pack from its tree; ``PackError`` names the place of whatever is wrong."""
    try:
        return reading.build(root, path, given)
    except options.OptionError as error:
        raise files.located(error, path, source) from error


def verified(root: Node, path: str, given: Mapping[str, Node], source: str | None = None) -> Pack:
    """A pack of which everything was looked at; ``PackError`` names the place of what is wrong."""
    try:
        return _verified(root, path, given, DEFAULT)
    except options.OptionError as error:
        raise files.located(error, path, source) from error


def _verified(root: Node, path: str, given: Mapping[str, Node], limits: Limits) -> Pack:
    """A pack of which everything was looked at: patterns compiled, examples read."""
    pack = reading.build(root, path, given)
    extent.require(pack, limits)
    options.verify(
        (pack.quantities, pack.additions, pack.rules, pack.checklist, *pack.applies.values())
    )
    for rule in pack.rules:
        # Reading a rule's examples is what checks them.
        rule.entry.examples  # noqa: B018
    return pack


def _refuse_twin(rule: Rule, known: Mapping[str, Rule]) -> None:
    """Refuse a rule whose id another one has."""
    entry = rule.entry
    if entry.id in known:
        first = known[entry.id].entry
        where = f"{first.path}:{first.line}"
        raise PackError(
            said("rule-declared-twice", id=entry.id, where=where),
            entry.path,
            entry.line,
            1,
        )


def _override(override: Override, rules: dict[str, Rule], off: dict[str, Rule], path: str) -> None:
    """Change a rule of the packs before, or put it ``off``; ``PackError`` where there is none.

    What one pack puts off stays so, whatever another says of it that extends the same packs.
    """
    id_ = override.key.value
    try:
        rule = rules.get(id_) or off.get(id_)
        if rule is None:
            raise options.unknown("rule", id_, rules, override.key)
        if override.off:
            off[id_] = rule
            rules.pop(id_, None)
            return
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
    if id_ in rules:
        rules[id_] = replace(rule, entry=entry)


def _add(addition: Addition, quantities: dict[str, Quantity], path: str) -> None:
    """Add places to a quantity of the packs before; ``PackError`` where there is none."""
    name = addition.key.value
    if name not in quantities:
        raise files.located(options.unknown("quantity", name, quantities, addition.key), path)
    known = quantities[name]
    quantities[name] = replace(known, stated=known.stated + addition.stated)


def _settled(
    rule: Rule, known: Mapping[str, Quantity], scopes: Mapping[str, Mapping[str, Node]]
) -> Rule:
    """The rule with its quantities found; ``PackError`` for one that no pack of the set declares."""
    try:
        return rule.settle(known)
    except options.OptionError as error:
        raise _located(error, rule.entry.path, scopes) from error
