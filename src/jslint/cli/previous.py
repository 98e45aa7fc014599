"""Which report of last year goes with an input: the one given, or the fitting one of a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.cli.finding import find
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.harmful import clean
from jslint.readers.joined import join
from jslint.rules.bench import past
from jslint.run import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jslint.cli.finding import Search
    from jslint.document import Report


class Library(Struct, frozen=True):
    """Last year's reports and what could not be read of them.

    ``folder`` says that each input looks for its own among them; else there is one for all inputs.
    ``beside`` are other statements of this year. Those of the paths ``named`` are about the only
    input that there is; any other is about the input of its body.
    """

    reports: tuple[Report, ...] = ()
    failures: tuple[Failure, ...] = ()
    folder: bool = False
    beside: tuple[Report, ...] = ()
    named: frozenset[str] = frozenset()


def gather(
    path: str, search: Search, opened: Callable[[tuple[str, ...]], Iterable[Report | Failure]]
) -> Library:
    """Last year's report, or all reports of a folder; ``opened`` gives the reports of its files.

    An input of several reports is a manifest: they are one, and serve before its files by themselves.
    """
    single: list[Report] = []
    joined: list[Report] = []
    failures: list[Failure] = []
    found = find((path,), search)
    for name in found.files:
        members = list(opened(found.pairs.get(name, (name,))))
        reports = [member for member in members if not isinstance(member, Failure)]
        failures += [member for member in members if isinstance(member, Failure)]
        if len(reports) == len(members):
            (single if len(reports) == 1 else joined).append(join(reports))
    return Library((*joined, *single), tuple(dict.fromkeys(failures)), os.path.isdir(path))


def fitting(library: Library, report: Report, lang: str) -> tuple[Report | None, str]:
    """Last year's report for an input, or none and in words why (empty where it was not readable).

    Raise ``UsageError`` where the one report given is of another body.
    """
    reasons = [past.unmatched(report, one) for one in library.reports]
    if "" in reasons:
        return library.reports[reasons.index("")], ""
    if library.folder:
        return None, say(lang, "past-absent")
    if not reasons:
        return None, ""
    given = library.reports[0]
    if reasons[0] == "other-body":
        raise UsageError(_other_body(report, given, lang))
    return None, say(lang, f"past-{reasons[0]}", previous=given.path)


def _other_body(report: Report, previous: Report, lang: str) -> str:
    now, then = ("".join(one.meta.unit.value.split()) for one in (report, previous))
    return say(
        lang, "past-other-body", path=report.path, now=now, previous=previous.path, then=then
    )


def remark(path: str, reason: str, lang: str) -> str:
    """What to say of a report that was not compared with last year's, and why."""
    return f"jslint: {clean(say(lang, 'not-compared', path=path, why=reason))}\n"
