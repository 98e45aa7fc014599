"""Which other statements of the year (``--against``) go with an input, and what they came to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.cli.previous import gather
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.harmful import clean
from jslint.phrases import listed
from jslint.rules.bench import beside
from jslint.rules.kinds.against import Against

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jslint.cli.finding import Search
    from jslint.diagnostic import Result, Unchecked
    from jslint.document import Report
    from jslint.pack import RuleSet
    from jslint.run import Failure


class Gathered(Struct, frozen=True):
    """Other statements, each once; the paths of those that were given as files; what was not read."""

    reports: tuple[Report, ...]
    named: frozenset[str]
    failures: tuple[Failure, ...]


def gathered(
    paths: Iterable[str],
    search: Search,
    opened: Callable[[tuple[str, ...]], Iterable[Report | Failure]],
) -> Gathered:
    """The other statements of the files and folders given."""
    libraries = {path: gather(path, search, opened) for path in dict.fromkeys(paths)}
    reports = {report.path: report for one in libraries.values() for report in one.reports}
    failures = dict.fromkeys(failure for one in libraries.values() for failure in one.failures)
    named = (
        report.path
        for path, one in libraries.items()
        for report in one.reports
        if not os.path.isdir(path)
    )
    return Gathered(tuple(reports.values()), frozenset(named), tuple(failures))


def fitting(
    given: Iterable[Report], report: Report, lang: str, named: frozenset[str]
) -> tuple[tuple[Report, ...], str]:
    """Those of the files that speak of a report's body and year, and what to say of the others.

    A file of the paths ``named`` cannot be about another input: one that does not name a body is about
    this one, and one of another body was given in error (``UsageError``).
    """
    found: list[Report] = []
    said: list[str] = []
    for one in given:
        alone = one.path in named
        reason = _reason(report, one, alone=alone)
        if reason == "other-body" and alone:
            raise UsageError(_other_body(report, one, lang))
        if not reason:
            found.append(one)
        elif reason != "other-body":
            said.append(_remark(report.path, say(lang, f"beside-{reason}", other=one.path), lang))
    if not (found or said):
        said.append(_remark(report.path, say(lang, "beside-none"), lang))
    return tuple(found), "".join(said)


def _reason(report: Report, other: Report, *, alone: bool) -> str:
    reason = beside.unfit(report, other)
    named = report.meta.unit and other.meta.unit
    return reason or ("" if alone or named else "unnamed")


def _other_body(report: Report, other: Report, lang: str) -> str:
    now, then = (beside.body(one.meta.unit) for one in (report, other))
    return say(lang, "beside-other-body", path=report.path, now=now, other=other.path, then=then)


def remarks(result: Result, ruleset: RuleSet, used: Iterable[Report], lang: str) -> str:
    """How many figures were held against the files used, and what only one side has."""
    used = tuple(used)
    if not used:
        return ""
    ids = {rule.entry.id for rule in ruleset.rules if isinstance(rule, Against)}
    return "".join(_remark(result.path, one, lang) for one in _told(result, ids, used, lang))


def _told(result: Result, ids: set[str], used: tuple[Report, ...], lang: str) -> Iterator[str]:
    names = listed(lang, map(beside.file, used))
    places = {p.key for one in result.holds if one.rule in ids for p in one.figures}
    places |= {p.key for one in result.diagnostics if one.rule in ids for p in one.figures}
    yield say(lang, "beside-count", count=len(places), names=names)
    for one in _about(result.unchecked, ids, used):
        yield one.reason


def _about(
    unchecked: Iterable[Unchecked], ids: set[str], used: tuple[Report, ...]
) -> Iterator[Unchecked]:
    """What the rules say of the files themselves."""
    for one in unchecked:
        if one.rule in ids and any(beside.file(report) in one.reason for report in used):
            yield one


def _remark(path: str, words: str, lang: str) -> str:
    return f"jslint: {clean(say(lang, 'beside', path=path, said=words))}\n"
