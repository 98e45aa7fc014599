"""Many inputs at once: what becomes of each, in their order, however many processes examine them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.cli.examining import is_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from contextlib import AbstractContextManager

    from jslint.cli.boiled import Boiled
    from jslint.cli.crew import Came
    from jslint.cli.examining import Examine, Examined, Item, Working
    from jslint.cli.kept import Kept

    #: What to say of an item at which a process came to an end with a status.
    Loss = Callable[[Item, int], list[Examined]]

#: For fewer inputs another process is not worth its start.
_FEW = 4
#: How many inputs may be done before the first that is not; what was found waits in memory.
_AHEAD = 16


def jobs(asked: int | None, inputs: int) -> int:
    """How many processes to use: as asked; else as many as there are cores, for many inputs."""
    if asked is None:
        asked = _cores() if inputs > _FEW else 1
    return max(1, min(asked, inputs))


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every platform
        return os.cpu_count() or 1


def examined(
    items: Sequence[Item], working: Working, jobs: int, kept: Kept | None, lost: Loss
) -> Generator[tuple[int, list[Examined]]]:
    """What becomes of each item, in order, with the number of those done by now.

    What is ``kept`` from another run is not examined again, and what is not is kept for the next.
    """
    if jobs > 1:
        yield from _by_several(items, working, jobs, kept, lost)
        return
    with _lazily(working) as examine:
        for number, item in enumerate(items, 1):
            yield number, _one(item, examine, kept)


def _one(item: Item, examine: Examine, kept: Kept | None) -> list[Examined]:
    key = kept.key(item) if kept else ""
    body = kept.find(key) if kept else None
    if body is not None:
        return _at_once(body)
    several = examine(item)
    if kept and key and is_whole(several):
        from jslint.cli import boiled  # noqa: PLC0415 - loads pickle

        kept.keep(key, boiled.boil(several))
    return several


def _at_once(body: Boiled) -> list[Examined]:
    """What another run found, which took no time in this one."""
    from jslint.cli import boiled  # noqa: PLC0415 - as above

    return [replace(one, took=0, times=None) for one in boiled.restored(body)]


@contextmanager
def _lazily(working: Working) -> Iterator[Examine]:
    """What examines, made when it is first needed: where all is kept nothing is."""
    made: list[tuple[AbstractContextManager[Examine], Examine]] = []

    def examine(item: Item) -> list[Examined]:
        if not made:
            manager = working()
            made.append((manager, manager.__enter__()))
        return made[0][1](item)

    try:
        yield examine
    finally:
        for manager, _ in made:
            manager.__exit__(None, None, None)


def _by_several(
    items: Sequence[Item], working: Working, jobs: int, kept: Kept | None, lost: Loss
) -> Iterator[tuple[int, list[Examined]]]:
    from jslint.cli.crew import Crew  # noqa: PLC0415 - 10 ms, for many inputs only

    ready: dict[int, Came] = {}
    keys: dict[int, str] = {}
    given = done = 0
    with Crew(working, jobs) as crew:
        for index, item in enumerate(items):
            while index not in ready:
                if given < min(len(items), index + _AHEAD * jobs) and crew.has_room():
                    keys[given] = kept.key(items[given]) if kept else ""
                    body = kept.find(keys[given]) if kept else None
                    if body is None:
                        crew.give(given, items[given])
                    else:
                        ready[given], done = _at_once(body), done + 1
                    given += 1
                    continue
                for number, came in crew.take():
                    ready[number], done = came, done + 1
                    if kept and isinstance(came, bytes):
                        kept.keep(keys.pop(number), came)
            yield done, _restored(ready.pop(index), item, lost)


def _restored(came: Came, item: Item, lost: Loss) -> list[Examined]:
    """What became of an input; raise what stops the run, in its turn."""
    if isinstance(came, bytes):
        from jslint.cli import boiled  # noqa: PLC0415 - as above

        return boiled.restored(came)
    if isinstance(came, BaseException):
        raise came
    return came if isinstance(came, list) else lost(item, came.status)
