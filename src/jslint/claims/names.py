"""From the words before a figure to the name of what it measures."""

from __future__ import annotations

from functools import lru_cache

from jslint.claims import cues
from jslint.patterns import regex

_SELF = r"(?:我|本)(?:单位|部门|局|中心|校|院|委|厅|所|站|馆|队|处(?!室)|会(?![计议])|办(?![公法]))"
#: Words that say where in a row something stands: 占比最大的是, 其次是.
_RANKED = r"(?:占比|比重|金额|数额|支出|收入)?(?:最|较)[大多少小高低]的(?:一[项类笔])?[是为]|(?:其次|再次|最后|依次)[是为]?|[一二三四五六七八九]是"
_LEADING = regex(
    rf"^(?:[\s、,，:：;；)+＋]|{_RANKED}|[一二三四五六七八九十]{{1,2}}\)|\d{{1,2}}\s?[.、](?!\d)|\(\d{{1,2}}\)|[①-⑳]|其中|另外?|此外|同时|而(?!且)|也?即(?![将期时墨])|也就是说?|并|全年|今年|当年度?(?!收入|支出|收支)|本年度|共有|共计|累计|现有|已(?=(?:完成|累计)?(?:支付|拨付|使用|执行|支出))|"
    rf"截至|截止|共(?=[^\W\d_A-Za-z]{{2}})(?![产同青享和建用有])|(?:\d{{1,2}}|\0+)\s*(?:月份?|日)|{_SELF}|(?:单位|部门|局|中心)(?=共|无|累计)|"
    rf"[相对]比|比较|为|和|及|与|的|实际(?:支出|完成|发生|执行)(?=[^\W\d]{{3}}|[“\"])|\()+"
)
_TRAILING = regex(
    r"(?:略[有微]?|稍[有微]?|[小大]幅度?|(?<!小)微|均为|各为|分别为|共计为|共计|累计|达到了?|(?<!未)(?:实际)?发生(?:额|数)?|(?<![所取获])实?得(?!分)|(?<![人车户次批台辆平期班])均|(?<!.)计|[共为是达约各:：的\s(]|(?<!.)仅|(?<=[度年])仅)+$"
)
_CLOSING = regex(
    r"(?:支出|决算|总额|总?金额|经费|费用|费|数|额|合计|拨款|财政|(?<=收入)完成|(?<=支出)完成|(?<=支出)执行)$"
)
_MONEY = regex(r"[收支款费]|基金|预算|资本")
_QUOTED = regex(r"“(?P<word>[^“”]{2,8})”[^“”中的]*")
#: The regions that a body lies in, which its name may begin with or leave out.
_REGIONS = r"(?:[^\W\d年]{1,7}?(?:省|自治区|市|自治州|州|盟|自治县|县|区|旗))+"
_REGIONS_BEFORE, _REGIONS_FIRST = regex(_REGIONS + "$"), regex(_REGIONS)
#: A name of fewer characters without its region may be any body's of the kind.
_TELLING = 6
#: Of fewer characters any name may have those of another in their order.
_ABRIDGED = 4
_SPACE = regex(r"[\s“”\"'‘’、]+")
_BRACKETED = regex(
    r"\((?:(?:\d{2,7})?(?:类|款|项)|\d{3,7}|含[^()]{0,20}|不含[^()]{0,20}|以[^()]{0,20}"
    r"|(?:主要)?(?:包括|含|是?指|即)(?:[^()]|\([^()]{1,6}\)){2,80})\)"
)
#: A heading with no mark behind it: 总体情况2023年度收入总计.
_TITLE = regex(r"^\s*[^\W\d_]{2,8}情况(?:说明)?\s*(?=20\d\d\s*年)")
_YEAR = regex(r"(20\d\d)\s*(?:(?=年初|全年)|学年|年度?[末底]?|$)")
#: What a year belongs to where it does not tell when the amount was spent.
_BOUND_YEAR = regex(r"\s*(?:结转|结余|下达|安排|签订|批复|追加|立项|项目(?!支出)|资金)")
#: An adverbial clause, which narrows no subject down.
_ADVERBIAL = regex(
    r"^(?:根据|按照?|依据|为|由于|因(?!公)|受|随着|结合|围绕|经(?!济|营|费)|截[至止]|在(?!.*[中内里]$)|自)"
    r"|^(?:具体|总体|整体|综合)来?看$|^从.{1,12}看$|(?:报表|报告|数据|快报|资料)(?:显示|表明)$"
)
#: A clause that says something of its own: that there was none of a thing, or how one went about it.
_STATEMENT = regex(
    r"^(?:[本全当]年度?|年内|我|本)?(?:部门|单位|局|院|校)?[均都也]?(?:未(?!成年|来|央|婚)|没有|没|无(?!形|线|障|偿|害|主|锡|人)|不(?!动产))"
    r"|^(?:严格|厉行|坚持|认真|切实|大力|积极|进一步|持续)|[为是](?:零|0(?:\.0+)?)$|(?:无支出|未发生)$"
)
#: A clause that tells what its sentence is about: 在公务接待费方面.
_ASPECT = regex(r"在(?P<name>[^在]{2,24})方面")
_HEADING = regex(
    r"(?:决算)?(?:总体|具体|结构|变动|变化|增减)*(?:情况)?(?:的)?(?:总体|具体)?(?:说明|情况)?$"
)
_NUMBERED = regex(
    r"^\s*(?:[(（][^()（）]{1,4}[)）]|[〇零一二三四五六七八九十\d]{1,3}\s*[、．.])\s*"
)
#: 收、支总计, 收入和支出总计: two totals in one word.
_BOTH = regex(
    r"(?P<lead>.{0,20}?)(?P<one>收入?|支出?)(?:、|和|与|及|总计、|合计、)?(?P<other>收入?|支出?)"
    r"(?P<rest>(?:决算)?(?:总计|合计|总额|总量)?)"
)
#: Words of totals that are said in several ways: 总收入, 收、支总计, 本年收入合计.
_GRAND = regex(r"总(?<!费总)(?P<side>收入|支出)$")
#: What keeps a thing running is called in several ways: 车辆运行费, 车辆运维费, 车辆运行维护费.
_UPKEEP = regex(r"(?<=运)[行维护]+(?![行维护支经]|$)")
#: An official car, which is called in short too: 公车.
_CAR = regex("公[^交安共路]{1,2}(?=车)")
#: Of an expense no other than its total is said: “三公”经费总支出.
_ALL_OF_IT = regex(r"总(?<=费总)(?=支出)")
_TOGETHER = regex(
    r"收入?(?:决算)?(?:总计|合计)?(?:和|与|及)?支出?(?P<rest>(?:决算)?(?:总计|合计|总额|总量))$"
)
#: 收支总决算 is the total of the account, 决算收入总额 that of a side.
_ACCOUNTED = regex(r"(?<=[收支入出])总决算$")
_SIDE_TOTAL = regex(r"(?:决算)?(?P<side>收入|支出)(?:决算)?总额")
#: What the totals are called where they are compared: 收入支出总体与上年相比.
_OVERALL = regex(r"总体(?:情况)?$")
_TWO = regex(r"收[入和与及]{0,2}支出?$")
_YEARLY = regex(r"^(?:[本当]年度?|全年)(?=[收支])")
_ALONE = regex(r"(?P<lead>.*?)(?:收入|支出)(?P<rest>(?:决算)?(?:总计|合计|总额|总量))$")
_QUANTITY = regex(r"[收支款费债额数金余资辆台人次批项户]|预算|规模|[合总]计|补[助贴]|保险")
#: Words that say how an amount is compared, never of what; in brackets they tell it from another.
_MANNER = regex(
    r"(?<!\()按?(?:可比口径|同口径|同比口径|可比价格|同比例|可比因素)(?:计算|相比|比较)?|口径统一后"
)
_SIDES = {"收": "收入", "支": "支出"}
_PAIR = "收入支出"
_JOINTS = regex(r"、|以及|和|及|与")
_HEADS = regex(r"(?:采购|决算|支出|收入|总计|合计|经费|费用?|金额|总额|数|额)+")

#: What is left of 本年支出合计 and 本年财政拨款支出 alike names neither.
_STEMS = frozenset(("本年", "全年", "年度", "本年度", "上年", "其他", "财政"))

#: Subjects that only repeat what the sentence already speaks of.
GENERIC = frozenset(
    (
        "",
        "支出",
        "收入",
        "决算",
        "决算数",
        "支出决算",
        "支出决算数",
        "收入决算",
        "收入决算数",
        "收支",
        "决算支出",
        "决算收入",
        "实际支出",
        "实际使用",
        "使用资金",
        "实际使用资金",
        "费用",
        "金额",
        "经费",
        "执行数",
        "总计",
        "合计",
        "实际完成",
        "总额",
        "支出总额",
        "支出合计",
        "支出金额",
        "该项支出",
        "收支总计",
        "支出数",
        "所",
        "其",
        "总",
        "净",
        "比",
        "仅",
        "完成",
        "完成了",
        "达到",
        "本项支出",
        "费用支出",
        "经费支出",
        "支出费用",
        "实际执行",
        "执行",
        "实际采购",
        "实际采购金额",
        "成交金额",
        "中标金额",
        "成交价",
        "中标价",
        "支付",
        "完成支付",
        "拨付",
        "实际支付",
        "使用",
        "实际执行数",
        "全年执行数",
        "决算支出数",
        "决算支出额",
        "决算支出总额",
        "决算总额",
        "决算总数",
        "决算金额",
        "支出决算额",
        "支出决算金额",
        "实际支出数",
        "实际支出额",
        "预算执行数",
    ),
)


#: The words of one clause are asked about several times, and names recur in the reports of a folder.
_REMEMBERED = 2048


@lru_cache(maxsize=_REMEMBERED)
def subject(words: str, unit_name: str = "") -> str:
    """The subject in the words before a figure: no years, openers, verbs or copulas around it."""
    name = _TITLE.sub("", words.replace("\0", "").replace("\n", ""))
    if unit_name:
        name = _without_body(name, unit_name)
    name = _MANNER.sub("", _without_years(name))
    before = None
    while before != name:
        before = name
        name = _TRAILING.sub("", _LEADING.sub("", name))
    return name.strip()


def _without_body(name: str, body: str) -> str:
    """The name without whose it is: the body, with or without the regions that it lies in."""
    first = _REGIONS_FIRST.match(body)
    short = body[first.end() :] if first else ""
    for own in (body, short if len(short) >= _TELLING else ""):
        before, said, after = name.partition(own) if own else (name, "", "")
        if said:
            return _REGIONS_BEFORE.sub("", before) + after
    said = _without_years(name)
    for size in range(len(body) - 1, _TELLING - 1, -1):
        if said.startswith(body[-size:]):
            return said[size:]  # 云岭县人民法院 of 安平省云岭县人民法院
    return name


def is_without_region(name: str, body: str) -> bool:
    """Whether a name is a body's without the regions that it lies in, and can be no other's."""
    before = body.removesuffix(name)
    return len(name) >= _TELLING and before != body and _REGIONS_FIRST.fullmatch(before) is not None


def _without_years(name: str) -> str:
    """The name without the years that only tell when."""
    return _YEAR.sub(lambda year: year[0] if _BOUND_YEAR.match(name, year.end()) else "", name)


def year(words: str) -> int | None:
    """The last year that tells when the amount was spent; None where none does."""
    found = [match for match in _YEAR.finditer(words) if not _BOUND_YEAR.match(words, match.end())]
    return int(found[-1][1]) if found else None


@lru_cache(maxsize=_REMEMBERED)
def key(name: str) -> str:
    """What two mentions of one thing have in common: no spaces, quotes or closing words."""
    short = _summed(_ALL_OF_IT.sub("", _BRACKETED.sub("", plain(name))))
    short = _CAR.sub("公", _UPKEEP.sub("维", short))
    short = _ACCOUNTED.sub("总计", short)
    if alone := _SIDE_TOTAL.fullmatch(_YEARLY.sub("", short)):
        short = f"{alone['side']}总计"
    short = _YEARLY.sub("", _TOGETHER.sub(r"收入支出\g<rest>", canonical(short)))
    while True:
        cut = _CLOSING.sub("", short)
        if cut == short or len(cut) < 2 or cut in _STEMS:  # noqa: PLR2004 - one character names nothing
            return short
        if short.endswith(_PAIR):
            return short  # 收支总额 is no 收入
        short = cut


def _summed(name: str) -> str:
    """A name with the word for totals, where what is compared is called 收入支出 as a whole."""
    sides = _OVERALL.sub("", name)
    return f"{sides}总计" if sides != name and _TWO.search(sides) else name


def canonical(name: str) -> str:
    """A plain name as packs expect it, where it is said in another way (总收入 for 收入总计)."""
    return _GRAND.sub(r"\g<side>总计", name) if "总" in name else name


def joint(short: str) -> str:
    """The key of income and expenditure together for that of one of them; empty for others."""
    found = _ALONE.fullmatch(short)
    return f"{found['lead']}收入支出{found['rest']}" if found else ""


def quoted(name: str) -> str:
    """What a name that begins with it has in quotes, if it narrows that down by no part of it."""
    found = _QUOTED.fullmatch(name)
    return found["word"] if found else ""


_NUMBER = regex(r"[\d.,]+%?")


def is_generic(name: str) -> bool:
    """Whether a subject says nothing of its own; a number that lost its unit is none."""
    short = plain(name)
    return short in GENERIC or _NUMBER.fullmatch(short) is not None


def is_of_money(name: str) -> bool:
    """Whether a name has a word of what is spent, received or counted, and so names a quantity."""
    return _QUANTITY.search(name) is not None


def abridges(name: str, whole: str) -> bool:
    """Whether a name has the words of a key in their order, or goes on behind all of them.

    面向甲类企业采购合同 is meant by 甲类企业合同金额, and 授予甲类企业 by 授予甲类企业合同金额.
    """
    said, rest = key(name), iter(whole)
    if min(len(said), len(whole)) < _ABRIDGED:
        return False
    return said.startswith(whole) or all(character in rest for character in said)


def is_empty(name: str) -> bool:
    """Whether there is no subject at all."""
    return not plain(name)


def is_adverbial(words: str) -> bool:
    """Whether a clause only says on what ground or when, such as 根据工作安排."""
    return _ADVERBIAL.match(words) is not None


def is_statement(words: str) -> bool:
    """Whether a clause says something of its own, such as 未购置公务用车 or 严格控制支出."""
    return _STATEMENT.search(words) is not None


def aspect(words: str) -> str:
    """What 在某费用方面 names: the quantity that the sentence is about, the words themselves else."""
    found = _ASPECT.fullmatch(words)
    named = found is not None and is_of_money(found["name"]) and not is_generic(found["name"])
    return found["name"] if found and named else words


@lru_cache(maxsize=_REMEMBERED)
def plain(name: str) -> str:
    """A name without spaces, quotes and 、, for packs to match."""
    return _SPACE.sub("", name)


def of_heading(heading: str) -> str:
    """What a heading says that its section is about, without numbering and 情况说明."""
    return _HEADING.sub("", _SPACE.sub("", _NUMBERED.sub("", heading)).translate(_BRACKETS))


_BRACKETS = str.maketrans("（）", "()")


def is_part(heading: str) -> bool:
    """Whether a heading names all of the accounts and no money in particular: 二、部门决算情况说明."""
    return "决算" in heading and not _MONEY.search(heading)


def several(words: str, count: int = 0) -> list[str]:
    """The names in a row such as 货物、工程和服务采购支出, each with the closing words they share.

    ``count`` is how many there ought to be: 购置及运行维护费、接待费 are two, not three.
    """
    if both := _BOTH.fullmatch(words):
        lead, rest = both["lead"], both["rest"]
        return [
            f"{lead}{side}{rest}" for side in (_SIDES[both["one"][0]], _SIDES[both["other"][0]])
        ]
    found = [part.strip() for part in _JOINTS.split(words) if part.strip()]
    if len(found) != count:
        listed = [part.strip() for part in words.split("、") if part.strip()]
        found = listed if len(listed) == count else found
    if len(found) < 2:  # noqa: PLR2004 - one name is no row
        return found
    *first, last = found
    if measured := cues.MEASURED.search(last):
        return [*(one if cues.MEASURED.search(one) else one + measured[0] for one in first), last]
    size = len(first[0])
    head = last[size:]
    if all(len(name) == size for name in first) and head and _HEADS.fullmatch(head):
        return [*(name + head for name in first), last]
    return found
