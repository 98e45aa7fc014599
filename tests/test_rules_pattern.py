"""Tests of the kinds that search for words: pattern, year and repetition."""

from __future__ import annotations

import re

import pytest
from text_rules import COVER, diagnostics, excerpts, outcomes, rule

from jslint import pack
from jslint.diagnostic import Holds, Unchecked
from jslint.errors import PackError

BODY = "一、收入决算情况说明\n本年收入合计10.00万元，较上一度增加；支出较上一度减少。\n"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        pytest.param("patterns: 较上一度", ["较上一度", "较上一度"], id="every place"),
        pytest.param("patterns: [较上, 上一度增加]", ["较上", "较上"], id="overlapping words once"),
        pytest.param("patterns: '收入(?P<at>合计)'", ["合计"], id="the group at marks the words"),
        pytest.param("patterns: 较上一度\nper: paragraph", ["较上一度"], id="once a paragraph"),
        pytest.param("patterns: 较上一度\nunless: '上一度增加'", ["较上一度"], id="an exception"),
        pytest.param("patterns: 收入\nroles: [heading]", ["收入"], id="headings only"),
        pytest.param("patterns: 较上\nwithin: 支出", [], id="not in these sections"),
        pytest.param("patterns: 较上\noutside: 收入决算", [], id="outside of its section"),
        pytest.param("patterns: '情况说明\\s本年'", [], id="never across two paragraphs"),
        pytest.param(
            "patterns: '(?:情况说明\\s)?本年收入'",
            ["本年收入"],
            id="words that a match across two paragraphs would hide",
        ),
        pytest.param("patterns: '^本年收入'", ["本年收入"], id="a paragraph's beginning"),
        pytest.param("patterns: '(?:减少。)$'", ["减少。"], id="a paragraph's end"),
        pytest.param("patterns: 'x*'", [], id="empty matches are none"),
    ],
)
def test_words_found(options: str, found: list[str]) -> None:
    assert excerpts(rule("pattern", options), BODY) == found


def test_one_diagnostic_a_report_names_all_places() -> None:
    checked = rule("pattern", "patterns: 较上一度\nper: report", "{count}处“{words}”")

    (found,) = diagnostics(checked, BODY)

    assert found.message == "2处“较上一度”"
    assert (found.place.line, found.place.column) == (2, 15)
    assert [(related.place.line, related.place.column) for related in found.related] == [(2, 24)]


def test_what_should_stand_there_quotes_groups() -> None:
    options = "patterns:\n  - {find: '(?P<at>(?P<word>较)上一度增)', expect: '{word}上一年度增'}"

    (found,) = diagnostics(rule("pattern", options), BODY)

    assert (found.excerpt, found.expected) == ("较上一度增", "较上一年度增")


def test_cells_are_searched_where_asked_for() -> None:
    source = "第四部分 附件\n项目名称\tXX系统\n实施单位\t信息科\n金额\t12.00\n"

    assert excerpts(rule("pattern", "patterns: XX"), source) == []
    assert excerpts(rule("pattern", "patterns: XX\nroles: cell"), source) == ["XX"]


GRID = "第四部分 决算表\n项目\n行次\n支出合计\n31\n0.00\n教育支出\n32\n3,300.00\n"


def test_a_table_of_one_cell_a_line_is_no_prose() -> None:
    assert excerpts(rule("pattern", "patterns: '支出\\d+'"), GRID) == []
    (found,) = diagnostics(rule("pattern", "patterns: 教育支出\nroles: cell"), GRID)

    assert (found.place.line, found.place.column) == (7, 1)


def test_a_line_is_a_title_that_was_joined_with_what_follows() -> None:
    source = (
        "一、决算公开\n河源县2024年度“三公”经费决算情况说明\n"
        "根据有关规定，现将2024年度“三公”经费决算公开如下，另见附表说明\n"
    )

    (found,) = diagnostics(rule("pattern", "patterns: '说明$'\nroles: line"), source)

    assert (found.place.line, found.excerpt) == (2, "说明")


def test_nothing_found_holds_and_no_section_is_nothing_to_check() -> None:
    assert outcomes(rule("pattern", "patterns: 占位"), BODY) == [Holds("TXT999", ())]
    assert outcomes(rule("pattern", "patterns: 占位\nwithin: 附件"), BODY) == []


@pytest.mark.parametrize(
    ("options", "line", "words"),
    [
        pytest.param("patterns: '(未完'", 12, r"missing \): \(未完$", id="bad pattern"),
        pytest.param(
            "patterns:\n  - {find: 甲, expect: '{word}'}", 13, "unknown group", id="unknown group"
        ),
        pytest.param("patterns:\n  - {expect: 乙}", 13, "needs 'find'", id="nothing to find"),
        pytest.param("patterns: 甲\nroles: [footer]", 13, "expected one of", id="unknown role"),
        pytest.param("patterns: 甲\nper: page", 13, "expected one of", id="unknown grouping"),
    ],
)
def test_a_bad_option_is_refused_at_its_place(options: str, line: int, words: str) -> None:
    with pytest.raises(PackError) as caught:
        rule("pattern", options)

    assert re.search(words, caught.value.told("en"))
    assert caught.value.line == line


def test_hostile_text_takes_linear_time() -> None:
    checked = rule("pattern", "patterns: '(甲*)*乙'\nunless: '(甲|甲甲)*丙'")

    assert excerpts(checked, "一、情况\n" + "甲" * 20_000 + "。\n") == []


NUMBERED = "patterns: '(?P<at>(?P<year>[0-9〇一二三四五六七八九]{4})\\s*年度)'"


@pytest.mark.parametrize(
    ("options", "sentence", "found"),
    [
        pytest.param(
            NUMBERED, "2023年度收入10.00万元。", [("2023年度", "2024年度")], id="last year"
        ),
        pytest.param(NUMBERED, "2024年度收入10.00万元。", [], id="this year"),
        pytest.param(
            NUMBERED,
            "二〇二三年度收入10.00万元。",
            [("二〇二三年度", "二〇二四年度")],
            id="in Chinese",
        ),
        pytest.param(
            f"{NUMBERED}\nprior: true",
            "与2022年度相比持平。",
            [("2022年度", "2023年度")],
            id="prior",
        ),
        pytest.param(f"{NUMBERED}\nprior: true", "与2023年度相比持平。", [], id="the year before"),
        pytest.param(
            f"{NUMBERED}\nprior: true",
            "2021年收入9.00万元，比2020年度增加1.00万元。",
            [],
            id="what the year before is compared with",
        ),
        pytest.param(
            f"{NUMBERED}\nunstated: true",
            "2022年度收入1.00万元。",
            [("2022年度", "2024年度")],
            id="an earlier year alone",
        ),
        pytest.param(
            f"{NUMBERED}\nunstated: true",
            "2022年度收入1.00万元。2024年收入2.00万元。",
            [],
            id="an earlier year beside the report's",
        ),
        pytest.param(
            f"{NUMBERED}\nunstated: true",
            "2022年度收入1.00万元，由2024年公开说明。",
            [],
            id="figure and year in one sentence",
        ),
        pytest.param(
            f"{NUMBERED}\nunstated: true",
            "本年收入2.00万元；2023年收入1.00万元。",
            [],
            id="beside this year's, which the words name",
        ),
        pytest.param(
            f"{NUMBERED}\nunstated: true",
            "2025年度收入1.00万元。",
            [("2025年度", "2024年度")],
            id="a later year alone",
        ),
        pytest.param(
            f"{NUMBERED}\nunstated: true",
            "2023年收入1.00万元。2025年度收入3.00万元。",
            [],
            id="a later year, one of several",
        ),
        pytest.param(
            NUMBERED, "2025年度“三公”经费预算总计3.00万元。", [], id="the budget of the next year"
        ),
        pytest.param(
            NUMBERED,
            "2025年度“三公”经费支出年初预算数为3.00万元。",
            [("2025年度", "2024年度")],
            id="what accounts are measured by",
        ),
        pytest.param(
            f"{NUMBERED}\nprior: true",
            "比上年增加1.00万元，比2019年度减少2.00万元。",
            [],
            id="a further year after the one before",
        ),
        pytest.param(
            f"{NUMBERED}\ntitled: 决算", "2023年度。", [("2023年度", "2024年度")], id="titled"
        ),
        pytest.param(f"{NUMBERED}\ntitled: 预算", "2023年度。", [], id="no title of that kind"),
        pytest.param(
            f"{NUMBERED}\nunless: '与\\d{{4}}年度'", "与2022年度相比持平。", [], id="an exception"
        ),
    ],
)
def test_years(options: str, sentence: str, found: list[tuple[str, str]]) -> None:
    source = f"{COVER}第二部分 2024年度部门决算情况说明\n一、收入决算情况说明\n{sentence}\n"
    checked = rule("year", f"{options}\nroles: body")

    assert [(one.excerpt, one.expected) for one in diagnostics(checked, source)] == found


def test_without_a_year_nothing_is_checked() -> None:
    (outcome,) = outcomes(rule("year", NUMBERED), "一、收入决算情况说明\n本年收入10.00万元。\n")

    assert isinstance(outcome, Unchecked)


CAPTIONS = "roles: caption\npatterns: '(?P<at>图\\s?(?P<number>\\d+)：(?P<title>[^）]+))'"


@pytest.mark.parametrize(
    ("captions", "lines"),
    [
        pytest.param("图2：收入结构图\n（图 2：收入结构图）", [4], id="printed twice"),
        pytest.param("图2：收入结构图\n（图 3：收入结构图）", [], id="another number"),
        pytest.param("图2：收入结构图\n（图 2：支出结构图）", [], id="another title"),
    ],
)
def test_repeated_captions(captions: str, lines: list[int]) -> None:
    source = f"一、收入决算情况说明\n本年收入合计10.00万元，占100%。\n{captions}\n"

    found = diagnostics(rule("repetition", CAPTIONS), source)

    assert [one.place.line for one in found] == lines


def test_all_repetitions_are_one_diagnostic() -> None:
    source = "".join(
        f"{number}、支出决算情况说明\n本年支出10.00万元，占100%。\n图{digit}：结构图\n（图{digit}：结构图）\n"
        for number, digit in (("一", 1), ("二", 2))
    )

    (found,) = diagnostics(rule("repetition", CAPTIONS, "{count}"), source)

    assert found.message == "2"
    assert [related.place.line for related in found.related] == [3, 7, 8]


def test_kinds_take_their_options_from_a_pack() -> None:
    with pytest.raises(PackError, match="没有这个键：pattern"):
        pack.parse(
            "pack: t\ntitle: t\nrules:\n  - {id: T, name: t, title: t, kind: pattern, severity: info,"
            " message: t, reason: t, basis: t, pattern: 甲}\n",
            "t.yaml",
        )
