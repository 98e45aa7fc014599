"""The lines below the contents page to paragraphs and tables, whatever mark-up they had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.readers.front import names
from jslint.readers.items import Item
from jslint.readers.joining import Joiner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jslint.document import Table
    from jslint.readers.front import Front
    from jslint.readers.layout import Layout
    from jslint.readers.lines import Line

    Finder = Callable[[Sequence[Line]], Iterable[tuple[int, int, Table]]]


def items(
    body: Sequence[Line],
    head: Front,
    finders: Sequence[Finder],
    layout: Callable[[Sequence[Line]], Layout],
) -> list[Item]:
    """The paragraphs and tables of the body's lines.

    ``finders`` find the tables of one notation each, with the lines that they take; ``layout``
    tells how the lines of prose that remain are laid out.
    """
    pieces = list(_pieces(body, finders))
    prose = [line for piece in pieces if isinstance(piece, list) for line in piece]
    joiner = Joiner(layout(prose), names(head.contents))
    found: list[Item] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, list):
            found.extend(joiner.join(piece, before_table=index + 1 < len(pieces)))
        else:
            found.append(Item(table=piece))
    return found


def _pieces(lines: Sequence[Line], finders: Sequence[Finder]) -> Iterator[list[Line] | Table]:
    """Lines of prose and tables in turn."""
    if not finders:
        if lines:
            yield list(lines)
        return
    done = 0
    for start, end, table in finders[0](lines):
        yield from _pieces(lines[done:start], finders[1:])
        yield table
        done = end
    yield from _pieces(lines[done:], finders[1:])
