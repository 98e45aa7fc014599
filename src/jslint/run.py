"""A whole run over several inputs, as formatters print it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.diagnostic import Result, Severity  # a baseline is read into the latter
from jslint.phrases import clauses, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jslint.diagnostic import Diagnostic, Seen, Suppressed
    from jslint.rules.ground.entry import Entry


class Failure(Struct, frozen=True):
    """An input that could not be read, and what the user can do about it.

    ``trace`` is for those who mend the program, where that is what has to be done.
    """

    path: str
    reason: str
    remedy: str = ""
    trace: str = ""

    def why(self, lang: str) -> str:
        """Why it could not be read, and what helps."""
        return clauses(lang, filter(None, (self.reason, self.remedy)))

    def told(self, lang: str) -> str:
        """The same, after the input's path."""
        return f"{self.path}: {self.why(lang)}"


class Known(Struct, frozen=True, kw_only=True):
    """A diagnostic as a baseline knows it: all but the last four tell it from others.

    ``mark`` stands for the figures, or the words, that the rule looked at beside its own. Of words that
    a figure gainsays ``figure`` is whose that is: its section, subject and measure.
    """

    rule: str
    body: str = ""
    year: str = ""
    section: str = ""
    subject: str = ""
    measure: str = ""
    value: str = ""
    mark: str = ""
    severity: Severity = Severity.ERROR
    message: str = ""
    count: int = 1
    figure: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others."""
        return (*self.about, self.value, self.mark)

    @property
    def about(self) -> tuple[str, ...]:
        """Whose figure, by which rule, whatever is printed."""
        return self.body, self.year, self.section, self.subject, self.measure, self.rule


class Compared(Struct, frozen=True):
    """A baseline beside the run: its file, what of it was mended, and what nobody checks any more."""

    path: str
    mended: tuple[Known, ...] = ()
    unchecked: tuple[Known, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many findings were mended, and how many nobody checks any more."""
        return {
            "mended": sum(one.count for one in self.mended),
            "unchecked": sum(one.count for one in self.unchecked),
        }


class Tally(Struct, frozen=True):
    """What a run comes to, in numbers: ``forms`` has the reports of each form, ``""`` of none.

    ``figures`` are those of text and tables, ``cells`` those of tables alone; ``uncounted`` are the
    reports at whose figures no rule looked.
    """

    severities: Mapping[Severity, int] = {}
    results: int = 0
    blank: int = 0
    uncounted: int = 0
    figures: int = 0
    checked: int = 0
    unchecked: int = 0
    forms: Mapping[str, int] = {}
    understood: int = 0
    cells: int = 0
    cells_checked: int = 0
    accepted: int = 0
    known: int = 0


_SORTS: Mapping[str, Callable[[Diagnostic], int | str]] = {
    "severity": lambda found: -found.severity.rank,
    "rule": lambda found: found.rule,
}


class Run(Struct, frozen=True, dict=True):
    """What a run found. ``lang`` is ``zh`` or ``en``; ``color`` says whether to use ANSI colours.

    ``inputs`` are the paths of all inputs, readable or not, in order. ``entries`` are the rules of
    the run by id, ``sources`` the lines of the files that a report was joined from. ``width`` is
    the width of the terminal in cells; ``skipped``, ``coverage`` and ``suppressed`` ask for the
    lists of what was not checked or not reported, ``quiet`` for diagnostics alone. ``configs`` are
    the configuration files, if any; ``pairs`` are files that were found to be one report,
    ``baseline`` what was compared with.
    ``summary`` and ``statistics`` ask for a line a report and a line a rule in place of diagnostics.
    ``sort`` is the order of diagnostics: ``place``, ``severity`` or ``rule``. ``site`` is where the
    documentation is published, empty where nobody said. ``date`` is when the run was
    (``2026-08-21T09:30``), for a format that says so.
    """

    results: Sequence[Result]
    failures: tuple[Failure, ...] = ()
    inputs: tuple[str, ...] = ()
    lang: str = "zh"
    color: bool = False
    width: int = 100
    skipped: bool = False
    coverage: bool = False
    suppressed: bool = False
    quiet: bool = False
    configs: tuple[str, ...] = ()
    date: str = ""
    entries: Mapping[str, Entry] = {}
    sources: Mapping[str, tuple[str, ...]] = {}
    summary: bool = False
    statistics: bool = False
    sort: str = "place"
    site: str = ""
    pairs: tuple[tuple[str, ...], ...] = ()
    baseline: Compared | None = None

    @property
    def config(self) -> str:
        """The configuration files in one text; empty for none."""
        return listed(self.lang, self.configs)

    def diagnostics(self) -> Iterator[tuple[Result, Diagnostic]]:
        """Every diagnostic with the result it belongs to, input by input unless sorted otherwise."""
        key = _SORTS.get(self.sort)
        if key:
            # All of them at once: without what else there is in a report they are little.
            every = ((_bare(result), result.diagnostics) for result in self.results)
            found = ((result, one) for result, several in every for one in several)
            yield from sorted(found, key=lambda pair: key(pair[1]))
            return
        for result in self.results:
            for one in result.diagnostics:
                yield result, one

    def accepted(self) -> Iterator[tuple[Result, Suppressed]]:
        """Every suppressed diagnostic with the result it belongs to, input by input."""
        for result in self.results:
            for suppressed in result.suppressed:
                yield result, suppressed

    def known(self) -> Iterator[tuple[Result, Diagnostic]]:
        """Every diagnostic that the baseline knows with the result it belongs to, input by input."""
        for result in self.results:
            for diagnostic in result.known:
                yield result, diagnostic

    def figures(self) -> Iterator[tuple[Result, Seen]]:
        """Every figure of text and tables with the result it belongs to, input by input."""
        for result in self.results:
            for figure in result.account.figures:
                yield result, figure

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return self.tally.severities.get(severity, 0)

    @cached_property
    def tally(self) -> Tally:
        """The numbers of a run; found once, for results may have to be read back for it."""
        severities: Counter[Severity] = Counter()
        forms: Counter[str] = Counter()
        counts: Counter[str] = Counter()
        for result in self.results:
            severities.update(one.severity for one in result.diagnostics)
            forms.update([result.form] if result.packs else [])
            counts.update(_numbers(result))
        return Tally(severities, forms=forms, **counts)


def _bare(result: Result) -> Result:
    """A report for those who show diagnostics: its name and its lines."""
    return Result(result.path, lines=result.lines)


def _numbers(result: Result) -> dict[str, int]:
    """What one report adds to the tally of a run."""
    figures = result.account.figures
    checked = [figure for figure in figures if figure.checked]
    return {
        "results": 1,
        "blank": int(result.blank),
        "uncounted": int(not result.counted),
        "figures": len(figures),
        "understood": sum(figure.understood for figure in figures),
        "checked": len(checked),
        "cells": sum(figure.table is not None for figure in figures),
        "cells_checked": sum(figure.table is not None for figure in checked),
        "unchecked": len(result.unchecked),
        "accepted": len(result.suppressed),
        "known": len(result.known),
    }
