"""What looks wrong about a pack that is well formed: a diagnostic for each, with the remedy."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.authoring import book, known, matching, trial
from jslint.authoring.patterns import patterns, shape
from jslint.diagnostic import Diagnostic, Severity
from jslint.document import Place
from jslint.phrases import Family, listed
from jslint.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jslint.authoring.book import Book
    from jslint.authoring.patterns import Found
    from jslint.rules.ground.base import Rule
    from jslint.tree import Node

_tell = Family("authoring")


class Check(Struct, frozen=True):
    """One thing to look for: its code, and its name, under which the catalogue has the message."""

    code: str
    name: str


#: The codes go on from those of structured reports that are not well formed (SYN001 to SYN003).
CHECKS = (
    Check("SYN101", "unused-quantity"),
    Check("SYN102", "stated-twice"),
    Check("SYN103", "same-rule"),
    Check("SYN104", "unknown-table"),
    Check("SYN105", "unknown-section"),
    Check("SYN106", "never-matches"),
    Check("SYN107", "quotes-nothing"),
    Check("SYN108", "no-english"),
    Check("SYN109", "no-example"),
)
#: So many placeholders are named to who uses none.
_SHOWN = 4
_BY_NAME = {check.name: check for check in CHECKS}


class _Desk(Struct, frozen=True):
    """What a review looks at: a pack, the quantities that rules use, the reader's language."""

    book: Book
    used: frozenset[str]
    lang: str

    def say(self, name: str, at: Node, excerpt: str = "", /, **values: object) -> Diagnostic:
        """Word one thing at its place."""
        check = _BY_NAME[name]
        return Diagnostic(
            rule=check.code,
            name=name,
            severity=Severity.WARNING,
            message=_tell(self.lang, name, **values),
            place=Place(order=(at.line, at.column), line=at.line, column=at.column),
            excerpt=excerpt,
        )

    def word(self, key: str, **values: object) -> str:
        """A phrase in the reader's language."""
        return _tell(self.lang, key, **values)

    def near(self, names: tuple[str, ...]) -> str:
        """The names that may have been meant, if there are any."""
        return self.word("near", names=listed(self.lang, names)) if names else ""

    def patterns(self) -> Iterator[Found]:
        """Every pattern that the pack's file states."""
        pack = self.book.pack
        applies = tuple(pack.applies.values())
        return patterns((self.book.quantities, pack.additions, self.book.rules, applies))

    def node(self, rule: Rule) -> Node:
        """Where a rule is declared."""
        return book.rule_node(self.book.root, rule.entry.id)


def review(pack: Book, used: frozenset[str], lang: str) -> tuple[Diagnostic, ...]:
    """All that looks wrong about a pack's file, in its order.

    ``used`` are the quantities that any rule names, in this pack or in one that extends it.
    """
    desk = _Desk(pack, used, lang)
    found = [one for look in _LOOKS for one in look(desk)]
    return tuple(sorted(found, key=lambda one: (one.place.order, one.rule)))


def _unused(desk: _Desk) -> Iterator[Diagnostic]:
    for quantity in desk.book.quantities:
        if quantity.name not in desk.used:
            at = book.quantity_node(desk.book.root, quantity.name)
            yield desk.say(
                "unused-quantity", at, quantity.name, name=quantity.name, label=quantity.label
            )


def _stated_twice(desk: _Desk) -> Iterator[Diagnostic]:
    pack = desk.book.pack
    known = {quantity.name: quantity.stated for quantity in desk.book.ruleset.quantities}
    own = {quantity.name: quantity.stated for quantity in pack.quantities}
    for name, added in (own | {one.key.value: one.stated for one in pack.additions}).items():
        # A pack's places come last in its own rule set, behind those of the packs that it extends.
        begin = len(known[name]) - len(added)
        first: dict[object, int] = {}
        for number, stated in enumerate(known[name], 1):
            before = first.setdefault(shape(stated), number)
            if before != number > begin:
                nodes = (one.node for one in patterns(stated))
                at = min(nodes, key=lambda node: (node.line, node.column), default=None)
                yield desk.say(
                    "stated-twice",
                    at or book.quantity_node(desk.book.root, name),
                    name,
                    name=name,
                    first=before,
                    second=number,
                )


def _same_rule(desk: _Desk) -> Iterator[Diagnostic]:
    own = {rule.entry.id for rule in desk.book.rules}
    first: dict[object, Rule] = {}
    for rule in desk.book.ruleset.rules:
        other = first.setdefault(shape(rule), rule)
        if other is not rule and rule.entry.id in own:
            yield desk.say(
                "same-rule",
                desk.node(rule),
                rule.entry.id,
                rule=rule.entry.id,
                other=other.entry.id,
                place=f"{other.entry.path}:{other.entry.line}",
            )


def _unknown_table(desk: _Desk) -> Iterator[Diagnostic]:
    titles = known.tables(desk.book.ruleset.rules)
    yield from _unknown(desk, "unknown-table", ("table", "tables"), titles)


def _unknown_section(desk: _Desk) -> Iterator[Diagnostic]:
    titles = known.sections(desk.book.ruleset.rules)
    yield from _unknown(desk, "unknown-section", ("section",), titles)


def _unknown(
    desk: _Desk, name: str, fields: tuple[str, ...], titles: known.Titles
) -> Iterator[Diagnostic]:
    """The patterns in these fields that fit no title; none where no title is demanded."""
    for one in desk.patterns() if titles.names else ():
        if one.field in fields and not titles.fit(one.pattern):
            near = desk.near(titles.near(one.node.value))
            yield desk.say(name, one.node, one.node.value, pattern=one.node.value, near=near)


def _never(desk: _Desk) -> Iterator[Diagnostic]:
    for one in desk.patterns():
        text = one.node.value
        if not matching.can_match(text):
            why = "anchors"
        elif one.field in known.TEXTS and not matching.can_match(text, known.TEXTS[one.field][1]):
            why = known.TEXTS[one.field][0]
        else:
            continue
        yield desk.say("never-matches", one.node, text, pattern=text, why=desk.word(why))


def _quotes_nothing(desk: _Desk) -> Iterator[Diagnostic]:
    for rule in desk.book.rules:
        node = desk.node(rule)
        offered = ("excerpt", *sorted(rule.VALUES))[:_SHOWN]
        values = listed(desk.lang, (f"{{{value}}}" for value in offered))
        for lang, message in rule.entry.messages.items():
            if not any(name for _, name, _, _ in string.Formatter().parse(message)):
                key = "message" if lang == "zh" else f"message-{lang}"
                at = node.get(key) if isinstance(node, Mapping) else None
                yield desk.say("quotes-nothing", at or node, message, values=values)


def _no_english(desk: _Desk) -> Iterator[Diagnostic]:
    for rule in desk.book.rules:
        if "en" not in rule.entry.messages:
            yield desk.say("no-english", desk.node(rule), rule.entry.id, rule=rule.entry.id)


def _no_example(desk: _Desk) -> Iterator[Diagnostic]:
    for rule, bad in trial.lacking(desk.book.rules):
        sort = desk.word("bad" if bad else "good")
        yield desk.say("no-example", desk.node(rule), rule.entry.id, rule=rule.entry.id, sort=sort)


_LOOKS: tuple[Callable[[_Desk], Iterator[Diagnostic]], ...] = (
    _unused,
    _stated_twice,
    _same_rule,
    _unknown_table,
    _unknown_section,
    _never,
    _quotes_nothing,
    _no_english,
    _no_example,
)
