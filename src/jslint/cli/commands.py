"""The commands and their options; each loads what it needs when it runs."""

from __future__ import annotations

from typing import ClassVar

import click

from jslint import __version__
from jslint.cli.alike import LANG, LIMIT
from jslint.cli.help import Group
from jslint.cli.options import of_the_run
from jslint.cli.words import language, say
from jslint.schemas import NAMES


class _Commands(Group):
    """The commands of jslint; those for authors of packs are loaded when they are asked for."""

    elsewhere: ClassVar = {
        **dict.fromkeys(("rules", "facts"), "jslint.cli.authoring"),
        "cache": "jslint.cli.caching",
        **dict.fromkeys(("files", "config", "completion"), "jslint.cli.looking"),
        **dict.fromkeys(("baseline", "compare"), "jslint.cli.drafts"),
        **dict.fromkeys(("checklist", "why"), "jslint.cli.inspecting"),
        "annotate": "jslint.cli.annotate",
        "summary": "jslint.cli.reviewing",
    }


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    """Say the version; click's own option translates its help, and loads what is needed for that."""
    if asked and not context.resilient_parsing:
        from jslint.cli.streams import say_out  # noqa: PLC0415

        say_out(f"jslint {__version__}")
        context.exit()


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="jslint",
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="version",
)
@LANG
def cli(lang: str | None) -> None:  # noqa: ARG001 - the command's own option asks for it
    """Lint final-accounts reports."""


@cli.command(help="check")
@click.argument("paths", nargs=-1, metavar="PATH")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="auto|NAME|FILE",
    help="pack",
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="select",
)
@click.option("--ignore", multiple=True, metavar="RULE", help="ignore")
@click.option(
    "--extend-select",
    multiple=True,
    metavar="RULE",
    help="extend-select",
)
@click.option(
    "--severity",
    multiple=True,
    metavar="RULE=LEVEL",
    help="severity",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="fail-on",
)
@click.option("--show-claims", is_flag=True, help="show-claims")
@click.option("--coverage", is_flag=True, help="coverage")
@click.option(
    "--baseline",
    metavar="FILE",
    help="baseline",
)
@click.option("--show-suppressed", is_flag=True, help="show-suppressed")
@click.option(
    "--no-suppressions",
    is_flag=True,
    help="no-suppressions",
)
@click.option("--show-skipped", is_flag=True, help="show-skipped")
@click.option(
    "--no-diagnosis",
    is_flag=True,
    help="no-diagnosis",
)
@click.option("--stdin-filename", metavar="NAME", help="stdin-filename")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="color",
)
@click.option(
    "--tracked",
    type=click.Choice(["accepted", "original"]),
    default="accepted",
    help="tracked",
)
@click.option(
    "--as-one-report",
    is_flag=True,
    help="as-one-report",
)
@click.option("--config", metavar="FILE", help="config")
@click.option("--no-config", is_flag=True, help="no-config")
@click.option("--show-config", is_flag=True, help="show-config")
@click.option(
    "--previous",
    metavar="PATH",
    help="previous",
)
@click.option(
    "--against",
    multiple=True,
    metavar="PATH",
    help="against",
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="exclude",
)
@click.option("--no-ignore", is_flag=True, help="no-ignore")
@click.option("--no-pair", is_flag=True, help="no-pair")
@click.option("--fix", is_flag=True, help="fix")
@click.option("--diff", is_flag=True, help="diff")
@click.option("--unsafe-fixes", is_flag=True, help="unsafe-fixes")
@click.option(
    "--max-fixes",
    type=click.IntRange(min=0),
    metavar="N",
    help="max-fixes",
)
@click.option("--allow-outside", is_flag=True, help="allow-outside")
@LIMIT
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="verbose",
)
@click.option("--strict", is_flag=True, help="strict")
@LANG
@click.option("-q", "--quiet", is_flag=True, help="quiet")
@of_the_run
@click.pass_context
def check(context: click.Context, /, **options: object) -> int:
    """Check files, folders or standard input; the exit status."""
    from jslint.cli.check import run  # noqa: PLC0415

    status = run(options)
    if status is None:
        lang = str(options["lang"] or language())
        raise click.UsageError(say(lang, "no-paths"), context)
    return status


@cli.command(help="convert")
@click.argument("path", metavar="FILE")
@click.option("-o", "--output", metavar="FILE", help="output")
@click.option(
    "--to",
    "form",
    type=click.Choice(["yaml", "json"]),
    help="to",
)
@click.option("--force", is_flag=True, help="force")
@LIMIT
@LANG
def convert(
    path: str,
    output: str | None,
    form: str | None,
    limits: tuple[str, ...],
    *,
    force: bool,
    lang: str | None,
) -> int:
    """Convert a report to the structured format; the exit status."""
    from jslint.cli.convert import convert as run  # noqa: PLC0415

    return run(path, output, form, limits, force=force, lang=lang or language())


@cli.command(help="explain")
@click.argument("rule", metavar="RULE")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="NAME|FILE",
    help="explain-pack",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="output-format",
)
@LANG
def explain(rule: str, packs: tuple[str, ...], output_format: str, lang: str | None) -> None:
    """Explain one rule."""
    from jslint.cli.explanation import as_json, explanation  # noqa: PLC0415
    from jslint.cli.streams import say_lines, say_out  # noqa: PLC0415

    if output_format == "json":
        say_out(as_json(rule, packs, lang or language()))
    else:
        say_lines(explanation(rule, packs, lang or language()))


@cli.command(help="tables")
@click.argument("path", metavar="FILE")
@click.option(
    "--output-format",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    help="tables-output-format",
)
@LIMIT
@LANG
def tables(path: str, output_format: str, limits: tuple[str, ...], lang: str | None) -> int:
    """Print the tables that were read; the exit status."""
    from jslint.cli.bounds import chosen  # noqa: PLC0415
    from jslint.cli.opening import opened  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415
    from jslint.cli.tables import tables as listing  # noqa: PLC0415

    lang = lang or language()
    report = opened(path, lang, chosen(limits, lang))
    if report is None:
        return 1
    say_out(listing(report, output_format, lang))
    return 0


@cli.command(help="schema")
@click.argument("name", type=click.Choice(NAMES), metavar="NAME")
@LANG
def schema(name: str, lang: str | None) -> None:  # noqa: ARG001 - of its help and errors
    """Print a JSON Schema."""
    from jslint import schemas  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415

    say_out(schemas.text(name))
