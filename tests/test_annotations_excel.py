"""Notes on workbooks: comments, colours and a sheet of results, and nothing else changed."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName

import packages
from annotating import changed, in_cell, new_faults, note, parts, written
from jslint import readers
from jslint.annotations import annotated
from jslint.annotations.errors import UnannotatedError
from jslint.annotations.model import Job
from jslint.diagnostic import Severity
from jslint.fixes import package
from msgspec.structs import replace

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:Conditional Formatting extension")


def rich(folder: Path) -> bytes:
    """A workbook with a formula, a style, a name, a chart, a condition and a colleague's comment."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "收支 总表"
    for row in (("项目", "决算数"), ("基本支出", 300), ("项目支出", 200), ("合计", "=SUM(B2:B3)")):
        sheet.append(row)
    sheet["B2"].font = Font(bold=True)
    sheet["B3"].comment = Comment("请核对", "王审核")
    sheet.conditional_formatting.add(
        "B2:B4", CellIsRule(operator="lessThan", formula=["0"], fill=PatternFill(bgColor="FF0000"))
    )
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "E2")
    book.create_sheet("说明").append(["无"])
    book.defined_names["总计"] = DefinedName("总计", attr_text="'收支 总表'!$B$4")
    path = folder / "rich.xlsx"
    book.save(path)
    return path.read_bytes()


def loaded(data: bytes) -> openpyxl.Workbook:
    """A workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def noted(data: bytes) -> dict[str, tuple[str, str]]:
    """The author and the first line of each cell's comment."""
    return {
        f"{sheet.title}!{cell.coordinate}": (cell.comment.author, cell.comment.text.split("\n")[0])
        for sheet in loaded(data)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def coloured(data: bytes) -> dict[str, str]:
    """The colour that jslint's conditions give cells, by their part and reference."""
    found = {}
    for name, part in parts(data).items():
        if name.startswith("xl/worksheets/sheet"):
            for one in re.findall(
                r"<x14:conditionalFormatting .*?</x14:conditionalFormatting>", part.decode()
            ):
                if "jslint" in one:
                    refs = re.search(r"<xm:sqref>(.*?)</xm:sqref>", one)[1]
                    colour = re.search(r'bgColor rgb="(\w+)"', one)[1]
                    found.update(
                        dict.fromkeys((f"{name[14:-4]}:{ref}" for ref in refs.split()), colour)
                    )
    return found


def test_cells_have_a_comment_and_a_colour_and_the_rest_its_bytes(tmp_path: Path) -> None:
    data = rich(tmp_path)
    first = note(in_cell("收支 总表", "B4"), words="500", expected="510")
    second = replace(note(in_cell("说明", "A1")), severity=Severity.INFO)

    after = written("a.xlsx", data, first, second)

    assert noted(after) == {
        "收支 总表!B3": ("王审核", "请核对"),
        "收支 总表!B4": ("jslint", "错误 ABC101 甲乙不符"),
        "说明!A1": ("jslint", "错误 ABC101 甲乙不符"),
    }
    assert coloured(after) == {"sheet1:B4": "FFFFC7CE", "sheet2:A1": "FFDDEBF7"}
    assert changed(data, after) == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/_rels/sheet2.xml.rels",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/worksheets/sheet3.xml",
    }
    assert new_faults(tmp_path, "a.xlsx", data, after) == set()


def test_formulas_styles_names_and_charts_are_as_they_were(tmp_path: Path) -> None:
    data = rich(tmp_path)

    after = loaded(written("a.xlsx", data, note(in_cell("收支 总表", "B4"))))

    before = loaded(data)
    for sheet in before:
        other = after[sheet.title]
        assert [[c.value for c in row] for row in other] == [
            [c.value for c in row] for row in sheet
        ]
        assert [[c._style for c in row] for row in other] == [
            [c._style for c in row] for row in sheet
        ]
    assert list(after.defined_names) == ["总计"]
    assert len(after["收支 总表"]._charts) == 1
    assert after["收支 总表"]["B4"].value == "=SUM(B2:B3)"


def cells_of(data: bytes, part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The cells of a sheet, as they are written."""
    return re.search(rb"<sheetData>.*</sheetData>", parts(data)[part], re.DOTALL)[0]


def test_no_cell_changes_a_byte(tmp_path: Path) -> None:
    data = rich(tmp_path)

    assert cells_of(written("a.xlsx", data, note(in_cell("收支 总表", "B2")))) == cells_of(data)


def test_the_sheet_of_results_has_a_row_and_a_link_each(tmp_path: Path) -> None:
    data = rich(tmp_path)
    told = note(in_cell("收支 总表", "B4"), words="500", expected="510", sums=("甲 ≠ 乙 ✗",))

    after = annotated("a.xlsx", data, Job((told, note()), told=("另有 3 个问题在 说明.docx",))).data

    sheet = loaded(after)["检查结果"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert rows == [
        ["jslint 检查结果"],
        ["另有 3 个问题在 说明.docx"],
        ["序号", "级别", "规则", "位置", "原文", "应为", "说明", "计算", "另见"],
        ["1", "错误", "ABC101 甲乙不符", "收支 总表!B4", "500", "510", "甲与乙不符", "甲 ≠ 乙 ✗"],
        ["2", "错误", "ABC101 甲乙不符", "（不在某一格）", "甲", "甲与乙不符"],
    ]
    assert sheet["D4"].hyperlink.location == "'收支 总表'!B4"
    assert sheet["D5"].hyperlink is None


def test_several_notes_on_a_cell_are_one_comment_of_the_gravest_colour(tmp_path: Path) -> None:
    data = rich(tmp_path)
    cell = in_cell("收支 总表", "B4")
    mild = replace(note(cell), severity=Severity.WARNING, head="警告 ABC102 丙")

    after = written("a.xlsx", data, mild, note(cell))

    text = loaded(after)["收支 总表"]["B4"].comment.text
    assert text.startswith("警告 ABC102 丙\n")
    assert "\n\n错误 ABC101 甲乙不符\n" in text
    assert coloured(after) == {"sheet1:B4": "FFFFC7CE"}


def test_a_comment_is_no_longer_than_excel_opens(tmp_path: Path) -> None:
    cell = in_cell("收支 总表", "B4")
    long = replace(note(cell), message="甲" * 20_000)

    after = written("a.xlsx", rich(tmp_path), long, long, long)

    assert 30_000 < len(loaded(after)["收支 总表"]["B4"].comment.text) <= 32_767


def test_a_cell_with_somebodys_comment_keeps_it_and_that_is_told(tmp_path: Path) -> None:
    data = rich(tmp_path)

    made = annotated("a.xlsx", data, Job((note(in_cell("收支 总表", "B3")),)))

    assert noted(made.data) == {"收支 总表!B3": ("王审核", "请核对")}
    assert coloured(made.data) == {"sheet1:B3": "FFFFC7CE"}
    assert made.remarks == ("{path}：1 处的单元格已有别人的批注，没有另加；见工作表“检查结果”",)
    assert loaded(made.data)["检查结果"]["G3"].value.endswith("（此格已有别人的批注，没有另加）")
    english = annotated("a.xlsx", data, Job((note(in_cell("收支 总表", "B3")),), "en"))
    told = loaded(english.data)["检查结果"]["G3"].value
    assert told.endswith(" (the cell has somebody's comment; none was added)")
    assert parts(made.data)["xl/comments/comment1.xml"] == parts(data)["xl/comments/comment1.xml"]


def test_twice_gives_the_same_bytes_and_again_too(tmp_path: Path) -> None:
    data = rich(tmp_path)
    notes = [note(in_cell("收支 总表", "B4")), note(in_cell("说明", "A1")), note()]

    once = written("a.xlsx", data, *notes)

    assert written("a.xlsx", data, *notes) == once
    assert written("a.xlsx", once, *notes) == once


def test_other_notes_take_the_place_of_those_of_before(tmp_path: Path) -> None:
    once = written(
        "a.xlsx", rich(tmp_path), note(in_cell("收支 总表", "B4")), note(in_cell("说明", "A1"))
    )

    after = written("a.xlsx", once, note(in_cell("收支 总表", "A2")))

    assert noted(after) == {
        "收支 总表!B3": ("王审核", "请核对"),
        "收支 总表!A2": ("jslint", "错误 ABC101 甲乙不符"),
    }
    assert coloured(after) == {"sheet1:A2": "FFFFC7CE"}
    assert loaded(after).sheetnames == ["收支 总表", "说明", "检查结果"]
    boxes = parts(after)["xl/drawings/commentsDrawing1.vml"].decode()
    assert sorted(re.findall(r":Row>(\d+)</", boxes)) == ["1", "2"]
    assert b"extLst" not in parts(after)["xl/worksheets/sheet2.xml"]


def test_a_workbook_that_another_program_has_saved_since(tmp_path: Path) -> None:
    once = written("a.xlsx", rich(tmp_path), note(in_cell("收支 总表", "B4")))
    again = io.BytesIO()
    loaded(once).save(again)  # openpyxl drops the colours, and moves the comments

    after = written("a.xlsx", again.getvalue(), note(in_cell("收支 总表", "A2")))

    assert loaded(after).sheetnames == ["收支 总表", "说明", "检查结果"]
    assert {key: author for key, (author, _) in noted(after).items()} == {
        "收支 总表!B3": "王审核",
        "收支 总表!A2": "jslint",
    }


def test_a_comment_in_which_somebody_has_gone_on_stays(tmp_path: Path) -> None:
    once = written("a.xlsx", rich(tmp_path), note(in_cell("收支 总表", "B4")))
    name = "xl/comments/comment1.xml"
    answered = parts(once)[name].decode().replace("—— jslint", "—— jslint\n已核实，无误")
    saved = package.replaced(once, {name: answered.encode()})

    made = annotated("a.xlsx", saved, Job((note(in_cell("收支 总表", "B4")),)))

    assert loaded(made.data)["收支 总表"]["B4"].comment.text.endswith("已核实，无误")
    assert "此格已有别人的批注" in loaded(made.data)["检查结果"]["G3"].value


def test_conditions_as_excel_may_save_them_go_too() -> None:
    own = '<cfRule type="expression" dxfId="0" priority="1"><formula>"jslint" &lt;&gt; ""</formula></cfRule>'
    theirs = '<cfRule type="expression" dxfId="0" priority="2"><formula>A1&gt;0</formula></cfRule>'
    sheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>{}'
    both = f'<conditionalFormatting sqref="A1">{own}</conditionalFormatting>'
    both += f'<conditionalFormatting sqref="A1">{theirs}</conditionalFormatting>'

    after = written("a.xlsx", packages.excel(sheet.format(both)), note(in_cell("Sheet1", "A1")))

    part = parts(after)["xl/worksheets/sheet1.xml"].decode()
    assert part.count("<formula>") == 1
    assert theirs in part
    assert 'priority="3"' in part  # behind theirs, which still come first


def test_the_sheet_of_results_is_no_part_of_the_report(tmp_path: Path) -> None:
    data = rich(tmp_path)

    after = written("a.xlsx", data, note(in_cell("收支 总表", "B4")))

    assert readers.read("a.xlsx", after) == readers.read("a.xlsx", data)


def test_somebodys_own_sheet_of_that_name_stays(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "检查结果"
    book.active.append(["自查", "通过"])
    path = tmp_path / "own.xlsx"
    book.save(path)

    once = written("a.xlsx", path.read_bytes(), note(in_cell("检查结果", "A1")))
    after = written("a.xlsx", once, note(in_cell("检查结果", "B1")))

    assert loaded(after).sheetnames == ["检查结果", "检查结果2"]
    assert [cell.value for cell in loaded(after)["检查结果"][1]] == ["自查", "通过"]


def test_without_notes_a_workbook_stays(tmp_path: Path) -> None:
    data = rich(tmp_path)

    assert written("a.xlsx", data) == data


def test_macros_and_what_nobody_knows_stay_byte_for_byte(tmp_path: Path) -> None:
    stream = io.BytesIO(rich(tmp_path))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("xl/vbaProject.bin", bytes(range(256)))
        archive.writestr("customXml/item1.xml", "<a/>")
    data = stream.getvalue()

    after = written("a.xlsm", data, note(in_cell("收支 总表", "B4")))

    assert {"xl/vbaProject.bin", "customXml/item1.xml", "xl/styles.xml"}.isdisjoint(
        changed(data, after)
    )


def test_boxes_that_are_no_xml_are_left_and_that_is_told(tmp_path: Path) -> None:
    data = rich(tmp_path)
    name = "xl/drawings/commentsDrawing1.vml"
    broken = package.replaced(data, {name: parts(data)[name].replace(b"</xml>", b"<br></xml>")})

    made = annotated("a.xlsx", broken, Job((note(in_cell("收支 总表", "B4")),)))

    assert made.remarks == (
        "{path}：工作表“收支 总表”的批注不能改，只加了底色；见工作表“检查结果”",
    )
    assert coloured(made.data) == {"sheet1:B4": "FFFFC7CE"}
    assert noted(made.data) == {"收支 总表!B3": ("王审核", "请核对")}


def test_a_sheet_written_with_a_prefix() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = packages.excel('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
    sheet = (
        f'<x:worksheet xmlns:x="{space}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        "</x:row></x:sheetData><x:pageMargins left='1' right='1' top='1' bottom='1' header='1' "
        "footer='1'/></x:worksheet>"
    )
    data = package.replaced(data, {"xl/worksheets/sheet1.xml": sheet.encode()})

    after = written("a.xlsx", data, note(in_cell("Sheet1", "A1")))

    made = parts(after)["xl/worksheets/sheet1.xml"].decode()
    assert "<x:legacyDrawing " in made
    assert "<x:fill>" in made
    assert written("a.xlsx", after, note(in_cell("Sheet1", "A1"))) == after


def test_a_signed_workbook_is_refused(tmp_path: Path) -> None:
    stream = io.BytesIO(rich(tmp_path))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<a/>")

    with pytest.raises(UnannotatedError):
        written("a.xlsx", stream.getvalue(), note(in_cell("收支 总表", "B4")))


@pytest.mark.slow
def test_libreoffice_reads_comments_and_results(tmp_path: Path) -> None:
    data = rich(tmp_path)
    after = written("a.xlsx", data, note(in_cell("收支 总表", "B4")), note(in_cell("说明", "A1")))

    again = packages.converted(after, ".xlsx", "xlsx", tmp_path)

    texts = {key: words for key, (_, words) in noted(again).items()}
    assert texts == {
        "收支 总表!B3": "请核对",
        "收支 总表!B4": "错误 ABC101 甲乙不符",
        "说明!A1": "错误 ABC101 甲乙不符",
    }
    assert loaded(again)["检查结果"]["A3"].value == "1"
    once_more = written("a.xlsx", again, note(in_cell("收支 总表", "A2")))
    assert set(noted(once_more)) == {"收支 总表!B3", "收支 总表!A2"}  # though the authors are lost
    assert loaded(again)["检查结果"]["D3"].hyperlink.location.endswith("!B4")
    assert any(
        b"jslint" in part for name, part in parts(again).items() if "worksheets/sheet1" in name
    )
