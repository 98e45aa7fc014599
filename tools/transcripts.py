"""Runs the commands that a page shows and puts what they print beneath them.

A page is read from top to bottom, as its reader follows it: a fence with ``title="name"`` is a file
that the reader writes, a fence that begins with ``$`` is a terminal. All of it happens in one empty
folder with a copy of ``examples/`` in it. The commands are ``jslint ...`` and ``echo $?``, nothing
else: a page that shows another one fails.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]

_FENCE = re.compile(r"^(?P<open>```[^\n`]*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r'title="([^"]+)"')


def rerun(page: str) -> str:
    """The page with every terminal in it as its commands print today."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "examples", folder / "examples")
        status = 0

        def block(found: re.Match[str]) -> str:
            nonlocal status
            body = found["body"]
            if title := _TITLE.search(found["open"]):
                (folder / title[1]).parent.mkdir(parents=True, exist_ok=True)
                (folder / title[1]).write_text(body, encoding="utf-8", newline="\n")
            elif body.startswith("$ "):
                body, status = _terminal(body, folder, status)
            return f"{found['open']}\n{body}```"

        return _FENCE.sub(block, page)


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
