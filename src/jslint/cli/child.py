"""A process of its own that takes files apart, and the two pipes to it."""

from __future__ import annotations

import gc
import os
import pickle
import signal
from typing import TYPE_CHECKING, BinaryIO, NoReturn, cast

from jslint import readers
from jslint.cli.crash import CrashedError, record
from jslint.errors import UnreadableError
from jslint.limits import LimitError
from jslint.phrases import Family

if TYPE_CHECKING:
    from jslint.document import Report
    from jslint.limits import Limits

said = Family("reading").phrase
_WORD = 8
_COLLECTED = 10


class EndedError(Exception):
    """The child is gone; ``status`` is what it ended with, negative for a signal."""

    def __init__(self, status: int) -> None:
        """Keep the status."""
        self.status = status
        super().__init__(status)


def why(path: str, status: int, limits: Limits) -> UnreadableError:
    """What to say of a file whose reading ended the process with a status."""
    if status == -signal.SIGXCPU:
        return LimitError(path, "reader-seconds", limits.reader_seconds)
    if -status in (signal.SIGABRT, signal.SIGILL, signal.SIGTRAP, signal.SIGKILL):
        # How pdfium ends a process that has no memory for it.
        return LimitError(path, "reader-memory", limits.reader_memory)
    return UnreadableError(path, said("reader-ended", status=status), said("export"))


class Child:
    """A forked process that reads what it is sent."""

    def __init__(self, limits: Limits) -> None:
        """Start it."""
        self.served = 0
        theirs, ours = os.pipe(), os.pipe()
        self._id = os.fork()
        if not self._id:
            os.close(theirs[1])
            os.close(ours[0])
            _serve(os.fdopen(theirs[0], "rb"), os.fdopen(ours[1], "wb"), limits)
        os.close(theirs[0])
        os.close(ours[1])
        self._to = os.fdopen(theirs[1], "wb")
        self._from = os.fdopen(ours[0], "rb")

    def give(self, path: str, data: bytes) -> None:
        """Send a file; raise ``EndedError``."""
        self.served += 1
        try:
            _send(self._to, os.fsencode(path))
            _send(self._to, data)
        except OSError as error:  # it is gone, and the pipe broken
            raise self._ended() from error

    def take(self) -> Report | BaseException:
        """Wait for what becomes of the file; raise ``EndedError``."""
        answer = _receive(self._from)
        if answer is None:
            raise self._ended()
        return cast("Report | BaseException", pickle.loads(answer))  # noqa: S301 - from our child

    def _ended(self) -> EndedError:
        _, status = os.waitpid(self._id, 0)
        self._id = 0
        return EndedError(os.waitstatus_to_exitcode(status))

    def end(self) -> None:
        """End the process, whatever it is doing."""
        for pipe in (self._to, self._from):
            try:
                pipe.close()
            except OSError:  # what was not yet sent has no reader any more
                continue
        if self._id:
            os.kill(self._id, signal.SIGKILL)
            os.waitpid(self._id, 0)
            self._id = 0


def _send(pipe: BinaryIO, data: bytes) -> None:
    pipe.write(len(data).to_bytes(_WORD, "little"))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: BinaryIO) -> bytes | None:
    """The next message; None where the other end is gone."""
    head = pipe.read(_WORD)
    if len(head) < _WORD:
        return None
    data = pipe.read(int.from_bytes(head, "little"))
    return data if len(data) == int.from_bytes(head, "little") else None


def _serve(inbox: BinaryIO, outbox: BinaryIO, limits: Limits) -> NoReturn:
    """Answer until nobody asks any more, and end without what a process does at its end."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
        gc.freeze()  # what the parent has is no garbage of ours
        _limit_memory(limits.most("reader-memory"))
        served = 0
        while (path := _receive(inbox)) is not None and (data := _receive(inbox)) is not None:
            _limit_time(limits.reader_seconds)
            _send(outbox, _answer(os.fsdecode(path), data, limits))
            served += 1
            if served % _COLLECTED == 0:  # it takes as long as a short file
                gc.collect()
        status = 0
    finally:
        os._exit(status)


def _answer(path: str, data: bytes, limits: Limits) -> bytes:
    """The report, or the error that says why there is none."""
    try:
        return pickle.dumps(readers.read(path, data, limits=limits), pickle.HIGHEST_PROTOCOL)
    except UnreadableError as error:
        return pickle.dumps(error)
    except MemoryError:
        return pickle.dumps(LimitError(path, "reader-memory", limits.reader_memory))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this file's
        return pickle.dumps(CrashedError(record(error)))


def _limit_memory(most: int) -> None:
    """Let this process have so many bytes beside those it has by now, and leave no core dump."""
    import resource  # noqa: PLC0415 - not on every platform

    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_AS, _size() + most)


def _limit_time(seconds: int) -> None:
    """Let this process run so many seconds more."""
    import resource  # noqa: PLC0415 - not on every platform

    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + seconds)


def _lower(what: int, most: int) -> None:
    """Set a limit of this process, not above what it is given from without."""
    import resource  # noqa: PLC0415 - not on every platform

    _, hard = resource.getrlimit(what)
    wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(what, (wanted, hard))
    except (ValueError, OSError):  # a platform without this limit
        return


def _size() -> int:
    """How many bytes of addresses this process has; none where the platform does not say."""
    try:
        with open("/proc/self/statm", "rb") as stream:
            return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
