"""listed-twice: the accounts of one list are different ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names, senses
from jslint.claims.model import ACTUAL, AMOUNT
from jslint.rules.bench import near
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims, Group, Topic
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: A （项） alone may be that of several （款）.
_ITEM = 3


class ListedTwice(Rule, frozen=True, kw_only=True):
    """No account stands twice among the parts of one list: one of the two has the wrong name.

    Two items under numbers of their own are compared, and two of one paragraph. An account is a
    （类） or （款）, or 类, 款 and 项 together.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "here", "there"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every list of which it is sure what it divides."""
        for group in context.claims.groups:
            if group.sure:
                for found in _found(context.claims, group):
                    yield conclude(self, context, found)


def _found(claims: Claims, group: Group) -> Iterator[Found]:
    """Each account that was listed before, and that there is none in a list of several."""
    first: dict[tuple[str, ...], Claim] = {}
    twice = False
    for claim in _stated(claims, group):
        topic = claims.topics[claim.topic]
        name = _account(topic)
        if not name:
            continue
        before = first.setdefault(name, claim)
        if before.topic != claim.topic and _are_apart(claims, before, claim):
            twice = True
            values = {"here": near.printed(claim), "there": near.printed(before)}
            yield Fault(claim=claim, others=(before,), expected="", notes=(), values=values)
    if len(first) > 1 and not twice:
        yield Kept(())  # their names were looked at, not their figures


def _stated(claims: Claims, group: Group) -> list[Claim]:
    """The first amount that the list states for each of its parts."""
    found: dict[int, Claim] = {}
    parts = frozenset(group.parts)
    for claim in claims.claims[group.start : group.end]:
        if claim.topic in parts and claim.kind == AMOUNT and claim.measure == ACTUAL:
            found.setdefault(claim.topic, claim)
    return list(found.values())


def _account(topic: Topic) -> tuple[str, ...]:
    """What tells an account from all others; nothing where the words may mean several."""
    if topic.account is not None and all(topic.account.names):
        return tuple(map(names.key, topic.account.names))
    depth = senses.depth(topic.name)
    masked = senses.is_masked(topic.name) or depth in (0, _ITEM)
    return () if masked or topic.account is not None else (topic.key,)


def _are_apart(claims: Claims, one: Claim, other: Claim) -> bool:
    """Whether two statements are certainly of two items of one list."""
    numbers = [claims.topics[claim.topic].number for claim in (one, other)]
    return one.text is other.text or (all(numbers) and numbers[0] != numbers[1])
