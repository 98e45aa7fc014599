"""Invented, consistent reports in the manner of several regions: no error and no warning on any."""

from __future__ import annotations

from pathlib import Path

import pytest

from jslint import engine, pack, readers
from jslint.diagnostic import Severity

REPORTS = sorted((Path(__file__).parent / "regions").glob("*.txt"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_consistent_report_has_no_error_or_warning(path: Path) -> None:
    report = readers.read(path.name, path.read_bytes())

    result = engine.lint(report, pack.load(pack.choose(report)))

    loud = [found for found in result.diagnostics if found.severity is not Severity.INFO]
    assert [(found.rule, found.message) for found in loud] == []


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_most_figures_are_understood(path: Path) -> None:
    report = readers.read(path.name, path.read_bytes())

    figures = engine.lint(report, pack.load(pack.choose(report))).figures

    assert sum(figure.understood for figure in figures) >= 0.95 * len(figures)
    assert sum(figure.checked for figure in figures) >= 0.75 * len(figures)
