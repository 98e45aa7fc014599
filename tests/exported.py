"""The tables of a report as the accounts system exports them: in yuan, each sheet called by its code.

The figures in yuan are of our own invention: each is one that is printed so in units of 10,000 yuan.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl

from jslint import readers
from jslint.document import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from jslint.document import Report

NUMBER = re.compile(r"-?[\d,]+\.\d\d")
#: What is said of the yuan below the last place that the report prints; added to round figures.
_BELOW = (Decimal("0.00"), Decimal("31.42"), Decimal("-48.60"), Decimal("12.07"), Decimal("-3.55"))
#: The system's number of each of the report's tables; what it has no form for has none.
NUMBERS = {
    "收入支出决算总表": "01",
    "收入决算表": "03",
    "支出决算表": "04",
    "财政拨款收入支出决算总表": "01-1",
    "财政拨款支出决算明细表": "05",
}


def report(text: str) -> Report:
    return readers.read("report.txt", text.encode())


def tables(text: str) -> list[Table]:
    """The tables of a report with a unit of money."""
    return [
        block
        for path in report(text).walk()
        for block in path[-1].blocks
        if isinstance(block, Table) and block.unit
    ]


def yuan(printed: str, at: int) -> Decimal:
    """An amount in yuan that is printed so in units of 10,000 yuan; nothing stays nothing."""
    amount = Decimal(printed.replace(",", "")) * 10_000
    return amount + _BELOW[at % len(_BELOW)] if amount else amount


def export(text: str, path: Path, unit: str = "四川省云岭数据档案中心") -> Path:
    """Write the tables of a report as a workbook of the accounts system."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, table in enumerate(tables(text), 1):
        title = "".join(table.title.value.split())
        code = next(
            (c for name, c in NUMBERS.items() if title.endswith(name)), f"{number + 20:02d}"
        )
        name = re.sub(r"^[一二三四五六七八九十]+、", "", title)
        sheet = book.create_sheet(f"Z{code} {name}(财决{code}表)"[:31])
        _sheet(sheet, table, name, code, unit)
    book.save(path)
    return path


def _sheet(sheet: Worksheet, table: Table, name: str, code: str, unit: str) -> None:
    sheet.append([name])
    sheet.append([f"财决{code}表"])
    sheet.append([f"编制单位：{unit}", None, "2024年度", None, "金额单位：元"])
    for row in _wide(table):
        sheet.append(list(row))
    for cells in sheet.iter_rows(min_row=4):
        for cell in cells:
            if isinstance(cell.value, float):
                cell.number_format = "#,##0.00"


def _wide(table: Table) -> Iterator[Sequence[object]]:
    """The rows; beside each outturn the initial and the adjusted budget."""
    rows = [[cell.value.strip() for cell in row] for row in table.rows]
    plain = [at for at, word in enumerate(rows[1]) if word == "决算数"] if len(rows) > 1 else []
    counter = 0
    for index, row in enumerate(rows):
        found: list[object] = []
        for at, word in enumerate(row):
            value: object = word or None
            if NUMBER.fullmatch(word):
                value, counter = float(yuan(word, counter)), counter + 1
            if at in plain:
                found += _budgets(index, row[at], value)
            found.append(value)
        yield found


def _budgets(index: int, word: str, value: object) -> list[object]:
    """What stands in the columns of the two budgets."""
    if index == 0:
        return [word, word]
    if index == 1:
        return ["年初预算数", "调整预算数"]
    return [round(value * 0.9, 2), value] if isinstance(value, float) else [None, None]
