"""The options of check that are about the run, not about what is checked."""

from __future__ import annotations

import click

from jslint.cli.alike import having
from jslint.cli.help import language_of
from jslint.cli.wanted import ENGINES, PROCESSES, SORTS, Format
from jslint.cli.words import say
from jslint.formatters import BINARY, FORMATS
from jslint.phrases import listed


def _single(context: click.Context, param: click.Parameter, value: tuple[str, ...]) -> str | None:  # noqa: ARG001 - as Click calls it
    """The output; raise ``UsageError`` for several, of which all but the last would be lost."""
    if len(set(value)) > 1:
        lang = language_of(context)
        raise click.UsageError(say(lang, "two-outputs", names=listed(lang, value)), context)
    return value[-1] if value else None


_OPTIONS = (
    click.option(
        "--output-format",
        type=Format([*FORMATS, *BINARY]),
        multiple=True,
        metavar="FORMAT[=FILE]",
        help=f"output-formats {' '.join((*FORMATS, *BINARY))}",
    ),
    click.option(
        "-o",
        "--output",
        multiple=True,
        callback=_single,
        metavar="FILE",
        help="check-output",
    ),
    click.option("--force", is_flag=True, help="check-force"),
    click.option("--summary", is_flag=True, help="summary"),
    click.option("--statistics", is_flag=True, help="statistics"),
    click.option(
        "--sort",
        type=click.Choice(SORTS),
        default="place",
        help="sort",
    ),
    click.option(
        "--max-warnings",
        type=click.IntRange(min=0),
        metavar="N",
        help="max-warnings",
    ),
    click.option("--timing", is_flag=True, help="timing"),
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="jobs",
    ),
    click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default=PROCESSES,
        help="engine",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="scheduler",
    ),
    click.option(
        "--no-cache",
        is_flag=True,
        help="no-cache",
    ),
    click.option(
        "--with-manifest",
        is_flag=True,
        help="with-manifest",
    ),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="force-exclude",
    ),
    click.option("--watch", is_flag=True, help="watch"),
)


#: Gives a command these options.
of_the_run = having(_OPTIONS)
