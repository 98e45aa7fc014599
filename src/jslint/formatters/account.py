"""What a run did not check: the figures and the rules that were left out, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.phrases import heading
from jslint.formatters.places import where
from jslint.formatters.terminal import paint
from jslint.formatters.wording import say
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.run import Compared, Known, Run


def account(run: Run) -> Iterator[str]:
    """The lists that were asked for, each with an empty line after it."""
    if run.baseline and run.baseline.mended:
        yield from _mended(run, run.baseline)
        yield ""
    if run.suppressed:
        yield from _suppressed(run)
        yield ""
    if run.skipped:
        yield from _skipped(run)
        yield ""
    if run.coverage:
        yield from _coverage(run)
        yield from _tables(run)
        yield ""


def _mended(run: Run, baseline: Compared) -> Iterator[str]:
    count = sum(one.count for one in baseline.mended)
    line = say(run.lang, "mended-list", path=baseline.path, count=count)
    yield paint(clean(line), "bold", color=run.color)
    for one in baseline.mended:
        yield clean(f"  {named(run.lang, one)}")


def named(lang: str, one: Known) -> str:
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
    count = sum(len(result.unchecked) for result in run.results)
    yield paint(say(run.lang, "skipped", count=count), "bold", color=run.color)
    for result in run.results:
        for unchecked in result.unchecked:
            place = where(result.path, unchecked.place) if unchecked.place else result.path
            yield clean(f"  {place}: {heading(run, unchecked.rule)}: {unchecked.reason}")


def _coverage(run: Run) -> Iterator[str]:
    seen = [figure for _, figure in run.figures()]
    line = say(
        run.lang,
        "coverage",
        figures=len(seen),
        understood=percent(sum(figure.understood for figure in seen), len(seen)),
        checked=percent(sum(figure.checked for figure in seen), len(seen)),
    )
    yield paint(line, "bold", color=run.color)
    for result, figure in run.figures():
        if not figure.checked:
            state = say(run.lang, "unchecked" if figure.understood else "not-understood")
            section = say(run.lang, "section", section=figure.section) if figure.section else ""
            yield clean(f"  {where(result.path, figure.place)}: {state} {figure.text}{section}")


def _tables(run: Run) -> Iterator[str]:
    """The tables that were not read, and the columns of figures that no rule looked at."""
    seen = [(result, table) for result in run.results for table in result.tables]
    if not seen:
        return
    columns = [column for _, table in seen for column in table.columns]
    checked = percent(sum(column.checked for column in columns), len(columns))
    line = say(run.lang, "tables", count=len(seen), columns=len(columns), checked=checked)
    yield paint(line, "bold", color=run.color)
    for result, table in seen:
        title = table.title or say(run.lang, "untitled")
        place = where(result.path, table.place)
        if table.unread:
            said = say(run.lang, "table-unread", title=title, reason=table.unread)
            yield clean(f"  {place}: {said}")
        for column in table.columns:
            if not column.checked:
                members = {"name": column.name, "figures": column.figures, "reason": column.reason}
                yield clean(
                    f"  {place}: {say(run.lang, 'column-unchecked', title=title, **members)}"
                )


def percent(part: int, whole: int) -> str:
    """The share to a tenth of a percent, cut off so that only the whole is 100 %; ``-`` of none."""
    if not whole:
        return "-"
    tenths = 1000 * part // whole
    return f"{tenths // 10}.{tenths % 10}%"
