"""The PDF reader's lines and paragraphs, on pages made here: a fictitious unit."""

from __future__ import annotations

import pdf_pages
import pytest
from pdf_pages import LANDSCAPE, Page
from pdf_reports import BODY, HEAD, WIDTHS, body, everything, made, only_table, values

from jslint.document import Paragraph, Report
from jslint.readers.pdf import glyphs

LINES = [
    pytest.param(
        Page().write(96, 100, "𠮷野家😀的经费由区财政保障。"),
        ["𠮷野家😀的经费由区财政保障。"],
        id="characters beyond U+FFFF, which the library gives in halves",
    ),
    pytest.param(
        Page().write(96, 100, "甲\ud842野\udfb7的经费由区财政保障。"),
        ["甲\ufffd野\ufffd的经费由区财政保障。"],
        id="halves of characters, which are none",
    ),
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
        Page()
        .write(96, 100, "共")
        .write(120, 100, "12")
        .write(144, 100, "35.00")
        .write(180, 100, "元。"),
        ["共12 35.00元。"],
        id="two numbers side by side are not one",
    ),
]


@pytest.mark.parametrize(("page", "wanted"), LINES)
def test_lines_are_read_by_position(page: Page, wanted: list[str]) -> None:
    assert body(made(page)) == wanted


FULL = "青石区机房管理所负责全区机房的建设、运行、维护和备份工作，并为其他部门提供"  # fills a line
BARE = (
    "青石区机房管理所二〇二四年度一般公共预算财政拨款支出中用于教育管理事务方面"  # as long, no stop
)
NARROW = FULL[:30]
assert len(FULL) == len(BARE) == 37
PARAGRAPHS = [
    pytest.param(
        [("indent", BARE[:-2]), ("flush", "（款）的为零。"), ("indent", "经费由区财政保障。")],
        [BARE[:-2] + "（款）的为零。", "经费由区财政保障。"],
        id="a bracket that did not fit; the line only happens to stand in the middle",
    ),
    pytest.param(
        [("indent", BARE[:-1]), ("flush", "元。"), ("indent", "经费由区财政保障。")],
        [BARE[:-1] + "元。", "经费由区财政保障。"],
        id="a character that may not be parted from its stop",
    ),
    pytest.param(
        [("indent", BARE[:-4]), ("flush", "1,234.56万元。"), ("indent", "经费由区财政保障。")],
        [BARE[:-4] + "1,234.56万元。", "经费由区财政保障。"],
        id="an amount that did not fit",
    ),
    pytest.param(
        [("number", "1.", FULL), ("beside", "服务。"), ("number", "2.", "保障。")],
        ["1." + FULL + "服务。", "2.保障。"],
        id="a number that hangs",
    ),
    pytest.param(
        [("indent", NARROW), ("indent", NARROW[:20] + "。"), ("indent", "经费由区财政保障。")],
        [NARROW + NARROW[:20] + "。", "经费由区财政保障。"],
        id="a paragraph that is narrower than others on both sides",
    ),
    pytest.param(
        [("indent", FULL[:-1] + "；"), ("flush", "2.为其他部门服务。")],
        [FULL[:-1] + "；2.为其他部门服务。"],
        id="the next item of a list within a paragraph",
    ),
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
    left = {"indent": 96, "flush": 72, "slight": 78, "wide": 72, "centre": 274, "beside": 96}
    pages, y = [Page()], 100
    # What other reports have around it: the margins and habits are those of the whole file.
    usual = [("indent", FULL), ("flush", "服务。")] * 3
    for kind, value, *words in [*lines, ("page", ""), *usual]:
        if kind == "number":
            pages[-1].write(74, y, value, 12).write(96, y, words[0], 12)
            y += 14
        elif kind == "page":
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
    page = (
        Page()
        .write(96, 100, "本年支出合计12.50万元，")
        .write(72, 114, "占98.7%；经费由区财政保障。")
    )
    report = made(page, Page().write(96, 100, FULL))
    text = next(text for text in everything(report) if words in text.value)
    start = text.value.index(words)

    assert text.at(start, start + len(words)).box == box


def test_paragraphs_in_the_middle_of_the_page() -> None:
    """Each line centred: the last of a paragraph, too, after a line that is full."""
    page, y = Page(), 100
    ends = ["服务，经费由区财政保障。", "服务。"]
    for rest in (*ends, *ends):
        for words in (FULL, rest):
            page.write(297 - 6 * len(words), y, words)
            y += 16

    assert body(made(page)) == [FULL + rest for rest in (*ends, *ends)]


def test_a_full_line_ends_a_paragraph_where_the_next_begins_with_a_year() -> None:
    """Where nothing is set in, the words decide; most lines that end a sentence go on."""
    page = Page()
    for at in range(4):
        page.write(72, 100 + 28 * at, FULL + "服务").write(72, 114 + 28 * at, "经费由区财政保障。")
    full = FULL + "务。"
    page.write(72, 300, full).write(72, 314, "2024年度经费由区财政保障。")
    page.write(72, 340, full).write(72, 354, "其中人员经费由区财政保障。")

    assert body(made(page))[-3:] == [
        full, "2024年度经费由区财政保障。", full + "其中人员经费由区财政保障。"
    ]  # fmt: skip


def test_a_justified_line_that_ends_a_sentence_before_the_margin_was_not_full() -> None:
    page = Page()
    first = FULL[:-1] + "。"
    for at in range(10):
        page.write(72, 100 + 28 * at, FULL).write(72, 114 + 28 * at, FULL[:20] + "。")
    page.write(72, 400, first[1:]).write(72, 414, "经费由区财政保障。")

    assert body(made(page))[-2:] == [first[1:], "经费由区财政保障。"]


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
        front.write(72, 100 + 20 * at, f"{entry}{dots}").write(
            72 + 12 * 34, 100 + 20 * at, f"{at + 3}"
        )
    text = Page().write(96, 100, "一、主要职能").write(96, 120, "经费由区财政保障。")

    report = made(front, text)

    assert [entry.value for entry in report.contents] == [
        "一、主要职能", "二、收入决算情况说明", "三、支出决算情况说明",
    ]  # fmt: skip
    assert body(report) == ["一、主要职能", "经费由区财政保障。"]


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
    (text,) = (
        b.text for path in report.walk() for b in path[-1].blocks if isinstance(b, Paragraph)
    )

    assert (text.at(0, 8).page, text.at(0, 8).box) == (1, box)


def test_a_watermark_is_no_text() -> None:
    page = Page().write(96, 100, "经费由区财政保障。")
    page.drawn.append("BT /Song 40 Tf .7 .7 -.7 .7 150 690 Tm (内部样张) Tj ET")

    assert body(made(page)) == ["经费由区财政保障。"]


def test_the_labels_of_a_chart_are_no_sentences() -> None:
    page = Page().write(96, 100, "本年支出合计12.50万元。")
    page.write(200, 160, "基本支出").write(300, 190, "10.00万元").write(
        250, 260, "图1：支出决算结构图"
    )

    roles = [(block.role, block.text.value) for path in made(page).walk() for block in path[-1].blocks
             if isinstance(block, Paragraph)]  # fmt: skip

    assert roles == [
        ("body", "本年支出合计12.50万元。"), ("caption", "基本支出"), ("caption", "10.00万元"),
        ("caption", "图1：支出决算结构图"),
    ]  # fmt: skip


def test_characters_that_are_lost_are_said_to_be_unread() -> None:
    report = made(Page().write(96, 100, "甲\ud842野\udfb7的经费由区财政保障。"))

    assert [(place.page, reason.said("zh")) for place, reason in report.unread] == [
        (1, "第 1 页有 2 个字的编码不完整，没有读出，记作“\ufffd”")
    ]


@pytest.mark.parametrize(
    ("codes", "read"),
    [
        pytest.param([0x4E00, 0xD842, 0xDFB7], [0x4E00, 0x20BB7], id="a pair"),
        pytest.param([0xD842], [0xFFFD], id="the first half at the end"),
        pytest.param([0xDFB7, 0xD842], [0xFFFD, 0xFFFD], id="halves in the wrong order"),
        pytest.param([0xD842, 0xD842, 0xDFB7], [0xFFFD, 0x20BB7], id="a half before a pair"),
        pytest.param([0x110000, 0xFFFFFFFF], [0xFFFD, 0xFFFD], id="numbers of four bytes"),
    ],
)
def test_halves_of_characters_are_joined(codes: list[int], read: list[int]) -> None:
    samples = [(code, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0) for code in codes]

    assert [code for code, *_ in glyphs.joined(samples)] == read


@pytest.mark.parametrize("code", ["ffffffff", "7fffffff", "00020bb7", "d842", "0000ffff"])
def test_a_map_of_four_byte_codes_is_read_without_a_fault(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What such maps mean is not defined; whatever comes of it can be printed."""
    monkeypatch.setattr(
        pdf_pages, "_units", lambda char: code if char == "乙" else f"{ord(char):x}"
    )

    report = made(Page().write(96, 100, "甲乙的经费由区财政保障。"))

    assert "的经费由区财政保障。" in "".join(body(report))
    assert "".join(body(report)).encode()
