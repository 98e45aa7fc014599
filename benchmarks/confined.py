"""What it costs that PDF files are read in a process of their own: CPU time with and without it.

    .venv/bin/python benchmarks/confined.py --rounds 15 a.pdf b.pdf

Each file is checked alone, then all in one run, in turns with the child and in this process; the
medians of the processor time of both, children included, and the difference are printed.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from statistics import median

CODE = """
import gc, os, sys
gc.disable()
from jslint.cli import confined, main
confined._CAN_FORK = os.environ["CHILD"] == "1"
os._exit(main(["check", "--no-config", "--fail-on", "never", *sys.argv[1:]]))
"""


def spent(paths: list[str], child: str) -> tuple[float, float]:
    """The processor time of one run and how long it took, in milliseconds."""
    began = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", CODE, *paths]
    environment = {**os.environ, "CHILD": child}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = time.perf_counter() - began
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime), 1000 * took


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=15)
    asked = parser.parse_args()
    for paths in [[path] for path in asked.paths] + [asked.paths] * (len(asked.paths) > 1):
        found: dict[str, list[tuple[float, float]]] = {"0": [], "1": []}
        for _ in range(asked.rounds):
            for child, times in found.items():
                times.append(spent(paths, child))
        print(", ".join(map(os.path.basename, paths)))
        for at, what in enumerate(("processor time", "until it is done")):
            alone, confined = (median(one[at] for one in times) for times in found.values())
            print(
                f"  {what}: {alone:.0f} ms in this process, {confined:.0f} ms in a child: "
                f"{confined - alone:+.0f} ms, {(confined / alone - 1) * 100:+.1f} %"
            )


if __name__ == "__main__":
    main()
