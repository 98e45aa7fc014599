"""Explanations in brackets behind a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "truncated": ("像是截断而非四舍五入", "looks truncated, not rounded"),
    "rounded-twice": (
        "像是连续修约（GB/T 8170 禁止）",
        "looks rounded twice (GB/T 8170 forbids it)",
    ),
    "turned": (
        "按相反的方向计算正好相符，增减像是写反了",
        "it fits the other way round: the direction seems reversed",
    ),
    "wrong-sign": ("方向相反", "the direction is reversed"),
    "point-right": ("小数点像是右移了", "the decimal point looks shifted right"),
    "point-left": ("小数点像是左移了", "the decimal point looks shifted left"),
    "as-ratio": ("像是未乘以100", "looks like a ratio, not multiplied by 100"),
    "wrong-base": ("像是误以本年数为分母", "looks divided by this year's amount"),
    "other-budget": ("与另一预算数{other}相符", "it fits another budget, {other}"),
    "balanced": (
        "按最大余额法凑成100%，可以接受",
        "balanced to 100 % by largest remainder, acceptable",
    ),
    "absorbed": (
        "各项凑成了100%，尾差挤在此项",
        "the shares were made to add to 100 %, the residue sits here",
    ),
    "formed": (
        "除非增减额是由两个已取整的数相减得出的",
        "unless the change was formed from two rounded amounts",
    ),
    "coarse": (
        "按本报告通常保留的位数看不符，除非此数本来就少保留一位",
        "wrong at the places this report usually keeps, unless this figure kept fewer",
    ),
    "tie-only": (
        "只有每个数都恰在舍入边界上才可能成立",
        "possible only if every figure sits on an exact half",
    ),
    "improbable": (
        "舍入误差能造成这样的差，但概率不到0.3%",
        "rounding gives such a difference in less than 0.3 % of cases",
    ),
    "impossible": (
        "超出四舍五入可能造成的最大差{bound}",
        "beyond the largest difference that rounding explains, {bound}",
    ),
    "exceeds": ("分项之和已超过总数", "the parts already exceed the total"),
    "joint": (
        "逐级看均在舍入范围内，合起来不可能",
        "each level passes alone, together they are impossible",
    ),
    "if-complete": ("若所列即为全部", "if the list is complete"),
    "negative-base": (
        "增加额大于本年数，基数为负",
        "the increase exceeds the amount itself, so the base would be negative",
    ),
    "zero-base": (
        "增减额等于本年数，基数为零，幅度没有意义",
        "the change is the whole amount: the base is zero and a rate has no meaning",
    ),
    "word-missing": (
        "{changed}前像是漏了“{word}”",
        "the word '{word}' seems to be missing before {changed}",
    ),
    "unit-slip": ("单位像是写错了，按{meant}正好相符", "the unit seems wrong: {meant} fits"),
    "closed-by-other": (
        "所列以“其他”收尾，应已列全",
        "the list ends in 'other', so it should be complete",
    ),
    "one-slip": (
        "只要一个数改一处就正好相加，多半是笔误",
        "one figure mistyped in one place is all that keeps them from adding up",
    ),
    "rest-absent": (
        "其余分项全文没有提到，应已列全",
        "the report says nothing of any other part, so the list should be complete",
    ),
    "shares": (
        "同一列举中另有{count}处占比也不符：{others}",
        "{count} more shares of the list do not fit: {others}",
    ),
    "gap": (
        "差额{gap}恰等于“{of}”，多半是漏算或多算了它",
        "the difference, {gap}, is just '{of}': it was probably left out or counted twice",
    ),
    "more": ("同类问题共{count}处，这是第一处", "the first of {count} such places"),
    "same-digits": (
        "两处数字相同而单位不同，多半有一处单位写错了",
        "the same digits in another unit: one of the units is probably wrong",
    ),
    "last-place": (
        "只差末位一个单位，像是一处由取整后的数算出",
        "off by one last place, as if one was made from rounded amounts",
    ),
}
