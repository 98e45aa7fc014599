"""Options that several commands have, each with the meaning that it has for check."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    _Command = TypeVar("_Command", bound=Callable[..., object])
    #: What ``click.option`` makes: it gives a command an option.
    Option: TypeAlias = Callable[[_Command], _Command]


def _asked_above() -> str | None:
    """The language that was asked for before the name of a command."""
    context = click.get_current_context(silent=True)
    while context is not None:
        if lang := context.params.get("lang"):
            return str(lang)
        context = context.parent
    return None


PACKS = click.option("--pack", "packs", multiple=True, metavar="auto|NAME|FILE", help="alike-pack")
AGAINST = click.option("--against", multiple=True, metavar="PATH", help="checklist-against")
LIMIT = click.option("--limit", "limits", multiple=True, metavar="NAME=VALUE", help="limit")
LANG = click.option("--lang", type=click.Choice(["zh", "en"]), default=_asked_above, help="lang")
#: What to check with, and what is one report.
RULES = (
    PACKS,
    click.option("--select", multiple=True, metavar="RULE", help="alike-select"),
    click.option("--ignore", multiple=True, metavar="RULE", help="alike-ignore"),
    click.option("--no-diagnosis", is_flag=True, help="alike-no-diagnosis"),
    click.option("--as-one-report", is_flag=True, help="alike-as-one-report"),
)
#: What else is configured, and the language.
SETTINGS = (
    click.option("--config", metavar="FILE", help="alike-config"),
    click.option("--no-config", is_flag=True, help="no-config"),
    click.option("--no-suppressions", is_flag=True, help="alike-no-suppressions"),
    LANG,
)


def having(options: Sequence[Option[_Command]]) -> Option[_Command]:
    """Gives a command these options, which its help lists in their order."""

    def given(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return given
