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


def test_a_row_whose_words_reach_into_another_column_is_not_read_by_force() -> None:
    astray = [[*BODY[0]], ["社会保障和就业支出、卫生健康支出、住房保障支出等各项", "", "30.00", ""]]

    found = [table for _, table in tables(made(_headed(astray, parted=False)))]

    assert [bool(table.unread) for table in found] == [False, True]
    assert values(found[0]) == [HEAD]
