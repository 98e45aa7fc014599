"""What printed figures say about a relation between quantities: one judgement for every form of it.

A weighted sum is judged by the figures' rounding bound (with its probability), a quotient by the
interval of its possible values, as the number model has it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.figures.figure import UNITS, Dimension, Figure, Unit
from jslint.figures.interval import Interval
from jslint.figures.verdict import Verdict, linear, literal, rate
from jslint.formulas import Name, dimensions
from jslint.formulas.values import (
    UndefinedError,
    added,
    exact,
    interval,
    scale,
    weights,
)
from jslint.relation import Kind, Operand, Role
from jslint.relation import Relation as Between
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.figures.verdict import Linear, Quantum
    from jslint.formulas import Expression, Relation
    from jslint.formulas.values import Figures
    from jslint.rules.ground.conditions import Row
    from jslint.rules.ground.context import Context

#: An inequality that misses equality by this many last places was probably meant as equality.
_NEAR_QUANTA = 5
#: A rate as it is shown where no printed one serves as a model.
PERCENT = Figure(Decimal(0), Decimal("0.01"), UNITS["%"], "")
_AT_MOST, _STRICT = ("<=", "<"), ("<", ">", "!=")


class Judged(Struct, frozen=True):
    """A verdict; the numbers are in yuan, things, or (of rates) percent.

    ``left`` is the left side's value and ``difference`` that less the right's; ``computed`` is what
    the side that is one printed quantity, or the left one, should be; ``near`` says that an inequality holds by a few last places only, ``touching`` that two
    printed figures are one last place apart, ``printed`` that a quotient was compared with a figure.
    """

    verdict: Verdict
    holds: bool
    difference: Fraction = Fraction(0)
    computed: Fraction = Fraction(0)
    left: Fraction = Fraction(0)
    bound: Fraction = Fraction(0)
    slips: tuple[str, ...] = ()
    near: bool = False
    touching: bool = False
    printed: bool = False


def judge(context: Context, relation: Relation, row: Row, dimension: str) -> Judged | None:
    """Judge a relation for the statements of its quantities; None where a divisor may be zero."""
    figures = {name: [one.figure for one in found] for name, found in row.items()}
    terms = _terms(relation)
    parts = None if terms is None else _parts(terms, figures)
    side = lone(relation, row)
    try:
        if parts is not None:
            judged = _linear(context, relation, row, parts)
        elif relation.operator == "=" and side is not None:
            other = relation.right if side is relation.left else relation.left
            judged = _printed(figures[side][0], other, figures, _quantum(context, row))
        else:
            judged = _ranges(relation, figures)
        if judged.holds and not judged.near:
            return judged
        ends = exact(relation.left, figures), exact(relation.right, figures)
    except UndefinedError:
        return None
    times = _times(dimension)
    return replace(
        judged,
        difference=(ends[0] - ends[1]) * times,
        computed=ends[side is relation.left or side is None] * times,
        left=ends[0] * times,
    )


def _times(dimension: str) -> int:
    """What a side's value is shown in: rates are in percent."""
    return 100 if dimension == dimensions.RATE else 1


def shown(value: Fraction, like: Figure) -> str:
    """A value as a figure like the given one would print it."""
    if like.unit.dimension in (Dimension.RATE, Dimension.POINT):
        return words.percent(value, like)
    return words.amount(value, like)


def replacing(value: Fraction, like: Figure, alike: Iterable[Figure]) -> str:
    """A value as it can be pasted over the given figure."""
    if like.unit.dimension in (Dimension.RATE, Dimension.POINT):
        return words.percent(value, like)
    return words.replacing(value, like, alike)


@cache
def _terms(relation: Relation) -> tuple[tuple[Name | None, int | Decimal], ...] | None:
    """The weights of left less right, where both are weighted sums with decimal weights."""
    left, right = weights(relation.left), weights(relation.right)
    if left is None or right is None:
        return None
    found = []
    for name, weight in added(left, right, -1).items():
        decimal = Decimal(weight.numerator) / Decimal(weight.denominator)
        if Fraction(decimal) != weight:
            return None
        if decimal:
            found.append((name, int(weight) if weight.denominator == 1 else decimal))
    return tuple(found)


def _parts(
    terms: tuple[tuple[Name | None, int | Decimal], ...], figures: Figures
) -> list[tuple[int | Decimal, Figure]]:
    """The weighted figures of a sum."""
    every = [figure for name, _ in terms if name for figure in figures[name]]
    percent = max((scale(figure) for figure in every), default=1)
    found: list[tuple[int | Decimal, Figure]] = []
    for name, weight in terms:
        if name is None:
            found.append((1, _constant(Decimal(weight * percent))))
        else:
            found += [(weight, figure) for figure in figures[name]]
    return found


def between(relation: Relation, row: Row) -> Between | None:
    """A relation of quantities as one of their figures, where it is a sum of whole weights."""
    terms = _terms(relation)
    operator = relation.operator
    if terms is None or operator not in ("=", "<=", ">="):
        return None
    if any(name is None or not isinstance(weight, int) for name, weight in terms):
        return None
    side = lone(relation, row)
    sign = -1 if operator == "<=" else 1
    operands = tuple(
        Operand(
            one.place, one.figure, sign * int(weight), Role.TOTAL if name == side else Role.PART
        )
        for name, weight in terms
        if name is not None
        for one in row[name]
    )
    if operator != "=":
        return Between(Kind.ORDER, operands)
    alike = len(operands) == 2 and sum(one.weight for one in operands) == 0  # noqa: PLR2004
    return Between(Kind.EQUALITY if alike else Kind.LINEAR, operands)


def _constant(value: Decimal) -> Figure:
    return Figure(value, Decimal(1), Unit("", Dimension.COUNT), "")


def _linear(
    context: Context, relation: Relation, row: Row, parts: list[tuple[int | Decimal, Figure]]
) -> Judged:
    quantum = _quantum(context, row)
    sourced = any(one.source for found in row.values() for one in found)
    side = lone(relation, row)
    single = row[side][0].figure if side else None
    total = next((index for index, part in enumerate(parts) if part[1] is single), None)
    if total is None or abs(parts[total][0]) != 1:
        result = linear(parts, _constant(Decimal(0)), quantum)
        difference = result.difference
    else:
        weight, figure = parts[total]
        others = [(-weight * w, one) for at, (w, one) in enumerate(parts) if at != total]
        result = linear(others, figure, quantum)
        difference = Fraction(-weight) * result.difference
    if relation.operator == "=" and result.verdict.holds:
        return Judged(result.verdict, True)  # noqa: FBT003 - nothing is said of it
    like = single or next(one for found in row.values() for one in found).figure
    step = Fraction(like.unit.scale * quantum(like))
    gap = difference if relation.operator in _AT_MOST else -difference
    printed = [figure for _, figure in parts if figure.text]
    touching = (
        len(printed) == len(parts) == 2  # noqa: PLR2004 - a figure against another
        and sourced
        and abs(difference) == _step(printed, quantum)
    )
    holds = _holds(relation.operator, difference, result)
    coarse = result.verdict is Verdict.COARSE and relation.operator != "!="
    strict = relation.operator in _STRICT and not holds and not coarse
    return Judged(
        Verdict.IMPOSSIBLE if strict else result.verdict,
        holds,
        bound=result.bound,
        near=relation.operator != "=" and 0 < -gap <= _NEAR_QUANTA * step,
        touching=touching,
    )


def _quantum(context: Context, row: Row) -> Quantum:
    """The last places of figures by the style of the tables, or of a report that also narrates them."""
    sourced = all(one.source for found in row.values() for one in found)
    return (context.table_style if sourced else context.style).quantum


def _step(figures: list[Figure], quantum: Quantum) -> Fraction:
    """One last place of the coarser of the figures."""
    return Fraction(max(figure.unit.scale * quantum(figure) for figure in figures))


def lone(relation: Relation, row: Row) -> Name | None:
    """The side that is one quantity with one statement, the left one first."""
    for side in (relation.left, relation.right):
        if isinstance(side, Name) and len(row[side]) == 1:
            return side
    return None


def _holds(operator: str, difference: Fraction, result: Linear) -> bool:
    """Whether some true values stand in the relation; ``!=`` is about the figures as printed."""
    if operator == "=":
        return result.verdict.holds
    if operator == "!=":
        return difference != 0
    above = difference if operator in _AT_MOST else -difference
    if operator in _STRICT:
        return above < 0 or above < result.bound
    return above <= 0 or result.verdict.holds


def _printed(figure: Figure, other: Expression, figures: Figures, quantum: Quantum) -> Judged:
    """A printed figure against what a formula gives."""
    times = scale(figure)
    value = exact(other, figures) * times
    wide = _interval(other, figures, literal) * times
    narrow = _interval(other, figures, quantum) * times
    result = rate(figure, wide, narrow, value, quantum)
    return Judged(
        result.verdict,
        result.verdict.holds,
        slips=result.slips,
        printed=True,
    )


def _interval(expression: Expression, figures: Figures, quantum: Quantum) -> Interval:
    def of(figure: Figure) -> Interval:
        found = figure.interval(quantum(figure))
        return Interval(found.low / scale(figure), found.high / scale(figure))

    return interval(expression, figures, of)


def _ranges(relation: Relation, figures: Figures) -> Judged:
    """Two computed sides: they disagree where no possible values stand in the relation."""
    left, right = (_interval(side, figures, literal) for side in (relation.left, relation.right))
    values = exact(relation.left, figures), exact(relation.right, figures)
    possible = {
        "=": left.meets(right),
        "!=": values[0] != values[1],
        "<=": left.low <= right.high,
        "<": left.low < right.high,
        ">=": left.high >= right.low,
        ">": left.high > right.low,
    }[relation.operator]
    verdict = Verdict.ROUNDING if possible else Verdict.IMPOSSIBLE
    if values[0] == values[1] and possible:
        verdict = Verdict.EXACT
    return Judged(verdict, possible)
