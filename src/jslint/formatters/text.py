"""text: for people. Each diagnostic with its source line, the words underlined, and a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.account import account
from jslint.formatters.phrases import based, joined, spoken
from jslint.formatters.places import source, where
from jslint.formatters.remarks import heard
from jslint.formatters.snippet import snippet
from jslint.formatters.terminal import cut, paint
from jslint.formatters.totals import forms, total, unlooked
from jslint.formatters.wording import say
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Related, Result
    from jslint.run import Run


def pieces(run: Run) -> Iterator[str]:
    """Every diagnostic, what was asked for besides, and the summary line."""
    empty = 0
    for line in _lines(run):
        if line:
            yield "\n" * empty + line + "\n"
            empty = 0
        else:  # not at the end
            empty += 1


def _lines(run: Run) -> Iterator[str]:
    if not (run.summary or run.statistics):
        for result, found in run.diagnostics():
            yield from _diagnostic(run, result, found)
    yield from _after(run)


def beginning(run: Run) -> str:
    """The diagnostics alone, of a run that is not over; what comes after them is ``ending``."""
    found = (line for result, one in run.diagnostics() for line in _diagnostic(run, result, one))
    return "\n".join(found)


def ending(run: Run) -> str:
    """What follows the diagnostics: with ``beginning`` before it, it is all that ``pieces`` give."""
    return "\n".join(_after(run)).rstrip("\n")


def _after(run: Run) -> Iterator[str]:
    yield from account(run)
    yield from _remarks(run)
    if not run.quiet:
        yield from _summary(run)


def _diagnostic(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    severity = found.severity.value
    place = paint(clean(where(result.path, found.place)), "bold", color=run.color)
    label = paint(clean(f"{say(run.lang, severity)}[{found.rule}]"), severity, color=run.color)
    yield f"{place}: {label} {clean(found.message)}"
    yield from snippet(run, found, source(run, result, found.place))
    yield from (f"      = {clean(note)}" for note in _notes(run, result, found))
    yield ""


def _notes(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    room = max(20, run.width // 2)
    apart = "" if run.lang == "zh" else " "  # in Chinese, blanks are but layout

    def cited(other: Related) -> tuple[str, str]:
        own = (other.place.path or result.path) == (found.place.path or result.path)
        place = (own and spoken(run, other.place)) or where(result.path, other.place)
        return place, cut(apart.join(joined(other.excerpt).split()), room)

    return based(run, found, cited)


def _remarks(run: Run) -> Iterator[str]:
    for remark in heard(run):
        yield clean(f"{where(remark.path, remark.place)}: {remark.text}")


def _summary(run: Run) -> Iterator[str]:
    yield clean(total(run))
    if form := forms(run):
        yield clean(form)
    left = unlooked(run)
    if left:
        yield paint(clean(left), "dim", color=run.color)
