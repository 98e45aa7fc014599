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
支出明细表
单位：万元
类别|金额
水费|12.31
电费|46.58
邮电费|33.42
合计|92.31
"""


@pytest.mark.parametrize("table", [UNITS, FUNDS, SHARES, SAVED, SUBTOTALS, ALONE])
def test_a_right_table_is_silent_and_all_of_it_looked_at(table: str) -> None:
    assert found(table) == []
    assert unlooked(table) == []


@pytest.mark.parametrize(
    ("table", "right", "wrong"),
    [
        pytest.param(UNITS, "610.00", "620.00", id="a part across and down"),
        pytest.param(UNITS, "1286.60", "1268.60", id="a total of totals"),
        pytest.param(FUNDS, "22.00", "32.00", id="what remains"),
        pytest.param(FUNDS, "457.41", "475.41", id="a column's total"),
        pytest.param(SHARES, "1.59%", "1.95%", id="a share"),
        pytest.param(SHARES, "102.30", "103.30", id="an amount beside its share"),
        pytest.param(SAVED, "17.00", "71.00", id="a difference of rows"),
        pytest.param(SAVED, "11.33%", "13.33%", id="a rate of rows"),
        pytest.param(SUBTOTALS, "46,330.00", "46,430.00", id="a subtotal"),
    ],
)
def test_a_slip_is_told_once_with_what_should_stand_there(
    table: str, right: str, wrong: str
) -> None:
    assert [expected for _, expected in found(table.replace(right, wrong))] == [right]


@pytest.mark.parametrize("wrong", ["400.02", "120.57", "512.99"])
def test_a_total_is_no_mean_for_lying_between_its_parts(wrong: str) -> None:
    table = (
        "资产处置表\n单位：万元\n类别|原值|维修|评估值\n房屋|620.00|180.00|440.00\n车辆|146.50|126.25|20.25\n"
        f"设备|233.40|122.30|111.10\n合计|999.90|428.55|{wrong}\n"
    )

    assert found(table) == [("TAB380", "571.35")]


def test_what_is_left_of_a_value_is_a_difference() -> None:
    table = (
        "资产表\n单位：万元\n类别|原值|折旧|净值\n房屋|620.00|180.00|440.00\n车辆|146.50|126.25|20.25\n"
        "设备|233.40|122.30|128.10\n"
    )

    assert found(table) == [("TRD380", "111.10")]
    assert found(table.replace("净值", "剩余")) == []


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(ALONE.replace("92.31", "29.31"), id="exchanged"),
        pytest.param(ALONE.replace("46.58", "56.58"), id="one digit"),
    ],
)
def test_a_total_that_stands_alone_is_held_against_one_slip(wrong: str) -> None:
    assert [rule for rule, _ in found(wrong)] == ["TAB380"]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            "支出表\n单位：万元\n类别|金额\n公务用车|58.89\n购置|12.31\n运行|46.58\n接待|33.42\n合计|92.31\n",
            id="parts below their whole",
        ),
        pytest.param(
            "资产表\n单位：万元\n项目|金额\n采购合计|236.80\n货物|196.30\n工程|40.50\n授予小微企业|200.00\n",
            id="more rows than parts",
        ),
        pytest.param(
            "自评表\n单位：万元\n项目|预算数|执行数|得分\n防汛|120.00|110.00|98\n清淤|80.00|70.50|96\n合计|200.00|180.50|97\n",
            id="a mean beside sums",
        ),
        pytest.param(
            "采购表\n单位：万元\n设备|金额|配套|平均单价\n水泵|120.00|12.00|2.40\n闸门|46.50|4.10|15.50\n"
            "电缆|33.40|3.00|0.20\n合计|199.90|19.10|1.06\n",
            id="a weighted mean beside sums",
        ),
        pytest.param(
            "水情表\n单位：万元\n站点|投资|维护|水位\n上游站|120.00|12.00|42.41\n中游站|46.50|4.10|35.52\n"
            "下游站|33.40|3.00|30.23\n合计|199.90|19.10|36.05\n",
            id="a plain mean of what is not known to have one",
        ),
        pytest.param(
            "执行表\n单位：万元\n项目|预算数|执行数|完成率\n防汛|120.00|110.00|91.67\n清淤|80.00|70.50|88.13\n合计|200.00|180.50|90.25\n",
            id="rates do not add up",
        ),
        pytest.param(
            "对比表\n单位：万元\n项目|2022年|2023年|2024年\n收入合计|50.00|60.00|70.00\n支出合计|41.00|52.00|63.00\n",
            id="two totals",
        ),
    ],
)
def test_what_is_no_sum_is_no_fault(table: str) -> None:
    assert found(table) == []


THREE = """\
“三公”经费表
单位：万元
项目|预算数|决算数|完成预算%
合计|21.00|16.00|76.19
因公出国（境）费|0.00|0.00|0
公务用车购置及运行维护费|13.00|9.00|69.23
其中：公务用车购置费|3.00|2.00|66.67
公务用车运行维护费|10.00|7.00|70.00
公务接待费|8.00|7.00|87.50
"""
ACROSS = """\
“三公”经费表
单位：万元
年度|合计|因公出国（境）费|公务接待费|用车费||
||||小计|购置费|运行费
2023年|60.42|0.00|29.16|31.26|11.00|20.26
2024年|57.37|0.00|29.16|28.21|10.00|18.21
"""
GROWN = """\
支出决算表
单位：万元
科目编码|科目名称|上年数|本年数|增减额|增减%
|合计|120.00|100.00|-20.00|-16.67
205|教育支出|120.00|100.00|-20.00|-16.67
"""
YEARS = """\
表1：2023年度支出决算表（单位：万元）
类别|金额
水费|12.31
电费|46.58
合计|58.89

表2：2024年度支出决算表（单位：万元）
类别|金额
水费|13.31
电费|47.58
合计|60.89
"""
APPRAISAL = """\
项目绩效自评表
项目名称|防汛经费|||||
预算执行|年初预算|全年预算|执行数|执行率|得分|
总额|120.00|120.00|110.40|92.00%|9.20|
一级指标|二级指标|三级指标|指标值|完成值|分值|得分
产出指标|数量|巡查次数|≥50次|52次|60|60
效益指标|社会|无灾情|无|无|30|28
总分|||||100|97.2
"""
NEAR = """\
对比表
单位：万元
项目|2022年|2023年|2024年|较2023年增减|增幅
收入合计|50.00|60.00|72.00|12.00|20.00%
"""


@pytest.mark.parametrize("table", [THREE, ACROSS, GROWN, YEARS, APPRAISAL, NEAR])
def test_no_false_finding_in_these(table: str) -> None:
    assert found(table) == []


def test_the_last_two_of_three_years_are_compared() -> None:
    assert found(NEAR.replace("12.00", "21.00"), "TRD302") == [("TRD302", "12.00")]


def test_a_rate_that_fell_keeps_its_minus() -> None:
    assert ("TRD302", "-16.67%") in found(GROWN.replace("-16.67\n205", "-61.67\n205"))


def test_units_stand_in_titles_and_behind_the_names_of_columns_and_rows() -> None:
    table = "车辆表（单位：元）\n项目|数量（辆）|原值（万元）|占比%\n轿车|2|30.50|40.00\n客车（辆）|3|1|1\n"

    (ledger,) = context(table).ledgers

    assert ledger.unit.name == "元"
    assert [[figure.unit.name for figure in line.figures.values()] for line in ledger.lines] == [
        ["辆", "万元", "%"],
        ["辆", "辆", "辆"],
    ]


def test_codes_of_one_level_are_joined_to_those_above() -> None:
    table = (
        "支出表\n单位：万元\n科目编码|||科目名称|合计\n类|款|项||\n205|||教育支出|3.00\n"
        "|02||普通教育|3.00\n||01|学前教育|1.00\n||02|小学教育|2.00\n208|||社会保障|1.00\n"
        "|05||养老支出|1.00\n|||合计|4.00\n"
    )

    (ledger,) = context(table).ledgers

    assert [line.code for line in ledger.lines] == [
        "205", "20502", "2050201", "2050202", "208", "20805", "",
    ]  # fmt: skip
    assert found(table) == []


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ["┌──┬──┐", "│项目│金额│", "├──┼──┤", "│水费│12.31│", "│合计│12.31│", "└──┴──┘"],
            id="box characters",
        ),
        pytest.param(
            ["+----+----+", "|项 |金额|", "|目 ||", "+====+====+", "|水费|12.31|", "+----+----+",
             "|合计|12.31|", "+----+----+"],
            id="a border between rows",
        ),
    ],
)  # fmt: skip
def test_drawn_tables_are_read(rows: list[str]) -> None:
    source = COVER + "\n".join(["支出表", "单位：万元", *rows]) + "\n"

    (ledger,) = Context(readers.read("a.txt", source.encode())).ledgers

    assert [(line.name, len(line.figures)) for line in ledger.lines] == [("水费", 1), ("合计", 1)]


def test_numbered_titles_and_heads_merged_down_in_a_sheet() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["云岭市水文站2024年度决算公开报表"],
        ["表一：项目情况"],
        ["项目资金", "项目", "预算数", "执行数"],
        [None, "防汛", 120.5, 110.4],
        [None, "清淤", 80.5, 70.5],
    ):
        sheet.append(row)
    sheet.merge_cells("A3:A5")
    stream = io.BytesIO()
    book.save(stream)

    (ledger,) = Context(readers.read("a.xlsx", stream.getvalue())).ledgers

    assert ledger.title == "表一：项目情况"
    assert [len(line.figures) for line in ledger.lines] == [2, 2]


BALANCES = """\
政府性基金收支表
单位：万元
科目编码|科目名称|年初结转|本年收入|本年支出|年末结转
|合计|12.30|150.40|151.90|10.80
212|城乡社区支出|12.30|60.00|72.30|
21208|国有土地使用权出让收入安排的支出|12.30|60.00|72.30|
2120803|城市建设支出|12.30|60.00|72.30|
229|其他支出||90.40|79.60|10.80
22960|彩票公益金安排的支出||90.40|79.60|10.80
2296002|用于社会福利的彩票公益金支出||90.40|79.60|10.80
"""


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(BALANCES, id="类, 款 and 项 that print the same are one witness"),
        pytest.param(
            BALANCES.replace("|年末结转\n", "|其中：工程|年末结转\n").replace(
                "2296002|用于社会福利的彩票公益金支出||90.40|79.60|10.80",
                "2296002|用于社会福利的彩票公益金支出||60.00|55.10|4.90\n"
                "2296003|用于体育事业的彩票公益金支出||30.40|24.50|5.90",
            ),
            id="two items with nothing before, and a total that has something",
        ),
    ],
)
def test_a_balance_is_no_difference_of_two_where_a_third_makes_it_up(table: str) -> None:
    rows = [
        row if "其中" in row or row.count("|") != 5 or "其中" not in table
        else row.rsplit("|", 1)[0] + "||" + row.rsplit("|", 1)[1]
        for row in table.splitlines()
    ]  # fmt: skip

    assert found("\n".join(rows), "TRD380") == []


FEW_HAVE = """\
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

    slip = FEW_HAVE.replace(right, right.replace("20.47", "25.47"))

    assert found(FEW_HAVE) == []
    assert [expected for _, expected in found(slip)] == ["20.47"]


def test_a_total_is_not_held_against_the_part_that_most_of_its_rows_have_alone() -> None:
    right = "进修及培训|1433.69|736.33|626.07|71.29|"

    slip = FEW_HAVE.replace(right, right.replace("71.29", "1.29"))

    assert [expected for _, expected in found(slip)] == ["71.29"]
