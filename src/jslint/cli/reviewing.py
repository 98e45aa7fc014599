"""The command of those who review many reports; it loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli import alike
from jslint.cli.drafts import chosen
from jslint.cli.help import Command
from jslint.cli.words import language, say


@click.command(
    cls=Command,
    help="summary",
)
@click.argument("paths", nargs=-1, metavar="PATH")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="summary-output",
)
@click.option(
    "--roster",
    metavar="FILE",
    help="roster",
)
@click.option("--since", metavar="FILE", help="since")
@click.option("--letters", metavar="FOLDER", help="letters")
@click.option(
    "--pages",
    metavar="FOLDER",
    help="pages",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="never",
    help="summary-fail-on",
)
@click.option("--previous", metavar="PATH", help="summary-previous")
@alike.AGAINST
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="summary-exclude",
)
@click.option("--force", is_flag=True, help="check-force")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="jobs",
)
@click.option("--no-cache", is_flag=True, help="summary-no-cache")
@click.option("--timing", is_flag=True, help="timing")
@click.option("-q", "--quiet", is_flag=True, help="summary-quiet")
@chosen
@click.pass_context
def summary(context: click.Context, /, **options: object) -> int:
    """Sum many reports up; the exit status."""
    from jslint.cli.summary import run  # noqa: PLC0415 - as in every command

    if not options["paths"]:
        lang = str(options["lang"] or language())
        raise click.UsageError(say(lang, "summary-no-paths"), context)
    return run(options)
