"""Kills jslint at random moments while it fixes and while it writes: each file is the old or the new.

    python benchmarks/killed.py [--times 200] [--seed 0]

The commands that fix a text, a Word file and a workbook, and the command that writes ``-o`` over what
it wrote before, each killed anywhere between its start and a little after its end; and the two
functions that write, called without end, so that most kills meet a write. Prints a line
a way: how often the old file was there, the new one, and a third, which is the fault. Files that a
killed run left beside are counted too; they are hidden, and no run takes them for reports.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
FAULTY = ROOT / "examples/faulty/report.txt"
_COMMAND = ("-m", "jslint", "check", "--no-config", "-q")
#: Writes one of two contents over the other without end, by the function that is named.
_ENDLESS = """\
from pathlib import Path
from jslint.cli import files, replacing
old, new = Path("old").read_bytes(), Path("new").read_bytes()
print("begun", flush=True)
while True:
    {there}
    {back}
"""
#: How much of a loop is waited for at most, in seconds.
_LOOP = 0.05


class Way(NamedTuple):
    """Something that writes ``path``: its arguments, what the file may hold, how long it takes."""

    name: str
    arguments: tuple[str, ...]
    path: Path
    old: bytes
    new: bytes
    seconds: float
    begun: bool = False  # whether it says when it begins


def killed(way: Way, times: int, chance: Random) -> Counter[str]:
    """What the file was after each kill: old, new, or a third; and what was left beside it."""
    outcomes: Counter[str] = Counter(old=0, new=0, third=0, left=0)
    names = {way.old: "old", way.new: "new"}
    for _ in range(times):
        way.path.write_bytes(way.old)
        child = subprocess.Popen(
            [sys.executable, *way.arguments],
            cwd=way.path.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert child.stdout is not None
        if way.begun:
            child.stdout.readline()
        time.sleep(chance.random() * way.seconds)
        child.send_signal(signal.SIGKILL)
        child.stdout.close()
        child.wait()
        outcomes[names.get(way.path.read_bytes(), "third")] += 1
        for stray in way.path.parent.glob(".jslint.*.tmp"):
            outcomes["left"] += 1
            stray.unlink()
    return outcomes


def fixing(folder: Path, name: str = "report.txt") -> Way:
    """The command that fixes a file."""
    path = folder / name
    arguments = (*_COMMAND, name, "--fix", "--unsafe-fixes", "--no-cache", "-o", "out.txt")
    return _way(f"--fix {path.suffix}", arguments, path, path.read_bytes())


def output(folder: Path) -> Way:
    """The command that writes its results over those of another run."""
    shutil.copy(FAULTY, folder / "report.txt")
    path = folder / "results.json"
    arguments = (*_COMMAND, "report.txt", "--no-cache", "-o", path.name)
    _run((*arguments, "--select", "PCT"), folder)
    return _way("-o", arguments, path, path.read_bytes())


def _way(name: str, arguments: tuple[str, ...], path: Path, old: bytes) -> Way:
    since = time.monotonic()
    _run(arguments, path.parent)
    took = time.monotonic() - since
    new = path.read_bytes()
    if new == old:
        raise SystemExit(f"{name}: nothing was written, so this would show nothing")
    return Way(name, arguments, path, old, new, took * 1.2)


def _run(arguments: tuple[str, ...], folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, check=False, capture_output=True
    )


def replaced(folder: Path) -> Way:
    """The function that puts a fixed file in place, without end."""
    return _endless(
        folder,
        "replacing.replace",
        'replacing.replace("a", old, new)',
        'replacing.replace("a", new, old)',
    )


def written(folder: Path) -> Way:
    """The function that writes an output, without end."""
    return _endless(
        folder, "files.write", 'files.write("a", new, "zh")', 'files.write("a", old, "zh")'
    )


def _endless(folder: Path, name: str, there: str, back: str) -> Way:
    old, new = b"old\n" * 100_000, b"new!\n" * 100_000
    (folder / "old").write_bytes(old)
    (folder / "new").write_bytes(new)
    code = _ENDLESS.format(there=there, back=back)
    return Way(f"{name}, endless", ("-c", code), folder / "a", old, new, _LOOP, begun=True)


def text(folder: Path) -> Way:
    """The command that fixes a text."""
    shutil.copy(FAULTY, folder / "report.txt")
    return fixing(folder)


def word(folder: Path) -> Way:
    """The command that fixes a Word file."""
    sys.path[:0] = [str(ROOT / "tests")]
    from jslint import readers  # noqa: PLC0415
    from printed import Manner  # noqa: PLC0415 - needs python-docx
    from printed import word as print_word  # noqa: PLC0415

    report = readers.read("report.txt", FAULTY.read_bytes())
    print_word(report, folder / "report.docx", Manner())
    return fixing(folder, "report.docx")


def excel(folder: Path) -> Way:
    """The command that fixes a workbook."""
    sys.path[:0] = [str(ROOT / "examples")]
    import build  # noqa: PLC0415
    import office  # noqa: PLC0415 - needs openpyxl

    _, workbook = office.pair(build.faulty(), folder)
    return fixing(folder, workbook.name)


WAYS: dict[str, Callable[[Path], Way]] = {
    "text": text,
    "word": word,
    "excel": excel,
    "output": output,
    "replaced": replaced,
    "written": written,
}


def main() -> None:
    """Kill each way so many times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--ways", default=",".join(WAYS))
    given = parser.parse_args()
    thirds = 0
    for name in given.ways.split(","):
        with TemporaryDirectory() as folder:
            way = WAYS[name](Path(folder))
            outcomes = killed(way, given.times, Random(f"killed/{given.seed}/{name}"))
            print(
                f"{way.name}: {', '.join(f'{what} {n}' for what, n in outcomes.items())}",
                flush=True,
            )
            thirds += outcomes["third"]
    sys.exit(1 if thirds else 0)


if __name__ == "__main__":
    main()
