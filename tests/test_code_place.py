"""Mistyped codes of accounts: one finding, at the code, with the one that fits; the sums hold then."""

from __future__ import annotations

import pytest
from test_evident import found

HEAD = "{}\n单位：万元\n科目编码|科目名称|本年支出合计|基本支出|项目支出\n"
ROWS = """\
|合计|411.30|290.80|120.50
208|社会保障和就业支出|86.40|80.00|6.40
20805|行政事业单位养老支出|86.40|80.00|6.40
2080501|行政单位离退休|31.20|24.80|6.40
2080505|机关事业单位基本养老保险缴费支出|36.80|36.80|
2080506|机关事业单位职业年金缴费支出|18.40|18.40|
213|农林水支出|324.90|210.80|114.10
21303|水利|324.90|210.80|114.10
2130301|行政运行|210.80|210.80|
2130305|水利工程建设|114.10||114.10
"""
ONE = HEAD.format("支出决算表") + ROWS
FISCAL = HEAD.format("一般公共预算财政拨款支出决算表") + ROWS
INCOME = ONE.replace("支出决算表", "收入决算表").replace("本年支出合计", "本年收入合计").replace(
    "基本支出|项目支出", "财政拨款收入|其他收入"
)  # fmt: skip


def judged(*tables: str) -> list[tuple[str, str]]:
    """What errors and warnings about codes and sums say that should stand there, by rule."""
    every = found("\n\n".join(tables))
    return [one for one in every if one[0].startswith(("TAB", "SUM", "NAM", "TIE"))]


@pytest.mark.parametrize(
    ("code", "typed", "expected"),
    [
        pytest.param("2080505", "2080605", "2080505", id="a 项 below another 款"),
        pytest.param("2080501", "2130501", "", id="two digits off: not a slip"),
        pytest.param("2130301", "2133001", "2130301", id="two digits exchanged"),
        pytest.param("2080506", "2080056", "?", id="two codes below its 款 are a slip away"),
        pytest.param("20805", "20105", "20805", id="a 款 of another 类, with rows below it"),
        pytest.param("213", "223", "213", id="a 类 that its 款 does not go on from"),
        pytest.param("2130305", "213305", "2130305", id="a digit lost"),
        pytest.param("2130301", "21330301", "2130301", id="a digit too many"),
    ],
)
def test_a_mistyped_code_is_one_finding(code: str, typed: str, expected: str) -> None:
    wrong = ONE.replace(f"\n{code}|", f"\n{typed}|")

    got = judged(wrong)

    assert wrong != ONE
    if expected:
        assert got == [("TAB370", expected.strip("?"))]
    else:
        assert all(rule != "TAB370" for rule, _ in got)


def test_the_table_as_it_is() -> None:
    assert judged(ONE) == []
    assert judged(ONE, FISCAL, INCOME) == []


def test_a_name_that_has_another_code_in_all_other_tables() -> None:
    wrong = FISCAL.replace("2130305|", "2130306|")

    assert judged(ONE, wrong, INCOME) == [("TAB370", "2130305")]


def test_of_two_tables_neither_is_accused() -> None:
    wrong = FISCAL.replace("2130305|", "2130306|")

    assert judged(ONE, wrong) == [("TAB370", "")]


def test_a_row_of_nothing_is_told_by_its_neighbours() -> None:
    table = ONE.replace("2130305|", "2130304|水利行业业务管理|||\n2130305|")

    assert judged(table) == []
    assert judged(table.replace("2130304|", "2190304|")) == [("TAB370", "2130304")]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            "2080599|其他养老支出|20.00|20.00|\n20808|抚恤|10.00|10.00|\n2080801|死亡抚恤|10.00|10.00|",
            id="a 款 of its own follows",
        ),
        pytest.param("2080899|其他优抚支出|30.00|30.00|", id="the row of its 款 is missing"),
        pytest.param("20806|企业改革补助|||\n2080502|事业单位离退休|||", id="rows of nothing"),
    ],
)
def test_right_codes_are_left_alone(row: str) -> None:
    table = ONE.replace("213|农林水", f"{row}\n213|农林水")

    assert all(rule != "TAB370" for rule, _ in judged(table))


def test_pieces_of_codes_name_the_piece() -> None:
    head = "支出决算表\n单位：万元\n类|款|项|科目名称|本年支出合计|基本支出|项目支出\n"
    rows = [row.split("|", 1) for row in ROWS.splitlines()]
    body = "\n".join(f"{code[:3]}|{code[3:5]}|{code[5:]}|{rest}" for code, rest in rows)
    wrong = body.replace("208|05|05|", "208|06|05|")

    assert judged(head + body) == []
    assert judged(head + wrong) == [("TAB370", "05")]


PROJECTS = """\
项目支出情况表
单位：万元
项目名称|科目编码|科目名称|预算数|决算数
合计|||190.50|181.30
堤防加固|2130305|水利工程建设|90.00|88.20
泵站更新|2130305|水利工程建设|60.50|55.10
水文观测|2130313|水文测报|30.00|28.00
水质监测|2130312|水质监测|10.00|10.00
"""


def test_several_projects_have_one_code() -> None:
    assert judged(PROJECTS) == []
    assert [rule for rule, _ in judged(PROJECTS.replace("60.50", "65.50"))] != []


def test_a_code_in_a_list_that_is_too_short() -> None:
    assert judged(PROJECTS.replace("泵站更新|2130305", "泵站更新|213035")) == [("TAB370", "2130305")]  # fmt: skip
