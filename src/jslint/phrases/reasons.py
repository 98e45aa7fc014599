"""Why a rule was not applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "nothing": ("报告里没有可核对的内容", "nothing in the report to check"),
    "no-accounts": ("没有列出科目的表", "no table lists accounts"),
    "no-year": ("不知道报告是哪一年的", "the year of the report is not known"),
    "rate-zero": ("合计的比率为零", "the total's rate is zero"),
    "not-stated": ("没有陈述：{names}", "not stated: {names}"),
    "condition-unknown": ("规则的条件无法判断", "a condition of the rule cannot be decided"),
    "condition-fails": ("规则的条件不满足", "the condition of the rule does not hold"),
    "divisor-zero": ("除数可能为零", "a divisor may be zero"),
    "part-without-figure": ("有一个分项没有数字", "a part without a figure"),
    "no-last-year": ("没有印出上年数", "last year is not printed"),
    "no-sections": ("报告里没有所要求的任何一节", "the report has none of the demanded sections"),
    "nothing-to-compare": ("没有可以比较的数", "nothing to compare"),
    "base-zero": ("基数为零", "base is zero"),
    "no-change": ("没有印出增减额", "no change printed"),
    "no-direction": ("增减的方向不能确定", "direction not certain"),
    "no-present": ("没有印出本年数", "this year's amount is not printed"),
    "no-headings": (
        "目录里大多数条目没有对应的标题",
        "most entries of the contents page have no heading",
    ),
    "other-year": ("只适用于{years}年，不是{year}年", "for {years}, not for {year}"),
    "stated-once": ("只陈述了一处，无从比较", "stated fewer than twice"),
    "no-base": ("没有印出基数", "base not printed"),
    "no-budget": ("没有印出预算数", "budget not printed"),
    "budget-zero": ("预算数为零", "budget is zero"),
    "no-outturn": ("没有印出决算数", "outturn not printed"),
    "no-unit": ("不知道单位名称", "the unit's name is not known"),
    "too-many-ways": (
        "行列太多，逐一试算会没有尽头",
        "so many rows and columns that not every way to compute a cell is tried",
    ),
    "columns": ("没有认出所需的列", "columns not recognised"),
    "no-table": ("报告里没有带金额的相应的表", "the report has no such table with amounts"),
    "no-whole": ("没有找到整体", "whole not found"),
    "uncertain-whole": ("所列各项是哪一个数的分项不能确定", "whose parts these are is not certain"),
    "open-base": ("占比的基数不能确定是哪一个数", "which amount the share is of is open"),
    "whole-zero": ("整体为零", "whole is zero"),
    "past-absent": (
        "没有给出上年的报告（--previous）",
        "no report of last year is given (--previous)",
    ),
    "past-unnamed": (
        "不能确定本年或上年报告是哪个单位的",
        "whose report it is, this one or last year's, is not certain",
    ),
    "past-other-body": ("上年报告是另一个单位的", "the previous report is of another body"),
    "past-other-kind": (
        "两份报告一份是部门决算，一份是单位决算",
        "one report is a department's, the other a single body's",
    ),
    "past-other-year": (
        "所给的不是上一年度的报告",
        "the previous report is not of the year before",
    ),
    "beside-absent": (
        "没有给出本年的另一份材料（--against）",
        "no other statement of the year is given (--against)",
    ),
    "beside-other-body": ("{file} 是另一个单位的", "{file} is of another body"),
    "beside-other-year": ("{file} 不是同一年度的", "{file} is of another year"),
    "beside-nothing": (
        "{file} 与报告没有相同的表和数可以核对",
        "{file} has no table or figure in common with the report",
    ),
    "beside-budget": (
        "{file} 是预算，只核对预算数",
        "{file} is a budget: only budgets are held against it",
    ),
    "beside-only-here": ("{file} 里没有这些表：{names}", "tables that {file} has not: {names}"),
    "beside-only-there": (
        "{file} 另有报告里没有的表：{names}",
        "tables that only {file} has: {names}",
    ),
    "beside-doubtful": (
        "同名的表不止一张，没有与 {file} 核对：{names}",
        "several tables of one title, not held against {file}: {names}",
    ),
    "beside-untitled": (
        "没有表名的表，没有与 {file} 核对：{names} 张",
        "tables without a title, not held against {file}: {names}",
    ),
    "beside-no-unit": (
        "表没有写明单位，没有与 {file} 核对：{names}",
        "no unit is printed, not held against {file}: {names}",
    ),
    "beside-columns": ("{file} 里没有对应的栏：{names}", "columns that {file} has not: {names}"),
    "beside-rows": (
        "与 {file} 的行数不同，不能确定哪一行对哪一行：{names}",
        "not as many rows of the name as in {file}: {names}",
    ),
    "beside-said-here": (
        "{file} 的正文没有说到：{names}",
        "said in this narrative and not in that of {file}: {names}",
    ),
    "beside-said-there": (
        "{file} 的正文另外说到：{names}",
        "said in the narrative of {file} and not in this one: {names}",
    ),
    "not-in-both": ("两份报告没有都陈述：{names}", "not stated in both reports: {names}"),
    "not-in-past": ("上年报告没有陈述", "not stated in last year's report"),
    "other-subject": ("说的可能是另一个主体", "may speak of another subject"),
    "no-rate": ("不是比率", "not a rate"),
    "no-rule": ("没有规则涉及这一列", "no rule is about this column"),
    "no-unit-line": (
        "表没有写明单位，也没有规则涉及这一列",
        "the table has no unit line and no rule is about this column",
    ),
    "no-rule-cell": ("没有规则涉及这一格", "no rule is about this cell"),
    "no-columns": ("没有认出有数字的列", "no column of figures was recognised"),
    "column-unread": ("没有认出它所在的列", "its column was not recognised"),
    "not-understood": ("没有读懂这句话", "the sentence was not understood"),
    "only-mentioned": (
        "只是提到，没有可以与它核对的数",
        "only mentioned, with nothing to hold it against",
    ),
    "of-a-name": ("是名称里的标准，不是决算数", "a limit that is part of a name"),
    "nothing-beside": ("没有另一处可以与它核对", "nothing else to hold it against"),
}
