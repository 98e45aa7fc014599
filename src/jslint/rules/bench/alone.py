"""Shares that name no whole, and stand in no list: of which amount a row of them is a row.

总支出 10 万元，A 6 万元（占比 60%），B 3 万元（占比 30%），C 1 万元（10%）. That it is the total before
them is a guess, which the other shares of the row bear out or do not.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate, islice, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.claims.model import AMOUNT, SHARE
from jslint.claims.worth import adds_up
from jslint.patterns import regex
from jslint.rules.bench import near

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jslint.claims.model import Claim, Claims

#: The shares of a row stand among so many claims.
_NEAR = 40
#: Behind the last of some amounts, a rate of them together names nothing that it would be of.
_SUBJECTLESS = regex(r"[，,、；;\s]*(?:合计|总共|共计|共|累计|分别)?(?:占|完成|达到|为)")
_SEVERAL = 2
#: So many other shares bear a whole out by themselves.
_ENOUGH = 2


class Alone(Struct, frozen=True):
    """A share without a whole, and the amount right before it of which it is the share."""

    share: Claim
    part: Claim


def whole_of(
    claims: Claims, share: Claim, fits: Callable[[Alone, Claim], bool]
) -> tuple[Claim, Claim] | None:
    """The part of a share that names no whole and the amount that its row is a row of.

    ``None`` where the rest of its row does not bear out a single amount. ``fits`` says whether a share
    is that of its part in an amount.
    """
    row = _row_with(claims, share)
    own = next((one for one in row if one.share.index == share.index), None)
    # Nothing is 0 % of whatever it may be of.
    others = [one for one in row if one is not own and not _is_nothing(one.part)]
    if own is None or not others:
        return None
    borne_out = [
        whole
        for whole in _wholes(claims, row)
        if all(fits(one, whole) for one in others)
        if len(others) >= _ENOUGH or _make_up(row, whole) or come_to_all(one.share for one in row)
    ]
    # Coarse shares fit several: it is one that this fits too, if there is such.
    whole = next((one for one in borne_out if fits(own, one)), next(iter(borne_out), None))
    return None if whole is None else (own.part, whole)


def _is_nothing(part: Claim) -> bool:
    return part.figure is not None and not part.figure.value


def is_of_several(claims: Claims, rate: Claim, whole: Claim) -> bool:
    """上半年 A 元，下半年 B 元，占全年计划 C 元的 r%: whether a rate without a subject of its own is of the last amounts together."""
    assert rate.figure is not None
    assert whole.figure is not None
    before = (one for one in near.together(claims, rate) if one.index != whole.index)
    row = list(takewhile(lambda one: one.kind == AMOUNT and one.is_money, before))
    base = whole.figure.exact()
    if len(row) < _SEVERAL or not base or not _SUBJECTLESS.match(rate.text.value, row[0].end):
        return False
    sums = accumulate(one.figure.exact() for one in row if one.figure)
    several = islice(sums, 1, _NEAR)
    off = (abs(100 * one / base - rate.figure.exact()) for one in several)
    return any(2 * one <= rate.figure.step for one in off)


def _row_with(claims: Claims, share: Claim) -> list[Alone]:
    """The shares of a share's sentence that stand as it does; those of its paragraph where it is the only one.

    支出合计 9 万元。A 6 万元，占 67%。B 3 万元，占 33%: each may have a sentence of its own.
    """
    row: list[Alone] = []
    for span in (_sentence(share), (0, len(share.text.value))):
        found = _row(claims, share, span)
        row = [one for one in found if _is_beside(claims, one.share, share)]
        if len(row) > 1:
            break
    return row


def _row(claims: Claims, share: Claim, span: tuple[int, int]) -> Iterator[Alone]:
    """The shares without a whole in a stretch of the paragraph of one, each with its part."""
    start, end = span
    for one in claims.claims[max(0, share.index - _NEAR) : share.index + _NEAR]:
        here = one.text is share.text and start <= one.start < end
        if not here or one.kind != SHARE or one.whole_name or not one.figure:
            continue
        part = _part(claims, one, *_sentence(one))
        if part is not None:
            yield Alone(one, part)


def _is_beside(claims: Claims, one: Claim, other: Claim) -> bool:
    """Whether two shares are of parts of one list, or both of no list's."""
    mine, its = (near.group_of(claims, share.topic, share) for share in (one, other))
    return mine is its


def _part(claims: Claims, share: Claim, start: int, end: int) -> Claim | None:
    """The amount of its topic that a sentence states last before a share, else first behind it."""
    before = next(iter(claims.before(share, share.topic, AMOUNT)), None)
    if before is not None and before.start >= start:
        return before
    behind = (one for one in claims.about(share.topic, AMOUNT) if one.index > share.index)
    after = next(behind, None)
    return after if after and after.text is share.text and after.start < end else None


def _sentence(share: Claim) -> tuple[int, int]:
    """Where the sentence of a claim begins and ends."""
    text = share.text.value
    end = text.find("。", share.end)
    return text.rfind("。", 0, share.start) + 1, len(text) if end < 0 else end


def _wholes(claims: Claims, row: Sequence[Alone]) -> Iterator[Claim]:
    """What the row may be of: its list's whole, else what its paragraph states before, the nearest first."""
    first = row[0]
    group = near.group_of(claims, first.share.topic, first.share)
    if group is not None:
        whole = (
            near.amount_near(claims, group.whole, first.share, first.part.measure)
            if first.part.is_money
            else near.count_near(claims, group.whole, first.part)
        )
        if whole is not None:
            yield whole
        return
    parts = {one.part.topic for one in row}
    for claim in reversed(claims.claims[max(0, first.part.index - _NEAR) : first.part.index]):
        if claim.text is not first.share.text:
            return
        if _is_alike(claim, first.part) and claim.topic not in parts:
            yield claim


def _is_alike(claim: Claim, part: Claim) -> bool:
    """Whether a claim states an amount in the part's measure and kind of unit."""
    if claim.kind != AMOUNT or claim.measure != part.measure or not claim.figure or not part.figure:
        return False
    return claim.is_money if part.is_money else claim.figure.unit == part.figure.unit


def come_to_all(shares: Iterable[Claim]) -> bool:
    """Whether shares come to 100 % but for rounding, so that they are of one whole."""
    rates = [one.figure for one in shares if one.figure]
    gap = abs(sum((one.exact() for one in rates), Fraction(-100)))
    return 2 * gap <= sum((one.step for one in rates), Fraction(0))


def _make_up(row: Sequence[Alone], whole: Claim) -> bool:
    """Whether the parts of a row come to an amount."""
    figures = [one.part.figure for one in row if one.part.figure]
    return whole.figure is not None and adds_up(figures, whole.figure)
