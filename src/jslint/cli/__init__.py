"""The command line: wiring and exit status.

0: nothing at or above ``--fail-on``; 1: findings; 2: usage, configuration or pack error, or an
input that could not be read; 130: interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType
    from typing import NoReturn

_STOPPED = 2
_INTERRUPTED = 130


def script() -> NoReturn:
    """Run the command line as a process of its own, and end that process.

    A run is short and keeps what it makes: collecting and, at the end, freeing it object by object
    would take a sixth of its time.
    """
    gc.disable()
    status = main()
    os._exit(_print() or status)


def _print(text: str = "") -> int:
    """Write to standard output what is there to be written; the exit status.

    Where the reader went away, what it did not want is lost by right.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        return 0
    except OSError as error:
        return _unprinted(error)
    return 0


def _unprinted(error: OSError) -> int:
    from jslint.cli.streams import complain, discard  # noqa: PLC0415 - only for the error
    from jslint.cli.words import language, say, system  # noqa: PLC0415 - as above

    lang = language(sys.argv[1:])
    discard()
    complain(lang, say(lang, "no-stdout", why=system(error, lang)))
    return _STOPPED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line (``sys.argv`` where no arguments are given); the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["--version"], ["-V"]) and sys.stdout is not None:
        from jslint import __version__  # noqa: PLC0415 - answered before click is loaded

        return _print(f"jslint {__version__}\n")
    sys.excepthook = _unforeseen
    try:
        from jslint.cli import recalled  # noqa: PLC0415 - before anything asks for an expression

        recalled.recall()
        from jslint.cli.shell import run  # noqa: PLC0415 - loads click

        status = run(given)
        recalled.remember()
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _unforeseen(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> NoReturn:
    """Show a fault of our own as Python does, but not with status 1, which means findings."""
    from traceback import format_exception  # noqa: PLC0415 - only a fault of ours needs it

    from jslint.cli.streams import say_aside  # noqa: PLC0415 - as above

    # A message of Python's may quote the report.
    say_aside("".join(format_exception(kind, error, trace)))
    raise SystemExit(_STOPPED)
