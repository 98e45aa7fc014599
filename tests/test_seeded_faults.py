"""Faults as reviewers find them, one a report: which rule names which words, and what stays silent."""

from __future__ import annotations

import pytest
from text_rules import COVER, diagnostics, excerpts, rule

from jslint import engine, pack
from jslint.diagnostic import Severity
from jslint.readers import text

RULES = pack.load(("mof",))
THREE = "七、财政拨款“三公”经费支出决算情况说明\n"
ITEMS = "五、一般公共预算财政拨款支出决算情况说明\n"


def found(source: str) -> set[tuple[str, Severity]]:
    """The rules that complain of a text, with their severities."""
    result = engine.lint(text.read(f"{COVER}{source}".encode(), "t.txt"), RULES)
    return {(one.rule, one.severity) for one in result.diagnostics}


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        pytest.param(
            f"{THREE}国内公务接待支出0.39万元，主要用于接待外地单位考察，公务接待0批次、26人次。",
            ("CNT203", Severity.WARNING),
            id="no visits but money, after a purpose",
        ),
        pytest.param(
            f"{THREE}国内公务接待支出0.39万元，主要用于接待外地单位考察，公务接待2批次、26人次，"
            "其中：接待外宾9批次、0人次。",
            ("SUM101", Severity.ERROR),
            id="more foreign visits than visits",
        ),
        pytest.param(
            f"{THREE}公务接待费支出决算0.39万元，比2023年度减少0.15万元，下降27.78%。"
            "公务接待费支出增加的主要原因是来访增多。公务接待2批次、26人次。",
            ("TRD103", Severity.ERROR),
            id="a decrease explained as an increase",
        ),
        pytest.param(
            f"{THREE}因公出国（境）费支出决算比2023年度增加0.00万元，增长5%。",
            ("TRD101", Severity.INFO),
            id="a rate of no change, of an amount that is not printed",
        ),
        pytest.param(
            f"{THREE}因公出国（境）费支出决算8.00万元，比2023年度增加0.00万元，增长5%。",
            ("TRD101", Severity.WARNING),
            id="a rate of no change",
        ),
        pytest.param(
            f"{ITEMS}年初预算为226.25万元，支出决算为225.12万元，完成全年预算的99.50%。",
            ("PCT201", Severity.WARNING),
            id="the rate of another budget than the one printed",
        ),
        pytest.param(
            f"{ITEMS}年初预算为45.00万元，支出决算为45.00万元，决算数小于预算数的主要原因是节约。",
            ("TRD201", Severity.INFO),
            id="less than its equal",
        ),
        pytest.param(
            "二、机构设置\n本中心由4个部组成，分别是综合部、财务部、网络及安全部。",
            ("CNT101", Severity.ERROR),
            id="及 inside a name",
        ),
    ],
)
def test_a_fault_is_found(source: str, wanted: tuple[str, Severity]) -> None:
    assert wanted in found(source)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            f"{THREE}国内公务接待支出0.39万元，主要用于接待外地单位考察，公务接待2批次、26人次，"
            "其中：接待外宾1批次、3人次。",
            id="visits after a purpose",
        ),
        pytest.param(
            f"{THREE}公务接待费支出决算0.39万元，比2023年度减少0.15万元，下降27.78%。"
            "公务接待费支出减少的主要原因是来访减少。公务接待2批次、26人次。",
            id="a decrease explained",
        ),
        pytest.param(
            f"{THREE}因公出国（境）费支出决算比2023年度增加0.00万元，增长0%。",
            id="no change at no rate",
        ),
        pytest.param(
            f"{ITEMS}年初预算为226.25万元，全年预算为230.00万元，支出决算为225.12万元，"
            "完成全年预算的97.88%。",
            id="the rate of the budget that it names",
        ),
        pytest.param(
            "二、机构设置\n本中心由4个科室组成，分别是办公室、业务科、财务科及人事科。",
            id="及 between names",
        ),
    ],
)
def test_the_same_without_the_fault_is_left_alone(source: str) -> None:
    assert found(source) == set()


LISTED = rule(
    "listed",
    "section: 基本支出\nopener: '人员经费.*?包括[:：]'\ntables: 基本支出\ncodes: ['301']",
    "{names}{problem}",
)


def test_a_name_is_listed_twice_even_where_there_is_no_table() -> None:
    said = diagnostics(
        LISTED,
        "六、基本支出决算情况说明\n人员经费60.00万元，主要包括：基本工资、奖金、基本工资等。",
    )

    assert [(one.excerpt, one.severity) for one in said] == [("基本工资", Severity.WARNING)]


MENTIONED = """
section: 接待
given: '接待费\\d'
needed:
  - {find: '\\d批', title: 批次}
  - {find: '原因', title: 原因}
"""


@pytest.mark.parametrize(
    ("reach", "source", "missing"),
    [
        pytest.param(
            "section", "一、接待情况\n接待费1万元，2批。\n\n（一）说明\n原因是多。", [], id="all"
        ),
        pytest.param("section", "一、接待情况\n接待费1万元。", ["批次、原因"], id="neither"),
        pytest.param("section", "一、接待情况\n没有接待费。", [], id="nothing calls for them"),
        pytest.param("section", "一、会议情况\n接待费1万元。", [], id="another section"),
        pytest.param(
            "paragraph",
            "一、接待情况\n接待费1万元，原因是多。\n\n接待2批。",
            ["批次"],
            id="too far",
        ),
    ],
)
def test_what_must_be_mentioned(reach: str, source: str, missing: list[str]) -> None:
    checked = rule("mentioned", f"{MENTIONED}reach: {reach}", "{missing}")

    assert [one.expected for one in diagnostics(checked, source)] == missing


@pytest.mark.parametrize(
    ("source", "blank"),
    [
        pytest.param("一、甲情况\n有。\n二、乙情况\n三、丙情况\n有。", ["二、乙情况"], id="one"),
        pytest.param("一、甲情况\n有。\n二、乙情况\n有。", [], id="none"),
        pytest.param("一、甲情况\n二、乙情况\n三、丙情况\n", [], id="a list of headings"),
    ],
)
def test_headings_with_nothing_under_them(source: str, blank: list[str]) -> None:
    assert excerpts(rule("blank-section", "within: 情况"), source) == blank


TABLE = "单位：万元\n科目编码\t科目名称\t合计\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param(
            f"甲表\n{TABLE}205\t教育支出\t1.00\n\n乙表\n{TABLE}205\t卫生支出\t1.00\n\n"
            f"丙表\n{TABLE}205\t教育支出\t1.00",
            [("卫生支出", Severity.WARNING)],
            id="one table has another name",
        ),
        pytest.param(
            f"甲表\n{TABLE}205\t教育支出\t1.00\n205\t教育支出\t1.00",
            [("教育支出", Severity.INFO)],
            id="a row twice",
        ),
        pytest.param(
            f"甲表\n{TABLE}205\t教育支出\t1.00\n\n乙表\n{TABLE}205\t教育\t1.00",
            [],
            id="a closing 支出 may be left out",
        ),
    ],
)
def test_a_code_has_one_name_and_one_row(source: str, said: list[tuple[str, Severity]]) -> None:
    complaints = diagnostics(rule("code-names"), source)

    assert [(one.excerpt, one.severity) for one in complaints] == said
