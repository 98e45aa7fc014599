"""A table as its reader understands it: lines with a code and a name, columns with a header path.

Side-by-side tables (income | expenditure) become two ledgers. Nothing is guessed: a table whose
columns cannot be told apart yields no ledger.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from jslint.document import EMPTY
from jslint.figures.figure import BARE, UNITS, Figure, fold, parse_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Section, Table, Text
    from jslint.figures.figure import Unit

#: The cells of rows as ``plain`` gives them.
Words: TypeAlias = "Sequence[Sequence[str]]"

_LABEL = re.compile(r"项目|.*名称|.*科目|类别|内容|序号|栏次|备注|指标.*|度量单位")
_CODE_HEADER = re.compile(r".*(?:编码|代码)|类|款|项")
_CODE = re.compile(r"\d{2,7}")
_NUMERAL = re.compile(r"[一二三四五六七八九十]+、")
_ORDINAL_HEADER = re.compile(r"行次|栏次|序号")
_SUMMARY = re.compile(r".*(?:合计|总计|小计)")
_UNIT = re.compile(r"(亿元|百万元|万元|千元|元)")


class Column(Struct, frozen=True, dict=True):
    """A column of values; ``path`` are its header texts from the top, spaces removed."""

    index: int
    path: tuple[str, ...]

    @cached_property
    def name(self) -> str:
        """The path as packs match it: ``支出/决算数``."""
        return "/".join(self.path)


class Line(Struct, frozen=True):
    """A row of values: its code and name (spaces removed), cells and figures by column index.

    A cell that is blank or holds no number has no figure.
    """

    index: int
    code: str
    name: str
    label: Text
    cells: dict[int, Text]
    figures: dict[int, Figure]


class Ledger(Struct, frozen=True):
    """One logical table. ``side`` is 0 for the only or left half, 1 for the right one."""

    title: str
    table: Table
    path: tuple[Section, ...]
    unit: Unit
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    side: int = 0

    def figure(self, line: Line, column: Column) -> Figure | None:
        """The figure of a cell; None where it is blank or holds no number."""
        return line.figures.get(column.index)

    def blank(self) -> Figure:
        """What a blank cell states: nothing, exactly."""
        return Figure(Decimal(0), Decimal(1), self.unit, "（空）")

    def text(self, line: Line, column: Column) -> Text:
        """The cell itself, for its place."""
        return line.cells.get(column.index, EMPTY)


def plain(text: str) -> str:
    """A label without white space, brackets half-width."""
    return "".join(fold(text).split()) if text else ""


def read(table: Table, path: tuple[Section, ...]) -> tuple[Ledger, ...]:
    """The ledgers of a table, left to right; none where it has no column of values."""
    if not table.rows:
        return ()
    words = [[plain(cell.value) for cell in row] for row in table.rows]
    height = table.header_rows or _header_height(words)
    header, body = words[:height], words[height:]
    kinds = [_kind(header, body, index) for index in range(len(table.rows[0]))]
    title = plain(table.title.value)
    unit = _unit(table)
    halves = list(_halves(kinds))
    return tuple(
        Ledger(
            title,
            table,
            path,
            unit,
            _columns(header, kinds, half),
            tuple(_lines(table.rows[height:], body, (kinds, half), unit)),
            side,
        )
        for side, half in enumerate(halves)
        if any(kinds[index] == "value" for index in half)
    )


def _unit(table: Table) -> Unit:
    match = _UNIT.search(table.unit)
    return UNITS[match[0]] if match else BARE


def _header_height(rows: Words) -> int:
    """How many rows precede the first that holds a number, a code, an enumeration or a total."""
    for index, row in enumerate(rows):
        if any(_is_body(cell) for cell in row) or _is_total(row):
            return index
    return min(1, len(rows))


def _is_body(cell: str) -> bool:
    return bool(cell) and (
        parse_cell(cell) is not None or bool(_NUMERAL.match(cell)) or bool(_CODE.fullmatch(cell))
    )


def _is_total(cells: Sequence[str]) -> bool:
    """Whether a row is a summary row without figures rather than a header that says 合计."""
    named = [cell for cell in cells if cell]
    return len(named) <= 2 and bool(named) and all(_SUMMARY.fullmatch(cell) for cell in named)  # noqa: PLR2004


def _kind(header: Words, body: Words, index: int) -> str:
    """``code``, ``label``, ``value`` or ``other`` (行次), by header and content."""
    lowest = next((row[index] for row in reversed(header) if row[index]), "")
    cells = [row[index] for row in body if row[index]]
    numbers = sum(parse_cell(cell) is not None for cell in cells)
    if any(_ORDINAL_HEADER.fullmatch(row[index]) for row in header):
        return "other"
    if _CODE_HEADER.fullmatch(lowest) and all(
        _CODE.fullmatch(cell) or not _digits(cell) for cell in cells
    ):
        return "code"
    if _LABEL.fullmatch(lowest) or numbers * 2 < len(cells):
        return "label"
    return "value"


def _digits(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def _halves(kinds: list[str]) -> Iterator[list[int]]:
    """Split the columns where labels or codes begin again after values."""
    half: list[int] = []
    for index, kind in enumerate(kinds):
        if half and kind not in ("value", "other") and kinds[index - 1] in ("value", "other"):
            yield half
            half = []
        half.append(index)
    yield half


def _columns(header: Words, kinds: list[str], half: list[int]) -> tuple[Column, ...]:
    found = []
    for index in half:
        if kinds[index] != "value":
            continue
        texts = [row[index] for row in header]
        path = [text for at, text in enumerate(texts) if text and text not in texts[:at]]
        found.append(Column(index, tuple(path)))
    return tuple(found)


def _lines(
    body: Sequence[tuple[Text, ...]], words: Words, sides: tuple[list[str], list[int]], unit: Unit
) -> Iterator[Line]:
    """The rows of a half of the columns: ``sides`` are the kinds of all, and those of the half."""
    kinds, half = sides
    values = [at for at in half if kinds[at] == "value"]
    codes = [at for at in half if kinds[at] == "code"]
    named = [at for at in half if kinds[at] in ("label", "code")]
    others = [at for at in half if kinds[at] != "value"]
    for index, (row, said) in enumerate(zip(body, words, strict=True)):
        if _is_column_numbers([said[at] for at in values], [said[at] for at in others]):
            continue
        code = _code([(id(row[at]), said[at]) for at in codes])
        at = next((at for at in reversed(named) if said[at] and not _CODE.fullmatch(said[at])), -1)
        label, name = (row[at], said[at]) if at >= 0 else (EMPTY, "")
        cells = {at: row[at] for at in values}
        if code or label or any(said[at] for at in values):
            figures = {
                at: figure
                for at, cell in cells.items()
                if said[at] and (figure := parse_cell(cell.value, unit)) is not None
            }
            yield Line(index, code, name, label, cells, figures)


def _code(found: Sequence[tuple[int, str]]) -> str:
    """The code of a row, joined from its columns 类, 款 and 项; a merged cell counts once."""
    cells = dict.fromkeys(found)
    texts = [text for _, text in cells if _CODE.fullmatch(text)]
    if len(set(texts)) == 1 and len(texts[0]) >= 3:  # noqa: PLR2004 - 类 has three digits
        return texts[0]
    return "".join(texts)


def _is_column_numbers(values: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a row only numbers the columns (栏次 1 2 3)."""
    cells = [text for text in values if text]
    consecutive = (
        [str(int(cells[0]) + at) for at in range(len(cells))]
        if (
            cells and cells[0].isdigit() and len(cells[0]) < 3  # noqa: PLR2004 - columns are few
        )
        else []
    )
    return (
        bool(consecutive)
        and cells == consecutive
        and {"栏次", "行次", "项目", ""}.issuperset(others)
    )
