"""Interval arithmetic: every result holds whatever the operands can stand for."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jslint.figures.interval import Interval

rationals = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)
intervals = st.tuples(rationals, rationals).map(lambda ends: Interval(min(ends), max(ends)))


@st.composite
def held(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval and a value inside."""
    interval = draw(intervals)
    step = draw(st.fractions(min_value=0, max_value=1, max_denominator=64))
    return interval, interval.low + (interval.high - interval.low) * step


@pytest.mark.parametrize(
    ("found", "low", "high"),
    [
        pytest.param(Interval.point(3), 3, 3, id="point"),
        pytest.param(Interval(Fraction(1), Fraction(2)) + Interval.point(5), 6, 7, id="sum"),
        pytest.param(
            Interval(Fraction(1), Fraction(2)) - Interval(Fraction(0), Fraction(5)),
            -4,
            2,
            id="difference",
        ),
        pytest.param(-Interval(Fraction(1), Fraction(2)), -2, -1, id="negation"),
        pytest.param(
            Interval(Fraction(-1), Fraction(2)) / Interval(Fraction(2), Fraction(4)),
            Fraction(-1, 2),
            1,
            id="quotient with a negative end",
        ),
        pytest.param(
            Interval(Fraction(1), Fraction(2)) / Interval(Fraction(-4), Fraction(-2)),
            -1,
            Fraction(-1, 4),
            id="quotient by negatives",
        ),
        pytest.param(Interval(Fraction(1), Fraction(2)) * 100, 100, 200, id="times a hundred"),
        pytest.param(
            Interval.point(1).widened(Fraction(1, 2)), Fraction(1, 2), Fraction(3, 2), id="widened"
        ),
    ],
)
def test_operations(found: Interval, low: Fraction, high: Fraction) -> None:
    assert (found.low, found.high) == (low, high)


def test_division_by_what_can_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        Interval.point(1) / Interval(Fraction(0), Fraction(1))


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        pytest.param((0, 1), (1, 2), True, id="touching ends count"),
        pytest.param((0, 3), (1, 2), True, id="one inside the other"),
        pytest.param((0, 1), (2, 3), False, id="apart"),
    ],
)
def test_meets(one: tuple[int, int], other: tuple[int, int], *, meets: bool) -> None:
    left, right = (Interval(Fraction(low), Fraction(high)) for low, high in (one, other))

    assert left.meets(right) is meets
    assert right.meets(left) is meets


def test_middle() -> None:
    assert Interval(Fraction(1), Fraction(2)).middle == Fraction(3, 2)


@given(held(), held())
def test_results_hold_every_pair_of_values(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    (left, x), (right, y) = one, other

    assert x + y in left + right
    assert x - y in left - right
    assert -x in -left
    assert x * 7 in left * 7


@given(held(), held())
def test_quotients_hold_every_pair_of_values(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    (left, x), (right, y) = one, other
    assume(0 not in right)

    assert x / y in left / right


@given(held(), intervals)
def test_a_common_value_means_that_they_meet(
    one: tuple[Interval, Fraction], other: Interval
) -> None:
    interval, value = one

    assert interval.meets(other) or value not in other
