"""Edits to the cells of an Excel file: the format of a cell stays, and formulas are never touched."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from msgspec import Struct

from jslint import readers
from jslint.errors import UnreadableError
from jslint.fixes import formulas, package, printed
from jslint.fixes.errors import UneditableError
from jslint.limits import Meter
from jslint.patterns import regex
from jslint.readers import ooxml
from jslint.readers.ooxml import local
from jslint.readers.xlsx import book, formats

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from jslint.edits import Edit
    from jslint.fixes.package import Span
    from jslint.readers.ooxml import Package
    from jslint.readers.xlsx.book import Looks

_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NUMBER = regex(r"-?\d[\d,]*(?:\.\d+)?")
_TYPE = regex(rb'(\s)t="s"')
_NAME = regex(rb"<((?:\w+:)?)\w+")
#: What a format may multiply a number by before it prints it.
_SCALES = (Decimal(1), Decimal(100), Decimal("0.001"), Decimal("0.0001"), Decimal("0.000001"))
_PIVOTS = "xl/pivotcache/"


class _Sheet(Struct, frozen=True):
    """A sheet's part, with the place of every element in its bytes."""

    part: str
    root: Element
    xml: bytes
    spans: Mapping[Element, Span]


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The file with the new words in the cells; raise ``UneditableError``."""
    try:
        archive = ooxml.open_package(data, Meter(""))
        main = book.main_part(archive)
    except UnreadableError as error:
        raise UneditableError from error
    if main is None or any(_PIVOTS in name for name in archive.members):
        raise UneditableError
    parts = _parts(archive, main)
    roots = {name: root for name, part in parts.items() if (root := archive.xml(part)) is not None}
    looks = book.looks_of(archive, main)
    cells: dict[tuple[str, str], list[Edit]] = {}
    for one in edits:
        cells.setdefault((one.place.sheet or "", one.place.cell or ""), []).append(one)
    made: dict[str, list[tuple[int, int, bytes]]] = {}
    sheets = {name: _sheet(data, parts, roots, name) for name in {name for name, _ in cells}}
    for (name, cell), own in cells.items():
        if formulas.is_seen(roots, name, cell):
            raise UneditableError
        made.setdefault(name, []).append(_changed(sheets[name], cell, own, looks))
    return package.replaced(
        data, {sheets[n].part: _spliced(sheets[n].xml, m) for n, m in made.items()}
    )


def _parts(archive: Package, main: str) -> dict[str, str]:
    """The parts of the sheets of cells, by name."""
    relations, root = archive.relations(main), archive.xml(main)
    found = {}
    for element in root.iter() if root is not None else ():
        relation = relations.get(element.get(_REL, "")) if local(element) == "sheet" else None
        if relation is not None and relation.kind == "worksheet":
            found[element.get("name", "")] = relation.target
    return found


def _sheet(
    data: bytes, parts: Mapping[str, str], roots: Mapping[str, Element], name: str
) -> _Sheet:
    if name not in roots:
        raise UneditableError
    xml = package.part(data, parts[name])
    spans = zip(roots[name].iter(), package.spans(xml), strict=True)
    return _Sheet(parts[name], roots[name], xml, dict(spans))


def _spliced(xml: bytes, made: Sequence[tuple[int, int, bytes]]) -> bytes:
    parts, at = [], 0
    for start, end, new in sorted(made):
        parts += [xml[at:start], new]
        at = end
    return b"".join([*parts, xml[at:]])


def _changed(
    sheet: _Sheet, cell: str, edits: Sequence[Edit], looks: Looks
) -> tuple[int, int, bytes]:
    """From where to where the bytes of a cell change, and into what."""
    found = [one for one in sheet.root.iter() if local(one) == "c" and one.get("r") == cell]
    if len(found) != 1:
        raise UneditableError
    element = found[0]
    below = {local(one): one for one in element}
    kind, code = element.get("t", "n"), looks.code(element.get("s"))
    if "f" in below or len(below) != 1 or len(element) != 1:
        raise UneditableError
    if kind == "n" and "v" in below:
        return _number(sheet, below["v"], edits, code, since_1904=looks.since_1904)
    if kind == "s" and "v" in below:
        return _shared(sheet, element, below["v"], edits, looks)
    if kind == "inlineStr" and "is" in below:
        return _own(sheet, below["is"], edits, code)
    raise UneditableError


def _number(
    sheet: _Sheet, value: Element, edits: Sequence[Edit], code: str, *, since_1904: bool
) -> tuple[int, int, bytes]:
    """The number that prints the new words by the cell's own format."""
    number = formats.number(value.text or "")
    if number is None:
        raise UneditableError
    new = _rewritten(formats.printed(number, code, since_1904=since_1904).strip(), edits)
    digits = _NUMBER.findall(new)
    for scale in _SCALES if len(digits) == 1 else ():
        wanted = Decimal(digits[0].replace(",", "")) / scale
        if formats.printed(wanted, code, since_1904=since_1904).strip() == new:
            span = sheet.spans[value]
            start = sheet.xml.index(b">", span.start) + 1
            return start, span.close, format(wanted, "f").encode()
    raise UneditableError


def _shared(
    sheet: _Sheet, cell: Element, value: Element, edits: Sequence[Edit], looks: Looks
) -> tuple[int, int, bytes]:
    """A text of the workbook as this cell's own, since other cells may refer to the same."""
    at = (value.text or "").strip()
    if not (at.isascii() and at.isdigit() and int(at) < len(looks.shared)):
        raise UneditableError
    if int(at) in looks.rich:
        raise UneditableError
    new = _reworded(looks.shared[int(at)], edits, looks.code(cell.get("s")))
    span, inner = sheet.spans[cell], sheet.spans[value]
    head = sheet.xml[span.start : inner.start]
    head, count = _TYPE.subn(rb'\1t="inlineStr"', head)
    if count != 1:
        raise UneditableError
    return span.start, package.behind(sheet.xml, inner), head + _words(head, new)


def _own(sheet: _Sheet, inner: Element, edits: Sequence[Edit], code: str) -> tuple[int, int, bytes]:
    """A text that stands in its cell, as openpyxl and jslint itself write it: in one piece."""
    if [local(one) for one in inner] != ["t"]:
        raise UneditableError
    new = _reworded(inner[0].text or "", edits, code)
    span = sheet.spans[inner]
    return span.start, package.behind(sheet.xml, span), _words(sheet.xml[span.start :], new)


def _reworded(text: str, edits: Sequence[Edit], code: str) -> str:
    """A cell's text after its edits, where it is printed as it is, before and after."""
    bare = text.strip()
    if formats.text(text, code) != text or "\n" in text or not bare:
        raise UneditableError
    new = text.replace(bare, _rewritten(bare, edits), 1)
    if formats.text(new, code) != new:
        raise UneditableError
    return new


def _words(head: bytes, text: str) -> bytes:
    """A text of a cell's own, by the prefix that its tags have."""
    name = _NAME.match(head)
    if name is None:
        raise UneditableError
    own = name[1].decode()
    return f'<{own}is><{own}t xml:space="preserve">{escape(text)}</{own}t></{own}is>'.encode()


def _rewritten(shown: str, edits: Sequence[Edit]) -> str:
    """What a cell prints after its edits; raise ``UneditableError`` where it prints other words."""
    at, parts = 0, []
    for one in sorted(edits, key=lambda one: one.place.column or 0):
        start = (one.place.column or 0) - 1
        end = start + len(one.old)
        if start < at or shown[start:end] != one.old or end > len(shown):
            raise UneditableError
        parts += [shown[at:start], one.new]
        at = end
    return "".join([*parts, shown[at:]])


def lines(data: bytes) -> list[str]:
    """Every cell with its place."""
    return printed.lines(readers.read("a.xlsx", data))
