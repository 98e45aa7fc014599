"""What the amounts of a section come to on average, by the counts that stand with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from itertools import chain, islice, takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.claims import names
from jslint.claims.model import ACTUAL, AMOUNT
from jslint.figures.figure import Dimension, fold
from jslint.figures.verdict import half_up
from jslint.patterns import regex
from jslint.rules.bench import near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.document import Section
    from jslint.figures.figure import Unit
    from jslint.rules.ground.context import Context

#: Among more averages than these any amount is one by chance.
_MOST = 20_000

_MEMO = "_averages"

#: A name of fewer characters is that of many things.
_TELLING = 3
#: The last characters of a name tell what kind of thing it is of: 国内公务接待, 外宾接待.
_KIND = 2
_STOP = "。"
#: What is divided stands among so many claims before its average.
_FARTHEST = 60
_IN_BRACKETS = regex(r"\s*\([^()，,。；;]*")

_value = attrgetter("value")


class Average(Struct, frozen=True):
    """An amount divided by a count, or by one, in yuan; off by ``half`` at most, as it is rounded."""

    value: Fraction
    half: Fraction
    total: Claim
    count: Claim | None = None


class Averages(Struct, frozen=True):
    """Averages by their value, and the most that one of them may be off."""

    found: tuple[Average, ...]
    widest: Fraction

    def near(self, value: Fraction, half: Fraction) -> Iterator[Average]:
        """Those that may be an amount in yuan which may itself be off by ``half``."""
        reach = half + self.widest
        first = bisect_left(self.found, value - reach, key=_value)
        for at in range(first, bisect_right(self.found, value + reach, key=_value)):
            one = self.found[at]
            if abs(one.value - value) <= half + one.half:
                yield one

    def printing(self, value: Decimal, unit: Unit, quantum: Decimal) -> Iterator[Average]:
        """Those that print as a value in a unit, rounded to a quantum."""
        scale, step = Fraction(unit.scale), Fraction(quantum)
        for one in self.near(Fraction(value) * scale, step * scale / 2):
            if half_up(one.value / scale, quantum) == value:
                yield one


def of_section(context: Context, path: tuple[Section, ...]) -> Averages | None:
    """Those of the section that a path leads to; nothing where they are too many to mean a thing."""
    # Kept on the context like its own cached properties: several kinds ask for the same section.
    memo: dict[str, _BySection] = vars(context)
    if _MEMO not in memo:
        memo[_MEMO] = _BySection(context.claims.claims)
    return memo[_MEMO].of(path)


class _BySection:
    """The averages in each section and below it, made when they are first asked for."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Sort the claims by the sections that they stand in."""
        self._claims: dict[int, list[Claim]] = {}
        for claim in claims:
            for key in (0, *map(id, claim.path)):
                self._claims.setdefault(key, []).append(claim)
        self._made: dict[int, Averages | None] = {}

    def of(self, path: tuple[Section, ...]) -> Averages | None:
        """Those of the section that a path leads to."""
        key = id(path[-1]) if path else 0
        if key not in self._made:
            self._made[key] = _averages(self._claims.get(key, []))
        return self._made[key]


def is_count(claim: Claim) -> bool:
    """Whether a claim's figure counts things."""
    return claim.figure is not None and claim.figure.unit.dimension is Dimension.COUNT


def count(claim: Claim) -> Fraction:
    """How many a claim counts."""
    assert claim.figure is not None
    return Fraction(claim.figure.value)


def unit(claim: Claim) -> str:
    """The name of the unit of a claim's figure; empty where it has none."""
    return claim.figure.unit.name if claim.figure else ""


def counts_of(claims: Claims, average: Claim) -> list[Claim]:
    """The counts that stand with an average: in its clause before it, else in brackets right behind it."""
    before = [one for one in near.together(claims, average) if is_count(one)]
    behind = next(near.onward(claims, average), None)
    if before or behind is None or not is_count(behind):
        return before
    between = fold(average.text.value[average.end : behind.start])
    return [behind] if _IN_BRACKETS.fullmatch(between) else []


def ahead(claims: Claims, average: Claim, divided: Mapping[str, re2._Regexp]) -> list[Claim]:
    """The counts before in an average's sentence that divide what its clause states: 保有量 B 辆；运行费 A 元，车均."""
    return _dividing(claims, average, near.in_sentence(claims, average), divided)


def behind(claims: Claims, average: Claim, divided: Mapping[str, re2._Regexp]) -> list[Claim]:
    """The counts later in an average's sentence that divide what its clause states: 车均 A 元，保有量 B 辆."""
    end = average.text.value.find(_STOP, average.end)
    later = takewhile(lambda one: not 0 <= end < one.start, near.onward(claims, average))
    return _dividing(claims, average, later, divided)


def _dividing(
    claims: Claims,
    average: Claim,
    others: Iterable[Claim],
    divided: Mapping[str, re2._Regexp],
) -> list[Claim]:
    """Those of some claims that count what is known to divide what an average's clause states."""
    stated = [one for one in near.together(claims, average) if _is_outturn(one)]
    return [
        one
        for one in others
        if is_count(one) and any(_is_known(claims, one, total, divided) for total in stated)
    ]


def total_of(
    claims: Claims,
    average: Claim,
    by: Claim,
    reckoned: re2._Regexp | None,
    divided: Mapping[str, re2._Regexp],
) -> Claim | None:
    """The only outturn that an average by a count can be of; None where that is not certain.

    It stands in their clause, as the only one or the only one known to be ``divided`` so. In one without an amount it is what the count is called by: 公务接待 9
    万元。…。国内公务接待 80 人次，人均 …; what is known to be ``divided`` by such a count; or the paragraph's
    only one, where the count is said to be ``reckoned`` by: 按 80 人计算，人均 ….
    """
    clause = [one for one in near.together(claims, average) if one.kind == AMOUNT and one.is_money]
    if clause:
        found = [one for one in clause if one.measure == ACTUAL]
        if len(found) > 1:
            found = _undivided(claims, found)
        if len(found) > 1:  # 购置费 A 元，运行维护费 B 元，保有量 C 辆，车均 …
            found = [one for one in found if _is_known(claims, by, one, divided)]
        return found[0] if len(found) == 1 else None
    before = [one for one in near.back(claims, average) if _is_outturn(one)]
    said = by.text.value[by.clause : by.start]
    if not (reckoned is not None and reckoned.finds(said)):
        if not _is_only_one(claims, by):
            return None
        wholes = {group.whole for group in claims.groups}  # an average may be of a part not stated
        before = [one for one in before if one.topic not in wholes]
        found = [one for one in before if _is_known(claims, by, one, divided)]
        called = claims.topics[by.topic].key
        before = found or [one for one in before if _calls(called, claims.topics[one.topic].key)]
        before = before or [one for one in _above(claims, by, divided) if one.topic not in wholes]
    return before[0] if len({one.topic for one in before}) == 1 else None


def _above(claims: Claims, by: Claim, divided: Mapping[str, re2._Regexp]) -> list[Claim]:
    """What paragraphs of the section above say of what counts of this name divide; none where they say two things."""
    before = (claims.claims[at] for at in range(by.index - 1, -1, -1))
    section = takewhile(lambda one: one.path == by.path, islice(before, _FARTHEST))
    found = [one for one in section if _is_outturn(one) and _is_known(claims, by, one, divided)]
    said = {one.figure.exact() for one in found if one.figure}
    return found if len(said) == 1 else []


def _undivided(claims: Claims, amounts: list[Claim]) -> list[Claim]:
    """Amounts without those that are parts of one of them: 发放 9 元，其中 A 5 元、B 4 元，惠及 3 人，人均 …."""
    stated = {one.topic for one in amounts}
    lists = ((one, claims.list_of(one.topic, one)) for one in amounts)
    return [one for one, group in lists if group is None or group.whole not in stated]


def _is_only_one(claims: Claims, by: Claim) -> bool:
    """Whether a paragraph counts nothing else of a count's kind: 外宾接待 4 人次 had their share, too."""
    kind = claims.topics[by.topic].key[-_KIND:]
    return not any(
        is_count(one) and count(one) and unit(one) == unit(by) and one.topic != by.topic
        for one in chain(near.back(claims, by), near.onward(claims, by))
        if claims.topics[one.topic].key.endswith(kind)
    )


def _is_known(claims: Claims, by: Claim, total: Claim, divided: Mapping[str, re2._Regexp]) -> bool:
    """Whether a total is known to be divided by counts of this name."""
    counted, name = claims.topics[by.topic].name, names.plain(claims.topics[total.topic].name)
    return any(one in counted and find.matches(name) for one, find in divided.items())


def _is_outturn(claim: Claim) -> bool:
    return claim.kind == AMOUNT and claim.measure == ACTUAL and claim.is_money and not claim.carried


def _calls(called: str, key: str) -> bool:
    """Whether what is counted has the name of what was spent on it, with more words or fewer."""
    if len(key) < _TELLING or not called:
        return False
    return called.startswith(key) or called.endswith(key) or key.endswith(called)


def _averages(claims: Iterable[Claim]) -> Averages | None:
    amounts = [one for one in claims if one.figure and one.is_money and one.figure.value]
    divisors = [None, *(one for one in claims if is_count(one) and count(one))]
    if len(amounts) * len(divisors) > _MOST:
        return None
    found = [_average(total, by) for total in amounts for by in divisors]
    found.sort(key=_value)
    return Averages(tuple(found), max((one.half for one in found), default=Fraction()))


def _average(total: Claim, by: Claim | None) -> Average:
    assert total.figure is not None
    number = count(by) if by else Fraction(1)
    return Average(total.figure.exact() / number, total.figure.step / 2 / number, total, by)
