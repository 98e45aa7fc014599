"""In the shell: the right command, help in both languages, completion, man pages, encodings."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from jslint import cli
from jslint.cli import help as pages
from jslint.cli import words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import man_pages  # noqa: E402

REPORT = (
    "三、支出决算情况说明\n2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占62.0%。\n"
)
HAN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    Path("报 告.txt").write_text(REPORT, encoding="utf-8")
    Path("a.txt").write_text(REPORT, encoding="utf-8")


def subrun(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "jslint", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
    )


# The right command -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        pytest.param(("a.txt",), "没有命令 a.txt；检查文件请用：jslint check a.txt",
                     "no command a.txt; to check a file: jslint check a.txt", id="a file"),
        pytest.param(("缺.docx", "-q"), "没有命令 缺.docx；检查文件请用：jslint check 缺.docx -q",
                     "no command 缺.docx; to check a file: jslint check 缺.docx -q", id="no such file"),
        pytest.param(("报 告.txt",), "没有命令 报 告.txt；检查文件请用：jslint check '报 告.txt'",
                     "no command 报 告.txt; to check a file: jslint check '报 告.txt'", id="blanks"),
        pytest.param(("缺/",), "没有命令 缺/；检查文件请用：jslint check 缺/",
                     "no command 缺/; to check a file: jslint check 缺/", id="no such folder"),
        pytest.param((".",), "没有命令 .；检查文件请用：jslint check .",
                     "no command .; to check a file: jslint check .", id="a folder"),
        pytest.param(("chekc", "a.txt"), "没有命令 chekc；是不是：jslint check a.txt（",
                     "no command chekc; did you mean: jslint check a.txt (", id="a slip"),
        pytest.param(("Check", "a.txt"), "没有命令 Check；是不是：jslint check a.txt（",
                     "no command Check; did you mean: jslint check a.txt (", id="a capital"),
        pytest.param(("rules", "lits"), "没有命令 lits；是不是：jslint rules list（",
                     "no command lits; did you mean: jslint rules list (", id="below a group"),
    ],
)  # fmt: skip
def test_the_right_command_is_said(
    arguments: tuple[str, ...],
    zh: str,
    en: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err.startswith(f"jslint: 错误：{zh}")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert cli.main(arguments) == 2
    assert capsys.readouterr().err.startswith(f"jslint: error: {en}")


@pytest.mark.skipif(os.name == "nt", reason="the shell is POSIX's")
@pytest.mark.parametrize("name", ["a b", "a'b", "$HOME", "a;b", "*", "[x]", "~", "a\\b", ""])
def test_an_argument_is_quoted_as_the_shell_reads_it(name: str) -> None:
    command = f"printf %s {pages._quoted(name)}"

    assert subprocess.run(command, shell=True, capture_output=True, text=True).stdout == name


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["convert", "a.txt", "-o", "-"]) == 0
    assert capsys.readouterr().out.startswith("jslint: 1\n")
    assert cli.main(["check", "a.txt", "-o", "-", "--output-format", "json"]) in (0, 1)
    assert json.loads(capsys.readouterr().out)["version"] == 1
    assert not Path("-").exists()


# Help --------------------------------------------------------------------------------------------


def commands() -> Iterator[tuple[click.Command, click.Context]]:
    yield from man_pages.commands()


@pytest.mark.parametrize(
    ("command", "context"),
    [pytest.param(*one, id=one[1].command_path) for one in commands()],
)
def test_every_page_is_in_english_too(command: click.Command, context: click.Context) -> None:
    page = pages.page(command, context, 80, "en")

    assert not HAN.search(page), page
    assert page.startswith(f"Usage: {context.command_path} [OPTIONS]")
    assert "\nExamples:\n  jslint " in page
    chinese = pages.page(command, context, 80, "zh")
    assert chinese.startswith(f"用法：{context.command_path} [选项]")
    assert "\n例：\n  jslint " in chinese
    assert len(re.findall("(?m)^  -", page)) == len(re.findall("(?m)^  -", chinese))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help", "--lang", "en"),
        ("check", "--help", "--lang=en"),
        ("config", "-h", "--lang", "en"),
    ],
)
def test_help_is_in_the_language_that_is_asked_for(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 0
    assert capsys.readouterr().out.startswith("Usage: jslint")


def test_help_is_in_the_language_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    cli.main(["explain", "--help"])

    assert capsys.readouterr().out.startswith("Usage: jslint explain [OPTIONS] RULE\n")


# Completion --------------------------------------------------------------------------------------


def completed(shell: str, words: str, incomplete: str) -> list[str]:
    cword = (
        incomplete
        if shell in ("fish", "powershell")
        else str(len(words.split()) - (incomplete != ""))
    )
    done = subrun(_JSLINT_COMPLETE=f"{shell}_complete", COMP_WORDS=words, COMP_CWORD=cword)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode().split("\n")[:-1]


@pytest.mark.parametrize(
    ("words", "incomplete", "expected"),
    [
        pytest.param("jslint ch", "ch", {"plain,check", "plain,checklist"}, id="a command"),
        pytest.param("jslint check --no-p", "--no-p", {"plain,--no-pair"}, id="an option"),
        pytest.param("jslint check a", "a", {"file,a"}, id="a file"),
        pytest.param("jslint check -o a", "a", {"file,a"}, id="an output"),
        pytest.param("jslint compare a", "a", {"file,a"}, id="a draft"),
        pytest.param("jslint annotate a.docx -o b", "b", {"file,b"}, id="a file or a folder"),
        pytest.param("jslint summary a --letters b", "b", {"file,b"}, id="a folder"),
        pytest.param("jslint rules list --family NAM20", "NAM20", {"plain,NAM201"}, id="a family"),
        pytest.param("jslint check --select NAM20", "NAM20", {"plain,NAM201"}, id="a rule"),
        pytest.param("jslint check --select PCT,NAM20", "PCT,NAM20", {"plain,PCT,NAM201"}, id="two"),
        pytest.param("jslint explain nam20", "nam20", {"plain,NAM201"}, id="small letters"),
        pytest.param("jslint check --pack sic", "sic", {"plain,sichuan", "file,sic"}, id="a pack"),
        pytest.param("jslint check --severity TRD301=w", "TRD301=w", {"plain,TRD301=warning"}, id="level"),
        pytest.param("jslint rules new --kind form", "form", {"plain,formula"}, id="a kind"),
        pytest.param("jslint check --limit tex", "tex", {"plain,text-size="}, id="a limit"),
        pytest.param("jslint check --output-format sa", "sa", {"plain,sarif"}, id="a format"),
        pytest.param("jslint config sh", "sh", {"plain,show"}, id="below a group"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("shell", ["bash", "fish", "powershell"])
def test_completion(shell: str, words: str, incomplete: str, expected: set[str]) -> None:
    assert set(completed(shell, words, incomplete)) == expected


def test_completion_of_zsh() -> None:
    assert "check" in "".join(completed("zsh", "jslint ch", "ch"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_scripts_ask_for_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "_JSLINT_COMPLETE" in script and f"{shell}_complete" in script
    if shutil.which(shell) and shell != "powershell":
        subprocess.run([shell, "-n"], input=script.encode(), check=True)


#: What completes a command line in each shell, and prints what is offered.
_ASKED = {
    "bash": """
eval "$(jslint completion bash)"
COMP_WORDS=({words}); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
_jslint_completion jslint
printf '%s\\n' "${COMPREPLY[@]}"
""",
    "zsh": """
autoload -Uz compinit; compinit -u -D
eval "$(jslint completion zsh)"
[[ ${_comps[jslint]} == _jslint_completion ]] || exit 1
compadd() { print -rl -- $completions }
words=({words}); CURRENT=${#words}
_jslint_completion
""",
    "fish": """
jslint completion fish | source
complete -C "{words}"
""",
}
_SHELLS = {"bash": ["bash", "--norc"], "zsh": ["zsh", "-f"], "fish": ["fish", "--no-config"]}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("jslint conv", {"convert"}, id="a command"),
        pytest.param("jslint check --select NAM20", {"NAM201"}, id="a rule"),
        pytest.param("jslint check --select PCT,NAM20", {"PCT,NAM201"}, id="the second of two"),
        pytest.param("jslint check a.t", {"a.txt"}, id="a file"),
    ],
)
@pytest.mark.parametrize("shell", _ASKED)
def test_a_shell_completes_really(
    shell: str, words: str, expected: set[str], tmp_path: Path
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    if expected == {"a.txt"} and shell != "fish":
        pytest.skip("what completes names of files needs a terminal")
    program = tmp_path / "bin" / "jslint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jslint "$@"\n')
    program.chmod(0o755)

    done = subprocess.run(
        _SHELLS[shell],
        input=_ASKED[shell].replace("{words}", words),
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
        },
    )

    assert done.returncode == 0, done.stderr
    offered = {line for line in done.stdout.splitlines() if line}
    assert offered == expected


# Man pages ---------------------------------------------------------------------------------------


def test_man_pages(tmp_path: Path) -> None:
    man_pages.main([str(tmp_path / "man")])

    names = {path.stem for path in (tmp_path / "man" / "man1").iterdir()}
    assert names == {context.command_path.replace(" ", "-") for _, context in commands()}
    assert names == {path.stem for path in (tmp_path / "man" / "zh_CN" / "man1").iterdir()}
    if shutil.which("groff"):
        for name in sorted(names):
            command = [
                "groff",
                "-ww",
                "-man",
                "-Tutf8",
                "-k",
                str(tmp_path / "man" / "man1" / f"{name}.1"),
            ]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            assert "can't" not in done.stderr and "warning" not in done.stderr, (name, done.stderr)


def test_nothing_in_a_man_page_is_a_request() -> None:
    assert man_pages._text(".SH") == r"\&.SH"
    assert man_pages._text("a\\b -c") == r"a\eb \-c"


# Encodings, --verbose, dev.py --------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["gbk", "GBK", "cp936", "gb2312", "gbk:strict"])
def test_a_redirect_on_a_chinese_console_loses_nothing(encoding: str) -> None:
    text = REPORT.replace("本年", "本年（𠮷•\u00a0−é）")
    Path("b.txt").write_text(text, encoding="utf-8")
    arguments = ("check", "b.txt", "--output-format", "json")

    plain, chinese = subrun(*arguments), subrun(*arguments, PYTHONIOENCODING=encoding)

    assert chinese.returncode == plain.returncode
    assert json.loads(chinese.stdout.decode("gb18030")) == json.loads(plain.stdout)
    text, shown = (
        subrun("check", "b.txt", **more).stdout for more in ({}, {"PYTHONIOENCODING": encoding})
    )
    assert shown.decode("gb18030") == text.decode()
    assert "𠮷" in text.decode()


def test_what_gbk_has_is_written_as_gbk() -> None:
    done = subrun("check", "a.txt", PYTHONIOENCODING="gbk")

    assert "占62.0%" in done.stdout.decode("gbk")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_verbose_says_what_is_checked_with_what(
    lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("README.md").write_text(REPORT, encoding="utf-8")
    Path(".jslint.yaml").write_text("packs: arithmetic", encoding="utf-8")

    cli.main(["check", ".", "--verbose", "--lang", lang])

    told = capsys.readouterr().err.splitlines()
    expected = {
        "zh": ["jslint: 说明：./README.md 不检查：说明、变更记录一类的文件",
               "jslint: 说明：./a.txt 的配置文件：.jslint.yaml；规则包：arithmetic"],
        "en": ["jslint: note: ./README.md is passed over: about a project: README, change log and the like",
               "jslint: note: ./a.txt is checked with configuration .jslint.yaml, packs arithmetic"],
    }  # fmt: skip
    assert set(expected[lang]) <= set(told)


def test_dev_run_works_in_the_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    sys.path.insert(0, str(ROOT))
    import dev

    ran: list[tuple[list[str], object]] = []
    monkeypatch.setattr(dev, "_prepare", lambda _: None)
    monkeypatch.setattr(
        dev.subprocess, "run",
        lambda command, **how: ran.append((command, how["cwd"])) or subprocess.CompletedProcess([], 1),
    )  # fmt: skip

    assert dev.main(["run", "check", "a.txt"]) == 1
    assert ran == [([str(dev.PYTHON), "-P", "-m", "jslint", "check", "a.txt"], Path.cwd())]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_the_system_says_is_said_in_the_language(lang: str) -> None:
    denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    assert words.system(denied, lang) == {"zh": "没有权限", "en": "permission denied"}[lang]
    gone = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    assert (
        words.system(gone, lang)
        == {"zh": "没有这个文件或文件夹", "en": "no such file or directory"}[lang]
    )
    assert words.system(OSError(errno.EXDEV, "Cross-device link"), lang) == "Cross-device link"
    assert words.system(ValueError("embedded null byte"), lang) == "embedded null byte"


@pytest.mark.parametrize("group", ["baseline", "cache", "config", "rules"])
def test_a_group_of_commands_takes_the_language_too(
    group: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([group, "--help", "--lang", "en"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Usage: jslint ")
    assert "--lang" in page


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        pytest.param(("cache",), "请写明命令：clean、dir", "name a command: clean, dir", id="no command"),
        pytest.param(("rules", "--pack", "mof", "list"), "选项请写在子命令之后：jslint rules list …",
                     "options stand behind the command: jslint rules list …", id="before a command"),
        pytest.param(("check", "a.txt", "--output-format", "json="),
                     "--output-format json= 后面要写文件名",
                     "--output-format json= lacks the name of a file", id="no file"),
        pytest.param(("check", "a.txt", "--max-warnings", "x"), "--max-warnings 应是不小于 0 的整数",
                     "--max-warnings must be a whole number from 0 on", id="no number"),
        pytest.param(("why", "a.txt"), "缺少 位置|数", "missing PLACE|FIGURE", id="no argument"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_the_language(
    arguments: tuple[str, ...], zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, said in (("zh", f"jslint: 错误：{zh}\n"), ("en", f"jslint: error: {en}\n")):
        assert cli.main([*arguments, "--lang", lang]) == 2
        assert capsys.readouterr().err.startswith(said)
