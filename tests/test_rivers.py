"""Tables laid out with spaces whose columns are told by where the words stand."""

from __future__ import annotations

import pytest

from jslint import readers
from jslint.document import Table
from jslint.readers.kinds import is_table_head
from jslint.readers.lines import width

ROWS = [
    ["项目", "", "本年支出合计", "基本支出", "项目支出", "经营支出"],
    ["科目编码", "科目名称", "", "", "", ""],
    ["合计", "", "41.30", "29.80", "11.50", ""],
    ["208", "社会保障和就业支出", "8.40", "8.40", "", ""],
    ["20805", "行政事业单位养老支出", "8.40", "8.40", "", ""],
    ["213", "农林水支出", "32.90", "21.40", "11.50", ""],
]


def laid(rows: list[list[str]], *, right: bool = False) -> str:
    """Rows with their cells in columns, the figures at the left or the right of theirs."""
    sizes = [max(width(row[at]) for row in rows) + 3 for at in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            " " * (size - 2 - width(cell)) + cell + "  "
            if right and at > 1
            else cell + " " * (size - width(cell))
            for at, (cell, size) in enumerate(zip(row, sizes, strict=True))
        ]
        lines.append("".join(cells).rstrip())
    return "\n".join(lines)


def tables(text: str) -> list[Table]:
    source = f"云岭市水文站2024年度单位决算\n\n支出决算表\n单位：万元\n{text}\n"
    report = readers.read("a.txt", source.encode())
    return [one for *_, path in report.walk() for one in path.blocks if isinstance(one, Table)]


@pytest.mark.parametrize("right", [False, True])
def test_columns_are_where_words_stand(right: bool) -> None:
    (table,) = tables(laid(ROWS, right=right))

    assert [[cell.value for cell in row] for row in table.rows] == ROWS
    assert table.header_rows == 2


def test_a_figure_between_two_columns_leaves_the_table_unread() -> None:
    text = laid(ROWS)
    shifted = text.replace(f"8.40{' ' * 11}8.40\n213", f"8.40{' ' * 5}8.40\n213")

    (table,) = tables(shifted)

    assert shifted != text
    assert table.unread


def test_a_name_that_takes_two_lines_leaves_the_table_unread() -> None:
    text = laid(ROWS).replace("行政事业单位养老支出", "行政事业单位养老    ") + "\n          支出"

    assert all(table.unread for table in tables(text))


@pytest.mark.parametrize(
    ("line", "stands"),
    [
        ("表一", True),
        ("附表3", True),
        ("公开02表", True),
        ("财决08-1表", True),
        ("GK04", True),
        ("表一　　　　　单位：万元", True),
        ("收入支出决算总表", False),
        ("表1 收入支出决算总表", False),
        ("表一所列各项支出均已核对", False),
    ],
)
def test_a_table_number_is_no_title(line: str, stands: bool) -> None:
    assert is_table_head(line) is stands


SIDES = [
    ["收入", "", "支出", ""],
    ["项目", "金额", "项目", "金额"],
    ["一、一般公共预算财政拨款", "30.00", "一、教育支出", "24.00"],
    ["二、政府性基金预算财政拨款", "", "二、住房保障支出", "6.50"],
    ["", "", "三、其他支出", ""],
    ["使用非财政拨款结余", "", "结余分配", ""],
    ["本年收入合计", "30.00", "本年支出合计", "30.50"],
    ["年初财政拨款结转和结余", "0.50", "", ""],
    ["一般公共预算财政拨款", "0.50", "", ""],
    ["政府性基金预算财政拨款", "", "", ""],
    ["总计", "30.50", "总计", "30.50"],
]
LEVELLED = [
    ["项目", "", "", "", "本年支出合计", "基本支出", "项目支出"],
    ["科目编码", "", "", "科目名称", "", "", ""],
    ["栏次", "", "", "", "1", "2", "3"],
    ["合计", "", "", "", "41.30", "29.80", "11.50"],
    ["208", "", "", "社会保障和就业支出", "8.40", "8.40", ""],
    ["208", "05", "", "行政事业单位养老支出", "8.40", "8.40", ""],
    ["208", "05", "02", "事业单位离退休", "8.40", "8.40", ""],
    ["213", "", "", "农林水支出", "32.90", "21.40", "11.50"],
]


@pytest.mark.parametrize("rows", [SIDES, LEVELLED])
def test_blanks_and_the_numbers_of_the_columns_leave_them_where_they_are(
    rows: list[list[str]],
) -> None:
    (table,) = tables(laid(rows))

    assert [[cell.value for cell in row] for row in table.rows] == rows


def test_whose_the_table_is_and_in_which_unit_is_no_row_of_it() -> None:
    source = f"支出决算表\n\n部门：云岭市水文站    金额单位：万元\n\n{laid(LEVELLED)}\n"
    report = readers.read("a.txt", source.encode())

    (table,) = (one for *_, path in report.walk() for one in path.blocks if isinstance(one, Table))

    assert (len(table.rows), table.unit) == (len(LEVELLED), "万元")


def test_the_rest_of_a_name_below_it_leaves_the_table_unread() -> None:
    wrapped = [row[:] for row in ROWS]
    wrapped[4][1] = "行政事业单位养"
    wrapped.insert(5, ["", "老支出", "", "", "", ""])

    (table,) = tables(laid(wrapped))

    assert table.unread


_FUND = [
    ["项目", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"],
    ["", "", "", "小计", "基本支出", "项目支出", ""],
    ["合计", "0.00", "126.96", "126.96", "0.00", "126.96", "0.00"],
    ["城乡社区支出", "0.00", "126.96", "126.96", "0.00", "126.96", "0.00"],
]


def _split(rows: list[list[str]]) -> str:
    """Rows with heads and names at the left of their columns, figures at the right."""
    sizes = [max(width(row[at]) for row in rows) + 2 for at in range(len(rows[0]))]
    return "\n".join(
        "".join(
            " " * (size - width(cell)) + cell
            if cell[-3:-2] == "."
            else cell + " " * (size - width(cell))
            for cell, size in zip(row, sizes, strict=True)
        ).rstrip()
        for row in rows
    )


def test_a_head_beside_its_figures_is_theirs() -> None:
    (table,) = tables(_split(_FUND))

    assert [[cell.value for cell in row] for row in table.rows] == _FUND


def test_a_head_of_a_column_in_which_nothing_stands_is_none_of_the_next() -> None:
    empty = [
        [cell if at != 1 or row < 2 else "" for at, cell in enumerate(cells)]
        for row, cells in enumerate(_FUND)
    ]

    (table,) = tables(_split(empty))

    assert [[cell.value for cell in row] for row in table.rows] == empty
