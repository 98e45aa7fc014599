"""Consistent reports of every form are silent; what is not yet is listed in ``truth.known``."""

from __future__ import annotations

import pytest
from truth import checking, known, report
from truth.forms import FORMS

SEEDS = range(12)


def _pieces(form):
    """Small texts of one form, each with its piece."""
    for seed in SEEDS:
        made = report.small(form, seed)
        if made:
            head, piece = made
            yield report.text_of(head, piece), piece


@pytest.mark.parametrize("form", FORMS)
def test_a_consistent_text_is_silent(form):
    texts = [text for text, piece in _pieces(form) if not known.reason(piece)]

    said = {text: checking.loud(text) for text in texts}

    assert [(text, [one.message for one in found]) for text, found in said.items() if found] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_relation_that_is_noted_holds(form):
    broken = [
        (text, relation)
        for text, piece in _pieces(form)
        for relation in piece.book.relations
        if relation.gap(piece.book.figures)
    ]

    assert broken == []


def test_what_is_known_names_forms():
    assert {key.partition(":")[0] for key in known.KNOWN} <= set(FORMS)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            (
                "青石县统计局2023年度部门决算",
                "七、财政拨款“三公”经费支出决算情况说明",
                "“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0.00万元；"
                "公务用车运行维护费支出决算1.32万元；公务接待费支出决算3.65万元。",
                "2023年度青石县统计局“三公”经费财政拨款支出全年预算为6.85万元，"
                "支出决算为4.97万元，其中：",
                "因公出国（境）费支出全年预算为0.00万元，支出决算为0.00万元。",
                "公务用车运行维护费支出全年预算为1.75万元，支出决算为1.32万元。",
                "公务接待费支出全年预算为5.10万元，支出决算为3.65万元。",
            ),
            id="a part whose budget is more than its whole's outturn",
        ),
        pytest.param(
            (
                "（二）一般公共预算财政拨款支出决算结构情况",
                "2022年度一般公共预算财政拨款支出1251.2万元，其中：",
                "①一般公共服务支出1251.2万元，占100.0%。",
                "（三）一般公共预算财政拨款支出决算具体情况",
                "2022年度一般公共预算财政拨款支出预算为1609.1万元，支出决算为1251.2万元，"
                "完成预算的77.8%。其中：",
                "一般公共服务支出（类）档案事务（款）其他档案事务支出（项）（2012699）："
                "预算为93.3万元，支出决算为59.6万元；"
                "一般公共服务支出（类）宣传事务（款）一般行政管理事务（项）（2013302）：",
                "",
                "- 3 -",
                "",
                "预算为1515.8万元，支出决算为1191.7万元，完成预算的78.6%。",
            ),
            id="a page that ends behind an item's name and colon",
        ),
        pytest.param(
            (
                "五、一般公共预算财政拨款支出决算情况说明",
                "2023年度一般公共预算财政拨款支出8606.67万元。",
                "1、一般公共服务支出（类）8605.46万元，占99.99%。",
                "2、社会保障和就业支出（类）1.21万元，占0.01%。",
                "2023年度一般公共预算财政拨款支出决算为8606.67万元，其中8605.46万元为一般公共服务支出。",
            ),
            id="nearly all is not all",
        ),
        pytest.param(
            (
                "二、支出决算情况说明",
                "2022年度本年支出合计397.04万元，其中：基本支出316.96万元；项目支出80.08万元。",
                "（一）基本支出情况",
                "2022年度一般公共预算财政拨款基本支出313.77万元。其中：",
                "（1）工资福利支出122.97万元，占基本支出的39.2%。",
                "（2）商品和服务支出171.06万元，占基本支出的54.5%。",
                "（3）对个人和家庭的补助19.75万元，占基本支出的6.3%。",
            ),
            id="shares of what the list divides, whose name is longer",
        ),
        pytest.param(
            (
                "一、收入支出决算总体情况说明",
                "2024年度收入总计5860.37万元，包括：本年收入合计5860.37万元，年初结转和结余0万元。",
                "2024年度支出总计5860.37万元，包括：本年支出合计5860.37万元，年末结转和结余0万元。",
                "收、支总计各与2023年度相比，降幅为35.61%，减少3240.78万元。",
            ),
            id="both totals before a comma",
        ),
        pytest.param(
            (
                "二、支出决算情况说明",
                "2022年度本年支出合计397.04万元，其中：基本支出316.96万元；项目支出80.08万元。",
                "（一）基本支出情况",
                "2022年度一般公共预算财政拨款基本支出313.77万元。",
                "工资福利支出122.97万元，占基本支出的39.2%。",
                "商品和服务支出171.06万元，占基本支出的54.5%。",
                "对个人和家庭的补助19.75万元，占基本支出的6.3%。",
            ),
            id="shares of what the section speaks of, whose name is longer",
        ),
        pytest.param(
            (
                "五、一般公共预算财政拨款支出决算情况说明",
                "2022年度本年支出合计17303.15万元，其中一般公共预算财政拨款支出17296.78万元，占100.0%。",
            ),
            id="all but for rounding",
        ),
        pytest.param(
            (
                "七、“三公”经费支出决算情况说明",
                "2022年度“三公”经费财政拨款支出决算数为4.79万元，年初预算数为3.22万元。",
                "（一）公务用车购置费支出0.00万元。",
                "（二）公务用车运行维护费支出0.97万元，年初预算0.44万元。",
                "（三）公务接待费支出3.82万元，年初预算2.78万元。",
                "2022年度公务用车购置及运行维护费支出为0.97万元。",
                "（一）公务用车购置费支出0.00万元，占0.00%。",
                "（二）公务用车运行维护费支出0.97万元，占100.00%。",
            ),
            id="numbers that begin anew",
        ),
    ],
)
def test_what_was_once_accused_adds_up(lines):
    found = checking.result_of("\n".join((*lines, ""))).diagnostics

    assert [one.message for one in found if one.rule.startswith(("SUM", "TIE", "PCT", "TRD"))] == []
