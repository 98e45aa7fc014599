"""Runs click, and turns whatever stops a run into one message and an exit status."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from jslint.cli.commands import cli
from jslint.cli.help import called
from jslint.cli.streams import complain, discard, prepare, say_aside
from jslint.cli.words import language, say, system
from jslint.errors import JslintError

if TYPE_CHECKING:
    from collections.abc import Sequence

_STOPPED = 2
_INTERRUPTED = 130
_VERBOSE = {"-v", "--verbose"}
_HELP = "help"


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit status.

    click's own handling would exit 1 for an interrupt, which here means that there are findings.
    """
    prepare()
    if "_JSLINT_COMPLETE" in os.environ:
        from jslint.cli import completing  # noqa: PLC0415 - only a shell that asks needs it

        return completing.answer(cli)
    lang = language(arguments)
    if arguments[:1] == [_HELP] and not os.path.exists(_HELP):
        arguments = [*arguments[1:], "--help"]
    if not arguments:
        cli.main(["--help"], prog_name="jslint", standalone_mode=False, obj=lang)
        return _STOPPED
    try:
        status = cli.main(list(arguments), prog_name="jslint", standalone_mode=False, obj=lang)
    except click.Abort:
        return _INTERRUPTED
    except click.ClickException as error:
        complain(
            lang, *(usage(error, lang) if isinstance(error, click.UsageError) else (str(error),))
        )
        return _STOPPED
    except JslintError as error:
        complain(lang, error.told(lang))
        return _STOPPED
    except SystemExit:  # how click ends where the reader of a help page has gone
        return 0
    except OSError as error:  # what click prints itself does not go through our door
        discard()
        complain(lang, say(lang, "no-stdout", why=system(error, lang)))
        return _STOPPED
    except Exception as error:  # noqa: BLE001 - a fault of ours is not to look like findings
        return _crashed(error, lang, verbose=bool(_VERBOSE & {*arguments}))
    return status if isinstance(status, int) else 0


def _crashed(error: Exception, lang: str, *, verbose: bool) -> int:
    from jslint.cli.crash import failure, is_asked_for, record  # noqa: PLC0415 - rarely needed

    crash = record(error)
    if verbose or is_asked_for():
        say_aside(crash.trace)
    complain(lang, failure("", crash, lang).why(lang))
    return _STOPPED


def usage(error: click.UsageError, lang: str) -> tuple[str, str]:
    """A usage error in the language, with the command whose help says more."""
    command = error.ctx.command_path if error.ctx else "jslint"
    hint = say(lang, "see-help", command=command)
    return _wrong(error, lang), hint


def _wrong(error: click.UsageError, lang: str) -> str:
    """What is wrong; click's own words, which are English, where there are no better ones."""
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            close = say(lang, "near", names=tuple(near)) if near else ""
            return say(lang, "no-option", name=name) + close
        case click.BadOptionUsage(option_name=name):
            return say(lang, "option-no-value" if _is_flag(error) else "option-value", name=name)
        # One of a few that is missing is a case of one that is none of them.
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=known)) as param):
            return say(lang, "bad-choice", name=_name(param, lang), choices=tuple(known))
        case click.MissingParameter(param=click.Parameter() as param):
            return say(lang, "missing", name=_name(param, lang))
        case click.BadParameter(param=click.Parameter(type=click.IntRange(min=least)) as param):
            return say(lang, "bad-count", name=_name(param, lang), least=least)
    return error.format_message()


def _is_flag(error: click.BadOptionUsage) -> bool:
    """Whether the option that was used wrongly takes no value."""
    params = error.ctx.command.params if error.ctx else ()
    return any(error.option_name in one.opts for one in params if getattr(one, "is_flag", False))


def _name(param: click.Parameter, lang: str) -> str:
    if isinstance(param, click.Argument):
        return called(param, lang)
    return param.opts[-1]
