"""concise: one line a diagnostic, for editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.places import where
from jslint.formatters.terminal import clean

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Run


def render(run: Run) -> str:
    """``path:line:column: severity[RULE] message``, a line each."""
    return "".join(f"{_line(result, found)}\n" for result, found in run.diagnostics())


def _line(result: Result, found: Diagnostic) -> str:
    place = where(result.path, found.place)
    return clean(f"{place}: {found.severity.value}[{found.rule}] {found.message}")
