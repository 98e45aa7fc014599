"""Tables too wide for a page: a spreadsheet prints their further columns on following pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_pages import LANDSCAPE, STEP, Page, edges
from pdf_reports import made, only_table, tables, values

from jslint import engine, pack

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "一般公共预算财政拨款支出决算明细表"
NAMES = [["科目编码", "科目名称"], ["", "合计"], ["2010301", "行政运行"], ["2210201", "住房公积金"]]
LEFT = [["合计", "基本工资"], ["630.00", "300.00"], ["450.00", "200.00"], ["180.00", "100.00"]]
RIGHT = [["津贴补贴", "办公费"], ["210.00", "120.00"], ["150.00", "100.00"], ["60.00", "20.00"]]
LAST = [["印刷费"], ["0.00"], ["0.00"], ["0.00"]]
ALL = [sum(rows, []) for rows in zip(NAMES, LEFT, RIGHT, strict=True)]
XS = (54, 154, 354, 554, 754)
TWO = (54, 254, 454)
MORE = [["2210202", "提租补贴", "9.00", "4.00", "3.00", "2.00"],
        ["2210203", "购房补贴", "6.00", "3.00", "2.00", "1.00"]]  # fmt: skip


def sheet(rows: Sequence[Sequence[str]], xs: Sequence[float], top: float = 100) -> Page:
    return Page(LANDSCAPE).table(rows, xs, top)


def titled(page: Page, title: str = TITLE) -> Page:
    return page.write(300, 70, title, 16).write(54, 92, "单位：万元", 10)


def left(rows: Sequence[Sequence[str]] = ALL) -> Page:
    return sheet([row[:4] for row in rows], XS)


def right(rows: Sequence[Sequence[str]] = ALL) -> Page:
    return sheet([row[4:] for row in rows], TWO)


def again(rows: Sequence[Sequence[str]] = ALL) -> Page:
    """The further columns behind those of the names, which are printed on each page."""
    return sheet([[*row[:2], *row[4:]] for row in rows], XS)


BESIDE = [
    pytest.param([titled(left()), right()], id="the next columns"),
    pytest.param([titled(left()), again()], id="the names again"),
    pytest.param([titled(left()), titled(again())], id="the title and the names again"),
    pytest.param(
        [left().write(54, 92, "单位：万元", 10), right().write(100, 70, TITLE, 16)],
        id="a title in the middle of all columns",
    ),
    pytest.param(
        [left().write(700, 70, TITLE, 16).write(54, 92, "单位：万元", 10),
         right().write(0, 70, TITLE, 16)],
        id="a title that the page's end cuts",
    ),
    pytest.param(
        [titled(left()).write(400, 560, "第 1 页"), right().write(400, 560, "第 2 页")],
        id="page numbers",
    ),
]  # fmt: skip


@pytest.mark.parametrize("pages", BESIDE)
def test_columns_on_the_next_page_stand_beside_those_before(pages: list[Page]) -> None:
    report = made(*pages)
    table = only_table(report)

    assert values(table) == ALL
    assert (table.title.value, table.unit, table.header_rows) == (TITLE, "万元", 1)
    assert report.unread == ()


def test_there_may_be_many_and_the_last_alone() -> None:
    table = only_table(made(titled(left()), right(), sheet(LAST, (54, 154))))

    assert values(table) == [[*row, *last] for row, last in zip(ALL, LAST, strict=True)]


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param((0, 1, 2, 3), id="down, then over"),
        pytest.param((0, 2, 1, 3), id="over, then down"),
    ],
)
@pytest.mark.parametrize("head", [[], [ALL[0]]])
def test_rows_may_go_on_too(turn: tuple[int, ...], head: list[list[str]]) -> None:
    below = [*head, *MORE]
    pages = [titled(left()), left(below), right(), right(below)]

    table = only_table(made(*(pages[at] for at in turn)))

    assert values(table) == [*ALL, *MORE]
    assert table.title.value == TITLE


def test_words_over_several_columns_are_whole_though_a_page_ends_in_them() -> None:
    """LibreOffice draws them whole on each page, and shows what belongs there."""
    group, top = "工资福利支出", 100 + STEP / 2
    begun = 554 - 36

    def page(rows: list[list[str]], xs: Sequence[float], names: int, at: float) -> Page:
        ys = edges(rows, 120)
        drawn = Page(LANDSCAPE)
        for y in (100, *ys[1:]):
            drawn.line(xs[0], y, xs[-1], y)
        drawn.line(xs[names], 120, xs[-1], 120)
        for at_column, x in enumerate(xs):
            own = names and (at_column <= names)
            drawn.line(x, 100 if own else 120, x, ys[-1])
        for name, x in zip(rows[0][:names], xs, strict=False):
            drawn.write(x + 3, 124, name, 10)
        head = [["" if place < names else cell for place, cell in enumerate(rows[0])], *rows[1:]]
        return drawn.fill(head, xs, 120).write(at, top + 4, group, 12)

    first = page([row[:4] for row in ALL], (54, 154, 254, 354, 554), 3, begun)
    second = page([row[4:] for row in ALL], TWO, 0, begun - 500)

    table = only_table(made(titled(first), second))

    assert values(table)[0] == [*ALL[0][:3], group, group, group]
    assert values(table)[1:] == [[*ALL[0]], *ALL[1:]]
    assert table.header_rows == 2


def test_columns_that_nothing_rules_are_told_by_the_heights_of_their_rows() -> None:
    first = Page(LANDSCAPE).fill([row[:4] for row in ALL], XS)
    second = Page(LANDSCAPE).fill([row[4:] for row in ALL], TWO)
    third = Page(LANDSCAPE).fill(LAST, (54, 154))

    table = only_table(made(titled(first), second, third))

    assert values(table) == [[*row, *last] for row, last in zip(ALL, LAST, strict=True)]


def test_what_is_wrong_is_shown_on_its_page() -> None:
    wrong = [*ALL[:3], [*ALL[3][:4], "61.00", "20.00"]]
    report = made(titled(left()), right(wrong))

    assert only_table(report).rows[3][4].at().page == 2
    assert only_table(report).rows[3][4].at().box[0] == pytest.approx(57, abs=1)
    found = engine.lint(report, pack.load(["mof"])).diagnostics
    assert {(one.rule, one.place.page) for one in found if one.rule == "SUM301"} == {("SUM301", 2)}


OTHERS = [
    pytest.param(titled(again(), "政府性基金预算财政拨款支出决算表"), id="another title"),
    pytest.param(titled(right(), "政府性基金预算财政拨款支出决算表"), id="a title and no names"),
    pytest.param(Page(LANDSCAPE).write(54, 60, "二、支出情况如下。").table(
        [[*row[:2], *row[4:]] for row in ALL], XS), id="a sentence between"),
    pytest.param(again([ALL[0], ALL[1], ALL[3], ALL[2]]), id="other names"),
    pytest.param(again([*ALL, MORE[0]]), id="a row more"),
]  # fmt: skip


@pytest.mark.parametrize("second", OTHERS)
def test_what_may_be_another_table_is_another(second: Page) -> None:
    report = made(titled(left()), second)

    first, _ = (table for _, table in tables(report))
    assert values(first) == [row[:4] for row in ALL]
    assert report.unread == ()


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(sheet([row[4:] for row in ALL], TWO, top=113), id="other heights"),
        pytest.param(right([*ALL, MORE[0]]), id="a row more"),
    ],
)
def test_figures_without_names_that_match_no_rows_are_said_to_be_unread(second: Page) -> None:
    report = made(titled(left()), second)

    assert values(only_table(report)) == [row[:4] for row in ALL]
    ((place, reason),) = report.unread
    assert place.page == 2
    assert "第 2 页的表没有行名" in reason.said("zh")


def test_a_table_with_the_same_widths_and_another_head_does_not_go_on() -> None:
    """Its rows would be added to those above: each total twice."""
    second = again([ALL[0], ALL[1], ALL[3], ALL[2]])

    found = engine.lint(made(titled(left()), second), pack.load(["mof"])).diagnostics

    assert [one for one in found if one.rule == "SUM301"] == []


def test_the_title_and_unit_on_every_page_of_a_table_are_no_running_heads() -> None:
    rows = [[["2010301", f"项目{at}", f"{at}.00", "1.00"]] for at in range(4)]
    pages = [titled(sheet([ALL[0][:4], *own], XS)) for own in rows]

    table = only_table(made(*pages))

    assert values(table) == [ALL[0][:4], *(row for own in rows for row in own)]
    assert (table.title.value, table.unit) == (TITLE, "万元")


def test_a_head_without_its_middle_line_is_of_the_columns_before() -> None:
    """The names stand below 项目, and all cells of the next page are merged over both rows."""
    heads = [["项目", "项目", "合计", "基本工资"], *[row[:4] for row in ALL]]
    first = titled(Page(LANDSCAPE).grid(XS, edges(heads)).fill(heads, XS))
    ys = edges(heads)
    second = Page(LANDSCAPE).grid(TWO, [ys[0], *ys[2:]])
    second.fill([["", ""], *[row[4:] for row in ALL]], TWO)

    report = made(first, second)

    assert [row[4:] for row in values(only_table(report))[-3:]] == [row[4:] for row in ALL[1:]]
    assert report.unread == ()


def test_the_other_side_of_a_table_stands_beside_it() -> None:
    """收入 | 支出: names begin the page again, others than before, and its title is on the first."""
    income = [
        ["收入项目", "决算数"],
        ["事业收入", "450.00"],
        ["其他收入", "180.00"],
        ["总计", "630.00"],
    ]
    spent = [
        ["支出项目", "决算数"],
        ["教育支出", "600.00"],
        ["其他支出", "30.00"],
        ["总计", "630.00"],
    ]

    report = made(titled(sheet(income, TWO)), sheet(spent, TWO).write(300, 92, "单位：万元", 10))

    assert values(only_table(report)) == [a + b for a, b in zip(income, spent, strict=True)]


def test_a_title_at_the_foot_of_a_page_heads_the_table_on_the_next() -> None:
    numbers = [["预算数", "决算数"], ["1", "2"], ["20.00", "15.00"]]
    first = (
        titled(left()).write(300, 500, "“三公”经费支出决算表", 16).write(54, 520, "单位：万元", 10)
    )

    report = made(first, sheet(numbers, TWO))

    assert [values(table) for _, table in tables(report)] == [[row[:4] for row in ALL], numbers]
    assert report.unread == ()


FUND = "政府性基金预算财政拨款支出决算表"
FUND_ROWS = [
    [*ALL[0]], ["", "合计", "9.00", "5.00", "3.00", "1.00"],
    ["2296003", "体育彩票支出", "5.00", "3.00", "1.00", "1.00"],
    ["2120803", "城市建设支出", "4.00", "2.00", "2.00", "0.00"],
]  # fmt: skip


def several(
    first: Sequence[Sequence[str]], second: Sequence[Sequence[str]], xs: Sequence[float]
) -> Page:
    return sheet(first, xs).table(second, xs, 300)


def both_left() -> Page:
    one, two = ([row[:4] for row in rows] for rows in (ALL, FUND_ROWS))
    page = titled(several(one, two, XS))
    return page.write(300, 270, FUND, 16).write(54, 292, "单位：万元", 10)


def both_right(second: Sequence[Sequence[str]] = FUND_ROWS) -> Page:
    return several([row[4:] for row in ALL], [row[4:] for row in second], TWO)


def test_several_tables_on_one_sheet_are_each_put_together() -> None:
    report = made(both_left(), both_right())

    first, second = (table for _, table in tables(report))
    assert (values(first), values(second)) == (ALL, FUND_ROWS)
    assert (first.title.value, second.title.value) == (TITLE, FUND)
    assert report.unread == ()


def test_a_page_with_nothing_of_the_further_columns_is_left_out() -> None:
    narrow = titled(sheet([row[:4] for row in ALL], (54, 104, 204, 254, 304)))

    report = made(both_left(), narrow, both_right())

    assert [values(table) for _, table in tables(report)] == [
        ALL, FUND_ROWS, [row[:4] for row in ALL]
    ]  # fmt: skip


def test_what_of_a_sheet_does_not_come_out_whole_is_not_read() -> None:
    """Half a table would be taken for a whole one."""
    lost = Page(LANDSCAPE).table([["0"]] * 6, (54, 154), 330)

    report = made(both_left(), both_right(), lost)

    assert not any(table.rows for _, table in tables(report))
    assert {place.page: reason.key for place, reason in report.unread} == {
        1: "page-cut", 2: "page-beside", 3: "page-beside"
    }  # fmt: skip
