"""Standard output and standard error: encoding, colour, width, and a reader who goes away."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from jslint.cli.words import say
from jslint.errors import JslintError, of_system
from jslint.formatters.terminal import cut
from jslint.harmful import clean, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
            encoding = _whole(stream.encoding) if fixed else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _whole(encoding: str) -> str | None:
    """The encoding in whose place one may stand that has all characters; None to keep it.

    GB18030 writes the same bytes for what GBK has, and has the rest too, so that nothing is lost.
    """
    return "gb18030" if encoding.lower() in ("gbk", "cp936", "936", "ms936", "gb2312") else None


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
        """Say why."""
        super().__init__(say.phrase("no-stdout", why=of_system(error)))


def say_out(text: str, *, painted: bool = False) -> None:
    """Write to standard output; quietly nothing where its reader has gone, so the status stands.

    This and ``say_aside`` are the only ways out: what passes them drives no terminal. ``painted``
    says that the text has colours of ours. Raise ``UnprintedError`` where it is full or closed.
    """
    try:
        sys.stdout.write(sealed(text, painted=painted))
        sys.stdout.flush()
    except BrokenPipeError:
        discard()
    except OSError as error:
        discard()
        raise UnprintedError(error) from error


def say_bytes(data: bytes) -> None:
    """Write a file's own bytes to standard output as they are; on a terminal past the door as well."""
    if sys.stdout.isatty():
        say_out(data.decode("utf-8", "replace"))
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard()
    except OSError as error:
        discard()
        raise UnprintedError(error) from error


def discard() -> None:
    """Let what is still to be printed go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output, each of them one line whatever stands in it."""
    say_out("".join(f"{clean(line)}\n" for line in lines))


def say_aside(text: str, *, painted: bool = False) -> None:
    """Write to standard error, past the same door, if it takes it."""
    try:
        sys.stderr.write(sealed(text, painted=painted))
        sys.stderr.flush()
    except OSError:
        return


def complain(lang: str, *lines: str) -> None:
    """One error on standard error, named as ours; more lines say what helps."""
    shown = "\n".join(map(clean, lines))
    say_aside(f"jslint: {say(lang, 'error')}{shown}\n")


def remark(lang: str, line: str) -> None:
    """Something to know on standard error, which stops nothing."""
    say_aside(f"jslint: {say(lang, 'remark')}{clean(line)}\n")


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


def progress(done: int, total: int, path: str, left: str = "") -> None:
    """Say on a terminal how many of many inputs are done, which is next, and what time is left."""
    if total >= _MANY and sys.stderr.isatty():
        room = width(os.environ) - 1
        said = f"[{done}/{total}] {f'{left} ' if left else ''}{clean(path)}"
        sys.stderr.write(f"\r\x1b[K{cut(said, room)}")
        sys.stderr.flush()


def wipe(total: int) -> None:
    """Take away what ``progress`` said."""
    if total >= _MANY and sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def stamp() -> str:
    """The minute that it is, ``2026-08-21T09:30``; that of SOURCE_DATE_EPOCH, in UTC, where it is set."""
    import time  # noqa: PLC0415 - few formats say it

    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = time.gmtime(int(fixed)) if fixed.isdecimal() else time.localtime()
    return time.strftime("%Y-%m-%dT%H:%M", now)
