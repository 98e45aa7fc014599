"""Output formats: exact text, underlines by terminal cells, nothing unchecked left unsaid."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from jslint.diagnostic import Account, Diagnostic, Related, Result, Seen, Severity, Unchecked
from jslint.document import Place
from jslint.formatters import FORMATS, render
from jslint.formatters.account import percent
from jslint.formatters.places import location, where
from jslint.formatters.terminal import cells, cut, fitting
from jslint.harmful import clean
from jslint.rules.ground.entry import Entry
from jslint.run import Failure, Run

LINE = "基本支出300.00万元，占62.0%；项目支出200.00万元，占38.0%。"
FOUND = Diagnostic(
    rule="PCT101",
    name="share",
    severity=Severity.ERROR,
    message="占比印作62.0%，应为60.0%",
    place=Place(order=(2, 15), line=2, column=15, end_line=2, end_column=20),
    section="三、支出决算情况说明",
    excerpt="62.0%",
    expected="60.0%",
    actual="62.0%",
    related=(Related(Place(line=2, column=5, end_line=2, end_column=13), "300.00\n万元"),),
)
ENTRY = Entry(
    id="PCT101",
    name="share",
    title="占比计算有误",
    severity=Severity.ERROR,
    messages={"zh": "占比"},
    basis="除法",
    english={"basis": "division"},
)
SEEN = (
    Seen(Place(line=2, column=5), "300.00万元", "三、支出", understood=True, checked=True),
    Seen(Place(line=2, column=15), "62.0%", "三、支出", understood=True, checked=True),
    Seen(Place(line=3, column=4), "7人", "", understood=False, checked=False, reason="没有读懂"),
)
RESULT = Result(
    path="报告.txt",
    diagnostics=(FOUND,),
    unchecked=(
        Unchecked("SUM101", "没有合计", Place(line=3, column=1)),
        Unchecked("TIE1", "没有表"),
    ),
    account=Account(SEEN),
    rules=3,
    lines=("三、支出决算情况说明", LINE, "共有7人。"),
)
RUN = Run((RESULT,), inputs=("报告.txt",), width=100, entries={"PCT101": ENTRY})
CLEAN = Run((Result("报告.txt", account=Account(SEEN[:2]), rules=3),), inputs=("报告.txt",))

DIAGNOSTIC_TEXT = """\
报告.txt:2:15: 错误[PCT101] 占比印作62.0%，应为60.0%
    2 | 基本支出300.00万元，占62.0%；项目支出200.00万元，占38.0%。
      |                       ^^^^^
      = 应为：60.0%
      = 依据：除法
      = 另见 第2行第5列：300.00万元
"""


def _place(run: Run, place: Place, line: str = LINE, **values: object) -> Run:
    """The run with its one diagnostic moved to another place of another source."""
    found = replace(FOUND, place=place, expected="", related=(), **values)  # type: ignore[arg-type]
    result = replace(RESULT, diagnostics=(found,), lines=tuple(line.split("\n")), account=Account())
    return replace(run, results=(result,), entries={}, quiet=True)


def test_text_shows_the_source_underlined_and_what_was_not_checked() -> None:
    text = render("text", RUN)

    assert text == DIAGNOSTIC_TEXT + (
        "\n"
        "共 1 个错误、0 个警告、0 个提示；检查了 1 个文件；数字 3 个，已核对 2 个。\n"
        "另有 2 处规则未能应用（用 --show-skipped 查看）；1 个数字未核对（用 --coverage 查看）。\n"
    )


def test_text_in_english() -> None:
    text = render("text", replace(RUN, lang="en"))

    assert text == (
        "报告.txt:2:15: error[PCT101] 占比印作62.0%，应为60.0%\n"
        "    2 | 基本支出300.00万元，占62.0%；项目支出200.00万元，占38.0%。\n"
        "      |                       ^^^^^\n"
        "      = expected: 60.0%\n"
        "      = basis: division\n"
        "      = see line 2, column 5: 300.00万元\n"
        "\n"
        "errors: 1, warnings: 0, infos: 0; files checked: 1; figures: 3, checked: 2.\n"
        "rules not applied in places: 2 (see --show-skipped); "
        "figures not checked: 1 (see --coverage).\n"
    )


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        pytest.param(CLEAN, "未发现问题；检查了 1 个文件；数字 2 个，已核对 2 个。\n", id="clean"),
        pytest.param(replace(CLEAN, quiet=True), "", id="clean and quiet: nothing"),
        pytest.param(replace(RUN, quiet=True), DIAGNOSTIC_TEXT, id="quiet: diagnostics alone"),
        pytest.param(
            Run((), (Failure("a.txt", "没有这个文件"),)),
            "没有检查任何文件；1 个文件未能读取。\n",
            id="nothing read is not nothing found",
        ),
        pytest.param(
            replace(CLEAN, failures=(Failure("b.txt", "没有这个文件"),)),
            "未发现问题；检查了 1 个文件；数字 2 个，已核对 2 个；1 个文件未能读取。\n",
            id="one clean, one unreadable",
        ),
        pytest.param(
            Run((Result("扫描.pdf", unread=((Place(page=3), "扫描页"),)),)),
            "扫描.pdf:p3: 注意：扫描页\n未发现问题；检查了 1 个文件。\n",
            id="what the reader could not read is said",
        ),
    ],
)
def test_text_summary(run: Run, expected: str) -> None:
    assert render("text", run) == expected


def test_text_lists_what_was_not_checked_on_demand() -> None:
    text = render("text", replace(RUN, skipped=True, coverage=True, results=(
        replace(RESULT, diagnostics=()),
    )))  # fmt: skip

    assert text.splitlines()[:8] == [
        "未能应用的规则：2 处",
        "  SUM101: 没有合计（报告.txt:3:1）",
        "  TIE1: 没有表（报告.txt）",
        "",
        "覆盖情况：数字 3 个（文字 3 个，表格 0 个），读懂 66.6%，已核对 66.6%",
        "  报告.txt:3:4: 未读懂 7人：没有读懂",
        "",
        "未发现问题；检查了 1 个文件；数字 3 个，已核对 2 个。",
    ]


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        pytest.param("zh", "另见 第2行第5列：收入合计", id="in Chinese blanks are layout"),
        pytest.param(
            "en", "see line 2, column 5: the parts of 合计", id="in English they part words"
        ),
    ],
)
def test_text_shows_the_words_of_another_place_on_one_line(lang: str, shown: str) -> None:
    words = {"zh": "收入\n合  计", "en": "the parts\n of  合计"}[lang]
    found = replace(FOUND, related=(Related(Place(line=2, column=5), words),))

    text = render("text", replace(RUN, lang=lang, results=(replace(RESULT, diagnostics=(found,)),)))

    assert f"      = {shown}\n" in text


def test_text_names_few_of_many_related_places() -> None:
    many = replace(FOUND, related=FOUND.related * 7)

    text = render("text", replace(RUN, results=(replace(RESULT, diagnostics=(many,)),)))

    assert text.count("另见") == 4
    assert "      = 另有 3 处相关\n" in text


def test_text_colours_by_severity() -> None:
    text = render("text", replace(RUN, color=True, quiet=True))

    assert "\x1b[31;1m错误[PCT101]\x1b[0m" in text
    assert "|                       \x1b[31;1m^^^^^\x1b[0m\n" in text


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        pytest.param("abc 12.0 d", 5, 9, ("abc 12.0 d", "    ^^^^"), id="narrow characters"),
        pytest.param("占１２％多", 2, 5, ("占１２％多", "  ^^^^^^"), id="full-width digits"),
        pytest.param(
            "\u3000\u3000占9%。", 4, 6, ("\u3000\u3000占9%。", "      ^^"), id="full-width indent"
        ),
        pytest.param("\t占9%。", 3, 5, (" 占9%。", "   ^^"), id="a tab is one cell"),
        pytest.param(
            "e\u0301占9%", 4, 6, ("e\u0301占9%", "   ^^"), id="a combining mark takes no cell"
        ),
        pytest.param("“三公”9", 5, 6, ("“三公”9", "      ^"), id="quotes take one cell"),
        pytest.param(
            "占9%", 9, 12, ("占9%", "    ^"), id="a place behind the line: one caret at its end"
        ),
        pytest.param("占9%", 2, 99, ("占9%", " " * 2 + "^^"), id="a place that runs over the line"),
        pytest.param("占\x1b[31m9", 7, 8, ("占�[31m9", "       ^"), id="no control characters"),
        pytest.param("占\u202e9", 3, 4, ("占�9", "   ^"), id="no bidirectional controls"),
    ],
)
def test_underline_is_under_the_words(
    line: str, column: int, end: int, expected: tuple[str, str]
) -> None:
    place = Place(line=1, column=column, end_line=1, end_column=end)

    shown = render("text", _place(RUN, place, line)).split("\n")

    assert shown[1:3] == [f"    1 | {expected[0]}", f"      | {expected[1]}"]


LONG = "甲" * 60 + "占62.0%" + "乙" * 60


@pytest.mark.parametrize(
    ("line", "start", "width", "source", "marks"),
    [
        pytest.param(LONG, 61, 48, "…" + "甲" * 10 + "占62.0%" + "乙" * 5 + "…", " " * 23 + "^" * 5,
                     id="cut on both sides"),
        pytest.param("甲" * 3 + "占62.0%" + "乙" * 60, 4, 48,
                     "甲" * 3 + "占62.0%" + "乙" * 12 + "…", " " * 8 + "^" * 5,
                     id="cut at the end only"),
        pytest.param("甲" * 60 + "占62.0%乙", 61, 48,
                     "…" + "甲" * 14 + "占62.0%乙", " " * 31 + "^" * 5,
                     id="cut at the beginning only"),
    ],
)  # fmt: skip
def test_long_lines_are_cut_around_the_words(
    line: str, start: int, width: int, source: str, marks: str
) -> None:
    place = Place(line=1, column=start + 1, end_line=1, end_column=start + 6)

    shown = render("text", replace(_place(RUN, place, line), width=width)).split("\n")

    assert shown[1:3] == [f"    1 | {source}", f"      | {marks}"]
    assert cells(shown[1]) <= width


def test_words_wider_than_the_terminal_are_cut() -> None:
    place = Place(line=1, column=1, end_line=1, end_column=61)

    shown = render("text", replace(_place(RUN, place, "甲" * 60), width=48)).split("\n")

    assert shown[1:3] == [f"    1 | {'甲' * 19}…", f"      | {'^' * 38}"]


def test_words_over_several_lines_are_underlined_on_each() -> None:
    place = Place(line=1, column=3, end_line=3, end_column=4)

    shown = render("text", _place(RUN, place, "收入100\n\n  0.5万元。")).split("\n")

    assert shown[1:6] == [
        "    1 | 收入100",
        "      |     ^^^",
        "    3 |   0.5万元。",
        "      |   ^",
        "",
    ]


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        pytest.param(Place(page=3), "报告.txt:p3", id="page"),
        pytest.param(Place(sheet="收入", cell="B7"), "报告.txt:收入!B7", id="sheet and cell"),
        pytest.param(Place(paragraph=12), "报告.txt:¶12", id="paragraph"),
        pytest.param(Place(), "报告.txt", id="nowhere"),
        pytest.param(
            Place(line=2, column=3, path="附表.txt"), "附表.txt:2:3", id="in another file"
        ),
    ],
)
def test_places_without_a_line_at_hand_show_the_words(place: Place, shown: str) -> None:
    text = render("text", _place(RUN, place))

    assert where("报告.txt", place) == shown
    assert text.split("\n")[:2] == [f"{shown}: 错误[PCT101] {FOUND.message}", "      | 62.0%"]


def test_concise_is_one_line_a_diagnostic() -> None:
    found = replace(FOUND, message="两行\n的\x1b消息", severity=Severity.WARNING)

    text = render("concise", replace(RUN, results=(replace(RESULT, diagnostics=(FOUND, found)),)))

    assert text == (
        "报告.txt:2:15: error[PCT101] 占比印作62.0%，应为60.0%\n"
        "报告.txt:2:15: warning[PCT101] 两行 的�消息\n"
    )


def test_json_has_the_published_members() -> None:
    failed = Failure("缺.txt", "没有这个文件", "请检查路径")

    whole = json.loads(
        render("json", replace(RUN, failures=(failed,), inputs=("缺.txt", "报告.txt")))
    )

    assert whole["version"] == 1
    assert whole["tool"]["name"] == "jslint"
    assert whole["inputs"] == ["缺.txt", "报告.txt"]
    assert whole["errors"] == [
        {"path": "缺.txt", "message": "没有这个文件", "remedy": "请检查路径"}
    ]
    assert whole["summary"] == {"error": 1, "warning": 0, "info": 0, "suppressed": 0}
    assert whole["diagnostics"] == [
        {
            "rule": "PCT101",
            "name": "share",
            "severity": "error",
            "message": "占比印作62.0%，应为60.0%",
            "path": "报告.txt",
            "location": {"line": 2, "column": 15, "end_line": 2, "end_column": 20},
            "section": "三、支出决算情况说明",
            "excerpt": "62.0%",
            "expected": "60.0%",
            "actual": "62.0%",
            "related": [
                {
                    "path": "报告.txt",
                    "location": {"line": 2, "column": 5, "end_line": 2, "end_column": 13},
                    "excerpt": "300.00\n万元",
                }
            ],
            "also": [],
            "cause": None,
            "fix": None,
            "url": None,
            "explain": "jslint explain PCT101",
        }
    ]


def test_json_accounts_for_what_was_not_checked() -> None:
    coverage = json.loads(render("json", RUN))["coverage"]

    assert coverage == {
        "figures": 3,
        "understood": 2,
        "checked": 2,
        "narrative": {"figures": 3, "checked": 2},
        "cells": {"figures": 0, "checked": 0},
        "unchecked": [
            {
                "path": "报告.txt",
                "location": {"line": 3, "column": 4},
                "text": "7人",
                "section": "",
                "understood": False,
                "name": "",
                "table": None,
                "row": "",
                "column": "",
                "reason": "没有读懂",
            }
        ],
        "rules_not_applied": [
            {
                "path": "报告.txt",
                "rule": "SUM101",
                "reason": "没有合计",
                "location": {"line": 3, "column": 1},
            },
            {"path": "报告.txt", "rule": "TIE1", "reason": "没有表", "location": {}},
        ],
        "tables": [],
        "unread": [],
    }


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(Place(line=1, column=2), {"line": 1, "column": 2}, id="text"),
        pytest.param(Place(page=2, box=(1.0, 2.0, 3.0, 4.5)),
                     {"page": 2, "box": [1.0, 2.0, 3.0, 4.5]}, id="pdf"),
        pytest.param(Place(sheet="收入", cell="B7"), {"sheet": "收入", "cell": "B7"}, id="xlsx"),
        pytest.param(Place(paragraph=4), {"paragraph": 4}, id="docx"),
        pytest.param(Place(), {}, id="nowhere"),
    ],
)  # fmt: skip
def test_location_has_only_the_coordinates_present(
    place: Place, expected: dict[str, object]
) -> None:
    assert location(place) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_in_a_newline_and_says_nothing_of_nothing(name: str) -> None:
    assert render(name, RUN).endswith("\n")
    assert not render(name, RUN).endswith("\n\n")


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        pytest.param(0, 0, "-", id="no figures"),
        pytest.param(1, 1, "100.0%", id="all"),
        pytest.param(9999, 10000, "99.9%", id="not quite all is not 100 %"),
        pytest.param(1, 3, "33.3%", id="cut off"),
    ],
)
def test_percent(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("7.20", 4, id="ascii"),
        pytest.param("决算", 4, id="Chinese"),
        pytest.param("（２）", 6, id="full-width"),
        pytest.param("㐀", 2, id="rare character"),
        pytest.param("①Ⅱ…", 3, id="ambiguous characters are narrow"),
        pytest.param("e\u0301", 1, id="combining"),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        pytest.param("决算", 4, "决算", id="fits"),
        pytest.param("决算数", 5, "决算…", id="cut between characters"),
        pytest.param("决算数", 4, "决…", id="no half character"),
    ],
)
def test_cut(text: str, room: int, shown: str) -> None:
    assert cut(text, room) == shown
    assert fitting(text, room) <= len(text)


def test_clean_keeps_every_column() -> None:
    dirty = "a\x00\x1b\x9b\u202e\u2066\ufeff\tb"

    assert clean(dirty) == "a������ b"
