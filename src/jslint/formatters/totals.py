"""The summary of a run in sentences: what was found, and what was not looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnostic import Severity
from jslint.formatters.remarks import together
from jslint.formatters.wording import say
from jslint.phrases import clauses, listed, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.diagnostic import Result
    from jslint.run import Run


def total(run: Run) -> str:
    """How many diagnostics, files and figures there are."""
    return _sentence(run, _told(run))


def unlooked(run: Run) -> str:
    """What was not checked, with the way to see it, and what may have turned rules off."""
    return _sentence(run, _left(run))


def counts(result: Result) -> Iterator[int]:
    """Of one report: the diagnostics of each severity, the figures, and how many were checked."""
    for severity in Severity:
        yield sum(found.severity is severity for found in result.diagnostics)
    yield len(result.account.figures)
    yield sum(figure.checked for figure in result.account.figures)


def _told(run: Run) -> Iterator[str]:
    found = {severity.value: run.count(severity) for severity in Severity}
    if any(found.values()):
        yield say(run.lang, "counts", **found)
    else:
        yield say(run.lang, _without(run))
    if run.results:
        yield say(run.lang, "files", count=len(run.results))
    blank = run.tally.blank
    if blank and (any(found.values()) or blank < len(run.results)):
        yield say(run.lang, "blank-some", count=blank)
    if run.tally.figures:
        figures, checked = run.tally.figures, run.tally.checked
        yield say(run.lang, "figures", figures=figures, checked=checked)
    if run.tally.uncounted:
        yield say(run.lang, "figures-apart")
    if run.tally.accepted:
        yield say(run.lang, "suppressed", count=run.tally.accepted)
    if run.baseline:
        yield from compared(run, run.tally.known)
    if run.failures:
        yield say(run.lang, "failed", count=len(run.failures))


def compared(run: Run, known: int) -> Iterator[str]:
    """How many findings the baseline knows, and what became of its others."""
    counts = run.baseline.counts if run.baseline else {}
    yield say(run.lang, "known", known=known, mended=counts.get("mended", 0))
    if counts.get("unchecked"):
        yield say(run.lang, "known-unchecked", count=counts["unchecked"])


def _without(run: Run) -> str:
    """What it means that nothing wrong was found: little where no figure was read."""
    if not run.results:
        return "nothing"
    if run.tally.blank == len(run.results):
        return "blank"
    if run.tally.known:
        return "clean-anew"
    return "clean-besides" if run.tally.accepted else "clean"


def forms(run: Run) -> str:
    """As what the reports were checked, and how many were of no form that is known."""
    known = dict(run.tally.forms)
    strange = known.pop("", 0)
    parts = []
    if known:
        each = "form-of-many" if len(known) > 1 or strange else "form-of-all"
        named = (say(run.lang, each, form=form, count=count) for form, count in known.items())
        parts.append(say(run.lang, "form", forms=listed(run.lang, named)))
    if strange:
        parts.append(say(run.lang, "formless-some" if known else "formless", count=strange))
    return _sentence(run, parts)


def _left(run: Run) -> Iterator[str]:
    rules = run.tally.unchecked
    if rules:
        yield say(run.lang, "rules-left", count=rules)
    figures = run.tally.figures - run.tally.checked
    if figures:
        yield say(run.lang, "figures-left", count=figures)
    if run.configs:
        yield say(run.lang, "config", path=run.config)
    yield from together(run)


def _sentence(run: Run, parts: Iterable[str]) -> str:
    joined = clauses(run.lang, parts)
    return joined + mark(run.lang, "stop") if joined else ""
