"""What became of each table: its columns, its cells with figures, and why none was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jslint import readers, spoken
from jslint.diagnostic import Account
from jslint.rules.bench import tabulated
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from collections.abc import Collection

    from jslint.diagnostic import Seen, SeenTable

COVER = "2024年度\n\n云岭市水文站\n\n单位决算\n\n"
NO_RULE, NO_CELL = "没有规则涉及这一列", "没有规则涉及这一格"
NO_UNIT, NO_COLUMN = "表没有写明单位，也没有规则涉及这一列", "没有认出它所在的列"


def tables(*source: str, checked: Collection[str] = ()) -> list[tuple[SeenTable, tuple[Seen, ...]]]:
    """The tables of a report, cells parted by a bar; ``checked`` are the figures a rule looked at."""
    text = COVER + "\n\n".join(source).replace("|", "\t") + "\n"
    context = Context(readers.read("a.txt", text.encode()))
    every = [one for _, cells in tabulated.tables(context, frozenset()) for one in cells]
    keys = {one.place.key for one in every if one.text in checked}
    return [
        (said.tables[0], said.figures)
        for table, cells in tabulated.tables(context, keys)
        for said in (spoken.account(Account(cells, (table,)), "zh"),)
    ]


def told(cells: tuple[Seen, ...]) -> list[tuple[str, str, bool, bool, str]]:
    return [(one.text, one.of, one.understood, one.checked, one.reason) for one in cells]


PLAIN = (
    "支出决算表\n单位：万元\n项目|合计|基本支出|备注\n教育支出|30.00|10.00|\n科学支出|5.00||见说明"
)


def test_a_table_is_told_column_by_column() -> None:
    ((table, cells),) = tables(PLAIN, checked=("30.00", "5.00"))

    assert (table.title, table.unread, table.figures, table.checked) == ("支出决算表", "", 3, 2)
    assert [
        (one.name, one.figures, one.checked, one.reason, one.looked) for one in table.columns
    ] == [("合计", 2, True, "", 2), ("基本支出", 1, False, NO_RULE, 0)]
    assert told(cells) == [
        ("30.00", "教育支出 合计", True, True, ""),
        ("5.00", "科学支出 合计", True, True, ""),
        ("10.00", "教育支出 基本支出", True, False, NO_RULE),
    ]


@pytest.mark.parametrize(
    "between", ["||||", "公用经费合计|公用经费合计|公用经费合计|公用经费合计|"]
)
def test_a_total_stands_in_the_last_of_three_halves_and_its_name_in_the_second(between):
    name = "科目编码|科目名称|金额"
    source = (
        f"基本支出决算表\n单位：万元\n{name}|{name}|{name}\n"
        "301|工资福利支出|9.00|302|商品和服务支出|5.00|||\n"
        "30101|基本工资|9.00|30201|办公费|5.00|||\n"
        f"人员经费合计||9.00|公用经费合计|{between}5.00"
    )
    text = f"{COVER}{source}\n".replace("|", "\t")

    ledgers = Context(readers.read("a.txt", text.encode())).ledgers

    totals = [line for ledger in ledgers for line in ledger.lines if line.name.endswith("合计")]
    assert [(one.name, *(f.text for f in one.figures.values())) for one in totals] == [
        ("人员经费合计", "9.00"),
        ("公用经费合计", "5.00"),
    ]


def test_beside_a_cell_that_was_looked_at_another_is_told_by_itself() -> None:
    ((table, cells),) = tables(PLAIN, checked=("30.00",))

    assert [(one.checked, one.reason, one.looked) for one in table.columns] == [
        (True, "", 1),
        (False, NO_RULE, 0),
    ]
    assert [one.reason for one in cells] == ["", NO_CELL, NO_RULE]
    assert table.checked == 1


def test_a_table_without_a_unit_says_so() -> None:
    ((table, cells),) = tables(PLAIN.replace("单位：万元\n", ""), checked=("30.00", "5.00"))

    assert [(one.checked, one.reason) for one in table.columns] == [(True, ""), (False, NO_UNIT)]
    assert [one.reason for one in cells] == ["", "", NO_UNIT]


def test_tables_are_numbered_and_those_without_figures_are_none() -> None:
    empty = "空白表\n单位：万元\n项目|合计\n教育支出|"
    last = "收入决算表\n单位：万元\n项目|合计\n教育收入|3.00"

    found = tables("一、收支情况\n\n收支如下。", PLAIN, empty, last)

    assert [(table.title, cells[0].table) for table, cells in found] == [
        ("支出决算表", 0),
        ("收入决算表", 1),
    ]
    assert {(table.section, *(one.section for one in cells)) for table, cells in found} == {
        ("一、收支情况",) * 4,
        ("一、收支情况",) * 2,
    }
    assert all(one.table == cells[0].table for _, cells in found for one in cells)


def test_a_table_that_goes_on_is_one() -> None:
    more = "支出决算表（续）\n单位：万元\n项目|合计|基本支出|备注\n农业支出|7.00|6.00|"

    ((table, cells),) = tables(PLAIN, more)

    assert (table.title, table.figures) == ("支出决算表", 5)
    assert [one.text for one in cells] == ["30.00", "5.00", "7.00", "10.00", "6.00"]


FORM = """\
项目支出绩效自评表
预算执行|资金（万元）|年初预算|全年预算|执行数|执行率
|总额|80.00|90.00|45.00|50.00%
绩效指标|一级指标|二级指标|三级指标|指标值|完成值
|3|数量|次数|12|13.5"""


def test_figures_in_no_column_are_told_if_they_are_not_codes() -> None:
    """Under a head between the rows: 80.00 and 90.00 stand in columns of names; 3 there may be a code."""
    ((table, cells),) = tables("附件", FORM, checked=("45.00", "90.00"))

    strange = [one for one in cells if not one.column]
    assert told(tuple(strange)) == [
        ("80.00", "", False, False, NO_COLUMN),
        ("90.00", "", True, True, ""),
    ]
    assert table.figures == len(cells) == 6
    assert table.checked == 2
