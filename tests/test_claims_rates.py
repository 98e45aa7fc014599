"""What sentences say of rates: shares, completion, growth; and comparisons in words."""

from __future__ import annotations

import pytest

from reports import said, unsaid

WHOLE = "本年支出合计800.00万元，其中：基本支出500.00万元，"


@pytest.mark.parametrize(
    ("clause", "claim"),
    [
        pytest.param("占62.5%", "share 基本支出 62.5%", id="bare"),
        pytest.param("占比62.5%", "share 基本支出 62.5%", id="占比"),
        pytest.param("占比为62.5%", "share 基本支出 62.5%", id="占比为"),
        pytest.param("占总支出的62.5%", "share 基本支出 62.5%", id="a whole known by no such name"),
        pytest.param("占本年支出合计的62.5%", "share 基本支出 62.5% of 本年支出合计", id="named"),
        pytest.param(
            "占本年支出合计62.5%", "share 基本支出 62.5% of 本年支出合计", id="without 的"
        ),
        pytest.param(
            "占本年支出合计的比重为62.5%", "share 基本支出 62.5% of 本年支出合计", id="比重"
        ),
        pytest.param(
            "占本年支出合计的比例达62.5%", "share 基本支出 62.5% of 本年支出合计", id="比例"
        ),
        pytest.param(
            "占支出合计的62.5%", "share 基本支出 62.5% of 本年支出合计", id="name's ending"
        ),
        pytest.param("基本支出占62.5%", "share 基本支出 62.5%", id="own subject"),
        pytest.param("主要用于发放工资，占62.5%", "share 基本支出 62.5%", id="behind a purpose"),
        pytest.param("占62.5", "share 基本支出 62.5", id="the sign is missing"),
        pytest.param("完成预算的98.0%", "completion 基本支出 98.0% budget", id="完成预算的"),
        pytest.param("完成预算98.0%", "completion 基本支出 98.0% budget", id="完成预算"),
        pytest.param(
            "完成年初预算的98.0%", "completion 基本支出 98.0% budget:年初", id="完成年初预算的"
        ),
        pytest.param(
            "完成全年预算数的98.0%", "completion 基本支出 98.0% budget:全年", id="全年预算数"
        ),
        pytest.param(
            "完成调整后预算的98.0%", "completion 基本支出 98.0% budget:调整", id="调整后预算"
        ),
        pytest.param("完成部门预算的98.0%", "completion 基本支出 98.0% budget", id="部门预算"),
        pytest.param("预算完成率98.0%", "completion 基本支出 98.0% budget", id="预算完成率"),
        pytest.param("预算执行率为98.0%", "completion 基本支出 98.0% budget", id="预算执行率为"),
        pytest.param("占年初预算的98.0%", "completion 基本支出 98.0% budget:年初", id="占…预算"),
        pytest.param("为年初预算的98.0%", "completion 基本支出 98.0% budget:年初", id="为…预算"),
        pytest.param("同比增长5.0%", "growth 基本支出 5.0% prior up", id="同比增长"),
        pytest.param("较上年增长5.0%", "growth 基本支出 5.0% prior up", id="较上年增长"),
        pytest.param("比上年下降5.0%", "growth 基本支出 5.0% prior down", id="比上年下降"),
        pytest.param("较上年降低5.0%", "growth 基本支出 5.0% prior down", id="降低"),
        pytest.param("较上年增长率为5.0%", "growth 基本支出 5.0% prior up", id="增长率为"),
        pytest.param("比上年降幅为5.0%", "growth 基本支出 5.0% prior down", id="降幅为"),
        pytest.param("较上年增长1.5倍", "growth 基本支出 1.5倍 prior up", id="times"),
        pytest.param("较上年下降25‰", "growth 基本支出 25‰ prior down", id="per mille"),
        pytest.param(
            "较上年下降（增长）5.0%", "growth 基本支出 5.0% prior", id="form's own choice"
        ),
        pytest.param("较年初预算增长5.0%", "growth 基本支出 5.0% budget:年初 up", id="on a budget"),
        pytest.param("较上年增长5.0", "growth 基本支出 5.0 prior up", id="growth without sign"),
    ],
)
def test_rates(clause: str, claim: str) -> None:
    found = said(f"三、支出\n{WHOLE}{clause}。")

    assert found[2:] == [claim]


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("比重比上年提高2.3个百分点", id="points"),
        pytest.param("预算执行率达到90%以上", id="a bound"),
        pytest.param("较上年增长近2倍", id="nearly"),
        pytest.param("较上年增长约20%", id="about"),
        pytest.param("环比增长5.0%", id="against last month"),
        pytest.param("年均增长5.0%", id="by year on average"),
        pytest.param("预计增长5.0%", id="a forecast"),
        pytest.param("优良率100%", id="another rate"),
        pytest.param("主要原因是占用办公用房，占30%", id="inside a reason"),
    ],
)
def test_other_rates_claim_nothing(clause: str) -> None:
    assert said(f"三、支出\n{WHOLE}{clause}。")[2:] == []


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "基本支出5.00万元，占本年支出8.00万元的62.5%，比上年增加1.00万元。",
            [
                "amount 基本支出 5.00万元 actual",
                "amount 本年支出 8.00万元 actual",
                "share 基本支出 62.5% of 本年支出",
                "change 基本支出 1.00万元 prior up",
            ],
            id="a share of a whole with its amount",
        ),
        pytest.param(
            "基本支出5.00万元，完成年初预算6.00万元的83.3%，比上年增加1.00万元。",
            [
                "amount 基本支出 5.00万元 actual",
                "amount 基本支出 6.00万元 budget:年初",
                "completion 基本支出 83.3% budget:年初",
                "change 基本支出 1.00万元 prior up",
            ],
            id="completion of a budget with its amount",
        ),
        pytest.param(
            "收入总计8.00万元，年末结余3.00万元。收入支出总体与上年相比，增加1.00万元，增长14.3%。",
            [
                "amount 收入总计 8.00万元 actual",
                "amount 年末结余 3.00万元 actual",
                "change 收入支出总体 1.00万元 prior up",
                "growth 收入支出总体 14.3% prior up",
            ],
            id="the subject stands before 与上年相比",
        ),
    ],
)
def test_rates_of_what_stands_before(sentence: str, claims: list[str]) -> None:
    assert said(f"三、情况\n{sentence}") == claims


def test_a_row_of_changes_of_one_thing_against_two_bases_claims_nothing() -> None:
    row = "与预算、上年决算相比分别减少1.00万元、3.00万元，分别下降10%、25%"

    assert said(f"三、支出\n支出9.00万元，{row}。") == ["amount 支出 9.00万元 actual"]
    assert len(unsaid(f"三、支出\n支出9.00万元，{row}。")) == 4


def test_shares_in_a_row_belong_to_the_parts_in_their_order() -> None:
    source = (
        "三、支出\n支出800.00万元，其中：教育支出500.00万元、其他支出300.00万元，"
        "分别占62.5%、37.5%。"
    )

    assert said(source)[3:] == ["share 教育支出 62.5%", "share 其他支出 37.5%"]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("分别占62.5%、27.5%、10.0%", id="more than parts"),
        pytest.param("各占50%", id="each"),
    ],
)
def test_other_rows_of_rates_claim_nothing(row: str) -> None:
    source = f"三、支出\n支出800.00万元，其中：教育支出500.00万元、其他支出300.00万元，{row}。"

    assert len(said(source)) == 3
    assert len(unsaid(source)) == row.count("%")


@pytest.mark.parametrize(
    ("clause", "claim"),
    [
        pytest.param(
            "决算数大于预算数的主要原因是增人", "order 会议费 大于预算数 budget up", id="大于"
        ),
        pytest.param(
            "支出决算数小于年初预算数", "order 会议费 小于年初预算数 budget:年初 down", id="小于"
        ),
        pytest.param("决算数高于预算", "order 会议费 高于预算 budget up", id="高于"),
        pytest.param("决算数低于预算", "order 会议费 低于预算 budget down", id="低于"),
        pytest.param("决算超过全年预算数", "order 会议费 超过全年预算数 budget:全年 up", id="超过"),
        pytest.param("决算数等于预算数", "order 会议费 等于预算数 budget level", id="等于"),
        pytest.param("决算数与预算数持平", "order 会议费 与预算数持平 budget level", id="与…持平"),
        pytest.param(
            "决算数与年初预算数基本持平",
            "order 会议费 与年初预算数基本持平 budget:年初 level",
            id="基本持平",
        ),
        pytest.param("决算数同预算数一致", "order 会议费 同预算数一致 budget level", id="同…一致"),
        pytest.param(
            "预算数大于决算数",
            "order 会议费 预算数大于决算数 budget down",
            id="the other way round",
        ),
        pytest.param(
            "年初预算数与决算数持平",
            "order 会议费 年初预算数与决算数持平 budget:年初 level",
            id="the other way round, level",
        ),
        pytest.param(
            "决算数较年初预算数减少的主要原因是压减",
            "order 会议费 较年初预算数减少 budget:年初 down",
            id="较…减少的原因",
        ),
        pytest.param(
            "决算数比预算数增加，主要原因是增人",
            "order 会议费 比预算数增加 budget up",
            id="比…增加，主要原因",
        ),
        pytest.param(
            "决算数比上年减少的主要原因是压减",
            "order 会议费 比上年减少 prior down",
            id="against the year before",
        ),
        pytest.param("与上年持平", "flat 会议费 持平 prior level", id="与上年持平"),
        pytest.param("较上年无增减变化", "flat 会议费 无增减变化 prior level", id="无增减变化"),
        pytest.param("与上年相比没有变化", "flat 会议费 没有变化 prior level", id="没有变化"),
        pytest.param("与上年一致", "flat 会议费 一致 prior level", id="与上年一致"),
        pytest.param("支出决算与2023年度持平", "flat 会议费 持平 prior level", id="named year"),
        pytest.param(
            "与年初预算相比持平", "flat 会议费 持平 budget:年初 level", id="against a budget"
        ),
    ],
)
def test_comparisons_in_words(clause: str, claim: str) -> None:
    assert said(f"三、支出\n会议费2.00万元，{clause}。")[1:] == [claim]


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("与要求一致", id="一致 with nothing of before"),
        pytest.param("主要原因是人数与上年持平", id="inside a reason"),
        pytest.param("决算数与预算数如下", id="与 without a level"),
        pytest.param("较上年会议减少，主要原因是压减", id="something else became less"),
    ],
)
def test_no_comparison(clause: str) -> None:
    assert said(f"三、支出\n会议费2.00万元，{clause}。")[1:] == []


@pytest.mark.parametrize(
    ("sentences", "claims"),
    [
        pytest.param(
            "与上年相比，会议费增加1.00万元，增长50.0%；较预算减少2.00万元，下降40.0%。",
            [
                "change 会议费 1.00万元 prior up",
                "growth 会议费 50.0% prior up",
                "change 会议费 2.00万元 budget down",
                "growth 会议费 40.0% budget down",
            ],
            id="a base holds until the next one",
        ),
        pytest.param(
            "会议费完成预算的60.0%。增长50.0%。",
            ["completion 会议费 60.0% budget", "growth 会议费 50.0% prior up"],
            id="a base does not outlive its sentence",
        ),
    ],
)
def test_bases(sentences: str, claims: list[str]) -> None:
    assert said(f"三、支出\n会议费3.00万元。{sentences}")[1:] == claims
