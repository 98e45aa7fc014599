"""Fixes: which diagnostics carry one, what it does to the file, and what is refused."""

from __future__ import annotations

import io
import json
import os
import stat
from pathlib import Path

import pytest

from fixing import broken_laws, fix, result_of
from jslint import cli, fixes
from jslint.cli import replacing
from jslint.document import Place, Run, Text
from jslint.edits import Edit, edit, rewritten
from jslint.fixes import text as texts
from jslint.fixes.errors import UneditableError
from pdf_pages import Page, pdf

ROOT = Path(__file__).parents[1]
HEAD = "2024年度云岭市档案馆部门决算\n三、支出决算情况说明\n"
TOTAL = "2024年度本年支出合计120.00万元，比上年增加20.00万元，增长20.0%。"


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> int:
    return cli.main(("check", "--no-config", *arguments))


def fixed(sentence: str, *options: str, name: str = "a.txt") -> str:
    """A sentence after fixing."""
    path = Path(name)
    path.write_text(HEAD + sentence + "\n", encoding="utf-8")
    fix(path, *options)
    return path.read_text(encoding="utf-8").removeprefix(HEAD).rstrip("\n")


# What is fixed -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        pytest.param(TOTAL[:-2] + "。", TOTAL, id="a missing per cent sign"),
        pytest.param(TOTAL + "。", TOTAL, id="a doubled full stop"),
        pytest.param(TOTAL.replace("，比", "，，比"), TOTAL, id="a doubled comma"),
        pytest.param(TOTAL.replace("，比", "， ，比"), TOTAL, id="with a space between"),
        pytest.param(TOTAL.replace("20.00万元", "20.00万"), TOTAL, id="万 without 元"),
        pytest.param(
            TOTAL.replace("增长", "增长（下降）"), TOTAL, id="a rate's word, by its change"
        ),
        pytest.param(TOTAL.replace("增长", "下降（增长）"), TOTAL, id="the other way round"),
        pytest.param(TOTAL.replace("增长", "下降/增长"), TOTAL, id="parted by a stroke"),
        pytest.param(
            TOTAL.replace("增加", "增加（减少）"), TOTAL, id="a change's word, by its rate"
        ),
    ],
)
def test_safe(wrong: str, right: str) -> None:
    assert fixed(wrong) == right


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "2024年度会议费支出10.00万元，比上年增加（减少）2.00万元。",
            id="no figure decides the word",
        ),
        pytest.param(
            TOTAL.replace("增加", "增加（减少）").replace("增长", "增长（下降）"),
            id="nor two open words",
        ),
        pytest.param(TOTAL.replace("。", "，。"), id="two marks, and either may be meant"),
        pytest.param("2024年度本年支出合计120.00，比上年增加。", id="an amount in an unknown unit"),
    ],
)
def test_not_guessed(sentence: str) -> None:
    assert fixed(sentence) == sentence


def test_the_word_of_a_comparison_with_the_budget() -> None:
    said = "2024年度会议费支出决算为9.36万元，完成预算78%，决算数大于（小于）预算数的主要原因是压减会议。"

    assert fixed(said) == said.replace("大于（小于）", "小于")


def test_half_width_marks_of_many_paragraphs_at_once() -> None:
    line = "项目支出，主要用于购置（含安装），以及维护，不包括其他"

    found = fixed(f"{line},也不包括杂项。\n\n{line};{line}。")

    assert found == f"{line}，也不包括杂项。\n\n{line}；{line}。"


def test_the_year_of_a_heading() -> None:
    text = (ROOT / "examples/clean/report.txt").read_text(encoding="utf-8")
    wrong = text.replace("第二部分 2024年度单位决算", "第二部分 2023年度单位决算")
    Path("a.txt").write_text(wrong, encoding="utf-8")

    fix(Path("a.txt"))

    assert wrong != text
    assert Path("a.txt").read_text(encoding="utf-8") == text


def test_figures_are_fixed_only_when_asked_for() -> None:
    text = (ROOT / "examples/clean/report.txt").read_text(encoding="utf-8")
    far = text.replace("公用经费174.65万元", "公用经费147.65万元")
    Path("a.txt").write_text(far, encoding="utf-8")

    fix(Path("a.txt"))
    untouched = Path("a.txt").read_text(encoding="utf-8")
    fix(Path("a.txt"), "--unsafe-fixes")

    assert untouched == far != text
    assert Path("a.txt").read_text(encoding="utf-8") == text


def test_the_example_of_faults() -> None:
    path = Path("report.txt")
    path.write_bytes((ROOT / "examples/faulty/report.txt").read_bytes())
    before = result_of(path)

    laws = broken_laws(path, "--unsafe-fixes")

    left = {one.rule for one in result_of(path).diagnostics}
    assert laws == []
    assert {one.rule for one in before.diagnostics} - left >= {
        "TIE308", "TIE323", "TXT101", "TXT202", "TXT204", "TXT304", "TXT312",
    }  # fmt: skip


# Byte for byte -----------------------------------------------------------------------------------

_WRONG = f"{HEAD}{TOTAL.replace('增长', '增长（下降）')}\n"
_RIGHT = f"{HEAD}{TOTAL}\n"
_BLOCK = 'jslint: 1  # 注\nmeta: {{year: 2024}}\nsections:\n- heading: "三、支出决算情况说明"\n  blocks:\n'


@pytest.mark.parametrize(
    ("name", "encoding", "mark"),
    [
        pytest.param("a.txt", "utf-8", b"", id="UTF-8"),
        pytest.param("a.txt", "utf-8", b"\xef\xbb\xbf", id="UTF-8 with its mark"),
        pytest.param("a.txt", "gb18030", b"", id="GB18030"),
        pytest.param("a.txt", "utf-16-le", b"\xff\xfe", id="UTF-16, little-endian"),
        pytest.param("a.txt", "utf-16-be", b"\xfe\xff", id="UTF-16, big-endian"),
        pytest.param("a.md", "utf-8", b"", id="Markdown"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(name: str, encoding: str, mark: bytes, end: str) -> None:
    def coded(text: str) -> bytes:
        return mark + text.replace("\n", end).encode(encoding)

    Path(name).write_bytes(coded(_WRONG))

    fix(Path(name))

    assert Path(name).read_bytes() == coded(_RIGHT)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        pytest.param("a.yaml", f'{_BLOCK}  -   "{{}}" # 完\n', id="double quotes"),
        pytest.param("a.yaml", f"{_BLOCK}  - '{{}}'\n", id="single quotes"),
        pytest.param("a.yaml", f"{_BLOCK}  -  {{}}\n", id="plain"),
        pytest.param("a.yaml", f"{_BLOCK}  - |-\n     {{}}\n", id="a block"),
        pytest.param(
            "a.json",
            '{{ "jslint":1,"meta":{{"year":2024}}, "sections":[{{"heading":"三、支出","blocks":["\\u4e00、\\t{}"]}}]}}',
            id="JSON with escapes beside",
        ),
    ],
)
def test_structured_reports(name: str, source: str) -> None:
    Path(name).write_text(source.format(TOTAL.replace("增长", "增长（下降）")), encoding="utf-8")

    fix(Path(name))

    assert Path(name).read_text(encoding="utf-8") == source.format(TOTAL)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(TOTAL.replace("增长", "增长（下\\u964d）"), id="an escape among the words"),
        pytest.param(TOTAL.replace("20.00万元", "20.00\\u4e07"), id="or right before them"),
    ],
)
def test_words_written_as_escapes_are_left(sentence: str) -> None:
    whole = json.dumps({"jslint": 1, "meta": {"year": 2024}, "sections": []})
    section = f'{{"heading": "三、支出", "blocks": ["{sentence}"]}}'
    source = whole.replace('"sections": []', f'"sections": [{section}]')
    Path("a.json").write_text(source, encoding="utf-8")

    fix(Path("a.json"))

    assert Path("a.json").read_text(encoding="utf-8") == source


def test_mark_up_among_the_words_is_kept_or_the_words_are_left() -> None:
    said = TOTAL.replace("增长20.0%", "**增长（下降）** 20.0%")

    assert fixed(said, name="a.md") in (said, said.replace("（下降）", ""))


# Edits -------------------------------------------------------------------------------------------


def _line(value: str, line: int = 1, column: int = 1) -> Text:
    return Text(value, (Run(0, Place(order=(line, column), line=line, column=column)),))


def test_an_edit_over_a_soft_break_has_no_place() -> None:
    broken = Text("甲乙丙丁", (*_line("").runs, Run(2, Place(order=(2, 1), line=2, column=1))))

    assert edit(broken, 1, 3, "戊") is None
    assert edit(broken, 2, 4, "戊") == Edit(
        Place(order=(2, 1), line=2, column=1, end_line=2, end_column=3), "丙丁", "戊"
    )


def test_only_what_differs_is_rewritten() -> None:
    made = rewritten(_line("截至2023年12月31日"), 0, 13, "截至2024年12月31日")

    assert [(one.place.column, one.old, one.new) for one in made] == [(6, "3", "4")]


def test_a_place_without_columns_has_no_edit() -> None:
    assert rewritten(Text("甲", (Run(0, Place(order=(1, 0), page=1)),)), 0, 1, "乙") == ()


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(Edit(Place(line=1, column=1, end_line=1), "乙", "丙"), id="other words there"),
        pytest.param(Edit(Place(line=9, column=1, end_line=9), "甲", "丙"), id="no such line"),
        pytest.param(Edit(Place(line=1, column=1, end_line=2), "甲", "丙"), id="two lines"),
        pytest.param(Edit(Place(line=1, column=1, end_line=1), "甲", "丙\n"), id="a new line"),
        pytest.param(Edit(Place(page=1), "甲", "丙"), id="no line"),
    ],
)
def test_what_does_not_stand_there_is_not_edited(wrong: Edit) -> None:
    with pytest.raises(UneditableError):
        texts.edited("甲\n".encode(), [wrong])


def test_formats() -> None:
    assert [
        name for name in ("a.txt", "a.md", "a.yaml", "a.json") if not fixes.can_edit(name)
    ] == []
    assert not fixes.can_edit("a.pdf")


# The command -------------------------------------------------------------------------------------

OTHER = "2024年度会议费支出12.00万元，比上年增加2.00万元，增长20.0%。"
_TWO = f"{HEAD}{TOTAL}。\n\n{OTHER.replace('增长', '增长（下降）')}\n"


def test_diff_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(_WRONG, encoding="utf-8")

    status = run("a.txt", "--diff")

    out, aside = capsys.readouterr()
    wrong, right = _WRONG.splitlines()[2], _RIGHT.splitlines()[2]
    assert out == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n 2024年度云岭市档案馆部门决算\n 三、支出决算情况说明\n"
        f"-{wrong}\n+{right}\n"
    )
    assert aside == "a.txt：可以修正 1 处，文件没有改动\n"
    assert status == 1
    assert Path("a.txt").read_text(encoding="utf-8") == _WRONG


def test_files_are_written_beside_a_diff(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(_WRONG, encoding="utf-8")
    run("a.txt", "--diff")
    alone = capsys.readouterr()

    run("a.txt", "--diff", "-o", "a.json", "--output-format", "concise=b.txt")

    assert capsys.readouterr() == alone
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["diagnostics"]
    assert "a.txt:3:" in Path("b.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["--diff", "--fix"])
def test_it_is_said_that_there_is_nothing_to_fix(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.txt").write_text(_RIGHT, encoding="utf-8")

    run("a.txt", option)
    told = capsys.readouterr().err
    run("a.txt", option, "-q")

    assert told == "没有可以修正的\n"
    assert capsys.readouterr().err == ""
    run("没有.txt", option)
    assert "没有可以修正的" not in capsys.readouterr().err


def test_fix_prints_what_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(_WRONG, encoding="utf-8")

    status = run("a.txt", "--fix", "--lang", "en")

    out, aside = capsys.readouterr()
    assert out.startswith("no problem found")
    assert aside == "a.txt: fixed 1\n"
    assert status == 0


def test_no_more_than_asked_for() -> None:
    Path("a.txt").write_text(_TWO, encoding="utf-8")
    Path("b.txt").write_text(_TWO, encoding="utf-8")

    run("a.txt", "b.txt", "--fix", "--max-fixes", "3", "-q")

    right = f"{HEAD}{TOTAL}\n\n{OTHER}\n"
    assert Path("a.txt").read_text(encoding="utf-8") == right
    assert Path("b.txt").read_text(encoding="utf-8") == _TWO.replace("。。", "。")


_HARMFUL = """\
pack: swap
title: 互换
rules:
  - id: SWP101
    name: swapped
    kind: pattern
    title: 互换
    severity: error
    message: "{excerpt}"
    message-en: "{excerpt}"
    reason: 试验
    basis: 试验
    fix: safe
    patterns: [{find: 甲甲, expect: 乙乙}, {find: 乙乙, expect: 甲甲}]
    examples: [{bad: "一、支出\\n甲甲。\\n", finds: 甲甲}, {good: "一、支出\\n丙。\\n"}]
"""


def test_trying_fixes_that_do_harm_ends(capsys: pytest.CaptureFixture[str]) -> None:
    Path("p.yaml").write_text(_HARMFUL, encoding="utf-8")
    text = HEAD + "".join(f"{number}号，，甲甲。\n" for number in range(100))
    Path("a.txt").write_text(text, encoding="utf-8")

    given = ("a.txt", "--fix", "--pack", "p.yaml", "--limit", "fix-trials=9")
    assert run(*given) == 1
    assert run(*given, "--lang", "en") == 1

    said = capsys.readouterr().err
    assert "a.txt：修正试得过多，超过上限 fix-trials=9，其余的没有再试" in said
    assert "a.txt: fixes are tried too often; the limit is fix-trials=9" in said
    assert Path("a.txt").read_text(encoding="utf-8") == text


def test_none_where_none_may_be(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(_TWO, encoding="utf-8")

    run("a.txt", "--fix", "--max-fixes", "0", "-q")

    assert Path("a.txt").read_text(encoding="utf-8") == _TWO
    assert capsys.readouterr().err == ""


def _piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("output", ["text", "json"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_standard_input_is_fixed_on_its_way_to_standard_output(
    encoding: str,
    output: str,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    good = f"{HEAD}{TOTAL}\r\n".encode(encoding)
    bad = f"{HEAD}{TOTAL}。\r\n".encode(encoding)
    Path("a.txt").write_bytes(b"of somebody")
    asked = ("-", "--fix", "--stdin-filename", "a.txt", "--output-format", output)

    _piped(monkeypatch, bad)
    assert run(*asked) == 0
    out, err = capsysbinary.readouterr()
    assert out == good
    assert "a.txt：修正了 1 处" in err.decode()
    assert (b'"diagnostics": []' if output == "json" else "未发现问题".encode()) in err

    # What is as it should be, and what is no report at all, comes through as it is.
    for data, status in ((good, 0), (b"\0\1\2", 2)):
        _piped(monkeypatch, data)
        assert run(*asked) == status
        assert capsysbinary.readouterr().out == data
    assert Path("a.txt").read_bytes() == b"of somebody"


def test_what_cannot_be_fixed_comes_through_with_its_diagnostics_aside(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    data = (HEAD + TOTAL.replace("20.0%", "30.0%") + "\n").encode()
    _piped(monkeypatch, data)

    assert run("-", "--fix", "--stdin-filename", "a.txt") == 1

    out, err = capsysbinary.readouterr()
    assert out == data
    assert "a.txt:3:".encode() in err


def test_standard_input_is_fixed_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.txt").write_text(HEAD + TOTAL, encoding="utf-8")

    assert run("-", "b.txt", "--fix", "--stdin-filename", "a.txt") == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert "不能再给别的文件" in err


def test_a_file_that_may_not_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    path = Path("a.txt")
    path.write_text(_WRONG, encoding="utf-8")
    path.chmod(0o444)

    status = run("a.txt", "--fix")

    assert status == 2
    assert "不能写入 a.txt" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == _WRONG


def test_the_mode_stays_and_links_are_followed() -> None:
    path = Path("real.txt")
    path.write_text(_WRONG, encoding="utf-8")
    path.chmod(0o640)
    Path("a.txt").symlink_to("real.txt")

    run("a.txt", "--fix")

    assert Path("a.txt").is_symlink()
    assert path.read_text(encoding="utf-8") == _RIGHT
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(one.name for one in Path().iterdir()) == ["a.txt", "real.txt"]


def test_a_file_that_was_changed_meanwhile_stays() -> None:
    path = Path("a.txt")
    path.write_bytes(b"3")

    with pytest.raises(replacing.ChangedError):
        replacing.replace("a.txt", b"1", b"2")

    assert path.read_bytes() == b"3"
    assert list(Path().iterdir()) == [path]


def test_files_of_one_report_are_fixed_each() -> None:
    Path("a.txt").write_text(_WRONG, encoding="utf-8")
    Path("b.md").write_text(f"四、其他说明\n\n{OTHER}。\n", encoding="utf-8")

    run("a.txt", "b.md", "--as-one-report", "--fix")

    assert Path("a.txt").read_text(encoding="utf-8") == _RIGHT
    assert Path("b.md").read_text(encoding="utf-8") == f"四、其他说明\n\n{OTHER}\n"


def test_a_manifest_is_not_touched_but_its_members_are() -> None:
    Path("a.txt").write_text(_WRONG, encoding="utf-8")
    Path("m.yaml").write_text("jslint: 1\nfiles: [a.txt]\n", encoding="utf-8")

    run("m.yaml", "--fix")

    assert Path("a.txt").read_text(encoding="utf-8") == _RIGHT
    assert Path("m.yaml").read_text(encoding="utf-8") == "jslint: 1\nfiles: [a.txt]\n"


def test_json_and_sarif_tell_the_fix(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(_WRONG, encoding="utf-8")

    run("a.txt", "--output-format", "json")
    said = json.loads(capsys.readouterr().out)["diagnostics"][0]["fix"]
    run("a.txt", "--output-format", "sarif")
    log = json.loads(capsys.readouterr().out)["runs"][0]["results"][0]["fixes"]

    column = _WRONG.splitlines()[2].index("（下降）") + 1
    place = {"line": 3, "column": column, "end_line": 3, "end_column": column + 4}
    assert said == {
        "safe": True,
        "edits": [{"path": "a.txt", "location": place, "old": "（下降）", "new": ""}],
    }
    region = {"startLine": 3, "startColumn": column, "endLine": 3, "endColumn": column + 4}
    assert log[0]["artifactChanges"] == [
        {
            "artifactLocation": {"uri": "a.txt"},
            "replacements": [{"deletedRegion": region, "insertedContent": {"text": ""}}],
        }
    ]


def test_a_pdf_is_not_fixed_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    page = Page()
    for number, line in enumerate([*HEAD.splitlines(), TOTAL[:30], f"{TOTAL[30:]}。"]):
        page.write(72, 100 + 24 * number, line)
    path = Path("a.pdf")
    path.write_bytes(pdf(page))
    before = path.read_bytes()

    run("a.pdf", "--fix", "--unsafe-fixes")

    assert path.read_bytes() == before
    assert capsys.readouterr().err == "a.pdf：这种格式的文件不能修正，没有改动\n"
