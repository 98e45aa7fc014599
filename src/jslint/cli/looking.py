"""The commands that look at what a check would do; each loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli.alike import LANG
from jslint.cli.help import Command, Group
from jslint.cli.words import language, say

_FORMAT = click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="output-format",
)
_CONFIG = click.option("--config", metavar="FILE", help="config")
_NO_CONFIG = click.option("--no-config", is_flag=True, help="no-config")


@click.command(cls=Command, help="files")
@click.argument("paths", nargs=-1, metavar="PATH")
@_FORMAT
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="files-exclude",
)
@click.option("--no-ignore", is_flag=True, help="no-ignore")
@click.option("--no-pair", is_flag=True, help="no-pair")
@_CONFIG
@_NO_CONFIG
@LANG
@click.pass_context
def files(context: click.Context, /, **options: object) -> int:
    """List the files that a check reads; the exit status."""
    from jslint.cli.listing import run  # noqa: PLC0415

    status = run(options)
    if status is None:
        lang = str(options["lang"] or language())
        raise click.UsageError(say(lang, "no-paths"), context)
    return status


@click.group(cls=Group, help="config")
@LANG
def config(lang: str | None) -> None:  # noqa: ARG001 - the command's own option asks for it
    """Look at configurations."""


@config.command(help="config-show")
@click.argument("path", metavar="FILE")
@_FORMAT
@_CONFIG
@_NO_CONFIG
@LANG
def show(path: str, output_format: str, **options: object) -> int:
    """Show what applies to a file; the exit status."""
    from jslint.cli.applying import show as run  # noqa: PLC0415

    return run(path, options, output_format)


@click.command(
    cls=Command,
    help="completion",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]), metavar="SHELL")
@LANG
@click.pass_context
def completion(context: click.Context, /, shell: str, lang: str | None) -> None:  # noqa: ARG001
    """Print the completion script of a shell."""
    from jslint.cli.completing import source  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415

    say_out(source(shell, context.find_root().command))
