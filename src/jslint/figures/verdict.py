"""When do printed figures disagree? Verdicts on sums and rates by interval arithmetic.

The method is that of XBRL Calculations 1.1 (closed intervals), with Irwin-Hall probabilities for
residues that rounding can give but hardly does, and GB/T 8170's conventions as explanations.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, cached_property
from math import comb, factorial
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jslint.figures.figure import Figure
    from jslint.figures.interval import Interval

    Quantum = Callable[[Figure], Decimal]
    #: What a sum is off, and by how much rounding explains that: as printed, and by the style.
    _Residue = tuple[Decimal, Decimal, Decimal]

#: A residue that clean rounding gives less often than this is suspicious.
IMPROBABLE_BELOW = Fraction(3, 1000)


class Verdict(Enum):
    """What may be concluded from printed figures about a relation between them."""

    EXACT = "exact"
    ROUNDING = "rounding"
    COARSE = "coarse"  # agrees only if dropped zeros were really dropped digits
    IMPROBABLE = "improbable"
    TIE_ONLY = "tie-only"
    OFF_BY_ONE = "off-by-one"  # rates only: wrong by less than one unit of the last place
    IMPOSSIBLE = "impossible"
    UNVERIFIABLE = "unverifiable"

    @property
    def holds(self) -> bool:
        """Whether there is nothing to say."""
        return self in (Verdict.EXACT, Verdict.ROUNDING)


class Linear(Struct, frozen=True, dict=True):
    """A verdict on ``sum of weighted parts = total``.

    ``difference`` is parts less total, in yuan for amounts.
    """

    verdict: Verdict
    difference: Fraction
    parts: Sequence[tuple[int | Decimal, Figure]]
    total: Figure
    quantum: Quantum
    formed: bool

    @cached_property
    def bound(self) -> Fraction:
        """The largest difference that rounding explains, in yuan for amounts."""
        terms = _sizes(self.parts, self.total)
        return Fraction(_rounding(terms, self.quantum)) * (2 if self.formed else 1)


_NONE = Fraction(0)


def literal(figure: Figure) -> Decimal:
    """The quantum as printed."""
    return figure.quantum


def linear(
    parts: Sequence[tuple[int | Decimal, Figure]],
    total: Figure,
    quantum: Quantum = literal,
    *,
    formed: bool = False,
) -> Linear:
    """Decide whether printed parts, each with its sign or weight, can add up to a printed total.

    ``quantum`` gives the quantum by the document's style, for figures that dropped trailing zeros.
    ``formed`` says that each may be the difference of two printed figures, and so be off by a whole
    unit of its last place.
    """
    if _adds_up(parts, total):
        return Linear(Verdict.EXACT, _NONE, parts, total, quantum, formed)
    alike = _alike(parts, total, quantum)
    residue, wide, narrow = _mixed(parts, total, quantum) if alike is None else alike
    if formed:
        wide, narrow = 2 * wide, 2 * narrow
    addends = [part for _, part in parts if not part.is_hard_zero]
    lone = sum(not figure.is_exact for figure in (total, *addends)) == 1
    if lone and 0 < abs(residue) <= narrow:
        verdict = Verdict.ROUNDING  # 118,050.00 元 prints as 11.81 or, half to even, as 11.80 万元
    else:
        verdict = _judge(abs(residue), wide, narrow, single=len(addends) <= 1)
    if verdict is Verdict.ROUNDING and not formed and all(abs(weight) == 1 for weight, _ in parts):
        places = int(abs(residue)) if alike else _places(abs(residue), addends, total, quantum)
        if residue_probability(len(addends), places) < IMPROBABLE_BELOW:
            verdict = Verdict.IMPROBABLE
    difference = int(residue) * total.step if alike else Fraction(residue)
    return Linear(verdict, difference, parts, total, quantum, formed)


def _alike(
    parts: Sequence[tuple[int | Decimal, Figure]], total: Figure, quantum: Quantum
) -> _Residue | None:
    """The same as ``_mixed`` in last places, where all figures print the same one.

    None where they print several, or dropped zeros by the style.
    """
    residue = rounded = 0
    for weight, part in (*parts, (-1, total)):
        if part.is_hard_zero:
            continue
        steps = part.steps
        if part.step is not total.step or steps is None or type(weight) is not int:
            return None
        if quantum(part) != part.quantum:
            return None
        residue += weight * steps
        rounded += 0 if part.is_exact else abs(weight)
    half = Decimal(rounded) / 2
    return Decimal(residue), half, half


def _mixed(
    parts: Sequence[tuple[int | Decimal, Figure]], total: Figure, quantum: Quantum
) -> _Residue:
    """Parts less total in yuan, and what rounding explains by the figures as printed, by the style.

    Amounts have finitely many decimals, so Decimal is exact here and much faster than Fraction.
    """
    terms = _sizes(parts, total)
    residue = sum((weight * _yuan(part) for weight, part in parts), Decimal(0)) - _yuan(total)
    return residue, _rounding(terms, literal), _rounding(terms, quantum)


def _sizes(
    parts: Sequence[tuple[int | Decimal, Figure]], total: Figure
) -> list[tuple[int | Decimal, Figure]]:
    """All figures of a sum, each with the size of its weight."""
    sizes = [(weight if weight > 0 else -weight, part) for weight, part in parts]
    return [*sizes, (1, total)]


def _rounding(terms: Sequence[tuple[int | Decimal, Figure]], quantum: Quantum) -> Decimal:
    """By how much rounding can part a sum from its parts, all being printed to these quanta."""
    return sum((size * _half(figure, quantum(figure)) for size, figure in terms), Decimal(0))


def _adds_up(parts: Sequence[tuple[int | Decimal, Figure]], total: Figure) -> bool:
    """Whether parts add up to the last place, seen in whole numbers; most printed sums do."""
    step, left = total.step, total.steps
    if left is None:
        return False
    for weight, part in parts:
        steps = part.steps
        if steps == 0:
            continue
        if part.step is not step or steps is None or type(weight) is not int:
            return False
        left -= weight * steps
    return left == 0


def _yuan(figure: Figure) -> Decimal:
    return figure.value * figure.unit.scale


def _judge(residue: Decimal, wide: Decimal, narrow: Decimal, *, single: bool) -> Verdict:
    if residue == 0:
        return Verdict.EXACT
    if residue > wide or (residue == wide and single):
        return Verdict.IMPOSSIBLE
    if residue > narrow or (residue == narrow and single):
        return Verdict.COARSE
    return Verdict.TIE_ONLY if residue == narrow else Verdict.ROUNDING


def _half(figure: Figure, quantum: Decimal) -> Decimal:
    return Decimal(0) if figure.is_exact else quantum * figure.unit.scale / 2


def _places(residue: Decimal, addends: list[Figure], total: Figure, quantum: Quantum) -> int:
    """How many last places a residue in yuan is; 0 where quanta are mixed, which tells nothing."""
    steps = {quantum(figure) * figure.unit.scale for figure in [*addends, total]}
    return int(residue / steps.pop()) if len(steps) == 1 else 0


@cache
def residue_probability(addends: int, quanta: int) -> Fraction:
    """How often ``addends`` cleanly rounded numbers miss their rounded sum by ``quanta`` or more.

    The rounding errors are independent and uniform, so their sum follows Irwin-Hall.
    """
    if quanta <= 0:
        return Fraction(1)
    limit = Fraction(addends, 2) - quanta + Fraction(1, 2)
    if limit <= 0:
        return Fraction(0)
    tail = sum((-1) ** k * comb(addends, k) * (limit - k) ** addends for k in range(int(limit) + 1))
    return 2 * Fraction(tail) / factorial(addends)


class Rate(Struct, frozen=True):
    """A verdict on a printed rate. ``exact`` is recomputed from the printed operands, in percent.

    ``rounded`` is ``exact`` half-up at the rate's own last place; ``slips`` name the conventions or
    mistakes that give the printed figure.
    """

    verdict: Verdict
    exact: Fraction
    rounded: Decimal
    slips: tuple[str, ...] = ()


def rate(
    printed: Figure,
    wide: Interval,
    narrow: Interval,
    exact: Fraction,
    quantum: Quantum = literal,
) -> Rate:
    """Decide whether a printed rate can be the rounding of a true one.

    ``wide`` encloses the true rate by the operands as printed, ``narrow`` by the document's style;
    all are in percent.
    """
    fine = quantum(printed) * printed.unit.scale
    if not printed.interval().meets(wide):
        off = max(narrow.low - printed.exact(), printed.exact() - narrow.high)
        verdict = Verdict.OFF_BY_ONE if off < Fraction(fine) else Verdict.IMPOSSIBLE
        return _wrong(verdict, printed, exact, fine)
    if not printed.interval(quantum(printed)).meets(narrow):
        return _wrong(Verdict.COARSE, printed, exact, fine)
    return _possible(printed, exact)


def _wrong(verdict: Verdict, printed: Figure, exact: Fraction, fine: Decimal) -> Rate:
    """A rate that is not right, and the right one; the point put back, it has one place less."""
    found = slips(printed, exact)
    shifted = "point-left" in found and printed.quantum < 1
    return Rate(verdict, exact, half_up(exact, fine.scaleb(1) if shifted else fine), found)


def rounding(printed: Figure, exact: Fraction, quantum: Quantum) -> Rate | None:
    """The verdict on a printed rate that is the rounding of the exact one; None where it is not.

    It is what ``rate`` says then, whatever the operands' ranges are: each holds the exact rate.
    """
    return _possible(printed, exact) if exact in printed.interval(quantum(printed)) else None


def _possible(printed: Figure, exact: Fraction) -> Rate:
    verdict = Verdict.EXACT if printed.exact() == exact else Verdict.ROUNDING
    return Rate(verdict, exact, half_up(exact, printed.quantum * printed.unit.scale))


def half_up(value: Fraction, quantum: Decimal) -> Decimal:
    """Round half away from zero (四舍五入) to a multiple of ``quantum``."""
    step, of = quantum.as_integer_ratio()
    over, under = abs(value.numerator) * of, value.denominator * step
    whole = (2 * over + under) // (2 * under)
    return (Decimal(whole) * quantum).copy_sign(Decimal(-1) if value < 0 else Decimal(1))


def to_place(value: Fraction, like: Figure) -> Fraction:
    """A value (in yuan, things or percent) as it is known from a print to a figure's unit and last place."""
    scale = Fraction(like.unit.scale)
    return Fraction(half_up(value / scale, like.quantum)) * scale


def slips(printed: Figure, exact: Fraction) -> tuple[str, ...]:
    """The names of the slips that turn the exact rate into the printed one."""
    found = []
    quantum, value = printed.quantum * printed.unit.scale, printed.exact()
    steps = abs(exact) / Fraction(quantum)
    if abs(value) == (steps.numerator // steps.denominator) * Fraction(quantum):
        found.append("truncated")
    if half_up(exact, quantum) != value == _successive(exact, quantum):
        found.append("rounded-twice")
    if exact and value == Fraction(half_up(-exact, quantum)) != 0:
        found.append("wrong-sign")
    for power, name in (
        (10, "point-right"),
        (Fraction(1, 10), "point-left"),
        (100, "point-right"),
        (Fraction(1, 100), "as-ratio"),
    ):
        if value and value == Fraction(half_up(exact * power, quantum)):
            found.append(name)
    return tuple(found)


def _successive(exact: Fraction, quantum: Decimal) -> Fraction:
    """Round place by place from three places further down, as GB/T 8170 forbids."""
    value = exact
    for power in (3, 2, 1, 0):
        value = Fraction(half_up(value, quantum.scaleb(-power)))
    return value


class Balance(Struct, frozen=True):
    """How printed shares relate to the exact ones when they were made to add up to 100 %."""

    closes: bool
    largest_remainder: bool


def balanced(printed: Sequence[Figure], exact: Sequence[Fraction]) -> Balance:
    """Whether shares printed at one quantum add to 100 %, and as the largest remainder would.

    See the number model: all shares within one quantum of the exact ones, and the spread of the
    adjustments at most one quantum (Hamilton's method).
    """
    quantum = min(figure.step for figure in printed)
    closes = sum(figure.exact() for figure in printed) == 100  # noqa: PLR2004 - percent
    gaps = [
        (share - figure.exact()) / quantum for figure, share in zip(printed, exact, strict=True)
    ]
    quota = all(abs(gap) < 1 for gap in gaps)
    return Balance(closes, closes and quota and max(gaps) - min(gaps) <= 1)
