"""jslint checklist: check a report, fill in its packs' checklist, write or print it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from jslint import pack
from jslint.checklist import days, document, judging, markdown, rows, terminal, workbook
from jslint.checklist.judging import Evidence
from jslint.checklist.model import Dates, Day, Filled, Verdict
from jslint.cli import check, files, finding, own
from jslint.cli.asking import asked_for
from jslint.cli.streams import colored, complain, say_aside, say_lines, say_out
from jslint.cli.words import say
from jslint.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jslint.cli.examining import Examined
    from jslint.cli.settings import Settings
    from jslint.run import Failure

_STOPPED = 2
#: What writes each kind of file.
_WRITERS: Mapping[str, Callable[[Filled], bytes]] = {
    ".xlsx": workbook.encode,
    ".docx": document.encode,
    ".md": markdown.encode,
}


def fill(
    options: Mapping[str, object],
    target: str | None,
    dates: tuple[str | None, str | None],
    *,
    force: bool,
) -> int:
    """Fill in the checklist of one report, which may be of several files; the exit status."""
    paths = cast("tuple[str, ...]", options["paths"])
    as_one = len(paths) > 1
    settings = replace(asked_for({**options, "as_one_report": as_one}), checklist=True)
    lang = settings.lang
    given = Dates(*(_day(one, lang) for one in dates))
    sought = finding.find(settings.paths, check.searching(settings))
    if len(sought.files) > 1 and not as_one:
        raise UsageError(say(lang, "checklist-one", count=len(sought.files)))
    if target:
        _require(target, sought.inputs, lang, force=force)
    several, failures = check.examine(settings, sought)
    one = _only(several, failures, lang)
    if one is None:
        return _STOPPED
    say_aside(one.remark)
    filled = _filled(one, settings, given, sought.inputs)
    _put(filled, target, settings)
    return int(filled.count(Verdict.FAILED) > 0)


def _day(printed: str | None, lang: str) -> Day | None:
    """A date that the user gives; raise ``UsageError`` where it is none."""
    if printed is None:
        return None
    found = days.whole(printed)
    if found is None:
        raise UsageError(say(lang, "no-date", given=printed))
    return Day(found)


def _require(path: str, inputs: Sequence[str], lang: str, *, force: bool) -> None:
    """Refuse, before any work, a file that must not be written."""
    if _ending(path) not in _WRITERS:
        raise UsageError(say(lang, "checklist-ending", path=path))
    files.require_writable(path, inputs, lang)
    if os.path.isfile(path) and not force and not own.is_ours(path):
        raise UsageError(say(lang, "not-ours", path=path))


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _only(several: Sequence[Examined], failures: Sequence[Failure], lang: str) -> Examined | None:
    """What was found in the report; None, and why, where it or what stands beside it was not read."""
    every = [*failures, *(one.failure for one in several if one.failure)]
    for failure in every:
        complain(lang, UnreadableError(failure.path, failure.reason, failure.remedy).told(lang))
    found = [one for one in several if one.result is not None and one.rules is not None]
    if every or not found:
        if not every:
            complain(lang, say(lang, "not-well-formed", path=several[0].result.path))  # type: ignore[union-attr]
        return None
    return found[0]


def _filled(one: Examined, settings: Settings, given: Dates, inputs: Sequence[str]) -> Filled:
    result = one.result
    assert result is not None
    assert result.report is not None
    items = pack.checklist(result.packs, settings.limits)
    if not items:
        names = say(settings.lang, "comma").join(result.packs)
        raise UsageError(say(settings.lang, "no-checklist", names=names))
    entries = {entry.id: entry for entry in one.rules or ()}
    evidence = Evidence(result, entries, settings.lang)
    return Filled(
        answers=judging.answers(items, evidence, result.report, given),
        path=result.path,
        files=tuple(inputs),
        body=result.body,
        year=result.year,
        form=result.form,
        lang=settings.lang,
    )


def _put(filled: Filled, target: str | None, settings: Settings) -> None:
    """Write the form to its file, and what it comes to; without a file print it whole."""
    if target is None:
        color = colored("auto", sys.stdout, os.environ)
        say_out(terminal.render(filled, color=color), painted=color)
        return
    data = _WRITERS[_ending(target)](filled)
    files.write(target, data, settings.lang)
    own.remember(target, data)
    say_lines([say(settings.lang, "checklist-written", path=target, total=rows.total(filled))])
