"""account-lists: the parts of a report that list accounts list the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.names import key
from jslint.diagnostic import Holds
from jslint.phrases import Family
from jslint.rules.bench.grading import capped
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Account, Claim
    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    _Key = tuple[str, ...]

#: How many accounts two parts share at least; of the first one's, at most half may differ.
_FEWEST = 3
#: How many of 类, 款 and 项 are alike in two spellings of one account.
_ALIKE = 2
_MARKS = "类款项"
#: How many accounts of the same 类 a message quotes where none is alike, and what it says of none.
_MOST_NAMED = 3
say = Family("kinds")


class AccountLists(Rule, frozen=True, kw_only=True):
    """Where two parts of a report list accounts by 类, 款 and 项, most of them the same, all are.

    Of two accounts that differ in one of the three alone, one is wrong. An account with none like it
    in the other part is info.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"other"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare the part that states amounts with each of the others."""
        stated: dict[_Key, tuple[Account, Claim]] = {}
        others: dict[int, dict[_Key, Account]] = {}
        for topic in context.claims.topics:
            if topic.account and all(topic.account.names) and topic.path:
                name = tuple(map(key, topic.account.names))
                claim = context.claims.stated(topic.index)
                if claim:
                    stated.setdefault(name, (topic.account, claim))
                else:
                    others.setdefault(id(topic.path[0]), {}).setdefault(name, topic.account)
        for other in others.values():
            shared = stated.keys() & other.keys()
            if len(shared) >= _FEWEST and 2 * len(shared) >= len(stated):
                yield from self._compare(stated, other)

    def _compare(
        self,
        stated: Mapping[_Key, tuple[Account, Claim]],
        other: Mapping[_Key, Account],
    ) -> Iterator[Outcome]:
        left = [name for name in other if name not in stated]
        for name, (account, claim) in stated.items():
            if name in other:
                yield Holds(self.entry.id, ())  # its name was looked at, not its figure
                continue
            near = next((one for one in left if _alike(name, one) >= _ALIKE), None)
            same = [near] if near else [one for one in other if one[0] == name[0]][:_MOST_NAMED]
            yield self.diagnose(
                claim.text.at(0, claim.start),
                path=claim.path,
                severity=capped(self.entry.severity, *([] if near else ["nothing-like-it"])),
                excerpt=_shown(account),
                expected=_shown(other[near]) if near else "",
                actual=_shown(account),
                other="、".join(_shown(other[one]) for one in same)
                or say.phrase("account-lists-none"),
            )


def _alike(one: _Key, two: _Key) -> int:
    return sum(a == b for a, b in zip(one, two, strict=True))


def _shown(account: Account) -> str:
    return "".join(f"{name}（{mark}）" for name, mark in zip(account.names, _MARKS, strict=True))
