"""The PDF reader's tables, on pages made here: figures that agree."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_pages import STEP, Page, edges
from pdf_reports import (
    BODY,
    HEAD,
    WIDTHS,
    body,
    heads,
    made,
    merged,
    only_table,
    tables,
    uncovered,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def ruled(
    draw: Callable[[Page, list[list[str]]], Page], rows: list[list[str]] | None = None
) -> Page:
    rows = rows or [HEAD, *BODY]
    page = Page().write(230, 70, "支出决算表", 16).write(430, 90, "单位：万元", 10)
    return draw(page, rows)


def in_bars(page: Page, rows: list[list[str]]) -> Page:
    """Thin filled boxes from corner to corner of each cell, as a word processor draws them."""
    ys = edges(rows)
    for y in ys:
        for left, right in pairwise(WIDTHS):
            page.bar(left + 0.5, y, right, y + 0.5)
    for x in WIDTHS:
        for top, bottom in pairwise(ys):
            page.bar(x, top + 0.5, x + 0.5, bottom)
    return page.fill(rows, WIDTHS)


def open_sided(page: Page, rows: list[list[str]]) -> Page:
    for y in edges(rows):
        page.line(WIDTHS[0], y, WIDTHS[-1], y)
    for x in WIDTHS[1:-1]:
        page.line(x, edges(rows)[0], x, edges(rows)[-1])
    return page.fill(rows, WIDTHS)


def three_lines(page: Page, rows: list[list[str]]) -> Page:
    for y in (100, 100 + STEP, edges(rows)[-1]):
        page.line(WIDTHS[0], y, WIDTHS[-1], y)
    return page.fill(rows, WIDTHS)


def columns_only(page: Page, rows: list[list[str]]) -> Page:
    return page.grid(WIDTHS, [100, 100 + STEP, edges(rows)[-1]]).fill(rows, WIDTHS)


RULED = [
    pytest.param(lambda page, rows: page.table(rows, WIDTHS), id="strokes"),
    pytest.param(in_bars, id="filled bars"),
    pytest.param(
        lambda page, rows: page.boxes(WIDTHS, edges(rows)).fill(rows, WIDTHS),
        id="one path of boxes",
    ),
    pytest.param(open_sided, id="open at its sides"),
    pytest.param(three_lines, id="three lines and no columns"),
    pytest.param(columns_only, id="columns without rows"),
    pytest.param(lambda page, rows: page.fill(rows, WIDTHS), id="no line at all"),
]


@pytest.mark.parametrize("draw", RULED)
def test_tables_are_read_however_they_are_ruled(
    draw: Callable[[Page, list[list[str]]], Page],
) -> None:
    report = made(ruled(draw))
    table = only_table(report)

    assert values(table) == [HEAD, *BODY]
    assert (table.title.value, table.unit, table.header_rows) == ("支出决算表", "万元", 1)
    assert body(report) == ["单位：万元"]


CUT = ["机关事业单位职业年金缴费", "30.00", "30.00", ""]
CODED = ["编码", "科目名称", "合计", "基本"]
NARROW = [72, 104, 156, 186, 216]
OVER_PAGES = [
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page().table(BODY[1:], WIDTHS)],
        [HEAD, *BODY],
        id="the header is not repeated",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page().table([HEAD, *BODY[1:]], WIDTHS)],
        [HEAD, *BODY],
        id="the header is repeated",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS),
         heads(Page(), "支出决算表（续）").table([HEAD, *BODY[1:]], WIDTHS)],
        [HEAD, *BODY],
        id="title, unit and header are repeated",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS).write(280, 800, "- 1 -"),
         Page().table(BODY[1:], [x + 14 for x in WIDTHS]).write(280, 800, "- 2 -"),
         Page().write(96, 100, "经费由区财政保障。").write(280, 800, "- 3 -")],
        [HEAD, *BODY],
        id="page numbers between, and another margin",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, CUT], [140, *WIDTHS[1:]]),
         Page().table([["支出", "", "", ""], *BODY[1:]], [140, *WIDTHS[1:]])],
        [HEAD, ["机关事业单位职业年金缴费支出", *CUT[1:]], *BODY[1:]],
        id="a row is cut by the end of the page",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, ["因公出国", *BODY[0][1:]]], [140, 200, *WIDTHS[2:]]),
         Page().table([["（境）费", "", "", ""], BODY[2]], [140, 200, *WIDTHS[2:]])],
        [HEAD, ["因公出国（境）费", *BODY[0][1:]], BODY[2]],
        id="the rest of a name begins with a bracket",
    ),
    pytest.param(
        [heads(Page()).table([["项目", "合计", "基本支出", "公务用车"]], [*WIDTHS[:-1], WIDTHS[-2] + 56]),
         Page().table([["", "", "", "购置费"], *BODY], [*WIDTHS[:-1], WIDTHS[-2] + 56])],
        [["项目", "合计", "基本支出", "公务用车购置费"], *BODY],
        id="the header is cut by the end of the page",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, ["教育支出", "1,234,567,", "100.00", "20.50"]], [72, 240, 298, *WIDTHS[3:]]),
         Page().table([["", "890.50", "", ""], *BODY[1:]], [72, 240, 298, *WIDTHS[3:]])],
        [HEAD, ["教育支出", "1,234,567,890.50", "100.00", "20.50"], *BODY[1:]],
        id="an amount is cut by the end of the page",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, ["教育支出", "1,234,567.00", "100.00", "20.50"]], [72, 240, 298, *WIDTHS[3:]]),
         Page().table([["", "890.50", "", ""], *BODY[1:]], [72, 240, 298, *WIDTHS[3:]])],
        [HEAD, ["教育支出", "1,234,567.00", "100.00", "20.50"], ["", "890.50", "", ""], *BODY[1:]],
        id="a whole amount is not",
    ),
    pytest.param(
        [heads(Page()).table([CODED, ["2010", "行政运行", "1,2", "1,2"]], NARROW),
         Page().table([["301", "", "34.50", "34.50"], ["205", "教育支出", "20.00", "20.00"]], NARROW)],
        [CODED, ["2010301", "行政运行", "1,234.50", "1,234.50"], ["205", "教育支出", "20.00", "20.00"]],
        id="a code and amounts are cut by the end of the page",
    ),
    pytest.param(
        [heads(Page()).table([CODED, ["206", "技术研究", "478", "478"]], NARROW),
         Page().table([["04", "与开发", ".50", ".50"], ["205", "教育支出", "20.00", "20.00"]], NARROW)],
        [CODED, ["20604", "技术研究与开发", "478.50", "478.50"], ["205", "教育支出", "20.00", "20.00"]],
        id="each cell of a row is cut by the end of the page",
    ),
    pytest.param(
        [heads(Page()).table([CODED, ["205", "教育支出", "478", "478"]], NARROW),
         Page().table([["20502", "普通教育", "20.00", "20.00"]], NARROW)],
        [CODED, ["205", "教育支出", "478", "478"], ["20502", "普通教育", "20.00", "20.00"]],
        id="two codes are two rows",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page().table([["项目", "合计", "基本", "项目"], BODY[1]], WIDTHS)],
        [HEAD, *BODY[:2]],
        id="the ends of a header's words have no room on the next page",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS),
         Page().table([["项目", "合计", "基本", "项目支出"], [*BODY[1][:2], "支出" + BODY[1][2], BODY[1][3]]], WIDTHS)],
        [HEAD, *BODY[:2]],
        id="those ends are set over the row below",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page().table(BODY[1:], [WIDTHS[0], WIDTHS[1] + 6, *WIDTHS[2:]])],
        [HEAD, *BODY],
        id="a column is a little wider on the next page",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page().table([["结余分配", "", "", ""]], WIDTHS)],
        [HEAD, BODY[0], ["结余分配", "", "", ""]],
        id="a row without figures is a row",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page(), Page().table(BODY[1:], WIDTHS)],
        [HEAD, *BODY],
        id="a blank page stands between",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, *BODY], WIDTHS), Page().table([["", "", "", ""]], WIDTHS)],
        [HEAD, *BODY, ["", "", "", ""]],
        id="an empty row is left over",
    ),
]  # fmt: skip


def test_a_code_in_two_lines_is_one_row() -> None:
    rows = [
        ["编码", "科目名称", "合计"],
        ["2010", "行政运行", "666."],
        ["301", "", "00"],
        ["205", "教育支出", "4.00"],
    ]
    page = heads(Page()).grid(
        [72, 110, 200, 260], [100, 100 + STEP, 100 + 3 * STEP, 100 + 4 * STEP]
    )

    report = made(page.fill(rows, [72, 110, 200, 260]))

    assert values(only_table(report)) == [
        ["编码", "科目名称", "合计"], ["2010301", "行政运行", "666.00"], ["205", "教育支出", "4.00"],
    ]  # fmt: skip


@pytest.mark.parametrize(("pages", "wanted"), OVER_PAGES)
def test_a_table_on_several_pages_is_one(pages: list[Page], wanted: list[list[str]]) -> None:
    table = only_table(made(*pages))

    assert values(table) == wanted
    assert (table.title.value, table.header_rows) == ("支出决算表", 1)


def test_a_header_that_the_end_of_a_page_cuts_is_one() -> None:
    first = heads(Page()).table([["项目", "本年支出"]], [WIDTHS[0], WIDTHS[1], WIDTHS[-1]])

    table = only_table(made(first, Page().table([HEAD, *BODY], WIDTHS)))

    assert values(table) == [["项目", "本年支出", "本年支出", "本年支出"], HEAD, *BODY]
    assert (table.title.value, table.header_rows) == ("支出决算表", 2)


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(heads(Page(), "收入决算表").table([HEAD, *BODY], WIDTHS), id="another title"),
        pytest.param(
            Page().table([["序号", "名称"], ["1", "信息科"]], [72, 172, 552]), id="other columns"
        ),
        pytest.param(
            Page().write(96, 80, "单位构成如下：").table([HEAD, *BODY], WIDTHS), id="words between"
        ),
    ],
)
def test_another_table_on_the_next_page_is_another(second: Page) -> None:
    report = made(heads(Page()).table([HEAD, *BODY], WIDTHS), second)

    first, other = (table for _, table in tables(report))
    assert values(first) == [HEAD, *BODY]
    assert other.place.page == 2


def test_merged_cells_and_a_total_in_the_row_of_the_header() -> None:
    table = only_table(made(merged()))

    assert uncovered(table) == [
        ["项目", None, None, None, "合计", "基本支出"],
        ["支出功能分类", None, None, "科目名称", None, None],
        ["科目编码", None, None, None, None, None],
        ["类", "款", "项", None, None, None],
        ["", "", "", "合计", "120.50", "100.00"],
        ["205", "01", "", "教育管理", "120.50", "100.00"],
    ]
    assert table.header_rows == 4
    assert table.rows[3][3] is table.rows[1][3]


CELLS = [
    pytest.param([(75, 114, "机关事业单位基本养老"), (75, 126, "保险缴费支出")],
                 ["机关事业单位基本养老保险缴费支出", ""], id="a name on two lines"),
    pytest.param([(75, 114, "1234.5"), (75, 126, "6")], ["1234.56", ""], id="an amount on two lines"),
    pytest.param([(195, 114, "120.50"), (225, 114, "")], ["", "120.50"], id="a figure begins in its cell"),
    pytest.param([(178, 114, "1,120.50")], ["", "1,120.50"], id="a figure juts out of its cell"),
    pytest.param([(75, 114, "政府性基金预算财政拨款收入")], ["政府性基金预算财政拨款收入", ""], id="a long name juts out"),
    pytest.param([(75, 108, "支出"), (205, 126, "120.50")], ["支出", "120.50"], id="texts at other heights"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), CELLS)
def test_cells(texts: list[tuple[float, float, str]], wanted: list[str]) -> None:
    page = Page().grid([72, 192, 292], [100, 130, 150])
    for x, y, text in texts:
        page.write(x, y, text, 10)
    page.write(75, 144, "合计", 10).write(205, 144, "1.00", 10)

    assert values(only_table(made(page))) == [wanted, ["合计", "1.00"]]


def test_spaced_names_are_joined_and_lines_in_the_frame_are_no_rows() -> None:
    page = Page().table([["", ""], ["项目", "决算数"], ["", "1.00"], ["", ""]], [72, 292, 392])
    page.drawn[6] = page.drawn[6].replace(" 742 m ", " 722 m ").replace(" 662 l", " 682 l")
    page.write(150, 114, "其他支出决算表", 10).write(80, 154, "公务用车", 10, gap=14)
    page.write(80, 174, "注：本表反映其他支出。", 10)

    table = only_table(made(page))

    assert values(table) == [["项目", "决算数"], ["公务用车", "1.00"]]
    assert (table.title.value, [note.text.value for note in table.notes]) == (
        "其他支出决算表", ["注：本表反映其他支出。"],
    )  # fmt: skip


def test_a_maker_and_a_unit_in_two_cells_of_the_frame_stand_above_the_table() -> None:
    rows = [["部门：云岭市水文站", "单位：万元"], ["项目", "决算数"], ["公务用车", "1.00"]]
    page = Page().write(150, 90, "其他支出决算表", 10).table(rows, [72, 292, 392])

    table = only_table(made(page))

    assert values(table) == rows[1:]
    assert table.unit == "万元"


AMOUNTS = st.sampled_from(["", "0.00", "12.50", "1,234.56", "-3.20", "98.70"])
TABLES = st.lists(
    st.tuples(st.sampled_from(["教育支出", "卫生健康支出", "其他支出"]), AMOUNTS, AMOUNTS, AMOUNTS),
    min_size=2, max_size=24,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    rows=TABLES, ends=st.sets(st.integers(1, 23), max_size=3), way=st.sampled_from(["", "rotated"])
)
def test_any_table_on_any_pages_is_read_as_it_was_set(
    rows: list[tuple[str, ...]], ends: set[int], way: str
) -> None:
    cuts = [0, *sorted(end for end in ends if end < len(rows)), len(rows)]
    wanted = [HEAD, *(list(row) for row in rows)]
    pages = [Page(way=way).table([HEAD] * (start == 0) + [list(row) for row in rows[start:end]], WIDTHS)
             for start, end in pairwise(cuts)]  # fmt: skip

    assert values(only_table(made(*pages))) == wanted


@pytest.mark.parametrize(
    ("xs", "columns"),
    [
        pytest.param((100, 200, 300, 303.5), 2, id="at the right"),
        pytest.param((100, 103.5, 200, 300), 2, id="at the left"),
        pytest.param((100, 200, 203, 300), 2, id="in the middle"),
        pytest.param((100, 103, 200, 203.9, 300, 303.5), 2, id="everywhere"),
        pytest.param((100, 200, 300, 304.5), 3, id="too far apart to be one"),
    ],
)
def test_a_double_border_is_no_column(xs: tuple[float, ...], columns: int) -> None:
    rows = [["项目", "决算数"], ["教育支出", "120.50"], ["合计", "120.50"]]
    page = heads(Page()).grid(xs, edges(rows)).fill(rows, (105, 205))

    table = only_table(made(page))

    assert [row[:2] for row in values(table)] == rows
    assert {len(row) for row in table.rows} == {columns}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.floats(0, 12), min_size=3, max_size=6), min_size=2, max_size=3))
def test_no_cell_is_lost_where_edges_shift_from_page_to_page(shifts: list[list[float]]) -> None:
    """Edges that lie near each other on one page, or near two of another page."""
    pages = []
    for shift in shifts:
        xs = sorted({72.0, *(200 + 9 * at + by for at, by in enumerate(shift)), 500.0})
        pages.append(Page().grid(xs, [40, 60, 80]).write(75, 54, "项目").write(75, 74, "合计"))

    report = made(*pages)

    for _, table in tables(report):
        assert len({len(row) for row in table.rows}) == 1
