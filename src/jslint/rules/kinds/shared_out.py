"""shared-out: parts whose printed shares of a whole close at 100 % add up to it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import SHARE
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Case, Fault, conclude
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: Two shares may close at 100 % by chance.
_FEWEST = 3
#: All of a whole, in percent.
_ALL = 100


class SharedOut(Rule, frozen=True, kw_only=True):
    """Three or more parts of a section, no list of one sentence, whose shares close at 100 %.

    Then the section goes through all of the whole, whatever words it uses, so that the parts'
    amounts add up to the whole's. What a list says of its parts is the kind ``division``'s matter.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"whole", "total", "parts", "sum", "difference", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up every such row."""
        for whole, shares in _rows(context.claims):
            total = near.amount_near(context.claims, whole, shares[-1])
            parts = [near.amount_near(context.claims, one.topic, one) for one in shares]
            present = [part for part in parts if part is not None]
            if total is not None and len(present) == len(parts):
                yield conclude(self, context, _case(context, total, present))


def _case(context: Context, total: Claim, parts: Sequence[Claim]) -> Case:
    def fault(result: Result) -> Fault:
        return Fault(
            claim=total,
            others=tuple(parts),
            relation=relation,
            result=result,
            values={
                "whole": context.claims.topics[total.topic].name,
                "total": near.printed(total),
                "parts": "+".join(map(near.printed, parts)),
            },
        )

    relation = relate.total(total, [(1, part) for part in parts])
    return Case(total, relation, fault)


def _rows(claims: Claims) -> Iterator[tuple[int, list[Claim]]]:
    """The shares of each whole in each section, if they close at 100 % and no list has them all."""
    rows: dict[tuple[object, ...], dict[int, Claim]] = {}
    elsewhere = _of_other_lists(claims)
    for claim in claims.claims:
        if claim.kind != SHARE or not claim.figure or claim.whole is None or claim.carried:
            continue
        if claim.index not in elsewhere:
            key = (claim.whole, *(section.heading.value for section in claim.path))
            rows.setdefault(key, {}).setdefault(claim.topic, claim)
    listed = {(group.whole, part) for group in claims.groups for part in group.parts}
    for key, shares in rows.items():
        whole = key[0]
        assert isinstance(whole, int)
        free = [topic for topic in shares if (whole, topic) not in listed]
        if free and len(shares) >= _FEWEST and _close(list(shares.values())):
            yield whole, list(shares.values())


def _of_other_lists(claims: Claims) -> set[int]:
    """Shares that a list gives of its parts, though their words name another whole than it divides.

    本年收入合计 A 万元，其中：B 万元，占总收入 p%: the list may call its whole by a name that something else has.
    """
    return {
        claim.index
        for group in claims.groups
        for parts in [set(group.parts)]
        for claim in claims.claims[group.start : group.end]
        if claim.kind == SHARE and claim.topic in parts and claim.whole != group.whole
    }


def _close(shares: Sequence[Claim]) -> bool:
    """Whether shares add to 100 % as printed."""
    figures: list[Figure] = [share.figure for share in shares if share.figure]
    step = min(figure.step for figure in figures)
    total = sum((figure.exact() for figure in figures), Fraction(0))
    return abs(total - _ALL) <= Fraction(len(figures) + 1, 2) * step
