"""Compares reading and checking a PDF with pdfplumber's extraction of its text and tables.

    python benchmarks/pdf.py REPORT.pdf… [--repeat N] [--pack NAME…] [--cold | --memory]

Both run in this process, by turns, on the same bytes; medians of N turns (5) are printed with their
ratio, and how long the rules alone take. The libraries are loaded before: ``--cold`` measures whole
processes instead, imports and all, the interpreter's start taken off. ``--memory`` prints the memory of
``jslint check`` at its most: of its largest process, and of it and the child that reads together (by
what each has for itself and its share of the rest, which Linux tells).
"""

from __future__ import annotations

import argparse
import gc
import io
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from jslint import engine, pack, readers

if TYPE_CHECKING:
    from collections.abc import Callable

_PLUMBER = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as document:
    for page in document.pages:
        page.extract_text(), page.extract_tables()
"""
_JSLINT = """
import sys, pathlib
from jslint import engine, pack, readers
path = sys.argv[1]
report = readers.read(path, pathlib.Path(path).read_bytes())
engine.lint(report, pack.load(sys.argv[2:] or pack.choose(report)))
"""


def plumb(data: bytes) -> None:
    """Extract the text and the tables of every page with pdfplumber."""
    import pdfplumber  # noqa: PLC0415 - slow to load, and not needed where only cold runs are asked

    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()


def timed(action: Callable[[], object], *, collecting: bool = True) -> float:
    """Milliseconds of wall time, what others left behind cleared away before.

    ``jslint check`` runs without collecting garbage (see ``jslint.cli.script``), so its own parts are
    timed so.
    """
    gc.collect()
    if not collecting:
        gc.disable()
    started = time.perf_counter()
    action()
    took = (time.perf_counter() - started) * 1000
    gc.enable()
    return took


def warm(path: Path, packs: list[str], repeat: int) -> str:
    """One line: medians of reading, of the rules, of pdfplumber, and their ratios."""
    data = path.read_bytes()
    report = readers.read(str(path), data)
    ruleset = pack.load(packs or list(pack.choose(report)))
    reading, rules, plumber = [], [], []
    for _ in range(repeat):
        reading.append(timed(lambda: readers.read(str(path), data), collecting=False))
        fresh = readers.read(str(path), data)
        rules.append(timed(lambda report=fresh: engine.lint(report, ruleset), collecting=False))
        plumber.append(timed(lambda: plumb(data)))
    read, check, other = median(reading), median(rules), median(plumber)
    return (
        f"{path.name}: read {read:.0f} ms + rules {check:.0f} ms = {read + check:.0f} ms;"
        f" pdfplumber {other:.0f} ms; ratio {(read + check) / other:.2f};"
        f" rules {check / other:.1%} of pdfplumber"
    )


def cold(path: Path, packs: list[str], repeat: int) -> str:
    """One line: medians of whole processes without the interpreter's start."""

    def process(code: str, *arguments: str) -> float:
        command = [sys.executable, "-c", code, *arguments]
        return median(timed(lambda: subprocess.run(command, check=True)) for _ in range(repeat))

    start = process("")
    ours = process(_JSLINT, str(path), *packs) - start
    theirs = process(_PLUMBER, str(path)) - start
    return f"{path.name}: cold {ours:.0f} ms; pdfplumber {theirs:.0f} ms; ratio {ours / theirs:.2f}"


def memory(path: Path, packs: list[str], repeat: int) -> str:
    """One line: the most of one process, and of all together, of the greatest of the runs."""
    options = [word for name in packs for word in ("--pack", name)]
    command = [sys.executable, "-m", "jslint", "check", str(path), "--no-cache", "-q", *options]
    together, quiet = 0, subprocess.DEVNULL
    for _ in range(repeat):
        with subprocess.Popen(command, stdout=quiet, stderr=quiet) as process:
            while process.poll() is None:
                together = max(together, sum(map(held, family(process.pid))))
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (
        f"{path.name}: largest process {largest / 1024:.0f} MB; together {together / 1024:.0f} MB"
    )


def family(pid: int) -> list[int]:
    """A process and all that it has begun."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in family(int(child)))]


def held(pid: int) -> int:
    """Kilobytes that a process has for itself, and its share of what it has with others."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main() -> None:
    """Print the figures of each report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--pack", action="append", default=[])
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--cold", action="store_const", dest="measure", const=cold, default=warm)
    way.add_argument("--memory", action="store_const", dest="measure", const=memory)
    arguments = parser.parse_args()
    for path in arguments.reports:
        print(arguments.measure(path, arguments.pack, arguments.repeat))


if __name__ == "__main__":
    main()
