"""check --engine dask: each report once, whatever becomes of the workers; tables that others read."""

from __future__ import annotations

import json
import os
import re
import signal
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jslint import cli
from jslint.archive import parts as parting
from jslint.archive.parts import Source

for needed in ("dask", "distributed", "pyarrow", "fsspec"):
    pytest.importorskip(needed, reason="the extra dask is not installed")

import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402
from distributed import LocalCluster, WorkerPlugin  # noqa: E402

from departments import departments, file_of, text  # noqa: E402
from jslint.archive.columns import TABLES, said  # noqa: E402
from jslint.cli import afar, archived, cluster, sources, store  # noqa: E402
from jslint.cli.store import Store  # noqa: E402
from jslint.errors import UsageError  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GOOD = """\
三、支出决算情况说明
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.0%；项目支出200.00万元，占40.0%。
"""
BAD = GOOD.replace("60.0%", "62.0%")
DOCS = Path(__file__).parents[1] / "docs/archives.md"


@pytest.fixture(scope="module")
def near() -> Iterator[str]:
    """The scheduler of a cluster in this process, which sees ``memory://`` as the test does."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
    ) as made:
        yield made.scheduler_address


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, a Chinese locale, the same minute always."""
    for name in ("LC_ALL", "LC_MESSAGES", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1755763200")
    monkeypatch.chdir(tmp_path)


def reports(count: int, folder: str = "报告") -> None:
    """So many reports, two of three wrong, each with figures of its own."""
    Path(folder).mkdir()
    for number in range(count):
        told = (BAD if number % 3 else GOOD).replace("300.00", f"300.{number % 100:02}")
        Path(folder, f"{number:03}.txt").write_text(told, encoding="utf-8")


def check(*arguments: str, near: str, out: str = "out") -> int:
    given = ("--pack", "arithmetic", "--engine", "dask", "--scheduler", near, "-o", out)
    return cli.main(["check", *given, *arguments])


def rows(table: str, out: str = "out") -> list[dict[str, Any]]:
    """All rows of a table, as anyone reads them."""
    files = sorted(Path(out, table).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]


def names(table: str = "accounts", out: str = "out") -> list[str]:
    """The reports of a table, each as often as it is there."""
    return sorted(row["report"] for row in rows(table, out))


def made_anew(shown: str) -> int:
    found = re.search(r"这次查了 (\d+) 份", shown)
    assert found
    return int(found[1])


# What is found ------------------------------------------------------------------------------------


def test_the_summary_of_an_archive_is_that_of_its_files(
    near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A department with a slip and its units, a report that is not well formed, an empty one."""
    Path("报告").mkdir()
    (one,) = departments(2, 1, 3)
    whole = replace(one.whole, counts={**one.whole.counts, "kept": one.whole.counts["kept"] + 3})
    for body in (whole, *one.units):
        Path("报告", file_of(body)).write_text(text(body), encoding="utf-8")
    Path("别处").mkdir()  # else it were a unit of the department
    Path("别处/错.report.yaml").write_text("jslint: 1\nsections: [", encoding="utf-8")
    Path("报告/空.txt").write_text("", encoding="utf-8")
    outputs = {way: [f"{way}.{end}" for end in ("json", "md", "xlsx", "html")] for way in "ab"}

    inputs = ("报告", "别处")
    assert cli.main(["check", *inputs, "--engine", "dask", "--scheduler", near, "-o", "out"]) == 2
    for way, given in (("a", inputs), ("b", ("out",))):
        written = [one for path in outputs[way] for one in ("-o", path)]
        assert cli.main(["summary", *given, "--no-cache", *written]) == 2

    assert json.loads(Path("a.json").read_text("utf-8"))["departments"][0]["findings"]
    for ours, theirs in zip(*outputs.values(), strict=True):
        assert Path(ours).read_bytes() == Path(theirs).read_bytes(), ours
    assert "空.txt: 文件是空的" in capsys.readouterr().err


def test_findings_are_those_of_a_check(near: str, capsys: pytest.CaptureFixture[str]) -> None:
    reports(8)

    assert check("报告", near=near) == 1
    told = capsys.readouterr().out
    cli.main(["check", "报告", "--pack", "arithmetic", "--output-format", "json", "-j", "1"])
    whole = json.loads(capsys.readouterr().out)

    found = [
        (row["report"], row["place"]["line"], row["place"]["column"], row["rule"], row["message"])
        for row in sorted(rows("findings"), key=lambda row: (row["report"], row["number"]))
    ]
    assert found == [
        (one["path"], one["location"]["line"], one["location"]["column"], one["rule"], one["message"])
        for one in whole["diagnostics"]
    ]  # fmt: skip
    assert names() == [f"报告/{number:03}.txt" for number in range(8)]
    errors = whole["summary"]["error"]
    assert sum(row["errors"] for row in rows("accounts")) == errors > 0
    assert told.startswith(f"out：8 份报告，{errors} 个错误、")


@pytest.mark.parametrize(
    ("files", "options", "status"),
    [
        pytest.param({"好.txt": GOOD}, (), 0, id="nothing wrong"),
        pytest.param({"好.txt": GOOD, "坏.txt": BAD}, (), 1, id="errors"),
        pytest.param({"坏.txt": BAD}, ("--fail-on", "never"), 0, id="never"),
        pytest.param({"好.txt": GOOD, "空.txt": ""}, (), 2, id="a file that cannot be read"),
        pytest.param({"坏.txt": BAD}, ("--select", "XYZ"), 2, id="a rule that does not exist"),
    ],
)
def test_exit_statuses_are_those_of_a_check(
    files: dict[str, str], options: tuple[str, ...], status: int, near: str
) -> None:
    Path("报告").mkdir()
    for name, told in files.items():
        Path("报告", name).write_text(told, encoding="utf-8")

    assert check("报告", *options, near=near) == status
    assert cli.main(["check", "报告", "--pack", "arithmetic", *options]) == status


def test_failures_have_their_reason(near: str, capsys: pytest.CaptureFixture[str]) -> None:
    reports(2)
    Path("报告/空.txt").write_text("", encoding="utf-8")

    assert check("报告", "没有.txt", near=near) == 2

    found = {row["report"]: row["reason"] for row in rows("failures")}
    assert found == {"报告/空.txt": "文件是空的", "没有.txt": "没有这个文件"}
    assert names() == ["报告/000.txt", "报告/001.txt"]
    assert "没有.txt: 没有这个文件；请检查路径" in capsys.readouterr().err


def test_files_of_one_report_are_one_row(near: str) -> None:
    Path("报告").mkdir()
    for name in ("一.txt", "二.txt"):
        Path("报告", name).write_text(GOOD, encoding="utf-8")
    Path("报告/清单.yaml").write_text("jslint: 1\nfiles: [一.txt, 二.txt]\n", encoding="utf-8")

    check("报告", near=near)

    # As in every output, a report of several files is called by the first of them.
    assert [(row["report"], row["files"]) for row in rows("accounts")] == [
        ("报告/一.txt", ["报告/清单.yaml"])
    ]


# Once, and no more than needed --------------------------------------------------------------------


def test_a_second_run_does_nothing(
    near: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(40)
    check("报告", near=near)
    first, told = {path: path.stat().st_mtime_ns for path in Path("out").rglob("*.parquet")}, capsys

    def connected(*_: object) -> None:
        raise AssertionError("nothing is left to do")

    told.readouterr()
    monkeypatch.setattr(cluster, "connected", connected)

    assert check("报告", near=near) == 1
    assert made_anew(told.readouterr().out) == 0
    assert first == {path: path.stat().st_mtime_ns for path in Path("out").rglob("*.parquet")}


def test_what_is_missing_is_done_and_nothing_else(
    near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(100)
    check("报告", near=near)
    parts = sorted(Path("out/accounts").iterdir())
    assert len(parts) > 2
    lost = len(pq.read_table(parts[1]))
    parts[1].unlink()
    capsys.readouterr()

    check("报告", near=near)

    assert made_anew(capsys.readouterr().out) == lost
    assert names() == [f"报告/{number:03}.txt" for number in range(100)]


@pytest.mark.parametrize("how", ["changed", "added", "removed"])
def test_only_the_parts_of_inputs_that_changed_are_done_again(
    how: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(100)
    check("报告", near=near)
    before = {path.name for path in Path("out/accounts").iterdir()}
    inputs = {f"报告/{number:03}.txt" for number in range(100)}
    if how == "changed":
        Path("报告/050.txt").write_text(GOOD + "\n", encoding="utf-8")
    elif how == "added":
        Path("报告/050补.txt").write_text(GOOD, encoding="utf-8")
        inputs.add("报告/050补.txt")
    else:
        Path("报告/050.txt").unlink()
        inputs.remove("报告/050.txt")
    capsys.readouterr()

    check("报告", near=near)

    assert names() == sorted(inputs)
    after = {path.name for path in Path("out/accounts").iterdir()}
    assert len(before - after) <= 2
    assert {path.name for path in Path("out/findings").iterdir()} == after
    assert made_anew(capsys.readouterr().out) < 100


def test_a_part_made_twice_is_one_part(tmp_path: Path) -> None:
    """A worker that was taken for dead may end its task all the same, after the other did."""
    reports(6)
    settings = _settings("报告")
    held = Store(str(tmp_path / "out"), "zh")
    held.prepare()
    found = sources.found(settings, _search(settings))
    (part,) = parting.parts(found, 16, "made")
    contents = []
    for _ in range(2):
        examiner = cluster.Examiner(settings, held)
        examiner.setup(None)
        assert examiner.make(part, frozenset()) == cluster.Done(6)
        examiner.teardown(None)
        contents.append({path: path.read_bytes() for path in Path("out").rglob("*.*")})

    assert contents[0] == contents[1]
    assert len(contents[0]) == 4


def test_an_interrupt_leaves_what_the_next_run_goes_on_from(
    near: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(100)

    def interrupted(done: int, *_: object) -> None:
        if done:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(afar, "progress", interrupted)
        assert check("报告", near=near) == 130
    err = capsys.readouterr().err
    assert "已中断" in err
    assert "再运行一次同样的命令" in err
    assert cli.main(["summary", "out"]) == 2
    assert "没有查完" in capsys.readouterr().err

    assert check("报告", near=near) == 1
    assert made_anew(capsys.readouterr().out) < 100
    assert names() == [f"报告/{number:03}.txt" for number in range(100)]


def test_what_a_killed_run_left_is_removed(near: str) -> None:
    """Findings whose part is not done, and half a file beside them."""
    reports(3)
    check("报告", near=near)
    (part,) = Path("out/findings").iterdir()
    part.with_name("0123456789abcdef.parquet").write_bytes(part.read_bytes())
    part.with_name(".jslint.17.12345678.tmp").write_bytes(b"PAR1")

    check("报告", near=near)

    assert list(Path("out/findings").iterdir()) == [part]


def test_what_failed_for_a_cause_that_may_have_passed_is_done_again(
    near: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports(3)
    from jslint import engine

    lint = engine.lint

    def fails(report: Any, *given: object, **named: object) -> object:
        if report.path.endswith("001.txt"):
            raise MemoryError
        return lint(report, *given, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(engine, "lint", fails)
        assert check("报告", near=near) == 2
    assert names("failures") == ["报告/001.txt"]

    assert check("报告", near=near) == 1
    assert names("failures") == []
    assert names() == [f"报告/{number:03}.txt" for number in range(3)]


# Folders ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [None, "{}", '{"kind": "archive"}'])
def test_a_folder_that_jslint_did_not_write_stays(
    mark: str | None, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(1)
    Path("out/findings").mkdir(parents=True)
    Path("out/findings/我的.parquet").write_bytes(b"mine")
    if mark:
        Path("out/_jslint.json").write_text(mark, encoding="utf-8")

    assert check("报告", "--force", near=near) == 2

    assert "out 里有不是 jslint 写的文件" in capsys.readouterr().err
    assert Path("out/findings/我的.parquet").read_bytes() == b"mine"


def test_the_folder_of_another_check_stays_unless_it_is_forced(
    near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(3)
    check("报告", near=near)
    before = sorted(path.name for path in Path("out").rglob("*.parquet"))

    assert check("报告", "--select", "SUM", near=near) == 2
    assert "--force" in capsys.readouterr().err
    assert sorted(path.name for path in Path("out").rglob("*.parquet")) == before
    assert check("报告", "--select", "SUM", "--force", near=near) == 1
    assert {row["rule"][:3] for row in rows("findings")} == {"SUM"}
    assert names() == [f"报告/{number:03}.txt" for number in range(3)]


def test_its_own_folder_among_the_inputs_is_no_input(near: str) -> None:
    reports(2)

    for _ in range(2):
        assert check(".", near=near) == 1

    assert names() == ["./报告/000.txt", "./报告/001.txt"]
    assert rows("failures") == []


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(("报告", "-o", "out", "--fix"), "--fix", id="fixes"),
        pytest.param(("报告", "-o", "out", "--output-format", "json"), "--output-format", id="format"),
        pytest.param(("报告", "-o", "out", "--previous", "报告"), "--previous", id="last year"),
        pytest.param(("报告", "-o", "out", "--watch"), "--watch", id="watching"),
        pytest.param(("报告", "-o", "out", "--sort", "rule"), "--sort", id="an order"),
        pytest.param(("报告", "-o", "out", "--color", "never"), "--color", id="colours"),
        pytest.param(("报告", "-o", "out", "--max-fixes", "0"), "--max-fixes", id="no fixes"),
        pytest.param(("报告", "-o", "out", "--unsafe-fixes"), "--unsafe-fixes", id="fixes unsafe"),
        pytest.param(("报告",), "-o", id="no folder"),
        pytest.param(("-", "-o", "out"), "标准输入", id="standard input"),
        pytest.param(("nowhere://报告", "-o", "out"), "nowhere", id="no such protocol"),
        pytest.param(("memory://nothing", "-o", "out"), "没有可以检查的报告", id="nothing there"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(
    arguments: tuple[str, ...], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(1)

    assert cli.main(["check", "--engine", "dask", *arguments]) == 2

    assert named in capsys.readouterr().err
    assert not Path("out").exists()


def test_without_the_extra_it_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(1)
    monkeypatch.setattr(afar, "find_spec", lambda name: None if name == "pyarrow" else name)

    assert cli.main(["check", "报告", "--engine", "dask", "-o", "out"]) == 2
    assert cli.main(["check", "报告", "--engine", "dask", "-o", "out", "--lang", "en"]) == 2

    err = capsys.readouterr().err
    assert "pyarrow；请安装：pip install 'juesuan-lint[dask]'" in err
    assert "need pyarrow; install juesuan-lint[dask]" in err


def test_a_scheduler_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import dask

    reports(1)
    with dask.config.set({"distributed.comm.timeouts.connect": "200ms"}):
        assert check("报告", near="tcp://127.0.0.1:1") == 2

    assert "连不上调度器 tcp://127.0.0.1:1" in capsys.readouterr().err


def test_start_up_loads_nothing_of_it() -> None:
    import subprocess

    code = (
        "import sys; from jslint.cli import main; main(['check', 'a.txt', '--no-config']);"
        "print(*(n for n in ('dask', 'distributed', 'pyarrow', 'fsspec', 'jslint.cli.afar') if n in sys.modules))"
    )
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    source = str(Path(cli.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": source},
    )

    assert done.stdout.splitlines()[-1] == ""


# Addresses ----------------------------------------------------------------------------------------


def test_inputs_and_results_by_address(near: str, capsys: pytest.CaptureFixture[str]) -> None:
    """fsspec's own store in memory: folders, a manifest, hidden and foreign files, a pattern."""
    import fsspec

    held = fsspec.filesystem("memory")
    files = {
        "甲/一.txt": GOOD,
        "甲/二[1].txt": BAD,
        "甲/.暂存/三.txt": BAD,
        "甲/~$四.txt": BAD,
        "甲/图.png": "x",
        "乙/上.txt": GOOD,
        "乙/下.txt": GOOD,
        "乙/清单.yaml": "jslint: 1\nfiles: [上.txt, 下.txt]\n",
        "乙/空.txt": "",
    }
    held.rm("/存", recursive=True) if held.exists("/存") else None
    for name, told in files.items():
        held.pipe_file(f"/存/{name}", told.encode())
    try:
        assert check("memory://存", near=near, out="memory://果") == 2
        assert check("memory://存/甲/*.txt", near=near) == 1
        assert cli.main(["summary", "memory://果", "--output", "汇总.json"]) == 2
        assert made_anew(_again(check, capsys, near)) == 0
        whole = json.loads(Path("汇总.json").read_text("utf-8"))
        written = held.find("/果")
    finally:
        held.rm("/存", recursive=True)
        held.rm("/果", recursive=True)

    assert sorted(row["path"] for row in whole["reports"]) == [
        "memory:///存/乙/上.txt",  # of the manifest
        "memory:///存/乙/空.txt",
        "memory:///存/甲/一.txt",
        "memory:///存/甲/二[1].txt",
    ]
    assert names() == ["memory:///存/甲/一.txt", "memory:///存/甲/二[1].txt"]
    assert {path.split("/")[2] for path in written} == {"_jslint.json", *TABLES}


def _again(run: Any, capsys: pytest.CaptureFixture[str], near: str) -> str:
    capsys.readouterr()
    run("memory://存", near=near, out="memory://果")
    return capsys.readouterr().out


def test_a_store_of_objects(near: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """moto's S3: inputs, results, what was done before, one that is larger than is read."""
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    server = pytest.importorskip("moto.server", reason="moto is not installed")
    import fsspec

    made = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    made.start()
    try:
        address, port = made.get_host_and_port()
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            monkeypatch.setenv(name, "test")
        monkeypatch.setitem(fsspec.config.conf, "s3", {"endpoint_url": f"http://{address}:{port}"})
        held = fsspec.filesystem("s3")
        held.mkdir("bucket")
        for number in range(20):
            held.pipe_file(f"bucket/in/{number:02}.txt", (BAD if number else GOOD).encode())
        held.pipe_file("bucket/in/大.txt", b"x" * 1_100_000)

        for anew in (21, 0):
            assert (
                check("s3://bucket/in", "--limit", "text-size=1", near=near, out="s3://bucket/out")
                == 2
            )
        held.invalidate_cache()
        found = {path: held.cat_file(path) for path in held.find("bucket/out")}
    finally:
        made.stop()
        fsspec.get_filesystem_class("s3").clear_instance_cache()

    for path, data in found.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(data)
    assert names(out="bucket/out") == [f"s3://bucket/in/{number:02}.txt" for number in range(20)]
    (failure,) = rows("failures", "bucket/out")
    assert failure["report"] == "s3://bucket/in/大.txt"
    assert "text-size=1" in failure["reason"]


# What others read ---------------------------------------------------------------------------------


def test_duckdb_and_pandas_read_the_tables(near: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    reports(30)
    Path("报告/空.txt").write_text("", encoding="utf-8")
    check("报告", near=near)

    for table, columns in TABLES.items():
        frame = pandas.read_parquet(f"out/{table}")
        assert list(frame.columns) == list(columns)
        assert len(frame) == len(rows(table))
    query = "SELECT report, f.text FROM 'out/accounts/*.parquet', UNNEST(account) AS t(f)"
    figures = Counter(name for name, _ in duckdb.sql(query).fetchall())
    assert figures["报告/000.txt"] == 5
    assert set(figures) == set(names())
    query = (
        "SELECT count(*) FROM 'out/findings/*.parquet' WHERE severity = 'error' AND place.line = 2"
    )
    assert duckdb.sql(query).fetchall()[0][0] == sum(row["errors"] for row in rows("accounts"))


def test_the_page_has_the_schema(near: str) -> None:
    """Every column by its name and type, as DuckDB describes it."""
    page = DOCS.read_text(encoding="utf-8")
    for table, columns in TABLES.items():
        section = page.split(f"### {table}\n")[1].split("\n#")[0]
        told = re.findall(r"^\| `(\w+)` \| `([^`]+)` \|", section, re.MULTILINE)
        shown = [
            (name, re.sub(r"STRUCT\(.*\)", "STRUCT", said(kind))) for name, kind in columns.items()
        ]
        assert told == shown, table


def test_the_queries_of_the_page_run(near: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    reports(6)
    Path("报告/空.txt").write_text("", encoding="utf-8")
    with Path("报告/000.txt").open("a", encoding="utf-8") as stream:
        stream.write("收回的房租35.20万元。\n")
    check("报告", near=near, out="findings")
    page = DOCS.read_text(encoding="utf-8")
    queries = [
        one
        for block in re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
        for one in block.split(";")
    ]

    found = [duckdb.sql(query).fetchall() for query in queries if query.strip()]

    assert len(found) >= 5
    assert all(found)


# Parts --------------------------------------------------------------------------------------------


def _names(count: int) -> list[Source]:
    return [Source((f"某省/{number:05}.txt",), str(number)) for number in range(count)]


def test_parts_hold_every_input_once_in_order() -> None:
    several = _names(2000)

    found = list(parting.parts(several, 32, "x"))

    assert [one for part in found for one in part.sources] == several
    assert max(len(part.sources) for part in found) <= 128
    assert len({part.name for part in found}) == len(found)
    assert 32 <= len(found) <= 128


@pytest.mark.parametrize("at", [0, 700, 1999])
def test_an_input_that_comes_changes_no_more_than_two_parts(at: int) -> None:
    several = _names(2000)
    more = sorted(
        [*several, Source((several[at].files[0] + "~",), "new")], key=lambda one: one.files
    )

    before, after = ({one.name for one in parting.parts(each, 32, "x")} for each in (several, more))

    assert 1 <= len(after - before) <= 2
    assert len(before - after) <= 2


def test_other_settings_make_other_parts() -> None:
    several = _names(100)

    one, two = ({part.name for part in parting.parts(several, 32, made)} for made in ("x", "y"))

    assert not one & two


@pytest.mark.parametrize(
    ("inputs", "size"), [(1, 16), (1024, 16), (1025, 32), (10_000, 256), (5_000_000, 256)]
)
def test_large_archives_have_larger_parts(inputs: int, size: int) -> None:
    assert parting.size(inputs) == size


def test_halves_of_characters_are_written_as_escapes() -> None:
    held = Store("out", "zh")
    held.prepare()
    row = {
        "report": "a\udcff.txt",
        "files": ["a\udcff.txt"],
        "reason": "",
        "remedy": "",
        "trace": "",
    }

    held.write("failures", "x", [{**row, "passing": False}])

    assert names("failures") == ["a\\udcff.txt"]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _endless(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _of_others(path: Path) -> None:
    pq.write_table(pa.table({"report": [1], "rule_set": ["a"]}), path)


def _lacking(path: Path) -> None:
    found = pq.read_table(path)
    pq.write_table(found.drop_columns([found.column_names[-1]]), path)


@pytest.mark.parametrize(
    ("table", "spoil"),
    [
        pytest.param("accounts", _cut, id="cut off"),
        pytest.param("findings", Path.unlink, id="gone"),
        pytest.param("rules", Path.unlink, id="rules that are gone"),
        pytest.param("rules", _cut, id="rules that are cut off"),
        pytest.param("accounts", _pipe, id="a pipe"),
        pytest.param("failures", _endless, id="a device"),
        pytest.param("accounts", _of_others, id="another table"),
        pytest.param("rules", _lacking, id="a column less"),
    ],
)
def test_a_damaged_part_is_named_and_done_again(
    capsys: pytest.CaptureFixture[str], near: str, table: str, spoil: Callable[[Path], None]
) -> None:
    reports(1)
    check("报告", near=near)
    (part,) = Path("out", table).iterdir()
    spoil(part)

    assert cli.main(["summary", "out"]) == 2

    assert f"out/{table}/{part.name} 缺失或已损坏" in capsys.readouterr().err
    assert check("报告", near=near) == 0
    assert cli.main(["summary", "out"]) == 0


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("findings", "severity", "fatal"),
        ("findings", "severity", None),
        ("findings", "message", None),
        ("accounts", "report", None),
        ("rules", "title", None),
    ],
)
def test_values_that_jslint_does_not_write_are_refused(
    capsys: pytest.CaptureFixture[str], near: str, table: str, column: str, value: str | None
) -> None:
    reports(2)
    check("报告", near=near)
    (part,) = Path("out", table).iterdir()
    found = pq.read_table(part)
    at = found.schema.get_field_index(column)
    field = found.schema.field(at)
    spoilt = pa.array([value] * found.num_rows, field.type)
    pq.write_table(found.set_column(at, field, spoilt), part)

    assert cli.main(["summary", "out"]) == 2

    said = capsys.readouterr().err
    named = re.search(r"(out/\S+\.parquet) 里有不是 jslint 写的值；请删去这个文件", said)
    assert named, said
    Path(named[1]).unlink()
    check("报告", near=near)
    assert cli.main(["summary", "out"]) == 0


def test_the_table_whose_values_are_not_jslints_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "read", lambda *_: [{"report": None}])

    with pytest.raises(UsageError, match=r"out/failures/a1\.parquet"):
        archived._failures(Store("out", "zh"), "a1")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("[" * 100_000, id="deep"),
        pytest.param("[1]", id="a list"),
        pytest.param('{"kind": "archive", "made": 1}', id="of other types"),
        pytest.param('{"kind": "archive", "made": "a", "size": 0}', id="parts of no size"),
        *(
            pytest.param(
                json.dumps({"kind": "archive", "made": "a", "size": 16, "parts": [name]}), id=name
            )
            for name in ("../../others/a", "\x1b[31m", "a\0")
        ),
    ],
)
def test_a_folder_whose_own_file_is_damaged_is_refused(
    capsys: pytest.CaptureFixture[str], near: str, said: str
) -> None:
    reports(1)
    check("报告", near=near)
    Path("out/_jslint.json").write_text(said, encoding="utf-8")

    assert cli.main(["summary", "out"]) == 2
    assert "out/_jslint.json 已损坏" in capsys.readouterr().err
    Path("none").mkdir()
    assert cli.main(["summary", Path("none").absolute().as_uri()]) == 2
    assert "none 里没有可以检查的报告" in capsys.readouterr().err
    assert check("报告", near=near) == 2
    assert "请换一个文件夹" in capsys.readouterr().err


# Processes that end -------------------------------------------------------------------------------


class Deadly(WorkerPlugin):  # type: ignore[misc]
    """A worker that a report of this name kills."""

    def setup(self, worker: Any) -> None:
        from jslint import engine

        lint = engine.lint

        def ends(report: Any, *given: object, **named: object) -> object:
            if report.path.endswith("毒.txt"):
                os.kill(os.getpid(), signal.SIGKILL)
            return lint(report, *given, **named)  # type: ignore[arg-type]

        engine.lint = ends  # type: ignore[assignment]


@pytest.fixture(scope="module")
def four() -> Iterator[LocalCluster]:
    """Four worker processes; a task that ends two of them is given up."""
    import dask

    source = str(Path(cli.__file__).parents[2])
    paths = os.pathsep.join((source, str(Path(__file__).parent)))
    with (
        pytest.MonkeyPatch.context() as patched,
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
    ):
        patched.setenv("PYTHONPATH", paths)
        with LocalCluster(
            n_workers=4, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50
        ) as made:
            yield made


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_each_report_once_though_a_worker_is_killed(
    four: LocalCluster, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Midway, and while it is at a part, which the scheduler gives to another."""
    reports(240)
    inputs = [f"报告/{number:03}.txt" for number in range(240)]
    killed: list[tuple[int, str]] = []

    def kills(done: int, total: int, *_: object) -> None:
        if killed or not 0 < done < total:
            return
        for address, tasks in four.scheduler.workers.items():
            mine = [task.key for task in tasks.processing]
            if mine:
                (nanny,) = [one for one in four.workers.values() if one.worker_address == address]
                os.kill(nanny.pid, signal.SIGKILL)
                killed.append((nanny.pid, mine[0]))
                return

    monkeypatch.setattr(afar, "progress", kills)

    assert check("报告", near=four.scheduler_address) == 1

    ((pid, key),) = killed
    assert pid not in [nanny.pid for nanny in four.workers.values()]
    moves = [(one[1], one[2]) for one in four.scheduler.transition_log if one[0] == key]
    assert ("processing", "released") in moves  # lost with its worker,
    assert moves.count(("processing", "memory")) == 1  # and done by another
    assert names() == inputs
    part = key.rpartition("-")[0].rpartition("-")[2]
    assert Path(f"out/accounts/{part}.parquet").exists()
    capsys.readouterr()
    assert check("报告", near=four.scheduler_address) == 1
    assert made_anew(capsys.readouterr().out) == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_a_report_that_kills_workers_costs_itself_alone(
    four: LocalCluster, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(20)
    Path("报告/毒.txt").write_text(GOOD, encoding="utf-8")
    from distributed import Client

    with Client(four) as client:
        client.register_plugin(Deadly(), name="deadly")

    assert check("报告", near=four.scheduler_address) == 2

    assert names("failures") == ["报告/毒.txt"]
    assert names() == [f"报告/{number:03}.txt" for number in range(20)]
    assert "毒.txt: 检查它的进程几次异常结束" in capsys.readouterr().err


def _settings(*paths: str) -> Any:
    from jslint.cli.asking import asked_for

    return asked_for({"paths": paths, "packs": ("arithmetic",)})


def _search(settings: Any) -> Any:
    from jslint.cli.check import searching

    return searching(settings)


def test_the_table_that_says_that_a_part_is_done_is_the_last() -> None:
    assert list(TABLES)[-1] == store.LAST
