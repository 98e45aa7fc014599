"""What readers hand to the outline builder: paragraphs and tables in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import EMPTY

if TYPE_CHECKING:
    from jslint.document import Table, Text


class Item(Struct, frozen=True):
    """One paragraph with its soft breaks joined, or one table.

    ``level`` is the heading level that a style or mark-up gives, from 1. ``role`` is that of the
    paragraph where the reader knows it (see ``document.Paragraph``), else empty. ``source`` is the
    paragraph with the white space at its ends, where it has any: a tab there parts an empty cell.
    """

    text: Text = EMPTY
    level: int | None = None
    role: str = ""
    table: Table | None = None
    source: Text = EMPTY
