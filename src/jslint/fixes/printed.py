"""What a report prints, one text a line, for the difference between two versions of an Office file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.document import Paragraph, Section, Table
from jslint.formatters.places import spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.document import Report, Text


def lines(report: Report) -> list[str]:
    """Every text of a report with its place, in reading order."""
    texts = sorted(_texts(report.sections), key=lambda text: text.at().order)
    return [f"{spot(text.at())}: {' '.join(text.value.split())}\n" for text in texts if text.value]


def _texts(blocks: Iterable[Paragraph | Table | Section]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Section):
            yield block.heading
            yield from _texts(block.blocks)
        elif isinstance(block, Table):
            yield block.title
            yield from {id(cell): cell for row in block.rows for cell in row}.values()
            yield from _texts(block.notes)
        else:
            yield block.text
