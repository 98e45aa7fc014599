"""Damages valid files of every format and checks them: no traceback, no hang, no wrong status.

    .venv/bin/python benchmarks/fuzz.py --count 20000 --jobs 2
    .venv/bin/python benchmarks/fuzz.py --count 500 --format .docx --seed 7

Each mutant is checked as a user would, in one of a few processes that have limits on memory and, for
each mutant, on processor time. What went wrong is printed with its seed, and kept under ``--keep``;
the status is then 1. Formats: those of reports, and ``pack``, ``config``, ``manifest``.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent))

from jslint import cli  # noqa: E402 - as above
from mutants import MUTATORS, seeds  # noqa: E402 - beside this file

MEMORY = 3 << 30
SECONDS = 20
_OURS = ("Traceback", "自身出错", "an error of jslint itself", "内存不足", "not enough memory")


class Slow(BaseException):
    """A mutant took longer than any may."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A mutant that showed a fault of ours."""

    seed: int
    suffix: str
    what: str
    data: bytes


def mutant(seed: int, suffix: str, valid: dict[str, bytes]) -> bytes:
    """The damaged file of this seed."""
    random = Random(f"{seed}{suffix}")  # noqa: S311 - to be repeated, not to be secret
    data = valid[suffix]
    for _ in range(random.choice((1, 1, 1, 2))):
        way = random.choice(MUTATORS[suffix])
        with contextlib.suppress(Exception):  # a twice damaged file may not be one any more
            data = way(data, random)
    return data


def arguments(suffix: str, path: Path, folder: Path) -> list[str]:
    """What to check, and how."""
    report = str(folder / "seed.txt")
    if suffix == "pack":
        return [report, "--no-config", "--pack", str(path)]
    if suffix == "config":
        return [report, "--config", str(path)]
    return [str(path), "--no-config"]


def tried(seed: int, suffix: str, valid: dict[str, bytes], folder: Path) -> str:
    """Check one mutant: what is wrong, empty where nothing is."""
    ending = ".yaml" if suffix[0] != "." and "." not in suffix else suffix[suffix.index(".") :]
    path = folder / f"mutant{ending}"
    path.write_bytes(mutant(seed, suffix, valid))
    out, err = io.StringIO(), io.StringIO()
    # An alarm of processor time, not of the clock, which other processes hold up.
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            given = arguments(suffix, path, folder)
            status = cli.main(["check", *given, "--output-format", "json", "--verbose"])
    except Slow:
        return f"takes more than {SECONDS} s"
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    said = err.getvalue()
    if any(word in said for word in _OURS):
        return said[-1500:]
    return _misjudged(status, out.getvalue(), said)


def _misjudged(status: int, printed: str, said: str) -> str:
    """What is wrong about an exit status."""
    if status not in (0, 1, 2):
        return f"status {status}"
    if not printed:
        return "" if status == 2 and said else f"status {status}, and nothing is said"
    run = json.loads(printed)
    right = 2 if run["errors"] else int(run["summary"]["error"] > 0)
    # A configuration may say from which severity on the status is 1.
    return "" if status == right or (right < 2 and status < 2) else f"status {status}, not {right}"


def work(job: tuple[int, int, tuple[str, ...]]) -> tuple[Counter[str], list[Fault]]:
    """Try some seeds in this process."""
    first, count, suffixes = job
    valid = seeds()
    faults: list[Fault] = []
    done: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, data in valid.items():
            (folder / f"seed{suffix}").write_bytes(data)
        for seed in range(first, first + count):
            suffix = suffixes[seed % len(suffixes)]
            what = tried(seed, suffix, valid, folder)
            done[suffix] += 1
            if what:
                faults.append(Fault(seed, suffix, what, mutant(seed, suffix, valid)))
    return done, faults


def prepare() -> None:
    """Limit this process, and let its alarm end a mutant."""

    def alarm(*_: object) -> None:
        raise Slow

    signal.signal(signal.SIGPROF, alarm)
    if sys.platform == "linux":
        # Besides what the process that was forked had: a test session may have loaded databases.
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def fuzz(
    count: int, seed: int, suffixes: tuple[str, ...], jobs: int
) -> tuple[Counter[str], list[Fault]]:
    """Try so many mutants; how many of each format, and the faults."""
    size = max(1, min(50, count // jobs))
    chunks = [(seed + at, min(size, count - at), suffixes) for at in range(0, count, size)]
    done: Counter[str] = Counter()
    faults: list[Fault] = []
    with get_context("fork").Pool(jobs, prepare, maxtasksperchild=4) as pool:
        for some, found in pool.imap_unordered(work, chunks):
            done += some
            faults += found
            for fault in found:
                print(f"\n--- {fault.suffix} seed {fault.seed}\n{fault.what}", flush=True)
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{done.total()}/{count}")
    return done, faults


def main() -> int:
    """Fuzz and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--format", dest="formats", action="append", choices=list(MUTATORS))
    parser.add_argument("--keep", type=Path, help="a folder for the mutants that show a fault")
    asked = parser.parse_args()
    os.environ["JSLINT_NO_RESULTS"] = "1"  # thousands of kept results would only cost time
    begun = time.monotonic()
    suffixes = tuple(asked.formats or MUTATORS)
    done, faults = fuzz(asked.count, asked.seed, suffixes, asked.jobs)
    for fault in faults if asked.keep else ():
        asked.keep.mkdir(exist_ok=True)
        (asked.keep / f"{fault.seed}{fault.suffix}").write_bytes(fault.data)
    listed = ", ".join(f"{suffix} {number}" for suffix, number in sorted(done.items()))
    print(
        f"mutants: {done.total()} ({listed}); faults: {len(faults)}; {time.monotonic() - begun:.0f} s"
    )
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
