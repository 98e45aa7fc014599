"""The shipped examples: the clean report is clean, and every planted fault is found, alone and together."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jslint import engine, pack, readers

EXAMPLES = Path(__file__).parents[1] / "examples"
sys.path.insert(0, str(EXAMPLES))

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic

import build  # noqa: E402 - the builder is a script beside the examples

RULES = pack.load(pack.choose(readers.read("report.txt", build.clean().encode())))


def found(text: str, name: str = "report.txt") -> list[tuple[str, str]]:
    """The (rule, message) of every diagnostic."""
    return [(diagnostic.rule, diagnostic.message) for diagnostic in diagnosed(text, name)]


def diagnosed(text: str, name: str = "report.txt") -> tuple[Diagnostic, ...]:
    """Every diagnostic."""
    return engine.lint(readers.read(name, text.encode()), RULES).diagnostics


def broken(text: str) -> set[str]:
    """Every rule that some diagnostic says is broken."""
    return {rule for one in diagnosed(text) for rule in (one.rule, *one.also)}


def test_the_form_is_recognised() -> None:
    assert "sichuan" in RULES.packs


@pytest.mark.parametrize("name", ["report.txt", "report.yaml"])
def test_clean_report_is_clean(name: str) -> None:
    text = (EXAMPLES / "clean" / name).read_text(encoding="utf-8")

    assert found(text, name) == []


@pytest.mark.parametrize(
    ("rules", "was", "now"),
    [
        pytest.param(*fault, id=f"{fault[0][0]}-{number}")
        for number, fault in enumerate(build.FAULTS)
    ],
)
def test_each_planted_fault_is_found_and_nothing_else(
    rules: tuple[str, ...], was: str, now: str
) -> None:
    text = build.clean()

    assert text.count(was) >= 1
    assert broken(text.replace(was, now, 1)) == set(rules)


def test_faulty_report_has_the_planted_faults_and_nothing_else() -> None:
    text = (EXAMPLES / "faulty" / "report.txt").read_text(encoding="utf-8")
    planted = json.loads((EXAMPLES / "faulty" / "faults.json").read_text(encoding="utf-8"))

    loud = [one for one in diagnosed(text) if one.severity.rank]

    assert broken(text) == {rule for fault in planted for rule in fault["rules"]}
    assert len(planted) >= 25  # noqa: PLR2004 - the number of faults promised
    assert len(planted) <= len(loud) <= 1.1 * len(planted)


def test_faulty_report_converted_has_the_same_findings() -> None:
    text = (EXAMPLES / "faulty" / "report.txt").read_text(encoding="utf-8")
    converted = (EXAMPLES / "faulty" / "report.yaml").read_text(encoding="utf-8")

    assert sorted(found(converted, "report.yaml")) == sorted(found(text))


def test_examples_are_as_built() -> None:
    assert (EXAMPLES / "clean" / "report.txt").read_text(encoding="utf-8") == build.clean()
    assert (EXAMPLES / "faulty" / "report.txt").read_text(encoding="utf-8") == build.faulty()


def test_an_unfilled_form_is_reported_without_a_flood() -> None:
    blanks = "".join(
        f"{n}.某某支出（类）XX（款）XX（项）：支出决算为XX万元。\n\n" for n in range(1, 31)
    )
    text = f"第二部分 2024年度单位决算情况说明\n\n三、支出决算情况说明\n\n{blanks}"

    placeholders = [message for rule, message in found(text) if rule == "TXT102"]

    assert len(placeholders) == 1
    assert "共30处" in placeholders[0]
