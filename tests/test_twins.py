"""Tables of one title: printed twice, of two tables, or parts of one."""

from __future__ import annotations

import pytest

from jslint.ledger import twins
from jslint import readers
from jslint.rules.ground.context import Context

HEAD = "科目编码\t科目名称\t合计\t基本支出\n"
ROWS = "205\t教育支出\t50.00\t40.00\n210\t卫生健康支出\t30.00\t30.00\n"
TOTAL = "\t合计\t80.00\t70.00\n"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(HEAD + ROWS + TOTAL, HEAD + ROWS + TOTAL, twins.TWICE, id="printed twice"),
        pytest.param(
            HEAD + ROWS + TOTAL,
            HEAD + ROWS.replace("40.00", "44.00") + TOTAL,
            twins.TWICE,
            id="printed twice, one figure slipped",
        ),
        pytest.param(
            HEAD + ROWS + TOTAL,
            HEAD + "205\t教育支出\t5.00\t4.00\n" + "\t合计\t5.00\t4.00\n",
            twins.ANOTHER,
            id="another total",
        ),
        pytest.param(
            HEAD + ROWS + TOTAL,
            "科目编码\t科目名称\t金额\n301\t工资福利支出\t60.00\n302\t商品和服务支出\t10.00\n"
            "\t合计\t70.00\n",
            twins.ANOTHER,
            id="neither a row nor a column in common",
        ),
        pytest.param(
            HEAD + ROWS,
            HEAD + "212\t城乡社区支出\t1.00\t1.00\n" + TOTAL,
            twins.UNKNOWN,
            id="further rows",
        ),
        pytest.param(
            HEAD + ROWS + TOTAL,
            "科目编码\t科目名称\t项目支出\n205\t教育支出\t10.00\n210\t卫生健康支出\t0.00\n"
            "\t合计\t10.00\n",
            twins.UNKNOWN,
            id="further columns",
        ),
    ],
)
def test_likeness(first: str, second: str, expected: str):
    text = f"2024年度\n某局\n部门决算\n第五部分 附表\n支出决算表\n单位：万元\n{first}\n表3：支出决算表\n单位：万元\n{second}"

    found = [
        likeness
        for _, _, likeness in twins.pairs(Context(readers.read("a.txt", text.encode())).ledgers)
    ]

    assert found == [expected]
