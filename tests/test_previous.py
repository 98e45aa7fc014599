"""Last year's report: what it has to belong to, what is held against it, and where it is cited."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jslint import cli, engine, pack, readers
from jslint.diagnostic import Holds, Result, Unchecked

if TYPE_CHECKING:
    from jslint.document import Report

EXAMPLES = Path(__file__).parents[1] / "examples"
CLEAN = (EXAMPLES / "clean" / "report.txt").read_text(encoding="utf-8")
#: What the example's changes imply for the year before: 2000.00-150.00, 1876.20-120.40, 1840.00-114.20,
#: 9.36+1.12, 6.84+0.66, 2.52+0.46, and its opening balances 45.00 and 30.00.
LAST = """\
2023年度

四川省云岭数据档案中心

单位决算

第一部分 2023年度单位决算情况说明

一、收入支出决算总体情况说明

2023年度收入、支出总计均为1,850.00万元。

二、一般公共预算财政拨款支出决算情况说明

2023年度一般公共预算财政拨款支出1,725.80万元。

三、财政拨款“三公”经费支出决算情况说明

2023年度“三公”经费财政拨款支出决算为10.48万元。

1.因公出国（境）费支出0万元。

2.公务用车购置及运行维护费支出7.50万元。

3.公务接待费支出2.98万元。

第二部分 附表

收入支出决算总表
单位：万元
收入	收入	支出	支出
项目	决算数	项目	决算数
一、一般公共预算财政拨款收入	1,720.00	一、一般公共服务支出	1,805.00
二、事业收入	90.00
本年收入合计	1,810.00	本年支出合计	1,805.00
年初结转和结余	40.00	年末结转和结余	45.00
总计	1,850.00	总计	1,850.00

财政拨款收入支出决算总表
单位：万元
收入	收入	支出	支出	支出	支出	支出
项目	决算数	项目	合计	一般公共预算财政拨款	政府性基金预算财政拨款	国有资本经营预算财政拨款
一、一般公共预算财政拨款	1,720.00	一、一般公共服务支出	1,725.80	1,725.80
本年收入合计	1,720.00	本年支出合计	1,725.80	1,725.80
年初财政拨款结转和结余	35.80	年末财政拨款结转和结余	30.00	30.00
一、一般公共预算财政拨款	35.80
总计	1,755.80	总计	1,755.80	1,755.80
"""
RULES = ("TIE351", "TRD301")
SHORT = """\
2024年度

云岭市水文站

单位决算

第一部分 2024年度单位决算情况说明

三、支出决算情况说明

2024年度本年支出合计120.00万元，{said}。
"""
SHORT_LAST = """\
2023年度

云岭市水文站

单位决算

第一部分 2023年度单位决算情况说明

三、支出决算情况说明

2023年度本年支出合计{amount}。
"""


def read(text: str, path: str = "now.txt") -> Report:
    return readers.read(path, text.encode())


def lint(now: str, then: str | None, lang: str = "zh") -> Result:
    report = read(now)
    ruleset = pack.load(pack.choose(report))
    previous = None if then is None else read(then, "then.txt")
    return engine.lint(report, ruleset, lang, previous)


def found(now: str, then: str | None) -> list[tuple[str, str]]:
    """(rule, words that should be there) of what the two rules find."""
    result = lint(now, then)
    return [(one.rule, one.expected) for one in result.diagnostics if one.rule in RULES]


def reasons(now: str, then: str | None) -> list[tuple[str, str]]:
    return [(one.rule, one.reason) for one in lint(now, then).unchecked if one.rule in RULES]


# The example report -------------------------------------------------------------------------------


def test_a_report_that_follows_from_last_years_is_clean() -> None:
    result = lint(CLEAN, LAST)

    assert result.diagnostics == ()
    holds = [one for one in result.holds if isinstance(one, Holds) and one.rule in RULES]
    # Carried: in all, fiscal and by three kinds of fund. Said of last year: six changes; travel abroad,
    # funds and state capital as the year before.
    assert [one.rule for one in holds].count("TIE351") == 5
    assert [one.rule for one in holds].count("TRD301") == 9


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        pytest.param(
            "年初结转和结余\t40.00\t年末结转和结余\t45.00",
            "年初结转和结余\t40.00\t年末结转和结余\t54.00",
            [("TIE351", "54.00万元")],
            id="the balance carried on",
        ),
        pytest.param(
            "年末财政拨款结转和结余\t30.00\t30.00",
            "年末财政拨款结转和结余\t30.00\t29.00\t1.00",
            [("TIE351", "29.00万元"), ("TIE351", "1万元")],
            id="the same sum of other kinds of fund",
        ),
        pytest.param(
            "支出2.98万元",
            "支出2.89万元",
            [("TRD301", "0.37万元")],
            id="the change of a quantity in prose",
        ),
        pytest.param(
            "支出7.50万元", "支出6.50万元", [("TRD301", "-0.34万元")], id="a change the other way"
        ),
        pytest.param("（境）费支出0万元", "（境）费支出1.20万元", [("TRD301", "")], id="no change"),
    ],
)
def test_what_last_years_report_prints_otherwise_is_found(
    was: str, now: str, expected: list[tuple[str, str]]
) -> None:
    assert was in LAST

    assert found(CLEAN, LAST.replace(was, now)) == expected


def test_a_figure_is_right_if_any_place_of_last_years_report_allows_it() -> None:
    assert found(CLEAN, LAST.replace("总计均为1,850.00万元", "总计均为1,580.00万元")) == []


# Sentences ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "amount", "expected"),
    [
        pytest.param("比上年增加20.00万元", "100.00万元", [], id="increase"),
        pytest.param("比上年增加20.00万元", "99.99万元", [], id="increase, rounded"),
        pytest.param(
            "比上年增加20.00万元", "99.98万元", ["20.02万元"], id="increase, beyond rounding"
        ),
        pytest.param(
            "比上年减少20.00万元", "100.00万元", ["-20.00万元"], id="decrease for increase"
        ),
        pytest.param(
            "比上年增加20.00万元", "1,000,049.00元", [], id="yuan: within 万元's rounding"
        ),
        pytest.param(
            "比上年增加20.00万元", "1,000,151.00元", ["19.9849万元"], id="yuan: beyond the rounding"
        ),
        pytest.param("比上年增长20.0%", "100.00万元", [], id="rate"),
        pytest.param("比上年增长20.0%", "104.00万元", ["15.4%"], id="another rate"),
        pytest.param("比上年下降20.0%", "150.00万元", [], id="fall"),
        pytest.param("比上年下降20.0%", "100.00万元", ["-20.0%"], id="fall for rise"),
        pytest.param("与上年持平", "120.00万元", [], id="the same"),
        pytest.param("与上年持平", "119.00万元", [""], id="not the same"),
        pytest.param("与上年基本持平", "119.00万元", [], id="about the same"),
        pytest.param("2023年度决算数为100.00万元", "100.00万元", [], id="printed"),
        pytest.param(
            "上年决算数为100.00万元", "100.10万元", ["100.10万元"], id="printed otherwise"
        ),
        pytest.param("比年初预算数增加20.00万元", "90.00万元", [], id="against a budget"),
        pytest.param("比2019年度增加20.00万元", "90.00万元", [], id="against another year"),
    ],
)
def test_what_a_sentence_says_of_last_year(said: str, amount: str, expected: list[str]) -> None:
    now, then = SHORT.format(said=said), SHORT_LAST.format(amount=amount)

    assert [right for rule, right in found(now, then) if rule == "TRD301"] == expected


def test_a_rate_beside_its_change_is_not_complained_of_twice() -> None:
    now = SHORT.format(said="比上年增加20.00万元，增长20.0%")

    assert found(now, SHORT_LAST.format(amount="105.00万元")) == [("TRD301", "15.00万元")]


def test_coarse_figures_of_last_year_are_not_wrong() -> None:
    now = SHORT.format(said="比上年增加20.37万元")

    assert found(now, SHORT_LAST.format(amount="100万元")) == []


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        (
            "zh",
            "本年支出合计：“比上年增加20.00万元”，由此上年应为100.00万元，"
            "上年报告「三、支出决算情况说明」为105.00万元",
        ),
        (
            "en",
            "本年支出合计: '比上年增加20.00万元' makes last year's amount 100.00万元, "
            "but last year's report, 「三、支出决算情况说明」, prints 105.00万元",
        ),
    ],
)
def test_the_message_says_what_is_implied_and_what_last_year_printed(
    lang: str, message: str
) -> None:
    now = SHORT.format(said="比上年增加20.00万元")

    (one,) = lint(now, SHORT_LAST.format(amount="105.00万元"), lang).diagnostics

    assert one.message == message
    assert [(other.place.path, other.place.line) for other in one.related] == [
        ("then.txt", 11),
        ("", 11),
    ]


@pytest.mark.parametrize(
    ("outturn", "expected"), [("55.00", []), ("56.00", ["4.00万元"]), ("", ["60.00万元"])]
)
def test_an_account_is_compared_with_the_same_account(outturn: str, expected: list[str]) -> None:
    head = "{}年度\n\n云岭市水文站\n\n单位决算\n\n第一部分 {}年度单位决算情况说明\n\n"
    prose = (
        "五、一般公共预算财政拨款支出决算情况说明\n\n（二）支出决算结构情况\n\n"
        "教育支出60.00万元，比上年增加5.00万元。\n\n第二部分 附表\n\n"
    )
    table = (
        "一般公共预算财政拨款支出决算表\n单位：万元\n"
        "功能分类科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "205\t教育支出\t{}\n208\t社会保障和就业支出\t55.00\n"
    )
    now = head.format(2024, 2024) + prose + table.format("60.00")
    then = head.format(2023, 2023) + "第二部分 附表\n\n" + table.format(outturn)

    assert [right for rule, right in found(now, then) if rule == "TRD301"] == expected


# What can be last year's report -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        pytest.param(None, "没有给出上年的报告（--previous）", id="none"),
        pytest.param(
            SHORT.format(said="比上年增加20.00万元"),
            "所给的不是上一年度的报告",
            id="the same report",
        ),
        pytest.param(
            SHORT_LAST.replace("2023", "2022"),
            "所给的不是上一年度的报告",
            id="two years ago",
        ),
        pytest.param(
            SHORT_LAST.replace("水文站", "气象站"),
            "上年报告是另一个单位的",
            id="another body",
        ),
        pytest.param(
            SHORT_LAST.replace("云岭市水文站\n", ""),
            "不能确定本年或上年报告是哪个单位的",
            id="no name",
        ),
        pytest.param(
            SHORT_LAST.replace("单位决算", "部门决算"),
            "两份报告一份是部门决算，一份是单位决算",
            id="a department's",
        ),
    ],
)
def test_a_report_that_is_not_last_years_is_a_reason_not_to_check(
    then: str | None, reason: str
) -> None:
    now = SHORT.format(said="比上年增加20.00万元")
    then = then and then.replace("{amount}", "1.00万元")

    assert found(now, then) == []
    assert reasons(now, then) == [(rule, reason) for rule in RULES]


def test_a_name_with_other_spaces_and_brackets_is_the_same() -> None:
    now = SHORT.format(said="比上年增加20.00万元").replace("云岭市水文站", "云岭市水文站（本级）站")
    then = SHORT_LAST.format(amount="105.00万元").replace("云岭市水文站", "云 岭 市 水文站(本级)站")

    assert found(now, then) == [("TRD301", "15.00万元")]


def test_a_table_without_a_unit_is_not_compared() -> None:
    then = LAST.replace("单位：万元\n", "")
    kinds = {rule for rule, reason in reasons(CLEAN, then) if "没有都陈述" in reason}

    assert "TIE351" in kinds
    assert [one for one in found(CLEAN, then) if one[0] == "TIE351"] == []


# The command line ---------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _in_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return path


def check(
    capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, list[tuple[str, str, str]], str]:
    """The exit status, (input, rule, file of the first related place) of each finding, the remarks."""
    status = cli.main(["check", *arguments, "--select", ",".join(RULES), "--output-format", "json"])
    printed = capsys.readouterr()
    rows = json.loads(printed.out)["diagnostics"] if printed.out else []
    return (
        status,
        [(one["path"], one["rule"], one["related"][0]["path"]) for one in rows],
        printed.err,
    )


WRONG = LAST.replace("年末结转和结余\t45.00", "年末结转和结余\t54.00")
NOW = SHORT.format(said="比上年增加20.00万元")


@pytest.mark.parametrize("name", ["last.txt", "last.md", "last.yaml"])
def test_the_previous_file_is_named_in_what_is_found(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("now.txt", CLEAN)
    write("last.txt", WRONG)
    if name.endswith("yaml"):
        assert cli.main(["convert", "last.txt", "-o", name]) == 0
    shutil.copy("last.txt", "last.md")

    status, rows, remarks = check(capsys, "now.txt", "--previous", name, "--fail-on", "warning")

    assert (status, rows, remarks) == (1, [("now.txt", "TIE351", name)], "")


def test_each_report_finds_its_own_in_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write("now/a.txt", CLEAN)
    write("now/b.txt", NOW)
    write("now/c.txt", NOW.replace("水文站", "气象站"))
    write("then/one.txt", WRONG)
    write("then/two.txt", SHORT_LAST.format(amount="105.00万元"))
    write("then/older.txt", LAST.replace("2023", "2022"))

    status, rows, remarks = check(capsys, "now", "--previous", "then")

    assert status == 0
    assert rows == [
        ("now/a.txt", "TIE351", "then/one.txt"),
        ("now/b.txt", "TRD301", "then/two.txt"),
    ]
    assert remarks == (
        "jslint: now/c.txt：没有与上年报告核对：文件夹里没有同一单位上一年度的报告\n"
    )


def test_a_manifest_is_one_previous_report(capsys: pytest.CaptureFixture[str]) -> None:
    text, tables = WRONG.split("第二部分 附表\n")
    write("now.txt", CLEAN)
    write("then/a.txt", text)
    write("then/b.txt", f"第二部分 附表\n{tables}")
    write("then/whole.yaml", "jslint: 1\nfiles: [a.txt, b.txt]\n")

    for previous in ("then", "then/whole.yaml"):
        assert check(capsys, "now.txt", "--previous", previous)[1] == [
            ("now.txt", "TIE351", "then/b.txt")
        ]


@pytest.mark.parametrize(
    ("previous", "status", "remark"),
    [
        pytest.param(
            "now.txt", 0, "now.txt：没有与上年报告核对：now.txt 不是上一年度的报告", id="itself"
        ),
        pytest.param(
            "other.txt",
            2,
            "other.txt 是“云岭市气象站”的报告，不是 now.txt（“云岭市水文站”）的上年报告",
            id="another body",
        ),
        pytest.param("none.txt", 2, "none.txt: 没有这个文件", id="missing file"),
        pytest.param("empty", 2, "empty: 文件夹里没有可以检查的报告", id="empty folder"),
        pytest.param("bad.yaml", 2, "bad.yaml: 格式有误", id="malformed"),
        pytest.param(
            "nameless.txt",
            0,
            "本年或上年报告（nameless.txt）的封面上没有读出单位名称",
            id="no name",
        ),
    ],
)
def test_a_previous_report_that_cannot_serve(
    previous: str, status: int, remark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("now.txt", NOW)
    write("other.txt", SHORT_LAST.format(amount="1.00万元").replace("水文站", "气象站"))
    write("nameless.txt", SHORT_LAST.format(amount="1.00万元").replace("云岭市水文站\n", ""))
    write("bad.yaml", "report: [")
    Path("empty").mkdir()

    done, rows, remarks = check(capsys, "now.txt", "--previous", previous)

    assert (done, rows) == (status, [])
    assert remark in remarks


def test_explain_shows_last_years_report_of_an_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["explain", "TRD301"]) == 0
    assert capsys.readouterr().out.count("上年报告：\n    2023年度\n") == 2


def test_quiet_leaves_the_remark_out(capsys: pytest.CaptureFixture[str]) -> None:
    write("now.txt", NOW)

    assert check(capsys, "now.txt", "--previous", "now.txt", "-q") == (0, [], "")


PACK = """\
规则包: ours
标题: 本市补充规则
继承: [tables]
规则:
  - 编号: OUR101
    代号: staff-costs
    种类: 结转
    标题: 人员经费与上年相同
    级别: 错误
    逐对:
      - {{今年: personnel{extra}}}
    消息: "{{now}}{{now_value}}，上年{{then}}{{then_value}}"
    理由: 编制没有变化。
    依据: 本市要求
"""


@pytest.mark.parametrize(
    ("extra", "status", "said"),
    [
        pytest.param(
            ", 去年: operating", 1, "人员经费120.00万元，上年公用经费105.00万元", id="pair"
        ),
        pytest.param("", 2, "pack-0.yaml:11:9: 一对要写 now 和 then", id="half a pair"),
        pytest.param(", 去年: staff", 2, "没有这个量：staff", id="no such quantity"),
    ],
)
def test_a_pack_declares_pairs_of_its_own(
    extra: str, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    now = SHORT.replace("三、支出决算", "六、基本支出决算").replace("本年支出合计", "人员经费")
    then = SHORT_LAST.replace("三、支出决算", "六、基本支出决算").replace(
        "本年支出合计", "公用经费"
    )
    write("now.txt", now.format(said="主要用于工资"))
    write("then.txt", then.format(amount="105.00万元"))
    # A process reads a pack once, by its path.
    mine = write(f"pack-{len(extra)}.yaml", PACK.format(extra=extra))

    arguments = ["--previous", "then.txt", "--pack", mine, "--select", "OUR"]
    assert cli.main(["check", "now.txt", *arguments]) == status
    printed = capsys.readouterr()
    assert said in printed.out + printed.err


def test_no_remark_and_one_line_for_each_rule_without_a_previous_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("now.txt", CLEAN)

    assert cli.main(["check", "now.txt", "--select", ",".join(RULES), "--show-skipped"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.count("没有给出上年的报告") == len(RULES)
    assert all(isinstance(one, Unchecked) for one in lint(CLEAN, None).unchecked)
