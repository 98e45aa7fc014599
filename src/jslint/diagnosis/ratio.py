"""Rates by exact interval arithmetic: a ratio multiplied out is linear in each of its figures.

``rate * denominator = times * numerator``: every figure has one weight above and one below the line.
So, seen from one figure, the ends lie where all others are at one of their own ends.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from jslint.diagnosis.graph import Ratio

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    #: Values or half quanta by place: of all places, or of some.
    Numbers: TypeAlias = Sequence[int] | Mapping[int, int]

__all__ = ["Ratio", "implied", "is_near", "misfit"]

#: No statement: any value will do.
_FAR = 10**40


def misfit(one: Ratio, values: Numbers, halves: Numbers) -> int:
    """By how much the printed rate misses the nearest rate that its figures allow, less its half.

    0 or less where the rate fits, and where the base may be 0 and nothing can be said.
    """
    low, high = _rates(one, values, halves)
    if low == -_FAR:
        return 0
    rate = one.sign * values[one.rate]
    return max(low - rate, rate - high) - halves[one.rate]


def is_near(one: Ratio, values: Numbers, halves: Numbers) -> bool:
    """Whether the rate fits the other figures taken as printed: then it fits, and that is quick."""
    above = sum(weights[0] * values[place] for place, weights in one.sides.items())
    below = sum(weights[1] * values[place] for place, weights in one.sides.items())
    off = one.sign * values[one.rate] * below - one.times * above
    return abs(off) <= halves[one.rate] * abs(below)


def _rates(one: Ratio, values: Numbers, halves: Numbers) -> tuple[int, int]:
    """The rates, with the sign of their relation, that the other figures allow; ends rounded outward."""
    points = _corners(one, values, halves, None)
    if _mixed([below for _, below in points]):
        return -_FAR, _FAR
    return (
        min(one.times * above // below for above, below in points),
        max(-(-one.times * above // below) for above, below in points),
    )


def implied(
    one: Ratio, place: int, values: Numbers, halves: Numbers, half: int, wide: int
) -> tuple[int, int]:
    """The new values of a place with which the rate fits, the other figures as they are.

    ``half`` is half the last place of the new value, ``wide`` what the rate may be off besides its
    own half. Both ends are far off where nothing can be said.
    """
    if place == one.rate:
        low, high = _rates(one, values, halves)
        if low == -_FAR:
            return low, high
        room = half + wide
        ends = (low - room, high + room)
        return ends if one.sign > 0 else (-ends[1], -ends[0])
    rate, margin = one.sign * values[one.rate], max(0, halves[one.rate] + wide)
    above, below = one.sides[place]
    found: list[tuple[int, int]] = []
    for end in (rate - margin, rate + margin):
        # end * (below * x + rest below) = times * (above * x + rest above), solved for x
        factor = end * below - one.times * above
        found += [
            (one.times * up - end * down, factor)
            for up, down in _corners(one, values, halves, place)
        ]
    if _mixed([factor for _, factor in found]):
        return -_FAR, _FAR
    low = min(-(-upper // factor) for upper, factor in found)
    high = max(upper // factor for upper, factor in found)
    return low - half, high + half


def _corners(
    one: Ratio, values: Numbers, halves: Numbers, without: int | None
) -> list[tuple[int, int]]:
    """Numerator and denominator at every corner of the figures' intervals, one of them left out."""
    upper, lower = [0, 0], [0, 0]
    both: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for place, (above, below) in one.sides.items():
        if place == without:
            continue
        low, high = values[place] - halves[place], values[place] + halves[place]
        if above and below:
            both.append(((above * low, below * low), (above * high, below * high)))
        elif above:
            upper[0] += min(above * low, above * high)
            upper[1] += max(above * low, above * high)
        else:
            lower[0] += min(below * low, below * high)
            lower[1] += max(below * low, below * high)
    return [
        (up + sum(one[0] for one in shared), down + sum(one[1] for one in shared))
        for up in dict.fromkeys(upper)
        for down in dict.fromkeys(lower)
        for shared in product(*both)
    ]


def _mixed(numbers: list[int]) -> bool:
    """Whether a divisor can be 0."""
    return not (all(number > 0 for number in numbers) or all(number < 0 for number in numbers))
