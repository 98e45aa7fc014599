"""The configuration file: where it is found, what it does, what is refused where, its schema."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from jslint import cli, engine, pack, schemas, tree
from jslint.cli import configfile, configtree, globs
from jslint.diagnostic import Diagnostic, Result, Severity
from jslint.document import Place, Report
from jslint.formatters import FORMATS
from jslint.readers.violations import _instance

ROOT = Path(__file__).parents[1]
VALIDATOR = Draft202012Validator(json.loads(schemas.text("config")))
#: Three wrong shares, of which two would be 60.0% and 40.0%; and a template's choice left in.
REPORT = """\
三、支出决算情况说明
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占62.0%；项目支出200.00万元，占38.0%。
比上年下降（增长）。
"""
PACK = """\
pack: ours
title: 自己的
rules:
  - id: OUR101
    name: no-such-word
    kind: pattern
    title: 不写“下降”
    severity: error
    message: "写了“{excerpt}”"
    reason: 试验。
    basis: 试验
    patterns: ['下降']
"""


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test at the top of an empty repository, in a Chinese locale, with one report."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write("a.txt", REPORT)


def write(path: str, text: str) -> None:
    """A file below the current folder, or above it."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str, str]]:
    """The (path, rule, severity) of every diagnostic of a check."""
    cli.main(["check", "--output-format", "json", *arguments])
    captured = capsys.readouterr()
    assert captured.out, captured.err
    diagnostics = json.loads(captured.out)["diagnostics"]
    return sorted({(one["path"], one["rule"], one["severity"]) for one in diagnostics})


def rules(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The rules that found something in a.txt."""
    return [rule for _, rule, _ in found(capsys, "a.txt", *arguments)]


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said of a run that is refused before it reads a report."""
    assert cli.main(["check", *(arguments or ("a.txt",))]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The effective configuration."""
    assert cli.main(["check", "--show-config", *arguments]) == 0
    return capsys.readouterr().out


# Where -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "here", "expected"),
    [
        pytest.param([".jslint.yaml"], ".", ".jslint.yaml", id="here"),
        pytest.param(["jslint.yaml"], ".", "jslint.yaml", id="the other name"),
        pytest.param(["jslint.yaml", ".jslint.yaml"], ".", ".jslint.yaml", id="both"),
        pytest.param([".jslint.yaml"], "b/c", "../../.jslint.yaml", id="above"),
        pytest.param([".jslint.yaml", "b/jslint.yaml"], "b/c", "../jslint.yaml", id="nearest"),
        pytest.param([".jslint.yaml", "b/.git"], "b/c", "", id="beyond a repository's top"),
        pytest.param([".jslint.yaml", "b/c/.git"], "b/c", "", id="at a repository's top"),
        pytest.param(["b/.git", "b/.jslint.yaml"], "b/c", "../.jslint.yaml", id="at the top"),
        pytest.param([".jslint.yaml/x"], ".", "", id="a folder of that name"),
        pytest.param([], "b", "", id="none"),
    ],
)
def test_the_nearest_configuration_up_to_the_repository(
    files: list[str], here: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in files:
        write(file, "")
    Path(here).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here)

    assert configfile.find() == expected


def test_named_and_no_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    write(".jslint.yaml", "select: TXT101")
    write("other.yaml", "select: PCT101")

    assert rules(capsys) == ["TXT101"]
    assert rules(capsys, "--config", "other.yaml") == ["PCT101"]
    assert rules(capsys, "--no-config", "--select", "PCT101,TXT101") == ["PCT101", "TXT101"]
    assert complaint(capsys, "--config", "other.yaml", "--no-config") == (
        "jslint: 错误：--config 和 --no-config 只能写一个\n"
    )


# What it does ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        pytest.param("select: [PCT]", (), ["PCT101"], id="select"),
        pytest.param("选用: pct，txt101", (), ["PCT101", "TXT101"], id="Chinese, commas"),
        pytest.param("select: PCT", ("--select", "TXT101"), ["TXT101"], id="the command line wins"),
        pytest.param(
            "{select: [PCT, TXT101], ignore: PCT101}", (), ["TXT101"], id="select and ignore"
        ),
        pytest.param(
            "ignore: PCT101", ("--select", "PCT,TXT101"), ["TXT101"], id="the other keys stay"
        ),
        pytest.param("{select: [PCT, TXT101], severity: {pct101: off}}", (), ["TXT101"], id="off"),
        pytest.param(
            "{select: TXT101, per-file: [{files: a.txt, select: PCT101}]}",
            (),
            ["PCT101"],
            id="a file",
        ),
        pytest.param(
            "per-file: [{files: a.txt, select: PCT101}]",
            ("--select", "TXT101"),
            ["TXT101"],
            id="the command line wins over a file's",
        ),
        pytest.param(
            "{ignore: [PCT], per-file: [{文件: ['*'], 忽略: [], 选用: PCT101}]}",
            (),
            ["PCT101"],
            id="nothing ignored for a file",
        ),
        pytest.param(
            "per-file: [{files: a.txt, select: PCT101, ignore: TXT}, {files: '*', select: TXT101}, "
            "{files: '*', ignore: PCT}]",
            (),
            ["TXT101"],
            id="later items win, key by key",
        ),
        pytest.param(
            "{packs: 包/ours.yaml, select: OUR101}", (), ["OUR101"], id="a pack of one's own"
        ),
        pytest.param(
            "per-file: [{files: a.txt, packs: [包/ours.yaml]}]", (), ["OUR101"], id="a file's pack"
        ),
        pytest.param(
            "per-file: [{files: a.txt, packs: [包/ours.yaml]}]",
            ("--pack", "arithmetic"),
            ["PCT101"],
            id="--pack wins over a file's pack",
        ),
        pytest.param(
            "{packs: [包/ours.yaml], ignore: OUR101}",
            ("--pack", "arithmetic"),
            ["PCT101"],
            id="--pack instead of a pack whose rule is ignored",
        ),
        pytest.param(
            "{ignore: OUR101, per-file: [{files: b.txt, packs: 包/ours.yaml}]}",
            ("--pack", "arithmetic"),
            ["PCT101"],
            id="--pack instead of a file's pack whose rule is ignored",
        ),
        pytest.param(
            "ignore: OUR101",
            ("--pack", "包/ours.yaml", "--pack", "arithmetic"),
            ["PCT101"],
            id="a rule of a pack on the command line",
        ),
    ],
)
def test_which_rules(
    text: str, arguments: tuple[str, ...], expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write("包/ours.yaml", PACK)
    write(".jslint.yaml", text)

    assert rules(capsys, *arguments) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("error", "error", id="its own"),
        pytest.param("警告", "warning", id="warning, in Chinese"),
        pytest.param("info", "info", id="info"),
    ],
)
def test_severity(given: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(".jslint.yaml", f"select: PCT101\nseverity: {{PCT101: {given}}}")

    assert found(capsys, "a.txt") == [("a.txt", "PCT101", expected)]


def test_a_rule_is_nowhere_graver_than_configured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lint(report: Report, *_: object, **_options: object) -> Result:
        place = Place(order=(1, 1), line=1, column=1)
        both = (Severity.ERROR, Severity.INFO)
        found = tuple(Diagnostic("PCT101", "x", one, one.value, place) for one in both)
        return Result(report.path, found, lines=report.lines)

    monkeypatch.setattr(engine, "lint", lint)
    write(".jslint.yaml", "severity: {PCT101: warning}\noutput-format: concise")

    cli.main(["check", "a.txt"])

    assert capsys.readouterr().out == (
        "a.txt:1:1: warning[PCT101] error\na.txt:1:1: info[PCT101] info\n"
    )


def test_status_language_and_format(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        ".jslint.yaml",
        "severity: {PCT101: warning}\nselect: PCT101\nlang: en\noutput-format: concise\n"
        "fail-on: 警告",
    )

    assert cli.main(["check", "a.txt"]) == 1
    assert capsys.readouterr().out.startswith("a.txt:2:39: warning[PCT101] ")
    assert cli.main(["check", "a.txt", "--fail-on", "error"]) == 0
    capsys.readouterr()
    assert cli.main(["check", "a.txt", "--lang", "zh", "--output-format", "text"]) == 1
    assert capsys.readouterr().out.startswith("a.txt:2:39: 警告[PCT101] ")


def test_the_summary_names_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    write("b.yaml", "select: CNT101")

    cli.main(["check", "a.txt", "--config", "b.yaml"])
    assert capsys.readouterr().out.rstrip().endswith("配置文件：b.yaml。")
    cli.main(["check", "a.txt"])
    assert "配置文件" not in capsys.readouterr().out


def test_an_error_of_the_run_is_in_the_language_of_the_configuration(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(".jslint.yaml", "lang: en")

    assert complaint(capsys, "a.txt", "-o", "none/b.txt") == (
        "jslint: error: cannot write none/b.txt: no such folder\n"
    )


def test_paths_are_seen_from_the_configuration(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("ours.yaml", PACK)
    write("b/c/x.txt", REPORT)
    write(".jslint.yaml", "per-file: [{files: b/c, packs: ours.yaml}]")
    monkeypatch.chdir("b")

    assert found(capsys, "c", "../a.txt", "--select", "OUR101") == [("c/x.txt", "OUR101", "error")]


@pytest.mark.parametrize(
    ("exclude", "arguments", "expected"),
    [
        pytest.param("[]", ["."], {"a.txt", "b/x.txt", "b/草稿/y.txt"}, id="nothing"),
        pytest.param("草稿", ["."], {"a.txt", "b/x.txt"}, id="a folder's name"),
        pytest.param("b/草稿", ["."], {"a.txt", "b/x.txt"}, id="a folder's path"),
        pytest.param("/草稿", ["."], {"a.txt", "b/x.txt", "b/草稿/y.txt"}, id="at the top only"),
        pytest.param("b/*.txt", ["."], {"a.txt", "b/草稿/y.txt"}, id="files of a folder"),
        pytest.param("[a.txt, '**/y.txt']", ["."], {"b/x.txt"}, id="two"),
        pytest.param("'*.txt'", ["a.txt"], {"a.txt"}, id="a file that is named is checked"),
        pytest.param("草稿", ["b/草稿"], {"b/草稿/y.txt"}, id="a folder that is named too"),
    ],
)
def test_exclude(
    exclude: str, arguments: list[str], expected: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write("b/x.txt", REPORT)
    write("b/草稿/y.txt", REPORT)
    write("jslint.yaml", f"exclude: {exclude}")

    paths = {path.removeprefix("./") for path, _, _ in found(capsys, *arguments)}

    assert paths == expected


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        pytest.param("*.txt", "a.txt", True, id="a name"),
        pytest.param("*.txt", "b/c/a.txt", True, id="a name at any depth"),
        pytest.param("*.txt", "a.txt.md", False, id="the whole name"),
        pytest.param("b/*.txt", "b/a.txt", True, id="a path"),
        pytest.param("b/*.txt", "b/c/a.txt", False, id="* is within a name"),
        pytest.param("b/*.txt", "c/b/a.txt", False, id="a path from the top"),
        pytest.param("./b/a.txt", "b/a.txt", True, id="./"),
        pytest.param("b\\a.txt", "b/a.txt", True, id="as Windows writes it"),
        pytest.param("**/a.txt", "a.txt", True, id="** is no folder"),
        pytest.param("**/a.txt", "b/c/a.txt", True, id="** is several folders"),
        pytest.param("b/**/a.txt", "b/a.txt", True, id="** in the middle, none"),
        pytest.param("b/**/a.txt", "b/c/d/a.txt", True, id="** in the middle, two"),
        pytest.param("b/**/a.txt", "bc/a.txt", False, id="** keeps to folders"),
        pytest.param("b/**", "b/c/a.txt", True, id="** at the end"),
        pytest.param("b/**", "b", False, id="** at the end is not the folder itself"),
        pytest.param("202?年.txt", "2024年.txt", True, id="?"),
        pytest.param("a[1].txt", "a[1].txt", True, id="brackets are themselves"),
        pytest.param("a[1].txt", "a1.txt", False, id="brackets are no set"),
        pytest.param("b", "b/c/a.txt", True, id="what is in a folder"),
        pytest.param("b/", "b/c/a.txt", True, id="a folder with /"),
        pytest.param("*.txt", "../a.txt", True, id="above, by name"),
        pytest.param("b/a.txt", "../b/a.txt", False, id="above, by path"),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert globs.matches((pattern,), path, "", within=True) is expected


@pytest.mark.parametrize("part", ["?", "*", "a*", "**/", "字", "?/"])
def test_the_longest_pattern_compiles_and_takes_no_time(part: str) -> None:
    pattern = (part * configtree.LONGEST)[: configtree.LONGEST]

    # Every star matches, so these match all; what counts is that they are no expression too large.
    assert globs.matches((pattern,), "a" * 3000 + "/b", "") is (part in ("*", "**/"))


def test_its_own_files_are_no_reports_however_the_folder_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("ours.yaml", PACK)
    write("other.yaml", "per-file: [{files: '*', packs: ours.yaml}]\nselect: OUR101")

    paths = [path for path, _, _ in found(capsys, str(Path.cwd()), "--config", "other.yaml")]

    assert paths == [f"{Path.cwd().as_posix()}/a.txt"]


def test_packs_of_different_files_may_have_the_same_ids(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("b.txt", REPORT)
    write("one.yaml", PACK)
    write("two.yaml", PACK.replace("severity: error", "severity: info"))
    write(
        ".jslint.yaml",
        "select: OUR101\nper-file: [{files: a.txt, packs: one.yaml}, {files: b.txt, packs: two.yaml}]",
    )

    assert found(capsys, "a.txt", "b.txt") == [
        ("a.txt", "OUR101", "error"),
        ("b.txt", "OUR101", "info"),
    ]


# What holds in the end ---------------------------------------------------------------------------


def test_show_config_without_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys) == (
        "# 配置文件：没有\npacks:\n  - auto\nselect: []\nignore: []\nseverity: {}\n"
        "fail-on: error\nlang: zh\noutput-format: text\nexclude: []\nper-file: []\n"
    )


def test_show_config_is_a_configuration_that_says_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("ours.yaml", PACK)
    write("b/x.txt", "")
    write(
        ".jslint.yaml",
        "packs: [auto, ours.yaml]\nselect: [our, PCT]\nseverity: {OUR101: off}\nlang: en\n"
        "exclude: ['*.md', 草稿]\nper-file: [{files: b/**, packs: [ours.yaml], ignore: TXT}]",
    )
    monkeypatch.chdir("b")

    first = shown(capsys, "--fail-on", "never", "--ignore", "sum")

    assert first == (
        "# configuration: ../.jslint.yaml\n"
        "packs:\n  - auto\n  - ours.yaml\nselect:\n  - OUR\n  - PCT\nignore:\n  - SUM\n"
        'severity:\n  OUR101: "off"\nfail-on: never\nlang: en\noutput-format: text\n'
        'exclude:\n  - "*.md"\n  - 草稿\n'
        'per-file:\n  - files:\n      - "b/**"\n    packs:\n      - ours.yaml\n'
    )
    write("../.jslint.yaml", first)
    assert shown(capsys) == first


# What is refused ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        pytest.param(
            "packs: auto\nselekt: PCT",
            "2:1: 不认识的键“selekt”；相近的：select",
            "2:1: unknown key 'selekt'; near: select",
            id="unknown key",
        ),
        pytest.param(
            "per-file:\n- files: a\n  lang: en",
            "3:3: 不认识的键“lang”；可用的：extend-select、files、ignore、packs、select、severity",
            "3:3: unknown key 'lang'; known: extend-select, files, ignore, packs, select, severity",
            id="unknown key of a file",
        ),
        pytest.param(
            "severity:\n  PCT101: warning\n  PCT1O1: info",
            "3:3: 没有规则“PCT1O1”；相近的：PCT101、",
            "3:3: no rule 'PCT1O1'; near: PCT101, ",
            id="unknown rule",
        ),
        pytest.param(
            "severity: {QQQ: info}",
            "1:12: 没有规则“QQQ”；",
            "1:12: no rule 'QQQ'; ",
            id="a severity of no rule",
        ),
        pytest.param(
            "ignore: [SUM101, QQQ]",
            "1:18: 没有编号以“QQQ”开头的规则；用 jslint rules 查看全部",
            "1:18: no rule's id begins with 'QQQ'; see jslint rules",
            id="unknown rules",
        ),
        pytest.param(
            "per-file:\n- files: a\n  选用: TYE",
            "3:7: 没有编号以“TYE”开头的规则",
            "3:7: no rule's id begins with 'TYE'",
            id="unknown rules of a file",
        ),
        pytest.param(
            "packs: [sichaun]",
            "1:9: 没有规则包“sichaun”；相近的：sichuan",
            "1:9: no pack 'sichaun'; near: sichuan",
            id="unknown pack",
        ),
        pytest.param(
            "packs:\n- b/none.yaml",
            "2:3: 没有规则包文件 b/none.yaml",
            "2:3: no pack file b/none.yaml",
            id="missing file of a pack",
        ),
        pytest.param(
            "lang: fr", "1:7: 只能是 zh、en 之一", "1:7: must be one of zh, en", id="choice"
        ),
        pytest.param(
            "severity: {PCT101: fatal}",
            "1:20: 只能是 error、warning、info、off 之一",
            "1:20: must be one of error, warning, info, off",
            id="severity",
        ),
        pytest.param(
            "exclude: [a, 7]",
            "1:14: 这里应是一段文字；数字和真假值请加引号",
            "1:14: expected a text; quote numbers, true and false",
            id="a number",
        ),
        pytest.param(
            "select: {a: b}",
            "1:9: 这里应是一段文字，或文字的列表",
            "1:9: expected a text or a list of texts",
            id="a mapping for a list",
        ),
        pytest.param(
            "per-file: {files: a}",
            "1:11: 这里应是列表，每项以“- ”开头",
            "1:11: expected a list, each item behind '- '",
            id="a mapping for a list of mappings",
        ),
        pytest.param("- packs", "1:1: 这里应是“键: 值”", "1:1: expected 'key: value'", id="a list"),
        pytest.param(
            "packs:\nlang: zh",
            "1:1: “packs”后面没有内容；请写上，或删去这个键",
            "1:1: nothing behind 'packs'; write a value or remove the key",
            id="no value",
        ),
        pytest.param(
            "lang: zh\n语言: en",
            "2:1: 键“语言”与“lang”重复；请删去其中一个",
            "2:1: key '语言' repeats 'lang'; remove one",
            id="both languages",
        ),
        pytest.param(
            "lang: zh\nlang: en",
            "2:1: 键“lang”重复，第 1 行已经有了；请删去或改名其中一个",
            "2:1: duplicate key 'lang', first on line 1; remove or rename one",
            id="a key twice",
        ),
        pytest.param(
            "per-file:\n- packs: auto",
            "2:3: 缺少“files”：说明这一项用于哪些文件",
            "2:3: lacks 'files', which says what files the item is for",
            id="no files",
        ),
        pytest.param(
            f"exclude: {'a' * 501}",
            "1:10: 路径的写法太长，最多 500 个字",
            "1:10: the pattern is too long; at most 500 characters",
            id="a long pattern",
        ),
        pytest.param("packs: [auto", "1:8: ", "1:8: ", id="not YAML"),
    ],
)
def test_refused_at_its_place(
    text: str, zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(".jslint.yaml", text)

    assert complaint(capsys).startswith(f"jslint: 错误：.jslint.yaml:{zh}")
    assert complaint(capsys, "a.txt", "--lang", "en").startswith(
        f"jslint: error: .jslint.yaml:{en}"
    )


def test_refused_as_a_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "a.txt", "--config", "none.yaml").startswith(
        "jslint: 错误：none.yaml: 没有这个文件"
    )
    assert complaint(capsys, "a.txt", "--config", "\0").startswith("jslint: 错误：")
    Path(".jslint.yaml").write_bytes("lang: zh\n# 说明".encode() + b"\xff")
    assert complaint(capsys) == (
        "jslint: 错误：.jslint.yaml:2:5: 不是 UTF-8 文字；请另存为 UTF-8 编码\n"
    )


@pytest.mark.parametrize(
    "text", ["", "\n \n", "# 只有说明\n\n  # 还有\n", "\ufeff# 带签名\n", "{}"]
)
def test_a_configuration_that_says_nothing(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    expected = shown(capsys)
    write(".jslint.yaml", text)

    assert shown(capsys).partition("\n")[2] == expected.partition("\n")[2]


def test_a_pack_that_is_wrong_is_refused_at_its_own_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # A name of its own: a pack of one path is read once a process.
    write("wrong.yaml", PACK.replace("kind: pattern", "kind: patern"))
    write(".jslint.yaml", "per-file: [{files: b.txt, packs: wrong.yaml}]")

    assert complaint(capsys).startswith("jslint: 错误：wrong.yaml:6:11: ")


# The schema --------------------------------------------------------------------------------------


def accepted(source: str) -> bool:
    """Whether the reader takes the structure of a source; the schema must say the same."""
    root = tree.parse_yaml(source)
    try:
        configtree.structure(root)
        taken = True
    except configtree.Fault:
        taken = False
    assert VALIDATOR.is_valid(_instance(root)) is taken, source
    return taken


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("{}", True, id="nothing"),
        pytest.param("packs: auto", True, id="a text"),
        pytest.param("packs: []", False, id="no pack"),
        pytest.param("packs: ' '", False, id="a blank"),
        pytest.param("packs: '7'", True, id="a quoted number"),
        pytest.param("packs: 7", False, id="a number"),
        pytest.param("packs: [true]", False, id="true"),
        pytest.param("packs: null", False, id="null"),
        pytest.param("packs:", False, id="empty"),
        pytest.param("packs: [[a]]", False, id="a list in a list"),
        pytest.param("select: []", True, id="nothing selected"),
        pytest.param("severity: {A: off, B: 错误}", True, id="severities"),
        pytest.param("severity: {A: never}", False, id="never is no severity"),
        pytest.param("severity: {A: }", False, id="no severity"),
        pytest.param("severity: []", False, id="severities in a list"),
        pytest.param("fail-on: 从不", True, id="never"),
        pytest.param("fail-on: off", False, id="off is no status"),
        pytest.param("output-format: xml", False, id="unknown format"),
        pytest.param("per-file: []", True, id="no files"),
        pytest.param("per-file: [{files: []}]", False, id="a file without patterns"),
        pytest.param("per-file: [{files: a, 文件: b}]", False, id="files twice"),
        pytest.param("per-file: [{files: a, packs: x, 规则包: y}]", False, id="packs twice"),
        pytest.param("per-file: [{files: a, exclude: b}]", False, id="exclude in a file"),
        pytest.param("per-file: [a]", False, id="a text for a file"),
        pytest.param("text", False, id="a text"),
        pytest.param(f"exclude: [{'b' * 500}]", True, id="a pattern of 500"),
        pytest.param(f"exclude: [{'b' * 501}]", False, id="a pattern of 501"),
    ],
)
def test_schema_and_reader_on_cases(source: str, expected: bool) -> None:
    assert accepted(source) is expected


_VALUES = st.sampled_from([
    "auto", "a", "''", "' '", "7", "true", "null", "", "off", "error", "错误", "never", "从不", "zh",
    "中文", "json", "[]", "[a, b]", "[1]", "['']", "{}", "{A: off}", "{A: 关闭}", "{A: }",
    "[{files: a}]", "[{文件: [a], 选用: []}]", "[{files: a, lang: zh}]", "[{files: }]", "[{}]",
])  # fmt: skip
_NAMES = st.sampled_from([*configtree._KEYS, *configtree.SYNONYMS, "files", "bogus", "null"])


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(_NAMES, _VALUES, max_size=4))
def test_schema_and_reader_on_anything(entries: dict[str, str]) -> None:
    accepted("\n".join(f"{key}: {value}" for key, value in entries.items()) or "{}")


def test_the_schema_is_one_and_knows_every_key_and_format() -> None:
    schema = VALIDATOR.schema
    Draft202012Validator.check_schema(schema)

    keys = {*configtree._KEYS, *(k for k, v in configtree.SYNONYMS.items() if v != "files")}
    assert set(schema["properties"]) == keys
    assert schema["$defs"]["output-format"]["enum"] == list(FORMATS)


@pytest.mark.parametrize("name", schemas.NAMES)
def test_every_schema_is_printed_and_published(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["schema", name]) == 0

    printed = capsys.readouterr().out
    assert "json-schema.org/" in json.loads(printed)["$schema"]
    assert printed == (ROOT / "docs" / f"{name}.schema.json").read_text(encoding="utf-8")


# Documentation, speed ----------------------------------------------------------------------------


def test_the_documented_example(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    write(".jslint.yaml", example)
    write("本市.yaml", PACK)
    write("往年/b.txt", REPORT)
    write("草稿/c.txt", REPORT)

    assert found(capsys, "--select", "PCT101,OUR101", ".") == [
        ("./a.txt", "OUR101", "info"),
        ("./a.txt", "PCT101", "warning"),
        ("./往年/b.txt", "PCT101", "warning"),
    ]
    assert accepted(example)
    documented = set(re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE))
    assert documented == {key for key in configtree._KEYS if key.isascii()}


def test_a_check_loads_no_validator_and_without_a_configuration_no_yaml() -> None:
    script = (
        "import sys; from jslint.cli import main; main(['check', 'a.txt', *sys.argv[1:]]);"
        "print([name in sys.modules for name in ('jsonschema', 'json', 'difflib',"
        " 'jslint.cli.configtree', 'jslint.cli.globs')])"
    )
    write(".jslint.yaml", "severity: {PCT101: warning}\npacks: arithmetic\nselect: PCT101")

    def loaded(*arguments: str) -> str:
        command = [sys.executable, "-c", script, *arguments]
        done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
        return done.stdout.splitlines()[-1]

    assert loaded() == "[False, False, False, True, False]"
    assert loaded("--no-config") == "[False, False, False, False, False]"


def test_ids_of_the_shipped_packs_are_those_of_their_rules() -> None:
    names = pack.names()

    assert names == tuple(info.name for info in pack.available())
    assert pack.ids() == {rule.entry.id for rule in pack.load(names).rules}


# What an untrusted folder's configuration can tell -----------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "secret",
    [
        pytest.param("api-key: hunter2\n", id="a mapping"),
        pytest.param("packs: hunter2\n", id="a value that is named elsewhere"),
        pytest.param("hunter2: 1\nhunter2: 2\n", id="a key named twice"),
        pytest.param("hunter2\n", id="no mapping"),
        pytest.param("- hunter2\n", id="a list"),
        pytest.param("a: 'hunter2\n", id="not well formed"),
    ],
)
def test_a_configuration_that_links_elsewhere_is_not_quoted(
    secret: str,
    lang: str,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret"
    elsewhere.write_text(secret, encoding="utf-8")
    Path(".jslint.yaml").symlink_to(elsewhere)

    assert cli.main(["check", "a.txt", "--lang", lang]) == 2
    told = "".join(capsys.readouterr())
    assert told.startswith("jslint: ") and ".jslint.yaml:" in told
    assert "hunter2" not in told and "api-key" not in told


@pytest.mark.parametrize("name", ["x.json", "x.yaml"])
@pytest.mark.parametrize(
    "secret", ["hunter2", "hunter2: x: y", '["hunter2', "TOKEN=hunter2", "'hunter2"]
)
def test_what_is_no_mapping_is_not_quoted(
    name: str, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(name, secret)

    assert cli.main(["check", "a.txt", "--config", name]) == 2
    assert "hunter2" not in "".join(capsys.readouterr())


def test_a_link_within_the_repository_is_a_configuration_like_any(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("shared/ours.yaml", "ignor: x")
    Path(".jslint.yaml").symlink_to("shared/ours.yaml")

    assert cli.main(["check", "a.txt"]) == 2
    assert "ignor" in capsys.readouterr().err
