"""xlsx: the rows of csv as a workbook, with what was not checked on a sheet of its own.

Written with the standard library: every cell is an inline text, so none can be a formula.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from jslint.formatters.rows import head, rows
from jslint.formatters.totals import total, unlooked
from jslint.formatters.wording import say
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.run import Run

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
#: A cell holds no more, by the format's own limit.
_LONGEST = 32767
_ROWS = 1_048_576
#: A file says when it was made; the same findings give the same file.
_MADE = (1980, 1, 1, 0, 0, 0)
_ILLEGAL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: What Excel takes for an escaped character.
_ESCAPE = regex(r"_(?=x[0-9A-Fa-f]{4}_)")
_WIDTHS = (28, 14, 8, 10, 28, 60, 28, 36, 18, 18, 36)

_TYPES = f"""{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.spreadsheetml.sheet.main+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.spreadsheetml.styles+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.spreadsheetml.worksheet+xml"/>\
<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{_TYPE}.spreadsheetml.worksheet+xml"/>\
<Override PartName="/docProps/app.xml" ContentType="{_TYPE}.extended-properties+xml"/></Types>"""
_RELATIONS = f"""{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/relationships/extended-properties" \
Target="docProps/app.xml"/></Relationships>"""
_SHEETS = f"""{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/relationships/worksheet" Target="worksheets/sheet2.xml"/>\
<Relationship Id="rId3" Type="{_OFFICE}/relationships/styles" Target="styles.xml"/>\
</Relationships>"""
_APP = f"""{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">\
<Application>jslint</Application></Properties>"""
#: Style 0 wraps, style 1 is the head's.
_STYLES = f"""{_DECLARATION}<styleSheet xmlns="{_MAIN}">\
<fonts count="2"><font><sz val="11"/><name val="等线"/></font>\
<font><b/><sz val="11"/><name val="等线"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" \
applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" \
applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>\
</cellStyles></styleSheet>"""


def encode(run: Run) -> bytes:
    """The whole package."""
    names = head(run)
    every, unchecked = list(rows(run)), say(run.lang, "unchecked")
    apart = {unchecked, say(run.lang, "unreadable")}
    found = [row for row in every if row[2] not in apart and row[2]]
    left = [row for row in every if row[2] in apart]
    told = [[line] for line in (total(run), unlooked(run)) if line]
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/app.xml": _APP,
        "xl/workbook.xml": _workbook((say(run.lang, "results"), unchecked)),
        "xl/_rels/workbook.xml.rels": _SHEETS,
        "xl/styles.xml": _STYLES,
        "xl/worksheets/sheet1.xml": _sheet([names, *found]),
        "xl/worksheets/sheet2.xml": _sheet([names, *told, *left]),
    }
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name, _MADE)
            part.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(part, text.encode("utf-8"))
    return package.getvalue()


def _workbook(names: Iterable[str]) -> str:
    sheets = "".join(
        f'<sheet name="{_text(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return (
        f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships">'
        f"<sheets>{sheets}</sheets></workbook>"
    )


def _sheet(rows: list[list[str]]) -> str:
    """A sheet with a head that stays in sight and can be filtered by."""
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(_WIDTHS, 1)
    )
    kept = rows[:_ROWS]
    last = f"{_letter(len(_WIDTHS))}{len(kept)}"
    return "".join(
        [
            f'{_DECLARATION}<worksheet xmlns="{_MAIN}">',
            '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ',
            'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
            f"<cols>{columns}</cols><sheetData>",
            *(line for number, row in enumerate(kept, 1) for line in _row(number, row)),
            f'</sheetData><autoFilter ref="A1:{last}"/></worksheet>',
        ]
    )


def _row(number: int, cells: list[str]) -> Iterator[str]:
    style = 1 if number == 1 else 0
    yield f'<row r="{number}">'
    for column, text in enumerate(cells, 1):
        if text:
            yield (
                f'<c r="{_letter(column)}{number}" s="{style}" t="inlineStr"><is>'
                f'<t xml:space="preserve">{_text(text)}</t></is></c>'
            )
    yield "</row>"


def _letter(column: int) -> str:
    return chr(ord("A") + column - 1)


def _text(text: str) -> str:
    """Text as XML and Excel show it; a cell that is too long ends in an ellipsis."""
    text = _ILLEGAL.sub("\ufffd", text)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 1]}…"
    return escape(_ESCAPE.sub("_x005F_", text), {'"': "&quot;"})
