"""Standard output and standard error: encoding, colour, width, and a reader who goes away."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from jslint.cli.words import say
from jslint.errors import JslintError
from jslint.formatters.terminal import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEFAULT_WIDTH = 100
_WIDEST = 200
_DIGITS = 6
#: Below this many inputs a run is over before a reader could look at a progress line.
_MANY = 6


def prepare() -> None:
    """Print UTF-8 to files, pipes and Windows consoles, whatever code page the system is set to.

    A terminal elsewhere shows its own encoding, and ``PYTHONIOENCODING`` says what is wanted.
    Characters that an encoding lacks are escaped, so that printing never fails.
    """
    _fill()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            fixed = "PYTHONIOENCODING" in os.environ or (stream.isatty() and os.name != "nt")
            stream.reconfigure(encoding=None if fixed else "utf-8", errors="backslashreplace")


def _fill() -> None:
    """Put something in place of standard streams that are closed.

    Else the next file that is opened would take their place. Reading from the first and writing to
    the second fail, as they should; what would go to the third is lost.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


class UnprintedError(JslintError):
    """Standard output took not all of what was to be printed."""

    def __init__(self, error: OSError) -> None:
        """Say why, in both languages."""
        why = error.strerror
        chinese, english = (say(lang, "no-stdout", why=why) for lang in ("zh", "en"))
        super().__init__(chinese, english)


def say_out(text: str) -> None:
    """Write to standard output; quietly nothing where its reader has gone, so the status stands.

    Raise ``UnprintedError`` where it is full or closed.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        discard()
    except OSError as error:
        discard()
        raise UnprintedError(error) from error


def discard() -> None:
    """Let what is still to be printed go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(lang: str, message: str) -> None:
    """One error on standard error, named as ours."""
    shown = "\n".join(clean(line) for line in message.split("\n"))
    whisper(f"jslint: {say(lang, 'error')}{shown}\n")


def whisper(text: str) -> None:
    """Write to standard error, if it takes it."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        return


def colored(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to use colours: as chosen; else NO_COLOR, FORCE_COLOR, then what the stream is."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") != "0":
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def width(environment: Mapping[str, str]) -> int:
    """The width of the terminal in cells, from 40 to 200; 100 where there is none."""
    told = environment.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and len(told) < _DIGITS and int(told):
        columns = int(told)
    else:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
        except (AttributeError, ValueError, OSError):
            columns = 0
    return max(40, min(_WIDEST, columns or _DEFAULT_WIDTH))


def progress(number: int, total: int, path: str) -> None:
    """Say on a terminal which of many inputs is being checked; after the last, wipe the line."""
    if total >= _MANY and sys.stderr.isatty():
        sys.stderr.write(
            f"\r\x1b[K[{number}/{total}] {clean(path)}" if number <= total else "\r\x1b[K"
        )
        sys.stderr.flush()
