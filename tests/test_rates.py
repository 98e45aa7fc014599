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
    ("rate", "now", "then", "sign", "expected"),
    [
        pytest.param("50.0%", "30.00万元", "20.00万元", 1, Verdict.EXACT, id="more"),
        pytest.param("66.7%", "10.00万元", "30.00万元", -1, Verdict.ROUNDING, id="less"),
        pytest.param("66.7%", "10.00万元", "30.00万元", 1, Verdict.IMPOSSIBLE, id="turned round"),
        pytest.param("50.0%", "30.00万元", "0.00万元", 1, None, id="from nothing"),
        pytest.param("50.0%", "30.00万元", "-5.00万元", 1, None, id="from less than nothing"),
        pytest.param("50.0%", "30.00万元", "0万元", 1, None, id="from nothing at all"),
        pytest.param("50.3%", "30.00万元", "20.00万元", 1, Verdict.IMPOSSIBLE, id="too much"),
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
