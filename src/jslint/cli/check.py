"""jslint check: read, choose packs, lint, print."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import readers
from jslint.cli import finding, many, outputs, rulebook, suppressing, wanted
from jslint.cli.confined import Confined
from jslint.cli.examining import Examined, Means, belonging, opened, working
from jslint.cli.findings import Findings
from jslint.cli.live import Live
from jslint.cli.narration import narrate, narrate_results
from jslint.cli.settings import asked_of
from jslint.cli.streams import colored, complain, say_aside, say_out, width
from jslint.cli.words import say
from jslint.errors import JslintError, UnreadableError, UsageError
from jslint.formatters.account import account
from jslint.formatters.remarks import together
from jslint.formatters.totals import unlooked
from jslint.harmful import clean
from jslint.run import Failure, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.cli.baselining import Standing
    from jslint.cli.examining import Around, Working
    from jslint.cli.fixing import Fixer
    from jslint.cli.kept import Kept
    from jslint.cli.previous import Library
    from jslint.cli.settings import Settings
    from jslint.document import Report


_STOPPED = 2
_INTERRUPTED = 130


def run(options: Mapping[str, object]) -> int | None:
    """Carry the command out; the exit status, or None where there is nothing to check."""
    given = wanted.apart(options)
    show = given.pop("show_config")
    asked = asked_of(given)
    try:
        if show:
            from jslint.cli import effective  # noqa: PLC0415 - few runs ask for it

            say_out(effective.show(asked))
            return 0
        if asked.wanted.scheduler and asked.wanted.engine != wanted.DASK:
            raise UsageError(say(asked.lang, "scheduler-alone"))
        if asked.wanted.engine == wanted.DASK and asked.paths:
            from jslint.cli import afar  # noqa: PLC0415 - for archives only

            return afar.check(asked, searching(asked))
        if asked.wanted.watch and asked.paths:
            from jslint.cli.watch import watch  # noqa: PLC0415 - few runs ask for it

            return watch(asked, partial(asked_of, given), check)
        return check(asked) if asked.paths else None
    except JslintError as error:
        # The shell knows the language of the command line only, not that of the configuration.
        complain(asked.lang, error.told(asked.lang))
        return _STOPPED


def _begun(asked: Settings, sought: finding.Found) -> tuple[Library | None, Findings]:
    """What the inputs are examined by is read; last year's reports, if any, and what they lack."""
    for path in sought.inputs:
        asked.nearest.of(asked.name(path))
    for packs in asked.nearest.used():
        rulebook.load(packs, asked.limits)
    with Confined(asked.limits, asked.tracked) as confined:
        library = _library(asked, confined, alone=len(_items(asked, sought.files)) == 1)
    found = Findings()
    found.failures += library.failures if library else ()
    return library, found


def _items(asked: Settings, paths: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The inputs that are examined together: all of them, or each by itself."""
    return (paths,) if asked.as_one_report else tuple((path,) for path in paths)


def examined(
    asked: Settings,
    sought: finding.Found,
    standing: Standing | None = None,
    around: Around | None = None,
) -> Findings:
    """What there is in every input, shown to nobody; with a baseline, what it knows is set apart.

    What is ``around`` works on one input after the other, in this process.
    """
    library, found = _begun(asked, sought)
    items = _items(asked, sought.files)
    work = partial(working, asked, library, sought.pairs, around)
    jobs = 1 if around else outputs.jobs(items, asked)
    with closing(many.examined(items, work, jobs, None, partial(_lost, asked))) as several:
        for _, ones in several:
            for one in _sifted(ones, standing):
                found.add(one.result, one.failure, one.rules, one.claims, one.sources)
    if found.linted:
        _require_rules(found, asked, over=True)
    return found


def examine(asked: Settings, sought: finding.Found) -> tuple[list[Examined], tuple[Failure, ...]]:
    """What became of every input with all that was found; what else could not be read."""
    library, found = _begun(asked, sought)
    with working(asked, library, sought.pairs, None) as each:
        several = [one for item in _items(asked, sought.files) for one in each(item)]
    return several, tuple(found.failures)


def in_turn(asked: Settings, sought: finding.Found) -> Iterator[Examined]:
    """What became of one input after the other; first of what stands beside them and is not read."""
    library, found = _begun(asked, sought)
    yield from (Examined(failure=failure) for failure in found.failures)
    with working(asked, library, sought.pairs, None) as each:
        for item in _items(asked, sought.files):
            yield from each(item)


def gathered(asked: Settings, sought: finding.Found) -> tuple[Findings, tuple[Failure, ...]] | None:
    """What there is in every input, and what could not be read; None where the user wants no more.

    It says how far it is, and what is examined is kept at once, so that another run goes on from there.
    """
    library, found = _begun(asked, sought)
    live = Live(asked, found, partial(_run, inputs=(), asked=asked), _require_rules)
    kept = outputs.kept(asked, library, sought.pairs)
    work = partial(working, asked, library, sought.pairs, None)
    if not _examine_all(_items(asked, sought.files), work, live, kept, None):
        return None
    if found.linted:
        _require_rules(found, asked, over=True)
    live.last()
    return found, tuple(found.failures)


def _sifted(several: Sequence[Examined], standing: Standing | None) -> list[Examined]:
    """The same with what the baseline knows set apart."""
    return [
        replace(one, result=standing.sift(one.result)) if standing and one.result else one
        for one in several
    ]


def check(asked: Settings) -> int:
    """Check every input, print what was found, and return the exit status."""
    sought = finding.find(asked.paths, searching(asked))
    paths = outputs.inputs(sought.files, asked)
    if asked.verbose:
        narrate(sought, asked)
    outputs.require(asked, sought.inputs)
    standing = _standing(asked)
    library, found = _begun(asked, sought)
    fixer = _fixer(asked, paths)
    live = Live(asked, found, partial(_run, inputs=(), asked=asked), _require_rules)
    items = _items(asked, paths)
    kept = None if fixer else outputs.kept(asked, library, sought.pairs)
    around = fixer.examined if fixer else None
    work = partial(working, asked, library, sought.pairs, around)
    interrupted = not _examine_all(items, work, live, kept, standing)
    if found.linted:
        _require_rules(found, asked, over=True)
    if asked.verbose:
        narrate_results(found.results, asked)
    inputs = outputs.named(paths, sought.files, sought.inputs)
    run = _run(found, tuple(asked.name(path) for path in inputs), asked)
    run = replace(run, pairs=tuple(sought.pairs.values()))
    if standing:
        run = replace(run, baseline=standing.compared(found))
    _print(asked, run, "".join(found.claims), live)
    live.last()
    if interrupted:
        return _INTERRUPTED
    if fixer:
        fixer.ended()
    unfixed = fixer is not None and fixer.failed
    return 2 if run.failures or unfixed else outputs.status(run, asked)


def _require_rules(found: Findings, asked: Settings, *, over: bool) -> None:
    """Refuse rules that no pack knows and, when the run is ``over``, that none was applied."""
    groups = tuple(asked.nearest.groups())
    ids = found.entries if over or found.entries else {""}
    rulebook.require(groups, ids, asked.rules_named, asked.lang)


def _fixer(asked: Settings, paths: tuple[str, ...]) -> Fixer | None:
    """What fixes the inputs; None where that is not asked for."""
    if not (asked.fix or asked.diff):
        return None
    from jslint.cli.fixing import fixer  # noqa: PLC0415 - most runs fix nothing

    return fixer(asked, paths)


def searching(asked: Settings) -> finding.Search:
    """How folders are searched."""
    return finding.Search(
        extensions=readers.READERS,
        excluded=partial(outputs.excluded, asked, partial(asked.nearest.excludes, asked.exclude)),
        ignore=not asked.no_ignore,
        # All inputs as one report need no pairs among them.
        pair=not (asked.no_pair or asked.as_one_report),
        limits=asked.limits,
        forced=asked.wanted.force_exclude,
    )


def _standing(asked: Settings) -> Standing | None:
    """The baseline; None where none is asked for."""
    if asked.baseline is None:
        return None
    from jslint.cli import baselining  # noqa: PLC0415 - reads JSON, and most runs have none

    return baselining.standing(asked)


def _library(asked: Settings, confined: Confined, *, alone: bool) -> Library | None:
    """Last year's reports and this year's other statements; None where neither is asked for."""
    if asked.previous is None and not asked.against:
        return None
    from jslint.cli.previous import Library, gather  # noqa: PLC0415 - most runs look at one year

    search = searching(replace(asked, as_one_report=False))
    opened = partial(_past, Means(asked, confined))
    library = gather(asked.previous, search, opened) if asked.previous else Library()
    if not asked.against:
        return library
    from jslint.cli.evidence import gathered  # noqa: PLC0415 - as above

    found = gathered(asked.against, search, opened)
    failures = tuple(dict.fromkeys((*library.failures, *found.failures)))
    named = found.named if alone else frozenset()
    return replace(library, beside=found.reports, named=named, failures=failures)


def beside(asked: Settings, report: Report) -> tuple[Report | None, tuple[Report, ...]]:
    """Last year's report and this year's other statements that go with a report.

    Raise ``UnreadableError`` for the first of them that cannot be read.
    """
    with Confined(asked.limits, asked.tracked) as confined:
        library = _library(asked, confined, alone=True)
    for failure in library.failures if library else ():
        raise UnreadableError(failure.path, failure.reason, failure.remedy)
    previous, others, told = belonging(report, asked, library)
    say_aside(told)
    return previous, others


def _past(means: Means, paths: tuple[str, ...]) -> Iterator[Report | Failure]:
    for one in opened(paths, means):
        if isinstance(one, Examined):
            yield one.failure or Failure(paths[0], say(means.asked.lang, "past-malformed"))
        else:
            yield one


def _examine_all(
    items: tuple[tuple[str, ...], ...],
    work: Working,
    live: Live,
    kept: Kept | None,
    standing: Standing | None,
) -> bool:
    """Examine all inputs and show what is found; whether that was not interrupted."""
    jobs = outputs.jobs(items, live.asked)
    live.begin([live.asked.name(item[0]) for item in items], jobs)
    with closing(many.examined(items, work, jobs, kept, partial(_lost, live.asked))) as examined:
        try:
            for done, several in examined:
                live.show(done, _sifted(several, standing))
        except KeyboardInterrupt:
            live.interrupted()
            return False
    live.end(kept)
    return True


def _lost(asked: Settings, item: tuple[str, ...], status: int) -> list[Examined]:
    """The failure of an input at which a process came to an end."""
    reason = say(asked.lang, "lost", status=status)
    return [Examined(failure=Failure(asked.name(item[0]), reason, say(asked.lang, "lost-remedy")))]


def _run(found: Findings, inputs: tuple[str, ...], asked: Settings) -> Run:
    return Run(
        results=found.results,
        failures=tuple(found.failures),
        inputs=inputs,
        lang=asked.lang,
        color=not (asked.output and asked.color == "auto")
        and colored(asked.color, sys.stderr if asked.passes else sys.stdout, os.environ),
        width=width(os.environ),
        skipped=asked.show_skipped,
        coverage=asked.coverage,
        quiet=asked.quiet,
        configs=asked.nearest.paths,
        suppressed=asked.show_suppressed,
        entries=suppressing.entries(found),
        sources=found.sources,
        **outputs.views(asked),
    )


def _print(asked: Settings, run: Run, claims: str, live: Live) -> None:
    """Print the run; what a format has no place for goes to standard error."""
    for failure in run.failures:
        complain(asked.lang, failure.told(asked.lang))
        if asked.verbose:
            say_aside(failure.trace)
    if asked.output_format != "text" and not asked.diff:
        lines = [*account(run), *_unnamed(asked, run)]
        say_aside(claims + "".join(f"{line}\n" for line in lines), painted=run.color)
        claims = ""
    outputs.write(asked, run, claims, live)


def _unnamed(asked: Settings, run: Run) -> Iterator[str]:
    """What the format has no place for: the configuration, the files that are one report."""
    if asked.output_format == "concise" and not run.quiet and (left := unlooked(run)):
        yield clean(left)
    if asked.output_format in ("sarif", "junit", "gitlab") and not run.quiet:
        yield from map(clean, together(run))
