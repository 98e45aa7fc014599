"""jslint check: read, choose packs, lint, print."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from jslint import engine, formatters, pack, readers
from jslint.cli import (
    bounds,
    config,
    files,
    finding,
    manifest,
    pages,
    renamed,
    rulebook,
    suppressing,
)
from jslint.cli.config import Config, Nearest
from jslint.cli.confined import Confined
from jslint.cli.findings import Findings
from jslint.cli.narration import narrate, narrate_results
from jslint.cli.opening import faulty, loaded
from jslint.cli.streams import colored, complain, progress, remark, say_aside, say_out, stamp, width
from jslint.cli.words import language, say
from jslint.diagnostic import Severity
from jslint.errors import JslintError, UnreadableError
from jslint.formatters import wording
from jslint.formatters.account import account
from jslint.formatters.remarks import configured, together
from jslint.harmful import clean
from jslint.limits import DEFAULT, LimitError, Limits, Meter
from jslint.readers import extent
from jslint.readers.faults import Malformed
from jslint.run import Failure, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jslint.cli.baselining import Standing
    from jslint.cli.fixing import Fixer, Shelf
    from jslint.cli.previous import Library
    from jslint.diagnostic import Result
    from jslint.document import Report
    from jslint.pack import RuleSet


_STOPPED = 2


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


class Examined(Struct, frozen=True):
    """What became of one input: a result, or a failure to read it."""

    result: Result | None = None
    failure: Failure | None = None
    ruleset: RuleSet | None = None
    claims: str = ""
    sources: Mapping[str, tuple[str, ...]] = {}


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
    given = dict(options)
    show = given.pop("show_config")
    asked = asked_of(given)
    try:
        if show:
            from jslint.cli import effective  # noqa: PLC0415 - few runs ask for it

            say_out(effective.show(asked))
            return 0
        return check(asked) if asked.paths else None
    except JslintError as error:
        # The shell knows the language of the command line only, not that of the configuration.
        complain(asked.lang, error.english if asked.lang == "en" else str(error))
        return _STOPPED


def examined(
    asked: Settings,
    sought: finding.Found,
    standing: Standing | None = None,
    fixer: Fixer | None = None,
) -> Findings:
    """What there is in every input; with a baseline, what it knows is set apart."""
    for path in sought.inputs:
        asked.nearest.of(_name(path, asked))
    for packs in asked.nearest.used():
        rulebook.load(packs, asked.limits)
    with Confined(asked.limits, asked.tracked, pack.prepare) as confined:
        library = _library(asked, confined)
        found = Findings(related=_whole(asked))
        found.failures += library.failures if library else ()
        for one in _examine_all(sought.files, Means(asked, confined, library, sought.pairs, fixer)):
            result = standing.sift(one.result) if standing and one.result else one.result
            found.add(result, one.failure, one.ruleset, one.claims, one.sources)
    if found.linted:
        groups = tuple(asked.nearest.groups())
        rulebook.require(groups, found.entries, asked.select, asked.ignore, asked.lang)
    return found


def check(asked: Settings) -> int:
    """Check every input, print what was found, and return the exit status."""
    sought = finding.find(asked.paths, searching(asked))
    if asked.verbose:
        narrate(sought, asked)
    if asked.output and not pages.asked_for(asked.output_format, asked.output):
        files.require_writable(asked.output, sought.inputs, asked.lang)
    standing = _standing(asked)
    fixer = _fixer(asked, sought.files)
    found = examined(asked, sought, standing, fixer)
    if asked.verbose:
        narrate_results(found.results, asked)
    run = _run(found, tuple(_name(path, asked) for path in sought.inputs), asked)
    run = replace(run, pairs=tuple(sought.pairs.values()))
    if standing:
        run = replace(run, baseline=standing.compared(found))
    _print(asked, run, "".join(found.claims))
    unfixed = fixer is not None and fixer.failed
    return 2 if run.failures or unfixed else _status(run, asked.fail_on)


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
        excluded=partial(_excluded, asked),
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


def _excluded(asked: Settings, path: str) -> tuple[str, str]:
    """Why a path in a folder is passed over; the output of a run that found nothing is empty."""
    own = asked.output and os.path.abspath(path) == os.path.abspath(asked.output)
    if own and os.path.isfile(path) and not os.path.getsize(path):
        return "own-output", ""
    return asked.nearest.excludes(asked.exclude, path)


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


def _examine_all(paths: tuple[str, ...], means: Means) -> Iterator[Examined]:
    if means.asked.as_one_report:
        yield from _apart(paths[0], means.asked, partial(_fixed, partial(_as_one, paths), means))
        return
    for number, path in enumerate(paths, 1):
        progress(number, len(paths), path)
        turn = partial(_fixed, partial(_examine, path), means)
        yield from _apart(_name(path, means.asked), means.asked, turn)
    progress(len(paths) + 1, len(paths), "")


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
    previous = _previous(report, asked, means.library) if means.library else None
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
        report=report if _whole(asked) else None,
    )
    failure = _refused(report.path, asked.lang) if result.blank and asked.strict else None
    claims = _claims(report) if asked.show_claims else ""
    return Examined(result, failure, ruleset=ruleset, claims=claims)


def _refused(path: str, lang: str) -> Failure:
    """An input without a figure, where such a one is not to pass."""
    return Failure(path, wording.say(lang, "blank"), wording.say(lang, "blank-remedy"))


def _previous(report: Report, asked: Settings, library: Library) -> Report | None:
    """Last year's report for an input; where there is none, that is said."""
    from jslint.cli.previous import fitting, remark  # noqa: PLC0415 - most runs look at one year

    previous, reason = fitting(library, report, asked.lang)
    if reason and not asked.quiet:
        remark(report.path, reason, asked.lang)
    return previous


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
        date=stamp() if _whole(asked) else "",
    )


def _whole(asked: Settings) -> bool:
    """Whether the format shows the report itself, with the relations of its figures."""
    return asked.output_format in formatters.WHOLE


def _print(asked: Settings, run: Run, claims: str) -> None:
    """Print the run; what a format has no place for goes to standard error."""
    for failure in run.failures:
        complain(asked.lang, str(UnreadableError(failure.path, failure.reason, failure.remedy)))
        if asked.verbose:
            say_aside(failure.trace)
    if asked.diff:
        return  # the differences have been printed
    in_folder = pages.asked_for(asked.output_format, asked.output)
    text = "" if in_folder else formatters.render(asked.output_format, run)
    if asked.output_format == "text":
        text = claims + text
    else:
        lines = [*account(run), *_unnamed(asked, run)]
        say_aside(claims + "".join(f"{line}\n" for line in lines), painted=run.color)
    if asked.output and in_folder:
        pages.write(asked.output_format, asked.output, run)
    elif asked.output:
        files.write(asked.output, text, asked.lang)
    else:
        say_out(text, painted=run.color and asked.output_format == "text")


def _unnamed(asked: Settings, run: Run) -> Iterator[str]:
    """What the format has no place for: the configuration, the files that are one report."""
    if asked.output_format == "concise" and run.config and not run.quiet:
        yield clean(configured(run))
    if asked.output_format in ("concise", "sarif", "junit", "gitlab") and not run.quiet:
        yield from map(clean, together(run))


def _status(run: Run, fail_on: str) -> int:
    if fail_on == "never":
        return 0
    rank = Severity(fail_on).rank
    return int(any(found.severity.rank >= rank for _, found in run.diagnostics()))
