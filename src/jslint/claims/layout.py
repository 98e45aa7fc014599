"""How a sentence is laid out: gaps, remarks, numbers of items, coded accounts, what runs on from the line above."""

from __future__ import annotations

from jslint.patterns import regex

#: White space that parts no two Latin words or numbers: justification, and blanks around figures.
GAPS = regex(r"(?<![A-Za-z0-9.,])\s+|\s+(?![A-Za-z0-9])")
#: The mark of a list before its paragraph, which is none of its words: ●教育支出.
BULLET = regex(r"\s*[•●○■□◆◇▪➢►·]\s*(?=\S)")
#: A remark in brackets right after a figure that holds no figure of its own, on how words are used, or on how
#: a rate is computed: 执行率（执行数/预算数）, 执行率（B/A）, 执行数（B）.
REMARK = regex(
    r"(?<=\0)\s*\((?!含\)|不含\)|含)[^()\0]{1,60}\)|\(\s*(?:以?下同|下文同)\s*\)|(?<=[率度例重])\s*\([^()\0÷/]{1,16}[÷/][^()\0÷/]{1,16}\)(?=\s*(?:为|是|达)?\0)|(?<=[数额率])\([A-D]\)(?=\s*(?:为|是|达)?\0)"
)
#: Behind and before the pieces of a number whose point is doubled, 6..67, or whose comma slipped, 3,4567.0.
MALFORMED = regex(r"[.．]{2,3}\d")
MALFORMED_END = regex(r"\d[.．]{2,3}$|(?<![\d.,])\d{1,3},$")
LONG = regex(r"\d{4}")
LONG_BEHIND = regex(r",\d{4,}(?:\.\d+)?\s?[万亿元]")
#: What shows that a number is a rough amount or a count, so that no sign of a rate was lost: 1.2亿多元.
COARSE_UNIT = regex(r"\s*[亿万千百多余几]")
#: What heads a paragraph as a sentence of its own, such as 2.公务接待费。
HEAD = regex(r"(?P<name>[^,，。；;:：\0]{2,60}?(?:(?:费用?|支出|收入|经费)|\([类款项]\)))\s*")
#: The name of an account's last level alone.
LAST_LEVEL = regex(r"(?P<name>[^,，。；;:：\0()]{2,40})\((?:\d{2}\s*)?项\)\s*")
_NUMERAL = "[一二三四五六七八九十]"
ITEM = regex(
    rf"\s*(?P<number>\(?\d{{1,3}}\s*[“\"]?[.、)](?=\s*\D|\s+\d|\d{{7}}\D|20\d\d\s?年)|\({_NUMERAL}{{1,3}}\)"
    rf"|{_NUMERAL}{{1,3}}、|{_NUMERAL}{{1,3}}是(?=[^(),，。；;:：\0]{{2,24}}\((?:\d{{3}}\s*)?类\))|[①-⑳])\s*"
)
#: A heading that stands before its sentence in one paragraph, with but a blank between them.
RUN_IN = regex(
    rf"{ITEM.pattern}(?P<heading>[^\s,，。；;:：、\d]{{2,24}}(?:情况|说明|设置|构成|职责|职能))"
    r"[ \u3000\t]+(?=[^\s,，。；;:：]{6})"
)
#: Where a paragraph may go on with a further item, with its number or without.
RUN_ON = regex(
    r"(?P<mark>[。；;:：])\s*(?P<item>(?:\(?\d{1,3}\s*[.、)](?!\d(?!\d{6}\D))"
    rf"|\({_NUMERAL}{{1,3}}\)|{_NUMERAL}{{1,2}}、|[①-⑳])?\s*)(?=[“\w])"
)
#: The second of several items, and what is numbered but states nothing.
SECOND = regex(rf"[。；;]\s*(?:\(?2\s*[.、)](?!\d)|②|\({_NUMERAL}{{1,3}}\))")
#: What tells that a sentence gives reasons, which may go on in numbered ones.
REASONED_WITH = regex(r"原因|由于|因素|主要[是有]")
#: The same where the first has items of its own: 一、A：（1）…；（2）…；二、….
SECOND_ABOVE = regex(
    r"[^。；;:：]{2,60}[:：]\s*(?:\(?1\s*[.、)](?!\d)|①|\(一\))[^。]{2,300}[；;]\s*二、"
)
REASONS = regex(
    r"(?:原因|因素|主要是|主要有|由于|措施|问题|建议|做法|工作|内容|职责|职能|任务)[^。；;]{0,8}$"
)
#: The number of a part within a sentence.
NUMBERED = regex(
    rf"(?<=[:：；;，,])\s*(?:\(?\d{{1,2}}[.、)](?!\d)|[①-⑳]|\({_NUMERAL}{{1,3}}\)|{_NUMERAL}{{1,2}}、)"
)
#: A nought without its unit that is an amount: 预算为0，
NOUGHT = regex(r"(?:预算|决算|支出|收入|费)(?:数|额)?(?:均|各)?(?:为|是)?\s*$")
NOUGHT_END = regex(r"\s*(?:[,，。；;)]|$)")
_NAME = r"[^\s(),，。：:；;\0、]"
_ACCOUNT_NAME = r"(?:[^(),，。：:；;\0]|\((?!\d{0,7}\s?[类款项]\))[^()\0]{1,12}\)){2,40}?"
#: What may stand between an account and the one below it: 教育支出（类）-普通教育（款）.
_BELOW = r"\s*(?:[-—–－/·→>]{1,2}\s*)?"
ACCOUNT = regex(
    rf"(?P<c0>{_NAME}{{2,30}})\s*\((?P<n0>\d{{3}}\s*类?|类)\){_BELOW}"
    rf"(?P<c1>{_ACCOUNT_NAME})\s*\((?P<n1>\d{{2,5}}\s*款?|款)\){_BELOW}"
    rf"(?P<c2>{_ACCOUNT_NAME})\s*\((?P<n2>\d{{2,7}}\s*项?|项)\)"
)
#: The same below a line that names the class of several: 教育支出（类）.
UNDER_CLASS = regex(
    rf"(?P<c1>{_ACCOUNT_NAME})\s*\((?P<n1>\d{{2,5}}\s*款?|款)\){_BELOW}"
    rf"(?P<c2>{_ACCOUNT_NAME})\s*\((?P<n2>\d{{2,7}}\s*项?|项)\)"
)
#: An account that an item names by its code and its last name alone.
CODED = regex(
    rf"[“\"]?(?:(?P<code>2\d{{6}})\s*-*(?!\()(?P<name>{_ACCOUNT_NAME})(?=[。:：,，(]|(?:年初|全年|调整)?预算|(?:支出)?决算|支出(?!支出|[。:：,，(])|\d)"
    rf"|2\d{{6}}\s*\((?P<inside>(?!\d)[^()\0]{{2,40}})\)"
    rf"|(?P<named>{_ACCOUNT_NAME})\s*\((?P<coded>2\d{{6}})\))[”\"]?"
)
#: The code of a class behind its name.
CLASS_CODE = regex(r"(?<=\w)\s?\(\d{3}\s*类\)")
