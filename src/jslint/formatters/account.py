"""What a run did not check: the figures and the rules that were left out, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.left import named, skipped
from jslint.formatters.phrases import heading
from jslint.formatters.places import where
from jslint.formatters.terminal import paint
from jslint.formatters.wording import say
from jslint.harmful import clean
from jslint.phrases import bracketed, clauses, listed
from jslint.rules.ground.words import tail

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.diagnostic import Result, Seen, SeenTable
    from jslint.run import Known, Run

#: So many rows or columns are named.
_FEW = 4


def account(run: Run) -> Iterator[str]:
    """The lists that were asked for, each with an empty line after it."""
    if run.summary or run.statistics:
        yield from _views(run)
    if run.baseline:
        yield from _gone(run, "mended-list", run.baseline.mended)
        yield from _gone(run, "unchecked-list", run.baseline.unchecked)
    if run.suppressed:
        yield from _suppressed(run)
        yield ""
    if run.skipped:
        yield from _skipped(run)
        yield ""
    if run.coverage:
        yield from _coverage(run)
        yield from tables(run)
        yield ""


def _views(run: Run) -> Iterator[str]:
    from jslint.formatters.overview import reports, rules  # noqa: PLC0415 - few runs ask for it

    if run.summary:
        yield from reports(run)
        yield ""
    if run.statistics:
        yield from rules(run)
        yield ""


def _gone(run: Run, title: str, entries: Sequence[Known]) -> Iterator[str]:
    """What of a baseline is found no more, under its title."""
    if not entries or not run.baseline:
        return
    count = sum(one.count for one in entries)
    line = say(run.lang, title, path=run.baseline.path, count=count)
    yield paint(clean(line), "bold", color=run.color)
    for one in entries:
        yield clean(f"  {entry_of(run.lang, one)}")
    yield ""


def entry_of(lang: str, one: Known) -> str:
    """An entry of a baseline on one line: the rule, whose report, and what it said."""
    whose = " ".join(filter(None, (one.body, one.year, one.section)))
    times = say(lang, "times", count=one.count) if one.count > 1 else ""
    return f"[{one.rule}] {whose}: {one.message}{times}"


def _suppressed(run: Run) -> Iterator[str]:
    every = list(run.accepted())
    yield paint(say(run.lang, "suppressed-list", count=len(every)), "bold", color=run.color)
    for result, one in every:
        found = one.diagnostic
        yield clean(f"  {where(result.path, found.place)}: [{found.rule}] {found.message}")
        stands = where(one.path or result.path, one.place)
        key = "accepted-until" if one.until else "accepted"
        said = say(run.lang, key, reason=one.reason, where=stands, until=one.until)
        yield clean(f"    {said}")


def _skipped(run: Run) -> Iterator[str]:
    """Each rule once for each reason, with the number of places and the first of them."""
    yield paint(say(run.lang, "skipped", count=run.tally.unchecked), "bold", color=run.color)
    for one in skipped(run):
        places = bracketed(run.lang, named(run, one))
        yield clean(f"  {heading(run, one.rule)}: {one.reason}{places}")


def _coverage(run: Run) -> Iterator[str]:
    seen = list(run.figures())
    figures = [figure for _, figure in seen]
    cells = sum(figure.table is not None for figure in figures)
    line = say(
        run.lang,
        "coverage",
        figures=len(figures),
        narrative=len(figures) - cells,
        cells=cells,
        understood=percent(sum(figure.understood for figure in figures), len(figures)),
        checked=percent(sum(figure.checked for figure in figures), len(figures)),
    )
    yield paint(line, "bold", color=run.color)
    for result, figure in seen:
        if not figure.checked and figure.table is None:
            state = say(run.lang, "unchecked" if figure.understood else "not-understood")
            section = bracketed(run.lang, figure.section)
            reason = say(run.lang, "because", reason=figure.reason) if figure.reason else ""
            place = where(result.path, figure.place)
            yield clean(f"  {place}: {state} {figure.text}{section}{reason}")


def tables(run: Run) -> Iterator[str]:
    """Every table with how many of its figures were checked, and which were not, and why."""
    seen = [table for result in run.results for table in result.account.tables]
    if not seen:
        return
    figures = sum(table.figures for table in seen)
    checked = percent(sum(table.checked for table in seen), figures)
    line = say(run.lang, "tables", count=len(seen), figures=figures, checked=checked)
    yield paint(line, "bold", color=run.color)
    for result in run.results:
        for number, table in enumerate(result.account.tables):
            head = say(
                run.lang,
                "table",
                title=table.title or say(run.lang, "untitled"),
                figures=table.figures,
                checked=table.checked,
            )
            left = [one for one in unlooked(result) if one.table == number]
            groups = list(_groups(run, table, left))
            if groups:
                head += say(run.lang, "table-left") + clauses(run.lang, groups)
            elif table.unread:
                head += say(run.lang, "because", reason=table.unread)
            yield clean(f"  {where(result.path, table.place)}: {head}")


def unlooked(result: Result) -> list[Seen]:
    """The figures of a report that no rule looked at."""
    return [one for one in result.account.figures if not one.checked]


def _groups(run: Run, table: SeenTable, left: Sequence[Seen]) -> Iterator[str]:
    """What was not checked in a table: whole columns together, of others their rows, by reason."""
    whole = {column.name for column in table.columns if not column.looked}
    grouped: dict[tuple[str, str], list[Seen]] = {}
    for one in left:
        grouped.setdefault(("" if one.column in whole else one.column, one.reason), []).append(one)
    for (column, reason), figures in grouped.items():
        key, named = "rows-left", [one.row or one.text for one in figures]
        if not figures[0].understood:
            key, named = "cells-left", [one.text for one in figures]
        elif not column:
            key, named = "columns-left", [one.column for one in figures]
        names = list(dict.fromkeys(filter(None, named)))
        more = say(run.lang, "and-more") if names[_FEW:] else ""
        shown = listed(run.lang, map(tail, names[:_FEW])) + more
        group = say(run.lang, key, column=column, names=shown, count=len(figures))
        yield " ".join(group.split()) + say(run.lang, "because", reason=reason)


def percent(part: int, whole: int) -> str:
    """The share to a tenth of a percent, cut off so that only the whole is 100 %; ``-`` of none."""
    if not whole:
        return "-"
    tenths = 1000 * part // whole
    return f"{tenths // 10}.{tenths % 10}%"
