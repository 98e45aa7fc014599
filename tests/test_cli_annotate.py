"""jslint annotate: which files are written, what is said, and what is never written over."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pypdf
import pytest

import packages
from annotating import anchored, comments, new_faults, parts
from jslint import cli
from jslint.cli import own
from jslint.errors import UsageError
from packages import p
from pdf_pages import Page, pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
OPEN = "2024年度本年支出合计500.00万元，比上年减少20.00万元，下降（增长）3.8%。"
DRAFT = p("三、支出决算情况说明") + p(OPEN)
CLEAN = p("三、支出决算情况说明") + p(OPEN.replace("（增长）", ""))

pytestmark = pytest.mark.filterwarnings("ignore:Conditional Formatting extension")


@pytest.fixture(autouse=True)
def _in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Each test in an empty folder, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.syspath_prepend(str(ROOT / "examples"))
    yield


def draft(name: str = "草稿.docx", content: str = DRAFT) -> Path:
    """A narrative with one thing to be found, or with this content."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packages.word(content))
    return path


def annotate(*arguments: str) -> int:
    """The exit status of the command, without any configuration."""
    return cli.main(("annotate", *arguments, "--no-config"))


def names(folder: str = ".") -> list[str]:
    """The files in and below a folder."""
    return sorted(str(one) for one in Path(folder).rglob("*") if one.is_file())


def test_a_copy_beside_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    before = draft().read_bytes()

    assert annotate("草稿.docx") == 0

    assert capsys.readouterr().out == "草稿.docx → 草稿（批注）.docx：1 条批注\n"
    assert Path("草稿.docx").read_bytes() == before
    assert anchored(Path("草稿（批注）.docx").read_bytes()) == {"0": "下降（增长）"}


def test_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    draft("draft.docx")

    assert annotate("draft.docx", "--lang", "en") == 0

    assert capsys.readouterr().out == "draft.docx → draft-annotated.docx: notes written: 1\n"
    [(_, _, words)] = comments(Path("draft-annotated.docx").read_bytes())
    assert words.startswith("error TXT101 ")
    assert "jslint:" not in words


def test_the_output_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    draft()

    assert annotate("草稿.docx", "-o", "审核.docx", "-q") == 0

    assert capsys.readouterr().out == ""
    assert names() == ["审核.docx", "草稿.docx"]


def test_a_folder_keeps_files_of_one_name_apart() -> None:
    draft("报告/甲/决算.docx")
    draft("报告/乙/决算.docx")

    assert annotate("报告", "-o", "批注/") == 0

    assert names("批注") == ["批注/乙/决算（批注）.docx", "批注/甲/决算（批注）.docx"]


def test_nothing_to_annotate_is_said_of_a_file_that_can_hold_no_notes_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("草稿.txt").write_text(
        "一、收入支出决算总体情况说明\n本年收入合计10.00万元。\n", encoding="utf-8"
    )

    assert annotate("草稿.txt", "--select", "PCT") == 0

    assert capsys.readouterr().out == "草稿.txt：没有要批注的问题，没有写文件\n"


def test_nothing_to_annotate_is_said_and_no_file_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    draft(content=CLEAN)

    assert annotate("草稿.docx") == 0

    assert capsys.readouterr().out == "草稿.docx：没有要批注的问题，没有写文件\n"
    assert names() == ["草稿.docx"]


def test_a_copy_of_before_that_is_out_of_date_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    draft()
    annotate("草稿.docx", "-q")
    draft(content=CLEAN)

    assert annotate("草稿.docx") == 0

    assert "草稿（批注）.docx 是以前写的，已经过时" in capsys.readouterr().out


def test_again_over_what_jslint_wrote_and_never_over_what_somebody_changed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    draft()
    copy = Path("草稿（批注）.docx")
    assert [annotate("草稿.docx", "-q") for _ in range(2)] == [0, 0]
    copy.write_bytes(copy.read_bytes() + b" ")

    assert annotate("草稿.docx") == 2

    assert "不是 jslint 写的，或写后改动过；要覆盖请加 --force" in capsys.readouterr().err
    assert copy.read_bytes().endswith(b" ")
    assert annotate("草稿.docx", "--force", "-q") == 0
    assert own.is_ours(str(copy))


def test_the_input_is_written_back_only_by_force(capsys: pytest.CaptureFixture[str]) -> None:
    before = draft().read_bytes()

    assert annotate("草稿.docx", "-o", "草稿.docx") == 2
    assert "确实要写回去，请加 --force" in capsys.readouterr().err
    assert Path("草稿.docx").read_bytes() == before

    assert annotate("草稿.docx", "-o", "草稿.docx", "--force") == 0
    assert anchored(Path("草稿.docx").read_bytes()) == {"0": "下降（增长）"}
    capsys.readouterr()
    assert annotate("草稿.docx", "-o", "草稿.docx", "--force") == 0
    assert "1 条批注已经在文件里，没有改动" in capsys.readouterr().out


def test_an_annotated_file_that_was_mended_loses_its_notes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    draft()
    annotate("草稿.docx", "-q")
    annotated = Path("草稿（批注）.docx").read_bytes()
    mended = {
        name: content.replace("（增长）".encode(), b"")
        for name, content in parts(annotated).items()
    }
    Path("二稿.docx").write_bytes(packages.package(mended))

    assert annotate("二稿.docx") == 0

    told = "二稿.docx → 二稿（批注）.docx：没有要批注的问题；去掉了 jslint 原有的批注\n"
    assert capsys.readouterr().out == told
    assert comments(Path("二稿（批注）.docx").read_bytes()) == []


def test_a_copy_of_a_copy_is_counted() -> None:
    draft()
    annotate("草稿.docx", "-q")

    assert annotate("草稿（批注）.docx", "-q") == 0

    copies = [Path(f"草稿（批注{number}）.docx").read_bytes() for number in ("", "2")]
    assert copies[0] == copies[1]


def test_folders_are_searched_without_the_copies(capsys: pytest.CaptureFixture[str]) -> None:
    draft()

    assert [annotate(".", "-q") for _ in range(2)] == [0, 0]

    assert names() == ["草稿.docx", "草稿（批注）.docx"]
    cli.main(("files", ".", "--no-config"))
    assert "jslint 写了批注的文件，原文件在旁边" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("甲.docx", "乙.docx", "-o", "丙.docx"), "-o 应是已有的文件夹", id="several"),
        pytest.param(("甲.docx", "-o", "丙.pdf"), "扩展名应是 .docx", id="another ending"),
        pytest.param(("甲.docx", "-o", "没有/丙.docx"), "没有这个文件夹", id="no such folder"),
        pytest.param(("甲.docx", "-o", "名单.docx"), "不是 jslint 写的", id="somebody's file"),
        pytest.param(("-",), "标准输入不能加批注", id="standard input"),
    ],
)
def test_what_is_refused_before_any_work(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("甲.docx", "乙.docx"):
        draft(name)
    Path("名单.docx").write_bytes(b"PK somebody's")

    assert annotate(*arguments) == 2

    assert words in capsys.readouterr().err
    assert names() == ["乙.docx", "名单.docx", "甲.docx"]


def test_what_cannot_hold_notes_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("草稿.txt").write_text(f"三、支出决算情况说明\n{OPEN}\n", encoding="utf-8")

    assert annotate("草稿.txt") == 2

    said = capsys.readouterr().err
    assert "草稿.txt：这里的 1 个问题没有批注：这种格式的文件不能加批注" in said
    assert names() == ["草稿.txt"]


def test_a_file_that_cannot_be_read_is_said_and_the_others_annotated(
    capsys: pytest.CaptureFixture[str],
) -> None:
    draft("甲.docx")
    Path("乙.docx").write_bytes(b"PK\x03\x04 broken")

    assert annotate("甲.docx", "乙.docx") == 2

    assert "乙.docx" in capsys.readouterr().err
    assert "甲（批注）.docx" in names()


def test_what_is_ignored_with_a_reason_has_no_note() -> None:
    draft()
    Path(".jslint-ignore.yaml").write_text(
        "- rule: TXT101\n  quote: 下降（增长）\n  reason: 样稿，正式稿再定\n", encoding="utf-8"
    )

    assert annotate("草稿.docx") == 0

    assert names() == [".jslint-ignore.yaml", "草稿.docx"]
    assert annotate("草稿.docx", "--no-suppressions", "-q") == 0
    assert len(comments(Path("草稿（批注）.docx").read_bytes())) == 1


def test_the_files_of_a_manifest_have_copies_of_their_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    draft("甲.docx")
    draft("乙.docx", p("四、其他情况说明") + p(OPEN.replace("500", "400").replace("支出", "收入")))
    Path("报告.yaml").write_text("jslint: 1\nfiles: [甲.docx, 乙.docx]\n", encoding="utf-8")

    assert annotate("报告.yaml", "-q") == 0
    assert names() == ["乙.docx", "乙（批注）.docx", "报告.yaml", "甲.docx", "甲（批注）.docx"]

    assert annotate("报告.yaml", "-o", "丙.docx") == 2
    assert "两个文件会写成同一个 丙.docx" in capsys.readouterr().err
    assert annotate("报告.yaml", "-o", "丁.pdf") == 2
    assert "丁.pdf 的扩展名应是 .docx" in capsys.readouterr().err
    assert not Path("丁.pdf").exists()


def test_a_copy_that_cannot_be_written_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft("甲.docx")
    draft("乙.docx")

    def full(path: str, data: object, lang: str) -> None:
        if path.startswith("甲"):
            raise UsageError("磁盘已满")
        Path(path).write_bytes(data)

    monkeypatch.setattr("jslint.cli.files.write", full)

    assert annotate("甲.docx", "乙.docx") == 2

    assert "磁盘已满" in capsys.readouterr().err
    assert "乙（批注）.docx" in names()


def test_a_pdf(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page()
    for at, line in enumerate(("三、支出决算情况说明", OPEN)):
        page.write(72, 100 + 40 * at, line, 10)
    Path("草稿.pdf").write_bytes(pdf(page))

    assert annotate("草稿.pdf") == 0

    [mark] = pypdf.PdfReader("草稿（批注）.pdf").pages[0]["/Annots"]
    assert mark.get_object()["/Subj"].startswith("错误 TXT101")


# The example, as people have it ------------------------------------------------------------------


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word and the Excel file of the faulty and of the clean example."""
    import sys

    sys.path.insert(0, str(ROOT / "examples"))
    import build
    import office

    top = tmp_path_factory.mktemp("pairs")
    office.pair(build.faulty(), top / "faulty")
    office.pair(build.clean(), top / "clean")
    return top


def test_the_faulty_pair_has_as_many_notes_as_diagnostics(pairs: Path, tmp_path: Path) -> None:
    shutil.copytree(pairs / "faulty", ".", dirs_exist_ok=True)
    before = {name: Path(name).read_bytes() for name in ("narrative.docx", "tables.xlsx")}

    assert annotate("narrative.docx", "tables.xlsx", "--as-one-report") == 0

    word, excel = (
        Path(name).read_bytes() for name in ("narrative（批注）.docx", "tables（批注）.xlsx")
    )
    words = anchored(word)
    assert list(words.values()) == [
        "and", "6个", "7.5%", "%；其他收入12.30万元，占0.6%；", "1,201.40万元", "6.9%", "增长6.6", "5.3%",
        "96.1%", "大于预算数", "住房保障支出（款）", "住房保障支出（款）",
        words["12"], words["13"],
        "147.65万元", "下降（增长）", "29.6%", "2.1人次", "（", "九、国有资本经营预算支出决算情况说明",
        "XX服务和存", "截至2023年12月31日", "7%", "四川省云领数据档案中心", "2辆", "部分附件。。",
    ]  # fmt: skip
    assert words["12"] == words["13"]
    assert words["12"].startswith("基本工资、津贴补贴")
    assert [author for _, author, _ in comments(word)] == ["jslint"] * 26
    assert len(list(docx.Document("narrative（批注）.docx").comments)) == 26
    book = openpyxl.load_workbook("tables（批注）.xlsx")
    noted = {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text.split("\n")[0]
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert {key: text.split()[1] for key, text in noted.items()} == {
        "03!D7": "SUM301",
        "13!J6": "CNT202",
    }
    assert book["检查结果"]["A2"].value == "同一份报告里，另有 26 个问题在 narrative.docx"
    for name, after in (("narrative.docx", word), ("tables.xlsx", excel)):
        assert Path(name).read_bytes() == before[name]
        assert new_faults(tmp_path / "faults", name, before[name], after) == set()


def test_the_page_shows_a_comment_as_it_is_written(pairs: Path) -> None:
    shutil.copytree(pairs / "faulty", ".", dirs_exist_ok=True)
    annotate("narrative.docx", "tables.xlsx", "--as-one-report", "-q")

    page = (ROOT / "docs" / "annotate.md").read_text(encoding="utf-8")
    shown = page.partition("```text\n")[2].partition("\n```")[0]

    words = [said for _, _, said in comments(Path("narrative（批注）.docx").read_bytes())]
    assert shown in words


def test_the_clean_pair_stays_as_it_is(pairs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(pairs / "clean", ".", dirs_exist_ok=True)

    assert annotate("narrative.docx", "tables.xlsx", "--as-one-report") == 0

    assert capsys.readouterr().out.count("没有要批注的问题，没有写文件") == 2
    assert names() == ["narrative.docx", "tables.xlsx"]


def test_the_pair_in_a_folder_is_one_report_and_two_runs_are_alike(pairs: Path) -> None:
    shutil.copytree(pairs / "faulty", ".", dirs_exist_ok=True)

    annotate(".", "-q")
    once = {name: Path(name).read_bytes() for name in names()}
    annotate(".", "-q")

    assert {name: Path(name).read_bytes() for name in names()} == once
    assert len(once) == 4


def test_what_is_found_in_an_annotated_pair_is_the_same(
    pairs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(pairs / "faulty", ".", dirs_exist_ok=True)
    options = ("--as-one-report", "--no-config", "-q", "--output-format", "concise")
    cli.main(("check", "narrative.docx", "tables.xlsx", *options))
    before = capsys.readouterr().out
    annotate("narrative.docx", "tables.xlsx", "--as-one-report", "-q")

    cli.main(("check", "narrative（批注）.docx", "tables（批注）.xlsx", *options))

    assert capsys.readouterr().out.replace("（批注）", "") == before


@pytest.mark.slow
def test_libreoffice_opens_the_annotated_pair(pairs: Path, tmp_path: Path) -> None:
    shutil.copytree(pairs / "faulty", ".", dirs_exist_ok=True)
    annotate("narrative.docx", "tables.xlsx", "--as-one-report", "-q")
    word = Path("narrative（批注）.docx").read_bytes()

    (tmp_path / "word").mkdir()
    (tmp_path / "excel").mkdir()
    again = packages.converted(word, ".docx", "docx", tmp_path / "word")
    excel = packages.converted(
        Path("tables（批注）.xlsx").read_bytes(), ".xlsx", "xlsx", tmp_path / "excel"
    )

    assert sorted(anchored(again).values()) == sorted(anchored(word).values())
    book = openpyxl.load_workbook(io.BytesIO(excel))
    assert book["03"]["D7"].comment.text.startswith("错误 SUM301")
    assert book["检查结果"]["D4"].value == "03!D7"
