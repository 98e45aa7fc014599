"""Builds the example as people have it: the narrative in Word, the tables in Excel.

    python examples/office.py [FOLDER]

writes ``narrative.docx`` and ``tables.xlsx`` for the clean and for the faulty report below FOLDER
(``examples`` by default). Needs python-docx and openpyxl (the extra ``dev``). Check a pair with

    jslint check narrative.docx tables.xlsx --as-one-report
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl

import build
from jslint import readers
from jslint.document import Paragraph, Section, Table

if TYPE_CHECKING:
    from docx.document import Document
    from openpyxl.worksheet.worksheet import Worksheet

    from jslint.document import Report

_NUMBER = re.compile(r"-?[\d,]+\.\d\d")


def narrative(report: Report, path: Path) -> None:
    """Write all of a report but its fifth part's tables as a Word file."""
    document = docx.Document()
    for index, section in enumerate(report.sections):
        _section(document, section)
        if index == 0:
            document.add_paragraph("目 录")
            for entry in report.contents:
                document.add_paragraph(f"{entry.value}\t1")
    document.save(str(path))


def _section(document: Document, section: Section) -> None:
    if section.heading:
        document.add_heading(section.heading.value, level=max(1, section.level))
    for block in section.blocks:
        if isinstance(block, Section):
            _section(document, block)
        elif isinstance(block, Paragraph):
            document.add_paragraph(block.text.value)
        elif not section.heading.value.startswith("第五部分"):
            _table(document, block)


def _table(document: Document, table: Table) -> None:
    if table.title:
        document.add_paragraph(table.title.value)
    grid = document.add_table(rows=len(table.rows), cols=len(table.rows[0]))
    for row, cells in zip(grid.rows, table.rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text.value


def tables(report: Report, path: Path) -> None:
    """Write the fifth part's tables as a workbook, one sheet each; amounts are numbers there."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    fifth = next(s for s in report.sections if s.heading.value.startswith("第五部分"))
    for number, block in enumerate((b for b in fifth.blocks if isinstance(b, Table)), 1):
        _sheet(book.create_sheet(f"{number:02d}"), block)
    book.save(path)


def _sheet(sheet: Worksheet, table: Table) -> None:
    sheet.append([table.title.value])
    sheet.append([f"单位：{table.unit}"])
    for row in table.rows:
        sheet.append([_value(cell.value) for cell in row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, float):
                cell.number_format = "#,##0.00"
    for note in table.notes:
        sheet.append([note.text.value])


def _value(printed: str) -> str | float | None:
    """A printed amount as Excel holds it: a number, shown by its format."""
    text = printed.strip()
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", ""))
    return text or None


def pair(text: str, folder: Path) -> tuple[Path, Path]:
    """Write a report's Word and Excel file into a folder; their paths."""
    report = readers.read("report.txt", text.encode())
    folder.mkdir(parents=True, exist_ok=True)
    word, excel = folder / "narrative.docx", folder / "tables.xlsx"
    narrative(report, word)
    tables(report, excel)
    return word, excel


def main() -> None:
    """Write both pairs."""
    top = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, text in (("clean", build.clean()), ("faulty", build.faulty())):
        for path in pair(text, top / name):
            print(path)


if __name__ == "__main__":
    main()
