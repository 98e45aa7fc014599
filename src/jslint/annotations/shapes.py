"""The boxes in which Excel shows comments: VML, from before it had another way to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_V, _O, _X = (
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:office",
    "urn:schemas-microsoft-com:office:excel",
)
_BOUND = f'xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}"'
_FILL = "#ffffe1"
#: The shape that all boxes are of, as Excel names it.
_KIND = "_x0000_t202"
_BLOCK = 1024
#: Pixels: of a box, of a column and a row that say nothing of their size, of a line of text.
_WIDTH, _COLUMN, _ROW, _LINE, _CHARACTERS = 340, 64, 20, 17, 30
_TALLEST = 30


class Grid(Struct, frozen=True):
    """How wide the columns of a sheet are that say so, and how high its rows, in pixels."""

    columns: Mapping[int, int]
    rows: Mapping[int, int]


def grid(sheet: Element) -> Grid:
    """The sizes of a worksheet's columns and rows."""
    columns: dict[int, int] = {}
    rows: dict[int, int] = {}
    for element in sheet.iter():
        tag = local(element)
        if tag == "col" and element.get("width"):
            first, last = _whole(element.get("min")), _whole(element.get("max"))
            width = (
                0
                if element.get("hidden") in ("1", "true")
                else 7 * _whole(element.get("width")) + 5
            )
            columns.update(dict.fromkeys(range(first, min(last, first + 200) + 1), width))
        elif tag == "row" and element.get("ht"):
            rows[_whole(element.get("r"))] = _whole(element.get("ht")) * 4 // 3
    return Grid(columns, rows)


def _whole(text: str | None) -> int:
    """The whole part of a number as XML writes it."""
    digits = (text or "").partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else 0  # noqa: PLR2004


def empty(number: int) -> bytes:
    """A part without boxes, the ``number``-th of its workbook."""
    return (
        f'<xml {_BOUND}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{number}"/>'
        "</o:shapelayout></xml>"
    ).encode()


def kind(root: Element) -> bytes:
    """The shape that all boxes are of; nothing where a part has it."""
    if any(local(one) == "shapetype" and one.get("id") == _KIND for one in root):
        return b""
    return (
        f'<v:shapetype {_BOUND} id="{_KIND}" coordsize="21600,21600" o:spt="202" '
        'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
        '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
    ).encode()


def first(root: Element) -> int:
    """The first number that no shape has."""
    data = next((one.get("data", "") for one in root.iter() if local(one) == "idmap"), "1")
    block = _whole(data.split(",")[0]) or 1
    numbers = [_whole((one.get("id") or "").rpartition("_s")[2]) for one in root.iter()]
    return max([block * _BLOCK, *numbers]) + 1


def box(number: int, row: int, column: int, lines: list[str], sizes: Grid) -> bytes:
    """The hidden box of a comment on a cell (row and column from 1), beside it."""
    height = _LINE * min(_TALLEST, sum(1 + len(line) // _CHARACTERS for line in lines) + 1)
    right, over = _reach(column + 1, _WIDTH, sizes.columns, _COLUMN)
    bottom, under = _reach(row, height, sizes.rows, _ROW)
    anchor = f"{column}, 15, {row - 1}, 2, {right - 1}, {over}, {bottom - 1}, {under}"
    return (
        f'<v:shape {_BOUND} id="_x0000_s{number}" type="#{_KIND}" '
        f'style="position:absolute;z-index:{number % _BLOCK};visibility:hidden" '
        f'fillcolor="{_FILL}" o:insetmode="auto"><v:fill color2="{_FILL}"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    ).encode()


def _reach(start: int, length: int, sizes: Mapping[int, int], usual: int) -> tuple[int, int]:
    """In which column or row something ends that begins at one, and how far in it."""
    at = start
    while length > (size := sizes.get(at, usual)) and at < start + _BLOCK:
        length, at = length - size, at + 1
    return at, length


def boxes(root: Element) -> Iterator[tuple[Element, int, int]]:
    """The boxes of comments with the row and column of their cells, from 1."""
    for shape in root:
        for data in shape:
            if local(data) == "ClientData" and data.get("ObjectType") == "Note":
                held = {local(one): one.text for one in data}
                yield shape, _whole(held.get("Row")) + 1, _whole(held.get("Column")) + 1
