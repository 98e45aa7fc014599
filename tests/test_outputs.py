"""Outputs: several at once, none over anybody's work; views of a run; spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import openpyxl
import pytest

from jslint import cli
from jslint.cli import own
from jslint.diagnostic import Diagnostic, Result, Severity, Unchecked
from jslint.document import Place
from jslint.formatters import encoded, render
from jslint.run import Run

GOOD = """\
三、支出决算情况说明
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.0%；项目支出200.00万元，占40.0%。
"""
BAD = GOOD.replace("60.0%", "62.0%")
BASE = ("check", "--pack", "arithmetic")


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "COLUMNS", "JSLINT_SITE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    Path("a.txt").write_text(BAD, encoding="utf-8")


def run(*arguments: str) -> int:
    return cli.main((*BASE, *arguments))


# Several ------------------------------------------------------------------------------------------


def test_several_outputs_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    status = run("a.txt", "--output-format", "text", "--output-format", "sarif=结果.sarif",
                 "--output-format", "xlsx=结果.xlsx", "--output-format", "concise=结果.txt")  # fmt: skip

    assert status == 1
    assert "错误[PCT101]" in capsys.readouterr().out
    assert json.loads(Path("结果.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert openpyxl.load_workbook("结果.xlsx").sheetnames == ["检查结果", "未核对"]
    assert Path("结果.txt").read_text(encoding="utf-8").startswith("a.txt:2:39: error[PCT101]")


def test_files_alone_leave_the_text_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    run("a.txt", "--output-format", "json=结果.json")

    assert "错误[PCT101]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        pytest.param("结果.json", '{\n  "version": 1', id="json"),
        pytest.param("结果.sarif", '{\n  "$schema"', id="sarif"),
        pytest.param("结果.xml", "<?xml", id="junit"),
        pytest.param("结果.HTML", "<!doctype html>", id="html"),
        pytest.param("结果.md", "# 检查结果", id="markdown"),
        pytest.param("结果.csv", "文件,位置,级别,规则", id="csv"),
        pytest.param("结果.jsonl", '{"rule"', id="jsonl"),
        pytest.param("结果", "a.txt:2:39: 错误", id="no ending"),
    ],
)
def test_the_ending_says_the_format(name: str, begins: str) -> None:
    run("a.txt", "-o", name)

    assert Path(name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("-o", "重要.docx"), "重要.docx 的扩展名属于别的文件，没有写入", id="Word"),
        pytest.param(("-o", "a.pdf", "--output-format", "html"), "html 的扩展名是 .html、.htm", id="PDF"),
        pytest.param(("--output-format", "json=a.html"), "a.html 的扩展名属于别的文件", id="another"),
        pytest.param(("--output-format", "text", "--output-format", "json"),
                     "一个输出只能有一种格式，不能同时是 text、json", id="two to one"),
        pytest.param(("--output-format", "json=x.json", "--output-format", "gitlab=./x.json"),
                     "./x.json 被写了两次", id="one file twice"),
        pytest.param(("--output-format", "xlsx"), "xlsx 只能写入文件", id="xlsx on a terminal"),
        pytest.param(("--output-format", "json="), "--output-format json= 后面要写文件名", id="no file"),
        pytest.param(("-o", "笔记.md"), "笔记.md 不是 jslint 写的，没有覆盖；要覆盖请加 --force", id="notes"),
        pytest.param(("-o", "数据.json"), "数据.json 不是 jslint 写的", id="JSON of others"),
        pytest.param(("-o", "表.xlsx"), "表.xlsx 不是 jslint 写的", id="workbook of others"),
    ],
)  # fmt: skip
def test_outputs_that_are_refused(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("笔记.md").write_text("# 检查结果\n\n自己写的\n", encoding="utf-8")
    Path("数据.json").write_text('{"version": 1, "tool": {"name": "eslint"}}', encoding="utf-8")
    openpyxl.Workbook().save("表.xlsx")
    before = {path: Path(path).read_bytes() for path in os.listdir()}

    status = run("a.txt", *arguments)

    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert message in err
    assert {path: Path(path).read_bytes() for path in os.listdir()} == before


def test_two_files_of_one_option_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Else the first would not be written, and nobody would say so."""
    assert run("a.txt", "-o", "a.json", "-o", "b.json") == 2
    assert "-o 只能写一个文件，这里写了 a.json、b.json" in capsys.readouterr().err
    assert not Path("b.json").exists()
    assert run("a.txt", "-o", "b.json", "-o", "b.json", "--fail-on", "never") == 0


@pytest.mark.parametrize("name", ["x.docx", "x.pdf"])
def test_force_does_not_make_a_document_of_it(name: str) -> None:
    assert run("a.txt", "-o", name, "--force") == 2
    assert not Path(name).exists()


def test_force_overwrites() -> None:
    Path("笔记.md").write_text("自己写的\n", encoding="utf-8")

    assert run("a.txt", "-o", "笔记.md", "--force") == 1
    assert Path("笔记.md").read_text(encoding="utf-8").startswith("# 检查结果")


@pytest.mark.parametrize(
    "name",
    ["结果.json", "结果.sarif", "结果.xml", "结果.html", "结果.md", "结果.csv", "结果.xlsx", "结果.txt",
     "结果.jsonl", "结果"],
)  # fmt: skip
def test_a_second_run_over_the_folder_works(name: str) -> None:
    first = run(".", "-o", name)
    data = Path(name).read_bytes()
    second = run(".", "-o", name)

    assert (first, second) == (1, 1)
    assert Path(name).read_bytes() == data


def test_what_another_run_wrote_is_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    run("a.txt", "-o", "上次.json")
    run(".", "--output-format", "json")

    assert json.loads(capsys.readouterr().out)["inputs"] == ["./a.txt"]
    run(".", "--output-format", "concise", "-q")
    assert "上次.json" not in "".join(capsys.readouterr())


def test_what_somebody_changed_is_theirs() -> None:
    run("a.txt", "-o", "结果.md")
    assert own.is_ours("结果.md")

    Path("结果.md").write_text(
        Path("结果.md").read_text(encoding="utf-8") + "批注", encoding="utf-8"
    )

    assert not own.is_ours("结果.md")
    assert run("a.txt", "-o", "结果.md") == 2


def test_an_output_named_as_input_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    run("a.txt", "-o", "结果.json")

    assert run("a.txt", "结果.json", "-o", "结果.json") == 2
    assert "不能同时作为输出" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("清单.yaml",), id="what a manifest names"),
        pytest.param(("b.txt", "--previous", "a.txt"), id="last year's report"),
        pytest.param(("b.txt", "--against", "a.txt"), id="another statement"),
        pytest.param(("b.txt", "--baseline", "a.txt"), id="a baseline"),
    ],
)
def test_what_is_read_is_never_written_over(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("清单.yaml").write_text("jslint: 1\nfiles: [a.txt]\n", encoding="utf-8")
    was = Path("a.txt").read_bytes()
    Path("b.txt").write_bytes(was)

    assert run(*arguments, "-o", "a.txt", "--force") == 2
    assert "a.txt 是要读取的文件，不能同时作为输出" in capsys.readouterr().err
    assert Path("a.txt").read_bytes() == was


def test_a_dash_is_standard_output_for_a_format_too(capsys: pytest.CaptureFixture[str]) -> None:
    run("a.txt", "--output-format", "json=-", "--output-format", "text=a.log")

    assert capsys.readouterr().out.startswith('{\n  "version": 1')
    assert not Path("-").exists()


# Views --------------------------------------------------------------------------------------------


def test_summary_is_a_line_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.txt").write_text(GOOD, encoding="utf-8")

    run("a.txt", "b.txt", "缺.txt", "--summary")

    assert capsys.readouterr().out.splitlines()[:5] == [
        "a.txt: 1 个错误、0 个警告、0 个提示；数字 5 个，已核对 5 个",
        "b.txt: 0 个错误、0 个警告、0 个提示；数字 5 个，已核对 5 个",
        "缺.txt: 未能读取",
        "",
        "共 1 个错误、0 个警告、0 个提示；检查了 2 个文件；数字 10 个，已核对 10 个；1 个文件未能读取。",
    ]


def found(rule: str, severity: Severity, line: int) -> Diagnostic:
    return Diagnostic(rule, "x", severity, f"第{line}行", Place(order=(line,), line=line, column=1))


MIXED = Run(
    (
        Result("a.txt", (found("B1", Severity.INFO, 1), found("A1", Severity.ERROR, 2))),
        Result("b.txt", (found("A1", Severity.WARNING, 1), found("B1", Severity.INFO, 3))),
    ),
    inputs=("a.txt", "b.txt"),
)


def test_statistics_is_a_line_a_rule() -> None:
    from msgspec.structs import replace

    text = render("text", replace(MIXED, statistics=True))

    assert text.splitlines()[:4] == [
        "条数  报告  规则  级别        标题",
        "   2     2  A1    错误、警告",
        "   2     2  B1    提示",
        "",
    ]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        pytest.param("place", ["a1", "a2", "b1", "b3"], id="place"),
        pytest.param("severity", ["a2", "b1", "a1", "b3"], id="severity"),
        pytest.param("rule", ["a2", "b1", "a1", "b3"], id="rule"),
    ],
)
def test_sort(sort: str, order: list[str]) -> None:
    from msgspec.structs import replace

    lines = render("concise", replace(MIXED, sort=sort)).splitlines()

    assert [line[0] + line.split(":")[1] for line in lines] == order


@pytest.mark.parametrize(
    ("most", "status"), [("0", 1), ("1", 0), ("-1", 2)], ids=["more", "as many", "none"]
)
def test_max_warnings(most: str, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from jslint import engine

    one = found("A1", Severity.WARNING, 1)
    monkeypatch.setattr(engine, "lint", lambda report, *_, **__: Result(report.path, (one,)))

    assert run("a.txt", "--max-warnings", most) == status


def test_a_rule_not_applied_is_told_once() -> None:
    unchecked = tuple(Unchecked("T1", "没有表", Place(line=n)) for n in range(1, 66))
    text = render("text", Run((Result("a.txt", unchecked=unchecked),), skipped=True))

    assert text.splitlines()[:3] == [
        "未能应用的规则：65 处",
        "  T1: 没有表（65 处：a.txt:1:1、a.txt:2:1、a.txt:3:1 等）",
        "",
    ]


def test_the_site_is_the_one_that_is_configured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JSLINT_SITE", "https://example.org/jslint/")
    run("a.txt", "--output-format", "jsonl")
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    monkeypatch.setenv("JSLINT_SITE", "javascript:alert(1)")
    run("a.txt", "--output-format", "jsonl")
    second = json.loads(capsys.readouterr().out.splitlines()[0])

    assert first["url"] == "https://example.org/jslint/rules/PCT101.html"
    assert (second["url"], second["explain"]) == (None, "jslint explain PCT101")


# Spreadsheets -------------------------------------------------------------------------------------

FORMULAS = ("=1+2", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "\t=1", "＝1", "_x003D_1", "\x00=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    one = Diagnostic(text, text, Severity.ERROR, text, Place(line=1), text, text, text, text)
    whole = Run((Result(text, (one,), unchecked=(Unchecked(text, text),)),), lang="en")

    for row in csv.reader(io.StringIO(render("csv", whole))):
        assert not any(cell.lstrip()[:1] in set("=+@＝") for cell in row), row
    book = openpyxl.load_workbook(io.BytesIO(b"".join(encoded("xlsx", whole))))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}


def test_the_workbook_holds_the_words_as_they_are() -> None:
    text = "占比 <60.0%> & “应为” _x000D_ " + "长" * 40000
    one = Diagnostic("PCT101", "x", Severity.ERROR, text, Place(line=3, column=4), excerpt="62.0%")
    data = b"".join(encoded("xlsx", Run((Result("a.txt", (one,)),))))

    first, _ = openpyxl.load_workbook(io.BytesIO(data))
    head, row = first.iter_rows(values_only=True)
    assert head[:6] == ("文件", "位置", "级别", "规则", "标题", "说明")
    assert row[:4] == ("a.txt", "3:4", "错误", "PCT101")
    assert row[5].startswith("占比 <60.0%> & “应为” ")
    assert len(row[5].replace("_x005F_", "_")) == 32767
    assert b"".join(encoded("xlsx", Run((Result("a.txt", (one,)),)))) == data
