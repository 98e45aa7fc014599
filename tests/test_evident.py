"""What tables made by hand show of themselves, and how their heads, units and codes are read."""

from __future__ import annotations

import io
from functools import cache

import openpyxl
import pytest

from jslint import engine, pack, readers
from jslint.diagnostic import Severity
from jslint.rules.ground.context import Context

COVER = "2024年度\n云岭市水文站\n单位决算\n\n一、收支情况\n"


@cache
def national() -> pack.RuleSet:
    return pack.load(["mof"])


def context(table: str) -> Context:
    return Context(readers.read("a.txt", (COVER + table.replace("|", "\t")).encode()))


def found(table: str, *rules: str) -> list[tuple[str, str]]:
    """What errors and warnings say that should stand there, by rule."""
    report = context(table).report
    result = engine.lint(report, national()).diagnostics
    every = [(one.rule, one.expected) for one in result if one.severity is not Severity.INFO]
    return [one for one in every if not rules or one[0] in rules]


def unlooked(table: str) -> list[str]:
    """The figures of tables that no rule looked at."""
    account = engine.lint(context(table).report, national()).account
    return [one.text for one in account.figures if one.table is not None and not one.checked]


UNITS = """\
分单位收支表
单位：万元
单位|收入||| 支出||
|小计|拨款|其他|小计|人员|公用
机关|305.20|300.10|5.10|290.00|200.00|90.00
中心|121.40|120.00|1.40|119.50|100.00|19.50
医院|860.00|610.00|250.00|850.00|500.00|350.00
合计|1286.60|1030.10|256.50|1259.50|800.00|459.50
"""
FUNDS = """\
专项资金表
单位：万元
项目|上年结转|中央资金|省级资金|支出数|年末结转
防汛|12.40|100.00|20.00|110.40|22.00
清淤|7.00|300.00|50.00|301.70|55.30
监测|5.10|40.00|6.00|45.31|5.79
合计|24.50|440.00|76.00|457.41|83.09
"""
SHARES = """\
收入表
单位：万元
项目|金额|占比
拨款收入|812.60|87.41%
事业收入|102.30|11.00%
其他收入|14.75|1.59%
收入合计|929.65|100.00%
"""
SAVED = """\
采购表
单位：万元
项目|货物|工程|服务|合计
预算|150.00|200.00|150.00|500.00
决算|123.00|188.00|133.00|444.00
节约|27.00|12.00|17.00|56.00
节约率|18.00%|6.00%|11.33%|11.20%
"""
SUBTOTALS = """\
资金表
单位：元
资金|项目|金额
中央|防汛|120,400.00
|清淤|35,100.00
|小计|155,500.00
省级|监测|40,310.00
|培训|6,020.00
|小计|46,330.00
合计||201,830.00
"""
ALONE = """\
收入决算表
单位：万元
功能分类科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
|合计|3446.53|2728.70|626.07|71.29|20.47|0.00|0.00
205|教育支出|3082.00|2364.17|626.07|71.29|20.47|0.00|0.00
20502|普通教育|1484.12|1463.65|0.00|0.00|20.47|0.00|0.00
2050205|高等教育|1484.12|1463.65|0.00|0.00|20.47|0.00|0.00
20508|进修及培训|1433.69|736.33|626.07|71.29|0.00|0.00|0.00
2050803|培训支出|1433.69|736.33|626.07|71.29|0.00|0.00|0.00
20599|其他教育支出|164.19|164.19|0.00|0.00|0.00|0.00|0.00
2059999|其他教育支出|164.19|164.19|0.00|0.00|0.00|0.00|0.00
208|社会保障和就业支出|81.95|81.95|0.00|0.00|0.00|0.00|0.00
20805|行政事业单位养老支出|81.95|81.95|0.00|0.00|0.00|0.00|0.00
2080505|机关事业单位基本养老保险缴费支出|44.94|44.94|0.00|0.00|0.00|0.00|0.00
2080506|机关事业单位职业年金缴费支出|37.01|37.01|0.00|0.00|0.00|0.00|0.00
210|卫生健康支出|100.32|100.32|0.00|0.00|0.00|0.00|0.00
21011|行政事业单位医疗|100.32|100.32|0.00|0.00|0.00|0.00|0.00
2101102|事业单位医疗|100.32|100.32|0.00|0.00|0.00|0.00|0.00
221|住房保障支出|182.26|182.26|0.00|0.00|0.00|0.00|0.00
22102|住房改革支出|182.26|182.26|0.00|0.00|0.00|0.00|0.00
2210201|住房公积金|182.26|182.26|0.00|0.00|0.00|0.00|0.00
"""


def test_a_mistyped_figure_of_a_column_that_few_rows_have_is_told_once() -> None:
    right = "高等教育|1484.12|1463.65|0.00|0.00|20.47|"

    slip = LONE.replace(right, right.replace("20.47", "25.47"))

    assert found(LONE) == []
    assert [expected for _, expected in found(slip)] == ["20.47"]
