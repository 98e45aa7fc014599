"""Options that several commands have, each with the meaning that it has for check."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    _Command = TypeVar("_Command", bound=Callable[..., object])
    #: What ``click.option`` makes: it gives a command an option.
    Option: TypeAlias = Callable[[_Command], _Command]

PACKS = click.option(
    "--pack", "packs", multiple=True, metavar="auto|NAME|FILE", help="规则包；同 jslint check。"
)
LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="消息的语言；默认按系统区域设置，一般为 zh。"
)
#: What to check with, and what is one report.
RULES = (
    PACKS,
    click.option("--select", multiple=True, metavar="RULE", help="只用这些规则；同 jslint check。"),
    click.option("--ignore", multiple=True, metavar="RULE", help="不用这些规则。"),
    click.option("--no-diagnosis", is_flag=True, help="逐条列出不成立的关系；同 jslint check。"),
    click.option("--as-one-report", is_flag=True, help="把全部输入当作一份报告。"),
)
#: What else is configured, and the language.
SETTINGS = (
    click.option("--config", metavar="FILE", help="配置文件；同 jslint check。"),
    click.option("--no-config", is_flag=True, help="不用配置文件。"),
    click.option("--no-suppressions", is_flag=True, help="不理会忽略；同 jslint check。"),
    LANG,
)


def having(options: Sequence[Option[_Command]]) -> Option[_Command]:
    """Gives a command these options, which its help lists in their order."""

    def given(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return given
