"""The rates that several kinds recompute: shares, completion, growth; and whose change a rate is."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from jslint.claims.model import CHANGE, GROWTH
from jslint.claims.state import counted
from jslint.figures.interval import Interval
from jslint.figures.verdict import Rate, rate, rounding

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims
    from jslint.figures.figure import Figure
    from jslint.rules.ground.context import Context

#: No row of rates is longer.
_ROW = 6


def ratio(context: Context, printed: Figure, part: Figure, whole: Figure) -> Rate | None:
    """The verdict on ``part / whole`` printed as a percentage; None where the whole can be zero."""
    quantum = context.style.quantum
    coarse, fine = whole.interval(), whole.interval(quantum(whole))
    if 0 in coarse:
        return None
    exact = part.exact() / whole.exact() * 100
    return rounding(printed, exact, quantum) or rate(
        printed,
        (part.interval() / coarse) * 100,
        (part.interval(quantum(part)) / fine) * 100,
        exact,
        quantum,
    )


def grown(
    context: Context, printed: Figure, change: Figure, current: Figure, sign: int
) -> Rate | None:
    """The verdict on ``change / (current - sign * change)``; None where the base can be zero."""
    quantum = context.style.quantum
    small = _small(context, change, printed)
    coarse = small or change.interval(), current.interval()
    fine = small or change.interval(quantum(change)), current.interval(quantum(current))
    if _least_base(*coarse, sign) <= 0:
        return None
    exact = change.exact() / (current.exact() - sign * change.exact()) * 100
    if plain := rounding(printed, exact, quantum):
        return plain
    wide = _or_formed(_range(*coarse, sign), change, current, sign)
    return rate(printed, wide, _range(*fine, sign), exact, quantum)


def _or_formed(found: Interval, change: Figure, current: Figure, sign: int) -> Interval:
    """The rates of a change, also where it was formed from two amounts that had been rounded.

    Then the amount before is known as printed, to half a unit of its own last place. Neither was
    rounded more coarsely than their difference is printed.
    """
    if change.is_exact:
        return found
    now, before = current.exact(), current.exact() - sign * change.exact()
    half = min(now - current.interval().low, change.step / 2)
    currents = Interval(now - half, now + half)
    rates = (currents / Interval(before - half, before + half)) * 100 - Interval.point(100)
    rates = rates if sign > 0 else -rates
    return Interval(min(found.low, rates.low), max(found.high, rates.high))


def _small(context: Context, change: Figure, printed: Figure) -> Interval | None:
    """The changes that print as 0 beside a rate above 0, where the document drops zeros."""
    quantum = context.style.quantum(change)
    if not change.is_hard_zero or not printed.value or quantum == change.quantum:
        return None
    return Interval(Fraction(0), Fraction(quantum * change.unit.scale) / 2)


def quoted(changed: str, now: str, sign: int) -> dict[str, str]:
    """What messages quote of a change and of what it came to, and how the rate follows from them."""
    less = "-" if sign > 0 else "+"
    return {"change": changed, "current": now, "formula": f"{changed}÷({now}{less}{changed})"}


def risen(context: Context, printed: Figure, now: Figure, before: Figure, sign: int) -> Rate | None:
    """The verdict on ``sign * (now / before - 1)``; None where the base can be zero or below."""
    quantum = context.style.quantum
    if before.interval().low <= 0:
        return None
    exact = sign * (now.exact() / before.exact() - 1) * 100
    if plain := rounding(printed, exact, quantum):
        return plain
    spans = [
        (one / other) * 100 - Interval.point(100)
        for one, other in (
            (now.interval(), before.interval()),
            (now.interval(quantum(now)), before.interval(quantum(before))),
        )
    ]
    wide, narrow = spans if sign > 0 else [-span for span in spans]
    return rate(printed, wide, narrow, exact, quantum)


def changed(context: Context, printed: Figure, change: Figure, base: Figure) -> Rate | None:
    """The verdict on ``change / base``; None where the base can be zero.

    A change formed from two printed amounts is known to one unit of its last place.
    """
    quantum = context.style.quantum
    if base.interval().low <= 0:
        return None
    exact = change.exact() / base.exact() * 100
    if plain := rounding(printed, exact, quantum):
        return plain
    formed = Interval(change.exact() - change.step, change.exact() + change.step)
    wide = (formed / base.interval()) * 100
    narrow = (change.interval(quantum(change)) / base.interval(quantum(base))) * 100
    return rate(printed, wide, narrow, exact, quantum)


def _least_base(change: Interval, current: Interval, sign: int) -> Fraction:
    """The least amount before that change and present amount allow."""
    return current.low - change.high if sign > 0 else current.low + change.low


def _range(change: Interval, current: Interval, sign: int) -> Interval:
    """The rates that change and present amount allow, at the ends of both intervals."""
    ends: list[Fraction] = [
        part / (now - sign * part) * 100
        for part in (change.low, change.high)
        for now in (current.low, current.high)
    ]
    return Interval(min(ends), max(ends))


#: A rate of amounts as they would be; the change beside it is that of the amounts as they are.
_COMPARABLE = ("口径", "可比", "剔除", "扣除", "不含")


def change_for(claims: Claims, growth: Claim) -> Claim | None:
    """The change that a rate belongs to: of its topic and base, nearest before it in its paragraph.

    Where there is none, one that follows it directly: 增长 r%，增收 D 万元.
    """
    if (paired := _paired(claims, growth)) is not None:
        return paired
    changes = claims.before(growth, growth.topic, CHANGE, growth.measure)
    return next((change for change in changes if change.figure), None) or _behind(claims, growth)


def _paired(claims: Claims, growth: Claim) -> Claim | None:
    """分别减少 1 批次、10 人次，下降 p%、q%: the change of a rate in a row of them, behind as many changes in units of their own."""
    rates = partial(_is_like, growth=growth, kind=GROWTH)
    start, every = growth.index, claims.claims
    before = sum(1 for _ in takewhile(rates, reversed(every[max(0, start - _ROW) : start])))
    behind = sum(1 for _ in takewhile(rates, every[start + 1 : start + _ROW]))
    count, first = before + 1 + behind, start - before
    changes = every[max(0, first - count) : first]
    units = {counted(one.figure) for one in changes if _is_like(one, growth, CHANGE)}
    return changes[before] if 1 < len(units) == len(changes) == count else None


def _is_like(one: Claim, growth: Claim, kind: str) -> bool:
    """Whether a claim of a kind is of a rate's topic, base and paragraph."""
    alike = (one.kind, one.topic, one.measure) == (kind, growth.topic, growth.measure)
    return alike and one.text is growth.text


def _behind(claims: Claims, growth: Claim) -> Claim | None:
    """The change right behind a rate that has the same direction and no rate of its own."""
    found = claims.claims[growth.index + 1 : growth.index + 2]
    change = next((one for one in found if one.kind == CHANGE and one.figure), None)
    if change is None or change.text is not growth.text or rate_for(claims, change) is not None:
        return None
    said = claims.topics[growth.topic].name + growth.text.value[growth.clause : growth.start]
    if any(word in said for word in _COMPARABLE):
        return None
    ours = (growth.topic, growth.measure, growth.direction)
    return change if (change.topic, change.measure, change.direction) == ours else None


def rate_for(claims: Claims, change: Claim) -> Claim | None:
    """The rate that follows a change directly."""
    return next(
        (
            claim
            for claim in claims.claims[change.index + 1 : change.index + 3]
            if (claim.topic, claim.kind, claim.measure) == (change.topic, GROWTH, change.measure)
            and claim.text is change.text
        ),
        None,
    )


def is_turned(context: Context, growth: Claim, change: Claim, now: Claim) -> bool:
    """Whether a rate and its change fit what they came to if both went the other way than is said."""
    if not change.direction or growth.direction != change.direction:
        return False
    if growth.figure is None or change.figure is None or now.figure is None:
        return False
    other = grown(context, growth.figure, change.figure, now.figure, -change.direction)
    return other is not None and other.verdict.holds
