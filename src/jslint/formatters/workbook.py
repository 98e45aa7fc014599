"""xlsx: the rows of csv as a workbook, with what was not checked on a sheet of its own."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jslint.formatters.rows import found, head, left
from jslint.formatters.sheets import Sheet, blocks
from jslint.formatters.totals import total, unlooked
from jslint.formatters.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.run import Run

_WIDTHS = (28, 14, 8, 10, 28, 60, 28, 36, 18, 18, 36)


def encode(run: Run) -> Iterator[bytes]:
    """The package block by block; the rows of a long run are nowhere all together."""
    names = head(run)
    told = ([line] for line in (total(run), unlooked(run)) if line)
    return blocks(
        [
            Sheet(say(run.lang, "results"), _WIDTHS, chain([names], found(run))),
            Sheet(say(run.lang, "unchecked"), _WIDTHS, chain([names], told, left(run))),
        ]
    )
