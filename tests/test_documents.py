"""The benchmark of documents: frozen, labelled by the generator, and scored as an auditor would."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from benchmarks.documents import adapter, drawing, making, planting  # noqa: E402
from benchmarks.documents.faults import Kind, contradicts  # noqa: E402
from benchmarks.documents.scoring import score  # noqa: E402
from benchmarks.documents.sheet import spots  # noqa: E402

SOME = 6


@pytest.fixture(scope="module")
def made() -> list[making.Document]:
    return list(making.documents(SOME))


def test_documents_are_those_of_the_manifest():
    assert making.changed(SOME) == [], "changed on purpose: raise VERSION in making.py and freeze"


def test_the_manifest_is_of_this_version():
    kept = making.frozen()

    assert (kept["version"], kept["seed"], kept["pairs"]) == (
        making.VERSION,
        making.SEED,
        making.PAIRS,
    )
    assert len(kept["documents"]) == 2 * making.PAIRS


def test_places_hold_their_quotes(made: list[making.Document]):
    for one in made:
        lines = one.text.split("\n")
        for label in one.labels:
            for place in (*label["places"], *label["related"]):
                words = lines[place["line"] - 1][place["column"] - 1 : place["end"] - 1]
                assert words == place["quote"], (one.name, label["id"])


def test_a_twin_has_the_same_lines_but_for_what_was_planted(made: list[making.Document]):
    for clean, faulty in zip(made[::2], made[1::2], strict=True):
        assert (clean.twin, faulty.twin) == (faulty.name, clean.name)
        assert not any(one["kind"] == "defect" for one in clean.labels)
        assert clean.text != faulty.text


def test_every_relation_holds_in_a_clean_sheet_and_a_defect_breaks_one():
    for pair in drawing.pairs(making.SEED, SOME):
        assert [one for one in pair.clean.relations if one.gap(pair.clean.figures)] == []
        for fault in pair.planted:
            if fault.key in pair.faulty.figures and fault.kind is Kind.DEFECT:
                assert any(one.gap(pair.faulty.figures, wide=2) >= 2 for one in fault.broken)


def test_what_was_planted_stands_at_its_place():
    for pair in drawing.pairs(making.SEED, SOME):
        where = spots(pair.faulty.lines)
        numbers = {line.number for line in pair.faulty.lines}
        for fault in pair.planted:
            assert fault.key in where if fault.key is not None else set(fault.numbers) <= numbers


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("增加1.00万元，增长5.0%", "增加1.00万元，下降5.0%", True, id="one turned"),
        pytest.param("增加1.00万元，增长5.0%", "减少1.00万元，下降5.0%", False, id="both turned"),
        pytest.param("增长5.0%", "下降5.0%", False, id="nothing beside it"),
        pytest.param(
            "完成预算的90.00%，决算数小于预算数", "完成预算的90.00%，决算数大于预算数", True, id="rate"
        ),
        pytest.param(
            "完成预算的100.00%，决算数等于预算数",
            "完成预算的100.00%，决算数小于预算数",
            False,
            id="99.996% is printed as 100.00%",
        ),
    ],
)  # fmt: skip
def test_words_that_contradict(old: str, new: str, expected: bool):
    assert contradicts(old, new) is expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("占12.34%", "占12.43%", (4, 6, "43"), id="two digits"),
        pytest.param("支出总计", "总计", (0, 2, ""), id="left out"),
        pytest.param("总计", "支出总计", (0, 0, "支出"), id="put in"),
        pytest.param("11", "111", (2, 2, "1"), id="doubled"),
    ],
)
def test_where_a_line_was_changed(old: str, new: str, expected: tuple[int, int, str]):
    assert planting._difference(old, new) == expected


# A document of one sum, 30 = 10 + 20, whose second part was printed as 21 (line 2), and which
# another line prints rightly. Figures 0, 1, 2 and, alone, 3.
TEXT = "合计30.00万元。\n甲10.00万元，乙21.00万元。\n电话3103108。\n缺口1.00万元。\n"
FIGURES = {
    "0": {"line": 1, "column": 3, "end": 8, "quote": "30.00", "text": "30.00", "scale": "1000000"},
    "1": {"line": 2, "column": 2, "end": 7, "quote": "10.00", "text": "10.00", "scale": "1000000"},
    "2": {
        "line": 2,
        "column": 11,
        "end": 16,
        "quote": "21.00",
        "text": "21.00",
        "scale": "1000000",
    },
}
SUM = {"kind": "linear", "name": "sum", "terms": [[0, -1], [1, 1], [2, 1]], "exact": False}
LABELS = [
    {
        "id": "x-1",
        "kind": "defect",
        "families": ["SUM"],
        "planted": "slip SUM",
        "places": [{"line": 2, "column": 11, "end": 16, "quote": "21.00"}],
        "related": [
            {"line": 1, "column": 3, "end": 8, "quote": "30.00"},
            {"line": 2, "column": 2, "end": 7, "quote": "10.00"},
        ],
        "accept": ["20.00"],
        "keys": [],
        "check": {"figures": FIGURES, "relations": [SUM]},
    },
    {
        "id": "x-2",
        "kind": "debatable",
        "families": [],
        "planted": "",
        "places": [{"line": 4, "column": 1, "end": 3, "quote": "缺口"}],
        "related": [],
        "accept": [],
        "keys": [],
        "check": None,
    },
]


@pytest.mark.parametrize(
    ("findings", "points"),
    [
        pytest.param([], 0, id="nothing said"),
        pytest.param([{"line": 2, "quote": "21.00"}], 1, id="found"),
        pytest.param([{"quote": "21.00"}], 1, id="found, without a line"),
        pytest.param([{"line": 9, "quote": "21.00万元"}], 1, id="found, in a wrong line"),
        pytest.param([{"line": 2, "quote": "21.00"}] * 2, 1, id="said twice"),
        pytest.param([{"line": 2, "quote": "21.00", "should_be": "20.00"}], 1, id="right value"),
        pytest.param([{"line": 2, "quote": "21.00", "should_be": "12.00"}], -4, id="wrong value"),
        pytest.param(
            [{"line": 1, "quote": "30.00", "should_be": "31.00万元"}], 1, id="as good a value elsewhere"
        ),
        pytest.param(
            [{"line": 1, "quote": "30.00", "should_be": "310000元"}], 1, id="in another unit"
        ),
        pytest.param(
            [{"line": 2, "quote": "10.00", "should_be": "11.00"}], -4, id="a right one made wrong"
        ),
        pytest.param([{"line": 3, "quote": "3103108"}], -0.5, id="false alarm"),
        pytest.param(
            [{"line": 3, "quote": "3103108", "should_be": "31"}], -4, id="a right figure changed"
        ),
        pytest.param([{"line": 4, "quote": "缺口"}], 0, id="debatable"),
        pytest.param(
            [{"line": 2, "quote": "21.00"}, {"line": 3, "quote": "电话"}], 0.5, id="one of each"
        ),
    ],
)  # fmt: skip
def test_what_answers_are_worth(findings: list[dict[str, object]], points: float):
    assert float(score(TEXT, LABELS, findings).points) == points


def test_answers_of_jslint_follow_the_schema():
    diagnostic = {
        "rule": "SUM101",
        "severity": "error",
        "message": "合计不等于分项",
        "location": {"line": 1, "column": 3, "end_line": 1, "end_column": 8},
        "excerpt": "30.00",
        "expected": "31.00",
        "related": [{"location": {"line": 2, "column": 2}, "excerpt": "10.00"}],
        "cause": {"alternatives": [{}], "suspects": []},
    }
    schema = json.loads((ROOT / "benchmarks/documents/answers.schema.json").read_text("utf-8"))

    said = adapter.finding(diagnostic)

    answers = {"version": 1, "checker": "jslint", "documents": {"d0086762": [said]}}
    jsonschema.validate(answers, schema)
    assert said["should_be"] is None, "several explanations are as good: no value is claimed"
    assert adapter.finding({**diagnostic, "cause": None})["should_be"] == "31.00"


def test_the_page_shows_answers_that_follow_the_schema():
    page = (ROOT / "docs/benchmark.md").read_text("utf-8")
    schema = json.loads((ROOT / "benchmarks/documents/answers.schema.json").read_text("utf-8"))
    shown = page.partition("```json\n")[2].partition("```")[0]

    jsonschema.validate(json.loads(shown), schema)
