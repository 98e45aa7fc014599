"""concise: one line a diagnostic, for editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.places import where
from jslint.formatters.remarks import heard
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Run


def pieces(run: Run) -> Iterator[str]:
    """``path:line:column: severity[RULE] message``, a line each, and ``path: note: …``."""
    for result, found in run.diagnostics():
        yield f"{clean(_line(result, found))}\n"
    for remark in heard(run):
        yield clean(f"{where(remark.path, remark.place)}: {remark.text}") + "\n"


def _line(result: Result, found: Diagnostic) -> str:
    place = where(result.path, found.place)
    return f"{place}: {found.severity.value}[{found.rule}] {found.message}"
