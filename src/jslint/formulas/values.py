"""A formula's value: exactly, on intervals, and as a weighted sum where it is one."""

from __future__ import annotations

import operator
from collections import Counter
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from jslint.figures.figure import Dimension
from jslint.figures.interval import Interval
from jslint.formulas.model import Binary, Call, Expression, Name, Number, children, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from jslint.figures.figure import Figure

    #: The figures that a name stands for: one, or several inside ``sum``, or none of an optional one.
    Figures = Mapping[Name, Sequence[Figure]]

#: At most this many figures are tried at both ends; 2 to the power of it is the work.
_CORNERS = 4


class UndefinedError(Exception):
    """A divisor is zero or may be."""


def exact(expression: Expression, figures: Figures) -> Fraction:
    """The value of the printed figures; ``UndefinedError`` where that divides by zero."""
    if isinstance(expression, Name):
        return sum((pure(figure) for figure in figures[expression]), Fraction(0))
    if isinstance(expression, Number):
        return Fraction(expression.value)
    parts = [exact(child, figures) for child in children(expression)]
    if isinstance(expression, Call):
        return _FUNCTIONS[expression.function](parts)
    assert isinstance(expression, Binary)
    try:
        return _OPERATORS[expression.operator](*parts)
    except ZeroDivisionError:
        raise UndefinedError from None


def _sum(parts: Iterable[Fraction]) -> Fraction:
    return sum(parts, Fraction(0))


_FUNCTIONS: Mapping[str, Callable[[list[Fraction]], Fraction]] = {
    "sum": _sum,
    "abs": lambda parts: abs(parts[0]),
    "min": min,
    "max": max,
}
_OPERATORS: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}


def pure(figure: Figure) -> Fraction:
    """A figure's value in yuan, in things, or as a part of one (5% is 1/20)."""
    value, parts = figure.exact(), scale(figure)
    return value if parts == 1 else value / parts


def scale(figure: Figure) -> int:
    """What the figure's own numbers are divided by: rates are printed in percent."""
    return 100 if figure.unit.dimension in (Dimension.RATE, Dimension.POINT) else 1


def weights(expression: Expression) -> dict[Name | None, Fraction] | None:
    """The factor of each name, and under None the constant, where the expression is a weighted sum."""
    if isinstance(expression, Name):
        return {expression: Fraction(1)}
    if isinstance(expression, Number):
        return {None: Fraction(expression.value)}
    if isinstance(expression, Call):
        return _sum_of(expression) if expression.function == "sum" else None
    assert isinstance(expression, Binary)
    left, right = weights(expression.left), weights(expression.right)
    if left is None or right is None:
        return None
    if expression.operator in "+-":
        return added(left, right, 1 if expression.operator == "+" else -1)
    if expression.operator == "*" and left.keys() == {None}:
        left, right = right, left
    if right.keys() != {None} or (expression.operator == "/" and not right[None]):
        return None
    factor = right[None] if expression.operator == "*" else 1 / right[None]
    return {name: factor * weight for name, weight in left.items()}


def _sum_of(call: Call) -> dict[Name | None, Fraction] | None:
    total: dict[Name | None, Fraction] = {}
    for argument in call.arguments:
        found = weights(argument)
        if found is None:
            return None
        total = added(total, found, 1)
    return total


def added(
    left: Mapping[Name | None, Fraction], right: Mapping[Name | None, Fraction], sign: int
) -> dict[Name | None, Fraction]:
    """The sum or difference of two weighted sums."""
    total = dict(left)
    for name, weight in right.items():
        total[name] = total.get(name, Fraction(0)) + sign * weight
    return total


def interval(
    expression: Expression, figures: Figures, of: Callable[[Figure], Interval]
) -> Interval:
    """Every value of the expression that the figures' intervals allow, or a little more.

    Plain interval arithmetic is exact where no figure occurs twice. Where one does, and its influence
    has one direction, the ends are those at its own ends; otherwise plain interval arithmetic is
    wider. ``UndefinedError`` where a divisor may be zero.
    """
    often = Counter(names(expression))
    boxes = {name: _summed([of(figure) for figure in figures[name]]) for name in often}
    twice = [name for name, times in often.items() if times > 1]
    wide = _ranged(expression, boxes)
    if not twice or len(twice) > _CORNERS or not _is_monotone(expression):
        return wide
    corners = [
        _ranged(expression, {**boxes, **dict(zip(twice, map(Interval.point, ends), strict=True))})
        for ends in product(*((boxes[name].low, boxes[name].high) for name in twice))
    ]
    return Interval(min(one.low for one in corners), max(one.high for one in corners))


def _summed(parts: list[Interval]) -> Interval:
    total = Interval.point(0)
    for part in parts:
        total += part
    return total


def _ranged(expression: Expression, boxes: Mapping[Name, Interval]) -> Interval:
    if isinstance(expression, Name):
        return boxes[expression]
    if isinstance(expression, Number):
        return Interval.point(Fraction(expression.value))
    parts = [_ranged(child, boxes) for child in children(expression)]
    if isinstance(expression, Call):
        return _called(expression.function, parts)
    assert isinstance(expression, Binary)
    left, right = parts
    match expression.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            ends = [
                one * other for one in (left.low, left.high) for other in (right.low, right.high)
            ]
            return Interval(min(ends), max(ends))
    try:
        return left / right
    except ZeroDivisionError:
        raise UndefinedError from None


def _called(function: str, parts: list[Interval]) -> Interval:
    if function == "sum":
        return _summed(parts)
    if function == "abs":
        ends = sorted((abs(parts[0].low), abs(parts[0].high)))
        return Interval(Fraction(0) if 0 in parts[0] else ends[0], ends[1])
    pick = min if function == "min" else max
    return Interval(pick(part.low for part in parts), pick(part.high for part in parts))


_Degrees = tuple[dict[Name, int], dict[Name, int]]


def _is_monotone(expression: Expression) -> bool:
    """Whether numerator and denominator are linear in each name: then each pulls one way only."""
    found = _degrees(expression)
    return found is not None and all(degree <= 1 for part in found for degree in part.values())


def _degrees(expression: Expression) -> _Degrees | None:
    """How often each name is multiplied with itself above and below the line, at most."""
    if isinstance(expression, Name):
        return {expression: 1}, {}
    if isinstance(expression, Number):
        return {}, {}
    parts = [_degrees(child) for child in children(expression)]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or not known:
        return None
    if isinstance(expression, Call):
        if expression.function != "sum":
            return None
        total = known[0]
        for part in known[1:]:
            total = _added_degrees(total, part)
        return total
    assert isinstance(expression, Binary)
    (above, below), (over, under) = known
    match expression.operator:
        case "*":
            return _times(above, over), _times(below, under)
        case "/":
            return _times(above, under), _times(below, over)
    return _added_degrees(known[0], known[1])


def _added_degrees(left: _Degrees, right: _Degrees) -> _Degrees:
    (above, below), (over, under) = left, right
    if not below and not under:
        return _most(above, over), {}
    return _most(_times(above, under), _times(over, below)), _times(below, under)


def _times(one: dict[Name, int], other: dict[Name, int]) -> dict[Name, int]:
    return {name: one.get(name, 0) + other.get(name, 0) for name in {**one, **other}}


def _most(one: dict[Name, int], other: dict[Name, int]) -> dict[Name, int]:
    return {name: max(one.get(name, 0), other.get(name, 0)) for name in {**one, **other}}
