"""text: for people. Each diagnostic with its source line, the words underlined, and a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.account import account
from jslint.formatters.phrases import based
from jslint.formatters.places import source, where
from jslint.formatters.snippet import snippet
from jslint.formatters.terminal import clean, cut, paint
from jslint.formatters.totals import forms, total, unlooked
from jslint.formatters.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Related, Result
    from jslint.run import Run


def render(run: Run) -> str:
    """Every diagnostic, what was asked for besides, and the summary line."""
    lines = [
        line for result, found in run.diagnostics() for line in _diagnostic(run, result, found)
    ]
    lines += account(run)
    if not run.quiet:
        lines += [*_unread(run), *_summary(run)]
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _diagnostic(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    severity = found.severity.value
    place = paint(clean(where(result.path, found.place)), "bold", color=run.color)
    label = paint(f"{say(run.lang, severity)}[{found.rule}]", severity, color=run.color)
    yield f"{place}: {label} {clean(found.message)}"
    yield from snippet(run, found, source(run, result, found.place))
    yield from (f"      = {clean(note)}" for note in _notes(run, result, found))
    yield ""


def _notes(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    room = max(20, run.width // 2)

    def cited(other: Related) -> tuple[str, str]:
        return where(result.path, other.place), cut("".join(other.excerpt.split()), room)

    return based(run, found, cited)


def _unread(run: Run) -> Iterator[str]:
    for result in run.results:
        for place, what in result.unread:
            yield clean(f"{where(result.path, place)}: {say(run.lang, 'unread', what=what)}")


def _summary(run: Run) -> Iterator[str]:
    yield total(run)
    if form := forms(run):
        yield form
    left = unlooked(run)
    if left:
        yield paint(left, "dim", color=run.color)
