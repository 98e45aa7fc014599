"""Which of two words of a form the figures beside them leave: 增加（减少）, 大于（小于）."""

from __future__ import annotations

import re

import pytest
from reports import context

from jslint.rules.bench import choices
from jslint.rules.ground.concordance import Hit

_OPEN = re.compile(r"\w{2}[（(/]\w{2}[）)]?")


def decided(sentence: str, words: str = "") -> str:
    """The word that is left of the first pair, or of the words given."""
    found = context(f"一、支出\n{sentence}")
    for prose in found.prose:
        value = prose.text.value
        match = re.search(re.escape(words), value) if words else _OPEN.search(value)
        if match and prose.role != "heading":
            return choices.decided(found, Hit(prose, match.start(), match.end(), {}))
    raise AssertionError(sentence)


NOW, THEN = "本年支出120.00万元", "上年支出100.00万元"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            f"{NOW}，比上年增加20.00万元，增长（下降）20.0%。", "增长", id="by the change"
        ),
        pytest.param(f"{NOW}，比上年减少20.00万元，增长（下降）14.3%。", "下降", id="that fell"),
        pytest.param(f"{NOW}，比上年减少20.00万元，下降（增长）14.3%。", "下降", id="turned"),
        pytest.param(f"{NOW}，比上年增加（减少）20.00万元，增长20.0%。", "增加", id="by the rate"),
        pytest.param(f"{NOW}，比上年增加（减少）20.00万元，下降14.3%。", "减少", id="of a fall"),
        pytest.param(f"{NOW}，比上年增加（减少）20.00万元。", "", id="nothing says which"),
        pytest.param(
            f"{NOW}，比上年增加（减少）20.00万元，增长（下降）20.0%。", "", id="neither is decided"
        ),
        pytest.param(f"{NOW}，比上年增加（上升）20.00万元，增长20.0%。", "", id="both say more"),
        pytest.param(f"{NOW}，比上年增加（其他）20.00万元，增长20.0%。", "", id="no pair of words"),
    ],
)
def test_the_word_of_a_change(sentence: str, expected: str) -> None:
    assert decided(sentence) == expected


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [("120.00", "100.00", "增加"), ("100.00", "120.00", "减少"), ("100.00", "100.00", "")],
)
def test_the_two_amounts_tell_the_direction(now: str, then: str, expected: str) -> None:
    """Nothing else says it: the change has no rate beside it."""
    said = f"会议费支出{now}万元，上年决算数{then}万元，增加（减少）20.00万元。"

    assert decided(said) == expected


def test_the_rate_of_another_change_tells_nothing() -> None:
    said = f"{NOW}，比上年增加（减少）20.00万元。会议费支出6.00万元，比上年下降5.0%。"

    assert decided(said) == ""


@pytest.mark.parametrize("gap", ["", "了", " ", "了 "])
def test_the_figure_stands_right_behind_the_words(gap: str) -> None:
    assert decided(f"{NOW}，比上年增加（减少）{gap}20.00万元，增长20.0%。") == "增加"


def test_a_figure_further_on_is_of_other_words() -> None:
    said = f"{NOW}，增加（减少）的主要原因是会议多，比上年增加20.00万元，增长20.0%。"

    assert decided(said) == ""


@pytest.mark.parametrize(
    ("rate", "words", "expected"),
    [
        ("78%", "大于（小于）", "小于"),
        ("108%", "大于（小于）", "大于"),
        ("100%", "大于（小于）", ""),
        ("78%", "小于（大于）", "小于"),
        ("78%", "大于/小于", "小于"),
        ("78%", "大于（等于）", ""),
    ],
)
def test_the_word_of_a_comparison_with_the_budget(rate: str, words: str, expected: str) -> None:
    said = f"会议费支出决算为9.36万元，完成预算{rate}，决算数{words}预算数的主要原因是压减会议。"

    assert decided(said, words) == expected


@pytest.mark.parametrize(
    ("base", "against", "expected"),
    [
        pytest.param("年初预算", "年初预算数", "小于", id="the same budget"),
        pytest.param("年初预算", "预算数", "小于", id="the budget"),
        pytest.param("预算", "年初预算数", "小于", id="the rate's is the budget"),
        pytest.param("全年预算", "年初预算数", "", id="another budget"),
    ],
)
def test_the_budget_must_be_that_of_the_rate(base: str, against: str, expected: str) -> None:
    said = f"会议费支出决算为9.36万元，完成{base}78%，决算数大于（小于）{against}的主要原因是压减。"

    assert decided(said) == expected


def test_the_nearest_rate_before_decides() -> None:
    said = (
        "会议费支出决算为9.36万元，完成预算78%，决算数小于预算数的主要原因是压减会议。"
        "会议费支出决算为9.36万元，完成预算108%，决算数大于（小于）预算数的主要原因是会议多。"
    )

    assert decided(said) == "大于"


def test_a_rate_behind_the_words_says_nothing() -> None:
    said = "会议费支出决算为9.36万元，决算数大于（小于）预算数，完成预算78%。"

    assert decided(said) == ""


def test_a_rate_before_another_subject_says_nothing() -> None:
    said = (
        "会议费支出决算为9.36万元，完成预算78%。"
        "培训费支出决算为2.00万元，决算数大于（小于）预算数的主要原因是压减。"
    )

    assert decided(said) == ""


def test_no_rate_and_no_budget_decide_nothing() -> None:
    assert decided("会议费支出决算为9.36万元，决算数大于（小于）预算数。") == ""
    assert decided("会议费支出9.36万元，完成预算78%，大于（小于）上年数。") == ""


def test_a_paragraph_of_very_many_figures_is_no_sentence_of_a_form() -> None:
    """60 claims are looked at, 61 are none."""
    said = f"{NOW}，比上年增加20.00万元，增长（下降）20.0%。"
    parts = "".join(f"第{at}项支出{at}.00万元，" for at in range(10, 10 + 57))

    assert decided(said + parts) == "增长"
    assert decided(said + parts + "另有支出1.00万元。") == ""
