"""Rule packs: YAML to a rule set, refusing whatever is wrong at its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import shipped
from jslint.document import Table
from jslint.limits import DEFAULT
from jslint.pack import assembly, files, reading
from jslint.pack.model import Override, Pack, PackInfo, RuleSet
from jslint.phrases import listed
from jslint.rules.ground import options
from jslint.shipped import folder
from jslint.tree import Mapping as MappingNode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jslint.document import Report
    from jslint.limits import Limits
    from jslint.pack.checklists import Item
    from jslint.tree import Node

__all__ = [
    "Override",
    "Pack",
    "PackInfo",
    "RuleSet",
    "available",
    "checklist",
    "choose",
    "extended",
    "folder",
    "form",
    "ids",
    "is_for",
    "load",
    "names",
    "parse",
    "prepare",
]


def available() -> tuple[PackInfo, ...]:
    """The shipped packs by name."""
    packs = (assembly.built(files.root(path), path, {}) for path in shipped.packs())
    return tuple(PackInfo(pack.name, pack.title, pack.path) for pack in packs)


def prepare() -> None:
    """Read the trees of the shipped packs, which is needed before one can be chosen."""
    for path in shipped.packs():
        files.root(path)


def names() -> tuple[str, ...]:
    """The names of the shipped packs."""
    return tuple(map(shipped.stem, shipped.packs()))


def ids(others: Iterable[Sequence[str]] = (), limits: Limits = DEFAULT) -> set[str]:
    """The ids of the rules of all shipped packs, which are not built, and of sets of others."""
    rules = (_member(files.root(path), "rules") for path in shipped.packs())
    nodes = (_member(rule, "id") for node in rules if node for rule in options.items(node))
    found = {options.text(node) for node in nodes if node}
    for packs in others:
        if set(packs) - set(names()):
            found |= {rule.entry.id for rule in load(packs, limits).rules}
    return found


def _member(node: Node, key: str) -> Node | None:
    return node.get(key) if isinstance(node, MappingNode) else None


def load(names: Sequence[str], limits: Limits = DEFAULT) -> RuleSet:
    """The rule set of packs given by name or by path of a file.

    Raises ``UsageError`` for a pack that does not exist, ``PackError`` for one that is malformed or has too
    much of something.
    """
    return assembly.assemble(assembly.closure(names, limits), limits)


def checklist(names: Sequence[str], limits: Limits = DEFAULT) -> tuple[Item, ...]:
    """The items of the checklists of packs and of all that those extend; raises as ``load`` does."""
    return assembly.checklist(assembly.closure(names, limits), limits)


def choose(report: Report) -> tuple[str, ...]:
    """The shipped packs that recognise a report as of their form; ``mof`` where none does.

    A budget is of the packs for budgets, whatever else would recognise it.
    """
    lines = _lines(report)
    fitting = tuple(
        shipped.stem(path)
        for path in shipped.packs()
        if _fits(path, lines, budget=report.meta.budget)
    )
    return fitting or ("mof",)


def is_for(name: str, report: Report) -> bool:
    """Whether a pack given by name or path is for a report: what its ``applies-to`` says, if any."""
    path = files.locate(name, "")
    if _member(files.root(path), "applies-to") is None:
        return True
    return _fits(path, _lines(report), budget=report.meta.budget)


def extended(path: str, limits: Limits = DEFAULT) -> tuple[str, ...]:
    """What a pack's file says that it extends, by name or path."""
    return tuple(node.value for node in reading.extended(files.root(path, limits)))


def form(names: Sequence[str], kind: str, lang: str) -> str:
    """What reports checked with these packs are called; empty where none of the packs says.

    ``kind`` is what stands for ``{kind}`` in their words.
    """
    said = (reading.forms(files.root(files.locate(name, ""))) for name in names)
    found = (one.get(lang) or one.get("zh", "") for one in said)
    return listed(lang, (one.replace("{kind}", kind) for one in found if one))


def _lines(report: Report) -> dict[str, list[str]]:
    """The lines of a report by which its form is recognised."""
    headings = [*_titles(report), *(entry.value for entry in report.contents)]
    return {"headings": headings, "together": headings, "cover": [report.meta.unit.value]}


def _titles(report: Report) -> Iterator[str]:
    """The headings of a report and the titles of its tables."""
    for path in report.walk():
        yield path[-1].heading.value
        for block in path[-1].blocks:
            if isinstance(block, Table):
                yield block.title.value


def _fits(path: str, lines: Mapping[str, list[str]], *, budget: bool) -> bool:
    """Whether a pack's ``applies-to`` finds a line of the report, or all that stands ``together``."""
    try:
        if reading.for_budgets(files.root(path)) is not budget:
            return False
        applies = reading.applies(files.root(path))
    except options.OptionError as error:
        raise files.located(error, path) from error
    return budget or any(
        (all if key == "together" else any)(
            any(pattern.search(line) for line in lines[key]) for pattern in patterns
        )
        for key, patterns in applies.items()
    )


def parse(source: str, path: str, name: str = "") -> Pack:
    """Read a pack from its YAML text; ``PackError`` names the place of whatever is wrong.

    ``name`` is that by which it is loaded, if it is to have the parameters of the packs it extends.
    """
    given = assembly.scope(name) if name else {}
    return assembly.verified(files.parsed(source, path), path, given, source)
