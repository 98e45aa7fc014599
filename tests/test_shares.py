"""What a report has of a department's sums: its cells, and what units pay each other among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jslint import readers
from jslint.group.model import CARRIER, PAID, PLAIN, RECEIVED, Addend
from jslint.rules.bench import shares
from jslint.rules.bench.shares import Transfers
from jslint.rules.ground import options
from jslint.rules.ground.context import Context
from jslint.tree import Scalar

if TYPE_CHECKING:
    import re2


def pattern(text: str) -> re2._Regexp:
    """A pattern as a pack writes it."""
    return options.pattern(Scalar(0, 0, text))


PAYING = Transfers(
    received=(pattern("附属单位上缴收入"),),
    paid=(pattern("上缴上级支出"),),
    within=pattern("合计|本年支出合计"),
)
TITLES = "收入|支出"
ACROSS = """\
支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t上缴上级支出
\t合计\t100.00\t90.00\t10.00
205\t教育支出\t100.00\t90.00\t10.00
"""
APART = """\
收入决算表
单位：万元
科目编码\t科目名称\t合计\t财政拨款收入
\t合计\t80.00\t80.00
205\t教育支出\t80.00\t80.00
"""


def _context(text: str) -> Context:
    return Context(readers.read("report.txt", text.encode()))


def addends(text: str) -> dict[tuple[str, str], Addend]:
    """The cells of a report's tables, by column and row."""
    found = shares.of_tables(_context(text), pattern(TITLES), PAYING)
    return {one.key[1:]: one for one in found.addends}


@pytest.mark.parametrize(
    ("column", "kind"),
    [("合计", CARRIER), ("基本支出", PLAIN), ("上缴上级支出", PAID)],
)
def test_columns_tell_what_units_pay_each_other(column: str, kind: str) -> None:
    found = addends(ACROSS)

    assert {found[column, row].role.kind for row in ("合计", "205")} == {kind}
    assert not found[column, "205"].role.down


def test_a_table_that_lists_no_such_money_has_none_in_it() -> None:
    found = addends(APART)

    assert {one.role.kind for one in found.values()} == {PLAIN}


HALVES = """\
收入支出决算总表
单位：万元
收入\t\t支出\t
项目\t金额\t项目\t金额
附属单位上缴收入\t10.00\t上缴上级支出\t20.00
本年收入合计\t10.00\t本年支出合计\t20.00
"""


def test_each_of_two_halves_tells_its_own_money_in_rows() -> None:
    """What is not known of one half alone is known where it lists such money itself."""
    roles = {row: one.role for (_, row), one in addends(HALVES).items()}

    assert {row: role.kind for row, role in roles.items()} == {
        "附属单位上缴收入": RECEIVED,
        "本年收入合计": PLAIN,
        "上缴上级支出": PAID,
        "本年支出合计": CARRIER,
    }
    assert all(role.down for row, role in roles.items() if row != "本年收入合计")
