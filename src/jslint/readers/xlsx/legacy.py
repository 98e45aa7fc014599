"""An ``.xls`` workbook to sheets, through xlrd."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

from jslint.errors import UnreadableError
from jslint.phrases import Family
from jslint.readers.xlsx import compound, formats
from jslint.readers.xlsx.model import (
    HIDDEN,
    VISIBLE,
    Book,
    Merge,
    Sheet,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.limits import Meter

said = Family("reading").phrase
_EXTRA = said("xlrd-extra")
_RESAVE = said("save-xlsx")
_STATES = {0: VISIBLE, 1: HIDDEN, 2: HIDDEN}
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
# What xlrd lets through where a file is not as it should be; it checks little itself.
_FAULTS = (
    struct.error, ValueError, LookupError, AssertionError, TypeError, AttributeError, EOFError,
    OverflowError,
)  # fmt: skip


def read(data: bytes, meter: Meter) -> Book:
    """The workbook in a file of Excel 97 to 2003.

    Raise ``UnreadableError`` where xlrd is missing, or the file is locked, damaged or too large.
    """
    path = meter.path
    try:
        # An extra that only old files need.
        import xlrd  # noqa: PLC0415
    except ImportError as error:
        raise UnreadableError(path, said("xlrd"), _EXTRA) from error
    meter.allow("office-size", len(data))
    try:
        contents = _contents(data)
        opened = xlrd.open_workbook(
            file_contents=contents, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        meter.spend("sheets", opened.nsheets)
        return Book(tuple(_sheet(opened, at, meter) for at in range(opened.nsheets)))
    except (xlrd.XLRDError, xlrd.formula.FormulaError, *_FAULTS) as error:
        if "encrypted" in str(error):
            remedy = said("unlock-excel")
            raise UnreadableError(path, said("locked"), remedy) from error
        raise UnreadableError(path, said("damaged"), _RESAVE) from error


def _contents(data: bytes) -> bytes:
    """The workbook's stream, out of the compound file that mostly holds it."""
    if not data.startswith(compound.SIGNATURE):
        return data
    found = compound.stream(data, ("Workbook", "Book", "WORKBOOK", "BOOK"))
    if found is None:
        raise ValueError
    return found


def _sheet(opened: Any, at: int, meter: Meter) -> Sheet:  # noqa: ANN401 - the library is not typed
    found = opened.sheet_by_index(at)
    rows: dict[int, dict[int, str]] = {}
    errors: list[tuple[int, int]] = []
    for row, column, cell in _cells(found):
        shown = _shown(opened, found, cell)
        if cell.ctype == _ERROR:
            errors.append((row + 1, column + 1))
        if shown.strip():
            meter.spend("cells")
            meter.spend("characters", len(shown))
            rows.setdefault(row + 1, {})[column + 1] = shown
    return Sheet(
        name=found.name,
        number=at + 1,
        rows=rows,
        merges=tuple(
            sorted(
                Merge(top + 1, left + 1, bottom + 1, right + 1)
                for top, bottom, left, right in found.merged_cells
            )
        ),
        state=_STATES.get(found.visibility, VISIBLE),
        hidden_rows=tuple(row for row in _hidden(found.rowinfo_map) if row in rows),
        hidden_columns=tuple(_hidden(found.colinfo_map)),
        errors=tuple(errors),
    )


def _hidden(infos: dict[int, Any]) -> list[int]:
    return [at + 1 for at, info in sorted(infos.items()) if info.hidden]


def _cells(sheet: Any) -> Iterator[tuple[int, int, Any]]:  # noqa: ANN401 - the library is not typed
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            yield row, column, cell


def _shown(opened: Any, sheet: Any, cell: Any) -> str:  # noqa: ANN401 - the library is not typed
    """A cell as it prints."""
    if cell.ctype == _BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == _ERROR:
        return str(_ERRORS.get(cell.value, "#ERR"))
    if cell.ctype not in (_TEXT, _NUMBER, _DATE):
        return ""
    code = _code(opened, cell.xf_index)
    if cell.ctype == _TEXT:
        return formats.text(str(cell.value), code)
    number = formats.number(repr(cell.value))
    if number is None or not (number or sheet.show_zero_values):
        return ""
    return formats.printed(number, code, since_1904=opened.datemode == 1)


_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
    0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip


def _code(opened: Any, style: int | None) -> str:  # noqa: ANN401 - the library is not typed
    if style is None:
        return formats.BUILT_IN[0]
    key = opened.xf_list[style].format_key
    if key in formats.BUILT_IN and key not in (5, 6, 7, 8, 42, 44):
        return formats.BUILT_IN[key]
    known = opened.format_map.get(key)
    return str(known.format_str) if known else formats.BUILT_IN[0]
