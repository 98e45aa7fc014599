"""What a name is of, as its words tell: a side or both, a fund, a level, a total, what is left."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from jslint.claims import names
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_REFERRING = regex(r"[\s“\"]*(?:上述|以上|前述|收支(?:品迭|相抵)|(?:[共均各总所]|合计)?涉及)")
#: Both sides in short; 验收支出 is none of it.
_BOTH_SHORT = regex(r"(?<![验回征吸招签])收支")
#: What is said of income or expenditure alone where both were named as one.
SIDES = frozenset(("收入", "支出"))
_FUND = regex(
    r"(?:[^\W\d]{2}公共|[^\W\d]{2}性基金|[^\W\d]{2}保险基金|基金|(?:[^\W\d]{2})?资本经营)(?=预算)"
)
_ACCOUNT = regex(r"(?!专用|事业)[^\W\d]{2}(?:公共|基金|资本经营)")
#: What stands between a fund and the thing that it pays.
_OF_FUND = regex(r"^.*(?:安排|拨款|用于|预算)")
_JOINED = regex(r"[和及与]|以及")
_SCOPE = regex(
    r"全(?:省|市|州|县|区|旗|镇|系统|自治)|本级|(?<!机[关构]、)(?:下|所)属|各(?:单位|部门|乡镇|镇)"
    r"|[局厅委]机关(?!、[下所]属)"  # 机关、下属单位 are all there is
)
_LEVEL = regex(
    r"全(?:省|市|州|县|区|旗|镇|系统|自治区|地域|域)|[省市州县区旗镇乡]?本级|[省市州县区旗]级(?=一般|政府|财政|国有|社会|收入|支出)"
)
#: What stands below the expenditure of the year.
_LEFT_OVER = regex(r"分配$|^[年期]末")
#: What was left from the year before, which no income of the year holds.
_FORMERLY, _LEFT = regex("[年期]初|上年"), regex("结[转余]")
_CLOSING_DAY = regex("[年期][末终底]")
#: 平均 belongs to some names of what is no average: 平均主义 is none of an amount.
_AVERAGE = regex(r"平均(?!主)|[^\W\d平]均(?=得?分|成绩|价|工资)")
_SET_OFF = regex("相抵|品迭|轧抵")
#: How deep an account stands in the classification, as its name says.
_DEPTH = regex(r"\((?P<depth>[类款项])\)(?:支出|决算|预算|数)*$")
_TOTAL = regex(r"总计|合计|总额|总量|收、?支")
#: How the name of a sort of all that was received or spent ends, before its side.
_SORT = regex("(?:补助|事业|经营|上缴|上级|项目|其他)$")
#: What is done to an amount stands before its name: 因机构上划减少了 A 经费; 增加值 is a name of its own.
_MOVED = regex(r"(?:减少|增加|压减|核减|调减)了?(?![值额数的率幅]|安排)[“\"]?[^\W\d]{2}")
#: Names that mean what is spoken of: 该项目.
_RELATIVE = regex(r"(?:该|本|此)?项目|(?:该|本|此)(?:专项|资金)")
#: Subjects of the money that counted things (projects, contracts) come to.
_INVOLVED = regex(r"(?:共|均|总)*涉及(?:预算|财政|项目|的)*(?:资金|金额|总额|总金额)?")


def account(name: str) -> str:
    """The account or fund whose money a name speaks of, budgeted or not; empty where it names none."""
    found = _ACCOUNT.search(names.plain(name))
    return found[0] if found else ""


def fund(name: str) -> str:
    """The budget whose money a name speaks of (一般公共预算); empty where it names none."""
    found = _FUND.search(names.plain(name))
    return found[0] if found else ""


def are_of_two_funds(one: str, other: str) -> bool:
    """Whether two names speak of the money of two budgets, each of one."""
    first, second = fund(one), fund(other)
    return bool(first and second) and not (first.endswith(second) or second.endswith(first))


def alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two names begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def is_one_of_two_funds(one: str, other: str) -> bool:
    """Whether two names are of one thing, other than income or expenditure, that two funds pay."""
    funds = {account(one), account(other)}
    shared = alike(reversed(names.plain(one)), reversed(names.plain(other)))
    thing = _OF_FUND.sub("", names.plain(one)[len(names.plain(one)) - shared :])
    return len(funds - {""}) > 1 and not names.is_generic(names.subject(thing))


def is_ambiguous(short: str, name: str) -> bool:
    """Whether a short name may mean something else than a name that ends in it.

    It may be one of two things joined; what is paid by 财政 may be so by one budget or by all.
    """
    return short.startswith("财政") or _JOINED.search(name.removesuffix(short)) is not None


def is_joint(name: str) -> bool:
    """Whether a name is of income and expenditure together."""
    return "收入支出" in names.key(name)


def is_relative(name: str) -> bool:
    """Whether a name means what its paragraph is about, so that another paragraph means another thing."""
    return _RELATIVE.fullmatch(names.plain(name)) is not None and not name.endswith("支出")


def is_of_side(name: str, side: str) -> bool:
    """Whether a name is of income and expenditure together, or of the one side given."""
    short, one = names.plain(name), side[-2:]
    both = _BOTH_SHORT.search(short) or ("收入" in short and "支出" in short)
    return bool(both) or one in short


def is_all_of(name: str, side: str) -> bool:
    """Whether a name is of all that one side comes to: 本年支出, 支出总计."""
    return names.key(name).removesuffix("总计") == side


def side(name: str) -> str:
    """The one side that a name is of, 收入 or 支出; empty for one of neither or of both."""
    found = [one for one in SIDES if one in name]
    return found[0] if len(found) == 1 else ""


def is_spent(name: str) -> bool:
    """Whether a name is of what the side of expenditure holds: 本年支出, 结余分配, 年末结转."""
    return side(name) == "支出" or _LEFT_OVER.search(name) is not None


def is_left(name: str) -> bool:
    """Whether a name is of what was left over, from the year before or of this one."""
    return not side(name) and _LEFT.search(name) is not None


def is_average(name: str) -> bool:
    """Whether a name is of what several things come to on average: 平均得分."""
    return _AVERAGE.search(name) is not None


def is_left_over(name: str) -> bool:
    """Whether a name is of what was left from the year before: 年初结转和结余."""
    return _FORMERLY.match(name) is not None and _LEFT.search(name) is not None


def is_closing(name: str) -> bool:
    """Whether a name is of what was left at the end of the year: 年末结转和结余."""
    return _CLOSING_DAY.match(name) is not None and _LEFT.search(name) is not None


def is_set_off(name: str) -> bool:
    """Whether a name is of what one side leaves of the other: 收支相抵结余."""
    return _SET_OFF.search(name) is not None


def is_rest(name: str) -> bool:
    """Whether a name is of what a list has not named before: 其他事业单位."""
    return name.startswith(("其他", "其它", "其余"))


def is_grand(name: str) -> bool:
    """Whether a name is of a total that holds what was left from the year before: 收入总计, 总收入."""
    return "总" in name


def is_only_part(name: str, whole: str) -> bool:
    """Whether a name is of what nothing else than all of its side is divided into, which is the whole."""
    mine = side(name)
    sort, last, rest = names.plain(name).partition(mine) if mine else ("", "", "")
    ends = rest in ("", "决算", "决算数")
    return bool(last) and ends and _SORT.search(sort) is not None and is_all_of(whole, mine)


def is_all_told(name: str) -> bool:
    """Whether a name is of all that came in or went out, in few words: 全市总收入."""
    return names.canonical(name) != name


def depth(name: str) -> int:
    """How deep an account named alone stands, 1 for 教育（类） to 3 for 小学教育（项）; 0 for others."""
    found = _DEPTH.search(name)
    return "类款项".index(found["depth"]) + 1 if found else 0


def is_referring(name: str) -> bool:
    """Whether a name says that whose it is stands before: 上述收支相抵年终结余."""
    return _REFERRING.match(name) is not None


def is_one_of(name: str, whole: str) -> bool:
    """Whether a name is that of one of the things joined in another: 甲物购置及维修费 has 甲物维修费."""
    return is_of_several(whole) and names.abridges(name, names.key(whole))


def is_of_several(name: str) -> bool:
    """Whether a name joins two things: 甲物购置及维修费."""
    return _JOINED.search(name) is not None


def is_moved(name: str) -> bool:
    """Whether a name says first that its amount became less or more: 减少了 A 经费."""
    return _MOVED.search(name) is not None


def is_masked(name: str) -> bool:
    """Whether a name is struck out, as that of a secret account, so that two alike may differ."""
    return "*" in name or "×" in name or "X" in name.upper()


def is_scoped(name: str) -> bool:
    """Whether a name says of which level or body of several it speaks (全州, 州本级, 局机关)."""
    return _SCOPE.search(name) is not None


def level(name: str) -> str:
    """Which level or part of the whole a name says it is of (全省, 省级, 区本级); empty if none."""
    found = _LEVEL.search(names.plain(name))
    return found[0] if found else ""


def is_total(name: str) -> bool:
    """Whether a subject that says nothing more names a total all the same (收支总计, 支出合计)."""
    return _TOTAL.search(name) is not None


def is_involved(name: str) -> bool:
    """Whether a subject is only the money that things counted before come to (涉及资金)."""
    return _INVOLVED.fullmatch(names.plain(name)) is not None
