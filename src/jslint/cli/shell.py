"""Runs click, and turns whatever stops a run into one message and an exit status."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from jslint.cli.commands import cli
from jslint.cli.streams import complain, prepare
from jslint.cli.words import language, say
from jslint.errors import JslintError

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOPPED = 2
_INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status.

    click's own handling would exit 1 for an interrupt, which here means that there are findings.
    """
    prepare()
    if not arguments:
        cli.main(["--help"], prog_name="jslint", standalone_mode=False)
        return _STOPPED
    lang = language(arguments)
    try:
        status = cli.main(list(arguments), prog_name="jslint", standalone_mode=False)
    except click.Abort:
        return _INTERRUPTED
    except click.UsageError as error:
        complain(lang, usage(error, lang))
        return _STOPPED
    except click.ClickException as error:
        complain(lang, error.format_message())
        return _STOPPED
    except JslintError as error:
        complain(lang, str(error))
        return _STOPPED
    except BrokenPipeError:
        _let_go()
        return 0
    return status if isinstance(status, int) else 0


def usage(error: click.UsageError, lang: str) -> str:
    """A usage error in the language, with the command whose help says more."""
    command = error.ctx.command_path if error.ctx else "jslint"
    hint = say(lang, "see-help", command=command)
    return f"{_wrong(error, lang)}\n{hint}"


def _wrong(error: click.UsageError, lang: str) -> str:
    if lang == "en":
        return error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = say(lang, "near", names="、".join(error.possibilities)) if error.possibilities else ""
        return say(lang, "no-option", name=error.option_name) + near
    if isinstance(error, click.MissingParameter):
        return say(lang, "missing", name=_name(error))
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        choices = "、".join(map(str, error.param.type.choices))
        return say(lang, "bad-choice", name=_name(error), choices=choices)
    if isinstance(error, click.BadOptionUsage):
        return say(lang, "option-needs-value", name=error.option_name)
    return error.format_message()


def _name(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return ""
    return param.opts[-1] if isinstance(param, click.Option) else param.make_metavar(error.ctx)  # type: ignore[arg-type]


def _let_go() -> None:
    """Keep Python from complaining about the closed pipe when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
