"""text: for people. Each diagnostic with its source line, the words underlined, and a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnostic import Severity
from jslint.formatters.account import account
from jslint.formatters.places import where
from jslint.formatters.snippet import snippet
from jslint.formatters.terminal import clean, cut, paint
from jslint.formatters.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Run

#: A diagnostic names this many other places; a sum may have dozens of parts.
_RELATED = 4


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
    elsewhere = found.place.path
    lines = run.sources.get(elsewhere, ()) if elsewhere else result.lines
    yield from snippet(run, found, lines)
    yield from (f"      = {clean(note)}" for note in _notes(run, result, found))
    yield ""


def _notes(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    if found.expected:
        yield say(run.lang, "expected") + found.expected
    entry = run.entries.get(found.rule)
    if entry and entry.basis:
        yield say(run.lang, "basis") + entry.basis
    for other in found.related[:_RELATED]:
        excerpt = cut("".join(other.excerpt.split()), max(20, run.width // 2))
        yield say(run.lang, "related", where=where(result.path, other.place), excerpt=excerpt)
    if len(found.related) > _RELATED:
        yield say(run.lang, "more", count=len(found.related) - _RELATED)


def _unread(run: Run) -> Iterator[str]:
    for result in run.results:
        for place, what in result.unread:
            yield clean(f"{where(result.path, place)}: {say(run.lang, 'unread', what=what)}")


def _summary(run: Run) -> Iterator[str]:
    figures = [figure for _, figure in run.figures()]
    parts = [_verdict(run)]
    if run.results:
        parts.append(say(run.lang, "files", count=len(run.results)))
    if figures:
        checked = sum(figure.checked for figure in figures)
        parts.append(say(run.lang, "figures", figures=len(figures), checked=checked))
    if run.failures:
        parts.append(say(run.lang, "failed", count=len(run.failures)))
    yield _sentence(run, parts)
    left = list(_left(run))
    if left:
        yield paint(_sentence(run, left), "dim", color=run.color)


def _verdict(run: Run) -> str:
    counts = {severity.value: run.count(severity) for severity in Severity}
    if any(counts.values()):
        return say(run.lang, "counts", **counts)
    return say(run.lang, "clean" if run.results else "nothing")


def _left(run: Run) -> Iterator[str]:
    """What was not checked, with the way to see it, and what may have turned rules off."""
    rules = sum(len(result.unchecked) for result in run.results)
    if rules:
        yield say(run.lang, "rules-left", count=rules)
    figures = sum(not figure.checked for _, figure in run.figures())
    if figures:
        yield say(run.lang, "figures-left", count=figures)
    if run.config:
        yield say(run.lang, "config", path=clean(run.config))


def _sentence(run: Run, parts: list[str]) -> str:
    return say(run.lang, "separator").join(parts) + say(run.lang, "stop")
