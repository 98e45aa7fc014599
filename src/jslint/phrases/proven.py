"""What is said of a rule's evidence: its stability, and what it did in reports that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "stability": ("稳定性：{stability}（{why}）", "stability: {stability} ({why})"),
    "why-reached": (
        "查出植入和标注的错 {true} 处，误报 {false} 处",
        "planted and labelled faults found: {true}, false reports: {false}",
    ),
    "why-unreached": (
        "植入和标注的错没有一处由它查出",
        "no planted or labelled fault was found by it",
    ),
    "why-unused": (
        "造出的报告和例子里从来没有用上",
        "never applied in the generated reports and examples",
    ),
    "why-false": (
        "查出 {true} 处，但有误报 {false} 处",
        "faults found: {true}, but false reports: {false}",
    ),
    "evidence": ("证据（docs/stability.md）：", "evidence (docs/stability.md):"),
    "classes": ("查出的错：{classes}", "faults found: {classes}"),
    "source": (
        "{source}（{date}）：用上 {applied} 份，报告 {said} 处，其中对 {true} 处，误报 {false} 处",
        "{source} ({date}): applied in {applied}, reports {said}, true {true}, false {false}",
    ),
    "source-cases": ("用例", "labelled cases"),
    "source-corpus": ("标注的真实报告", "labelled real reports"),
    "source-random": ("造出的自洽的报告", "generated consistent reports"),
    "source-slips": ("改动了一个数的报告", "reports with one figure changed"),
    "source-documents": ("基准", "the benchmark"),
    "source-seeded": ("植入错误的例子", "examples with seeded faults"),
    "source-units": ("部门与所属单位", "departments beside their units"),
    "class-labelled": ("标注的错", "labelled defects"),
    "class-slip-SUM": ("合计里的数", "a figure of a sum"),
    "class-slip-PCT": ("占比、完成率里的数", "a figure of a share or completion"),
    "class-slip-TRD": ("增减里的数", "a figure of a change"),
    "class-slip-TIE": ("两处的同一个数", "a figure in two places"),
    "class-slip-CNT": ("点的数", "a count"),
    "class-share": ("占比", "shares"),
    "class-completion": ("完成率", "completion rates"),
    "class-growth": ("增减率", "rates of change"),
    "class-last-year": ("上年的字和数", "last year's words and figures"),
    "class-amount": ("文字里的金额", "amounts in sentences"),
    "class-cell": ("表里的数", "cells"),
    "class-row": ("错行", "rows moved"),
    "class-direction": ("方向", "words of direction"),
    "class-zero-base": ("零基数", "a base of zero"),
    "class-leftover": ("模板的残留", "leftovers of the form"),
    "class-account": ("科目", "accounts"),
    "class-unit": ("计量单位", "units of measure"),
    "class-ratio": ("百分号", "per cent signs"),
    "class-name": ("单位名称", "names of bodies"),
    "class-mark": ("标点", "marks"),
    "class-typo": ("错字", "misspellings"),
    "class-item": ("逐项说明", "items"),
    "class-listing": ("列举", "listings"),
    "class-reason": ("原因", "reasons"),
    "class-count": ("数量", "counts"),
    "class-section-figures": ("各节特有的数", "figures of single sections"),
    "class-prior": ("上年不一", "last year told in two ways"),
    "class-repetition": ("重复", "repetitions"),
    "class-section": ("章节", "sections"),
    "class-table": ("表格", "tables"),
    "class-units": ("部门与单位之和", "a department beside its units"),
}
