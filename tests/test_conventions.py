"""The page of conventions: every row of its tables is run, in a fresh folder with the page's files."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from shown import NEEDED, laid_out, page, rows, run

if TYPE_CHECKING:
    from pathlib import Path

    from shown import Row

PAGE = page("conventions.md")
ROWS = rows(PAGE)
_COUNT = 70
#: How long what watches may take to begin, in seconds: a machine may be busy.
_PATIENCE = (3, 15, 60)
_INTERRUPTED = 130

pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in NEEDED),
    reason="the commands are those of a POSIX shell",
)


def test_there_are_seventy_each_once() -> None:
    numbers = re.findall(r"^\| (\d+) \| ", PAGE, re.MULTILINE)
    assert numbers == [str(number) for number in range(1, _COUNT + 1)]
    assert len({row.name for row in ROWS}) == len({row.command for row in ROWS}) == _COUNT


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_convention_is_kept(row: Row, tmp_path: Path) -> None:
    if row.command.startswith("pre-commit"):
        pytest.importorskip("pre_commit")
    if "--watch" in row.command:
        pytest.importorskip("watchfiles")
    folder = laid_out(PAGE, tmp_path)

    for seconds in _PATIENCE:
        status, printed = run(row.command.replace("INT 3 ", f"INT {seconds} "), folder)
        if status != _INTERRUPTED:  # it was interrupted before it watched
            break

    assert status == row.status, printed
    for words in row.words:
        assert words in printed
    assert row.words or not printed
