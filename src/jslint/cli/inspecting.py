"""The commands that look into one report: a figure, a checklist; each loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli import alike
from jslint.cli.help import Command
from jslint.cli.words import language


@click.command(
    cls=Command,
    help="checklist",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH")
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    help="checklist-output",
)
@click.option(
    "--output-format",
    "ending",
    type=click.Choice(["xlsx", "docx", "md"]),
    default="xlsx",
    help="checklist-format",
)
@click.option("--force", "over", is_flag=True, help="check-force")
@click.option(
    "--approved-on",
    metavar="DATE",
    help="approved-on",
)
@click.option("--published-on", metavar="DATE", help="published-on")
@alike.PACKS
@click.option("--previous", metavar="PATH", help="checklist-previous")
@alike.AGAINST
@alike.having(alike.SETTINGS)
def checklist(
    *,
    target: str | None,
    ending: str,
    over: bool,
    approved_on: str | None,
    published_on: str | None,
    **options: object,
) -> int:
    """Fill in the checklists of reports; the exit status."""
    from jslint.cli.checklists import Target, fill  # noqa: PLC0415

    target = None if target == "-" else target  # which is standard output
    return fill(options, Target(target, f".{ending}", over), (approved_on, published_on))


@click.command(cls=Command, help="why")
@click.argument("path", metavar="FILE")
@click.argument("place", metavar="PLACE|FIGURE", required=False)
@click.option("--pack", "packs", multiple=True, metavar="auto|NAME|FILE", help="why-pack")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="output-format",
)
@alike.AGAINST
@alike.LANG
def why(
    path: str,
    place: str | None,
    output_format: str,
    lang: str | None,
    **options: object,
) -> int:
    """Explain one figure of a report; the exit status."""
    from jslint.cli.whereabouts import parted  # noqa: PLC0415
    from jslint.cli.why import why as run  # noqa: PLC0415

    if place is None:
        both = parted(path)
        if both is None:
            context = click.get_current_context()
            lacking = next(one for one in context.command.params if one.name == "place")
            raise click.MissingParameter(ctx=context, param=lacking)
        path, place = both
    return run(path, place, output_format, {**options, "lang": lang or language()})
