"""Kinds of slips that published accounts have and that older cases left out."""

from __future__ import annotations

import pytest

from reports import diagnostics, report

from jslint.claims import extract

STAFF = """
二、机构设置情况
年末实有在职教职工12人，其中高级职称4人，中级职称7人，初级职称1人，退休职工9人。
"""
FURTHER = """
七、“三公”经费支出决算情况说明
2024年度“三公”经费支出50.00万元，比上年增加10.00万元，增长25.0%；比2019年（疫情前）决算数减少30.00万元，下降37.5%。
"""
AFTER_REASON = """
七、“三公”经费支出决算情况说明
2024年度“三公”经费支出3.05万元，较上年减少0.20万元，原因为厉行节约；其中：因公出国（境）支出0万元；公务用车运行维护费支出1.00万元；公务接待费支出2.05万元，占“三公”经费的67.21%。
"""
EITHER = """
一、2024年度收入支出决算总体情况
（二）本单位2024年度总支出570.20万元，其中本年支出568.50万元，较2023年度决算数减少38.30万元，下降6.31%。支出具体情况如下：
1.社会保障和就业支出553.27万元：主要用于职工工资。较2023年度决算数减少39.36万元，下降6.64%。
2.卫生健康支出5.81万元：主要用于医疗保险缴费。
3.住房保障支出9.42万元：主要用于住房公积金。
"""
STOPPED = EITHER.replace("如下：", "如下。")
HOLDERS = """
一、资产情况
全县企业资产总额90.00万元，利润总额9.00万元。其中，国有企业资产总额40.00万元，利润总额4.00万元；集体企业资产总额50.00万元，利润总额5.00万元。
"""
NOUGHT = """
一、收入支出决算总体情况说明
其他收入0.00万元，较上年增加0.00万元，增长0%。
"""
ADJUSTED = """
五、一般公共预算财政拨款支出决算情况说明
基本支出年初预算300.00万元，年中追加预算60.00万元，调减10.00万元，全年预算数350.00万元。
"""
NEUTRAL = """
三、支出决算情况说明
基本支出300.00万元，增减额50.00万元，增减率20.00%。
"""
ALL = """
二、收入决算情况说明
2024年度收入合计352.79万元，全部为财政拨款收入。财政拨款收入352.79万元，比上年增加50.00万元。
"""
FUNDS = """
一、全区收支情况
全区一般公共预算收入35.00亿元，上级补助收入12.00亿元，上年结余2.40亿元，年终结余6.50亿元。
全区政府性基金上年结余26.40亿元，上级补助收入14.80亿元，年终结余23.10亿元。
"""
LESS = """
七、“三公”经费支出决算情况说明
公务用车运行维护费2.94万元，比去年3.01万元少0.07万元。
公务接待费4.00万元，接待74批次，813人次，同比去年1.05万元增加2.95万元。
"""
BASED = """
七、“三公”经费支出决算情况说明
2024年“三公”经费合计30.49万元，其中：公务接待费1.58万元，车辆运行费28.91万元。较2023年度“三公”经费合计16.08万元增加14.41万元。
"""
TWICE = """
七、“三公”经费支出决算情况说明
2024年公务接待费支出10.00万元。
2024年公务接待费决算比2023年公务接待费决算减少2.50万元，下降20.0%。
"""
WITH_PLAN = """
七、“三公”经费支出决算情况说明
2024年“三公”经费支出10.00万元。其中：因公出国（境）经费0万元，和年初预算持平；公务用车购置及运行维护费7.00万元，比年初预算增加2.00万元；公务接待费3.00万元，比年初预算减少1.00万元。
"""


@pytest.mark.parametrize(
    ("source", "old", "new", "rules"),
    [
        pytest.param(STAFF, "7人", "6人", {"SUM101"}, id="staff beside retired people"),
        pytest.param(STAFF, "9人", "8人", set(), id="retired people are no part"),
        pytest.param(FURTHER, "37.5%", "35.7%", {"TRD101"}, id="rate on a further year"),
        pytest.param(FURTHER, "30.00", "33.00", {"TRD101"}, id="change on a further year"),
        pytest.param(AFTER_REASON, "67.21%", "76.21%", {"PCT101"}, id="share behind a reason"),
        pytest.param(AFTER_REASON, "1.00万元", "1.20万元", {"SUM101"}, id="part behind a reason"),
        pytest.param(EITHER, "9.42", "9.24", {"SUM101"}, id="a list of one of two totals"),
        pytest.param(STOPPED, "553.27", "535.27", {"SUM101", "TRD101"}, id="如下 and a full stop"),
        pytest.param(ADJUSTED, "60.00", "6.00", {"SUM106"}, id="added to the budget"),
        pytest.param(ADJUSTED, "10.00", "1.00", {"SUM106"}, id="taken from the budget"),
        pytest.param(NEUTRAL, "20.00%", "12.00%", {"TRD101"}, id="a change either way"),
        pytest.param(NEUTRAL, "20.00%", "14.29%", set(), id="which fits the other way"),
        pytest.param(ALL, "收入352.79", "收入325.79", {"TIE101"}, id="all of it is one thing"),
        pytest.param(LESS, "少0.07", "少0.70", {"TRD105"}, id="so much less"),
        pytest.param(LESS, "1.05", "1.50", {"TRD105"}, id="同比去年 and an amount"),
        pytest.param(BASED, "16.08", "16.80", {"TRD105"}, id="a change behind its base"),
        pytest.param(TWICE, "20.0%", "25.0%", {"TRD101"}, id="a name on both sides of 比"),
        pytest.param(WITH_PLAN, "10.00", "11.00", {"SUM101"}, id="和预算持平 is no part"),
        pytest.param(NOUGHT, "增长0%", "增长1%", {"TRD101"}, id="a rate of nothing"),
    ],
)
def test_a_slip_is_found(source: str, old: str, new: str, rules: set[str]) -> None:
    assert old in source
    assert {one.rule for one in diagnostics(source) if one.severity.value != "info"} == set()
    found = diagnostics(source.replace(old, new, 1))
    assert {one.rule for one in found if one.severity.value != "info"} == rules


@pytest.mark.parametrize("source", [STAFF, FURTHER, AFTER_REASON, EITHER, STOPPED, HOLDERS, NOUGHT])
def test_consistent_texts_are_silent(source: str) -> None:
    assert [one for one in diagnostics(source) if one.severity.value != "info"] == []


def test_a_number_without_its_unit_is_no_subject() -> None:
    claims = extract(
        report("一、说明\n公务接待费支出2.05万元，较上年2.08减少0.03万元，下降1.44%。")
    )
    assert {topic.name for topic in claims.topics} == {"公务接待费支出"}
