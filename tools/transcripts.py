"""Runs the commands that a page shows and puts what they print beneath them.

A page is read from top to bottom, as its reader follows it: a fence with ``title="name"`` is a file
that the reader writes, a fence that begins with ``$`` is a terminal. All of it happens in one empty
folder with a copy of ``examples/`` in it. The commands are ``jslint ...`` and ``echo $?``, nothing
else: a page that shows another one fails. Two comments of HTML stand for what the reader has or does
besides: ``<!-- made: 30 folder -->`` makes so many reports, each with a few slips, and
``<!-- changed: file: old → new -->`` changes the first of these words.
"""

from __future__ import annotations

import os
import random
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
#: The share of figures that are mistyped in a report that is made.
_SLIPS = 0.005

_FENCE = re.compile(
    r"^(?P<open>```[^\n`]*)\n(?P<body>.*?)^```$"
    r"|^<!-- made: (?P<count>\d+) (?P<folder>\S+) -->$"
    r"|^<!-- changed: (?P<file>\S+): (?P<old>[^\n]+) → (?P<new>[^\n]+) -->$",
    re.DOTALL | re.MULTILINE,
)
_TITLE = re.compile(r'title="([^"]+)"')


def rerun(page: str) -> str:
    """The page with every terminal in it as its commands print today."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        status = 0

        def block(found: re.Match[str]) -> str:
            nonlocal status
            if found["count"]:
                _made(folder / found["folder"], int(found["count"]))
                return found[0]
            if found["file"]:
                _changed(folder / found["file"], found["old"], found["new"])
                return found[0]
            body = found["body"]
            if title := _TITLE.search(found["open"]):
                (folder / title[1]).parent.mkdir(parents=True, exist_ok=True)
                (folder / title[1]).write_text(body, encoding="utf-8", newline="\n")
            elif body.startswith("$ "):
                body, status = _terminal(body, folder, status)
            return f"{found['open']}\n{body}```"

        return _FENCE.sub(block, page)


#: The example's name, and parts of names to give others instead.
_NAME = "云岭数据档案中心"
_PLACES = ("青坪", "白沙", "石桥", "柳林", "松岗", "云岭")
_BODIES = ("档案馆", "水文站", "图书馆", "气象站", "体育馆")


def _made(folder: Path, count: int) -> None:
    """So many reports of different bodies, the clean example with some figures mistyped."""
    text = (ROOT / "examples/clean/report.txt").read_text(encoding="utf-8")
    folder.mkdir(parents=True)
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - no secret
        place, body = _PLACES[number // len(_BODIES) % len(_PLACES)], _BODIES[number % len(_BODIES)]

        def mistyped(found: re.Match[str], chance: random.Random = chance) -> str:
            return (
                found[0] if chance.random() > _SLIPS else f"{found[0][:-1]}{chance.randrange(10)}"
            )

        said = re.sub(r"\d+\.\d\d", mistyped, text.replace(_NAME, place + body))
        path = folder / f"{number + 1:02}{place}{body}决算.txt"
        path.write_text(said, encoding="utf-8", newline="\n")


def _changed(path: Path, old: str, new: str) -> None:
    """Change the first of these words in a file; raise ``ValueError`` where there are none."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{path.name} does not hold {old!r}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def _terminal(body: str, folder: Path, status: int) -> tuple[str, int]:
    """A terminal with its commands run anew, and the exit status of the last."""
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    shown = []
    for command in commands:
        if command == "echo $?":
            printed = f"{status}\n"
        else:
            printed, status = _run(command, folder)
        shown.append(f"$ {command}\n{printed}")
    return "".join(shown), status


def _run(command: str, folder: Path) -> tuple[str, int]:
    """What a command line of jslint prints, 100 columns wide, and its exit status."""
    program, *arguments = shlex.split(command)
    if program != "jslint":
        raise ValueError(f"a page may show jslint and echo $?, not {command!r}")
    done = subprocess.run(
        [sys.executable, "-m", "jslint", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "LANG": "zh_CN.UTF-8",
            "LC_ALL": "",
            "JSLINT_NO_RESULTS": "1",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    # Where this checkout happens to stand is nothing to a reader.
    return (done.stdout + done.stderr).replace(f"{ROOT}{os.sep}", ""), done.returncode
