"""Rates recomputed by the bench: shares and growth, and where nothing can be said of one."""

from __future__ import annotations

import pytest
from reports import context

from jslint.figures.figure import Figure, find
from jslint.figures.verdict import Verdict
from jslint.rules.bench import rates

#: A narrative whose amounts have two decimals and whose rates have one.
HERE = context("一、收入\n收入10.25万元，占60.5%；支出20.75万元，占30.5%。")


def figure(text: str) -> Figure:
    (found,) = find(text)
    return found.figure


def grown(rate: str, change: str, now: str, sign: int) -> Verdict | None:
    found = rates.grown(HERE, *map(figure, (rate, change, now)), sign)
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("rate", "change", "now", "sign", "expected"),
    [
        pytest.param("50.0%", "10.00万元", "30.00万元", 1, Verdict.EXACT, id="20 and 10 more"),
        pytest.param("66.7%", "20.00万元", "10.00万元", -1, Verdict.ROUNDING, id="30 and 20 less"),
        pytest.param("200.0%", "20.00万元", "30.00万元", 1, Verdict.EXACT, id="10 and 20 more"),
        pytest.param("67.7%", "20.00万元", "10.00万元", -1, Verdict.IMPOSSIBLE, id="wrong"),
        pytest.param("100.0%", "20.00万元", "0.00万元", -1, Verdict.EXACT, id="all of it"),
        pytest.param("2000.0%", "10.00元", "10.50元", 1, Verdict.EXACT, id="from half a yuan"),
        pytest.param("99.0%", "20.00万元", "20.00万元", 1, None, id="from nothing"),
        pytest.param("99.0%", "20.00万元", "20.01万元", 1, None, id="from what may be nothing"),
        pytest.param("99.0%", "20.00万元", "10.00万元", 1, None, id="from less than nothing"),
    ],
)
def test_growth_by_a_change(
    rate: str, change: str, now: str, sign: int, expected: Verdict | None
) -> None:
    assert grown(rate, change, now, sign) == expected


@pytest.mark.parametrize(
    ("rate", "wrong"),
    [
        # 30.00 and 10.00 to within 0.005 give 50.05 % at most; 30.00 and 20.00 give 50.0625 %.
        pytest.param("50.06%", False, id="the change was formed from two rounded amounts"),
        pytest.param("50.07%", True, id="more than that explains"),
        pytest.param("49.94%", False, id="below"),
        pytest.param("49.93%", True, id="less than that explains"),
    ],
)
def test_a_change_may_have_been_formed_from_rounded_amounts(rate: str, *, wrong: bool) -> None:
    found = grown(rate, "10.00万元", "30.00万元", 1)

    assert (found in (Verdict.OFF_BY_ONE, Verdict.IMPOSSIBLE)) == wrong


@pytest.mark.parametrize(
    ("rate", "change", "now", "sign", "wrong"),
    [
        # 20.00 and 30.00 to within 0.005: a fall of 33.306 to 33.361 %. By the change itself it
        # would be 33.317 to 33.35 %.
        pytest.param("33.36%", "10.00万元", "20.00万元", -1, False, id="a fall"),
        pytest.param("33.37%", "10.00万元", "20.00万元", -1, True, id="a greater fall"),
        pytest.param("33.31%", "10.00万元", "20.00万元", -1, False, id="a lesser fall"),
        pytest.param("33.30%", "10.00万元", "20.00万元", -1, True, id="too little a fall"),
        # An amount of three decimals is known to within 0.0005: 10.005 of 19.9955 is 50.036 %.
        pytest.param("50.05%", "10.00万元", "30.000万元", 1, True, id="the amount is finer"),
        pytest.param("50.04%", "10.00万元", "30.000万元", 1, False, id="and within its reach"),
        # A change of three decimals: 10.0005 of 19.9945 is 50.016 %.
        pytest.param("50.03%", "10.000万元", "30.00万元", 1, True, id="the change is finer"),
        pytest.param("50.02%", "10.000万元", "30.00万元", 1, False, id="and within its reach too"),
        # To the fen nothing was rounded.
        pytest.param("50.01%", "1000.00元", "3000.00元", 1, True, id="to the fen"),
        # Of 0.10 yuan a third was there before.
        pytest.param("50.00%", "0.10元", "0.30元", 1, False, id="less than one yuan before"),
    ],
)
def test_how_far_a_growth_rate_may_be_off(
    rate: str, change: str, now: str, sign: int, *, wrong: bool
) -> None:
    assert (grown(rate, change, now, sign) in (Verdict.OFF_BY_ONE, Verdict.IMPOSSIBLE)) == wrong


@pytest.mark.parametrize(
    ("rate", "change", "now", "wrong"),
    [
        # 0 may be 0.005 at most where two decimals are printed: of 0.04 that is 12.5 %.
        pytest.param("12.0%", "0万元", "0.05万元", False, id="what prints as nothing may be some"),
        pytest.param("13.0%", "0万元", "0.05万元", True, id="but not so much"),
        pytest.param("1.0%", "0人", "20人", True, id="no people are none"),
    ],
)
def test_a_change_that_prints_as_nothing(rate: str, change: str, now: str, *, wrong: bool) -> None:
    assert (grown(rate, change, now, 1) in (Verdict.OFF_BY_ONE, Verdict.IMPOSSIBLE)) == wrong


def test_nothing_is_nothing_where_no_decimals_are_printed() -> None:
    here = context("一、收入\n收入10万元，占60.5%；支出20万元，占30.5%。")

    found = rates.grown(here, *map(figure, ("12.0%", "0万元", "5万元")), 1)

    assert found is not None
    assert found.verdict is Verdict.IMPOSSIBLE


@pytest.mark.parametrize(
    ("rate", "change", "base", "expected"),
    [
        pytest.param("50.0%", "10.00万元", "20.00万元", Verdict.EXACT, id="half"),
        pytest.param("33.3%", "5.00万元", "15.00万元", Verdict.ROUNDING, id="a third"),
        # 10.01 of 19.995 is 50.063 %, 9.99 of 20.005 is 49.938 %.
        pytest.param("50.04%", "10.00万元", "20.00万元", Verdict.ROUNDING, id="hardly more"),
        pytest.param("49.96%", "10.00万元", "20.00万元", Verdict.ROUNDING, id="hardly less"),
        pytest.param("50.06%", "10.00万元", "20.00万元", Verdict.COARSE, id="a last place more"),
        pytest.param("50.07%", "10.00万元", "20.00万元", Verdict.IMPOSSIBLE, id="by more"),
        pytest.param("49.94%", "10.00万元", "20.00万元", Verdict.COARSE, id="a last place less"),
        pytest.param("49.93%", "10.00万元", "20.00万元", Verdict.IMPOSSIBLE, id="by less"),
        # In a report of two decimals 10 and 20 are 10.00 and 20.00.
        pytest.param("51.0%", "10万元", "20万元", Verdict.COARSE, id="without their decimals"),
        pytest.param("10.0%", "0.10元", "1.00元", Verdict.EXACT, id="of one yuan"),
        pytest.param("50.0%", "10.00万元", "0.00万元", None, id="of nothing"),
        pytest.param("50.0%", "10.00万元", "-20.00万元", None, id="of less than nothing"),
    ],
)
def test_a_change_of_what_was(rate: str, change: str, base: str, expected: Verdict | None) -> None:
    found = rates.changed(HERE, *map(figure, (rate, change, base)))

    assert (found.verdict if found else None) == expected


@pytest.mark.parametrize("sign", [1, -1])
def test_what_is_quoted_of_a_change(sign: int) -> None:
    less = "-" if sign > 0 else "+"

    assert rates.quoted("2", "9", sign) == {
        "change": "2", "current": "9", "formula": f"2÷(9{less}2)",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rate", "now", "then", "sign", "expected"),
    [
        pytest.param("50.0%", "30.00万元", "20.00万元", 1, Verdict.EXACT, id="more"),
        pytest.param("66.7%", "10.00万元", "30.00万元", -1, Verdict.ROUNDING, id="less"),
        pytest.param("66.7%", "10.00万元", "30.00万元", 1, Verdict.IMPOSSIBLE, id="turned round"),
        pytest.param("50.0%", "30.00万元", "0.00万元", 1, None, id="from nothing"),
        pytest.param("50.0%", "30.00万元", "-5.00万元", 1, None, id="from less than nothing"),
        pytest.param("50.0%", "30.00万元", "0万元", 1, None, id="from nothing at all"),
        pytest.param("50.3%", "30.00万元", "20.00万元", 1, Verdict.IMPOSSIBLE, id="too much"),
        pytest.param("50.0%", "1.50元", "1.00元", 1, Verdict.EXACT, id="from one yuan"),
        # 30.005 of 19.995 is 50.063 % more, 29.995 of 20.005 is 49.938 % more.
        pytest.param("50.06%", "30.00万元", "20.00万元", 1, Verdict.ROUNDING, id="just so much"),
        pytest.param("49.94%", "30.00万元", "20.00万元", 1, Verdict.ROUNDING, id="just so little"),
        pytest.param("50.07%", "30.00万元", "20.00万元", 1, Verdict.OFF_BY_ONE, id="or more"),
        pytest.param("49.93%", "30.00万元", "20.00万元", 1, Verdict.OFF_BY_ONE, id="or less"),
        # 19.995 of 30.005 is 33.361 % less, 20.005 of 29.995 is 33.306 % less.
        pytest.param("33.36%", "20.00万元", "30.00万元", -1, Verdict.ROUNDING, id="a fall so far"),
        pytest.param("33.31%", "20.00万元", "30.00万元", -1, Verdict.ROUNDING, id="so short a one"),
        pytest.param("33.37%", "20.00万元", "30.00万元", -1, Verdict.OFF_BY_ONE, id="a longer one"),
        pytest.param("51.0%", "30万元", "20万元", 1, Verdict.COARSE, id="without their decimals"),
        pytest.param(
            "50.1%", "3000.00万元", "2000.00万元", 1, Verdict.OFF_BY_ONE, id="a place off"
        ),
        pytest.param("-50.0%", "30.00万元", "20.00万元", -1, Verdict.EXACT, id="a fall below 0"),
    ],
)
def test_growth_by_the_amount_before(
    rate: str, now: str, then: str, sign: int, expected: Verdict | None
) -> None:
    found = rates.risen(HERE, *map(figure, (rate, now, then)), sign)

    assert (found.verdict if found else None) == expected


@pytest.mark.parametrize(
    ("rate", "part", "whole", "expected"),
    [
        pytest.param("25.0%", "5.00万元", "20.00万元", Verdict.EXACT, id="a quarter"),
        pytest.param("33.3%", "5.00万元", "15.00万元", Verdict.ROUNDING, id="a third"),
        pytest.param(
            "33.4%", "500.00万元", "1500.00万元", Verdict.OFF_BY_ONE, id="a last place off"
        ),
        pytest.param("34.3%", "5.00万元", "15.00万元", Verdict.IMPOSSIBLE, id="wrong"),
        pytest.param("33.3%", "5.00万元", "0.00万元", None, id="of nothing"),
        pytest.param("-33.3%", "5.00万元", "-15.00万元", Verdict.ROUNDING, id="of less"),
        pytest.param("26.0%", "5万元", "20万元", Verdict.COARSE, id="without their decimals"),
        # 5.005 of 19.995 is 25.0313 %, 4.995 of 20.005 is 24.9688 %.
        pytest.param("25.03%", "5.00万元", "20.00万元", Verdict.ROUNDING, id="just so much"),
        pytest.param("25.04%", "5.00万元", "20.00万元", Verdict.OFF_BY_ONE, id="or more"),
        pytest.param("24.97%", "5.00万元", "20.00万元", Verdict.ROUNDING, id="just so little"),
        pytest.param("24.96%", "5.00万元", "20.00万元", Verdict.OFF_BY_ONE, id="or less"),
    ],
)
def test_a_share(rate: str, part: str, whole: str, expected: Verdict | None) -> None:
    found = rates.ratio(HERE, *map(figure, (rate, part, whole)))

    assert (found.verdict if found else None) == expected


def test_what_is_recomputed_is_exact() -> None:
    found = rates.grown(HERE, *map(figure, ("50.0%", "10.00万元", "30.00万元")), 1)
    fallen = rates.grown(HERE, *map(figure, ("20.0%", "5.00万元", "20.00万元")), -1)
    risen = rates.risen(HERE, *map(figure, ("20.0%", "20.00万元", "25.00万元")), -1)
    share = rates.ratio(HERE, *map(figure, ("25.0%", "5.00万元", "20.00万元")))

    assert [one.exact for one in (found, fallen, risen, share) if one] == [50, 20, 20, 25]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("比上年增加2.00万元，增长25.0%。", "2.00万元", id="before the rate"),
        pytest.param("比上年增长25.0%，增加2.00万元。", "2.00万元", id="right behind it"),
        pytest.param("比上年增长25.0%，减少2.00万元。", None, id="behind it, but turned"),
        pytest.param("比上年不含基建增长25.0%，增加2.00万元。", None, id="of other amounts"),
        pytest.param("比上年增长25.0%。增加2.00万元，增长30.0%。", None, id="that has its own"),
        pytest.param("比上年增长25.0%。", None, id="none"),
        pytest.param(
            "培训费减少1.00万元，印刷费支出比上年增长25.0%，增加2.00万元。",
            "2.00万元",
            id="not that of another before it",
        ),
    ],
)
def test_whose_change_a_rate_is(sentence: str, expected: str | None) -> None:
    claims = context(f"一、支出\n会议费支出10.00万元，{sentence}").claims
    growth = next(one for one in claims.claims if one.kind == "growth")

    found = rates.change_for(claims, growth)

    assert (found.figure.text if found and found.figure else None) == expected
