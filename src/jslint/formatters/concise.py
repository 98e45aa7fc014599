"""concise: one line a diagnostic, for editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.places import where
from jslint.formatters.remarks import heard
from jslint.harmful import clean

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Run


def render(run: Run) -> str:
    """``path:line:column: severity[RULE] message``, a line each, and ``path: note: …``."""
    lines = [_line(result, found) for result, found in run.diagnostics()]
    lines += (f"{where(remark.path, remark.place)}: {remark.text}" for remark in heard(run))
    return "".join(f"{clean(line)}\n" for line in lines)


def _line(result: Result, found: Diagnostic) -> str:
    place = where(result.path, found.place)
    return f"{place}: {found.severity.value}[{found.rule}] {found.message}"
