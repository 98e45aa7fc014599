"""What a run did not check: the figures and the rules that were left out, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.left import named, skipped
from jslint.formatters.overview import reports, rules
from jslint.formatters.phrases import heading
from jslint.formatters.places import where
from jslint.formatters.terminal import paint
from jslint.formatters.wording import say
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Result, SeenTable
    from jslint.run import Run


def account(run: Run) -> Iterator[str]:
    """The lists that were asked for, each with an empty line after it."""
    if run.summary:
        yield from reports(run)
        yield ""
    if run.statistics:
        yield from rules(run)
        yield ""
    if run.skipped:
        yield from _skipped(run)
        yield ""
    if run.coverage:
        yield from _coverage(run)
        yield from _tables(run)
        yield ""


def _skipped(run: Run) -> Iterator[str]:
    """Each rule once for each reason, with the number of places and the first of them."""
    yield paint(say(run.lang, "skipped", count=run.tally.unchecked), "bold", color=run.color)
    for one in skipped(run):
        places = say(run.lang, "section", section=named(run, one))
        yield clean(f"  {heading(run, one.rule)}: {one.reason}{places}")


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
    seen = list(_seen_tables(run))
    if not seen:
        return
    columns = [column for _, table in seen for column in table.columns]
    checked = percent(sum(column.checked for column in columns), len(columns))
    line = say(run.lang, "tables", count=len(seen), columns=len(columns), checked=checked)
    yield paint(line, "bold", color=run.color)
    yield from (clean(f"  {line}") for line in unlooked_columns(run))


def _seen_tables(run: Run) -> Iterator[tuple[Result, SeenTable]]:
    for result in run.results:
        for table in result.tables:
            yield result, table


def unlooked_columns(run: Run) -> Iterator[str]:
    """The tables that were not read and the columns that were not checked, with their places."""
    for result, table in _seen_tables(run):
        title = table.title or say(run.lang, "untitled")
        place = where(result.path, table.place)
        if table.unread:
            yield f"{place}: {say(run.lang, 'table-unread', title=title, reason=table.unread)}"
        for column in table.columns:
            if not column.checked:
                members = {"name": column.name, "figures": column.figures, "reason": column.reason}
                yield f"{place}: {say(run.lang, 'column-unchecked', title=title, **members)}"


def percent(part: int, whole: int) -> str:
    """The share to a tenth of a percent, cut off so that only the whole is 100 %; ``-`` of none."""
    if not whole:
        return "-"
    tenths = 1000 * part // whole
    return f"{tenths // 10}.{tenths % 10}%"
