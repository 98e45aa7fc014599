"""Whatever a file holds, a run ends soon, in bounded memory, and says what was wrong.

Each run is a process with limits on processor time and addresses, not on the clock: other processes
may hold up the machine that runs the tests.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packages import WORD, biff, compound, excel, p, package, relations, tbl, tr, word
from pdf_pages import Page, _file, _stream
from pdf_pages import pdf as make_pdf

from jslint import limits, pack
from jslint.cli import bounds, confined
from jslint.cli.findings import Results
from jslint.diagnostic import Result
from jslint.errors import UsageError
from jslint.phrases import LANGUAGES
from jslint.limits import DEFAULT, LimitError, Limits, Meter
from jslint.pack import extent
from jslint.readers import docx, text

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = "2024年度\n\n一、支出情况说明\n\n2024年度支出合计12.34万元。\n"
SECONDS, MEMORY = 20, 1500 << 20
ENVIRONMENT = {**os.environ, "LANG": "zh_CN.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""}
pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits of processes are POSIX's")


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(
    *arguments: object, folder: Path, code: str = "", **more: object
) -> subprocess.CompletedProcess[bytes]:
    """A limited run of the program, or of a script that calls it."""
    script = code or "from jslint.cli import script; script()"
    command = [sys.executable, "-c", script, *map(str, arguments)]
    options = {"env": ENVIRONMENT, "stdout": subprocess.PIPE, **more}
    return subprocess.run(  # noqa: PLW1510
        command, cwd=folder, stderr=subprocess.PIPE, preexec_fn=_limited, **options
    )


def refused(done: subprocess.CompletedProcess[bytes], *said: str) -> None:
    """Assert that a run ended with 2 and one line that says so, and no traceback."""
    assert done.returncode == 2, done.stderr.decode()
    for one in said:
        assert one in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def _good(folder: Path) -> Path:
    path = folder / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


# What is no regular file.


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _zero(path: Path) -> None:
    path.symlink_to("/dev/zero")


IRREGULAR = [pytest.param(_fifo, id="a pipe"), pytest.param(_zero, id="a link to a device")]


@pytest.mark.parametrize("make", IRREGULAR)
@pytest.mark.parametrize("command", ["check", "convert", "tables", "facts"])
def test_only_regular_files_are_opened(
    make: Callable[[Path], None], command: str, tmp_path: Path
) -> None:
    make(tmp_path / "a.txt")

    done = run(command, "a.txt", folder=tmp_path)

    refused(done, "不是普通文件")


@pytest.mark.parametrize("make", IRREGULAR)
def test_the_others_of_a_folder_are_checked(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "a.txt")
    _good(tmp_path)

    done = run("check", "--no-config", ".", folder=tmp_path)

    refused(done, "a.txt: 不是普通文件")
    assert "检查了 1 个文件" in done.stdout.decode()


@pytest.mark.parametrize("make", IRREGULAR)
@pytest.mark.parametrize(
    ("option", "name"), [("--previous", "a.txt"), ("--config", "a.yaml"), ("--pack", "a.yaml")]
)
def test_nor_are_they_where_an_option_names_them(
    make: Callable[[Path], None], option: str, name: str, tmp_path: Path
) -> None:
    make(tmp_path / name)
    _good(tmp_path)

    done = run("check", "good.txt", option, name, folder=tmp_path)

    refused(done, "不是普通文件" if option != "--pack" else "a.yaml")


def test_nor_is_a_kept_pack(tmp_path: Path) -> None:
    _good(tmp_path)
    environment = {**ENVIRONMENT, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    run("check", "--no-config", "good.txt", folder=tmp_path, env=environment)
    kept = list((tmp_path / "cache" / "jslint").iterdir())
    for path in kept:
        path.unlink()
        os.mkfifo(path)

    done = run("check", "--no-config", "good.txt", folder=tmp_path, env=environment)

    assert kept
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("change", ["flip", "cut", "version", "empty"])
def test_a_damaged_kept_pack_is_as_good_as_none(change: str, tmp_path: Path) -> None:
    _good(tmp_path)
    environment = {**ENVIRONMENT, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    first = run("check", "--no-config", "good.txt", folder=tmp_path, env=environment)
    for at, path in enumerate((tmp_path / "cache" / "jslint").iterdir()):
        data = bytearray(path.read_bytes())
        if change == "flip":
            data[(at * 7919) % len(data)] ^= 1 << at % 8
        elif change == "version":
            data[:3] = b"9.9"
        path.write_bytes(data[: len(data) // 2] if change == "cut" else data * (change != "empty"))

    done = run("check", "--no-config", "good.txt", folder=tmp_path, env=environment)

    assert (done.returncode, done.stdout, done.stderr) == (0, first.stdout, b"")


# Manifests.


def test_a_manifest_reads_below_its_own_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    _good(tmp_path)
    (tmp_path / "other.txt").write_text(GOOD, encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "other.txt")
    (folder / "all.yaml").write_text("jslint: 1\nfiles: [../good.txt, link.txt]\n")

    done = run("check", "--no-config", "reports/all.yaml", folder=tmp_path)
    allowed = run("check", "--no-config", "--allow-outside", "reports/all.yaml", folder=tmp_path)

    refused(done, "reports/../good.txt", "reports/link.txt", "--allow-outside")
    assert allowed.returncode == 0, allowed.stderr.decode()


def test_a_manifest_reads_each_file_once(tmp_path: Path) -> None:
    _good(tmp_path)
    (tmp_path / "all.yaml").write_text(f"jslint: 1\nfiles: [{'good.txt, ./good.txt, ' * 40}]\n")

    done = run("check", "--no-config", "all.yaml", folder=tmp_path)

    assert done.returncode == 0, done.stderr.decode()
    assert "数字 1 个" in done.stdout.decode()


# Sizes.


def _workbook_of(times: int, size: int) -> bytes:
    """A workbook that names its one sheet many times."""
    rows = "".join(f'<row r="{at}"><c><v>1</v></c></row>' for at in range(size))
    sheets = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="rId1"/>' for at in range(times))
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    return package(
        {
            "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
            "xl/_rels/workbook.xml.rels": relations({"worksheet": "worksheets/sheet1.xml"}),
            "xl/workbook.xml": f"<workbook {names}><sheets>{sheets}</sheets></workbook>",
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>",
        }
    )


def _sparse() -> bytes:
    """A sheet with a cell in each of many rows, each in a column of its own."""
    from jslint.readers.xlsx.model import letters

    rows = "".join(
        f'<row r="{at}"><c r="{letters(at)}{at}"><v>{at}</v></c><c r="XFD{at}"><v>1</v></c></row>'
        for at in range(1, 6000)
    )
    return excel(f"<sheetData>{rows}</sheetData>")


def _columns() -> bytes:
    return excel('<col min="1" max="16384" hidden="1"/>' * 20_000 + "<sheetData/>")


def _merges() -> bytes:
    rows = "".join(
        f'<row r="{at}"><c><v>{at}</v></c><c><v>2</v></c></row>' for at in range(1, 3000)
    )
    merge = '<mergeCell ref="A1:B3000"/>' * 9_000
    return excel(f"<sheetData>{rows}</sheetData><mergeCells>{merge}</mergeCells>")


def _shared() -> bytes:
    """A long shared text that every cell shows."""
    cells = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 20_000
    return excel(f"<sheetData>{cells}</sheetData>", shared=f"<si><t>{'长' * 20_000}</t></si>")


def _nested_tables(depth: int) -> bytes:
    inner = "<w:p/>"
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    return word(inner)


def _twice_drawn() -> bytes:
    """A PDF whose forms draw one another twice each: two to the power of 40 characters."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"]
    objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R"
        " /Resources << /XObject << /F 5 0 R >> >> >>"
    )
    objects.append(_stream("/F Do"))
    for at in range(40):
        entries = "/Type /XObject /Subtype /Form /BBox [0 0 99 99]"
        below = f"/Resources << /XObject << /F {6 + at} 0 R >> >>"
        objects.append(_stream("/F Do /F Do", f"{entries} {below}"))
    fonts = (
        "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >>"
    )
    objects.append(_stream(f"BT /F 9 Tf ({'x' * 40}) Tj ET 0 0 m 9 9 l S", f"{entries} {fonts}"))
    return _file(objects)


LARGE = [
    pytest.param("a.txt", GOOD + "甲\n" * 250_000, "lines", id="lines"),
    pytest.param("a.md", GOOD + "甲\n" * 250_000, "lines", id="lines of Markdown"),
    pytest.param("a.txt", "一" * 600_000, "paragraph-length", id="a long line"),
    pytest.param("a.txt", GOOD + "1，" * 220_000, "figures", id="figures"),
    pytest.param("a.txt", b"\n" * (17 << 20), "text-size", id="a large text"),
    pytest.param("a.yaml", b"#" * (33 << 20), "structured-size", id="a large YAML"),
    pytest.param("a.json", "[" + "1," * 600_000 + "1]", "nodes", id="values of JSON"),
    pytest.param("a.yaml", "- 1\n" * 1_100_000, "nodes", id="values of YAML"),
    pytest.param("a.xlsx", b"PK" + b"0" * (65 << 20), "office-size", id="a large package"),
    pytest.param("a.xlsx", _workbook_of(400, 2000), "cells", id="one sheet again and again"),
    pytest.param("a.xlsx", _workbook_of(800, 2), "sheets", id="too many sheets"),
    pytest.param("a.xlsx", _sparse(), "columns", id="a sparse sheet"),
    pytest.param("a.xlsx", _shared(), "characters", id="a long text in every cell"),
    pytest.param("a.docx", word("<w:p/>" * 1_000_000), "paragraphs", id="a million paragraphs"),
    pytest.param(
        "a.docx",
        word(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 420_000}</w:tbl>"),
        "cells",
        id="cells of a Word table",
    ),
    pytest.param(
        "a.docx",
        package(
            {"word/document.xml": f"<w:document {WORD}>" + "<a/>" * 6_000_000 + "</w:document>"}
        ),
        "tags",
        id="tags",
    ),
    pytest.param("a.pdf", make_pdf(*[Page().write(9, 9, "1")] * 1001), "pages", id="pages"),
    pytest.param("a.pdf", _twice_drawn(), "reader-", id="forms that draw each other twice"),
]


@pytest.mark.parametrize(("name", "content", "limit"), LARGE)
def test_what_is_too_large_names_the_limit(
    name: str, content: str | bytes, limit: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    _good(tmp_path)
    given = ("--limit", "reader-seconds=3,reader-memory=300,ratio=9999")

    done = run("check", "--no-config", name, "good.txt", *given, folder=tmp_path)

    refused(done, f"{name}: ", f"--limit {limit}")
    assert "检查了 1 个文件" in done.stdout.decode()


BOUNDED = [
    pytest.param("a.xlsx", _columns(), id="every column hidden 20,000 times"),
    pytest.param("a.xlsx", _merges(), id="merged cells one over the other"),
    pytest.param("a.docx", _nested_tables(60), id="tables in tables"),
    pytest.param("a.docx", _nested_tables(3000), id="tables too deep to be read"),
    pytest.param(
        "a.docx",
        word(tbl(tr("甲", "乙").replace("<w:trPr>", '<w:trPr><w:gridBefore w:val="-5"/>'))),
        id="columns before the first",
    ),
    pytest.param("a.docx", word(p("我单位认真落实，<w:br/>" * 4000)), id="line breaks"),
    pytest.param("a.xls", compound("Workbook", biff({(0, 0): "甲"})[:-9]), id="a cut workbook"),
    pytest.param("a.md", "| a | b\n" * 20_000, id="rows without a rule"),
]


@pytest.mark.parametrize(("name", "content"), BOUNDED)
def test_what_is_odd_is_read_or_refused_soon(
    name: str, content: str | bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    done = run("check", "--no-config", name, folder=tmp_path)

    assert done.returncode in (0, 1, 2), done.stderr.decode()
    assert not re.search("Traceback|自身出错|内存不足", done.stderr.decode())


def test_five_thousand_rows_without_a_figure_are_read_soon(tmp_path: Path) -> None:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = "".join(f"<row>{cell.format('项目')}{cell.format(at)}</row>" for at in range(20_000))
    (tmp_path / "a.xlsx").write_bytes(excel(f"<sheetData>{rows}</sheetData>"))

    done = run("tables", "a.xlsx", "--output-format", "json", folder=tmp_path)

    assert done.returncode == 0, done.stderr.decode()


# Crashes are one input's.

FAULTY = """
from jslint import cli, engine
lint = engine.lint
def endless():
    endless()
def faulty(report, *more, **options):
    if report.path.endswith("bad.txt"):
        {fault}
    return lint(report, *more, **options)
engine.lint = faulty
cli.script()
"""


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("raise KeyError(report.path)", "自身出错（KeyError，编号 "),
        ("raise MemoryError", "内存不足，没有检查（编号 "),
        ("endless()", "自身出错（RecursionError，编号 "),
        ("bytes(1 << 40)", "内存不足，没有检查（编号 "),
    ],
)
def test_whatever_happens_to_one_input_the_others_are_checked(
    fault: str, said: str, tmp_path: Path
) -> None:
    for name in ("a.txt", "bad.txt", "c.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")

    done = run("check", "--no-config", ".", folder=tmp_path, code=FAULTY.format(fault=fault))

    refused(done, said)
    assert "检查了 2 个文件" in done.stdout.decode()


@pytest.mark.parametrize("command", ["annotate", "summary", "checklist"])
def test_every_command_shows_where_a_fault_is_when_asked(command: str, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(GOOD, encoding="utf-8")
    code = FAULTY.format(fault="raise KeyError(report.path)")

    silent = run(command, "--no-config", "bad.txt", folder=tmp_path, code=code)
    asked = {**ENVIRONMENT, "JSLINT_VERBOSE": "1"}
    told = run(command, "--no-config", "bad.txt", folder=tmp_path, code=code, env=asked)

    refused(silent, "JSLINT_VERBOSE=1")
    assert "in faulty" in told.stderr.decode()
    assert "in faulty" not in silent.stderr.decode()


@pytest.mark.parametrize("option", ["--baseline", "--config", "--against", "--previous"])
@pytest.mark.parametrize(
    ("name", "remedy"),
    [("pipe", "请给出普通文件"), ("self", "请检查路径"), ("x" * 300, "请检查路径")],
)
def test_what_cannot_be_opened_is_named_with_what_helps(
    option: str, name: str, remedy: str, tmp_path: Path
) -> None:
    _good(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "self").symlink_to("self")

    refused(run("check", "good.txt", option, name, folder=tmp_path), f"{name}: ", remedy)


def test_a_process_that_dies_is_one_inputs_too(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (tmp_path / name).write_bytes(make_pdf(Page().write(96, 60, "一、支出情况说明")))
    code = (
        "import os\nfrom jslint import cli, readers\nread = readers.read\n"
        "def dying(path, *more, **options):\n"
        "    return os.abort() if path.endswith('b.pdf') else read(path, *more, **options)\n"
        "readers.read = dying\ncli.script()\n"
    )

    done = run("check", "--no-config", ".", folder=tmp_path, code=code)

    refused(done, "b.pdf: ", "reader-memory")
    assert "检查了 2 个文件" in done.stdout.decode()


def test_a_fault_in_another_process_keeps_its_reference(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf(Page().write(96, 60, "一、支出情况说明")))
    code = "from jslint import cli, readers\nreaders.read = None\ncli.script()\n"

    done = run("check", "--no-config", "--verbose", "a.pdf", folder=tmp_path, code=code)

    assert done.returncode == 2
    assert re.search("TypeError，编号 [0-9a-f]{6}", done.stderr.decode())
    assert b"in _answer" in done.stderr


# Standard streams, names, the environment.


@pytest.mark.parametrize("arguments", [("check", "good.txt"), ("--version",), ("check", "--help")])
def test_a_full_disk_is_an_error(arguments: tuple[str, ...], tmp_path: Path) -> None:
    _good(tmp_path)
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = run(*arguments, folder=tmp_path, stdout=full)

    refused(done, "磁盘满了")


@pytest.mark.parametrize("closed", [0, 1, 2])
@pytest.mark.parametrize("arguments", [("check", "good.txt"), ("--version",), ("check", "--help")])
def test_a_closed_stream_is_an_error_where_it_is_needed(
    arguments: tuple[str, ...], closed: int, tmp_path: Path
) -> None:
    _good(tmp_path)
    sign = "<&-" if closed == 0 else f"{closed}>&-"
    command = f'"$0" -c "from jslint.cli import script; script()" "$@" {sign}'

    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, *arguments],
        cwd=tmp_path, capture_output=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip

    assert done.returncode == (2 if closed == 1 else 0), done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "good.txt").read_text(encoding="utf-8") == GOOD


def test_standard_input_that_is_closed_cannot_be_read(tmp_path: Path) -> None:
    command = '"$0" -c "from jslint.cli import script; script()" check - <&-'

    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable],
        cwd=tmp_path, capture_output=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip

    refused(done, "标准输入没有打开")


@pytest.mark.parametrize("option", ["-o", "--config", "--previous", "--pack"])
@pytest.mark.parametrize("name", ["x" * 300, "x/" * 3000 + "y"])
def test_a_name_that_no_file_can_have_is_an_error(option: str, name: str, tmp_path: Path) -> None:
    _good(tmp_path)

    done = run("check", "good.txt", option, name, folder=tmp_path)

    refused(done)


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    _good(tmp_path)

    done = run("check", "--no-config", "good.txt", "-o", "x" * 255, folder=tmp_path)

    assert done.returncode == 0, done.stderr.decode()


def test_a_width_of_five_thousand_digits_is_none(tmp_path: Path) -> None:
    _good(tmp_path)
    environment = {**ENVIRONMENT, "COLUMNS": "9" * 5000}

    for arguments in (("check", "good.txt"), ("check", "--help")):
        done = run(*arguments, folder=tmp_path, env=environment)
        assert done.returncode == 0, done.stderr.decode()


# Packs.


def _pack(folder: Path, *patterns: str) -> None:
    rules = "".join(
        f"  - {{id: MY{at}, name: my-{at}, kind: pattern, title: 甲, severity: info, message: 乙,"
        f" reason: 丙, basis: 丁, patterns: ['{pattern}']}}\n"
        for at, pattern in enumerate(patterns)
    )
    (folder / "my.yaml").write_text(f"pack: my\ntitle: 我\nrules:\n{rules}", encoding="utf-8")


@pytest.mark.parametrize(
    ("patterns", "limit"),
    [
        pytest.param(["甲" * 20_001], "pattern-length", id="long"),
        pytest.param(["(" * 101 + "甲" + ")" * 101], "pattern-depth", id="deep"),
        pytest.param(["甲"] * 5001, "rules", id="many"),
        pytest.param(["."] * 20, "outcomes", id="what finds every character"),
    ],
)
def test_the_work_of_a_pack_is_bounded(patterns: list[str], limit: str, tmp_path: Path) -> None:
    _pack(tmp_path, *patterns)
    (tmp_path / "a.txt").write_text(
        GOOD + "我单位认真落实各项工作。\n\n" * 10_000, encoding="utf-8"
    )

    done = run("check", "--no-config", "a.txt", "--pack", "my.yaml", folder=tmp_path)

    refused(done, f"--limit {limit}=")


@pytest.mark.parametrize(
    ("pattern", "depth"),
    [("甲", 0), ("(甲)(乙)", 1), ("((甲)乙)", 2), (r"\(甲", 0), (r"[(]\Q((\E", 0), ("[]()]", 0)],
)
def test_how_deep_a_pattern_is_nested(pattern: str, depth: int) -> None:
    assert extent.depth(pattern) == depth


def test_a_limit_of_packs_can_be_raised(tmp_path: Path) -> None:
    _pack(tmp_path, "甲" * 101)
    path = str(tmp_path / "my.yaml")

    with pytest.raises(Exception, match="pattern-length=100"):
        pack.load([path], Limits(pattern_length=100))

    assert len(pack.load([path], Limits(pattern_length=101)).rules) == 1


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(("--pack", "my.yaml"), id="on the command line"),
        pytest.param(("--config", "of.yaml"), id="in the configuration"),
        pytest.param(("--pack", "auto", "--pack", "upon.yaml"), id="extended"),
    ],
)
def test_how_large_a_pack_may_be_can_be_raised(named: tuple[str, ...], tmp_path: Path) -> None:
    """Nine megabytes; a comment of Chinese, of which the characters are fewer."""
    _pack(tmp_path, "甲")
    with (tmp_path / "my.yaml").open("a", encoding="utf-8") as stream:
        stream.writelines(f"# {'注' * 98}\n" for _ in range(32_000))
    (tmp_path / "upon.yaml").write_text("pack: upon\ntitle: 上\nextends: [my.yaml]\n", "utf-8")
    (tmp_path / "of.yaml").write_text("packs: [my.yaml]\n", encoding="utf-8")
    _good(tmp_path)

    done = run("check", "good.txt", *named, folder=tmp_path)
    again = run("check", "good.txt", *named, "--limit", "pack-size=10", folder=tmp_path)

    refused(done, "my.yaml: ", "超过上限 pack-size=8；确需使用，请加选项 --limit pack-size=")
    assert (again.returncode, again.stderr.decode()) == (0, "")


def test_how_large_a_configuration_may_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "of.yaml").write_text("#" * (1 << 20) + "\n", encoding="utf-8")
    _good(tmp_path)

    done = run("check", "good.txt", "--config", "of.yaml", folder=tmp_path)
    again = run(
        "check", "good.txt", "--config", "of.yaml", "--limit", "config-size=2", folder=tmp_path
    )

    refused(done, "of.yaml: ", "超过上限 config-size=1；确需使用，请加选项 --limit config-size=")
    assert again.returncode == 0


# The limits themselves.


def test_every_limit_has_words_and_stands_in_the_docs() -> None:
    page = (Path(__file__).parents[1] / "docs" / "limits.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| ([\d,]+) ", page, re.MULTILINE))

    assert all(name in limits.said for name in limits.NAMES)
    assert {name: int(shown.replace(",", "")) for name, shown in rows.items()} == {
        name: DEFAULT.value(name) for name in limits.NAMES
    }


def test_an_option_raises_a_limit() -> None:
    assert bounds.chosen(("lines=7，figures=8", "pages=9"), "zh") == Limits(
        lines=7, figures=8, pages=9
    )


@pytest.mark.parametrize(
    "given", ["line=7", "lines", "lines=", "lines=-1", "lines=0", "=", "lines=1e3"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_limit_that_is_none_is_refused(given: str, lang: str) -> None:
    with pytest.raises(UsageError):
        bounds.chosen((given,), lang)


def test_a_raised_limit_lets_through_what_it_held_back() -> None:
    data = GOOD.encode()

    with pytest.raises(LimitError, match="lines=4"):
        text.read(data, "a.txt", Meter("a.txt", Limits(lines=4)))

    assert text.read(data, "a.txt", Meter("a.txt", Limits(lines=5))).sections


def test_a_limit_of_word_files_counts_every_paragraph() -> None:
    data = word(p("甲") * 3)

    with pytest.raises(LimitError, match="paragraphs=2"):
        docx.read(data, "a.docx", Meter("a.docx", Limits(paragraphs=2)))


# Batches.


def test_results_that_wait_in_a_file_come_back_in_order() -> None:
    results = Results(few=2)
    for at in range(5):
        results.add(Result(str(at)))

    assert [result.path for result in results] == list("01234")
    assert [result.path for result in results] == list("01234")
    assert (len(results), results[3].path, results[-1].path) == (5, "3", "4")
    assert [result.path for result in results[1:3]] == ["1", "2"]


_FORMATTED = """
import gc, resource, sys
from msgspec.structs import replace
from jslint import engine, formatters, pack, readers
from jslint.cli.findings import Results, slim
from jslint.run import Run

gc.disable()  # as the command has it
path, name, room = sys.argv[1:]
report = readers.read("report.txt", open(path, "rb").read())
found = slim(engine.lint(report, pack.load(["sichuan"])))
if name == "html":
    found = replace(found, report=report)
run = Run(Results(few=1), lang="zh")
run.results.add(found)
for _ in formatters.encoded(name, run):
    pass  # its module, its patterns
for at in range(79):
    run.results.add(replace(found, path=f"{at}.txt"))
size = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
most = size + (int(room) << 20)
resource.setrlimit(resource.RLIMIT_AS, (most, most))
written = 0
for block in formatters.encoded(name, Run(run.results, lang="zh")):
    written += len(block)
print(written)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="how large a process is stands in /proc")
@pytest.mark.parametrize(
    ("name", "room", "least"),
    [
        ("json", 12, 2 << 20),
        ("jsonl", 12, 2 << 20),
        ("sarif", 12, 2 << 20),
        ("junit", 12, 2 << 20),
        ("html", 16, 8 << 20),
        pytest.param("xlsx", 6, 90 << 10, id="xlsx"),  # packed: what it is made of is 20 times that
    ],
)
def test_what_is_written_of_many_reports_is_never_held_whole(
    name: str, room: int, least: int
) -> None:
    report = Path(__file__).parents[1] / "examples/faulty/report.txt"

    done = subprocess.run(
        [sys.executable, "-c", _FORMATTED, str(report), name, str(room)],
        capture_output=True,
        check=False,
        preexec_fn=_limited,
    )

    assert done.returncode == 0, done.stderr.decode()[-500:]
    assert int(done.stdout) > least  # what is written, let alone what it is made of


def test_a_child_serves_many_files_and_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_MOST_FILES", 2)
    data = make_pdf(Page().write(96, 60, "一、支出情况说明"))

    with confined.Confined(DEFAULT) as reader:
        reports = [reader.read(f"{at}.pdf", data) for at in range(5)]

    assert [report.path for report in reports] == [f"{at}.pdf" for at in range(5)]


def test_an_answer_that_nobody_took_is_not_the_next_files() -> None:
    data = make_pdf(Page().write(96, 60, "一、支出情况说明"))

    def fails() -> None:
        raise MemoryError

    with confined.Confined(DEFAULT, meanwhile=fails) as reader:
        with pytest.raises(MemoryError):
            reader.read("a.pdf", data)
        reader._meanwhile = tuple
        report = reader.read("b.pdf", data)

    assert report.path == "b.pdf"
