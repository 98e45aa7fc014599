"""Workbooks that LibreOffice prints to PDF, their tables wider than the page: the tables of the workbook."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl writes the workbooks")

import printed
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter
from pdf_reports import tables, values

from jslint import readers

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE = "一般公共预算财政拨款支出决算明细表"
GROUPS = {
    "工资福利支出": ("小计", "基本工资", "津贴补贴", "奖金", "绩效工资", "住房公积金"),
    "商品和服务支出": ("小计", "办公费", "印刷费", "水费", "电费", "差旅费", "会议费"),
    "对个人和家庭的补助": ("小计", "离休费", "退休费", "生活补助"),
}
HEADS = [(group, name) for group, names in GROUPS.items() for name in names]
BORDER = Border(*[Side(style="thin")] * 4)
MANNERS = {
    "once": {},
    "names again": {"names": True},
    "names and head again": {"names": True, "head": True},
    "over, then down": {"over": True},
    "no title over all columns": {"merged": False},
    "not ruled": {"ruled": False, "grouped": False},
}


def workbook(path: Path, manner: Mapping[str, bool], accounts: int) -> Path:
    """A table of accounts by economic classification, its cells filled with figures that differ."""
    book = openpyxl.Workbook()
    sheet = book.active
    grouped = manner.get("grouped", True)
    sheet.append([TITLE])
    sheet.append(["单位：万元"])
    if grouped:
        sheet.append(["科目编码", "科目名称", "合计", *(group for group, _ in HEADS)])
    sheet.append([*(["科目编码", "科目名称", "合计"] if not grouped else [None] * 3),
                  *(name for _, name in HEADS)])  # fmt: skip
    first = sheet.max_row
    for row in range(accounts):
        own = [row * 100 + at + 0.25 for at in range(len(HEADS) + 1)]
        sheet.append([f"{2010101 + row}", f"事务支出{row}", *own])
    width = len(HEADS) + 3
    for row in sheet.iter_rows(min_row=3, max_col=width):
        for cell in row:
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            if manner.get("ruled", True):
                cell.border = BORDER
            if isinstance(cell.value, float):
                cell.number_format = "#,##0.00"
    if grouped:
        _group(sheet)
    if manner.get("merged", True):
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
        sheet["A1"].alignment = Alignment(horizontal="center")
    for at in range(1, width + 1):
        sheet.column_dimensions[get_column_letter(at)].width = 22 if at == 2 else 12  # noqa: PLR2004
    for row in (3, first):
        sheet.row_dimensions[row].height = 30
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.pageOrder = "overThenDown" if manner.get("over") else "downThenOver"
    if manner.get("names"):
        sheet.print_title_cols = "A:B"
    if manner.get("head"):
        sheet.print_title_rows = f"1:{first}"
    book.save(path)
    return path


def _group(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
    for at in (1, 2, 3):
        sheet.merge_cells(start_row=3, end_row=4, start_column=at, end_column=at)
    at = 4
    for names in GROUPS.values():
        sheet.merge_cells(start_row=3, end_row=3, start_column=at, end_column=at + len(names) - 1)
        at += len(names)


@pytest.mark.slow
def test_a_printed_workbook_has_its_tables(tmp_path: Path) -> None:
    if printed.SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    books = [
        workbook(tmp_path / f"{name}-{accounts}.xlsx", manner, accounts)
        for name, manner in MANNERS.items()
        for accounts in (4, 60)
    ]
    try:
        files = printed.pdfs(books, tmp_path)
    except subprocess.CalledProcessError:
        files = []
    if not files or not all(file.exists() for file in files):
        pytest.skip("LibreOffice has no part for spreadsheets (libreoffice-calc-nogui)")

    for book, file in zip(books, files, strict=True):
        report, source = (readers.read(path.name, path.read_bytes()) for path in (file, book))
        ((_, table),), ((_, wanted),) = tables(report), tables(source)
        assert values(table) == values(wanted), file.stem
        assert (table.title.value, table.unit) == (TITLE, "万元"), file.stem
        assert report.unread == (), file.stem
