"""jslint why: one figure, by its place or as it is printed, with all that it has to do with others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from jslint import cli

if TYPE_CHECKING:
    Capture = pytest.CaptureFixture[str]

TEXT = """\
2024年度
某某局
三、支出决算情况说明
2024年度本年支出合计500.00万元，比上年增加50.00万元，增长12.0%，其中：基本支出300.00万元，占60.0%；项目支出200.00万元，占40.0%。
单价100万元以上设备3台（套）。
支出决算表
单位：万元
功能分类科目编码	科目名称	本年支出合计	基本支出	项目支出
	合计	500.00	300.00	200.00
205	教育支出	500.00	300.00	200.00
"""
PACKS = ("--pack", "arithmetic", "--pack", "tables")


@pytest.fixture(autouse=True)
def _draft(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")


def why(capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    status = cli.main(("why", "a.txt", *arguments, *PACKS))
    return status, *capsys.readouterr()


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        pytest.param(
            "60.0%",
            ["基本支出占比 60.0% = 基本支出 300.00万元 ÷ 本年支出合计 500.00万元 ✓"],
            id="a share",
        ),
        pytest.param(
            "12.0%",
            [
                "本年支出合计增减幅度 12.0% ≠ 本年支出合计增减额 50.00万元 ÷ "
                "(本年支出合计 500.00万元 − 本年支出合计增减额 50.00万元)，算得 11.1111% ✗"
            ],
            id="a broken growth",
        ),
        pytest.param(
            "9:12",
            ["本年支出合计 500.00 = 基本支出 300.00 + 项目支出 200.00 ✓"],
            id="a cell of a text",
        ),
        pytest.param(
            "500.00万元",
            ["本年支出合计 500.00万元 = 基本支出 300.00万元 + 项目支出 200.00万元 ✓"],
            id="a whole of the text",
        ),
    ],
)
def test_each_computation_is_shown_with_its_numbers(
    place: str, lines: list[str], capsys: Capture
) -> None:
    status, said, _ = why(capsys, place)

    assert status == 0
    assert [line for line in lines if f"    {line}\n" not in said] == [], said


@pytest.mark.parametrize(
    ("place", "count"),
    [
        pytest.param("500.00", 3, id="a number wherever it stands"),
        pytest.param("５００．００", 3, id="in full width"),
        pytest.param("500.00万元", 1, id="with its unit"),
        pytest.param("9:5", 1, id="line and column"),
        pytest.param("a.txt:9:5", 1, id="as check prints it"),
        pytest.param("占60.0%", 1, id="among words"),
        pytest.param("基本支出300.00万元，占", 1, id="among more words"),
    ],
)
def test_a_figure_is_found(place: str, count: int, capsys: Capture) -> None:
    status, said, _ = why(capsys, place, "--output-format", "json")

    assert status == 0
    assert len(json.loads(said)["figures"]) == count


def test_the_file_and_the_place_may_be_written_as_check_prints_them(capsys: Capture) -> None:
    Path("b:1").mkdir()
    Path("b:1/a.txt").write_text(TEXT, "utf-8")

    assert cli.main(("why", "a.txt:9:5", *PACKS)) == 0
    one = capsys.readouterr().out
    assert cli.main(("why", "b:1/a.txt:9:5", *PACKS)) == 0
    assert capsys.readouterr().out == one.replace("a.txt", "b:1/a.txt")
    assert cli.main(("why", "a.txt", *PACKS)) == 2
    assert "缺少 位置|数" in capsys.readouterr().err
    assert cli.main(("why", "none.txt:9:5", *PACKS)) == 2
    assert "缺少 位置|数" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("205",), "“205”是编码、行次或栏次一类的编号，不是数", id="a code"),
        pytest.param(("3:1",), "三、支出决算情况说明”里的编号不是数", id="a heading"),
        pytest.param(("9:2", "--lang", "en"), "no figure in the cell", id="a label"),
        pytest.param(("4:1",), "附近的数：500.00万元（4:", id="what is near"),
        pytest.param(("501.00",), "、500.00万元（4:", id="a number like it"),
        pytest.param(("收入!B7",), "收入!B7 没有数", id="no such sheet"),
    ],
)
def test_where_no_figure_stands_that_is_said(
    arguments: tuple[str, ...], words: str, capsys: Capture
) -> None:
    status, said, error = why(capsys, *arguments)

    assert (status, said) == (2, "")
    assert words in error


def test_json_holds_the_operands_and_the_other_statements(capsys: Capture) -> None:
    _, said, _ = why(capsys, "60.0%", "--output-format", "json")

    whole = json.loads(said)
    assert (whole["version"], whole["path"], whole["place"]) == (1, "a.txt", "60.0%")
    (figure,) = whole["figures"]
    assert (figure["name"], figure["checked"], figure["statements"]) == ("基本支出占比", True, [])
    share = next(one for one in figure["relations"] if one["kind"] == "ratio")
    assert (share["fit"], share["rules"]) == ("holds", ["PCT101"])
    assert [(one["text"], one["role"]) for one in share["operands"]] == [
        ("60.0%", "rate"),
        ("300.00万元", "part"),
        ("500.00万元", "total"),
    ]


def test_in_english_it_speaks_english(capsys: Capture) -> None:
    _, said, _ = why(capsys, "12.0%", "--lang", "en")

    assert "state: checked, relations: " in said
    assert "comes to 11.1111% ✗" in said


def test_what_is_not_checked_says_why(capsys: Capture) -> None:
    _, said, _ = why(capsys, "100万元")

    assert "状态：未核对：是名称里的标准，不是决算数" in said


@pytest.mark.parametrize("place", ["表1!C5", "表1!c5", "支出决算表！C5"])
def test_a_cell_of_a_workbook_is_found_by_its_sheet_or_its_table(
    place: str, capsys: Capture
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "表1"
    for row in TEXT.splitlines()[5:]:
        sheet.append(row.split("\t"))
    book.save("b.xlsx")

    cli.main(("why", "b.xlsx", place, *PACKS))

    said = capsys.readouterr().out
    assert said.startswith("b.xlsx:表1!C5：500.00 《支出决算表》教育支出 本年支出合计\n")
    assert "教育支出" in said


def test_many_figures_are_listed_and_not_explained(capsys: Capture) -> None:
    Path("a.txt").write_text(
        TEXT.replace("205\t", "205\t教育支出\t500.00\t300.00\t200.00\n20501\t" * 4), "utf-8"
    )

    _, said, _ = why(capsys, "500.00")

    assert "这里有 7 个数" in said
    assert "关系：\n" not in said


def test_an_average_is_told_in_yuan(capsys: Capture) -> None:
    text = "三、支出决算情况说明\n公务接待费0.50万元，接待6批次48人次，人均104.17元。\n"
    Path("a.txt").write_text(text, "utf-8")

    status, shown, _ = why(capsys, "104.17")

    assert status == 0
    assert "0.50万元 ÷ " in shown
    assert "算得 104.16667元 ✓（舍入以内）" in shown


def test_the_packs_are_those_that_a_check_would_use(capsys: Capture) -> None:
    Path("自己.yaml").write_text("pack: own\ntitle: 自己\nrules: []\n", "utf-8")
    Path(".jslint.yaml").write_text("packs: [自己.yaml]\n", "utf-8")

    assert cli.main(("why", "a.txt", "60.0%")) == 0

    assert "状态：未核对" in capsys.readouterr().out
