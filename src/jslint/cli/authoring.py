"""The commands for authors of packs; each loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli.alike import LANG, LIMIT
from jslint.cli.help import Command, Group, language_of
from jslint.cli.words import language, say

_PACKS = click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="NAME|FILE",
    help="rules-pack",
)
_FORMAT = click.option(
    "--output-format",
    type=click.Choice(["table", "json"]),
    default="table",
    help="tables-output-format",
)
_NAMED = click.argument("names", nargs=-1, metavar="PACK")


@click.group(
    cls=Group,
    invoke_without_command=True,
    help="rules",
)
@_PACKS
@_FORMAT
@LANG
@click.pass_context
def rules(
    context: click.Context, packs: tuple[str, ...], output_format: str, lang: str | None
) -> None:
    """List the rules where no command is named."""
    if context.invoked_subcommand is None:
        from jslint.cli.describe import Filters, listing  # noqa: PLC0415
        from jslint.cli.streams import say_out  # noqa: PLC0415

        say_out(listing(packs, output_format, Filters(), lang or language()))
    elif packs or output_format != "table":
        command = f"{context.command_path} {context.invoked_subcommand}"
        raise click.UsageError(
            say(language_of(context), "options-behind", command=command), context
        )


@rules.command("list", help="rules-list")
@_PACKS
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="kind")
@click.option(
    "--severity",
    "severities",
    multiple=True,
    type=click.Choice(["error", "warning", "info"]),
    help="rules-list-severity",
)
@click.option(
    "--family",
    "families",
    multiple=True,
    metavar="TIE",
    help="family",
)
@click.option("--search", "words", multiple=True, metavar="WORD", help="search")
@_FORMAT
@LANG
def list_rules(
    packs: tuple[str, ...],
    kinds: tuple[str, ...],
    severities: tuple[str, ...],
    families: tuple[str, ...],
    words: tuple[str, ...],
    output_format: str,
    lang: str | None,
) -> None:
    """List the rules that pass the filters."""
    from jslint.cli.describe import Filters, listing  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415

    filters = Filters(kinds, severities, families, words)
    say_out(listing(packs, output_format, filters, lang or language()))


@rules.command("test", help="rules-test")
@_NAMED
@click.option("-v", "--verbose", is_flag=True, help="rules-test-verbose")
@click.option("--coverage", is_flag=True, help="rules-test-coverage")
@LIMIT
@LANG
def test(
    names: tuple[str, ...],
    limits: tuple[str, ...],
    lang: str | None,
    *,
    verbose: bool,
    coverage: bool,
) -> int:
    """Run the examples; the exit status."""
    from jslint.cli.bounds import chosen  # noqa: PLC0415
    from jslint.cli.trials import test as run  # noqa: PLC0415

    lang = lang or language()
    return run(names, lang, chosen(limits, lang), verbose=verbose, coverage=coverage)


@rules.command(
    help="rules-new",
)
@click.argument("path", metavar="FILE")
@click.option("--id", "identity", default="MY101", metavar="ID", help="id")
@click.option("--kind", default="pattern", metavar="KIND", help="rules-new-kind")
@click.option(
    "--extends",
    multiple=True,
    default=("mof",),
    metavar="NAME|FILE",
    help="extends",
)
@LANG
def new(path: str, identity: str, kind: str, extends: tuple[str, ...], lang: str | None) -> int:
    """Write a new pack; the exit status."""
    from jslint.cli.scaffold import new as run  # noqa: PLC0415

    return run(path, identity, kind, extends, lang or language())


@rules.command(
    help="rules-lint",
)
@_NAMED
@click.option(
    "--output-format",
    type=click.Choice(["concise", "json"]),
    default="concise",
    help="rules-lint-output-format",
)
@LIMIT
@LANG
def lint(
    names: tuple[str, ...], output_format: str, limits: tuple[str, ...], lang: str | None
) -> int:
    """Review packs; the exit status."""
    from jslint.cli.bounds import chosen  # noqa: PLC0415
    from jslint.cli.review import lint as run  # noqa: PLC0415

    lang = lang or language()
    return run(names, output_format, lang, chosen(limits, lang))


@click.command(
    cls=Command,
    help="facts",
)
@click.argument("path", metavar="FILE")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    default=("auto",),
    metavar="auto|NAME|FILE",
    help="pack",
)
@_FORMAT
@LIMIT
@click.option("--all", "everything", is_flag=True, help="all")
@LANG
def facts(
    path: str,
    packs: tuple[str, ...],
    output_format: str,
    limits: tuple[str, ...],
    lang: str | None,
    *,
    everything: bool,
) -> int:
    """Print the quantities and their statements; the exit status."""
    from jslint.cli import rulebook  # noqa: PLC0415
    from jslint.cli.bounds import chosen  # noqa: PLC0415
    from jslint.cli.opening import opened  # noqa: PLC0415
    from jslint.cli.quantities import listing  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415

    lang = lang or language()
    within = chosen(limits, lang)
    rulebook.load(packs, within)
    report = opened(path, lang, within)
    if report is None:
        return 1
    say_out(listing(report, packs, output_format, lang, within, everything=everything))
    return 0
