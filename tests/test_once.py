"""One wrong rate that several lists hear is told once, in the innermost of them."""

from __future__ import annotations

import pytest

from jslint import engine, pack, readers
from jslint.diagnostic import Severity

HEAD = "清河县民政局2023年度部门决算\n\n一、收入支出决算情况说明\n"

#: A total whose rate two divisions contradict; a part whose rate its own parts and the total contradict.
TWO_WAYS = (
    "2023年收入完成9,000.00万元，为调整预算的93%。按部门看，税务部门完成5,000.00万元，为调整预算的100%；"
    "财政部门完成4,000.00万元，为调整预算的100%。按分类看，税收收入完成6,000.00万元，为调整预算的100%；"
    "非税收入完成3,000.00万元，为调整预算的100%。"
)
NESTED = (
    "2023年“三公”经费支出2,771.00万元，比上年下降1.8%。其中：因公出国（境）费120.00万元，比上年增长79.1%；"
    "公务接待费1,033.00万元，比上年下降7.6%；公务用车购置及运行费1,618.00万元，比上年下降9.2%，"
    "其中：公务用车购置费414.00万元，比上年增长7.5%；公务用车运行费1,204.00万元，比上年下降3.9%。"
)


@pytest.mark.parametrize("text", [TWO_WAYS, NESTED])
def test_one_wrong_rate_is_told_once(text: str) -> None:
    report = readers.read("report.txt", f"{HEAD}{text}\n".encode())
    found = engine.lint(report, pack.load(pack.choose(report))).diagnostics
    assert len([one for one in found if one.severity is not Severity.INFO]) == 1
