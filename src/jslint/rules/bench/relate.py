"""The relations that the kinds check, from what states their figures: claims, statements, cells."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from jslint.figures.figure import Dimension, Figure
from jslint.relation import Given, Kind, Operand, Relation, Role

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from jslint.document import Place
    from jslint.figures.figure import Unit


class Stated(Protocol):
    """What states a figure at a place: a claim, a statement of a quantity, a cell."""

    @property
    def place(self) -> Place:
        """Where the figure stands."""

    @property
    def figure(self) -> Figure | None:
        """The figure; a relation is only asked for where there is one."""


def total(whole: Stated, parts: Iterable[tuple[int, Stated]]) -> Relation:
    """The whole is the sum of the weighted parts."""
    row = [_operand(part, weight) for weight, part in parts]
    head = _operand(whole, -1, Role.TOTAL)
    counted = all(one.figure.unit.dimension is Dimension.COUNT for one in (head, *row))
    return Relation(Kind.COUNT if counted else Kind.LINEAR, (head, *row))


def difference(change: Stated, now: Stated, then: Stated, sign: int) -> Relation:
    """The change is the amount now less that of before, or (``sign`` -1) the other way round."""
    head = _operand(change, -sign, Role.DERIVED)
    return Relation(Kind.LINEAR, (head, _operand(now, 1), _operand(then, -1)))


def same(one: Stated, other: Stated) -> Relation:
    """Both state one value."""
    return Relation(Kind.EQUALITY, (_operand(one, 1), _operand(other, -1)))


def order(larger: Stated, smaller: Stated) -> Relation:
    """One is at least the other."""
    return Relation(Kind.ORDER, (_operand(larger, 1), _operand(smaller, -1)))


def about(one: Stated, other: Stated, part: Fraction) -> Relation:
    """One is no further from the other than by a part of it; stated of the end that is nearer."""
    now, then = _operand(one, 1), _operand(other, 1)
    sign = 1 if now.figure.exact() > then.figure.exact() else -1
    end = 1 + sign * part
    ends = _operand(one, -sign * end.denominator), _operand(other, sign * end.numerator)
    return Relation(Kind.ORDER, ends)


def ratio(rate: Stated, part: Stated, whole: Stated) -> Relation:
    """The rate is the part in percent of the whole."""
    return Relation(Kind.RATIO, (_rate(rate, 1), _operand(part, 1), _operand(whole, 1, Role.TOTAL)))


def average(mean: Stated, whole: Stated, count: Stated) -> Relation:
    """The mean is the whole divided by the count."""
    row = (_rate(mean, 1), _operand(whole, 1), _operand(count, 1, Role.TOTAL))
    return Relation(Kind.RATIO, row, factor=1)


def reached(rate: Stated, now: Stated, change: Stated, sign: int) -> Relation:
    """The rate is the amount now in percent of what it was to be, which it differs from by the change."""
    planned = _operand(now, 1, Role.TOTAL), _operand(change, -sign, Role.TOTAL)
    return Relation(Kind.RATIO, (_rate(rate, 1), _operand(now, 1), *planned))


def portion(rate: Stated, part: Stated, all_parts: Iterable[Stated]) -> Relation:
    """The rate is the part in percent of all parts together, itself among them."""
    whole = (_operand(one, 1, Role.TOTAL) for one in all_parts)
    return Relation(Kind.RATIO, (_rate(rate, 1), _operand(part, 1), *whole))


def grown(rate: Stated, change: Stated, now: Stated, sign: int) -> Relation:
    """The rate is the change in percent of the amount before, which is now less the change."""
    head = _operand(change, sign, Role.DERIVED)
    return Relation(Kind.GROWTH, (_rate(rate, sign), head, _operand(now, 1)))


def risen(rate: Stated, now: Stated, then: Stated, sign: int) -> Relation:
    """The rate is how far the amount now is above (``sign`` -1: below) that of before."""
    base = _operand(then, 1, Role.TOTAL)
    return Relation(Kind.GROWTH, (_rate(rate, sign), _operand(now, 1), base))


def none(change: Stated) -> Relation:
    """There is no change."""
    return Relation(Kind.LINEAR, (_operand(change, 1, Role.DERIVED),))


def counted(count: Stated, things: int) -> Relation:
    """So many things are counted as there are."""
    head = _operand(count, 1, Role.TOTAL)
    unit = head.figure.unit
    return Relation(Kind.COUNT, (head,), given=(Given(figure_of(things, unit), -1),))


def bounded(stated: Stated, end: Figure, sign: int) -> Relation:
    """The figure is at most its end, or (``sign`` -1) at least."""
    return Relation(Kind.ORDER, (_operand(stated, -sign),), given=(Given(end, sign),))


def before(terms: Iterable[tuple[int, Stated]], then: Figure) -> Relation:
    """The weighted figures add up to what last year's report prints."""
    row = tuple(_operand(one, weight) for weight, one in terms)
    return Relation(Kind.LINEAR, row, given=(Given(then, -1),))


def stated_so(place: Place, here: Figure, there: Figure) -> Relation:
    """The figure at a place is what another file prints."""
    return Relation(Kind.LINEAR, (Operand(place, here),), given=(Given(there, -1),))


def turned(terms: Iterable[tuple[int, Stated]]) -> Relation:
    """The figures, each with the sign that words give it, are all above 0, all below, or all 0."""
    return Relation(Kind.SIGN, tuple(_operand(one, weight) for weight, one in terms))


def implied(rows: Iterable[tuple[Stated, Stated, int]]) -> Relation:
    """What the amounts imply with the rates or changes beside them; the first is the total's."""
    operands: list[Operand] = []
    for amount, said, sign in rows:
        head = Role.PART if operands else Role.TOTAL
        operands.append(_operand(amount, 1, head))
        figure = said.figure
        if figure is not None:
            rated = figure.unit.dimension is not Dimension.AMOUNT
            operands.append(_operand(said, sign, Role.RATE if rated else Role.DERIVED))
    return Relation(Kind.IMPLIED, tuple(operands))


def figure_of(number: int, unit: Unit) -> Figure:
    """A whole number as a figure."""
    return Figure(Decimal(number), Decimal(1), unit, f"{number}{unit.name}")


def _rate(rate: Stated, sign: int) -> Operand:
    return _operand(rate, sign, Role.RATE)


def _operand(stated: Stated, weight: int, role: Role = Role.PART) -> Operand:
    figure = stated.figure
    assert figure is not None
    return Operand(stated.place, figure, weight, role)
