"""A whole run over several inputs, as formatters print it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jslint.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Result


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and what the user can do about it."""

    path: str
    reason: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found. ``lang`` is ``zh`` or ``en``; ``color`` says whether to use ANSI colours.

    ``width`` is the width of the terminal in cells; ``skipped`` and ``coverage`` ask for the lists of
    what was not checked.
    """

    results: tuple[Result, ...]
    failures: tuple[Failure, ...] = ()
    lang: str = "zh"
    color: bool = False
    width: int = 100
    skipped: bool = False
    coverage: bool = False

    def diagnostics(self) -> Iterator[tuple[Result, Diagnostic]]:
        """Every diagnostic with the result it belongs to, input by input."""
        for result in self.results:
            for diagnostic in result.diagnostics:
                yield result, diagnostic

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(diagnostic.severity is severity for _, diagnostic in self.diagnostics())
