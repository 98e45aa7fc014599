"""The words by which sentences about figures are built: the syntax that the grammar reads.

All patterns are matched against folded text (full-width brackets, digits and signs made
half-width) in which figures are masked by NUL characters, so that a comma inside a number is not
one of the sentence's.
"""

from __future__ import annotations

import re

UP = "增长|增加|上升|提高|增多|上涨|增支|增幅|多支"
DOWN = "下降|减少|降低|压减|缩减|减支|降幅|节约|回落|压缩|下调|少支"
_TURN = f"{UP}|{DOWN}"
_UP_WORDS = frozenset(UP.split("|"))

#: A remark in brackets right after a figure that holds no figure of its own.
REMARK = re.compile(r"(?<=\0)\s*\((?!含\)|不含\)|含)[^()\0]{1,60}\)")

_YEAR = r"20\d\d\s*年度?"
_FORMER = rf"(?:{_YEAR}|上一?年度?|去年度?|上年同期|前一?年度?|上一?度)(?:同期)?"
_BUDGET = r"(?:年初|全年|调整后?的?|当年|年度|本年|财政)*预算(?:安排)?(?:数|额|金额)?"

_FORMERLY = (
    rf"(?P<former>(?:与|同|比|较|和)于?\s*(?P<former_name>{_FORMER})(?:支出|收入)?(?:决算数?|执行数|数)?"
    r"(?:相比较?|比较|对比)?|同比)"
)
_PLANNED = rf"(?P<planned>(?:与|同|比|较)\s*(?P<planned_name>{_BUDGET})(?:相比较?|比较)?)"

#: What a change is measured against.
BASE = re.compile(rf"{_FORMERLY}|{_PLANNED}")

#: Where clauses, sentences and lists begin and end, and what governs the rest of a sentence.
MARKS = re.compile(
    "(?P<stop>[。！？!?])"
    "|(?P<semi>[；;])"
    "|(?P<group>其中(?:[:：,，]|包括[:：])?"
    "|以下方面[:：]?|(?:具体|主要)?(?:内容|情况|项目)?(?:包括|分别为|分别是|如下)[:：]?)"
    r"|(?P<inside>\((?:其中[,，:：]?)?含)|(?P<close>\))"
    "|(?P<comma>[，,])"
    "|(?P<colon>[：:])"
    "|(?P<reason>(?:主要)?(?:变动|变化|增减)?原因(?:是|为|系)?[:：]?|主要(?:是|由于|系|因)[:：]?|由于)"
    "|(?P<purpose>主要用于(?!以下)|用于(?!以下)|反映)"
    rf"|(?P<order>(?:支出)?(?:决算|执行|支出)(?:数|额)?"
    rf"(?P<relation>大于|小于|等于|高于|低于|超过|超出|少于|多于|与|同|和)(?P<against>{_BUDGET})"
    r"(?:相比)?(?P<level>基本持平|持平|基本一致|一致|相等|相同)?)"
    rf"|{_FORMERLY}|{_PLANNED}"
    "|(?P<flat>基本持平|持平|无增减变[动化]|无变[动化]|没有变化|无增减)"
)

#: The words right before a rate.
SHARE = re.compile(
    r"占(?:比|到)?(?P<whole>[^占\0,，]{0,40}?)的?(?:比重|比例|百分比)?(?:约?为|是|达到?|约)?\s*$"
)
COMPLETION = re.compile(
    rf"(?:(?:完成|达到|为|占)\s*了?(?P<base>{_BUDGET})的?(?:约?为|的)?"
    rf"|(?P<base2>{_BUDGET})?(?:的?完成率|执行率|完成比例)(?:约?为|达到?|是|[:：])?)\s*$"
)
TURN = re.compile(
    rf"(?P<word>{_TURN})(?P<choice>\s*\((?:{_TURN})\))?(?:了|额|幅度|幅|率|数|比例|金额)?(?:约|为|达|近)*\s*$"
)
NEW_LEVEL = re.compile(rf"(?:(?:{_TURN})(?:到|至)|[增降减升]至|由|从|即)\s*$")

#: The words right before an amount or a count.
BUDGETED = re.compile(rf"(?P<name>{_BUDGET})(?:总?计)?(?:均|各)?(?:为|是|共|约|安排)?\s*$")
FORMERLY = re.compile(rf"(?P<name>{_FORMER})(?:支出|收入)?(?:决算|执行)?(?:数|额)?(?:为|是)?\s*$")
LIMIT_BEFORE = re.compile(r"(?:单价|单位价值|价值|金额在)\s*$")
LIMIT_AFTER = re.compile(r"\s*(?:\(含\)|\(不含\))?(?:以上|以下|及以上|以内)")
SPREAD = re.compile(r"分别(?:为|是|达)?\s*$")

COUNTED = re.compile(r"\s*[^\s\0()、,，。；;：:！？!?]{1,20}")

ACCOUNT = re.compile(
    r"(?:^|\s|[,，。：:]|\d[.、])\s*(?P<c0>[^\s(),，。：:；;\0]{2,30})\((?P<n0>\d{0,3})\s*类\)\s*"
    r"(?P<c1>[^(),，。：:；;\0]{2,40})\((?P<n1>\d{0,5})\s*款\)\s*"
    r"(?P<c2>[^(),，。：:；;\0]{2,40})\((?P<n2>\d{0,7})\s*项\)"
)
ITEM = re.compile(r"\s*(?P<number>\(?\d{1,2}\s*[.、)]|[①-⑳])\s*(?=\D)")


def direction(word: str) -> int:
    """1 for a word that says more, -1 for one that says less."""
    return 1 if word in _UP_WORDS else -1
