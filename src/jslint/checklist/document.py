"""A filled-in checklist as a Word file, on pages in landscape; written with the standard library."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from jslint.checklist import rows
from jslint.checklist.model import Verdict
from jslint.checklist.words import say
from jslint.formatters.packages import legal, packed
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.checklist.model import Filled

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
#: Of the columns, in twentieths of a point; together as wide as A4 in landscape between its margins.
_WIDTHS = (700, 1000, 2900, 2300, 1050, 2000, 3600, 1000, 848)
_COLORS = {Verdict.PASSED: "1A7F37", Verdict.FAILED: "B3261E", Verdict.UNCHECKED: "8A5A00"}
_SMALL, _TITLE = 18, 32

_TYPES = f"""{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_TYPE}.wordprocessingml.document.main+xml"/>\
<Override PartName="/docProps/app.xml" ContentType="{_TYPE}.extended-properties+xml"/></Types>"""
_RELATIONS = f"""{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/relationships/extended-properties" \
Target="docProps/app.xml"/></Relationships>"""
_APP = f"""{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">\
<Application>jslint</Application></Properties>"""
_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="360" '
    'w:footer="360" w:gutter="0"/></w:sectPr>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def encode(filled: Filled) -> bytes:
    """The whole package."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/app.xml": _APP,
        "word/document.xml": _document(filled),
    }
    return packed(parts)


def _document(filled: Filled) -> str:
    above = "".join(_paragraph(line) for line in rows.about(filled))
    title = _paragraph(rows.title(filled), size=_TITLE, bold=True, centred=True)
    signed = _paragraph("") + _paragraph(say(filled.lang, "signed"))
    return (
        f'{_DECLARATION}<w:document xmlns:w="{_WORD}"><w:body>'
        f"{title}{above}{_table(filled)}{signed}{_PAGE}</w:body></w:document>"
    )


def _table(filled: Filled) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    width = sum(_WIDTHS)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{_BORDERS}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_lines(filled))}</w:tbl>"
    )


def _lines(filled: Filled) -> Iterator[str]:
    """The head, which every page repeats, and a line for each item, which no page parts."""
    head = "".join(_cell([name], at, bold=True) for at, name in enumerate(rows.heads(filled)))
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    verdict = rows.COLUMNS.index("verdict")
    for row in rows.rows(filled):
        cells = "".join(
            _cell(text.split("\n"), at, color=_COLORS[row.verdict] if at == verdict else "")
            for at, text in enumerate(rows.cells(filled, row))
        )
        yield f"<w:tr>{cells}</w:tr>"


def _cell(lines: Iterable[str], at: int, *, bold: bool = False, color: str = "") -> str:
    inside = "".join(_paragraph(line, bold=bold, color=color) for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTHS[at]}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _paragraph(
    text: str,
    *,
    size: int = _SMALL,
    bold: bool = False,
    centred: bool = False,
    color: str = "",
) -> str:
    placed = '<w:jc w:val="center"/>' if centred else ""
    about = (
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="宋体"/>'
        f"{'<w:b/>' if bold or color else ''}{f'<w:color w:val={chr(34)}{color}{chr(34)}/>' if color else ''}"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )
    shown = escape(legal(clean(text)))
    return (
        f'<w:p><w:pPr><w:spacing w:before="20" w:after="20"/>{placed}</w:pPr>'
        f'<w:r><w:rPr>{about}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r></w:p>'
    )
