"""The Word reader against files made here, by python-docx, and by LibreOffice."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from jslint.document import Paragraph, Report, Section, Table
from jslint.errors import UnreadableError
from jslint.readers import docx, joined, read
from jslint.readers.docx.numerals import numeral
from packages import converted, listed, p, package, r, tbl, tc, tr, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHANGE = 'w:id="1" w:author="审核" w:date="2025-01-01T00:00:00Z"'


def opened(body: str, tracked: str = "accepted", **parts: str) -> Report:
    return docx.read(word(body, **parts), "draft.docx", tracked=tracked)


def blocks(report: Report) -> Iterator[Paragraph | Table]:
    for path in report.walk():
        yield from (block for block in path[-1].blocks if not isinstance(block, Section))


def paragraphs(report: Report) -> list[str]:
    return [block.text.value for block in blocks(report) if isinstance(block, Paragraph)]


def tables(report: Report) -> list[Table]:
    return [block for block in blocks(report) if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.value for cell in row] for row in table.rows]


def headings(report: Report) -> list[tuple[int, str]]:
    return [(path[-1].level, path[-1].heading.value) for path in report.walk() if path[-1].heading]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(r("支出") + r("7.20") + r("万元。"), "支出7.20万元。", id="runs"),
        pytest.param(f'<w:hyperlink>{r("公开网站")}</w:hyperlink>' + r("。"), "公开网站。", id="link"),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{r('单位名称')}</w:sdtContent></w:sdt>",
            "单位名称", id="content control",
        ),
        pytest.param(f"<w:smartTag>{r('2024年')}</w:smartTag>", "2024年", id="smart tag"),
        pytest.param(r("看得见") + r("看不见", "<w:vanish/>"), "看得见", id="hidden text"),
        pytest.param(
            r("看得见", '<w:vanish w:val="0"/>'), "看得见", id="a switch that is off hides nothing"
        ),
        pytest.param(r("项") + "<w:r><w:tab/></w:r>" + r("目"), "项\t目", id="tab"),
        pytest.param(
            r("合") + "<w:r><w:softHyphen/></w:r>" + r("计"), "合计", id="soft hyphen prints nothing"
        ),
        pytest.param(r("2024") + "<w:r><w:noBreakHyphen/></w:r>" + r("12"), "2024-12", id="hyphen"),
        pytest.param(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r("是"), "☑是", id="symbol"
        ),
        pytest.param(
            '<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>' + r("1"), "±1", id="symbol font"
        ),
        pytest.param(
            f"<w:r><w:ruby><w:rt>{r('jue')}</w:rt><w:rubyBase>{r('决')}</w:rubyBase></w:ruby></w:r>",
            "决", id="pronunciation is left out",
        ),
        pytest.param(
            '<w:commentRangeStart w:id="0"/>' + r("金额") + '<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>',
            "金额", id="comments are ignored",
        ),
        pytest.param(
            "<w:r><w:t> 空格 </w:t></w:r>" + r("。"), "空格 。", id="outer spaces of the paragraph go"
        ),
    ],
)  # fmt: skip
def test_what_a_paragraph_prints(content: str, text: str) -> None:
    report = opened(f"<w:p>{content}</w:p>")

    assert paragraphs(report) == [text]


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    shown = f"{mark('separate')}{result}" if result else ""
    return f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}{mark('end')}"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(r("第") + field("PAGEREF a", r("3")) + r("页"), "第3页", id="the result"),
        pytest.param(
            field("IF " + "1", field("REF b", r("内")) + r("外")), "内外", id="fields within results"
        ),
        pytest.param(r("甲") + field("XE 索引", "") + r("乙"), "甲乙", id="no result"),
        pytest.param(
            f'<w:fldSimple w:instr="DOCPROPERTY Unit">{r("某单位")}</w:fldSimple>', "某单位",
            id="simple field",
        ),
    ],
)  # fmt: skip
def test_fields_show_their_result(content: str, text: str) -> None:
    assert paragraphs(opened(f"<w:p>{content}</w:p>")) == [text]


def test_a_field_that_never_ends_hides_nothing_below() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    report = opened(f"<w:p>{r('甲')}{begun}</w:p>{p('乙。')}")

    assert paragraphs(report) == ["甲", "乙。"]


BREAK = "<w:r><w:br/></w:r>"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("2024年度收入总计", "120.40万元，增长3%。", ["2024年度收入总计", "120.40万元，增长3%。"],
                     id="nothing tells that a short line goes on"),
        pytest.param("2024年度收入，共120.", "40万元。", ["2024年度收入，共120.40万元。"], id="in a number"),
        pytest.param("本年收入增加，", "主要是拨款增加。", ["本年收入增加，主要是拨款增加。"], id="comma"),
        pytest.param("第一句。", "第二句。", ["第一句。", "第二句。"], id="after a full stop"),
        pytest.param("主要职责包括", "1.收集数据。", ["主要职责包括", "1.收集数据。"], id="before an item"),
        pytest.param("某某中心", "2024年度决算", ["某某中心", "2024年度决算"], id="lines of a cover"),
        pytest.param("支出共计7.20万元", "。", ["支出共计7.20万元。"], id="before a full stop"),
    ],
)  # fmt: skip
def test_line_breaks(first: str, second: str, expected: list[str]) -> None:
    report = opened(f"<w:p>{r(first)}{BREAK}{r(second)}</w:p>")

    assert paragraphs(report) == expected


def test_a_page_break_within_a_sentence() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'

    report = opened(
        f"<w:p>{r('支出共计7.20万元，')}{page}{r('增长3%。')}{page}{r('下一页。')}</w:p>"
    )

    assert paragraphs(report) == ["支出共计7.20万元，增长3%。", "下一页。"]


def test_a_sentence_that_someone_cut_in_two_paragraphs_is_joined() -> None:
    first = "2024年度一般公共预算财政拨款支出1,840.00万元，占本年支出合计的94.6%，比上年增加98."

    report = opened(p(first) + p("60万元，增长5.7%。"))

    (paragraph,) = [block for block in blocks(report) if isinstance(block, Paragraph)]
    assert paragraph.text.value == f"{first}60万元，增长5.7%。"
    assert paragraph.text.at(0, 4).paragraph == 1
    assert paragraph.text.at(len(first), len(first) + 2).paragraph == 2


def test_places_count_paragraphs_and_characters() -> None:
    table = tbl(tr("甲", "乙"), tr("丙", "9.00"))

    report = opened(p("第一段。") + table + p("共计7.20万元。"))

    (cell,) = [cell for row in tables(report)[0].rows for cell in row if cell.value == "9.00"]
    assert (cell.at().paragraph, cell.at().cell) == (5, "表1 R2C2")
    last = next(b for b in blocks(report) if isinstance(b, Paragraph) and "7.20" in b.text.value)
    place = last.text.at(2, 6)
    assert (place.paragraph, place.column, place.end_column) == (6, 3, 7)
    assert last.text.at(2).order > cell.at().order


ABSTRACT = '<w:abstractNum w:abstractNumId="{}">{}</w:abstractNum>'.format
NUM = '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>'.format


def level(at: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


CHINESE = (
    level(0, "chineseCounting", "第%1部分", '<w:suff w:val="space"/>')
    + level(1, "chineseCountingThousand", "%2、")
    + level(2, "chineseCounting", "（%3）", '<w:suff w:val="nothing"/>')
    + level(3, "decimal", "%4.")
)


@pytest.mark.parametrize(
    ("numbering", "body", "expected"),
    [
        pytest.param(
            ABSTRACT(1, CHINESE) + NUM(1, 1, ""),
            [(0, "概况"), (1, "职责"), (1, "机构"), (0, "说明"), (1, "总体"), (2, "收入"), (2, "支出"), (3, "甲")],
            ["第一部分 概况", "一、职责", "二、机构", "第二部分 说明", "一、总体", "（一）收入", "（二）支出", "1.甲"],
            id="Chinese outline, lower levels begin anew",
        ),
        pytest.param(
            ABSTRACT(1, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) + NUM(1, 1, ""),
            [(0, "甲"), (1, "乙"), (1, "丙"), (0, "丁"), (1, "戊")],
            ["1 甲", "1.1 乙", "1.2 丙", "2 丁", "2.1 戊"],
            id="numbers of several levels",
        ),
        pytest.param(
            ABSTRACT(1, level(0, "decimal", "%1.", start=5)) + NUM(1, 1, ""),
            [(0, "甲"), (0, "乙")], ["5.甲", "6.乙"], id="start",
        ),
        pytest.param(
            ABSTRACT(1, level(0, "upperRoman", "%1.") + level(1, "decimal", "%1-%2", "<w:isLgl/>"))
            + NUM(1, 1, ""),
            [(0, "甲"), (1, "乙")], ["I.甲", "1-1 乙"], id="legal numbers print all in decimal",
        ),
        pytest.param(
            ABSTRACT(1, level(0, "chineseCounting", "%1、")
                     + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')) + NUM(1, 1, ""),
            [(0, "甲"), (1, "乙"), (0, "丙"), (1, "丁")], ["一、甲", "1.乙", "二、丙", "2.丁"],
            id="a level that never begins anew",
        ),
        pytest.param(
            ABSTRACT(1, level(0, "bullet", "●")) + NUM(1, 1, ""), [(0, "甲")], ["甲"],
            id="bullets are no numbers",
        ),
        pytest.param(
            ABSTRACT(1, level(0, "decimal", "%1.")) + NUM(1, 1, ""), [(0, "2024年度预算")],
            ["1. 2024年度预算"], id="a digit after the point keeps apart",
        ),
        pytest.param(
            ABSTRACT(1, level(1, "decimal", "%1.%2")) + NUM(1, 1, ""), [(1, "甲")], ["1.1 甲"],
            id="a level not yet counted stands at its start",
        ),
    ],
)  # fmt: skip
def test_automatic_numbers(
    numbering: str, body: list[tuple[int, str]], expected: list[str]
) -> None:
    report = opened("".join(listed(text, at) for at, text in body), numbering=numbering)

    found = [text for _, text in headings(report)] + paragraphs(report)
    assert sorted(found) == sorted(expected)


def test_two_lists_of_one_definition_share_their_count_unless_one_starts_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = (
        ABSTRACT(1, level(0, "decimal", "%1."))
        + NUM(1, 1, "")
        + NUM(2, 1, "")
        + NUM(3, 1, override)
    )
    lists = [1, 2, 3, 3, 1]

    report = opened("".join(listed(f"事项{at}。", 0, at) for at in lists), numbering=numbering)

    assert paragraphs(report) == ["1.事项1。", "2.事项2。", "1.事项3。", "2.事项3。", "3.事项1。"]


def style(name: str, shown: str, properties: str, base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>{based}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def styled(text: str, name: str) -> str:
    return p(text, f'<w:pStyle w:val="{name}"/>')


def test_headings_by_style_with_numbers_of_the_style() -> None:
    numbering = ABSTRACT(
        1,
        level(0, "chineseCounting", "第%1部分", '<w:pStyle w:val="A"/>')
        + level(1, "chineseCounting", "%2、", '<w:pStyle w:val="B"/>'),
    ) + NUM(1, 1, "")
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = (
        style("A", "heading 1", f'{numbered}<w:outlineLvl w:val="0"/>')
        + style("B", "heading 2", f'{numbered}<w:outlineLvl w:val="1"/>')
        + style("C", "我的标题", "", base="B")
        + style("D", "heading 3", "")
    )
    body = (
        styled("单位概况", "A")
        + styled("主要职能", "B")
        + styled("内设科室", "C")
        + styled("人员编制", "D")
    )

    report = opened(body, styles=styles, numbering=numbering)

    assert headings(report)[:2] == [(1, "第一部分 单位概况"), (2, "一、主要职能")]
    assert headings(report)[3] == (3, "人员编制")


def test_a_paragraph_can_switch_the_number_of_its_style_off() -> None:
    numbering = ABSTRACT(1, level(0, "decimal", "%1.")) + NUM(1, 1, "")
    styles = style("L", "list", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    off = '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'

    report = opened(
        styled("甲。", "L") + p("乙。", off) + styled("丙。", "L"),
        styles=styles,
        numbering=numbering,
    )

    assert paragraphs(report) == ["1.甲。", "乙。", "2.丙。"]


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        pytest.param(10, "chineseCounting", "十", id="ten"),
        pytest.param(21, "chineseCountingThousand", "二十一", id="twenty-one"),
        pytest.param(105, "chineseCountingThousand", "一百零五", id="a gap"),
        pytest.param(110, "chineseCounting", "一百一十", id="ten within a hundred"),
        pytest.param(20, "ideographDigital", "二〇", id="digit by digit"),
        pytest.param(12, "japaneseCounting", "十二", id="Japanese"),
        pytest.param(3, "decimalEnclosedCircle", "③", id="circled"),
        pytest.param(21, "decimalEnclosedCircle", "21", id="beyond the circled ones"),
        pytest.param(4, "upperRoman", "IV", id="Roman"),
        pytest.param(28, "lowerLetter", "bb", id="letters go round"),
        pytest.param(3, "chineseLegalSimplified", "叁", id="for cheques"),
        pytest.param(13, "ideographTraditional", "丙", id="stems go round"),
        pytest.param(7, "decimalZero", "07", id="leading zero"),
        pytest.param(7, "decimalFullWidth", "７", id="full width"),
        pytest.param(7, "somethingNew", "7", id="unknown styles are decimal"),
    ],
)
def test_numerals(value: int, name: str, expected: str) -> None:
    assert numeral(value, name) == expected


def tracked(tag: str, text: str) -> str:
    run = (
        r(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
        if tag == "del"
        else r(text)
    )
    return f"<w:{tag} {CHANGE}>{run}</w:{tag}>"


CHANGED = (
    f"<w:p>{r('支出')}{tracked('del', '7.20')}{tracked('ins', '7.30')}{r('万元。')}</w:p>"
    f"<w:p><w:pPr><w:rPr><w:del {CHANGE}/></w:rPr></w:pPr>{r('前一段')}</w:p>{p('并入后一段。')}"
    f"<w:p>{tracked('moveFrom', '搬走的话。')}</w:p><w:p>{tracked('moveTo', '搬来的话。')}</w:p>"
)


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        pytest.param(
            "accepted", ["支出7.30万元。", "前一段并入后一段。", "搬来的话。"], id="accepted"
        ),
        pytest.param(
            "original", ["支出7.20万元。", "前一段", "并入后一段。", "搬走的话。"], id="original"
        ),
    ],
)
def test_tracked_changes(view: str, expected: list[str]) -> None:
    report = opened(CHANGED, tracked=view)

    assert paragraphs(report) == expected
    assert ["修订" in reason.said("zh") for _, reason in report.unread] == [True]


def test_a_deleted_end_of_the_last_paragraph_loses_no_text() -> None:
    mark = f"<w:pPr><w:rPr><w:del {CHANGE}/></w:rPr></w:pPr>"
    cell = f"<w:tc><w:tcPr/><w:p>{mark}{r('7.20')}</w:p></w:tc>"

    report = opened(tbl(tr("项目", "金额"), tr("甲", cell)) + f"<w:p>{mark}{r('末段。')}</w:p>")

    assert rows(tables(report)[0])[1] == ["甲", "7.20"]
    assert paragraphs(report) == ["末段。"]


def test_hidden_rows_and_rows_in_content_controls() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    table = tbl(
        tr("项目", "金额"), tr("藏", "1.00", properties="<w:hidden/>"),
        control(tr("甲", control(tc("2.00")))),
    )  # fmt: skip

    assert rows(tables(opened(table))[0]) == [["项目", "金额"], ["甲", "2.00"]]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        pytest.param("accepted", [["项目", "金额"], ["新", "2.00"]], id="accepted"),
        pytest.param("original", [["项目", "金额"], ["旧", "1.00"]], id="original"),
    ],
)
def test_tracked_rows(view: str, expected: list[list[str]]) -> None:
    table = tbl(
        tr("项目", "金额"),
        tr("旧", "1.00", properties=f"<w:del {CHANGE}/>"),
        tr("新", "2.00", properties=f"<w:ins {CHANGE}/>"),
    )

    report = opened(table, tracked=view)

    assert rows(tables(report)[0]) == expected


def test_merged_cells_and_header_rows() -> None:
    two, down, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr(tc("项目", two), tc("合计", down)),
        tr("科目编码", "科目名称", tc("", more)),
        tr("201", "一般公共服务支出", "1,200.00"),
        tr("20126", "档案事务", ""),
    )

    report = opened(p("支出决算表") + p("单位：万元") + table + p("注：本表为示例。"))

    (found,) = tables(report)
    assert (found.title.value, found.unit, found.header_rows) == ("支出决算表", "万元", 2)
    assert [note.text.value for note in found.notes] == ["注：本表为示例。"]
    assert rows(found) == [
        ["项目", "项目", "合计"],
        ["科目编码", "科目名称", "合计"],
        ["201", "一般公共服务支出", "1,200.00"],
        ["20126", "档案事务", ""],
    ]
    assert found.rows[0][2] is found.rows[1][2]
    assert found.rows[3][2].at().cell == "表1 R4C3"


def test_title_unit_and_notes_within_the_frame() -> None:
    whole = '<w:gridSpan w:val="2"/>'
    table = tbl(
        tr(tc("收入决算表", whole)),
        tr(tc("金额单位：元", whole)),
        tr("科目名称", "本年收入合计"),
        tr("合计", "12,000.00"),
        tr(tc("注：本表反映示例单位取得的收入。", whole)),
    )

    (found,) = tables(opened(table))

    assert (found.title.value, found.unit, found.header_rows) == ("收入决算表", "元", 1)
    assert rows(found) == [["科目名称", "本年收入合计"], ["合计", "12,000.00"]]
    assert [note.text.value for note in found.notes] == ["注：本表反映示例单位取得的收入。"]


def test_edges_dragged_apart_by_hand_are_one() -> None:
    table = tbl(
        tr(tc("项目", '<w:gridSpan w:val="2"/>'), "金额"),
        tr("一、拨款", tc("7.20", '<w:gridSpan w:val="2"/>')),
        widths=(2000, 60, 1500),
    )

    assert rows(tables(opened(table))[0]) == [["项目", "金额"], ["一、拨款", "7.20"]]


def test_rows_that_begin_late_and_end_early() -> None:
    table = tbl(tr("甲", "乙", "丙"), tr("1", "2", properties='<w:gridBefore w:val="1"/>'), tr("3"))

    assert rows(tables(opened(table))[0]) == [["甲", "乙", "丙"], ["", "1", "2"], ["3", "", ""]]


def test_cells_of_several_paragraphs() -> None:
    wrapped = f"<w:tc><w:tcPr/>{p('机关事业单位基本养老')}{p('保险缴费支出')}</w:tc>"
    figures = f"<w:tc><w:tcPr/>{p('1.00')}{p('2.00')}</w:tc>"

    assert rows(tables(opened(tbl(tr("项目", "金额"), tr(wrapped, figures))))[0])[1] == [
        "机关事业单位基本养老保险缴费支出", "1.00 2.00",
    ]  # fmt: skip


def test_a_frame_of_one_column_is_no_table() -> None:
    report = opened(tbl(tr("一、收入情况说明"), tr("2024年度收入总计7.20万元。")))

    assert headings(report) == [(2, "一、收入情况说明")]
    assert paragraphs(report) == ["2024年度收入总计7.20万元。"]


def test_a_table_within_a_cell_stands_after_its_table() -> None:
    inner = tbl(tr("子", "丑"), tr("3", "4"))
    outer = tbl(tr("甲", "乙"), tr(f"<w:tc><w:tcPr/>{p('见下')}{inner}{p('')}</w:tc>", "5"))

    assert [rows(table) for table in tables(opened(outer))] == [
        [["甲", "乙"], ["见下", "5"]], [["子", "丑"], ["3", "4"]],
    ]  # fmt: skip


HEADER = tr("科目编码", "科目名称", "合计", "基本支出")
FIRST = (HEADER, tr("", "合计", "300.00", "200.00"), tr("213", "农林水支出", "180.00", "120.00"))
REST = (tr("21303", "水利", "180.00", "120.00"), tr("221", "住房保障支出", "120.00", "80.00"))
WHOLE = [
    ["科目编码", "科目名称", "合计", "基本支出"],
    ["", "合计", "300.00", "200.00"],
    ["213", "农林水支出", "180.00", "120.00"],
    ["21303", "水利", "180.00", "120.00"],
    ["221", "住房保障支出", "120.00", "80.00"],
]
TITLE = p("支出决算表") + p("单位：万元")
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
SECTION = p("", '<w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr>')


@pytest.mark.parametrize(
    ("between", "second"),
    [
        pytest.param("", tbl(*REST), id="nothing between"),
        pytest.param(p() + p(" "), tbl(*REST), id="blank paragraphs"),
        pytest.param(BREAK, tbl(*REST), id="a page break"),
        pytest.param(SECTION, tbl(*REST), id="a section break"),
        pytest.param(p("续表"), tbl(*REST), id="a line that says so"),
        pytest.param(p("（续表1）"), tbl(HEADER, *REST), id="the line with a number, and the header"),
        pytest.param(p(), tbl(HEADER, *REST), id="the header again"),
        pytest.param(
            p("支出决算表（续）") + p("单位：万元"), tbl(HEADER, *REST), id="title and unit again"
        ),
        pytest.param(p("续表 单位：万元"), tbl(HEADER, *REST), id="the unit beside 续表"),
        pytest.param(p(), tbl(REST[0]) + p() + tbl(REST[1]), id="three parts"),
        pytest.param(
            f"<w:sdt><w:sdtContent>{BREAK}</w:sdtContent></w:sdt>", tbl(*REST),
            id="a page break in a content control",
        ),
    ],
)  # fmt: skip
def test_a_table_cut_in_two_is_one(between: str, second: str) -> None:
    report = opened(TITLE + tbl(*FIRST) + between + second + p("注：本表为示例。"))

    (found,) = tables(report)
    assert rows(found) == WHOLE
    assert (found.title.value, found.unit, found.header_rows) == ("支出决算表", "万元", 1)
    assert [note.text.value for note in found.notes] == ["注：本表为示例。"]
    assert [text for text in paragraphs(report) if "续" in text] == []


@pytest.mark.parametrize(
    ("between", "second"),
    [
        pytest.param(
            p(), tbl(tr("科目编码", "科目名称", "项目支出", "经营支出"), *REST), id="another header"
        ),
        pytest.param(
            p(), tbl(tr("年份", "合计", "2023", "2024"), *REST), id="another header, with years"
        ),
        pytest.param(p("项目支出决算表"), tbl(HEADER, *REST), id="a title"),
        pytest.param(p("支出决算表"), tbl(HEADER, *REST), id="the same title, not said to go on"),
        pytest.param(p("单位：万元"), tbl(HEADER, *REST), id="a unit line"),
        pytest.param(p("下表为续表。"), tbl(*REST), id="a sentence"),
        pytest.param(p("银行手续费表"), tbl(*REST), id="a title with 续 in a word"),
        pytest.param(p("项目支出决算表（续）"), tbl(*REST), id="another table that goes on"),
        pytest.param(p("续表") + p("单位：元"), tbl(HEADER, *REST), id="another unit"),
        pytest.param(p("注：本表为示例。"), tbl(HEADER, *REST), id="a note ends the first"),
        pytest.param(
            p(), tbl(tr(tc("项目支出决算表", '<w:gridSpan w:val="4"/>')), HEADER, *REST),
            id="a title within the frame",
        ),
        pytest.param(p(), tbl(tr("213", "农林水支出", "1.00")), id="fewer columns"),
        pytest.param(p(), tbl(tr("甲", "乙", "丙", "丁"), *REST), id="labels, no header it knows"),
        pytest.param(
            "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", tbl(HEADER, *REST),
            id="a picture between",
        ),
    ],
)  # fmt: skip
def test_tables_beside_one_another_stay_two(between: str, second: str) -> None:
    report = opened(TITLE + tbl(*FIRST) + between + second)

    assert len(tables(report)) == 2
    assert rows(tables(report)[0]) == WHOLE[:3]


def test_a_table_that_ends_in_notes_does_not_go_on() -> None:
    note = tr(tc("注：本表反映本年支出。", '<w:gridSpan w:val="4"/>'))

    assert len(tables(opened(TITLE + tbl(*FIRST, note) + p() + tbl(HEADER, *REST)))) == 2


@pytest.mark.parametrize(
    ("widths", "count"),
    [
        pytest.param((1000, 3000, 1500, 1500), 1, id="the same edges"),
        pytest.param((1040, 2960, 1500, 1500), 1, id="edges a little apart"),
        pytest.param((2000, 2000, 1500, 1500), 2, id="other edges"),
    ],
)
def test_the_edges_of_the_parts_of_a_table(widths: tuple[int, ...], count: int) -> None:
    first = tbl(*FIRST, widths=(1000, 3000, 1500, 1500))

    assert len(tables(opened(first + p() + tbl(*REST, widths=widths)))) == count


def test_parts_with_grids_of_their_own_and_a_header_of_two_rows() -> None:
    two, down, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    header = (
        tr(tc("项目", '<w:gridSpan w:val="3"/>'), tc("合计", down)),
        tr("科目编码", tc("科目名称", two), tc("", more)),
    )
    first = tbl(*header, tr("213", tc("农林水支出", two), "1.00"), widths=(1000, 1000, 2000, 1500))
    second = tbl(tr("221", "住房保障支出", "2.00"), widths=(1000, 3000, 1500))
    repeated = tbl(
        *header, tr("221", tc("住房保障支出", two), "2.00"), widths=(1000, 500, 2500, 1500)
    )

    for part in (second, repeated):
        (found,) = tables(opened(first + p() + part))
        assert found.header_rows == 2
        assert rows(found)[2:] == [["213", "农林水支出", "1.00"], ["221", "住房保障支出", "2.00"]]


def test_half_of_a_header_again_is_another_table() -> None:
    header = (tr("项目", "项目", "合计"), tr("科目编码", "科目名称", "合计"))
    other = (tr("项目", "项目", "合计"), tr("序号", "单位名称", "合计"))

    report = opened(tbl(*header, tr("213", "水利", "1.00")) + p() + tbl(*other, tr("1", "甲", "2")))

    assert len(tables(report)) == 2


def test_cells_merged_over_the_cut() -> None:
    down, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    first = tbl(tr("类别", "科目", "金额"), tr(tc("基本支出", down), "工资", "1.00"))

    for cell, name in ((tc("", more), "基本支出"), (tc("项目支出", more), "项目支出")):
        (found,) = tables(opened(first + p() + tbl(tr(cell, "印刷费", "2.00"))))
        assert rows(found)[2] == [name, "印刷费", "2.00"]


def test_every_cell_of_a_table_cut_in_two_keeps_its_place() -> None:
    (found,) = tables(opened(TITLE + tbl(*FIRST) + p() + tbl(HEADER, *REST)))

    assert found.place.cell == "表1"
    assert [row[0].at().cell for row in found.rows] == [
        "表1 R1C1", "表1 R2C1", "表1 R3C1", "表2 R2C1", "表2 R3C1",
    ]  # fmt: skip


def test_tables_of_text_side_by_side_are_no_table() -> None:
    report = opened(tbl(tr("一、收入情况说明")) + tbl(tr("2024年度收入总计7.20万元。")))

    assert paragraphs(report) == ["2024年度收入总计7.20万元。"]


def test_automatic_numbers_alone_in_cells() -> None:
    numbering = ABSTRACT(1, level(0, "decimal", "%1")) + NUM(1, 1, "")
    number = f"<w:tc><w:tcPr/>{listed('')}</w:tc>"

    report = opened(
        tbl(tr("序号", "名称"), tr(number, "甲"), tr(number, "乙")), numbering=numbering
    )

    assert rows(tables(report)[0])[1:] == [["1", "甲"], ["2", "乙"]]


BOX = "<w:txbxContent>{}</w:txbxContent>".format
NEW = "<w:drawing><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></w:drawing>".format
OLD = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>".format


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(NEW(BOX(p("框里的话。"))), id="drawing"),
        pytest.param(OLD(BOX(p("框里的话。"))), id="picture of old"),
        pytest.param(
            f'<mc:AlternateContent><mc:Choice Requires="wps">{NEW(BOX(p("框里的话。")))}</mc:Choice>'
            f"<mc:Fallback>{OLD(BOX(p('框里的话。')))}</mc:Fallback></mc:AlternateContent>",
            id="both forms are one box",
        ),
        pytest.param(
            '<mc:AlternateContent><mc:Choice Requires="w99"/>'
            f"<mc:Fallback>{OLD(BOX(p('框里的话。')))}</mc:Fallback></mc:AlternateContent>",
            id="a form that says nothing gives way to the other",
        ),
    ],
)
def test_text_boxes(shape: str) -> None:
    report = opened(f"<w:p>{r('段落。')}<w:r>{shape}</w:r></w:p>{p('后一段。')}")

    assert paragraphs(report) == ["段落。", "框里的话。", "后一段。"]
    places = [block.text.at().paragraph for block in blocks(report) if isinstance(block, Paragraph)]
    assert places == [1, 1, 2]


def test_footnotes_stand_after_their_paragraph_and_after_the_table_they_belong_to() -> None:
    note = '<w:footnote w:id="{}">{}</w:footnote>'.format
    footnotes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        + note(2, p(" 含结转资金。")) + note(3, p("注：不含借用人员。"))
    )  # fmt: skip
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    body = (
        f"<w:p>{r('收入7.20万元。')}{reference(2)}</w:p>{p('下一段。')}"
        f"<w:p>{r('人员情况表')}{reference(3)}</w:p>" + tbl(tr("类别", "人数"), tr("在编", "12"))
    )

    report = opened(body, footnotes=footnotes)

    assert paragraphs(report) == ["收入7.20万元。", "含结转资金。", "下一段。"]
    (table,) = tables(report)
    assert table.title.value == "人员情况表"
    assert [found.text.value for found in table.notes] == ["注：不含借用人员。"]


def test_endnotes() -> None:
    reference = '<w:r><w:endnoteReference w:id="1"/></w:r>'

    report = opened(
        f"<w:p>{r('正文。')}{reference}</w:p>",
        endnotes=f'<w:endnote w:id="1">{p("尾注。")}</w:endnote>',
    )

    assert paragraphs(report) == ["正文。", "尾注。"]


def entry(text: str, page: int) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r><w:r><w:tab/></w:r>{field('PAGEREF x', r(str(page)))}"


TOC = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText>'
    f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{entry("第一部分 单位概况", 1)}</w:p>'
    f"<w:p>{entry('一、主要职能', 1)}</w:p><w:p>{entry('第二部分 决算情况说明', 2)}</w:p>"
    '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
GALLERY = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    f"<w:sdtContent>{p('目录')}{p('第一部分 单位概况').replace('</w:p>', '<w:r><w:tab/></w:r>' + r('1') + '</w:p>')}"
    "</w:sdtContent></w:sdt>"
)
COVER = p("云岭市数据档案中心") + p("2024年度单位决算")
BODY = (
    p("第一部分 单位概况")
    + p("一、主要职能")
    + p("管理数据。")
    + p("第二部分 决算情况说明")
    + p("收入7.20万元。")
)


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        pytest.param(TOC, ["第一部分 单位概况", "一、主要职能", "第二部分 决算情况说明"], id="field"),
        pytest.param(p("目　录") + TOC, ["第一部分 单位概况", "一、主要职能", "第二部分 决算情况说明"],
                     id="field below its title"),
        pytest.param(TOC.removesuffix('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'),
                     ["第一部分 单位概况", "一、主要职能", "第二部分 决算情况说明"], id="field that never ends"),
        pytest.param(p("目录") + p("第一部分 单位概况……1") + p("第二部分 决算情况说明……2"),
                     ["第一部分 单位概况", "第二部分 决算情况说明"], id="typed by hand"),
    ],
)  # fmt: skip
def test_contents_page(contents: str, expected: list[str]) -> None:
    report = opened(COVER + contents + BODY)

    assert [text.value for text in report.contents] == expected
    assert headings(report) == [
        (1, "第一部分 单位概况"), (2, "一、主要职能"), (1, "第二部分 决算情况说明"),
    ]  # fmt: skip
    assert (report.meta.unit.value, report.meta.year) == ("云岭市数据档案中心", 2024)


def test_contents_page_from_the_gallery() -> None:
    report = opened(COVER + GALLERY + BODY)

    assert [text.value for text in report.contents] == ["第一部分 单位概况"]
    assert len(headings(report)) == 3


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(
            "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>", "1 处图片", id="picture"
        ),
        pytest.param("<w:p><w:r><w:object/></w:r></w:p>", "1 个嵌入对象", id="embedded workbook"),
        pytest.param('<w:altChunk r:id="x"/>', "1 处插入的其他文件", id="inserted file"),
    ],
)
def test_what_is_not_read_is_said(body: str, words: str) -> None:
    report = opened(p("正文。") + body)

    assert [words in reason.said("zh") for _, reason in report.unread] == [True]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "reason", "remedy"),
    [
        pytest.param(OLE + "WordDocument\0".encode("utf-16-le"), ".doc", "soffice", id="old Word"),
        pytest.param(OLE + "EncryptedPackage\0".encode("utf-16-le"), "密码", "去掉密码", id="password"),
        pytest.param(b"{\\rtf1 x}", "RTF", ".docx", id="RTF"),
        pytest.param(b"<html></html>", "HTML", ".docx", id="web page"),
        pytest.param(b"%PDF-1.7", "PDF", ".pdf", id="PDF"),
        pytest.param(b"", "空", "完整", id="empty"),
        pytest.param(b"PK\x03\x04" + bytes(50), "损坏", "重新保存", id="cut off"),
        pytest.param(package({"xl/workbook.xml": "<workbook/>"}), "Excel", ".xlsx", id="a workbook"),
        pytest.param(package({"content.xml": "<x/>"}), "OpenDocument", "LibreOffice", id="ODF"),
        pytest.param(package({"a.txt": "x"}), "压缩包", "解压", id="any archive"),
        pytest.param(package({"word/document.xml": "<w:p>"}), "损坏", "重新保存", id="broken XML"),
        pytest.param(
            package({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'}), "DOCTYPE",
            "", id="entities",
        ),
        pytest.param(
            package({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'.encode("utf-16")}),
            "DOCTYPE", "", id="entities in UTF-16",
        ),
        pytest.param(package({"word/document.xml": b" " * (65 << 20)}), "过大", "", id="a huge part"),
        pytest.param(package({"word/document.xml": b" " * (8 << 20)}), "ratio=300", "--limit", id="a bomb"),
        pytest.param(package({f"{at}": "" for at in range(5001)}), "parts=5000", "--limit", id="many members"),
    ],
)  # fmt: skip
def test_unreadable_files(data: bytes, reason: str, remedy: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        docx.read(data, "x.docx")

    assert reason in caught.value.told("zh")
    assert remedy in caught.value.told("zh")


def test_deep_nesting_is_refused_not_a_crash() -> None:
    body = "<w:sdt><w:sdtContent>" * 20_000 + p("x") + "</w:sdtContent></w:sdt>" * 20_000

    with pytest.raises(UnreadableError, match="嵌套"):
        opened(body)


def test_an_old_word_file_by_its_extension() -> None:
    with pytest.raises(UnreadableError, match=r"另存为 \.docx"):
        read("旧稿.doc", OLE + "WordDocument\0".encode("utf-16-le"))


def test_the_strict_variant_of_the_format() -> None:
    strict = word(p("正文。"))
    source = zipfile.ZipFile(io.BytesIO(strict))
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        name: source.read(name).replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name in source.namelist()
    }

    assert paragraphs(docx.read(package(parts), "x.docx")) == ["正文。"]


def _drawn() -> bytes:
    """A small report written by python-docx."""
    library = pytest.importorskip("docx")
    document = library.Document()
    document.add_paragraph("云岭市数据档案中心")
    document.add_paragraph("2024年度单位决算")
    document.add_heading("第一部分 单位概况", 1)
    document.add_heading("一、主要职能", 2)
    document.add_paragraph("负责数据档案的管理。")
    document.add_heading("第二部分 决算情况说明", 1)
    document.add_paragraph("2024年度收入总计1,200.00万元。")
    document.add_paragraph("按号自动编排。", style="List Number")
    document.add_paragraph("收入支出决算总表")
    document.add_paragraph("单位：万元")
    table = document.add_table(3, 4, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "收入"
    table.cell(0, 2).merge(table.cell(0, 3)).text = "支出"
    for at, value in enumerate(("项目", "决算数", "项目", "决算数")):
        table.cell(1, at).text = value
    for at, value in enumerate(("一、财政拨款收入", "1,200.00", "一、教育支出", "7.2")):
        table.cell(2, at).text = value
    document.add_paragraph("注：本表为示例。")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def check_drawn(report: Report) -> None:
    assert headings(report) == [
        (1, "第一部分 单位概况"), (2, "一、主要职能"), (1, "第二部分 决算情况说明"),
    ]  # fmt: skip
    assert (report.meta.unit.value, report.meta.year) == ("云岭市数据档案中心", 2024)
    assert [text for text in paragraphs(report) if text[0] in "2负1"] == [
        "2024年度单位决算", "负责数据档案的管理。", "2024年度收入总计1,200.00万元。", "1.按号自动编排。",
    ]  # fmt: skip
    (table,) = tables(report)
    assert (table.title.value, table.unit, table.header_rows) == ("收入支出决算总表", "万元", 2)
    assert rows(table) == [
        ["收入", "收入", "支出", "支出"],
        ["项目", "决算数", "项目", "决算数"],
        ["一、财政拨款收入", "1,200.00", "一、教育支出", "7.2"],
    ]
    assert [note.text.value for note in table.notes] == ["注：本表为示例。"]


def test_a_file_of_python_docx() -> None:
    check_drawn(read("draft.docx", _drawn()))


def _cut(header: bool, between: tuple[str, ...]) -> bytes:
    """A table that python-docx writes as two."""
    document = pytest.importorskip("docx").Document()
    document.add_paragraph("收入决算表")
    parts = [("科目名称", "本年收入合计"), ("合计", "2.00"), ("水利", "1.50")], [("教育", "0.50")]
    for at, part in enumerate(parts):
        values = [parts[0][0], *part] if at and header else part
        for line in between if at else ():
            document.add_paragraph(line)
        table = document.add_table(0, 2, style="Table Grid")
        for value in values:
            for cell, text in zip(table.add_row().cells, value, strict=True):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("header", [False, True])
@pytest.mark.parametrize("between", [(), ("",), ("", "续表", "")])
def test_a_table_that_python_docx_cuts_in_two(between: tuple[str, ...], header: bool) -> None:
    (table,) = tables(read("draft.docx", _cut(header, between)))

    assert rows(table) == [
        ["科目名称", "本年收入合计"], ["合计", "2.00"], ["水利", "1.50"], ["教育", "0.50"],
    ]  # fmt: skip
    assert table.rows[3][1].at().cell == f"表2 R{2 if header else 1}C2"


@pytest.mark.parametrize("through", [("odt", ".odt"), ("doc", ".doc"), ("docx", ".docx")])
def test_a_file_of_libreoffice(through: tuple[str, str], tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    between = converted(_drawn(), ".docx", through[0], first)
    if through[0] == "doc":
        with pytest.raises(UnreadableError, match=r"旧版 Word"):
            read("draft.doc", between)

    check_drawn(read("draft.docx", converted(between, through[1], "docx", second)))


def test_files_joined_to_one_report() -> None:
    text = docx.read(word(COVER + BODY + p("第三部分 附表")), "说明.docx")
    table = docx.read(
        word(p("收入决算表") + tbl(tr("项目", "金额"), tr("一、拨款", "7.20"))), "附表.docx"
    )

    report = joined.join([text, table])

    assert [section.heading.value for section in report.sections] == [
        "", "第一部分 单位概况", "第二部分 决算情况说明", "第三部分 附表",
    ]  # fmt: skip
    (found,) = tables(report)
    assert report.sections[-1].blocks == (found,)
    assert {cell.at().path for row in found.rows for cell in row} == {"附表.docx"}
    assert report.sections[1].heading.at().path == "说明.docx"
    assert found.place.order > report.sections[-1].heading.at().order
    assert report.meta.unit.value == "云岭市数据档案中心"
    assert found.place.path == found.title.at().path == "附表.docx"


def test_joining_one_report_or_none() -> None:
    report = opened(p("正文。"))

    assert joined.join([report]) is report
    with pytest.raises(ValueError, match="^$"):
        joined.join([])


def typed(*lines: str) -> str:
    """Paragraphs below a heading, whose cells are parted by tabs."""
    tab = "<w:r><w:tab/></w:r>"
    written = (tab.join(r(cell) if cell else "" for cell in line.split("|")) for line in lines)
    above = (r("一、收支决算情况"), r("本年收支情况见下表。"))
    return "".join(f"<w:p>{runs}</w:p>" for runs in (*above, *written))


def test_rows_with_as_many_tabs_each_are_a_table_with_its_empty_cells() -> None:
    body = typed(
        "收入支出决算总表", "单位：万元", "项目|决算数|项目|决算数", "一、事业收入|9.00|一、教育支出|",
        "||二、住房保障支出|9.00", "总计|9.00|总计|9.00", "注：本表反映收支情况。",
    )  # fmt: skip

    (table,) = tables(opened(body))

    assert rows(table) == [
        ["项目", "决算数", "项目", "决算数"],
        ["一、事业收入", "9.00", "一、教育支出", ""],
        ["", "", "二、住房保障支出", "9.00"],
        ["总计", "9.00", "总计", "9.00"],
    ]


def test_rows_between_spaces_of_which_some_are_left_over_are_unread() -> None:
    body = typed(
        "财政拨款“三公”经费支出决算表", "单位：万元", "项目   预算数   决算数",
        "“三公”经费合计   0.82   0.74", "一、公务用车购置及运行费   0.77   0.74",
        "其中：公务用车购置费   无   无", "公务用车运行维护费   0.77   0.74", "二、公务接待费   0.05   无",
    )  # fmt: skip

    (table,) = tables(opened(body))

    assert len(table.rows) in (0, 6)
    assert not any("公务接待费" in text for text in paragraphs(opened(body)))
