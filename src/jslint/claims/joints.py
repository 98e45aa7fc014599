"""Words between clauses that tell how the figures of one hang together with those of another."""

from __future__ import annotations

from jslint.patterns import regex

#: A part that is set apart from what was stated before it, what says so behind it, and what is left then.
SET_APART = regex(r"[\s,，]*除(?:了|去|掉)?(?P<name>[^,，。；;:：\0]{2,24})")
BESIDE = regex(r"\s*(?:之|以)?外[\s,，]*")
REMAINS = regex(
    r"[\s,，]*(?:其余|剩余|另外|余下)的?(?:均|全部|都)?(?:为|是|系)?(?:[^,，。；;:：\0]{2,16})?"
)
#: How words begin that tell where a change came from: 系新购.
IS_FROM = regex(r"[\s,，]*(?:均|都)?系(?![统数列])")
#: A name and what is said to be in it: 在职人员中行政编制; no 中心 and no 高中.
IN_KNOWN = regex(
    r"[\s,，]*(?!其|在(?![职编岗校册]))(?P<whole>[^,，。；;:：\0中]{2,16}[^高初集空其])中(?![心小等央学医专间期介])[^\W\d]{2}"
)
#: What each of several things counted has, and is no name of one: 发放资金.
EACH_HAS = regex(
    r"[\s,，]*(?:(?:发放|补助|拨付|下达|支付|安排|涉及|投入)?(?:资金|金额|补助|经费|补贴)|支出|原值|净值)"
)
#: The sum right behind a row of amounts.
IN_SUM = regex(r"\s*[,，]\s*(?:合计|共计|总计|总额|共)(?:为|是)?\s*\0")
#: The subject of a change that sums up those before it.
NET_SUM = regex(
    r"(?:(?:以上|上述)?(?:各?项)?(?:合计|共计|总计|累计)|(?:以上|上述)?(?:各?项|[两二]者|[两二]项)?(?:增减)?(?:相抵|品迭)后?(?:合计)?(?:实际)?)净?|净|共"
)
#: The name of a sum that says of what it is: A、B、C合计.
SUM_OF_NAMES = regex(
    r"(?:[^、]{2,12}中)?(?P<names>[^、]{2,16}(?:、[^、]{2,16})+?)(?:[两二三四五六七八九]项)?(?:合计|共计|总计)"
)
#: What opens a list before its colon and is the name of nothing.
OPENER = regex(r"(?:具体|详细|明细|分项|总体)(?:情况)?|情况|说明")
#: All quarters of the year at once: 四个季度支出分别为.
ALL_QUARTERS = regex(r"(?:四个|各个?)季度")
#: An amount behind a colon that says of which year it is, and not of what.
NAMELESS = regex(r"\s*(?:本年度?|今年|当年|上年度?|20\d\d\s*年度?|预算|决算)(?:为|是)?\s*\0")
