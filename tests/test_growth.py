"""What a report holds much of takes time in proportion: each of these took minutes, or did not end.

``benchmarks/growth.py`` measures the exponents of these and many other kinds of content.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

if os.name == "nt":
    pytest.skip("limits of processes are POSIX's", allow_module_level=True)

from growing import KINDS

SECONDS, MEMORY = 25, 2 << 30


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        pytest.param("claims", 2_000, id="changes and rates"),
        pytest.param("paragraphs", 16_000, id="paragraphs under one heading"),
        pytest.param("lines", 8_000, id="identical lines with figures"),
        pytest.param("xlsx-rows", 10_000, id="rows of a workbook without a figure"),
        pytest.param("shares", 4_000, id="shares of a whole that is not stated"),
        pytest.param("shares", 125, id="so few of them that their contradictions are looked into"),
        pytest.param("averages", 2_000, id="averages of amounts by counts"),
        pytest.param("completions", 2_000, id="completions of many budgets of one thing"),
        pytest.param("nested", 1_000, id="lists within lists in a sentence"),
        pytest.param("same-list", 10_000, id="lists within lists of one and the same thing"),
        pytest.param("said-again", 8_000, id="one thing said again and again in a sentence"),
        pytest.param("parts", 8_000, id="parts in a sentence"),
        pytest.param("shares-alone", 500, id="shares of a whole that none of them names"),
        pytest.param("totals", 400, id="columns that a total may be the sum of"),
        pytest.param("changes", 120, id="columns that changes may be the differences of"),
        pytest.param("table-rates", 120, id="columns that rates may be those of"),
        pytest.param("total-rows", 3_000, id="totals of which each may be the sum of the others"),
        pytest.param("accounts", 8_000, id="accounts above and below each other"),
    ],
)
def test_time_is_in_proportion_to_what_is_read(kind: str, size: int, tmp_path: Path) -> None:
    paths, _ = KINDS[kind][1](size, tmp_path)
    call = "from jslint.cli import script; script()"
    options = ("check", "--no-config", "--pack", "sichuan", "--fail-on", "never", "-q")

    done = subprocess.run(
        [sys.executable, "-c", call, *options, "--output-format", "concise", *paths],
        capture_output=True,
        check=False,
        preexec_fn=_limited,
    )

    assert done.returncode == 0, done.stderr.decode()[-500:]
