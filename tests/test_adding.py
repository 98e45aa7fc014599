"""Which rows and columns a total may be the sum of: those beside it, by names, codes and numbers."""

from __future__ import annotations

import pytest

from jslint import readers
from jslint.rules.bench import adding, series
from jslint.rules.bench.series import Series
from jslint.rules.ground.context import Context


def ways(names: str, at: int) -> dict[str, str]:
    """The rows of each way to make up a total, where there are any; ``205:甲`` has a code."""
    pairs = [one.rpartition(":")[::2] for one in names.split()]
    found = [Series((name,), (), code) for code, name in pairs]
    every = adding.rows(adding.layout(found), at)
    return {way: " ".join(one.name for one in parts) for way, parts in every if parts}


@pytest.mark.parametrize(
    ("names", "at", "expected"),
    [
        pytest.param("甲 乙 合计", 2, {"above all": "甲 乙"}, id="rows above"),
        pytest.param("合计 甲 乙", 0, {"below all": "甲 乙"}, id="rows below"),
        pytest.param(
            "甲 乙 合计 丙 总计",
            4,
            {"above all": "丙", "totals above": "合计", "running": "合计 丙"},
            id="the total before, and the rows since",
        ),
        pytest.param(
            "甲 乙 合计 丙 总计",
            2,
            {"above all": "甲 乙", "below all": "丙", "totals below": "总计"},
            id="up to the total behind",
        ),
        pytest.param(
            "甲 合计 乙 合计",
            3,
            {"above all": "乙", "running": "合计 乙"},
            id="no totals of its own name",
        ),
        pytest.param(
            "合计 甲 总计",
            2,
            {"above all": "甲", "totals above": "合计", "running": "合计 甲"},
            id="the total before is the first row",
        ),
        pytest.param(
            "本年收入合计 甲 乙小计 丙 总计",
            4,
            {"above all": "丙", "totals above": "本年收入合计 乙小计", "running": "乙小计 丙"},
            id="several totals before",
        ),
    ],
)
def test_the_rows_beside_a_total(names: str, at: int, expected: dict[str, str]) -> None:
    assert ways(names, at) == expected


@pytest.mark.parametrize(
    ("names", "at", "expected"),
    [
        pytest.param(
            "一、甲 1.乙 2.丙 二、丁 合计",
            4,
            {"above all": "一、甲 1.乙 2.丙 二、丁", "above numbered": "一、甲 二、丁"},
            id="those of the highest number",
        ),
        pytest.param(
            "205:甲 20502:乙 2050201:丙 208:丁 合计",
            4,
            {"above all": "甲 丁"},
            id="those of the highest code",
        ),
        pytest.param(
            "205:甲 208:乙 一、丙 合计", 3, {"above all": "甲 乙"}, id="those that have codes"
        ),
        pytest.param(
            "205:一、甲 208:1.乙 合计",
            2,
            {"above all": "一、甲 1.乙", "above numbered": "一、甲"},
            id="codes of one level leave the numbers to tell",
        ),
        pytest.param(
            "甲 其中：乙 丙 合计",
            3,
            {"above all": "甲 其中：乙 丙", "above without": "甲 丙", "above apart": "甲"},
            id="what is among another one is none, nor what follows it",
        ),
        pytest.param(
            "一、甲 其中：乙 丙 二、丁 戊 合计",
            5,
            {
                "above all": "一、甲 其中：乙 丙 二、丁 戊",
                "above numbered": "一、甲 二、丁",
                "above without": "一、甲 丙 二、丁 戊",
                "above apart": "一、甲 二、丁 戊",
            },
            id="up to the next that has a number",
        ),
    ],
)
def test_which_of_the_rows_are_beside_each_other(
    names: str, at: int, expected: dict[str, str]
) -> None:
    assert ways(names, at) == expected


@pytest.mark.parametrize(
    ("names", "at", "expected"),
    [
        pytest.param("一、甲 1.乙 2.丙 二、丁", 0, "1.乙 2.丙", id="up to the next of its level"),
        pytest.param("一、甲 1.乙 (1)丙 2.丁", 0, "1.乙 2.丁", id="the highest below it alone"),
        pytest.param("一、甲 1.乙 (1)丙 2.丁", 1, "(1)丙", id="of a row below another"),
        pytest.param("一、甲 1.乙 其他 2.丙", 0, "1.乙 2.丙", id="past those without a number"),
        pytest.param("1.甲 (1)乙 一、丙 (1)丁", 0, "(1)乙", id="up to the next of a higher level"),
        pytest.param("一、甲 乙 丙", 0, "", id="not those without a number"),
        pytest.param("一、甲 二、乙", 0, "", id="none"),
        pytest.param("甲 1.乙 2.丙", 0, "", id="without a number of its own"),
    ],
)
def test_the_rows_below_one(names: str, at: int, expected: str) -> None:
    assert ways(names, at).get("children", "") == expected


FLAT = """\
项目\t甲\t乙\t丙\t占比
某站\t1.00\t2.00\t3.00\t10.0%
"""
HEADED = """\
单位\t合计\t收入\t\t\t支出\t\t
\t\t小计\t拨款\t其他\t小计\t人员\t公用
某站\t1.00\t2.00\t3.00\t4.00\t5.00\t6.00\t7.00
"""


def across(table: str, at: int) -> list[str]:
    """The columns that one may be the sum of, each set's figures without their decimals."""
    text = f"2024年度\n云岭市水文站\n单位决算\n\n一、收支情况\n收支表\n单位：万元\n{table}"
    (ledger,) = Context(readers.read("a.txt", text.encode())).ledgers
    found = [list(one) for one in adding.columns(series.columns(ledger), at)]
    printed = [[one.cells[0].figure for one in row if one.cells[0]] for row in found]
    return ["".join(f"{one.value:.0f}" for one in row if one) for row in printed]


@pytest.mark.parametrize(
    ("table", "at", "expected"),
    [
        pytest.param(FLAT, 0, ["23"], id="right behind it, and no rate"),
        pytest.param(FLAT, 2, ["12"], id="right before it"),
        pytest.param(FLAT, 1, [], id="one alone is no sum"),
        pytest.param(HEADED, 0, ["25"], id="the totals of the heads behind it"),
        pytest.param(HEADED, 1, ["34"], id="under its own head"),
        pytest.param(HEADED, 4, ["67"], id="under the last head"),
    ],
)
def test_the_columns_beside_a_total(table: str, at: int, expected: list[str]) -> None:
    assert across(table, at) == expected


def test_further_columns_are_left_out_one_by_one() -> None:
    table = "项目\t甲\t乙\t丙\t丁\n某站\t1.00\t2.00\t3.00\t4.00\n"

    assert across(table, 0) == ["234", "23"]
    assert across(table, 3) == ["123", "23"]
