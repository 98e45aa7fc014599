"""adjusted: a budget as adjusted is the one of the year's beginning and what was added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import ADJUSTED, AMOUNT, BUDGET, budget_of
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Case, Fault, Open, conclude
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: What a budget is called before it is adjusted, and after.
_BEFORE = (budget_of("年初"), BUDGET)
_AFTER = (budget_of("全年"), budget_of("调整"))


class Adjusted(Rule, frozen=True, kw_only=True):
    """What was added to a budget or taken from it leads from the one to the other.

    All three stand in one paragraph and are of one subject: the budget of the year's beginning and the
    budget as adjusted, with the adjustments right behind one of them. Where another amount stands
    between them, the adjustments may not be all, and nothing is said.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "formula", "right", "difference", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up every such row."""
        claims = context.claims.claims
        for at, claim in enumerate(claims):
            if claim.measure == ADJUSTED and (not at or claims[at - 1].measure != ADJUSTED):
                yield conclude(self, context, _found(context.claims, at))


def _found(claims: Claims, start: int) -> Found:
    row, end = claims.claims, start
    while end < len(row) and row[end].measure == ADJUSTED and _is_with(row[start], row[end]):
        end += 1
    first, added = row[start], row[start:end]
    # 年初预算 B，追加 C，全年预算 A；全年预算 A（年初预算 B，追加 C）；年初预算 B，全年预算 A，追加 C
    around = ((start - 1, end), (start - 1, start - 2), (start - 2, start - 1))
    for one, other in around:
        if min(one, other) >= 0 and max(one, other) < len(row):
            before, after = row[one], row[other]
            if _is_budget(before, first, _BEFORE) and _is_budget(after, first, _AFTER):
                return _case(before, added, after)
    return Open(first, "no-budget")


def _is_with(first: Claim, other: Claim) -> bool:
    return other.text is first.text and other.topic == first.topic


def _is_budget(claim: Claim, first: Claim, measures: tuple[str, ...]) -> bool:
    """Whether a claim states one of these budgets of what is adjusted."""
    return claim.kind == AMOUNT and claim.measure in measures and _is_with(first, claim)


def _case(before: Claim, added: Sequence[Claim], after: Claim) -> Case:
    signed = [(1, before), *((one.direction or 1, one) for one in added)]
    relation = relate.total(after, signed)
    shown = "".join(f"{'-' if sign < 0 else '+'}{near.printed(one)}" for sign, one in signed)

    def fault(result: Result) -> Fault:
        return Fault(
            claim=after,
            others=(before, *added),
            relation=relation,
            result=result,
            values={"formula": shown.removeprefix("+")},
        )

    return Case(after, relation, fault)
