"""Processes that examine inputs side by side, and the pipes to them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from multiprocessing import connection
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from jslint.cli import boiled
from jslint.cli.crash import CrashedError, record
from jslint.cli.examining import is_whole
from jslint.errors import JslintError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from types import TracebackType
    from typing import Self

    from jslint.cli.boiled import Boiled
    from jslint.cli.examining import Examine, Examined, Item, Working

    Came: TypeAlias = "Boiled | list[Examined] | BaseException | Lost"

#: How long a process that was told to end may take for it, in seconds.
_PATIENCE = 1
#: A collection takes as long as a short report, and a run without any would fill the memory.
_COLLECTED = 20


class Answer(Struct, frozen=True):
    """What became of an input, and the sets of rules that were not told of before.

    ``body`` where it is fit to be kept; ``several`` where it is not; ``error`` where the run as a
    whole cannot go on.
    """

    body: bytes = b""
    rules: tuple[tuple[str, bytes], ...] = ()
    several: list[Examined] = []  # noqa: RUF012 - a Struct copies it
    error: BaseException | None = None


class Lost(Struct, frozen=True):
    """The process that was at an input came to an end, with this status."""

    status: int


class _Hand(Struct):
    """A process with its pipe, and the number of the input that it is at."""

    process: BaseProcess
    pipe: Connection
    number: int
    item: Item


class Crew:
    """Up to so many processes, each started when there is something for it to do."""

    def __init__(self, working: Working, size: int) -> None:
        """Nothing is started yet."""
        self._working = working
        self._size = size
        self._idle: list[_Hand] = []
        self._busy: list[_Hand] = []
        way = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        self._context = multiprocessing.get_context(way)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End every process: at its ease where it is idle, at once where it is not."""
        for hand in self._busy:
            hand.process.kill()
        for hand in (*self._idle, *self._busy):
            hand.pipe.close()
        for hand in (*self._idle, *self._busy):
            hand.process.join(_PATIENCE)
            if hand.process.is_alive():
                hand.process.kill()
                hand.process.join()

    def has_room(self) -> bool:
        """Whether a process is idle or can be started."""
        return len(self._busy) < self._size

    def give(self, number: int, item: Item) -> None:
        """Let an idle process examine an input."""
        hand = self._idle.pop() if self._idle else self._started()
        hand.number, hand.item = number, item
        self._busy.append(hand)
        try:
            hand.pipe.send(item)
        except OSError:
            return  # it is gone; its pipe says so

    def _started(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        others = [hand.pipe for hand in (*self._idle, *self._busy)]
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_work, args=(self._working, theirs, (ours, *others)), daemon=False
        )
        process.start()
        theirs.close()
        return _Hand(process, ours, 0, ())

    def take(self) -> Iterator[tuple[int, Came]]:
        """Wait for what becomes of at least one input."""
        for pipe in connection.wait([hand.pipe for hand in self._busy]):
            hand = next(hand for hand in self._busy if hand.pipe is pipe)
            self._busy.remove(hand)
            try:
                answer: Answer = hand.pipe.recv()
            except (EOFError, OSError):
                hand.process.join()
                hand.pipe.close()
                yield hand.number, Lost(hand.process.exitcode or 0)
                continue
            self._idle.append(hand)
            for name, data in answer.rules:
                boiled.learn(name, data)
            yield hand.number, answer.error or answer.body or answer.several


def _work(working: Working, pipe: Connection, others: tuple[Connection, ...]) -> None:
    """Answer until nobody asks any more."""
    if os.name != "nt":
        for other in others:  # what was copied to us would keep the pipes of others open
            other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    gc.disable()
    gc.freeze()  # what the parent has is no garbage of ours
    told: set[str] = set()
    try:
        with working() as examine:
            for served, item in enumerate(iter(pipe.recv, None), 1):
                pipe.send(_answer(examine, item, told))
                if served % _COLLECTED == 0:
                    gc.collect()
    except (EOFError, OSError):
        pass  # the parent is done with us, or gone
    finally:
        os._exit(0)  # without what a process does at its end


def _answer(examine: Examine, item: Item, told: set[str]) -> Answer:
    try:
        several = examine(item)
        body = boiled.boil(several)
    except JslintError as error:
        return Answer(error=JslintError(error.message, error.where))
    except Exception as error:  # noqa: BLE001 - a fault of ours ends the whole run in one process too
        return Answer(error=CrashedError(record(error)))
    fresh = tuple((name, boiled.taught(name)) for name in boiled.entries_of(body) - told)
    told |= {name for name, _ in fresh}
    if is_whole(several):
        return Answer(body, fresh)
    return Answer(b"", fresh, boiled.restored(body))
