"""How time grows with what a report holds: each kind of content is doubled four times.

    .venv/bin/python benchmarks/growth.py                    every kind
    .venv/bin/python benchmarks/growth.py lines xlsx-rows    these kinds
    .venv/bin/python benchmarks/growth.py --stage read       only the readers (or ledgers, claims, lint)
    .venv/bin/python benchmarks/growth.py --tries 3          again, where an exponent is above

For each kind the exponent of processor time is printed, by least squares on logarithms, for the
run as a whole and for each stage; what takes less than 10 ms at the largest size has none. The
status is 1 where an exponent is above ``--most``. Each size runs in a process of its own, which is
ended after ``--seconds``; the time of a report with nothing in it is taken off. A kind that is above
is measured again, ``--tries`` times in all, and the least time of each size is kept: what else the
machine does makes a run slower, never faster.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from growing import KINDS, PACK  # noqa: E402 - beside this file

STAGES = ("read", "ledgers", "claims", "lint", "whole")
_LEAST = 0.010
_WATCHED = """
import gc, json, os, sys, time
gc.disable()
from jslint import cli, claims, pack, readers, engine
from jslint.rules.ground.context import Context
now = time.process_time
paths, packs, stage = sys.argv[3:], sys.argv[2].split(","), sys.argv[1]
taken = dict.fromkeys(("read", "ledgers", "claims", "lint"), 0.0)
ruleset = pack.load(packs)
for path in paths:
    data = open(path, "rb").read()
    begun = now()
    report = readers.read(path, data)
    taken["read"] += now() - begun
    if stage == "read":
        continue
    begun = now()
    Context(report).gathered
    taken["ledgers"] += now() - begun
    if stage == "ledgers":
        continue
    begun = now()
    claims.extract(report)
    taken["claims"] += now() - begun
    if stage == "claims":
        continue
    begun = now()
    engine.lint(report, ruleset)
    taken["lint"] += now() - begun
begun = now()
if stage == "whole":
    sys.stdout = open(os.devnull, "w")
    cli.main(["check", "--no-config", "--fail-on", "never", "--lang", "en",
              *(word for name in packs for word in ("--pack", name)), *paths])
    taken["whole"] = now() - begun
sys.__stdout__.write(json.dumps(taken))
sys.__stdout__.flush()
os._exit(0)
"""


def measured(paths: list[str], packs: str, stage: str, seconds: int) -> dict[str, float] | None:
    """The processor time of each stage; None where it was not done in time."""
    command = [sys.executable, "-c", _WATCHED, stage, packs, *paths]

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    done = subprocess.run(command, capture_output=True, check=False, preexec_fn=limited)
    if done.returncode < 0:
        return None
    if done.returncode or not done.stdout:
        sys.exit(f"{' '.join(paths[:1])}: {done.stderr.decode()[-800:]}")
    return json.loads(done.stdout)


def exponent(sizes: list[int], times: list[float]) -> float | None:
    """The slope of the logarithms; None where there is too little to tell."""
    if len(times) < 3 or max(times) < _LEAST:
        return None
    pairs = [(math.log(n), math.log(t)) for n, t in zip(sizes, times, strict=False) if t > 0.005]
    if len(pairs) < 3:
        return None
    x, y = (sum(values) / len(pairs) for values in zip(*pairs, strict=True))
    return sum((a - x) * (b - y) for a, b in pairs) / sum((a - x) ** 2 for a, b in pairs)


def grown(
    kind: str, folder: Path, stage: str, base: dict[str, float], asked: argparse.Namespace
) -> dict[str, tuple[float | None, list[float]]]:
    """The exponent and the times of each stage of one kind, the least of some tries."""
    sizes = [KINDS[kind][0] << step for step in range(5)]
    found: dict[str, tuple[float | None, list[float]]] = {}
    for _ in range(asked.tries):
        for name, above in _once(kind, folder, stage, base, asked.seconds).items():
            least = [
                min(pair) for pair in zip(above, found.get(name, (None, above))[1], strict=False)
            ]
            found[name] = exponent(sizes, least), least
        if not any(_is_above(*one, asked.most) for one in found.values()):
            break
    return found


def _is_above(slope: float | None, times: list[float], most: float) -> bool:
    """Whether a stage takes more than in proportion, or was not done in time."""
    return len(times) < 5 or (slope is not None and slope > most)


def _once(
    kind: str, folder: Path, stage: str, base: dict[str, float], seconds: int
) -> dict[str, list[float]]:
    """The times of each stage of one kind, by size, as far as they were done in time.

    ``base`` is what a report with nothing in it takes with the usual packs.
    """
    times: dict[str, list[float]] = {}
    for step in range(5):
        size = KINDS[kind][0] << step
        paths, packs = KINDS[kind][1](size, folder)
        taken = measured(paths, packs, stage, seconds)
        if taken is None:
            break
        for name, value in taken.items():
            nothing = base.get(name, 0) if packs == PACK else 0
            times.setdefault(name, []).append(max(value - nothing, 0.0))
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--stage", choices=STAGES, default="whole", help="how far to go")
    parser.add_argument("--most", type=float, default=1.15)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--tries", type=int, default=1, help="how often to measure what is above")
    asked = parser.parse_args()
    above = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        nothing = folder / "nothing.txt"
        nothing.write_text("一、概况\n", encoding="utf-8")
        base = measured([str(nothing)], PACK, asked.stage, asked.seconds) or {}
        for kind in asked.kinds or KINDS:
            found = grown(kind, folder, asked.stage, base, asked)
            for stage in STAGES:
                slope, times = found.get(stage, (None, []))
                if not times or (slope is None and len(times) == 5):
                    continue
                bad = _is_above(slope, times, asked.most)
                above += [f"{kind}/{stage}"] * bad
                shown = " ".join(f"{taken:.2f}" for taken in times)
                print(
                    f"{kind:18} {stage:8} {'  ' if not bad else '! '}"
                    f"{'-' if slope is None else format(slope, '.2f')}"
                    f"{'' if len(times) == 5 else ' (not in time)'}   {shown} s from {KINDS[kind][0]}",
                    flush=True,
                )
    print(f"above {asked.most}: {', '.join(above) or 'none'}")
    sys.exit(bool(above))


if __name__ == "__main__":
    os.environ["JSLINT_NO_CACHE"] = ""
    os.environ["JSLINT_NO_RESULTS"] = "1"  # a result that was kept takes no time
    main()
