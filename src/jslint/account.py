"""What the figures of a report have to do with each other: every relation that a rule looked at."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from jslint.diagnostic import Diagnostic
from jslint.relation import Kind, Role, is_edge

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from jslint.diagnostic import Account, Holds, Seen
    from jslint.document import Key, Place
    from jslint.figures.figure import Figure
    from jslint.relation import Given, Operand, Relation

    #: Figures with their weights.
    Terms: TypeAlias = list[tuple[int, Operand]]


class Fit(StrEnum):
    """How a relation came out, from the best to the worst.

    An ``EDGE`` is broken by no more than one last place besides what rounding explains.
    """

    HOLDS = "holds"
    ROUNDING = "rounding"
    EDGE = "edge"
    BROKEN = "broken"


class Judged(Struct, frozen=True):
    """What one or more rules said of the same figures, and how it came out.

    ``relation`` is what they ask of them; None where that is no computation, such as the direction
    of a change. ``messages`` are those of the rules that it breaks.
    """

    fit: Fit
    rules: tuple[str, ...]
    places: tuple[Place, ...]
    relation: Relation | None = None
    messages: tuple[str, ...] = ()


class Stand(Struct, frozen=True):
    """All relations of a report, and which of them each figure stands in, by its place's key."""

    judged: tuple[Judged, ...]
    numbers: dict[Key, tuple[int, ...]]
    seen: dict[Key, Seen]

    def of(self, place: Place) -> tuple[Judged, ...]:
        """The relations that the figure at a place stands in, in the rules' order."""
        return tuple(self.judged[number] for number in self.numbers.get(place.key, ()))


def stand(account: Account) -> Stand:
    """The relations of an account, each once, whichever rules look at it."""
    merged: dict[Hashable, Judged] = {}
    for one in account.outcomes:
        key = _identity(one)
        merged[key] = _merged(merged.get(key), one)
    judged = tuple(merged.values())
    numbers: dict[Key, list[int]] = {}
    for number, found in enumerate(judged):
        for place in dict.fromkeys(place.key for place in found.places):
            numbers.setdefault(place, []).append(number)
    seen = {one.place.key: one for one in account.figures}
    return Stand(judged, {key: tuple(row) for key, row in numbers.items()}, seen)


def _identity(one: Diagnostic | Holds) -> Hashable:
    """The same for outcomes that ask the same of the same figures, whichever side each stands on."""
    if one.relation is None:
        return one.rule, frozenset(place.key for place in one.figures)
    terms = [(operand.place.key, operand.weight) for operand in one.relation.operands]
    turned = [(key, -weight) for key, weight in terms]
    symmetric = one.relation.kind is Kind.EQUALITY
    sides = frozenset([frozenset(terms), frozenset(turned if symmetric else terms)])
    given = frozenset((each.figure.exact(), each.weight) for each in one.relation.given)
    return one.relation.kind, one.relation.factor, sides, given


def _merged(known: Judged | None, one: Diagnostic | Holds) -> Judged:
    fit = _fit(one)
    messages = (one.message,) if isinstance(one, Diagnostic) else ()
    if known is None:
        return Judged(fit, (one.rule,), one.figures, one.relation, messages)
    order = list(Fit)
    return Judged(
        max(fit, known.fit, key=order.index),
        tuple(dict.fromkeys((*known.rules, one.rule))),
        tuple(dict.fromkeys((*known.places, *one.figures))),
        known.relation,
        tuple(dict.fromkeys((*known.messages, *messages))),
    )


def _fit(one: Diagnostic | Holds) -> Fit:
    if not isinstance(one, Diagnostic):
        return Fit.ROUNDING if one.slack else Fit.HOLDS
    return Fit.EDGE if one.relation and _edges(one.relation) else Fit.BROKEN


def _edges(relation: Relation) -> bool:
    """Whether it misses by no more than one last place besides what rounding explains."""
    if relation.kind.is_rate:
        right = computed(relation)
        rate = next(one.figure for one in relation.operands if one.role is Role.RATE)
        return right is not None and abs(right - rate.exact()) <= rate.step * Fraction(3, 2)
    halves = [(weight, _half(one.figure)) for weight, one in relation.terms]
    return is_edge(relation.kind, residue(relation), halves)


def _half(figure: Figure) -> Fraction:
    """Half of what it was rounded at: nothing, of a count or a blank."""
    return Fraction(0) if figure.is_exact else figure.step / 2


def residue(relation: Relation) -> Fraction:
    """What the weighted operands and what is given add up to, in yuan, percent or things."""
    return _sum(relation.terms)


def _sum(terms: Sequence[tuple[int, Operand | Given]]) -> Fraction:
    return sum((weight * one.figure.exact() for weight, one in terms), Fraction())


def computed(relation: Relation) -> Fraction | None:
    """The rate in percent, or the average in yuan, that the other figures give; None where none."""
    over, under = fraction(relation)
    top, bottom = (_sum(row) for row in (over, under))
    if not bottom:
        return None
    sign = next((one.weight for one in relation.operands if one.role is Role.RATE), 1)
    sign = -1 if relation.kind is Kind.GROWTH and sign < 0 else 1
    return sign * relation.factor * top / bottom


def fraction(relation: Relation) -> tuple[Terms, Terms]:
    """The weighted figures above and below the line that a rate is computed from."""
    operands = relation.operands
    parts = [(one.weight, one) for one in operands if one.role is Role.PART]
    totals = [(one.weight, one) for one in operands if one.role is Role.TOTAL]
    changes = [(one.weight, one) for one in operands if one.role is Role.DERIVED]
    if relation.kind is Kind.RATIO:
        return parts, totals
    if totals:
        return [*parts, *((-weight, one) for weight, one in totals)], totals
    return changes, [*parts, *((-weight, one) for weight, one in changes)]
