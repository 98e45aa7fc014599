"""markdown: a summary and the diagnostics by file and section, for a comment or a letter."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jslint.diagnostic import Severity
from jslint.formatters.phrases import notes, stands
from jslint.formatters.places import where
from jslint.formatters.remarks import heard
from jslint.formatters.totals import counts, forms, total, unlooked
from jslint.formatters.wording import say
from jslint.harmful import clean
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Run

#: What Markdown, HTML within it, or a service's extensions could take for their own.
_SPECIAL = regex(r"[\\`*_\[\]<>#|~&$]")


def pieces(run: Run) -> Iterator[str]:
    """Title, summary and table, then what could not be read, and every diagnostic in a list."""
    apart = ""
    for block in _blocks(run):
        yield f"{apart}{block}\n"
        apart = "\n"


def _blocks(run: Run) -> Iterator[str]:
    yield from _summary(run)
    yield from _missed(run)
    for result in run.results:
        yield from _report(run, result)
    if not run.quiet:
        yield from (plain(words) for words in (forms(run), unlooked(run)) if words)


def _summary(run: Run) -> Iterator[str]:
    if run.quiet:
        return
    yield f"# {say(run.lang, 'results')}"
    yield plain(total(run))
    if run.results:
        yield _table(run)


def _table(run: Run) -> str:
    """How much was found in each report."""
    words = ("file", *(severity.value for severity in Severity), "figure", "checked")
    rows = [[say(run.lang, word) for word in words], ["---", *["---:"] * (len(words) - 1)]]
    rows += [[plain(result.path), *map(str, counts(result))] for result in run.results]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _missed(run: Run) -> Iterator[str]:
    lines = [
        f"- **{say(run.lang, 'unreadable')}** {plain(failure.path)}: {plain(failure.why(run.lang))}"
        for failure in run.failures
        if not run.quiet
    ]
    lines += [
        f"- {plain(where(remark.path, remark.place))}: {plain(remark.text)}"
        for remark in heard(run)
    ]
    if lines:
        yield "\n".join(lines)


def _report(run: Run, result: Result) -> Iterator[str]:
    """The diagnostics of a report under its name, in reading order, section by section."""
    if result.diagnostics:
        yield f"## {plain(result.path)}"
    for section, found in groupby(result.diagnostics, key=lambda found: found.section):
        if section:
            yield f"### {plain(section)}"
        yield "\n".join(line for one in found for line in _diagnostic(run, result, one))


def _diagnostic(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    place = stands(run, found.place)
    label = f"**{say(run.lang, found.severity.value)}** `{clean(found.rule)}`"
    yield f"- {' '.join(filter(None, (label, plain(place))))}: {plain(found.message)}"
    yield from (f"  - {plain(note)}" for note in notes(run, result, found))


def plain(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _SPECIAL.sub(r"\\\g<0>", clean(text))
