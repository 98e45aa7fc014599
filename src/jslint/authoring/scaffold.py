"""The text of a new pack: one rule of a kind, working, with examples that pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.authoring import book
from jslint.phrases import Family
from jslint.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from jslint.authoring.book import Book
    from jslint.rules.ground.base import Rule

_PACK = """\
# {comment}
pack: {name}
title: {title}
extends: [{extends}]
{facts}
rules:
{rule}"""
_tell = Family("authoring")


class Model(Struct, frozen=True):
    """A rule of a kind, to be copied, and its text."""

    rule: Rule
    text: str


def models(kind: str, books: Iterable[Book]) -> list[Model]:
    """The rules of a kind, the shortest first."""
    found = [
        Model(rule, _text(each, rule))
        for each in books
        for rule in each.rules
        if rule.entry.kind == kind
    ]
    return sorted(found, key=lambda one: len(one.text))


def _text(each: Book, rule: Rule) -> str:
    """The lines that declare a rule."""
    node = book.rule_node(each.root, rule.entry.id)
    assert isinstance(node, Mapping)
    return f"  - {each.source[node.start : node.end].rstrip()}\n"


def quantities(names: Collection[str], books: Iterable[Book]) -> tuple[str, ...]:
    """The lines that declare these quantities, each once, in the order of the packs."""
    found: dict[str, str] = {}
    for each in books:
        facts = each.root.get("facts") if isinstance(each.root, Mapping) else None
        own = {quantity.name for quantity in each.pack.quantities}.intersection(names)
        for key, value in facts.entries if isinstance(facts, Mapping) else ():
            if key.value in own and isinstance(value, Mapping):
                text = each.source[key.start : value.end].rstrip()
                found.setdefault(key.value, f"  {text}\n")
    return tuple(found.values())


def source(
    name: str, identity: str, extends: tuple[str, ...], model: Model, facts: str, lang: str
) -> str:
    """The text of a pack with one rule, a copy of the model, and the quantities it needs."""
    rule = model.text.replace(f"id: {model.rule.entry.id}", f"id: {identity}", 1)
    return _PACK.format(
        comment=_tell(lang, "what-helps"),
        name=_scalar(name),
        title=_scalar(_tell(lang, "title", name=name)),
        extends=", ".join(map(_scalar, extends)),
        facts=f"\nfacts:\n{facts}" if facts else "",
        rule=rule,
    )


def _scalar(text: str) -> str:
    """A text as YAML, in quotes where it holds more than words."""
    if re.fullmatch(r"[\w./ -]*\w", text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
