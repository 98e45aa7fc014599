"""One slip, one finding: what is told of it beside its sums, and in which places the right value is."""

from __future__ import annotations

import pytest

from jslint import engine, pack, readers
from jslint.diagnostic import Diagnostic

RULES = pack.load(("mof",))


def loud(text: str) -> list[Diagnostic]:
    """The errors and warnings of a text under the rules of the whole country."""
    found = engine.lint(readers.read("report.txt", text.encode()), RULES).diagnostics
    return [one for one in found if one.severity.rank]


#: One slip each, marked as right|wrong, with the rule that is told and those that go with it.
SLIPS = {
    "an increase above the amount": (
        "一、支出决算情况说明\n"
        "2024年度本年支出3,465.20|346.520万元，比上年增加1,832.29万元，"
        "其中基本支出2,465.20万元，项目支出1,000.00万元。\n",
        "3,465.20万元",
        {"SUM101", "TRD105"},
    ),
    "the total that its section adds up to": (
        "一、收入支出决算总体情况说明\n"
        "2024年度总收入1,250.40|1,205.40万元，总支出1,250.40万元。\n"
        "2024年度本年收入1,230.40万元，年初结转和结余20.00万元。\n",
        "1,250.40万元",
        {"TIE301", "SUM211"},
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_what_a_slip_breaks_beside_its_sums_goes_with_it(name: str) -> None:
    text, right, rules = SLIPS[name]
    good, bad = _both(text)

    assert loud(good) == []
    (found,) = loud(bad)
    assert found.expected == right
    assert {found.rule, *found.also} >= rules


def _both(text: str) -> tuple[str, str]:
    """A text with the right figure, and with the wrong one, at the mark between them."""
    at = text.index("|")
    left = max(text.rfind(mark, 0, at) for mark in "出入加款")
    end = min(text.find(mark, at) for mark in "万%" if text.find(mark, at) > 0)
    right, wrong = text[left + 1 : at], text[at + 1 : end]
    return (
        text[: left + 1] + right + text[end:],
        text[: left + 1] + wrong + text[end:],
    )


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        pytest.param("983.00", "98.30万元", id="to the right: as many places"),
        pytest.param("9.830", "98.30万元", id="to the left: one place less"),
        pytest.param("89.30", "98.30万元", id="digits swapped"),
    ],
)
def test_the_right_value_has_the_places_that_were_printed(printed: str, right: str) -> None:
    """Most amounts have one place here, but this one is printed with two."""
    text = (
        "一、支出决算情况说明\n"
        f"2024年度本年支出198.3万元，其中基本支出{printed}万元，项目支出100.0万元。\n"
        "基本支出98.30万元，其中人员经费68.3万元，公用经费30.0万元。\n"
    )
    assert loud(text.replace(printed, "98.30", 1)) == []

    (found,) = loud(text)

    assert found.expected == right


@pytest.mark.parametrize(
    ("printed", "right"),
    [("0.974", "9.74%"), ("0.97", "9.7%"), ("97.4", "9.7%"), ("9.47", "9.74%")],
)
def test_the_right_rate_has_the_places_that_the_point_leaves_it(printed: str, right: str) -> None:
    """And it is that of the total, though an amount stands between them."""
    text = (
        "一、收入支出决算总体情况说明\n"
        "2024年度总收入563.20万元，其中本年收入550.20万元，年初结转和结余13.00万元，"
        f"比上年增加50.00万元，增长{printed}%。\n"
    )

    (found,) = loud(text)

    assert found.expected == right
    assert ("小数点" in found.message) == (printed != "9.47")


def test_the_part_that_makes_a_list_come_out_just_right_is_the_wrong_one() -> None:
    """Parts that exceed their whole could be any; one with two digits swapped adds up to it."""
    text = (
        "一、收入决算情况说明\n"
        "2024年度财政拨款收入45.97万元，其中：一般公共预算财政拨款收入26.93万元，"
        "政府性基金预算财政拨款收入91.04万元。\n"
    )
    assert loud(text.replace("91.04", "19.04")) == []

    (found,) = loud(text)

    assert (found.actual, found.expected) == ("91.04万元", "19.04万元")


def test_a_list_is_of_the_whole_that_is_a_slip_away_from_its_sum() -> None:
    """The total is nearer to the sum of the list, but this year's income is what was misprinted."""
    text = (
        "一、收入支出决算总体情况说明\n"
        "（一）2024年度总收入563.21万元，其中本年收入505.21万元，年初结转和结余13.00万元。收入具体情况如下：\n"
        "1.财政拨款收入540.21万元，为一般公共预算财政拨款收入。\n"
        "2.其他收入10.00万元。\n"
    )
    assert loud(text.replace("505.21", "550.21")) == []

    (found,) = loud(text)

    assert (found.actual, found.expected) == ("505.21万元", "550.21万元")


def test_who_is_wrong_is_open_where_any_value_would_do() -> None:
    """The parts are more than the whole, and no slip makes them just that."""
    text = (
        "一、收入决算情况说明\n"
        "2024年度财政拨款收入45.97万元，其中：一般公共预算财政拨款收入26.93万元，"
        "政府性基金预算财政拨款收入58.66万元。\n"
    )

    (found,) = loud(text)

    assert found.cause is not None
    assert found.cause.suspects == ()
    assert found.expected == "85.59万元"
