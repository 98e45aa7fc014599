"""What becomes of one input, or of several that are one report: it is read and linted."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from jslint.cli import manifest, rulebook, suppressing
from jslint.cli.confined import Confined
from jslint.cli.opening import faulty, loaded
from jslint.cli.words import say
from jslint.errors import JslintError, UnreadableError
from jslint.formatters import wording
from jslint.limits import LimitError, Meter
from jslint.phrases import worded
from jslint.readers import extent
from jslint.readers.faults import Malformed
from jslint.run import Failure
from jslint.stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from jslint.cli.previous import Library
    from jslint.cli.settings import Settings
    from jslint.diagnostic import Result
    from jslint.document import Report
    from jslint.pack import RuleSet
    from jslint.rules.ground.entry import Entry

    #: The inputs that are one report; mostly a single one.
    Item: TypeAlias = tuple[str, ...]
    Examine: TypeAlias = Callable[[Item], list["Examined"]]
    #: Makes what examines an item, in the process that is to do it.
    Working: TypeAlias = Callable[[], AbstractContextManager[Examine]]
    #: Examines an input with other means than before.
    Turn: TypeAlias = Callable[["Means"], Iterable["Examined"]]
    #: Examines an input by its turn, as often as that takes.
    Around: TypeAlias = Callable[[Turn, "Means"], Iterable["Examined"]]


class Examined(Struct, frozen=True):
    """What became of one input: a result, or a failure to read it.

    ``remark`` is for standard error, ``took`` is the time in nanoseconds, ``times`` what it is made of
    where that was asked for.
    """

    result: Result | None = None
    failure: Failure | None = None
    rules: tuple[Entry, ...] | None = None
    claims: str = ""
    sources: Mapping[str, tuple[str, ...]] = {}
    remark: str = ""
    took: int = 0
    times: Stopwatch | None = None


class Shelf(Struct):
    """The bytes of the inputs that are being fixed: as they were read, and as they are to be."""

    read: dict[str, bytes] = {}
    made: dict[str, bytes] = {}

    def take(self, name: str, load: Callable[[], bytes]) -> bytes:
        """The bytes of an input; it is loaded once."""
        if name not in self.read:
            self.read[name] = load()
        return self.made.get(name, self.read[name])


class Means(Struct, frozen=True):
    """What examining an input takes: the settings, what reads files, last year's reports.

    ``around`` fixes an input, ``shelf`` holds the bytes of inputs that are being fixed, ``apart`` asks for what every rule finds,
    each place by itself.
    """

    asked: Settings
    confined: Confined
    library: Library | None = None
    pairs: Mapping[str, tuple[str, ...]] = {}
    around: Around | None = None
    shelf: Shelf | None = None
    apart: bool = False
    watch: Stopwatch = field(default_factory=Stopwatch)


def is_whole(several: Sequence[Examined]) -> bool:
    """Whether an input was read and examined: failures may have causes that pass."""
    return all(one.failure is None for one in several)


@contextmanager
def working(
    asked: Settings,
    library: Library | None,
    pairs: Mapping[str, tuple[str, ...]],
    around: Around | None,
    shelf: Shelf | None = None,
) -> Iterator[Callable[[tuple[str, ...]], list[Examined]]]:
    """What examines an input, or several that are one report, in whichever process this is.

    Bytes that are on the ``shelf`` are not read again.
    """
    with Confined(asked.limits, asked.tracked, rulebook.prepare) as confined:
        yield partial(_each, Means(asked, confined, library, pairs, around, shelf))


def _each(means: Means, item: tuple[str, ...]) -> list[Examined]:
    as_one = means.asked.as_one_report or len(item) > 1
    examine = partial(_as_one, item) if as_one else partial(_examine, item[0])
    since = time.monotonic_ns()
    watch = Stopwatch()
    turn = partial(_fixed, examine, replace(means, watch=watch))
    several = list(_apart(means.asked.name(item[0]), means.asked, turn))
    took = time.monotonic_ns() - since
    every = [replace(one, took=took) for one in several]
    if every and means.asked.wanted.timing:
        every[0] = replace(every[0], times=watch)
    return every


def _apart(
    name: str, asked: Settings, examine: Callable[[], Iterable[Examined]]
) -> Iterable[Examined]:
    """What comes of an input; whatever goes wrong with it, the others are still examined."""
    try:
        return list(examine())
    except JslintError:
        raise  # what the user asked for cannot be done
    except Exception as error:  # noqa: BLE001 - any fault of ours, MemoryError and RecursionError too
        from jslint.cli.crash import failure, is_asked_for, record  # noqa: PLC0415 - rarely needed
        from jslint.cli.streams import say_aside  # noqa: PLC0415 - as above

        crash = record(error)
        if is_asked_for() and not asked.verbose:
            say_aside(crash.trace)
        return [Examined(failure=failure(name, crash, asked.lang))]


def _fixed(turn: Callable[[Means], Iterable[Examined]], means: Means) -> Iterable[Examined]:
    """What comes of an input, after its fixes where any are asked for."""
    return means.around(turn, means) if means.around else turn(means)


def _examine(path: str, means: Means) -> Iterator[Examined]:
    if path in means.pairs:
        yield from _as_one(means.pairs[path], means)
        return
    opened = _open(path, means)
    if isinstance(opened, tuple):
        yield from _as_one((path,), means)
    else:
        yield opened if isinstance(opened, Examined) else _lint(opened, means)


def _as_one(paths: tuple[str, ...], means: Means) -> Iterator[Examined]:
    """All inputs as one report; none where one is missing, for then any finding may be wrong."""
    from jslint.readers.joined import join  # noqa: PLC0415 - most runs join nothing

    several = list(opened(paths, means))
    reports = [one for one in several if not isinstance(one, Examined)]
    if len(reports) < len(several):
        yield from (one for one in several if isinstance(one, Examined))
        return
    sources = {report.path: report.lines for report in reports}
    try:
        whole = extent.require(join(reports), means.asked.limits)
    except LimitError as error:
        yield Examined(failure=unreadable(error, means.asked.lang))
        return
    yield replace(_lint(whole, means, counted=True), sources=sources)


def opened(paths: Iterable[str], means: Means) -> Iterator[Report | Examined]:
    """The inputs, each manifest replaced by what it names; one in another is not followed."""
    lang = means.asked.lang
    for path in paths:
        one = _open(path, means)
        if not isinstance(one, tuple):
            yield one
            continue
        for name in one:
            if not means.asked.allow_outside and not manifest.is_within(
                name, means.asked.name(path)
            ):
                reason, remedy = say(lang, "outside-manifest"), say(lang, "allow-outside")
                yield Examined(failure=Failure(name, reason, remedy))
                continue
            member = _open(name, means)
            nested = Failure(name, say(lang, "nested-manifest"))
            yield Examined(failure=nested) if isinstance(member, tuple) else member


def _open(path: str, means: Means) -> Report | Examined | tuple[str, ...]:
    """The report of an input, the files of a manifest, or what became of the input instead."""
    asked = means.asked
    name = asked.name(path)
    try:
        load = partial(loaded, path, name, asked.lang, asked.limits)
        data = means.shelf.take(name, load) if means.shelf else load()
        files_of_one = manifest.members(name, data, Meter(name, asked.limits), asked.lang)
        return files_of_one or means.confined.read(name, data)
    except UnreadableError as error:
        return Examined(failure=unreadable(error, asked.lang))
    except Malformed as malformed:
        return Examined(faulty(name, data, malformed, asked.lang))


def unreadable(error: UnreadableError, lang: str) -> Failure:
    """The failure of an input that cannot be read."""
    return Failure(error.path, worded(lang, error.reason), worded(lang, error.remedy))


def _lint(report: Report, means: Means, *, counted: bool = False) -> Examined:
    """``counted`` is for a report of many files, where the account tells which have a part in it."""
    asked = means.asked
    means.watch.lap("reading")
    here = asked.nearest.at(report.path)
    if means.apart:
        here = replace(here, select=(), ignore=())
    packs, ruleset = rulebook.of(report, here, asked.limits)
    if asked.checklist:
        ruleset = rulebook.with_checklist(ruleset, packs, asked.limits)
    means.watch.lap("packs")
    previous, others, told = belonging(report, asked, means.library)
    try:
        found = _found(report, ruleset, means, previous, others, counted=counted)
    except LimitError as error:
        return Examined(failure=unreadable(error, asked.lang))
    if not asked.no_suppressions:
        found = suppressing.apply(found, report, ruleset, asked, here)
    if others:
        told += _remarks(found, ruleset, others, asked)
    result = replace(
        rulebook.capped(found, here.severity),
        unread=(*((at, worded(asked.lang, why)) for at, why in report.unread), *found.unread),
        packs=packs,
        form=rulebook.form(here.packs, packs, report, asked.lang),
        report=report if asked.whole else None,
    )
    failure = _refused(report.path, asked.lang) if result.blank and asked.strict else None
    claims = _claims(report, asked.lang) if asked.show_claims else ""
    rules = tuple(rule.entry for rule in ruleset.rules)
    means.watch.lap("rest")
    return Examined(result, failure, rules=rules, claims=claims, remark=told)


def _found(
    report: Report,
    ruleset: RuleSet,
    means: Means,
    previous: Report | None,
    others: tuple[Report, ...],
    *,
    counted: bool,
) -> Result:
    from jslint import engine  # noqa: PLC0415 - where a result is kept, nothing is linted

    asked = means.asked
    return engine.lint(
        report,
        ruleset,
        asked.lang,
        previous,
        asked.limits,
        beside=others,
        diagnosed=not asked.no_diagnosis,
        apart=means.apart,
        addressed=asked.addressed or bool(asked.baseline),
        summed=asked.summed,
        counted=counted or asked.counted,
        watch=means.watch if asked.wanted.timing else None,
    )


def _refused(path: str, lang: str) -> Failure:
    """An input without a figure, where such a one is not to pass."""
    return Failure(path, wording.say(lang, "blank"), wording.say(lang, "blank-remedy"))


def belonging(
    report: Report, asked: Settings, library: Library | None
) -> tuple[Report | None, tuple[Report, ...], str]:
    """Last year's report and this year's other statements for an input; what to say of the rest."""
    previous, noted = _previous(report, asked, library) if library else (None, "")
    others, told = _beside(report, asked, library)
    return previous, others, noted + told


def _previous(report: Report, asked: Settings, library: Library) -> tuple[Report | None, str]:
    """Last year's report for an input; where there is none, what to say of that."""
    from jslint.cli.previous import fitting, remark  # noqa: PLC0415 - most runs look at one year

    previous, reason = fitting(library, report, asked.lang)
    return previous, remark(report.path, reason, asked.lang) if reason else ""


def _beside(
    report: Report, asked: Settings, library: Library | None
) -> tuple[tuple[Report, ...], str]:
    """Other statements of the year that are about an input; what to say of those that are not."""
    if library is None or not library.beside:
        return (), ""
    from jslint.cli.evidence import fitting  # noqa: PLC0415 - most runs look at one file

    return fitting(library.beside, report, asked.lang, library.named)


def _remarks(result: Result, ruleset: RuleSet, others: tuple[Report, ...], asked: Settings) -> str:
    from jslint.cli.evidence import remarks  # noqa: PLC0415 - as above

    return "" if asked.quiet else remarks(result, ruleset, others, asked.lang)


def _claims(report: Report, lang: str) -> str:
    # tabulate takes 50 ms to load, and most runs print no table.
    from jslint.cli.claims import table  # noqa: PLC0415

    return table(report, lang)
