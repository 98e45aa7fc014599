"""An Excel file to the document: every sheet as it prints, tables told from text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.document import Place
from jslint.errors import UnreadableError
from jslint.limits import Meter
from jslint.patterns import regex
from jslint.phrases import Family, Phrase
from jslint.readers import front, ooxml, outline, texts
from jslint.readers.xlsx import book, layout, legacy
from jslint.readers.xlsx.model import VISIBLE, letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Meta, Report, Text
    from jslint.readers.items import Item
    from jslint.readers.xlsx.model import Book, Sheet

said = Family("reading").phrase
_NAMED = 5
_MAKER = regex(
    r"(?:编制|填报|公开)?(?:部门|单位)(?:名称)?\s?[：:]\s?([^\s：:]{2,40}?)(?=\s|金额|单位[：:]|[（(]盖章|$)"
)
_MONEY = regex(r"(?:人民币)?[百千万亿]{0,2}元")
_YEAR = regex(r"(20\d\d)\s?年")


def read(data: bytes, path: str, meter: Meter | None = None) -> Report:
    """The report in an Excel file, the sheets in order.

    A hidden sheet is no part of what is published, and not read: mostly a draft, last year's figures
    or lists of codes. Rows and columns that are hidden are read, since sums include them.

    Raise ``UnreadableError`` where the file is no Excel file, has a password, is damaged, too
    large, or has nothing in it.
    """
    meter = meter or Meter(path)
    found = _own_left_out(_book(data, meter))
    shown = [sheet for sheet in found.sheets if sheet.state == VISIBLE]
    grids = Meter(path, meter.limits)
    items = [item for sheet in shown for item in layout.items(sheet, grids)]
    unread = tuple(_unread(found))
    if not items and not unread:
        raise UnreadableError(path, said("no-sheets"), said("saved-whole"))
    first = next((at for at, item in enumerate(items) if item.table or item.role), len(items))
    head = front.read([item.text for item in items[:first]])
    report = outline.assemble(head, items[head.size :], path, (), unread)
    return replace(report, meta=_meta(report.meta, items))


def _book(data: bytes, meter: Meter) -> Book:
    kind = ooxml.kind(data)
    if kind == "zip":
        return book.read(data, meter)
    if kind == "xls" or data[:2] == b"\x09\x08":
        return legacy.read(data, meter)
    raise ooxml.refusal(kind, meter.path, "Excel")


def _own_left_out(found: Book) -> Book:
    """A workbook without the sheets that jslint wrote into it."""
    kept = tuple(sheet for sheet in found.sheets if not sheet.is_results)
    return replace(found, sheets=kept) if len(kept) < len(found.sheets) else found


def _meta(meta: Meta, items: Sequence[Item]) -> Meta:
    """What the report says of itself, or else what the lines above its tables say."""
    lines = [item.text for item in items if not item.table]
    titles = [item.table.title.value for item in items if item.table]
    years = (_YEAR.search(value) for value in (*titles, *(line.value for line in lines)))
    return replace(
        meta,
        unit=meta.unit or next(filter(None, map(_maker, lines)), meta.unit),
        year=meta.year or next((int(year[1]) for year in years if year), None),
    )


def _maker(line: Text) -> Text | None:
    """The body that a line such as 编制单位：… names."""
    match = _MAKER.match(line.value)
    if match is None or _MONEY.fullmatch(match[1]):
        return None
    return texts.cut(line, match.start(1), match.end(1))


def _unread(found: Book) -> Iterator[tuple[Place, Phrase]]:
    """What of a workbook was not read, and what a reader of the print would not see."""
    for sheet in found.sheets:
        whole = Place((sheet.number,), sheet=sheet.name)
        for cells, reason in _remarks(sheet):
            yield (sheet.place(*cells[0]) if cells else whole), reason
    for name in found.unread:
        yield Place(sheet=name), said("chart-sheet", name=name)


def _remarks(sheet: Sheet) -> Iterator[tuple[Sequence[tuple[int, int]], Phrase]]:
    name = sheet.name
    if sheet.state != VISIBLE:
        if sheet.rows:
            yield (), said("hidden", name=name)
        return
    if sheet.hidden_rows:
        listed = _listed([str(row) for row in sheet.hidden_rows])
        yield [(sheet.hidden_rows[0], 1)], said("hidden-rows", name=name, listed=listed)
    filled = {column for row in sheet.rows.values() for column in row}
    columns = [column for column in sheet.hidden_columns if column in filled]
    if columns:
        listed = _listed(list(map(letters, columns)))
        yield [(1, columns[0])], said("hidden-columns", name=name, listed=listed)
    if sheet.unsaved:
        yield sheet.unsaved, said("unsaved", name=name, cells=_cells(sheet.unsaved))
    if sheet.errors:
        yield sheet.errors, said("formula-errors", name=name, cells=_cells(sheet.errors))


def _cells(cells: Sequence[tuple[int, int]]) -> Phrase:
    return _listed([f"{letters(column)}{row}" for row, column in cells])


def _listed(names: Sequence[str]) -> Phrase:
    """The first few names, and how many there are where that is more."""
    shown = tuple(names[:_NAMED])
    return said("listed" if len(names) <= _NAMED else "and-more", shown=shown, count=len(names))
