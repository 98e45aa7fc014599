"""What a pack says, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import re2

    from jslint.diagnostic import Severity
    from jslint.facts import InTable, Quantity, Where
    from jslint.pack.checklists import Item
    from jslint.rules.ground.base import Rule
    from jslint.tree import Node, Scalar


class PackInfo(Struct, frozen=True):
    """A shipped pack, as ``jslint rules`` lists it."""

    name: str
    title: str
    path: str


class Override(Struct, frozen=True):
    """What a pack changes of a rule of the packs that it extends; None leaves as it is.

    ``key`` is where the pack names the rule. ``off`` takes the rule away.
    """

    key: Scalar
    severity: Severity | None = None
    messages: dict[str, Node] = {}
    off: bool = False


class Addition(Struct, frozen=True):
    """Further places where a quantity of the packs that a pack extends is stated.

    ``key`` is where the pack names the quantity.
    """

    key: Scalar
    stated: tuple[Where | InTable, ...]


class Pack(Struct, frozen=True):
    """One file: its own rules and quantities, and how a report of its form is recognised.

    ``forms`` says what such a report is called, by language. ``checklist`` is the form that it is
    inspected by, read of shipped packs only where it is asked for. ``parameters`` are the values that its
    rules, and those of the packs it extends, use as ``$name``.
    """

    name: str
    title: str
    path: str
    extends: tuple[str, ...] = ()
    applies: dict[str, tuple[re2._Regexp, ...]] = {}
    forms: dict[str, str] = {}
    quantities: tuple[Quantity, ...] = ()
    additions: tuple[Addition, ...] = ()
    rules: tuple[Rule, ...] = ()
    overrides: tuple[Override, ...] = ()
    checklist: tuple[Item, ...] = ()
    parameters: dict[str, Node] = {}


class RuleSet(Struct, frozen=True):
    """The rules of some packs and of all that those extend, bases first."""

    packs: tuple[str, ...]
    rules: tuple[Rule, ...]
    quantities: tuple[Quantity, ...] = ()
