"""A whole run over several inputs, as formatters print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.diagnostic import Severity  # a baseline is read into it

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.diagnostic import Diagnostic, Result, Seen, Suppressed
    from jslint.rules.ground.base import Entry


class Failure(Struct, frozen=True):
    """An input that could not be read, and what the user can do about it.

    ``trace`` is for those who mend the program, where that is what has to be done.
    """

    path: str
    reason: str
    remedy: str = ""
    trace: str = ""


class Known(Struct, frozen=True, kw_only=True):
    """A diagnostic as a baseline knows it: all but the last three tell it from others.

    ``mark`` stands for the figures, or the words, that the rule looked at beside its own.
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

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others."""
        return (*self.about, self.value, self.mark)

    @property
    def about(self) -> tuple[str, ...]:
        """Whose figure, by which rule, whatever is printed."""
        return self.body, self.year, self.section, self.subject, self.measure, self.rule


class Compared(Struct, frozen=True):
    """A baseline beside the run: its file, and what of it was mended."""

    path: str
    mended: tuple[Known, ...] = ()


class Run(Struct, frozen=True):
    """What a run found. ``lang`` is ``zh`` or ``en``; ``color`` says whether to use ANSI colours.

    ``inputs`` are the paths of all inputs, readable or not, in order. ``entries`` are the rules of
    the run by id, ``sources`` the lines of the files that a report was joined from. ``width`` is
    the width of the terminal in cells; ``skipped``, ``coverage`` and ``suppressed`` ask for the
    lists of what was not checked or not reported, ``quiet`` for diagnostics alone. ``config`` is the
    configuration file, if any, or several; ``pairs`` are files that were found to be one report,
    ``baseline`` what was compared with. ``date`` is when the run was (``2026-08-21T09:30``), for a
    format that says so.
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
    config: str = ""
    date: str = ""
    entries: Mapping[str, Entry] = {}
    sources: Mapping[str, tuple[str, ...]] = {}
    pairs: tuple[tuple[str, ...], ...] = ()
    baseline: Compared | None = None

    def diagnostics(self) -> Iterator[tuple[Result, Diagnostic]]:
        """Every diagnostic with the result it belongs to, input by input."""
        for result in self.results:
            for diagnostic in result.diagnostics:
                yield result, diagnostic

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
        return sum(diagnostic.severity is severity for _, diagnostic in self.diagnostics())
