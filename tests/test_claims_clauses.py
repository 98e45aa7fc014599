"""Where a clause takes up a topic again: after a reason, behind a semicolon, in the next paragraph."""

from __future__ import annotations

import pytest
from reports import grouped, report, said

from jslint.claims import extract


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "会议费3.00万元，比2024年年初预算减少1.00万元，下降25.0%。",
            [
                "amount 会议费 3.00万元 actual",
                "change 会议费 1.00万元 budget:年初 down",
                "growth 会议费 25.0% budget:年初 down",
            ],
            id="a budget of a named year is no former year",
        ),
        pytest.param(
            "会议费3.00万元，比2024年年初预算数4.00万元减少1.00万元。",
            [
                "amount 会议费 3.00万元 actual",
                "amount 会议费 4.00万元 budget:年初",
                "change 会议费 1.00万元 budget:年初 down",
            ],
            id="a budget with its amount",
        ),
        pytest.param(
            "会议费3.00万元。费用支出与年初预算相比，减少1.00万元；较上年支出数增加0.50万元。",
            [
                "amount 会议费 3.00万元 actual",
                "change 会议费 1.00万元 budget:年初 down",
                "change 会议费 0.50万元 prior up",
            ],
            id="an outturn compared with a budget by an amount",
        ),
        pytest.param(
            "会议费3.00万元，比快报数2.50万元增加0.50万元，增长20.0%；比2023年决算数下降25.0%。",
            [
                "amount 会议费 3.00万元 actual",
                "amount 会议费 2.50万元 prior:快报数",
                "change 会议费 0.50万元 prior:快报数 up",
                "growth 会议费 20.0% prior:快报数 up",
                "growth 会议费 25.0% prior down",
            ],
            id="a base by another name with its amount",
        ),
        pytest.param(
            "会议费3.00万元，比快报数增加0.50万元，较上年减少1.00万元。",
            [
                "amount 会议费 3.00万元 actual",
                "change 会议费 0.50万元 prior:快报数 up",
                "change 会议费 1.00万元 prior down",
            ],
            id="a base by another name alone",
        ),
        pytest.param(
            "培训费9.00万元，增长2.0%，其中师资费超过4万元，增长1.0%。",
            [
                "amount 培训费 9.00万元 actual",
                "growth 培训费 2.0% prior up",
                "growth 师资费 1.0% prior up",
            ],
            id="what is only about so much is gone on with",
        ),
        pytest.param(
            "全域（含开发区）财政总收入9.00亿元，增长2.0%。",
            [
                "amount 全域(含开发区)财政总收入 9.00亿元 actual",
                "growth 全域(含开发区)财政总收入 2.0% prior up",
            ],
            id="a bracket without a figure is of the name",
        ),
        pytest.param(
            "据月报反映，培训费9.00万元，增长2.0%。",
            ["amount 培训费 9.00万元 actual", "growth 培训费 2.0% prior up"],
            id="where figures come from is no purpose",
        ),
        pytest.param(
            "全县生产总值90.00亿元，增长5.0%。",
            ["amount 全县生产总值 90.00亿元 actual"],
            id="what grows at constant prices",
        ),
        pytest.param(
            "会议费3.00万元，与上年决算2.00万元相比，增加1.00万元。",
            [
                "amount 会议费 3.00万元 actual",
                "amount 会议费 2.00万元 prior",
                "change 会议费 1.00万元 prior up",
            ],
            id="last year with its amount",
        ),
        pytest.param(
            "财政拨款8.00万元（其中一般公共预算6.00万元，政府性基金预算2.00万元）。",
            [
                "amount 财政拨款 8.00万元 actual",
                "amount 一般公共预算 6.00万元 actual",
                "amount 政府性基金预算 2.00万元 actual",
            ],
            id="the name of a fund ends in 预算 and is no budget",
        ),
        pytest.param(
            "2024年度用于保障机构运转的日常支出5.00万元。",
            ["amount 保障机构运转的日常支出 5.00万元 actual"],
            id="用于 that opens a subject",
        ),
        pytest.param(
            "“三公”经费支出8.40万元，较2023年度“三公”经费10.00万元减少1.60万元。",
            [
                "amount 三公经费支出 8.40万元 actual",
                "amount 三公经费支出 10.00万元 prior",
                "change 三公经费支出 1.60万元 prior down",
            ],
            id="a base called as its subject is",
        ),
        pytest.param(
            "会议费支出6.30万元，较上年5.00万元1.30万元，增长26.0%。",
            [
                "amount 会议费支出 6.30万元 actual",
                "amount 会议费支出 5.00万元 prior",
                "growth 会议费支出 26.0% prior up",
            ],
            id="an amount right behind that of a base",
        ),
        pytest.param(
            "事业收入40.00万元，比上年增收8.00万元；其他收入6.00万元，比上年减收2.00万元。",
            [
                "amount 事业收入 40.00万元 actual",
                "change 事业收入 8.00万元 prior up",
                "amount 其他收入 6.00万元 actual",
                "change 其他收入 2.00万元 prior down",
            ],
            id="增收 and 减收",
        ),
        pytest.param(
            "会议费支出6.30万元，同比增长26.0%，与2019年同期相比增长40.0%。",
            [
                "amount 会议费支出 6.30万元 actual",
                "growth 会议费支出 26.0% prior up",
                "growth 会议费支出 40.0% prior:2019 up",
            ],
            id="another year's base behind the usual one",
        ),
        pytest.param(
            "会议费支出6.30万元，培训费年均增长8.0%，比上年增加1.00万元。",
            ["amount 会议费支出 6.30万元 actual", "change 培训费 1.00万元 prior up"],
            id="a clause that claims nothing changes the subject",
        ),
        pytest.param(
            "会议费支出6.30万元（用于三类会议。）比上年增加1.30万元。",
            ["amount 会议费支出 6.30万元 actual", "change 会议费支出 1.30万元 prior up"],
            id="a stop inside brackets",
        ),
    ],
)
def test_bases_and_subjects(sentence: str, claims: list[str]) -> None:
    assert said(f"三、情况\n{sentence}") == claims


def test_another_years_base_behind_the_usual_one_where_no_year_is_the_reports() -> None:
    source = "会议费支出6.30万元，与上年相比，减少0.70万元，比2019年的9.00万元减少了2.70万元。"

    found = extract(report(source, year=None)).claims

    assert [one.measure for one in found] == ["actual", "prior", "prior:2019", "prior:2019"]


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "主要原因是压减，与上年相比增加1.00万元，增长50.0%，增加的主要原因是办会。",
            ["change 会议费 1.00万元 prior up", "growth 会议费 50.0% prior up"],
            id="a change with a reason of its own",
        ),
        pytest.param(
            "主要原因是资料费上涨，比上年增加1.00万元，增长50.0%。",
            [],
            id="a change without one is what the reason says",
        ),
        pytest.param(
            "主要原因是压减；与上年决算2.00万元相比，增加1.00万元。",
            ["amount 会议费 2.00万元 prior", "change 会议费 1.00万元 prior up"],
            id="与上年相比 behind a semicolon",
        ),
        pytest.param(
            "主要原因是压减；培训费支出决算为1.00万元。",
            ["amount 培训费支出决算 1.00万元 actual"],
            id="an outturn with its subject behind a semicolon",
        ),
        pytest.param(
            "主要原因是压减，年末公车保有量为4辆。",
            ["amount 年末公车保有量 4辆 actual"],
            id="the number of vehicles kept",
        ),
        pytest.param(
            "主要原因是办会5场，其中：培训费支出决算为1.00万元；资料费支出决算为2.00万元。",
            ["amount 培训费支出决算 1.00万元 actual", "amount 资料费支出决算 2.00万元 actual"],
            id="其中 with outturns",
        ),
        pytest.param("主要原因是办会5场，其中：大会2场、小会3场。", [], id="其中 of the reason"),
        pytest.param(
            "主要原因是办会5场；资料费支出2.00万元，与上年相比，增加1.00万元，增长100%，主要原因是涨价。",
            [],
            id="a change behind a figure of the reason may be of that",
        ),
        pytest.param(
            "主要用于调研，累计12批次，累计90人次。",
            ["amount 会议费 12批次 actual", "amount 会议费 90人次 actual"],
            id="visits behind a purpose",
        ),
        pytest.param("主要用于接待来宾90人次。", [], id="visits that are the purpose"),
    ],
)
def test_where_a_reason_or_purpose_ends(sentence: str, claims: list[str]) -> None:
    assert said(f"三、情况\n会议费3.00万元，{sentence}") == [
        "amount 会议费 3.00万元 actual",
        *claims,
    ]


@pytest.mark.parametrize(
    ("clause", "claims"),
    [
        pytest.param(
            "其他收入减少1.00万元，下降50.0%，主要是利息减少",
            ["change 其他收入 1.00万元 prior down", "growth 其他收入 50.0% prior down"],
            id="a part of the same whole",
        ),
        pytest.param("人员经费减少1.00万元，下降50.0%", [], id="what no list divides"),
    ],
)
def test_the_next_part_behind_a_reason(clause: str, claims: list[str]) -> None:
    source = f"""
    三、情况
    收入合计8.00万元，其中：财政拨款收入7.00万元，其他收入1.00万元。
    与上年相比，财政拨款收入增加2.00万元，增长40.0%，主要是项目增加；{clause}。
    """

    assert said(source)[3:] == [
        "change 财政拨款收入 2.00万元 prior up",
        "growth 财政拨款收入 40.0% prior up",
        *claims,
    ]


def test_an_item_is_about_what_heads_it() -> None:
    source = """
    七、三公
    1.因公出国费。决算数0万元。
    2.公务接待费。决算数3.00万元，比上年增加1.00万元。
    """

    assert said(source) == [
        "amount 因公出国费 0万元 actual",
        "amount 公务接待费 3.00万元 actual",
        "change 公务接待费 1.00万元 prior up",
    ]


def test_the_figures_of_an_account_stand_in_the_next_paragraph() -> None:
    source = """
    五、支出
    财政拨款支出年初预算为9.00万元，支出决算为8.00万元，其中：
    1、教育支出（类）普通教育（款）高中教育（项）。
    年初预算为5.00万元，支出决算为6.00万元。
    2、住房保障支出（类）住房改革支出（款）住房公积金（项）。
    年初预算为4.00万元，支出决算为2.00万元。
    """

    assert said(source)[2:] == [
        "amount 教育支出普通教育高中教育 5.00万元 budget:年初",
        "amount 教育支出普通教育高中教育 6.00万元 actual",
        "amount 住房保障支出住房改革支出住房公积金 4.00万元 budget:年初",
        "amount 住房保障支出住房改革支出住房公积金 2.00万元 actual",
    ]


@pytest.mark.parametrize(
    ("source", "groups"),
    [
        pytest.param(
            "接待费3.00万元，具体是国内接待2.00万元，国外接待1.00万元。",
            ["接待费 = 国内接待 + 国外接待 !"],
            id="具体是",
        ),
        pytest.param(
            "收入总计8.00万元，其中：本年收入7.50万元，年初结转0.51万元；支出总计8.00万元。",
            ["收入总计 = 本年收入 + 年初结转"],
            id="a semicolon behind parts that add up but for rounding",
        ),
        pytest.param(
            "“三公”经费支出4.00万元。"
            "“三公”经费一般公共预算支出决算中，公车费3.00万元，接待费1.00万元。",
            ["三公经费支出 = 公车费 + 接待费 !"],
            id="a whole that names the fund besides",
        ),
        pytest.param(
            "支出合计8.00万元，其中：基本支出5.00万元，项目支出3.00万元。"
            "与上年相比，支出合计增加1.00万元，其中：基本支出增加0.40万元，项目支出增加0.60万元。",
            ["支出合计 = 基本支出 + 项目支出", "支出合计 = 基本支出 + 项目支出"],
            id="a total that is named again",
        ),
    ],
)
def test_wholes(source: str, groups: list[str]) -> None:
    assert grouped(f"三、情况\n{source}") == groups


def test_what_clauses_between_semicolons_say_of_different_things_is_not_one() -> None:
    found = said("三、资产\n处置房屋2处，账面原值4.00万元；报废设备6项，账面原值5.00万元。")

    assert found == [
        "amount 处置房屋 2处 actual",
        "amount 账面原值 4.00万元 actual",
        "amount 报废设备 6项 actual",
        "amount 账面原值 5.00万元 actual",
    ]
