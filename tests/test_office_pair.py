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
    # A profile of its own: a second LibreOffice on the machine would wait for the first.
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for path, kind in ((word, "docx"), (excel, "xlsx")):
        convert = [soffice, profile, "--headless", "--convert-to", kind]
        convert += ["--outdir", str(foreign), str(path)]
        subprocess.run(convert, check=True, capture_output=True, timeout=180)

    found = findings(str(foreign / word.name), str(foreign / excel.name), "--as-one-report")

    assert found == findings(str(EXAMPLES / "faulty" / "report.yaml"))


def test_a_manifest_names_the_files_of_one_report(tmp_path: Path) -> None:
    office.pair(build.faulty(), tmp_path)
    manifest = tmp_path / "report.yaml"
    manifest.write_text("jslint: 1\nfiles: [narrative.docx, tables.xlsx]\n", encoding="utf-8")

    assert findings(str(manifest)) == findings(str(EXAMPLES / "faulty" / "report.yaml"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("jslint: 1\nfiles: narrative.docx\n", "应当是文件名的列表", id="no list"),
        pytest.param("jslint: 1\nfiles: [[a]]\n", "不是文件名", id="no name"),
        pytest.param("jslint: 1\nfiles: [absent.docx]\n", "absent.docx", id="no such file"),
    ],
)
def test_a_manifest_that_cannot_be_followed_is_an_error(
    text: str, words: str, tmp_path: Path
) -> None:
    manifest = tmp_path / "report.yaml"
    manifest.write_text(text, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "jslint", "check", str(manifest)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert words in done.stderr


def test_tracked_changes_are_read_either_way(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.add_paragraph("第二部分 2024年度单位决算情况说明")
    document.add_paragraph("三、支出决算情况说明")
    paragraph = document.add_paragraph("2024年度项目支出40.00万元，完成预算80.0%，决算数")
    for tag, text, word in (("del", "delText", "大于"), ("ins", "t", "小于")):
        paragraph._p.append(
            parse_xml(
                f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r><w:{text}>{word}</w:{text}></w:r></w:{tag}>'
            )
        )
    paragraph.add_run("预算数的主要原因是厉行节约。")
    path = tmp_path / "draft.docx"
    document.save(str(path))

    rules = {
        view: [rule for rule, _ in findings(str(path), "--tracked", view)]
        for view in ("accepted", "original")
    }

    assert "TRD201" not in rules["accepted"]
    assert "TRD201" in rules["original"]
