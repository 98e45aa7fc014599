"""From the words before a figure to the name of what it measures."""

from __future__ import annotations

import re

_LEADING = re.compile(
    r"^(?:[\s、,，:：;；]|其中|另外?|此外|同时|并|全年|当年度?|本年度|20\d\d\s*年度?末?|共有|共计|累计|现有|"
    r"截至|截止|(?:\d{1,2}|\0+)\s*[月日]|(?:我|本)?(?:单位|部门|局|中心)(?=共|无|累计)|为|和|及|与|\()+"
)
_TRAILING = re.compile(
    r"(?:均为|各为|分别为|共计为|共计|累计|达到|[共为是达约各均:：的\s(])+$"
)
_CLOSING = re.compile(r"(?:支出|决算|总额|金额|经费|费用|费|数|额|合计|财政拨款)$")
_SPACE = re.compile(r"[\s“”\"'‘’、]+")
_BRACKETED = re.compile(r"\((?:类|款|项|含[^()]{0,20}|不含[^()]{0,20}|以[^()]{0,20})\)")

#: Subjects that only repeat what the sentence already speaks of.
GENERIC = frozenset(
    ("", "支出", "收入", "决算", "决算数", "支出决算", "支出决算数", "收入决算", "收入决算数", "收支",
     "决算支出", "实际支出", "费用", "金额", "经费", "执行数", "总计", "合计", "实际完成", "总额",
     "支出总额", "支出合计", "支出金额", "该项支出", "收支总计", "支出数", "接待支出总额"),
)


def subject(words: str, unit_name: str = "") -> str:
    """The subject in the words before a figure: no years, openers, verbs or copulas around it."""
    name = words.replace("\0", "").replace("\n", "")
    if unit_name:
        name = name.replace(unit_name, "")
    before = None
    while before != name:
        before = name
        name = _TRAILING.sub("", _LEADING.sub("", name))
    return name.strip()


def key(name: str) -> str:
    """What two mentions of one thing have in common: no spaces, quotes or closing words."""
    short = _BRACKETED.sub("", _SPACE.sub("", name))
    while True:
        cut = _CLOSING.sub("", short)
        if cut == short or len(cut) < 2:  # noqa: PLR2004 - one character names nothing
            return short
        short = cut


def is_generic(name: str) -> bool:
    """Whether a subject says nothing of its own."""
    return _SPACE.sub("", name) in GENERIC


def plain(name: str) -> str:
    """A name without spaces, quotes and 、, for packs to match."""
    return _SPACE.sub("", name)
