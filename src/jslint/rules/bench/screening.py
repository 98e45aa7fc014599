"""Which readings of a table its cells can bear out at all.

Most pairs of columns are no difference and no rate of another one, which whole numbers tell soon. What
passes is tried cell by cell (``evident``), and may still fail; what does not pass would have.
"""

from __future__ import annotations

from itertools import permutations
from math import lcm
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from jslint.rules.bench.series import Series

#: Cells told apart here cost what one figure does that is tried.
_CHEAP = 8


class Scaled(Struct, frozen=True):
    """A series in whole numbers of the table's smallest part: its values, and a step of each."""

    series: Series
    values: tuple[int | None, ...]
    steps: tuple[int, ...]
    whole: int

    @property
    def cost(self) -> int:
        """What it costs to hold one pair against it."""
        return 1 + len(self.values) // _CHEAP


def scaled(found: Sequence[Series]) -> list[Scaled]:
    """Series in whole numbers of a part that all of their values and steps are multiples of."""
    figures = [one.figure for row in found for one in row.cells if one and one.figure]
    parts = {one.exact().denominator for one in figures} | {one.step.denominator for one in figures}
    whole = lcm(*parts)
    return [_scaled(one, whole) for one in found]


def _scaled(one: Series, whole: int) -> Scaled:
    figures = [cell.figure if cell else None for cell in one.cells]
    values = tuple(None if figure is None else _times(figure.exact(), whole) for figure in figures)
    steps = tuple(_times(figure.step, whole) if figure else 0 for figure in figures)
    return Scaled(one, values, steps, whole)


def _times(value: Fraction, whole: int) -> int:
    """A value times a multiple of its denominator."""
    return value.numerator * (whole // value.denominator)


def differing(
    change: Scaled, amounts: Iterable[Scaled], *, unsigned: bool
) -> Iterator[tuple[Series, Series] | None]:
    """The pairs whose difference a series may be; None for each other pair that was looked at."""
    for one, other in permutations(amounts, 2):
        alike = len(change.series.dimensions | one.series.dimensions | other.series.dimensions) == 1
        fits = (
            2 * abs((abs(a - b) if unsigned else a - b) - printed) <= sum(steps)
            for printed, a, b, *steps in zip(
                change.values, one.values, other.values, change.steps, one.steps, other.steps,
                strict=True,
            )
            if printed and a and b
        )  # fmt: skip
        yield (one.series, other.series) if not alike or _is_borne(fits) else None


def of_rates(
    rate: Scaled, amounts: Iterable[Scaled], *, grown: bool, unsigned: bool = False
) -> Iterator[tuple[Series, Series] | None]:
    """The pairs that a series may be the rates of; None for each other pair that was looked at."""
    for one, other in permutations(amounts, 2):
        pairs = zip(one.values, other.values, strict=True)
        fits = _rates(rate, pairs, grown=grown, unsigned=unsigned)
        yield (one.series, other.series) if _is_borne(fits) else None


def is_share(rate: Scaled, amount: Scaled, total: int) -> bool:
    """Whether a series may be the shares of another one in a cell of its own."""
    whole = amount.values[total]
    return _is_borne(_rates(rate, ((part, whole) for part in amount.values)))


def _rates(
    rate: Scaled,
    pairs: Iterable[tuple[int | None, int | None]],
    *,
    grown: bool = False,
    unsigned: bool = False,
) -> Iterator[bool]:
    hundred = 100 * rate.whole
    for printed, step, (part, whole) in zip(rate.values, rate.steps, pairs, strict=True):
        if printed is None or part is None or whole is None:
            continue
        if printed in (0, hundred) or whole <= 0 or part < 0 or part == whole:
            continue
        right = hundred * (part - whole if grown else part)
        yield abs((abs(right) if unsigned else right) - printed * whole) <= step * whole


def _is_borne(fits: Iterable[bool]) -> bool:
    """Whether some cells fit, and no more fail: single parts and totals may count as one more."""
    found = list(fits)
    held = sum(found)
    return held > 0 and 2 * held + 1 > len(found)
