"""The page of conventions: every row of its tables is run, in a fresh folder with the page's files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/conventions.md").read_text(encoding="utf-8")
_FILE = re.compile(r'^```\w+ title="([^"]+)"\n(.*?)^```$', re.DOTALL | re.MULTILINE)
_TICKED = re.compile(r"`([^`]+)`")
_COUNT = 70
#: How long what watches may take to begin, in seconds: a machine may be busy.
_PATIENCE = (3, 15, 60)
_INTERRUPTED = 130
_JSLINT = """\
#!/bin/sh
PYTHONPATH='{src}' exec '{python}' -m jslint "$@"
"""

pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("bash", "cmp", "grep", "timeout")),
    reason="the commands are those of a POSIX shell",
)


class Row(NamedTuple):
    """A convention, the command that shows it, its exit status, and what it prints."""

    number: int
    name: str
    command: str
    status: int
    words: tuple[str, ...]


def _rows() -> list[Row]:
    rows = []
    for line in PAGE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if cells[0].isdigit():
            number, name, _, command, status, words = cells
            printed = tuple(_TICKED.findall(words))
            rows.append(Row(int(number), name, command.strip("`"), int(status), printed))
    return rows


ROWS = _rows()


def test_there_are_seventy_each_once() -> None:
    assert [row.number for row in ROWS] == list(range(1, _COUNT + 1))
    assert len({row.name for row in ROWS}) == len({row.command for row in ROWS}) == _COUNT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files of the page, and beside it a command named jslint."""
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/jslint"
    command.write_text(_JSLINT.format(src=ROOT / "src", python=sys.executable), encoding="utf-8")
    command.chmod(0o755)
    work = tmp_path / "work"
    shutil.copytree(ROOT / "examples", work / "examples")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", work)
    for name, text in _FILE.findall(PAGE):
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_text(text, encoding="utf-8", newline="\n")
    return work


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.number} {row.name}")
def test_a_convention_is_kept(row: Row, folder: Path) -> None:
    if row.command.startswith("pre-commit"):
        pytest.importorskip("pre_commit")
    if "--watch" in row.command:
        pytest.importorskip("watchfiles")
    ours = {"LANG": "zh_CN.UTF-8", "COLUMNS": "100", "XDG_CACHE_HOME": str(folder.parent / "cache")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JSLINT")}
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING"):
        kept.pop(name, None)
    path = os.pathsep.join(
        (str(folder.parent / "bin"), str(Path(sys.executable).parent), os.environ["PATH"])
    )

    for seconds in _PATIENCE:
        done = subprocess.run(
            ["bash", "-c", row.command.replace("INT 3 ", f"INT {seconds} ")],
            cwd=folder,
            env={**kept, **ours, "PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if done.returncode != _INTERRUPTED:  # it was interrupted before it watched
            break

    printed = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == row.status, printed
    for words in row.words:
        assert words in printed
    assert row.words or not printed
