"""Rule packs: YAML to a rule set, refusing whatever is wrong at its line and column."""

from __future__ import annotations

import os
import re
import string
from typing import TYPE_CHECKING, NoReturn

from msgspec import NODEFAULT, Struct

from jslint import tree
from jslint.claims.model import ACTUAL, BUDGET, PRIOR
from jslint.diagnostic import Severity
from jslint.errors import PackError, UsageError
from jslint.facts import InTable, Quantity, Where
from jslint.figures.figure import UNITS, fold
from jslint.rules import KINDS, options
from jslint.rules.base import Entry, Rule
from jslint.tree import Mapping as MappingNode
from jslint.tree import Node, store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import re2

    from jslint.document import Report

_PACK_KEYS = ("pack", "title", "extends", "applies-to", "facts", "rules")
_ENTRY_KEYS = (
    "id",
    "name",
    "kind",
    "title",
    "severity",
    "message",
    "message-en",
    "reason",
    "basis",
    "examples",
)
_REQUIRED = ("id", "name", "kind", "title", "severity", "message", "reason", "basis")
#: What an amount of the narrative may measure; ``budget`` stands for a budget of any kind.
_MEASURES = (ACTUAL, PRIOR, BUDGET, *(f"{BUDGET}:{kind}" for kind in ("年初", "全年", "调整")))
#: What every message may quote, whatever the rule's kind.
_COMMON = frozenset({"excerpt", "expected", "actual"})


class PackInfo(Struct, frozen=True):
    """A shipped pack, as ``jslint rules`` lists it."""

    name: str
    title: str
    path: str


class Pack(Struct, frozen=True):
    """One file: its own rules and quantities, and how a report of its form is recognised."""

    name: str
    title: str
    path: str
    extends: tuple[str, ...] = ()
    applies: dict[str, tuple[re2._Regexp, ...]] = {}
    quantities: tuple[Quantity, ...] = ()
    rules: tuple[Rule, ...] = ()


class RuleSet(Struct, frozen=True):
    """The rules of some packs and of all that those extend, bases first."""

    packs: tuple[str, ...]
    rules: tuple[Rule, ...]
    quantities: tuple[Quantity, ...] = ()


def folder() -> str:
    """Where the shipped packs are: in the wheel, or at the top of a checkout."""
    # Paths are strings here and in the store: pathlib takes 2.5 ms to load, a fiftieth of a run.
    here = os.path.dirname(os.path.abspath(__file__))
    shipped = os.path.join(here, "_rules")
    return shipped if os.path.isdir(shipped) else os.path.join(here, "..", "..", "rules")


def _files() -> list[str]:
    """The shipped packs' files, by name."""
    top = os.path.normpath(folder())
    return [os.path.join(top, name) for name in sorted(os.listdir(top)) if name.endswith(".yaml")]


def _name(path: str) -> str:
    return os.path.basename(path).removesuffix(".yaml")


def available() -> tuple[PackInfo, ...]:
    """The shipped packs by name."""
    packs = (_read(path) for path in _files())
    return tuple(PackInfo(pack.name, pack.title, pack.path) for pack in packs)


def load(names: Sequence[str]) -> RuleSet:
    """The rule set of packs given by name or by path of a file.

    Raises ``UsageError`` for a pack that does not exist, ``PackError`` for one that is malformed.
    """
    return _assemble(_closure(names))


def choose(report: Report) -> tuple[str, ...]:
    """The shipped packs that recognise a report as of their form; ``mof`` where none does."""
    headings = [path[-1].heading.value for path in report.walk()]
    headings += [entry.value for entry in report.contents]
    lines = {"headings": headings, "cover": [report.meta.unit.value]}
    fitting = tuple(_name(path) for path in _files() if _fits(path, lines))
    return fitting or ("mof",)


def _fits(path: str, lines: Mapping[str, list[str]]) -> bool:
    """Whether a pack's ``applies-to`` finds a line of the report."""
    return any(
        pattern.search(line)
        for key, patterns in _applies(_tree(path)).items()
        for pattern in patterns
        for line in lines[key]
    )


def _assemble(packs: Iterable[Pack]) -> RuleSet:
    seen: dict[str, Rule] = {}
    names, quantities = [], {}
    for pack in packs:
        names.append(pack.name)
        quantities.update({quantity.name: quantity for quantity in pack.quantities})
        for rule in pack.rules:
            if rule.entry.id in seen:
                first = seen[rule.entry.id].entry
                raise PackError(
                    f"rule {rule.entry.id} is declared twice, first at {first.path}:{first.line}",
                    rule.entry.path,
                    rule.entry.line,
                    1,
                )
            seen[rule.entry.id] = rule
    for rule in seen.values():
        _require_quantities(rule, quantities)
    return RuleSet(tuple(names), tuple(seen.values()), tuple(quantities.values()))


def _require_quantities(rule: Rule, known: Iterable[str]) -> None:
    """Refuse a rule that names a quantity which no pack of the set declares."""
    for field in rule.QUANTITIES:
        for name in _flat(getattr(rule, field)):
            if name not in known:
                raise PackError(
                    f"rule {rule.entry.id} names an unknown quantity {name!r}{_hint(name, known)}",
                    rule.entry.path,
                    rule.entry.line,
                    1,
                )


def _flat(names: object) -> Iterable[str]:
    if isinstance(names, str):
        yield names
    elif isinstance(names, tuple):
        for name in names:
            yield from _flat(name)


def _closure(names: Iterable[str]) -> list[Pack]:
    """The packs and all that they extend, each once, bases first."""
    done: dict[str, Pack] = {}

    def visit(name: str, beside: str, above: tuple[str, ...]) -> None:
        path = _locate(name, beside)
        if path in above:
            raise PackError(f"pack extends itself: {' → '.join((*above, path))}", path)
        if path in done:
            return
        pack = _read(path)
        for base in pack.extends:
            visit(base, os.path.dirname(path), (*above, path))
        done[path] = pack

    for name in names:
        visit(name, "", ())
    return list(done.values())


def _locate(name: str, beside: str) -> str:
    """A pack's file: a path as given, a file beside the extending one, or a shipped pack."""
    if name.endswith((".yaml", ".yml")):
        path = os.path.normpath(os.path.join(beside, name))
    else:
        path = os.path.normpath(os.path.join(folder(), f"{name}.yaml"))
    if not os.path.isfile(path):
        known = ", ".join(map(_name, _files()))
        raise UsageError(
            f"没有规则包 {name!r}；内置规则包：{known}；自定义规则包请写出 .yaml 文件的路径"
        )
    return path


_cache: dict[str, Pack] = {}
_trees: dict[str, Node] = {}


def _read(path: str) -> Pack:
    """Read one pack; the same file is read once a run."""
    if path not in _cache:
        shipped = os.path.dirname(path) == os.path.normpath(folder())
        _cache[path] = _build(_tree(path), path) if shipped else parse(_source(path), path)
    return _cache[path]


def _tree(path: str) -> Node:
    """A shipped pack's tree: the kept one where there is one for the file as it is now."""
    if path not in _trees:
        kept = store.load(path)
        if kept is None:
            kept = tree.parse(_source(path), path)
            store.keep(path, kept)
        _trees[path] = kept
    return _trees[path]


def _source(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as stream:
            return stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"cannot be read: {error}", path) from error


def parse(source: str, path: str) -> Pack:
    """Read a pack from its YAML text; ``PackError`` names the place of whatever is wrong."""
    try:
        pack = _build(tree.parse(source, path), path)
        options.verify((pack.quantities, pack.rules, *pack.applies.values()))
        for rule in pack.rules:
            # Reading a rule's examples is what checks them.
            rule.entry.examples  # noqa: B018
    except tree.SyntaxFault as fault:
        raise PackError(fault.message, path, fault.line, fault.column) from fault
    except options.OptionError as error:
        raise PackError(str(error), path, error.node.line, error.node.column) from error
    return pack


def _build(root: Node, path: str) -> Pack:
    try:
        return _pack(root, path)
    except options.OptionError as error:
        raise PackError(str(error), path, error.node.line, error.node.column) from error


def _pack(root: Node, path: str) -> Pack:
    fields = _fields(root, _PACK_KEYS, ("pack", "title"), "a pack")
    facts = fields.get("facts")
    rules = fields.get("rules")
    return Pack(
        name=options.text(fields["pack"]),
        title=options.text(fields["title"]),
        path=path,
        extends=options.texts(fields["extends"]) if "extends" in fields else (),
        applies=_applies(root),
        quantities=tuple(_quantities(store.grown(facts))) if facts else (),
        rules=tuple(_rule(node, path) for node in options.items(rules)) if rules else (),
    )


def _applies(root: Node) -> dict[str, tuple[re2._Regexp, ...]]:
    """How a report of the pack's form is recognised: patterns for headings and for the body's name."""
    node = root.get("applies-to") if isinstance(root, MappingNode) else None
    if node is None:
        return {}
    read = {"headings": options.patterns, "cover": options.patterns}
    return options.mapping(node, read)  # type: ignore[arg-type, return-value]


def _quantities(node: Node) -> Iterable[Quantity]:
    if not isinstance(node, MappingNode):
        raise options.OptionError("expected a mapping of quantity names", node)
    for name, value in node.entries:
        fields = _fields(
            value, ("label", "keyed", "stated"), ("label", "stated"), f"quantity {name.value}"
        )
        stated = tuple(_where(item) for item in options.items(fields["stated"]))
        keyed = "keyed" in fields and options.flag(fields["keyed"])
        yield Quantity(name.value, options.text(fields["label"]), stated, keyed)


def _where(node: Node) -> Where | InTable:
    if isinstance(node, MappingNode) and node.get("table"):
        found = options.mapping(
            node,
            {
                "table": options.pattern,
                "row": options.pattern,
                "column": options.pattern,
            },
        )
        if "column" not in found:
            raise options.OptionError("a statement in a table needs a column", node)
        return InTable(**found)
    found = options.mapping(
        node,
        {
            "section": options.pattern,
            "subject": options.pattern,
            "measure": options.choice(*_MEASURES),
            "unit": _unit,
            "items": options.flag,
        },
    )
    if "subject" not in found and not found.get("items"):
        raise options.OptionError("a statement needs a subject, items or a table", node)
    return Where(**found)  # type: ignore[arg-type]


def _unit(node: Node) -> str:
    """A printed unit by the name that figures know it by, or ``money`` for any amount."""
    name = fold(options.choice("money", *UNITS)(node))
    return UNITS[name].name if name in UNITS else name


def _rule(node: Node, path: str) -> Rule:
    if not isinstance(node, MappingNode):
        raise options.OptionError("a rule is a mapping", node)
    fields = {key.value: value for key, value in node.entries}
    kind_node = fields.get("kind")
    if kind_node is None:
        raise options.OptionError("a rule needs a kind", node)
    kind = KINDS.get(options.text(kind_node))
    if kind is None:
        _unknown("kind", options.text(kind_node), KINDS, kind_node)
    _fields(node, (*_ENTRY_KEYS, *kind.OPTIONS), _REQUIRED, "a rule")
    values = {
        key.replace("-", "_"): read(fields[key])
        for key, read in kind.OPTIONS.items()
        if key in fields
    }
    for name in _required_options(kind):
        if name not in values:
            raise options.OptionError(f"kind {options.text(kind_node)} needs {name!r}", node)
    return kind(entry=_entry(fields, kind, path, node.line), **values)


def _required_options(kind: type[Rule]) -> Iterator[str]:
    """The options of a kind that have no default."""
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    for at, name in enumerate(names, len(defaults) - len(names)):
        if (at < 0 or defaults[at] is NODEFAULT) and name != "entry":
            yield name


def _entry(fields: dict[str, Node], kind: type[Rule], path: str, line: int) -> Entry:
    messages = {"zh": _message(fields["message"], kind)}
    if "message-en" in fields:
        messages["en"] = _message(fields["message-en"], kind)
    return Entry(
        id=_id(fields["id"]),
        name=_filled(fields["name"]),
        kind=options.text(fields["kind"]),
        title=_filled(fields["title"]),
        severity=Severity(options.choice(*Severity)(fields["severity"])),
        messages=messages,
        reason=options.text(fields["reason"]),
        basis=options.text(fields["basis"]),
        samples=fields.get("examples"),
        path=path,
        line=line,
    )


def _filled(node: Node) -> str:
    """A text that is not empty."""
    value = options.text(node)
    if not value.strip():
        raise options.OptionError("expected a text, not nothing", node)
    return value


def _id(node: Node) -> str:
    """A rule's id: letters, digits and hyphens, by which users select it."""
    value = options.text(node)
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", value):
        raise options.OptionError(f"expected an id such as SUM901, not {value!r}", node)
    return value


def _message(node: Node, kind: type[Rule]) -> str:
    """A message template, refused where it quotes what its kind does not offer."""
    template = _filled(node)
    allowed = kind.VALUES | _COMMON
    try:
        quoted = [part[1:] for part in string.Formatter().parse(template) if part[1] is not None]
    except ValueError as error:
        raise options.OptionError(f"not a message template: {error}", node) from error
    for name, form, conversion in quoted:
        if name not in allowed:
            _unknown("placeholder", str(name), allowed, node)
        if form or conversion:
            raise options.OptionError(
                f"placeholder {name!r} is quoted as it is, without a form", node
            )
    return template


def _fields(
    node: Node, allowed: Sequence[str], required: Sequence[str], what: str
) -> dict[str, Node]:
    if not isinstance(node, MappingNode):
        raise options.OptionError(f"{what} is a mapping", node)
    for key, _ in node.entries:
        if key.value not in allowed:
            _unknown("key", key.value, allowed, key)
    fields = {key.value: value for key, value in node.entries}
    for name in required:
        if name not in fields:
            raise options.OptionError(f"{what} needs {name!r}", node)
    return fields


def _unknown(what: str, name: str, known: Iterable[str], node: Node) -> NoReturn:
    raise options.OptionError(f"unknown {what} {name!r}{_hint(name, known)}", node)


def _hint(name: str, known: Iterable[str]) -> str:
    # difflib is needed only to word an error; it would cost every run 2 ms.
    from difflib import get_close_matches  # noqa: PLC0415

    known = sorted(known)
    close = get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(known)}"
