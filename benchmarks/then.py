"""A folder of structured reports, checked by this code and by that of an earlier commit.

    python benchmarks/then.py COMMIT [--count 60] [--rounds 5]

The reports are the clean example's under other numbers. The commit is checked out beside, and both
run in this environment, in turn, without results of earlier runs: the earlier one as it was started
then, this one with one and with two processes. It checks far more than it did then, so findings are
not compared; ratios of the clock and of the processor are printed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/clean/report.yaml"


def written(folder: Path, count: int) -> None:
    """So many reports, each with a number of its own."""
    text = EXAMPLE.read_text(encoding="utf-8")
    folder.mkdir()
    for number in range(count):
        said = text.replace("数据档案的收集", f"数据档案第{number}号的收集", 1)
        (folder / f"{number:03}决算.yaml").write_text(said, encoding="utf-8")


def timed(tree: Path, cache: Path, *arguments: str) -> tuple[float, float]:
    """Seconds by the wall's clock and of the processor."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(tree / "src")}
    before, since = os.times(), time.monotonic()
    command = [sys.executable, "-m", "jslint", "check", *arguments]
    done = subprocess.run(command, capture_output=True, check=False, env=environment, cwd=tree)
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    wall, after = time.monotonic() - since, os.times()
    spent = after.children_user + after.children_system
    return wall, spent - before.children_user - before.children_system


def main() -> None:
    """Check out the commit, and time both by turns."""
    parser = argparse.ArgumentParser()
    parser.add_argument("commit")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        top = Path(name)
        then, folder = top / "then", top / "报告"
        written(folder, given.count)
        checkout = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*checkout, "add", "-q", "--detach", str(then), given.commit], check=True)
        try:
            files = sorted(map(str, folder.iterdir()))
            ways = {
                "then": (then, top / "old", *files),
                "-j 1": (ROOT, top / "new", "-j", "1", "--no-cache", *files),
                "-j 2": (ROOT, top / "new", "-j", "2", "--no-cache", *files),
            }
            rows: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
            for way in ways.values():
                timed(*way)  # what is kept of the packs is there from here on
            for _ in range(given.rounds):
                for way, row in rows.items():
                    row.append(timed(*ways[way]))
        finally:
            subprocess.run([*checkout, "remove", "--force", str(then)], check=True)
    base = [median(row[at] for row in rows["then"]) for at in (0, 1)]
    for way, row in rows.items():
        wall, work = (median(one[at] for one in row) for at in (0, 1))
        ratios = f"{wall / base[0]:.2f} and {work / base[1]:.2f} of then"
        print(f"{way}: {wall:.2f} s by the clock, {work:.2f} of the processor, {ratios}")


if __name__ == "__main__":
    main()
