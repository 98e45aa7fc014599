"""The PDF reader against published reports, and against small pages made here."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jslint.document import Paragraph, Report, Section, Table, Text
from jslint.errors import UnreadableError
from jslint.readers import pdf
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
        [("wide", "第一部分 青石区机房管理所（分所）二〇二四年度部门决算公开的"), ("centre", "情况说明"),
         ("indent", FULL), ("flush", "服务。")],
        ["第一部分 青石区机房管理所（分所）二〇二四年度部门决算公开的情况说明", FULL + "服务。"],
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


@pytest.mark.parametrize(
    ("words", "box"),
    [
        pytest.param("12.50", (168.0, 89.4, 195.0, 101.4), id="a figure"),
        pytest.param("12.50万元", (168.0, 89.4, 219.0, 101.4), id="a figure with its unit"),
        pytest.param("12.50万元，占98.7%", (72.0, 89.4, 231.0, 115.4), id="words on two lines"),
    ],
)
def test_a_place_has_the_box_of_all_its_words(
    words: str, box: tuple[float, float, float, float]
) -> None:
    page = Page().write(96, 100, "本年支出合计12.50万元，").write(72, 114, "占98.7%；经费由区财政保障。")
    report = made(page, Page().write(96, 100, FULL))
    text = next(text for text in everything(report) if words in text.value)
    start = text.value.index(words)

    assert text.at(start, start + len(words)).box == box


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
        for left, right in pairwise(WIDTHS):
            page.bar(left + 0.5, y, right, y + 0.5)
    for x in WIDTHS:
        for top, bottom in pairwise(ys):
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


def heads(page: Page, title: str = "支出决算表") -> Page:
    return page.write(230, 70, title, 16).write(430, 90, "单位：万元", 10)


CUT = ["机关事业单位职业年金缴费", "30.00", "30.00", ""]
OVER_PAGES = [
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page().table(BODY[1:], WIDTHS)],
        [HEAD, *BODY],
        id="the header is not repeated",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page().table([HEAD, *BODY[1:]], WIDTHS)],
        [HEAD, *BODY],
        id="the header is repeated",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS),
         heads(Page(), "支出决算表（续）").table([HEAD, *BODY[1:]], WIDTHS)],
        [HEAD, *BODY],
        id="title, unit and header are repeated",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS).write(280, 800, "- 1 -"),
         Page().table(BODY[1:], [x + 14 for x in WIDTHS]).write(280, 800, "- 2 -"),
         Page().write(96, 100, "经费由区财政保障。").write(280, 800, "- 3 -")],
        [HEAD, *BODY],
        id="page numbers between, and another margin",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, CUT], [140, *WIDTHS[1:]]),
         Page().table([["支出", "", "", ""], *BODY[1:]], [140, *WIDTHS[1:]])],
        [HEAD, ["机关事业单位职业年金缴费支出", *CUT[1:]], *BODY[1:]],
        id="a row is cut by the end of the page",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, BODY[0]], WIDTHS), Page().table([["结余分配", "", "", ""]], WIDTHS)],
        [HEAD, BODY[0], ["结余分配", "", "", ""]],
        id="a row without figures is a row",
    ),
    pytest.param(
        [heads(Page()).table([HEAD, *BODY], WIDTHS), Page().table([["", "", "", ""]], WIDTHS)],
        [HEAD, *BODY, ["", "", "", ""]],
        id="an empty row is left over",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "wanted"), OVER_PAGES)
def test_a_table_on_several_pages_is_one(pages: list[Page], wanted: list[list[str]]) -> None:
    table = only_table(made(*pages))

    assert values(table) == wanted
    assert (table.title.value, table.header_rows) == ("支出决算表", 1)


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(heads(Page(), "收入决算表").table([HEAD, *BODY], WIDTHS), id="another title"),
        pytest.param(Page().table([["序号", "名称"], ["1", "信息科"]], [72, 172, 552]), id="other columns"),
        pytest.param(Page().write(96, 80, "单位构成如下：").table([HEAD, *BODY], WIDTHS), id="words between"),
    ],
)
def test_another_table_on_the_next_page_is_another(second: Page) -> None:
    report = made(heads(Page()).table([HEAD, *BODY], WIDTHS), second)

    assert [values(table)[0] for _, table in tables(report)][0] == HEAD
    assert len(list(tables(report))) == 2


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


def test_merged_cells_and_a_total_in_the_row_of_the_header() -> None:
    table = only_table(made(merged()))

    assert uncovered(table) == [
        ["项目", None, None, None, "合计", "基本支出"],
        ["支出功能分类", None, None, "科目名称", None, None],
        ["科目编码", None, None, None, None, None],
        ["类", "款", "项", None, None, None],
        ["", "", "", "合计", "120.50", "100.00"],
        ["205", "01", "", "教育管理", "120.50", "100.00"],
    ]
    assert table.header_rows == 4
    assert table.rows[3][3] is table.rows[1][3]


CELLS = [
    pytest.param([(75, 114, "机关事业单位基本养老"), (75, 126, "保险缴费支出")],
                 ["机关事业单位基本养老保险缴费支出", ""], id="a name on two lines"),
    pytest.param([(75, 114, "1234.5"), (75, 126, "6")], ["1234.56", ""], id="an amount on two lines"),
    pytest.param([(195, 114, "120.50"), (225, 114, "")], ["", "120.50"], id="a figure begins in its cell"),
    pytest.param([(178, 114, "1,120.50")], ["", "1,120.50"], id="a figure juts out of its cell"),
    pytest.param([(75, 114, "政府性基金预算财政拨款收入")], ["政府性基金预算财政拨款收入", ""], id="a long name juts out"),
    pytest.param([(75, 108, "支出"), (205, 126, "120.50")], ["支出", "120.50"], id="texts at other heights"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "wanted"), CELLS)
def test_cells(texts: list[tuple[float, float, str]], wanted: list[str]) -> None:
    page = Page().grid([72, 192, 292], [100, 130, 150])
    for x, y, text in texts:
        page.write(x, y, text, 10)
    page.write(75, 144, "合计", 10).write(205, 144, "1.00", 10)

    assert values(only_table(made(page))) == [wanted, ["合计", "1.00"]]


def test_spaced_names_are_joined_and_lines_in_the_frame_are_no_rows() -> None:
    page = Page().table([["", ""], ["项目", "决算数"], ["", "1.00"], ["", ""]], [72, 292, 392])
    page.drawn[6] = page.drawn[6].replace(" 742 m ", " 722 m ").replace(" 662 l", " 682 l")
    page.write(150, 114, "其他支出决算表", 10).write(80, 154, "公务用车", 10, gap=14)
    page.write(80, 174, "注：本表反映其他支出。", 10)

    table = only_table(made(page))

    assert values(table) == [["项目", "决算数"], ["公务用车", "1.00"]]
    assert (table.title.value, [note.text.value for note in table.notes]) == (
        "其他支出决算表", ["注：本表反映其他支出。"],
    )  # fmt: skip


PROSE = Page().write(96, 100, "经费由区财政保障。")


def test_a_watermark_is_no_text() -> None:
    page = Page().write(96, 100, "经费由区财政保障。")
    page.drawn.append("BT /Song 40 Tf .7 .7 -.7 .7 150 690 Tm (内部样张) Tj ET")

    assert body(made(page)) == ["经费由区财政保障。"]


def test_the_labels_of_a_chart_are_no_sentences() -> None:
    page = Page().write(96, 100, "本年支出合计12.50万元。")
    page.write(200, 160, "基本支出").write(300, 190, "10.00万元").write(250, 260, "图1：支出决算结构图")

    roles = [(block.role, block.text.value) for path in made(page).walk() for block in path[-1].blocks
             if isinstance(block, Paragraph)]  # fmt: skip

    assert roles == [
        ("body", "本年支出合计12.50万元。"), ("caption", "基本支出"), ("caption", "10.00万元"),
        ("caption", "图1：支出决算结构图"),
    ]  # fmt: skip


def test_a_scanned_page_is_said_to_be_unread() -> None:
    report = made(PROSE, Page(picture=True))

    assert [(place.page, reason) for place, reason in report.unread] == [
        (2, "第 2 页是图像，没有文字，没有读取")
    ]
    assert body(report) == ["经费由区财政保障。"]


def test_a_font_without_an_encoding_is_said_to_be_unreliable() -> None:
    report = made(Page().write(96, 100, "\ue001\ue002\ue003万元。"), PROSE)

    assert [(place.page, reason) for place, reason in report.unread] == [
        (1, "第 1 页的字体没有嵌入或没有文字编码，读出的文字不可靠")
    ]


@pytest.mark.parametrize("limit", [("MOST_PAGES", 2), ("MOST_MARKS", 10)])
def test_what_lies_beyond_a_limit_is_said_to_be_unread(
    monkeypatch: pytest.MonkeyPatch, limit: tuple[str, int]
) -> None:
    monkeypatch.setattr(source, *limit)

    report = made(PROSE, PROSE, PROSE, PROSE)

    assert len(body(report)) == 2
    assert [(place.page, reason) for place, reason in report.unread] == [
        (3, "文件过大，从第 3 页起没有读取")
    ]


def test_a_page_of_countless_lines_is_read_soon_and_said_to_be_unread() -> None:
    page = Page().write(96, 40, "经费由区财政保障。")
    page.drawn.append("\n".join(f"{x % 500} {x / 20} m {x % 500} {x / 20 + 9} l S" for x in range(12_000)))

    report = made(page, PROSE)

    assert body(report)[-1] == "经费由区财政保障。"
    assert [reason for _, reason in report.unread] == ["第 1 页内容过多，没有全部读取"]


ENCRYPTED = make(PROSE).replace(
    b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    b" /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >>"
)  # fmt: skip
UNREADABLE = [
    pytest.param(b"", "文件是空的", id="empty"),
    pytest.param(b"PK\x03\x04 not a PDF", "不是 PDF 文件", id="something else"),
    pytest.param(b"%PDF-1.7\n" + b"\0" * 64, "PDF 已损坏，无法打开", id="damaged"),
    pytest.param(ENCRYPTED, "PDF 已加密", id="encrypted"),
    pytest.param(make(Page(picture=True)), "PDF 没有文字，可能是扫描件", id="scanned"),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_files_that_cannot_be_read_say_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        pdf.read(data, "made.pdf")

    assert (caught.value.path, caught.value.reason) == ("made.pdf", reason)
    assert caught.value.remedy


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    with pytest.raises(UnreadableError) as caught:
        pdf.read(make(PROSE), "made.pdf")

    assert 'pip install "juesuan-lint[pdf]"' in caught.value.remedy


DAMAGED = make(heads(Page()).table([HEAD, *BODY], WIDTHS), merged())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(DAMAGED) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(DAMAGED)
    for at, byte in changes:
        data[at] = byte

    try:
        assert pdf.read(bytes(data), "made.pdf").path == "made.pdf"
    except UnreadableError as error:
        assert error.remedy


AMOUNTS = st.sampled_from(["", "0.00", "12.50", "1,234.56", "-3.20", "98.70"])
TABLES = st.lists(
    st.tuples(st.sampled_from(["教育支出", "卫生健康支出", "其他支出"]), AMOUNTS, AMOUNTS, AMOUNTS),
    min_size=2, max_size=24,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(rows=TABLES, ends=st.sets(st.integers(1, 23), max_size=3), way=st.sampled_from(["", "rotated"]))
def test_any_table_on_any_pages_is_read_as_it_was_set(
    rows: list[tuple[str, ...]], ends: set[int], way: str
) -> None:
    cuts = [0, *sorted(end for end in ends if end < len(rows)), len(rows)]
    wanted = [HEAD, *(list(row) for row in rows)]
    pages = [Page(way=way).table([HEAD] * (start == 0) + [list(row) for row in rows[start:end]], WIDTHS)
             for start, end in pairwise(cuts)]  # fmt: skip

    assert values(only_table(made(*pages))) == wanted
