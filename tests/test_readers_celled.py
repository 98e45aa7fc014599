"""Tables in plain lines that no reader can make rows and columns of: unread, and never prose."""

from __future__ import annotations

import pytest

from jslint import engine, pack, readers
from jslint.document import Paragraph, Report, Table

HEAD = "云岭区档案馆2024年度部门决算\n\n第一部分 决算情况说明\n\n本年收入150.50万元。\n\n第二部分 附表\n\n"
END = "\n第三部分 名词解释\n\n一、基本支出：指日常的支出。\n"
CELLS = """收入支出决算总表
单位：万元
项目
决算数
项目
决算数
一、财政拨款收入
120.50
一、教育支出
90.00
二、其他收入
30.00
二、外交支出

三、卫生健康支出
60.50
总计
150.50
总计
150.50
"""
GLUED = """收入支出决算总表
单位：万元
项目 决算数 项目 决算数
一、财政拨款收入 120.50一、教育支出 90.00
二、其他收入 30.00二、外交支出
三、卫生健康支出
其中：医院 60.50
总计 150.50总计 150.50
"""
PARTED = """支出决算表
单位：万元
科目编
码
科目名称
合
计
205 教育支出 90.00
210 卫生健康支出 60.50
合计 150.50
"""
BLANK = """政府性基金预算财政拨款收入支出决算表
单位：万元
科目编码
科目名称
本年收入
合计
说明：本单位没有政府性基金预算，本表为空表。
"""


def read(table: str, name: str = "a.txt") -> Report:
    return readers.read(name, (HEAD + table + END).encode())


def tables(report: Report) -> list[Table]:
    return [
        block for path in report.walk() for block in path[-1].blocks if isinstance(block, Table)
    ]


def prose(report: Report) -> str:
    return "\n".join(
        block.text.value
        for path in report.walk()
        for block in path[-1].blocks
        if isinstance(block, Paragraph)
    )


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("table", [CELLS, GLUED, PARTED, BLANK])
def test_it_is_unread_and_no_line_of_it_is_prose(table: str, name: str) -> None:
    report = read(table, name)
    (found,) = tables(report)
    assert found.unread
    assert found.title.value == table.partition("\n")[0]
    assert "教育支出" not in prose(report)
    assert "科目名称" not in prose(report)
    assert "指日常的支出" in prose(report)
    assert "第三部分 名词解释" in [path[-1].heading.value for path in report.walk()]


@pytest.mark.parametrize("table", [CELLS, GLUED, PARTED, BLANK])
def test_nothing_is_wrong_in_it(table: str) -> None:
    found = engine.lint(read(table), pack.load(["base", "tables", "arithmetic"])).diagnostics
    assert not [one.message for one in found]


def test_one_whose_rows_and_columns_are_certain_is_read() -> None:
    table = "支出决算表\n单位：万元\n科目编码 科目名称 合计\n205 教育支出 90.00\n210 卫生健康支出 60.50\n211 节能环保支出 1.00\n"
    (found,) = tables(read(table))
    assert not found.unread
    assert [cell.value for cell in found.rows[1]] == ["205", "教育支出", "90.00"]


def test_a_unit_line_before_sentences_begins_no_table() -> None:
    report = read("单位：万元\n本年收入120.50万元，比上年增加1.00万元。\n本年支出90.00万元。\n")
    assert not tables(report)
    assert "本年支出90.00万元" in prose(report)
