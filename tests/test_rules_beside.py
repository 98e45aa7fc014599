"""Tests of kinds that look beside: what sections state elsewhere, averages, items without a class."""

from __future__ import annotations

import pytest
from reports import diagnostics, outcomes, shown
from truth.checking import result_of

from jslint.diagnostic import Diagnostic, Holds
from jslint.relation import Kind

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
        pytest.param(
            "公务接待费3.00万元，占10%。国内公务接待150人次，人均250元。",
            {"CNT113": "warning"},
            id="the amount called as what is counted, a sentence before",
        ),
        pytest.param(
            "公务接待费3.00万元，其中外宾接待1.00万元。国内公务接待150人次，人均133元。",
            {},
            id="what is called so is divided",
        ),
        pytest.param(
            "公用经费90.00万元，人均1.60万元（年末在职60人）。",
            {"CNT113": "warning"},
            id="the count in brackets behind",
        ),
        pytest.param(
            "机关运行经费60.00万元，占5%。按编制20人计算，人均3.50万元。",
            {"CNT113": "warning"},
            id="the count that is reckoned by",
        ),
        pytest.param(
            "会议费4.00万元，预算5.00万元，召开会议5次，会均0.90万元。",
            {"CNT113": "warning"},
            id="no average of the budget",
        ),
        pytest.param(
            "购置0辆，保有9辆，运行费36.00万元，平均每辆4.00万元。", {}, id="nothing is no divisor"
        ),
        pytest.param(
            "车辆费用36.00万元，其中购置费0万元，运行维护费36.00万元，年末车辆保有量9辆，每辆平均5.00万元。",
            {"CNT113": "warning"},
            id="the only amount that such a count divides",
        ),
        pytest.param(
            "运行维护费36.00万元，车均运行维护费5.00万元，较上年减少2.00万元，公务用车保有量9辆。",
            {"CNT113": "warning"},
            id="the count that divides it, behind",
        ),
        pytest.param(
            "运行维护费36.00万元，车均运行维护费4.00万元，较上年减少2.00万元，公务用车保有量9辆。",
            {},
            id="the same, and right",
        ),
        pytest.param(
            "运行维护费36.00万元，车均维护费5.00万元。公务用车保有量9辆。",
            {},
            id="a later sentence",
        ),
        pytest.param(
            "公务用车购置及运行维护费38.00万元。新购1辆，公务用车保有量9辆，车均运行费2.00万元。",
            {},
            id="what was bought is not divided",
        ),
    ],
)
def test_averages(sentence: str, expected: dict[str, str]) -> None:
    assert dict(shown(diagnostics(f"三、支出\n{sentence}", ["CNT113"]))) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("3000.0元", "2352.9元", id="one place"),
        pytest.param("3000元", "2353元", id="none"),
        pytest.param("3,000.00元", "2,352.94元", id="separated"),
        pytest.param("0.30万元", "0.24万元", id="the larger unit"),
    ],
)
def test_an_average_is_worked_out_as_the_printed_one_is_printed(
    printed: str, expected: str
) -> None:
    (found,) = diagnostics(f"三、支出\n接待费4.00万元，接待17人次，人均{printed}。", ["CNT113"])

    assert found.expected == expected


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


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        pytest.param(("40", "20", "30", "10"), {}, id="all agree"),
        pytest.param(("90", "20", "30", "10"), {"PCT102": "error"}, id="the one of a name is off"),
        pytest.param(("40", "20", "80", "10"), {"PCT102": "error"}, id="another is"),
        pytest.param(("90", "20", "80", "60"), {}, id="none is known to be right"),
    ],
)
def test_shares_in_a_row_of_which_one_names_the_whole(
    shares: tuple[str, str, str, str], expected: dict[str, str]
) -> None:
    names = (
        "甲费400.00万元，占总支出",
        "乙费200.00万元，占",
        "丙费300.00万元，占",
        "丁费100.00万元，占",
    )
    row = "；".join(f"{name}{share}%" for name, share in zip(names, shares, strict=True))

    assert dict(shown(diagnostics(f"三、支出\n{row}。", ["PCT102"]))) == expected


def test_shares_of_a_whole_that_is_not_stated_have_their_relations() -> None:
    """Where the parts come to the whole it is a ratio; else two of them imply the same whole."""
    row = "甲费支出30.00万元，占{}%；乙费支出70.00万元，占{}%；丙费支出100.00万元，占{}%。"

    def asked(*shares: str) -> dict[bool, list[tuple[Kind, int]]]:
        found = outcomes("三、支出\n丁费支出中，" + row.format(*shares), ["PCT102"])
        told: dict[bool, list[tuple[Kind, int]]] = {True: [], False: []}
        for one in found:
            if isinstance(one, Holds | Diagnostic):
                assert one.relation is not None
                told[isinstance(one, Holds)].append((one.relation.kind, len(one.relation.operands)))
        return told

    assert asked("15", "35", "50") == {True: [(Kind.RATIO, 5)] * 3, False: []}
    assert asked("15", "53", "50") == {True: [(Kind.RATIO, 5)] * 2, False: [(Kind.RATIO, 5)]}
    assert asked("3", "7", "10") == {True: [(Kind.IMPLIED, 4)] * 3, False: []}
    assert asked("3", "7", "15") == {True: [(Kind.IMPLIED, 4)] * 2, False: [(Kind.IMPLIED, 4)]}


HEAD = "一般公共预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
ROWS = (
    ("", "合计"),
    ("205", "教育支出"),
    ("20502", "普通教育"),
    ("2050202", "小学教育"),
    ("208", "社会保障和就业支出"),
    ("20805", "行政事业单位养老支出"),
    ("2080505", "机关事业单位基本养老保险缴费支出"),
    ("210", "卫生健康支出"),
    ("21011", "行政事业单位医疗"),
    ("2101101", "行政单位医疗"),
    ("221", "住房保障支出"),
    ("22102", "住房改革支出"),
    ("2210201", "住房公积金"),
)


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        pytest.param(set(), [], id="every row"),
        pytest.param({"210"}, ["210"], id="a class"),
        pytest.param({"20805"}, ["20805"], id="a group"),
        pytest.param({"210", "21011"}, ["21011"], id="both: the group is what its item lacks"),
        pytest.param({"20502", "20805", "21011", "22102"}, [], id="no groups at all"),
    ],
)
def test_rows_that_are_missing(left_out: set[str], missing: list[str]) -> None:
    amounts = {code: 40 if not code else 10 for code, _ in ROWS}
    rows = [
        f"{code}\t{name}\t{amounts[code]}.00\t{amounts[code]}.00\t0.00"
        for code, name in ROWS
        if code not in left_out
    ]

    found = result_of(HEAD + "\n".join(rows) + "\n").diagnostics

    said = [one.message.rpartition("科目")[2] for one in found if one.rule == "TAB203"]
    assert said == missing


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        pytest.param((1, 2, 3, 4, 5), [], id="all"),
        pytest.param((1, 2, 4, 5, 6), ["3"], id="one"),
        pytest.param((3, 4, 5, 6), ["1、2"], id="the first ones"),
        pytest.param((1, 2, 2, 3, 4), [], id="one that goes on"),
        pytest.param((1, 3, 2, 4), [], id="another order"),
        pytest.param((1, 5, 6), [], id="too few to be a series"),
    ],
)
def test_numbers_of_tables_that_are_missing(numbers: tuple[int, ...], missing: list[str]) -> None:
    titles = (
        "收入支出决算总表",
        "收入决算表",
        "支出决算表",
        "财政拨款收入支出决算总表",
        "甲表",
        "乙表",
    )
    tables = [
        f"{title}\n公开{number:02d}表\n单位：万元\n项目\t决算数\n合计\t1.00\n"
        for title, number in zip(titles, numbers, strict=False)
    ]

    found = result_of("第二部分 决算表\n" + "\n".join(tables)).diagnostics

    said = [
        one.message.partition("缺少第")[2].removesuffix("表")
        for one in found
        if one.rule == "TAB204"
    ]
    assert said == missing
