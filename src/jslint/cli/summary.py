"""jslint summary: check many reports, each once, and sum up what was found."""

from __future__ import annotations

import os
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from jslint.cli import archived, check, files, finding, groups, own, roster
from jslint.cli.recording import asked
from jslint.cli.streams import complain, say_aside, say_lines, say_out, stamp
from jslint.cli.wanted import Output
from jslint.cli.words import say, system
from jslint.diagnostic import Severity
from jslint.errors import ConfigError, JslintError, UsageError
from jslint.formatters.webpage import file_of
from jslint.phrases import listed
from jslint.run import Run
from jslint.summary import building, structured
from jslint.summary.building import Asked
from jslint.summary.formats import FORMATS, markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jslint.cli.findings import Findings
    from jslint.cli.settings import Settings
    from jslint.run import Failure, Known
    from jslint.summary.grouping import Named
    from jslint.summary.model import Summary

_STOPPED = 2
_INTERRUPTED = 130
_MOST = 1 << 30


def run(options: Mapping[str, object]) -> int:
    """Carry the command out; the exit status."""
    given = dict(options)
    own_options = {
        name: given.pop(name) for name in ("outputs", "roster", "since", "letters", "pages")
    }
    settings = replace(asked(given), summed=True, output_format="json")
    try:
        return _run(settings, own_options)
    except JslintError as error:
        complain(settings.lang, error.told(settings.lang))
        return _STOPPED


def _run(settings: Settings, options: Mapping[str, object]) -> int:
    given = cast("tuple[str, ...]", options["outputs"])
    targets = tuple(one for one in given if one != files.STDIN)  # - is standard output
    gathered = _gathered(settings, options, targets)
    if gathered is None:
        return _INTERRUPTED
    settings, found, beside = gathered
    made = building.summary(found, beside)
    _write(settings, made, targets, printed=len(targets) < max(len(given), 1))
    if options["letters"]:
        _letters(settings, made, str(options["letters"]))
    return _status(settings, made)


def _gathered(
    settings: Settings, options: Mapping[str, object], targets: tuple[str, ...]
) -> tuple[Settings, Run, Asked] | None:
    """What there is to sum up, and with what else; None where the user wants no more."""
    letters = str(options["letters"] or "")
    if archived.is_one(settings.paths):
        found = archived.found(settings)
        _require(settings, targets, found.inputs, letters)
        # Manifests of departments stand beside reports, and these may be anywhere by now.
        return settings, found, _asked(settings, options)
    paths, named = groups.expanded(settings.paths, settings.limits, settings.lang)
    named += groups.below(settings.paths, settings.limits, settings.lang)
    # What a run before wrote there is no report, in whatever format it is.
    written = tuple(Output("csv", path) for path in targets)
    wanted = replace(settings.wanted, files=written)
    settings = replace(settings, paths=tuple(paths), wanted=wanted)
    sought = finding.find(settings.paths, check.searching(settings))
    _require(settings, targets, sought.inputs, letters)
    beside = _asked(settings, options, tuple(named))
    several = check.gathered(settings, sought)
    return several and (settings, _found(settings, sought, *several), beside)


def _asked(
    settings: Settings, options: Mapping[str, object], named: tuple[Named, ...] = ()
) -> Asked:
    """What else the summary is made with."""
    listed, since, pages = (
        cast("str | None", options[name]) for name in ("roster", "since", "pages")
    )
    if pages and not os.path.isdir(pages):
        raise UsageError(say(settings.lang, "summary-no-pages", path=pages))
    return Asked(
        listed=roster.read(listed, settings.limits, settings.lang) if listed else None,
        named=named,
        since=_since(since, settings.lang) if since else None,
        page=partial(_page, pages) if pages else Asked().page,
    )


def _page(folder: str, number: int, reports: int, path: str) -> str:
    """The page of a report; empty where there is none."""
    found = os.path.join(folder, file_of(number, reports, path))
    return found if os.path.isfile(found) else ""


def _since(path: str, lang: str) -> tuple[Known, ...]:
    text = files.load(path, lang).decode("utf-8-sig", "replace")
    found = structured.entries(text)
    if found is None:
        raise ConfigError(say(lang, "summary-strange"), path)
    return found


def _found(
    settings: Settings, sought: finding.Found, found: Findings, failures: tuple[Failure, ...]
) -> Run:
    return Run(
        results=found.results,
        failures=failures,
        inputs=sought.inputs,
        lang=settings.lang,
        entries=found.entries,
        sources=found.sources,
        date=stamp(),
        pairs=tuple(sought.pairs.values()),
    )


def _require(
    settings: Settings, targets: tuple[str, ...], inputs: tuple[str, ...], letters: str
) -> None:
    """Refuse, before any work, an output that must not be written; raise ``UsageError``."""
    lang = settings.lang
    for path in targets:
        if os.path.splitext(path)[1].lower() not in FORMATS:
            endings = listed(lang, FORMATS)
            raise UsageError(say(lang, "summary-ending", path=path, endings=endings))
        files.require_writable(path, inputs, lang)
        own.require(path, settings.lang, force=settings.wanted.force)
    if len({os.path.realpath(path) for path in targets}) < len(targets):
        raise UsageError(say(lang, "same-output", path=targets[-1]))
    if letters:
        if find_spec("docx") is None:
            raise UsageError(say(lang, "letters-extra"))
        try:
            os.makedirs(letters, exist_ok=True)
        except (OSError, ValueError) as error:
            why = system(error, lang)
            raise UsageError(say(lang, "not-written", path=letters, why=why)) from error


def _write(settings: Settings, made: Summary, targets: tuple[str, ...], *, printed: bool) -> None:
    """Write every output; where standard output is one, print Markdown, else the totals."""
    for failure in made.run.failures:
        complain(settings.lang, failure.told(settings.lang))
    for path in targets:
        encode = FORMATS[os.path.splitext(path)[1].lower()]
        data = encode(made, os.path.dirname(path))
        files.write(path, data, settings.lang)
        own.remember(path, data)
    if printed:
        say_out(markdown(made, "").decode())
    elif not settings.quiet:
        say_lines(_told(settings, made, targets))


def _told(settings: Settings, made: Summary, targets: tuple[str, ...]) -> Iterator[str]:
    yield from building.totals(made)
    yield say(settings.lang, "summary-written", paths=listed(settings.lang, targets))


def _letters(settings: Settings, made: Summary, folder: str) -> None:
    from jslint.summary.letters import letters  # noqa: PLC0415 - loads python-docx

    count = 0
    for name, data in letters(made):
        path = os.path.join(folder, name)
        own.require(path, settings.lang, force=settings.wanted.force)
        files.write(path, data, settings.lang)
        own.remember(path, data)
        count += 1
    if not settings.quiet:
        say_aside(f"{say(settings.lang, 'letters-written', count=count, path=folder)}\n")


def _status(settings: Settings, made: Summary) -> int:
    if made.run.failures:
        return _STOPPED
    if settings.fail_on == "never":
        return 0
    rank = Severity(settings.fail_on).rank
    gaps = [found for one in made.departments for found in one.diagnostics]
    every = any(one.rank >= rank and made.run.count(one) for one in Severity)
    return int(every or any(one.severity.rank >= rank for one in gaps))
