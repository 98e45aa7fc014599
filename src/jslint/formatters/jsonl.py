"""jsonl: a diagnostic a line, for programs that read a stream; the last line has the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.jsontext import dumps
from jslint.formatters.members import diagnostics, frame

if TYPE_CHECKING:
    from jslint.run import Run


def render(run: Run) -> str:
    """The objects of json, one a line, and at the end all of json but its diagnostics."""
    lines = [*diagnostics(run), frame(run)]
    return "".join(dumps(line, indent=None) for line in lines)
