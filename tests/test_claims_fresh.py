"""Sentence forms of published accounts that later reading brought up."""

from __future__ import annotations

import pytest
from reports import context, diagnostics, grouped, said

from jslint.claims import bodies, names
from jslint.readers.about import meta_of


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        pytest.param(
            "会议费3.00万元，决算数大于上年决算数。",
            ["amount 会议费 3.00万元 actual", "order 会议费 大于上年决算数 prior up"],
            id="above last year's outturn",
        ),
        pytest.param(
            "会议费3.00万元，支出决算数小于2023年决算数0.50万元，下降14.29%。",
            [
                "amount 会议费 3.00万元 actual",
                "change 会议费 0.50万元 prior down",
                "growth 会议费 14.29% prior down",
            ],
            id="below it by an amount, which is no amount of last year's",
        ),
        pytest.param(
            "会议费3.00万元，执行数低于2022年支出数。",
            ["amount 会议费 3.00万元 actual", "order 会议费 低于2022年支出数 prior:2022 down"],
            id="below that of another year",
        ),
        pytest.param(
            "会议费3.00万元（占比60%）、培训费2.00万元（占比40%）。",
            [
                "amount 会议费 3.00万元 actual",
                "share 会议费 60%",
                "amount 培训费 2.00万元 actual",
                "share 培训费 40%",
            ],
            id="behind a share in brackets the next outturn",
        ),
        pytest.param(
            "会议费3.00万元，决算数大于上年度预算数。",
            ["amount 会议费 3.00万元 actual"],
            id="last year's budget is not last year's outturn",
        ),
        pytest.param(
            "会议费3.00万元，同口径比2023年减少1.00万元，同口径比2023年下降25.00%。",
            [
                "amount 会议费 3.00万元 actual",
                "change 会议费 1.00万元 prior down",
                "growth 会议费 25.00% prior down",
            ],
            id="a rate on the same footing as its change",
        ),
        pytest.param(
            "会议费3.00万元，比2023年减少1.00万元，同口径比2023年下降20.00%。",
            ["amount 会议费 3.00万元 actual", "change 会议费 1.00万元 prior down"],
            id="a rate on another footing than its change",
        ),
        pytest.param(
            "货物采购3.00万元，占政府采购年初预算的60.00%。",
            ["amount 货物采购 3.00万元 actual", "share 货物采购 60.00%"],
            id="a share of a budget",
        ),
    ],
)
def test_what_sentences_say(sentence: str, claims: list[str]) -> None:
    assert said(sentence) == claims


def test_an_outturn_beside_last_years_agrees_with_its_change() -> None:
    right = "会议费3.00万元，比上年增加1.00万元，决算数大于上年决算数。"
    assert not diagnostics(right, ["TRD103"])
    wrong = right.replace("大于", "小于")
    assert [one.rule for one in diagnostics(wrong, ["TRD103"])] == ["TRD103"]


def test_both_sides_of_one_total_are_listed_in_sentences_of_their_own() -> None:
    source = "财政拨款收支总计9.00万元。收入包括：一般公共预算拨款9.00万元。支出包括：教育支出5.00万元、住房保障支出4.00万元。"
    assert grouped(source) == [
        "财政拨款收支总计 = 一般公共预算拨款 !",
        "财政拨款收支总计 = 教育支出 + 住房保障支出 !",
    ]


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("云岭县水务局2024年公务接待费支出", "公务接待费支出"),
        ("安平省青州市云岭县水务局2024年公务接待费支出", "公务接待费支出"),
        ("其他县补助", "其他县补助"),
    ],
)
def test_a_subject_does_not_repeat_whose_it_is(words: str, subject: str) -> None:
    assert names.subject(words, "云岭县水务局") == subject


def test_a_body_is_known_without_the_regions_of_its_name() -> None:
    assert names.subject("云岭镇人民政府会议费", "青州市安平县云岭镇人民政府") == "会议费"
    assert names.subject("水务局会议费", "云岭县水务局") == "水务局会议费"


def test_the_body_that_sentences_open_with() -> None:
    row = ["云岭县水务局2024年度会议费3.00万元。", "1.云岭县水务局2024年度培训费2.00万元。"]
    assert bodies.speaker(row) == "云岭县水务局"
    assert not bodies.speaker(row[:1])
    assert not bodies.speaker([*row, "云岭县档案馆2024年度会议费1.00万元。"])


def test_two_statements_are_one_where_only_one_names_the_body() -> None:
    source = """
    云岭县水务局2024年度会议费支出3.00万元，参会54人次。
    云岭县水务局2024年度培训费支出2.00万元。会议费支出3.10万元。
    """
    assert [one.rule for one in diagnostics(source, ["TIE101"])] == ["TIE101"]


def test_a_budget_that_is_compared_with_says_nothing_of_the_year() -> None:
    source = """
    2024年度会议费支出3.00万元，与2024年度预算相比增加1.00万元。
    培训费支出2.00万元，与2024年度预算相比减少1.00万元；接待费1.00万元，与2024年预算数持平。
    """
    assert meta_of(context(source).report).year == 2024


def test_the_amount_of_a_base_by_another_name_is_held_against_the_change() -> None:
    right = "1.税收收入300.00万元，比报告数310.00万元减少10.00万元，下降3.23%；比2019年决算数250.00万元增加50.00万元。"
    assert not diagnostics(right, ["TRD101", "TRD105"])
    for wrong in (right.replace("310", "320"), right.replace("250", "240")):
        assert [one.rule for one in diagnostics(wrong, ["TRD105"])] == ["TRD105"]


def test_a_total_behind_what_was_added_to_a_divided_amount() -> None:
    right = """
    本级收入5.00万元，完成预算的90%，其中：税收收入4.00万元、非税收入1.00万元。加上转移性收入9.00万元，其中：返还性收入2.00万元、转移支付收入7.00万元，收入合计14.00万元。
    """
    assert not diagnostics(right, ["SUM101"])
    assert len(diagnostics(right.replace("合计14", "合计15"), ["SUM101"])) == 1


def test_items_below_what_is_told_of_them_make_it_up() -> None:
    right = """
    全县收入600.00万元。具体分项情况：
    （1）本级收入400.00万元，比上年增加8.00万元。
    （2）转移性收入150.00万元。
    （3）调入资金50.00万元。
    """
    assert not diagnostics(right, ["SUM101"])
    wrong = right.replace("收入150", "收入180")
    assert [one.rule for one in diagnostics(wrong, ["SUM101"])] == ["SUM101"]


def test_how_far_an_outturn_is_from_its_only_budget() -> None:
    right = "会议费预算数40.00万元，决算数30.00万元，预决算差异率-25.00%。"
    assert not diagnostics(right, ["TRD102"])
    assert len(diagnostics(right.replace("25.00%", "24.00%"), ["TRD102"])) == 1


def test_a_telling_name_of_a_whole_in_the_same_paragraph() -> None:
    right = "县政府采购授予中小企业合同金额80.00万元，授予小微企业合同金额40.00万元，占授予中小企业合同金额的50.00%。"
    assert not diagnostics(right, ["PCT101"])
    assert len(diagnostics(right.replace("50.00%", "51.00%"), ["PCT101"])) == 1


def test_nought_in_yuan_is_no_slip_of_its_unit() -> None:
    source = "会议费支出0.00元，占0.00%。会议费支出0.00万元。"
    assert not diagnostics(source, ["TIE109"])


@pytest.mark.parametrize(
    "sentence",
    [
        "转移收入50.00万元，其中：返还收入20.00万元、专项收入30.00万元，比报告数45.00万元增加5.00万元。",
        "调入资金50.00万元，其中：存量资金20.00万元、基金30.00万元。比报告数45.00万元增加5.00万元。",
    ],
)
def test_a_base_behind_a_list_may_be_that_of_the_whole(sentence: str) -> None:
    assert not diagnostics(sentence, ["TRD105", "TRD101", "SUM101"])


def test_what_refers_to_what_stands_above_is_no_one_thing() -> None:
    source = """
    一、全区收支情况
    1.一般公共预算收支
    一般公共预算收入合计90.00万元，支出合计80.00万元。
    上述收支相抵，年终结余10.00万元。
    2.政府性基金收支
    政府性基金收入合计50.00万元，支出合计45.00万元。
    上述收支相抵，年终结余5.00万元。
    """
    assert not diagnostics(source, ["TIE101"])


def test_the_fund_of_a_statement_may_stand_in_its_heading() -> None:
    source = """
    一、全区收支情况
    （一）一般公共预算
    年终结余10.00万元。
    （二）政府性基金预算
    年终结余5.00万元。
    """
    assert not diagnostics(source, ["TIE101"])


def test_all_of_an_account_is_no_part_of_the_report() -> None:
    source = """
    三、支出情况
    其他财政事务支出64.00万元，全部是基本支出。
    事业单位医疗支出50.00万元，全部是基本支出。
    """
    assert not diagnostics(source, ["TIE101", "SUM101"])
    assert said("收入合计64.00万元，全部为财政拨款收入。")[1:] == [
        "amount 财政拨款收入 64.00万元 actual"
    ]


def test_an_addend_that_is_but_a_part_of_what_stands_before() -> None:
    source = "全区总收入410.00万元，其中地方收入270.00万元，下降4.7%；加上级补助收入120.00万元，上年结余收入40.00万元，收入合计430.00万元。"
    assert not diagnostics(source, ["SUM101"])


def test_shares_in_a_row_are_those_of_their_own_sentence() -> None:
    source = """
    全县采购规模100.00万元，比上年减少5.00万元。
    一、地方采购下降。中央单位、地方单位采购规模分别为20.00万元和80.00万元，占全县采购规模的20%和80%。
    二、分散采购上升。集中采购、部门采购、分散采购规模分别为50.00万元、10.00万元和40.00万元，占全县采购规模的50%、10%和40%。
    三、货物采购上升。货物、工程、服务采购规模分别为30.00万元、30.00万元和40.00万元，占全县采购规模的30%、30%和40%。
    """
    assert not diagnostics(source, ["PCT101", "SUM101"])
    assert len(diagnostics(source.replace("50%、10%", "50%、20%"), ["PCT101"])) == 1


def test_what_did_not_change_may_be_another_count() -> None:
    source = "国内公务接待批次为3次，较上年减少9批次，下降75%，共计接待10人次，与上年持平。"
    assert not diagnostics(source, ["TRD103"])
    assert diagnostics(source.replace("减少9批次，下降75%，", "减少9批次，增长75%，"), ["TRD103"])


def test_a_sum_behind_a_semicolon_is_of_its_own_clause() -> None:
    source = (
        "收入合计90.00万元；政府性基金预算支出100.00万元，加调出资金5.00万元，支出合计105.00万元。"
    )
    assert said(source)[-1] == "amount 支出合计 105.00万元 actual"
    assert diagnostics(source.replace("105.00", "106.00"), ["SUM101"])


def test_what_is_left_where_accounts_are_set_off() -> None:
    source = "全省收入总计2411.8亿元。全省支出总计2315.2亿元。收支相抵，年终结余结转96.6亿元。"
    assert not diagnostics(source, ["SUM108"])
    assert len(diagnostics(source.replace("96.6", "98.6"), ["SUM108"])) == 1
    both = source.replace("96.6亿元", "90.0亿元，净结余6.6亿元")
    assert not diagnostics(both, ["SUM108"])
    of_the_year = source.replace("收支相抵，", "当年收支相抵，").replace("96.6", "8.6")
    assert not diagnostics(of_the_year, ["SUM108"])


def test_what_is_added_may_have_a_long_name() -> None:
    added = "托底保障补助、结算补助、专项转移支付补助、上年结转、动用预算稳定调节基金等"
    source = f"全镇收入实现111.11万元。加上{added}1756.37万元，收入总计1867.48万元。"
    assert not diagnostics(source, ["SUM101"])
    assert diagnostics(source.replace("1756.37", "1765.37"), ["SUM101"])


def test_the_figure_reported_at_the_beginning_of_the_year_is_a_base() -> None:
    source = "一般公共预算收入190.73万元，较年初报告数167.84万元增加了22.89万元（增长了13.64%）。"
    assert not diagnostics(source, ["TRD101", "TIE101"])
    assert diagnostics(source.replace("22.89", "25.89"), ["TRD101", "TRD105"])
