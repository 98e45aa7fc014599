"""An authority's own form of inspection, as a pack has it: items, and what answers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.pack.fields import entries, fields, filled
from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.tree import Mapping as MappingNode
from jslint.tree import Scalar
from jslint.tree.store import grown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    import re2

    from jslint.rules.ground.base import Rule
    from jslint.tree import Node

said = Family("packs").phrase

ITEM_KEYS = ("item", "aspect", "basis", "rules", "check", "hand", "deadline")
DEADLINE_KEYS = ("days", "approved", "published")
#: What answers an item: one of the last two, or one or both of the first two.
_ANSWERS = ("rules", "check", "hand", "deadline")


class Deadline(Struct, frozen=True):
    """So many days after the approval a report is to be published.

    ``approved`` and ``published`` find what stands before these dates on a report's cover.
    """

    days: int
    approved: re2._Regexp
    published: re2._Regexp


class Item(Struct, frozen=True, kw_only=True):
    """One line of the form: what is asked, its aspect and basis, and what answers it.

    ``rules`` are the ids that answer it, with ``rule``, one that only this item has. ``hand`` says how
    somebody is to look at it. ``named`` are the places of those ids in the pack.
    """

    item: str
    aspect: str
    basis: str
    rules: tuple[str, ...] = ()
    rule: Rule | None = None
    hand: str = ""
    deadline: Deadline | None = None
    named: tuple[Node, ...] = ()


def items(node: Node, rule: Callable[[Node], Rule]) -> Iterator[Item]:
    """The items of a list; ``rule`` reads the rule that an item has for itself."""
    for one in options.items(node):
        values = fields(one, ITEM_KEYS, ("item", "aspect", "basis"), said("a-item"))
        _refuse_answers(one, values.keys())
        named = grown(values["rules"]) if "rules" in values else None
        check = values.get("check")
        yield Item(
            item=filled(values["item"]),
            aspect=filled(values["aspect"]),
            basis=filled(values["basis"]),
            rules=options.texts(named) if named else (),
            rule=rule(_of_item(check, values)) if check else None,
            hand=filled(values["hand"]) if "hand" in values else "",
            deadline=_deadline(values["deadline"]) if "deadline" in values else None,
            named=_named(named),
        )


def _refuse_answers(node: Node, keys: Collection[str]) -> None:
    given = [key for key in _ANSWERS if key in keys]
    if not given:
        raise options.OptionError(
            said("item-needs-what"),
            node,
        )
    if len(given) > 1 and given != ["rules", "check"]:
        raise options.OptionError(
            said("item-answered-twice", keys=tuple(given)),
            node,
        )


def _named(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    return (node,) if isinstance(node, Scalar) else options.items(node)


def _deadline(node: Node) -> Deadline:
    values = fields(node, DEADLINE_KEYS, DEADLINE_KEYS, said("a-deadline"))
    approved, published = (options.pattern(values[key]) for key in DEADLINE_KEYS[1:])
    return Deadline(options.integer(values["days"]), approved, published)


def _of_item(check: Node, values: dict[str, Node]) -> Node:
    """An item's own rule as a pack writes rules: what it is called and based on, the item says."""
    given = entries(check, said("a-check"))
    for key in ("kind", "message"):
        if key not in {name.value for name, _ in given}:
            raise options.OptionError(said("check-needs", key=key), check)
    own: dict[str, Node] = {
        "id": _scalar(check, "CHK000"),
        "name": _scalar(check, "checklist-item"),
        "title": values["item"],
        "severity": _scalar(check, "error"),
        "reason": values["item"],
        "basis": values["basis"],
    }
    more = tuple((_scalar(check, name), node) for name, node in own.items())
    return MappingNode(check.line, check.column, entries=(*given, *more))


def _scalar(at: Node, value: str) -> Scalar:
    return Scalar(at.line, at.column, value=value)


def require_known(found: tuple[Item, ...], known: Collection[str]) -> None:
    """Raise ``OptionError`` for the first rule that an item names and no pack of the set has."""
    for item in found:
        for name, node in zip(item.rules, item.named, strict=True):
            if name not in known:
                raise options.unknown("rule", name, known, node)
