"""Slips of the typing hand: two neighbouring digits of a number exchanged."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.figures.figure import Figure

#: A shorter number has the digits of another by chance.
_LONG = 4


def exchanged(figure: Figure) -> Iterator[Decimal]:
    """What a figure may have been meant to be, in its unit, if two of its digits changed places."""
    plain = figure.plain()
    for at, (one, two) in enumerate(pairwise(plain)):
        if one.isdigit() and two.isdigit() and one != two:
            yield Decimal(plain[:at] + two + one + plain[at + 2 :])


def is_long(figure: Figure) -> bool:
    """Whether a figure has so many digits that another one hardly has the same by chance."""
    return len(figure.plain().replace(".", "").lstrip("-0")) >= _LONG
