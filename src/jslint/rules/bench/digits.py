"""Slips of the typing hand: two neighbouring digits of a number exchanged."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.figures.figure import Figure

#: A shorter number has the digits of another by chance.
_LONG = 4
#: How many times a value the point makes it when it slips.
_SHIFTS = (10, 100)


def exchanged(figure: Figure) -> Iterator[Decimal]:
    """What a figure may have been meant to be, in its unit, if two of its digits changed places."""
    plain = figure.plain()
    for at, (one, two) in enumerate(pairwise(plain)):
        if one.isdigit() and two.isdigit() and one != two:
            yield Decimal(plain[:at] + two + one + plain[at + 2 :])


def is_mistyped(figure: Figure, right: Fraction) -> bool:
    """Whether a figure is the right value (in yuan, things or percent) with a slip of the hand.

    Two of its digits changed places, or its point is a place or two off.
    """
    scale, own = Fraction(figure.unit.scale), figure.exact()
    if any(Fraction(value) * scale == right for value in exchanged(figure)):
        return True
    return own != 0 and any(own * times == right or own == right * times for times in _SHIFTS)


def is_slip(figure: Figure, right: Fraction) -> bool:
    """Whether a long figure is the right value mistyped in one place: a digit, two, or the point."""
    step = Fraction(figure.quantum) * Fraction(figure.unit.scale)
    places = right / step
    if places.denominator != 1 or right < 0 or not is_long(figure):
        return False
    if is_mistyped(figure, right):
        return True
    one, other = str(abs(int(figure.exact() / step))), str(int(places))
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def is_long(figure: Figure) -> bool:
    """Whether a figure has so many digits that another one hardly has the same by chance.

    The noughts of a round number do not count: 20.00 and 2.00 are often printed side by side.
    """
    digits = figure.plain().replace(".", "").lstrip("-0")
    is_round = figure.value == figure.value.to_integral_value()
    return len(digits.rstrip("0") if is_round else digits) >= _LONG
