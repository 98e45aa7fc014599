"""Slips of the hand in a printed figure: digits exchanged, a point shifted."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jslint.figures.figure import find
from jslint.rules.bench.digits import exchanged, is_long, is_mistyped, is_slip


@pytest.mark.parametrize(
    ("printed", "right", "expected"),
    [
        pytest.param("505.21万元", "550.21", True, id="two digits exchanged"),
        pytest.param("505.21万元", "505.12", True, id="the last two"),
        pytest.param("5502.10万元", "550.21", True, id="ten times too much"),
        pytest.param("55.021万元", "550.21", True, id="a tenth"),
        pytest.param("55021.00万元", "550.21", True, id="a hundred times too much"),
        pytest.param("5.5021万元", "550.21", True, id="a hundredth"),
        pytest.param("550210.00万元", "550.21", False, id="a thousand times too much"),
        pytest.param("550.21万元", "550.21", False, id="the same"),
        pytest.param("551.21万元", "550.21", False, id="another digit"),
        pytest.param("0.00万元", "0.00", False, id="nothing is no slip of nothing"),
        pytest.param("120.55万元", "550.21", False, id="digits further apart"),
    ],
)
def test_what_is_a_slip_away(printed: str, right: str, *, expected: bool) -> None:
    (found,) = find(printed)

    assert is_mistyped(found.figure, Fraction(right) * 10_000) is expected


def test_all_that_two_exchanged_digits_may_come_from() -> None:
    (found,) = find("112.3万元")

    assert [str(one) for one in exchanged(found.figure)] == ["121.3"]


@pytest.mark.parametrize(("printed", "expected"), [("12.34万元", True), ("0.123万元", False)])
def test_a_short_number_has_digits_of_others_by_chance(printed: str, *, expected: bool) -> None:
    (found,) = find(printed)

    assert is_long(found.figure) is expected


@pytest.mark.parametrize(
    ("printed", "right", "expected"),
    [
        pytest.param("1234.56万元", "1934.56", True, id="another digit"),
        pytest.param("1234.56万元", "1934.76", False, id="two others"),
        pytest.param("1234.56万元", "134.56", True, id="a digit too many"),
        pytest.param("1234.56万元", "34.56", False, id="two too many"),
        pytest.param("1234.56万元", "12345.67", True, id="the last left out"),
        pytest.param("1234.56万元", "12834.56", True, id="a digit left out"),
        pytest.param("1234.56万元", "123488.56", False, id="two left out"),
        pytest.param("1234.56万元", "91234.56", True, id="the first left out"),
        pytest.param("1234.56万元", "1243.56", True, id="two exchanged"),
        pytest.param("1234.56万元", "-1234.56", False, id="less than nothing"),
        pytest.param("1234.56万元", "1934.565", False, id="more places than are printed"),
        pytest.param("2.34万元", "9.34", False, id="a short number"),
    ],
)
def test_what_is_mistyped_in_one_place(printed: str, right: str, *, expected: bool) -> None:
    (found,) = find(printed)

    assert is_slip(found.figure, Fraction(right) * 10_000) is expected
