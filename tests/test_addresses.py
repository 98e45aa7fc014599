"""What a quantity is called tells it under whatever heading the narrative states it."""

from __future__ import annotations

import pytest

from jslint import engine, pack, readers
from jslint.diagnostic import Severity

TABLES = """\
清河县民政局2023年度部门决算

第一部分 决算表

收入支出决算总表
单位：万元
收入|收入|支出|支出
项目|决算数|项目|决算数
一、财政拨款收入|4,020.10|一、社会保障和就业支出|3,800.00
二、事业收入|295.10|二、住房保障支出|700.00
本年收入合计|4,315.20|本年支出合计|4,500.00
年初结转和结余|547.15|年末结转和结余|362.35
总计|4,862.35|总计|4,862.35

财政拨款收入支出决算总表
单位：万元
收入|收入|支出|支出
项目|决算数|项目|合计
一、一般公共预算财政拨款|4,020.10|一、社会保障和就业支出|3,210.10
|  |二、住房保障支出|700.00
本年收入合计|4,020.10|本年支出合计|3,910.10
年初财政拨款结转和结余|200.00|年末财政拨款结转和结余|310.00
总计|4,220.10|总计|4,220.10

第二部分 情况说明

"""
HEADINGS = (
    "收支决算总体情况说明",
    "2023年度收支情况分析",
    "关于收入支出决算总表的说明",
    "部门决算基本情况",
    "预算执行情况",
)


def complaints(heading: str, statement: str) -> list[str]:
    """The rules that complain of a narrative of one section below the tables."""
    source = TABLES.replace("|", "\t") + f"一、{heading}\n{statement}\n"
    report = readers.read("report.txt", source.encode())
    found = engine.lint(report, pack.load(pack.choose(report))).diagnostics
    return [one.rule for one in found if one.severity is not Severity.INFO]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(
    ("statement", "wrong", "rule"),
    [
        ("2023年度收、支总计均为{}万元。", "4,162.35", "TIE301"),
        ("2023年度收入总计{}万元。", "4,162.35", "TIE301"),
        ("2023年，本年收入{}万元。", "4,345.20", "TIE302"),
        ("2023年度本年支出合计{}万元。", "4,700.00", "TIE303"),
        ("财政拨款收、支总计均为{}万元。", "4,420.10", "TIE304"),
        ("2023年财政拨款收入{}万元。", "4,220.10", "TIE325"),
    ],
)
def test_a_quantity_is_known_by_its_name(
    heading: str, statement: str, wrong: str, rule: str
) -> None:
    right = {
        "TIE301": "4,862.35",
        "TIE302": "4,315.20",
        "TIE303": "4,500.00",
        "TIE304": "4,220.10",
        "TIE325": "4,020.10",
    }[rule]

    assert complaints(heading, statement.format(right)) == []
    assert rule in complaints(heading, statement.format(wrong))


@pytest.mark.parametrize(
    ("heading", "statement"),
    [
        pytest.param(
            "收支情况",
            "2023年度财政拨款收支情况较好，本年收入4,020.10万元。",
            id="of the fund that its paragraph names",
        ),
        pytest.param(
            "财政拨款决算情况", "2023年度收、支总计均为4,220.10万元。", id="of its heading's fund"
        ),
        pytest.param("下属单位情况", "救助管理站本年收入900.00万元。", id="of another body"),
        pytest.param(
            "收支情况",
            "局机关2023年度，本年收入3,415.20万元。\n救助管理站2023年度，本年收入900.00万元。",
            id="of several bodies",
        ),
    ],
)
def test_what_may_be_something_else_is_left_alone(heading: str, statement: str) -> None:
    assert complaints(heading, statement) == []


def test_a_short_name_is_not_taken_for_a_longer_one() -> None:
    statement = "项目全年预算387.70万元，实际支出384.22万元，预算执行率为99.1%。"
    table = "\n项目支出分类表\n单位：万元\n类别\t决算数\n项目支出\t381.22\n基本支出\t96.10\n"

    assert complaints("绩效管理情况", statement + table) == []
    assert complaints("支出情况", "项目支出384.22万元。" + table) == ["TIE113"]
