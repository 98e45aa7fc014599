"""What the pages name exists, and what exists is named on some page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from jslint import formatters, pack
from jslint.cli.commands import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
#: Generated from the program itself.
GENERATED = {"rules.md", "kinds.md"}
PAGES = {
    path.name: path.read_text(encoding="utf-8")
    for path in [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "action.yml",
        ROOT / ".pre-commit-hooks.yaml",
        *sorted((ROOT / "docs").glob("*.md")),
    ]
    if path.name not in GENERATED
}
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
#: The programs whose options the pages name as well; the rest of such a line is theirs.
OTHERS = re.compile(
    r"benchmarks[./]|score\.py|dev\.py|docker|pip |git |gh |dask worker|nox|ESLint|ruff|timeout|pip-audit"
)
#: Options that the pages name apart from the program that they are of.
ELSEWHERE = {
    "--full": "dev.py evidence", "--large": "benchmarks/archives.py", "--list": "dev.py evidence",
    "--short": "benchmarks/archives.py", "--network": "docker run", "--strict": "pip-audit too",
    "--version": "answered before the options are read", "--selct": "written wrong on purpose",
    "--min": "Vale's --minAlertLevel", "--fail-severity": "Spectral's", "--draw": "a benchmark's",
    "--quick": "a benchmark's", "--find-links": "pip's", "--no-index": "pip's", "--output": "Spectral's --output.格式, and ours",
}  # fmt: skip


def _options(command: click.Command) -> Iterator[str]:
    for param in command.params:
        yield from (name for name in param.opts if name.startswith("--"))
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), name)
            assert found is not None
            yield from _options(found)


OURS = set(_options(cli)) | {"--help"}


@pytest.mark.parametrize("page", PAGES)
def test_every_option_that_a_page_names_exists(page: str) -> None:
    named = {
        (number, option)
        for number, line in enumerate(PAGES[page].splitlines(), 1)
        if not OTHERS.search(line)
        for option in OPTION.findall(line)
    }

    assert {(at, one) for at, one in named if one not in OURS and one not in ELSEWHERE} == set()


def test_every_option_is_named_on_some_page() -> None:
    named = {option for text in PAGES.values() for option in OPTION.findall(text)}

    assert OURS - named == set()


@pytest.mark.parametrize("name", pack.names())
def test_the_readme_names_every_pack(name: str) -> None:
    assert f"`{name}`" in PAGES["README.md"]


@pytest.mark.parametrize("name", formatters.FORMATS)
def test_the_readme_and_the_page_of_outputs_name_every_format(name: str) -> None:
    assert f"`{name}`" in PAGES["README.md"]
    assert re.search(rf"\b{name}\b", PAGES["output.md"])


@pytest.mark.parametrize("page", PAGES)
def test_every_variable_that_a_page_names_is_read(page: str) -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in [*(ROOT / "src").rglob("*.py"), ROOT / "ci" / "gitlab.yml", ROOT / "action.yml"]
    )

    named = set(re.findall(r"\b_?JSLINT_[A-Z_]+", PAGES[page]))

    assert {one for one in named if one not in source} == set()
