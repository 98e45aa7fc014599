"""What amounts come to on average by the counts that stand with them: which, and how far off."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from reports import context

from jslint.figures.figure import UNITS
from jslint.rules.bench import averages, near
from jslint.rules.bench.averages import Average, Averages

if TYPE_CHECKING:
    from jslint.claims.model import Claim
    from jslint.rules.ground.context import Context

HERE = context("一、支出\n会议费3.00万元。")
(TOTAL,) = HERE.claims.claims


def average(value: object, half: object = 0) -> Average:
    return Average(Fraction(str(value)), Fraction(str(half)), TOTAL)


TEN, TWENTY, THIRTY = average(10, 1), average(20), average(30, 2)
KNOWN = Averages((TEN, TWENTY, THIRTY), Fraction(2))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("12", [TEN], id="each within its own half and the value's"),
        pytest.param("12.1", [], id="but not further"),
        pytest.param("8", [TEN], id="below"),
        pytest.param("7.9", [], id="nor further below"),
        pytest.param("21", [TWENTY], id="what was not rounded"),
        pytest.param("22", [], id="though others may be off by more"),
        pytest.param("18.9", [], id="on either side"),
        pytest.param("27", [THIRTY], id="the widest"),
        pytest.param("33", [THIRTY], id="on its other side"),
        pytest.param("33.1", [], id="past it"),
    ],
)
def test_the_averages_that_an_amount_may_be(value: str, expected: list[Average]) -> None:
    """The amount itself may be off by 1."""
    assert list(KNOWN.near(Fraction(value), Fraction(1))) == expected


@pytest.mark.parametrize(
    ("yuan", "expected"),
    [("20049", True), ("20050", False), ("19950", True), ("19949", False), ("-20049", False)],
)
def test_the_averages_that_print_as_a_value(yuan: str, *, expected: bool) -> None:
    found = Averages((average(yuan),), Fraction(0))

    printing = found.printing(Decimal("2.00"), UNITS["万元"], Decimal("0.01"))

    assert bool(list(printing)) is expected


def of(here: Context, claim: Claim) -> list[tuple[Fraction, Fraction, str, str]] | None:
    """Those of a claim's section: value, half, amount and count."""
    found = averages.of_section(here, claim.path)
    return found and [
        (one.value, one.half, near.printed(one.total), near.printed(one.count) if one.count else "")
        for one in found.found
    ]  # type: ignore[return-value]


TWO = "一、会议\n会议费3.00万元，参会150人次，外宾0人次。\n二、培训\n培训费8.00万元，参训4人。"


def test_each_amount_of_a_section_by_each_count_and_by_one() -> None:
    """3.00 万元 is known to within 50 yuan: by 150 to within a third of one."""
    here = context(TWO)
    first, *_, last = here.claims.claims

    assert of(here, first) == [
        (200, Fraction(1, 3), "3.00万元", "150人次"),
        (30000, 50, "3.00万元", ""),
    ]
    assert of(here, last) == [
        (20000, Fraction(25, 2), "8.00万元", "4人"),
        (80000, 50, "8.00万元", ""),
    ]


def test_of_the_whole_report_each_by_each() -> None:
    found = averages.of_section(context(TWO), ())

    assert found is not None
    assert found.widest == 50
    assert [one.value for one in found.found] == [
        200, Fraction(80000, 150), 7500, 20000, 30000, 80000,
    ]  # fmt: skip


@pytest.mark.parametrize(("counts", "expected"), [(199, True), (200, False)])
def test_of_too_many_averages_any_amount_is_one(counts: int, *, expected: bool) -> None:
    """100 amounts by 199 counts and by one are 20,000."""
    said = "".join(["会议费3.00万元。"] * 100 + ["参会150人次。"] * counts)
    here = context(f"一、支出\n{said}")

    assert (averages.of_section(here, here.claims.claims[0].path) is not None) is expected


def test_what_counts() -> None:
    amount, counted, _, *_ = context(TWO).claims.claims

    assert [averages.is_count(one) for one in (amount, counted)] == [False, True]
    assert averages.count(counted) == 150
