"""Fixes in Word files, as tracked changes, and in the cells of Excel files."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

import packages
from fixing import broken_laws, fix
from jslint import cli, readers
from jslint.document import Paragraph, Place
from jslint.edits import Edit
from jslint.fixes import excel, formulas, word
from jslint.fixes.errors import UneditableError
from jslint.readers import ooxml
from packages import p, r, tbl, tr

ROOT = Path(__file__).parents[1]
HEAD = p("2024年度云岭市档案馆部门决算") + p("三、支出决算情况说明")
RIGHT = "2024年度本年支出合计120.00万元，比上年增加20.00万元，增长20.0%。"
OPEN = RIGHT.replace("增长", "增长（下降）")


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)


def body(data: bytes) -> str:
    """What stands in the body of a Word file's main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("word/document.xml").decode()
    return xml.partition("<w:body>")[2].removesuffix("</w:body></w:document>")


def words(data: bytes, tracked: str = "accepted") -> list[str]:
    """The paragraphs as they are read."""
    report = readers.read("a.docx", data, tracked=tracked)
    blocks = (block for path in report.walk() for block in path[-1].blocks)
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


def fixed(content: str, *options: str) -> bytes:
    """A Word file with this content below a heading, after fixing."""
    path = Path("a.docx")
    path.write_bytes(packages.word(HEAD + content))
    fix(path, *options)
    return path.read_bytes()


def others(data: bytes, *changed: str) -> dict[str, bytes]:
    """The parts of a package without those that may change."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name not in changed}


# Word --------------------------------------------------------------------------------------------


def test_a_deletion_keeps_the_looks_of_the_run() -> None:
    look = "<w:b/>"
    before, after = OPEN.split("（下降）")

    found = body(fixed(f"<w:p>{r(OPEN, look)}</w:p>"))

    kept = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    assert found == (
        f"{HEAD}<w:p>{kept.format(before)}"
        '<w:del w:id="1" w:author="jslint"><w:r><w:rPr><w:b/></w:rPr>'
        '<w:delText xml:space="preserve">（下降）</w:delText></w:r></w:del>'
        f"{kept.format(after)}</w:p>"
    )


def test_an_insertion_at_the_end_of_a_run() -> None:
    said = RIGHT.removesuffix("%。")

    found = body(fixed(f"<w:p>{r(said)}{r('。')}</w:p>"))

    insertion = '<w:ins w:id="1" w:author="jslint"><w:r><w:rPr></w:rPr><w:t xml:space="preserve">%</w:t></w:r></w:ins>'
    assert found == f"{HEAD}<w:p>{r(said)}{insertion}{r('。')}</w:p>"


def test_words_over_several_runs() -> None:
    one, two, three = OPEN.partition("（下")
    data = fixed(f'<w:p>{r(one)}<w:bookmarkStart w:id="7" w:name="甲"/>{r(two)}{r(three)}</w:p>')

    assert words(data)[-1] == RIGHT
    assert words(data, "original")[-1] == OPEN
    assert re.findall(r'w:(?:ins|del) w:id="(\d+)"', body(data)) == ["8", "9"]


def test_only_the_main_part_changes_and_others_stay() -> None:
    before = packages.word(HEAD + p(OPEN))

    after = fixed(p(OPEN))

    assert others(after, "word/document.xml") == others(before, "word/document.xml")
    assert body(after) != body(before)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            f'<w:p><w:ins w:id="1" w:author="甲">{r(OPEN)}</w:ins></w:p>', id="inserted by another"
        ),
        pytest.param(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(OPEN)}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
            id="the result of a field",
        ),
        pytest.param(
            "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>"
            f"{p(OPEN)}</w:sdtContent></w:sdt>",
            id="a text that Word takes from elsewhere",
        ),
        pytest.param(
            f'<w:p><w:r><w:rPr><w:rPrChange w:id="1" w:author="甲"><w:rPr/></w:rPrChange></w:rPr>'
            f"<w:t>{OPEN}</w:t></w:r></w:p>",
            id="looks that were changed",
        ),
    ],
)
def test_what_is_left_alone(content: str) -> None:
    before = packages.word(HEAD + content)

    assert fixed(content) == before


def test_a_fault_in_a_note_is_left_and_hinders_no_other_fix() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    noted = f'<w:footnote w:id="2">{p("本年支出合计120.00万元。。")}</w:footnote>'
    path = Path("a.docx")
    path.write_bytes(packages.word(f"{HEAD}<w:p>{r(OPEN)}{note}</w:p>", footnotes=noted))
    before = path.read_bytes()
    fix(path)
    after = path.read_bytes()
    assert RIGHT in words(after)
    assert others(after, "word/document.xml") == others(before, "word/document.xml")


def test_tabs_and_breaks_in_a_run_stay() -> None:
    start, end = OPEN[:10], OPEN[10:]
    said = f'<w:r w:rsidR="00A1"><w:t>{start}</w:t><w:tab/><w:t>{end}</w:t></w:r>'

    found = body(fixed(f"<w:p>{said}</w:p>"))

    assert "<w:tab/>" in found
    assert found.count('w:rsidR="00A1"') == 2  # both halves of the run, nothing of ours
    assert "（下降）</w:delText>" in found


def test_a_signed_document_is_not_touched() -> None:
    data = packages.word(HEAD + p(OPEN))
    signed = io.BytesIO(data)
    with zipfile.ZipFile(signed, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<a/>")
    path = Path("a.docx")
    path.write_bytes(signed.getvalue())

    fix(path)

    assert path.read_bytes() == signed.getvalue()


def test_special_characters_are_escaped() -> None:
    place = Place(order=(1, 2), paragraph=1, column=2)

    data = word.edited(packages.word(p("甲乙&lt;丙")), [Edit(place, "乙<", "&>")])

    assert words(data) == ["甲&>丙"]
    assert words(data, "original") == ["甲乙<丙"]


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(Place(order=(1, 3), column=3), id="other words there"),
        pytest.param(Place(order=(9, 1), column=1), id="no such paragraph"),
        pytest.param(Place(order=(1, 2)), id="no column"),
    ],
)
def test_what_does_not_stand_there(place: Place) -> None:
    with pytest.raises(UneditableError):
        word.edited(packages.word(p("甲乙丙")), [Edit(place, "乙", "丁")])


def test_what_others_read(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("2024年度云岭市档案馆部门决算", "三、支出决算情况说明", OPEN):
        document.add_paragraph(line)
    path = Path("a.docx")
    document.save(str(path))

    fix(path)

    again = packages.converted(path.read_bytes(), ".docx", "docx", tmp_path)
    said = docx.Document(str(path)).paragraphs[2].text
    assert said == RIGHT  # python-docx leaves deletions out
    assert words(again)[-1] == RIGHT
    assert words(again, "original")[-1] == OPEN


# Excel -------------------------------------------------------------------------------------------


def book(path: Path) -> openpyxl.Workbook:
    """The tables of the faulty example, with a bold cell and a formula that looks at none of them."""
    report = readers.read("r.txt", (ROOT / "examples/faulty/report.txt").read_bytes())
    import office  # noqa: PLC0415

    office.tables(report, path)
    return openpyxl.load_workbook(path)


@pytest.fixture(autouse=True)
def _examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "examples"))


def test_a_cell_keeps_its_format_and_the_rest_its_bytes() -> None:
    path = Path("a.xlsx")
    book(path)
    before = path.read_bytes()

    fix(path, "--unsafe-fixes")

    after = path.read_bytes()
    cell = openpyxl.load_workbook(path)["03"]["D7"]
    part = "xl/worksheets/sheet3.xml"
    old, new = (others(data)[part].decode() for data in (before, after))
    assert (cell.value, cell.number_format) == (769.05, "#,##0.00")
    assert others(after, part) == others(before, part)
    assert new == old.replace("<v>796.05</v>", "<v>769.05</v>")


def test_figures_in_cells_are_not_safe() -> None:
    path = Path("a.xlsx")
    book(path)
    before = path.read_bytes()

    fix(path)

    assert path.read_bytes() == before


def test_a_cell_that_a_formula_looks_at_is_left() -> None:
    path = Path("a.xlsx")
    made = book(path)
    made["03"]["Z40"] = "=SUM(D1:D50)"
    made.save(path)
    before = path.read_bytes()

    fix(path, "--unsafe-fixes")

    assert path.read_bytes() == before


def _cells(*cells: str, shared: str = "", styles: str = "") -> bytes:
    rows = f'<sheetData><row r="1">{"".join(cells)}</row></sheetData>'
    return packages.excel(rows, shared=shared, styles=styles)


def _edit(old: str, new: str, cell: str = "A1", column: int = 1) -> Edit:
    return Edit(Place(order=(1, 1, 1, column), sheet="Sheet1", cell=cell, column=column), old, new)


def _sheet(data: bytes) -> str:
    return others(data)["xl/worksheets/sheet1.xml"].decode()


_PERCENT = (
    '<numFmts count="1"><numFmt numFmtId="200" formatCode="#,##0.00,"/></numFmts>'
    '<cellXfs><xf/><xf numFmtId="10"/><xf numFmtId="4"/><xf numFmtId="200"/></cellXfs>'
)


@pytest.mark.parametrize(
    ("cell", "old", "new", "made"),
    [
        pytest.param('<c r="A1"><v>12.5</v></c>', "12.5", "15.2", "<v>15.2</v>", id="no format"),
        pytest.param('<c r="A1" s="1"><v>0.125</v></c>', "12.50", "15.20", "<v>0.152</v>", id="%"),
        pytest.param('<c r="A1" s="2"><v>1234.5</v></c>', "1,234.50", "1,243.50", "<v>1243.50</v>",
                     id="separators"),
        pytest.param('<c r="A1" s="3"><v>1234560</v></c>', "1,234.56", "1,243.56",
                     "<v>1243560</v>", id="thousands"),
    ],
)  # fmt: skip
def test_numbers(cell: str, old: str, new: str, made: str) -> None:
    found = _sheet(excel.edited(_cells(cell, styles=_PERCENT), [_edit(old, new)]))

    number = re.sub(r"<v>[^<]*</v>", "", found), re.findall(r"<v>([^<]*)</v>", found)
    assert number[0] == re.sub(r"<v>[^<]*</v>", "", _sheet(_cells(cell)))
    assert float(number[1][0]) == pytest.approx(float(made[3:-4]), rel=1e-12)


def test_a_shared_text_becomes_the_cells_own() -> None:
    shared = "<si><t>单位:万元</t></si>"
    cells = '<c r="A1" s="0" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c>'

    data = excel.edited(_cells(cells, shared=shared), [_edit(":", "：", column=3)])

    own = '<c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve">单位：万元</t></is></c>'
    assert _sheet(data) == _sheet(_cells(own + '<c r="B1" t="s"><v>0</v></c>'))


def test_a_text_of_the_cells_own_stays_one() -> None:
    cell = '<c r="A1" s="0" t="inlineStr"><is><t>单位:万元</t></is></c>'
    once = excel.edited(_cells(cell), [_edit(":", "：", column=3)])
    own = '<c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve">单位：万元</t></is></c>'
    assert _sheet(once) == _sheet(_cells(own))
    again = excel.edited(once, [_edit("万元", "元", column=4)])
    assert _sheet(again) == _sheet(_cells(own.replace("万元", "元")))


@pytest.mark.parametrize(
    ("cell", "shared"),
    [
        pytest.param('<c r="A1"><f>1+1</f><v>2</v></c>', "", id="a formula"),
        pytest.param('<c r="A1" t="b"><v>2</v></c>', "", id="a truth value"),
        pytest.param('<c r="A1" t="str"><v>2</v></c>', "", id="a formula's text"),
        pytest.param('<c r="A1" t="s"><v>0</v></c>', "<si><r><t>2</t></r></si>", id="rich text"),
        pytest.param(
            '<c r="A1" t="inlineStr"><is><r><t>2</t></r></is></c>', "", id="rich text of its own"
        ),
        pytest.param('<c r="A1"><v>3</v></c>', "", id="another number"),
        pytest.param('<c r="B1"><v>2</v></c>', "", id="another cell"),
        pytest.param(
            '<c r="A1"><v>2</v></c><c r="B1"><f>A1</f><v>2</v></c>', "", id="a figure used"
        ),
    ],
)
def test_cells_that_are_left(cell: str, shared: str) -> None:
    with pytest.raises(UneditableError):
        excel.edited(_cells(cell, shared=shared), [_edit("2", "5")])


@pytest.mark.parametrize(
    ("formula", "seen"),
    [
        pytest.param("<f>SUM(B1:C9)</f>", True, id="inside an area"),
        pytest.param("<f>SUM(C1:D9)</f>", False, id="beside one"),
        pytest.param("<f>$B$2*2</f>", True, id="absolute"),
        pytest.param("<f>Other!B2</f>", False, id="of another sheet"),
        pytest.param("<f>'乙 表'!B2</f>", False, id="of another sheet, quoted"),
        pytest.param("<f>合计数+1</f>", True, id="a name"),
        pytest.param("<f>SUM(B:B)</f>", True, id="a whole column"),
        pytest.param('<f>INDIRECT("C1")</f>', True, id="anywhere"),
        pytest.param('<f>IF(C1="B2",1,2)</f>', False, id="in a text only"),
        pytest.param('<f t="shared" ref="D1:D3" si="0">B1</f>', True, id="shared, further down"),
        pytest.param('<f t="array" ref="B1:B3">C1:C3</f>', True, id="filled by an array"),
    ],
)
def test_what_formulas_look_at(formula: str, *, seen: bool) -> None:
    data = packages.excel(
        f'<sheetData><row r="1"><c r="E1">{formula}<v>1</v></c></row></sheetData>'
    )
    root = ooxml.open_package(data, _meter()).xml("xl/worksheets/sheet1.xml")
    assert root is not None

    assert formulas.is_seen({"Sheet1": root}, "Sheet1", "B2") is seen


def _meter() -> object:
    from jslint.limits import Meter  # noqa: PLC0415

    return Meter("")


def test_the_pair_of_the_example(tmp_path: Path) -> None:
    import office  # noqa: PLC0415

    text = (ROOT / "examples/faulty/report.txt").read_text(encoding="utf-8")
    narrative, tables = office.pair(text, tmp_path)
    options = ("--no-config", "-q", "--as-one-report", "--fix", "--unsafe-fixes", "-o", "out")

    cli.main(("check", str(narrative), str(tables), *options))
    once = narrative.read_bytes(), tables.read_bytes()
    cli.main(("check", str(narrative), str(tables), *options))

    assert (narrative.read_bytes(), tables.read_bytes()) == once
    assert openpyxl.load_workbook(tables)["03"]["D7"].value == 769.05
    assert "公用经费174.65万元" in "".join(words(once[0]))


def test_laws_of_a_table_in_word() -> None:
    rows = (("科目名称", "合计", "基本支出", "项目支出"), ("合计", "30.00", "10.00", "20.00"))
    table = tbl(*(tr(*row) for row in rows), tr("教育支出", "30.00", "10.00", "20.00"))
    path = Path("a.docx")
    path.write_bytes(packages.word(f"{HEAD}{p(OPEN)}{p('支出决算表')}{p('单位：万元')}{table}"))

    assert broken_laws(path, "--unsafe-fixes") == []


def test_what_was_tried_in_vain_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A change that somebody else proposes in a Word file is theirs."""
    theirs = r("与上年相比，本年支出增加20.00万元，增长20.0。")
    change = f'<w:ins w:id="7" w:author="张三">{theirs}</w:ins>'
    Path("a.docx").write_bytes(
        packages.word(f"{HEAD}<w:p>{r('本年支出合计120.00万元。。')}{change}</w:p>")
    )

    cli.main(("check", "a.docx", "--diff", "--no-config", "-o", "out.txt"))

    assert capsys.readouterr().err.splitlines() == [
        "a.docx：可以修正 1 处，文件没有改动",
        "a.docx：另有 1 处试过，没有修正：那里不能改，或改了会引出别的问题",
    ]
