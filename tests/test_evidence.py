"""What rules have shown: the data is of rules that exist, stability follows from it, and it is shown."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from test_cli import run

from jslint import pack
from jslint.authoring import evidence
from jslint.authoring.evidence import CLASSES, SOURCES, Evidence, Tally
from jslint.cli import proven

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from benchmarks import rule_evidence as gathering  # noqa: E402

KEPT = json.loads(Path(evidence.PATH).read_text("utf-8"))
IDS = [rule.entry.id for rule in pack.load([one.name for one in pack.available()]).rules]


def test_the_data_is_of_shipped_rules_in_order():
    assert list(KEPT["rules"]) == sorted(KEPT["rules"])
    assert set(KEPT["rules"]) <= set(IDS), "gone: run python -m benchmarks.rule_evidence"
    assert list(KEPT["sources"]) == [name for name in SOURCES if name in KEPT["sources"]]


def test_the_data_speaks_of_known_sources_and_classes():
    for one in KEPT["rules"].values():
        assert set(one) <= set(KEPT["sources"])
        for applied, said, true, false, reached in one.values():
            assert 0 <= true + false <= said
            assert applied or said or not reached
            assert set(reached) <= set(CLASSES)
            assert bool(reached) <= bool(true)


@pytest.mark.parametrize(
    ("sources", "why", "stability"),
    [
        pytest.param({}, "unused", "preview", id="never applied"),
        pytest.param({"random": Tally(9)}, "unreached", "preview", id="nothing found"),
        pytest.param({"slips": Tally(9, 2)}, "unreached", "preview", id="remarks alone"),
        pytest.param({"slips": Tally(9, 1, 1)}, "reached", "stable", id="one fault found"),
        pytest.param(
            {"slips": Tally(9, 99, 99), "random": Tally(9, 1, 0, 1)}, "false", "preview",
            id="one false report where nothing is wrong",
        ),
        pytest.param(
            {"seeded": Tally(9, 20, 20), "documents": Tally(9, 1, 0, 1)}, "reached", "stable",
            id="one false of twenty where something else is wrong",
        ),
        pytest.param(
            {"seeded": Tally(9, 19, 19), "documents": Tally(9, 1, 0, 1)}, "false", "preview",
            id="one false of nineteen",
        ),
    ],
)  # fmt: skip
def test_stability_follows_from_what_was_counted(
    sources: dict[str, Tally], why: str, stability: str
):
    shown = Evidence(sources)

    assert (shown.why, shown.stability) == (why, stability)


def test_what_was_counted_in_one_source_leaves_the_others():
    kept = {
        "sources": {"cases": {"texts": 1, "date": "2026-01-01", "commit": "abc"}},
        "rules": {
            "SUM101": {"cases": [1, 1, 1, 0, ["labelled"]], "slips": [5, 0, 0, 0, []]},
            "PCT101": {"slips": [4, 0, 0, 0, []]},
        },
    }
    said = [
        gathering.Said(frozenset({"SUM101"}), (("SUM101", "true", "slip-SUM"),)),
        gathering.Said(frozenset({"SUM101", "TIE302"}), (("SUM101", "", "slip-PCT"),)),
    ]

    now = gathering.updated(kept, "slips", 2, said)

    assert now["sources"]["cases"] == kept["sources"]["cases"]
    assert now["sources"]["slips"]["texts"] == 2
    assert now["rules"] == {
        "SUM101": {"cases": [1, 1, 1, 0, ["labelled"]], "slips": [2, 2, 1, 0, ["slip-SUM"]]},
        "PCT101": {},
        "TIE302": {"slips": [1, 0, 0, 0, []]},
    }


def test_a_slip_is_found_by_the_rule_of_its_sum():
    found = [one for seed in range(12) for one in gathering.of_slips(seed).found]

    assert ("SUM101", "true", "slip-SUM") in found
    assert not [one for one in found if one[1] == "false"]


def test_explain_shows_stability_and_evidence(capsys: pytest.CaptureFixture[str]):
    assert run("explain", "SUM101") == 0
    text = capsys.readouterr().out

    assert f"\n{proven.standing('SUM101', 'zh')}\n" in text
    assert "\n证据（docs/stability.md）：\n" in text


def test_explain_says_what_found_nothing(capsys: pytest.CaptureFixture[str]):
    silent = next(id_ for id_ in IDS if evidence.of(id_).why == "unused")

    assert run("explain", silent, "--lang", "en") == 0
    assert (
        "\nstability: preview (never applied in the generated reports and examples)\n"
        in capsys.readouterr().out
    )


def test_explain_as_json(capsys: pytest.CaptureFixture[str]):
    assert run("explain", "sum101", "--output-format", "json") == 0
    (told,) = json.loads(capsys.readouterr().out)

    assert (told["rule"], told["stability"]) == ("SUM101", "stable")
    assert told["evidence"]["true"] == sum(
        one["true"] for one in told["evidence"]["sources"].values()
    )
    assert {"message", "options", "examples", "reason", "basis"} <= set(told)


def test_json_of_an_old_id_is_that_of_what_it_became(capsys: pytest.CaptureFixture[str]):
    assert run("explain", "SEC201", "--output-format", "json") == 0
    told = json.loads(capsys.readouterr().out)

    assert [one["rule"] for one in told] == ["SEC413", "SEC504"]


def test_a_rule_of_the_users_own_has_no_evidence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    assert run("rules", "new", "our.yaml", "--id", "OUR101") == 0
    assert run("explain", "OUR101", "--pack", "our.yaml") == 0
    assert "稳定性" not in capsys.readouterr().out
    assert run("explain", "OUR101", "--pack", "our.yaml", "--output-format", "json") == 0
    (told,) = json.loads(capsys.readouterr().out)

    assert told["stability"] == ""
    assert "evidence" not in told
