"""Whole outputs of the formats for services and people, and what each does with awkward text."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from jslint import __version__, cli
from jslint.diagnostic import Diagnostic, Holds, Related, Result, Severity, Unchecked
from jslint.document import NOWHERE, Place
from jslint.formatters import FORMATS, render
from jslint.formatters.webpage.assets import POLICY, SCRIPT, STYLE
from jslint.run import Failure, Run

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent / "formats"
ADDED = ("jsonl", "sarif", "junit", "github", "gitlab", "markdown", "html", "csv")
FOUND = Diagnostic(
    rule="SHA101",
    name="share",
    severity=Severity.ERROR,
    message="占比有误",
    place=Place(line=2, column=3, end_line=2, end_column=8),
    section="一、收入",
    excerpt="35.0%",
    actual="35.0%",
)


def run_of(*found: Diagnostic, **values: object) -> Run:
    """A run over one report with these diagnostics."""
    return Run((Result("报告.txt", found),), inputs=("报告.txt",), **values)  # type: ignore[arg-type]


def at(place: Place) -> Run:
    """A run with the one diagnostic at this place."""
    return run_of(replace(FOUND, place=place))


# Whole outputs ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ADDED)
def test_whole_output(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    inputs = ("report.txt", "clean.txt", "missing.txt")

    status = cli.main(
        (
            "check",
            *inputs,
            "--no-config",
            "--pack",
            "pack.yaml",
            "--lang",
            "zh",
            "--output-format",
            name,
        )
    )

    assert status == 2
    assert _settled(capsys.readouterr().out) == (HERE / "expected" / name).read_text("utf-8")


def _settled(text: str) -> str:
    """An output without what changes with each version, and without what no eye can check."""
    marked = re.sub('"[0-9a-f]{32}"', '"FINGERPRINT"', text)
    marked = marked.replace(f'"{__version__}"', '"VERSION"').replace(STYLE, "STYLE")
    marked = marked.replace(SCRIPT, "SCRIPT").replace(escape(POLICY, quote=False), "POLICY")
    return marked.replace(f"jslint {__version__}", "jslint VERSION")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("github", "title=not readable::no such file; check the path", id="github"),
        pytest.param("junit", 'name="not readable"', id="junit"),
        pytest.param("gitlab", '"not readable: no such file; check the path"', id="gitlab"),
        pytest.param("markdown", "- **error** `SHA101` line 2, column 3: 占比有误", id="markdown"),
        pytest.param("markdown", "  - expected: 25.0%", id="markdown, what is expected"),
        pytest.param("html", '<html lang="en">', id="html"),
        pytest.param("html", '<span class="place">line 2, column 3</span>', id="html, place"),
        pytest.param("sarif", '"language": "en"', id="sarif"),
    ],
)
def test_english(name: str, told: str) -> None:
    failure = Failure("缺.txt", "no such file", "check the path")

    assert told in render(
        name, run_of(replace(FOUND, expected="25.0%"), lang="en", failures=(failure,))
    )


@pytest.mark.parametrize("name", ADDED)
def test_same_run_same_output(name: str) -> None:
    run = run_of(FOUND, replace(FOUND, rule="ABC101"))

    assert render(name, run) == render(name, run)


@pytest.mark.parametrize("name", ADDED)
@pytest.mark.parametrize(
    "run",
    [
        pytest.param(run_of(), id="nothing found"),
        pytest.param(Run(()), id="no input"),
        pytest.param(Run((), (Failure("缺.txt", "没有这个文件"),)), id="nothing read"),
        pytest.param(run_of(replace(FOUND, place=NOWHERE, section="", excerpt="")), id="nowhere"),
        pytest.param(at(Place(line=9, column=99)), id="behind the last line"),
        pytest.param(at(Place(page=3, box=(1.0, 2.0, 3.0, 4.0))), id="page and box"),
        pytest.param(at(Place(sheet="收入", cell="B7")), id="sheet and cell"),
        pytest.param(at(Place(paragraph=12)), id="paragraph"),
        pytest.param(at(Place(paragraph=12, cell="2:3")), id="cell of a Word table"),
        pytest.param(at(Place(line=2, column=1, path="附表.txt")), id="another file"),
        pytest.param(run_of(FOUND, quiet=True), id="quiet"),
    ],
)
def test_any_run_can_be_written(name: str, run: Run) -> None:
    text = render(name, run)

    assert text == "" or text.endswith("\n")
    assert all(found.rule in text for _, found in run.diagnostics())
    assert all(failure.reason in text for failure in run.failures)


@pytest.mark.parametrize(
    "name", [name for name in FORMATS if name not in {"text", "concise"} and name != "github"]
)
def test_unread_parts_are_said(name: str) -> None:
    run = Run((Result("扫描.pdf", unread=((Place(page=3), "扫描页"),)),))

    assert "扫描页" in render(name, run)


# github -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "properties"),
    [
        pytest.param(FOUND.place, "file=报告.txt,line=2,endLine=2,col=3,endColumn=8", id="words"),
        pytest.param(Place(line=2), "file=报告.txt,line=2,endLine=2,col=1,endColumn=1", id="line"),
        pytest.param(
            Place(line=2, column=9, end_line=4, end_column=2),
            "file=报告.txt,line=2,endLine=4",
            id="no columns over several lines",
        ),
        pytest.param(Place(page=3), "file=报告.txt", id="a page is of the file"),
        pytest.param(
            Place(line=1, column=2, path="./表,1:a%.txt"),
            "file=表%2C1%3Aa%25.txt,line=1,endLine=1,col=2,endColumn=2",
            id="escaped path of another file",
        ),
        pytest.param(
            Place(line=1, column=2, path="d\\a.txt"),
            "file=d/a.txt,line=1,endLine=1,col=2,endColumn=2",
            id="path of Windows",
        ),
    ],
)
def test_github_properties(place: Place, properties: str) -> None:
    line = render("github", replace(at(place), quiet=True))

    assert line.startswith(f"::error {properties},title=SHA101::")


@pytest.mark.parametrize(
    ("message", "written"),
    [
        pytest.param("占35.0%", "占35.0%25", id="percent"),
        pytest.param("一\n::error::二", "一%0A::error::二", id="no second command"),
        pytest.param("一\r\n二\r三", "一%0A二%0A三", id="carriage return"),
        pytest.param("一\u2028二\x1b[31m", "一%0A二�[31m", id="separator and control character"),
        pytest.param("%0A", "%250A", id="escaped already"),
        pytest.param("a:b,c", "a:b,c", id="colon and comma stay in a message"),
    ],
)
def test_github_escapes(message: str, written: str) -> None:
    text = render("github", run_of(replace(FOUND, message=message), quiet=True))

    assert text.count("\n") == 1
    assert text.endswith(f"title=SHA101::{written}\n")


def test_github_names_severities_and_places_in_its_way() -> None:
    warning = replace(FOUND, severity=Severity.WARNING, place=Place(page=3))
    info = replace(FOUND, severity=Severity.INFO, place=Place(sheet="收入", cell="B7"))
    result = Result("表.pdf", (warning, info), unread=((Place(page=5), "扫描页"),))

    assert render("github", Run((result,), quiet=True)).splitlines() == [
        "::warning file=表.pdf,title=SHA101::p3: 占比有误",
        "::notice file=表.pdf,title=SHA101::收入!B7: 占比有误",
        "::warning file=表.pdf::p5: 注意：扫描页",
    ]


def test_github_tells_what_is_expected_and_the_other_places_below_the_message() -> None:
    related = Related(Place(line=1, column=5), "本年收入\n合计400.00万元")
    found = replace(FOUND, expected="25.0%", related=(related,) * 6)

    assert render("github", run_of(found, quiet=True)).endswith(
        "::占比有误%0A应为：25.0%25"
        + "%0A另见 第1行第5列：本年收入合计400.00万元" * 4
        + "%0A另有 2 处相关\n"
    )


def test_github_says_that_nothing_was_found() -> None:
    assert render("github", run_of()) == "未发现问题；检查了 1 个文件。\n"


# jsonl --------------------------------------------------------------------------------------------


def test_jsonl_has_the_members_of_json() -> None:
    run = run_of(FOUND, replace(FOUND, message="两\n行"), failures=(Failure("缺.txt", "没有"),))

    *found, rest = map(json.loads, render("jsonl", run).removesuffix("\n").split("\n"))

    assert {**rest, "diagnostics": found} == json.loads(render("json", run))


# junit --------------------------------------------------------------------------------------------


def _cases(run: Run) -> Iterator[tuple[str, str]]:
    whole = ET.fromstring(render("junit", run))
    for case in whole.iter("testcase"):
        yield case.get("name", ""), "".join(inner.tag for inner in case) or "passed"


def test_junit_has_a_case_for_every_rule_and_diagnostic() -> None:
    info = replace(FOUND, rule="TAG301", severity=Severity.INFO)
    holds = tuple(Holds(rule, ()) for rule in ("SUM101", "PCT101", "SUM101", "SHA101"))
    unchecked = (Unchecked("TIE101", "没有表"), Unchecked("SUM101", "没有合计"))
    result = Result("a.txt", (FOUND, info), unchecked, holds)

    assert list(_cases(Run((result,), (Failure("b.txt", "没有"),)))) == [
        ("SHA101 (a.txt:2:3)", "failure"),
        ("TAG301 (a.txt:2:3)", "system-out"),
        ("PCT101", "passed"),
        ("SUM101", "passed"),
        ("TIE101", "skipped"),
        ("未能读取", "error"),
    ]


@pytest.mark.parametrize(
    ("message", "read"),
    [
        pytest.param("<a> & \"b\" 'c' ]]>", "<a> & \"b\" 'c' ]]>", id="markup"),
        pytest.param("一\x00\x0b\x1b[31m\x7f\x9b二", "一[31m二", id="control characters"),
        pytest.param("一\ufffe\udc80二", "一二", id="what is no character"),
        pytest.param("𠮷\t一\n二", "𠮷\t一\n二", id="rare characters, tab and newline"),
    ],
)
def test_junit_is_well_formed(message: str, read: str) -> None:
    whole = ET.fromstring(render("junit", run_of(replace(FOUND, message=message))))

    failure = next(whole.iter("failure"))
    assert failure.get("message") == read
    assert failure.text is not None
    assert failure.text.startswith(f"报告.txt:2:3: {read}\n")


def test_junit_counts() -> None:
    run = Run((Result("a.txt", (FOUND, FOUND)), Result("b.txt")), (Failure("c.txt", "没有"),))

    whole = ET.fromstring(render("junit", run))

    counts = [
        tuple(suite.get(name) for name in ("name", "tests", "failures", "errors", "skipped"))
        for suite in whole.iter()
        if suite.tag.startswith("testsuite")
    ]
    assert counts == [
        ("jslint", "3", "2", "1", "0"),
        ("a.txt", "2", "2", "0", "0"),
        ("b.txt", "0", "0", "0", "0"),
        ("c.txt", "1", "0", "1", "0"),
    ]


# gitlab -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "description", "location"),
    [
        pytest.param(
            Place(line=2, column=3, end_line=4),
            "占比有误",
            {"path": "报告.txt", "lines": {"begin": 2, "end": 4}},
            id="lines",
        ),
        pytest.param(
            Place(page=3),
            "p3: 占比有误",
            {"path": "报告.txt", "lines": {"begin": 1, "end": 1}},
            id="a page is in the description",
        ),
        pytest.param(
            Place(line=2, path="./d\\附表.txt"),
            "占比有误",
            {"path": "d/附表.txt", "lines": {"begin": 2, "end": 2}},
            id="another file",
        ),
    ],
)
def test_gitlab_places(place: Place, description: str, location: dict[str, object]) -> None:
    (issue,) = json.loads(render("gitlab", at(place)))

    assert (issue["description"], issue["location"]) == (description, location)


def test_gitlab_of_nothing_is_an_empty_list() -> None:
    assert render("gitlab", run_of()) == "[]\n"


# Fingerprints -------------------------------------------------------------------------------------


def _marks(*found: Diagnostic) -> list[str]:
    return [issue["fingerprint"] for issue in json.loads(render("gitlab", run_of(*found)))]


@pytest.mark.parametrize(
    "moved",
    [
        pytest.param(replace(FOUND, place=Place(line=99, column=1)), id="other lines before it"),
        pytest.param(replace(FOUND, excerpt="35.\n0%"), id="broken into lines elsewhere"),
        pytest.param(replace(FOUND, message="the share is wrong"), id="in another language"),
        pytest.param(replace(FOUND, severity=Severity.INFO), id="of another severity"),
    ],
)
def test_fingerprint_stays(moved: Diagnostic) -> None:
    assert _marks(moved) == _marks(FOUND)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(FOUND, id="the same words again"),
        pytest.param(replace(FOUND, rule="SHA102"), id="rule"),
        pytest.param(replace(FOUND, section="二、支出"), id="section"),
        pytest.param(replace(FOUND, excerpt="占35.0%"), id="words"),
        pytest.param(replace(FOUND, actual="36.0%"), id="figure"),
        pytest.param(replace(FOUND, place=Place(line=2, path="b.txt")), id="file"),
    ],
)
def test_fingerprints_differ(other: Diagnostic) -> None:
    first, second = _marks(FOUND, other)

    assert first != second


# markdown -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "written"),
    [
        pytest.param("a*b_c`d`", r"a\*b\_c\`d\`", id="emphasis and code"),
        pytest.param("[x](y) <b>&amp;", r"\[x\](y) \<b\>\&amp;", id="link and HTML"),
        pytest.param("1|2 ~3~ $4$", r"1\|2 \~3\~ \$4\$", id="table, strike-out and formula"),
        pytest.param("一\n# 二", r"一 \# 二", id="no new block"),
        pytest.param("a\\", "a\\\\", id="backslash"),
        pytest.param("10.5%（-3）", "10.5%（-3）", id="figures stay legible"),
    ],
)
def test_markdown_escapes(message: str, written: str) -> None:
    text = render("markdown", run_of(replace(FOUND, message=message), quiet=True))

    assert f"- **错误** `SHA101` 第2行第3列: {written}\n" in text


def test_markdown_without_summary_is_empty_where_nothing_was_found() -> None:
    assert render("markdown", run_of(quiet=True)) == ""


@pytest.mark.parametrize(
    ("place", "spoken"),
    [
        pytest.param(Place(page=3, box=(1.0, 2.0, 3.0, 4.0)), "第3页", id="page"),
        pytest.param(Place(sheet="收入", cell="B7"), "收入!B7", id="sheet and cell"),
        pytest.param(Place(paragraph=12), "第12段", id="paragraph"),
        pytest.param(Place(paragraph=12, cell="2:3"), "2:3", id="cell of a Word table"),
        pytest.param(Place(line=4, column=5, path="附.txt"), "附.txt 第4行第5列", id="other file"),
    ],
)
def test_places_in_words(place: Place, spoken: str) -> None:
    assert f"`SHA101` {spoken}: 占比有误\n" in render("markdown", at(place))


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "junit", "github", "markdown", "html"])
def test_last_years_report_is_named_among_the_related(name: str) -> None:
    related = Related(Place(page=7, path="上年.pdf"), "年末结转12.30\n万元")

    text = render(name, run_of(replace(FOUND, related=(related,))))

    assert "上年.pdf" in text or "%E4%B8%8A%E5%B9%B4.pdf" in text
    assert "年末结转12.30" in text
