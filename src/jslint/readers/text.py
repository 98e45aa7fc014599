"""A report as plain text, with soft line breaks, to the document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jslint.readers import columns, front, furniture, outline, tabs, texts
from jslint.readers.decoding import decode
from jslint.readers.items import Item
from jslint.readers.joining import Joiner
from jslint.readers.kinds import bullet
from jslint.readers.layout import layout
from jslint.readers.lines import lines, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Report, Table
    from jslint.readers.front import Front
    from jslint.readers.lines import Line


def read(data: bytes, path: str) -> Report:
    """The report in a text file; raise ``UnreadableError`` where it is no text."""
    rows = split(decode(data, path))
    kept = furniture.drop(list(lines(rows)))
    head = front.read([line.text for line in kept])
    body = [_without_bullet(line) for line in kept[head.size :]]
    return outline.assemble(head, items(body, head), path, rows)


def _without_bullet(line: Line) -> Line:
    length = bullet(line.value)
    return replace(line, text=texts.cut(line.text, length), bullet=True) if length else line


def items(body: Sequence[Line], head: Front) -> list[Item]:
    """The paragraphs and tables of the body's lines."""
    pieces = list(_pieces(body))
    prose = [line for piece in pieces if isinstance(piece, list) for line in piece]
    joiner = Joiner(layout(prose), frozenset(front.key(entry.value) for entry in head.contents))
    found: list[Item] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, list):
            before_table = index + 1 < len(pieces)
            found.extend(joiner.join(piece, before_table=before_table))
        else:
            found.append(Item(table=piece))
    return found


def _pieces(body: Sequence[Line]) -> Iterator[list[Line] | Table]:
    """Lines of prose and tables in turn."""
    done = 0
    for start, end, table in tabs.tables(body):
        yield from _spaced(body[done:start])
        yield table
        done = end
    yield from _spaced(body[done:])


def _spaced(part: Sequence[Line]) -> Iterator[list[Line] | Table]:
    done = 0
    for start, end, table in columns.tables(part):
        if start > done:
            yield list(part[done:start])
        yield table
        done = end
    if done < len(part):
        yield list(part[done:])
