"""What a line is by its words alone: a heading, a caption, a unit line, a table's title, prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.patterns import regex
from jslint.readers.numbering import BRACKET, PART, mark

if TYPE_CHECKING:
    from jslint.readers.numbering import Mark

_FINISHED = regex(r"[。！？；：!?;:][”’」』）)》〉\"']{0,3}$")
_STATED = regex(
    r"\d\s?(?:[百千万亿]{0,2}元|[%％]|个百分点|人次|批次|辆|人|名|户|件|台?[（(]?套[)）]?)$"
)
_NAMED = regex(
    r"(?![^\d]{0,22}[增减升降占])[\u4e00-\u9fff“”（）()]{1,22}(?:费用?|支出|收入|经费|资金|补[助贴]|拨款|[合总]计)\s?\d[\d,，]*(?:\.\d+)?\s?[百千万亿]{0,2}元"
)
_YEARLY = regex(
    r"(?:(?:本|我)(?:单位|部门|[局院校委厅馆站])(?=20\d\d|本年))?(?:20\d\d\s?年度?[，,]?|本年度?|上年度?)[^，。、\d]{2,40}"
)
_ROW = regex(
    r"(?<![\d一二三四五六七八九十])、[^，。；：、]{2,20}$|(?<![（(][\d一二三四五六七八九十])(?<![（(]\d\d)[)）]$|等$"
)
_CUT = regex(
    r"[，、：；,\d.（(“《]$|[的和与及为较由对在比同从自至到占计共达约按以中上下前后于过并将向每]$"
)
_ONWARD = regex(
    r"[^\w“《（(]|(?:增[加长至到支收]|减[少至到支收]|下降|上升|持平|降[至到低为]|升[至到为]|提高[至到]|缩减|压[减缩]|同比)|[的为是和及与以等左多余由用从之至到占中次]|员(?!工)|[（(](?!\s?[一二三四五六七八九十\d]{1,3}\s?[）)])"
)
_CLOSING = regex(r"[。，、；：！？）)」』”’》〉％%,;!?]|相比[，,]")
_CAPTION = regex(
    r"[（(]?\s?图\s{0,2}[\d一二三四五六七八九十]{1,3}(?:[-—.]\d{1,2})?(?:"
    r"\s{0,2}[：:][^。；;]{0,60}"
    r"|[\s、.．]{0,3}[^\s。，,；;：:][^。，,；;]{0,40}(?:图|情况|结构|对比|变化|构成)[）)]?"
    r"(?:\s{0,2}[（(]\s?(?:金额)?单位\s?[：:][^。；;]{1,10})?)"
)
_CHART = regex(
    r"[（(]?[^。，,；;：:]{0,30}(?:结构|变动|变化|情况|对比|比较|柱状|柱形|饼状|饼|折线|趋势|示意)图[）)]?"
    r"(?:\s{0,2}[（(][^。；;]{1,20}[）)])?"
)
_UNIT = regex(
    r"(?:^|[\s（(]|金额|计量|货币)单位\s?[：:]\s?(?:人民币)?\s?((?:[百千万亿]{1,2})?元)\s?[）)]?$"
)
_UNIT_HEAD = regex(
    r"[（(]?\s?(?:金额|计量|货币)?单位\s?[：:]|(?:编制|填报|公开)?(?:部门|单位)(?:名称)?\s?[：:]"
    # The number of a form, unless its title stands behind it in the same line.
    r"|公开\d{2}表(?!\s{0,4}[^\s：:。，]{2,40}表(?:$|[（(]))"
    # Its number, alone or beside its unit: 表一, 附表3, 公开08-1表, GK04.
    r"|(?:[\u4e00-\u9fff]{0,4}\s?\d{1,2}(?:[-—]\d{1,2})?\s?表"
    r"|附?表\s{0,2}(?:\d{1,2}(?:[-—]\d{1,2})?|[一二三四五六七八九十]{1,3})|(?:GK|Z)\d{2})"
    r"(?:\s{1,60}(?:金额)?单位\s?[：:].{1,10})?$"
)
_NOTE = regex(r"(?:注|备注|说明|附注)\s?[：:]|[*＊※]\s?注")
_BULLET = regex(r"[-*+–—]\s{1,4}(?=\S)|[•●○■□◆◇▪➢►·]\s{0,4}(?=\S)")
_TITLE = regex(
    r"[^。，；：;]{2,60}表(?:\s{0,2}[（(][^。（）()]{1,20}[）)]){0,2}(?:\s?[（(]?续\s?表?[）)]?)?$"
    r"|附?表\s{0,2}(?:\d{1,2}|[一二三四五六七八九十]{1,3})[\s：:.、-][^。；;]{2,50}$"
)
_AGAIN = regex(r"[（(]?\s?续\s?表?\s?\d{0,2}\s?[）)]?")
_CONTINUES = regex(
    r"[（(]?续(?:表\d{0,2})?[）)]?$|[（(]?续表\d{0,2}[）)]?[^。]{0,20}$|.*(?:[（(]续表?\d{0,2}[）)]|续表\d{0,2})$"
)
_SPACE = regex(r"\s")
_ASIDE = regex(r"[（(][^（）()]{0,60}[）)]")
_STOPS = regex(r"[。；！？，;!?]|[：:](?!$)")
_AMOUNT = regex(r"\d\s{0,3}(?:[百千万亿]{0,2}元|[%％‰])")
_NOUN = regex(
    r"(?:况|说明|解释|附件|职责|职能|构成|设置|组成|机构|简介|概述"
    r"|事项|结果|体系|目标|分析|报告|表)(?:的?说明)?[”\"]?$"
)
# What is of a whole year and of the accounts at large is a part; 总表 and 明细表 are single tables.
_ANNUAL = regex(
    r"[^。，；：]{0,40}20\d\d\s{0,2}年度?\s{0,2}(?:部门|单位)?决算[^\W\d]{0,4}(?<![总细])(?:表|说明)$"
)
# The words that say of what kind a table or a text is, and before them the end of what it is of.
_ENDING = regex(
    r"(?:(?:(?:部?门|单?位)?[^\W\d]{0,2}情)?况)?的?说?明"
    r"|(?:[^\W\d]{0,2}(?:总|明?细|自?评))?表"
    r"|[^\W\d]{0,2}解?释"
)
_WEAK = 16
_LONG = {PART: 70, BRACKET: 45}
_USUAL = 45


def is_finished(value: str) -> bool:
    """Whether a line ends as a sentence or a clause before a list does."""
    return bool(_FINISHED.search(value))


def is_stated(value: str) -> bool:
    """Whether a line ends in a whole amount or rate, behind which no word can be cut in two."""
    return bool(_STATED.search(value))


def opens_with_amount(value: str) -> bool:
    """Whether a line opens with a name and its amount, as one part of several does."""
    return bool(_NAMED.match(value))


def ends_names(value: str) -> bool:
    """Whether a line ends as a row of names does, or with an amount or a remark in brackets."""
    return bool(_ROW.search(value)) or is_stated(value)


def names_year(value: str) -> bool:
    """Whether a line opens with the year that its sentence is about."""
    return bool(_YEARLY.match(value))


def is_cut(value: str) -> bool:
    """Whether a line ends in the middle of a clause or a figure."""
    return bool(_CUT.search(value))


def begins_anew(value: str) -> bool:
    """Whether the words of a line do not go on with an amount that ends the line before."""
    return not _ONWARD.match(value)


def is_clause(value: str) -> bool:
    """Whether there is a stop within a line."""
    return bool(_STOPS.search(value))


def is_remainder(value: str) -> bool:
    """Whether a line begins with what closes a sentence, bracket or phrase, so that it begins nothing."""
    return bool(_CLOSING.match(value))


def is_caption(value: str) -> bool:
    """Whether a line is the caption of a figure (not of a table)."""
    return "图" in value and bool(_CAPTION.fullmatch(value) or _CHART.fullmatch(value))


def unit_of(value: str) -> str:
    """The unit that a line such as 单位：万元 gives a table; empty where it is no such line."""
    if "单位" not in value or not _UNIT_HEAD.match(value):
        return ""
    match = _UNIT.search(value)
    return match[1] if match else ""


def is_table_head(value: str) -> bool:
    """Whether a line stands between a table and its title: its unit, its maker, its form number."""
    return len(value) <= _LONG[PART] and bool(_UNIT_HEAD.match(value)) and not is_finished(value)


def is_note(value: str) -> bool:
    """Whether a line begins a note to a table (注：…)."""
    return bool(_NOTE.match(value))


def bullet(value: str) -> int:
    """The length of the list mark that a line begins with, spaces included; 0 without one."""
    match = _BULLET.match(value)
    return match.end() if match else 0


def is_title(value: str) -> bool:
    """Whether a line can be a table's title: it ends in 表, but for a year in brackets."""
    return bool(_TITLE.match(value))


def is_continuation(value: str) -> bool:
    """Whether a line says that a table goes on: 续表, or a title with （续）."""
    return bool(_CONTINUES.match(_SPACE.sub("", value)))


def retitled(value: str) -> str:
    """A line as it is compared with its repetition above the next part of a table."""
    return _AGAIN.sub("", _SPACE.sub("", value))


def is_annual(value: str) -> bool:
    """Whether an unnumbered line names a part: …2024年度部门决算表."""
    return bool(_ANNUAL.match(value))


def heading(value: str) -> Mark | None:
    """The number of a line that is certainly or possibly a heading: 第一部分, 一、 or （一）.

    It is short, without a figure or an inner stop; it may end in 。 where its last noun is that of
    a heading. A number alone is no heading yet.
    """
    found = mark(value)
    if found is None or found.level > BRACKET or found.end >= len(value):
        return None
    words = _ASIDE.sub("", value[found.end :]).strip()
    if not words or len(words) > _LONG.get(found.level, _USUAL):
        return None
    bare = words.rstrip("。：:")
    if _STOPS.search(bare) or _AMOUNT.search(bare):
        return None
    if words != bare and (found.level == PART or not is_strong(bare)):
        return None
    return found if found.level == PART or is_strong(bare) or len(bare) <= _WEAK else None


def is_strong(words: str) -> bool:
    """Whether the last noun is one that headings end in: 情况, 说明, 职责, 表 and so on."""
    return bool(_NOUN.search(_ASIDE.sub("", words).rstrip("。：: ")))


def is_ending(rest: str) -> bool:
    """Whether a line can only be the last words of a heading: 情况说明, 说明, 表."""
    return _ENDING.fullmatch(rest) is not None
