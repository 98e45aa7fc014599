"""Tables written as HTML inside Markdown: merged cells, places, and what is no table."""

from __future__ import annotations

import pytest

from jslint.document import Report, Table
from jslint.readers import read


def tables(report: Report) -> list[Table]:
    return [
        block for path in report.walk() for block in path[-1].blocks if isinstance(block, Table)
    ]


def report(source: str) -> Report:
    return read("report.md", source.encode())


MERGED = """\
# 清河县水务站 2024 年度单位决算

收入决算表

单位：万元

<table border="1">
<tr><th rowspan=2>项目</th><th colspan="2">本年收入</th></tr>
<tr><th>合计</th><th>财政拨款</th></tr>

<tr><td><p>培训&nbsp;支出</p></td><td>1.50</td><td>1.50</td></tr>
<tr>
<td>合计</td>
<td>1.50</td><td></td></tr>
</table>

文字。
"""


def test_merged_cells_reach_as_far_as_they_say() -> None:
    (table,) = tables(report(MERGED))

    assert (table.unit, table.title.value, table.header_rows) == ("万元", "收入决算表", 2)
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "本年收入", "本年收入"],
        ["项目", "合计", "财政拨款"],
        ["培训支出", "1.50", "1.50"],
        ["合计", "1.50", ""],
    ]
    assert table.rows[0][0] is table.rows[1][0]
    assert table.rows[0][1] is table.rows[0][2]


def test_a_row_without_cells_is_one_where_those_above_reach_into_it() -> None:
    source = (
        "<table><tr><th rowspan=2>项目</th><th rowspan=2>合计</th></tr><tr></tr>"
        "<tr></tr><tr><td>培训支出</td><td>1.50</td></tr></table>\n"
    )

    (table,) = tables(report(source))

    assert [[cell.value for cell in row] for row in table.rows[table.header_rows :]] == [
        ["培训支出", "1.50"],
    ]


def test_a_cell_knows_its_place() -> None:
    place = tables(report(MERGED))[0].rows[2][1].at()

    assert (place.line, place.column) == (11, 35)
    assert MERGED.splitlines()[10][34:38] == "1.50"


def test_a_table_on_one_line() -> None:
    (table,) = tables(
        report(
            "<table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>2.00</td></tr></table>\n"
        )
    )

    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "金额"],
        ["合计", "2.00"],
    ]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("文字<table>。\n\n又一段。\n", id="amid words"),
        pytest.param("<table>\n<tr><td>合计</td><td>2.00</td></tr>\n", id="never ended"),
        pytest.param("<table>\n</table>\n", id="without cells"),
        pytest.param("<table><tr><td></td></tr></table>\n", id="without words"),
    ],
)
def test_what_is_no_table(source: str) -> None:
    assert tables(report(source)) == []


def test_a_cell_that_claims_to_reach_without_end() -> None:
    source = (
        '<table><tr><td rowspan="9999" colspan="9999">项目</td><td>金额</td></tr>'
        "<tr><td>2.00</td></tr></table>\n"
    )

    (table,) = tables(report(source))

    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "金额"],
        ["项目", "2.00"],
    ]
