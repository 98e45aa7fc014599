"""Tests of the kind ``balance``: what there was, with what came in and went out, is what is left."""

from __future__ import annotations

import pytest
from reports import diagnostics, shown

BROKEN = {"SUM345": "warning"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "年初债务余额20.00万元，新增5.00万元，偿还3.00万元，年末余额22.00万元。", {}, id="right"
        ),
        pytest.param(
            "年初债务余额20.00万元，新增5.00万元，偿还3.00万元，年末余额28.00万元。",
            BROKEN,
            id="wrong",
        ),
        pytest.param(
            "年初余额20.00万元，本年增加5.00万元，本年减少3.00万元，年末余额28.00万元。",
            BROKEN,
            id="changes that are compared with nothing",
        ),
        pytest.param(
            "年初数20.00万元，购置5.00万元，较上年增加1.00万元，调入2.00万元，报废3.00万元，年末数24.00万元。",
            {},
            id="several of each, and one compared",
        ),
        pytest.param(
            "年初余额20.00万元，收入9.00万元，其中甲4.00万元、乙5.00万元，支出6.00万元，年末余额25.00万元。",
            BROKEN,
            id="what came in is divided",
        ),
        pytest.param(
            "年初余额20.00万元，收入9.00万元，支出6.00万元，当年结余3.00万元，年末余额23.00万元。",
            {},
            id="a subtotal",
        ),
        pytest.param(
            "年初余额20.00万元，收入9.00万元，年末余额25.00万元。", {}, id="nothing went out"
        ),
        pytest.param(
            "年初余额20.00万元，收入9.00万元，支出6.00万元，另有代管2.00万元，年末余额25.00万元。",
            {},
            id="another amount",
        ),
        pytest.param(
            "年初余额20.00万元，借入9.00万元。收入9.00万元，支出6.00万元，年末余额25.00万元。",
            {},
            id="another sentence",
        ),
        pytest.param(
            "年初余额20.00万元，新增9.00万元，偿还6.00万元，支付利息1.00万元，年末余额23.00万元。",
            {},
            id="what changes no balance",
        ),
        pytest.param(
            "一般公共预算年初余额20.00万元，政府性基金收入9.00万元，支出6.00万元，年末余额25.00万元。",
            {},
            id="another account",
        ),
    ],
)
def test_balances(sentence: str, expected: dict[str, str]) -> None:
    assert dict(shown(diagnostics(f"三、收支\n{sentence}", ["SUM345"]))) == expected
