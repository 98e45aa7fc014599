"""Which statement of a topic a claim speaks of: the nearest before it, else the first after."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from jslint.claims import senses
from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
    ASSUMED,
    BUDGET,
    CHANGE,
    EARLIER,
    ELSEWHEN,
    GROWTH,
    PAST,
    PRIOR,
    SHARE,
)
from jslint.figures.figure import Dimension
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.claims.model import Claim, Claims, Group


#: How the measure of another year's budget ends.
_PLANNED = ("预算", "预算数")
#: What ends a sentence.
_STOP = "。"


def states(claims: Claims, claim: Claim) -> bool:
    """Whether a claim states this year's amount of something named with it, for the whole body."""
    return (
        claim.kind == AMOUNT
        and claim.measure == ACTUAL
        and claim.figure is not None
        and not claim.carried
        and not claims.rivals(claim)
        and not claims.level(claim)
        and not senses.is_scoped(claims.topics[claim.topic].name)
    )


def amount_near(claims: Claims, topic: int, claim: Claim, measure: str = ACTUAL) -> Claim | None:
    """The money amount of a topic that a reader of ``claim`` has in mind."""
    return claims.amount(topic, measure, claim.index)


def current_near(claims: Claims, topic: int, claim: Claim) -> Claim | None:
    """What a topic comes to now; a budget in a text that speaks of budgets alone."""
    if claim.measure.startswith(ELSEWHEN):
        return None
    if claim.measure.startswith(EARLIER):
        then = amount_near(claims, topic, claim, PRIOR)
        return then if then is not None and then.text is claim.text else None
    actual = amount_near(claims, topic, claim)
    against = claim.measure.startswith(BUDGET) and claim.kind != SHARE
    if (planned := _planned_then(claims, topic, claim)) is not None:
        return planned
    if actual is not None and (actual.text is claim.text or against):
        return actual if against else _planned_before(claims, topic, claim, actual) or actual
    if actual is not None or against:
        return actual  # a budget does not differ from itself
    before = claims.before(claim, topic, AMOUNT)
    return next((one for one in before if one.measure.startswith(BUDGET) and one.is_money), None)


def _planned_then(claims: Claims, topic: int, claim: Claim) -> Claim | None:
    """预算 8 万元，比上年预算 9 万元减少 r%: the budget that is measured on that of another year, right before it."""
    if not claim.measure.startswith(f"{PRIOR}:") or not claim.measure.endswith(_PLANNED):
        return None
    before = (one for one in claims.before(claim, topic, AMOUNT) if one.measure != claim.measure)
    last = next(before, None)
    return last if last and last.measure.startswith(BUDGET) and last.is_money else None


def _planned_before(claims: Claims, topic: int, claim: Claim, actual: Claim) -> Claim | None:
    """收入预算 9 万元，比上年增长 r%，收入决算 8 万元: the budget that a change right behind it is of."""
    if actual.index < claim.index or claim.kind == SHARE:
        return None
    before = next(claims.before(claim, topic, AMOUNT), None)
    return before if before and before.measure.startswith(BUDGET) and before.is_money else None


def count_near(claims: Claims, topic: int, claim: Claim) -> Claim | None:
    """The last count of a topic before a claim in its paragraph, in the claim's unit if it counts."""
    unit = claim.figure.unit if claim.figure else None
    found = (
        other
        for other in claims.before(claim, topic, AMOUNT, ACTUAL)
        if other.figure
        and other.figure.unit.dimension is Dimension.COUNT
        and (unit is None or unit.dimension is not Dimension.COUNT or unit == other.figure.unit)
    )
    return next(found, None)


def count_before(
    claims: Claims, topic: int, claim: Claim, like: Claim | None = None
) -> Claim | None:
    """The count that a change of one in its unit, or in that of another, is measured on, if its paragraph prints it."""
    counted = like or claim
    unit = counted.figure.unit if counted.figure else None
    stated = claims.before(claim, topic, AMOUNT, PRIOR)
    return next((one for one in stated if one.figure and one.figure.unit == unit), None)


def counts_near(claims: Claims, topic: int, claim: Claim) -> tuple[Claim | None, Claim | None]:
    """What a rate of counts lies between: 由 20 辆增加到 25 辆，增长 25%; now, and the year before."""
    now = count_near(claims, topic, claim)
    return now, count_before(claims, topic, claim, now)


def now_near(claims: Claims, topic: int, claim: Claim, change: Claim) -> Claim | None:
    """What a topic comes to now in the unit of its change: an amount, or a count of the paragraph."""
    if change.is_money:
        return current_near(claims, topic, claim)
    return count_near(claims, topic, change) or _count_behind(claims, topic, claim, change)


def _count_behind(claims: Claims, topic: int, claim: Claim, change: Claim) -> Claim | None:
    """减少 1 批次，下降 r%，为 4 批次: the count right behind its change and its rate."""
    unit = change.figure.unit if change.figure else None
    behind = claims.claims[claim.index + 1 : claim.index + 2]
    alike = [one for one in behind if (one.topic, one.kind, one.measure) == (topic, AMOUNT, ACTUAL)]
    alike = [one for one in alike if one.text is claim.text and one.figure]
    return next((one for one in alike if one.figure and one.figure.unit == unit), None)


def budgets_near(claims: Claims, topic: int, claim: Claim) -> list[Claim]:
    """The budgets of a topic that a rate or comparison may speak of, each kind's nearest.

    A claim that names a kind of budget speaks of that kind, or of one that its own paragraph prints
    without naming a kind; one that names none may speak of any.
    """
    if claim.measure != BUDGET:
        named = amount_near(claims, topic, claim, claim.measure)
        if named or not claim.measure.startswith(BUDGET):
            return [named] if named else []
        return list(islice(claims.before(claim, topic, AMOUNT, BUDGET), 1)) or _budget_behind(
            claims, topic, claim
        )
    found = [claims.amount(topic, measure, claim.index) for measure in claims.budgets(topic)]
    return sorted((one for one in found if one), key=lambda one: -one.index)


def _budget_behind(claims: Claims, topic: int, claim: Claim) -> list[Claim]:
    """完成年初预算的 r%，预算 A 万元，决算 B 万元: the budget of a topic right behind a rate of it."""
    behind = claims.claims[claim.index + 1 : claim.index + 2]
    of_it = [one for one in behind if (one.topic, one.kind) == (topic, AMOUNT)]
    return [one for one in of_it if one.measure == BUDGET and one.text is claim.text]


def base_near(claims: Claims, topic: int, claim: Claim) -> Claim | None:
    """The printed amount that a change or a rate of change is measured on, if it is certain which."""
    if claim.measure.startswith(f"{EARLIER}:"):
        return amount_near(claims, topic, claim, PRIOR + claim.measure.removeprefix(EARLIER))
    prior = amount_near(claims, topic, claim, PRIOR)
    now = current_near(claims, topic, claim)
    if prior is not None and now is not None and _goes_with_another(claims, prior, now):
        prior = None
    if now is not None and now.measure.startswith(BUDGET) and not claim.measure.startswith(BUDGET):
        own = claim.measure.endswith(_PLANNED) and amount_near(claims, topic, claim, claim.measure)
        return own or prior or _past_budget(claims, topic, claim)
    if claim.measure == PRIOR:
        return prior
    if claim.measure.startswith(f"{PRIOR}:") and claim.measure != ASSUMED:
        return amount_near(claims, topic, claim, claim.measure)
    if claim.measure == ASSUMED:
        budgets = [
            other for other in claims.about(topic, AMOUNT) if other.measure.startswith(BUDGET)
        ]
        found = [*([prior] if prior else []), *budgets]
        return found[0] if len(found) == 1 else None
    if not claim.measure.startswith(BUDGET):
        return None
    meant = budgets_near(claims, topic, claim)
    return meant[0] if len(meant) == 1 else None


def _goes_with_another(claims: Claims, prior: Claim, now: Claim) -> bool:
    """支出 9 万元，上年为 8 万元。…基金支出 3 万元，支出比上年增加 1 万元: whether last year's is told beside another amount."""
    beside = None if prior.text is now.text else amount_near(claims, prior.topic, prior)
    if beside is None or beside.text is not prior.text:
        return False
    return bool(beside.figure and now.figure and beside.figure.exact() != now.figure.exact())


def loose_base(claims: Claims, claim: Claim) -> Claim | None:
    """The base right before a change or its rate, where both leave open what they are of.

    …，其中 A 3 万元、B 2 万元。比上年的 4 万元增加 1 万元，增长 25%.
    """
    if not claims.rivals(claim):
        return None
    before = (one for one in back(claims, claim) if one.kind not in (CHANGE, GROWTH))
    base = next(before, None)
    if base is None or base.kind != AMOUNT or base.measure != claim.measure or not base.carried:
        return None
    return base


def _past_budget(claims: Claims, topic: int, claim: Claim) -> Claim | None:
    """The budget of another year that a paragraph states of a topic, if but one."""
    found = [
        other for other in claims.beside(claim, topic, AMOUNT) if other.measure.startswith(PAST)
    ]
    return found[0] if len(found) == 1 else None


def group_of(claims: Claims, topic: int, claim: Claim) -> Group | None:
    """The list that makes the topic a part, nearest to the claim."""
    return claims.list_of(topic, claim)


def back(claims: Claims, claim: Claim) -> Iterator[Claim]:
    """The claims of a claim's paragraph before it, the nearest first."""
    earlier = (claims.claims[at] for at in range(claim.index - 1, -1, -1))
    return takewhile(lambda one: one.text is claim.text, earlier)


def onward(claims: Claims, claim: Claim) -> Iterator[Claim]:
    """The claims of a claim's paragraph after it, the nearest first."""
    later = (claims.claims[at] for at in range(claim.index + 1, len(claims.claims)))
    return takewhile(lambda one: one.text is claim.text, later)


def in_sentence(claims: Claims, claim: Claim) -> Iterator[Claim]:
    """The claims of a claim's sentence before it, the nearest first."""
    start = claim.text.value.rfind(_STOP, 0, claim.start)
    return takewhile(lambda one: one.start > start, back(claims, claim))


def lead(claims: Claims, claim: Claim) -> str:
    """The words of its clause that lead up to a claim, since the figure before."""
    start = claim.clause
    if claim.index and (before := claims.claims[claim.index - 1]).text is claim.text:
        start = max(start, before.end)
    return claim.text.value[start : claim.start]


def together(claims: Claims, claim: Claim) -> Iterator[Claim]:
    """The claims before a claim in its part of a sentence, the nearest first."""
    part = claims.sharing(claim)
    before = bisect_left(part, claim.start, key=attrgetter("start"))
    return (part[at] for at in range(before - 1, -1, -1))


def printed(claim: Claim) -> str:
    """A claim's figure as printed; empty where it states none."""
    return words.printed(claim.figure) if claim.figure else ""


def said(claim: Claim) -> str:
    """A claim's figure as printed, or its words where it states none."""
    return printed(claim) or "".join(claim.text.value[claim.start : claim.end].split())


def is_about(claim: Claim) -> bool:
    """Whether words of no change allow a little (基本持平)."""
    return "基本" in claim.text.value[claim.start : claim.end]
