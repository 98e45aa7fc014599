"""Sums over cells of tables: what a message shows of them."""

from __future__ import annotations

import pytest

from jslint import engine, pack, readers

HEAD = "2024年度\n云岭市水文站\n单位决算\n\n支出决算表\n单位：万元\n科目编码\t科目名称\t合计\n\t合计\t999.00\n"


@pytest.mark.parametrize(("parts", "rest"), [(2, ""), (12, ""), (13, "+…")])
def test_a_message_lists_twelve_parts(parts: int, rest: str) -> None:
    """The classes 201, 202, … have 1, 2, … 万元."""
    rows = "".join(f"{201 + at}\t第{at}类支出\t{at + 1}.00\n" for at in range(parts))
    report = readers.read("a.txt", (HEAD + rows).encode())

    (found,) = engine.lint(report, pack.load(["mof"])).diagnostics

    listed = "+".join(f"{at + 1}.00" for at in range(min(parts, 12)))
    total = sum(range(1, parts + 1))
    assert f"各分项 {listed}{rest} 合计 {total}.00，" in found.message
