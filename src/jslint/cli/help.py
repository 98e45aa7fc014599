"""Help pages in Chinese, laid out by terminal cells; examples stand as they are written."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, cast

import click

from jslint.cli.words import language, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Chinese punctuation stays with the character that it opens or closes.
_WORD = re.compile(r"[（“《]?(?:[\x21-\x7e]+|.)[，。；：、）”》]*", re.DOTALL)
_TERM = 26


class Command(click.Command):
    """A command whose help page is ours."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page; click's own measures no wide characters and re-wraps examples."""
        formatter.write(page(self, ctx, formatter.width))


class Group(click.Group):
    """A group whose help page is ours, and which names the unknown command in the language.

    ``elsewhere`` are commands by the module that holds each under its name; it is loaded when one
    of them is asked for, so that the other commands do not pay for it.
    """

    command_class = Command
    elsewhere: ClassVar[Mapping[str, str]] = {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, wherever it is."""
        if cmd_name in self.elsewhere:
            return cast("click.Command", getattr(import_module(self.elsewhere[cmd_name]), cmd_name))
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *self.elsewhere})

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page."""
        formatter.write(page(self, ctx, formatter.width))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names; raise ``UsageError`` where there is none."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            names = "、".join(self.list_commands(ctx))
            raise click.UsageError(
                say(language(args), "no-command", name=args[0], names=names), ctx
            )
        return super().resolve_command(ctx, args)


def page(command: click.Command, ctx: click.Context, width: int) -> str:
    """A help page: usage, what the command does, options, commands, examples."""
    lines = [f"用法：{ctx.command_path} {' '.join(_usage(command))}", ""]
    lines += wrap(command.help or "", width)
    records = [
        record for record in (_option(param, ctx) for param in command.get_params(ctx)) if record
    ]
    lines += ["", "选项：", *_terms(records, width)]
    if isinstance(command, click.Group):
        names = dict.fromkeys((*command.commands, *command.list_commands(ctx)))
        children = ((name, command.get_command(ctx, name)) for name in names)
        rows = [(name, (child and child.help) or "") for name, child in children]
        lines += ["", "命令：", *_terms(rows, width)]
    lines += ["", *(command.epilog or "").splitlines()]
    return "\n".join(lines).rstrip() + "\n"


def _usage(command: click.Command) -> Iterator[str]:
    yield "[选项]"
    if isinstance(command, click.Group):
        yield "[命令 …]" if command.invoke_without_command else "命令 …"
    for param in command.params:
        if isinstance(param, click.Argument):
            name = param.metavar or (param.name or "").upper()
            yield f"{name}…" if param.nargs == -1 else name


def _option(param: click.Parameter, ctx: click.Context) -> tuple[str, str] | None:
    record = None if isinstance(param, click.Argument) else param.get_help_record(ctx)
    if record and "--help" in param.opts:
        return record[0], "显示本帮助。"
    return record


def _terms(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    for term, meaning in rows:
        text = wrap(meaning, max(20, width - _TERM - 4))
        if len(term) > _TERM:
            yield f"  {term}"
        else:
            yield f"  {term:<{_TERM}}  {text.pop(0) if text else ''}".rstrip()
        yield from (f"  {'':<{_TERM}}  {line}" for line in text)


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells, broken at spaces or between wide characters."""
    from jslint.formatters.terminal import cells  # noqa: PLC0415 - only a help page needs it

    lines = [""]
    for word in _WORD.findall(" ".join(text.split())):
        if cells(lines[-1] + word) > width and lines[-1]:
            lines.append("")
        lines[-1] += word if lines[-1] or word != " " else ""
    return [line.rstrip() for line in lines if line.strip()]
