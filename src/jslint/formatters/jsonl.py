"""jsonl: a diagnostic a line, for programs that read a stream; the last line has the rest."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jslint.formatters import jsontext
from jslint.formatters.members import diagnostics, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.run import Run


def pieces(run: Run) -> Iterator[str]:
    """The objects of json, one a line, and at the end all of json but its diagnostics."""
    for line in chain(diagnostics(run), (frame(run),)):
        yield from jsontext.pieces(line, indent=None)
