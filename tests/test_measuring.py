"""The table of measured figures, and the picture of growth: read, kept and drawn rightly."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from benchmarks import evidence, growth_plot  # noqa: E402

NAMES = {part.name for part in evidence.PARTS}


def part(name: str) -> evidence.Part:
    return next(one for one in evidence.PARTS if one.name == name)


@pytest.mark.parametrize(
    ("name", "printed", "value"),
    [
        pytest.param(
            "cases",
            "x.txt: found 1/1, unlabelled errors and warnings 0, diagnostics 2, 0.41 s\n"
            "all 109 documents: found 70/71, unlabelled errors and warnings 2, wholly right 107\n",
            "109 份：找到 70/71，误报 2",
            id="cases",
        ),
        pytest.param(
            "random",
            "500 reports, 3 with an error or a warning, 62 s\nby manner: single 0/100\n",
            "500 份中 3 份",
            id="random",
        ),
        pytest.param("slips", "\nslips 90, noticed 98.9%, named 97.8%\n", "90 处的 98.9%", id="slips"),
        pytest.param(
            "documents",
            "points 143 of 243: 58.8%\nfound 200/243, false alarms 2, wrong values 14; of debatable",
            "58.8 分：找到 200/243，误报 2，应为写错 14",
            id="documents",
        ),
        pytest.param(
            "one-slip",
            "several  55 slips, 50 heard, 1.02 findings a slip: one 98.0 %, named 100.0 %, "
            "figure 96.0 %, value 94.0 %, wrong 2.0 %\none      5 slips, 5 heard",
            "50 处：只报一条 98.0%，应为正确 94.0%，指错 2.0%",
            id="one slip",
        ),
        pytest.param(
            "mutation",
            "r.txt\n  swap   130/134   97.0 %\n  shift  183/186   98.4 %\n"
            "  last   146/201   72.6 %\n  word    16/16   100.0 %\n",
            "换位 130/134，小数点 183/186，末位 146/201，方向 16/16",
            id="mutation",
        ),
        pytest.param("growth", "exponent 0.99, 4000 items 4.90 s", "0.99", id="growth, full"),
        pytest.param(
            "growth", "report             whole      1.02   0.1 0.2 s from 125", "1.02", id="growth"
        ),
        pytest.param(
            "growth", "report             whole    ! 1.32   0.1 0.2 s from 125", "1.32", id="too much"
        ),
        pytest.param(
            "sums", "1,000 sums, 0 disagreements, 3 s\n", "1,000 个中 0 个", id="sums"
        ),
    ],
)  # fmt: skip
def test_a_figure_is_taken_from_what_is_printed(name: str, printed: str, value: str):
    assert part(name).value(printed) == value


def test_what_prints_no_figure_is_not_measured():
    with pytest.raises(evidence.UnreadError, match="random"):
        part("random").value("Traceback")


def test_a_part_that_is_not_run_keeps_what_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    page = tmp_path / "page.md"
    page.write_text(f"前\n{evidence.BEGIN}\n旧\n{evidence.END}\n后\n", encoding="utf-8")
    old = {"value": "旧数", "date": "2026-01-01", "commit": "abc", "full": True, "command": "x"}
    data = tmp_path / "evidence.json"
    data.write_text(json.dumps({"cases": old, "random": old}), encoding="utf-8")
    monkeypatch.setattr(evidence, "DATA", data)
    monkeypatch.setattr(evidence, "PAGES", (page,))
    monkeypatch.setattr(evidence, "ROOT", tmp_path)
    printed = "7 reports, 1 with an error or a warning, 2 s\n"
    monkeypatch.setattr(evidence, "run", lambda *_, **__: printed)
    asked = argparse.Namespace(full=False, jobs=1)

    status = evidence._measure([part("cases"), part("random")], asked)

    kept = json.loads(data.read_text("utf-8"))
    assert status == 0
    assert kept["cases"] == old
    assert (kept["random"]["value"], kept["random"]["full"]) == ("7 份中 1 份", False)
    text = page.read_text("utf-8")
    assert text.startswith("前\n")
    assert text.endswith("后\n")
    assert "| 旧数 | 2026-01-01，abc | `x` |" in text
    assert "旧\n" not in text
    assert "cases: " in capsys.readouterr().out


def test_a_part_that_fails_keeps_what_it_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    data = tmp_path / "evidence.json"
    monkeypatch.setattr(evidence, "DATA", data)
    monkeypatch.setattr(evidence, "PAGES", ())
    monkeypatch.setattr(evidence, "run", lambda *_, **__: "nothing")

    assert evidence._measure([part("fuzz")], argparse.Namespace(full=False, jobs=1)) == 1
    assert not data.exists()


@pytest.mark.parametrize("page", evidence.PAGES, ids=lambda page: page.name)
def test_pages_have_the_table_of_what_was_measured(page: Path):
    text = page.read_text("utf-8")

    assert evidence.filled(text, evidence.table(evidence.kept())) == text


def test_every_part_is_explained_and_its_files_are_there():
    page = (ROOT / "docs/evidence.md").read_text("utf-8")

    assert set(evidence.kept()) <= NAMES
    for one in evidence.PARTS:
        assert f"| `{one.name}` |" in page
        for full in (False, True):
            first = one.command(full).split(" ")[0]
            script = first if first.endswith(".py") else f"{first.replace('.', '/')}.py"
            folder = ROOT / first.replace(".", "/")
            assert (
                first == "jslint"
                or first.startswith("../")
                or (ROOT / script).exists()
                or folder.is_dir()
            )


# ---- growth -------------------------------------------------------------------------------------

SIZES = [10, 100, 1000]
TIMES = {
    stage: [0.01, 0.1, 1.0] if stage == "whole" else [0.001, 0.01, 0.1]
    for stage in growth_plot.STAGES
}


def test_a_cost_in_proportion_lies_on_the_dashed_line():
    drawn = ET.fromstring(growth_plot.svg(SIZES, TIMES))
    space = "{http://www.w3.org/2000/svg}"

    dashed, whole, *_ = (one.get("points") for one in drawn.iter(f"{space}polyline"))

    assert whole == dashed
    assert len(list(drawn.iter(f"{space}circle"))) == len(SIZES) * len(growth_plot.STAGES)


def test_the_largest_stands_right_and_on_top():
    drawn = growth_plot.svg(SIZES, TIMES)

    assert growth_plot._x(1000, SIZES) == growth_plot._RIGHT
    assert growth_plot._y(1.0, 0.0001, 1.0) == growth_plot._TOP
    assert ">1000</text>" in drawn
    assert ">1 s</text>" in drawn


def test_the_exponent_is_that_of_large_reports():
    sizes, times = [10, 500, 1000, 2000], [3.0, 0.5, 1.0, 2.0]

    assert growth_plot.slope_of(sizes, times) == pytest.approx(1.0)


def test_the_picture_and_the_page_are_of_what_was_measured():
    data = json.loads(growth_plot.DATA.read_text("utf-8"))
    page = growth_plot.PAGE.read_text("utf-8")

    assert growth_plot.PICTURE.read_text("utf-8") == growth_plot.svg(data["sizes"], data["times"])
    assert growth_plot.filled(page, data) == page
    assert (data["sizes"][0], data["sizes"][-1]) == (10, 4000)
