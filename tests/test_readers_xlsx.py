"""The Excel reader against files made here, by openpyxl, and by LibreOffice."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jslint.document import Paragraph, Report, Section, Table
from jslint.errors import UnreadableError
from jslint.readers import docx, joined, read, xlsx
from jslint.readers.xlsx.formats import BUILT_IN, number, printed, text
from jslint.readers.xlsx.model import coordinates, letters
from packages import biff, converted, excel, p, package, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Values = "str | int | float | None"


def blocks(report: Report) -> Iterator[Paragraph | Table]:
    for path in report.walk():
        yield from (block for block in path[-1].blocks if not isinstance(block, Section))


def paragraphs(report: Report) -> list[str]:
    return [block.text.value for block in blocks(report) if isinstance(block, Paragraph)]


def tables(report: Report) -> list[Table]:
    return [block for block in blocks(report) if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.value for cell in row] for row in table.rows]


def cell(reference: str, content: str, more: str = "") -> str:
    return f'<c r="{reference}" {more}>{content}</c>'


def said(reference: str, value: str) -> str:
    return cell(reference, f"<is><t>{value}</t></is>", 't="inlineStr"')


def sheet(*cells: str, after: str = "", before: str = "") -> str:
    """A sheet of cells, those of one row beside one another."""
    by_row: dict[str, str] = {}
    for written in cells:
        row = "".join(filter(str.isdigit, written.split('"')[1]))
        by_row[row] = by_row.get(row, "") + written
    listed = "".join(f'<row r="{row}">{inner}</row>' for row, inner in by_row.items())
    return f"{before}<sheetData>{listed}</sheetData>{after}"


def opened(*sheets: str, **parts: object) -> Report:
    return xlsx.read(excel(*sheets, **parts), "附表.xlsx")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        pytest.param("7.2", "0.00", "7.20", id="two decimals"),
        pytest.param("1234567.005", "#,##0.00", "1,234,567.01", id="halves round up"),
        pytest.param("1234.5650000000001", "0.00", "1234.57", id="binary dust is not shown"),
        pytest.param("0.28999999999999998", "0.00", "0.29", id="fifteen digits count"),
        pytest.param("-1234.5", "#,##0.00", "-1,234.50", id="negative"),
        pytest.param("-1234.5", "#,##0.00_);(#,##0.00)", "(1,234.50)", id="brackets"),
        pytest.param("-1234.5", "#,##0.00;[Red]#,##0.00", "-1,234.50", id="red alone is a sign"),
        pytest.param("-1234.5", "0.00;[红色]-0.00", "-1234.50", id="red with a sign"),
        pytest.param("-1234.5", "0.00;0.00", "1234.50", id="a sign that the format leaves out"),
        pytest.param("0", BUILT_IN[43], "-", id="accounting zero is a dash"),
        pytest.param("12.345", BUILT_IN[43], "12.35", id="accounting"),
        pytest.param("-12.345", BUILT_IN[43], "-12.35", id="accounting negative"),
        pytest.param("0", "0.00;-0.00;", "", id="zero is blank"),
        pytest.param("0", '#,##0.00;-#,##0.00;"—"', "—", id="zero is a word"),
        pytest.param("0", "#", "", id="optional digits of zero"),
        pytest.param("0.5", "#.##", ".5", id="optional digits"),
        pytest.param("0.12345", "0.00%", "12.35%", id="percent"),
        pytest.param("0.981", "0.0 %", "98.1 %", id="percent apart"),
        pytest.param("12345678", "0.00,", "12345.68", id="in thousands"),
        pytest.param("12345", "0!.0,", "1.2", id="in tens of thousands, as Chinese Excel does it"),
        pytest.param("208", "0000000", "0000208", id="leading zeros"),
        pytest.param("2080505", "000-00-00", "208-05-05", id="digits among signs"),
        pytest.param("20.5", '0.0"万元"', "20.5万元", id="quoted words"),
        pytest.param("3", r"\第0\名", "第3名", id="escaped words"),
        pytest.param("7.2", "General", "7.2", id="general"),
        pytest.param("0.333333333333333", "General", "0.333333333", id="general fits eleven signs"),
        pytest.param("123456789012", "General", "1.23457E+11", id="general of a long number"),
        pytest.param("1200", "G/通用格式", "1200", id="general in Chinese"),
        pytest.param("12345", "0.00E+00", "1.23E+04", id="scientific"),
        pytest.param("7.5", "# ?/?", "7 1/2", id="fraction"),
        pytest.param("5", "[>=10000]0.00,;0.00", "5.00", id="condition not met"),
        pytest.param("25000", "[>=10000]0.00,;0.00", "25.00", id="condition met"),
        pytest.param("-3", "[<0](0.00);0.00", "(3.00)", id="condition for negatives"),
        pytest.param("45567", "yyyy/m/d", "2024/10/2", id="date"),
        pytest.param("45567", BUILT_IN[31], "2024年10月2日", id="date in Chinese"),
        pytest.param("45567.75", "yyyy-mm-dd hh:mm", "2024-10-02 18:00", id="minutes after hours"),
        pytest.param(
            "45567", '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二四年十月二日", id="Chinese digits"
        ),
        pytest.param(
            "45567", "[$-F800]dddd\\,\\ mmmm\\ dd", "2024年10月2日", id="the system's long date"
        ),
        pytest.param("45567", "aaaa", "星期三", id="day of the week"),
        pytest.param("1.5", "[h]:mm", "36:00", id="hours beyond a day"),
        pytest.param("-1", "yyyy/m/d", "####", id="no such date"),
        pytest.param("59", "yyyy/m/d", "1900/2/28", id="before the day that never was"),
        pytest.param("61", "yyyy/m/d", "1900/3/1", id="after it"),
    ],
)
def test_numbers_as_printed(value: str, code: str, shown: str) -> None:
    assert printed(number(value) or Decimal(0), code) == shown


def test_dates_since_1904() -> None:
    assert printed(Decimal(44105), "yyyy/m/d", since_1904=True) == "2024/10/2"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        pytest.param("General", "一般", id="general"),
        pytest.param("0.00", "一般", id="a number's format leaves texts alone"),
        pytest.param('@"支出"', "一般支出", id="a text's format adds to it"),
        pytest.param('0;0;0;"※"@', "※一般", id="fourth section"),
        pytest.param("0;0;0;", "", id="an empty fourth section hides texts"),
    ],
)
def test_texts_as_printed(code: str, shown: str) -> None:
    assert text("一般", code) == shown


@pytest.mark.parametrize("value", ["", "x", "NaN", "Infinity", "1e999999999"])
def test_what_is_no_number(value: str) -> None:
    assert number(value) is None


@example(Decimal(0), ",E+0")
@given(
    value=st.decimals(allow_nan=False, allow_infinity=False),
    code=st.lists(
        st.sampled_from(
            [
                "0",
                "#",
                "?",
                ".",
                ",",
                "%",
                "/",
                "E+",
                ";",
                "@",
                "General",
                "[Red]",
                "[>=1]",
                "[h]",
                "[DBNum1]",
                '"元"',
                '"',
                "_)",
                "*-",
                "yyyy",
                "m",
                "d",
                "h",
                "ss",
                "AM/PM",
                "aaaa",
                "[$-F800]",
                "-",
                "(",
                " ",
            ]
        ),
        max_size=12,
    ).map("".join),
)
def test_no_format_is_too_strange(value: Decimal, code: str) -> None:
    stored = number(str(value))

    assert stored is None or isinstance(printed(stored, code), str)


@pytest.mark.parametrize(
    ("reference", "place"),
    [
        pytest.param("B7", (7, 2), id="plain"),
        pytest.param("$AA$10", (10, 27), id="absolute"),
        pytest.param("XFD1048576", (1048576, 16384), id="the last cell"),
        pytest.param("XFE1", None, id="beyond the last column"),
        pytest.param("7", None, id="no column"),
        pytest.param("B", None, id="no row"),
    ],
)
def test_references(reference: str, place: tuple[int, int] | None) -> None:
    assert coordinates(reference) == place
    if place:
        assert letters(place[1]) + str(place[0]) == reference.replace("$", "")


STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="0.0&quot;%&quot;"/></numFmts><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="170"/><xf numFmtId="31"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("content", "more", "shown"),
    [
        pytest.param("<v>7.2</v>", 's="1"', "7.20", id="number"),
        pytest.param("<v>7.2</v>", "", "7.2", id="without a style"),
        pytest.param("<v>7.2</v>", 's="9"', "7.2", id="a style that is not there"),
        pytest.param("<v>98.1</v>", 's="2"', "98.1%", id="own format"),
        pytest.param("<v>45567</v>", 's="3"', "2024年10月2日", id="date"),
        pytest.param("<v>0</v>", 't="s" s="1"', "共享文字", id="shared text"),
        pytest.param("<v>1</v>", 't="s"', "7.2", id="a number as text prints as it stands"),
        pytest.param(
            "<v>2</v>", 't="s"', "富文本", id="text in several looks, without its reading"
        ),
        pytest.param("<v>7</v>", 't="s"', "", id="a shared text that is not there"),
        pytest.param("<is><t>内联</t></is>", 't="inlineStr"', "内联", id="inline text"),
        pytest.param("<f>A1&amp;A2</f><v>结果</v>", 't="str"', "结果", id="a formula's text"),
        pytest.param("<f>SUM(B1)</f><v>9</v>", 's="1"', "9.00", id="a formula's number"),
        pytest.param("<v>1</v>", 't="b"', "TRUE", id="truth"),
        pytest.param("<v>#REF!</v>", 't="e"', "#REF!", id="error"),
    ],
)
def test_cells_as_printed(content: str, more: str, shown: str) -> None:
    shared = (
        "<si><t>共享文字</t></si><si><t>7.2</t></si>"
        "<si><r><t>富</t></r><r><t>文本</t></r><rPh><t>fu</t></rPh></si>"
    )

    report = opened(
        sheet(said("A1", "项目"), said("B1", "值"), said("A2", "甲"), cell("B2", content, more)),
        shared=shared, styles=STYLES,
    )  # fmt: skip

    (table,) = tables(report)
    assert rows(table)[1] == (["甲", shown] if shown else ["甲", ""])
    assert table.rows[1][1].at().cell == "B2"


def grid(report_rows: list[list[str | None]], first: int = 1) -> list[str]:
    """Cells of texts and numbers row by row; None is a blank one."""
    found = []
    for row, values in enumerate(report_rows, first):
        for column, value in enumerate(values, 1):
            if value is None:
                continue
            reference = f"{letters(column)}{row}"
            plain = value.replace("-", "").replace(".", "")
            found.append(
                cell(reference, f"<v>{value}</v>", 's="1"')
                if plain.isdigit()
                else said(reference, value)
            )
    return found


INCOME = [
    ["2024年度收入支出决算总表", None, None, None],
    ["公开01表", None, None, None],
    ["编制单位：云岭市数据档案中心", None, None, "金额单位：万元"],
    ["收入", None, "支出", None],
    ["项目", "决算数", "项目", "决算数"],
    ["一、财政拨款收入", "1200", "一、教育支出", "7.2"],
    ["二、事业收入", None, "二、其他支出", "1192.8"],
    ["总计", "1200", "总计", "1200"],
    ["注：本表反映示例单位的总收支情况。", None, None, None],
]
MERGES = '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A4:B4"/><mergeCell ref="C4:D4"/></mergeCells>'


@pytest.mark.parametrize(
    "number", ["云表01表", "预决算公开01表", "财决公开01表", "（YL01表）", "附表1"]
)
def test_the_number_of_a_form_stands_between_title_and_table(number: str) -> None:
    body = [INCOME[0], [number, None, None, None], *INCOME[3:]]

    (table,) = tables(opened(sheet(*grid(body), after=""), styles=STYLES, names=("Z01",)))

    assert table.title.value == "2024年度收入支出决算总表"
    assert rows(table)[0][0] == "收入"


def test_a_form_with_title_unit_merged_header_and_note() -> None:
    report = opened(sheet(*grid(INCOME), after=MERGES), styles=STYLES, names=("Z01",))

    (table,) = tables(report)
    assert (table.title.value, table.unit, table.header_rows) == (
        "2024年度收入支出决算总表",
        "万元",
        2,
    )
    assert rows(table) == [
        ["收入", "收入", "支出", "支出"],
        ["项目", "决算数", "项目", "决算数"],
        ["一、财政拨款收入", "1,200.00", "一、教育支出", "7.20"],
        ["二、事业收入", "", "二、其他支出", "1,192.80"],
        ["总计", "1,200.00", "总计", "1,200.00"],
    ]
    assert table.rows[0][0] is table.rows[0][1]
    assert [note.text.value for note in table.notes] == ["注：本表反映示例单位的总收支情况。"]
    assert (table.rows[2][3].at().sheet, table.rows[2][3].at().cell) == ("Z01", "D6")
    assert table.rows[3][1].at().cell == "B7"
    assert paragraphs(report) == ["公开01表", "编制单位：云岭市数据档案中心", "金额单位：万元"]
    assert (report.meta.unit.value, report.meta.year) == ("云岭市数据档案中心", 2024)


def test_several_tables_on_one_sheet() -> None:
    second = [
        ["支出决算表", None], ["单位：元", None], ["科目名称", "合计"], ["合计", "12"], [None, None],
        ["项目名称", "金额"], ["培训", "3"],
    ]  # fmt: skip

    report = opened(sheet(*grid(INCOME), *grid(second, 12), after=MERGES), styles=STYLES)

    assert [(table.title.value, table.unit, len(table.rows)) for table in tables(report)] == [
        ("2024年度收入支出决算总表", "万元", 5), ("支出决算表", "元", 2), ("", "", 2),
    ]  # fmt: skip


def test_blank_rows_within_a_table_do_not_part_it() -> None:
    body = [
        ["项目", "金额"],
        ["一、拨款", "5"],
        [None, None],
        ["二、其他", None],
        [None, None],
        ["总计", "5"],
    ]

    (table,) = tables(opened(sheet(*grid(body)), styles=STYLES))

    assert rows(table) == [
        ["项目", "金额"],
        ["一、拨款", "5.00"],
        ["二、其他", ""],
        ["总计", "5.00"],
    ]


def test_a_whole_row_below_the_unit_line_is_the_header() -> None:
    body = [
        ["“三公”经费支出决算表", None, None], ["单位：万元", None, None], ["财政拨款“三公”经费", None, None],
        ["合计", "接待费", "用车费"], ["2", "1", "1"],
    ]  # fmt: skip

    (table,) = tables(
        opened(
            sheet(*grid(body), after='<mergeCells><mergeCell ref="A3:C3"/></mergeCells>'),
            styles=STYLES,
        )
    )

    assert (table.title.value, table.header_rows) == ("“三公”经费支出决算表", 2)
    assert rows(table)[0] == ["财政拨款“三公”经费"] * 3


@pytest.mark.parametrize(
    ("name", "title"),
    [
        pytest.param("Z01 收入支出决算总表(财决01表)", "收入支出决算总表", id="number and form"),
        pytest.param("表3-支出决算表", "支出决算表", id="number"),
        pytest.param("公开07表 三公经费支出决算表", "三公经费支出决算表", id="public form"),
        pytest.param("云表05-1表 支出决算表", "支出决算表", id="the number of any maker's form"),
        pytest.param("YL07 支出决算表", "支出决算表", id="letters of any maker"),
        pytest.param("收入决算表1", "收入决算表1", id="a number of its own"),
        pytest.param("收入决算表", "收入决算表", id="bare"),
        pytest.param("三公经费", "三公经费", id="begins with a numeral"),
        pytest.param("Sheet1", "", id="nothing"),
        pytest.param("工作表2", "", id="nothing in Chinese"),
    ],
)
def test_the_name_of_a_sheet_is_the_title_where_none_is_printed(name: str, title: str) -> None:
    body = [["项目", "金额"], ["一、拨款", "5"]]

    (table,) = tables(opened(sheet(*grid(body)), styles=STYLES, names=(name,)))

    assert table.title.value == title


def test_a_sheet_of_prose() -> None:
    lines = "2024年度收入总计1,200.00万元，\n其中拨款1,000.00万元。\n支出总计1,200.00万元。"

    report = opened(sheet(said("A1", "一、收入支出决算总体情况说明"), said("A2", lines)))

    assert [section.heading.value for section in report.sections] == [
        "一、收入支出决算总体情况说明"
    ]
    assert paragraphs(report) == [
        "2024年度收入总计1,200.00万元，其中拨款1,000.00万元。", "支出总计1,200.00万元。",
    ]  # fmt: skip
    (first, second) = [block for block in blocks(report) if isinstance(block, Paragraph)]
    assert (first.text.at().cell, second.text.at().cell) == ("A2", "A2")
    assert first.text.at(8, 16) != second.text.at(4, 12)
    assert second.text.at().order > first.text.at(5).order


def test_terms_and_their_explanations_beside_them_are_prose() -> None:
    words = "指本级财政部门当年拨付给单位的资金，包括一般公共预算财政拨款和政府性基金预算财政拨款等各项收入。"

    report = opened(sheet(*grid([["财政拨款收入", words], ["事业收入", words]])))

    assert paragraphs(report) == [f"财政拨款收入 {words}", f"事业收入 {words}"]


def test_a_cover_and_a_contents_sheet() -> None:
    cover = [["云岭市数据档案中心"], ["2024年度单位决算"]]
    contents = [["目录", None, None], ["1", "收入支出决算总表", "1"], ["2", "收入决算表", "2"]]

    report = opened(sheet(*grid(cover)), sheet(*grid(contents)), sheet(*grid(INCOME), after=MERGES))

    assert [text.value for text in report.contents] == ["收入支出决算总表", "收入决算表"]
    assert report.meta.unit.value == "云岭市数据档案中心"
    assert len(tables(report)) == 1


@pytest.mark.parametrize(
    ("body", "more", "words", "where"),
    [
        pytest.param(
            sheet(said("A1", "项目"), said("B1", "金额"), said("A2", "甲"), cell("B2", "<f>SUM(B3)</f>")),
            {}, "没有保存结果，未检查：B2", "B2", id="formula without a result",
        ),
        pytest.param(
            sheet(said("A1", "项目"), said("B1", "金额"), said("A2", "甲"), cell("B2", "<v>#N/A</v>", 't="e"')),
            {}, "公式出错，未检查：B2", "B2", id="error",
        ),
        pytest.param(sheet(said("A1", "甲。")), {"states": ("hidden",)}, "是隐藏的，没有读取", None, id="hidden sheet"),
        pytest.param(
            sheet(said("A1", "甲。"), said("A2", "乙。")).replace('<row r="2">', '<row r="2" hidden="1">'),
            {}, "隐藏的行，其中的数仍计入合计，照常读取：第 2 行", "A2", id="hidden row",
        ),
        pytest.param(
            sheet(said("A1", "甲"), said("B1", "乙"), before='<cols><col min="2" max="9" hidden="1"/></cols>'),
            {}, "隐藏的列，其中的数仍计入合计，照常读取：B 列", "B1", id="hidden column",
        ),
    ],
)  # fmt: skip
def test_what_is_not_read_or_not_seen_is_said(
    body: str, more: Mapping[str, object], words: str, where: str | None
) -> None:
    report = opened(body, **more)

    ((place, reason),) = report.unread
    assert words in reason.said("zh")
    assert (place.sheet, place.cell) == ("Sheet1", where)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read(state: str) -> None:
    """It is a draft, or last year's: its figures would contradict those that are published."""
    report = opened(sheet(said("A1", "甲。")), sheet(said("A1", "密。")), states=("visible", state))

    assert paragraphs(report) == ["甲。"]
    assert ["没有读取" in reason.said("zh") for _, reason in report.unread] == [True]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_with_nothing_in_it_is_not_worth_a_word(state: str) -> None:
    assert opened(sheet(said("A1", "甲。")), sheet(), states=("visible", state)).unread == ()


def test_what_is_hidden_in_a_table_enters_its_sums() -> None:
    """A filter hides rows, and the total stays what it was."""
    body = grid([["项目", "决算数"], ["合计", "30"], ["教育支出", "10"], ["农林水支出", "20"]])
    hidden = sheet(*body, before='<cols><col min="2" max="2" hidden="1"/></cols>')

    (table,) = tables(opened(hidden.replace('<row r="3">', '<row r="3" hidden="1">')))

    assert rows(table) == rows(tables(opened(sheet(*body)))[0])


def test_zeros_that_a_sheet_does_not_show() -> None:
    body = grid([["项目", "金额"], ["甲", "0"], ["乙", "5"]])
    view = '<sheetViews><sheetView showZeros="0"/></sheetViews>'

    (table,) = tables(opened(sheet(*body, before=view), styles=STYLES))

    assert rows(table)[1:] == [["甲", ""], ["乙", "5.00"]]


def test_a_sheet_with_one_cell_at_its_far_corner() -> None:
    merged = '<mergeCells><mergeCell ref="B1:XFD1048576"/></mergeCells>'

    report = opened(
        sheet(said("A1", "项目"), said("B1", "值"), said("XFD1048576", "9"), after=merged)
    )

    assert rows(tables(report)[0]) == [["项目", "值", "值"], ["", "值", "值"]]


def test_cells_without_references() -> None:
    inner = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"

    (table,) = tables(opened(f"<sheetData>{inner}</sheetData>"))

    assert rows(table) == [["1", "2"], ["3", "4"]]
    assert table.rows[1][1].at().cell == "B2"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "reason", "remedy"),
    [
        pytest.param(OLE + "EncryptedPackage\0".encode("utf-16-le"), "密码", "去掉密码", id="password"),
        pytest.param(OLE + "Workbook\0".encode("utf-16-le"), "损坏", "另存为 .xlsx", id="damaged .xls"),
        pytest.param(OLE, "旧版 Office", "另存", id="another old file"),
        pytest.param(b"<html><table></table></html>", "HTML", ".xlsx", id="a web page named .xls"),
        pytest.param(b"", "空", "完整", id="empty"),
        pytest.param("科目,金额".encode(), "不是 Excel", "扩展名", id="text"),
        pytest.param(word(p("x")), "Word", ".docx", id="a Word file"),
        pytest.param(excel(sheet()), "没有内容", "完整", id="blank workbook"),
        pytest.param(excel("<sheetData><row>"), "损坏", "重新保存", id="broken XML"),
        pytest.param(
            package({"xl/workbook.xml": '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'}), "DOCTYPE", "",
            id="entities",
        ),
    ],
)  # fmt: skip
def test_unreadable_files(data: bytes, reason: str, remedy: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        xlsx.read(data, "x.xlsx")

    assert reason in caught.value.told("zh")
    assert remedy in caught.value.told("zh")


def test_a_file_of_excel_97() -> None:
    pytest.importorskip("xlrd")
    cells: dict[tuple[int, int], str | float] = {
        (0, 0): "收入决算表", (1, 1): "单位：万元", (2, 0): "项目", (2, 1): "金额",
        (3, 0): "合计", (3, 1): 7.2, (4, 0): "拨款", (4, 1): -1234.5, (5, 0): "出错",
    }  # fmt: skip
    data = biff(cells, errors=((5, 1),), merges=((0, 0, 0, 1),), hidden_rows=(4,), name="收入")

    report = read("附表.xls", data)

    (table,) = tables(report)
    assert (table.title.value, table.unit, table.header_rows) == ("收入决算表", "万元", 1)
    assert rows(table) == [
        ["项目", "金额"], ["合计", "7.20"], ["拨款", "-1,234.50"], ["出错", "#REF!"],
    ]  # fmt: skip
    assert table.rows[1][1].at().cell == "B4"
    assert [reason.said("zh").partition("”")[2] for _, reason in report.unread] == [
        "有隐藏的行，其中的数仍计入合计，照常读取：第 5 行", "的公式出错，未检查：B6",
    ]  # fmt: skip


@pytest.mark.parametrize("state", [1, 2])
def test_a_hidden_sheet_of_excel_97_is_not_read(state: int) -> None:
    pytest.importorskip("xlrd")

    report = read("附表.xls", biff({(0, 0): "项目", (0, 1): "金额", (1, 1): 7.2}, state=state))

    assert tables(report) == []
    assert "是隐藏的，没有读取" in report.unread[0][1].said("zh")


@pytest.mark.parametrize("cut", [10, 40, 80, 120, 300, 500])
def test_a_damaged_file_of_excel_97_is_an_error_or_read_in_part(cut: int) -> None:
    pytest.importorskip("xlrd")
    data = biff({(0, 0): "项目", (0, 1): "金额", (1, 0): "合计", (1, 1): 7.2})

    try:
        report = xlsx.read(data[:cut], "x.xls")
    except UnreadableError as error:
        assert "损坏" in str(error) or "没有内容" in str(error)  # noqa: PT017 - either will do
    else:
        assert len(tables(report)) == 1


def written() -> bytes:
    """A workbook of openpyxl: a form, formulas, formats, a sheet of prose."""
    library = pytest.importorskip("openpyxl")
    book = library.Workbook()
    form = book.active
    form.title = "收入支出决算总表"
    for row, values in enumerate(INCOME[:7], 1):
        for column, value in enumerate(values, 1):
            number_ = value is not None and value.replace(".", "").isdigit()
            form.cell(row, column).value = float(value) if number_ and value else value
            form.cell(row, column).number_format = "#,##0.00"
    form["A8"], form["B8"], form["C8"], form["D8"] = "总计", "=SUM(B6:B7)", "总计", "=SUM(D6:D7)"
    form["B8"].number_format = form["D8"].number_format = "#,##0.00"
    form["A9"] = INCOME[8][0]
    for merged in ("A1:D1", "A4:B4", "C4:D4", "A9:D9"):
        form.merge_cells(merged)
    prose = book.create_sheet("说明")
    prose["A1"] = "一、收入支出决算总体情况说明"
    prose["A2"] = "2024年度收入总计1,200.00万元。"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def check_written(report: Report, *totals: str) -> None:
    (table,) = tables(report)
    assert (table.title.value, table.unit, table.header_rows) == (
        "2024年度收入支出决算总表",
        "万元",
        2,
    )
    assert rows(table) == [
        ["收入", "收入", "支出", "支出"],
        ["项目", "决算数", "项目", "决算数"],
        ["一、财政拨款收入", "1,200.00", "一、教育支出", "7.20"],
        ["二、事业收入", "", "二、其他支出", "1,192.80"],
        ["总计", totals[0], "总计", totals[-1]],
    ]
    assert [section.heading.value for section in report.sections][
        -1
    ] == "一、收入支出决算总体情况说明"


def test_a_file_of_openpyxl_whose_formulas_have_no_result() -> None:
    report = read("附表.xlsx", written())

    check_written(report, "=SUM(B6:B7)", "=SUM(D6:D7)")
    assert ["B8、D8" in reason.said("zh") for _, reason in report.unread] == [True]


@pytest.mark.parametrize("to", ["xlsx", "xls"])
def test_a_file_of_libreoffice_with_results(to: str, tmp_path: Path) -> None:
    report = read(f"附表.{to}", converted(written(), ".xlsx", to, tmp_path))

    check_written(report, "1,200.00")
    assert report.unread == ()


def test_text_in_word_and_tables_in_excel_as_one_report() -> None:
    text_ = docx.read(
        word(p("第一部分 决算情况说明") + p("收入7.20万元。") + p("第二部分 附表")), "说明.docx"
    )
    tables_ = opened(sheet(*grid(INCOME), after=MERGES), styles=STYLES)

    report = joined.join([text_, tables_])

    (table,) = tables(report)
    assert report.sections[-1].heading.value == "第二部分 附表"
    assert table in report.sections[-1].blocks
    place = table.rows[2][3].at()
    assert (place.path, place.sheet, place.cell) == ("附表.xlsx", "Sheet1", "D6")
    assert table.rows[0][0] is table.rows[0][1]
    assert report.meta.year == 2024
    assert place.order > report.sections[0].heading.at().order


def test_tables_beside_each_other_are_two() -> None:
    library = pytest.importorskip("openpyxl")
    book = library.Workbook()
    sheet_ = book.active
    for left, title in ((1, "收入决算表"), (4, "支出决算表")):
        for row, values in enumerate(
            ((title,), ("单位：万元",), ("科目名称", "合计"), ("教育支出", 5), ("合计", 5)), 1
        ):
            for at, value in enumerate(values):
                sheet_.cell(row, left + at).value = value
    buffer = io.BytesIO()
    book.save(buffer)

    found = tables(read("附表.xlsx", buffer.getvalue()))

    assert [(table.title.value, table.unit, len(table.rows[0])) for table in found] == [
        ("收入决算表", "万元", 2),
        ("支出决算表", "万元", 2),
    ]
