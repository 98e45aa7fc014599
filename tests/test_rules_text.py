"""Tests of the kinds about what is left out or nearly right: promised, known-names, depth, and more."""

from __future__ import annotations

import pytest
from text_rules import COVER, diagnostics, excerpts, rule

PROMISED = "patterns: '(?P<at>原因[：:])\\s*$'"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("一、甲\n增加的原因：\n\n人员增加。\n", [], id="a paragraph follows"),
        pytest.param("一、甲\n增加的原因：\n\n- 3 -\n\n人员增加。\n", [], id="past a page number"),
        pytest.param("一、甲\n增加的原因：\n", [], id="the text ends, and may be cut"),
        pytest.param("一、甲\n增加的原因：\n二、乙\n无。\n", ["原因："], id="the section ends"),
        pytest.param(
            "一、甲\n增加的原因：\n\n- 3 -\n二、乙\n无。\n", ["原因："], id="a page number"
        ),
        pytest.param(
            "一、甲\n1.收入增加的原因：\n\n2.支出没有变化，与上年相同。\n",
            ["原因："],
            id="the next item",
        ),
        pytest.param(
            "一、甲\n1.收入增加的原因：\n\n1.人员增加，按实列支。\n",
            [],
            id="items of its own",
        ),
        pytest.param("一、甲\n增加的原因：人员增加。\n", [], id="not at the end"),
    ],
)
def test_what_is_promised_follows(source: str, found: list[str]) -> None:
    assert excerpts(rule("promised", PROMISED), source) == found


NAMES = (
    "names: [教育支出, 公共安全支出, 社会保障和就业支出]\n"
    "patterns: '(?P<at>[一-鿿]+支出)（类）'\n"
    "among: '(?P<at>[一-鿿]+支出)\\d'\n"
    "unless: 公共安保支出"
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("社会保障和服务支出（类）", [("社会保障和服务支出", "社会保障和就业支出")],
                     id="two characters of a long name"),
        pytest.param("用于社会保障就业支出（类）", [("社会保障就业支出", "社会保障和就业支出")],
                     id="one is missing"),
        pytest.param("公公安全支出（类）", [("公公安全支出", "公共安全支出")], id="one differs"),
        pytest.param("公益安保支出（类）", [], id="two of a short name"),
        pytest.param("共公安全支出（类）", [("共公安全支出", "公共安全支出")], id="two changed places"),
        pytest.param("其他公共安全支出（类）", [], id="a longer name that ends in one"),
        pytest.param("教学支出（类）", [], id="short names have too many neighbours"),
        pytest.param("公共安保支出（类）", [], id="an exception"),
        pytest.param("公公安全支出1万元", [], id="alone it may be anything"),
        pytest.param("教育支出2万元，公公安全支出1万元", [("公公安全支出", "公共安全支出")],
                     id="among names"),
    ],
)  # fmt: skip
def test_names_that_are_nearly_right(sentence: str, found: list[tuple[str, str]]) -> None:
    complaints = diagnostics(rule("known-names", NAMES), f"一、甲\n{sentence}。\n")

    assert [(one.excerpt, one.expected) for one in complaints] == found


def test_a_name_is_placed_by_its_last_characters() -> None:
    (found,) = diagnostics(rule("known-names", NAMES.replace("]+支出", "\\s]+支出")),
                           "一、甲\n主要用于 公公 安全支出（类）。\n")  # fmt: skip

    assert (found.place.line, found.place.column, found.place.end_column) == (2, 6, 13)


HEAD = "甲类支出决算表\n单位：万元\n科目编码\t科目名称\t合计\n"


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param("205\t教育支出\t1.00\n20502\t普通教育\t1.00", ["205、20502"], id="too few digits"),
        pytest.param("205\t教育支出\t1.00\n2050202\t小学教育\t1.00", [], id="one that has them"),
        pytest.param("205\t教育支出\t1.00", [], id="perhaps an extract"),
        pytest.param("205\t教育支出\t\n206\t科学技术支出\t0.00", [], id="no amounts"),
    ],
)  # fmt: skip
def test_accounts_go_down_to_a_level(rows: str, found: list[str]) -> None:
    checked = rule("depth", "tables: 甲类\ndigits: 7", "{codes}")

    assert [one.message for one in diagnostics(checked, f"{HEAD}{rows}\n")] == found


YEARS = "alone: true\npatterns: '(?P<at>(?P<year>\\d{4})年度)'"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("2023年度支出7.00万元。2024年度支出9.00万元。", [], id="in one paragraph"),
        pytest.param("2023年度支出7.00万元。\n\n2024年支出9.00万元。", [], id="in the next"),
        pytest.param("2023年度支出7.00万元。", ["2023年度"], id="alone"),
        pytest.param("2022年度支出7.00万元。2024年度支出9.00万元。", ["2022年度"],
                     id="another year than the last"),
        pytest.param("2023年度支出7.00万元。\n二、乙\n2024年度支出9.00万元。", ["2023年度"],
                     id="in another section"),
    ],
)  # fmt: skip
def test_last_year_may_stand_beside_this_one(source: str, found: list[str]) -> None:
    checked = rule("year", f"{YEARS}\nroles: [body]")

    assert excerpts(checked, f"{COVER}一、甲\n{source}\n") == found


CONTENTS = f"{COVER}目 录\n第一部分 概况\n第二部分 2023年度说明\n第一部分 概况\n有。\n第二部分 2024年度说明\n有。\n"


@pytest.mark.parametrize(
    ("roles", "found"),
    [("heading", []), ("contents", ["2023年度"])],
)
def test_the_contents_page_is_searched_where_asked(roles: str, found: list[str]) -> None:
    checked = rule("year", f"roles: [{roles}]\npatterns: '(?P<at>(?P<year>\\d{{4}})年度)'")

    assert excerpts(checked, CONTENTS) == found


@pytest.mark.parametrize(
    ("titled", "found"),
    [("部门决算", ["预算"]), ("部门预算", [])],
)
def test_a_rule_for_reports_of_a_title(titled: str, found: list[str]) -> None:
    checked = rule("pattern", f"patterns: 预算\ntitled: {titled}")

    assert excerpts(checked, f"{COVER}一、甲\n支出预算没有变化。\n") == found


def test_the_words_that_call_for_more_are_quoted() -> None:
    options = (
        "section: 甲\ngiven: '1[.](?P<at>接待费3.00万元)'\nneeded:\n  - {find: '批', title: 批次}"
    )

    (found,) = diagnostics(rule("mentioned", options), "一、甲\n1.接待费 3.00 万元，比上年少。\n")

    assert (found.excerpt, found.place.column) == ("接待费 3.00 万元", 3)


ITEM = "一、甲\n（一）乙情况\n1.教育支出（类）普通教育（款）{}（项）。年初预算为1.00万元，支出决算为{}万元。\n"
ROWS = "205\t教育支出\t1.00\n20502\t普通教育\t1.00\n2050202\t{}\t1.00\n"


def _tables(*names: str) -> str:
    return "\n".join(HEAD.replace("甲", title) + ROWS.format(name)
                     for title, name in zip("甲乙丙", names, strict=False))  # fmt: skip


@pytest.mark.parametrize(
    ("item", "tables", "texts", "odd"),
    [
        pytest.param("小学教育", ("小学教学", "小学教育"), [], ["小学教学"], id="one against one"),
        pytest.param("小学教学", ("小学教学", "小学教育", "小学教育"), ["小学教学（项）"],
                     ["小学教学"], id="the text with the odd table"),
        pytest.param("小学教育", ("小学教学", "小学教学"), ["小学教育（项）"], [],
                     id="the text alone"),
    ],
)  # fmt: skip
def test_the_odd_one_is_blamed(
    item: str, tables: tuple[str, ...], texts: list[str], odd: list[str]
) -> None:
    source = f"{ITEM.format(item, '1.00')}二、表\n{_tables(*tables)}"

    assert excerpts(rule("account-names"), source) == texts
    assert excerpts(rule("code-names"), source) == odd


@pytest.mark.parametrize(
    ("item", "amount", "expected", "code"),
    [
        pytest.param("学前教育（款）学前教育", "9.00", "普通教育", "20502", id="no such 款"),
        pytest.param("普通教育（款）学前教育", "9.00", "小学教育", "2050202", id="no such 项"),
    ],
)
def test_a_message_names_what_the_tables_have(
    item: str, amount: str, expected: str, code: str
) -> None:
    text = ITEM.format("", amount).replace("普通教育（款）", item)
    checked = rule("account-names", "", "{expected}（{code}）")

    (found,) = diagnostics(checked, f"{text}二、表\n{_tables('小学教育')}")

    assert found.message == f"{expected}（{code}）"


EMPTY = "tables: 基金.*表\nsection: 基金\nsays: '无基金(收入|支出|收支)|支出为?0万元'"
FUND = (
    "二、表\n基金收入支出决算表\n单位：万元\n科目编码\t科目名称\t年初结转\t本年收入\t本年支出\t年末结转\n"
    "\t合计\t2.00\t5.00\t{}\t{}\n"
)


@pytest.mark.parametrize(
    ("said", "spent", "found"),
    [
        pytest.param("基金支出0万元，与上年持平。", "", 0, id="no spending, and none in the table"),
        pytest.param("无基金支出。", "3.00", 1, id="no spending, but some in the table"),
        pytest.param("本单位无基金收支。", "", 1, id="neither, but income in the table"),
        pytest.param("基金收入、支出为0万元。", "", 1, id="income and spending of nothing"),
    ],
)
def test_no_spending_is_not_no_income(said: str, spent: str, found: int) -> None:
    source = f"一、基金情况\n{said}\n{FUND.format(spent, '7.00')}"

    assert len(diagnostics(rule("empty-table", EMPTY), source)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("南坪县县教育局主管教育。", ["南坪县县教育局"], id="a character twice"),
        pytest.param("南坪县教育局局长主管教育。", [], id="the next word begins alike"),
        pytest.param("南坪县教育局主管教育。", [], id="the name itself"),
    ],
)
def test_a_character_of_the_name_printed_twice(words: str, found: list[str]) -> None:
    source = f"2024年度\n南坪县教育局\n部门决算\n一、职责\n{words}\n"

    assert excerpts(rule("unit-name"), source) == found
