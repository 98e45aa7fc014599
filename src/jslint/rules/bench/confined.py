"""What an outturn that is not printed lies between: 财政拨款支出年初预算 9 万元，完成年初预算的 r%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import names, senses
from jslint.claims.model import ACTUAL, AMOUNT
from jslint.rules.bench import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.claims.model import Claim, Claims


#: The side that an outturn is of.
_SPENT = "支出"


def ends(claims: Claims, claim: Claim) -> Iterator[tuple[int, Claim]]:
    """Amounts that a topic's outturn is no more than (1), and those that it is no less than (-1).

    All that its paragraph has spent in total is no less than a part of it, whose name says not of which
    budget it is; and what one of the budgets spent on the same is but some of it.
    """
    name = claims.topics[claim.topic].name
    if senses.side(name) != _SPENT or senses.account(name):
        return
    for other in near.back(claims, claim):
        if _is_spent(claims, other) and senses.is_total(claims.topics[other.topic].name):
            yield 1, other
    for topic in claims.paid(names.plain(name)):
        found = claims.stated(topic)
        if found is not None and _is_spent(claims, found):
            yield -1, found


def _is_spent(claims: Claims, claim: Claim) -> bool:
    """Whether a claim states what was spent this year, for the whole body."""
    return (
        (claim.kind, claim.measure) == (AMOUNT, ACTUAL)
        and claim.is_money
        and near.states(claims, claim)
        and senses.side(claims.topics[claim.topic].name) == _SPENT
    )
