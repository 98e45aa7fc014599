"""json: everything a run found, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters import jsontext
from jslint.formatters.members import diagnostics, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.run import Run

_ORDER = (
    "version", "tool", "config", "inputs", "together", "errors", "diagnostics", "suppressed", "baseline",
    "forms", "coverage", "summary",
)  # fmt: skip


def pieces(run: Run) -> Iterator[str]:
    """One JSON object; see docs/output.md for its members."""
    whole = {**frame(run), "diagnostics": diagnostics(run)}
    ordered = {member: whole[member] for member in _ORDER if member in whole}
    return jsontext.pieces(ordered)
