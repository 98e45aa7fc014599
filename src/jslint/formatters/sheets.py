"""Sheets of cells as an Excel file, written with the standard library.

Every text is an inline one, so that no cell can be a formula; the same sheets give the same bytes.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeAlias
from xml.sax.saxutils import escape

from msgspec import Struct

from jslint.formatters.packages import legal, streamed
from jslint.formatters.places import uri
from jslint.patterns import regex
from jslint.readers.xlsx.model import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
#: A cell holds no more, by the format's own limit, a sheet no more rows and no more links.
_LONGEST = 32767
_ROWS = 1_048_576
_LINKS = 65_530
#: What Excel takes for an escaped character.
_ESCAPE = regex(r"_(?=x[0-9A-Fa-f]{4}_)")
#: What the name of a sheet may not have, and how long it may be.
_UNNAMED = regex(r"[\[\]:*?/\\]")
_NAME = 31
_TEXT, _HEAD, _NUMBER, _LINK = range(4)


class Cell(Struct, frozen=True):
    """A text or number with where it leads: a file (relative, ``/`` between), and a place in it."""

    value: str | int
    link: str = ""
    spot: str = ""


Value: TypeAlias = "Cell | str | int"


class Sheet(Struct, frozen=True):
    """A sheet: its name, the widths of its columns in characters, its rows, the head's first.

    The rows are gone through once, so they may come one by one.
    """

    name: str
    widths: tuple[int, ...]
    rows: Iterable[Sequence[Value]]


class Grid(Sheet, frozen=True):
    """A sheet whose rows are all there."""

    rows: tuple[tuple[Value, ...], ...]


_APP = f"""{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">\
<Application>jslint</Application></Properties>"""
_ROOT = f"""{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/relationships/extended-properties" \
Target="docProps/app.xml"/></Relationships>"""


def _format(number: int, font: int, *, wrap: bool = False) -> str:
    applied = 'applyNumberFormat="1" applyFont="1" applyAlignment="1"'
    lines = ' wrapText="1"' if wrap else ""
    return (
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0" {applied}>'
        f'<alignment vertical="top"{lines}/></xf>'
    )


#: The cells' formats in the order of ``_TEXT``, ``_HEAD``, ``_NUMBER`` and ``_LINK``; 49 is text.
_STYLES = f"""{_DECLARATION}<styleSheet xmlns="{_MAIN}">\
<fonts count="3"><font><sz val="11"/><name val="等线"/></font>\
<font><b/><sz val="11"/><name val="等线"/></font>\
<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="等线"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4">{_format(49, 0, wrap=True)}{_format(49, 1)}{_format(1, 0)}\
{_format(49, 2, wrap=True)}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


def package(grids: Sequence[Sheet]) -> bytes:
    """The whole file."""
    return b"".join(blocks(grids))


def blocks(grids: Sequence[Sheet]) -> Iterator[bytes]:
    """The file block by block, of which no more is kept than a row takes."""
    return streamed(_files(grids))


def _files(grids: Sequence[Sheet]) -> Iterator[tuple[str, Iterable[str]]]:
    yield "[Content_Types].xml", (_types(len(grids)),)
    yield "_rels/.rels", (_ROOT,)
    yield "docProps/app.xml", (_APP,)
    yield "xl/workbook.xml", (_workbook(grids),)
    yield "xl/_rels/workbook.xml.rels", (_parts(len(grids)),)
    yield "xl/styles.xml", (_STYLES,)
    for number, grid in enumerate(grids, 1):
        links: list[tuple[str, Cell]] = []
        yield f"xl/worksheets/sheet{number}.xml", _sheet(grid, links)
        if any(cell.link for _, cell in links):
            yield f"xl/worksheets/_rels/sheet{number}.xml.rels", (_targets(links),)


def _types(sheets: int) -> str:
    listed = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
        f'ContentType="{_TYPE}.spreadsheetml.worksheet+xml"/>'
        for number in range(1, sheets + 1)
    )
    return f"""{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.spreadsheetml.sheet.main+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.spreadsheetml.styles+xml"/>\
{listed}\
<Override PartName="/docProps/app.xml" ContentType="{_TYPE}.extended-properties+xml"/></Types>"""


def _parts(sheets: int) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, sheets + 1)
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}'
        f'<Relationship Id="rId{sheets + 1}" Type="{_OFFICE}/relationships/styles" '
        'Target="styles.xml"/></Relationships>'
    )


def _workbook(grids: Sequence[Sheet]) -> str:
    sheets = "".join(
        f'<sheet name="{_text(sheet_name(grid.name))}" sheetId="{number}" r:id="rId{number}"/>'
        for number, grid in enumerate(grids, 1)
    )
    return (
        f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        f"<sheets>{sheets}</sheets></workbook>"
    )


def sheet_name(name: str) -> str:
    """A name that a sheet may have."""
    return _UNNAMED.sub("-", name)[:_NAME]


def _sheet(grid: Sheet, links: list[tuple[str, Cell]]) -> Iterator[str]:
    """A sheet with a head that stays in sight and can be filtered by.

    The cells that lead somewhere are added to ``links``, each with where it stands.
    """
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(grid.widths, 1)
    )
    yield (
        f'{_DECLARATION}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    )
    number = 0
    for number, row in enumerate(islice(grid.rows, _ROWS), 1):
        links += islice(_leading(number, row), _LINKS - len(links))
        yield "".join(_row(number, row))
    last = f"{letters(len(grid.widths))}{number}"
    yield f'</sheetData><autoFilter ref="A1:{last}"/>{_linked(links)}</worksheet>'


def _row(number: int, cells: Sequence[Value]) -> Iterator[str]:
    yield f'<row r="{number}">'
    for column, value in enumerate(cells, 1):
        cell = value if isinstance(value, Cell) else Cell(value)
        if cell.value == "":
            continue
        at = f'<c r="{letters(column)}{number}"'
        if isinstance(cell.value, int):
            yield f'{at} s="{_HEAD if number == 1 else _NUMBER}"><v>{cell.value}</v></c>'
            continue
        style = _HEAD if number == 1 else _LINK if cell.link or cell.spot else _TEXT
        yield (
            f'{at} s="{style}" t="inlineStr"><is>'
            f'<t xml:space="preserve">{_text(cell.value)}</t></is></c>'
        )
    yield "</row>"


def _leading(number: int, row: Sequence[Value]) -> Iterator[tuple[str, Cell]]:
    """The cells of a row that lead somewhere, each with where it stands."""
    for column, cell in enumerate(row, 1):
        if isinstance(cell, Cell) and (cell.link or cell.spot):
            yield f"{letters(column)}{number}", cell


def _linked(links: Sequence[tuple[str, Cell]]) -> str:
    if not links:
        return ""
    listed = []
    for number, (at, cell) in enumerate(links, 1):
        target = f' r:id="rId{number}"' if cell.link else ""
        spot = f' location="{_text(cell.spot)}"' if cell.spot else ""
        listed.append(f'<hyperlink ref="{at}"{target}{spot}/>')
    return f"<hyperlinks>{''.join(listed)}</hyperlinks>"


def _targets(links: Sequence[tuple[str, Cell]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/hyperlink" '
        f'Target="{_text(uri(cell.link))}" TargetMode="External"/>'
        for number, (_, cell) in enumerate(links, 1)
        if cell.link
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _text(text: str) -> str:
    """Text as XML and Excel show it; a cell that is too long ends in an ellipsis."""
    text = legal(text)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1]}…"
    return escape(_ESCAPE.sub("_x005F_", text), {'"': "&quot;"})
