"""Cells and rows that changed places are one finding that says so."""

from __future__ import annotations

import pytest
from test_evident import context, national

from jslint import engine
from jslint.diagnostic import Severity

TABLE = """\
支出决算表
单位：万元
科目编码|科目名称|本年支出合计|基本支出|项目支出
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


def told(table: str, lang: str = "zh") -> list[tuple[str, str]]:
    result = engine.lint(context(table).report, national(), lang=lang).diagnostics
    return [
        (one.cause.kind if one.cause else "", one.message)
        for one in result
        if one.severity is not Severity.INFO
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param(
            "水利|324.90|210.80|114.10", "水利|324.90|114.10|210.80", "两数对调了", id="in a row"
        ),
        pytest.param(
            "合计|411.30|290.80|120.50", "合计|411.30|120.50|290.80", "两数对调了", id="totals"
        ),
        pytest.param("离退休|31.20|", "离退休|36.80|", "", id="a single figure is none"),
    ],
)
def test_two_cells(old: str, new: str, says: str) -> None:
    assert told(TABLE) == []

    ((kind, message), *more) = told(TABLE.replace(old, new))

    assert not more
    assert (kind == "exchange") is bool(says)
    assert says in message


def test_one_below_the_other() -> None:
    wrong = TABLE.replace("离退休|31.20", "离退休|36.80").replace(
        "保险缴费支出|36.80|36", "保险缴费支出|31.20|36"
    )

    ((kind, message),) = told(wrong)

    assert kind == "exchange"
    assert "行政单位离退休" in message
    assert "36.80" in message


def test_two_rows() -> None:
    wrong = TABLE.replace(
        "20805|行政事业单位养老支出|86.40|80.00|6.40\n2080501|行政单位离退休|31.20|24.80|6.40",
        "20805|行政事业单位养老支出|31.20|24.80|6.40\n2080501|行政单位离退休|86.40|80.00|6.40",
    )

    ((kind, message),) = told(wrong)

    assert kind == "exchange"
    assert "两行的数对调了" in message
    assert "changed places" in told(wrong, "en")[0][1]
