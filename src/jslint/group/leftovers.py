"""What is left over tells which unit a department left out, or counted twice."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.group.model import yuan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.group.model import Judged

#: Fewer broken figures tell nothing of a whole unit.
_FEW = 3
#: So much of what is broken must be explained, and no more than so much of that be broken anew.
_MOST, _LEAST = Fraction(7, 10), Fraction(3, 10)
#: A unit that is not there makes so many different differences, nearly all of them too much; fewer
#: will do where it is known that one did not hand in.
_MANY, _FEW_KNOWN, _NEARLY = 6, 3, Fraction(9, 10)
#: Among more units, pairs come to any difference.
_UNITS = 200
_PROBES = 5
#: What one figure alone is to show must fit so many times better than rounding demands.
_STRICT = 3
#: A small count is that of some unit whatever it is.
_COUNTED = 9


class Guess(Struct, frozen=True):
    """The units that seem left out (``times`` -1) or counted twice (1)."""

    units: tuple[int, ...]
    times: int


class _Row(Struct, frozen=True):
    difference: Fraction
    bound: Fraction
    values: dict[int, Fraction]
    broken: bool

    def fits(self, guess: Guess, share: int = 1) -> bool:
        """Whether what is left over is what those units print, to within a share of the bound."""
        given = sum((self.values.get(unit, Fraction(0)) for unit in guess.units), Fraction(0))
        return abs(self.difference - guess.times * given) <= self.bound / share

    def touches(self, guess: Guess) -> bool:
        return any(self.values.get(unit) for unit in guess.units)


def of_all(found: Sequence[Judged], units: int) -> Guess | None:
    """The one unit, or two, that explain most of what is broken; None where none or several do."""
    rows = [_row(one) for one in found]
    broken = [row for row in rows if row.broken]
    if len(broken) < _FEW:
        return None
    for size in (1, 2) if units <= _UNITS else (1,):
        fitting = [guess for guess in _guesses(range(units), size, broken) if _fits(guess, rows)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def of_one(found: Judged) -> Guess | None:
    """The one unit, or two, whose figure here is just what is left over; None where several are."""
    row = _row(found)
    least = _COUNTED if found.cell.total.is_exact else 2 * row.bound
    units = sorted(unit for unit, value in row.values.items() if abs(value) > least)
    for size in (1, 2):
        # There are many pairs: chance brings some of them near to any difference.
        strict = _STRICT**size
        fitting = [guess for guess in _guesses(units, size, [row]) if row.fits(guess, strict)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def is_one_short(found: Sequence[Judged], *, known: bool) -> bool:
    """Whether the department prints more than its units, here by this and there by that.

    Then the figures of one of them are not here: a slip makes one difference, however far it goes up.
    ``known`` says that some unit did not hand in.
    """
    broken = [one for one in found if one.is_broken]
    more = [one for one in broken if one.difference > 0]
    return len(more) >= _NEARLY * len(broken) and _different(more) >= (
        _FEW_KNOWN if known else _MANY
    )


def _different(found: Iterable[Judged]) -> int:
    """How many differences there are that rounding tells apart."""
    count, last = 0, Fraction(-1)
    for one in sorted(found, key=lambda one: one.difference):
        if one.difference > last:
            count, last = count + 1, one.difference + one.bound
    return count


def _row(found: Judged) -> _Row:
    values: dict[int, Fraction] = {}
    for part in found.cell.parts:
        if part.addend.figure is not None:
            values[part.unit] = Fraction(yuan(part.addend.figure))
    return _Row(found.difference, found.bound, values, found.is_broken)


def _guesses(units: Iterable[int], size: int, broken: Sequence[_Row]) -> Iterator[Guess]:
    """What fits some of the largest differences: few do, of the many that there are."""
    probes = sorted(broken, key=lambda row: -abs(row.difference))[:_PROBES]
    for chosen in combinations(units, size):
        for times in (-1, 1):
            guess = Guess(chosen, times)
            if any(row.fits(guess) for row in probes):
                yield guess


def _fits(guess: Guess, rows: Sequence[_Row]) -> bool:
    broken = [row for row in rows if row.broken]
    mended = sum(row.fits(guess) for row in broken)
    harmed = sum(not row.broken and row.touches(guess) and not row.fits(guess) for row in rows)
    return mended >= _MOST * len(broken) and harmed <= _LEAST * mended
