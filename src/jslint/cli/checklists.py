"""jslint checklist: check reports, fill in their packs' checklists, write or print them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from jslint import pack
from jslint.checklist import days, document, judging, markdown, rows, terminal, workbook
from jslint.checklist.judging import Evidence
from jslint.checklist.model import Dates, Day, Filled, Verdict
from jslint.cli import check, files, finding, own, pages
from jslint.cli.asking import asked_for
from jslint.cli.streams import colored, complain, say_aside, say_lines, say_out
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.formatters.webpage import file_of
from jslint.phrases import listed

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


class Target(Struct, frozen=True):
    """Where checklists go: a file or, ending as such, a folder of files of this ``ending``."""

    path: str | None
    ending: str = ".xlsx"
    force: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether each report has a file of its own."""
        given = self.path or ""
        return bool(given) and (given.endswith((os.sep, "/")) or os.path.isdir(given))

    @property
    def takes_several(self) -> bool:
        """Whether there is room for more than one report."""
        return self.is_folder or _ending(self.path or "") == ".xlsx"


def fill(
    options: Mapping[str, object], target: Target, dates: tuple[str | None, str | None]
) -> int:
    """Fill in the checklist of each report, one of which may be of several files; the exit status.

    Several files that are named are one report; a folder holds reports of its own.
    """
    paths = cast("tuple[str, ...]", options["paths"])
    as_one = len(paths) > 1 and not any(map(os.path.isdir, paths))
    settings = replace(asked_for({**options, "as_one_report": as_one}), checklist=True)
    lang = settings.lang
    given = Dates(*(_day(one, lang) for one in dates))
    sought = finding.find(settings.paths, check.searching(settings))
    several_files = len(sought.files) > 1 and not as_one
    if several_files and not target.takes_several:
        raise UsageError(say(lang, "checklist-one", count=len(sought.files)))
    _require(target, sought.inputs, lang)
    if several_files or target.is_folder:
        return _fill_each(settings, sought, target, given)
    several, failures = check.examine(settings, sought)
    one = _only(several, failures, lang)
    if one is None:
        return _STOPPED
    say_aside(one.remark)
    filled = _filled(one, settings, given, sought.inputs)
    _put(filled, target.path, settings)
    return int(filled.count(Verdict.FAILED) > 0)


def _fill_each(settings: Settings, sought: finding.Found, target: Target, given: Dates) -> int:
    """Fill in the checklist of every report, each as soon as it is read; the exit status."""
    lang, made, status = settings.lang, [], 0
    for number, one in enumerate(check.in_turn(settings, sought), 1):
        path = one.failure.path if one.failure else one.result.path if one.result else ""
        say_aside(one.remark)
        try:
            found = _only([one], (), lang)
            if found is None:
                status = _STOPPED
                continue
            filled = _filled(found, settings, given, sought.pairs.get(path, (path,)))
        except UsageError as error:  # the packs of this one have no checklist
            complain(lang, f"{path}: {error.told(lang)}")
            status = _STOPPED
            continue
        status = max(status, int(filled.count(Verdict.FAILED) > 0))
        if target.is_folder:
            stem = os.path.splitext(file_of(number, len(sought.files), path))[0]
            file = os.path.join(str(target.path), f"{stem}{target.ending}")
            own.require(file, lang, force=target.force)
            _put(filled, file, settings)
        else:
            made.append(filled)
    if made:
        _write(str(target.path), workbook.encode_all(made), lang)
        say_lines([say(lang, "checklists-written", path=target.path, count=len(made))])
    return status


def _day(printed: str | None, lang: str) -> Day | None:
    """A date that the user gives; raise ``UsageError`` where it is none."""
    if printed is None:
        return None
    found = days.whole(printed)
    if found is None:
        raise UsageError(say(lang, "no-date", given=printed))
    return Day(found)


def _require(target: Target, inputs: Sequence[str], lang: str) -> None:
    """Refuse, before any work, what must not be written."""
    path = target.path
    if path is None:
        return
    if target.is_folder:
        pages.require(path, lang)
        return
    if _ending(path) not in _WRITERS:
        raise UsageError(say(lang, "checklist-ending", path=path))
    files.require_writable(path, inputs, lang)
    own.require(path, lang, force=target.force)


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _only(several: Sequence[Examined], failures: Sequence[Failure], lang: str) -> Examined | None:
    """What was found in the report; None, and why, where it or what stands beside it was not read."""
    every = [*failures, *(one.failure for one in several if one.failure)]
    for failure in every:
        complain(lang, failure.told(lang))
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
        names = listed(settings.lang, result.packs)
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
    _write(target, _WRITERS[_ending(target)](filled), settings.lang)
    say_lines([say(settings.lang, "checklist-written", path=target, total=rows.total(filled))])


def _write(path: str, data: bytes, lang: str) -> None:
    files.write(path, data, lang)
    own.remember(path, data)
