"""twin: the same two amounts give the same rate wherever they stand."""

from __future__ import annotations

from bisect import bisect_left, insort
from fractions import Fraction
from functools import partial
from math import inf
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import CHANGE, GROWTH
from jslint.rules.bench import near, rates, relate
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.bench.rates import change_for
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    #: The values of a sentence, that of the claim in question left out.
    _Shared = tuple[Fraction | None, ...]

#: Amounts this many last places apart, beside two equal figures, look like one amount mistyped.
_NEAR_QUANTA = 5
#: So many sentences that share two figures with one are compared with it; no report has more.
_MOST = 12


class _Trio(Struct, frozen=True):
    """What a sentence says of a change: the amount now, the change and the rate."""

    current: Claim
    change: Claim
    rate: Claim

    def row(self) -> tuple[Claim, Claim, Claim]:
        return self.current, self.change, self.rate

    def values(self) -> tuple[Fraction, ...]:
        return tuple(map(_value, self.row()))

    def pairs(self) -> Iterator[tuple[_Shared, Claim]]:
        """Each two of its values (the third is None), and the third claim."""
        for at, claim in enumerate(self.row()):
            shared = [*self.values()]
            yield (*shared[:at], None, *shared[at + 1 :]), claim


class Twin(Rule, frozen=True, kw_only=True):
    """Two sentences that share two of amount, change and rate do not differ slightly in the third.

    The same amount and the same change with two rates is a contradiction, unless they are about
    different things and rounding explains each; that, and two equal figures with a third that differs
    by a few last places, is mentioned as info.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"here", "there", "shared"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare each such sentence with the first of every other reading of the figures."""
        readings = _Readings(partial(_reach, context))
        for trio in _trios(context):
            same = readings.same(trio)
            for earlier in readings.near(trio) if same is None else [same]:
                found = _compare(context, earlier, trio)
                if found is not None:
                    yield conclude(self, context, found)
            if same is None:
                readings.add(trio)


def _compare(context: Context, earlier: _Trio, later: _Trio) -> Found | None:
    differing = [
        (one, other)
        for one, other in zip(earlier.row(), later.row(), strict=True)
        if _value(one) != _value(other)
    ]
    places = tuple(claim.place for claim in (*earlier.row(), *later.row()))
    if not differing:
        return Kept(places, relate.same(earlier.rate, later.rate))
    one, other = differing[0]
    alike = len(differing) == 1 and _value(earlier.current) and _are_near(context, one, other)
    if not alike or _are_both_right(context, earlier, later):
        return None
    certain = one.kind == GROWTH and (
        _are_of_one_subject(context, earlier, later) or not _fit_alone(context, earlier, later)
    )
    shared = (near.printed(claim) for claim in later.row() if claim is not other)
    return Fault(
        claim=other,
        others=(one,),
        relation=relate.same(one, other),
        figures=places,
        doubts=() if certain else ("elsewhere",),
        expected=near.printed(one),
        values={
            "here": words.tail(other.excerpt),
            "there": words.tail(one.excerpt),
            "shared": "、".join(shared),
        },
    )


class _Readings:
    """The different sentences so far, found by two of their values where the third is near."""

    def __init__(self, reach: Callable[[Claim], Fraction]) -> None:
        """Begin without any; ``reach`` says how far from a claim's figure another is near."""
        self._reach = reach
        self._known: dict[tuple[Fraction, ...], _Trio] = {}
        self._sharing: dict[_Shared, list[tuple[Fraction, int, _Trio]]] = {}
        self._farthest: dict[_Shared, Fraction] = {}

    def same(self, trio: _Trio) -> _Trio | None:
        """The one that has all three values."""
        return self._known.get(trio.values())

    def add(self, trio: _Trio) -> None:
        """Take one that has not been there."""
        number = len(self._known)
        for shared, third in trio.pairs():
            assert third.figure is not None
            row = self._sharing.setdefault(shared, [])
            if third.kind != GROWTH:
                insort(row, (third.figure.exact(), number, trio))
                far = self._farthest.get(shared, Fraction(0))
                self._farthest[shared] = max(far, self._reach(third))
            elif len(row) < _MOST:
                row.append((third.figure.exact(), number, trio))
        self._known[trio.values()] = trio

    def near(self, trio: _Trio) -> list[_Trio]:
        """Those that share two values and may be near in the third, in reading order."""
        found: dict[int, _Trio] = {}
        for shared, third in trio.pairs():
            assert third.figure is not None
            row = self._sharing.get(shared, [])
            if third.kind != GROWTH and row:
                far, value = self._farthest[shared], third.figure.exact()
                begin, end = bisect_left(row, (value - far,)), bisect_left(row, (value + far, inf))
                row = row[begin : min(end, begin + _MOST)]
            found |= {number: earlier for _, number, earlier in row}
        return [found[number] for number in sorted(found)]


def _reach(context: Context, claim: Claim) -> Fraction:
    assert claim.figure is not None
    return Fraction(_NEAR_QUANTA * claim.figure.unit.scale * context.style.quantum(claim.figure))


def _are_near(context: Context, one: Claim, other: Claim) -> bool:
    assert one.figure is not None
    assert other.figure is not None
    apart = abs(one.figure.exact() - other.figure.exact())
    return one.kind == GROWTH or apart <= _reach(context, one)


def _are_both_right(context: Context, one: _Trio, other: _Trio) -> bool:
    """Whether two rates on different bases may differ as they do by rounding alone."""
    return one.rate.measure != other.rate.measure and _fit_alone(context, one, other)


def _are_of_one_subject(context: Context, one: _Trio, other: _Trio) -> bool:
    """Whether the sentences are about one thing, so that only one of two rates can be right."""
    topics = context.claims.topics
    return topics[one.rate.topic].key == topics[other.rate.topic].key


def _fit_alone(context: Context, one: _Trio, other: _Trio) -> bool:
    """Whether each rate may be the rounding of a true one, by the figures of its own sentence."""
    results = [
        rates.grown(context, rate.figure, change.figure, current.figure, rate.direction)
        for current, change, rate in (one.row(), other.row())
        if rate.figure and change.figure and current.figure and rate.direction
    ]
    return all(result is not None and result.verdict.holds for result in results)


def _value(claim: Claim) -> Fraction:
    assert claim.figure is not None
    sign = claim.direction if claim.kind in (CHANGE, GROWTH) and claim.direction else 1
    return sign * claim.figure.exact()


def _trios(context: Context) -> list[_Trio]:
    found = []
    for claim in context.claims.claims:
        if (
            claim.kind == GROWTH
            and claim.figure
            and claim.direction
            and (not context.claims.rivals(claim))
        ):
            change = change_for(context.claims, claim)
            current = near.amount_near(context.claims, claim.topic, claim)
            if change and current:
                found.append(_Trio(current, change, claim))
    return found
