"""The command line: exact output, exit status, streams, files, and what is loaded when."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jslint import __version__, cli, engine
from jslint.cli import files, finding, help, rulebook, streams, words  # noqa: A004 - the module's name
from jslint.cli.words import locale
from jslint.diagnostic import Diagnostic, Result, Severity
from jslint.document import Place
from jslint.errors import UnreadableError, UsageError
from jslint.formatters.terminal import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jslint.document import Report

GOOD = """\
三、支出决算情况说明
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.0%；项目支出150.00万元，占30.0%；经营支出50.00万元，占10.0%。
"""
BAD = GOOD.replace("60.0%", "62.0%").replace("30.0%", "33.0%")
BASE = ("check", "--pack", "arithmetic")
COMMANDS = (
    "annotate", "baseline", "cache", "check", "checklist", "compare", "completion", "config", "convert",
    "explain", "facts", "files", "rules", "schema", "summary", "tables", "why",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test in an empty folder, in a Chinese locale, without a terminal's settings."""
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)


def _lint_as(severity: Severity) -> Callable[..., Result]:
    """An engine that finds one thing of this severity in every report."""

    def lint(report: Report, *_: object, **_options: object) -> Result:
        place = Place(order=(2, 7), line=2, column=7, end_line=2, end_column=13)
        found = Diagnostic("ABC101", "abc", severity, "有误", place, excerpt="本年支出合计")
        return Result(report.path, (found,), lines=report.lines)

    return lint


def run(*arguments: str) -> int:
    """Run the command line in this process; the exit status."""
    return cli.main(arguments)


# What the installed command does.
COMMAND = (sys.executable, "-c", "from jslint.cli import script; script()")
# The same code as in this process, wherever the other one runs.
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(cli.__file__).parents[2]),
    "LANG": "zh_CN.UTF-8",
}


def subrun(
    *arguments: str, data: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        check=False,
        env={**ENVIRONMENT, **environment},
        input=data,
    )


# Exit status -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("severity", "fail_on", "status"),
    [
        pytest.param(Severity.ERROR, "error", 1, id="error at error"),
        pytest.param(Severity.WARNING, "error", 0, id="warning below error"),
        pytest.param(Severity.WARNING, "warning", 1, id="warning at warning"),
        pytest.param(Severity.INFO, "warning", 0, id="info below warning"),
        pytest.param(Severity.INFO, "info", 1, id="info at info"),
        pytest.param(Severity.ERROR, "never", 0, id="never"),
    ],
)
def test_findings_count_from_the_chosen_severity(
    severity: Severity, fail_on: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(engine, "lint", _lint_as(severity))

    assert run("check", "a.txt", "--fail-on", fail_on) == status


@pytest.mark.parametrize(
    ("text", "status"),
    [pytest.param(GOOD, 0, id="clean"), pytest.param(BAD, 1, id="two wrong shares")],
)
def test_check_of_a_real_report(text: str, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    Path("报告.txt").write_text(text, encoding="utf-8")

    assert run(*BASE, "报告.txt", "--output-format", "json") == status
    found = [
        (one["rule"], one["excerpt"], one["location"]["line"])
        for one in _json(capsys)["diagnostics"]
    ]
    assert found == ([("PCT101", "占62.0%", 2), ("PCT101", "占33.0%", 2)] if status else [])


def _json(capsys: pytest.CaptureFixture[str]) -> dict[str, list[dict[str, dict[str, object]]]]:
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def test_text_output_in_full(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("报告.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(engine, "lint", _lint_as(Severity.WARNING))

    status = run("check", "报告.txt")

    assert status == 0
    assert "".join(capsys.readouterr()) == (
        "报告.txt:2:7: 警告[ABC101] 有误\n"
        "    2 | 2024年度本年支出合计500.00万元，其中：基本支出300.00万元，"
        "占60.0%；项目支出150.00万元，占3…\n"
        "      |         ^^^^^^^^^^^^\n"
        "\n"
        "共 0 个错误、1 个警告、0 个提示；检查了 1 个文件。\n"
        "未识别出地方表式，只用全国通行的规则。\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("check",), "没有给出要检查的文件或文件夹，例如：jslint check 决算公开.txt",
                     id="no path"),
        pytest.param(("check", "--lang", "en"), None, id="no path, in English"),
        pytest.param(("check", "--pick", "a.txt"), "没有这个选项：--pick；相近的：--pack",
                     id="unknown option"),
        pytest.param(("check", "a.txt", "--fail-on", "all"),
                     "--fail-on 只能是 error、warning、info、never 之一", id="unknown choice"),
        pytest.param(("check", "a.txt", "--pack"), "选项 --pack 后面要写一个值",
                     id="no value"),
        pytest.param(("rules", "list", "--kind"), "选项 --kind 后面要写一个值",
                     id="no value, deeper"),
        pytest.param(("check", "a.txt", "--fix=yes"), "选项 --fix 不带值，请去掉“=”和后面的字", id="a value"),
        pytest.param(("convert",), "缺少 文件", id="no argument"),
        pytest.param(("chekc",),
                     "没有命令 chekc；是不是：jslint check"
                     f"（可用的命令：{'、'.join(COMMANDS)}）", id="unknown command"),
        pytest.param(("xyz",), f"没有命令 xyz；可用的命令：{'、'.join(COMMANDS)}",
                     id="unlike any command"),
    ],
)  # fmt: skip
def test_usage_errors_exit_2(
    arguments: tuple[str, ...], message: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(*arguments)

    captured = capsys.readouterr()
    assert (status, captured.out) == (2, "")
    if message is None:
        assert captured.err == (
            "jslint: error: no file or folder to check, such as: jslint check report.txt\n"
            "See jslint check --help\n"
        )
    else:
        first, second = captured.err.splitlines()
        assert first == f"jslint: 错误：{message}"
        assert second.endswith(" --help 查看用法")


def test_without_arguments_the_help_is_shown_and_the_status_is_2(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run() == 2
    assert capsys.readouterr().out.startswith("用法：jslint [选项] 命令 …\n")


def test_an_unreadable_input_does_not_stop_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.txt").write_text(BAD, encoding="utf-8")
    Path("空.txt").write_bytes(b"")

    status = run(*BASE, "缺.txt", "b.txt", "空.txt", "--output-format", "json")

    out, err = capsys.readouterr()
    whole = json.loads(out)
    assert status == 2
    assert [error["path"] for error in whole["errors"]] == ["缺.txt", "空.txt"]
    assert whole["inputs"] == ["缺.txt", "b.txt", "空.txt"]
    assert whole["summary"]["error"] == 2
    assert err.splitlines()[0] == "jslint: 错误：缺.txt: 没有这个文件；请检查路径"
    assert err.splitlines()[1].startswith("jslint: 错误：空.txt: 文件是空的")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("--pack", "nowhere"), "没有规则包", id="unknown pack"),
        pytest.param(("--pack", "nowhere.yaml"), "没有规则包", id="missing pack file"),
        pytest.param(("--pack", "broken.yaml"), "broken.yaml:2:1", id="broken pack, at its place"),
        pytest.param(("--select", "XYZ"), "没有编号以 XYZ 开头的规则", id="unknown rule selected"),
        pytest.param(
            ("--ignore", "PCT,QQQ"), "没有编号以 QQQ 开头的规则", id="unknown rule ignored"
        ),
        pytest.param(("--select", "PCT", "--ignore", "PCT"), "没有选中任何规则", id="no rule left"),
        pytest.param(("--select", ""), "--select 没有写规则", id="nothing selected"),
        pytest.param(("-o", "nowhere/out.txt"), "没有这个文件夹", id="output in no folder"),
        pytest.param(("-o", "a.txt"), "不能同时作为输出", id="output over the input"),
        pytest.param(
            ("-o", "."), "是文件夹，这里要一个文件；请写出文件名", id="output is a folder"
        ),
        pytest.param(("-o", "new/"), "不能写入 new/：是文件夹", id="output is a folder to be"),
        pytest.param(
            ("--scheduler", "tcp://a:1"), "--scheduler 只用于 --engine dask", id="no cluster"
        ),
    ],
)
def test_what_is_wrong_with_the_configuration_exits_2(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    Path("broken.yaml").write_text("pack: broken\nrulez: []\n", encoding="utf-8")

    status = run("check", "a.txt", *arguments)

    captured = capsys.readouterr()
    assert (status, captured.out) == (2, "")
    assert captured.err.startswith("jslint: 错误：")
    assert message in captured.err
    assert Path("a.txt").read_text(encoding="utf-8") == BAD


def test_a_broken_pack_is_refused_before_any_report_is_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("broken.yaml").write_text("pack: [", encoding="utf-8")

    assert run("check", "缺.txt", "--pack", "broken.yaml") == 2
    assert "缺.txt" not in capsys.readouterr().err


def test_an_interrupt_exits_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **_options: object) -> Result:
        raise KeyboardInterrupt

    Path("a.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(engine, "lint", interrupted)

    assert run("check", "a.txt") == 130


@pytest.mark.parametrize("verbose", [False, True])
def test_a_fault_of_our_own_exits_2_with_a_reference(verbose: bool) -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    script = (
        "from jslint import cli, engine; engine.lint = None;"
        "import sys; sys.exit(cli.main(['check', 'a.txt', *sys.argv[1:]]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, *["--verbose"] * verbose],
        capture_output=True,
        check=False,
        env=ENVIRONMENT,
    )

    assert done.returncode == 2
    assert re.search("TypeError，编号 [0-9a-f]{6}", done.stderr.decode())
    assert (b"TypeError: 'NoneType' object is not callable" in done.stderr) is verbose


def test_a_closed_pipe_is_no_error() -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    command = (*COMMAND, *BASE, "a.txt")

    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (1, b"")


# Selection ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(("--select", "PCT"), 1, id="family"),
        pytest.param(("--select", "pct101"), 1, id="one rule, in lower case"),
        pytest.param(("--select", "SUM，TRD"), 0, id="other families, a Chinese comma"),
        pytest.param(("--ignore", "PCT101"), 0, id="ignored"),
        pytest.param(("--ignore", "SUM", "--ignore", "TRD"), 1, id="others ignored"),
        pytest.param(("--ignore", "TIE301"), 1, id="a rule of another shipped pack is no mistake"),
    ],
)
def test_rules_are_selected_by_id_or_family(arguments: tuple[str, ...], status: int) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")

    assert run(*BASE, "a.txt", *arguments) == status


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--select", "PCX101"), id="selected"),
        pytest.param(("--ignore", "PCX101"), id="ignored"),
        pytest.param(("--extend-select", "PCX101"), id="selected besides"),
        pytest.param(("--severity", "PCX101=off"), id="graded"),
    ],
)
def test_a_rule_that_does_not_exist_is_refused(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")

    assert run(*BASE, "a.txt", *arguments) == 2

    assert "没有编号以 PCX101 开头的规则；相近的：PCT101" in capsys.readouterr().err


def test_prefixes_are_split_at_commas() -> None:
    assert rulebook.prefixes(("pct, SUM101", "，TRD")) == ("PCT", "SUM101", "TRD")


# Malformed reports -------------------------------------------------------------------------------

DUPLICATE = "jslint: 1\nsections: []\nsections: []\n"


def test_a_malformed_report_is_a_diagnostic_at_its_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("a.yaml").write_text(DUPLICATE, encoding="utf-8")

    status = run("check", "a.yaml", "-q")

    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    assert lines[0].startswith("a.yaml:3:1: 错误[SYN002] ")
    assert lines[1:3] == ["    3 | sections: []", "      | ^^^^^^^^"]


@pytest.mark.parametrize(
    ("output_format", "expected"),
    [
        pytest.param("concise", "a.yaml:3:1: error[SYN002] ", id="concise"),
        pytest.param("json", '"rule": "SYN002"', id="json"),
    ],
)
def test_malformed_reports_in_every_format(
    output_format: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.yaml").write_text(DUPLICATE, encoding="utf-8")

    assert run("check", "a.yaml", "--select", "PCT", "--output-format", output_format) == 1
    assert expected in capsys.readouterr().out


# Inputs ------------------------------------------------------------------------------------------


def test_a_folder_without_reports_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    Path("空").mkdir()

    assert run("check", "空") == 2
    assert capsys.readouterr().err.startswith(
        "jslint: 错误：空: 文件夹里没有可以检查的报告；支持的格式：.txt"
    )


@pytest.mark.parametrize("path", ["缺.txt", "a.txt/b.txt", "a\0b.txt"])
def test_missing_files(path: str) -> None:
    Path("a.txt").write_text("x", encoding="utf-8")

    with pytest.raises(UnreadableError, match="没有这个文件"):
        files.load(path, "zh")


def test_a_folder_that_may_not_be_listed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(
        top: str, onerror: Callable[[OSError], None]
    ) -> Iterator[tuple[str, list[str], list[str]]]:
        yield top, ["closed"], ["a.txt"]
        onerror(PermissionError(13, "Permission denied", f"{top}/closed"))

    Path("d/closed").mkdir(parents=True)
    monkeypatch.setattr(os, "walk", walk)
    monkeypatch.setattr(os, "access", lambda *_: False)

    Path("d/a.txt").write_text(GOOD, encoding="utf-8")
    found = finding.find(("d",), finding.Search(extensions=(".txt",)))
    assert found.files == ("d/a.txt", "d/closed")
    with pytest.raises(UnreadableError, match="打不开"):
        files.load("d/closed", "zh")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file")
def test_files_without_permission() -> None:
    Path("a.txt").write_text("x", encoding="utf-8")
    Path("a.txt").chmod(0)

    with pytest.raises(UnreadableError, match="打不开"):
        files.load("a.txt", "zh")


@pytest.mark.parametrize(
    ("data", "name", "status", "path"),
    [
        pytest.param(BAD.encode(), (), 1, "-", id="text"),
        pytest.param(
            BAD.encode("gb18030"), ("--stdin-filename", "草稿.txt"), 1, "草稿.txt", id="named"
        ),
        pytest.param(
            DUPLICATE.encode(), ("--stdin-filename", "a.yaml"), 1, "a.yaml", id="YAML by name"
        ),
        pytest.param(b"", (), 2, "-", id="nothing"),
    ],
)
def test_standard_input(data: bytes, name: tuple[str, ...], status: int, path: str) -> None:
    done = subrun(*BASE, "-", *name, "--output-format", "json", data=data)

    assert done.returncode == status
    assert json.loads(done.stdout)["inputs"] == [path]


def test_several_files_as_one_report_show_each_its_own_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("甲.txt").write_text(GOOD, encoding="utf-8")
    Path("乙.txt").write_text("\n" + BAD.replace("三、", "四、"), encoding="utf-8")

    status = run(*BASE, "甲.txt", "乙.txt", "--as-one-report", "--ignore", "TIE,TRD")

    lines = capsys.readouterr().out.splitlines()
    assert status == 1
    assert lines[0].startswith("乙.txt:3:39: 错误[PCT101] ")
    assert lines[1].startswith("    3 | …")
    assert lines[-3].startswith("共 2 个错误、0 个警告、0 个提示；检查了 1 个文件")
    assert lines[-2] == "按：所给的规则包 arithmetic。"


SICHUAN = "四川省云岭数据档案中心\n2024年度\n单位决算\n一、收入决算情况说明\n本年收入没有变化。\n"
BUDGET = "云岭市示例局\n2026年部门预算\n一、职责\n负责示例工作。\n"


@pytest.mark.parametrize(
    ("files", "lang", "form"),
    [
        pytest.param((SICHUAN,), "zh", "按：四川省单位决算。", id="a form"),
        pytest.param((SICHUAN,), "en", "checked as: final accounts of a unit in Sichuan.", id="en"),
        pytest.param((GOOD,), "en", "no regional form recognised: nationwide rules only.",
                     id="none, in English"),
        pytest.param((BUDGET,), "zh", "按：部门预算，只用通行的规则。", id="a budget"),
        pytest.param((SICHUAN, SICHUAN, BUDGET, GOOD), "zh",
                     "按：四川省单位决算（2 个文件）、部门预算，只用通行的规则（1 个文件）；"
                     "1 个文件未识别出地方表式，只用全国通行的规则。", id="several"),
    ],
)  # fmt: skip
def test_the_form_that_was_recognised_is_said(
    files: tuple[str, ...], lang: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, source in enumerate(files):
        Path(f"{number}.txt").write_text(source, encoding="utf-8")

    run("check", *(f"{number}.txt" for number in range(len(files))), "--lang", lang)

    assert form in capsys.readouterr().out.splitlines()


def test_json_says_which_packs_were_applied(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(SICHUAN, encoding="utf-8")
    Path("b.txt").write_text(GOOD, encoding="utf-8")

    run("check", "a.txt", "b.txt", "--output-format", "json")

    assert json.loads(capsys.readouterr().out)["forms"] == [
        {"path": "a.txt", "form": "四川省单位决算", "packs": ["sichuan"]},
        {"path": "b.txt", "form": "", "packs": ["mof"]},
    ]


def test_one_report_of_which_a_file_is_missing_is_not_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("甲.txt").write_text(BAD, encoding="utf-8")

    assert run(*BASE, "甲.txt", "缺.txt", "--as-one-report") == 2
    assert capsys.readouterr() == (
        "没有检查任何文件；1 个文件未能读取。\n",
        "jslint: 错误：缺.txt: 没有这个文件；请检查路径\n",
    )


# Output ------------------------------------------------------------------------------------------


def test_output_goes_to_a_file_whole_and_uncoloured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    Path("a.txt").write_text(BAD, encoding="utf-8")

    status = run(*BASE, "a.txt", "-o", "out.txt")

    assert status == 1
    assert capsys.readouterr() == ("", "")
    assert Path("out.txt").read_text(encoding="utf-8").startswith("a.txt:2:39: 错误[PCT101] ")
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.txt"]


def test_writing_keeps_links_and_permissions() -> None:
    Path("real.txt").write_text("old", encoding="utf-8")
    Path("real.txt").chmod(0o640)
    Path("link.txt").symlink_to("real.txt")

    files.write("link.txt", "新", "zh")

    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8") == "新"
    assert Path("real.txt").stat().st_mode & 0o777 == 0o640


def test_writing_that_fails_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    Path("a.txt").write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(UsageError, match="磁盘满了"):
        files.write("a.txt", "new", "zh")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in Path().iterdir()] == [
        ("a.txt", "old")
    ]


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "expected"),
    [
        pytest.param("auto", {}, True, True, id="terminal"),
        pytest.param("auto", {}, False, False, id="pipe"),
        pytest.param("auto", {"NO_COLOR": "1"}, True, False, id="NO_COLOR"),
        pytest.param("auto", {"NO_COLOR": ""}, True, True, id="empty NO_COLOR is unset"),
        pytest.param("auto", {"FORCE_COLOR": "1"}, False, True, id="FORCE_COLOR"),
        pytest.param("auto", {"FORCE_COLOR": "0"}, True, True, id="FORCE_COLOR=0 forces nothing"),
        pytest.param(
            "auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False, id="NO_COLOR wins"
        ),
        pytest.param("auto", {"TERM": "dumb"}, True, False, id="dumb terminal"),
        pytest.param("always", {"NO_COLOR": "1"}, False, True, id="always"),
        pytest.param("never", {"FORCE_COLOR": "1"}, True, False, id="never"),
    ],
)
def test_colour(
    choice: str, environment: dict[str, str], terminal: bool, expected: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal, raising=False)

    assert streams.colored(choice, sys.stdout, environment) is expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("120", 120), ("10", 40), ("999", 200), ("x", 100), ("0", 100), ("", 100)],
)
def test_width(columns: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stdout__", None)

    assert streams.width({"COLUMNS": columns}) == expected


def test_progress_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    streams.progress(1, 9, "a.txt")
    assert capsys.readouterr().err == ""

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    streams.progress(1, 2, "a.txt")
    streams.progress(3, 9, "a.txt")
    streams.progress(4, 9, "b.txt", "约剩 3 秒")
    streams.wipe(9)
    assert capsys.readouterr().err == ("\r\x1b[K[3/9] a.txt\r\x1b[K[4/9] 约剩 3 秒 b.txt\r\x1b[K")


def test_output_is_utf8_whatever_the_locale() -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")

    done = subrun(*BASE, "a.txt", LC_ALL="zh_CN.GB18030", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert done.returncode == 1
    assert done.stdout.decode().startswith("a.txt:2:39: 错误[PCT101] ")


# What was understood, and what was not checked ---------------------------------------------------


def test_show_claims_prints_a_tree_before_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")

    run(*BASE, "a.txt", "--show-claims")

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "a.txt"
    assert lines[1].split() == ["行", "主体", "关系", "数字", "基准", "章节"]
    assert [line.split()[:4] for line in lines[3:10]] == [
        ["2", "本年支出合计", "为", "500.00万元"],
        ["2", "基本支出", "为", "300.00万元"],
        ["2", "基本支出", "占", "62.0%"],
        ["2", "项目支出", "为", "150.00万元"],
        ["2", "项目支出", "占", "33.0%"],
        ["2", "经营支出", "为", "50.00万元"],
        ["2", "经营支出", "占", "10.0%"],
    ]
    assert lines[4].index("基本支出") == lines[3].index("本年支出合计") + 2
    assert {cells(line[: line.index("万元")]) for line in lines if "万元" in line[:60]} != {0}
    assert lines[11].startswith("a.txt:2:39: 错误[PCT101]")


@pytest.mark.parametrize("output_format", ["concise", "json"])
def test_tables_for_people_keep_out_of_formats_for_programs(
    output_format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    run(*BASE, "a.txt", "--output-format", output_format)
    alone = capsys.readouterr().out

    run(
        *BASE,
        "a.txt",
        "--output-format",
        output_format,
        "--show-claims",
        "--coverage",
        "--show-skipped",
    )

    out, err = capsys.readouterr()
    assert out == alone
    assert "主体" in err
    assert "覆盖情况：数字 7 个（文字 7 个，表格 0 个），读懂 100.0%，已核对 100.0%\n" in err
    assert "未能应用的规则" in err


# The other commands ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "name", "beginning"),
    [
        pytest.param(("-o", "a.report.yaml"), "a.report.yaml", "", id="YAML by default"),
        pytest.param(("-o", "a.report.json"), "a.report.json", "{", id="JSON by extension"),
        pytest.param(("-o", "a.out", "--to", "json"), "a.out", "{", id="JSON by option"),
    ],
)
def test_converted_reports_give_the_same_findings(
    arguments: tuple[str, ...], name: str, beginning: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")

    assert run("convert", "a.txt", *arguments) == 0
    assert Path(name).read_text(encoding="utf-8").startswith(beginning)
    stdin = ("-", "--stdin-filename", "a.json") if name == "a.out" else (name,)
    if stdin[0] != "-":
        assert run(*BASE, *stdin, "--output-format", "json") == 1
        assert [one["excerpt"] for one in _json(capsys)["diagnostics"]] == ["占62.0%", "占33.0%"]


def test_convert_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")

    assert run("convert", "a.txt") == 0
    assert "jslint: 1\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "arguments", "status", "message"),
    [
        pytest.param(
            "a.txt", ("-o", "old.yaml"), 2, "old.yaml 已存在；要覆盖请加 --force", id="exists"
        ),
        pytest.param(
            "a.txt", ("-o", "a.txt", "--force"), 2, "不能同时作为输出", id="never over its input"
        ),
        pytest.param("缺.txt", (), 2, "没有这个文件", id="missing"),
        pytest.param("bad.yaml", (), 1, "SYN002", id="malformed"),
        pytest.param("a.txt", ("-o", "a.docx"), 2, "a.docx 的扩展名属于别的文件", id="Word"),
        pytest.param(
            "a.txt", ("-o", "a.json", "--to", "yaml"), 2, "a.json 的扩展名", id="not JSON"
        ),
    ],
)
def test_convert_refuses(
    source: str, arguments: tuple[str, ...], status: int, message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    Path("old.yaml").write_text("old", encoding="utf-8")
    Path("bad.yaml").write_text(DUPLICATE, encoding="utf-8")

    assert run("convert", source, *arguments) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert Path("old.yaml").read_text(encoding="utf-8") == "old"
    assert Path("a.txt").read_text(encoding="utf-8") == GOOD


def test_convert_overwrites_when_told() -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    Path("old.yaml").write_text("old", encoding="utf-8")

    assert run("convert", "a.txt", "-o", "old.yaml", "--force") == 0
    assert "jslint: 1\n" in Path("old.yaml").read_text(encoding="utf-8")


def test_rules_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--pack", "arithmetic") == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["编号", "级别", "规则", "种类", "规则包", "稳定性"]
    row = next(line for line in lines if line.startswith("PCT101"))
    assert row.split()[:5] == ["PCT101", "error", "占比计算有误", "share", "arithmetic"]
    assert cells(row[: row.index("share")]) == cells(lines[0][: lines[0].index("种类")])
    assert lines[-1] == f"共 {len(lines) - 4} 条规则"


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "--output-format", "json") == 0

    rows = json.loads(capsys.readouterr().out)
    ids = [row["rule"] for row in rows]
    assert ids == sorted(set(ids))
    share = next(row for row in rows if row["rule"] == "PCT101")
    assert (share["title"], share["severity"], share["pack"]) == (
        "占比计算有误",
        "error",
        "arithmetic",
    )
    assert Path(share["path"]).read_text(encoding="utf-8").splitlines()[
        share["line"] - 1
    ].strip() == ("- id: PCT101")


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "pct101") == 0

    text = capsys.readouterr().out
    assert text.startswith("PCT101 占比计算有误（share）\n\n级别：错误（error）\n稳定性：stable（")
    for heading in ("\n依据：", "\n规则包：", "\n反例：\n", "\n正例：\n", "→ 应报告“60.0%”"):
        assert heading in text


def test_explain_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "sum101", "--lang", "en") == 0

    said = capsys.readouterr().out.partition("\nmessage: ")[0]
    assert said.startswith("SUM101 list-sum (the parts do not add up to their total)\n")
    assert "\nreason: Readers add up the parts. Where they do not come to the total, " in said
    assert "\nbasis: interval arithmetic (XBRL Calculations 1.1); " in said


@pytest.mark.parametrize("rule", ["SYN001", "SYN002", "SYN003", "SYN101", "SYN109", "SUP001"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_explain_tells_of_rules_that_no_pack_declares(
    rule: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("explain", rule, "--lang", lang) == 0
    assert capsys.readouterr().out.startswith(f"{rule} ")
    assert run("explain", rule.lower(), "--output-format", "json") == 0
    assert json.loads(capsys.readouterr().out)[0]["rule"] == rule


def test_explain_names_the_page_of_the_site_that_is_configured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JSLINT_SITE", "https://example.org/jslint/")

    run("explain", "PCT101")
    run("explain", "SYN003")

    out = capsys.readouterr().out
    assert "网页：https://example.org/jslint/rules/PCT101.html" in out
    assert "网页：https://example.org/jslint/rules.html#syn003" in out


@pytest.mark.parametrize("command", ["convert", "tables", "facts", "why"])
def test_a_folder_is_no_file(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("夹").mkdir()
    Path("夹/决算.txt").write_text(GOOD, encoding="utf-8")

    assert run(command, "夹", *(["1"] if command == "why" else [])) == 2
    assert "夹: 是文件夹，这里要一个文件；请写明文件" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["convert", "facts", "tables", "why"])
def test_a_manifest_is_no_file(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("清单.yaml").write_text("jslint: 1\nfiles: [a.txt, b.xlsx]\n", encoding="utf-8")

    assert run(command, "清单.yaml", *(("1:1",) if command == "why" else ())) == 2

    assert capsys.readouterr().err == (
        "jslint: 错误：清单.yaml: 是一份报告几个文件的清单，这里要一个文件；"
        "请写明其中一个：a.txt、b.xlsx\n"
    )


def test_explain_names_near_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", "PCT10") == 2
    assert capsys.readouterr().err.startswith("jslint: 错误：没有规则 PCT10；相近的：PCT10")


TABLE = """\
jslint: 1
sections:
  - heading: 三、绩效
    blocks:
      - table: {title: 自评表, rows: [[指标, 得分], [数量, "7.20"]], header-rows: 1}
"""


@pytest.mark.parametrize(
    ("output_format", "expected"),
    [
        pytest.param("table", "数量 | 7.20\n", id="for people"),
        pytest.param("csv", "指标,得分\n数量,7.20\n", id="csv"),
        pytest.param("json", '"7.20"', id="json"),
    ],
)
def test_tables(output_format: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.yaml").write_text(TABLE, encoding="utf-8")

    assert run("tables", "a.yaml", "--output-format", output_format) == 0
    out = capsys.readouterr().out
    assert "自评表" in out
    assert expected in out.replace("  ", " ")


def test_tables_of_a_malformed_report(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.yaml").write_text(DUPLICATE, encoding="utf-8")

    assert run("tables", "a.yaml") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("a.yaml:3:1: 错误[SYN002] ")
    assert captured.err.endswith("jslint: 错误：a.yaml 的格式有误，没有读取\n")


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", "report") == 0
    assert json.loads(capsys.readouterr().out)["$schema"].startswith("https://json-schema.org/")


# Help, language ----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, "--help") == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"用法：jslint {command} [选项]")
    assert "选项：" in lines
    assert f"  jslint {command}" in "\n".join(lines[lines.index("例：") :])
    assert max(cells(line) for line in lines) <= 80


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("一二三四", 4, ["一二", "三四"], id="between characters"),
        pytest.param("一二，三", 4, ["一", "二，", "三"], id="no line begins with a comma"),
        pytest.param("一二（三）", 6, ["一二", "（三）"], id="brackets stay with their words"),
        pytest.param("ab cd 一", 5, ["ab cd", "一"], id="words stay whole"),
        pytest.param("", 5, [], id="empty"),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert help.wrap(text, width) == lines


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param({}, "zh", id="nothing set"),
        pytest.param({"LANG": "en_US.UTF-8"}, "en", id="English"),
        pytest.param({"LANG": "C.UTF-8"}, "zh", id="C says no language"),
        pytest.param({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh", id="LC_ALL first"),
        pytest.param({"LC_ALL": "", "LANG": "en_GB"}, "en", id="empty is unset"),
    ],
)
def test_locale(environment: dict[str, str], expected: str) -> None:
    assert locale(environment) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check", "--lang", "en"), "en"),
        (("check", "--lang=en"), "en"),
        (("check", "--lang"), "zh"),
        (("check", "--lang", "fr"), "zh"),
    ],
)
def test_language_of_the_arguments(arguments: tuple[str, ...], expected: str) -> None:
    assert words.language(arguments) == expected


# What is loaded when -----------------------------------------------------------------------------

HEAVY = ("click", "jsonschema", "tabulate", "json", "difflib", "asyncio", "email", "urllib.request")


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        pytest.param(("--version",), HEAVY, id="--version"),
        pytest.param((*BASE, "a.txt"), HEAVY[1:], id="check of a text"),
        pytest.param((*BASE, "a.report.yaml"), HEAVY[1:], id="check of a structured report"),
        pytest.param(("check", "--help"), HEAVY[1:], id="--help"),
        pytest.param(
            (*BASE, "a.txt", "--output-format", "json"), ("jsonschema", "tabulate"), id="json"
        ),
    ],
)
def test_only_what_is_needed_is_loaded(arguments: tuple[str, ...], absent: tuple[str, ...]) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    run("convert", "a.txt", "-o", "a.report.yaml")
    script = (
        "import sys; from jslint.cli import main; status = main(sys.argv[1:]);"
        "print('LOADED', *sys.modules, file=sys.stderr); sys.exit(status)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, check=False, text=True,
        encoding="utf-8", env=ENVIRONMENT,
    )  # fmt: skip

    assert done.returncode in (0, 1)
    loaded = done.stderr.rpartition("LOADED ")[2].split()
    assert not set(absent) & set(loaded)


def test_version() -> None:
    module = (sys.executable, "-m", "jslint")

    for command in (COMMAND, module):
        done = subprocess.run(
            [*command, "--version"], capture_output=True, check=False, env=ENVIRONMENT
        )
        assert (done.returncode, done.stdout.decode()) == (0, f"jslint {__version__}\n")


# Nothing read is not nothing wrong ----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The quick brown fox paid 3 dollars, 50%.\n", id="English"),
        pytest.param("本年度の予算は1,234.56万円です。\n".replace("予算", "計画"), id="Japanese"),
        pytest.param("他走了三里路，用 10 元买了 2 本书，占 50%。\n", id="Chinese of no report"),
        pytest.param("二、收入决算情况说明\n本年收入有所增加。\n", id="a report without figures"),
        pytest.param(
            GOOD.encode("big5", "ignore").decode("gb18030", "ignore"), id="rubbish in UTF-8"
        ),
        pytest.param("é " + GOOD.encode().decode("latin-1"), id="decoded twice"),
    ],
)
def test_a_file_without_figures_of_accounts_is_no_clean_report(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(text, encoding="utf-8")

    assert run("check", "a.txt", "--select", "PCT") == 0
    out = capsys.readouterr().out
    assert "a.txt: 注意：没有读到任何决算数字\n没有读到任何决算数字；检查了 1 个文件" in out
    assert "未发现问题" not in out


def test_strict_refuses_what_has_no_figures(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("Nothing here.\n", encoding="utf-8")
    Path("b.txt").write_text(GOOD, encoding="utf-8")

    assert run("check", "a.txt", "b.txt", "--strict", "--output-format", "json") == 2
    out, err = capsys.readouterr()
    assert err.startswith("jslint: 错误：a.txt: 没有读到任何决算数字；")
    whole = json.loads(out)
    assert [error["path"] for error in whole["errors"]] == ["a.txt"]
    assert whole["coverage"]["unread"] == [
        {"path": "a.txt", "location": {}, "message": "没有读到任何决算数字"}
    ]


def test_strict_passes_a_report() -> None:
    Path("b.txt").write_text(GOOD, encoding="utf-8")

    assert run(*BASE, "b.txt", "--strict") == 0


def test_the_summary_counts_the_files_without_figures(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("Nothing here.\n", encoding="utf-8")
    Path("b.txt").write_text(GOOD, encoding="utf-8")

    run(*BASE, "a.txt", "b.txt", "--lang", "en")

    assert (
        "no problem found; files checked: 2; files in which no figure of the accounts was read: 1"
        in (capsys.readouterr().out)
    )


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "cp1252"])
def test_text_in_another_encoding_is_never_clean(
    encoding: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = {
        "big5": "本年收入合計 10.00 萬元，與上年相比增加。",
        "shift_jis": "本年度の収入は十万円です。",
        "cp1252": "é élève",
    }
    Path("a.txt").write_bytes(text[encoding].encode(encoding))

    assert run("check", "a.txt") == 2
    assert "编码" in capsys.readouterr().err
