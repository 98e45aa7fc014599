"""Killed while it fixes or writes: a file is the old one or the new one (benchmarks/killed.py)."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from random import Random

import pytest

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))

import killed  # noqa: E402

from jslint import cli  # noqa: E402

#: How often; benchmarks/killed.py does it 200 times a way.
_TIMES = int(os.environ.get("JSLINT_KILLED", "4"))


@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
@pytest.mark.parametrize("name", killed.WAYS)
def test_a_killed_run_leaves_the_old_file_or_the_new(name: str, tmp_path: Path) -> None:
    way = killed.WAYS[name](tmp_path)

    outcomes = killed.killed(way, _TIMES, Random(name))

    assert outcomes["third"] == 0
    assert outcomes["old"] + outcomes["new"] == _TIMES


def test_what_a_killed_run_left_is_no_obstacle_and_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a container every run may have the same number, so the name of what is left may recur."""
    monkeypatch.chdir(tmp_path)
    report = killed.FAULTY.read_bytes()
    Path("a.txt").write_bytes(report)
    Path(f".jslint.{os.getpid()}.tmp").write_bytes(report[:1000])
    Path(f".jslint.{os.getpid()}.12345678.tmp").write_bytes(report[:1000])

    assert cli.main(["check", ".", "--no-config", "-o", "out.json"]) == 1
    assert json.loads(Path("out.json").read_text("utf-8"))["inputs"] == ["./a.txt"]
    assert capsys.readouterr().err == ""
