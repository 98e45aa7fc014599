"""Tests of the kinds about marks: brackets, halfwidth and ending."""

from __future__ import annotations

import pytest
from text_rules import diagnostics, excerpts, outcomes, rule

from jslint.diagnostic import Holds

HEAD = "一、主要职能\n"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param("收入（含结转10.00万元。", ["（含结转10.00万元。"], id="opened, not closed"),
        pytest.param("收入含结转）10.00万元。", ["收入含结转）"], id="closed, not opened"),
        pytest.param("收入（类)和支出(类）各10.00万元。", [], id="half-width closes full-width"),
        pytest.param("分为1）收入；2）支出；（一）其他。", [], id="numbers of items"),
        pytest.param("a）收入，十二）支出。", [], id="letters and numerals of items"),
        pytest.param(
            "“三公”经费10.00万元，“一卡通费用1.00万元。", ["“一卡通费用1.00万元。"], id="quotation"
        ),
        pytest.param("根据预算法》编制，《会计法》另有规定。", ["根据预算法》"], id="title mark"),
        pytest.param("收入（含“甲（乙）”）10.00万元。", [], id="nested"),
        pytest.param("甲（乙“丙）丁”戊。", [], id="each kind on its own"),
        pytest.param(
            "甲（乙，丙（丁，戊。", ["（乙，丙（丁，戊。"], id="once a paragraph and kind"
        ),
        pytest.param("他说：“先做规划。\n\n1.再做预算。”", [], id="a quotation over paragraphs"),
        pytest.param('“三公"经费', ['“三公"经费'], id="a straight mark closes no curved one"),
        pytest.param('三公"经费1元，"双随机"', ['费1元，"双随机"'], id="straight marks in pairs"),
        pytest.param('购27"屏幕2台。', [], id="inches"),
        pytest.param('强调："先规划。\n\n1.再预算。"', [], id="straight marks over paragraphs"),
    ],
)
def test_brackets(lines: str, found: list[str]) -> None:
    assert excerpts(rule("brackets"), f"{HEAD}{lines}\n") == found


def test_a_title_keeps_its_marks_to_itself() -> None:
    source = "2024年度\n河源县“三公经费说明\n一、三公”经费\n“三公”经费10.00万元。\n"

    found = diagnostics(rule("brackets"), source)

    assert [one.place.line for one in found] == [2, 3]


def test_brackets_are_not_paired_over_sections() -> None:
    source = "一、职能\n收入（含结转10.00万元。\n二、机构\n内设机构）5个，编制20人。\n"

    found = diagnostics(rule("brackets", message="{bracket}{partner}"), source)

    assert [(one.message, one.place.line, one.place.column) for one in found] == [
        ("（）", 2, 3),
        ("）（", 4, 5),
    ]


FULL = "（甲），（乙），（丙）：收入，支出；结余，结转。\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("卫生健康(类)支出。", ["卫生健康(类)支出"], id="brackets"),
        pytest.param(
            "基本支出:指经费,含公用。", ["基本支出:指经费"], id="colon and comma: one place"
        ),
        pytest.param("时间12:30，比例1:2，1,234.50万元。", [], id="within figures"),
        pytest.param("见http://a.cn/b;c和IT(信息)。", [], id="beside Latin letters"),
        pytest.param("Wi-Fi(无线)、GPS(定位)。", [], id="the partner is beside Latin letters"),
    ],
)
def test_halfwidth(line: str, found: list[str]) -> None:
    assert excerpts(rule("halfwidth"), f"{HEAD}{FULL}{line}\n") == found


def test_halfwidth_is_one_diagnostic_for_paragraphs_and_one_for_headings() -> None:
    source = f"一、职能\n{FULL}1.收入(类)。\n2.支出(类)，结余(款)。\n(二)职责\n（丁），（戊），（己）。\n"

    found = diagnostics(rule("halfwidth", message="{count}/{paragraphs}"), source)

    assert [(one.place.line, one.message) for one in found] == [(3, "6/2"), (5, "2/1")]


def test_a_report_of_halfwidth_marks_is_left_alone() -> None:
    source = f"{HEAD}收入(类),支出(类),结余(款):结转(项),按规定(办法)执行(（见附件）)。\n"

    assert outcomes(rule("halfwidth"), source) == [Holds("TXT999", ())]


WRONG = "wrong: '；，、'"
FINAL = "final: '。！？；：）”'"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param(
            "一、收入\n收入10.00万元；\n二、支出\n支出10.00万元。\n",
            ["收入10.00万元；"],
            id="before a heading",
        ),
        pytest.param("一、收入\n收入10.00万元，\n", ["收入10.00万元，"], id="at the end"),
        pytest.param("一、收入\n1.收入10.00万元；\n2.其他1.00万元。\n", [], id="a list goes on"),
        pytest.param("一、收入\n收入如下、\n", [], id="a short label"),
        pytest.param(
            "一、收入\n收入构成如下面所列：\n二、支出\n支出10.00万元。\n", [], id="a colon"
        ),
        pytest.param(
            "一、收入\n收入10.00万元；\n（图1：收入结构图）\n二、支出\n支出10.00万元。\n",
            ["收入10.00万元；"],
            id="a caption between",
        ),
    ],
)
def test_unfinished_sections(source: str, found: list[str]) -> None:
    assert excerpts(rule("ending", WRONG), source) == found


ITEMS = "1.负责全县水利工程的建设，组织编制规划。\n2.负责水资源的统一管理，实行监督{}\n3.负责防汛抗旱工作，组织应急演练。\n"


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        pytest.param(HEAD + ITEMS.format(""), [3], id="siblings have a full stop"),
        pytest.param(HEAD + ITEMS.format("。"), [], id="all have one"),
        pytest.param(
            HEAD + "1.负责建设，编制全县的水利规划\n2.负责全县水资源管理，实行监督\n",
            [],
            id="none has one",
        ),
        pytest.param(HEAD + ITEMS.format("：甲、乙、丙、丁）"), [], id="a bracket ends it"),
    ],
)
def test_missing_full_stop(source: str, lines: list[int]) -> None:
    assert [one.place.line for one in diagnostics(rule("ending", FINAL), source)] == lines


def test_an_ending_may_be_ignored() -> None:
    assert (
        excerpts(
            rule("ending", f"{WRONG}\nignore: '^联系人'"), "一、甲\n联系人：张三，李四，王五；\n"
        )
        == []
    )
