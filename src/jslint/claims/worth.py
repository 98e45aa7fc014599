"""What has been stated of topics so far, and what several amounts come to."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING

from jslint.claims.state import Sum

if TYPE_CHECKING:
    from jslint.claims.state import Walk
    from jslint.figures.figure import Figure


#: How many statements of a whole its parts are compared with: this year's, a budget, last year's.
_STATED = 3
MOST_STATED = 40


def adds_up(parts: list[Figure], whole: Figure) -> bool:
    """Whether parts make up a whole but for rounding."""
    return closes(total_of(parts), whole)


def closes(total: Sum, whole: Figure) -> bool:
    """Whether a sum is a whole but for rounding."""
    gap = total.exact - whole.exact()
    return abs(gap) * 2 <= total.steps + step(whole)


def step(figure: Figure) -> Fraction:
    """Twice what rounding may have taken from a figure or added to it."""
    return Fraction(0) if figure.is_exact else figure.step


def total_of(figures: list[Figure]) -> Sum:
    """What amounts come to, with what rounding each of them may have taken."""
    exact = sum((one.exact() for one in figures), Fraction(0))
    return Sum(exact=exact, steps=sum(map(step, figures), Fraction(0)))


def last_amounts(walk: Walk, topic: int, end: int, measure: str = "") -> list[Figure]:
    """The last few amounts of a topic before a claim, the nearest first; of one measure if given."""
    known = walk.amounts.get(topic, [])
    until = bisect_left(known, end)
    near = (walk.claims[known[at]] for at in range(until - 1, max(until - MOST_STATED, 0) - 1, -1))
    alike = (one.figure for one in near if one.figure and measure in ("", one.measure))
    return list(islice(alike, _STATED))


def last_measure(walk: Walk, topic: int, end: int) -> str:
    """What the last amount of a topic before a claim measures; empty where there is none."""
    known = walk.amounts.get(topic, [])
    at = bisect_left(known, end)
    return walk.claims[known[at - 1]].measure if at else ""


def stated_in(walk: Walk, parts: list[int], start: int) -> list[Figure]:
    """The first amount that the claims from ``start`` on state of each part."""
    end = len(walk.claims)
    stated = (first_amount(walk, part, start, end) for part in dict.fromkeys(parts))
    return [figure for figure in stated if figure]


def first_amount(walk: Walk, topic: int, start: int, end: int) -> Figure | None:
    """The first amount that the claims from ``start`` to ``end`` state of a topic."""
    known = walk.amounts.get(topic, [])
    at = bisect_left(known, start)
    return walk.claims[known[at]].figure if at < len(known) and known[at] < end else None


def units_of(walk: Walk, topic: int) -> set[str]:
    """The units in which a topic is stated; all amounts of money count as one."""
    return walk.units.get(topic, set())
