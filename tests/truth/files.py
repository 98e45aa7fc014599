"""A report of the generator as other files than text: structured, Word, Excel.

Text files are what hard breaks, pages and plain lines are for: pieces that have those are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from truth.book import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from random import Random

    from docx.document import Document

    from truth.composed import Report

_LEVELS = (
    r"第[一二三四五六七八九十]+部分",
    r"[一二三四五六七八九十]{1,3}、",
    r"（[一二三四五六七八九十]{1,3}）",
)
_HEADING = re.compile(r"（[一二三四五六七八九十]{1,3}）[^，。；：\d]{4,36}")
_UNIT = re.compile(r"单位：(?P<unit>[百千万亿]*元)")
_NUMBER = re.compile(r"-?[\d,]+\.\d\d")
_BROKEN = ("surface=wrapped", "surface=paged", "sheet=spaces")
_NOTES = ("说明：", "注：")
_WIDE = 6


@dataclass(frozen=True)
class Sheet:
    """One table: the lines above it, its rows, the lines below it."""

    above: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Head:
    """A heading and how deep it stands."""

    level: int
    text: str


Block = Head | Sheet | str


def blocks(report: Report, figures: Mapping[int, Mapping] | None = None) -> Iterator[Block]:
    """What a report consists of, behind its title."""
    heading = ""
    for at, piece in enumerate(report.pieces):
        if piece.form == "list-wrapped" or any(mark in piece.trace for mark in _BROKEN):
            continue
        if piece.heading and piece.heading != heading:
            yield _head(piece.heading)
        heading = piece.heading or heading
        own = figures.get(at) if figures else None
        lines = [plain(line, own) for line in piece.lines if line]
        if piece.form.startswith("table"):
            yield from _sheets(([piece.heading] if piece.heading else []) + lines)
            continue
        for line in lines:
            yield _head(line) if _HEADING.fullmatch(line) else line


def _head(text: str) -> Head:
    level = next((at for at, one in enumerate(_LEVELS, 1) if re.match(one, text)), 2)
    return Head(level, text)


def _sheets(lines: list[str]) -> Iterator[Sheet]:
    """Tables with what stands above and below them, one for each stretch of rows."""
    above: list[str] = []
    sheet = None
    for line in lines:
        if "\t" in line and not _UNIT.search(line):
            if sheet is None:
                sheet = Sheet(above=above)
                above = []
            sheet.rows.append(line.split("\t"))
        elif sheet is not None and line.startswith(_NOTES):
            sheet.below.append(line)
        elif sheet is not None:
            yield sheet
            sheet, above = None, [line]
        else:
            above.append(line)
    if sheet is not None:
        yield sheet


def _head_rows(rows: list[list[str]]) -> int:
    """How many rows stand above the figures."""
    return next((at for at, row in enumerate(rows) if any(map(_NUMBER.fullmatch, row))), 0)


# ---- structured ----------------------------------------------------------------------------------


def structured(report: Report, figures: Mapping[int, Mapping] | None = None) -> str:
    """The report in YAML, every text in quotes."""
    lines = ["jslint: 1", "sections:", '  - heading: ""', "    blocks:"]
    lines += [f"      - cover: {_quoted(plain(line))}" for line in report.head if line]
    depth = 0
    stack: list[int] = []
    for block in blocks(report, figures):
        if isinstance(block, Head):
            while stack and stack[-1] >= block.level:
                stack.pop()
            depth = len(stack)
            stack.append(block.level)
            indent = "  " + "    " * depth
            lines += [f"{indent}- heading: {_quoted(block.text)}", f"{indent}  blocks:"]
            continue
        indent = "  " + "    " * len(stack) + ("" if stack else "    ")
        lines += [indent + line for line in _block(block)]
    return "\n".join(_filled(lines)) + "\n"


def _filled(lines: list[str]) -> Iterator[str]:
    """Lines in which sections that hold nothing say so."""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        deep = len(line) - len(line.lstrip())
        holds = len(after) - len(after.lstrip()) >= deep and after.lstrip().startswith("- ")
        empty = line.endswith(" blocks:") and not holds
        yield f"{line} []" if empty else line


def _block(block: Sheet | str) -> Iterator[str]:
    if isinstance(block, str):
        yield f"- {_quoted(block)}"
        return
    unit = next((found["unit"] for line in block.above if (found := _UNIT.search(line))), "")
    yield "- table:"
    yield f"    title: {_quoted(block.above[0])}"
    if unit:
        yield f"    unit: {unit}"
    yield "    rows:"
    wide = max(map(len, block.rows))
    for row in block.rows:
        yield f"      - [{', '.join(map(_quoted, [*row, *[''] * (wide - len(row))]))}]"
    if block.below:
        yield f"    notes: [{', '.join(map(_quoted, block.below))}]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# ---- Word ----------------------------------------------------------------------------------------


def word(
    report: Report, path: Path, rng: Random, figures: Mapping[int, Mapping] | None = None
) -> None:
    """The report as a Word file; cells of a head that say the same are one."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(rng.choice((12, 14, 16)))
    styled = rng.random() < 0.5
    for line in report.head:
        document.add_paragraph(plain(line))
    for block in blocks(report, figures):
        if isinstance(block, Head):
            if styled:
                document.add_heading(block.text, level=block.level)
            else:
                document.add_paragraph(block.text)
        elif isinstance(block, Sheet):
            _grid(document, block, merged=rng.random() < 0.7)
        else:
            paragraph = document.add_paragraph(block)
            paragraph.paragraph_format.first_line_indent = Pt(28)
    document.save(str(path))


def _grid(document: Document, sheet: Sheet, *, merged: bool) -> None:
    """A table with its title and unit; a wide one on pages that lie."""
    wide = max(map(len, sheet.rows), default=0)
    if wide > _WIDE:
        _turn(document, lying=True)
    for line in sheet.above:
        document.add_paragraph(line)
    if wide:
        grid = document.add_table(rows=0, cols=wide, style="Table Grid")
        for row in sheet.rows:
            for cell, text in zip(grid.add_row().cells, row, strict=False):
                cell.text = text
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(7)
        if merged:
            for y, first, last in _alike(sheet.rows):
                text = sheet.rows[y][first]
                home = grid.cell(y, first).merge(grid.cell(y, last))
                home.text = text
    for line in sheet.below:
        document.add_paragraph(line)
    if wide > _WIDE:
        _turn(document, lying=False)


def _turn(document: Document, *, lying: bool) -> None:
    section = document.add_section()
    high, wide = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (high, wide) if lying else (wide, high)


def _alike(rows: list[list[str]]) -> Iterator[tuple[int, int, int]]:
    """Neighbouring cells of the head that print the same: row, first and last column."""
    for y, row in enumerate(rows[: _head_rows(rows)]):
        first = 0
        while first < len(row):
            last = first
            while last + 1 < len(row) and row[last + 1] == row[first] and row[first]:
                last += 1
            if last > first:
                yield y, first, last
            first = last + 1


# ---- Excel ---------------------------------------------------------------------------------------


def book(
    report: Report, path: Path, rng: Random, figures: Mapping[int, Mapping] | None = None
) -> int:
    """The tables as a workbook, a sheet each, figures as numbers or as text; returns how many."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    numbers = rng.random() < 0.6
    for block in blocks(report, figures):
        if not isinstance(block, Sheet) or not block.rows:
            continue
        sheet = made.create_sheet(f"{len(made.sheetnames) + 1:02d}")
        sheet.append([block.above[0]])
        for line in block.above[1:]:
            sheet.append(line.split("\t"))
        start = sheet.max_row + 1
        for row in block.rows:
            sheet.append([_value(text, numbers=numbers) for text in row])
        for cells in sheet.iter_rows(min_row=start):
            for cell in cells:
                if isinstance(cell.value, float):
                    cell.number_format = rng.choice(("0.00", "#,##0.00"))
        for y, first, last in _alike(block.rows):
            sheet.merge_cells(
                start_row=start + y, end_row=start + y, start_column=first + 1, end_column=last + 1
            )
        for line in block.below:
            sheet.append([line])
    if made.sheetnames:
        made.save(str(path))
    return len(made.sheetnames)


def _value(text: str, *, numbers: bool) -> str | float | None:
    """A cell's value: a number where the text is one, nothing where it is empty."""
    if numbers and _NUMBER.fullmatch(text):
        return float(text.replace(",", ""))
    return text or None


# ---- any of them ---------------------------------------------------------------------------------

KINDS = ("yaml", "docx", "xlsx", "pair", "pdf")


def written(
    report: Report,
    kind: str,
    folder: Path,
    rng: Random,
    figures: Mapping[int, Mapping] | None = None,
) -> list[Path]:
    """The files of a report; those of a PDF are still to be printed, from Word."""
    name = folder / f"report-{folder.name}"
    if kind == "yaml":
        name.with_suffix(".yaml").write_text(structured(report, figures), encoding="utf-8")
        return [name.with_suffix(".yaml")]
    made = []
    if kind in {"docx", "pdf", "pair"}:
        told = report
        if kind == "pair":
            told = replace(report, pieces=tuple(p for p in report.pieces if not _is_table(p.form)))
        word(told, name.with_suffix(".docx"), rng, figures)
        made.append(name.with_suffix(".docx"))
    if kind in {"xlsx", "pair"} and book(report, name.with_suffix(".xlsx"), rng, figures):
        made.append(name.with_suffix(".xlsx"))
    return made


def _is_table(form: str) -> bool:
    return form.startswith("table")
