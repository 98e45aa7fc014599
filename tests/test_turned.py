"""Tables that print as rows what the form prints as columns, and corners that name the unit."""

from __future__ import annotations

import pytest

from jslint import engine, pack, readers

_NAMES = (
    ("合计", "合计"),
    ("因公出国（境）费", "因公出国（境）费"),
    ("公务用车购置及运行维护费", "小计"),
    ("公务用车购置及运行维护费", "公务用车购置费"),
    ("公务用车购置及运行维护费", "公务用车运行维护费"),
    ("公务接待费", "公务接待费"),
)
_BUDGET = ("13.00", "0", "7.21", "0", "7.21", "5.79")
_SPENT = ("11.00", "0", "6.21", "0", "6.21", "4.79")


def _report(spent: tuple[str, ...], head: str = "") -> str:
    rows = [
        f"{what}\t{above}\t{below}\t{figure}"
        for what, figures in (("预算数", _BUDGET), ("决算数", spent))
        for (above, below), figure in zip(_NAMES, figures, strict=True)
    ]
    lines = ["财政拨款“三公”经费支出决算表", "单位：万元", *filter(None, [head]), *rows]
    return "清河县档案馆2023年度单位决算\n\n" + "\n".join(lines) + "\n"


def _findings(text: str) -> list[tuple[str, str]]:
    report = readers.read("report.txt", text.encode())
    result = engine.lint(report, pack.load(pack.choose(report)))
    return [(one.rule, one.actual) for one in result.diagnostics if one.rule.startswith("SUM")]


@pytest.mark.parametrize("head", ["", "项目\t项目\t项目\t金额"])
def test_columns_printed_as_rows_add_up(head: str) -> None:
    assert _findings(_report(_SPENT, head)) == []


def test_a_slip_in_such_a_table_is_found_where_it_is() -> None:
    slip = (*_SPENT[:-1], "4.97")

    assert _findings(_report(slip)) == [("SUM305", "4.97")]


_CORNER = """\
清河县档案馆2023年度单位决算

三、支出决算情况说明
2023年度本年支出合计{said}万元。

支出决算表
{corner}\t本年支出合计\t基本支出\t项目支出
合计\t100.00\t60.00\t40.00
教育支出\t100.00\t60.00\t40.00
"""


@pytest.mark.parametrize("corner", ["项目 单位：万元", "项目（单位：万元）"])
@pytest.mark.parametrize(("said", "found"), [("100.00", []), ("101.00", ["TIE303"])])
def test_a_corner_may_name_the_unit_of_its_table(corner: str, said: str, found: list[str]) -> None:
    text = _CORNER.format(said=said, corner=corner)
    report = readers.read("report.txt", text.encode())

    result = engine.lint(report, pack.load(pack.choose(report)))

    assert [one.rule for one in result.diagnostics if one.rule.startswith("TIE")] == found
