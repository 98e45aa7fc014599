"""An archive by a cluster: throughput for each core beside that of ``-j``, and a large archive once.

``python benchmarks/archives.py`` makes reports of the clean example with changed figures, and lets by
turns, in one process, the hand of a crew (``-j``) and a worker of a cluster (``--engine dask``) do 16
of them: seconds of the processor, whatever else the machine does. What a cluster spends besides while
it has nothing to do is measured too; it is of the clock, so it counts for little on a machine of one's
own. ``--large 10000`` checks so many once by the command, and once again for nothing, with the clock;
``--short`` makes them of a few sentences.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from jslint.archive.parts import Part, Source
from jslint.cli import boiled, cluster
from jslint.cli.asking import asked_for
from jslint.cli.examining import working
from jslint.cli.store import Store

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/clean/report.txt"
SHORT = """\
三、支出决算情况说明
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.0%；项目支出200.00万元，占40.0%。
四、“三公”经费支出决算情况说明
“三公”经费支出决算12.00万元，其中：公务用车运行维护费9.00万元，占75.0%；公务接待费3.00万元，占25.0%。
"""
COMMAND = (sys.executable, "-c", "from jslint.cli import script; script()", "check")


def made(folder: Path, count: int, text: str = "") -> None:
    """So many reports of different bodies, one of five hundred figures changed, a folder a thousand."""
    text = text or EXAMPLE.read_text(encoding="utf-8")
    for seed in range(count):
        chance = random.Random(seed)

        def changed(found: re.Match[str], chance: random.Random = chance) -> str:
            return found[0] if chance.random() > 0.002 else f"{found[0][:-1]}{chance.randrange(10)}"

        said = re.sub(r"\d+\.\d\d", changed, text)
        place = folder / f"{seed // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{seed:06}决算.txt").write_text(said, encoding="utf-8")


def timed(cache: Path, *arguments: str) -> tuple[float, float, str]:
    """Seconds by the clock and of the processor, those of all processes, and what was printed."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT / "src")}
    before, since = os.times(), time.monotonic()
    done = subprocess.run(
        [*COMMAND, *arguments], capture_output=True, check=False, env=environment, text=True
    )
    wall, after = time.monotonic() - since, os.times()
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    spent = after.children_user + after.children_system
    return wall, spent - before.children_user - before.children_system, done.stdout


def compared(top: Path, count: int) -> None:
    """What a report costs in a crew and in a cluster, by turns."""
    made(top / "in", count)
    files = sorted(map(str, (top / "in").rglob("*.txt")))
    asked = asked_for({"paths": tuple(files)})
    held = Store(str(top / "out"), "zh")
    held.prepare()
    worker = cluster.Examiner(replace(asked, summed=True, addressed=True), held)
    spent = {"-j": 0.0, "dask": 0.0}
    gc.disable()
    with working(asked, None, {}, None) as examine:
        worker.setup(None)

        def crew(part: Part) -> None:
            for source in part.sources:
                boiled.restored(boiled.boil(examine(source.files)))
            gc.collect()

        def dask(part: Part) -> None:
            assert worker.make(part, frozenset()).stopped is None

        ways = {"-j": crew, "dask": dask}
        several = [files[at : at + 16] for at in range(0, count, 16)]
        parts = [
            Part(f"{number:04}", tuple(Source((file,)) for file in names))
            for number, names in enumerate(several)
        ]
        for number, part in enumerate(parts):
            for way in sorted(ways, reverse=bool(number % 2)):
                since = time.process_time()
                ways[way](part)
                if number:  # the first time all is loaded
                    spent[way] += time.process_time() - since
        worker.teardown(None)
    each = {way: 1000 * one / (count - 16) for way, one in spent.items()}
    print(f"load {os.getloadavg()[0]:.1f}; processor, ms a report: {each}")
    print(f"throughput for each core, dask / -j: {each['-j'] / each['dask']:.3f}")


def idle(seconds: int) -> None:
    """What a cluster of two workers spends while it has nothing to do, by the clock."""
    with cluster.connected(asked_for({"paths": ("x",), "jobs": 2}), 100) as client:
        time.sleep(2)
        before, own, since = client.run(time.process_time), time.process_time(), time.monotonic()
        time.sleep(seconds)
        after, passed = client.run(time.process_time), time.monotonic() - since
        spent = sum(after.values()) - sum(before.values()) + time.process_time() - own
    print(f"a cluster of two workers at rest: {100 * spent / passed:.1f} % of a core")


def large(top: Path, count: int, jobs: str, text: str) -> None:
    """A large archive once, and what it takes to see that all of it is done."""
    made(top / "large", count, text)
    out = top / "large.out"
    for what in ("first", "again"):
        arguments = (str(top / "large"), "--engine", "dask", "-j", jobs, "-o", str(out))
        wall, spent, said = timed(top / "cache", *arguments)
        print(f"{what}: {wall:.1f} s, processor {spent:.1f} s, load {os.getloadavg()[0]:.1f}")
        print(f"  {said.strip()}")
    files = [path for path in out.rglob("*.parquet") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files)} files, {size / 1e6:.1f} MB, {size / count / 1000:.2f} KB a report")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=160)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--large", type=int, default=0)
    parser.add_argument("--short", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        if given.large:
            large(Path(name), given.large, given.jobs, SHORT if given.short else "")
        else:
            compared(Path(name), given.count)
            idle(10)


if __name__ == "__main__":
    main()
