"""What a workbook holds once it is out of the file: sheets of cells as they print."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jslint.document import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
VISIBLE, HIDDEN = "visible", "hidden"
#: What the first cell of a sheet says that jslint wrote into a workbook.
RESULTS = "jslint 检查结果"


class Merge(NamedTuple):
    """A merged cell: its first row and column, and those after its last; all from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(Struct, frozen=True):
    """One sheet. ``rows`` are the texts of the cells that are not blank, by row and column from 1.

    ``merges`` are sorted. ``number`` counts the sheets from 1. ``unsaved`` are cells whose formula has no result in the
    file, ``errors`` those that show an error such as #REF!.
    """

    name: str
    number: int
    rows: Mapping[int, Mapping[int, str]]
    merges: tuple[Merge, ...] = ()
    state: str = VISIBLE
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    unsaved: tuple[tuple[int, int], ...] = ()
    errors: tuple[tuple[int, int], ...] = ()

    @property
    def is_results(self) -> bool:
        """Whether jslint wrote it, so that it is no part of the report."""
        return self.rows.get(1, {}).get(1) == RESULTS

    def place(self, row: int, column: int, character: int | None = None) -> Place:
        """The place of a cell, or of a character in it from 1."""
        return Place(
            order=(self.number, row, column, character or 0),
            column=character,
            sheet=self.name,
            cell=f"{letters(column)}{row}",
        )


class Book(Struct, frozen=True):
    """The sheets in order; ``unread`` names those without cells to read, such as chart sheets."""

    sheets: tuple[Sheet, ...]
    unread: tuple[str, ...] = ()


def letters(column: int) -> str:
    """The name of a column: A for 1, AA for 27."""
    name = ""
    while column > 0:
        column, at = divmod(column - 1, 26)
        name = chr(ord("A") + at) + name
    return name


def coordinates(reference: str) -> tuple[int, int] | None:
    """The row and column of a reference such as ``$B$7``; None where it is none."""
    bare = reference.replace("$", "")
    digits = bare.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    column = 0
    for letter in bare[: len(bare) - len(digits)][:4]:
        column = column * 26 + ord(letter) - ord("A") + 1
    if not (digits.isascii() and digits.isdigit() and len(digits) < 8):  # noqa: PLR2004
        return None
    row = int(digits)
    return (row, column) if 0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN else None
