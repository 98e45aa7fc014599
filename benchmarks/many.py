"""Many reports: how much faster several processes are, and a second run from what the first kept.

``python benchmarks/many.py`` makes 200 reports of the faulty example with changed figures, runs
``-j 1``, ``-j 2`` and a run from the cache in turn, and compares their outputs; then it times the
first finding of a folder of 300. Ratios of one machine's rounds, with its load beside them; where
others use the machine too, the processor's seconds say more than the clock: two processes that need
no more of them than one are twice as fast on two idle cores.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/faulty/report.txt"
COMMAND = (sys.executable, "-c", "from jslint.cli import script; script()", "check")


def made(folder: Path, count: int) -> None:
    """So many reports, each with a few digits changed."""
    text = EXAMPLE.read_text(encoding="utf-8")
    folder.mkdir()
    for seed in range(count):
        chance = random.Random(seed)

        def changed(found: re.Match[str], chance: random.Random = chance) -> str:
            return found[0] if chance.random() > 0.02 else f"{found[0][:-1]}{chance.randrange(10)}"

        said = re.sub(r"\d+\.\d\d", changed, text)
        (folder / f"{seed:03}决算.txt").write_text(said, encoding="utf-8")


def timed(cache: Path, *arguments: str) -> tuple[float, float, bytes]:
    """Seconds by the wall's clock and of the processor, and what was printed."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT / "src")}
    environment.pop("JSLINT_NO_RESULTS", None)
    before, since = os.times(), time.monotonic()
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, env=environment)
    wall, after = time.monotonic() - since, os.times()
    spent = after.children_user + after.children_system
    return wall, spent - before.children_user - before.children_system, done.stdout


def first(cache: Path, folder: Path) -> float:
    """Seconds until the first line of a run is there."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT / "src")}
    since = time.monotonic()
    with subprocess.Popen(
        [*COMMAND, str(folder), "--no-cache"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as process:
        assert process.stdout
        process.stdout.readline()
        found = time.monotonic() - since
        process.kill()
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        top = Path(name)
        made(top / "报告", given.count)
        made(top / "三百", 300)
        cache, folder = top / "cache", str(top / "报告")
        timed(cache, str(EXAMPLE))  # the trees of the packs are kept from here on
        ways = {
            "-j 1": ("-j", "1", "--no-cache"),
            "-j 2": ("-j", "2", "--no-cache"),
            "kept": (),
        }
        timed(cache, folder)
        walls: dict[str, list[float]] = {way: [] for way in ways}
        work: dict[str, list[float]] = {way: [] for way in ways}
        outputs = set()
        for number in range(given.rounds):
            print(f"round {number + 1}, load {os.getloadavg()[0]:.1f}")
            for way, options in ways.items():
                wall, spent, said = timed(cache, folder, *options)
                walls[way].append(wall)
                work[way].append(spent)
                outputs.add(said)
                print(f"  {way}: {wall:6.2f} s, processor {spent:6.2f} s")
        one, two, kept = (median(walls[way]) for way in ways)
        print(f"outputs identical: {len(outputs) == 1}")
        print(
            f"-j 1 / -j 2: {one / two:.2f}; -j 1 / kept: {one / kept:.1f}; -j 2 / kept: {two / kept:.1f}"
        )
        ones, twos, keeps = (median(work[way]) for way in ways)
        print(
            f"of the processor: -j 2 / -j 1: {twos / ones:.2f}, so -j 1 / -j 2 at most "
            f"{2 * ones / twos:.2f} on two idle cores; -j 1 / kept: {ones / keeps:.1f}"
        )
        firsts = sorted(first(cache, top / "三百") for _ in range(5))
        print(
            f"first finding of 300: {firsts[0]:.2f} to {firsts[-1]:.2f} s, load {os.getloadavg()[0]:.1f}"
        )


if __name__ == "__main__":
    main()
