"""Tests of kinds that look beside: what sections state elsewhere, averages, items without a class."""

from __future__ import annotations

import pytest
from reports import diagnostics, shown

CLASSES = (
    "五、一般公共预算财政拨款支出决算情况说明\n"
    "一般公共预算财政拨款支出300.00万元，主要用于以下方面：教育支出（类）200.00万元，占66.67%；"
    "住房保障支出（类）100.00万元，占33.33%。\n"
    "一般公共预算财政拨款支出决算为300.00万元。其中：\n"
    "1.教育支出（类）普通教育（款）小学教育（项）：支出决算为{first}万元。\n"
    "2.{second}：支出决算为80.00万元。\n"
    "3.住房保障支出（类）住房改革支出（款）住房公积金（项）：支出决算为100.00万元。"
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(
            "120.00", "教育支出普通教育（款）初中教育（项）", {}, id="its class begins it"
        ),
        pytest.param(
            "125.00",
            "教育支出普通教育（款）初中教育（项）",
            {"SUM102": "error"},
            id="its class begins it, and comes to more",
        ),
        pytest.param(
            "125.00",
            "普通教育（款）初中教育（项）",
            {"SUM102": "error"},
            id="its 款 is of a class",
        ),
        pytest.param("125.00", "群众体育（项）", {}, id="it may be of any class"),
    ],
)
def test_items_that_lack_their_class(first: str, second: str, expected: dict[str, str]) -> None:
    text = CLASSES.format(first=first, second=second)

    assert dict(shown(diagnostics(text, ["SUM102"]))) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("事业收入60.00万元。", "事业收入60.00万元。", {}, id="the same"),
        pytest.param("事业收入60.00万元。", "事业收入60.0万元。", {}, id="the same, coarser"),
        pytest.param(
            "事业收入60.00万元。", "事业收入65.00万元。", {"TIE111": "warning"}, id="another"
        ),
        pytest.param(
            "事业收入60.00万元。", "2023年度事业收入65.00万元。", {}, id="that of another year"
        ),
        pytest.param(
            "事业收入60.00万元。", "县本级事业收入65.00万元。", {}, id="that of one level"
        ),
        pytest.param(
            "事业收入预算60.00万元。", "事业收入65.00万元。", {}, id="a budget and an outturn"
        ),
        pytest.param("其他收入60.00万元。", "其他收入65.00万元。", {}, id="a name of many things"),
        pytest.param(
            "国内公务接待12批次，80人次。",
            "国内公务接待21批次，80人次。",
            {"TIE111": "warning"},
            id="visits",
        ),
    ],
)
def test_what_two_sections_state(first: str, second: str, expected: dict[str, str]) -> None:
    text = f"二、收入决算情况说明\n2024年度{first}\n十、其他重要事项的情况说明\n{second}"

    assert dict(shown(diagnostics(text, ["TIE111"]))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("会议费3.00万元，参会150人次，人均200元。", {}, id="right"),
        pytest.param("会议费3.01万元，参会150人次，人均201元。", {}, id="right by rounding"),
        pytest.param("会议费3.00万元，参会150人次，人均250元。", {"CNT113": "warning"}, id="wrong"),
        pytest.param(
            "车辆运行费8.00万元，保有量4辆，车均3.00万元。", {"CNT113": "warning"}, id="a car"
        ),
        pytest.param(
            "会议费3.00万元，召开会议5次，人均250元。",
            {},
            id="no count of what it is an average of",
        ),
        pytest.param(
            "会议费3.00万元，培训费2.00万元，参加150人次，人均250元。", {}, id="two amounts"
        ),
        pytest.param(
            "会议费3.00万元，参会150人次。租车费用另计，人均250元。", {}, id="another sentence"
        ),
        pytest.param(
            "会议费3.00万元，参会150人次，人均100元；其中场租1.50万元。",
            {},
            id="an average of another amount of the section",
        ),
    ],
)
def test_averages(sentence: str, expected: dict[str, str]) -> None:
    assert dict(shown(diagnostics(f"三、支出\n{sentence}", ["CNT113"]))) == expected


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        pytest.param(("20.75", "56.35", "22.90"), {}, id="all agree"),
        pytest.param(("0.74", "56.35", "22.90"), {"PCT102": "error"}, id="one does not"),
        pytest.param(("0.74", "6.35", "22.90"), {}, id="none is known to be right"),
    ],
)
def test_shares_in_a_row_that_name_no_whole(
    shares: tuple[str, str, str], expected: dict[str, str]
) -> None:
    names = ("甲费支出3.56万元", "乙费支出9.67万元", "丙费支出3.93万元")
    row = "；".join(f"{name}，占{share}%" for name, share in zip(names, shares, strict=True))

    found = diagnostics(f"三、支出\n丁费支出中，{row}。", ["PCT102"])

    assert dict(shown(found)) == expected
