"""Cells whose value is not known are no zeros; rows that count things have units of their own."""

from __future__ import annotations

import pytest

from jslint import readers
from jslint.rules.ground.context import Context

COVER = "2024年度\n某局\n部门决算\n第五部分 附表\n"


def ledger(text: str):
    (found,) = Context(readers.read("a.txt", (COVER + text).encode())).ledgers
    return found


@pytest.mark.parametrize("words", ["=SUM(B3:B4)", "#REF!", "####", "见附表"])
def test_words_in_place_of_a_value_are_no_zero(words: str):
    found = ledger(
        f"支出决算表\n单位：万元\n科目名称\t合计\n教育支出\t5.00\n农林水支出\t\n其他支出\t7.00\n合计\t{words}\n"
    )

    (column,) = found.columns
    held = [found.has(line, column) for line in found.lines]

    assert held == [True, True, True, False]
    assert found.figure(found.lines[1], column) is None


def test_rows_that_count():
    found = ledger(
        "机构运行信息表\n单位：万元\n项目\t统计数\n一、机构运行经费\t52.47\n（一）车辆数合计（辆）\t3\n"
        "1.机要通信用车（辆）\t1\n2.其他用车\t2\n（二）房屋面积\t9\n二、接待（批次）\t4\n三、其他\t1.00\n"
    )

    units = [line.figures[1].unit.name for line in found.lines]

    assert units == ["万元", "辆", "辆", "辆", "万元", "批次", "万元"]


def test_a_column_without_a_header_beside_others_is_none():
    found = ledger(
        "支出决算表\n单位：万元\n科目编码\t科目名称\t合计\t\n205\t教育支出\t5.00\t3.50\n"
        "213\t农林水支出\t7.00\t7.00\n\t合计\t12.00\t14.00\n"
    )

    assert [column.name for column in found.columns] == ["合计"]
