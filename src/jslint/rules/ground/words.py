"""Numbers and explanations as messages show them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from jslint.figures.verdict import half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.figures.figure import Figure

_NOTES = {
    "zh": {
        "truncated": "像是截断而非四舍五入",
        "rounded-twice": "像是连续修约（GB/T 8170 禁止）",
        "wrong-sign": "方向相反",
        "point-right": "小数点像是右移了",
        "point-left": "小数点像是左移了",
        "as-ratio": "像是未乘以100",
        "wrong-base": "像是误以本年数为分母",
        "other-budget": "与另一预算数{other}相符",
        "balanced": "按最大余额法凑成100%，可以接受",
        "absorbed": "各项凑成了100%，尾差挤在此项",
        "formed": "除非增减额是由两个已取整的数相减得出的",
        "coarse": "按本报告通常保留的位数看不符，除非此数本来就少保留一位",
        "tie-only": "只有每个数都恰在舍入边界上才可能成立",
        "improbable": "舍入误差能造成这样的差，但概率不到0.3%",
        "impossible": "超出四舍五入可能造成的最大差{bound}",
        "exceeds": "分项之和已超过总数",
        "joint": "逐级看均在舍入范围内，合起来不可能",
        "if-complete": "若所列即为全部",
        "negative-base": "增加额大于本年数，基数为负",
        "zero-base": "增减额等于本年数，基数为零，幅度没有意义",
        "word-missing": "{changed}前像是漏了“{word}”",
        "unit-slip": "单位像是写错了，按{meant}正好相符",
        "closed-by-other": "所列以“其他”收尾，应已列全",
        "rest-absent": "其余分项全文没有提到，应已列全",
        "shares": "同一列举中另有{count}处占比也不符：{others}",
        "gap": "差额{gap}恰等于“{of}”，多半是漏算或多算了它",
        "more": "同类问题共{count}处，这是第一处",
        "same-digits": "两处数字相同而单位不同，多半有一处单位写错了",
        "last-place": "只差末位一个单位，像是一处由取整后的数算出",
    },
    "en": {
        "truncated": "looks truncated, not rounded",
        "rounded-twice": "looks rounded twice (GB/T 8170 forbids it)",
        "wrong-sign": "the direction is reversed",
        "point-right": "the decimal point looks shifted right",
        "point-left": "the decimal point looks shifted left",
        "as-ratio": "looks like a ratio, not multiplied by 100",
        "wrong-base": "looks divided by this year's amount",
        "other-budget": "it fits another budget, {other}",
        "balanced": "balanced to 100 % by largest remainder, acceptable",
        "absorbed": "the shares were made to add to 100 %, the residue sits here",
        "formed": "unless the change was formed from two rounded amounts",
        "coarse": "wrong at the places this report usually keeps, unless this figure kept fewer",
        "tie-only": "possible only if every figure sits on an exact half",
        "improbable": "rounding gives such a difference in less than 0.3 % of cases",
        "impossible": "beyond the largest difference that rounding explains, {bound}",
        "exceeds": "the parts already exceed the total",
        "joint": "each level passes alone, together they are impossible",
        "if-complete": "if the list is complete",
        "word-missing": "the word '{word}' seems to be missing before {changed}",
        "unit-slip": "the unit seems wrong: {meant} fits",
        "closed-by-other": "the list ends in 'other', so it should be complete",
        "rest-absent": "the report says nothing of any other part, so the list should be complete",
        "shares": "{count} more shares of the list do not fit: {others}",
        "gap": "the difference, {gap}, is just '{of}': it was probably left out or counted twice",
        "more": "the first of {count} such places",
        "same-digits": "the same digits in another unit: one of the units is probably wrong",
        "last-place": "off by one last place, as if one was made from rounded amounts",
        "zero-base": "the change is the whole amount: the base is zero and a rate has no meaning",
        "negative-base": "the increase exceeds the amount itself, so the base would be negative",
    },
}


#: Messages for cases that a pack's own message does not fit.
WORDINGS = {
    "zh": {
        "baseless": "{subject}印作变动{change}、幅度{printed}，按此基数为 {formula}={exact}{note}",
        "of-nothing": "{subject}印作变动{change}，幅度却印作{printed}，应为0%",
        "no-base": "{subject}的基数印作{base}，幅度却印作{printed}：基数为零，幅度没有意义",
        "no-budget": "{subject}决算为{actual_amount}，完成预算却印作{printed}{note}",
        "zero-budget": "{subject}预算为{budget}、决算为{actual_amount}，完成预算却印作{printed}{note}",
        "above-whole": "{part}占比印作{printed}，分项不会大于整体",
        "only-here": "《{table}》的“{row}”{amount}只在本报告里有，{file}没有这一行",
        "only-there": "《{table}》的“{row}”{amount}只在{file}里有，本报告没有这一行",
    },
    "en": {
        "baseless": "{subject}: change {change} and rate {printed} make the base {formula}={exact}{note}",
        "of-nothing": "{subject}: a change of {change} with a rate printed {printed}, so 0%",
        "no-base": "{subject}: the base is printed {base}, so the rate {printed} has no meaning",
        "no-budget": "{subject}: {actual_amount} was spent, but completion is printed {printed}{note}",
        "zero-budget": "{subject}: budget {budget}, outturn {actual_amount}, but completion {printed}{note}",
        "above-whole": "the share of {part} is printed {printed}, and no part is more than its whole",
        "only-here": "row '{row}' of {table}, {amount}, is in this report only: {file} has none",
        "only-there": "row '{row}' of {table}, {amount}, is in {file} only: this report has none",
    },
}

_WORDS = {
    "zh": {
        "should": "应为",
        "up": "增加",
        "down": "减少",
        "above": "大于",
        "equal": "等于",
        "below": "小于",
        "untold": "不能推算的数",
    },
    "en": {
        "should": " should be ",
        "up": "up by ",
        "down": "down by ",
        "above": "above",
        "equal": "equal to",
        "below": "below",
        "untold": "an amount that this rate does not tell",
    },
}


def word(lang: str, name: str) -> str:
    """A comparison word: ``above``, ``equal`` or ``below``."""
    return _WORDS[lang][name]


def notes(lang: str, names: Iterable[str], **values: object) -> str:
    """Explanations in brackets, or nothing: ``（像是截断而非四舍五入）``."""
    said = [_NOTES[lang][name].format(**values) for name in names]
    if not said:
        return ""
    return f"（{'；'.join(said)}）" if lang == "zh" else f" ({'; '.join(said)})"


def printed(figure: Figure) -> str:
    """A figure as printed, without the spaces and soft breaks inside."""
    return "".join(figure.text.split())


def amount(value: Fraction, like: Figure, places: int = 2) -> str:
    """A value (in yuan for amounts) in the unit of a figure, to its places or the given ones."""
    scaled = value / Fraction(like.unit.scale)
    quantum = min(like.quantum, Decimal(1).scaleb(-places)) if like.quantum < 1 else Decimal(1)
    if (scaled / Fraction(quantum)).denominator != 1:
        quantum = quantum.scaleb(-3)
    return f"{_trim(half_up(scaled, quantum), like.quantum)}{like.unit.name}"


#: From here on a number shows whether it is printed with separators.
_SEPARATED = 1000


def is_separated(figure: Figure) -> bool:
    """Whether a figure is printed with separators of thousands."""
    return "," in figure.text or "，" in figure.text


def replacing(value: Fraction, like: Figure, alike: Iterable[Figure] = ()) -> str:
    """A value as it can be pasted over a figure: bare where that is bare, separated as it is.

    A figure below a thousand does not show its separators; those of its kind, ``alike``, do.
    """
    number = amount(value, like).removesuffix(like.unit.name)
    whole, point, decimals = number.partition(".")
    models = (like,) if abs(like.value) >= _SEPARATED else (like, *alike)
    if any(map(is_separated, models)):
        whole = f"{int(whole):,}" if whole.lstrip("-") != "0" else whole
    named = "".join(like.text.split()).endswith(like.unit.name)
    return f"{whole}{point}{decimals}{like.unit.name if named else ''}"


def percent(value: Fraction, like: Figure) -> str:
    """A rate in percent with enough digits to see how it rounds."""
    return f"{_trim(half_up(value, like.quantum.scaleb(-3)), like.quantum)}%"


def hundredths(value: Fraction) -> str:
    """A percentage to two decimals, half-up."""
    return f"{half_up(value, Decimal('0.01'))}%"


def _trim(value: Decimal, quantum: Decimal) -> str:
    """Drop trailing zeros beyond the places of ``quantum``."""
    shortest = value.normalize()
    exponent, fewest = shortest.as_tuple().exponent, quantum.as_tuple().exponent
    assert isinstance(exponent, int)
    assert isinstance(fewest, int)
    # Formatting, unlike quantize, takes numbers of any length.
    return format(shortest, f".{max(0, -min(exponent, fewest))}f")


def tail(excerpt: str, size: int = 24) -> str:
    """The end of an excerpt, on one line."""
    shown = "".join(excerpt.split())
    return shown if len(shown) <= size else f"…{shown[-size:]}"


#: Why a rule was not applied.
_REASONS = {
    "zh": {
        "nothing": "报告里没有可核对的内容",
        "no-accounts": "没有列出科目的表",
        "no-year": "不知道报告是哪一年的",
        "rate-zero": "合计的比率为零",
        "not-stated": "没有陈述：{names}",
        "condition-unknown": "规则的条件无法判断",
        "condition-fails": "规则的条件不满足",
        "divisor-zero": "除数可能为零",
        "part-without-figure": "有一个分项没有数字",
        "no-last-year": "没有印出上年数",
        "no-sections": "报告里没有所要求的任何一节",
        "nothing-to-compare": "没有可以比较的数",
        "base-zero": "基数为零",
        "no-change": "没有印出增减额",
        "no-direction": "增减的方向不能确定",
        "no-present": "没有印出本年数",
        "no-headings": "目录里大多数条目没有对应的标题",
        "other-year": "只适用于{years}年，不是{year}年",
        "stated-once": "只陈述了一处，无从比较",
        "no-base": "没有印出基数",
        "no-budget": "没有印出预算数",
        "budget-zero": "预算数为零",
        "no-outturn": "没有印出决算数",
        "no-unit": "不知道单位名称",
        "columns": "没有认出所需的列",
        "no-table": "报告里没有带金额的相应的表",
        "no-whole": "没有找到整体",
        "uncertain-whole": "所列各项是哪一个数的分项不能确定",
        "open-base": "占比的基数不能确定是哪一个数",
        "whole-zero": "整体为零",
        "past-absent": "没有给出上年的报告（--previous）",
        "past-unnamed": "不能确定本年或上年报告是哪个单位的",
        "past-other-body": "上年报告是另一个单位的",
        "past-other-kind": "两份报告一份是部门决算，一份是单位决算",
        "past-other-year": "所给的不是上一年度的报告",
        "beside-absent": "没有给出本年的另一份材料（--against）",
        "beside-other-body": "{file} 是另一个单位的",
        "beside-other-year": "{file} 不是同一年度的",
        "beside-nothing": "{file} 与报告没有相同的表和数可以核对",
        "beside-budget": "{file} 是预算，只核对预算数",
        "beside-only-here": "{file} 里没有这些表：{names}",
        "beside-only-there": "{file} 另有报告里没有的表：{names}",
        "beside-doubtful": "同名的表不止一张，没有与 {file} 核对：{names}",
        "beside-untitled": "没有表名的表，没有与 {file} 核对：{names} 张",
        "beside-no-unit": "表没有写明单位，没有与 {file} 核对：{names}",
        "beside-columns": "{file} 里没有对应的栏：{names}",
        "beside-rows": "与 {file} 的行数不同，不能确定哪一行对哪一行：{names}",
        "beside-said-here": "{file} 的正文没有说到：{names}",
        "beside-said-there": "{file} 的正文另外说到：{names}",
        "not-in-both": "两份报告没有都陈述：{names}",
        "not-in-past": "上年报告没有陈述",
        "other-subject": "说的可能是另一个主体",
        "no-rate": "不是比率",
        "no-rule": "没有规则涉及这一列",
        "no-unit-line": "表没有写明单位，也没有规则涉及这一列",
        "no-rule-cell": "没有规则涉及这一格",
        "no-columns": "没有认出有数字的列",
        "column-unread": "没有认出它所在的列",
        "not-understood": "没有读懂这句话",
        "only-mentioned": "只是提到，没有可以与它核对的数",
        "of-a-name": "是名称里的标准，不是决算数",
        "nothing-beside": "没有另一处可以与它核对",
    },
    "en": {
        "nothing": "nothing in the report to check",
        "no-accounts": "no table lists accounts",
        "no-year": "the year of the report is not known",
        "rate-zero": "the total's rate is zero",
        "not-stated": "not stated: {names}",
        "condition-unknown": "a condition of the rule cannot be decided",
        "condition-fails": "the condition of the rule does not hold",
        "divisor-zero": "a divisor may be zero",
        "part-without-figure": "a part without a figure",
        "no-last-year": "last year is not printed",
        "no-sections": "the report has none of the demanded sections",
        "nothing-to-compare": "nothing to compare",
        "base-zero": "base is zero",
        "no-change": "no change printed",
        "no-direction": "direction not certain",
        "no-present": "this year's amount is not printed",
        "no-headings": "most entries of the contents page have no heading",
        "other-year": "for {years}, not for {year}",
        "stated-once": "stated fewer than twice",
        "no-base": "base not printed",
        "no-budget": "budget not printed",
        "budget-zero": "budget is zero",
        "no-outturn": "outturn not printed",
        "no-unit": "the unit's name is not known",
        "columns": "columns not recognised",
        "no-table": "the report has no such table with amounts",
        "no-whole": "whole not found",
        "uncertain-whole": "whose parts these are is not certain",
        "open-base": "which amount the share is of is open",
        "whole-zero": "whole is zero",
        "past-absent": "no report of last year is given (--previous)",
        "past-unnamed": "whose report it is, this one or last year's, is not certain",
        "past-other-body": "the previous report is of another body",
        "past-other-kind": "one report is a department's, the other a single body's",
        "past-other-year": "the previous report is not of the year before",
        "beside-absent": "no other statement of the year is given (--against)",
        "beside-other-body": "{file} is of another body",
        "beside-other-year": "{file} is of another year",
        "beside-nothing": "{file} has no table or figure in common with the report",
        "beside-budget": "{file} is a budget: only budgets are held against it",
        "beside-only-here": "tables that {file} has not: {names}",
        "beside-only-there": "tables that only {file} has: {names}",
        "beside-doubtful": "several tables of one title, not held against {file}: {names}",
        "beside-untitled": "tables without a title, not held against {file}: {names}",
        "beside-no-unit": "no unit is printed, not held against {file}: {names}",
        "beside-columns": "columns that {file} has not: {names}",
        "beside-rows": "not as many rows of the name as in {file}: {names}",
        "beside-said-here": "said in this narrative and not in that of {file}: {names}",
        "beside-said-there": "said in the narrative of {file} and not in this one: {names}",
        "not-in-both": "not stated in both reports: {names}",
        "not-in-past": "not stated in last year's report",
        "other-subject": "may speak of another subject",
        "no-rate": "not a rate",
        "no-rule": "no rule is about this column",
        "no-unit-line": "the table has no unit line and no rule is about this column",
        "no-rule-cell": "no rule is about this cell",
        "no-columns": "no column of figures was recognised",
        "column-unread": "its column was not recognised",
        "not-understood": "the sentence was not understood",
        "only-mentioned": "only mentioned, with nothing to hold it against",
        "of-a-name": "a limit that is part of a name",
        "nothing-beside": "nothing else to hold it against",
    },
}


def reason(lang: str, name: str, what: str = "", **values: object) -> str:
    """Why a rule was not applied, and to what."""
    said = _REASONS[lang][name].format(**values)
    colon = "：" if lang == "zh" else ": "
    return f"{what}{colon}{said}" if what else said
