"""The commands that compare: with a baseline, and two drafts; each loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli import alike
from jslint.cli.help import Command, Group
from jslint.cli.words import language

_FILE = click.option(
    "--file", metavar="FILE",
    help="file",
)  # fmt: skip
_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH")
_FORMAT = click.option(
    "--output-format",
    "written",
    type=click.Choice(["text", "json"]),
    default="text",
    help="output-format",
)


#: Gives a command the options that say what to check with.
chosen = alike.having((*alike.RULES, *alike.SETTINGS))


@click.group(cls=Group, help="baseline")
@alike.LANG
def baseline(lang: str | None) -> None:  # noqa: ARG001 - as in caching
    """Keep what is known."""


@baseline.command(cls=Command, help="baseline-create")
@_PATHS
@_FILE
@chosen
def create(*, file: str | None, **options: object) -> int:
    """Write a baseline that is not there yet; the exit status."""
    from jslint.cli.recording import create as run  # noqa: PLC0415

    return run(file, options)


@baseline.command(cls=Command, help="baseline-update")
@_PATHS
@_FILE
@chosen
def update(*, file: str | None, **options: object) -> int:
    """Rewrite a baseline by what is found now; the exit status."""
    from jslint.cli.recording import update as run  # noqa: PLC0415

    return run(file, options)


@baseline.command(cls=Command, help="baseline-show")
@_FILE
@_FORMAT
@alike.LANG
def show(file: str | None, written: str, lang: str | None) -> int:
    """List the entries of a baseline; the exit status."""
    from jslint.cli.recording import show as run  # noqa: PLC0415

    return run(file, lang or language(), as_json=written == "json")


@click.command(
    cls=Command,
    help="compare",
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@_FORMAT
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="compare-fail-on",
)
@alike.AGAINST
@chosen
def compare(*, old: str, new: str, written: str, **options: object) -> int:
    """Compare two drafts; the exit status."""
    from jslint.cli.comparing import compare as run  # noqa: PLC0415

    return run(old, new, options, as_json=written == "json")
