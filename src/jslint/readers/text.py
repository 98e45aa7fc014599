"""A report as plain text, with soft line breaks, to the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.limits import Meter
from jslint.readers import (
    asides,
    body,
    boxed,
    celled,
    columns,
    front,
    furniture,
    outline,
    pipes,
    spaced,
    tabs,
    texts,
)
from jslint.readers.decoding import decode
from jslint.readers.kinds import bullet
from jslint.readers.layout import layout
from jslint.readers.lines import lines, split

if TYPE_CHECKING:
    from jslint.document import Report
    from jslint.readers.lines import Line


def read(data: bytes, path: str, meter: Meter | None = None) -> Report:
    """The report in a text file; raise ``UnreadableError`` where it is no text, or too much."""
    meter = meter or Meter(path)
    rows = split(decode(data, path))
    meter.spend("lines", len(rows))
    meter.allow("paragraph-length", max(map(len, rows), default=0))
    found, said = asides.taken(list(lines(rows)))
    kept = furniture.drop(found)
    head = front.read([line.text for line in kept])
    rest = [_without_bullet(line) for line in kept[head.size :]]
    items = body.items(
        rest,
        head,
        (boxed.tables, pipes.tables, tabs.tables, celled.tables, columns.tables, spaced.tables),
        layout,
    )
    return replace(outline.assemble(head, items, path, rows), asides=said)


def _without_bullet(line: Line) -> Line:
    length = bullet(line.value)
    return replace(line, text=texts.cut(line.text, length), bullet=True) if length else line
