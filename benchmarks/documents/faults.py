"""Which faults of benchmarks/seeded.py are planted, what each is, and when it certainly is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

import seeded
from seeded import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Guard = Callable[[str, str], bool]


class Kind(StrEnum):
    """What a label says of a place.

    A defect is to be reported. What rounding brings about, and what only looks odd, is not. Of what
    is debatable a reviewer may say something or not.
    """

    DEFECT = "defect"
    ACCEPTABLE = "acceptable"
    ROUNDING = "rounding"
    DEBATABLE = "debatable"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fault with the family of rules it is for; ``kind`` None leaves it to the figures it changes.

    ``holds`` is asked with the line (or all lines) before and after: whether this is a fault here.
    ``words`` are what a reader may say should stand there, where what stood there does not tell.
    """

    fault: Fault
    family: str
    kind: Kind | None = Kind.DEFECT
    holds: Guard = lambda _old, _new: True
    words: tuple[str, ...] = ()
    only: frozenset[Kind] = frozenset(Kind)

    def admits(self, kind: Kind) -> bool:
        """Whether a changed figure may be of a kind."""
        return kind in self.only


_UNIT = "(?:万元|亿元|元)"
_PAIR = re.compile(
    rf"(增加|增长|减少|下降)\s?{seeded.N}\s?{_UNIT}[，,]\s?(增加|增长|减少|下降)\s?{seeded.N}%"
)
_UP = ("增加", "增长")
_DONE = re.compile(
    rf"完成[^，,。；%]{{0,8}}?({seeded.N})%[，,]\s?决算数?(大于|小于|等于)[^，。]{{0,4}}预算"
)


def contradicts(old: str, new: str) -> bool:
    """Whether words contradict each other, or a rate beside them, that did not before."""
    return _contradictions(new) > _contradictions(old)


def _contradictions(text: str) -> int:
    pairs = sum((one in _UP) != (other in _UP) for one, other in _PAIR.findall(text))
    return pairs + sum(not _said(rate, word) for rate, word in _DONE.findall(text))


def _said(rate: str, word: str) -> bool:
    value = Decimal(rate.replace(",", ""))
    # 100.00% may be a little more or less: every word goes with it.
    return value == 100 or word == ("小于" if value < 100 else "大于")


def _lost(pattern: str) -> Guard:
    """Whether the text has fewer of something than before."""
    return lambda old, new: len(re.findall(pattern, new)) < len(re.findall(pattern, old))


_UNIT_LINE = _lost("单位：\\s?(?:万元|元)")


def _words_only(old: str, new: str) -> bool:
    """Whether all figures are still there."""
    return [char for char in old if char.isdigit()] == [char for char in new if char.isdigit()]


def _in_prose(old: str, _new: str) -> bool:
    """Whether the line is more than a name, which alone may be that of anybody."""
    return "。" in old or "：" in old


#: Class of seeded faults, pattern of their names, family, and what differs from a plain defect.
_CHOSEN: tuple[tuple[str, str, str, dict[str, object]], ...] = (
    ("08", "..(?:率|额)$|大于小于|小于作等于|三公大于", "TRD", {"holds": contradicts}),
    ("10", "省略号|原因为空", "TXT", {"kind": Kind.DEBATABLE}),
    ("10", "(?!省略号|原因为空|列明)", "TXT", {}),
    ("12", "..(?:缺%|缺万元|万无)$", "TXT", {}),
    ("12", "..缺元$", "TXT", {"kind": Kind.DEBATABLE}),
    ("14", "..(?:双句号|逗号句号|小数点|千分位)$|多左括号|少右括号", "TXT", {}),
    ("14", "..数中空格", "TXT", {"kind": Kind.DEBATABLE}),
    ("14", "支岀|决箅|预算数数", "TXT", {}),
    ("05", "题中年度|叙述年度|比较年度|资产日期年$", "TXT", {}),
    ("05", "资产日期月", "TXT", {"kind": Kind.DEBATABLE}),
    ("11", "结构|文字|类错|款错|类款项标错", "NAM", {}),
    ("11", "漏项字", "NAM", {"kind": Kind.DEBATABLE}),
    ("15", "科目列两次|科目列错边", "NAM", {}),
    ("15", "不存在的科目", "NAM", {"kind": Kind.DEBATABLE}),
    ("15", "..?缺原因", "SEC", {"kind": Kind.DEBATABLE, "holds": _words_only}),
    ("20", "缺[二四六七]$|[二六九]序号错|[二六]重复|[二六]与下节互换|[二六]空", "SEC", {}),
    ("20", ".标题改", "SEC", {"kind": Kind.DEBATABLE}),
    ("21", "表.无单位", "TAB", {"holds": _UNIT_LINE}),
    ("21", "表.(?:题重|重复)$", "TAB", {}),
    ("21", "表.题年", "TXT", {}),
    ("21", "表.题少字", "TAB", {"kind": Kind.DEBATABLE}),
    ("05", ".*仍是上年数", "TIE", {"kind": None, "only": frozenset((Kind.DEFECT,))}),
    ("13", "", "PCT", {"kind": None, "only": frozenset((Kind.DEFECT,))}),
    ("14", "..(?:无小数点|小数点作逗号)$", "SUM", {"kind": None, "only": frozenset((Kind.DEFECT,))}),
    ("0[1236]", ".*末位", "PCT", {"kind": None, "only": frozenset((Kind.ROUNDING, Kind.DEBATABLE))}),
)  # fmt: skip


@cache
def chosen() -> tuple[Wanted, ...]:
    """The seeded faults that are planted, in the order of the table above."""
    every = (*seeded.rates(), *seeded.amounts(), *seeded.words(), *seeded.residue())
    every += (*seeded.lists(), *seeded.shape())
    return tuple(
        Wanted(Fault(one.kind, f"{one.kind} {one.name}", one.edit), family, **more)
        for number, names, family, more in _CHOSEN
        for one in every
        if re.match(number, one.kind) and re.match(names, one.name)
    )


def of_another_body(unit: str) -> Iterator[Wanted]:
    """The body's name in a sentence or above a table, as that of another."""
    for nth in range(3):
        edit = seeded.put("", rf"^ +- .*?(?P<at>{re.escape(unit)})", "临江县供销合作社", nth)
        yield Wanted(Fault("14 名称", f"14 名称 另一单位{nth + 1}", edit), "NAM", holds=_in_prose)
