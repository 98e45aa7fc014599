"""json: everything a run found, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jslint.formatters.members import diagnostics, frame

if TYPE_CHECKING:
    from jslint.run import Run

_ORDER = ("version", "tool", "inputs", "errors", "diagnostics", "forms", "coverage", "summary")


def render(run: Run) -> str:
    """One JSON object; see docs/output.md for its members."""
    whole = {**frame(run), "diagnostics": diagnostics(run)}
    ordered = {member: whole[member] for member in _ORDER}
    return json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"
