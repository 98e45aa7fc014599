"""A pack's tree to its rules and quantities, refusing whatever is wrong."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from msgspec import NODEFAULT

from jslint.diagnostic import Severity
from jslint.pack import checklists, parameters
from jslint.pack.fields import entries, fields, filled
from jslint.pack.model import Override, Pack
from jslint.pack.quantities import additions, quantities
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules import KINDS
from jslint.rules.ground import options
from jslint.rules.ground.entry import FIXES, Entry
from jslint.tree import Mapping as MappingNode
from jslint.tree import Scalar, store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import re2

    from jslint.pack.checklists import Item
    from jslint.rules.ground.base import Rule
    from jslint.tree import Node

said = Family("packs").phrase

PACK_KEYS = (
    "pack",
    "title",
    "form",
    "form-en",
    "extends",
    "applies-to",
    "parameters",
    "facts",
    "rules",
    "override",
    "checklist",
)
ENTRY_KEYS = (
    "id",
    "name",
    "kind",
    "title",
    "title-en",
    "severity",
    "message",
    "message-en",
    "reason",
    "reason-en",
    "basis",
    "basis-en",
    "fix",
    "examples",
)
#: What a pack may say of a rule in English too.
_TOLD = ("title", "reason", "basis")
REQUIRED = ("id", "name", "kind", "title", "severity", "message", "reason", "basis")
OVERRIDE_KEYS = ("severity", "message", "message-en")
OFF = "off"
_ID = regex(r"[A-Za-z][A-Za-z0-9-]*")
#: What every message may quote, whatever the rule's kind.
_COMMON = frozenset({"excerpt", "expected", "actual"})


def extends(root: Node) -> tuple[str, ...]:
    """The packs that a pack extends."""
    return tuple(node.value for node in extended(root))


def extended(root: Node) -> tuple[Scalar, ...]:
    """Where a pack names the packs that it extends."""
    node = root.get("extends") if isinstance(root, MappingNode) else None
    if node is None:
        return ()
    named = (node,) if isinstance(node, Scalar) else options.items(node)
    for one in named:
        options.text(one)
    return tuple(one for one in named if isinstance(one, Scalar))


def build(root: Node, path: str, given: Mapping[str, Node], *, tested: bool = False) -> Pack:
    """Read a pack; ``given`` are the parameters of it and of the packs that extend it.

    Of a shipped pack, which is ``tested``, the messages and the keys of rules are taken as they are:
    they are looked at by the tests and not at every run.
    """
    values = fields(root, PACK_KEYS, ("pack", "title"), said("a-pack"))
    own = parameters.declared(root)
    known = parameters.Parameters({**own, **given}, tested=tested)
    facts = known.put(store.grown(values["facts"])) if "facts" in values else None
    rules = values.get("rules")
    return Pack(
        name=filled(values["pack"]),
        title=filled(values["title"]),
        path=path,
        extends=extends(root),
        applies=applies(root),
        forms=forms(root),
        quantities=tuple(quantities(facts)) if facts else (),
        additions=tuple(additions(facts)) if facts else (),
        rules=tuple(_rule(node, path, known, tested=tested) for node in options.items(rules))
        if rules
        else (),
        overrides=tuple(_overrides(values["override"])) if "override" in values else (),
        checklist=() if tested else checklist(root, path, given),
        parameters=own,
    )


def checklist(root: Node, path: str, given: Mapping[str, Node]) -> tuple[Item, ...]:
    """The items of a pack's checklist; none where it has no checklist."""
    node = root.get("checklist") if isinstance(root, MappingNode) else None
    if node is None:
        return ()
    known = parameters.Parameters({**parameters.declared(root), **given})
    return tuple(checklists.items(node, lambda rule: _rule(rule, path, known, tested=False)))


def applies(root: Node) -> dict[str, tuple[re2._Regexp, ...]]:
    """How a report of the pack's form is recognised: patterns for headings and the body's name.

    Titles of tables and entries of the contents page count as headings; those patterns that stand
    ``together`` must all be found among them. (See ``for_budgets`` for the flag beside them.)
    """
    node = root.get("applies-to") if isinstance(root, MappingNode) else None
    if node is None:
        return {}
    read = dict.fromkeys(("headings", "together", "cover"), options.patterns)
    found = options.mapping(node, {**read, "budget": options.flag})
    return {key: patterns for key, patterns in found.items() if key != "budget"}  # type: ignore[misc]


def for_budgets(root: Node) -> bool:
    """Whether a pack is for budgets, and not for accounts."""
    node = root.get("applies-to") if isinstance(root, MappingNode) else None
    flag = node.get("budget") if isinstance(node, MappingNode) else None
    return flag is not None and options.flag(flag)


def forms(root: Node) -> dict[str, str]:
    """What a report of the pack's form is called, by language."""
    nodes = {
        lang: root.get(key) if isinstance(root, MappingNode) else None
        for lang, key in (("zh", "form"), ("en", "form-en"))
    }
    return {lang: filled(node) for lang, node in nodes.items() if node is not None}


def _rule(node: Node, path: str, known: parameters.Parameters, *, tested: bool) -> Rule:
    values = {key.value: value for key, value in entries(node, said("a-rule"))}
    kind_node = values.get("kind")
    if kind_node is None:
        raise options.OptionError(said("rule-needs-kind"), node)
    name = options.text(kind_node)
    kind = KINDS.get(name)
    if kind is None:
        raise options.unknown("kind", name, KINDS, kind_node)
    if not tested:
        fields(node, (*ENTRY_KEYS, *kind.OPTIONS), REQUIRED, said("a-rule"))
        for missing in required(kind):
            if missing not in values:
                raise options.OptionError(said("kind-needs", name=name, missing=missing), node)
    read = {
        key.replace("-", "_"): option(known.put(values[key], key))
        for key, option in kind.OPTIONS.items()
        if key in values
    }
    worded = messages(values, None if tested else kind)
    return kind(entry=_entry(values, worded, path, node.line), **read)


def required(kind: type[Rule]) -> tuple[str, ...]:
    """The options of a kind that have no default."""
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    needed = {
        name
        for at, name in enumerate(names, len(defaults) - len(names))
        if at < 0 or defaults[at] is NODEFAULT
    }
    return tuple(option for option in kind.OPTIONS if option.replace("-", "_") in needed)


def _entry(values: dict[str, Node], worded: dict[str, str], path: str, line: int) -> Entry:
    return Entry(
        id=_id(values["id"]),
        name=filled(values["name"]),
        kind=options.text(values["kind"]),
        title=filled(values["title"]),
        severity=_severity(values["severity"]),
        messages=worded,
        reason=options.text(values["reason"]),
        basis=options.text(values["basis"]),
        english={key: filled(values[f"{key}-en"]) for key in _TOLD if f"{key}-en" in values},
        fix=options.choice(*FIXES)(values["fix"]) if "fix" in values else "",
        samples=values.get("examples"),
        path=path,
        line=line,
    )


def _severity(node: Node) -> Severity:
    return Severity(options.choice(*Severity)(node))


def _id(node: Node) -> str:
    """A rule's id: letters, digits and hyphens, by which users select it."""
    value = options.text(node)
    if not _ID.fullmatch(value):
        raise options.OptionError(
            said("expected-id-such", value=value),
            node,
        )
    return value


def messages(values: Mapping[str, Node], kind: type[Rule] | None) -> dict[str, str]:
    """The message templates by language, refused where they quote what the kind does not offer.

    Without a kind they are taken as they are.
    """
    found = {"zh": values.get("message"), "en": values.get("message-en")}
    given = {lang: node for lang, node in found.items() if node is not None}
    if kind is None:
        return {lang: options.text(node) for lang, node in given.items()}
    return {lang: _message(node, kind) for lang, node in given.items()}


def _message(node: Node, kind: type[Rule]) -> str:
    template = filled(node)
    allowed = kind.VALUES | _COMMON
    try:
        quoted = [part[1:] for part in string.Formatter().parse(template) if part[1] is not None]
    except ValueError as error:
        raise options.OptionError(said("not-message-template"), node) from error
    for name, form, conversion in quoted:
        if name not in allowed:
            raise options.unknown("placeholder", str(name), allowed, node)
        if form or conversion:
            raise options.OptionError(
                said("placeholder-quoted-as", name=name),
                node,
            )
    return template


def _overrides(node: Node) -> Iterable[Override]:
    for key, value in entries(node, said("a-overrides")):
        if not isinstance(value, MappingNode):
            options.choice(OFF)(value)
            yield Override(key, off=True)
            continue
        given = fields(value, OVERRIDE_KEYS, (), said("a-override"))
        severity = given.get("severity")
        off = severity is not None and options.text(severity) == OFF
        texts = {name: node for name, node in given.items() if name != "severity"}
        yield Override(key, _severity(severity) if severity and not off else None, texts, off)
