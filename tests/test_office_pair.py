"""The example as a Word and an Excel file: the same findings as its structured form."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
sys.path.insert(0, str(EXAMPLES))

pytest.importorskip("docx", reason="python-docx writes the Word file")
pytest.importorskip("openpyxl", reason="openpyxl writes the workbook")

import build  # noqa: E402
import office  # noqa: E402


def findings(*arguments: str) -> list[tuple[str, str]]:
    """The (rule, message) of a check in the shell, sorted."""
    command = [sys.executable, "-m", "jslint", "check", *arguments, "--output-format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    return sorted((d["rule"], d["message"]) for d in json.loads(done.stdout)["diagnostics"])


@pytest.mark.parametrize("name", ["clean", "faulty"])
def test_word_and_excel_give_the_findings_of_the_structured_form(name: str, tmp_path: Path) -> None:
    text = build.clean() if name == "clean" else build.faulty()
    word, excel = office.pair(text, tmp_path)

    found = findings(str(word), str(excel), "--as-one-report")

    assert found == findings(str(EXAMPLES / name / "report.yaml"))


@pytest.mark.slow
def test_the_same_through_a_foreign_writer(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    word, excel = office.pair(build.faulty(), tmp_path / "ours")
    foreign = tmp_path / "foreign"
    for path, kind in ((word, "docx"), (excel, "xlsx")):
        convert = [soffice, "--headless", "--convert-to", kind, "--outdir", str(foreign), str(path)]
        subprocess.run(convert, check=True, capture_output=True, timeout=180)

    found = findings(str(foreign / word.name), str(foreign / excel.name), "--as-one-report")

    assert found == findings(str(EXAMPLES / "faulty" / "report.yaml"))
