"""The parts of an ``.xlsx`` package to sheets, cell by cell: a sparse sheet costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.patterns import regex
from jslint.readers import ooxml
from jslint.readers.ooxml import local
from jslint.readers.xlsx import formats
from jslint.readers.xlsx.model import (
    HIDDEN,
    LAST_COLUMN,
    VISIBLE,
    Book,
    Merge,
    Sheet,
    coordinates,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from jslint.limits import Meter
    from jslint.readers.ooxml import Package

_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STATES = {"hidden": HIDDEN, "veryHidden": HIDDEN}
_ESCAPE = regex(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")
_MOST_NOTED = 10_000
_PARTS_OF_ROWS = frozenset({"c", "v", "f", "is", "t", "r", "rPh", "phoneticPr", "rPr"})


class Looks(Struct, frozen=True):
    """What cells refer to: the shared texts, and the format code of each style.

    ``since_1904`` says from which day dates count, ``rich`` which of the shared texts have runs that
    look different, or a pronunciation.
    """

    shared: Sequence[str]
    codes: Sequence[str]
    since_1904: bool = False
    rich: frozenset[int] = frozenset()

    def code(self, style: str | None) -> str:
        """The format code of a cell's style."""
        at = int(style) if style and style.isascii() and style.isdigit() else 0
        return self.codes[at] if at < len(self.codes) else formats.BUILT_IN[0]


def looks_of(package: Package, main: str) -> Looks:
    """What the cells of a workbook refer to, whose main part is ``main``."""
    parts = {relation.kind: relation.target for relation in package.relations(main).values()}
    properties = _first(package.xml(main), "workbookPr")
    rich: set[int] = set()
    return Looks(
        list(_shared(package, parts.get("sharedStrings", ""), rich)),
        list(_codes(package.xml(parts.get("styles", "")))),
        properties is not None and properties.get("date1904") in _TRUE,
        frozenset(rich),
    )


def book(package: Package, main: str) -> Book:
    """The sheets of a workbook whose main part is ``main``."""
    root = package.xml(main)
    relations = package.relations(main)
    looks = looks_of(package, main)
    sheets: list[Sheet] = []
    unread: list[str] = []
    for element in root.iter() if root is not None else ():
        relation = relations.get(element.get(_REL, "")) if local(element) == "sheet" else None
        if relation is None:
            continue
        name = element.get("name", "")
        package.meter.spend("sheets")
        if relation.kind == "worksheet":
            reader = _Reader(looks, package.meter)
            reader.read(package, relation.target)
            sheets.append(reader.sheet(name, len(sheets) + 1, element.get("state", "")))
        else:
            unread.append(name)
    return Book(tuple(sheets), tuple(unread))


def _first(root: Element | None, name: str) -> Element | None:
    return next((e for e in (root.iter() if root is not None else ()) if local(e) == name), None)


def _shared(package: Package, name: str, rich: set[int]) -> Iterator[str]:
    """The shared texts; the numbers of those that are more than one plain text are added to ``rich``."""
    count = 0
    for element in package.closed_elements(name):
        if local(element) == "si":
            if len(element) != 1 or "_x" in (element[0].text or "_x"):
                rich.add(count)
            count += 1
            yield _text(element)
            element.clear()


def _text(element: Element) -> str:
    """The characters of a text and its runs, without the pronunciation beside them."""
    written = ""
    for found in element:
        if local(found) == "t":
            written += found.text or ""
        elif local(found) == "r":
            written += "".join(part.text or "" for part in found if local(part) == "t")
    return _unescaped(written)


def _unescaped(value: str) -> str:
    """A text with the characters that XML cannot hold, written as ``_x000D_``, put back or out."""
    if "_x" not in value:
        return value
    return _ESCAPE.sub(lambda match: _character(int(match[1], 16)), value)


def _character(code: int) -> str:
    if code in (0x09, 0x0A):
        return chr(code)
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""  # noqa: PLR2004


def _codes(root: Element | None) -> Iterator[str]:
    """The format code of each cell style."""
    known = dict(formats.BUILT_IN)
    if root is None:
        return
    for element in root.iter():
        if local(element) == "numFmt" and (name := _whole(element.get("numFmtId"))) is not None:
            known[name] = element.get("formatCode", "")
    cells = _first(root, "cellXfs")
    for element in cells if cells is not None else ():
        yield known.get(_whole(element.get("numFmtId")) or 0, formats.BUILT_IN[0])


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else None  # noqa: PLR2004


def _columns(spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The columns of ``spans``, each once, however many of them lie over one another."""
    reached = 0
    for first, last in sorted(spans):
        yield from range(max(first, reached + 1), last + 1)
        reached = max(reached, last)


class _Reader(Struct):
    """Reads one sheet's part from its beginning to its end."""

    looks: Looks
    meter: Meter
    rows: dict[int, dict[int, str]] = {}
    merges: list[Merge] = []
    hidden_rows: list[int] = []
    hidden_columns: list[tuple[int, int]] = []
    unsaved: list[tuple[int, int]] = []
    errors: list[tuple[int, int]] = []
    zeros: bool = True
    at: int = 0

    def read(self, package: Package, name: str) -> None:
        """Read all cells; what is not looked at any more is let go."""
        for element in package.closed_elements(name):
            tag = local(element)
            if tag == "row":
                self._row(element)
            elif tag == "sheetView":
                self.zeros = element.get("showZeros", "1") in _TRUE
            elif tag == "col" and element.get("hidden") in _TRUE:
                self._hide(element)
            elif tag == "mergeCell":
                self._merge(element)
            if tag not in _PARTS_OF_ROWS:
                element.clear()

    def sheet(self, name: str, number: int, state: str) -> Sheet:
        """What was read."""
        return Sheet(
            name=name,
            number=number,
            rows=self.rows,
            merges=tuple(sorted(self.merges)),
            state=_STATES.get(state, VISIBLE),
            hidden_rows=tuple(row for row in self.hidden_rows if row in self.rows),
            hidden_columns=tuple(_columns(self.hidden_columns)),
            unsaved=tuple(self.unsaved),
            errors=tuple(self.errors),
        )

    def _hide(self, element: Element) -> None:
        first, last = _whole(element.get("min")) or 1, _whole(element.get("max")) or 0
        self.hidden_columns.append((first, min(last, LAST_COLUMN)))

    def _merge(self, element: Element) -> None:
        first, _, last = element.get("ref", "").partition(":")
        start, end = coordinates(first), coordinates(last)
        if start and end and len(self.merges) < _MOST_NOTED:
            self.merges.append(Merge(*start, end[0] + 1, end[1] + 1))

    def _row(self, element: Element) -> None:
        self.at = _whole(element.get("r")) or self.at + 1
        if element.get("hidden") in _TRUE and len(self.hidden_rows) < _MOST_NOTED:
            self.hidden_rows.append(self.at)
        column = 0
        for cell in element:
            if local(cell) != "c":
                continue
            place = coordinates(cell.get("r", ""))
            column = place[1] if place else column + 1
            self._cell(cell, column)

    def _cell(self, element: Element, column: int) -> None:
        value, formula, inline = None, None, ""
        for part in element:
            tag = local(part)
            if tag == "v":
                value = part.text
            elif tag == "f":
                formula = f"={part.text or ''}"
            elif tag == "is":
                inline = _text(part)
        kind = element.get("t", "n")
        unsaved = formula if value is None and kind != "str" else None
        if unsaved and len(self.unsaved) < _MOST_NOTED:
            self.unsaved.append((self.at, column))
        if kind == "e" and value and len(self.errors) < _MOST_NOTED:
            self.errors.append((self.at, column))
        shown = self._shown(kind, inline if kind == "inlineStr" else value, element.get("s"))
        shown = unsaved or shown  # what it comes to is not known, and no blank
        if shown.strip():
            self.meter.spend("cells")
            self.meter.spend("characters", len(shown))
            self.rows.setdefault(self.at, {})[column] = shown

    def _shown(self, kind: str, value: str | None, style: str | None) -> str:
        """A cell as it prints."""
        if not value:
            return ""
        code = self.looks.code(style)
        if kind == "s":
            at = _whole(value.strip())
            known = at is not None and at < len(self.looks.shared)
            return formats.text(self.looks.shared[at], code) if known and at is not None else ""
        if kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        number = formats.number(value) if kind == "n" else None
        if number is None:
            return formats.text(_unescaped(value), code) if kind != "e" else value
        if not (number or self.zeros):
            return ""
        return formats.printed(number, code, since_1904=self.looks.since_1904)


def main_part(package: Package) -> str | None:
    """The name of the workbook's part; None where the package is no workbook."""
    parts = {relation.kind: relation.target for relation in package.relations("").values()}
    named = parts.get("officeDocument", "")
    name = named if package.has(named) else "xl/workbook.xml"
    root = package.xml(name) if name.endswith(".xml") else None
    return name if root is not None and local(root) == "workbook" else None


def read(data: bytes, meter: Meter) -> Book:
    """The workbook in a file; raise ``UnreadableError`` where there is none."""
    package = ooxml.open_package(data, meter)
    main = main_part(package)
    if main is None:
        raise ooxml.refusal(ooxml.other_package(package), meter.path, "Excel")
    return book(package, main)
