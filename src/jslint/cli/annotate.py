"""The command that writes what was found into copies of the files; it loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli import alike
from jslint.cli.help import Command

_OPTIONS = (
    click.option(
        "-o",
        "--output",
        metavar="FILE|FOLDER",
        help="annotate-output",
    ),
    click.option("--force", is_flag=True, help="annotate-force"),
    *alike.RULES,
    click.option("--no-pair", is_flag=True, help="no-pair"),
    click.option(
        "--previous",
        metavar="PATH",
        help="previous",
    ),
    *alike.SETTINGS,
    click.option("-q", "--quiet", is_flag=True, help="annotate-quiet"),
)


@click.command(
    cls=Command,
    help="annotate",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH")
@alike.having(_OPTIONS)
def annotate(**options: object) -> int:
    """Write diagnostics into copies of the files; the exit status."""
    from jslint.cli.annotating import annotate as run  # noqa: PLC0415

    return run(options)
