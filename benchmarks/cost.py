"""What checking costs, in ratios of one run: a start beside ``import click``, rules for each figure.

    python benchmarks/cost.py [--rounds 7] [--reports 20]

Starts are whole processes, by turns, their processor time (children included), the least of the
rounds; the file is the faulty example, its result not kept. Rules are timed in this process on
generated whole reports and on the texts of tests/regions, garbage collection off, as the command has
it: microseconds for each figure of narrative and cells, with relations, account and diagnosis.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import time
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from jslint import engine, pack, readers  # noqa: E402 - as above
from truth import composed  # noqa: E402 - the generator stands with the tests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.document import Report

CALL = "from jslint.cli import script; script()"
FILE = str(ROOT / "examples/faulty/report.txt")
STARTS = {
    "click": ("-c", "import click"),
    "version": ("-c", CALL, "--version"),
    "check": ("-c", CALL, "check", "--no-config", "--fail-on", "never", "-q", FILE),
}


def spent(arguments: tuple[str, ...]) -> float:
    """The processor time of one process of Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "JSLINT_NO_RESULTS": "1"}
    # An installed program has its bytecode.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(
        [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def starts(rounds: int) -> dict[str, float]:
    """The least time of each start in some rounds, by turns."""
    taken = {name: [spent(arguments)] for name, arguments in STARTS.items()}
    for _ in range(rounds):
        for name, arguments in STARTS.items():
            taken[name].append(spent(arguments))
    return {name: min(times[1:] or times) for name, times in taken.items()}


def generated(number: int) -> Iterator[Report]:
    """Whole generated reports that have tables."""
    texts = (made.text() for seed in count() if (made := composed.whole(seed)))
    for text in islice((one for one in texts if "\t" in one), number):
        yield readers.read("report.txt", text.encode())


def regions() -> Iterator[Report]:
    """The short texts of many provinces."""
    for path in sorted((ROOT / "tests/regions").glob("*.txt")):
        yield readers.read(str(path), path.read_bytes())


def for_each_figure(reports: Iterable[Report], rounds: int) -> float:
    """Microseconds of rules for each figure: the least of the rounds, of each report."""
    figures, taken = 0, 0.0
    for report in reports:
        ruleset = pack.load(pack.choose(report))
        figures += len(engine.lint(report, ruleset).account.figures)
        taken += min(_once(report, ruleset) for _ in range(rounds))
    return 1e6 * taken / figures


def _once(report: Report, ruleset: pack.RuleSet) -> float:
    gc.disable()
    begun = time.process_time()
    engine.lint(report, ruleset)
    took = time.process_time() - begun
    gc.enable()
    return took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--reports", type=int, default=20)
    asked = parser.parse_args()
    taken = starts(asked.rounds)
    click = taken["click"]
    print(f"import click {1000 * click:.0f} ms")
    print(
        f"--version {taken['version'] / click:.2f} x click, check {taken['check'] / click:.2f} x click"
    )
    rounds = max(asked.rounds // 2, 1)
    made, texts = (
        for_each_figure(generated(asked.reports), rounds),
        for_each_figure(regions(), rounds),
    )
    print(f"rules: {made:.0f} us a figure of generated reports, {texts:.0f} of short texts")


if __name__ == "__main__":
    main()
