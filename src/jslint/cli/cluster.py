"""The workers of a cluster, and what they do: each part of an archive, once for all.

A task may run twice, or be lost with its worker and given to another. Whoever does a part writes the
same files, each whole or not at all, so that there is one of it however often it is done.
"""

from __future__ import annotations

import gc
import logging
import os
import signal
import threading
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Any

import dask
from distributed import (
    Client,
    KilledWorker,
    LocalCluster,
    WorkerPlugin,
    as_completed,
    get_worker,
)
from msgspec import Struct

from jslint import __version__
from jslint.archive import rows
from jslint.cli import many, recalled, sources
from jslint.cli.crash import CrashedError, record
from jslint.cli.examining import Shelf, working
from jslint.cli.words import say
from jslint.digests import digest
from jslint.errors import JslintError, UsageError
from jslint.phrases import Family
from jslint.run import Failure

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from jslint.archive.parts import Part, Source
    from jslint.cli.examining import Examine, Examined
    from jslint.cli.settings import Settings
    from jslint.cli.store import Store
    from jslint.phrases import Phrase
    from jslint.rules.ground.entry import Entry

tell = Family("archives")
#: So many parts are given out ahead: more than any cluster works at, less than fills the scheduler.
_AHEAD = 512
#: How often a part is tried whose worker raises what we do not know, beside the first time.
_AGAIN = 2
#: How often a part is given out that ends workers, before all of it is given up.
_TRIES = 3
#: A collection takes as long as a short report.
_COLLECTED = 20
#: Files of addresses are fetched together up to so many, and so many bytes.
_TOGETHER, _BYTES = 64, 32 << 20
#: Sets of rules are few; where a configuration makes new ones for each input they are let go.
_MOST_SETS = 64
_RANDOM, _NAME = 16, 12


#: A cluster of our own looks at itself seldom: as a rule it does so all the time, for its dashboard,
#: which costs a tenth of a core.
_CALM = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "2s",
    "distributed.admin.tick.limit": "1h",
    "distributed.admin.system-monitor.interval": "10s",
}


class Done(Struct, frozen=True):
    """A part that is done: how many inputs it has; or why the run cannot go on."""

    inputs: int = 0
    stopped: Phrase | str | None = None


class _Try(Struct, frozen=True):
    """A part that is given out, without those of its inputs that are ``lost``; how often it was before."""

    part: Part
    lost: frozenset[str] = frozenset()
    number: int = 0


class Examiner(WorkerPlugin):  # type: ignore[misc] # distributed says nothing of its types
    """What a worker has for a run: it examines inputs and writes parts, one after the other."""

    def __init__(self, asked: Settings, store: Store) -> None:
        """Take what goes over to the worker."""
        self._asked, self._store, self._version = asked, store, __version__
        self._folder = os.getcwd()

    def __getstate__(self) -> dict[str, Any]:
        """What goes over, and nothing that ``setup`` made."""
        names = ("_asked", "_store", "_version", "_folder")
        return {name: getattr(self, name) for name in names}

    def setup(self, worker: Any) -> None:  # noqa: ARG002 - what distributed calls it with
        """Begin, where the work is to be done."""
        self._before = os.getcwd()
        with suppress(OSError):  # on another machine whole paths and addresses serve
            os.chdir(self._folder)
        recalled.recall()
        self._lock = threading.Lock()
        self._shelf = Shelf()
        self._sets: dict[tuple[int, ...], tuple[tuple[Entry, ...], str]] = {}
        self._stack = ExitStack()
        each = working(self._asked, None, {}, None, self._shelf)
        self._examine: Examine = self._stack.enter_context(each)
        self._served = 0
        gc.collect()
        gc.freeze()  # what is here by now is no garbage of ours

    def teardown(self, worker: Any) -> None:  # noqa: ARG002 - as above
        """End what was begun."""
        self._stack.close()
        with suppress(OSError):
            os.chdir(self._before)

    def make(self, part: Part, lost: frozenset[str]) -> Done:
        """Examine all inputs of a part but those that are ``lost``, and write what came of them."""
        if self._version != __version__:
            versions = {"ours": self._version, "theirs": __version__}
            return Done(stopped=tell.phrase("version", **versions))
        try:
            with self._lock, _uncollected():
                self._write(part, lost)
        except JslintError as error:
            return Done(stopped=error.told(self._asked.lang))
        return Done(len(part.sources))

    def probe(self, source: Source) -> None:
        """Examine an input for nothing, to see whether that ends the process."""
        with self._lock:
            for one, failed in self._loaded([source]):
                if failed is None:
                    self._examine(one.files)
            self._shelf.read.clear()

    def _write(self, part: Part, lost: frozenset[str]) -> None:
        found: dict[str, list[rows.Row]] = {"findings": [], "failures": [], "accounts": []}
        sets: dict[str, tuple[Entry, ...]] = {}
        for source, failure in self._loaded(part.sources, lost):
            if failure is not None:
                found["failures"].append(failure)
                continue
            for one in self._examine(source.files):
                name = self._rule_set(one.rules) if one.rules else ""
                sets |= {name: one.rules} if one.rules else {}
                for table, several in _rows(one, source, name).items():
                    found[table] += several
            self._served += 1
            if self._served % _COLLECTED == 0:
                gc.collect()
        for name in sets.keys() - (self._store.parts("rules") if sets else set()):
            self._store.write("rules", name, rows.rules(name, sets[name]))
        for table, several in found.items():  # the last one says that the part is done
            self._store.write(table, part.name, several)

    def _rule_set(self, entries: tuple[Entry, ...]) -> str:
        """What a set of rules is called; most reports have one of a few."""
        key = tuple(map(id, entries))
        if key not in self._sets:
            if len(self._sets) >= _MOST_SETS:
                self._sets.clear()
            # The rules are kept too, lest others come to have their identity.
            self._sets[key] = (entries, rows.rule_set(entries))
        return self._sets[key][1]

    def _loaded(
        self, several: Sequence[Source], lost: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Source, rows.Row | None]]:
        """Each input when its bytes are at hand, those of addresses on the shelf; or its failure."""
        lang = self._asked.lang
        for batch in _batches(several):
            far = [one for one in batch if sources.is_far(one) and one.files[0] not in lost]
            data = sources.loaded(self._asked, far) if far else {}
            for source in batch:
                if source.files[0] in lost:
                    reason, remedy = tell(lang, "lost"), say(lang, "lost-remedy")
                    failure = Failure(source.files[0], reason, remedy)
                    yield source, rows.failed(failure, source.files, passing=True)
                    continue
                yield source, sources.shelved(self._asked, source, data, self._shelf.read)
                self._shelf.read.clear()


def _rows(one: Examined, source: Source, rule_set: str) -> dict[str, list[rows.Row]]:
    """What became of an input, in each table."""
    found: dict[str, list[rows.Row]] = {}
    if one.result is not None:
        found["findings"] = rows.findings(one.result)
        found["accounts"] = [rows.account(one.result, source.files, rule_set)]
    if one.failure is not None:
        # A fault of ours may be one of memory, and another version may have mended it.
        passing = bool(one.failure.trace)
        found["failures"] = [rows.failed(one.failure, source.files, passing=passing)]
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without collections of garbage, which a short task is done before it needs."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _batches(several: Sequence[Source]) -> Iterator[list[Source]]:
    """Inputs in their order, so many together as are fetched side by side."""
    held: list[Source] = []
    size = 0
    for one in several:
        if held and (len(held) >= _TOGETHER or size + one.size > _BYTES):
            yield held
            held, size = [], 0
        held.append(one)
        size += one.size
    if held:
        yield held


def _made(name: str, part: Part, lost: frozenset[str]) -> Done:
    """What a worker does for a part."""
    examiner: Examiner = get_worker().plugins[name]
    return examiner.make(part, lost)


def _probed(name: str, source: Source) -> None:
    """What a worker does for an input that may be one that ends it."""
    examiner: Examiner = get_worker().plugins[name]
    examiner.probe(source)


@contextmanager
def connected(asked: Settings, inputs: int) -> Iterator[Client]:
    """The cluster that was asked for, or one of this machine, which ends with the run."""
    if not asked.verbose:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        with _unsignalled():
            address = asked.wanted.scheduler
            if address is None:
                stack.enter_context(dask.config.set(_CALM))
                workers = many.jobs(asked.wanted.jobs or asked.config.jobs, inputs)
                cluster = LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    # Nobody else's port, and nobody else's to look at.
                    dashboard_address="127.0.0.1:0",
                    worker_dashboard_address="127.0.0.1:0",
                    silence_logs=logging.WARNING if asked.verbose else logging.CRITICAL,
                )
                address = stack.enter_context(cluster)
            try:
                client = stack.enter_context(Client(address))
            except (OSError, ValueError) as error:
                raise UsageError(
                    tell(asked.lang, "scheduler", address=address, why=error)
                ) from error
        yield client


@contextmanager
def _unsignalled() -> Iterator[None]:
    """Let threads and processes that are started hereby not be interrupted: their run ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # It lets signals through to the thread that starts it, so it is to be there already.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def done(
    client: Client, asked: Settings, store: Store, parts: Sequence[Part]
) -> Generator[tuple[Part, Done]]:
    """Let the workers do all parts; each when it is done, in whatever order.

    A worker that ends costs nothing but time: its part is another's. A part that ends several is looked
    at input by input, and done without those that do.
    """
    name = f"jslint-{digest(os.urandom(_RANDOM)).hexdigest()[:_NAME]}"
    client.register_plugin(Examiner(asked, store), name=name)
    try:
        yield from _done(client, name, parts)
    finally:
        with suppress(OSError, TimeoutError):
            client.unregister_worker_plugin(name)


def _done(client: Client, name: str, parts: Sequence[Part]) -> Iterator[tuple[Part, Done]]:
    left = iter(parts)
    tries: dict[str, _Try] = {}
    came = as_completed()

    def give(one: _Try) -> None:
        key = f"{name}-{one.part.name}-{one.number}"
        tries[key] = one
        came.add(client.submit(_made, name, one.part, one.lost, key=key, retries=_AGAIN))

    for part in islice(left, _AHEAD):
        give(_Try(part))
    for future in came:
        one = tries.pop(future.key)
        error = future.exception()
        if isinstance(error, KilledWorker):
            give(_without(one, client, name))
            continue
        if error is not None:
            raise _strange(error)
        yield one.part, future.result()
        for another in islice(left, 1):
            give(_Try(another))


def _without(one: _Try, client: Client, name: str) -> _Try:
    """The next try of a part that ended several workers, without the inputs that end one.

    Each is looked at after the other: what else a worker has at hand when it ends is under suspicion.
    """
    lost = set(one.lost)
    for source in one.part.sources:
        path = source.files[0]
        if path in lost:
            continue
        if one.number >= _TRIES or _is_deadly(client, name, source):
            lost.add(path)
    return _Try(one.part, frozenset(lost), one.number + 1)


def _is_deadly(client: Client, name: str, source: Source) -> bool:
    probe = client.submit(_probed, name, source, pure=False)
    return isinstance(probe.exception(), KilledWorker)


def _strange(error: BaseException) -> Exception:
    """What to say of an error that a worker did not say in our words."""
    if isinstance(error, ImportError):
        return JslintError(tell.phrase("import", why=str(error)))
    return CrashedError(record(error))
