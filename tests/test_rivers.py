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
