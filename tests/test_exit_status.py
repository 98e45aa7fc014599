"""The exit status of every command under each failure, as docs/shell.md has it: every row is run."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click
import pytest

from jslint.cli.commands import cli
from shown import NEEDED, laid_out, page, rows, run

if TYPE_CHECKING:
    from pathlib import Path

    from shown import Row

PAGE = page("shell.md")
ROWS = rows(PAGE)

pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in NEEDED),
    reason="the commands are those of a POSIX shell",
)


def test_every_command_has_its_rows() -> None:
    named = {row.command.rpartition("jslint ")[2].split()[0] for row in ROWS}
    assert named >= set(cli.list_commands(click.Context(cli)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_command_ends_with_the_status_that_is_documented(row: Row, tmp_path: Path) -> None:
    status, printed = run(row.command, laid_out(PAGE, tmp_path))

    assert status == row.status, printed
    for words in row.words:
        assert words in printed
    assert "Traceback" not in printed
