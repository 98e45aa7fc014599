"""What the amounts of a section come to on average, by the counts that stand with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.figures.figure import Dimension
from jslint.figures.verdict import half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from jslint.claims.model import Claim
    from jslint.document import Section
    from jslint.figures.figure import Unit
    from jslint.rules.ground.context import Context

#: Among more averages than these any amount is one by chance.
_MOST = 20_000

_MEMO = "_averages"

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


def _averages(claims: Iterable[Claim]) -> Averages | None:
    amounts = [one for one in claims if one.is_money]
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
