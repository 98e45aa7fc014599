"""The command that fills in a checklist; it loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli import alike
from jslint.cli.help import Command


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
@click.option("--force", "over", is_flag=True, help="check-force")
@click.option(
    "--approved-on",
    metavar="DATE",
    help="approved-on",
)
@click.option("--published-on", metavar="DATE", help="published-on")
@alike.PACKS
@click.option("--previous", metavar="PATH", help="checklist-previous")
@click.option("--against", multiple=True, metavar="PATH", help="checklist-against")
@alike.having(alike.SETTINGS)
def checklist(
    *,
    target: str | None,
    over: bool,
    approved_on: str | None,
    published_on: str | None,
    **options: object,
) -> int:
    """Fill in the checklist of a report; the exit status."""
    from jslint.cli.checklists import fill  # noqa: PLC0415

    return fill(options, target, (approved_on, published_on), force=over)
