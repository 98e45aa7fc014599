"""Reading PDF files in tests: a report as plain values, and pages that many tests use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdf_pages import XS, Page
from pdf_pages import pdf as make

from jslint.document import Paragraph, Report, Section, Table, Text
from jslint.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = [*XS, 552]
HEAD = ["项目", "合计", "基本支出", "项目支出"]
BODY = [
    ["教育支出", "120.50", "100.00", "20.50"],
    ["卫生健康支出", "30.00", "30.00", ""],
    ["合计", "150.50", "130.00", "20.50"],
]
PROSE = Page().write(96, 100, "经费由区财政保障。")


def made(*pages: Page) -> Report:
    return pdf.read(make(*pages), "made.pdf")


def body(report: Report) -> list[str]:
    """Headings and paragraphs, in reading order."""
    found = []
    for path in report.walk():
        found += [path[-1].heading.value] * bool(path[-1].heading)
        found += [block.text.value for block in path[-1].blocks if isinstance(block, Paragraph)]
    return found


def values(table: Table) -> list[list[str]]:
    return [[cell.value for cell in row] for row in table.rows]


def only_table(report: Report) -> Table:
    ((_, table),) = tables(report)
    return table


def tables(report: Report) -> Iterator[tuple[Section, Table]]:
    for path in report.walk():
        for block in path[-1].blocks:
            if isinstance(block, Table):
                yield path[-1], block


def uncovered(table: Table) -> list[list[str | None]]:
    """The cells as printed: None where a merged cell covers them."""
    rows: list[list[str | None]] = []
    for y, row in enumerate(table.rows):
        rows.append(
            [
                None
                if (x and row[x - 1] is cell) or (y and table.rows[y - 1][x] is cell)
                else cell.value
                for x, cell in enumerate(row)
            ]
        )
    return rows


def everything(report: Report) -> Iterator[Text]:
    """Every text of a report once, merged cells too."""
    yield from report.contents
    for path in report.walk():
        yield path[-1].heading
        for block in path[-1].blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Table):
                yield block.title
                yield from {id(cell): cell for row in block.rows for cell in row}.values()
                yield from (note.text for note in block.notes)


def heads(page: Page, title: str = "支出决算表") -> Page:
    return page.write(230, 70, title, 16).write(430, 90, "单位：万元", 10)


def merged() -> Page:
    """Code columns whose header shares its last row with the total, as published forms have."""
    xs = [72, 102, 132, 162, 302, 402, 502]
    page = Page()
    for y, left in ((100, 72), (120, 72), (140, 72), (160, 162), (180, 72), (200, 72)):
        page.line(left, y, 502, y)
    page.line(72, 160, 162, 160)
    for x, top in zip(xs, (100, 160, 160, 120, 100, 100, 100), strict=True):
        page.line(x, top, x, 200)
    page.drawn[1] = page.drawn[1].replace("502", "302")
    page.drawn[2] = page.drawn[2].replace("502", "162")
    for x, y, text in (
        (170, 114, "项目"), (80, 134, "支出功能分类"), (80, 154, "科目编码"), (200, 144, "科目名称"),
        (340, 134, "合计"), (430, 134, "基本支出"), (80, 174, "类"), (110, 174, "款"), (140, 174, "项"),
        (200, 174, "合计"), (340, 170, "120.50"), (430, 178, "100.00"),
        (80, 194, "205"), (110, 194, "01"), (200, 194, "教育管理"), (340, 194, "120.50"), (430, 194, "100.00"),
    ):  # fmt: skip
        page.write(x, y, text, 10)
    return page
