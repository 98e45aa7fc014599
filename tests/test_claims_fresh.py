"""Sentence forms of published accounts that later reading brought up."""

from __future__ import annotations

import pytest
from reports import context, diagnostics, grouped, said

from jslint.claims import bodies, names
from jslint.readers.about import meta_of


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "会议费3.00万元，决算数大于上年决算数。",
            ["amount 会议费 3.00万元 actual", "order 会议费 大于上年决算数 prior up"],
            id="above last year's outturn",
        ),
        pytest.param(
            "会议费3.00万元，支出决算数小于2023年决算数0.50万元，下降14.29%。",
            [
                "amount 会议费 3.00万元 actual",
                "change 会议费 0.50万元 prior down",
                "growth 会议费 14.29% prior down",
            ],
            id="below it by an amount, which is no amount of last year's",
        ),
        pytest.param(
            "会议费3.00万元，执行数低于2022年支出数。",
            ["amount 会议费 3.00万元 actual", "order 会议费 低于2022年支出数 prior:2022 down"],
            id="below that of another year",
        ),
        pytest.param(
            "会议费3.00万元，决算数大于上年度预算数。",
            ["amount 会议费 3.00万元 actual"],
            id="last year's budget is not last year's outturn",
        ),
        pytest.param(
            "会议费3.00万元，同口径比2023年减少1.00万元，同口径比2023年下降25.00%。",
            [
                "amount 会议费 3.00万元 actual",
                "change 会议费 1.00万元 prior down",
                "growth 会议费 25.00% prior down",
            ],
            id="a rate on the same footing as its change",
        ),
        pytest.param(
            "会议费3.00万元，比2023年减少1.00万元，同口径比2023年下降20.00%。",
            ["amount 会议费 3.00万元 actual", "change 会议费 1.00万元 prior down"],
            id="a rate on another footing than its change",
        ),
        pytest.param(
            "货物采购3.00万元，占政府采购年初预算的60.00%。",
            ["amount 货物采购 3.00万元 actual", "share 货物采购 60.00%"],
            id="a share of a budget",
        ),
    ],
)
def test_what_sentences_say(sentence: str, claims: list[str]) -> None:
    assert said(sentence) == claims


def test_an_outturn_beside_last_years_agrees_with_its_change() -> None:
    right = "会议费3.00万元，比上年增加1.00万元，决算数大于上年决算数。"
    assert not diagnostics(right, ["TRD103"])
    wrong = right.replace("大于", "小于")
    assert [one.rule for one in diagnostics(wrong, ["TRD103"])] == ["TRD103"]


def test_both_sides_of_one_total_are_listed_in_sentences_of_their_own() -> None:
    source = "财政拨款收支总计9.00万元。收入包括：一般公共预算拨款9.00万元。支出包括：教育支出5.00万元、住房保障支出4.00万元。"
    assert grouped(source) == [
        "财政拨款收支总计 = 一般公共预算拨款 !",
        "财政拨款收支总计 = 教育支出 + 住房保障支出 !",
    ]


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("云岭县水务局2024年公务接待费支出", "公务接待费支出"),
        ("安平省青州市云岭县水务局2024年公务接待费支出", "公务接待费支出"),
        ("其他县补助", "其他县补助"),
    ],
)
def test_a_subject_does_not_repeat_whose_it_is(words: str, subject: str) -> None:
    assert names.subject(words, "云岭县水务局") == subject


def test_a_body_is_known_without_the_regions_of_its_name() -> None:
    assert names.subject("云岭镇人民政府会议费", "青州市安平县云岭镇人民政府") == "会议费"
    assert names.subject("水务局会议费", "云岭县水务局") == "水务局会议费"


def test_the_body_that_sentences_open_with() -> None:
    row = ["云岭县水务局2024年度会议费3.00万元。", "1.云岭县水务局2024年度培训费2.00万元。"]
    assert bodies.speaker(row) == "云岭县水务局"
    assert not bodies.speaker(row[:1])
    assert not bodies.speaker([*row, "云岭县档案馆2024年度会议费1.00万元。"])


def test_two_statements_are_one_where_only_one_names_the_body() -> None:
    source = """
    云岭县水务局2024年度会议费支出3.00万元，参会54人次。
    云岭县水务局2024年度培训费支出2.00万元。会议费支出3.10万元。
    """
    assert [one.rule for one in diagnostics(source, ["TIE101"])] == ["TIE101"]


def test_a_budget_that_is_compared_with_says_nothing_of_the_year() -> None:
    source = """
    2024年度会议费支出3.00万元，与2024年度预算相比增加1.00万元。
    培训费支出2.00万元，与2024年度预算相比减少1.00万元；接待费1.00万元，与2024年预算数持平。
    """
    assert meta_of(context(source).report).year == 2024
