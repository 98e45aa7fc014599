"""Suppressions: each hides one diagnostic, for a reason, and is never lost from sight."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from jslint import readers
from jslint.cli import renamed, suppressing
from jslint.cli import main
from jslint.diagnostic import Diagnostic, Result, Severity
from jslint.document import Aside, Paragraph, Place, Table
from jslint.limits import DEFAULT
from jslint.suppress import applying, ignorefile
from jslint.suppress.suppression import Suppression, day, of_aside
from jslint.suppress.wording import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.document import Report

WHOLE = "本年支出合计200.00万元，其中：基本支出120.00万元，占60.0%；项目支出80.00万元，占"
WRONG = f"{WHOLE}45.0%。"
REPORT = f"某某局2024年度部门决算\n三、支出决算情况说明\n{WRONG}\n"
TERMS = applying.Terms(date(2026, 6, 1), frozenset({"PCT101", "SUM101", "TXT202"}), tuple)


def aside(words: str, line: int = 3) -> Aside:
    return Aside(words, Place(order=(line, 99), line=line, column=99), (line,), (line + 1,))


def finding(rule: str = "PCT101", line: int = 3, column: int = 1, **values: object) -> Diagnostic:
    place = Place(
        order=(line, column), line=line, column=column, end_line=line, end_column=column + 4
    )
    values = {"excerpt": "45.0%", **values}
    return Diagnostic(rule, "share", Severity.ERROR, "占比", place, **values)  # type: ignore[arg-type]


def applied(found: Iterable[Diagnostic], *asides: Aside) -> tuple[list[str], list[str]]:
    """The rules that are still reported, and those that are suppressed."""
    remarks = [of_aside(one, "zh") for one in asides]
    result = applying.apply(Result("a.txt", tuple(found)), remarks, TERMS)
    return (
        [one.rule for one in result.diagnostics],
        [one.diagnostic.rule for one in result.suppressed],
    )


@pytest.mark.parametrize(
    ("words", "rules", "quote", "last_day", "reason"),
    [
        pytest.param("ignore TRD101 口径不同", ("TRD101",), "", None, "口径不同", id="plain"),
        pytest.param("忽略 TRD101 口径不同", ("TRD101",), "", None, "口径不同", id="Chinese"),
        pytest.param("忽略：trd101，口径", ("TRD101",), "", None, "口径", id="colon and comma"),
        pytest.param("忽略TRD,SUM101 甲", ("TRD", "SUM101"), "", None, "甲", id="several"),
        pytest.param("ignore A1、B2 甲", ("A1", "B2"), "", None, "甲", id="Chinese comma"),
        pytest.param("忽略 PCT101 原文“7%” 甲", ("PCT101",), "7%", None, "甲", id="quote"),
        pytest.param(
            "忽略 PCT101 “三公”口径", ("PCT101",), "", None, "“三公”口径", id="quotes in a reason"
        ),
        pytest.param(
            "忽略 PCT101 至2026-12-31 甲", ("PCT101",), "", date(2026, 12, 31), "甲", id="date"
        ),
        pytest.param(
            "ignore PCT101 甲 (until 2026-12-31)",
            ("PCT101",), "", date(2026, 12, 31), "甲", id="date behind",
        ),
        pytest.param(
            "忽略 PCT101 quote “7%” 至2026年1月5日，甲",
            ("PCT101",), "7%", date(2026, 1, 5), "甲", id="all of it",
        ),
        pytest.param("忽略 PCT101 至今未批复", ("PCT101",), "", None, "至今未批复", id="no date"),
        pytest.param("忽略 PCT101", ("PCT101",), "", None, "", id="no reason"),
    ],
)  # fmt: skip
def test_what_a_remark_says(
    words: str, rules: tuple[str, ...], quote: str, last_day: date | None, reason: str
) -> None:
    found = of_aside(aside(words), "zh")

    assert not found.fault
    assert (found.rules, found.quote, found.last_day, found.reason) == (
        rules, quote, last_day, reason,
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("disable PCT101", id="another verb"),
        pytest.param("ignore", id="nothing"),
        pytest.param("忽略 全部", id="no rule"),
        pytest.param("忽略 PCT101 至2026-13-01 甲", id="a date that is none"),
        pytest.param("忽略 XYZ101 甲", id="a rule that no pack has"),
    ],
)
def test_what_is_no_suppression_is_reported(words: str) -> None:
    assert applied([finding()], aside(words)) == (["PCT101", "SUP006"], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2026-1-5", date(2026, 1, 5), id="ISO"),
        pytest.param("2026年12月31日", date(2026, 12, 31), id="Chinese"),
        pytest.param("2026-02-30", None, id="no such day"),
        pytest.param("明年", None, id="words"),
    ],
)
def test_days(text: str, expected: date | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    ("found", "asides", "kept", "gone"),
    [
        pytest.param([finding()], ["忽略 PCT101 甲"], [], ["PCT101"], id="one for one"),
        pytest.param([finding()], ["忽略 PCT 甲"], [], ["PCT101"], id="a prefix"),
        pytest.param([finding()], ["忽略 PCT101"], ["PCT101", "SUP001"], [], id="no reason"),
        pytest.param([finding()], ["忽略 PCT101 —"], ["PCT101", "SUP001"], [], id="no words"),
        pytest.param([], ["忽略 PCT101 甲"], ["SUP002"], [], id="unused"),
        pytest.param(
            [finding()], ["忽略 PCT101 至2026-05-31 甲"], ["PCT101", "SUP003"], [], id="expired"
        ),
        pytest.param(
            [finding()], ["忽略 PCT101 至2026-06-01 甲"], [], ["PCT101"], id="the last day counts"
        ),
        pytest.param(
            [finding(line=4)], ["忽略 PCT101 甲"], ["SUP002", "PCT101"], [], id="another line"
        ),
        pytest.param(
            [finding("SUM101")], ["忽略 PCT101 甲"], ["SUM101", "SUP002"], [], id="another rule"
        ),
        pytest.param(
            [finding(), finding(column=9)], ["忽略 PCT101 甲"],
            ["PCT101", "PCT101", "SUP004"], [], id="a second fault does not hide behind the first",
        ),
        pytest.param(
            [finding(), finding(column=9)], ["忽略 PCT101 甲", "忽略 PCT101 乙"],
            [], ["PCT101", "PCT101"], id="two for two",
        ),
        pytest.param(
            [finding(), finding(column=9, excerpt="7%")], ["忽略 PCT101 原文“7%” 甲"],
            ["PCT101"], ["PCT101"], id="words tell which",
        ),
        pytest.param(
            [finding(), finding(column=9, excerpt="7%")],
            ["忽略 PCT101 甲", "忽略 PCT101 原文“7%” 甲"],
            [], ["PCT101", "PCT101"], id="the narrower first",
        ),
        pytest.param(
            [finding(), finding("SUM101", column=9)], ["忽略 PCT101,SUM101 甲"],
            [], ["PCT101", "SUM101"], id="two rules, one each",
        ),
        pytest.param(
            [finding(also=("SUM101",))], ["忽略 PCT101 甲"],
            ["PCT101", "SUP005"], [], id="what else is broken is not hidden",
        ),
        pytest.param(
            [finding(also=("SUM101",))], ["忽略 SUM101 甲"],
            ["PCT101", "SUP005"], [], id="nor by the lesser rule",
        ),
        pytest.param(
            [finding(also=("SUM101",))], ["忽略 PCT101,SUM101 甲"],
            [], ["PCT101"], id="all rules named",
        ),
    ],
)  # fmt: skip
def test_one_suppression_hides_one_diagnostic(
    found: list[Diagnostic], asides: list[str], kept: list[str], gone: list[str]
) -> None:
    assert applied(found, *map(aside, asides)) == (kept, gone)


@given(
    st.lists(
        st.tuples(st.sampled_from(["PCT101", "SUM101", "TXT202"]), st.integers(1, 4)), max_size=8
    ),
    st.lists(
        st.tuples(st.sampled_from(["PCT101", "SUM", "TXT202"]), st.integers(1, 4)), max_size=8
    ),
)
def test_nothing_is_ever_lost(found: list[tuple[str, int]], named: list[tuple[str, int]]) -> None:
    """Kept and suppressed are all there were; no more is suppressed than there are suppressions."""
    given_ones = [finding(rule, line, at + 1) for at, (rule, line) in enumerate(found)]

    kept, gone = applied(given_ones, *(aside(f"忽略 {rule} 甲", line) for rule, line in named))

    assert sorted(one for one in (*kept, *gone) if one not in RULES) == sorted(r for r, _ in found)
    assert len(gone) + sum(one in RULES for one in kept) == len(named)


# Readers ------------------------------------------------------------------------------------------


def spans(name: str, text: str) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    report = readers.read(name, text.encode())
    return [(one.words, one.since, one.until) for one in report.asides]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(
            "a.txt", "一、甲\n<!-- jslint: ignore A1 甲 -->\n\n乙。\n",
            [("ignore A1 甲", (4,), (5,))], id="before a line",
        ),
        pytest.param(
            "a.md", "# 一、甲\n乙。 <!--jslint：忽略 A1 甲-->\n",
            [("忽略 A1 甲", (2,), (3,))], id="at the end of a line",
        ),
        pytest.param(
            "a.md", "<!-- jslint: ignore A1 甲 -->\n<!-- jslint: ignore B1 乙 -->\n| 甲 | 1 |\n",
            [("ignore A1 甲", (3,), (4,)), ("ignore B1 乙", (3,), (4,))], id="two before one line",
        ),
        pytest.param(
            "a.txt", "甲。\n<!-- jslint: ignore A1 甲 -->\n", [("ignore A1 甲", (), ())], id="at the end",
        ),
        pytest.param("a.md", "甲。<!-- 说明 -->\n", [], id="a comment for people"),
        pytest.param("a.md", "甲。<!-- jslint 查过了 -->\n", [], id="another one"),
        pytest.param(
            "a.md", "甲。<!-- JSLINT: Ignore A1 甲 -->\n", [("Ignore A1 甲", (1,), (2,))], id="capitals",
        ),
        pytest.param(
            "a.md", "甲。<!-- jslint ignore A1 甲 -->\n", [("ignore A1 甲", (1,), (2,))],
            id="without a colon",
        ),
        pytest.param(
            "a.md", "甲。<!-- jslint-disable A1 -->\n", [("disable A1", (1,), (2,))],
            id="another program's verb, which is reported",
        ),
    ],
)  # fmt: skip
def test_remarks_of_text(
    name: str, text: str, expected: list[tuple[str, tuple[int, ...], tuple[int, ...]]]
) -> None:
    assert spans(name, text) == expected


YAML = """\
jslint: 1  # jslint: 1 is no remark
sections:
  - heading: 一、甲
    blocks:
      # jslint: ignore A1 甲
      # of people
      - >
        乙。
        # jslint: ignore B1 of the text
      - "# jslint: ignore C1 of the text too"
      - 丙。  # jslint：忽略 D1 丁
      # .jslint-ignore.yaml beside it is no remark, nor is jslint-ignore.yaml
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_remarks_of_yaml(end: str) -> None:
    assert spans("a.yaml", YAML.replace("\n", end)) == [
        ("ignore A1 甲", (7,), (10,)),
        ("忽略 D1 丁", (11,), (12,)),
    ]


def word_file(comment: str, on: str = "45.0%") -> bytes:
    document = Document()
    document.add_paragraph("三、支出决算情况说明")
    paragraph = document.add_paragraph()
    before, after = WRONG.split(on)
    paragraph.add_run(before)
    run = paragraph.add_run(on)
    paragraph.add_run(after)
    document.add_comment(runs=[run], text=comment, author="甲")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_remarks_of_word_stand_on_their_words() -> None:
    (one,) = readers.read("a.docx", word_file("jslint：忽略 PCT101 口径")).asides

    assert one.words == "忽略 PCT101 口径"
    assert (one.since, one.until) == ((2, len(WHOLE) + 1), (2, len(WHOLE) + 6))
    assert one.place.paragraph == 2


@pytest.mark.parametrize("comment", ["jslint忽略 PCT101 口径", "JSlint ignore PCT101 口径"])
def test_remarks_of_word_without_a_colon(comment: str) -> None:
    (one,) = readers.read("a.docx", word_file(comment)).asides

    assert one.words.endswith(" PCT101 口径")


def test_comments_for_people_are_none() -> None:
    assert readers.read("a.docx", word_file("请核对 jslint：忽略 PCT101")).asides == ()


# The file beside ----------------------------------------------------------------------------------


def entries_of(source: str, name: str, *, alone: bool = True) -> list[Suppression]:
    return list(
        ignorefile.entries(source, ".jslint-ignore.yaml", (name,), "zh", DEFAULT, alone=alone)
    )


def entries(source: str, *, alone: bool = True) -> list[Suppression]:
    return entries_of(source, "a.txt", alone=alone)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("rule: PCT101", id="no list"),
        pytest.param("- PCT101", id="no mapping"),
        pytest.param("- {rule: PCT101, reason: 甲}", id="no place"),
        pytest.param("- {quote: 甲, reason: 甲}", id="no rule"),
        pytest.param("- {rule: PCT101, quote: 甲, reason: 甲, until: 明年}", id="no date"),
        pytest.param("- {rule: PCT101, quote: 甲, because: 甲}", id="strange key"),
        pytest.param("- {rule: [PCT101], quote: 甲, reason: 甲}", id="no text"),
        pytest.param("- {rule: PCT101", id="no YAML"),
        pytest.param("- !!python/object:os.system {}", id="a tag"),
    ],
)
def test_a_faulty_file_is_reported_and_does_nothing(source: str) -> None:
    (one,) = entries(source)
    result = applying.apply(Result("a.txt", (finding(),)), [one], TERMS)

    assert [found.rule for found in result.diagnostics] == ["PCT101", "SUP006"]
    assert result.diagnostics[1].place.path == ".jslint-ignore.yaml"


@pytest.mark.parametrize(
    ("source", "gone"),
    [
        pytest.param("- {rule: PCT101, quote: '45.0%', reason: 甲}", 1, id="words"),
        pytest.param("- {rule: PCT, place: '3:1', reason: 甲}", 1, id="place"),
        pytest.param("- {rule: PCT, place: 3, reason: 甲}", 1, id="line"),
        pytest.param(
            "- {规则: PCT101, 原文: '45.0%', 理由: 甲, 文件: 'a.*'}", 1, id="Chinese keys"
        ),
        pytest.param("- {rule: PCT101, quote: '4 5.0%', reason: 甲, file: a.txt}", 1, id="spaces"),
        pytest.param("- {rule: PCT101, quote: '46.0%', reason: 甲}", 0, id="other words"),
        pytest.param(
            "- {rule: PCT101, quote: '45.0%', reason: 甲, file: b.txt}", 0, id="other file"
        ),
        pytest.param("# nothing\n", 0, id="comments alone"),
    ],
)
def test_entries_of_the_file(source: str, gone: int) -> None:
    result = applying.apply(Result("a.txt", (finding(),)), entries(source), TERMS)

    assert len(result.suppressed) == gone


def test_an_entry_that_may_be_for_another_report_is_not_called_unused() -> None:
    source = "- {rule: PCT101, quote: 甲, reason: 甲}"

    alone = applying.apply(Result("a.txt"), entries(source), TERMS)
    shared = applying.apply(Result("a.txt"), entries(source, alone=False), TERMS)

    assert [one.rule for one in alone.diagnostics] == ["SUP002"]
    assert shared.diagnostics == ()


# The command --------------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(suppressing, "today", lambda: date(2026, 6, 1))
    return tmp_path


def check(*arguments: str) -> int:
    return main(("check", *arguments, "--pack", "arithmetic", "--lang", "zh"))


def test_a_suppressed_report_passes_and_says_so(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = REPORT.replace("45.0%。", "45.0%。<!-- jslint: ignore PCT101 批复口径 -->")
    (here / "a.txt").write_text(text, encoding="utf-8")

    assert check("a.txt") == 0
    assert "按理由忽略了 1 处" in capsys.readouterr().out

    assert check("a.txt", "--show-suppressed") == 0
    assert "理由：批复口径（a.txt:3:" in capsys.readouterr().out

    assert check("a.txt", "--no-suppressions") == 1
    assert "PCT101" in capsys.readouterr().out


BOTH = "本年支出合计500.00万元，其中：基本支出300.00万元，占62.0%；项目支出200.00万元，占41.0%。"


@pytest.mark.parametrize(
    ("remarks", "left", "gone", "remarked"),
    [
        pytest.param("", ["62.0%"], [], [], id="none"),
        pytest.param("ignore PCT101 甲", ["62.0%"], [], ["SUP004"], id="which of the two is open"),
        pytest.param("ignore PCT101 原文“62.0%” 甲", ["41.0%"], ["62.0%"], [], id="the first"),
        pytest.param("ignore PCT101 原文“41.0%” 甲", ["62.0%"], ["41.0%"], [], id="the second"),
        pytest.param(
            "ignore PCT101 原文“41.0%” 甲|ignore PCT101 原文“62.0%” 乙",
            [],
            ["62.0%", "41.0%"],
            [],
            id="both",
        ),
    ],
)
def test_faults_told_as_one_are_each_accepted_by_themselves(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    remarks: str,
    left: list[str],
    gone: list[str],
    remarked: list[str],
) -> None:
    lines = [f"<!-- jslint: {one} -->" for one in remarks.split("|") if one]
    text = "\n".join(["三、支出决算情况说明", *lines, BOTH])
    (here / "甲.txt").write_text(text, encoding="utf-8")
    check("甲.txt", "--output-format", "json", "--select", "PCT101,SUP")
    whole = json.loads(capsys.readouterr().out)
    found = whole["diagnostics"]
    assert [one["actual"] for one in found if one["rule"] == "PCT101"] == left
    assert [one["actual"] for one in whole["suppressed"]] == gone
    assert [one["rule"] for one in found if one["rule"] != "PCT101"] == remarked


def test_json_and_sarif_hold_the_suppressed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(REPORT, encoding="utf-8")
    (here / ".jslint-ignore.yaml").write_text(
        "- {rule: PCT101, quote: '45.0%', reason: 批复口径, until: 2026-12-31}\n", encoding="utf-8"
    )

    assert check("a.txt", "--output-format", "json") == 0
    whole = json.loads(capsys.readouterr().out)
    assert check("a.txt", "--output-format", "sarif") == 0
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]

    assert whole["diagnostics"] == []
    assert whole["summary"]["suppressed"] == 1
    assert whole["suppressed"][0]["suppression"] == {
        "reason": "批复口径", "until": "2026-12-31", "path": ".jslint-ignore.yaml",
        "location": {"line": 1, "column": 3},
    }  # fmt: skip
    assert result["ruleId"] == "PCT101"
    assert result["suppressions"][0]["kind"] == "external"
    assert result["suppressions"][0]["justification"] == "批复口径"


def test_remarks_on_suppressions_are_rules_as_others(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = REPORT.replace("45.0%", "40.0%") + "<!-- jslint: ignore PCT101 甲 -->\n"
    (here / "a.txt").write_text(text, encoding="utf-8")
    (here / ".jslint.yaml").write_text("severity: {SUP002: off}\n", encoding="utf-8")

    assert check("a.txt", "--fail-on", "warning", "--no-config") == 1
    assert "SUP002" in capsys.readouterr().out
    assert check("a.txt", "--fail-on", "warning", "--no-config", "--ignore", "SUP") == 0
    assert check("a.txt", "--fail-on", "warning") == 0
    assert check("a.txt", "--fail-on", "warning", "--no-config", "--select", "SUM") == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param((), "警告[SUP002]", id="as it is"),
        pytest.param(("--select", "ALL"), "警告[SUP002]", id="all selected"),
        pytest.param(("--select", "PCT", "--extend-select", "SUP"), "警告[SUP002]", id="besides"),
        pytest.param(("--ignore", "ALL", "--extend-select", "PCT"), "", id="all others ignored"),
        pytest.param(("--ignore", "SUP", "--extend-select", "SUP002"), "警告[SUP002]", id="closer"),
        pytest.param(("--severity", "SUP=off"), "", id="the family off"),
        pytest.param(("--severity", "SUP=error"), "错误[SUP002]", id="the family graver"),
        pytest.param(("--severity", "ALL=info"), "提示[SUP002]", id="all milder"),
    ],
)
def test_remarks_on_suppressions_are_selected_and_graded_as_any_rule(
    options: tuple[str, ...], said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = REPORT.replace("45.0%", "40.0%") + "<!-- jslint: ignore PCT101 甲 -->\n"
    (here / "a.txt").write_text(text, encoding="utf-8")

    status = check("a.txt", *options)

    shown = capsys.readouterr()
    assert (status, shown.err) == (int(said.startswith("错误")), "")
    assert said in shown.out
    assert ("SUP002" in shown.out) is bool(said)


def test_a_word_comment_suppresses_what_it_stands_on(here: Path) -> None:
    (here / "a.docx").write_bytes(word_file("jslint：忽略 PCT101 口径"))
    (here / "b.docx").write_bytes(word_file("jslint：忽略 PCT101 口径", on="120.00万元"))

    assert check("a.docx") == 0
    assert check("b.docx") == 1


@pytest.mark.parametrize("made", ["folder", "link", "pipe", "binary"])
def test_whatever_stands_for_the_file_stops_nothing(
    here: Path, made: str, capsys: pytest.CaptureFixture[str]
) -> None:
    import os  # noqa: PLC0415

    path = here / ".jslint-ignore.yaml"
    (here / "a.txt").write_text(REPORT, encoding="utf-8")
    {
        "folder": path.mkdir,
        "link": lambda: path.symlink_to("nowhere"),
        "pipe": lambda: os.mkfifo(path),
        "binary": lambda: path.write_bytes(b"\xff\xfe\0"),
    }[made]()

    assert check("a.txt") == 1
    assert "SUP006" in capsys.readouterr().out


def test_an_entry_for_one_file_of_a_joined_report_is_for_that_file_alone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = REPORT.replace("三、支出", "四、收入").split("\n", 1)[1].replace("支出", "收入")
    (here / "a.txt").write_text(REPORT, encoding="utf-8")
    (here / "b.txt").write_text(second, encoding="utf-8")
    entry = "- {rule: PCT101, quote: '45.0%', reason: 甲, file: b.txt}\n"
    (here / ".jslint-ignore.yaml").write_text(entry, encoding="utf-8")

    check("a.txt", "b.txt", "--as-one-report", "--output-format", "json", "--select", "PCT101,SUP")
    whole = json.loads(capsys.readouterr().out)

    assert [one["path"] for one in whole["diagnostics"]] == ["a.txt"]
    assert [one["path"] for one in whole["suppressed"]] == ["b.txt"]


@pytest.mark.parametrize(
    ("place", "written"),
    [
        pytest.param(Place(order=(1,), sheet="收入", cell="B7"), "收入!B7", id="Excel"),
        pytest.param(Place(order=(1, 2), paragraph=12, column=3), "¶12", id="Word"),
        pytest.param(Place(order=(1, 2), paragraph=12, cell="表1 R2C3"), "表1 R2C3", id="cell"),
        pytest.param(Place(order=(1,), page=21), "p21", id="PDF"),
    ],
)
def test_places_are_written_as_they_are_printed(place: Place, written: str) -> None:
    found = Diagnostic("PCT101", "share", Severity.ERROR, "占比", place)

    for printed in (written, f"a.xlsx:{written}", f"./报告/a.xlsx:{written}"):
        source = f"- {{rule: PCT101, place: '{printed}', reason: 甲}}"
        result = applying.apply(Result("a.xlsx", (found,)), entries_of(source, "a.xlsx"), TERMS)
        assert [one.diagnostic for one in result.suppressed] == [found]


def test_a_place_in_another_file_is_not_one_in_this() -> None:
    source = "- {rule: PCT101, place: 'b.txt:4:7', reason: 甲}"

    found = entries_of(source, "a.txt")

    assert [one.spot for one in found] == ["b.txt:4:7"]
    assert [(one.names, one.spot) for one in entries_of(source, "b.txt")] == [("b.txt", "4:7")]


def test_what_stands_nowhere_is_named_by_its_message() -> None:
    found = Diagnostic("SUM101", "missing", Severity.ERROR, "缺少《收入决算表》", Place())
    source = "- {rule: SUM101, quote: 缺少《收入决算表》, reason: 甲}"

    result = applying.apply(Result("a.txt", (found,)), entries(source), TERMS)

    assert len(result.suppressed) == 1


@settings(max_examples=40)
@given(st.data())
def test_a_remark_anywhere_changes_nothing_of_what_is_read(data: st.DataObject) -> None:
    path = Path(__file__).parents[1] / "examples" / "faulty" / "report.txt"
    rows = path.read_text(encoding="utf-8").split("\n")
    name = data.draw(st.sampled_from(["a.txt", "a.md"]))
    bare = _words(readers.read(name, "\n".join(rows).encode()))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(rows) - 1))
        if data.draw(st.booleans()) or not rows[at].strip():
            rows.insert(at, "<!-- jslint: ignore PCT101 甲 -->")
        else:
            rows[at] += data.draw(st.sampled_from(["", " "])) + "<!-- jslint：忽略 PCT101 甲 -->"

    noted = readers.read(name, "\n".join(rows).encode())

    assert _words(noted) == bare
    assert noted.asides


def _words(report: Report) -> list[object]:
    found: list[object] = []
    for path in report.walk():
        found.append((path[-1].heading.value, path[-1].level))
        for block in path[-1].blocks:
            if isinstance(block, Paragraph):
                found.append((block.text.value, block.role))
            elif isinstance(block, Table):
                found.append([[cell.value for cell in row] for row in block.rows])
    return found


def test_a_link_out_of_the_folder_is_not_followed(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "secret.yaml").write_text("- {rule: PCT101, secret: 甲}\n", encoding="utf-8")
    (here / "b").mkdir()
    (here / "b" / "a.txt").write_text(REPORT, encoding="utf-8")
    (here / "b" / ".jslint-ignore.yaml").symlink_to(here / "secret.yaml")

    assert check("b/a.txt") == 1
    out = capsys.readouterr().out
    assert "SUP006" in out
    assert "secret" not in out


def test_more_suppressions_than_anyone_needs_are_refused() -> None:
    found = [finding(line=at) for at in range(applying.MOST + 2)]
    asides = [aside("忽略 PCT101 甲", at) for at in range(applying.MOST + 2)]

    kept, gone = applied(found, *asides)

    assert len(gone) == applying.MOST
    assert kept.count("SUP006") == 1


@pytest.mark.parametrize("beside", [False, True], ids=["in the report", "in the file beside it"])
def test_a_suppression_by_an_old_id_keeps_its_meaning(
    beside: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(renamed, "RENAMED", {"PCT999": ("PCT101",)})
    remark = "" if beside else "<!-- jslint: ignore PCT999 已核实 -->\n"
    (tmp_path / "a.md").write_text(f"三、支出决算情况说明\n{remark}{WRONG}\n", encoding="utf-8")
    if beside:
        entry = "- {rule: PCT999, quote: '45.0%', reason: 已核实}\n"
        (tmp_path / ".jslint-ignore.yaml").write_text(entry, encoding="utf-8")

    assert main(["check", str(tmp_path / "a.md"), "--output-format", "json"]) == 0

    found = json.loads(capsys.readouterr().out)
    assert [one["rule"] for one in found["suppressed"]] == ["PCT101"]
    assert [one["rule"] for one in found["diagnostics"] if one["severity"] != "info"] == []
