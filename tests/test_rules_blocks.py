"""Tests of the kinds for forms with heads between their rows, such as a self-appraisal form."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec import structs
from text_rules import context

from jslint import pack, spoken, tree
from jslint.diagnostic import Diagnostic, Holds, Unchecked
from jslint.rules.bench import blocks
from jslint.document import EMPTY
from jslint.rules.ground import options
from jslint.rules.ground.context import Context

TITLE = "附件\n项目支出绩效自评表\n"
FUNDS = "预算执行\t资金（万元）\t年初预算\t全年预算\t执行数\t执行率\t权重\t得分\n"
AIMS = "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t完成值\t权重\t得分\n"
IDS = ("SUM261", "SUM262", "SUM263", "PCT307", "CNT261", "CNT262")


@cache
def _rules():
    return [rule for rule in pack.load(["mof"]).rules if rule.entry.id in IDS]


def _outcomes(source: str):
    found = context(TITLE + source)
    return [spoken.outcome(one, "zh") for rule in _rules() for one in rule.check(found)]


def _said(source: str) -> list[tuple[str, str, str]]:
    return [
        (one.rule, one.excerpt, one.expected)
        for one in _outcomes(source)
        if isinstance(one, Diagnostic)
    ]


def _row(name: str, *cells: str) -> str:
    return "\t".join(("", name, *cells)) + "\n"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param(
            FUNDS + _row("总额", "80.00", "90.00", "45.00", "50.00%", "10", "5"),
            [],
            id="of the budget that was adjusted",
        ),
        pytest.param(
            FUNDS + _row("总额", "80.00", "90.00", "44.00", "55.00%", "10", "5"),
            [],
            id="or of the first, if that fits",
        ),
        pytest.param(
            FUNDS + _row("总额", "80.00", "90.00", "45.00", "51.00%", "10", "5"),
            [("PCT307", "总额 51.00%", "50.00%")],
            id="of none",
        ),
        pytest.param(
            FUNDS + _row("总额", "0.00", "0.00", "0.00", "0.00%", "10", "0"),
            [],
            id="nothing of nothing",
        ),
        pytest.param(
            FUNDS + _row("总额", "80.00", "90.00", "45.00", "51.00", "10", "5"),
            [],
            id="a rate without its sign is not taken for one",
        ),
        pytest.param(
            FUNDS
            + _row("总额", "80.00", "91.00", "45.50", "50.00%", "10", "5")
            + _row("其中：财政资金", "80.00", "80.00", "40.00", "50.00%", "/", "/")
            + _row("其他资金", "", "10.00", "5.50", "55.00%", "—", "—"),
            [("SUM263", "总额 91.00", "90.00")],
            id="sources that do not add up, blanks and dashes among them",
        ),
        pytest.param(
            FUNDS
            + _row("总额", "80.00", "91.00", "45.50", "50.00%", "10", "5")
            + _row("其中：财政资金", "80.00", "80.00", "40.00", "50.00%", "/", "/")
            + _row("其中：省级资金", "30.00", "30.00", "20.00", "66.67%", "/", "/")
            + _row("其他资金", "0.00", "10.00", "5.50", "55.00%", "/", "/"),
            [],
            id="sources within sources are not added",
        ),
        pytest.param(
            AIMS
            + _row("产出", "数量", "栽树", "≥90棵", "80棵", "50", "50")
            + _row("效益", "生态", "成活率", "≥90%", "95%", "50", "40")
            + "合计\t\t\t\t\t\t100\t90\n",
            [("CNT262", "栽树 80", "")],
            id="a target missed and yet a full score",
        ),
        pytest.param(
            AIMS + _row("产出", "数量", "用时", "≤90天", "95天", "50", "45"),
            [],
            id="a target missed and points lost",
        ),
        pytest.param(
            AIMS + _row("产出", "数量", "用时", "<90天", "90天", "50", "50"),
            [("CNT262", "用时 90", "")],
            id="a target that must be passed",
        ),
        pytest.param(
            AIMS + _row("产出", "数量", "用时", "≤3个月", "95天", "50", "50"),
            [],
            id="what counts other things is not compared",
        ),
        pytest.param(
            AIMS + _row("产出", "数量", "栽树", "90棵", "80棵", "50", "50"),
            [],
            id="a target that does not say how it binds",
        ),
        pytest.param(
            AIMS + _row("产出", "数量", "栽树", "≥90棵", "95棵", "50", "55"),
            [("CNT261", "栽树 55", "")],
            id="more than the full score",
        ),
        pytest.param(
            FUNDS
            + _row("总额", "80.00", "90.00", "45.00", "50.00%", "10", "5.5")
            + AIMS
            + _row("产出", "数量", "栽树", "≥90棵", "95棵", "50", "50")
            + _row("效益", "生态", "成活率", "≥90%", "95%", "40", "40")
            + "合计\t\t\t\t\t\t100\t95\n",
            [("SUM262", "合计 95", "95.5")],
            id="points are exact",
        ),
        pytest.param(
            FUNDS
            + _row("总额", "80.00", "90.00", "45.00", "50.00%", "10", "5.5")
            + AIMS
            + _row("产出", "数量", "栽树", "≥90棵", "95棵", "90", "90")
            + "合计\t\t\t\t\t\t100\t96\n",
            [],
            id="but their sum may be rounded",
        ),
        pytest.param(
            AIMS
            + _row("产出", "数量", "栽树", "≥90棵", "95棵", "60", "60")
            + _row("满意", "游客满意度", "≥90%", "95%", "40", "40")  # a column is missing
            + "合计\t\t\t\t\t\t100\t100\n",
            [],
            id="a row that has slipped aside is not added",
        ),
    ],
)
def test_blocks(source: str, found: list[tuple[str, str, str]]) -> None:
    assert _said(source) == found


def _page(score: str) -> str:
    return (
        FUNDS
        + _row("总额", "80.00", "90.00", "45.00", "50.00%", "10", "5")
        + AIMS
        + _row("产出", "数量", "栽树", "≥90棵", "95棵", "90", score)
        + "合计\t\t\t\t\t\t100\t95\n"
    )


@pytest.mark.parametrize(("score", "found"), [("90", []), ("89", ["SUM262"])])
def test_a_form_that_goes_on_over_a_page_is_one(score: str, found: list[str]) -> None:
    one = context(TITLE + _page(score))
    (table,) = [located.block for located in one.tables]
    rows = table.rows
    parts = [
        structs.replace(table, rows=rows[:2]),
        structs.replace(table, rows=rows[2:], title=EMPTY),
    ]
    section = structs.replace(one.tables[0].path[-1], blocks=tuple(parts))
    split = Context(structs.replace(one.report, sections=(section,)))

    every = (spoken.outcome(one, "zh") for rule in _rules() for one in rule.check(split))
    said = [one for one in every if isinstance(one, Diagnostic)]

    assert [one.rule for one in said] == found


@pytest.mark.parametrize(
    ("total", "found"),
    [
        pytest.param("100", [], id="all blocks"),
        pytest.param("90", [], id="the last block"),
        pytest.param("95", [("SUM261", "合计 95", "100")], id="neither"),
    ],
)
def test_the_total_may_be_of_the_last_block_alone(
    total: str, found: list[tuple[str, str, str]]
) -> None:
    source = (
        FUNDS
        + _row("总额", "80.00", "90.00", "45.00", "50.00%", "10", "")
        + AIMS
        + _row("产出", "数量", "栽树", "≥90棵", "95棵", "60", "")
        + _row("效益", "生态", "成活率", "≥90%", "95%", "30", "")
        + f"合计\t\t\t\t\t\t{total}\t\n"
    )

    assert [one for one in _said(source) if one[0] == "SUM261"] == found


def test_one_form_after_another_has_its_own_total() -> None:
    first, second = (
        AIMS
        + _row("产出", "数量", "栽树", "≥90棵", "95棵", "60", "60")
        + _row("效益", "生态", "成活率", "≥90%", "95%", "40", score)
        + "合计\t\t\t\t\t\t100\t100\n"
        for score in ("40", "39")
    )

    assert _said(first + second) == [("SUM262", "合计 100", "99")]


def test_figures_under_such_heads_count_as_checked() -> None:
    source = (
        FUNDS
        + _row("总额", "80.00", "90.00", "45.00", "50.00%", "10", "5")
        + AIMS
        + _row("产出", "数量", "栽树", "≥90棵", "95棵", "90", "90")
        + "合计\t\t\t\t\t\t100\t95\n"
    )
    held = [one for one in _outcomes(source) if isinstance(one, Holds)]

    assert {one.rule for one in held} == {"SUM261", "SUM262", "PCT307", "CNT261", "CNT262"}
    assert all(len(one.relation.operands) == len(one.figures) > 1 for one in held)


def test_a_row_without_its_figure_is_said_to_stop_the_sum() -> None:
    source = (
        AIMS
        + _row("产出", "数量", "栽树", "≥90棵", "95棵", "60", "")
        + _row("效益", "生态", "成活率", "≥90%", "95%", "40", "40")
        + "合计\t\t\t\t\t\t100\t100\n"
    )

    (open_,) = [one for one in _outcomes(source) if isinstance(one, Unchecked)]

    assert (open_.rule, open_.reason) == ("SUM262", "栽树：有一个分项没有数字")


def test_forms_are_found_by_patterns_of_which_no_words_are_known():
    found = context(TITLE + FUNDS + _row("总额", "80.00", "90.00", "45.00", "50.00%", "10", "5"))
    unknown, known, other = (
        options.pattern(tree.parse(f"'{one}'", "a.yaml")) for one in ("^..$", "执行数", "指标值")
    )

    ((block,),) = blocks.forms(found, (known, unknown))

    assert options.words(unknown) is None
    assert [line.name for line in block.lines] == ["总额"]
    assert list(blocks.forms(found, (unknown, other))) == []
