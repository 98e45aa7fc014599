"""The PDF reader's tables that nothing rules: read where the gaps leave no doubt, else said to be unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pdf_pages import A4, Page, width
from pdf_reports import body, made, only_table, tables, values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.document import Report

TITLE = "收入支出决算总表"
STEP = 20
#: Where the four columns of a table with two sides begin and end.
SIDES = ((60, 200), (200, 290), (300, 440), (440, 530))
HEAD = ["项目", "决算数", "项目", "决算数"]
ROWS = [
    ["一、财政拨款收入", "120.50", "一、教育支出", "90.00"],
    ["二、其他收入", "30.00", "二、外交支出", ""],
    ["", "", "三、国防支出", ""],
    ["", "", "四、卫生健康支出", "60.50"],
    ["总计", "150.50", "总计", "150.50"],
]
LIST = ((60, 130), (130, 290), (290, 390), (390, 490))


def titled(page: Page, title: str = TITLE, top: float = 60) -> Page:
    return page.write(230, top, title, 16).write(470, top + 20, "单位：万元", 10)


def set_in(
    page: Page,
    rows: Sequence[Sequence[str]],
    columns: Sequence[tuple[float, float]],
    top: float,
    *,
    centred: bool = False,
) -> Page:
    """Rows of words at the left and figures at the right of their columns, or all in their middle."""
    for at, row in enumerate(rows):
        for (left, right), cell in zip(columns, row, strict=True):
            wide = width(cell, 10)
            x = (left + right - wide) / 2 if centred else left
            x = right - wide if cell[-1:].isdigit() and "." in cell else x
            if cell:
                page.write(x, top + STEP * at, cell, 10)
    return page


def unread(report: Report) -> list[str]:
    return [table.title.value for _, table in tables(report) if table.unread]


def test_rows_of_one_side_without_a_figure_are_rows() -> None:
    page = set_in(titled(Page()), [HEAD, *ROWS], SIDES, 100)
    report = made(page)
    assert values(only_table(report)) == [HEAD, *ROWS]
    assert only_table(report).title.value == TITLE
    assert "三、国防支出" not in body(report)


@pytest.mark.parametrize("centred", [True, False])
def test_names_beside_the_figures_of_their_columns_are_theirs_in_order(centred: bool) -> None:
    head = ["科目编码", "科目名称", "合计", "基本支出"]
    rows = [["205", "教育支出", "1.50", "1.00"], ["210", "卫生健康支出", "0.30", "0.30"], ["", "合计", "1.80", "1.30"]]  # fmt: skip
    page = set_in(titled(Page()), [head], LIST, 100, centred=centred)
    table = only_table(made(set_in(page, rows, LIST, 120)))
    assert values(table) == [head, *rows]


@pytest.mark.parametrize("centred", [True, False])
def test_a_column_that_is_blank_below_its_name_is_a_column(centred: bool) -> None:
    columns = (*LIST, (500, 560))
    head = ["科目编码", "科目名称", "合计", "基本支出", "经营支出"]
    rows = [["205", "教育支出", "120.50", "100.00", ""], ["210", "卫生健康支出", "30.00", "30.00", ""], ["", "合计", "150.50", "130.00", ""]]  # fmt: skip
    page = set_in(titled(Page()), [head], columns, 100, centred=centred)
    table = only_table(made(set_in(page, rows, columns, 120)))
    assert values(table) == [head, *rows]


def test_a_name_in_the_middle_of_several_columns_is_over_them() -> None:
    columns = (*LIST[:2], (290, 335), (340, 390))
    page = titled(Page()).write(340 - width("本年支出", 10) / 2, 100, "本年支出", 10)
    page = set_in(page, [["", "", "合计", "基本支出"]], columns, 120, centred=True)
    page.write(75, 110, "编码", 10).write(190, 110, "科目名称", 10)
    rows = [["205", "教育支出", "120.50", "100.00"], ["210", "卫生健康支出", "30.00", "30.00"], ["", "合计", "150.50", "130.00"]]  # fmt: skip
    table = only_table(made(set_in(page, rows, columns, 140)))
    assert values(table) == [
        ["编码", "科目名称", "本年支出", "本年支出"],
        ["编码", "科目名称", "合计", "基本支出"],
        *rows,
    ]
    assert table.header_rows == 2


def test_a_name_in_two_lines_is_one_cell() -> None:
    page = set_in(titled(Page()), [HEAD, ROWS[0]], SIDES, 100)
    for y, name in ((137, "二、用于周转的"), (149, "其他收入")):
        page.write(60, y, name, 10)
    page = set_in(page, [["", "30.00", "二、外交支出", ""]], SIDES, 143)
    table = only_table(made(set_in(page, ROWS[2:], SIDES, 166)))
    assert values(table)[2] == ["二、用于周转的其他收入", "30.00", "二、外交支出", ""]


def test_a_table_goes_on_over_the_end_of_a_page() -> None:
    first = set_in(titled(Page(), top=700), [HEAD, *ROWS[:2]], SIDES, 740)
    first.write(290, 815, "- 1 -", 10)
    second = set_in(Page(), ROWS[2:], SIDES, 60)
    assert values(only_table(made(first, second))) == [HEAD, *ROWS]


def test_a_title_at_the_end_of_a_page_is_that_of_the_table_on_the_next() -> None:
    first = titled(Page().write(96, 100, "经费由区财政保障。"), top=780)
    second = set_in(Page(), [HEAD, *ROWS], SIDES, 60)
    table = only_table(made(first, second))
    assert values(table) == [HEAD, *ROWS]
    assert table.unit == "万元"


def test_what_stands_behind_a_table_on_the_next_page_is_no_row_of_it() -> None:
    first = set_in(titled(Page(), top=700), [HEAD, *ROWS[:1], ROWS[-1]], SIDES, 740)
    second = (
        Page().write(200, 60, "第三部分 名词解释", 16).write(96, 90, "一、基本支出：指日常的支出。")
    )
    report = made(first, second)
    assert "第三部分 名词解释" in body(report)
    assert len(only_table(report).rows) == 3


def test_a_header_alone_is_a_table_that_is_not_read() -> None:
    page = set_in(titled(Page()), [HEAD], SIDES, 100)
    report = made(page.write(60, 130, "注：本单位没有这项收支，本表为空表。", 10))
    assert unread(report) == [TITLE]
    assert "项目" not in "".join(body(report))


def narrow(page: Page) -> Page:
    """Two figures that stand in no column of their own."""
    rows = [["205", "教育支出", "120.50", ""], ["210", "卫生健康支出", "30.00", ""], ["", "合计", "150.50", "130.00"]]  # fmt: skip
    page = set_in(page, [["科目编码", "科目名称", "合计", "基本支出"], *rows], LIST, 100)
    return page.write(330, 180, "1.00", 10)


def crowded(page: Page) -> Page:
    """Rows that are not as far apart as a row's lines are, nor as far as rows."""
    page = set_in(page, [HEAD, ROWS[0], ROWS[-1]], SIDES, 100)
    return page.write(60, 157, "二、其他收入", 10).write(60, 174, "三、利息收入", 10).write(240, 174, "1.00", 10)  # fmt: skip


def nameless(page: Page) -> Page:
    """A column of figures without a name."""
    return set_in(page, [["项目", "", "项目", "决算数"], *ROWS], SIDES, 100)


@pytest.mark.parametrize("spoilt", [narrow, crowded, nameless])
def test_what_is_not_certain_is_unread_and_no_prose(spoilt: object) -> None:
    assert callable(spoilt)
    report = made(spoilt(titled(Page())).write(96, 400, "经费由区财政保障。"))
    assert unread(report) == [TITLE]
    assert [place.page for place, _ in report.unread] == [1]
    assert body(report)[-1] == "经费由区财政保障。"
    assert not any(char.isdigit() for char in "".join(body(report)))


def test_an_unread_table_goes_on_over_the_end_of_a_page() -> None:
    first = nameless(titled(Page(), top=60))
    for at in range(30):
        set_in(first, [[f"三、收入{at}", "1.00", "五、支出", "1.00"]], SIDES, 220 + STEP * at)
    second = set_in(Page(A4), ROWS[2:], SIDES, 60)
    report = made(first, second)
    assert unread(report) == [TITLE]
    assert not any(char.isdigit() for char in "".join(body(report)))


def test_a_list_of_titles_and_sections_is_no_table() -> None:
    contents = Page()
    for at, entry in enumerate(("一、收入决算表", "二、支出决算表")):
        contents.write(96, 100 + 30 * at, entry, 14)
    contents.write(96, 160, "第三部分 区档案馆 2024 年度情况说明", 14)
    contents.write(96, 190, "一、收入决算情况说明", 14)
    assert not list(tables(made(contents)))


def test_a_table_of_which_one_row_stands_above_the_end_of_a_page_is_one() -> None:
    columns = ((60, 300), (300, 400))
    rows = [["一、采购支出合计", "60.50"], ["（一）货物", "40.50"], ["（二）服务", "20.00"]]
    first = set_in(titled(Page(), "采购支出表", 720), [["项目", "金额"], rows[0]], columns, 760)
    second = set_in(Page(), rows[1:], columns, 60)
    assert values(only_table(made(first, second))) == [["项目", "金额"], *rows]
