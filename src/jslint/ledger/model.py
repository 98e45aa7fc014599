"""What a ledger is: columns with a header path, and lines of figures."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from jslint.document import EMPTY
from jslint.figures.figure import BLANK, Figure, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.document import Section, Table, Text
    from jslint.figures.figure import Unit

#: The cells of rows as ``plain`` gives them.
Words: TypeAlias = "Sequence[Sequence[str]]"


class Column(Struct, frozen=True, dict=True):
    """A column of values; ``path`` are its header texts from the top, spaces removed."""

    index: int
    path: tuple[str, ...]

    @cached_property
    def name(self) -> str:
        """The path as packs match it: ``支出/决算数``."""
        return "/".join(self.path)


class Line(Struct, frozen=True):
    """A row of values: its code and name (spaces removed), cells and figures by column index.

    A cell that is blank has no figure. A column where the row has words in place of its value, such
    as a header's or #REF!, has no cell at all: what it should hold is not known.

    Where its code is mistyped (``seats``), ``code`` is the one that fits, ``misprint`` what is printed
    in the cells ``coded``, and ``seat`` how that is known.
    """

    index: int
    code: str
    name: str
    label: Text
    cells: dict[int, Text]
    figures: dict[int, Figure]
    coded: tuple[Text, ...] = ()
    misprint: str = ""
    seat: str = ""


class Ledger(Struct, frozen=True):
    """One logical table. ``side`` is 0 for the only or left half, 1 for the right one."""

    title: str
    table: Table
    path: tuple[Section, ...]
    unit: Unit
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    side: int = 0

    def figure(self, line: Line, column: Column) -> Figure | None:
        """The figure of a cell; None where it is blank or holds no number."""
        return line.figures.get(column.index)

    def blank(self) -> Figure:
        """What a blank cell states: nothing, exactly."""
        return Figure(Decimal(0), Decimal(1), self.unit, BLANK)

    def has(self, line: Line, column: Column) -> bool:
        """Whether the line has a cell of its own in the column."""
        return column.index in line.cells

    def text(self, line: Line, column: Column) -> Text:
        """The cell itself, for its place."""
        return line.cells.get(column.index, EMPTY)


#: The cells of a folder of reports say the same few thousand things.
_CELLS = 8192


@lru_cache(maxsize=_CELLS)
def plain(text: str) -> str:
    """A label without white space, brackets half-width."""
    return "".join(fold(text).split()) if text else ""
