"""jslint check --engine dask: archives of any size, by a cluster, into a folder of tables.

What is there is not done again. Which parts there should be follows from the inputs and the settings;
a run does those that are missing, in whatever state the last one was left.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from contextlib import closing
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import __version__
from jslint.archive import parts as parting
from jslint.cli import kept, many, outputs, rulebook, sources
from jslint.cli.addresses import is_address
from jslint.cli.live import seconds, time_left
from jslint.cli.streams import complain, progress, say_aside, say_lines, wipe
from jslint.cli.wanted import SORTS
from jslint.cli.words import say
from jslint.diagnostic import Severity
from jslint.digests import digest
from jslint.errors import JslintError, UsageError
from jslint.phrases import Family, listed
from jslint.run import Failure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.archive.parts import Part, Source
    from jslint.cli.finding import Search
    from jslint.cli.settings import Settings
    from jslint.cli.store import Mark, Store

tell = Family("archives")
_STOPPED = 2
_INTERRUPTED = 130
_NEEDED = ("dask", "distributed", "pyarrow", "fsspec")
#: Another number for each change of what is written, and how.
_LAYOUT = 1
#: So many of the inputs that could not be read are named; the table has them all.
_NAMED = 20
_COLUMNS = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "infos": Severity.INFO}
#: What the tables have no place for, by the option's name.
_UNFIT = (
    "fix", "diff", "show_claims", "as_one_report", "previous", "against", "baseline",
    "coverage", "show_skipped", "show_suppressed", "stdin_filename", "unsafe_fixes",
)  # fmt: skip
_UNFIT_WANTED = ("watch", "summary", "statistics", "with_manifest")


def check(asked: Settings, search: Search) -> int:
    """Check every input that was not checked yet, and return the exit status over all."""
    require(asked.lang)
    _refuse(asked)
    groups = tuple(asked.nearest.groups())
    rulebook.require(groups, {""}, asked.rules_named, asked.lang)
    for packs in asked.nearest.used():
        rulebook.load(packs, asked.limits)
    from jslint.cli.store import Store  # noqa: PLC0415 - an extra

    asked = replace(asked, summed=True, addressed=True)
    store = Store(str(asked.output), asked.lang)
    found = sources.found(asked, search)
    since = time.monotonic()
    mark, every, there = _begun(asked, store, found)
    left = [one for one in every if one.name not in there]
    if left and not _done(asked, store, left, len(found)):
        return _INTERRUPTED
    # What a worker wrote that a run before had lost is no part of this one.
    store.keep(one.name for one in every)
    store.put(replace(mark, parts=tuple(one.name for one in every)))
    anew = sum(len(one.sources) for one in left)
    if asked.wanted.timing:
        _time(asked, len(found), len(found) - anew, since)
    return _told(asked, store, every, anew)


def require(lang: str) -> None:
    """Refuse to go on without the packages of the extra; raise ``UsageError``."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(tell(lang, "extra", names=listed(lang, missing)))


def _refuse(asked: Settings) -> None:
    """Refuse what a folder of tables has no place for; raise ``UsageError``."""
    unfit = [name for name in _UNFIT if getattr(asked, name)]
    unfit += [name for name in _UNFIT_WANTED if getattr(asked.wanted, name)]
    others = {
        "output-format": bool(asked.wanted.files) or asked.output_format != "text",
        "max-fixes": asked.max_fixes is not None,
        "color": asked.color != "auto",
        "sort": asked.wanted.sort != SORTS[0],
    }
    unfit += [name for name, given in others.items() if given]
    if unfit:
        names = listed(asked.lang, (f"--{name.replace('_', '-')}" for name in unfit))
        raise UsageError(tell(asked.lang, "unfit", names=names))
    if "-" in asked.paths:
        raise UsageError(tell(asked.lang, "stdin"))
    if not asked.output:
        raise UsageError(tell(asked.lang, "output"))


def _begun(
    asked: Settings, store: Store, found: Sequence[Source]
) -> tuple[Mark, list[Part], set[str]]:
    """All parts that there should be, in a folder that has no others, and those that are done.

    What a worker of an interrupted run still writes meanwhile is done again. Raise ``UsageError``.
    """
    from jslint.cli.store import Mark  # noqa: PLC0415 - an extra

    made = _made(asked)
    mark = store.mark()
    if mark is None and not store.is_empty():
        raise UsageError(tell(asked.lang, "not-ours", path=store.address))
    if mark is not None and mark.made != made:
        if not asked.wanted.force:
            raise UsageError(tell(asked.lang, "other", path=store.address))
        store.clear()
        mark = None
    mark = Mark(made, mark.size if mark else parting.size(len(found)), asked.paths)
    store.prepare()
    store.put(mark)
    every = list(parting.parts(found, mark.size, made))
    store.keep(one.name for one in every)
    written = store.parts("accounts")
    listed = store.parts("rules")
    rules = {name for name in listed if store.holds("rules", name)}
    for name in listed - rules:
        store.forget("rules", name)
    there = {name for name in written if _is_done(store, name, rules)}
    for name in written - there:
        for table in ("accounts", "findings", "failures"):
            store.forget(table, name)
    return mark, every, there


def _is_done(store: Store, part: str, rules: set[str]) -> bool:
    """Whether a part that is there needs not be done again.

    It is whole, with the rules that it names, and no failure may have passed.
    """
    try:
        named = {row["rule_set"] for row in store.read("accounts", part, ("rule_set",))} - {""}
        failures = store.read("failures", part, ("passing",))
    except UsageError:  # damaged
        return False
    passing = any(row["passing"] for row in failures)
    return store.holds("findings", part) and named <= rules and not passing


def _made(asked: Settings) -> str:
    """What stands for all that has a say in what is found, beside the inputs."""
    paths = (path if is_address(path) else os.path.abspath(path) for path in asked.paths)
    said = (_LAYOUT, __version__, *paths, kept.plain(asked))
    words = "\0".join((repr(said), *kept.packs(asked)))
    return digest(words.encode("utf-8", "surrogatepass")).hexdigest()


def _done(asked: Settings, store: Store, left: Sequence[Part], total: int) -> bool:
    """Do what is missing; False where the user wants no more."""
    from jslint.cli import cluster  # noqa: PLC0415 - an extra

    inputs = sum(len(one.sources) for one in left)
    reached = before = total - inputs
    since = time.monotonic()
    try:
        with (
            cluster.connected(asked, inputs) as client,
            closing(cluster.done(client, asked, store, left)) as several,
        ):
            progress(reached, total, left[0].sources[0].files[0])
            for number, (part, one) in enumerate(several, 1):
                if one.stopped:
                    raise JslintError(one.stopped)
                reached += one.inputs
                rest = time_left(asked.lang, number, len(left), since)
                progress(reached, total, part.sources[-1].files[-1], rest)
    except KeyboardInterrupt:
        wipe(total)
        counts = {"done": reached - before, "left": total - reached}
        say_aside(f"jslint: {say(asked.lang, 'interrupted', **counts)}\n")
        say_aside(f"jslint: {tell(asked.lang, 'again', path=store.address)}\n")
        return False
    finally:
        wipe(total)
    return True


def _time(asked: Settings, files: int, used: int, since: float) -> None:
    """Say how long the run took."""
    jobs = asked.wanted.scheduler or many.jobs(asked.wanted.jobs or asked.config.jobs, files)
    taken = seconds(int((time.monotonic() - since) * 100))
    told = say(asked.lang, "timing", seconds=taken, files=files, jobs=jobs, kept=used)
    say_aside(f"{told}\n")


def _told(asked: Settings, store: Store, every: Sequence[Part], anew: int) -> int:
    """Say what the whole archive comes to, and return the exit status."""
    counts: Counter[Severity] = Counter()
    reports = failures = 0
    for part in every:
        for row in store.read("accounts", part.name, _COLUMNS):
            reports += 1
            counts.update({grade: row[name] for name, grade in _COLUMNS.items()})
        for row in store.read("failures", part.name, ("report", "reason", "remedy")):
            failures += 1
            if failures <= _NAMED:
                complain(asked.lang, _failure(row).told(asked.lang))
    if failures > _NAMED:
        more = tell(asked.lang, "more", count=failures - _NAMED, path=store.address)
        complain(asked.lang, more)
    if not asked.quiet:
        numbers = {name: counts[grade] for name, grade in _COLUMNS.items()}
        numbers |= {"reports": reports, "failures": failures, "anew": anew}
        say_lines([tell(asked.lang, "told", path=store.address, parts=len(every), **numbers)])
    return _STOPPED if failures else outputs.reached(counts, asked)


def _failure(row: dict[str, str]) -> Failure:
    return Failure(row["report"], row["reason"], row["remedy"])
