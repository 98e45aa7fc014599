"""Pages whose tables hold commands: the rows, a folder with a page's files, and a command run in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
_FILE = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.DOTALL | re.MULTILINE)
_TICKED = re.compile(r"`([^`]+)`")
_JSLINT = """\
#!/bin/sh
PYTHONPATH='{src}' exec '{python}' -m jslint "$@"
"""
#: What the commands of such pages need beside jslint.
NEEDED = ("bash", "cmp", "grep", "timeout")


class Row(NamedTuple):
    """What a row shows, the command that shows it, its exit status, and what it prints."""

    name: str
    command: str
    status: int
    words: tuple[str, ...]


def page(name: str) -> str:
    """The words of a page of the documentation."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def rows(text: str) -> list[Row]:
    """The rows whose last three cells are a command, an exit status and words in ticks."""
    found = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("|") and len(cells) > 3 and cells[-2].isdigit():
            command, status, words = cells[-3:]
            name = next(cell for cell in cells if not cell.isdigit())
            found.append(Row(name, command.strip("`"), int(status), tuple(_TICKED.findall(words))))
    return found


def laid_out(text: str, folder: Path) -> Path:
    """A folder with the files of a page, and beside it a command named jslint."""
    (folder / "bin").mkdir()
    command = folder / "bin/jslint"
    command.write_text(_JSLINT.format(src=ROOT / "src", python=sys.executable), encoding="utf-8")
    command.chmod(0o755)
    work = folder / "work"
    shutil.copytree(ROOT / "examples", work / "examples")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", work)
    for name, content in _FILE.findall(text):
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_text(content, encoding="utf-8", newline="\n")
    return work


def run(command: str, folder: Path) -> tuple[int, str]:
    """The exit status of a command in such a folder, and all that it prints."""
    ours = {"LANG": "zh_CN.UTF-8", "COLUMNS": "100", "XDG_CACHE_HOME": str(folder.parent / "cache")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JSLINT")}
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING"):
        kept.pop(name, None)
    path = os.pathsep.join(
        (str(folder.parent / "bin"), str(Path(sys.executable).parent), os.environ["PATH"])
    )
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**kept, **ours, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")
