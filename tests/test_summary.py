"""jslint summary: a row a report, the list of bodies, what changed, letters, and a run that was killed."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import docx
import openpyxl
import pytest
from departments import departments, file_of, text

from jslint import cli
from jslint.formatters.natural import natural
from jslint.formatters.sheets import Cell, Grid, package, sheet_name
from jslint.summary.model import Expected
from jslint.summary.roster import expected

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = "{name}\n2024年度单位决算\n\n三、支出决算情况说明\n\n"
WRONG = "2024年度本年支出合计300.00万元，其中：基本支出200.00万元，占66.7%；项目支出90.00万元，占33.3%。\n"
RIGHT = "2024年度本年支出合计300.00万元，其中：基本支出200.00万元，占66.7%；项目支出100.00万元，占33.3%。\n"
#: Few rules, so that what is found is what a test has put there.
FEW = ("--select", "SUM,PCT")


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test in a folder of its own, in Chinese, with a cache of its own."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
    for name in ("LC_ALL", "JSLINT_NO_CACHE", "JSLINT_NO_RESULTS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def report(path: str, name: str, words: str = WRONG) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(HEAD.format(name=name) + words, encoding="utf-8")


def summed(*arguments: str) -> dict[str, Any]:
    """The summary as data."""
    assert cli.main(["summary", "报告", *FEW, "-q", "-o", "汇总.json", *arguments]) == 0
    return json.loads(Path("汇总.json").read_text(encoding="utf-8"))


def rows(book: str, sheet: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(book)[sheet].iter_rows(min_row=2, values_only=True))


def three() -> None:
    report("报告/10.txt", "云岭市第十档案馆")
    report("报告/2.txt", "云岭市第二档案馆")
    report("报告/1.txt", "云岭市第一档案馆", RIGHT)


# -- rows ----------------------------------------------------------------------------------------


def test_a_row_a_report_in_the_order_that_people_expect() -> None:
    three()

    told = summed("-o", "汇总.xlsx")

    bodies = [row["body"] for row in told["reports"]]
    assert bodies == ["云岭市第一档案馆", "云岭市第二档案馆", "云岭市第十档案馆"]
    assert [row["errors"] for row in told["reports"]] == [0, 1, 1]
    assert [row["families"] for row in told["reports"]] == [{}, {"SUM": 1}, {"SUM": 1}]
    assert [row["verdict"] for row in told["reports"]] == ["clean", "wrong", "wrong"]
    assert {row["figures"] for row in told["reports"]} == {5}
    shown = rows("汇总.xlsx", "汇总")
    assert [row[1] for row in shown] == bodies
    assert [row[5] for row in shown] == ["报告/1.txt", "报告/2.txt", "报告/10.txt"]


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        pytest.param(["馆10", "馆2"], ["馆2", "馆10"], id="digits"),
        pytest.param(["第十馆", "第二馆"], ["第二馆", "第十馆"], id="Chinese numerals"),
        pytest.param(["第二十馆", "第十九馆"], ["第十九馆", "第二十馆"], id="tens"),
        pytest.param(["第一百零馆", "第九十九馆"], ["第九十九馆", "第一百零馆"], id="hundreds"),
        pytest.param(["馆１０", "馆２"], ["馆２", "馆１０"], id="full width"),
        pytest.param(["馆b", "馆a"], ["馆a", "馆b"], id="letters"),
    ],
)
def test_natural_order(names: Sequence[str], ordered: Sequence[str]) -> None:
    assert sorted(names, key=natural) == ordered


def test_what_cannot_be_read_has_a_row_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    three()
    Path("报告/坏.pdf").write_bytes(b"%PDF-1.4 nothing")

    status = cli.main(["summary", "报告", *FEW, "-o", "汇总.json"])

    told = json.loads(Path("汇总.json").read_text(encoding="utf-8"))
    assert status == 2
    last = [row for row in told["reports"] if row["verdict"] == "unread"]
    assert [row["path"] for row in last] == ["报告/坏.pdf"]
    assert last[0]["reason"]
    assert "读不了 1 份" in capsys.readouterr().out


def test_findings_lead_to_their_files_and_cells() -> None:
    three()
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "支出表"
    for line in (
        ["支出决算表"],
        ["单位：万元"],
        ["功能分类科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        [None, "合计", "30.00", "20.00", "9.00"],
        ["201", "一般公共服务支出", "30.00", "20.00", "9.00"],
    ):
        sheet.append(line)
    Path("报告/表").mkdir()
    book.save("报告/表/附表.xlsx")

    assert cli.main(["summary", "报告", "--select", "SUM", "-q", "-o", "汇总.xlsx"]) == 0

    found = openpyxl.load_workbook("汇总.xlsx")["问题"]
    links = {
        row[1].value: (row[1].hyperlink, row[2].hyperlink) for row in found.iter_rows(min_row=2)
    }
    file, cell = links["报告/表/附表.xlsx"]
    assert file.target == "%E6%8A%A5%E5%91%8A/%E8%A1%A8/%E9%99%84%E8%A1%A8.xlsx"
    assert re.fullmatch(r"'支出表'![C-E][45]", cell.location)
    assert links["报告/2.txt"][0].location is None


def test_pages_written_before_are_linked() -> None:
    three()
    assert cli.main(["check", "报告", *FEW, "-q", "--output-format", "html=页面/"]) == 1

    told = summed("--pages", "页面")

    for row in told["reports"]:
        page = Path(row["page"])
        assert page.is_file()
        assert row["body"] in page.read_text(encoding="utf-8")


def test_pages_are_found_although_a_report_could_not_be_read() -> None:
    for number in range(9):
        report(f"报告/{number}.txt", f"云岭市第{number}档案馆", RIGHT)
    Path("报告/9.txt").write_text(
        "", encoding="utf-8"
    )  # the tenth: names have two digits from here
    assert cli.main(["check", "报告", *FEW, "-q", "--output-format", "html=页面/"]) == 2

    assert cli.main(["summary", "报告", *FEW, "-q", "-o", "汇总.json", "--pages", "页面"]) == 2

    told = json.loads(Path("汇总.json").read_text(encoding="utf-8"))
    assert [bool(row["page"]) for row in told["reports"]].count(True) == 9


def test_each_finding_leads_to_its_place_on_its_page() -> None:
    three()
    report("报告/4.txt", "云岭市第四档案馆", f"{WRONG}\n{WRONG}\n{WRONG}\n")
    assert cli.main(["check", "报告", *FEW, "-q", "--output-format", "html=页面/"]) == 1

    told = summed("--pages", "页面", "-o", "汇总.html")

    page = Path("汇总.html").read_text(encoding="utf-8")
    leads = re.findall(r'href="(%E9%A1%B5%E9%9D%A2/[^"]+)#(m1-[0-9a-f]{12})"', page)
    assert len(leads) == len(set(leads)) == len(told["diagnostics"])
    for where, anchor in leads:
        card = re.search(rf'<h4 id="{anchor}">', Path(unquote(where)).read_text(encoding="utf-8"))
        assert card is not None


def test_what_was_not_checked_is_listed_with_the_reason() -> None:
    report("报告/1.txt", "云岭市第一档案馆", RIGHT + "\n另有培训8.00场。\n")

    told = summed()

    left = [one for one in told["unchecked"] if one["what"].startswith("数字")]
    assert len(left) == 1
    assert left[0]["reason"]
    assert left[0]["path"] == "报告/1.txt"
    assert any("规则" in one["what"] for one in told["unchecked"])


@pytest.mark.parametrize("ending", [".xlsx", ".html", ".md", ".csv", ".json"])
def test_the_same_reports_give_the_same_bytes(ending: str) -> None:
    three()
    made = []
    for name in ("甲", "乙"):
        assert cli.main(["summary", "报告", *FEW, "-q", "-o", f"{name}{ending}"]) == 0
        made.append(Path(f"{name}{ending}").read_bytes())

    assert made[0] == made[1]


@pytest.mark.parametrize("ending", ["xlsx", "html", "md", "csv", "json"])
def test_a_file_of_any_name_is_summed_up(ending: str) -> None:
    """A name of bytes that are no text in the system's encoding, as an old archive unpacks it."""
    report(os.fsdecode(b"\xbe\xf6.txt"), "云岭市第一档案馆", RIGHT)

    assert cli.main(["summary", ".", *FEW, "-q", "-o", f"汇总.{ending}"]) == 0

    if ending == "html":
        assert 'href="%BE%F6.txt"' in Path("汇总.html").read_text(encoding="utf-8")


def test_nothing_of_a_report_is_live_in_any_format() -> None:
    name = "<script>alert(1)</script>档案馆"
    report("报告/=1+1.txt", "=cmd|云岭市档案馆", WRONG)
    report(f"报告/{name.replace('/', '-')}.txt", "云岭市<b>馆</b>", WRONG)

    summed("-o", "汇总.html", "-o", "汇总.csv", "-o", "汇总.md", "-o", "汇总.xlsx")

    page = Path("汇总.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "<script" not in Path("汇总.md").read_text(encoding="utf-8").replace("\\<script", "")
    for line in Path("汇总.csv").read_text(encoding="utf-8-sig").splitlines():
        assert not re.search(r"(?:^|,)\"?[=+@]", line)
    with zipfile.ZipFile("汇总.xlsx") as book:
        assert not any(b"<f>" in book.read(one) for one in book.namelist())


def test_without_an_output_it_prints_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    three()

    assert cli.main(["summary", "报告", *FEW]) == 0

    out = capsys.readouterr().out
    assert out.startswith("# 决算公开报告检查汇总\n")
    assert "| 2 | 云岭市第二档案馆 | 2024 | 单位 |" in out


def test_it_speaks_english(capsys: pytest.CaptureFixture[str]) -> None:
    three()

    assert cli.main(["summary", "报告", *FEW, "--lang", "en"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("# Summary of final-accounts reports\n")
    assert "reports: 3; with errors 2" in out


@pytest.mark.parametrize(
    ("level", "status"),
    [("never", 0), ("error", 1), ("warning", 1)],
)
def test_the_status_follows_fail_on(level: str, status: int) -> None:
    three()

    assert cli.main(["summary", "报告", *FEW, "-q", "-o", "a.md", "--fail-on", level]) == status


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("-o", "汇总.docx"), "只能写成", id="no such format"),
        pytest.param(("-o", "无/汇总.xlsx"), "没有这个文件夹", id="no such folder"),
        pytest.param(("-o", "别人的.xlsx"), "--force", id="somebody's work"),
        pytest.param(("--roster", "缺.csv"), "没有这个文件", id="no list"),
        pytest.param(("--since", "别的.json"), "不是 jslint summary 写的", id="no summary"),
        pytest.param(("--pages", "缺"), "没有这个文件夹", id="no pages"),
    ],
)
def test_what_cannot_be_done_is_refused_before_any_work(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    three()
    Path("别人的.xlsx").write_bytes(b"mine")
    Path("别的.json").write_text('{"version": 1}', encoding="utf-8")

    assert cli.main(["summary", "报告", *FEW, *arguments]) == 2

    assert said in capsys.readouterr().err
    assert Path("别人的.xlsx").read_bytes() == b"mine"


def test_its_own_outputs_are_no_reports_and_may_be_written_again() -> None:
    three()
    files = [f"报告/汇总{ending}" for ending in (".xlsx", ".html", ".md", ".csv", ".json")]
    outputs = [word for path in files for word in ("-o", path)]

    for _ in range(2):
        assert cli.main(["summary", "报告", *FEW, "-q", *outputs, "--letters", "报告/反馈"]) == 0

    assert len(json.loads(Path("报告/汇总.json").read_text(encoding="utf-8"))["reports"]) == 3


# -- the list of bodies --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "found"),
    [
        pytest.param(
            [["单位名称"], ["甲馆"], ["乙馆"], ["甲馆"]],
            [Expected("甲馆"), Expected("乙馆")],
            id="a column",
        ),
        pytest.param(
            [
                ["2024年度名单"],
                ["序号", "主管部门", "单位名称"],
                ["1", "档案局", "甲馆"],
                ["2", "", "乙馆"],
            ],
            [Expected("甲馆", "档案局"), Expected("乙馆", "档案局")],
            id="merged departments",
        ),
        pytest.param(
            [["部门", "单位"], ["档案局", ""], ["档案局", "档案局"]],
            [Expected("档案局", "档案局", whole=True), Expected("档案局", "档案局")],
            id="the department itself and its office",
        ),
        pytest.param(
            [["1", "甲馆"], ["2", "乙馆"]], [Expected("甲馆"), Expected("乙馆")], id="no head"
        ),
        pytest.param([["名称"], [" 甲 馆（本级） "]], [Expected("甲馆(本级)")], id="as printed"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_lists_of_bodies(table: list[list[str]], found: list[Expected]) -> None:
    assert list(expected(table)) == found


def test_the_lines_of_a_list_end_as_they_like() -> None:
    report("报告/1.txt", "云岭市第一档案馆", RIGHT)
    Path("名单.csv").write_bytes("单位名称\r云岭市第一档案馆\r云岭市第二档案馆\r".encode())

    told = summed("--roster", "名单.csv")

    assert [(one["what"], one["name"]) for one in told["roster"]] == [
        ("missing", "云岭市第二档案馆")
    ]


def test_a_list_that_is_no_csv_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    three()
    Path("名单.csv").write_text('单位名称\n"' + "馆\n" * 100_000, encoding="utf-8")

    assert cli.main(["summary", "报告", *FEW, "--roster", "名单.csv"]) == 2

    assert "名单.csv:65538: 到这里读不成 csv" in capsys.readouterr().err


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_who_did_not_hand_in_who_did_twice_and_who_is_not_on_the_list(ending: str) -> None:
    three()
    report("报告/二稿/2.txt", "云岭市第二档案馆")
    names = ["单位名称", "云岭市第一档案馆", "云岭市第二档案馆", "云岭市第三档案馆"]
    if ending == ".csv":
        Path("名单.csv").write_bytes("\r\n".join(names).encode("gb18030"))
    else:
        book = openpyxl.Workbook()
        for name in names:
            book.active.append([name])  # type: ignore[union-attr]
        book.save("名单.xlsx")

    told = summed("--roster", f"名单{ending}", "-o", "汇总.xlsx")

    assert [(one["what"], one["name"]) for one in told["roster"]] == [
        ("missing", "云岭市第三档案馆"),
        ("twice", "云岭市第二档案馆"),
        ("unlisted", "云岭市第十档案馆"),
    ]
    assert [row[0] for row in rows("汇总.xlsx", "名单")] == [
        "没有交来",
        "交了不止一份",
        "不在名单里",
    ]


def test_reports_of_two_years_are_not_one_handed_in_twice() -> None:
    report("报告/今年.txt", "云岭市第二档案馆")
    Path("报告/去年.txt").write_text(
        Path("报告/今年.txt").read_text(encoding="utf-8").replace("2024", "2023"), encoding="utf-8"
    )
    Path("名单.csv").write_text("单位\n云岭市第二档案馆\n", encoding="utf-8")

    assert summed("--roster", "名单.csv")["roster"] == []


# -- what changed --------------------------------------------------------------------------------


def test_what_changed_since_the_last_summary() -> None:
    three()
    report("报告/3.txt", "云岭市第三档案馆")
    summed()
    Path("汇总.json").rename("上次.json")
    report("报告/1.txt", "云岭市第一档案馆", WRONG)
    report("报告/2.txt", "云岭市第二档案馆", "\n\n" + RIGHT)
    report("报告/10.txt", "云岭市第十档案馆", "\n\n\n" + WRONG)  # moved, and still there
    Path("报告/3.txt").unlink()
    report("报告/4.txt", "云岭市第四档案馆", RIGHT)

    told = summed("--since", "上次.json", "-o", "汇总.xlsx")

    assert [(one["what"], one["body"]) for one in told["changes"]] == [
        ("added", "云岭市第四档案馆"),
        ("gone", "云岭市第三档案馆"),
        ("new", "云岭市第一档案馆"),
        ("mended", "云岭市第二档案馆"),
        ("still", "云岭市第十档案馆"),
    ]
    shown = rows("汇总.xlsx", "变化")
    assert [row[0] for row in shown] == [
        "新交来的报告",
        "这次没有的报告",
        "新出现",
        "已改正",
        "仍在",
    ]


def test_a_figure_that_nobody_checks_any_more_is_not_told_as_mended() -> None:
    three()
    summed()
    Path("汇总.json").rename("上次.json")
    report("报告/2.txt", "云岭市第二档案馆", WRONG.replace("90.00", "■■"))

    told = summed("--since", "上次.json")

    kinds = {one["what"] for one in told["changes"] if one["body"] == "云岭市第二档案馆"}
    assert kinds == {"unchecked"}


def test_a_summary_of_the_same_reports_has_nothing_new() -> None:
    three()
    summed()
    Path("汇总.json").rename("上次.json")

    told = summed("--since", "上次.json")

    assert {one["what"] for one in told["changes"]} == {"still"}


# -- departments ---------------------------------------------------------------------------------


def _department(place: str) -> list[str]:
    """One small department in a folder; the names of its files."""
    (one,) = departments(2, 1, 3)
    names = []
    Path(place).mkdir(parents=True, exist_ok=True)
    for body in (one.whole, *one.units):
        Path(place, file_of(body)).write_text(text(body), encoding="utf-8")
        names.append(file_of(body))
    return names


def told_departments(*arguments: str) -> dict[str, Any]:
    assert (
        cli.main(["summary", *arguments, "--select", "SUM25,CNT25", "-q", "-o", "汇总.json"]) == 0
    )
    return json.loads(Path("汇总.json").read_text(encoding="utf-8"))


def test_a_folder_with_one_department_is_that_and_its_units() -> None:
    _department("报告/档案局")

    (one,) = told_departments("报告")["departments"]

    assert (one["name"], len(one["units"]), one["findings"]) == ("云岭市档案局", 3, [])


def test_units_in_folders_below_are_the_departments_too() -> None:
    names = _department("报告/档案局")
    Path("报告/档案局/下属").mkdir()
    for name in names[2:]:
        Path("报告/档案局", name).rename(Path("报告/档案局/下属", name))

    (one,) = told_departments("报告")["departments"]

    assert len(one["units"]) == 3


def test_several_departments_in_one_folder_are_told_apart_by_the_list_only() -> None:
    _department("报告")
    other = departments(2, 2, 3)[1]
    for body in (other.whole, *other.units):
        Path("报告", file_of(body)).write_text(text(body), encoding="utf-8")
    lines = ["主管部门,单位名称", *(f"{other.whole.name},{unit.name}" for unit in other.units)]
    (one,) = departments(2, 1, 3)
    lines += [f"{one.whole.name},{unit.name}" for unit in one.units]
    Path("名单.csv").write_text("\n".join(lines), encoding="utf-8")

    without, listed = told_departments("报告"), told_departments("报告", "--roster", "名单.csv")

    assert without["departments"] == []
    assert any("分不清单位属于哪个部门" in line for line in without["totals"])
    assert [len(one["units"]) for one in listed["departments"]] == [3, 3]
    assert all(not one["findings"] for one in listed["departments"])


def test_a_manifest_names_a_department_and_its_units() -> None:
    whole, *units = _department("报告")
    lines = ["jslint: 1", f"department: {whole}", "units:", *(f"  - {name}" for name in units[:2])]
    Path("报告/档案局.yaml").write_text("\n".join(lines), encoding="utf-8")

    named = told_departments("报告/档案局.yaml")
    below = told_departments("报告")

    for told in (named, below):
        (one,) = told["departments"]
        assert len(one["units"]) == 2
        assert [found["kind"] for found in one["findings"]] == ["absent"]
    assert len(named["reports"]) == 3
    assert len(below["reports"]) == 4  # the manifest itself is no report
    assert cli.main(["check", "报告", "--select", "SUM25", "-q"]) == 0


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("department: a.txt\nunits: b.txt", id="units are no list"),
        pytest.param("department: [a.txt]\nunits: [b.txt]", id="the department is a list"),
        pytest.param("department: a.txt\nunits: [b.txt]\nother: c", id="unknown key"),
    ],
)
def test_a_manifest_that_is_not_well_formed_is_refused(
    lines: str, capsys: pytest.CaptureFixture[str]
) -> None:
    three()
    Path("报告/组.yaml").write_text(f"jslint: 1\n{lines}\n", encoding="utf-8")

    assert cli.main(["summary", "报告", *FEW]) == 2

    assert "报告/组.yaml: 部门的清单写得不对" in capsys.readouterr().err


# -- letters -------------------------------------------------------------------------------------


def test_a_letter_for_each_body_with_findings(capsys: pytest.CaptureFixture[str]) -> None:
    three()

    assert cli.main(["summary", "报告", *FEW, "-o", "汇总.md", "--letters", "反馈"]) == 0

    assert sorted(path.name for path in Path("反馈").iterdir()) == [
        "云岭市第二档案馆2024单位.docx",
        "云岭市第十档案馆2024单位.docx",
    ]
    assert "反馈 2 份，在 反馈" in capsys.readouterr().err
    letter = docx.Document("反馈/云岭市第二档案馆2024单位.docx")
    assert letter.paragraphs[0].text == "云岭市第二档案馆2024年度决算公开报告检查情况"
    heads = [one.text for one in letter.paragraphs if one.style.name == "Heading 1"]
    assert heads == ["三、支出决算情况说明"]
    ((place, severity, message, wanted),) = [
        [cell.text for cell in row.cells] for row in letter.tables[0].rows[1:]
    ]
    assert (place.startswith("第6行"), severity) == (True, "错误")
    assert message.endswith(" [SUM101]")
    assert wanted in ("290.00万元", "100.00万元", "300.00万元", "")


def test_letters_of_names_alike_but_for_capitals_are_two_files() -> None:
    report("报告/1.txt", "云岭市A档案馆")
    report("报告/2.txt", "云岭市a档案馆")

    summed("--letters", "反馈")

    assert len({path.name.casefold() for path in Path("反馈").iterdir()}) == 2


def test_a_letter_is_not_written_over_somebodys_file(capsys: pytest.CaptureFixture[str]) -> None:
    three()
    Path("反馈").mkdir()
    Path("反馈/云岭市第二档案馆2024单位.docx").write_bytes(b"mine")
    arguments = ["summary", "报告", *FEW, "-q", "-o", "汇总.md", "--letters", "反馈"]

    assert cli.main(arguments) == 2
    assert Path("反馈/云岭市第二档案馆2024单位.docx").read_bytes() == b"mine"
    assert "云岭市第二档案馆2024单位.docx" in capsys.readouterr().err
    assert cli.main([*arguments, "--force"]) == 0
    first = Path("反馈/云岭市第二档案馆2024单位.docx").read_bytes()
    assert cli.main(arguments) == 0  # now it is ours
    assert Path("反馈/云岭市第二档案馆2024单位.docx").read_bytes() == first


# -- a run that was killed -----------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_that_was_killed_goes_on_where_it_was(jobs: str, tmp_path: Path) -> None:
    for number in range(60):
        report(f"报告/{number}.txt", f"云岭市第{number}档案馆")
    command = [
        *(sys.executable, "-c", "from jslint.cli import script; script()"),
        *("summary", "报告", *FEW, "-o", "汇总.json", "--timing", "-j", jobs),
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2])}
    kept = tmp_path / "cache" / "jslint" / "results"
    first = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while len(list(kept.glob("*/*.result"))) < 10:
        assert first.poll() is None, "it was done before it could be killed"
    first.send_signal(signal.SIGKILL)
    first.wait()
    known = len(list(kept.glob("*/*.result")))

    second = subprocess.run(command, env=environment, capture_output=True, check=False)

    assert 10 <= known < 60
    assert second.returncode == 0
    assert f"60 份，{jobs} 个进程，{known} 份用上次的结果" in second.stderr.decode()
    told = json.loads(Path("汇总.json").read_text(encoding="utf-8"))
    assert len(told["reports"]) == 60
    assert {row["errors"] for row in told["reports"]} == {1}
    assert len(list(kept.glob("*/*.result"))) == 60  # each report once


# -- the workbook --------------------------------------------------------------------------------


def test_cells_of_a_workbook(tmp_path: Path) -> None:
    grid = Grid(
        "a/b:c" * 10,
        (10, 10, 10),
        (("甲", "乙", "丙"), (7, "=1+1", Cell("文件", "甲 乙/丙.xlsx", "'表 1'!B2"))),
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(package([grid, Grid("二", (5,), (("一",),))]))

    book = openpyxl.load_workbook(path)

    assert book.sheetnames == [sheet_name("a/b:c" * 10), "二"]
    assert len(book.sheetnames[0]) == 31
    sheet = book.worksheets[0]
    assert sheet["A2"].value == 7
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert sheet["C2"].hyperlink.target == "%E7%94%B2%20%E4%B9%99/%E4%B8%99.xlsx"
    assert sheet["C2"].hyperlink.location == "'表 1'!B2"
