"""The outline of a report: cover, contents page, headings, lists of tables, what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jslint.document import EMPTY, Paragraph, Place, Run, Section, Table, Text
from jslint.readers import outline, read
from jslint.readers.items import Item
from jslint.readers.kinds import heading, is_annual, is_ending
from jslint.readers.numbering import han, mark

if TYPE_CHECKING:
    from jslint.document import Report


def text(source: str, path: str = "report.txt") -> Report:
    return read(path, source.encode())


def drawn(report: Report) -> list[str]:
    """The outline a line each: sections with level, other blocks with role, indented by depth."""
    rows: list[str] = []

    def draw(section: Section, depth: int) -> None:
        rows.append(f"{'  ' * depth}{section.level} {section.heading.value}".rstrip())
        for block in section.blocks:
            if isinstance(block, Section):
                draw(block, depth + 1)
            elif isinstance(block, Paragraph):
                rows.append(f"{'  ' * depth}  {block.role}: {block.text.value}")
            else:
                rows.append(f"{'  ' * depth}  table: {block.title.value}")

    for section in report.sections:
        draw(section, 0)
    return rows


REPORT = """\
2024 年度

云岭省青石数据中心

单 位 决 算

目  录

公开时间：2025 年 9 月 12 日

第一部分 单位概况\t1
一、单位职责.....\t1
二、机构设置…………… 1
第二部分 2024 年度单位决算
情况说明\t3
一、收入支出决算总体情况说明3
第三部分 附件 (12)

第四部分 附表\t17
一、收入支出决算总表\t17
二、收入决算表\t17

第一部分 单位概况

一、单位职责

（一）负责数据归集。
（二）承担平台运维
（十二）完成交办的其他任务。

二、机构设置

由 3 个部门组成。

第二部分 2024 年度单位决算情况说明

一、收入支出决算总体情况说明

（一）“三公”经费支出决算总体情况说明。

1.教育支出（类）：支出决算为 5 万元。

(二) 国有资产占用

共有车辆 0 辆。

二、财政拨款收入：指从财政取得的资金。

第三部分 附件

第四部分 附表

- 一、收入支出决算总表
- 二、收入决算表
"""


def test_a_whole_report() -> None:
    report = text(REPORT)

    assert drawn(report) == [
        "0",
        "  cover: 2024 年度",
        "  cover: 云岭省青石数据中心",
        "  cover: 单 位 决 算",
        "  cover: 公开时间：2025 年 9 月 12 日",
        "1 第一部分 单位概况",
        "  2 一、单位职责",
        "    body: （一）负责数据归集。",
        "    body: （二）承担平台运维",
        "    body: （十二）完成交办的其他任务。",
        "  2 二、机构设置",
        "    body: 由 3 个部门组成。",
        "1 第二部分 2024 年度单位决算情况说明",
        "  2 一、收入支出决算总体情况说明",
        "    3 （一）“三公”经费支出决算总体情况说明。",
        "      body: 1.教育支出（类）：支出决算为 5 万元。",
        "    3 (二) 国有资产占用",
        "      body: 共有车辆 0 辆。",
        "      body: 二、财政拨款收入：指从财政取得的资金。",
        "1 第三部分 附件",
        "1 第四部分 附表",
        "  entry: 一、收入支出决算总表",
        "  entry: 二、收入决算表",
    ]
    assert [entry.value for entry in report.contents] == [
        "第一部分 单位概况",
        "一、单位职责",
        "二、机构设置",
        "第二部分 2024 年度单位决算情况说明",
        "一、收入支出决算总体情况说明",
        "第三部分 附件",
        "第四部分 附表",
        "一、收入支出决算总表",
        "二、收入决算表",
    ]
    numbers = [path[-1].number for path in report.walk()]
    assert numbers[:3] == ["", "第一部分", "一"]
    assert numbers[6:8] == ["（一）", "(二)"]


def test_what_the_report_says_of_itself() -> None:
    meta = text(REPORT).meta

    assert (meta.unit.value, meta.year, meta.kind, meta.form) == (
        "云岭省青石数据中心",
        2024,
        "单位",
        "",
    )
    assert meta.unit.at() == Place((3, 1), 3, 1, 3, 10)


@pytest.mark.parametrize(
    ("source", "unit", "year", "kind"),
    [
        pytest.param(
            "云岭市财政局\n2023年度部门决算\n\n第一部分 概况\n",
            "云岭市财政局",
            2023,
            "部门",
            id="two lines",
        ),
        pytest.param(
            "2022 年云岭市财政局部门决算公开\n\n一、收入情况\n",
            "云岭市财政局",
            2022,
            "部门",
            id="one line",
        ),
        pytest.param(
            "云 岭 市 图 书 馆\n二〇二四年度单位决算\n目录\n一、概况\n",
            "云岭市图书馆",
            2024,
            "单位",
            id="letter-spaced, year in Chinese",
        ),
        pytest.param(
            "云岭市规划和自然\n   资源局\n2024 年度部门决算\n目录\n",
            "云岭市规划和自然资源局",
            2024,
            "部门",
            id="a name on two lines",
        ),
        pytest.param(
            "第一部分 云岭市规划局概况\n一、主要职能\n管理。\n",
            "云岭市规划局",
            None,
            "",
            id="from the first part",
        ),
        pytest.param(
            "第一部分 单位概况\n一、主要职能\n与 2023 年度相比，2024 年度持平，2024 年度完成。",
            "",
            2024,
            "",
            id="the year from the prose",
        ),
        pytest.param(
            "单位名称：云岭市第一小学\n2023 年度单位决算\n第二部分 2024 年度单位决算情况说明\n"
            "一、收入情况\n2024 年度收入 1 万元。",
            "云岭市第一小学",
            2024,
            "单位",
            id="a leftover year on the cover",
        ),
        pytest.param(
            "云岭市第一小学\n2024年度单位决算\n2025年9月\n一、收入情况\n2023年度收入1万元。2023年度支出1万元。\n"
            "2023年度结转1万元。2023年度结余1万元。2024年度收入2万元。",
            "云岭市第一小学",
            2024,
            "单位",
            id="the cover before what is named most",
        ),
        pytest.param(
            "第一部分 云岭市预算评审中心基本情况\n一、主要职能\n评审。\n",
            "云岭市预算评审中心",
            None,
            "",
            id="a body with a word for accounts in its name",
        ),
        pytest.param(
            "云岭市第一小学2024年度单位决算公开编制说明\n目录\n一、概况\n",
            "云岭市第一小学",
            2024,
            "单位",
            id="what the report is in many words",
        ),
        pytest.param("收入 5 万元。", "", None, "", id="nothing"),
    ],
)
def test_meta(source: str, unit: str, year: int | None, kind: str) -> None:
    meta = text(source).meta

    assert (meta.unit.value, meta.year, meta.kind) == (unit, year, kind)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("第一部分 单位概况", True, id="a part"),
        pytest.param("第四部分附件。", False, id="a part that a sentence names"),
        pytest.param("第二部分", False, id="a number alone"),
        pytest.param("五、一般公共预算财政拨款支出决算情况说明", True, id="a section"),
        pytest.param("三、支出决算情况说明。", True, id="with a full stop"),
        pytest.param("一、财政拨款收入：指单位从财政取得的资金", False, id="a definition"),
        pytest.param("一、主要职责：", True, id="with a colon"),
        pytest.param("（十二）完成交办的其他任务。", False, id="an item of a list"),
        pytest.param("（一）“三公”经费财政拨款支出决算总体情况说明。", True, id="a subsection"),
        pytest.param("（三）国有资产占用", True, id="short, without a usual noun"),
        pytest.param(
            "（一）贯彻执行国家和本市有关财政工作的法律法规", False, id="the start of an item"
        ),
        pytest.param("（一）公用经费 5 万元情况", False, id="a figure"),
        pytest.param(
            "二、构成（仅一个单位的，本部分为“机构设置”）", True, id="an aside with a comma"
        ),
        pytest.param("1.收入情况", False, id="deeper numbers"),
        pytest.param("2024 年度收入情况", False, id="no number"),
    ],
)
def test_what_is_a_heading(value: str, *, expected: bool) -> None:
    assert (heading(value) is not None) is expected


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("云岭市规划局2024年度部门决算表", id="the tables"),
        pytest.param("云岭市规划局2024年度单位决算公开报表", id="the published tables"),
        pytest.param("2024年度决算情况说明", id="the narrative"),
    ],
)
def test_a_part_without_a_number(value: str) -> None:
    assert is_annual(value)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("2024年度收入支出决算总表", id="one table"),
        pytest.param("2024年度部门决算明细表", id="a table of details"),
        pytest.param("2024年度部门决算公开了情况和全部说明", id="too much between"),
        pytest.param("部门决算情况说明", id="no year"),
    ],
)
def test_a_title_of_one_table_is_no_part(value: str) -> None:
    assert not is_annual(value)


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("部门决算情况说明", True, id="what the narrative is called"),
        pytest.param("况的说明", True, id="broken within a word"),
        pytest.param("表", True, id="one character"),
        pytest.param("明细表", True, id="the kind of a table"),
        pytest.param("收入决算表", False, id="another table"),
        pytest.param("主要职责", False, id="another heading"),
        pytest.param("收入支出决算总体情况说明", False, id="a heading of its own"),
    ],
)
def test_the_last_words_of_a_heading(rest: str, *, expected: bool) -> None:
    assert is_ending(rest) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("第十二部分 附表", (1, "第十二部分", 12, "附表"), id="part"),
        pytest.param("二十一、其他", (2, "二十一", 21, "其他"), id="item"),
        pytest.param("第三部分：其他", (1, "第三部分", 3, "其他"), id="part with a colon"),
        pytest.param("(三) 情况", (3, "(三)", 3, "情况"), id="half-width brackets"),
        pytest.param("10. 购房补贴", (4, "10", 10, "购房补贴"), id="digits"),
        pytest.param("（2）其他", (5, "（2）", 2, "其他"), id="digits in brackets"),
        pytest.param("③其他", (6, "③", 3, "其他"), id="a circle"),
        pytest.param("第三条 职责", (6, "第三条", 3, "职责"), id="an article"),
        pytest.param("3.5 万元", None, id="a decimal"),
        pytest.param("2024、2025 年", None, id="years"),
        pytest.param("一般公共预算", None, id="a word that begins with a numeral"),
    ],
)
def test_numbers_of_lines(line: str, expected: tuple[int, str, int, str] | None) -> None:
    found = mark(line)

    assert (found and (found.level, found.number, found.value, line[found.end :])) == expected


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("九", 9), ("十", 10), ("十九", 19), ("二十", 20), ("三十二", 32), ("（四）", 4), ("无", 0)],
)
def test_chinese_numerals(numeral: str, value: int) -> None:
    assert han(numeral) == value


@pytest.mark.parametrize(
    ("source", "contents", "outline_"),
    [
        pytest.param(
            "目录\n一、概况\n二、收入情况\n\n一、概况\n\n负责数据。\n",
            ["一、概况", "二、收入情况"],
            ["2 一、概况", "  body: 负责数据。"],
            id="the first entry's text repeats",
        ),
        pytest.param(
            "目录\n第一部分 部门概况\n第二部分 说明\n第一部分 单位概况\n负责数据。\n",
            ["第一部分 部门概况", "第二部分 说明"],
            ["1 第一部分 单位概况", "  body: 负责数据。"],
            id="the body's first heading differs",
        ),
        pytest.param(
            "目录\n概况……1\n说明……2\n概况\n负责数据。\n说明\n收入 1 万元。\n",
            ["概况", "说明"],
            ["1 概况", "  body: 负责数据。", "1 说明", "  body: 收入 1 万元。"],
            id="without numbers",
        ),
        pytest.param(
            "一、概况……1\n二、收入情况……2\n三、支出情况……2\n一、概况\n负责数据。\n",
            ["一、概况", "二、收入情况", "三、支出情况"],
            ["2 一、概况", "  body: 负责数据。"],
            id="without its title",
        ),
        pytest.param(
            "目录\n第一部分 概况\n一、职责\n- 1 -\n\f二、机构\n"
            "第一部分 概况\n一、职责\n负责数据。\n",
            ["第一部分 概况", "一、职责", "二、机构"],
            ["1 第一部分 概况", "  2 一、职责", "    body: 负责数据。"],
            id="over a page break",
        ),
        pytest.param(
            "目录\n第一部分 云岭市规划局 2024 年度部门决算\n\n表\n\n第二部分 附件 2\n附件 1\n"
            "第一部分 云岭市规划局 2024 年度部门决算\n\n    表\n\n无。\n",
            ["第一部分 云岭市规划局 2024 年度部门决算表", "第二部分 附件", "附件 1"],
            ["1 第一部分 云岭市规划局 2024 年度部门决算表", "  body: 无。"],
            id="wrapped entries and headings",
        ),
        pytest.param(
            "目录\n一、概况\n本单位负责数据，设三个部门。\n",
            ["一、概况"],
            ["0", "  body: 本单位负责数据，设三个部门。"],
            id="a paragraph ends it",
        ),
    ],
)
def test_contents_pages(source: str, contents: list[str], outline_: list[str]) -> None:
    report = text(source)

    assert [entry.value for entry in report.contents] == contents
    assert drawn(report) == outline_


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "（一）\n  “三公”经费支出情况说明。\n\n支出 5 万元。",
            ["3 （一）“三公”经费支出情况说明。", "  body: 支出 5 万元。"],
            id="a number alone",
        ),
        pytest.param(
            "第二部分\n2024 年度决算情况说明\n一、收入\n收入 5 万元。",
            ["1 第二部分2024 年度决算情况说明", "  2 一、收入", "    body: 收入 5 万元。"],
            id="a part's number alone",
        ),
        pytest.param(
            "七、财政拨款“三公”经费支出决算\n情况说明\n支出 5 万元。",
            ["2 七、财政拨款“三公”经费支出决算情况说明", "  body: 支出 5 万元。"],
            id="wrapped",
        ),
        pytest.param(
            "八、政府性基金情况说明\n九、国有资本情况说明\n无。",
            ["2 八、政府性基金情况说明", "2 九、国有资本情况说明", "  body: 无。"],
            id="a section without text",
        ),
        pytest.param(
            "支出 5 万元\n二、收入情况\n收入 5 万元",
            ["0", "  body: 支出 5 万元", "2 二、收入情况", "  body: 收入 5 万元"],
            id="paragraphs without a full stop",
        ),
        pytest.param(
            "由下列部门组成：\n（一）办公室\n（二）财务科\n",
            ["0", "  body: 由下列部门组成：", "  body: （一）办公室", "  body: （二）财务科"],
            id="a list of names",
        ),
        pytest.param(
            "目录\n第一部分 概况\n一、收入情况\n二、支出情况说明\n第一部分 概况\n"
            "收入情况\n收入 1 万元\n二支出情况说明\n支出 1 万元。\n",
            [
                "1 第一部分 概况",
                "  2 收入情况",
                "    body: 收入 1 万元",
                "  2 二支出情况说明",
                "    body: 支出 1 万元。",
            ],
            id="headings that lost their number or its mark",
        ),
        pytest.param(
            "一、情况\n云岭市规划局 2024 年度部门决算表\n（一）附注\n无。",
            [
                "2 一、情况",
                "1 云岭市规划局 2024 年度部门决算表",
                "  3 （一）附注",
                "    body: 无。",
            ],
            id="a part without its number",
        ),
        pytest.param(
            "第五部分 附表\n一、收入决算表\n二、空表\n三、支出决算表\n本年无数据。\n",
            [
                "1 第五部分 附表",
                "  entry: 一、收入决算表",
                "  entry: 二、空表",
                "  2 三、支出决算表",
                "    body: 本年无数据。",
            ],
            id="a list of tables, one with a statement",
        ),
        pytest.param(
            "第五部分 附表\n一、收入决算表\n（2024 年度）\n公开02表\n单位：万元\n"
            "项目\t金额\n合计\t5\n"
            "二、支出决算表\n项目\t金额\n合计\t5\n",
            [
                "1 第五部分 附表",
                "  unit: 公开02表",
                "  unit: 单位：万元",
                "  table: 一、收入决算表（2024 年度）",
                "  table: 二、支出决算表",
            ],
            id="tables with titles",
        ),
    ],
)
def test_headings_in_place(source: str, expected: list[str]) -> None:
    assert drawn(text(source)) == expected


def paragraph(value: str, number: int) -> Text:
    return Text(value, (Run(0, Place(order=(number,), paragraph=number)),))


def test_items_with_styles() -> None:
    """What a reader of a word processor's files hands over: styles tell headings too."""
    table = Table(EMPTY, ((paragraph("项目", 9), paragraph("5", 9)),), Place(order=(9,)))
    rows: list[tuple[str, int | None]] = [
        ("云岭市规划局", None),
        ("2024 年度部门决算", 1),
        ("目录", None),
        ("一、概况\t1", None),
        ("一、概况", 1),
        ("职责与任务", 2),
        ("1.管理规划", 3),
        ("管理规划，审批项目。", 3),
        ("收入决算表", None),
    ]
    items = [Item(paragraph(value, at), level) for at, (value, level) in enumerate(rows, 1)]

    report = outline.build([*items, Item(table=table)], "report.docx")

    assert drawn(report) == [
        "0",
        "  cover: 云岭市规划局",
        "  cover: 2024 年度部门决算",
        "2 一、概况",
        "  3 职责与任务",
        "    4 1.管理规划",
        "      body: 管理规划，审批项目。",
        "      table: 收入决算表",
    ]
    assert report.meta.unit.at().paragraph == 1
    assert [entry.value for entry in report.contents] == ["一、概况"]


def test_the_year_compared_with_is_not_the_reports() -> None:
    compared = "2022年收入8.00万元，比2021年度增加1.00万元，较2021年度预算增加2.00万元。\n"

    found = read("r.txt", f"本县某局2022年度部门决算\n一、收入\n{compared * 4}".encode())

    assert found.meta.year == 2022  # noqa: PLR2004
