"""The list of bodies that are expected to hand in: an Excel or csv file, read as data only."""

from __future__ import annotations

import csv
import io
import os
from typing import TYPE_CHECKING

from jslint.cli import files
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.limits import Meter
from jslint.readers import decoding, ooxml
from jslint.readers.xlsx import book, legacy
from jslint.summary.roster import expected

if TYPE_CHECKING:
    from jslint.limits import Limits
    from jslint.summary.model import Expected

_TEXTS = (".csv", ".txt", ".tsv")


def read(path: str, limits: Limits, lang: str) -> tuple[Expected, ...]:
    """The bodies that the file lists; raise ``UnreadableError``, or ``UsageError`` where it has none."""
    meter = Meter(path, limits)
    data = files.load(path, lang, (), meter, "text-size")
    if os.path.splitext(path)[1].lower() in _TEXTS:
        rows = _texts(decoding.decode(data, path), path, lang)
    else:
        rows = _cells(data, path, meter)
    found = expected(rows)
    if not found:
        raise UsageError(say(lang, "roster-empty", path=path))
    return found


def _texts(text: str, path: str, lang: str) -> list[list[str]]:
    lines = io.StringIO(text, newline=None)  # however they end
    delimiter = "\t" if "\t" in lines.readline() else ","
    lines.seek(0)
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        return list(reader)
    except csv.Error as error:
        raise UsageError(say(lang, "roster-csv", path=path, line=reader.line_num)) from error


def _cells(data: bytes, path: str, meter: Meter) -> list[list[str]]:
    """The rows of the first sheet that has any."""
    kind = ooxml.kind(data)
    if kind not in ("zip", "xls"):
        raise ooxml.refusal(kind, path, "Excel")
    found = book.read(data, meter) if kind == "zip" else legacy.read(data, meter)
    sheet = next((one for one in found.sheets if one.rows), None)
    if sheet is None:
        return []
    widest = max(column for row in sheet.rows.values() for column in row)
    return [
        [row.get(column, "") for column in range(1, widest + 1)]
        for _, row in sorted(sheet.rows.items())
    ]
