"""The PDF reader against published reports, and against small pages made here."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jslint.document import Paragraph, Report, Section, Table, Text
from jslint.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
REPORTS = ("shanghai-czj-2024", "shanghai-ghj-2024")


def published(name: str) -> bytes:
    path = CORPUS / f"{name}.pdf"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path.read_bytes()


@pytest.fixture(scope="module", params=REPORTS)
def report(request: pytest.FixtureRequest) -> tuple[str, Report]:
    return request.param, pdf.read(published(request.param), f"{request.param}.pdf")


def tables(report: Report) -> Iterator[tuple[Section, Table]]:
    for path in report.walk():
        for block in path[-1].blocks:
            if isinstance(block, Table):
                yield path[-1], block


def uncovered(table: Table) -> list[list[str | None]]:
    """The cells as printed: None where a merged cell covers them."""
    rows: list[list[str | None]] = []
    for y, row in enumerate(table.rows):
        rows.append([
            None if (x and row[x - 1] is cell) or (y and table.rows[y - 1][x] is cell) else cell.value
            for x, cell in enumerate(row)
        ])
    return rows


def transcription(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((CORPUS / f"{name}.tables.json").read_text("utf-8"))["tables"]
    return found


def test_every_table_equals_its_transcription(report: tuple[str, Report]) -> None:
    name, read = report
    for (section, table), wanted in zip(tables(read), transcription(name), strict=True):
        rows = uncovered(table)
        header, body = rows[: table.header_rows], rows[table.header_rows :]

        assert header == wanted["header_rows"], wanted["title"]
        assert [[cell or "" for cell in row] for row in body] == [row["cells"] for row in wanted["rows"]]
        assert (table.title.value or section.heading.value.partition("、")[2]) == wanted["title"]
        assert table.unit == (wanted["unit"] or "")
        assert [note.text.value for note in table.notes] == wanted["notes"]


def test_every_row_is_on_its_page(report: tuple[str, Report]) -> None:
    name, read = report
    for (_, table), wanted in zip(tables(read), transcription(name), strict=True):
        pages = [cell.at().page for row in table.rows for cell in row]

        assert sorted(set(pages)) == wanted["pages"], wanted["title"]
        assert [row[0].at().page for row in table.rows[table.header_rows :]] == [
            row["page"] for row in wanted["rows"]
        ]
