"""A folder of structured reports, checked by this code and by that of an earlier commit.

    python benchmarks/then.py COMMIT [--count 60] [--rounds 5]

The reports are the clean example's under other numbers. The commit is checked out beside, and both
run in this environment, in turn, without results of earlier runs: the earlier one as it was started
then, this one with one and with two processes. It checks far more than it did then, so findings are
not compared; ratios of the clock and of the processor are printed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from spectral import ROOT, timed, written  # noqa: E402 - beside this file

COMMAND = [sys.executable, "-m", "jslint", "check"]


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
        written(folder, given.count, faults=())
        checkout = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*checkout, "add", "-q", "--detach", str(then), given.commit], check=True)
        try:
            files = sorted(map(str, folder.iterdir()))
            ways = {
                "then": ([*COMMAND, *files], top / "old", then),
                "-j 1": ([*COMMAND, "-j", "1", *files], top / "new", ROOT),
                "-j 2": ([*COMMAND, "-j", "2", *files], top / "new", ROOT),
            }
            rows: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
            for way in ways.values():
                timed(*way)  # what is kept of the packs is there from here on
            for _ in range(given.rounds):
                for way, row in rows.items():
                    row.append(timed(*ways[way])[:2])
        finally:
            subprocess.run([*checkout, "remove", "--force", str(then)], check=True)
    base = [median(row[at] for row in rows["then"]) for at in (0, 1)]
    for way, row in rows.items():
        wall, work = (median(one[at] for one in row) for at in (0, 1))
        ratios = f"{wall / base[0]:.2f} and {work / base[1]:.2f} of then"
        print(f"{way}: {wall:.2f} s by the clock, {work:.2f} of the processor, {ratios}")


if __name__ == "__main__":
    main()
