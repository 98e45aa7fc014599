"""Invented statements in the words of nobody's form: right ones are passed, wrong ones are found.

Each paragraph of ``sentences/consistent.txt`` adds up in every reading; each of
``sentences/contradictory.txt`` has one figure that others of the paragraph exclude.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from surfaces import SURFACES

from jslint import engine, pack, readers
from jslint.diagnostic import Severity

FOLDER = Path(__file__).parent / "sentences"
TITLE = "清河县民政局2023年度部门决算\n\n"
HEADING = "一、收入支出决算情况说明\n"


def paragraphs(name: str) -> list[str]:
    """The statements of a file; a blank line parts them."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [one.strip() for one in text.split("\n\n") if one.strip()]


def complaints(statement: str) -> list[str]:
    """The errors and warnings of a report that says nothing else."""
    headed = statement if statement.startswith("一、") else f"{HEADING}{statement}"
    report = readers.read("report.txt", f"{TITLE}{headed}\n".encode())
    found = engine.lint(report, pack.load(pack.choose(report))).diagnostics
    return [f"{one.rule} {one.message}" for one in found if one.severity is not Severity.INFO]


@pytest.mark.parametrize("statement", paragraphs("consistent.txt"))
def test_what_adds_up_is_passed(statement: str) -> None:
    assert complaints(statement) == []


#: Each statement in one other way, each way for every so many of them.
CHANGED = [
    (name, statement)
    for at, statement in enumerate(paragraphs("consistent.txt"))
    for name in [list(SURFACES)[at % len(SURFACES)]]
    if SURFACES[name](statement) != statement
]


@pytest.mark.parametrize(("surface", "statement"), CHANGED)
def test_what_adds_up_is_passed_however_it_is_printed(surface: str, statement: str) -> None:
    assert complaints(SURFACES[surface](statement)) == []


@pytest.mark.parametrize("statement", paragraphs("contradictory.txt"))
def test_what_contradicts_itself_is_found(statement: str) -> None:
    assert complaints(statement) != []
