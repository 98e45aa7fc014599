"""Tests of the kinds about names: unit-name and obsolete-names."""

from __future__ import annotations

import pytest
from text_rules import COVER, diagnostics, outcomes, rule

from jslint.diagnostic import Severity, Unchecked
from jslint.errors import PackError
from jslint.rules.kinds.obsolete import ObsoleteNames

UNIT = "河源县规划和自然资源局"
OPTIONS = (
    "named:\n"
    "  - '(?P<name>\\p{Han}{4,40}?)\\s*\\d{4}\\s*年度?(?:部门|单位)?决算'\n"
    "  - '(?P<name>\\p{Han}{4,40}?)概况$'\n"
    "followed-by: '\\d{4}年|机关运行'"
)


def _variants(source: str) -> list[tuple[str, str]]:
    found = diagnostics(rule("unit-name", OPTIONS, "{variant}/{count}"), source)
    return [(one.message, one.expected) for one in found]


@pytest.mark.parametrize(
    ("sentence", "variants"),
    [
        pytest.param(f"{UNIT}无支出。", [], id="the name itself"),
        pytest.param(
            "河源县规划与自然资源局无支出。",
            ["河源县规划与自然资源局/1"],
            id="one joint for another",
        ),
        pytest.param(
            "河源县规划自然资源局无支出。", ["河源县规划自然资源局/1"], id="a character dropped"
        ),
        pytest.param(
            "河源县规划和自然源资局无支出。", ["河源县规划和自然源资局/1"], id="two swapped"
        ),
        pytest.param(
            "河源县规划和自然资原局机关运行经费1.00万元。",
            ["河源县规划和自然资原局/1"],
            id="a slip in the subject",
        ),
        pytest.param("已报河源县规划和自然资产局审核。", [], id="perhaps another body"),
        pytest.param(f"{UNIT}执法大队无支出。", [], id="a subordinate body"),
        pytest.param("河源县财政局、河源市规划和自然资源局已批复。", [], id="other bodies"),
        pytest.param("县规划和自然资源局、规划局无支出。", [], id="abbreviations in prose"),
        pytest.param(
            "河源县规划与自然资源局无收入，河源县规划与自然资源局无支出。",
            ["河源县规划与自然资源局/2"],
            id="grouped",
        ),
    ],
)
def test_the_name_in_prose(sentence: str, variants: list[str]) -> None:
    source = f"{COVER}一、收入决算情况说明\n{UNIT}2024年度收入10.00万元。\n{sentence}\n"

    assert _variants(source) == [(variant, UNIT) for variant in variants]


@pytest.mark.parametrize(
    ("heading", "variants"),
    [
        pytest.param(f"第三部分 {UNIT}2024年度部门决算情况说明", [], id="the name itself"),
        pytest.param(
            "第三部分河源县自然资源局2024年度部门决算情况说明",
            ["河源县自然资源局/1"],
            id="a part of it",
        ),
        pytest.param(
            "第三部分 规划和自然资源局2024年度部门决算情况说明", [], id="its region left out"
        ),
        pytest.param("第三部分 2024年度部门决算情况说明", [], id="no name"),
        pytest.param("第三部分 本部门2024年度部门决算情况说明", [], id="no name but a word"),
        pytest.param(
            "第三部分 河源县规划与自然资源局概况",
            ["河源县规划与自然资源局/1"],
            id="a variant, once",
        ),
    ],
)
def test_the_name_in_headings(heading: str, variants: list[str]) -> None:
    source = f"{COVER}{heading}\n一、收入决算情况说明\n{UNIT}2024年度收入10.00万元。\n"

    assert _variants(source) == [(variant, UNIT) for variant in variants]


def test_a_slip_on_the_cover_is_named_there() -> None:
    right = "河源县水利工程建设管理中心"
    source = (
        "2024年度\n河源县水利工程建设管理理中心\n单位决算\n一、收入决算情况说明\n"
        f"{right}2024年度收入10.00万元。\n{right}2024年度支出10.00万元。\n"
    )

    (found,) = diagnostics(rule("unit-name", OPTIONS), source)

    assert (found.place.line, found.expected) == (2, right)


def test_without_a_name_nothing_is_checked() -> None:
    (outcome,) = outcomes(rule("unit-name", OPTIONS), "一、收入决算情况说明\n收入10.00万元。\n")

    assert isinstance(outcome, Unchecked)


NAMES = (
    "names:\n"
    "  - {old: [金保工程, 金保], new: 信息化建设}\n"
    "  - {old: 其他补助支出, new: 其他补助}\n"
    "  - {old: 农业支出, new: 农林水支出, keep: 都市农业支出}"
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("金保工程1.00万元。", [("金保工程", "信息化建设", 1)], id="the longest name"),
        pytest.param(
            "金保1.00万元，金保2.00万元。", [("金保", "信息化建设", 2)], id="grouped by name"
        ),
        pytest.param("其他补助1.00万元。", [], id="the new name is part of the old one"),
        pytest.param("其他补助支出1.00万元。", [("其他补助支出", "其他补助", 1)], id="the old one"),
        pytest.param("都市农业支出1.00万元。", [], id="part of a name that is right"),
    ],
)
def test_obsolete_names(sentence: str, found: list[tuple[str, str, int]]) -> None:
    checked = rule("obsolete-names", NAMES, "{count}")

    diagnosed = diagnostics(checked, f"一、支出决算情况说明\n{sentence}\n")

    assert [(one.excerpt, one.expected, int(one.message)) for one in diagnosed] == found


def test_a_name_needs_its_successor() -> None:
    with pytest.raises(PackError, match="每个旧名要写 old 和 new"):
        rule("obsolete-names", "names:\n  - {old: 金保}")


@pytest.mark.parametrize(
    ("printed", "current"),
    [
        pytest.param("文化体育与传媒支出", "文化旅游体育与传媒支出", id="an old name"),
        pytest.param("文化体育 与传媒支出", "文化旅游体育与传媒支出", id="white space"),
        pytest.param("文化旅游体育与传媒支出", "文化旅游体育与传媒支出", id="the new one"),
        pytest.param("教育支出", "教育支出", id="any other"),
    ],
)
def test_what_an_account_is_called_now(printed: str, current: str) -> None:
    checked = rule(
        "obsolete-names", "names:\n  - {old: 文化体育与传媒支出, new: 文化旅游体育与传媒支出}"
    )

    assert isinstance(checked, ObsoleteNames)
    assert checked.names.current(printed) == current


@pytest.mark.parametrize(
    ("cover", "severity"),
    [
        pytest.param("2024年度\n", [Severity.WARNING], id="a later report"),
        pytest.param("2016年度\n", [], id="an earlier report"),
        pytest.param("", [Severity.INFO], id="a year that is not known"),
    ],
)
def test_an_old_name_is_judged_by_the_year(cover: str, severity: list[Severity]) -> None:
    checked = rule("obsolete-names", "names:\n  - {old: 金保, new: 信息化}\nsince: 2019")

    found = diagnostics(checked, f"{cover}一、支出\n金保工程10.00万元。\n")

    assert [one.severity for one in found] == severity
