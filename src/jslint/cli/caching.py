"""jslint cache: where results are kept, and to remove them."""

from __future__ import annotations

import click

from jslint.cli.alike import LANG
from jslint.cli.help import Group
from jslint.cli.words import language, say


@click.group(
    cls=Group,
    help="cache",
)
@LANG
def cache(lang: str | None) -> None:  # noqa: ARG001 - the commands' own options ask for it
    """Look after the results that are kept."""


@cache.command("dir", help="cache-dir")
@LANG
def where(lang: str | None) -> None:  # noqa: ARG001 - every command has it
    """Print the folder."""
    from jslint.cli.kept import folder  # noqa: PLC0415 - as in every command
    from jslint.cli.streams import say_lines  # noqa: PLC0415

    say_lines([folder()])


@cache.command(help="cache-clean")
@LANG
def clean(lang: str | None) -> None:
    """Remove all results."""
    from jslint.cli import kept  # noqa: PLC0415 - as in every command
    from jslint.cli.streams import say_lines  # noqa: PLC0415

    size = sum(size for _, size, _ in kept.kept())
    count = kept.shrink(0)
    shown = f"{size // 1024} KB"
    say_lines([say(lang or language(), "cache-cleaned", count=count, size=shown)])
