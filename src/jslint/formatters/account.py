"""What a run did not check: the figures and the rules that were left out, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.phrases import heading
from jslint.formatters.places import where
from jslint.formatters.terminal import clean, paint
from jslint.formatters.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.run import Run


def account(run: Run) -> Iterator[str]:
    """The lists that were asked for, each with an empty line after it."""
    if run.skipped:
        yield from _skipped(run)
        yield ""
    if run.coverage:
        yield from _coverage(run)
        yield ""


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


def percent(part: int, whole: int) -> str:
    """The share to a tenth of a percent, cut off so that only the whole is 100 %; ``-`` of none."""
    if not whole:
        return "-"
    tenths = 1000 * part // whole
    return f"{tenths // 10}.{tenths % 10}%"
