"""Text and Markdown to the document: soft breaks, tables, page furniture, exact places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jslint.document import Paragraph, Section, Table
from jslint.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Report, Text

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
SICHUAN = CORPUS / "sichuan-xxzx-2024.txt"
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
FIRST = "2024 年度收入总计 1,234.56 万元，比上年增加 234.56 万元，增长 23.5%。"
SECOND = "主要原因是青石机房改造 IT infra 项目启动；其中：人员经费 12.05 万元，占 1.0%。"


def text(source: str, path: str = "report.txt") -> Report:
    return read(path, source.encode())


def blocks(report: Report) -> Iterator[Paragraph | Table | Section]:
    for path in report.walk():
        yield path[-1]
        yield from (block for block in path[-1].blocks if not isinstance(block, Section))


def paragraphs(report: Report, role: str = "body") -> list[str]:
    return [
        block.text.value
        for block in blocks(report)
        if isinstance(block, Paragraph) and block.role == role
    ]


def tables(report: Report) -> list[Table]:
    return [block for block in blocks(report) if isinstance(block, Table)]


def texts(report: Report) -> Iterator[Text]:
    yield from report.contents
    for block in blocks(report):
        if isinstance(block, Section):
            yield block.heading
        elif isinstance(block, Paragraph):
            yield block.text
        else:
            yield block.title
            yield from (cell for row in block.rows for cell in row)
            yield from (note.text for note in block.notes)


def misplaced(report: Report) -> list[str]:
    """The characters that do not stand in the source where their text says."""
    wrong = []
    for part in texts(report):
        for offset, character in enumerate(part.value):
            place = part.at(offset, offset + 1)
            assert place.line is not None
            assert place.column is not None
            assert place.order == (place.line, place.column)
            row = report.lines[place.line - 1]
            if character != row[place.column - 1 : place.column] and character != " ":
                wrong.append(f"{character} at {place.line}:{place.column}")
    return wrong


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "收入合计 10.00 万元，\n占 100%。",
            ["收入合计 10.00 万元，占 100%。"],
            id="a line break",
        ),
        pytest.param(
            "增加 1,234.56\n\n万元。", ["增加 1,234.56万元。"], id="a blank line before the unit"
        ),
        pytest.param("增加 1,2\n34.56 万元。", ["增加 1,234.56 万元。"], id="amid a number"),
        pytest.param("增加 1,234.\n \n56 万元。", ["增加 1,234.56 万元。"], id="behind the point"),
        pytest.param("增加 1,234.56\n\f万元。", ["增加 1,234.56万元。"], id="a form feed"),
        pytest.param(
            "增加 1,234.56\f万元。", ["增加 1,234.56万元。"], id="a form feed amid a line"
        ),
        pytest.param(
            "增加 1\n\n- 12 -\n\f\n,234.56 万元。", ["增加 1,234.56 万元。"], id="a page number"
        ),
        pytest.param(
            "增加 5\n\n第 3 页 共 9 页\n\n万元。", ["增加 5万元。"], id="a page number in words"
        ),
        pytest.param("增加 5\n\n12\n\f\n万元。", ["增加 5万元。"], id="a bare page number"),
        pytest.param("前\n\n11\n\n5。后\n\n12\n\n万元。\n\n13\n", ["前5。后万元。"], id="a series"),
        pytest.param(
            "其中：（1）支出 5 万元。（2）\n\n12\n\n其他支出 1 万元。",
            ["其中：（1）支出 5 万元。（2）其他支出 1 万元。"],
            id="a page number behind an item's",
        ),
        pytest.param(
            "支出 5 万元。其中：①教育支出 3 万元。②文\n\n12\n\n化支出 2 万元，占 40%。",
            ["支出 5 万元。其中：①教育支出 3 万元。②文化支出 2 万元，占 40%。"],
            id="a bare page number behind an item's first character",
        ),
        pytest.param(
            "卫生健康支出（210类）计划生育事务（07款）计\n\n12\n\n划生育服务（17项）。",
            ["卫生健康支出（210类）计划生育事务（07款）计划生育服务（17项）。"],
            id="a bare page number amid a name whose first character may call for one",
        ),
        pytest.param(
            "11、教育支出（205类）\n\n12\n\n普通教育（02款）支出 1 万元。",
            ["11、教育支出（205类）普通教育（02款）支出 1 万元。"],
            id="a bare page number amid an account's levels",
        ),
        pytest.param(
            "支出 5 万元，其中 4 万元为\n\n12\n\n人员经费、1 万元为公用经费。",
            ["支出 5 万元，其中 4 万元为人员经费、1 万元为公用经费。"],
            id="a page number before a name",
        ),
        pytest.param(
            "甲支出 5 万元；\n\n12\n\n4、乙支出 1 万元。",
            ["甲支出 5 万元；", "4、乙支出 1 万元。"],
            id="a page number before an item",
        ),
        pytest.param(
            "甲支出 5 万元。\n\n12\n\n加上乙支出 1 万元。",
            ["甲支出 5 万元。", "加上乙支出 1 万元。"],
            id="a page number before a sentence",
        ),
        pytest.param(
            "登记单位 90 个，其中法人单位\n\n12\n\n78 个，增长 3%。",
            ["登记单位 90 个，其中法人单位78 个，增长 3%。"],
            id="a page number before a figure",
        ),
        pytest.param(
            "其中：\n\n人员经费5万元，占5%，包括：工资、奖金\n\n公用经费3万元，占3%，包括：水费、电费\n",
            [
                "其中：",
                "人员经费5万元，占5%，包括：工资、奖金",
                "公用经费3万元，占3%，包括：水费、电费",
            ],
            id="two lists without a stop",
        ),
        pytest.param(
            "甲费比上年预算5万元\n减少1万元。", ["甲费比上年预算5万元减少1万元。"], id="a verb"
        ),
        pytest.param(
            "人员经费4618.1万元，占47.09%，主要包\n括：基本工资、奖金、伙食补助费、职业\n年金缴费、医疗费、其他对个人和家庭的\n补助\n\n"
            "公用经费5189.6万元，占52.91%，主要包\n括：咨询费、电费、取暖费、物业管理费、\n被装购置费、劳务费",
            [
                "人员经费4618.1万元，占47.09%，主要包括：基本工资、奖金、伙食补助费、职业年金缴费、医疗费、其他对个人和家庭的补助",
                "公用经费5189.6万元，占52.91%，主要包括：咨询费、电费、取暖费、物业管理费、被装购置费、劳务费",
            ],
            id="two rows of names without a stop, the last name over two lines",
        ),
        pytest.param(
            "运行经费由2022年的16.04万元\n\n12\n\n降至14.39万元。",
            ["运行经费由2022年的16.04万元降至14.39万元。"],
            id="a bare page number between two levels",
        ),
        pytest.param("共有\n\n12\n\n个项目。", ["共有12个项目。"], id="a number that is no page's"),
        pytest.param(
            "第一句。\n第二句。",
            ["第一句。", "第二句。"],
            id="a line that ends as a sentence, in a text without wraps",
        ),
        pytest.param(
            "第一句。\n\n第二句。", ["第一句。", "第二句。"], id="a blank line after a sentence"
        ),
        pytest.param("“开放日。”\n\n第二句。", ["“开放日。”", "第二句。"], id="a quotation's end"),
        pytest.param("其中：\n\n支出 5 万元。", ["其中：", "支出 5 万元。"], id="a colon"),
        pytest.param(
            "使用 open\nsource 软件\nlinux。", ["使用 open source 软件linux。"], id="Latin words"
        ),
        pytest.param("台（套）\n\n。下一句。", ["台（套）。下一句。"], id="a stop alone"),
        pytest.param(
            "支出 5 万元\n\n1.教育支出。\n2、卫生支出。\n（1）其他。\n①零星。",
            ["支出 5 万元", "1.教育支出。", "2、卫生支出。", "（1）其他。", "①零星。"],
            id="items",
        ),
        pytest.param(
            "1.基金收支情况\n2024年基金收入 5 万元，基金支出 4 万元，年末结余 1 万元。",
            ["1.基金收支情况", "2024年基金收入 5 万元，基金支出 4 万元，年末结余 1 万元。"],
            id="a short line that a number and its last noun make a heading",
        ),
        pytest.param(
            "某镇基金收支情况说明\n\n2024年基金收入 5 万元，基金支出 4 万元，\n\n年末结余 1 万元。",
            ["某镇基金收支情况说明", "2024年基金收入 5 万元，基金支出 4 万元，年末结余 1 万元。"],
            id="a title above blank lines",
        ),
        pytest.param(
            "1.接待上级调研基金收支情况，\n2.检查工作情况\n和整改情况。",
            ["1.接待上级调研基金收支情况，", "2.检查工作情况和整改情况。"],
            id="one that goes on",
        ),
        pytest.param("- 甲；\n- 乙\n  和丙；\n• 丁。", ["甲；", "乙和丙；", "丁。"], id="bullets"),
        pytest.param(
            "由此，各种项目\n（二）类统\n一、规范。",
            ["由此，各种项目（二）类统一、规范。"],
            id="what looks like an item amid a sentence",
        ),
        pytest.param("共计 1\n2、3 号项目。", ["共计 12、3 号项目。"], id="a number and a comma"),
        pytest.param(
            "自评表详见\n第四部分附件。",
            ["自评表详见第四部分附件。"],
            id="a part that is mentioned",
        ),
        pytest.param(
            "甲\u2028乙\u2029丙\x0b丁。", ["甲乙丙丁。"], id="breaks that editors do not count"
        ),
        pytest.param(
            "与上年决算9.00万元\n相比，减少1.00万元。",
            ["与上年决算9.00万元相比，减少1.00万元。"],
            id="a word that begins nothing",
        ),
        pytest.param("正文。\n注：本段说明。", ["正文。", "注：本段说明。"], id="a note"),
    ],
)
def test_soft_breaks(source: str, expected: list[str]) -> None:
    report = text(source)

    assert paragraphs(report) == expected
    assert misplaced(report) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count(end: str) -> None:
    source = end.join(["甲\u2028乙\u2029丙，", "", "\f丁\x85戊", "12.5 万元。"])

    report = text(source)

    (section,) = report.sections
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    place = block.text.at(block.text.value.index("12.5"))
    assert (place.line, place.column) == (4, 1)
    assert len(report.lines) == 4
    assert misplaced(report) == []


def test_a_byte_order_mark_takes_no_column() -> None:
    report = read("report.txt", "收入 5 万元。".encode("utf-8-sig"))

    (section,) = report.sections
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    assert block.text.at(0, 2).column == 1


CAPTIONS = """\
第二部分 2024 年度单位决算情况说明

一、收入支出决算总体情况说明

收入、支出总计各增加 375.81

(图 1：收入、支出总计变动情况图) (单位：万元)

万元，增长 19.5%。

3,594.43

1,218.62

图2：收入决算结构图

（收入决算饼状图）

公用经费 5.00 万元，占 2%
"""


def test_captions_and_their_labels_are_no_prose() -> None:
    report = text(CAPTIONS)

    assert paragraphs(report) == [
        "收入、支出总计各增加 375.81万元，增长 19.5%。",
        "公用经费 5.00 万元，占 2%",
    ]
    assert paragraphs(report, "caption") == [
        "(图 1：收入、支出总计变动情况图) (单位：万元)",
        "3,594.43",
        "1,218.62",
        "图2：收入决算结构图",
        "（收入决算饼状图）",
    ]
    assert misplaced(report) == []


TABLE = """\
第四部分 附件

项目支出绩效自评表（2024 年度）

金额单位：万元
项目名称\t\t平台建设\t
预算数\t年初\t88.62\t
\t全年\t88.44\t100
其他
合计\t\t\t
注：本表示意。

后文。
"""


def test_tab_separated_table() -> None:
    report = text(TABLE)

    (table,) = tables(report)
    assert table.title.value == "项目支出绩效自评表（2024 年度）"
    assert table.unit == "万元"
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目名称", "", "平台建设", ""],
        ["预算数", "年初", "88.62", ""],
        ["", "全年", "88.44", "100"],
        ["其他", "", "", ""],
        ["合计", "", "", ""],
    ]
    cell = table.rows[2][2].at()
    assert (cell.line, cell.column, cell.end_column) == (8, 5, 10)
    assert (table.place.line, table.place.column) == (6, 1)
    assert table.rows[2][0].at().line == 8
    assert [note.text.value for note in table.notes] == ["注：本表示意。"]
    assert paragraphs(report, "unit") == ["金额单位：万元"]
    assert paragraphs(report) == ["后文。"]
    assert misplaced(report) == []


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("1.\t教育支出 5 万元。\n2.\t卫生支出 6 万元。\n", id="tabs behind numbers"),
        pytest.param("\t教育支出 5 万元。\n\n\t卫生支出 6 万元。\n", id="tabs as indents"),
        pytest.param("联系人\t张三\n\n正文。\n", id="one line"),
    ],
)
def test_tabs_alone_make_no_table(source: str) -> None:
    assert tables(text(source)) == []


COLUMNS = """\
                  收入支出决算总表
                                              单位：万元
        收入                       支出
     项目        决算数          项目             决算数
一、财政拨款收入      46.50   一、一般公共服务支出
                              二、教育支出
三、其他收入          3.00    三、住房保障支出         10.50
    合计            49.50       合计              49.50
  注：本表反映总收支。
第三部分 2024 年度部门决算情况说明
"""


def test_a_table_laid_out_with_spaces_is_read_where_columns_are_certain() -> None:
    (table,) = tables(text(COLUMNS))

    assert [[cell.value for cell in row] for row in table.rows] == [
        ["收入", "", "支出", ""],
        ["项目", "决算数", "项目", "决算数"],
        ["一、财政拨款收入", "46.50", "一、一般公共服务支出", ""],
        ["三、其他收入", "3.00", "三、住房保障支出", "10.50"],
        ["合计", "49.50", "合计", "49.50"],
    ]


def test_a_table_laid_out_with_spaces_is_said_to_be_unread() -> None:
    report = text(COLUMNS.replace("二、教育支出", "二、教育支出   39.00"))

    (table,) = tables(report)
    assert (table.title.value, table.unit, table.rows) == ("收入支出决算总表", "万元", ())
    assert (table.place.line, table.place.end_line) == (3, 8)
    assert report.unread == ((table.place, table.unread),)
    assert paragraphs(report) == []
    assert report.sections[-1].heading.value == "第三部分 2024 年度部门决算情况说明"


def hard_wrapped(indent: str = "  ") -> str:
    """A text as PDF converters print it: 24 characters a line, a blank line between all lines."""
    names = ["教育", "科研", "档案", "统计", "监测", "文化", "卫生", "体育"]
    rows = ["一、支出决算情况说明"]
    for number, name in enumerate(names, 1):
        whole = (
            f"{indent}{number}.{name}支出（类）。主要用于青石机房的改造和运行维护。年初预算为"
            f" {number}28.62 万元，支出决算为 {number}28.44 万元。完成年初预算的 99.8%，略有结余。"
        )
        rows.extend(whole[start : start + 24] for start in range(0, len(whole), 24))
        rows.append(f"{indent}本项目由云岭数据中心承担，已经全部完成。")
    return "\n\n".join(rows)


def test_hard_wrapped_text_with_blank_lines_between_all_lines() -> None:
    found = paragraphs(text(hard_wrapped()))

    assert len(found) == 16
    assert found[0].startswith("1.教育支出")
    assert all(part.endswith("略有结余。") for part in found[::2])
    assert set(found[1::2]) == {"本项目由云岭数据中心承担，已经全部完成。"}


FLOWING = """\
一、收入情况说明
本年收入合计 100.00 万元。
公用经费 10.00 万元。
人员经费 80.00 万元。
其他支出 10.00 万元。
"""


def test_lines_that_are_whole_paragraphs_stay_apart() -> None:
    assert len(paragraphs(text(FLOWING))) == 4


RUNNING = "\f".join(
    f"云岭省青石数据中心第 {number} 季\n\n{number}.正文，支出 {number} 万元。\n\n{number}\n"
    for number in range(1, 5)
)


def test_running_heads_and_page_numbers_are_dropped() -> None:
    assert paragraphs(text(RUNNING)) == [
        f"{number}.正文，支出 {number} 万元。" for number in range(1, 5)
    ]


@st.composite
def wrapped(draw: st.DrawFn) -> tuple[str, str]:
    """A paragraph, and the same with line breaks at any places but behind a sentence's end."""
    whole = "".join(draw(st.lists(st.sampled_from([FIRST, SECOND]), min_size=1, max_size=3)))
    inside = [
        place
        for place in range(1, len(whole))
        if whole[place - 1] not in "。；：" and not _is_between_words(whole, place)
    ]
    places = draw(st.sets(st.sampled_from(inside), max_size=12))
    breaks = st.sampled_from(["\n", "\r\n", "\n\n", "\n \n", "\n\f", "\n\n- 7 -\n\f", " \n"])
    source, start = "", 0
    for place in (*sorted(places), len(whole)):
        piece = whole[start:place]
        # A few digits alone between blank lines are taken for a page number, as they must be.
        alone = piece.strip().isdigit() and len(piece) <= 3
        source = f"{source[:-1].rstrip()}\n" if alone and source else source
        source += piece + ("\n" if alone else draw(breaks))
        start = place
    return whole, source


def _is_between_words(whole: str, place: int) -> bool:
    """Whether a break falls at a space, which it swallows, or parts one Latin word."""
    pair = whole[place - 1 : place + 1]
    return " " in pair or (pair.isascii() and pair.isalpha())


@given(wrapped())
@settings(max_examples=200, deadline=None)
def test_any_wrapped_paragraph_rejoins_with_exact_places(case: tuple[str, str]) -> None:
    whole, source = case

    report = text(f"一、收入情况\n\n{source}\n")

    assert paragraphs(report) == [whole]
    assert misplaced(report) == []
    (section,) = report.sections
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    for match in FIGURE.finditer(whole):
        place = block.text.at(match.start(), match.end())
        assert place.line is not None
        assert place.column is not None
        assert report.lines[place.line - 1][place.column - 1] == match[0][0]
        if place.end_line == place.line:
            assert report.lines[place.line - 1][place.column - 1 : place.end_column - 1] == match[0]


@given(
    st.text(st.sampled_from("一二三、.1（）图表：。\n\f\t 万元单位目录第部分|#-*"), max_size=120)
)
@settings(max_examples=200, deadline=None)
@pytest.mark.parametrize("path", ["report.txt", "report.md"])
def test_any_text_is_read_with_exact_places(path: str, source: str) -> None:
    report = text(f"某{source}", path)

    assert misplaced(report) == []


MARKDOWN = """\
---
title: 草稿
---
# 云岭省青石数据中心 2024 年度单位决算

## 目录

- [第一部分 单位概况](#a)
- 第二部分 决算情况说明

## 第一部分 单位概况

### 一、单位职责

负责**全省**数据管理，
承担 `平台` 运维。第二句
继续*说明*，见[附件](a.docx "附件")。

- 第一项\\*职责；
- [x] 第二项
  职责____。

## 第二部分 决算情况说明

本年收入合计 1,2
34.56 万元。

单位：万元

| 项目 | 决算数 |
|:-----|------:|
| 财政\\|拨款 | **1,000.00** |
| 合计 | 1,234.56 |

注：本表示意。

### 补充材料

***

文字。
"""


def test_markdown() -> None:
    report = text(MARKDOWN, "report.md")

    assert [entry.value for entry in report.contents] == [
        "第一部分 单位概况",
        "第二部分 决算情况说明",
    ]
    assert report.meta.unit.value == "云岭省青石数据中心"
    outline = [(path[-1].level, path[-1].heading.value) for path in report.walk()]
    assert outline == [
        (0, ""),
        (1, "第一部分 单位概况"),
        (2, "一、单位职责"),
        (1, "第二部分 决算情况说明"),
        (2, "补充材料"),
    ]
    assert paragraphs(report) == [
        "负责全省数据管理，承担 平台 运维。第二句继续说明，见附件。",
        "第一项*职责；",
        "第二项职责____。",
        "本年收入合计 1,234.56 万元。",
        "文字。",
    ]
    (table,) = tables(report)
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "决算数"],
        ["财政\\|拨款".replace("\\", ""), "1,000.00"],
        ["合计", "1,234.56"],
    ]
    assert (table.unit, table.header_rows) == ("万元", 1)
    assert [note.text.value for note in table.notes] == ["注：本表示意。"]
    assert misplaced(report) == []


@pytest.mark.skipif(not SICHUAN.exists(), reason="the corpus is not here")
class TestCorpus:
    """A published report with real soft breaks."""

    @pytest.fixture
    def report(self) -> Report:
        return read(str(SICHUAN), SICHUAN.read_bytes())

    def test_every_character_is_at_its_place(self, report: Report) -> None:
        assert misplaced(report) == []

    @pytest.mark.parametrize(
        ("first", "last"), [(53, 56), (95, 97), (137, 139), (160, 162), (210, 212)]
    )
    def test_sentences_over_blank_lines(self, report: Report, first: int, last: int) -> None:
        spans = [
            (place.line, place.end_line)
            for block in blocks(report)
            if isinstance(block, Paragraph) and (place := block.text.at())
        ]

        assert (first, last) in spans

    def test_nothing_is_lost(self, report: Report) -> None:
        """Every character is read, but for leaders, page numbers, bullets and the title 目录."""
        read_places = {
            (place.line, place.column)
            for part in texts(report)
            for offset in range(len(part.value))
            if (place := part.at(offset, offset + 1))
        }
        lost = {
            line: rest
            for line, row in enumerate(report.lines, 1)
            if (
                rest := "".join(
                    character
                    for column, character in enumerate(row, 1)
                    if (line, column) not in read_places and not character.isspace()
                )
            )
        }
        assert lost.pop(9) == "目录"
        assert all(
            re.fullmatch(r"\.*\d{1,2}", lost.pop(line)) for line in (*range(13, 29), *range(30, 44))
        )
        assert set(lost.values()) == {"-"}
        assert sorted(lost) == list(range(274, 287))

    def test_the_table(self, report: Report) -> None:
        (table,) = tables(report)

        assert len(table.rows) == 23
        assert {len(row) for row in table.rows} == {13}
        assert table.rows[6][2].value == "88.62"
