"""Another statement of the same year: what must agree, what only one of them has, whose it is."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from msgspec.structs import replace

EXAMPLES = Path(__file__).parents[1] / "examples"
sys.path.insert(0, str(EXAMPLES))

import build  # noqa: E402
import exported  # noqa: E402

from jslint import cli, engine, pack, readers  # noqa: E402
from jslint.diagnostic import Severity  # noqa: E402
from jslint.document import Text  # noqa: E402
from jslint.rules.bench import beside, grids  # noqa: E402
from jslint.rules.ground.context import Context  # noqa: E402
from jslint.rules.kinds.against import Against  # noqa: E402

if TYPE_CHECKING:
    from jslint.diagnostic import Result
    from jslint.figures.figure import Figure

CLEAN = build.clean()
RULES = ("TIE352", "TIE353")
#: A short report, and the same tables in yuan.
COVER = """\
2024年度

云岭市水文站

单位决算

"""
REPORT = f"""\
{COVER}收入支出决算总表
单位：万元
收入	收入	支出	支出
项目	决算数	项目	决算数
一、一般公共预算财政拨款收入	80.00	一、教育支出	85.00
本年收入合计	80.00	本年支出合计	85.00
年初结转和结余	6.00	年末结转和结余	1.00
总计	86.00	总计	86.00
"""
YUAN = """\
Z01 收入支出决算总表(财决01表)
编制单位：云岭市水文站
单位：元
收入	收入	收入	收入	支出	支出	支出	支出
项目	年初预算数	调整预算数	决算数	项目	年初预算数	调整预算数	决算数
一、一般公共预算财政拨款收入	1.00	2.00	800,012.30	一、教育支出	3.00	4.00	850,049.00
本年收入合计	1.00	2.00	800,012.30	本年支出合计	3.00	4.00	850,049.00
年初结转和结余	1.00	2.00	60,036.70	年末结转和结余	3.00	4.00	10,000.00
总计	1.00	2.00	860,049.00	总计	3.00	4.00	860,049.00
"""
BUDGET = """\
云岭市水文站2024年单位预算

一、一般公共预算支出表
单位：万元
科目编码	科目名称	合计	基本支出	项目支出
	合计	{total}	100.00	12.00
205	教育支出	112.00	100.00	12.00
20508	进修及培训	112.00	100.00	12.00
2050803	培训支出	{item}	100.00	12.00

二、“三公”经费支出表
单位：万元
合计	因公出国（境）费	公务用车购置及运行费	公务接待费
{three}	0.00	4.00	2.00
"""
PLANNED = """\
2024年度

云岭市水文站

单位决算

五、一般公共预算财政拨款支出决算情况说明
（三）支出决算具体情况
2024年度一般公共预算财政拨款支出年初预算为112.00万元，支出决算为118.00万元，完成年初预算的105.4%。
1.教育支出（类）进修及培训（款）培训支出（项）。年初预算为112.00万元，支出决算为118.00万元，完成年初预算的105.4%。
七、“三公”经费支出决算情况说明
2024年度“三公”经费支出年初预算为6.00万元，支出决算为5.00万元，完成年初预算的83.3%。
公务接待费支出年初预算为2.00万元，支出决算为1.00万元，完成年初预算的50.0%。

一般公共预算财政拨款支出决算表
单位：万元
功能分类科目编码	科目名称	合计	基本支出	项目支出
	合计	118.00	105.00	13.00
205	教育支出	118.00	105.00	13.00
20508	进修及培训	118.00	105.00	13.00
2050803	培训支出	118.00	105.00	13.00
"""


def read(text: str, path: str = "now.txt"):
    return readers.read(path, text.encode())


def lint(now: str, *others: str, lang: str = "zh") -> Result:
    report = read(now)
    given = tuple(read(one, f"other{at}.txt") for at, one in enumerate(others))
    return engine.lint(report, pack.load(("mof",)), lang, beside=given, diagnosed=False)


def found(now: str, *others: str) -> list[tuple[str, str, str]]:
    """(severity, words complained of, what should stand there) of what the rules find."""
    result = lint(now, *others)
    return [
        (str(one.severity), one.actual, one.expected)
        for one in result.diagnostics
        if one.rule in RULES
    ]


def told(now: str, *others: str) -> list[str]:
    return [one.reason for one in lint(now, *others).unchecked if one.rule == "TIE352"]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean example's tables as the accounts system exports them, in yuan."""
    return exported.export(CLEAN, tmp_path_factory.mktemp("export") / "决算系统.xlsx")


def check(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = cli.main(["check", *map(str, arguments), "--output-format", "concise", "--no-cache"])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_the_example_and_its_tables_in_yuan_agree(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(CLEAN, encoding="utf-8")

    status, out, err = check(capsys, report, "--against", export)

    assert status == 0
    assert "TIE352" not in out
    assert "与 决算系统.xlsx 核对了 291 个数" in err


def test_every_figure_of_the_tables_is_compared(export: Path) -> None:
    """As many pairs as an eye counts cells with figures in the tables of the fifth part."""
    cells = [
        cell.value
        for table in exported.tables(CLEAN)
        for row in {id(r): r for r in table.rows}.values()
        for cell in {id(c): c for c in row}.values()
        if exported.NUMBER.fullmatch(cell.value.strip())
    ]

    assert len(_pairs(export)) == len(cells)


def _shape() -> grids.Shape:
    rules = (rule for rule in pack.load(("mof",)).rules if rule.entry.id == "TIE352")
    rule = next(rules)
    assert isinstance(rule, Against)
    return grids.Shape(rule.titles, rule.retitled, rule.headers)


def _pairs(export: Path) -> list[tuple[Context, Context, grids.Cell, grids.Cell]]:
    here = Context(read(CLEAN))
    there = Context(readers.read(str(export), export.read_bytes()))
    return [
        (here, there, *pair)
        for table in grids.beside(here, there, _shape()).pairs
        for pair in table.cells
        if not (pair[0].blank and pair[1].blank)
    ]


def _slips(figure: Figure, places: int):
    """The figure with each digit from 10^places on replaced by the next one."""
    digits = format(abs(figure.value), "f")
    for at, digit in enumerate(digits):
        exponent = (digits.index(".") if "." in digits else len(digits)) - at - 1
        if digit.isdigit() and (exponent >= places if exponent >= 0 else exponent + 1 >= places):
            changed = digits[:at] + str((int(digit) + 1) % 10) + digits[at + 1 :]
            yield type(figure)(type(figure.value)(changed), figure.quantum, figure.unit, changed)


def test_any_digit_changed_in_either_is_found(export: Path) -> None:
    """Every digit of the report; of the export those that a report in 10,000 yuan shows."""
    tried = 0
    for here, there, ours, theirs in _pairs(export):
        for changed in _slips(ours.figure, -2):
            tried += 1
            assert not beside.compared(here, there, changed, theirs.figure).verdict.holds
        for changed in _slips(theirs.figure, 2):  # 100 yuan: below, rounding may hide it
            tried += 1
            assert not beside.compared(here, there, ours.figure, changed).verdict.holds
    assert tried > 2500


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        pytest.param("D6", 18_426_000.0, id="digits swapped in a total's part"),
        pytest.param("H31", 2_000.0, id="a figure where both had none"),
    ],
)
def test_a_digit_changed_in_the_export_is_found_at_the_report(
    cell: str, value: float, export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = tmp_path / "改动.xlsx"
    book = openpyxl.load_workbook(export)
    sheet = book["Z01 收入支出决算总表(财决01表)"]
    assert sheet[cell].value is None or sheet[cell].value != value
    sheet[cell].value = value
    book.save(changed)
    report = tmp_path / "报告.txt"
    report.write_text(CLEAN, encoding="utf-8")

    status, out, _ = check(capsys, report, "--against", changed)

    lines = [line for line in out.splitlines() if "[TIE352]" in line]
    assert status == 1
    assert len(lines) == 1
    assert "改动.xlsx《收入支出决算总表》" in lines[0]


def test_a_digit_changed_in_the_report_is_one_finding(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(CLEAN.replace("办公费\t18.26", "办公费\t18.62"), encoding="utf-8")

    status, out, _ = check(capsys, report, "--against", export, "-q")

    assert status == 1
    assert len(out.splitlines()) == 1
    assert "18.62" in out
    assert "应为18.26" in out


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        pytest.param("85.00\n", "85.00\n", [], id="rounded"),
        pytest.param("850,049.00", "850,050.00", [], id="just half a unit"),
        pytest.param(
            "850,049.00\n",
            "850,051.00\n",
            [("warning", "85.00", "85.01万元")] * 2,
            id="one last place",
        ),
        pytest.param(
            "10,000.00\n", "19,000.00\n", [("error", "1.00", "1.90万元")], id="another digit"
        ),
        pytest.param("60,036.70", "6.00", [("error", "6.00", "0.00万元")], id="unit slip"),
    ],
)
def test_rounding_is_no_difference(was: str, now: str, expected: list[object]) -> None:
    assert found(REPORT, YUAN.replace(was, now)) == expected


def test_the_same_digits_in_another_unit_are_named() -> None:
    result = lint(REPORT, YUAN.replace("60,036.70", "6.00"))

    assert [one.message for one in result.diagnostics if one.rule == "TIE352"] == [
        "《收入支出决算总表》年初结转和结余 收入/决算数为6.00万元，other0.txt《Z01收入支出决算总表(财决01表)》为6.00元，"
        "相差5.9994万元（两处数字相同而单位不同，多半有一处单位写错了）"
    ]


@pytest.mark.parametrize(
    ("report", "other", "message"),
    [
        pytest.param(
            REPORT.replace("80.00\t一、教育支出\t85.00", "80.00\t一、教育支出\t84.00").replace(
                "本年收入合计", "二、事业收入\t\t二、科学技术支出\t1.00\n本年收入合计"
            ),
            YUAN.replace("850,049.00\n本年", "840,049.00\n本年"),
            "《收入支出决算总表》的“二、科学技术支出”1.00万元只在本报告里有，other0.txt没有这一行",
            id="the report",
        ),
        pytest.param(
            REPORT,
            YUAN.replace(
                "本年收入合计", "二、事业收入\t\t\t\t二、科学技术支出\t\t\t300.00\n本年收入合计"
            ),
            "《Z01收入支出决算总表(财决01表)》的“二、科学技术支出”300.00元只在other0.txt里有，本报告没有这一行",
            id="the other",
        ),
    ],
)
def test_a_row_with_money_that_only_one_has_is_told(report: str, other: str, message: str) -> None:
    result = lint(report, other)

    got = [(one.severity, one.message) for one in result.diagnostics if one.rule == "TIE352"]
    assert got == [(Severity.WARNING, message)]


def test_rows_without_money_may_be_left_out() -> None:
    other = YUAN.replace("本年收入合计", "二、事业收入\t\t\t\t二、外交支出\t\t\t0.00\n本年收入合计")

    assert found(REPORT, other) == []


EXTRA = """
支出决算表
单位：{unit}
科目编码	科目名称	本年支出合计	基本支出
	合计	{total}	{total}
"""


@pytest.mark.parametrize(
    ("report", "other", "reason"),
    [
        pytest.param(
            REPORT,
            REPORT.replace("收入支出决算总表\n", ""),
            "没有表名的表，没有与 other0.txt 核对：1 张",
            id="no title",
        ),
        pytest.param(
            REPORT + EXTRA.format(unit="万元", total="85.00"),
            YUAN,
            "other0.txt 里没有这些表：《支出决算表》",
            id="only the report has it",
        ),
        pytest.param(
            REPORT,
            YUAN + EXTRA.format(unit="元", total="850,049.00"),
            "other0.txt 另有报告里没有的表：《支出决算表》",
            id="only the other has it",
        ),
        pytest.param(
            REPORT + EXTRA.format(unit="万元", total="85.00"),
            YUAN + EXTRA.format(unit="元", total="850,049.00").replace("单位：元\n", ""),
            "表没有写明单位，没有与 other0.txt 核对：《支出决算表》",
            id="no unit",
        ),
        pytest.param(
            REPORT + EXTRA.format(unit="万元", total="85.00"),
            YUAN + EXTRA.format(unit="元", total="850,049.00").replace("基本支出", "上缴支出"),
            "《支出决算表》：other0.txt 里没有对应的栏：基本支出",
            id="no such column",
        ),
    ],
)
def test_what_was_not_compared_is_told(report: str, other: str, reason: str) -> None:
    assert reason in told(report, other)


BASIC = """

一般公共预算财政拨款基本支出决算表
单位：万元
经济分类科目编码	科目名称	决算数	经济分类科目编码	科目名称	决算数
301	工资福利支出	50.00	302	商品和服务支出	20.00
30101	基本工资	30.00	30201	办公费	20.00
30102	津贴补贴	20.00
	人员经费合计	50.00		公用经费合计	20.00
"""
ACROSS = """

Z05-1 一般公共预算财政拨款基本支出决算明细表(财决08-1表)
单位：元
功能分类科目编码	科目名称	合计	工资福利支出	工资福利支出	工资福利支出	商品和服务支出	商品和服务支出
功能分类科目编码	科目名称	合计	小计	基本工资	津贴补贴	小计	办公费
	合计	700,012.00	500,004.00	{pay}	200,003.00	200,008.00	200,008.00
205	教育支出	700,012.00	500,004.00	{pay}	200,003.00	200,008.00	200,008.00
"""


def test_a_table_that_lists_across_what_the_report_lists_down() -> None:
    """Forms of the accounts system have a column for each economic account, reports a row."""
    same = ACROSS.format(pay="300,001.00")
    other = ACROSS.format(pay="310,001.00")

    agreed = lint(REPORT + BASIC, YUAN + same)

    looked = {one.figures[0].line for one in agreed.holds if one.rule == "TIE352"}
    assert looked >= {20, 21, 22}
    assert found(REPORT + BASIC, YUAN + same) == []
    assert found(REPORT + BASIC, YUAN + other) == [("error", "30.00", "31.00万元")]


@pytest.mark.parametrize(
    ("title", "headers"),
    [
        pytest.param("收入支出决算表", ("决算数", "决算数"), id="a title without 总"),
        pytest.param("部门收入支出决算总表", ("决算数", "决算数"), id="of a department"),
        pytest.param("收入支出决算总表", ("金额", "金额"), id="another header"),
        pytest.param("收入支出决算总表（公开01表）", ("本年决算数", "决算"), id="brackets"),
    ],
)
def test_the_same_under_other_names(title: str, headers: tuple[str, str]) -> None:
    other = REPORT.replace("收入支出决算总表", title).replace("1.00\n", "1.90\n", 1)
    other = other.replace("项目\t决算数\t项目\t决算数", f"项目\t{headers[0]}\t项目\t{headers[1]}")

    assert found(REPORT, other) == [("error", "1.00", "1.90万元")]


def test_nothing_in_common_is_no_agreement() -> None:
    assert told(REPORT, "云岭市水文站\n\n会议纪要\n\n明天开会。") == [
        "other0.txt 与报告没有相同的表和数可以核对"
    ]


def test_without_other_files_the_rules_say_so() -> None:
    assert told(REPORT) == ["没有给出本年的另一份材料（--against）"]


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("云岭市水文站", True),
        ("101003 云岭市水文站", True),
        ("云岭市水文站（本级）", True),
        ("云岭市档案馆", False),
    ],
)
def test_whose_it_is(name: str, *, same: bool) -> None:
    report = read(REPORT)
    other = replace(report, meta=replace(report.meta, unit=Text(name)))

    assert beside.unfit(report, other) == ("" if same else "other-body")


def test_the_published_version_and_its_draft_agree() -> None:
    assert found(CLEAN, CLEAN) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        pytest.param("事业收入96.50万元，占", "事业收入95.60万元，占", id="amount"),
        pytest.param("各增加150.00万元，增长8.1%", "各增加150.00万元，增长8.2%", id="rate"),
        pytest.param("共有车辆2辆", "共有车辆3辆", id="count"),
        pytest.param("各增加150.00万元", "各减少150.00万元", id="direction"),
    ],
)
def test_a_figure_changed_between_draft_and_publication_is_found(was: str, now: str) -> None:
    assert CLEAN.count(was) == 1

    assert len(found(CLEAN, CLEAN.replace(was, now))) == 1
    assert len(found(CLEAN.replace(was, now), CLEAN)) == 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({}, [], id="as approved"),
        pytest.param({"total": "113.00"}, [("warning", "112.00万元", "113.00万元")], id="total"),
        pytest.param({"item": "111.00"}, [("warning", "112.00万元", "111.00万元")], id="item"),
        pytest.param({"three": "6.50"}, [("warning", "6.00万元", "6.50万元")], id="three"),
    ],
)
def test_the_initial_budgets_are_those_approved(values: dict[str, str], expected: object) -> None:
    budget = BUDGET.format(**{"total": "112.00", "item": "112.00", "three": "6.00", **values})

    assert read(budget).meta.budget
    assert found(PLANNED, budget) == expected


def test_of_a_budget_only_budgets_are_compared() -> None:
    budget = BUDGET.format(total="112.00", item="112.00", three="6.00")

    assert told(PLANNED, budget) == ["other0.txt 是预算，只核对预算数"]


def test_several_files_and_last_years_report_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {"now.txt": REPORT, "yuan.txt": YUAN.replace("10,000.00", "19,000.00")}
    names["draft.txt"] = REPORT.replace("80.00\t一", "81.00\t一")
    names["past.txt"] = REPORT.replace("2024", "2023").replace(
        "年末结转和结余\t1.00", "年末结转和结余\t6.60"
    )
    for name, text in names.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    _, out, _ = check(
        capsys,
        tmp_path / "now.txt",
        *("--against", tmp_path / "yuan.txt", "--against", tmp_path / "draft.txt"),
        *("--previous", tmp_path / "past.txt", "--no-diagnosis"),
    )

    lines = re.findall(r"\[(TIE35\d)\][^\n]*?(\w+\.txt|《收入支出决算总表》的年末)", out)
    assert ("TIE352", "yuan.txt") in lines
    assert ("TIE352", "draft.txt") in lines
    assert any(rule == "TIE351" for rule, _ in lines)


def _both(folder: Path) -> tuple[Path, Path]:
    """The report and its tables in yuan, of which one balance is another."""
    report, yuan = folder / "now.txt", folder / "yuan.txt"
    report.write_text(REPORT, encoding="utf-8")
    yuan.write_text(YUAN.replace("10,000.00", "19,000.00"), encoding="utf-8")
    return report, yuan


def test_why_tells_what_the_other_file_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, yuan = _both(tmp_path)
    asked = (str(report), "13:22", "--pack", "mof")

    assert cli.main(("why", *asked, "--against", str(yuan))) == 0
    with_it = capsys.readouterr().out
    assert cli.main(("why", *asked)) == 0

    assert "年末结转和结余 支出/决算数 1.00 ≠ 19,000.00元，差 0.90万元 ✗" in with_it
    assert "19,000.00" not in capsys.readouterr().out
    assert cli.main(("why", *asked, "--against", str(tmp_path / "none.txt"))) == 2


def test_the_summary_and_the_comparison_of_drafts_know_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, yuan = _both(tmp_path)
    mended = tmp_path / "稿.txt"
    mended.write_text(REPORT.replace("结余\t1.00", "结余\t1.90"), encoding="utf-8")
    packs = ("--pack", "mof", "--select", "TIE352", "--against", str(yuan))

    cli.main(("compare", str(report), str(mended), *packs))
    said = capsys.readouterr().out
    assert re.search(r"已改正[^\n]*1[^\n]*\n[^\n]*TIE352", said)

    cli.main(("summary", str(report), *packs, "--fail-on", "error"))
    assert "TIE" in capsys.readouterr().out


def test_a_file_of_another_body_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "now.txt").write_text(REPORT, encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(REPORT.replace("水文站", "档案馆"), encoding="utf-8")

    status, _, err = check(capsys, tmp_path / "now.txt", "--against", other)

    assert status == 2
    assert "“云岭市档案馆”" in err
    assert "“云岭市水文站”" in err


def test_of_several_reports_each_has_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports, others = tmp_path / "reports", tmp_path / "others"
    for folder, text in ((reports, REPORT), (others, YUAN)):
        folder.mkdir()
        for name in ("水文站", "档案馆"):
            said = f"{COVER}{text.removeprefix(COVER)}".replace("水文站", name)
            if folder is others and name == "档案馆":
                said = said.replace("10,000.00", "19,000.00")
            (folder / f"{name}.txt").write_text(said, encoding="utf-8")

    _, out, err = check(capsys, reports, "--against", others)

    assert [
        line.split(":")[0].rsplit("/")[-1] for line in out.splitlines() if "TIE352" in line
    ] == ["档案馆.txt"]
    assert "水文站.txt：与 水文站.txt 核对了 8 个数" in err


def test_of_a_folder_one_report_takes_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = tmp_path / "others"
    others.mkdir()
    for name in ("水文站", "档案馆"):
        (others / f"{name}.txt").write_text(REPORT.replace("水文站", name), encoding="utf-8")
    (tmp_path / "now.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "strange.txt").write_text(REPORT.replace("水文站", "气象台"), encoding="utf-8")

    mine = check(capsys, tmp_path / "now.txt", "--against", others)
    none = check(capsys, tmp_path / "strange.txt", "--against", others)

    assert (mine[0], none[0]) == (0, 0)
    assert "与 水文站.txt 核对了 8 个数" in mine[2]
    assert "所给的材料（--against）里没有同一单位的，没有核对" in none[2]


def test_another_year_is_not_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "now.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "past.txt").write_text(REPORT.replace("2024", "2023"), encoding="utf-8")

    status, _, err = check(capsys, tmp_path / "now.txt", "--against", tmp_path / "past.txt")

    assert status == 0
    assert "它不是同一年度的" in err


def test_a_changed_file_is_compared_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results that are kept from another run depend on the other file as well."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("JSLINT_NO_CACHE", "JSLINT_NO_RESULTS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "now.txt").write_text(REPORT, encoding="utf-8")
    other, found = tmp_path / "yuan.txt", []

    for text in (YUAN, YUAN.replace("10,000.00", "19,000.00"), YUAN):
        other.write_text(text, encoding="utf-8")
        cli.main(["check", str(tmp_path / "now.txt"), "--against", str(other)])
        found.append("TIE352" in capsys.readouterr().out)

    assert found == [False, True, False]


def test_a_file_that_cannot_be_read_stops_with_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "now.txt").write_text(REPORT, encoding="utf-8")

    status, _, err = check(capsys, tmp_path / "now.txt", "--against", tmp_path / "none.xlsx")

    assert status == 2
    assert "none.xlsx" in err


def test_it_speaks_english() -> None:
    result = lint(REPORT, YUAN.replace("10,000.00", "19,000.00"), lang="en")

    (one,) = (found for found in result.diagnostics if found.rule == "TIE352")
    assert one.message.endswith(
        "but 19,000.00元 in other0.txt《Z01收入支出决算总表(财决01表)》, off by 0.90万元"
    )
