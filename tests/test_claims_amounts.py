"""What sentences say of amounts and counts: topic, figure, and what it measures."""

from __future__ import annotations

import pytest

from jslint.claims import extract
from reports import report, said, unsaid


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "2024年度收入、支出总计均为880.50万元。",
            ["amount 收入支出总计 880.50万元 actual"],
            id="total of both sides, openers and copula cut off",
        ),
        pytest.param(
            "本单位2024年度收入总计880.50万元，支出总计880.50万元。",
            ["amount 收入总计 880.50万元 actual", "amount 支出总计 880.50万元 actual"],
            id="two totals, the unit's own words cut off",
        ),
        pytest.param(
            "2024年度，我单位机关运行经费支出65.20万元。",
            ["amount 机关运行经费支出 65.20万元 actual"],
            id="year in a clause of its own",
        ),
        pytest.param(
            "根据工作安排，公务接待费支出2.40万元。",
            ["amount 公务接待费支出 2.40万元 actual"],
            id="an adverbial clause narrows nothing down",
        ),
        pytest.param(
            "在专门预留的采购项目中，由中小企业成交金额12.00万元。",
            ["amount 在专门预留的采购项目中由中小企业成交金额 12.00万元 actual"],
            id="a restricting clause does",
        ),
        pytest.param(
            "甲市来访调研，接待支出0.20万元；乙县来访交流，接待支出0.30万元。",
            [
                "amount 甲市来访调研接待支出 0.20万元 actual",
                "amount 乙县来访交流接待支出 0.30万元 actual",
            ],
            id="clauses tell equal subjects apart",
        ),
        pytest.param(
            "教育支出（类）年初预算为100.00万元，调整预算为120.00万元，支出决算为118.00万元。",
            [
                "amount 教育支出(类) 100.00万元 budget:年初",
                "amount 教育支出(类) 120.00万元 budget:调整",
                "amount 教育支出(类) 118.00万元 actual",
            ],
            id="two budgets and the outturn",
        ),
        pytest.param(
            "公务接待费决算支出数2.40万元，实际支出额2.40万元。",
            ["amount 公务接待费决算支出数 2.40万元 actual"] * 2,
            id="words of measure as subjects",
        ),
        pytest.param(
            "全市地区生产总值1.20万亿元，税收20.00亿元。",
            ["amount 全市地区生产总值 1.20万亿元 actual", "amount 税收 20.00亿元 actual"],
            id="units above 万",
        ),
        pytest.param(
            "基本支出50.00万元，主要包括基本工资、津贴补贴、奖金、绩效工资、公用经费8.00万元。",
            ["amount 基本支出 50.00万元 actual"],
            id="whose the amount behind a row of names is, nobody knows",
        ),
        pytest.param(
            "公务接待费全年预算3.00万元，实际支出2.40万元。",
            ["amount 公务接待费 3.00万元 budget:全年", "amount 公务接待费 2.40万元 actual"],
            id="full-year budget, 实际支出",
        ),
        pytest.param(
            "公务接待费预算数3.00万元，决算数2.40万元。",
            ["amount 公务接待费 3.00万元 budget", "amount 公务接待费 2.40万元 actual"],
            id="budget of no named kind",
        ),
        pytest.param(
            "公务接待费2024年初预算为3.00万元，支出决算为2.40万元。",
            ["amount 公务接待费 3.00万元 budget:年初", "amount 公务接待费 2.40万元 actual"],
            id="the year shares its character with 年初",
        ),
        pytest.param(
            "公务接待费2.40万元，上年决算数为3.00万元。",
            ["amount 公务接待费 2.40万元 actual", "amount 公务接待费 3.00万元 prior"],
            id="last year's amount",
        ),
        pytest.param(
            "公务接待费2023年决算数3.00万元，2024年决算数2.40万元。",
            ["amount 公务接待费决算数 3.00万元 prior", "amount 公务接待费决算数 2.40万元 actual"],
            id="years inside the subject tell the measure",
        ),
        pytest.param(
            "公务接待费由上年的3.00万元减少到2.40万元。",
            [
                "amount 公务接待费 3.00万元 prior",
                "amount 公务接待费 2.40万元 actual",
                "order 公务接待费 减少 prior down",
            ],
            id="from last year's amount to this year's",
        ),
        pytest.param(
            "支出合计800.00万元，与上年810.00万元相比减少10.00万元。",
            [
                "amount 支出合计 800.00万元 actual",
                "amount 支出合计 810.00万元 prior",
                "change 支出合计 10.00万元 prior down",
            ],
            id="last year's amount inside the comparison",
        ),
        pytest.param(
            "使用2023年结转资金12.00万元。",
            ["amount 使用2023年结转资金 12.00万元 actual"],
            id="a year that belongs to the name",
        ),
        pytest.param(
            "公务用车运行维护费7.20万元，减少至7.00万元。",
            [
                "amount 公务用车运行维护费 7.20万元 actual",
                "amount 公务用车运行维护费 7.00万元 actual",
                "order 公务用车运行维护费 减少 prior down",
            ],
            id="a new level is an amount, no change",
        ),
        pytest.param(
            "货物、工程、服务采购支出分别为12.00万元、8.00万元和5.00万元。",
            [
                "amount 货物采购支出 12.00万元 actual",
                "amount 工程采购支出 8.00万元 actual",
                "amount 服务采购支出 5.00万元 actual",
            ],
            id="a row of figures, one for each name",
        ),
        pytest.param(
            "收入总计、支出总计分别为880.50万元，880.50万元，比上年增加8.00万元。",
            [
                "amount 收入总计 880.50万元 actual",
                "amount 支出总计 880.50万元 actual",
                "change 支出总计 8.00万元 prior up",
            ],
            id="a row parted by a comma, then another clause",
        ),
        pytest.param(
            "公务接待费2.40万元（含外宾接待费0.30万元），完成预算的80%。",
            [
                "amount 公务接待费 2.40万元 actual",
                "amount 外宾接待费 0.30万元 actual",
                "completion 公务接待费 80% budget",
            ],
            id="behind a bracket the sentence's own topic goes on",
        ),
        pytest.param(
            "公务接待费2.40万元，主要用于日常接待，年初预算为3.00万元。",
            ["amount 公务接待费 2.40万元 actual", "amount 公务接待费 3.00万元 budget:年初"],
            id="a purpose ends where a budget is stated",
        ),
        pytest.param(
            "公务接待费：支出决算为2.40万元，完成预算的80%。",
            [
                "amount 公务接待费支出决算 2.40万元 actual",
                "completion 公务接待费支出决算 80% budget",
            ],
            id="the subject before a colon",
        ),
        pytest.param(
            "资产情况：共有车辆3辆。",
            ["amount 车辆 3辆 actual"],
            id="no subject before a colon",
        ),
        pytest.param(
            "因公出国（境）费支出0万元。",
            ["amount 因公出国(境)费支出 0万元 actual"],
            id="brackets inside a name",
        ),
        pytest.param(
            "支出合计800.|00万元。",
            ["amount 支出合计 800.00万元 actual"],
            id="soft break inside the number",
        ),
    ],
)
def test_amounts(sentence: str, claims: list[str]) -> None:
    assert said(f"一、情况\n{sentence}") == claims


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "国内公务接待12批次，90人次，共计支出2.10万元。",
            [
                "amount 国内公务接待 12批次 actual",
                "amount 国内公务接待 90人次 actual",
                "amount 国内公务接待 2.10万元 actual",
            ],
            id="visits, persons and money of one topic",
        ),
        pytest.param(
            "国内接待费2.10万元，接待12批次90人次。",
            [
                "amount 国内接待费 2.10万元 actual",
                "amount 国内接待费 12批次 actual",
                "amount 国内接待费 90人次 actual",
            ],
            id="a verb that the topic's name holds names nothing new",
        ),
        pytest.param(
            "全年购置公务用车1辆。年末公务用车3辆。",
            ["amount 购置公务用车 1辆 actual", "amount 年末公务用车 3辆 actual"],
            id="bought and kept are two topics",
        ),
        pytest.param(
            "下设8个科室，对3个项目开展绩效自评，涉及资金210.50万元。",
            [
                "amount 下设科室 8个 actual",
                "amount 对项目开展绩效自评 3个 actual",
                "amount 对项目开展绩效自评 210.50万元 actual",
            ],
            id="the noun behind a count is its subject, 涉及资金 its money",
        ),
        pytest.param(
            "截至2024年12月31日，共有车辆5辆。",
            ["amount 车辆 5辆 actual"],
            id="a date before the subject",
        ),
        pytest.param(
            "单价50万元（含）以上设备1台（套），单价100万元以上设备2台（套）。",
            [
                "threshold 单价 50万元",
                "amount 单价50万元以上设备 1台（套） actual",
                "threshold 单价50万元以上设备 100万元",
                "amount 单价100万元以上设备 2台（套） actual",
            ],
            id="limits are part of the names",
        ),
        pytest.param(
            "政府采购项目（3项）金额20.00万元。",
            ["amount 政府采购项目 3项 actual", "amount 政府采购项目 20.00万元 actual"],
            id="a count in brackets",
        ),
    ],
)
def test_counts(sentence: str, claims: list[str]) -> None:
    assert said(f"一、情况\n{sentence}") == claims


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param("较上年增加5.20万元", ["change 支出 5.20万元 prior up"], id="较上年增加"),
        pytest.param("比上年减少5.20万元", ["change 支出 5.20万元 prior down"], id="比上年减少"),
        pytest.param("同比增加5.20万元", ["change 支出 5.20万元 prior up"], id="同比增加"),
        pytest.param(
            "较上年决算数增加5.20万元", ["change 支出 5.20万元 prior up"], id="较上年决算数增加"
        ),
        pytest.param(
            "与2023年度相比，增加5.20万元", ["change 支出 5.20万元 prior up"], id="named year"
        ),
        pytest.param(
            "比2021年增加5.20万元", ["change 支出 5.20万元 prior:2021 up"], id="another year"
        ),
        pytest.param(
            "比年初预算减少5.20万元", ["change 支出 5.20万元 budget:年初 down"], id="比年初预算"
        ),
        pytest.param(
            "与预算相比减少5.20万元", ["change 支出 5.20万元 budget down"], id="与预算相比"
        ),
        pytest.param("较上年节约5.20万元", ["change 支出 5.20万元 prior down"], id="节约 is no 约"),
        pytest.param("较上年增支5.20万元", ["change 支出 5.20万元 prior up"], id="增支"),
        pytest.param(
            "比上年增加（减少）5.20万元", ["change 支出 5.20万元 prior"], id="form's own choice"
        ),
        pytest.param(
            "决算数小于年初预算数5.20万元",
            ["change 支出 5.20万元 budget:年初 down"],
            id="the difference behind a comparison",
        ),
        pytest.param(
            "比上年减少-5.20万元", ["change 支出 -5.20万元 prior down"], id="double negative"
        ),
    ],
)
def test_changes(sentence: str, claims: list[str]) -> None:
    found = said(f"一、情况\n会议费支出65.20万元，{sentence}，主要原因是人员增加。")

    assert found == [
        "amount 会议费支出 65.20万元 actual",
        *(line.replace(" 支出 ", " 会议费支出 ") for line in claims),
    ]


def test_a_change_beside_a_budget_names_no_base() -> None:
    found = said("一、情况\n会议费年初预算为5.00万元，支出决算为4.00万元，减少1.00万元，下降20%。")

    assert found[2:] == [
        "change 会议费 1.00万元 prior:assumed down",
        "growth 会议费 20% prior:assumed down",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("主要原因是新增维护项目30.00万元。", id="reason"),
        pytest.param("主要是人员增加3人，社保缴费增加12.00万元。", id="reason with a change"),
        pytest.param(
            "主要原因：一是新增项目10.00万元；二是调出3人。三是结转2.00万元。", id="reasons"
        ),
        pytest.param("主要原因是压减开支，较上年项目减少2个。", id="comparison inside a reason"),
        pytest.param("主要用于燃料费3.00万元、维修费2.20万元。", id="purpose"),
        pytest.param("其他情况，车均2.40万元。", id="average by vehicle"),
        pytest.param("人均160.00元。", id="average by person"),
        pytest.param("生均公用经费支出0.12万元。", id="average by pupil"),
        pytest.param("职工人均可支配收入2.30万元。", id="average of an income"),
        pytest.param("如加上租车费3.00万元，比上年增长12.0%。", id="what would be"),
        pytest.param("车均维修费1.00万元。", id="average of a named cost"),
        pytest.param(
            "车均维护费2.40万元，比上年增加0.40万元，增长20.0%。", id="change of an average"
        ),
    ],
)
def test_reasons_purposes_and_averages_are_mere_mentions(sentence: str) -> None:
    source = f"一、情况\n公务用车运行维护费7.20万元，{sentence}"

    assert said(source) == ["amount 公务用车运行维护费 7.20万元 actual"]
    assert unsaid(source) == []
    assert {claim.kind for claim in extract(report(source)).claims[1:]} == {"mention"}


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        pytest.param("比上年减少1.00万元", "change 会议费 1.00万元 prior down", id="change"),
        pytest.param("培训费5.00万元", "amount 培训费 5.00万元 actual", id="another amount"),
    ],
)
def test_an_average_ends_with_another_subject(sentence: str, stated: str) -> None:
    source = f"一、情况\n接待费2.00万元，人均接待费100.00元，会议费3.00万元，{sentence}。"

    assert said(source) == [
        "amount 接待费 2.00万元 actual",
        "amount 会议费 3.00万元 actual",
        stated,
    ]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        pytest.param("惠及群众近3000人。", ["3000人"], id="nearly"),
        pytest.param("培训100人以上。", ["100人"], id="at least"),
        pytest.param("支出约20.00万元。", ["20.00万元"], id="about"),
        pytest.param("首次突破20.00万元。", ["20.00万元"], id="what was passed"),
        pytest.param("比上年增加20.00万元左右。", ["20.00万元"], id="about, behind"),
        pytest.param(
            "货物、服务支出分别为1.00万元、2.00万元、3.00万元。",
            ["1.00万元", "2.00万元", "3.00万元"],
            id="a row with more figures than names",
        ),
        pytest.param(
            "2021年至2023年会议费3.00万元。", ["3.00万元"], id="the amount of several years"
        ),
        pytest.param("“十三五”期间，会议费3.00万元。", ["3.00万元"], id="an amount of five years"),
        pytest.param("三年来会议费3.00万元。", ["3.00万元"], id="an amount of three years"),
        pytest.param("财政补助年均增长5.0%。", ["5.0%"], id="a yearly rate"),
        pytest.param("年初预算为3.00万元。", ["3.00万元"], id="a budget of nothing"),
    ],
)
def test_what_is_not_certain_claims_nothing(sentence: str, figures: list[str]) -> None:
    source = f"一、情况\n{sentence}"

    assert said(source) == []
    assert unsaid(source) == figures


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "决算数比预算数减少1.00万元的主要原因是压减；与上年相比增加0.20万元，增长9.1%。",
            [
                "amount 会议费 2.40万元 actual",
                "change 会议费 1.00万元 budget down",
                "change 会议费 0.20万元 prior up",
                "growth 会议费 9.1% prior up",
            ],
            id="a comparison of its own after a reason",
        ),
        pytest.param(
            "比上年增加1.00万元，主要原因是办会增多。会议费年初预算2.00万元。",
            [
                "amount 会议费 2.40万元 actual",
                "change 会议费 1.00万元 prior up",
                "amount 会议费 2.00万元 budget:年初",
            ],
            id="the next sentence",
        ),
    ],
)
def test_where_a_reason_ends(sentence: str, claims: list[str]) -> None:
    assert said(f"一、情况\n会议费2.40万元，{sentence}") == claims


def test_reasons_listed_in_paragraphs_of_their_own() -> None:
    source = """
    一、情况
    会议费2.40万元，比上年增加1.00万元。主要原因是：
    一是新增会议2场，增加支出0.60万元。
    会议费年初预算2.00万元。
    """

    assert said(source) == [
        "amount 会议费 2.40万元 actual",
        "change 会议费 1.00万元 prior up",
        "amount 会议费 2.00万元 budget:年初",
    ]


def test_the_units_own_name_is_no_subject() -> None:
    found = said("一、情况\n2024年度，青江市档案中心机关运行经费支出3.00万元。", "青江市档案中心")

    assert found == ["amount 机关运行经费支出 3.00万元 actual"]


@pytest.mark.parametrize(
    ("heading", "sentence", "claim"),
    [
        pytest.param(
            "（一）公务接待费",
            "支出决算为2.40万元。",
            "amount 公务接待费 2.40万元 actual",
            id="the heading is the subject",
        ),
        pytest.param(
            "（一）一般公共预算财政拨款支出决算总体情况",
            "年初预算为3.00万元。",
            "amount 一般公共预算财政拨款支出 3.00万元 budget:年初",
            id="a heading of a situation",
        ),
        pytest.param(
            "（一）具体情况",
            "支出决算为2.40万元。",
            "amount 支出决算 2.40万元 actual",
            id="a heading that names nothing",
        ),
        pytest.param(
            "（一）总体收支情况说明",
            "收支总计880.50万元。",
            "amount 收支总计 880.50万元 actual",
            id="a total needs no heading",
        ),
    ],
)
def test_a_paragraph_that_opens_without_a_subject(heading: str, sentence: str, claim: str) -> None:
    assert said(f"一、支出\n{heading}\n{sentence}") == [claim]
