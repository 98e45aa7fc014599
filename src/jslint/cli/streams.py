"""Standard output and standard error: encoding, colour, width, and a reader who goes away."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from jslint.cli.words import say
from jslint.harmful import clean, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DEFAULT_WIDTH = 100
_WIDEST = 200
#: Below this many inputs a run is over before a reader could look at a progress line.
_MANY = 6


def prepare() -> None:
    """Print UTF-8 to files, pipes and Windows consoles, whatever code page the system is set to.

    A terminal elsewhere shows its own encoding, and ``PYTHONIOENCODING`` says what is wanted.
    Characters that an encoding lacks are escaped, so that printing never fails.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            fixed = "PYTHONIOENCODING" in os.environ or (stream.isatty() and os.name != "nt")
            stream.reconfigure(encoding=None if fixed else "utf-8", errors="backslashreplace")


def say_out(text: str, *, painted: bool = False) -> None:
    """Write to standard output; quietly nothing where its reader has gone, so the status stands.

    This and ``say_aside`` are the only ways out: what passes them drives no terminal. ``painted``
    says that the text has colours of ours.
    """
    try:
        sys.stdout.write(sealed(text, painted=painted))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output, each of them one line whatever stands in it."""
    say_out("".join(f"{clean(line)}\n" for line in lines))


def say_aside(text: str, *, painted: bool = False) -> None:
    """Write to standard error, past the same door."""
    sys.stderr.write(sealed(text, painted=painted))


def complain(lang: str, *lines: str) -> None:
    """One error on standard error, named as ours; more lines say what helps."""
    shown = "\n".join(map(clean, lines))
    say_aside(f"jslint: {say(lang, 'error')}{shown}\n")


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
    if told.isascii() and told.isdigit() and int(told):
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
