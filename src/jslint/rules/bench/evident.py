"""What a table shows of itself: which of its cells are computed from others, as most of them are.

No name of a column is relied on: a reading of the table is believed where cells enough bear it out.
"""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, islice, takewhile
from math import lcm
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.figures.figure import Dimension
from jslint.rules.bench import screening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.figures.figure import Figure
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.bench.screening import Scaled
    from jslint.rules.bench.series import Series

    #: How all cells of a series are computed, as one reading of the table has it.
    Reading = Sequence["Trial"]
    Pair = tuple[Series, Series]

RATIO, GROWTH, LINEAR = "ratio", "growth", "linear"
#: Cells that have to bear a reading out.
ENOUGH = 2
#: A coarse rate is that of two amounts by chance: so many must be, by the last place in percent.
_RATES_ENOUGH = ((Fraction(1, 100), 2), (Fraction(1, 10), 3))
_COARSE_ENOUGH = 5
_TRIVIAL = (0, 100)
_LONGEST_BALANCE = 5
#: What trying a cell costs besides the figures that it is computed from.
_TRIED = 16


class Exhausted(Exception):  # noqa: N818 - no error: what is left of a table is not tried
    """So many ways to compute the cells of a table were tried that no more are."""


class Work:
    """What the readings of a report may cost: how many figures are looked at in all of them."""

    __slots__ = ("left",)

    def __init__(self, most: int) -> None:
        """Begin with all of it."""
        self.left = most

    def spend(self, amount: int) -> None:
        """Count what was done; ``Exhausted`` where that is more than may be."""
        self.left -= amount
        if self.left < 0:
            raise Exhausted

    def on(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """Each reading, as long as there is work left."""
        for reading in readings:
            self.spend(sum(_TRIED + len(trial.terms) for trial in reading))
            yield reading

    def passed(self, pairs: Iterable[Pair | None], cost: int) -> Iterator[Pair]:
        """The pairs that pass, each that was looked at at some cost."""
        for pair in pairs:
            self.spend(cost)
            if pair is not None:
                yield pair


class Trial(Struct, frozen=True, dict=True):
    """A cell and what it should come to: the weighted sum of others, or a rate of two of them.

    With ``unsigned`` a difference is printed without its sign; ``alone`` says that no other cell bears
    it out.
    """

    whole: CellAt
    terms: tuple[tuple[int, CellAt], ...]
    kind: str = LINEAR
    unsigned: bool = False
    alone: bool = False

    @cached_property
    def figures(self) -> list[tuple[int, Figure]]:
        """The figures of the terms with their weights; blanks are left out."""
        return [(weight, cell.figure) for weight, cell in self.terms if cell.figure is not None]

    @cached_property
    def values(self) -> list[tuple[int, Fraction]]:
        """What the figures of the terms come to, exactly, with their weights."""
        return [(weight, figure.exact()) for weight, figure in self.figures]

    @property
    def printed(self) -> tuple[Fraction, ...]:
        """The values of its own figure and of the terms."""
        own = [self.whole.figure.exact()] if self.whole.figure else []
        return (*own, *(value for _, value in self.values))

    @cached_property
    def adds_up(self) -> bool:
        """Whether its figures are of one kind, and of one that adds up, as rates do not."""
        figures = [one for _, one in self.figures]
        figures += [self.whole.figure] if self.whole.figure else []
        found = {one.unit.dimension for one in figures}
        return len(found) == 1 and not found & {Dimension.RATE, Dimension.POINT}

    @property
    def is_single(self) -> bool:
        """Whether the cell is a sum of which all parts but one are nothing."""
        values = [weight * value for weight, value in self.values if value]
        printed = self.whole.figure
        return self.kind == LINEAR and printed is not None and values == [printed.exact()]

    @property
    def is_whole(self) -> bool:
        """Whether it is the share of a total in itself, printed as 100."""
        printed = self.whole.figure
        one = self.kind == RATIO and self.terms[0][1] is self.terms[1][1]
        return one and printed is not None and printed.exact() == _TRIVIAL[1]

    @property
    def is_mean(self) -> bool:
        """Whether the cell is between the terms, as their mean is and no sum of them."""
        printed = self.whole.figure
        values = [value for weight, value in self.values if weight > 0]
        if printed is None or len(values) < max(ENOUGH, len(self.figures)):
            return False
        return min(values) <= printed.exact() <= max(values)

    @property
    def is_plain_mean(self) -> bool:
        """Whether the cell is, but for rounding, the mean of the terms that are printed."""
        printed = self.whole.figure
        values = [value for _, value in self.values]
        if printed is None or not values:
            return False
        return 2 * abs(Fraction(sum(values), len(values)) - printed.exact()) <= printed.step

    @property
    def is_nested(self) -> bool:
        """Whether terms are not beside each other: one, or the cell itself, is what some of them come to."""
        whole, figures = self.whole.figure, [one for _, one in self.figures if one.value]
        if whole is None:
            return False
        sums = [Fraction(0), *accumulate(one.exact() for one in figures)]
        ordered = sorted((come_to, at) for at, come_to in enumerate(sums))

        def follows(at: int, figure: Figure) -> bool:
            """Whether terms from a place on come to a figure, as it is rounded."""
            come_to = sums[at] + figure.exact()
            start = bisect_left(ordered, (come_to - figure.step / 2, -1))
            near = takewhile(
                lambda one: one[0] <= come_to + figure.step / 2, islice(ordered, start, None)
            )
            return any(other > at for _, other in near)

        return any(follows(at, whole) or follows(at + 1, one) for at, one in enumerate(figures))

    def right(self) -> Fraction:
        """What the terms come to."""
        return self._right

    @cached_property
    def _right(self) -> Fraction:
        if self.kind == LINEAR:
            found = _sum(self.values)
            return abs(found) if self.unsigned else found
        (_, part), (_, whole) = self.values
        found = (part - whole if self.kind == GROWTH else part) / whole * 100
        return abs(found) if self.unsigned else found

    def fits(self) -> bool | None:
        """Whether the cell is that; None where it would be so in any case, or cannot be told."""
        return self._fits

    @cached_property
    def _fits(self) -> bool | None:
        printed = self.whole.figure
        if printed is None or not self._tells(printed):
            return None
        gap = abs(self._right - printed.exact())
        if not gap or self.kind != LINEAR:
            return gap <= printed.step
        steps = [(1, one.step) for _, one in self.figures if not one.is_exact]
        return 2 * gap <= _sum([(1, printed.step), *steps])

    def _tells(self, printed: Figure) -> bool:
        values = [value for _, value in self.values]
        if self.kind == LINEAR:
            return self.adds_up and bool(printed.value) and sum(map(bool, values)) >= ENOUGH
        if len(values) < len(self.terms) or values[1] <= 0 or values[0] < 0:
            return False
        return printed.exact() not in _TRIVIAL and values[0] != values[1]


def _sum(values: Sequence[tuple[int, Fraction]]) -> Fraction:
    """A weighted sum, over one denominator: term by term it would be reduced each time."""
    parts = lcm(*{value.denominator for _, value in values})
    return Fraction(
        sum(weight * value.numerator * (parts // value.denominator) for weight, value in values),
        parts,
    )


def believed(
    readings: Iterable[Reading], enough: int = ENOUGH, *, apart: bool = False
) -> list[Trial]:
    """Of each cell, how it is computed by a reading that most cells bear out; else nothing.

    Where several readings are borne out, a cell that fits one of them is as it should be; by one that
    leaves it but a single part it is not judged. Nor is one that has something in a term in which all
    cells that bear the reading out have nothing: whether that belongs to it, they do not show. ``apart``:
    cells that repeat one account's figures at the levels above it bear it out once.
    """
    scored = ((_support(one, apart=apart), sum(map(_fails, one)), one) for one in readings)
    borne = [(held, one) for held, failed, one in scored if held >= enough and held > failed]
    borne.sort(key=lambda pair: -pair[0])
    found: dict[int, tuple[Trial, Reading]] = {}
    for _, reading in borne:
        for trial in reading:
            key = id(trial.whole.text)
            if key not in found or (_fails(found[key][0]) and trial.fits()):
                found[key] = trial, reading
    return [one for one, reading in found.values() if not _fails(one) or _is_shown(one, reading)]


def _is_shown(trial: Trial, reading: Reading) -> bool:
    """Whether each term in which a cell has something is something in a cell that bears the reading out."""
    shown = {
        at
        for one in reading
        if one.fits() and len(one.terms) == len(trial.terms)
        for at in _something(one)
    }
    return shown.issuperset(_something(trial))


def _something(trial: Trial) -> list[int]:
    """The places of the terms that are not blank or nothing."""
    cells = enumerate(cell for _, cell in trial.terms)
    return [at for at, cell in cells if cell.figure is not None and cell.figure.value]


def _support(reading: Reading, *, apart: bool) -> int:
    """How many cells bear a reading out.

    Several that are what their only part is count as one more, and so does a total's share of 100.
    """
    fitting = [trial for trial in reading if trial.fits()]
    held = len({trial.printed for trial in fitting}) if apart else len(fitting)
    single = sum(trial.is_single for trial in reading)
    whole = any(trial.is_whole for trial in reading)
    return held + (1 if held and (single >= ENOUGH or whole) else 0)


def _fails(trial: Trial) -> bool:
    return trial.fits() is False


def computed(whole: Series, terms: Sequence[tuple[int, Series]], kind: str = LINEAR,
             *, unsigned: bool = False) -> list[Trial]:  # fmt: skip
    """All cells of a series as computed from those of others beside them."""
    found: list[Trial] = []
    for at, cell in enumerate(whole.cells):
        row = [(weight, one.cells[at]) for weight, one in terms]
        known = tuple((weight, one) for weight, one in row if one is not None)
        if cell is not None and len(known) == len(row):
            found.append(Trial(cell, known, kind, unsigned))
    return found


def differences(every: Sequence[Scaled], at: int, work: Work) -> Iterator[Reading]:
    """A series as the difference of two others, or as what remains of those right before it."""
    own, change = every[at], every[at].series
    amounts = [one for one in every if one is not own and one.series.is_amount]
    for unsigned in _ways(change):
        pairs = screening.differing(own, amounts, unsigned=unsigned)
        for one, other in work.passed(pairs, own.cost):
            yield computed(change, [(1, one), (-1, other)], unsigned=unsigned)
    for size in range(3, min(at, _LONGEST_BALANCE) + 1):
        row = [one.series for one in every[at - size : at]]
        if all(one.is_amount for one in row):
            yield computed(change, [*((1, one) for one in row[:-1]), (-1, row[-1])])


def lacks_a_term(trial: Trial, change: Series, every: Iterable[Series]) -> bool:
    """Whether what keeps a cell from being a difference is just the amount of a series left out of it.

    What is carried over at the end is income less expenditure where nothing was carried over before.
    """
    printed = trial.whole.figure
    if printed is None or trial.fits() is not False:
        return False
    gap = abs(trial.right() - printed.exact())
    at = next(index for index, cell in enumerate(change.cells) if cell is trial.whole)
    used = {id(trial.whole.text), *(id(cell.text) for _, cell in trial.terms)}
    beside = (one.cells[at] for one in every if one.is_amount)
    figures = (
        one.figure
        for one in beside
        if one and one.figure and id(one.text) not in used and one.figure.value
    )
    # Each of the cells may have been rounded.
    return any(2 * abs(abs(one.exact()) - gap) <= 4 * one.step for one in figures)


def _ways(printed: Series) -> tuple[bool, ...]:
    """Whether differences may be printed without their signs: as they are is tried first."""
    return (False,) if printed.has_minus else (False, True)


def rates(
    own: Scaled, amounts: Sequence[Scaled], totals: Sequence[int], work: Work
) -> Iterator[Reading]:
    """A series of rates as those of two others, or as the shares of one in a total of its own."""
    rate = own.series
    for kind, unsigned in ((RATIO, False), *((GROWTH, way) for way in _ways(rate))):
        pairs = screening.of_rates(own, amounts, grown=kind == GROWTH, unsigned=unsigned)
        for one, other in work.passed(pairs, own.cost):
            yield computed(rate, [(1, one), (1, other)], kind, unsigned=unsigned)
    for amount in amounts:
        for at in totals:
            work.spend(own.cost)
            if screening.is_share(own, amount, at):
                yield list(_shares(rate, amount.series, at))


def _shares(rate: Series, amount: Series, total: int) -> Iterator[Trial]:
    whole = amount.cells[total]
    for printed, cell in zip(rate.cells, amount.cells, strict=True):
        if printed is not None and cell is not None and whole is not None:
            yield Trial(printed, ((1, cell), (1, whole)), RATIO)


def enough(rate: Series) -> int:
    """How many rates must be those of other figures, by how coarsely they are printed."""
    figures = [one.figure for one in rate.cells if one is not None and one.figure is not None]
    step = min((one.step for one in figures if one.unit.dimension is Dimension.RATE), default=1)
    return next((count for size, count in _RATES_ENOUGH if step <= size), _COARSE_ENOUGH)
