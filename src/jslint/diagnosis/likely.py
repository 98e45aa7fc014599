"""Which of the values that fit is the right one, and how certain that is."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from jslint.diagnosis.implied import each, few, touching, trimmed
from jslint.diagnosis.slips import Slip, candidates, is_shifted, slip
from jslint.diagnosis.state import growth
from jslint.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.diagnosis.implied import Span
    from jslint.diagnosis.state import State

    #: Of a sum: the weight of what changes, the residue, n times the quantum squared, and the ends.
    Sum: TypeAlias = tuple[int, int, int, int, int]

#: A residue of n rounded figures has variance of about n/12: minus the logarithm of its density is
#: 6 (D/q)²/n; here in thousandths, as the slips' bonus is, of which a value gets six tenths.
_DENSITY = 6000
_SHARE = (6, 10)
#: What else tells a slip: more places than figures have, or an order that comes out just equal.
_TRACE = 2000
#: Parts that came to more than their whole are mostly all of its parts, and come to just that.
_CLOSING = 4500
#: What is wider than this has no end on one side, and no middle that means anything.
_OPEN = 10**30


class Fit(Struct, frozen=True):
    """A place's new value: the likeliest, and the ends of all that fit.

    ``plain`` says that the value leaves no residue behind, so that it alone need be named. ``traces``
    is how much besides the slip speaks for it, in thousandths as the slips' bonus.
    """

    place: int
    value: int
    span: Span
    slip: Slip = Slip.NONE
    plain: bool = False
    traces: int = 0

    @property
    def bonus(self) -> int:
        """How much speaks for it, in thousandths."""
        return self.slip.bonus + self.traces


def fit(state: State, place: int, span: Span, along: Sequence[int] = ()) -> Fit | None:
    """The likeliest printable value of a span; None where there is none but the printed one.

    ``along`` are places that change by as much.
    """
    ends = trimmed(state, place, span)
    if ends[0] > ends[1]:
        return None
    one, printed = state.graph.places[place], state.values[place]
    values = (
        list(each(ends, one.step, printed)) if few(ends, one.step) else _some(state, place, ends)
    )
    if not values:
        return None
    if len(values) == 1:
        value = values[0]
        return _fit(state, place, value, (value, value), plain=True)
    sums = _sums(state, [place, *along])
    value = _best(state, place, values, sums)
    moved = value - printed
    plain = few(ends, one.step) and bool(sums) and not any(one[1] + one[0] * moved for one in sums)
    return _fit(state, place, value, ends, plain=plain)


def _fit(state: State, place: int, value: int, ends: Span, *, plain: bool) -> Fit:
    found = _slip(state, place, value)
    traces = _CLOSING if value in _closing(state, place) else 0
    if found not in (Slip.NONE, Slip.DIGIT):
        uneven = state.values[place] % state.graph.places[place].step != 0
        traces += _TRACE * uneven
    return Fit(place, value, ends, found, plain, traces)


def _closing(state: State, place: int) -> Iterator[int]:
    """The values with which broken orders of parts and their whole come to be just equal.

    Two figures alone, such as persons and the groups that they came in, need not be equal ever.
    """
    for number, weight in state.graph.of[place].items():
        several = len(state.graph.terms[number]) > 2  # noqa: PLR2004 - a whole and its parts
        if several and number in state.broken and state.graph.relations[number].kind is Kind.ORDER:
            moved, rest = divmod(-state.residues[number], weight)
            value = state.values[place] + moved
            if not rest and value % state.graph.places[place].step == 0:
                yield value


def _best(state: State, place: int, values: Iterable[int], sums: Sequence[Sum]) -> int:
    """The likeliest; of equals that with the printed one's digits, then the nearest to it.

    So order decides nothing.
    """
    printed, closing = state.values[place], set(_closing(state, place))
    bonus, whole = _SHARE
    scored: dict[int, list[int]] = {}
    for value in values:
        told = _slip(state, place, value).bonus + _CLOSING * (value in closing)
        score = _density(sums, value - printed) + told * bonus // whole
        scored.setdefault(score, []).append(value)
    return max(
        scored[max(scored)],
        key=lambda value: (is_shifted(printed, value), -abs(value - printed), -value),
    )


def _some(state: State, place: int, ends: Span) -> list[int]:
    """Of a wide span, the values one slip away, those that close an order, and the middle one."""
    one, printed = state.graph.places[place], state.values[place]
    low, high = ends
    tried = chain(candidates(one, printed), _closing(state, place))
    found = [value for value in tried if low <= value <= high]
    if high - low < _OPEN:
        found.append((low + high) // 2 // one.step * one.step)
    return sorted({value for value in found if value != printed})


def _sums(state: State, places: Sequence[int]) -> list[Sum]:
    """The sums that some places stand in and that the change may leave right, none that is an order.

    Their weight, the residue as it stands, its variance, and the ends that it must stay in.
    """
    graph = state.graph
    found = []
    for number in touching(state, places):
        terms = graph.terms[number]
        weight = sum(terms.get(place, 0) for place in places)
        if number in graph.ratios or not weight:
            continue
        quantum = max(2 * state.halves[one] for one in terms)
        count = sum(1 for one in terms if state.values[one])
        variance = quantum * quantum * max(count, 1)
        grown = sum(abs(terms.get(place, 0)) * growth(state, place) for place in places)
        ends = state.lows[number] - grown, state.highs[number] + grown
        if variance and ends[1] - ends[0] < _OPEN:
            found.append((weight, state.residues[number], variance, *ends))
    return found


def _density(sums: Sequence[Sum], moved: int) -> int:
    """Minus how improbable the residues are that a change leaves in its sums, in thousandths.

    Sums that another slip still breaks say nothing.
    """
    total = 0
    for weight, residue, variance, low, high in sums:
        left = residue + weight * moved
        if low <= left <= high:
            total -= _DENSITY * left * left // variance
    return total


def _slip(state: State, place: int, value: int) -> Slip:
    one, printed = state.graph.places[place], state.values[place]
    found = slip(one, printed, value)
    if abs(value - printed) == one.step and _is_rate(state, place):
        return Slip.ROUNDED
    if found in (Slip.NONE, Slip.DIGIT) and _beside(state, place):
        return Slip.NEIGHBOUR
    return found


def _is_rate(state: State, place: int) -> bool:
    """Whether a place is the rate of a relation."""
    ratios = state.graph.ratios
    return any(
        number in ratios and ratios[number].rate == place for number in state.graph.of[place]
    )


def _beside(state: State, place: int) -> bool:
    """Whether the printed value, not 0, stands in a neighbouring cell too, where it need not.

    A class with one item prints what that prints, and a total what its only part does.
    """
    cell, printed = state.graph.places[place].cell, state.values[place]
    if cell is None or not printed:
        return False
    table, row, column = cell
    around = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
    found = [state.graph.cells.get((table, *where)) for where in around]
    return any(
        one is not None and state.values[one] == printed and not _are_bound(state, place, one)
        for one in found
    )


def _are_bound(state: State, one: int, other: int) -> bool:
    """Whether a relation that holds has both places."""
    of = state.graph.of
    return any(number in of[other] and number not in state.broken for number in of[one])
