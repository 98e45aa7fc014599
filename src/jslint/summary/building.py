"""From the results of a run to its summary."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint import baseline, spoken
from jslint.diagnostic import Account, Severity
from jslint.formatters.natural import natural
from jslint.group import findings
from jslint.group.model import Party
from jslint.patterns import regex
from jslint.rules.bench import grouped as told
from jslint.summary import grouping, leaving, roster
from jslint.summary.model import (
    BLANK,
    CLEAN,
    DOUBTFUL,
    UNREAD,
    WRONG,
    Change,
    Department,
    Report,
    Row,
    Summary,
)
from jslint.summary.said import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Failure, Known, Run
    from jslint.summary.grouping import Group, Named
    from jslint.summary.model import Expected, Missed

#: What the name of a file has behind the body's, and a number before it.
_NAMED = regex(r"^\d{1,4}[.、_ -]+|20\d\d\s?年.*$|[-_ ]?20\d\d.*$")
_FAMILY = regex(r"[A-Za-z]+")


class Asked(Struct, frozen=True):
    """What a summary is made with: the expected bodies, manifests of departments, the last summary.

    ``page`` gives the page of a report by its number among those that were read, how many these are,
    and its path; it is empty where the report has none.
    """

    listed: tuple[Expected, ...] | None = None
    named: tuple[Named, ...] = ()
    since: tuple[Known, ...] | None = None
    page: Callable[[int, int, str], str] = lambda _number, _reports, _path: ""


def summary(run: Run, asked: Asked) -> Summary:
    """The whole summary of a run whose results have addresses and shares."""
    reports = list(_reports(run, asked))
    rows = [*(one.row for one in reports), *(_failed(run, failure) for failure in run.failures)]
    listed = asked.listed or ()
    missed = None if asked.listed is None else roster.beside(listed, rows)
    found = grouping.grouped(rows, asked.named, listed, run.lang)
    made = tuple(_department(run, group, missed or ()) for group in found.groups)
    heads = {group.department.index: one for group, one in zip(found.groups, made, strict=True)}
    rows = [_with_gaps(row, heads.get(row.index)) for row in rows]
    entries = tuple(_entries(reports, heads))
    right = frozenset(about for one in reports for about in one.right)
    rows.sort(key=_order)
    return Summary(
        run=run,
        rows=tuple(rows),
        reports=tuple(_in_order(reports, rows)),
        departments=tuple(sorted(made, key=lambda one: natural(one.party.name))),
        roster=missed,
        changes=None if asked.since is None else tuple(changes(asked.since, entries, rows, right)),
        entries=baseline.gathered(entries),
        notes=found.notes,
    )


def _order(row: Row) -> tuple[object, ...]:
    return natural(row.body or os.path.basename(row.path)), row.year, row.kind, natural(row.path)


def _in_order(reports: Sequence[Report], rows: Iterable[Row]) -> Iterator[Report]:
    for row in rows:
        if row.index >= 0:
            yield replace(reports[row.index], row=row)


def _reports(run: Run, asked: Asked) -> Iterator[Report]:
    """Every report that was read; results may have to be read back, so each is looked at once."""
    joined = {names[0]: names for names in run.pairs}
    sought = frozenset(map(baseline.figure_of, asked.since or ()))
    for index, result in enumerate(run.results):
        row = _row(result, joined.get(result.path, (result.path,)))
        page = asked.page(index + 1, len(run.results), result.path)
        row = replace(row, index=index, page=page)
        bare = replace(result, account=Account(), holds=(), stated=(), shares=(), unchecked=())
        right = baseline.right(sought, result, _stem(result.path))
        yield Report(row, bare, tuple(leaving.left(run.lang, result)), right)


def _row(result: Result, files: tuple[str, ...]) -> Row:
    severities = Counter(one.severity for one in result.diagnostics)
    families = Counter(family(one.rule) for one in result.diagnostics)
    return Row(
        path=result.path,
        files=files,
        body=result.body or _stem(result.path),
        year=result.year,
        kind=result.kind,
        form=result.form,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
        families=families,
        figures=len(result.account.figures),
        checked=sum(figure.checked for figure in result.account.figures),
        left=len(result.unread),
        verdict=BLANK if result.blank else _verdict(severities),
    )


def family(rule: str) -> str:
    """The letters that a rule's id begins with."""
    match = _FAMILY.match(rule)
    return match[0] if match else rule


def _stem(path: str) -> str:
    """Whose report a file is by its name: what stands before the year."""
    stem = os.path.splitext(os.path.basename(path))[0]
    return _NAMED.sub("", stem).strip(" -_") or stem


def _verdict(severities: Mapping[Severity, int]) -> str:
    if severities[Severity.ERROR]:
        return WRONG
    return DOUBTFUL if severities[Severity.WARNING] else CLEAN


def _failed(run: Run, failure: Failure) -> Row:
    reason = failure.why(run.lang)
    return Row(failure.path, (failure.path,), verdict=UNREAD, reason=reason)


def _department(run: Run, group: Group, missed: Sequence[Missed]) -> Department:
    """A department's report beside its units'."""
    party = _party(run, group.department)
    units = tuple(_party(run, row) for row in group.units)
    missing = tuple(roster.missing_of(party.name, missed))
    outcome = findings.judge(party, units, incomplete=bool(missing))
    diagnostics = tuple(
        spoken.diagnostic(
            told.told(run.entries[found.rule], found, party, units, missing), run.lang
        )
        for found in outcome.findings
        if found.rule in run.entries
    )
    return Department(party, units, outcome, diagnostics, missing, group.department.year)


def _party(run: Run, row: Row) -> Party:
    return Party(row.body, row.path, run.results[row.index].shares)


def _with_gaps(row: Row, department: Department | None) -> Row:
    """The row of a department with what was found between it and its units."""
    if department is None or not department.diagnostics:
        return row
    errors = sum(one.severity is Severity.ERROR for one in department.diagnostics)
    verdict = row.verdict
    if verdict in (CLEAN, DOUBTFUL):
        verdict = WRONG if errors else DOUBTFUL
    return replace(row, gaps=len(department.diagnostics), verdict=verdict)


def _entries(reports: Iterable[Report], heads: Mapping[int, Department]) -> Iterator[Known]:
    """What the next summary knows every finding by."""
    for one in reports:
        department = heads.get(one.row.index)
        gaps = department.diagnostics if department else ()
        yield from (_entry(one.result, found) for found in (*one.result.diagnostics, *gaps))


def _entry(result: Result, found: Diagnostic) -> Known:
    return baseline.entry(result, found, _stem(result.path))


def changes(
    since: Sequence[Known],
    now: Sequence[Known],
    rows: Iterable[Row],
    right: frozenset[tuple[str, ...]] = frozenset(),
) -> Iterator[Change]:
    """What became of the findings of the last summary, and which reports are new or gone.

    Of a report that is not in this run nothing is known to be mended, nor of a figure that is not among
    what is ``right`` now. A summary of before knows a report without findings by an entry without a rule.
    """
    before, after = _counted(since), _counted(now)
    bodies = {(row.body, row.year) for row in rows if row.index >= 0}
    known = {(one.body, one.year) for one in since}
    for body, year in sorted(bodies - known, key=_named):
        yield Change("added", body, year)
    for body, year in sorted(known - bodies, key=_named):
        yield Change("gone", body, year)
    for key, one in after.items():
        yield from _told("new", one, one.count - (before[key].count if key in before else 0))
    for key, one in before.items():
        if (one.body, one.year) in bodies:
            left = after[key].count if key in after else 0
            is_known = not baseline.is_of_figures(one) or baseline.figure_of(one) in right
            yield from _told("mended" if is_known else "unchecked", one, one.count - left)
            yield from _told("still", one, min(one.count, left))


def _named(one: tuple[str, str]) -> tuple[object, str]:
    return natural(one[0]), one[1]


def _told(what: str, one: Known, count: int) -> Iterator[Change]:
    if count > 0:
        yield Change(what, one.body, one.year, replace(one, count=count))


def _counted(entries: Iterable[Known]) -> dict[tuple[str, ...], Known]:
    gathered = baseline.gathered(one for one in entries if one.rule)
    return {one.key: one for one in sorted(gathered, key=lambda one: natural(one.body))}


def totals(made: Summary) -> Iterator[str]:
    """The summary in a few sentences."""
    lang, rows = made.run.lang, made.rows
    verdicts = Counter(row.verdict for row in rows)
    counts = {one: verdicts[one] for one in (UNREAD, BLANK, WRONG, DOUBTFUL, CLEAN)}
    yield say(
        lang,
        "total",
        reports=len(rows),
        errors=sum(row.errors for row in rows),
        warnings=sum(row.warnings for row in rows),
        infos=sum(row.infos for row in rows),
        **counts,
    )
    if made.departments:
        gaps = sum(len(one.diagnostics) for one in made.departments)
        yield say(lang, "told-departments", departments=len(made.departments), gaps=gaps)
    if made.roster is not None:
        states = Counter(one.what for one in made.roster)
        names = ("missing", "twice", "unlisted")
        yield say(lang, "told-roster", **{name: states[name] for name in names})
    if made.changes is not None:
        kinds: Counter[str] = Counter()
        for one in made.changes:
            kinds[one.what] += one.known.count if one.known else 1
        yield say(
            lang, "told-changes", **{name: kinds[name] for name in ("new", "mended", "still")}
        )
        if kinds["unchecked"]:
            yield say(lang, "told-unchecked", count=kinds["unchecked"])
    yield from made.notes
