"""said-equal: an amount that the one before is said to be equal to (与收入合计 A 万元一致) is that amount."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import AMOUNT
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Case, Fault, Kept, conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: What says that amounts are equal is no longer than this.
_LONGEST = 24


class SaidEqual(Rule, frozen=True, kw_only=True):
    """An amount that ``before`` leads up to and ``behind`` follows is the one that its sentence stated last.

    Nothing is wrong where it is any of those that the sentence stated before, or all of them together,
    with the first or without it. What another rule has said of the same figures is not said again.
    """

    BESIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "before": options.pattern,
        "behind": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"printed", "other", "difference", "note"})

    before: re2._Regexp
    behind: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every amount that is said to be what another is."""
        claims = context.claims
        for claim in claims.claims:
            if claim.kind != AMOUNT or not claim.is_money:
                continue
            # A pattern that begins amid a text would have all of it encoded, once for each amount.
            behind = claim.text.value[claim.end : claim.end + _LONGEST]
            if self.behind.match(behind) and self.before.search(near.lead(claims, claim)):
                row = [one for one in near.in_sentence(claims, claim) if _is_amount(one)]
                if row:
                    yield conclude(self, context, _found(claim, row))


def _is_amount(claim: Claim) -> bool:
    return claim.kind == AMOUNT and claim.is_money


def _found(claim: Claim, row: list[Claim]) -> Found:
    assert claim.figure is not None
    values = [one.figure.exact() for one in row if one.figure]
    if claim.figure.exact() in {*values[1:], sum(values), sum(values[:-1])}:
        return Kept((claim.place, *(one.place for one in row)), slack=True)
    relation = relate.same(claim, row[0])
    return Case(claim, relation, partial(_fault, relation, claim, row[0]))


def _fault(relation: Relation, claim: Claim, other: Claim, result: Result) -> Fault:
    return Fault(
        claim=claim,
        others=(other,),
        relation=relation,
        result=result,
        settled=True,
        values={"other": near.printed(other)},
    )
