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


def found(source: str) -> list[str]:
    """The rules that complain of a report."""
    report = readers.read("report.txt", source.replace("|", "\t").encode())
    result = engine.lint(report, pack.load(pack.choose(report))).diagnostics
    return [one.rule for one in result if one.severity is not Severity.INFO]


GENERAL = """\
清河县民政局2023年度部门决算

第一部分 决算表

{title}
单位：万元
{code}科目名称|{whole}|基本支出|项目支出
{none}合计|450.60|310.20|140.40
{one}社会保障和就业支出|450.60|310.20|140.40
{two}民政管理事务|450.60|310.20|140.40
{three}行政运行|310.20|310.20|
{four}社会组织管理|140.40||140.40

第二部分 情况说明

五、{heading}
1.社会保障和就业支出（类）民政管理事务（款）行政运行（项），支出310.20万元。
2.社会保障和就业支出（类）民政管理事务（款）社会组织管理（项），支出140.40万元。
"""
CODES = {
    "code": "科目编码|",
    "none": "|",
    "one": "208|",
    "two": "20802|",
    "three": "2080201|",
    "four": "2080206|",
}


def general(title: str, heading: str, whole: str, *, coded: bool = True) -> str:
    codes = CODES if coded else dict.fromkeys(CODES, "")
    return GENERAL.format(title=title, heading=heading, whole=whole, **codes)


@pytest.mark.parametrize("heading", ["一般公共预算执行情况", "关于一般公共预算支出的说明"])
@pytest.mark.parametrize("whole", ["合计", "小计", "本年支出"])
@pytest.mark.parametrize(
    "title",
    [
        "公开05表 一般公共预算支出决算表",
        "公开06表一般公共预算支出表",
        "一般公共预算支出表",
        "附件5 一般公共预算支出决算表",
        "一般公共预算财政拨款支出情况表",
    ],
)
def test_accounts_are_held_against_the_table_under_any_title(
    title: str, whole: str, heading: str
) -> None:
    source = general(title, heading, whole)

    assert found(source) == []
    assert found(source.replace("支出140.40", "支出170.40")) == ["TIE322"]


def test_accounts_of_a_table_without_codes_are_known_by_their_names() -> None:
    source = general("一般公共预算支出表", "一般公共预算支出情况", "合计", coded=False)

    assert found(source) == []
    assert found(source.replace("支出140.40", "支出170.40")) == ["TIE113"]


def test_accounts_without_codes_are_not_those_of_a_fund_with_codes() -> None:
    fund = (
        "政府性基金预算支出表\n单位：万元\n科目编码|科目名称|合计|基本支出|项目支出\n|合计|30.00||30.00\n"
        "212|城乡社区支出|30.00||30.00\n21208|国有土地使用权出让收入安排的支出|30.00||30.00\n"
        "2120802|土地开发支出|30.00||30.00\n\n第二部分"
    )
    source = general("一般公共预算支出表", "一般公共预算支出情况", "合计", coded=False)

    assert found(source.replace("第二部分", fund)) == []


FUNDS = """\
清河县民政局2023年度部门决算

第一部分 决算表

政府性基金预算收支表
单位：万元
科目编码|科目名称|年初结转和结余|本年收入|本年支出|本年支出|本年支出|年末结转和结余
科目编码|科目名称|年初结转和结余|本年收入|小计|基本支出|项目支出|年末结转和结余
|合计||64.50|64.50||64.50|
212|城乡社区支出||64.50|64.50||64.50|

“三公”经费支出表
单位：万元
项目|预算数|决算数
合计|8.60|7.40
1.因公出国（境）费||
2.公务用车购置及运行维护费|4.60|4.10
其中：公务用车购置费||
公务用车运行维护费|4.60|4.10
3.公务接待费|4.00|3.30

第二部分 情况说明

{said}
"""


@pytest.mark.parametrize(
    ("said", "wrong", "rule"),
    [
        ("八、政府性基金预算情况\n政府性基金预算支出{}万元。", "94.50", "TIE326"),
        ("八、政府性基金预算情况\n2023年度本年支出{}万元。", "94.50", "TIE326"),
        ("七、“三公”经费情况\n2023年度“三公”经费支出{}万元。", "4.70", "TIE311"),
    ],
)
def test_funds_and_the_three_are_held_against_their_tables(
    said: str, wrong: str, rule: str
) -> None:
    right = "7.40" if rule == "TIE311" else "64.50"

    assert found(FUNDS.format(said=said.format(right))) == []
    assert rule in found(FUNDS.format(said=said.format(wrong)))


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("上年结转结余", "结转下年"), ("年初结转", "年末结余"), ("上年结转", "结转下年支出")],
)
def test_what_is_carried_over_counts_by_any_name(opening: str, closing: str) -> None:
    source = TABLES.replace("年初结转和结余", opening).replace("年末结转和结余", closing)

    assert found(source) == []
    assert found(source.replace(f"{opening}|547.15", f"{opening}|574.15")) == ["SUM313"]
    assert found(source.replace(f"{closing}|362.35", f"{closing}|326.35")) == ["SUM314"]


def test_totals_are_held_against_tables_under_short_titles() -> None:
    tables = TABLES.replace("财政拨款收入支出决算总表", "附件4 财政拨款收支总表").replace(
        "\n收入支出决算总表", "\n附件1 部门收支总表"
    )
    source = tables.replace("决算数", "本年数") + "一、收支分析\n2023年度收、支总计均为{}万元。\n"

    assert found(source.format("4,862.35")) == []
    assert "TIE301" in found(source.format("4,162.35"))


@pytest.mark.parametrize(
    ("heading", "said", "rule"),
    [
        ("收支分析", "2023年度收入总计{}万元，支出总计4,862.35万元。", "TIE301"),
        ("收支分析", "2023年度收入总计4,862.35万元，支出总计{}万元。", "TIE301"),
        ("财政拨款收支分析", "2023年度财政拨款收入总计4,220.10万元，支出总计{}万元。", "TIE304"),
    ],
)
def test_one_wrong_total_of_two_is_found(heading: str, said: str, rule: str) -> None:
    right = "4,862.35" if rule == "TIE301" else "4,220.10"

    assert complaints(heading, said.format(right)) == []
    assert rule in complaints(heading, said.format("4,262.35"))


def test_the_classes_of_a_structure_of_all_funds_are_not_those_of_the_general_budget() -> None:
    said = "三、支出结构\n按功能分类：社会保障和就业支出3,800.00万元，住房保障支出700.00万元。\n"
    source = TABLES.replace("项目|决算数|项目|合计", "项目|决算数|项目|一般公共预算财政拨款")

    assert found(source + said) == []


def test_what_a_section_on_funds_says_of_the_general_budget_is_not_of_funds() -> None:
    statement = (
        "一般公共预算财政拨款年初结转和结余200.00万元，本年收入4,020.10万元，本年支出3,910.10万元，"
        "年末结转和结余310.00万元。\n"
        "政府性基金预算财政拨款收入支出决算表\n单位：万元\n"
        "科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t年末结转和结余\n\t合计\t\t\t\t\n"
    )

    found = complaints("政府性基金预算财政拨款收入支出决算情况说明", statement)

    assert "TIE326" not in found
