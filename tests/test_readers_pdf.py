"""The PDF reader against published reports, and against small pages made here."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jslint.document import Paragraph, Report, Section, Table, Text
from jslint.errors import UnreadableError
from jslint.readers import pdf, read
from jslint.readers.pdf import source
from pages import LANDSCAPE, STEP, XS, Page, edges
from pages import pdf as make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def test_no_character_is_lost_or_invented(report: tuple[str, Report]) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    name, read = report
    with pdfplumber.open(CORPUS / f"{name}.pdf") as document:
        printed = {
            number: Counter("".join(char["text"] for char in page.chars).replace(" ", ""))
            for number, page in enumerate(document.pages, 1)
        }

    found: dict[int | None, Counter[str]] = {number: Counter() for number in printed}
    for page, piece in (run for text in everything(read) if text for run in pieces(text)):
        found[page].update(piece.replace(" ", ""))

    assert {n: found[n] - printed[n] for n in printed} == dict.fromkeys(printed, Counter())
    lost = [printed[n] - found[n] for n in printed if printed[n] != found[n]]
    assert lost == [Counter("目录")]


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


def pieces(text: Text) -> Iterator[tuple[int | None, str]]:
    """What stands on which page."""
    ends = (*(run.offset for run in text.runs[1:]), len(text.value))
    for run, end in zip(text.runs, ends, strict=True):
        yield run.place.page, text.value[run.offset : end]


def test_every_figure_of_the_narrative_has_a_place_of_its_own(report: tuple[str, Report]) -> None:
    _, read = report
    paragraphs = [block.text for path in read.walk() for block in path[-1].blocks
                  if isinstance(block, Paragraph)]  # fmt: skip
    places = [
        text.at(match.start(), match.end())
        for text in paragraphs
        for match in re.finditer(r"\d[\d,.]*", text.value)
    ]

    assert len({(place.page, place.box) for place in places}) == len(places) > 100
    assert [place.order for place in places] == sorted(place.order for place in places)


def test_the_blank_form_is_read() -> None:
    read = pdf.read(published("shanghai-template-2024"), "shanghai-template-2024.pdf")
    rows = [len(table.rows) - table.header_rows for _, table in tables(read)]
    sections = [path[-1] for path in read.walk() if path[-1].level == 1]

    assert len(read.contents) == 26
    assert rows == [8, 28, 8, 8, 30, 8, 39, 1, 4, 4]
    assert [section.number for section in sections] == ["第一部分", "", "第三部分", "第四部分"]
    assert [len([b for b in s.blocks if isinstance(b, Section)]) for s in sections] == [2, 0, 11, 0]


# From here on, pages made here: a fictitious unit, and figures that agree.
HEAD = ["项目", "合计", "基本支出", "项目支出"]
BODY = [
    ["教育支出", "120.50", "100.00", "20.50"],
    ["卫生健康支出", "30.00", "30.00", ""],
    ["合计", "150.50", "130.00", "20.50"],
]
WIDE = [36, 180, 470, 800]


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


LINES = [
    pytest.param(
        Page().write(96, 100, "本年支出合计1,234.56万元，占“三公”经费的98.7%。", lift=3),
        ["本年支出合计1,234.56万元，占“三公”经费的98.7%。"],
        id="digits of another font stand a quarter of a size higher",
    ),
    pytest.param(
        Page().write(96, 100, "本年支出合计1,234.56万元，占98.7%。", lift=-6),
        ["本年支出合计1,234.56万元，占98.7%。"],
        id="digits stand half a size lower, in the gaps of their line",
    ),
    pytest.param(
        Page()
        .write(72, 114, "在区级预算之内。")
        .write(96, 100, "青石区机房管理所负责全区机房的建设、运行、维护和备份工作，其经费全部列"),
        ["青石区机房管理所负责全区机房的建设、运行、维护和备份工作，其经费全部列在区级预算之内。"],
        id="the second line comes first in the file",
    ),
    pytest.param(
        Page().write(96, 100, "青石区机房管理所。").write(96.3, 100, "青石区机房管理所。"),
        ["青石区机房管理所。"],
        id="a line printed twice to look bold",
    ),
    pytest.param(
        Page().write(96, 100, "其他收⼊⽤于⻋辆维护⼀次。"),
        ["其他收入用于车辆维护一次。"],
        id="radicals in the place of characters",
    ),
    pytest.param(
        Page().write(96, 100, "支出总计", gap=9).write(160 + 20, 100, "1"),
        ["支出总计1"],
        id="a name with a gap after each character",
    ),
    pytest.param(
        Page().write(96, 100, "其中：").write(136, 100, "财政拨款收入12.50万元。"),
        ["其中： 财政拨款收入12.50万元。"],
        id="a space in the middle of a sentence",
    ),
    pytest.param(
        Page().write(96, 100, "共").write(120, 100, "12").write(144, 100, "35.00").write(180, 100, "元。"),
        ["共12 35.00元。"],
        id="two numbers side by side are not one",
    ),
]


@pytest.mark.parametrize(("page", "wanted"), LINES)
def test_lines_are_read_by_position(page: Page, wanted: list[str]) -> None:
    assert body(made(page)) == wanted


FULL = "青石区机房管理所负责全区机房的建设、运行、维护和备份工作，并为其他部门提供"  # fills a line
PARAGRAPHS = [
    pytest.param(
        [("indent", FULL), ("flush", "服务。"), ("indent", "经费由区财政保障。")],
        [FULL + "服务。", "经费由区财政保障。"],
        id="indented",
    ),
    pytest.param(
        [("indent", FULL), ("page", ""), ("flush", "服务。")],
        [FULL + "服务。"],
        id="over the end of a page",
    ),
    pytest.param(
        [("indent", FULL), ("flush", "服务。其中："), ("gap", ""), ("flush", "运行维护费12.50万元。")],
        [FULL + "服务。其中：运行维护费12.50万元。"],
        id="an empty line amid a sentence",
    ),
    pytest.param(
        [("indent", "本年收入12.50万元，占"), ("flush", "98.7%；"), ("indent", "经费由区财政保障。")],
        ["本年收入12.50万元，占98.7%；", "经费由区财政保障。"],
        id="a line ended by hand before its rate",
    ),
    pytest.param(
        [("indent", "一、主要职能"), ("slight", FULL), ("flush", "服务。")],
        ["一、主要职能", FULL + "服务。"],
        id="a short heading, then a line that is hardly indented",
    ),
    pytest.param(
        [("indent", FULL[:-1] + "。"), ("flush", "2、经费由区财政保障。")],
        [FULL[:-1] + "。", "2、经费由区财政保障。"],
        id="a number after a full line that ends a sentence",
    ),
    pytest.param(
        [("wide", "第一部分 青石区机房管理所（分所）二〇二四年度的部门决算的"), ("centre", "情况说明"),
         ("indent", FULL), ("flush", "服务。")],
        ["第一部分 青石区机房管理所（分所）二〇二四年度的部门决算的情况说明", FULL + "服务。"],
        id="a title on two lines",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "wanted"), PARAGRAPHS)
def test_lines_become_paragraphs(lines: list[tuple[str, str]], wanted: list[str]) -> None:
    left = {"indent": 96, "flush": 72, "slight": 78, "wide": 72, "centre": 274}
    pages, y = [Page()], 100
    # What other reports have around it: the margins and habits are those of the whole file.
    usual = [("indent", FULL), ("flush", "服务。")] * 3
    for kind, value in [*lines, ("page", ""), *usual]:
        if kind == "page":
            pages.append(Page())
            y = 100
        else:
            size = 16 if kind in ("wide", "centre") else 12
            pages[-1].write(left.get(kind, 72), y, value, size) if value else None
            y += 14 if size == 12 else 20

    assert body(made(*pages))[: len(wanted)] == wanted


def test_page_numbers_and_running_heads_are_no_text() -> None:
    pages = [
        Page().write(200, 40, "青石区机房管理所决算").write(96, 100, f"第{at}段经费由区财政保障。")
        .write(280, 800, f"- {at} -" if at % 2 else f"{at}")
        for at in range(1, 6)
    ]  # fmt: skip

    assert body(made(*pages)) == [f"第{at}段经费由区财政保障。" for at in range(1, 6)]


def test_a_contents_page_with_leaders_is_one_entry_a_line() -> None:
    front = Page().write(280, 60, "目录", 18)
    for at, entry in enumerate(["一、主要职能", "二、收入决算情况说明", "三、支出决算情况说明"]):
        dots = "…" * (34 - len(entry))
        front.write(72, 100 + 20 * at, f"{entry}{dots}").write(72 + 12 * 34, 100 + 20 * at, f"{at + 3}")
    text = Page().write(96, 100, "一、主要职能").write(96, 120, "经费由区财政保障。")

    report = made(front, text)

    assert [entry.value for entry in report.contents] == [
        "一、主要职能", "二、收入决算情况说明", "三、支出决算情况说明",
    ]  # fmt: skip
    assert body(report) == ["一、主要职能", "经费由区财政保障。"]


def ruled(draw: Callable[[Page, list[list[str]]], Page], rows: list[list[str]] | None = None) -> Page:
    rows = rows or [HEAD, *BODY]
    page = Page().write(230, 70, "支出决算表", 16).write(430, 90, "单位：万元", 10)
    return draw(page, rows)


def in_bars(page: Page, rows: list[list[str]]) -> Page:
    """Thin filled boxes from corner to corner of each cell, as a word processor draws them."""
    ys = edges(rows)
    for y in ys:
        for left, right in zip(WIDTHS, WIDTHS[1:], strict=False):
            page.bar(left + 0.5, y, right, y + 0.5)
    for x in WIDTHS:
        for top, bottom in zip(ys, ys[1:], strict=False):
            page.bar(x, top + 0.5, x + 0.5, bottom)
    return page.fill(rows, WIDTHS)


WIDTHS = [*XS, 552]


def open_sided(page: Page, rows: list[list[str]]) -> Page:
    for y in edges(rows):
        page.line(WIDTHS[0], y, WIDTHS[-1], y)
    for x in WIDTHS[1:-1]:
        page.line(x, edges(rows)[0], x, edges(rows)[-1])
    return page.fill(rows, WIDTHS)


def three_lines(page: Page, rows: list[list[str]]) -> Page:
    for y in (100, 100 + STEP, edges(rows)[-1]):
        page.line(WIDTHS[0], y, WIDTHS[-1], y)
    return page.fill(rows, WIDTHS)


def columns_only(page: Page, rows: list[list[str]]) -> Page:
    return page.grid(WIDTHS, [100, 100 + STEP, edges(rows)[-1]]).fill(rows, WIDTHS)


RULED = [
    pytest.param(lambda page, rows: page.table(rows, WIDTHS), id="strokes"),
    pytest.param(in_bars, id="filled bars"),
    pytest.param(
        lambda page, rows: page.boxes(WIDTHS, edges(rows)).fill(rows, WIDTHS), id="one path of boxes"
    ),
    pytest.param(open_sided, id="open at its sides"),
    pytest.param(three_lines, id="three lines and no columns"),
    pytest.param(columns_only, id="columns without rows"),
    pytest.param(lambda page, rows: page.fill(rows, WIDTHS), id="no line at all"),
]


@pytest.mark.parametrize("draw", RULED)
def test_tables_are_read_however_they_are_ruled(
    draw: Callable[[Page, list[list[str]]], Page],
) -> None:
    report = made(ruled(draw))
    table = only_table(report)

    assert values(table) == [HEAD, *BODY]
    assert (table.title.value, table.unit, table.header_rows) == ("支出决算表", "万元", 1)
    assert body(report) == ["单位：万元"]


@pytest.mark.parametrize("way", ["rotated", "sideways", "form"])
def test_a_page_is_read_upright(way: str) -> None:
    def draw(way: str) -> Report:
        page = Page(LANDSCAPE, way).write(96, 60, "经费由区财政保障。")
        return made(page.table([HEAD, *BODY], WIDTHS))

    plain, other = draw(""), draw(way)

    assert body(other) == body(plain)
    assert values(only_table(other)) == [HEAD, *BODY]


@pytest.mark.parametrize(
    ("way", "box"),
    [
        pytest.param("", (96.0, 49.4, 192.0, 61.4), id="as it is shown"),
        pytest.param("rotated", (96.0, 49.4, 192.0, 61.4), id="in the rotated page"),
        pytest.param("sideways", (49.4, 650.0, 61.4, 746.0), id="on the side, as it is shown"),
    ],
)
def test_places_are_those_of_the_page_as_shown(
    way: str, box: tuple[float, float, float, float]
) -> None:
    report = made(Page(LANDSCAPE, way).write(96, 60, "经费由区财政保障。"))
    (text,) = (b.text for path in report.walk() for b in path[-1].blocks if isinstance(b, Paragraph))

    assert (text.at(0, 8).page, text.at(0, 8).box) == (1, box)
