"""Unforeseen errors: a fault of ours in one input must not cost the user the others."""

from __future__ import annotations

import os
import traceback
import zlib
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.cli.words import say
from jslint.run import Failure

if TYPE_CHECKING:
    from types import TracebackType


class Crash(Struct, frozen=True):
    """An unforeseen error: its name, a short reference to where it happened, and the traceback."""

    name: str
    reference: str
    trace: str

    @property
    def of_memory(self) -> bool:
        """Whether there was not enough memory."""
        return self.name == MemoryError.__name__


class CrashedError(Exception):
    """Something went wrong in another process, where the traceback was taken down."""

    def __init__(self, crash: Crash) -> None:
        """Keep the record."""
        self.crash = crash
        super().__init__(crash.name)

    def __reduce__(self) -> tuple[object, ...]:
        """So that it crosses from one process to another as it is."""
        return type(self), (self.crash,)


def is_asked_for() -> bool:
    """Whether tracebacks are wanted of every command, those too that have no option for it."""
    return bool(os.environ.get("JSLINT_VERBOSE"))


def record(error: BaseException) -> Crash:
    """What is known of an error; the same error at the same place has the same reference."""
    if isinstance(error, CrashedError):
        return error.crash
    name = type(error).__name__
    frames = _frames(error.__traceback__)
    where = "\n".join((name, *frames))
    return Crash(name, f"{zlib.crc32(where.encode()) & 0xFFFFFF:06x}", _trace(error))


def _frames(trace: TracebackType | None) -> list[str]:
    """Where an error came from, the innermost last, recursion once."""
    found: dict[str, None] = {}
    while trace is not None:
        code = trace.tb_frame.f_code
        found[f"{os.path.basename(code.co_filename)}:{code.co_name}:{trace.tb_lineno}"] = None
        trace = trace.tb_next
    return list(found)


def _trace(error: BaseException) -> str:
    try:
        return "".join(traceback.format_exception(error))
    except (MemoryError, RecursionError):
        return f"{type(error).__name__}\n"


def failure(path: str, crash: Crash, lang: str) -> Failure:
    """The failure of an input, or of a run as a whole, that an unforeseen error is."""
    key = "no-memory" if crash.of_memory else "crashed"
    reason = say(lang, key, name=crash.name, reference=crash.reference)
    return Failure(path, reason, say(lang, "report-crash"), crash.trace)
