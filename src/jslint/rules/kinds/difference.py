"""difference: a printed change is the amount now less the printed amount that it is measured on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims.model import ACTUAL, AMOUNT, CHANGE, FLAT, PRIOR
from jslint.rules.bench import differing, near, rates, relate
from jslint.rules.bench.averages import is_count
from jslint.rules.bench.cases import Case, Fault, Kept, Open, conclude, settle, weigh
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Difference(Rule, frozen=True, kw_only=True):
    """Where the amount of last year (or a budget) is printed, the change is now less then.

    A change of no stated direction may go either way; 持平 is a change of nothing (基本持平 is not
    held to that). Where the base is not printed there is nothing to check here: a change with a rate
    is the kind ``growth``'s matter.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "current", "base", "formula", "difference", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every change, and every 持平, whose base is printed."""
        for claim in context.claims.claims:
            if claim.kind == CHANGE and (base := near.loose_base(context.claims, claim)):
                yield conclude(self, context, _settled(context, claim, base))
                continue
            if context.claims.rivals(claim):
                if claim.kind == CHANGE and (cases := _readings(context.claims, claim)):
                    yield conclude(self, context, settle(context, cases))
                continue
            if claim.kind == CHANGE or (claim.kind == FLAT and not near.is_about(claim)):
                yield conclude(self, context, _found(context, claim))


def _found(context: Context, claim: Claim) -> Found:
    claims, topic = context.claims, claim.topic
    if claim.figure and is_count(claim):
        current = near.count_near(claims, topic, claim)
        base = near.count_before(claims, topic, claim) if claim.measure == PRIOR else None
        return _case(claim, current, base) if current and base else Open(claim, "no-base")
    if (counted := _level_with(claims, claim)) is not None:
        now = near.count_near(claims, topic, counted)
        return _case(claim, now, counted) if now else Open(claim, "no-base")
    current = near.current_near(claims, topic, claim)
    base = near.base_near(claims, topic, claim)
    if current is not None and base is None and _exceeds(context, claim, current):
        return _negative(claim, current)
    if current is None or base is None:
        return Open(claim, "no-base")
    if _is_of_another(context, claim, current, base):
        return Open(claim, "other-subject")
    return _case(claim, current, base)


def _level_with(claims: Claims, claim: Claim) -> Claim | None:
    """保有量 4 辆，与上年 4 辆持平: the count right before that something is said to be level with."""
    before = claims.claims[claim.index - 1] if claim.index else None
    if claim.kind != FLAT or before is None or before.text is not claim.text:
        return None
    base = (before.kind, before.measure, before.topic) == (AMOUNT, PRIOR, claim.topic)
    return before if base and is_count(before) and before.clause == claim.clause else None


def _readings(claims: Claims, claim: Claim) -> list[Case]:
    """A change by each subject that its clause may be about; none where one has not stated both amounts."""
    if claim.carried or not claim.is_money or not claim.direction:
        return []
    cases = []
    for topic in (claim.topic, *claims.rivals(claim)):
        current = near.current_near(claims, topic, claim)
        base = near.base_near(claims, topic, claim)
        here = [one for one in (current, base) if one is not None and one.text is claim.text]
        if len(here) < 2:  # noqa: PLR2004 - what was, and what is
            return []
        cases.append(_case(claim, *here))
    return cases


def _is_of_another(context: Context, claim: Claim, current: Claim, base: Claim) -> bool:
    """Whether a change does not fit what its sentence stated last, but fits another amount.

    负债 9 元。当年借入 3 元，归还 2 元，较年初 8 元增加 1 元: who states several things may go on with any.
    """
    claims = context.claims
    said = {one.topic for one in near.together(claims, base) if _is_amount(one)}
    if len(said) < 2 or isinstance(weigh(context, _case(claim, current, base)), Kept):  # noqa: PLR2004
        return False
    others = (
        one
        for one in near.back(claims, base)
        if _is_amount(one) and one is not current and not _is_in_wrong_unit(one, current)
    )
    return any(isinstance(weigh(context, _case(claim, one, base)), Kept) for one in others)


def _is_amount(claim: Claim) -> bool:
    return claim.kind == AMOUNT and claim.measure == ACTUAL and claim.is_money


def _is_in_wrong_unit(one: Claim, other: Claim) -> bool:
    """支出 9.50 万元，其中：A 9.50 元: whether the same number is printed in two units, one of them a slip."""
    if one.figure is None or other.figure is None:
        return False
    return one.figure.value == other.figure.value and one.figure.unit != other.figure.unit


def _settled(context: Context, claim: Claim, base: Claim) -> Found:
    """A change on a base that leaves open what it is of: by whichever amount before it fits."""
    claims = context.claims
    row = (claim.topic, *claims.rivals(claim))
    currents = [one for topic in row if (one := near.current_near(claims, topic, claim))]
    if not currents:
        return Open(claim, "no-base")
    found = settle(context, (_case(claim, one, base) for one in currents))
    return replace(found, settled=True) if isinstance(found, Fault) else found


def _negative(claim: Claim, current: Claim) -> Fault:
    """An increase above the amount itself, which would have been negative before."""
    change, now = claim.figure, current.figure
    assert change is not None
    assert now is not None
    shown, other = words.printed(change), words.printed(now)
    return Fault(
        claim=claim,
        others=(current,),
        relation=relate.order(current, claim),
        notes=("negative-base",),
        expected="",
        values={
            "current": other,
            "base": "",
            "formula": f"{other}-{shown}",
            "difference": words.amount(now.exact() - change.exact(), now),
        },
    )


def _case(claim: Claim, current: Claim, base: Claim) -> Case:
    now, before = current.figure, base.figure
    assert now is not None
    assert before is not None
    sign = claim.direction or (1 if now.exact() >= before.exact() else -1)
    return differing.case(claim, current, base, sign)


def _exceeds(context: Context, claim: Claim, current: Claim) -> bool:
    """Whether an increase that no rate goes with is larger than the amount that increased."""
    change, now = claim.figure, current.figure
    return (
        claim.kind == CHANGE
        and claim.direction == 1
        and claim.is_money
        and change is not None
        and now is not None
        and current.text is claim.text
        and not rates.rate_for(context.claims, claim)
        and change.interval().low > now.interval().high
    )
