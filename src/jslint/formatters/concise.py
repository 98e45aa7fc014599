"""concise: one line a diagnostic, for editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.places import where

if TYPE_CHECKING:
    from jslint.run import Run


def render(run: Run) -> str:
    """``path:line:column: severity[RULE] message``, a line each."""
    return "".join(
        f"{where(result.path, found.place)}: {found.severity.value}[{found.rule}] {found.message}\n"
        for result, found in run.diagnostics()
    )
