"""Names that a narrow cell cut off in print."""

from __future__ import annotations

import pytest
from pdf_pages import LANDSCAPE, Page
from pdf_reports import made

from jslint.rules.ground.context import Context

HEAD = ["科目编码", "科目名称", "合计"]
XS = (54, 154, 404, 504)


def named(*tables: list[list[str]], said: str = "") -> list[str]:
    pages = []
    for rows in tables:
        page = Page(LANDSCAPE).write(300, 70, "一般公共预算财政拨款支出决算表", 16)
        pages.append(page.write(54, 92, "单位：万元", 10).table([HEAD, *rows], XS, 100))
    last = Page(LANDSCAPE).write(54, 70, said or "无。", 10)
    context = Context(made(*pages, last))
    return [line.name for ledger in context.ledgers for line in ledger.lines if line.code]


CUT, FULL = "机关事业单位基本养老", "机关事业单位基本养老保险缴费支出"


def test_a_name_is_that_of_the_other_row_with_its_code() -> None:
    assert named([["2080505", CUT, "9.00"]], [["2080505", FULL, "9.00"]]) == [FULL, FULL]


def test_a_name_is_the_one_that_the_narrative_begins_so() -> None:
    said = f"主要包括：基本工资、{FULL}、奖金、住房公积金。"

    assert named([["2080505", CUT, "9.00"]], said=said) == [FULL]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(f"主要包括：{CUT}、{FULL}、奖金、住房公积金。", id="the name itself is said"),
        pytest.param(f"主要包括：{CUT}金、{CUT}费、奖金、住房公积金。", id="two begin so"),
    ],
)
def test_a_name_stays_where_it_is_not_certain(said: str) -> None:
    assert named([["2080505", CUT, "9.00"]], said=said) == [CUT]
