"""The relations that the kinds check, from what states their figures: claims, statements, cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from jslint.figures.figure import Dimension
from jslint.relation import Kind, Operand, Relation, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.document import Place
    from jslint.figures.figure import Figure


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


def ratio(rate: Stated, part: Stated, whole: Stated) -> Relation:
    """The rate is the part in percent of the whole."""
    return Relation(Kind.RATIO, (_rate(rate, 1), _operand(part, 1), _operand(whole, 1, Role.TOTAL)))


def grown(rate: Stated, change: Stated, now: Stated, sign: int) -> Relation:
    """The rate is the change in percent of the amount before, which is now less the change."""
    head = _operand(change, sign, Role.DERIVED)
    return Relation(Kind.GROWTH, (_rate(rate, sign), head, _operand(now, 1)))


def risen(rate: Stated, now: Stated, then: Stated, sign: int) -> Relation:
    """The rate is how far the amount now is above (``sign`` -1: below) that of before."""
    base = _operand(then, 1, Role.TOTAL)
    return Relation(Kind.GROWTH, (_rate(rate, sign), _operand(now, 1), base))


def _rate(rate: Stated, sign: int) -> Operand:
    return _operand(rate, sign, Role.RATE)


def _operand(stated: Stated, weight: int, role: Role = Role.PART) -> Operand:
    figure = stated.figure
    assert figure is not None
    return Operand(stated.place, figure, weight, role)
