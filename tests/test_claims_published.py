"""Sentence forms that published accounts of many provinces brought up at first sight."""

from __future__ import annotations

import pytest
from reports import diagnostics, grouped, said

from jslint.claims import names
from jslint.diagnostic import Severity

TOTAL = "一、总体情况\n“三公”经费支出决算为12.00万元。\n二、具体情况\n"


def test_a_part_that_is_included_in_another_is_none_beside_it() -> None:
    source = (
        "支出决算9.00万元，其中：甲支出3.00万元，转移支付2.00万元，乙支出6.00万元（含转移支付）。"
    )

    assert grouped(source) == ["支出决算 = 甲支出 + 乙支出"]


def test_what_is_included_and_is_no_part_leaves_the_parts_alone() -> None:
    source = "支出决算9.00万元，其中：甲支出3.00万元（含离退休费），乙支出6.00万元。"

    assert grouped(source) == ["支出决算 = 甲支出 + 乙支出"]


def test_a_name_in_quotes_means_the_only_amount_of_it_in_the_report() -> None:
    source = f"{TOTAL}“三公”经费支出决算中，接待费8.00万元，占66.67%；用车费4.00万元，占33.33%。"

    assert grouped(source) == ["三公经费支出决算 = 接待费 + 用车费 !"]
    assert not diagnostics(source, ["PCT101", "SUM101"])
    wrong = source.replace("66.67", "72.73")
    assert [one.rule for one in diagnostics(wrong, ["PCT101"])] == ["PCT101"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            f"“三公”经费支出决算为11.00万元。\n{TOTAL}“三公”经费支出决算中，接待费8.00万元，占72.73%。",
            id="two amounts of that name",
        ),
        pytest.param(
            "一、总体情况\n培训支出决算为12.00万元。\n二、具体情况\n培训支出决算中，场地费8.00万元，占72.73%。",
            id="no name in quotes",
        ),
    ],
)
def test_a_whole_that_may_be_another_section_s_is_none(source: str) -> None:
    assert grouped(source) == []


def test_what_another_year_changed_by_is_no_change_of_this_one() -> None:
    budget = "2025年度经费预算较2024年度增加2.00万元，其中会议费较上年同期减少1.00万元，减少25.00%。培训费较上年增加3.00万元，增长50.00%。"
    source = f"会议费4.00万元，培训费6.00万元。\n{budget}"

    assert said(source)[3:] == [
        "change 会议费 1.00万元 prior:other-year:2025 down",
        "growth 会议费 25.00% prior:other-year:2025 down",
        "change 培训费 3.00万元 prior:other-year up",
        "growth 培训费 50.00% prior:other-year up",
    ]
    assert not diagnostics(source, ["TRD101"])


def test_the_year_that_is_reported_ends_what_is_said_of_another() -> None:
    source = "会议费4.00万元。\n2026年会议费预算较上年减少1.00万元。2024年会议费较上年增加1.00万元，增长25.00%。"

    assert [one.rule for one in diagnostics(source, ["TRD101"])] == ["TRD101"]


def test_a_rate_on_a_comparable_footing_and_a_change_on_another() -> None:
    source = "税收收入（同口径）完成300.00万元，同比增长14.6%，增收43.00万元。"

    assert not diagnostics(source, ["TRD101"])
    assert len(diagnostics(source.replace("（同口径）", ""), ["TRD101"])) == 1


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("云岭县人民法院支出总额", "支出总额"),
        ("2024年云岭县人民法院支出总额", "支出总额"),
        ("人民法院支出总额", "人民法院支出总额"),
    ],
)
def test_a_body_is_known_by_the_last_of_its_regions(words: str, subject: str) -> None:
    assert names.subject(words, "安平省云岭县人民法院") == subject


def test_a_total_is_said_again_without_the_word_for_its_body() -> None:
    source = "法院支出决算总额90.00万元，支出决算总额较上年减少10.00万元，减少10.00%。"

    assert said(source, unit="安平省云岭县人民法院")[1:] == [
        "change 法院支出决算总额 10.00万元 prior down",
        "growth 法院支出决算总额 10.00% prior down",
    ]
    assert said(source)[1].startswith("change 支出决算总额 ")


def test_who_said_it_has_not_changed_where_something_else_was_stated() -> None:
    source = "记者从财政局获悉：采购规模90.00万元，较上年减少10.00万元，减少10.00%。"

    assert said(source)[1:] == [
        "change 采购规模 10.00万元 prior down",
        "growth 采购规模 10.00% prior down",
    ]


def test_what_sides_leave_of_each_other_is_divided_by_the_items_of_neither() -> None:
    source = """三、支出决算情况
2024年某区一般公共预算支出9.50亿元，加上上解支出0.20亿元，总支出9.70亿元。收支相抵后，结转结余0.30亿元。支出主要情况如下：
1.教育支出6.00亿元。
2.农林水支出3.50亿元。
"""
    assert "某区一般公共预算支出 = 教育支出 + 农林水支出 ! ~" in grouped(source)
    assert not diagnostics(source, ["SUM101"])


def test_a_total_by_few_words_closes_what_was_added() -> None:
    source = (
        "全县地方收入50.00亿元，加上上级补助收入30.00亿元、调入资金4.00亿元，全县总收入84.00亿元。"
    )

    assert grouped(source) == ["全县总收入 = 全县地方收入 + 上级补助收入 + 调入资金 !"]
    assert [one.rule for one in diagnostics(source.replace("30.00", "31.00"), ["SUM101"])] == [
        "SUM101"
    ]


def test_a_change_without_a_subject_behind_a_row_of_changes_may_be_the_whole_s() -> None:
    source = (
        "某市“三公”经费预算60.00万元，其中，用车费40.00万元，接待费20.00万元。比2023年年初预算减少"
        "15.00万元，下降20.0%，其中，用车费减少10.00万元，接待费减少5.00万元。比2023年执行数减少3.00万元，"
        "下降4.8%，其中，用车费减少2.00万元，接待费减少1.00万元。"
    )
    assert not diagnostics(source, ["TRD101"])
    assert diagnostics(source.replace("4.8%", "8.4%"), ["TRD101"])


def test_changes_of_two_other_years_are_not_one() -> None:
    past = "2021年会议费70.00万元，较上一年减少4.00万元；2022年会议费58.00万元，较上一年减少12.00万元；"
    source = f"一、支出\n{past}2024年会议费50.00万元，较上一年减少3.00万元。"

    assert not diagnostics(source, ["TIE101"])
    assert [one for one in said(source) if one.startswith("change")] == [
        "change 会议费 4.00万元 prior:other-year:2021 down",
        "change 会议费 12.00万元 prior:other-year:2022 down",
        "change 会议费 3.00万元 prior down",
    ]


def test_parts_of_what_differs_from_a_budget_and_from_last_year_may_differ_from_either() -> None:
    whole = "“三公”经费支出合计48.00万元，比预算数减少15.00万元，下降23.8%，与2023年相比下降10.0%。"
    source = f"二、三公经费\n{whole}\n其中，用车费30.00万元，减少9.00万元；接待费18.00万元，减少6.00万元。"

    assert not diagnostics(source, ["TRD106", "SUM105"])
    one = source.replace("比预算数减少15.00万元，下降23.8%，", "")
    assert diagnostics(one, ["TRD106"])


def test_an_item_may_begin_with_a_year() -> None:
    source = "一、收支情况\n1.2024年收入90.00万元，比2023年增加4.00万元。\n2.2024年支出80.00万元。"

    assert said(source)[0] == "amount 收入 90.00万元 actual"
    assert said(source)[-1].startswith("amount 支出 80.00万元")


def test_a_remark_may_stand_before_the_items_of_a_list() -> None:
    source = "一、支出情况\n某项支出9.00万元，情况如下（按科目分列）：\n1.甲支出4.00万元。\n2.乙支出5.00万元。"

    assert grouped(source) == ["某项支出 = 甲支出 + 乙支出 !"]


@pytest.mark.parametrize(
    ("sentence", "warned"),
    [
        pytest.param(
            "医疗收入151.35万元（门诊收入48.15万元，住院收入103.20万元）。", [], id="right"
        ),
        pytest.param(
            "医疗收入151.35万元（门诊收入48.51万元，住院收入103.20万元）。",
            ["SUM101"],
            id="digits changed places",
        ),
        pytest.param(
            "医疗收入151.35万元（门诊收入48.15万元，住院收入163.20万元）。",
            ["SUM101"],
            id="a digit is another",
        ),
        pytest.param(
            "医疗收入151.35万元（体检收入12.34万元，学生收入40.07万元）。", [], id="some of it"
        ),
    ],
)
def test_amounts_in_brackets_that_one_slip_keeps_from_adding_up(
    sentence: str, warned: list[str]
) -> None:
    found = diagnostics(f"一、收入\n{sentence}", ["SUM101"])

    assert [one.rule for one in found if one.severity is not Severity.INFO] == warned


def test_what_the_total_expenditure_holds_is_not_what_the_sides_leave() -> None:
    source = """一、收支总体情况
收入总计90.40万元。
支出总计90.00万元。包括：教育支出80.00万元、结转下年10.00万元。
"""
    assert not diagnostics(source, ["SUM108"])


def test_details_by_another_word_go_through_the_side_they_name() -> None:
    source = "本年收入9.00万元，本年支出8.00万元，年末结转1.00万元。支出具体情况为：甲费5.00万元，乙费3.00万元。"

    assert grouped(source) == ["本年支出 = 甲费 + 乙费 !"]


@pytest.mark.parametrize(
    "level",
    [
        pytest.param("与年初预算、2023年度均持平", id="a pause"),
        pytest.param("与年初预算和上年决算数均持平", id="and"),
        pytest.param("同年初预算数与上年数相比，都持平", id="compared"),
    ],
)
def test_what_is_level_with_two_bases_is_so_with_both(level: str) -> None:
    flat = [one for one in said(f"培训费1.00万元，{level}。") if one.startswith("flat")]

    assert [one.split()[-2] for one in flat] == ["budget:年初", "prior"]


def test_a_side_of_what_is_compared_as_both_is_that_side() -> None:
    source = (
        "一、收支情况\n本年收入90.00万元，上年结转6.00万元，收入总计96.00万元。本年支出80.00万元，结转下年"
        "16.00万元，支出总计96.00万元。本年收支与上年相比，收入减少10.00万元，下降10.0%，支出增加"
        "5.00万元，增长6.7%，收支差额为10.00万元。"
    )
    assert said(source)[6:] == [
        "change 本年收入 10.00万元 prior down",
        "growth 本年收入 10.0% prior down",
        "change 本年支出 5.00万元 prior up",
        "growth 本年支出 6.7% prior up",
        "amount 收支差额 10.00万元 actual",
    ]
    assert not diagnostics(source, ["TIE101", "TRD101", "TRD103"])


def test_brackets_within_a_name_are_a_part_of_it() -> None:
    source = "运行经费（包括办公费，印刷费）支出5.00万元，比上年增加1.00万元。"

    assert said(source) == [
        "amount 运行经费(包括办公费，印刷费)支出 5.00万元 actual",
        "change 运行经费(包括办公费，印刷费)支出 1.00万元 prior up",
    ]
    assert names.key("运行经费(包括办公费，印刷费)支出") == names.key("运行经费")


def test_what_is_left_of_a_budget_is_what_was_not_spent() -> None:
    source = "防疫经费：年初预算30.00万元，年中调增6.00万元，全年预算{}万元，支出34.20万元，结余1.80万元。"
    for planned in ("36.00", "30.60"):  # whichever way a slip makes it look
        assert said(source.format(planned))[-1] == "change 防疫经费 1.80万元 budget:全年 down"
    assert not diagnostics(source.format("36.00"), ["TRD105"])


def test_what_is_compared_behind_a_reason_without_a_figure_is_no_part_of_it() -> None:
    source = (
        "收入90.00万元，与上年相比，减少6.00万元，降低6.25%，减少的主要原因是项目减少；支出80.00万元，"
        "与上年相比，减少4.00万元，降低4.76%。"
    )
    assert said(source)[-3:] == [
        "amount 支出 80.00万元 actual",
        "change 支出 4.00万元 prior down",
        "growth 支出 4.76% prior down",
    ]


def test_accounts_by_code_behind_semicolons_are_parts_of_one_list() -> None:
    source = (
        "甲局支出决算9.00万元。按功能分类科目，2080505养老保险缴费支出2.00万元；2101102事业单位医疗3.00万元；"
        "2130104事业运行4.00万元。"
    )
    (found,) = grouped(source)

    assert found.endswith("2080505养老保险缴费支出 + 事业单位医疗 + 事业运行 !")


def test_what_has_its_share_in_brackets_stands_beside_the_whole_that_has() -> None:
    source = "甲费7.00万元（占70%），其中工资5.00万元、奖金1.00万元；乙费3.00万元（占30%），其中印刷3.00万元。"

    assert grouped(source) == ["甲费 = 工资 + 奖金", "乙费 = 印刷"]


def test_what_is_the_same_as_the_year_before_is_flat() -> None:
    assert said("会议费0万元，同2023年度一样。")[-1] == "flat 会议费 一样 prior level"
    assert not any(
        one.startswith("flat") for one in said("会议费2.00万元，与上年一样主要用于年会。")
    )


def test_a_side_named_at_the_head_of_its_item_is_not_named_twice() -> None:
    assert said("支出：全年支出9.00万元，同比增0.50万元。") == [
        "amount 支出 9.00万元 actual",
        "change 支出 0.50万元 prior up",
    ]


def test_a_rate_of_an_amount_may_name_its_own_subject() -> None:
    source = (
        "会议费5.00万元，其中会场费3.00万元、资料费2.00万元。会议费为年初预算8.00万元的62.5%，为调整预算"
        "10.00万元的50%。"
    )
    assert said(source)[3:] == [
        "amount 会议费 8.00万元 budget:年初",
        "completion 会议费 62.5% budget:年初",
        "amount 会议费 10.00万元 budget:调整",
        "completion 会议费 50% budget:调整",
    ]
    assert not diagnostics(source, ["PCT201"])


def test_a_share_of_what_another_section_states_afterwards_may_be_of_something_else() -> None:
    source = """九、绩效情况
（一）部门评价
部门评价项目涉及资金15.00万元，占项目支出总额的{}%。
（二）整体支出
项目支出31.80万元。
"""
    assert not diagnostics(source.format("45.5"), ["PCT101"])
