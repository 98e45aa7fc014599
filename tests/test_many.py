"""Many reports: any number of processes, results kept between runs, interrupts, watching."""

from __future__ import annotations

import json
import os
import pickle
import re
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from jslint import cli, engine
from jslint.cli import boiled, check, kept, live, many, streams
from jslint.cli.examining import Examined
from jslint.diagnostic import Diagnostic, Result, Severity
from jslint.document import Place
from jslint.rules.ground.entry import Entry

GOOD = """\
三、支出决算情况说明
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.0%；项目支出200.00万元，占40.0%。
"""
BAD = GOOD.replace("60.0%", "62.0%")
BASE = ("check", "--pack", "arithmetic")
COMMAND = (sys.executable, "-c", "from jslint.cli import script; script()")
SOURCE = str(Path(cli.__file__).parents[2])


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, a cache of the test's own, a Chinese locale."""
    for name in ("LC_ALL", "LC_MESSAGES", "JSLINT_NO_RESULTS", "JSLINT_NO_CACHE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1755763200")  # a page says the minute
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def run(*arguments: str) -> int:
    return cli.main(arguments)


def subrun(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": SOURCE},
    )


def reports(count: int) -> None:
    """So many reports, some wrong, some that cannot be read."""
    Path("报告").mkdir()
    for number in range(count):
        path = Path("报告") / f"{number:02}.txt"
        text = (BAD if number % 3 else GOOD).replace("300.00", f"300.0{number % 10}")
        path.write_text("" if number == 5 else text, encoding="utf-8")
    (Path("报告") / "错.report.yaml").write_text("jslint: 1\nsections: [", encoding="utf-8")


# Processes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["text", "json", "sarif", "html", "csv"])
def test_any_number_of_processes_gives_the_same(name: str) -> None:
    reports(12)

    one, two, five = (
        subrun(*BASE, "报告", "-j", jobs, "--output-format", name, "--no-cache")
        for jobs in ("1", "2", "5")
    )

    assert one.returncode == 2
    assert "PCT101" in one.stdout
    assert (one.stdout, one.stderr, one.returncode) == (two.stdout, two.stderr, two.returncode)
    assert (one.stdout, one.stderr, one.returncode) == (five.stdout, five.stderr, five.returncode)


def test_text_as_it_comes_is_the_text_that_a_file_gets() -> None:
    reports(8)

    shown = subrun(*BASE, "报告", "-j", "2", "--show-skipped", "--coverage")
    subrun(*BASE, "报告", "--show-skipped", "--coverage", "-o", "结果.txt")

    assert shown.stdout == Path("结果.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asked", "inputs", "used"),
    [
        pytest.param(3, 10, 3, id="as asked"),
        pytest.param(3, 2, 2, id="no more than inputs"),
        pytest.param(None, 4, 1, id="one for few"),
        pytest.param(None, 5, 2, id="cores for many"),
        pytest.param(None, 0, 1, id="none"),
    ],
)
def test_how_many_processes(
    asked: int | None, inputs: int, used: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "_cores", lambda: 2)

    assert many.jobs(asked, inputs) == used


@pytest.mark.skipif(os.name == "nt", reason="there is no fork")
def test_a_process_that_ends_costs_its_input_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(8)
    lint = engine.lint

    def ends(report: object, *given: object, **named: object) -> Result:
        if report.path.endswith("03.txt"):  # type: ignore[attr-defined]
            os.kill(os.getpid(), signal.SIGKILL)
        return lint(report, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "lint", ends)

    assert run(*BASE, "报告", "-j", "2", "--output-format", "json") == 2
    whole = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in whole["errors"]] == ["报告/03.txt", "报告/05.txt"]
    assert "检查它的进程异常结束（-9）" in whole["errors"][0]["message"]
    assert {one["path"] for one in whole["diagnostics"]} >= {"报告/02.txt", "报告/07.txt"}


@pytest.mark.skipif(os.name == "nt", reason="there is no fork")
def test_a_usage_error_stops_a_run_in_its_turn(capsys: pytest.CaptureFixture[str]) -> None:
    reports(8)

    statuses = [run(*BASE, "报告", "-j", jobs, "--select", "XYZ") for jobs in ("1", "2")]

    assert statuses == [2, 2]
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("没有编号以 XYZ 开头的规则") == 2


def test_an_interrupt_prints_what_there_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(4)
    lint = engine.lint

    def interrupted(report: object, *given: object, **named: object) -> Result:
        if report.path.endswith("02.txt"):  # type: ignore[attr-defined]
            raise KeyboardInterrupt
        return lint(report, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "lint", interrupted)

    assert run(*BASE, "报告", "-j", "1", "--output-format", "json=结果.json",
               "--output-format", "text") == 130  # fmt: skip
    out, err = capsys.readouterr()
    assert "报告/01.txt:2:" in out
    assert "3 个文件未能读取" in out
    assert err == "jslint: 已中断：检查了 2 个，还有 3 个没有检查\n"
    whole = json.loads(Path("结果.json").read_text(encoding="utf-8"))
    assert [one["message"] for one in whole["errors"]] == ["已中断，没有检查"] * 3


# Kept results -------------------------------------------------------------------------------------


def kept_files() -> list[str]:
    return [path for _, _, path in kept.kept()]


def used(*arguments: str, capsys: pytest.CaptureFixture[str]) -> int:
    """How many results of another run were used."""
    run(*BASE, *arguments, "--timing")
    found = re.search(r"(\d+) 份用上次的结果", capsys.readouterr().err)
    assert found
    return int(found[1])


def test_a_second_run_uses_what_the_first_found(capsys: pytest.CaptureFixture[str]) -> None:
    reports(8)

    first = run(*BASE, "报告", "--output-format", "json"), capsys.readouterr()
    second = run(*BASE, "报告", "--output-format", "json"), capsys.readouterr()

    assert first == second
    # What is empty or not well formed is looked at again... but for what is not well formed.
    assert used("报告", capsys=capsys) == 8


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(("--select", "PCT"), id="rules"),
        pytest.param(("--lang", "en"), id="language"),
        pytest.param(("--no-diagnosis",), id="diagnosis"),
        pytest.param(("--limit", "lines=1000"), id="limits"),
        pytest.param(("--pack", "自己.yaml"), id="packs"),
        pytest.param(("--previous", "上年.txt"), id="last year's report"),
    ],
)
def test_another_option_is_another_result(
    changed: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    Path("上年.txt").write_text(GOOD.replace("2024", "2023"), encoding="utf-8")
    Path("自己.yaml").write_text("pack: own\ntitle: 自己\nextends: [arithmetic]\nrules: []\n",
                               encoding="utf-8")  # fmt: skip
    assert [used("a.txt", capsys=capsys) for _ in range(2)] == [0, 1]

    asked = ("a.txt", *changed) if "en" not in changed else ("a.txt",)
    if "en" in changed:
        run(*BASE, "a.txt", "--lang", "en", "--timing")
        assert "0 from the cache" in capsys.readouterr().err
    else:
        assert used(*asked, capsys=capsys) == 0


@pytest.mark.parametrize(
    "shown",
    [("--output-format", "concise"), ("--coverage",), ("-q",), ("--fail-on", "info"), ("-j", "2")],
)
def test_what_is_shown_does_not_matter(
    shown: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    used("a.txt", capsys=capsys)

    assert used("a.txt", *shown, capsys=capsys) == 1


def test_what_a_result_depends_on(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    Path("b.txt").write_text(GOOD, encoding="utf-8")
    Path("m.yaml").write_text("jslint: 1\nfiles: [a.txt, b.txt]\n", encoding="utf-8")
    own = Path("自己.yaml")
    own.write_text("pack: own\ntitle: 自己\nextends: [arithmetic]\nrules: []\n", encoding="utf-8")

    def again() -> int:
        return used("m.yaml", "--pack", "自己.yaml", capsys=capsys)

    assert [again(), again()] == [0, 1]
    Path("b.txt").write_text(BAD, encoding="utf-8")
    assert [again(), again()] == [0, 1], "a file of a manifest"
    own.write_text(own.read_text(encoding="utf-8") + "# 改\n", encoding="utf-8")
    assert [again(), again()] == [0, 1], "a pack"
    Path(".jslint-ignore.yaml").write_text("[]\n", encoding="utf-8")
    assert [again(), again()] == [0, 1], "what lies beside"
    Path("c.txt").write_text(GOOD, encoding="utf-8")
    assert [again(), again()] == [0, 1], "what its suppressions may be meant for"


def test_a_pack_of_any_name_has_its_results_kept(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(GOOD, encoding="utf-8")
    name = os.fsdecode(b"\xff.yaml")
    Path(name).write_text("pack: own\ntitle: 自己\nextends: [arithmetic]\n", encoding="utf-8")

    assert [used("a.txt", "--pack", name, capsys=capsys) for _ in range(2)] == [0, 1]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-1], id="cut off"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:-20] + b"x" + data[-19:], id="another byte"),
        pytest.param(lambda data: b"jslint 0 " + data, id="another layout"),
    ],
)
def test_what_is_damaged_counts_as_none(damage, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    assert run(*BASE, "a.txt") == 1
    first = capsys.readouterr().out
    for path in kept_files():
        Path(path).write_bytes(damage(Path(path).read_bytes()))

    assert run(*BASE, "a.txt") == 1
    assert capsys.readouterr().out == first
    assert used("a.txt", capsys=capsys) == 1


def test_a_cache_that_cannot_be_written_costs_only_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("a file, no folder", encoding="utf-8")
    Path("a.txt").write_text(BAD, encoding="utf-8")

    assert [used("a.txt", capsys=capsys) for _ in range(2)] == [0, 0]


def test_two_runs_at_once() -> None:
    reports(9)
    command = [*COMMAND, *BASE, "报告", "-j", "2"]
    several = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         env={**os.environ, "PYTHONPATH": SOURCE})
        for _ in range(3)
    ]  # fmt: skip
    said = {process.communicate() for process in several}

    assert len(said) == 1
    assert not [path for path in kept_files() if path.endswith(".new")]


def test_the_cache_is_for_nobody_else() -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    run(*BASE, "a.txt")

    assert kept_files()
    assert {os.stat(path).st_mode & 0o077 for path in kept_files()} == {0}


@pytest.mark.parametrize("how", ["--no-cache", "JSLINT_NO_CACHE", "JSLINT_NO_RESULTS"])
def test_without_a_cache(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    if how.startswith("J"):
        monkeypatch.setenv(how, "1")

    run(*BASE, "a.txt", *([how] if how.startswith("-") else []))

    assert not kept_files()


def test_what_is_used_least_lately_goes_first() -> None:
    for number in range(4):
        Path(f"{number}.txt").write_text(BAD.replace("300", f"30{number}"), encoding="utf-8")
        run(*BASE, f"{number}.txt")
    results = [path for path in kept_files() if path.endswith(".result")]
    for age, path in enumerate(results):
        os.utime(path, (age, age))
    whole = sum(size for _, size, _ in kept.kept())

    assert kept.shrink(whole - 1) == 1
    assert not Path(results[0]).exists()
    assert Path(results[-1]).exists()


def test_cache_dir_and_clean(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    run(*BASE, "a.txt")
    capsys.readouterr()

    assert (run("cache", "dir"), capsys.readouterr().out) == (
        0, f"{tmp_path}/cache/jslint/results\n",
    )  # fmt: skip
    assert run("cache", "clean") == 0
    assert re.fullmatch(r"已删去 2 个文件，共 \d+ KB\n", capsys.readouterr().out)
    assert kept_files() == []
    assert run("cache", "clean", "--lang", "en") == 0
    assert capsys.readouterr().out == "files removed: 0, 0 KB\n"


# Bytes --------------------------------------------------------------------------------------------


def test_a_result_as_bytes_reads_back() -> None:
    entry = Entry(id="A1", name="a", title="甲", severity=Severity.INFO, messages={"zh": "错"})
    found = Diagnostic("A1", "a", Severity.ERROR, "有误", Place(order=(1, 2), line=1))
    several = [
        Examined(Result("a.txt", (found,)), rules=(entry,), sources={"a.txt": ("一",)}),
        Examined(claims="x"),
    ]

    assert boiled.restored(boiled.boil(several)) == several


def test_nothing_is_called_that_is_no_part_of_a_result() -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return os.system, ("echo evil",)

    body = b"1 " + b"-" * 64 + b"\n" + pickle.dumps([Evil()])

    with pytest.raises(pickle.UnpicklingError, match="system"):
        boiled.restored(body)
    for value in (Decimal("1.5"), Severity.ERROR):
        again = boiled._Reader(__import__("io").BytesIO(pickle.dumps(value))).load()
        assert again == value


# Progress -----------------------------------------------------------------------------------------


def test_progress_estimates_what_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reports(8)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    run(*BASE, "报告", "-j", "1")

    err = capsys.readouterr().err
    assert "\r\x1b[K[0/9] 报告/00.txt" in err
    assert re.search(r"\x1b\[K\[4/9\] 约剩 \d+ 秒 报告/04.txt", err)
    assert err.index("\r\x1b[Kjslint: 错误：报告/05.txt") > err.index("[8/9]")


def test_progress_never_breaks_a_line_of_text() -> None:
    assert len(streams.cut("字" * 200, 39)) == 20
    assert live.seconds(1234) == "12.34"


def test_timing(capsys: pytest.CaptureFixture[str]) -> None:
    reports(3)

    run(*BASE, "报告", "--timing", "-q", "-j", "1")

    err = capsys.readouterr().err
    assert re.search(r"用时 \d+\.\d\d 秒：4 份，1 个进程，0 份用上次的结果\n", err)
    assert re.search(r"  \d+\.\d\d 秒  报告/0\d\.txt\n", err)
    steps, dearest = (
        err.partition(title)[2] for title in ("各步（各份、各进程合计）：", "最费时的规则：")
    )
    assert re.search(r"^ +\d+ 毫秒 +\d+%  读出各句的陈述$", steps, re.MULTILINE)
    assert re.search(r"^ +\d+ 毫秒 +\d+%  SUM101$", dearest, re.MULTILINE)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_timing_counts_what_was_done_in_this_run(
    capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    """Each report's steps add up to no more than it took; what is kept from another run took none."""
    reports(3)

    run(*BASE, "报告", "--timing", "-q", "-j", jobs, "--lang", "en")
    first = capsys.readouterr().err
    run(*BASE, "报告", "--timing", "-q", "-j", jobs, "--lang", "en")
    again = capsys.readouterr().err

    shares = re.findall(r"^ +\d+ ms +(\d+)%  (?:\D*)$", first, re.MULTILINE)
    assert len(shares) == 9
    assert 90 < sum(map(int, shares)) <= 100
    assert "4 from the cache" in again
    assert "Steps" not in again


@pytest.mark.slow
def test_the_first_finding_of_many_comes_at_once() -> None:
    Path("报告").mkdir()
    example = Path(__file__).parents[1] / "examples/faulty/report.txt"
    for number in range(40):
        (Path("报告") / f"{number:02}.txt").write_bytes(example.read_bytes())
    since = time.monotonic()
    with subprocess.Popen([*COMMAND, "check", "报告", "--no-cache"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": SOURCE}) as process:  # fmt: skip
        assert process.stdout
        assert "报告/00.txt" in process.stdout.readline().decode()
        first = time.monotonic() - since
        process.stdout.read()
    assert first < (time.monotonic() - since) / 2


# Watching -----------------------------------------------------------------------------------------


def test_watching_needs_its_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "watchfiles", None)

    assert run(*BASE, "a.txt", "--watch") == 2
    assert capsys.readouterr().err == (
        "jslint: 错误：--watch 需要 watchfiles；请安装：pip install 'juesuan-lint[watch]'\n"
    )
    assert run(*BASE, "-", "--watch") == 2
    assert "--watch 不能监视标准输入" in capsys.readouterr().err


def test_watching_checks_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("报告").mkdir()
    Path("报告/a.txt").write_text(BAD, encoding="utf-8")

    def changes(*tops: str, **_: object):
        assert tops == (".", "报告")
        Path("报告/a.txt").write_text(GOOD, encoding="utf-8")
        yield {(1, str(Path("报告/a.txt").resolve()))}
        yield {(1, str(Path("结果.json").resolve())), (1, str(Path("别的.txt").resolve()))}
        Path("自己.yaml").write_text("pack: [", encoding="utf-8")
        yield {(1, str(Path("自己.yaml").resolve()))}
        raise KeyboardInterrupt

    Path("自己.yaml").write_text("pack: own\ntitle: 自己\nextends: [arithmetic]\nrules: []\n",
                               encoding="utf-8")  # fmt: skip
    fake = type(sys)("watchfiles")
    fake.watch = changes
    monkeypatch.setitem(sys.modules, "watchfiles", fake)

    status = run("check", "报告", "--pack", "自己.yaml", "--output-format", "concise", "-q",
                 "-o", "结果.txt", "--output-format", "json=结果.json", "--watch")  # fmt: skip

    err = capsys.readouterr().err
    assert status == 2
    assert Path("结果.txt").read_text(encoding="utf-8") == ""
    assert err.count("有改动：") == 2
    assert "有改动：报告/a.txt" in err
    assert "自己.yaml:1:" in err


def test_watching_reads_a_changed_configuration(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(BAD, encoding="utf-8")

    def changes(*_tops: str, **_: object):
        for words in ('ignore = ["PCT"]', "ignore = [", 'ignore = ["SUM"]'):
            Path("jslint.toml").write_text(f"{words}\n", encoding="utf-8")
            yield {(1, str(Path("jslint.toml").resolve()))}

    fake = type(sys)("watchfiles")
    fake.watch = changes
    monkeypatch.setitem(sys.modules, "watchfiles", fake)

    status = run(*BASE, "a.txt", "--output-format", "concise", "-q", "--watch")

    out, err = capsys.readouterr()
    assert status == 1
    assert out.count("PCT101") == 2, "at first, and when it is ignored no more"
    assert err.count("jslint.toml:2:1: ") == 1


def test_an_interrupt_during_the_check_ends_watching(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = type(sys)("watchfiles")
    fake.watch = lambda *_, **__: pytest.fail("it waits for changes")
    monkeypatch.setitem(sys.modules, "watchfiles", fake)
    monkeypatch.setattr(check, "check", lambda _: 130)

    assert run(*BASE, "a.txt", "--watch") == 130
