"""Which files are checked: what folders hold, what is passed over and why, what is one report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from jslint import cli, readers
from jslint.cli import finding
from jslint.formatters import FORMATS

ROOT = Path(__file__).parents[1]
REPORT = (
    "三、支出决算情况说明\n2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占62.0%。\n"
)


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)


def write(path: str, data: str | bytes = REPORT) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data.encode() if isinstance(data, str) else data)


def office(path: str, **parts: str) -> None:
    """A Word or Excel file of these parts; ``__`` stands for ``/``."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(f"{name.replace('__', '/')}.xml", text)


def sought(*paths: str, **options: object) -> finding.Found:
    return finding.find(paths, finding.Search(extensions=readers.READERS, **options))  # type: ignore[arg-type]


def why(found: finding.Found) -> dict[str, str]:
    return {one.path: one.why for one in found.passed}


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.txt", REPORT, "", id="a report"),
        pytest.param("a.TXT", REPORT, "", id="capitals"),
        pytest.param("a.txt", REPORT.encode("gb18030"), "", id="GB18030"),
        pytest.param("a.txt", REPORT.encode("utf-16"), "", id="UTF-16"),
        pytest.param("a.txt", "歲入歲出決算".encode("big5"), "", id="Big5"),
        pytest.param("a.txt", "全年开支会议费、培训费", "", id="no budget is spoken of"),
        pytest.param("a.txt", "培訓費2.38萬元".encode("big5"), "", id="amounts alone"),
        pytest.param("a.txt", "", "", id="an empty text is said to be empty"),
        pytest.param("a.txt", "shopping list", "no-words", id="another text"),
        pytest.param("README.md", REPORT, "about", id="README"),
        pytest.param("readme.zh-CN.md", REPORT, "about", id="README in Chinese"),
        pytest.param("CHANGELOG", REPORT, "format", id="no ending"),
        pytest.param("CHANGELOG.md", REPORT, "about", id="change log"),
        pytest.param("requirements-dev.txt", "click\n", "about", id="requirements"),
        pytest.param("news某局决算.txt", REPORT, "", id="a report that begins like one"),
        pytest.param("说明.md", REPORT, "", id="a narrative is no README"),
        pytest.param("a.yaml", "jslint: 1\nsections: []\n", "", id="structured"),
        pytest.param("a.yaml", "\ufeffjslint: 1\n", "", id="with a signature"),
        pytest.param("a.yaml", "# 注\n'jslint': 1\n", "", id="quoted, after a comment"),
        pytest.param("a.yaml", "{meta: {}, jslint: 1}\n", "", id="in flow style"),
        pytest.param("a.yaml", "stages: [test]\njslint:\n  script: x\n", "undeclared", id="a job of CI"),
        pytest.param("a.yaml", "dependencies:\n  jslint: 1\n", "undeclared", id="a dependency"),
        pytest.param("a.yaml", "pack: ours\nrules: []\n", "pack", id="a pack"),
        pytest.param("a.yaml", "规则包: ours\n", "pack", id="a pack in Chinese"),
        pytest.param("a.json", '{"jslint": 1, "sections": []}', "", id="JSON"),
        pytest.param("a.json", '{"sections": [],\n "jslint" : 1}', "", id="JSON, at the end"),
        pytest.param("package.json", '{"devDependencies": {"jslint": "^0.12.1"}}', "undeclared",
                     id="a package's JSON"),
        pytest.param("a.json", '{"version": 1, "tool": {"name": "jslint"}}', "undeclared",
                     id="a result in JSON"),
        pytest.param("a.txt", "a.txt:2:1: 错误[PCT101] 占比62.0%，支出……\n", "own-output", id="a result"),
        pytest.param("a.txt", "a.txt:2:1: error[PCT101] 支出\n", "own-output", id="a result in English"),
        pytest.param("a.txt", "未发现问题；检查了 3 个文件。支出\n", "own-output", id="a clean result"),
        pytest.param("a.md", "- **错误** `PCT101` 第 2 行: 支出\n", "own-output", id="a result in Markdown"),
        pytest.param("a.pdf", b"%PDF-1.4", "", id="PDF is not looked into"),
        pytest.param("a.xls", b"\xd0\xcf\x11\xe0", "", id="nor are old workbooks"),
        pytest.param("a.docx", b"PK broken", "", id="what cannot be opened"),
        pytest.param("a.html", "<p>决算", "format", id="a format that is not read"),
        pytest.param(".a.txt", REPORT, "hidden", id="hidden"),
        pytest.param("~$a.docx", b"x", "lock", id="a lock file"),
    ],
)  # fmt: skip
def test_what_of_a_folder_is_meant(name: str, data: str | bytes, reason: str) -> None:
    write(f"d/{name}", data)

    found = sought("d")

    assert why(found) == ({f"d/{name}": reason} if reason else {})
    assert found.files == (("d",) if reason else (f"d/{name}",))
    assert sought(f"d/{name}").files == (f"d/{name}",), "what is named is always checked"


@pytest.mark.parametrize(
    ("name", "parts", "reason"),
    [
        pytest.param("a.docx", {"word__document": "<t>部门</t><t>决</t><t>算</t>"}, "", id="Word"),
        pytest.param("a.docx", {"word__document": "<t>会议通知</t>"}, "no-words", id="a notice"),
        pytest.param("a.docx", {"word__document": "x" * 4_100_000}, "", id="too large to look at"),
        pytest.param("a.docx", {"other": "x"}, "", id="no document in it"),
        pytest.param("a.xlsx", {"xl__sharedStrings": "<t>支出</t>"}, "", id="Excel"),
        pytest.param("a.xlsx", {"xl__worksheets__sheet1": "<t>收入</t>"}, "", id="words in cells"),
        pytest.param("a.xlsx", {"xl__worksheets__sheet1": "<t>&#25903;&#x51FA;</t>"}, "", id="numbered"),
        pytest.param("a.xlsx", {"xl__SharedStrings2": "<t>支出</t>"}, "", id="other names of parts"),
        pytest.param("a.docx", {"word__document": "<?xml version='1.0' encoding='GBK'?><t>x</t>"}, "",
                     id="another encoding"),
        pytest.param("a.docx", {"word__document": "<t>&#9999999;&#xD800;</t>"}, "no-words", id="no such"),
        pytest.param("a.xlsx", {"xl__workbook": '<sheet name="收支"/><t>决算</t>'}, "", id="names"),
        pytest.param("a.xlsx", {"xl__sharedStrings": "<t>通讯录</t>"}, "no-words", id="addresses"),
        pytest.param(
            "a.xlsx",
            {"xl__sharedStrings": "<t>支出</t>", "docProps__core": "<dc:creator>jslint</dc:creator>"},
            "own-output",
            id="findings in a workbook",
        ),
    ],
)  # fmt: skip
def test_what_of_word_and_excel_is_meant(name: str, parts: dict[str, str], reason: str) -> None:
    office(f"d/{name}", **parts)

    assert why(sought("d")) == ({f"d/{name}": reason} if reason else {})


@pytest.mark.parametrize("kind", ["clean", "faulty"])
def test_files_that_other_programs_write_are_meant(kind: str) -> None:
    sys.path.insert(0, str(ROOT / "examples"))
    import build
    import office as written

    Path("d").mkdir()
    written.pair(getattr(build, kind)(), Path("d"))

    assert sought("d").pairs == {"d/narrative.docx": ("d/narrative.docx", "d/tables.xlsx")}


def test_folders_are_searched_sorted_and_each_file_once() -> None:
    for name in ("d/b.txt", "d/a.MD", "d/.git/x.txt", "d/e/f.txt", "d/node_modules/m.md"):
        write(name)
    write("d/venv/pyvenv.cfg", "")
    write("d/venv/x.txt")

    found = sought("d/b.txt", "d", "-", "缺.txt")

    assert found.files == ("d/b.txt", "d/a.MD", "d/e/f.txt", "-", "缺.txt")
    assert why(found) == {"d/.git/": "hidden", "d/node_modules/": "program", "d/venv/": "program"}


# .gitignore --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({".gitignore": "b.txt"}, ["a.txt", "e/c.txt"], id="a name"),
        pytest.param({".gitignore": "e/"}, ["a.txt", "b.txt"], id="a folder"),
        pytest.param({".gitignore": "*.txt\n!a.txt"}, ["a.txt"], id="but not this"),
        pytest.param({"e/.gitignore": "*"}, ["a.txt", "b.txt"], id="in a folder below"),
        pytest.param({".gitignore": "c.txt", "e/.gitignore": "!c.txt"},
                     ["a.txt", "b.txt", "e/c.txt"], id="the nearest decides"),
        pytest.param({".gitignore": "# b.txt\n\n/c.txt"}, ["a.txt", "b.txt", "e/c.txt"],
                     id="comments, the top only"),
        pytest.param({"../.gitignore": "b.txt"}, ["a.txt", "e/c.txt"], id="above"),
        pytest.param({"../.gitignore": "d/"}, ["a.txt", "b.txt", "e/c.txt"],
                     id="a folder that is named is searched"),
        pytest.param({".gitignore": "x" * 600 + "*\nb.txt"}, ["a.txt", "e/c.txt"],
                     id="a line that is no pattern"),
    ],
)  # fmt: skip
def test_gitignore(files: dict[str, str], expected: list[str]) -> None:
    Path(".git").mkdir()
    for name in ("a.txt", "b.txt", "e/c.txt"):
        write(f"d/{name}")
    for name, text in files.items():
        write(f"d/{name}", text)

    assert [name.removeprefix("d/") for name in sought("d").files] == expected
    assert len(sought("d", ignore=False).files) == 3


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["*a" * 100 + "b"] * 200, id="many stars"),
        pytest.param(["*" + "a*" * 120 + str(n) for n in range(1000)], id="many such lines"),
        pytest.param([f"a{n}*b?c/**/x{n}.txt" for n in range(5000)], id="very many lines"),
        pytest.param(["**/" * 80 + "x"] * 50, id="many folders"),
        pytest.param(["[", "[z-a]", "a\\", "!", "/", "[[:x:]]", "\\", "\x00", "a" * 400], id="odd"),
    ],
)
def test_a_hostile_gitignore_takes_no_time(
    lines: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    write("d/.gitignore", "\n".join([*lines, "y.txt"]))
    write(f"d/{'a' * 200}.txt")
    write("d/y.txt")
    started = time.process_time()

    found = sought("d")

    assert len(found.files) == 1 and why(found)["d/y.txt"] == "ignored"
    assert time.process_time() - started < 10
    assert capfd.readouterr() == ("", "")


def test_as_git_itself(tmp_path: Path) -> None:
    lines = [
        "*.tmp.txt",
        "!keep.tmp.txt",
        "/top.txt",
        "sub/**/deep.txt",
        "out/",
        "a?.txt",
        "[xy].txt",
    ]
    names = ["a.txt", "ab.txt", "x.tmp.txt", "keep.tmp.txt", "top.txt", "sub/top.txt", "x.txt",
             "sub/deep.txt", "sub/e/f/deep.txt", "out/o.txt", "sub/out/o.txt", "w.txt"]  # fmt: skip
    write(".gitignore", "\n".join(lines))
    for name in names:
        write(name)
    subprocess.run(["git", "init", "-q", "."], check=True)
    command = ["git", "ls-files", "-co", "--exclude-standard", "*.txt"]
    git = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()

    assert sorted(name.removeprefix("./") for name in sought(".").files) == sorted(git)


# One report of several files ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["a.docx", "a.xlsx"], [["a.docx", "a.xlsx"]], id="one name"),
        pytest.param(["说明.docx", "附表.xlsx"], [["说明.docx", "附表.xlsx"]], id="alone"),
        pytest.param(["说明.docx", "一.xlsx", "二.xls"], [["说明.docx", "一.xlsx", "二.xls"]],
                     id="several workbooks"),
        pytest.param(["a.docx", "a.xlsx", "b.docx", "b.xlsx"],
                     [["a.docx", "a.xlsx"], ["b.docx", "b.xlsx"]], id="two reports"),
        pytest.param(["a.docx", "b.docx", "c.xlsx"], [], id="whose is it?"),
        pytest.param(["a.docx", "a.xlsx", "c.xlsx"], [["a.docx", "a.xlsx"]], id="the name first"),
        pytest.param(["a.docx", "a.pdf", "a.xlsx"], [["a.docx", "a.xlsx"]], id="Word before PDF"),
        pytest.param(["a.xlsx", "b.xlsx"], [], id="no narrative"),
        pytest.param(["a.docx", "e/b.xlsx"], [], id="another folder"),
        pytest.param(["a.docx", *(f"{n}.xlsx" for n in range(21))], [], id="too many"),
    ],
)  # fmt: skip
def test_pairs(names: list[str], expected: list[list[str]]) -> None:
    for name in names:
        write(f"d/{name}", b"x")

    found = sought("d")

    paths = [tuple(f"d/{name}" for name in one) for one in expected]
    assert list(found.pairs.values()) == paths
    beside = {name for one in paths for name in one[1:]}
    assert set(found.files) == {f"d/{name}" for name in names} - beside
    assert sorted(found.inputs) == sorted(f"d/{name}" for name in names)
    assert not sought("d", pair=False).pairs


def test_of_named_files_only_those_of_one_name_are_a_pair() -> None:
    for name in ("a.docx", "a.xlsx", "b/说明.docx", "b/附表.xlsx"):
        write(name, b"x")

    found = sought("a.docx", "a.xlsx", "b/说明.docx", "b/附表.xlsx")

    assert found.pairs == {"a.docx": ("a.docx", "a.xlsx")}


def test_the_output_says_what_is_one_report(capsys: pytest.CaptureFixture[str]) -> None:
    write("d/a.txt")
    write("d/a.xlsx", b"x")  # not readable, so that nothing is checked

    assert cli.main(["check", "d"]) == 2
    assert "d/a.txt、d/a.xlsx 合为一份报告（--no-pair 分开）" in capsys.readouterr().out
    cli.main(["check", "d", "--output-format", "json"])
    assert json.loads(capsys.readouterr().out)["together"] == [["d/a.txt", "d/a.xlsx"]]
    cli.main(["check", "d", "--output-format", "junit", "--lang", "en"])
    assert "one report together: d/a.txt, d/a.xlsx" in capsys.readouterr().err
    cli.main(["check", "d", "--output-format", "concise"])
    assert capsys.readouterr().err.count("合为一份报告") == 1
    assert cli.main(["check", "d", "--no-pair", "--output-format", "concise"]) == 2
    assert "PCT" in capsys.readouterr().out


@pytest.mark.parametrize("paths", [["."], ["清单.yaml", "a.txt"], ["a.txt", "清单.yaml"]])
def test_members_of_a_manifest_are_not_checked_again(paths: list[str]) -> None:
    write("a.txt")
    write("b.txt")
    write("清单.yaml", "jslint: 1\nfiles: [a.txt, ./b.txt]\n")

    found = sought(*paths)

    assert [Path(name).name for name in found.files] == ["清单.yaml"]
    assert {Path(path).name for path in why(found)} <= {"a.txt", "b.txt"}


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("zh", "jslint: 错误：清单.yaml: 第 3 行：清单里不认识的键“fils”；清单的写法："),
        ("en", "jslint: error: 清单.yaml: line 3: unknown key 'fils' in a manifest; a manifest is"),
    ],
)
def test_manifests_refuse_unknown_keys(
    lang: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("清单.yaml", "jslint: 1\nfiles: [a.txt]\nfils: [b.txt]\n")

    assert cli.main(["check", "清单.yaml", "--lang", lang]) == 2
    assert capsys.readouterr().err.startswith(message)


# Patterns ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("*.txt", ["a.txt", "b[1].txt"], id="a star"),
        pytest.param("?.txt", ["a.txt"], id="a question mark"),
        pytest.param("b[1].*", ["b[1].txt"], id="brackets stand for themselves"),
        pytest.param("**/c.txt", ["e/c.txt"], id="folders"),
        pytest.param("e*", ["e/c.txt"], id="a folder is searched"),
        pytest.param("*.docx", ["*.docx"], id="nothing: reading it says so"),
    ],
)
def test_patterns_that_the_shell_leaves(pattern: str, expected: list[str]) -> None:
    for name in ("a.txt", "b[1].txt", "e/c.txt", "~$a.txt"):
        write(name)

    assert sorted(sought(pattern).files) == expected


def test_a_pattern_follows_no_circle_of_links(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "e/c.txt", "e/.f/d.txt"):
        write(name)
    for number in range(3):
        Path("e", f"up{number}").symlink_to("..", target_is_directory=True)
    Path("beside").symlink_to("e", target_is_directory=True)

    assert sorted(sought("**/*.txt").files) == ["a.txt", "e/c.txt"]
    assert sorted(sought("**/**/**/c.*").files) == ["e/c.txt"]
    assert sorted(sought("besi*/*.txt").files) == ["beside/c.txt"]
    assert sorted(sought(f"{os.getcwd()}/*/*.txt").files) == [
        f"{os.getcwd()}/{name}" for name in ("beside/c.txt", "e/c.txt")
    ]
    monkeypatch.chdir("e")
    assert sorted(sought("../**/c.txt").files) == ["../e/c.txt"]
    assert sorted(sought("./*.txt").files) == ["./c.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have only names that are text")
def test_a_pattern_fits_a_name_that_is_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    with open(b"\xff.txt", "wb") as file:
        file.write(REPORT.encode())

    assert sought("*.txt").files == ("\udcff.txt",)
    write(".gitignore", "*.bak")
    assert cli.main(["check", "."]) == 1
    assert cli.main(["files", ".", "--exclude", "?.txt"]) == 2
    assert "自身出错" not in capsys.readouterr().err


def test_exclude(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "草稿/b.txt", "c/d.txt"):
        write(name)

    cli.main(["check", ".", "--exclude", "草稿", "--exclude", "c/*.txt", "--output-format", "json"])

    assert json.loads(capsys.readouterr().out)["inputs"] == ["./a.txt"]


def test_exclude_by_a_whole_path(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "草稿/b.txt", "c/d.txt"):
        write(name)
    whole = os.path.join(os.getcwd(), "草稿")

    cli.main(["check", ".", "--exclude", whole, "--exclude", "/c", "--output-format", "json"])

    assert json.loads(capsys.readouterr().out)["inputs"] == ["./a.txt", "./c/d.txt"]


# The list ----------------------------------------------------------------------------------------


def test_files_lists_what_is_checked_and_why_not(capsys: pytest.CaptureFixture[str]) -> None:
    write("d/a.docx", b"x")
    write("d/a.xlsx", b"x")
    write("d/b.txt")
    write("d/README.md")
    write("d/.gitignore", "c.txt")
    write("d/c.txt")
    write("d/.jslint.yaml", "exclude: e.txt")
    write("d/e.txt")

    assert cli.main(["files", "d"]) == 0
    assert capsys.readouterr().out == (
        "检查 2 份报告：\n"
        "  d/a.docx + d/a.xlsx  （合为一份报告）\n"
        "  d/b.txt\n"
        "不检查 5 个：\n"
        "  d/.gitignore    隐藏\n"
        "  d/.jslint.yaml  配置文件\n"
        "  d/README.md     说明、变更记录一类的文件\n"
        "  d/c.txt         d/.gitignore 排除了\n"
        "  d/e.txt         d/.jslint.yaml:1 排除了\n"
    )
    assert cli.main(["files", "d", "--no-pair", "--no-ignore", "--no-config", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("to be checked, reports: 5\n")


def test_files_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    write("d/a.txt")
    write("d/README.md")

    assert cli.main(["files", "d", "--output-format", "json"]) == 0

    listed = json.loads(capsys.readouterr().out)
    assert listed == {
        "version": 1,
        "reports": [["d/a.txt"]],
        "passed": [
            {
                "path": "d/README.md",
                "reason": "about",
                "message": "说明、变更记录一类的文件",
                "by": None,
            }
        ],
    }


def test_files_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("d").mkdir()

    assert cli.main(["files", "d", "none.txt"]) == 2
    assert capsys.readouterr().err.count("jslint: 错误：") == 2


def test_version_loads_no_pathspec() -> None:
    write("a.txt")
    script = (
        "import sys; from jslint.cli import main; main(sys.argv[1:]);"
        "print([name in sys.modules for name in ('pathspec', 'zipfile', 'glob')])"
    )

    for arguments in (["--version"], ["check", "a.txt"], ["check", "."]):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments], capture_output=True, check=True, text=True
        )
        assert done.stdout.splitlines()[-1] == "[False, False, False]"


# Its own outputs -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "extra"),
    [
        *((name, ()) for name in FORMATS),
        *((name, ("-q",)) for name in ("text", "concise", "github", "markdown")),
        ("text", ("--coverage", "--color", "always")),
    ],
)
@pytest.mark.parametrize("report", ["faulty", "clean"])
def test_no_output_is_taken_for_a_report(
    report: str, name: str, extra: tuple[str, ...], lang: str
) -> None:
    write("r.txt", (ROOT / "examples" / report / "report.txt").read_bytes())
    endings = {
        "markdown": "md",
        "text": "txt",
        "concise": "txt",
        "github": "txt",
        "html": "html",
        "jsonl": "jsonl",
        "junit": "xml",
        "csv": "csv",
        "xlsx": "xlsx",
    }
    output = f"out.{endings.get(name, 'json')}"
    arguments = ("check", ".", "-o", output, "--output-format", name, "--lang", lang, *extra)

    first = cli.main(arguments)

    assert first in (0, 1)
    assert cli.main(arguments) == first, "the second run reads the same"
    if Path(output).stat().st_size:
        assert sought(".").files == ("./r.txt",)


def test_a_report_is_not_overwritten_though_it_is_named_as_the_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("r.txt")

    assert cli.main(["check", ".", "-o", "r.txt"]) == 2
    assert "不能同时作为输出" in capsys.readouterr().err
    assert Path("r.txt").read_text(encoding="utf-8") == REPORT


@pytest.mark.skipif(sys.platform == "win32", reason="the current folder cannot be removed there")
def test_a_current_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert cli.main(["check", "a.txt", "b*.txt"]) == 2
    assert capsys.readouterr().err.count("没有这个文件") == 2
