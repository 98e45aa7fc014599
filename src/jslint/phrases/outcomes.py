"""Messages for cases that a pack's own message does not fit, and words of comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "baseless": (
        "{subject}印作变动{change}、幅度{printed}，按此基数为 {formula}={exact}{note}",
        "{subject}: change {change} and rate {printed} make the base {formula}={exact}{note}",
    ),
    "of-nothing": (
        "{subject}印作变动{change}，幅度却印作{printed}，应为0%",
        "{subject}: a change of {change} with a rate printed {printed}, so 0%",
    ),
    "no-base": (
        "{subject}的基数印作{base}，幅度却印作{printed}：基数为零，幅度没有意义",
        "{subject}: the base is printed {base}, so the rate {printed} has no meaning",
    ),
    "no-budget": (
        "{subject}决算为{actual_amount}，完成预算却印作{printed}{note}",
        "{subject}: {actual_amount} was spent, but completion is printed {printed}{note}",
    ),
    "zero-budget": (
        "{subject}预算为{budget}、决算为{actual_amount}，完成预算却印作{printed}{note}",
        "{subject}: budget {budget}, outturn {actual_amount}, but completion {printed}{note}",
    ),
    "implied-parts": (
        "各分项的决算数和完成率推算的预算合计为{low}—{high}，而{subject}的预算为{implied}：此项印作{printed}，或另一项有误{note}",
        "the parts' outturns and rates imply budgets of {low}—{high}, but that of {subject} is {implied}: {printed} here is wrong, or another part is{note}",
    ),
    "level": (
        "{subject}印作上年的{printed}，按 {actual_amount}÷{budget}={exact} 复核不符{note}",
        "{subject} is printed as {printed} of the year before, but {actual_amount}÷{budget}={exact}{note}",
    ),
    "target": (
        "{subject}印作{base}的{printed}，按 {actual_amount}÷{budget}={exact} 复核不符{note}",
        "{subject} is printed as {printed} of {base}, but {actual_amount}÷{budget}={exact}{note}",
    ),
    "above-whole": (
        "{part}占比印作{printed}，分项不会大于整体",
        "the share of {part} is printed {printed}, and no part is more than its whole",
    ),
    "only-here": (
        "《{table}》的“{row}”{amount}只在本报告里有，{file}没有这一行",
        "row '{row}' of {table}, {amount}, is in this report only: {file} has none",
    ),
    "only-there": (
        "《{table}》的“{row}”{amount}只在{file}里有，本报告没有这一行",
        "row '{row}' of {table}, {amount}, is in {file} only: this report has none",
    ),
    "should": ("应为", " should be "),
    "up": ("增加", "up by "),
    "down": ("减少", "down by "),
    "above": ("大于", "above"),
    "untitled": ("无标题的表", "untitled"),
    "equal": ("等于", "equal to"),
    "below": ("小于", "below"),
    "untold": ("不能推算的数", "an amount that this rate does not tell"),
}
