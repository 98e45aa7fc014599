"""tabled: a section and the table that stands in it."""

from __future__ import annotations

import pytest

from jslint import engine, pack, readers
from jslint.diagnostic import Severity

REPORT = """清河县民政局2023年度部门决算

二、支出决算情况说明
{said}
单位：万元
{table}
"""
TABLE = """类别	{head}
基本支出	248.00
项目支出	37.60
合计	285.60"""


def complaints(said: str, table: str) -> list[tuple[str, str]]:
    text = REPORT.format(said=said, table=table)
    report = readers.read("report.txt", text.encode())
    found = engine.lint(report, pack.load(pack.choose(report))).diagnostics
    return [
        (one.actual, one.expected)
        for one in found
        if one.rule == "TIE112" and one.severity is not Severity.INFO
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(
            "2023年基本支出284.00万元，项目支出37.60万元。",
            [("284.00万元", "248.00万元")],
            id="row",
        ),
        pytest.param(
            "2023年支出合计258.60万元，构成如下：", [("258.60万元", "285.60万元")], id="whole"
        ),
        pytest.param("2023年支出合计285.60万元，构成如下：", [], id="right"),
        pytest.param("2023年支出合计300.00万元，其中主要支出如下：", [], id="a part of it"),
        pytest.param("2023年支出合计300.00万元。", [], id="no table announced"),
        pytest.param("2022年基本支出240.00万元，项目支出30.00万元。", [], id="another year"),
        pytest.param("2023年局本级基本支出200.00万元。", [], id="one level"),
        pytest.param(
            "2023年基本支出年初预算250.00万元，项目支出年初预算40.00万元。", [], id="a budget"
        ),
    ],
)
def test_the_text_is_held_against_the_table_behind_it(
    said: str, expected: list[tuple[str, str]]
) -> None:
    assert complaints(said, TABLE.format(head="金额")) == expected


@pytest.mark.parametrize("head", ["预算数", "上年决算数", "年末数", "增减额"])
def test_a_table_of_something_else_says_nothing_of_it(head: str) -> None:
    assert complaints("2023年基本支出284.00万元。", TABLE.format(head=head)) == []


def test_a_name_that_stands_twice_says_nothing() -> None:
    table = TABLE.format(head="金额").replace("项目支出", "基本支出")

    assert complaints("2023年基本支出284.00万元。", table) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("2023年基本支出284.00万元，其中财政拨款248.00万元。", [], id="of all funds"),
        pytest.param(
            "2023年财政拨款支出中，基本支出284.00万元。",
            [("284.00万元", "248.00万元")],
            id="of the fund",
        ),
    ],
)
def test_a_table_of_one_fund_is_not_held_against_the_whole(
    said: str, expected: list[tuple[str, str]]
) -> None:
    source = REPORT.replace("{said}", "{said}\n2023年度财政拨款收支总表").format(
        said=said, table=TABLE.format(head="金额")
    )
    report = readers.read("report.txt", source.encode())
    found = engine.lint(report, pack.load(pack.choose(report))).diagnostics

    assert [(one.actual, one.expected) for one in found if one.rule == "TIE112"] == expected
