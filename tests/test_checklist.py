"""The checklist of a report: each verdict borne out, both of the faulty example and of a clean one."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
sys.path.insert(0, str(EXAMPLES))

import build  # noqa: E402
import exported  # noqa: E402
import office  # noqa: E402

from jslint import cli, engine, pack, readers  # noqa: E402
from jslint.checklist import days, document, judging, markdown, rows, terminal, workbook  # noqa: E402
from jslint.checklist.judging import Evidence  # noqa: E402
from jslint.checklist.model import Answer, Dates, Day, Filled, Verdict  # noqa: E402
from jslint.cli import rulebook  # noqa: E402
from jslint.errors import PackError  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

CLEAN, FAULTY = build.clean(), build.faulty()
PASSED, FAILED, UNCHECKED = Verdict.PASSED, Verdict.FAILED, Verdict.UNCHECKED
NOBODY = Dates()


def filled(
    text: str,
    packs: tuple[str, ...] = ("sichuan",),
    given: Dates = NOBODY,
    lang: str = "zh",
    **more: object,
) -> Filled:
    """The checklist of a report in plain text."""
    report = readers.read("report.txt", text.encode())
    ruleset = rulebook.with_checklist(pack.load(packs), packs)
    result = engine.lint(report, ruleset, lang, **more)  # type: ignore[arg-type]
    evidence = Evidence(result, {rule.entry.id: rule.entry for rule in ruleset.rules}, lang)
    found = judging.answers(pack.checklist(packs), evidence, report, given)
    return Filled(answers=found, path="report.txt", body=result.body, year=result.year, lang=lang)


def answers(text: str, *arguments: object, **more: object) -> dict[str, Answer]:
    return {one.item.item: one for one in filled(text, *arguments, **more).answers}  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def clean() -> dict[str, Answer]:
    return answers(CLEAN)


@pytest.fixture(scope="module")
def faulty() -> dict[str, Answer]:
    return answers(FAULTY)


def without(title: str) -> Callable[[str], str]:
    """An edit that takes a table out of the fifth part, by its title."""

    def edit(text: str) -> str:
        pattern = rf"(?ms)^{re.escape(title)}\n单位：万元\n.*?\n(?=\n|\Z)"
        assert len(re.findall(pattern, text)) == 1
        return re.sub(pattern, "", text)

    return edit


def lines(pattern: str) -> Callable[[str], str]:
    """An edit that takes out the lines which a pattern begins."""

    def edit(text: str) -> str:
        assert re.search(rf"(?m)^{pattern}", text)
        return re.sub(rf"(?m)^{pattern}.*\n", "", text)

    return edit


def put(was: str, now: str) -> Callable[[str], str]:
    """An edit that puts something else in the one place where something stands."""

    def edit(text: str) -> str:
        assert text.count(was) == 1
        return text.replace(was, now)

    return edit


#: For each item that the clean example passes, what breaks it, and words of the evidence for that.
BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "公开收支总体情况的三张表": (without("收入决算表"), "《收入决算表》"),
    "公开财政拨款收支情况的各张表": (
        without("一般公共预算财政拨款支出决算表"),
        "《一般公共预算财政拨款支出决算表》",
    ),
    "没有数据的表列出空表并说明": (
        lambda text: re.sub(
            r"(政府性基金预算财政拨款收入支出决算表\n(?:.*\n){3}\t合计)\t\t", r"\1\t\t5.00", text
        ),
        "政府性基金预算财政拨款收入支出决算表",
    ),
    "说明职责、机构设置，解释专业名词": (
        lines("二、机构设置|四川省云岭数据档案中心为公益"),
        "机构设置",
    ),
    "说明收支、机关运行经费、政府采购、国有资产和绩效情况": (
        put("（四）预算绩效管理情况\n", "（四）其他情况\n"),
        "预算绩效情况",
    ),
    "没有公开涉密内容和个人信息": (
        put("二、机构设置\n\n四川", "二、机构设置\n\n内部资料，不得外传。\n\n四川"),
        "内部资料",
    ),
    "四川省规定的十三张附表齐全": (without("财政拨款支出决算明细表"), "《财政拨款支出决算明细表》"),
    "各部分齐全，次序正确": (put("第三部分 名词解释\n\n1", "第三部分 其他\n\n1"), "名词解释"),
    "决算情况说明各节齐全，次序正确": (
        put("三、支出决算情况说明\n\n2024", "三、其他情况\n\n2024"),
        "支出决算情况说明",
    ),
    "其他重要事项各项齐全": (put("（二）政府采购支出情况\n", "（二）采购情况\n"), "政府采购"),
    "功能分类列到项级科目": (
        lambda text: re.sub(
            r"(?ms)(一般公共预算财政拨款支出决算表\n.*?)(?=\n\n)",
            lambda match: re.sub(r"(?m)^\d{5,7}\t.*\n?", "", match[1]),
            text,
            count=1,
        ),
        "没有列到项级科目",
    ),
    "基本支出列到经济分类款级科目": (
        lambda text: re.sub(r"(?m)(^|\t)(3\d\d)\d\d\t", r"\1\2\t", text),
        "没有列到款级科目",
    ),
    "公务用车购置费与运行维护费分开": (lines("其中：公务用车购置支出0万元"), "公务用车购置费"),
    "说明公务用车购置数和保有量": (
        put("更新购置公务用车0辆", "更新购置公务用车1辆"),
        "购置公务用车数却为1辆",
    ),
    "说明国内公务接待批次、人次": (
        put("国内公务接待3批次，21人次", "国内公务接待0批次，0人次"),
        "国内公务接待",
    ),
    "说明决算与预算差异的原因": (
        put("决算数小于预算数的主要原因是年中人员变动。", "决算数小于预算数。"),
        "原因",
    ),
    "政府采购分货物、工程、服务，并说明中小企业份额": (
        put("、政府采购工程支出0万元", ""),
        "工程采购金额",
    ),
    "说明车辆和大型设备": (
        put("单价100万元（含）以上设备（不含车辆）3台（套）。", ""),
        "单价100万元以上的设备",
    ),
    "收支增减说明主要原因": (
        put("增长8.1%。主要变动原因是数字档案馆二期项目启动，相应增加了投入。", "增长8.1%。"),
        "增减的原因",
    ),
    "表内合计相符": (put("30101\t基本工资\t268.40", "30101\t基本工资\t286.40"), "应为268.40"),
    "收支总数在各表、各处说明中一致": (
        put("2024年度本年收入合计1,955.00万元", "2024年度本年收入合计1,995.00万元"),
        "1,995.00万元",
    ),
    "分科目、分项目的支出在各表、各处说明中一致": (
        put("支出决算为16.31万元", "支出决算为13.61万元"),
        "13.61万元",
    ),
    "“三公”经费在表与说明中一致": (put("支出决算为9.36万元", "支出决算为9.63万元"), "9.63万元"),
    "说明中的分项之和、占比计算正确": (put("占12.6%", "占16.2%"), "应为12.6%"),
    "说明中的增减幅度计算正确": (put("114.20万元，增长6.6%", "114.20万元，增长6.2%"), "应为6.6%"),
    "人员经费、公用经费所列科目与基本支出表一致": (
        put("物业管理费、差旅费", "差旅费"),
        "物业管理费",
    ),
    "所述数量与列举相符，人次不少于批次，车辆数前后相称": (
        put("由5个内设部门组成", "由6个内设部门组成"),
        "写作6个",
    ),
    "单位名称前后一致": (
        put("四川省云岭数据档案中心共有车辆", "四川省云领数据档案中心共有车辆"),
        "云领",
    ),
    "年度正确，没有沿用上年的年份": (
        put("截至2024年12月31日，采购合同", "截至2023年12月31日，采购合同"),
        "2023年12月31日",
    ),
    "没有模板残留": (put("主要用于数字化加工服务", "主要用于XX服务"), "占位符"),
    "科目名称规范": (
        put("住房改革支出（款）购房补贴", "住房保障支出（款）购房补贴"),
        "住房改革支出",
    ),
    "目录与正文一致，编号连续": (
        put("三、支出决算情况说明\n\n2024", "四、支出决算情况说明\n\n2024"),
        "编号",
    ),
    "表格注明金额单位": (
        put("\n\n财政拨款支出决算明细表\n单位：万元\n", "\n\n财政拨款支出决算明细表\n"),
        "单位",
    ),
    "文字、标点、数字写法规范": (put("第四部分附件。\n", "第四部分附件。。\n"), "标点重复"),
}
#: Every other item of the clean example, and why it was not checked.
OPEN = {
    "公开前经过保密审查": "须人工检查：查阅保密审查记录",
    "附件中的绩效自评材料齐全": "须人工检查：",
    "说明因公出国（境）团组数、人数": "报告里没有可核对的内容",
    "机关运行经费与上年比较": "报告里没有可核对的内容",
    "增减、大于小于的用词与数字相符": "没有印出上年数",
    "说明中的预算完成率计算正确": "没有印出预算数",
    "上年数、年初数与上年公开的决算一致": "没有给出上年的报告（--previous）",
    "公开的数与批复的决算、决算系统的报表一致": "没有给出本年的另一份材料（--against）",
    "年初预算数与批复的预算一致": "没有给出本年的另一份材料（--against）",
    "变动原因属实": "须人工检查：",
    "版面整洁、便于查阅": "须人工检查：",
    "批复后20日内公开": "没有批复日期",
    "在门户网站集中公开并长期保留": "须人工检查：",
}


def test_nothing_is_wrong_with_the_clean_example(clean: dict[str, Answer]) -> None:
    assert {name for name, one in clean.items() if one.verdict is PASSED} == BROKEN.keys()
    assert {name for name, one in clean.items() if one.verdict is UNCHECKED} == OPEN.keys()
    assert not any(one.found for one in clean.values())


@pytest.mark.parametrize("item", BROKEN)
def test_what_passes_could_have_failed(item: str) -> None:
    edit, words = BROKEN[item]

    one = answers(edit(CLEAN))[item]

    assert one.verdict is FAILED
    assert any(words in found.message or words in found.excerpt for found in one.found)


@pytest.mark.parametrize("item", OPEN)
def test_what_was_not_checked_says_why(item: str, clean: dict[str, Answer]) -> None:
    assert any(OPEN[item] in reason.words for reason in clean[item].reasons)


#: The items that the faulty example fails, each with the words planted for it.
FAULTS = {
    "说明公务用车购置数和保有量": ["购置公务用车数却为1辆"],
    "表内合计相符": ["796.05"],
    "分科目、分项目的支出在各表、各处说明中一致": ["1,201.40万元", "147.65万元"],
    "说明中的分项之和、占比计算正确": ["1,201.40万元", "5.3%", "147.65万元", "29.6%", "印作7%"],
    "说明中的增减幅度计算正确": ["7.5%"],
    "增减、大于小于的用词与数字相符": ["下降", "大于"],
    "说明中的预算完成率计算正确": ["96.1%"],
    "人员经费、公用经费所列科目与基本支出表一致": ["奖励金"],
    "所述数量与列举相符，人次不少于批次，车辆数前后相称": ["写作6个", "2.1人次", "3辆"],
    "单位名称前后一致": ["云领"],
    "年度正确，没有沿用上年的年份": ["2023年12月31日"],
    "没有模板残留": ["下降（增长）", "XX"],
    "科目名称规范": ["住房保障支出（款）"],
    "文字、标点、数字写法规范": ["and", "占0.6%；", "增长6.6", "（不包括陪同人员", "附件。。"],
}


def test_the_faulty_example_fails_by_what_was_planted_and_nothing_else(
    faulty: dict[str, Answer],
) -> None:
    assert {name for name, one in faulty.items() if one.verdict is FAILED} == FAULTS.keys()
    for name, words in FAULTS.items():
        found = faulty[name].found
        assert len(found) == len(words)
        for said in words:
            assert any(said in one.message or said in one.excerpt for one in found), (name, said)


def test_every_fault_planted_is_of_some_item(faulty: dict[str, Answer]) -> None:
    planted = json.loads((EXAMPLES / "faulty" / "faults.json").read_text(encoding="utf-8"))
    failed = [one for one in faulty.values() if one.verdict is FAILED or one.hints]
    rules = {rule for one in failed for rule in one.item.rules}

    assert [one for one in planted if not rules & set(one["rules"])] == []


def test_what_the_faulty_example_passes_or_leaves_is_as_in_the_clean_one(
    clean: dict[str, Answer], faulty: dict[str, Answer]
) -> None:
    for name in clean.keys() - FAULTS.keys():
        assert faulty[name].verdict is clean[name].verdict


def test_last_years_report_and_the_export_answer_their_items(tmp_path: Path) -> None:
    path = exported.export(CLEAN, tmp_path / "export.xlsx")
    export = readers.read(str(path), path.read_bytes())
    item = "公开的数与批复的决算、决算系统的报表一致"

    agreed = answers(CLEAN, beside=(export,))[item]
    changed = answers(CLEAN.replace("办公费\t18.26", "办公费\t18.62"), beside=(export,))[item]

    assert (agreed.verdict, agreed.held) == (PASSED, 291)
    assert changed.verdict is FAILED


def test_a_part_that_was_not_read_leaves_nothing_passed() -> None:
    from msgspec.structs import replace

    report = readers.read("report.txt", CLEAN.encode())
    ruleset = rulebook.with_checklist(pack.load(("sichuan",)), ("sichuan",))
    result = replace(engine.lint(report, ruleset), unread=((report.meta.unit.at(), "第3页是图片"),))
    entries = {rule.entry.id: rule.entry for rule in ruleset.rules}

    found = judging.answers(pack.checklist(("sichuan",)), Evidence(result, entries), report, NOBODY)

    assert {one.verdict for one in found} == {UNCHECKED}
    assert all(
        any("第3页是图片" in reason.words for reason in one.reasons)
        for one in found
        if one.item.rules
    )


def test_a_rule_that_was_not_applied_never_passes() -> None:
    report = readers.read("report.txt", CLEAN.encode())
    ruleset = pack.load(("sichuan",))
    result = engine.lint(report, ruleset)
    entries = {rule.entry.id: rule.entry for rule in ruleset.rules if rule.entry.id != "NAM101"}

    found = judging.answers(pack.checklist(("sichuan",)), Evidence(result, entries), report, NOBODY)

    (one,) = (one for one in found if one.item.item == "单位名称前后一致")
    assert one.verdict is UNCHECKED
    assert one.reasons[0].words == "没有应用这条规则：规则包或配置关掉了它"


# Dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年9月12日", date(2025, 9, 12)),
        ("公开日期：２０２５年９月１２日", date(2025, 9, 12)),
        ("2025 年 9 月 12 日", date(2025, 9, 12)),
        ("2025-09-12", date(2025, 9, 12)),
        ("2025/9/12", date(2025, 9, 12)),
        ("2025.9.12", date(2025, 9, 12)),
        ("二〇二五年九月十二日", date(2025, 9, 12)),
        ("二〇二五年十月二十一日", date(2025, 10, 21)),
        ("二○二五年九月十二日", date(2025, 9, 12)),
        ("2025年2月30日", None),
        ("2025年9月", None),
        ("2024年度", None),
        ("2025年二月三十日，2025年3月1日", date(2025, 3, 1)),
    ],
)
def test_a_date_is_read(text: str, expected: date | None) -> None:
    assert days.read(text) == expected


COVER = "2024年度\n\n四川省云岭数据档案中心\n\n单 位 决 算\n\n"


@pytest.mark.parametrize(
    ("cover", "approved", "published", "verdict", "took"),
    [
        pytest.param("", "2025-08-20", "2025-09-09", PASSED, 20, id="on the last day"),
        pytest.param("", "2025-08-20", "2025-09-10", FAILED, 21, id="a day late"),
        pytest.param("", "2025-08-20", "2025-08-20", PASSED, 0, id="the same day"),
        pytest.param("", "2025-08-20", "2025-08-19", FAILED, -1, id="before it was approved"),
        pytest.param("", "2025-08-20", None, UNCHECKED, None, id="publication unknown"),
        pytest.param("", None, "2025-09-09", UNCHECKED, None, id="approval unknown"),
        pytest.param("2025年9月12日\n\n", "2025-08-20", None, FAILED, 23, id="a date on the cover"),
        pytest.param(
            "批复日期：2025年8月25日\n\n公开时间：2025年9月12日\n\n",
            None,
            None,
            PASSED,
            18,
            id="both printed",
        ),
        pytest.param(
            "批复日期：2025年8月25日\n\n公开时间：2025年9月12日\n\n",
            "2025-08-20",
            None,
            FAILED,
            23,
            id="what the user says goes before",
        ),
    ],
)
def test_the_deadline(
    cover: str, approved: str | None, published: str | None, verdict: Verdict, took: int | None
) -> None:
    text = CLEAN.replace(COVER, COVER + cover, 1)
    assert (text == CLEAN) is not bool(cover)
    given = Dates(*(Day(date.fromisoformat(one)) if one else None for one in (approved, published)))

    one = answers(text, ("sichuan",), given)["批复后20日内公开"]

    assert (one.verdict, one.days) == (verdict, took)


# The files


def test_the_terminal_shows_each_item_with_its_evidence() -> None:
    said = terminal.render(filled(FAULTY))

    assert said.startswith("四川省云岭数据档案中心2024年度决算公开检查表\n")
    assert "不合格    38. 单位名称前后一致\n            第139行第15列 单位名称此处为" in said
    assert said.endswith("共 47 项：合格 22 项，不合格 14 项，未能检查 11 项。\n")


def _sheet(data: bytes, path: Path) -> list[tuple[object, ...]]:
    path.write_bytes(data)
    return list(openpyxl.load_workbook(path)["检查表"].iter_rows(values_only=True))


def _table(data: bytes, path: Path) -> list[tuple[object, ...]]:
    path.write_bytes(data)
    (table,) = docx.Document(str(path)).tables
    return [tuple(cell.text for cell in row.cells) for row in table.rows]


def _markdown(data: bytes, _: Path) -> list[tuple[object, ...]]:
    rows_ = [line for line in data.decode().splitlines() if line.startswith("|")]
    cells = [re.split(r"(?<!\\)\|", line)[1:-1] for line in rows_ if not line.startswith("| ---")]
    return [
        tuple(re.sub(r"\\(.)", r"\1", cell.strip()).replace("<br>", "\n") for cell in row)
        for row in cells
    ]


@pytest.mark.parametrize(
    ("encode", "read", "name"),
    [
        pytest.param(workbook.encode, _sheet, "a.xlsx", id="xlsx"),
        pytest.param(document.encode, _table, "a.docx", id="docx"),
        pytest.param(markdown.encode, _markdown, "a.md", id="md"),
    ],
)
def test_each_file_holds_all_rows(encode, read, name: str, tmp_path: Path) -> None:
    form = filled(FAULTY)

    head, *found = read(encode(form), tmp_path / name)

    assert [cell for cell in head if cell] == [
        "序号", "方面", "检查事项", "依据", "结果", "位置", "证据或原因", "规则", "人工复核",
    ]  # fmt: skip
    expected = [rows.cells(form, row) for row in rows.rows(form)]
    assert [tuple(str(cell or "") for cell in row) for row in found] == expected
    assert encode(form) == encode(filled(FAULTY))


@pytest.mark.parametrize(
    ("lang", "place"), [("zh", "（第50行第31列）"), ("en", " (line 50, column 31)")]
)
def test_a_place_is_told_with_its_section(lang: str, place: str) -> None:
    form = filled(FAULTY, lang=lang)

    places = [one for row in rows.rows(form) for one in row.places]

    assert f"三、支出决算情况说明{place}" in places


def test_what_a_report_says_is_never_live(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("http://x","y")<w:p/>|<script>'
    text = CLEAN.replace("主要用于数字化加工服务", f"主要用于XX{hostile}服务", 1)
    form = filled(text)

    sheet = _sheet(workbook.encode(form), tmp_path / "a.xlsx")
    table = _table(document.encode(form), tmp_path / "a.docx")

    assert len(sheet) == len(table) == 48
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    assert b"<script>" not in markdown.encode(form)


@pytest.mark.parametrize("encode", [workbook.encode, document.encode, markdown.encode])
def test_the_file_of_a_report_may_have_any_name(encode: Callable[[Filled], bytes]) -> None:
    """A name of bytes that are no text in the system's encoding, as an old archive unpacks it."""
    assert encode(Filled(answers=(), path=os.fsdecode(b"\xbe\xf6.txt")))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.xlsx", "a.docx"])
def test_libreoffice_opens_it(name: str, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    encode = workbook.encode if name.endswith("x") and "xls" in name else document.encode
    (tmp_path / name).write_bytes(encode(filled(FAULTY)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]

    subprocess.run([*command, str(tmp_path / name)], check=True, capture_output=True, timeout=180)

    assert (tmp_path / "a.pdf").stat().st_size > 10_000


# The command


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "报告.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_the_command_prints_and_its_status_tells(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["checklist", str(report)]) == 0
    assert "共 47 项：合格 34 项，不合格 0 项，未能检查 13 项。" in capsys.readouterr().out
    report.write_text(FAULTY, encoding="utf-8")

    assert cli.main(["checklist", str(report)]) == 1


@pytest.mark.parametrize("name", ["检查表.xlsx", "检查表.docx", "检查表.md"])
def test_the_command_writes_a_file(
    name: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):  # its own file may be written again
        assert cli.main(["checklist", str(report), "-o", name]) == 0
    assert (
        capsys.readouterr().out.splitlines()
        == [f"{name}：共 47 项：合格 34 项，不合格 0 项，未能检查 13 项"] * 2
    )
    assert Path(name).stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("-o", "表.pdf"), "检查表只能写成 .xlsx、.docx 或 .md", id="another format"),
        pytest.param(("-o", "别人.docx"), "不是 jslint 写的，没有覆盖", id="somebody's file"),
        pytest.param(("-o", "报告.txt"), "检查表只能写成", id="the report itself"),
        pytest.param(("--approved-on", "昨天"), "日期要写成 2025-08-20", id="no date"),
        pytest.param(("--approved-on", "2025-02-30"), "日期要写成 2025-08-20", id="no such day"),
        pytest.param(("--pack", "base"), "所用的规则包（base）里没有检查表", id="no checklist"),
        pytest.param(("没有.docx",), "没有这个文件", id="a file that is missing"),
    ],
)
def test_what_cannot_be_done_is_refused(
    arguments: tuple[str, ...], said: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("别人.docx").write_bytes(b"PK somebody's work")

    assert cli.main(["checklist", str(report), *arguments]) == 2

    assert said in capsys.readouterr().err
    assert Path("别人.docx").read_bytes() == b"PK somebody's work"
    assert report.read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize("target", [(), ("-o", "检查表.docx"), ("-o", "检查表.md")])
def test_several_reports_need_room(
    target: tuple[str, ...], report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("另一份.txt").write_text(CLEAN, encoding="utf-8")

    assert cli.main(["checklist", ".", *target]) == 2

    assert "这里有 2 份报告；请用 -o 文件夹/" in capsys.readouterr().err


def _three(folder: Path) -> None:
    """A report without a fault, one with many, and one that cannot be read."""
    folder.mkdir()
    (folder / "甲.txt").write_text(CLEAN, encoding="utf-8")
    (folder / "乙.txt").write_text(FAULTY, encoding="utf-8")
    (folder / "丙.report.yaml").write_text("jslint: 1\nsections: [", encoding="utf-8")


@pytest.mark.parametrize("ending", ["xlsx", "docx", "md"])
def test_a_folder_gets_a_file_a_report(
    ending: str, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _three(Path("一批"))

    for _ in range(2):  # its own files may be written again
        asked = ["checklist", "一批", "-o", "检查表/", "--output-format", ending]
        assert cli.main(asked) == 2
    out, err = capsys.readouterr()
    assert cli.main(["checklist", report.name, "-o", f"一份.{ending}"]) == 0

    # In the order of their names: 丙, 乙, 甲; the first is not well formed.
    names = sorted(path.name for path in Path("检查表").iterdir())
    assert names == [f"2-乙.{ending}", f"3-甲.{ending}"]
    assert "3-甲" in out
    assert "合格 34 项，不合格 0 项，未能检查 13 项" in out
    assert "丙.report.yaml" in err
    if ending == "md":
        one, same = (Path(p).read_text("utf-8") for p in ("一份.md", "检查表/3-甲.md"))
        assert same.replace("一批/甲.txt", report.name) == one


def test_folders_are_not_one_report_however_many(report: Path) -> None:
    for name in ("东区", "西区"):
        Path(name).mkdir()
        Path(name, "决算.txt").write_text(CLEAN, encoding="utf-8")

    assert cli.main(["checklist", "东区", "西区", "-o", "检查表/", "--output-format", "md"]) == 0

    names = sorted(path.name for path in Path("检查表").iterdir())
    assert names == ["1-决算.md", "2-决算.md"]


def test_a_workbook_gets_a_sheet_a_report(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _three(Path("一批"))

    assert cli.main(["checklist", "一批", "-o", "检查表.xlsx"]) == 2

    assert "检查表.xlsx：2 份报告的检查表" in capsys.readouterr().out
    book = openpyxl.load_workbook("检查表.xlsx")
    over, *sheets = book.worksheets
    head, *listed = over.iter_rows(values_only=True)
    assert head[:4] == ("序号", "单位", "年度", "文件")
    assert head[4:] == ("合格", "不合格", "未能检查")
    assert [row[3] for row in listed] == ["一批/乙.txt", "一批/甲.txt"]
    assert listed[1][4:] == (34, 0, 13)
    assert listed[0][5] > 5
    for row, sheet in zip(listed, sheets, strict=True):
        verdicts = [cells[4] for cells in sheet.iter_rows(min_row=2, values_only=True)]
        counts = tuple(verdicts.count(name) for name in ("合格", "不合格", "未能检查"))
        assert counts == row[4:]
        assert len(verdicts) == 47


def test_nothing_of_others_in_the_folder_is_written_over(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _three(Path("一批"))
    Path("检查表").mkdir()
    Path("检查表/3-甲.xlsx").write_bytes(b"PK somebody's work")

    assert cli.main(["checklist", "一批", "-o", "检查表"]) == 2

    assert "不是 jslint 写的，没有覆盖" in capsys.readouterr().err
    assert Path("检查表/3-甲.xlsx").read_bytes() == b"PK somebody's work"


def test_a_word_and_an_excel_file_are_one_report(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word, excel = office.pair(CLEAN, Path("pair"))

    assert cli.main(["checklist", str(word), str(excel)]) == 0

    out = capsys.readouterr().out
    assert "narrative.docx、" in out
    assert "不合格 0 项" in out


def test_a_suppressed_fault_is_for_a_person_to_judge(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report.write_text(CLEAN.replace("第四部分附件。\n", "第四部分附件。。\n"), encoding="utf-8")
    Path(".jslint-ignore.yaml").write_text(
        "- {rule: TXT202, quote: 部分附件。。, reason: 原件如此}\n", encoding="utf-8"
    )

    status = cli.main(["checklist", str(report)])
    accepted = capsys.readouterr().out
    again = cli.main(["checklist", str(report), "--no-suppressions"])

    assert (status, again) == (0, 1)
    assert "未能检查  44. 文字、标点、数字写法规范" in accepted
    assert "已被忽略，须人工判断" in accepted


def test_it_speaks_english(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["checklist", str(report), "--lang", "en"]) == 0

    assert "47 items: 34 passed, 0 failed, 13 not checked." in capsys.readouterr().out


# Packs


OWN = """\
pack: 本市
title: 本市检查表
extends: [mof]
checklist:
  - item: 单位名称前后一致
    aspect: 规范性
    basis: 本市要求
    rules: NAM101
  - item: 说明会议费
    aspect: 细化程度
    basis: 本市要求
    check:
      kind: mentioned
      section: 机关运行经费
      given: 机关运行经费
      needed: [{find: 会议费, title: 会议费}]
      message: 没有说明{missing}
  - item: 公开前经领导签字
    aspect: 及时性
    basis: 本市要求
    hand: 查阅签批单
"""


def test_a_pack_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "本市.yaml"
    path.write_text(OWN, encoding="utf-8")

    found = answers(CLEAN, (str(path),))

    assert found["单位名称前后一致"].item.basis == "本市要求"
    assert list(found).count("单位名称前后一致") == 1
    assert found["说明会议费"].verdict is FAILED
    assert found["说明会议费"].found[0].message == "没有说明会议费"
    assert found["公开前经领导签字"].verdict is UNCHECKED


def test_items_of_one_aspect_stand_together(tmp_path: Path) -> None:
    path = tmp_path / "本市.yaml"
    path.write_text(OWN, encoding="utf-8")

    aspects = [one.aspect for one in pack.checklist((str(path),))]

    assert [one for at, one in enumerate(aspects) if one not in aspects[:at]] == [
        "完整性", "细化程度", "真实性", "规范性", "及时性",
    ]  # fmt: skip
    assert aspects == sorted(aspects, key=list(dict.fromkeys(aspects)).index)


def test_the_same_in_chinese(tmp_path: Path) -> None:
    path = tmp_path / "本市.yaml"
    path.write_text(
        "规则包: 本市\n标题: 本市检查表\n继承: [base]\n检查表:\n"
        "  - {项目: 甲, 方面: 乙, 依据: 丙, 规则: [NAM101]}\n"
        "  - {项目: 丁, 方面: 乙, 依据: 丙, 人工: 看一看}\n"
        "  - {项目: 戊, 方面: 乙, 依据: 丙, 期限: {天数: 15, 批复日期: 批复, 公开日期: 公开}}\n"
        "  - {项目: 己, 方面: 乙, 依据: 丙, 核对: {种类: 文字, 消息: 有叹号, 写法: ['！']}}\n",
        encoding="utf-8",
    )

    found = pack.checklist((str(path),))

    assert [one.item for one in found] == ["甲", "丁", "戊", "己"]
    assert found[2].deadline is not None
    assert found[2].deadline.days == 15
    assert found[3].rule is not None
    assert found[3].rule.entry.id == "CHK004"


@pytest.mark.parametrize(
    ("item", "said"),
    [
        pytest.param("^{item: a, aspect: b, basis: c}", "要写由什么回答", id="no answer"),
        pytest.param("^{item: a, aspect: b, hand: d}", "缺少 basis", id="no basis"),
        pytest.param(
            "^{item: a, aspect: b, basis: c, hand: d, rules: [NAM101]}",
            "不能同时写",
            id="two answers",
        ),
        pytest.param(
            "{item: a, aspect: b, basis: c, rules: [^NAM1O1]}", "没有这个规则：NAM1O1", id="rule"
        ),
        pytest.param("{item: a, aspect: b, basis: c, ^rule: [NAM101]}", "没有这个键", id="key"),
        pytest.param("{item: ^'', aspect: b, basis: c, hand: d}", "不能为空", id="nothing"),
        pytest.param(
            "{item: a, aspect: b, basis: c, check: {kind: ^文宇, message: m}}",
            "没有这个规则种类",
            id="kind",
        ),
        pytest.param(
            "{item: a, aspect: b, basis: c, check: ^{kind: pattern, message: m}}",
            "缺少 patterns",
            id="option",
        ),
        pytest.param(
            "{item: a, aspect: b, basis: c, check: ^{kind: pattern, patterns: [x]}}",
            "check 缺少 message",
            id="no message",
        ),
        pytest.param(
            "{item: a, aspect: b, basis: c, check: {kind: pattern, message: m, patterns: [^'(']}}",
            "正则表达式有误",
            id="pattern",
        ),
        pytest.param(
            "{item: a, aspect: b, basis: c, deadline: {days: ^二十, approved: x, published: y}}",
            "0 到 100000 的整数",
            id="days",
        ),
        pytest.param(
            "{item: a, aspect: b, basis: c, deadline: ^{days: 20}}",
            "期限缺少 approved",
            id="no dates",
        ),
    ],
)
def test_a_checklist_that_is_wrong_is_refused_at_its_place(
    item: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "own.yaml"
    before, after = item.split("^")
    head = "pack: own\ntitle: t\nextends: [base]\nchecklist:\n  - "
    path.write_text(f"{head}{before}{after}\n", encoding="utf-8")

    with pytest.raises(PackError) as refused:
        pack.load((str(path),))

    assert said in str(refused.value)
    assert f"own.yaml:5:{5 + len(before)}" in str(refused.value)


@pytest.mark.parametrize("name", ["mof", "sichuan", "shanghai", "hubei", "shaanxi"])
def test_the_checklists_of_the_shipped_packs_name_rules_that_there_are(name: str) -> None:
    found = pack.checklist((name,))
    ids = {rule.entry.id for rule in pack.load((name,)).rules}

    assert len(found) > 30
    assert {rule for item in found for rule in item.rules} <= ids
    assert len({item.item for item in found}) == len(found)
    assert all(item.rules or item.rule or item.hand or item.deadline for item in found)
