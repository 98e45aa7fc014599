"""classes: the items of a class (类) add up to what the structure paragraph says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names, senses
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Case, Fault, Open, conclude
from jslint.rules.ground import renamed
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Account, Claim, Claims, Group, Topic
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Classes(Rule, frozen=True, kw_only=True):
    """Numbered items 某（类）某（款）某（项） of one class add up to the class's amount.

    The class's amount stands in a list of the same level-two section that is of no other budget's
    money, under the class's name; an old name of ``renamed`` and its new one are one class. An item that lacks its （类） is of the class
    whose name it begins with, or of that in which others of its 款 are; where it is of none, the list
    is not looked at.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"renamed": renamed.names}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"account", "stated", "items", "sum", "difference", "note"}
    )

    renamed: renamed.Names | None = None

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare each class of each list of items."""
        claims = context.claims
        for group in claims.groups:
            for account, items in self._by_class(claims, group).items():
                found = self._found(context, group, account, items)
                yield conclude(self, context, found)

    def _found(
        self, context: Context, group: Group, account: str, items: list[Claim | None]
    ) -> Found:
        stated = self._stated(context.claims, group, account)
        present = [item for item in items if item is not None]
        if stated is None or stated.figure is None or len(present) < len(items):
            first = present[0] if present else None
            return Open(first, "part-without-figure", account)
        return _case(account, stated, present)

    def _by_class(self, claims: Claims, group: Group) -> dict[str, list[Claim | None]]:
        found: dict[str, list[Claim | None]] = {}
        accounts = [one for part in group.parts if (one := claims.topics[part].account)]
        if 2 * len(accounts) <= len(group.parts):
            return {}
        for part in group.parts:
            name = _class_of(claims.topics[part], accounts)
            if not name:
                return {}
            found.setdefault(self._current(name), []).append(claims.stated(part))
        return found

    def _current(self, name: str) -> str:
        return self.renamed.current(name) if self.renamed else name

    def _stated(self, claims: Claims, items: Group, account: str) -> Claim | None:
        """The class's amount in another list of the same section."""
        section, key = _section(claims.topics[items.parts[0]]), names.key(account)
        for group in claims.groups:
            for part in group.parts:
                topic = claims.topics[part]
                named = names.key(self._current(topic.name))
                if topic.account is not None or named != key or section != _section(topic):
                    continue
                if not _are_of_two_funds(topic, claims.topics[items.parts[0]]):
                    return claims.stated(part)
        return None


def _are_of_two_funds(one: Topic, other: Topic) -> bool:
    """Whether the headings above two topics name the money of two budgets."""
    return any(
        senses.are_of_two_funds(above.heading.value, over.heading.value)
        for above in one.path
        for over in other.path
    )


def _class_of(item: Topic, others: list[Account]) -> str:
    """The class of an item, or that of the accounts beside it which it is of; empty if it is of none."""
    if item.account is not None and item.account.names[0]:
        return item.account.names[0]
    name = names.plain(item.name)
    begun = (one.names[0] for one in others if one.names[0] and name.startswith(one.names[0]))
    beside = (one.names[0] for one in others if one.names[1] and name.startswith(one.names[1]))
    return next(begun, "") or next(beside, "")


def _case(account: str, stated: Claim, items: list[Claim]) -> Case:
    def fault(result: Result) -> Fault:
        shown = [near.printed(item) for item in items]
        return Fault(
            claim=stated,
            others=tuple(items),
            relation=relation,
            result=result,
            values={
                "account": account,
                "stated": near.printed(stated),
                "items": "+".join(filter(None, shown)),
            },
        )

    relation = relate.total(stated, [(1, item) for item in items])
    return Case(stated, relation, fault)


def _section(topic: Topic) -> list[str]:
    """The headings down to the second level under which a topic stands."""
    return [section.heading.value for section in topic.path if section.level <= 2]  # noqa: PLR2004
