"""Of which part and of which whole a share is, as its words and its list tell."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims import cues, enumeration, names, senses
from jslint.claims.model import ACTUAL, AMOUNT, BUDGET, PRIOR, SHARE
from jslint.rules.bench import near, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.claims.model import Claim, Claims


#: A whole may be any of so many that go by its name.
_NAMESAKES = 6
#: A share of the same whole is looked for among so many claims before it.
_NEAR = 40


class Portion(Struct, frozen=True):
    """A share with the amounts of its part and of its whole."""

    claim: Claim
    part: Claim
    whole: Claim


def of_share(claims: Claims, claim: Claim) -> Portion | None:
    """A share with its part and whole; ``None`` where one of them is not printed or not known."""
    part = None if _is_of_count(claims, claim) else _part(claims, claim)
    if part is None:
        return _resolve_counts(claims, claim)
    group = near.group_of(claims, claim.topic, claim)
    topic = claim.whole
    if (
        topic is None
        and group is not None
        and group.sure
        and not _names_other(claims, claim, group.whole)
    ):
        topic = group.whole
    whole = None if topic is None else near.amount_near(claims, topic, claim, part.measure)
    planned = part.measure.startswith(BUDGET) or claim.measure.startswith(BUDGET)
    if topic is not None and whole is None and planned:
        whole = near.amount_near(claims, topic, claim, BUDGET)
        if whole is None and group is not None and group.sure and group.whole == topic:
            # 项目支出 9 万元，其中：A 支出预算 3 万元，占项目支出预算的 r%
            whole = near.amount_near(claims, topic, claim)
    return Portion(claim, part, whole) if part and whole and topic != claim.topic else None


def _is_of_count(claims: Claims, claim: Claim) -> bool:
    """Whether a share stands right behind a count of its topic: 6 个（占 75%），资金 9 万元（占 60%）."""
    before = claims.claims[claim.index - 1] if claim.index else claim
    counted = before.kind == AMOUNT and not before.is_money and before.topic == claim.topic
    return counted and before.text is claim.text and not claim.whole_name


def beside(claims: Claims, claim: Claim) -> Iterator[Portion]:
    """甲 8 元，占合计 32 元的 25%；乙 24 元，占 75%: a share of what the one before is a share of.

    Whatever else its paragraph states may be meant as well.
    """
    before = claims.claims[max(0, claim.index - _NEAR) : claim.index]
    part = None if _is_of_count(claims, claim) else _part(claims, claim)
    if part is None:
        yield from _of_counts(claims, claim, before)
        return
    if claim.whole_name or part.text is not claim.text:
        return
    whole = _whole_beside(claims, claim, before)
    if whole is None or whole.topic == part.topic:
        return
    yield Portion(claim, part, whole)
    for one in before:
        if one.kind == AMOUNT and one.is_money and one.text is claim.text and one is not part:
            yield Portion(claim, part, one)


def elsewhere(claims: Claims, share: Portion) -> Iterator[Portion]:
    """The share of what other sections call by the name of its whole, where its paragraph has none.

    A 占本年支出的 r% may mean the year's expenditure of all money or that of the section before.
    """
    name, stated = share.claim.whole_name, share.whole.text is share.claim.text
    if not name or stated:
        return
    others = (
        one for one in claims.called(name) if one not in (share.whole.topic, share.part.topic)
    )
    for topic in islice(others, _NAMESAKES):
        whole = near.amount_near(claims, topic, share.claim, share.part.measure)
        if whole is not None:
            yield replace(share, whole=whole)


def afterwards(claims: Claims, claim: Claim) -> Portion | None:
    """The share of the only thing of its whole's name that the report states, if its section does so after it."""
    if not claim.whole_name or _is_of_count(claims, claim):
        return None
    if names.is_generic(claim.whole_name):
        return _total_behind(claims, claim)
    part = _part(claims, claim)
    called = [
        topic
        for topic in claims.called(claim.whole_name)
        if topic != claim.topic and not names.is_generic(claims.topics[topic].name)
    ]
    whole = statements.only(claims, called, AMOUNT, ACTUAL)
    if part is None or part.measure != ACTUAL or whole is None or whole.index < claim.index:
        return None
    if whole.path != claim.path:
        return None  # what was evaluated is a part of other 项目支出 than the section after it tells of
    return Portion(claim, part, whole)


def _total_behind(claims: Claims, claim: Claim) -> Portion | None:
    """A 8 元，占支出合计的 80%。支出合计 10 元: the share of the only amount of its paragraph that is called so."""
    part, name = _part(claims, claim), names.plain(claim.whole_name)
    if part is None or part.measure != ACTUAL or not senses.is_total(name):
        return None
    wholes = [
        one
        for one in near.onward(claims, claim)
        if (one.kind, one.measure) == (AMOUNT, ACTUAL) and one.is_money and not one.carried
        if names.plain(claims.topics[one.topic].name) == name
    ]
    return Portion(claim, part, wholes[0]) if len(wholes) == 1 else None


def whole_named(claims: Claims, share: Portion) -> Claim | None:
    """What the share right before in the paragraph names as its whole: 占总额的 90%；其中 A，占 60%."""
    before = claims.claims[max(0, share.claim.index - _NEAR) : share.claim.index]
    last = _share_before(before, share.claim)
    named = None
    if last and last.whole_name:
        named = of_share(claims, last) or afterwards(claims, last)
    return named.whole if named and named.whole.topic != share.part.topic else None


def _share_before(before: Sequence[Claim], claim: Claim) -> Claim | None:
    """The last share that a claim's paragraph prints before it."""
    shares = [one for one in before if one.kind == SHARE and one.text is claim.text]
    return shares[-1] if shares else None


def _whole_beside(claims: Claims, claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """What the share before is a share of, if it names it; else the total that its sentence begins with."""
    last = _share_before(before, claim)
    if last and last.whole_name:
        named = of_share(claims, last) or afterwards(claims, last)
        return None if named is None or _has_own_share(before, named) else named.whole
    start = claim.text.value.rfind("。", 0, claim.start)
    here = [one for one in before if one.text is claim.text and one.start > start]
    first = here[0] if here and (here[0].kind, here[0].measure) == (AMOUNT, ACTUAL) else None
    total = first is not None and senses.is_total(claims.topics[first.topic].name)
    return first if total and first is not None and first.is_money else None


def _has_own_share(before: Sequence[Claim], named: Portion) -> bool:
    """A 5 元，占 50%，其中 B 3 元，占 A 的 60%；C 5 元，占 50%: whether a whole has a share itself, as C has, of what is not said."""
    return any(
        one.kind == SHARE
        and one.topic == named.whole.topic
        and not one.whole_name
        and one.text is named.claim.text
        for one in before
    )


def _of_counts(claims: Claims, claim: Claim, before: Sequence[Claim]) -> Iterator[Portion]:
    """项目 12 个。评为优的 10 个，占 83.33%: a share of whichever number its paragraph has stated.

    优 8 个，占 80%；良 2 个，占 20%: what has a share itself, of what is not said, is but another part.
    """
    part = None if claim.whole_name else near.count_near(claims, claim.topic, claim)
    if part is None or part.figure is None:
        return
    for one in before:
        alike = one.kind == AMOUNT and one.figure and one.figure.unit == part.figure.unit
        before_it = alike and one.text is claim.text and one.index < part.index
        if before_it and not _has_share(claims, one):
            yield Portion(claim, part, one)


def _has_share(claims: Claims, part: Claim) -> bool:
    """Whether a share that names no whole stands right behind an amount or a count of its topic."""
    behind = claims.claims[part.index + 1 : part.index + 2]
    return bool(behind) and (behind[0].kind, behind[0].topic, behind[0].whole_name) == (
        SHARE,
        part.topic,
        "",
    )


def outer(claims: Claims, share: Portion) -> Portion | None:
    """The share of what its list's whole is a part of, for a share that names no whole.

    A list without its stop may have swallowed the next part of the list around it.
    """
    group = near.group_of(claims, share.whole.topic, share.claim)
    if group is None or share.claim.whole_name or share.whole.topic not in group.parts:
        return None
    whole = near.amount_near(claims, group.whole, share.claim, share.part.measure)
    return replace(share, whole=whole) if whole and group.whole != share.claim.topic else None


def _part(claims: Claims, claim: Claim) -> Claim | None:
    """The amount that a share is the share of: what its paragraph states last, else the outturn."""
    last = None
    for one in claims.before(claim, claim.topic, AMOUNT):
        if one.is_money and (one.measure == ACTUAL or _is_of_last_year(claims, claim, one)):
            return one
        if last is None and one.is_money and not one.measure.startswith(PRIOR):
            last = one
    return near.amount_near(claims, claim.topic, claim) if last is None else last


def _is_of_last_year(claims: Claims, claim: Claim, amount: Claim) -> bool:
    """2022年支出 8 万元，其中A 2 万元，占总支出的 25%: whether the share right behind is last year's, as its list is."""
    if amount.measure != PRIOR or amount.index != claim.index - 1:
        return False
    before = next(claims.before(amount, amount.topic, AMOUNT), None)
    if cues.LAST_YEAR.match(amount.text.value[amount.clause : amount.start]) and before is None:
        return True  # 上年 A 2 万元，占总支出的 25%；本年 …
    whole = near.group_of(claims, claim.topic, claim)
    stated = claims.before(amount, whole.whole, AMOUNT) if whole else iter(())
    last = next((one for one in stated if one.is_money), None)
    return last is not None and last.measure == PRIOR


def _resolve_counts(claims: Claims, claim: Claim) -> Portion | None:
    """等级为优 9 个，占 81.82%: a share of things that the list's whole counts in the same unit."""
    group = near.group_of(claims, claim.topic, claim)
    part = near.count_near(claims, claim.topic, claim)
    if (named := _of_named_count(claims, claim, part)) is not None:
        return named
    if group is None or not group.sure or part is None or claim.whole_name:
        return None
    whole = near.count_near(claims, group.whole, part)
    return Portion(claim, part, whole) if whole else None


def _of_named_count(claims: Claims, claim: Claim, part: Claim | None) -> Portion | None:
    """自评项目 8 个，占全部项目 10 个的 80%: a share right behind the count of the whole that it names."""
    before = claims.claims[claim.index - 1] if claim.index else claim
    if before.kind == SHARE and before.whole == claim.whole and before.text is claim.text:
        # 占全部项目 10 个的 80%、20%: one more share of it
        row = (one for one in near.back(claims, claim) if one.kind != SHARE)
        before = next(row, before)
    if part is None or claim.whole is None or before.topic != claim.whole:
        return None
    if before.kind != AMOUNT or before.text is not claim.text or before.is_money:
        return None
    alike = before.figure and part.figure and before.figure.unit == part.figure.unit
    return Portion(claim, part, before) if alike and part.topic != before.topic else None


def _names_other(claims: Claims, claim: Claim, whole: int) -> bool:
    """Whether the share names a whole that is not plainly the list's own."""
    name = claim.whole_name
    if enumeration.SO_MANY.fullmatch(claims.topics[whole].name):
        # A，占总支出的 r%；B，占 p%；两项合计 …: only some of the whole
        before = claims.claims[max(0, claim.index - _NEAR) : claim.index + 1]
        return any(one.whole_name for one in before if one.kind == SHARE and one.text is claim.text)
    return bool(name) and not set(name) <= set(claims.topics[whole].name + "总额合计支出收入的")
