"""The PDF reader's ruled headers with rows below them that have no lines of their own, or only between them."""

from __future__ import annotations

import pytest
from pdf_pages import STEP, Page, edges
from pdf_reports import BODY, HEAD, WIDTHS, made, only_table, tables, values

TOP = 100


def _headed(rows: list[list[str]], *, parted: bool) -> Page:
    """A header in ruled cells, and rows that lines part or nothing does."""
    page = Page().write(180, 70, "支出决算表", 16).write(470, 92, "单位：万元", 10)
    page.grid(WIDTHS, edges([HEAD])).fill([HEAD, *rows])
    for y in edges(rows, TOP + STEP)[1:] if parted else ():
        page.line(WIDTHS[0], y, WIDTHS[-1], y)
    return page


@pytest.mark.parametrize("parted", [True, False], ids=["lines between rows", "no line at all"])
def test_rows_below_a_ruled_header_stand_in_its_columns(parted: bool) -> None:  # noqa: FBT001
    table = only_table(made(_headed(BODY, parted=parted)))

    assert values(table) == [HEAD, *BODY]


@pytest.mark.parametrize("parted", [True, False], ids=["lines between rows", "no line at all"])
def test_a_note_below_such_rows_is_none_of_them(parted: bool) -> None:  # noqa: FBT001
    page = _headed(BODY, parted=parted)
    page.write(75, TOP + STEP * 4 + 20, "注：本表反映本年度的支出情况，金额单位为万元。", 10)

    table = only_table(made(page))

    assert values(table) == [HEAD, *BODY]


def test_a_figure_that_stands_in_two_columns_is_not_read_by_force() -> None:
    page = _headed([BODY[0], ["卫生健康支出", "", "", ""]], parted=False)
    page.write(WIDTHS[2] - 12, TOP + STEP * 2 + 14, "30.00", 10)

    found = [table for _, table in tables(made(page))]

    assert [bool(table.unread) for table in found] == [False, True]
    assert values(found[0]) == [HEAD]


def test_a_name_in_a_merged_cell_may_reach_into_the_next_column() -> None:
    rows = [*BODY, ["社会保障和就业支出、卫生健康支出、住房保障支出等", "", "150.50", ""]]

    table = only_table(made(_headed(rows, parted=True)))

    assert values(table) == [HEAD, *rows]


def test_a_total_without_a_figure_is_a_row_of_a_table_in_which_nothing_stands() -> None:
    rows = [["合计", "", "", ""]]
    page = _headed(rows, parted=True)
    page.write(75, TOP + STEP * 2 + 20, "说明：本单位没有这类支出，故本表无数据。", 10)

    table = only_table(made(page))

    assert values(table) == [HEAD, *rows]
    assert len(table.notes) == 1
