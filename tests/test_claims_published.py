"""Sentence forms that published accounts of many provinces brought up at first sight."""

from __future__ import annotations

import pytest
from reports import diagnostics, grouped, said

from jslint.claims import names

TOTAL = "一、总体情况\n“三公”经费支出决算为12.00万元。\n二、具体情况\n"


def test_a_part_that_is_included_in_another_is_none_beside_it() -> None:
    source = (
        "支出决算9.00万元，其中：甲支出3.00万元，转移支付2.00万元，乙支出6.00万元（含转移支付）。"
    )

    assert grouped(source) == ["支出决算 = 甲支出 + 乙支出"]


def test_what_is_included_and_is_no_part_leaves_the_parts_alone() -> None:
    source = "支出决算9.00万元，其中：甲支出3.00万元（含离退休费），乙支出6.00万元。"

    assert grouped(source) == ["支出决算 = 甲支出 + 乙支出"]


def test_a_name_in_quotes_means_the_only_amount_of_it_in_the_report() -> None:
    source = f"{TOTAL}“三公”经费支出决算中，接待费8.00万元，占66.67%；用车费4.00万元，占33.33%。"

    assert grouped(source) == ["三公经费支出决算 = 接待费 + 用车费 !"]
    assert not diagnostics(source, ["PCT101", "SUM101"])
    wrong = source.replace("66.67", "72.73")
    assert [one.rule for one in diagnostics(wrong, ["PCT101"])] == ["PCT101"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            f"“三公”经费支出决算为11.00万元。\n{TOTAL}“三公”经费支出决算中，接待费8.00万元，占72.73%。",
            id="two amounts of that name",
        ),
        pytest.param(
            "一、总体情况\n培训支出决算为12.00万元。\n二、具体情况\n培训支出决算中，场地费8.00万元，占72.73%。",
            id="no name in quotes",
        ),
    ],
)
def test_a_whole_that_may_be_another_section_s_is_none(source: str) -> None:
    assert grouped(source) == []


def test_what_another_year_changed_by_is_no_change_of_this_one() -> None:
    budget = "2025年度经费预算较2024年度增加2.00万元，其中会议费较上年同期减少1.00万元，减少25.00%。培训费较上年增加3.00万元，增长50.00%。"
    source = f"会议费4.00万元，培训费6.00万元。\n{budget}"

    assert said(source)[3:] == [
        "change 会议费 1.00万元 prior:other-year down",
        "growth 会议费 25.00% prior:other-year down",
        "change 培训费 3.00万元 prior:other-year up",
        "growth 培训费 50.00% prior:other-year up",
    ]
    assert not diagnostics(source, ["TRD101"])


def test_the_year_that_is_reported_ends_what_is_said_of_another() -> None:
    source = "会议费4.00万元。\n2026年会议费预算较上年减少1.00万元。2024年会议费较上年增加1.00万元，增长25.00%。"

    assert [one.rule for one in diagnostics(source, ["TRD101"])] == ["TRD101"]


def test_a_rate_on_a_comparable_footing_and_a_change_on_another() -> None:
    source = "税收收入（同口径）完成300.00万元，同比增长14.6%，增收43.00万元。"

    assert not diagnostics(source, ["TRD101"])
    assert len(diagnostics(source.replace("（同口径）", ""), ["TRD101"])) == 1


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("云岭县人民法院支出总额", "支出总额"),
        ("2024年云岭县人民法院支出总额", "支出总额"),
        ("人民法院支出总额", "人民法院支出总额"),
    ],
)
def test_a_body_is_known_by_the_last_of_its_regions(words: str, subject: str) -> None:
    assert names.subject(words, "安平省云岭县人民法院") == subject


def test_a_total_is_said_again_without_the_word_for_its_body() -> None:
    source = "法院支出决算总额90.00万元，支出决算总额较上年减少10.00万元，减少10.00%。"

    assert said(source, unit="安平省云岭县人民法院")[1:] == [
        "change 法院支出决算总额 10.00万元 prior down",
        "growth 法院支出决算总额 10.00% prior down",
    ]
    assert said(source)[1].startswith("change 支出决算总额 ")


def test_who_said_it_has_not_changed_where_something_else_was_stated() -> None:
    source = "记者从财政局获悉：采购规模90.00万元，较上年减少10.00万元，减少10.00%。"

    assert said(source)[1:] == [
        "change 采购规模 10.00万元 prior down",
        "growth 采购规模 10.00% prior down",
    ]
