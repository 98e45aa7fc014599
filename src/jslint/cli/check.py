"""jslint check: read, choose packs, lint, print."""

from __future__ import annotations

import os
import sys
import time
from contextlib import closing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from jslint import engine, pack, readers
from jslint.cli import (
    bounds,
    config,
    files,
    finding,
    manifest,
    many,
    outputs,
    renamed,
    rulebook,
    suppressing,
    wanted,
)
from jslint.cli.config import Config, Nearest
from jslint.cli.confined import Confined
from jslint.cli.findings import Findings
from jslint.cli.live import Live
from jslint.cli.narration import narrate, narrate_results
from jslint.cli.opening import faulty, loaded
from jslint.cli.streams import colored, complain, remark, say_aside, say_out, width
from jslint.cli.wanted import Wanted
from jslint.cli.words import language, say
from jslint.errors import JslintError, UnreadableError
from jslint.formatters import wording
from jslint.formatters.account import account
from jslint.formatters.remarks import together
from jslint.formatters.totals import unlooked
from jslint.harmful import clean
from jslint.limits import DEFAULT, LimitError, Limits, Meter
from jslint.readers import extent
from jslint.readers.faults import Malformed
from jslint.run import Failure, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from jslint.cli.baselining import Standing
    from jslint.cli.fixing import Fixer, Shelf
    from jslint.cli.kept import Kept
    from jslint.cli.previous import Library
    from jslint.diagnostic import Result
    from jslint.document import Report
    from jslint.rules.ground.entry import Entry


_STOPPED = 2
_INTERRUPTED = 130


class Settings(Struct, frozen=True):
    """What the command line and the configuration ask for; see the options' help."""

    paths: tuple[str, ...]
    packs: tuple[str, ...]
    output_format: str
    output: str | None
    fail_on: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    show_claims: bool
    coverage: bool
    show_skipped: bool
    no_diagnosis: bool
    lang: str
    color: str
    stdin_filename: str | None
    as_one_report: bool
    previous: str | None
    tracked: str
    quiet: bool
    nearest: Nearest
    verbose: bool = False
    allow_outside: bool = False
    limits: Limits = DEFAULT
    strict: bool = False
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    max_fixes: int | None = None
    no_suppressions: bool = False
    show_suppressed: bool = False
    baseline: str | None = None
    addressed: bool = False
    config: Config = Config()
    extend_select: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    no_ignore: bool = False
    no_pair: bool = False
    wanted: Wanted = Wanted()


class Examined(Struct, frozen=True):
    """What became of one input: a result, or a failure to read it.

    ``remark`` is for standard error, ``took`` is the time in nanoseconds.
    """

    result: Result | None = None
    failure: Failure | None = None
    rules: tuple[Entry, ...] | None = None
    claims: str = ""
    sources: Mapping[str, tuple[str, ...]] = {}
    remark: str = ""
    took: int = 0


class Means(Struct, frozen=True):
    """What examining an input takes: the settings, what reads files, last year's reports.

    ``shelf`` holds the bytes of inputs that are being fixed, ``apart`` asks for what every rule finds,
    each place by itself.
    """

    asked: Settings
    confined: Confined
    library: Library | None = None
    pairs: Mapping[str, tuple[str, ...]] = {}
    fixer: Fixer | None = None
    shelf: Shelf | None = None
    apart: bool = False


def settings(options: Mapping[str, object]) -> Settings:
    """Click's options as settings, the language taken from the locale where it is not given."""
    named = {**options, "lang": options["lang"] or language()}
    named["limits"] = bounds.chosen(cast("tuple[str, ...]", named["limits"]), str(named["lang"]))
    return Settings(**named)  # type: ignore[arg-type]


#: What a command that only looks for files has no options for.
_UNASKED: Mapping[str, object] = {
    **dict.fromkeys(("packs", "select", "extend_select", "ignore", "severity"), ()),
    **dict.fromkeys(("limits", "exclude"), ()),
    **dict.fromkeys(("show_claims", "coverage", "show_skipped", "no_diagnosis", "quiet"), False),
    **dict.fromkeys(("as_one_report", "no_ignore", "no_pair"), False),
    **dict.fromkeys(("fail_on", "lang", "output", "output_format", "stdin_filename"), None),
    **dict.fromkeys(("previous", "config"), None),
    "color": "never",
    "tracked": "accepted",
    "no_config": False,
}


def settings_of(options: Mapping[str, object]) -> Settings:
    """The settings of a command that has a few of the options of a check."""
    return asked_of({**_UNASKED, **options})


def asked_of(options: Mapping[str, object]) -> Settings:
    """The settings of Click's options and the configuration; an old id of a rule is remarked on."""
    given = dict(options)
    if given["output"] == files.STDIN:
        given["output"] = None  # - is standard output
    named = [*(given[option] for option in ("select", "extend_select", "ignore"))]
    old = renamed.among(one for options in named for one in cast("tuple[str, ...]", options))
    for option in ("select", "extend_select", "ignore"):
        given[option] = rulebook.prefixes(given[option])  # type: ignore[arg-type]
    asked = settings(config.under(given))
    for was, new in old:
        remark(asked.lang, say(asked.lang, "renamed-rule", old=was, new=new))
    return asked


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
        if asked.wanted.watch and asked.paths:
            from jslint.cli.watch import watch  # noqa: PLC0415 - few runs ask for it

            return watch(asked, check)
        return check(asked) if asked.paths else None
    except JslintError as error:
        # The shell knows the language of the command line only, not that of the configuration.
        complain(asked.lang, error.english if asked.lang == "en" else str(error))
        return _STOPPED


def _begun(asked: Settings, sought: finding.Found) -> tuple[Library | None, Findings]:
    """What the inputs are examined by is read; last year's reports, if any, and what they lack."""
    for path in sought.inputs:
        asked.nearest.of(_name(path, asked))
    for packs in asked.nearest.used():
        rulebook.load(packs, asked.limits)
    with Confined(asked.limits, asked.tracked) as confined:
        library = _library(asked, confined)
    found = Findings()
    found.failures += library.failures if library else ()
    return library, found


def _items(asked: Settings, paths: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The inputs that are examined together: all of them, or each by itself."""
    return (paths,) if asked.as_one_report else tuple((path,) for path in paths)


def examined(asked: Settings, sought: finding.Found, standing: Standing | None = None) -> Findings:
    """What there is in every input, shown to nobody; with a baseline, what it knows is set apart."""
    library, found = _begun(asked, sought)
    items = _items(asked, sought.files)
    work = partial(working, asked, library, sought.pairs, None)
    jobs = outputs.jobs(items, asked)
    with closing(many.examined(items, work, jobs, None, partial(_lost, asked))) as several:
        for _, ones in several:
            for one in _sifted(ones, standing):
                found.add(one.result, one.failure, one.rules, one.claims, one.sources)
    if found.linted:
        _require_rules(found, asked, over=True)
    return found


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
    work = partial(working, asked, library, sought.pairs, fixer)
    interrupted = not _examine_all(items, work, live, kept, standing)
    if found.linted:
        _require_rules(found, asked, over=True)
    if asked.verbose:
        narrate_results(found.results, asked)
    inputs = outputs.named(paths, sought.files, sought.inputs)
    run = _run(found, tuple(_name(path, asked) for path in inputs), asked)
    run = replace(run, pairs=tuple(sought.pairs.values()))
    if standing:
        run = replace(run, baseline=standing.compared(found))
    _print(asked, run, "".join(found.claims), live)
    live.last()
    if interrupted:
        return _INTERRUPTED
    unfixed = fixer is not None and fixer.failed
    return 2 if run.failures or unfixed else outputs.status(run, asked)


def _require_rules(found: Findings, asked: Settings, *, over: bool) -> None:
    """Refuse rules that no pack knows and, when the run is ``over``, that none was applied."""
    groups = tuple(asked.nearest.groups())
    ids = found.entries if over or found.entries else {""}
    rulebook.require(groups, ids, asked.select, asked.ignore, asked.lang)


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
    )


def _standing(asked: Settings) -> Standing | None:
    """The baseline; None where none is asked for."""
    if asked.baseline is None:
        return None
    from jslint.cli import baselining  # noqa: PLC0415 - reads JSON, and most runs have none

    return baselining.standing(asked)


def _library(asked: Settings, confined: Confined) -> Library | None:
    """Last year's reports; None where none is asked for."""
    if asked.previous is None:
        return None
    from jslint.cli.previous import gather  # noqa: PLC0415 - most runs look at one year

    search = searching(replace(asked, as_one_report=False))
    return gather(asked.previous, search, partial(_past, Means(asked, confined)))


def _past(means: Means, paths: tuple[str, ...]) -> Iterator[Report | Failure]:
    for one in _opened(paths, means):
        if isinstance(one, Examined):
            yield one.failure or Failure(paths[0], say(means.asked.lang, "past-malformed"))
        else:
            yield one


def _examine_all(
    items: tuple[tuple[str, ...], ...],
    work: many.Working,
    live: Live,
    kept: Kept | None,
    standing: Standing | None,
) -> bool:
    """Examine all inputs and show what is found; whether that was not interrupted."""
    jobs = outputs.jobs(items, live.asked)
    live.begin([_name(item[0], live.asked) for item in items], jobs)
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
    return [
        Examined(failure=Failure(_name(item[0], asked), reason, say(asked.lang, "lost-remedy")))
    ]


@contextmanager
def working(
    asked: Settings,
    library: Library | None,
    pairs: Mapping[str, tuple[str, ...]],
    fixer: Fixer | None,
) -> Iterator[Callable[[tuple[str, ...]], list[Examined]]]:
    """What examines an input, or several that are one report, in whichever process this is."""
    with Confined(asked.limits, asked.tracked, pack.prepare) as confined:
        yield partial(_each, Means(asked, confined, library, pairs, fixer))


def _each(means: Means, item: tuple[str, ...]) -> list[Examined]:
    as_one = means.asked.as_one_report or len(item) > 1
    examine = partial(_as_one, item) if as_one else partial(_examine, item[0])
    since = time.monotonic_ns()
    turn = partial(_fixed, examine, means)
    several = list(_apart(_name(item[0], means.asked), means.asked, turn))
    return [replace(one, took=time.monotonic_ns() - since) for one in several]


def _apart(
    name: str, asked: Settings, examine: Callable[[], Iterable[Examined]]
) -> Iterable[Examined]:
    """What comes of an input; whatever goes wrong with it, the others are still examined."""
    try:
        return list(examine())
    except JslintError:
        raise  # what the user asked for cannot be done
    except Exception as error:  # noqa: BLE001 - any fault of ours, MemoryError and RecursionError too
        from jslint.cli.crash import failure, record  # noqa: PLC0415 - rarely needed

        return [Examined(failure=failure(name, record(error), asked.lang))]


def _fixed(turn: Callable[[Means], Iterable[Examined]], means: Means) -> Iterable[Examined]:
    """What comes of an input, after its fixes where any are asked for."""
    return means.fixer.examined(turn, means) if means.fixer else turn(means)


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

    opened = list(_opened(paths, means))
    reports = [one for one in opened if not isinstance(one, Examined)]
    if len(reports) < len(opened):
        yield from (one for one in opened if isinstance(one, Examined))
        return
    sources = {report.path: report.lines for report in reports}
    try:
        whole = extent.require(join(reports), means.asked.limits)
    except LimitError as error:
        yield Examined(failure=_unreadable(error, means.asked.lang))
        return
    yield replace(_lint(whole, means), sources=sources)


def _opened(paths: Iterable[str], means: Means) -> Iterator[Report | Examined]:
    """The inputs, each manifest replaced by what it names; one in another is not followed."""
    lang = means.asked.lang
    for path in paths:
        one = _open(path, means)
        if not isinstance(one, tuple):
            yield one
            continue
        for name in one:
            if not means.asked.allow_outside and not manifest.is_within(
                name, _name(path, means.asked)
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
    name = _name(path, asked)
    try:
        load = partial(loaded, path, name, asked.lang, asked.limits)
        data = means.shelf.take(name, load) if means.shelf else load()
        files_of_one = manifest.members(name, data, Meter(name, asked.limits), asked.lang)
        return files_of_one or means.confined.read(name, data)
    except UnreadableError as error:
        return Examined(failure=_unreadable(error, asked.lang))
    except Malformed as malformed:
        return Examined(faulty(name, data, malformed, asked.lang))


def _unreadable(error: UnreadableError, lang: str) -> Failure:
    if lang == "en" and isinstance(error, LimitError):
        return Failure(error.path, *error.in_english)
    return Failure(error.path, error.reason, error.remedy)


def _name(path: str, asked: Settings) -> str:
    return asked.stdin_filename or path if path == files.STDIN else path


def _lint(report: Report, means: Means) -> Examined:
    asked = means.asked
    here = asked.nearest.at(report.path)
    if means.apart:
        here = replace(here, select=(), ignore=())
    packs = rulebook.chosen(here.packs, report)
    ruleset = rulebook.choose(
        packs, here.select, here.ignore, here.severity, asked.limits, here.extend_select
    )
    previous, noted = _previous(report, asked, means.library) if means.library else (None, "")
    diagnosed = not asked.no_diagnosis
    try:
        found = engine.lint(
            report,
            ruleset,
            asked.lang,
            previous,
            asked.limits,
            diagnosed=diagnosed,
            apart=means.apart,
            addressed=asked.addressed or bool(asked.baseline),
        )
    except LimitError as error:
        return Examined(failure=_unreadable(error, asked.lang))
    if not asked.no_suppressions:
        found = suppressing.apply(found, report, ruleset, asked, here)
    result = replace(
        rulebook.capped(found, here.severity),
        unread=(*report.unread, *found.unread),
        packs=packs,
        form=rulebook.form(here.packs, packs, report, asked.lang),
        report=report if outputs.whole(asked) else None,
    )
    failure = _refused(report.path, asked.lang) if result.blank and asked.strict else None
    claims = _claims(report) if asked.show_claims else ""
    rules = tuple(rule.entry for rule in ruleset.rules)
    return Examined(result, failure, rules=rules, claims=claims, remark=noted)


def _refused(path: str, lang: str) -> Failure:
    """An input without a figure, where such a one is not to pass."""
    return Failure(path, wording.say(lang, "blank"), wording.say(lang, "blank-remedy"))


def _previous(report: Report, asked: Settings, library: Library) -> tuple[Report | None, str]:
    """Last year's report for an input; where there is none, what to say of that."""
    from jslint.cli.previous import fitting, remark  # noqa: PLC0415 - most runs look at one year

    previous, reason = fitting(library, report, asked.lang)
    return previous, remark(report.path, reason, asked.lang) if reason else ""


def _claims(report: Report) -> str:
    # tabulate takes 50 ms to load, and most runs print no table.
    from jslint.cli.claims import table  # noqa: PLC0415

    return table(report)


def _run(found: Findings, inputs: tuple[str, ...], asked: Settings) -> Run:
    return Run(
        results=found.results,
        failures=tuple(found.failures),
        inputs=inputs,
        lang=asked.lang,
        color=not (asked.output and asked.color == "auto")
        and colored(asked.color, sys.stdout, os.environ),
        width=width(os.environ),
        skipped=asked.show_skipped,
        coverage=asked.coverage,
        quiet=asked.quiet,
        config=say(asked.lang, "comma").join(asked.nearest.paths),
        suppressed=asked.show_suppressed,
        entries=suppressing.entries(found),
        sources=found.sources,
        **outputs.views(asked),
    )


def _print(asked: Settings, run: Run, claims: str, live: Live) -> None:
    """Print the run; what a format has no place for goes to standard error."""
    for failure in run.failures:
        complain(asked.lang, str(UnreadableError(failure.path, failure.reason, failure.remedy)))
        if asked.verbose:
            say_aside(failure.trace)
    if asked.diff:
        return  # the differences have been printed
    if asked.output_format != "text":
        lines = [*account(run), *_unnamed(asked, run)]
        say_aside(claims + "".join(f"{line}\n" for line in lines), painted=run.color)
        claims = ""
    outputs.write(asked, run, claims, live)


def _unnamed(asked: Settings, run: Run) -> Iterator[str]:
    """What the format has no place for: the configuration, the files that are one report."""
    if asked.output_format == "concise" and not run.quiet and (left := unlooked(run)):
        yield clean(left)
    if asked.output_format in ("concise", "sarif", "junit", "gitlab") and not run.quiet:
        yield from map(clean, together(run))
