"""Help pages in Chinese and English, laid out by terminal cells; examples stand as they are written."""

from __future__ import annotations

import os
import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, cast

import click

from jslint.cli.streams import say_out
from jslint.cli.words import language, say
from jslint.patterns import regex
from jslint.phrases import Family, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from click.shell_completion import CompletionItem

tell = Family("help")
_commands, _options, _examples = Family("commands"), Family("options"), Family("examples")

# Chinese punctuation stays with the character that it opens or closes.
_WORD = regex(r"[（“《]?(?:[\x21-\x7e]+|.)[，。；：、）”》]*", re.DOTALL)
_TERM = 26
_STOPPED = 2
#: What a shell would take for something else.
_SPECIAL = regex(r"""[\s'"$&|;<>()*?\\`!\[\]#~{}]""")


def _complete(_: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What a shell may complete a parameter with, by what it is called."""
    from jslint.cli.completing import values  # noqa: PLC0415 - only a shell that asks needs it

    return values(param.metavar or "", incomplete)


def _completed(params: Iterable[click.Parameter]) -> None:
    for param in params:
        if param.metavar and not isinstance(param.type, click.Choice):
            param._custom_shell_complete = _complete


class Command(click.Command):
    """A command whose help page is ours."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """Let shells complete its parameters."""
        super().__init__(*args, **options)
        _completed(self.params)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of the arguments; raise ``UsageError`` for more than the command takes."""
        # Click's own refusal is in English only.
        ctx.allow_extra_args = True
        try:
            left = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = ctx  # whose help says more
            raise
        if left and not ctx.resilient_parsing:
            raise click.UsageError(say(language_of(ctx), "too-many", names=tuple(left)), ctx)
        return left

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page; click's own measures no wide characters and re-wraps examples."""
        formatter.write(page(self, ctx, formatter.width))


class Group(click.Group):
    """A group whose help page is ours, and which names the unknown command in the language.

    ``elsewhere`` are commands by the module that holds each under its name; it is loaded when one
    of them is asked for, so that the other commands do not pay for it.
    """

    command_class = Command

    def __init__(self, *args: Any, **options: Any) -> None:
        """Let shells complete its parameters."""
        super().__init__(*args, **options)
        _completed(self.params)

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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of the arguments; without any the page is shown, as a usage error.

        Raise ``UsageError`` where they name no command and one is needed.
        """
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            say_out(f"{ctx.get_help()}\n")
            raise click.exceptions.Exit(_STOPPED)
        given = list(args)
        left = super().parse_args(ctx, args)
        if not (self.invoke_without_command or ctx.resilient_parsing):
            # Click's own refusal is in English only, and names no command.
            _, named, _ = self.make_parser(ctx).parse_args(given)
            if not named:
                lang = language_of(ctx)
                known = listed(lang, self.list_commands(ctx))
                raise click.UsageError(say(lang, "which-command", names=known), ctx)
        return left

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names; raise ``UsageError`` where there is none."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise click.UsageError(_meant(ctx, self.list_commands(ctx), args), ctx)
        return super().resolve_command(ctx, args)


def _meant(ctx: click.Context, names: list[str], args: list[str]) -> str:
    """What is said of a command that does not exist: the right command line, where it is clear."""
    lang, name = language_of(ctx), args[0]
    known = listed(lang, names)
    if ctx.parent is None and _is_input(name):
        line = " ".join(map(_quoted, args))
        return say(lang, "command-for-file", name=name, line=f"{ctx.command_path} check {line}")
    from difflib import get_close_matches  # noqa: PLC0415 - only for the error

    near = get_close_matches(name.lower(), names, n=1)
    if near:
        line = " ".join(map(_quoted, (near[0], *args[1:])))
        return say(lang, "command-near", name=name, line=f"{ctx.command_path} {line}", names=known)
    return say(lang, "no-command", name=name, names=known)


def _is_input(name: str) -> bool:
    """Whether what stands for a command is meant as a file to check."""
    from jslint.readers import READERS  # noqa: PLC0415 - only for the error

    there = "\0" not in name and os.path.exists(name)
    return there or name.endswith(("/", os.sep)) or os.path.splitext(name)[1].lower() in READERS


def _quoted(argument: str) -> str:
    """An argument as it is typed."""
    if argument and not _SPECIAL.search(argument):
        return argument
    if os.name == "nt":
        return f'"{argument}"'
    return "'" + argument.replace("'", "'\"'\"'") + "'"


def page(command: click.Command, ctx: click.Context, width: int, lang: str = "") -> str:
    """A help page: usage, what the command does, options, commands, examples."""
    lang = lang or language_of(ctx)
    usage = " ".join(_usage(command, lang))
    lines = [f"{tell(lang, 'frame-usage')}{ctx.command_path} {usage}", ""]
    lines += wrap(about(command, lang), width)
    lines += ["", tell(lang, "frame-options-title"), *_terms(options(command, ctx, lang), width)]
    if isinstance(command, click.Group):
        named = children(command, ctx, lang)
        lines += ["", tell(lang, "frame-commands-title"), *_terms(named, width)]
    lines += ["", *examples(command, lang)]
    return "\n".join(lines).rstrip() + "\n"


def about(command: click.Command, lang: str) -> str:
    """What a command does; its ``help`` is the key of that."""
    return _commands(lang, command.help) if command.help else ""


def examples(command: click.Command, lang: str) -> list[str]:
    """The lines of a command's examples."""
    known = command.help is not None and command.help in _examples
    return _examples.template(lang, command.help or "").splitlines() if known else []


def language_of(ctx: click.Context) -> str:
    """The language that the whole command line asks for, else that of the locale."""
    root = ctx.find_root()
    return root.obj if isinstance(root.obj, str) else language()


def children(command: click.Group, ctx: click.Context, lang: str) -> list[tuple[str, str]]:
    """The commands of a group, each with what it does."""
    names = dict.fromkeys((*command.commands, *command.list_commands(ctx)))
    found = ((name, command.get_command(ctx, name)) for name in names)
    return [(name, about(child, lang) if child else "") for name, child in found]


def options(command: click.Command, ctx: click.Context, lang: str) -> list[tuple[str, str]]:
    """The options of a command, each with what it does."""
    records = (_option(param, ctx, lang) for param in command.get_params(ctx))
    return [record for record in records if record]


def _usage(command: click.Command, lang: str) -> Iterator[str]:
    yield tell(lang, "frame-options")
    if isinstance(command, click.Group):
        yield tell(lang, f"frame-{'optional' if command.invoke_without_command else 'commands'}")
    for param in command.params:
        if isinstance(param, click.Argument):
            name = called(param, lang)
            yield f"{name}…" if param.nargs == -1 else name


def _option(param: click.Parameter, ctx: click.Context, lang: str) -> tuple[str, str] | None:
    if not isinstance(param, click.Option) or param.hidden:
        return None
    record = param.get_help_record(ctx)
    if record is None:
        return None
    key, _, names = ("help" if "--help" in param.opts else param.help or "").partition(" ")
    words = _options(lang, key, names=listed(lang, names.split())) if key else ""
    return record[0], words


def called(param: click.Argument, lang: str) -> str:
    """What an argument is called."""
    name = param.metavar or (param.name or "").upper()
    return tell(lang, f"name-{name}") if f"name-{name}" in tell else name


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
