"""What a document's body is read into before the outline is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from jslint.document import Place
    from jslint.readers.items import Item

ENTRY, CONTENTS_TITLE = "entry", "contents title"


class Block(Struct, frozen=True):
    """A paragraph or table.

    ``role`` is ``entry`` or ``contents title`` on a contents page, else empty. ``note`` is for a
    footnote or endnote, which stands after what refers to it.
    """

    item: Item
    role: str = ""
    note: bool = False


class Cell(Struct, frozen=True):
    """A cell of a table: its first grid column from 0, how many it takes, and what it holds.

    ``down`` says that it continues the cell above, ``left`` that it continues the cell to its left.
    """

    start: int
    span: int
    blocks: tuple[Block, ...]
    place: Place
    down: bool = False
    left: bool = False
