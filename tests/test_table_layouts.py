"""Tables in every layout that people make: what is read is the truth, or is said to be unread.

``python tests/test_table_layouts.py 10000`` tries that many; CI tries a few.
"""

from __future__ import annotations

import sys
from functools import cache

import pytest
import table_layouts as layouts
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jslint import engine, pack, readers
from jslint.diagnostic import Severity
from jslint.ledger import plain
from jslint.rules.bench import tabulated
from jslint.rules.ground.context import Context

MANY = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
AMOUNTS = st.sampled_from([700, 12_345, 99_900])


@cache
def national() -> pack.RuleSet:
    return pack.load(["mof"])


def is_unread(context: Context) -> bool:
    return bool(context.report.unread or context.gathered.unread)


def figures(context: Context) -> set[tuple[object, ...]]:
    return {
        (line.index, line.name, column.index, int(figure.value * 100))
        for ledger in context.ledgers
        for line in ledger.lines
        for column in ledger.columns
        if (figure := ledger.figure(line, column)) is not None and figure.value
    }


def columns(context: Context) -> list[str]:
    return [column.name for ledger in context.ledgers for column in ledger.columns]


def expected(sheet: layouts.Sheet) -> list[str]:
    """The header paths of the columns of figures, as far as the header prints them."""
    return [
        "/".join(dict.fromkeys(map(plain, path)))
        for at, path in enumerate(sheet.columns)
        if not isinstance(sheet.rows[0][at], str)
    ]


def check_read(name: str, figures_: layouts.Figures, layout: layouts.Layout) -> None:
    sheet = layouts.SHEETS[name](figures_)
    report = readers.read(*layouts.written(sheet, layout))
    context = Context(report)

    found = engine.lint(report, national()).diagnostics
    judged = ("SUM", "TIE", "PCT", "NAM", "CNT", "TAB")
    assert [one for one in found if one.severity is Severity.ERROR] == []
    assert [
        one for one in found if one.rule[:3] in judged and one.severity is not Severity.INFO
    ] == []
    if is_unread(context):
        assert layout.format == "spaces"
        return
    sheet = layouts.arranged(sheet, layout)
    assume(layouts.truth(sheet, layout))
    assert figures(context) == layouts.truth(sheet, layout)
    names = columns(context)
    if name == "stacked":
        assert names == ["收入/决算数", "支出/决算数"]
        return
    assert len(names) == len(expected(sheet))
    assert all(map(str.endswith, names, expected(sheet)))
    if sheet.title == "收入支出决算总表":
        assert [one.split("/")[0] for one in names] == ["收入", "支出"]


def check_corrupted(
    name: str, figures_: layouts.Figures, layout: layouts.Layout, draw: st.DataObject
) -> None:
    sheet = layouts.SHEETS[name](figures_)
    cells = [(r, c) for r, row in enumerate(sheet.rows) for c, v in enumerate(row) if _is_money(v)]
    at, column = draw.draw(st.sampled_from(cells))
    rows = [list(row) for row in sheet.rows]
    rows[at][column] += draw.draw(AMOUNTS)
    broken = sheet._replace(rows=tuple(map(tuple, rows)))
    plain_layout = layout._replace(drop=False, split="", shared=False, inside=False)
    report = readers.read(*layouts.written(broken, plain_layout))

    if not is_unread(Context(report)):
        found = engine.lint(report, national()).diagnostics
        assert any(one.severity is Severity.ERROR for one in found)


def _is_money(value: object) -> bool:
    return isinstance(value, int)


NAMES = st.sampled_from(list(layouts.SHEETS))


@MANY
@given(NAMES, layouts.figures(), layouts.layouts())
def test_what_is_read_is_the_truth_and_silent(
    name: str, figures_: layouts.Figures, layout: layouts.Layout
) -> None:
    check_read(name, figures_, layout)


@MANY
@given(NAMES, layouts.figures(), layouts.layouts(), st.data())
def test_a_corrupted_figure_is_found(
    name: str, figures_: layouts.Figures, layout: layouts.Layout, draw: st.DataObject
) -> None:
    check_corrupted(name, figures_, layout, draw)


DASHED = """\
收入决算表
单位：万元
科目编码	科目名称	本年收入合计	财政拨款收入	事业收入	其他收入
	合计	30.00	20.00	{0}	10.00
205	教育支出	30.00	20.00	{0}	10.00
"""


@pytest.mark.parametrize("dash", layouts.DASHES)
def test_a_column_of_dashes_is_empty(dash: str) -> None:
    context = Context(readers.read("a.txt", DASHED.format(dash).encode()))

    (ledger,) = context.ledgers
    assert [column.name for column in ledger.columns] == [
        "本年收入合计",
        "财政拨款收入",
        "事业收入",
        "其他收入",
    ]
    assert [(line.name, len(line.figures)) for line in ledger.lines] == [
        ("合计", 3),
        ("教育支出", 3),
    ]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        pytest.param(
            ["收入		支出	", "项目	决算数	项目	决算数"],
            ["收入/决算数", "支出/决算数"],
            id="blank",
        ),
        pytest.param(
            ["项目	金额	项目	金额"], ["收入/金额", "支出/金额"], id="sides told by rows"
        ),
        pytest.param(
            ["收入	决算数（万元）	支出	决算数（万元）"],
            ["收入/决算数", "支出/决算数"],
            id="one line",
        ),
        pytest.param(
            [
                "收入			支出		",
                "项目	行次	金额	项目	行次	金额",
                "栏次		1	栏次		2",
            ],
            ["收入/金额", "支出/金额"],
            id="numbers of rows and columns",
        ),
    ],
)
def test_which_side_is_which(head: list[str], names: list[str]) -> None:
    wide = "行次" in head[-2:][0]
    rows = [
        ("一、财政拨款", "1", "5.00", "一、教育支出", "9", "5.00"),
        ("本年收入合计", "2", "5.00", "本年支出合计", "10", "5.00"),
    ]
    body = ["\t".join(row if wide else (row[0], row[2], row[3], row[5])) for row in rows]
    text = "\n".join(
        ["收入支出决算总表", *([] if "万元" in head[0] else ["单位：万元"]), *head, *body]
    )

    ledgers = Context(readers.read("a.txt", text.encode())).ledgers

    assert [column.name for ledger in ledgers for column in ledger.columns] == names
    assert {ledger.unit.name for ledger in ledgers} == {"万元"}


PARTS = """\
支出决算表
单位：万元
科目编码	科目名称	本年支出合计	基本支出
合计		9.00	9.00
支出决算表（续）
单位：万元
科目编码	科目名称	本年支出合计	{0}
205	教育支出	9.00	9.00
"""


def test_a_part_under_the_same_header_goes_on() -> None:
    (ledger,) = Context(readers.read("a.txt", PARTS.format("基本支出").encode())).ledgers

    assert [line.name for line in ledger.lines] == ["合计", "教育支出"]


def test_a_part_under_another_header_is_not_judged() -> None:
    context = Context(readers.read("a.txt", PARTS.format("项目支出").encode()))

    assert context.ledgers == ()
    assert [place.line for place, _ in context.gathered.unread] == [3, 7]


def many(count: int) -> None:
    """Try so many layouts of each kind, anew each time."""
    wide = settings(MANY, max_examples=count, database=None)
    wide(given(NAMES, layouts.figures(), layouts.layouts())(check_read))()
    drawn = given(NAMES, layouts.figures(), layouts.layouts(), st.data())
    wide(drawn(check_corrupted))()


if __name__ == "__main__":
    many(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)


_THREE = [
    "预算数						决算数					",
    "合计	因公出国（境）费	公务用车购置及运行费			公务接待费	" * 2,
    "		小计	公务用车购置费	公务用车运行费		" * 2,
]
_LANES = {
    "numbers": "\t".join(map(str, range(1, 13))),
    "a word before": "\t".join(["栏次", *map(str, range(1, 12))]),
}


def _columns(head: list[str]) -> tuple[list[str], int]:
    """The columns of a table with this head, and how many lines it has."""
    values = "\t".join(f"{at}.00" for at in range(12, 24))
    head = [row.strip("\n").removesuffix("\t") if row in _THREE[1:] else row for row in head]
    text = "\n".join(["“三公”经费支出决算表", "单位：万元", *head, values])
    (ledger,) = Context(readers.read("a.txt", text.encode())).ledgers
    return [column.name for column in ledger.columns], len(ledger.lines)


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("lane", _LANES)
def test_the_numbers_of_columns_stand_anywhere_in_the_head(lane: str, at: int) -> None:
    wanted, lines = _columns(_THREE)

    assert _columns([*_THREE[:at], _LANES[lane], *_THREE[at:]]) == (wanted, lines)
    assert (lines, wanted[3], wanted[11]) == (
        1,
        "预算数/公务用车购置及运行费/公务用车购置费",
        "决算数/公务接待费",
    )


def test_what_is_below_the_numbers_of_columns_and_divides_nothing_is_no_head() -> None:
    text = "指标表\n指标	单位	目标	完成\n1	2	3	4\n产出数量	个	不少于九	已完成\n产出质量	个	8.00	7.00\n"

    (ledger,) = Context(readers.read("a.txt", text.encode())).ledgers

    assert "产出数量" not in "".join(column.name for column in ledger.columns)


_LEVELLED = """\
支出决算表
单位：万元
项目				本年支出合计	基本支出
科目编码			科目名称
合计				9.00	9.00
205			教育支出	5.00	5.00
205	08		进修及培训	5.00	5.00
205	08	03	培训支出	5.00	5.00
221			住房保障支出	4.00	4.00
221	02		住房改革支出	4.00	4.00
"""


def test_columns_of_codes_whose_head_stands_in_the_first_of_them_are_codes() -> None:
    (ledger,) = Context(readers.read("a.txt", _LEVELLED.encode())).ledgers

    assert [line.code for line in ledger.lines] == [
        "", "205", "20508", "2050803", "221", "22102",
    ]  # fmt: skip
    assert [column.name for column in ledger.columns] == ["本年支出合计", "基本支出"]


_EMPTY = """\
国有资本经营预算财政拨款支出决算表
单位：万元

项目                本年支出
科目编码  科目名称  合计      基本支出  项目支出
栏次                1         2         3
合计

注：本部门没有国有资本经营预算财政拨款支出，本表无数据。
"""


def test_the_total_of_an_empty_table_laid_out_with_spaces_stands_between_it_and_no_note() -> None:
    (located,) = Context(readers.read("a.txt", _EMPTY.encode())).tables

    assert [note.text.value[:5] for note in located.block.notes] == ["注：本部门"]


def test_the_numbers_of_the_columns_of_an_empty_table_are_no_figures() -> None:
    text = _EMPTY.replace("  ", "\t")
    context = Context(readers.read("a.txt", text.encode()))

    assert not [seen for _, seen in tabulated.tables(context, frozenset()) if seen]


def test_a_header_whose_last_row_stands_a_column_too_far_left_is_not_read() -> None:
    """As a page gives it whose merged cells were lost on the way to Markdown."""
    rows = """三公经费支出决算表

单位：万元

| 项目 | 预算数 | 决算数 | | | | |
| --- | --- | --- | --- | --- | --- | --- |
| 合计 | 一般公共预算 | 政府性基金 | 合计 | 一般公共预算 | 政府性基金 | |
| 公务接待费 | 8.00 | 8.00 | 0 | 2.26 | 2.26 | 0 |
| 公务用车运行维护费 | 59.50 | 59.50 | 0 | 59.46 | 59.46 | 0 |
"""
    context = Context(readers.read("a.md", rows.encode()))
    assert not context.ledgers
    whole = rows.replace("| 合计 |", "| 项目 | 合计 |").replace("政府性基金 | |", "政府性基金 |")
    assert Context(readers.read("a.md", whole.encode())).ledgers
