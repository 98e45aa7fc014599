"""Level one: the single change that mends a whole conflict and harms nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.diagnosis import followers
from jslint.diagnosis.cause import CauseKind
from jslint.diagnosis.conflicts import group, shared
from jslint.diagnosis.implied import joint, touching
from jslint.diagnosis.likely import Fit, fit
from jslint.diagnosis.slips import Slip
from jslint.diagnosis.state import effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jslint.diagnosis.implied import Span
    from jslint.diagnosis.state import State

#: How far the best explanation must be ahead, in thousandths, to accuse (diagnosis.md, 5).
MARGIN = 1500
#: Up to here the slips say nothing for a value: another digit makes anything.
WEAK = Slip.DIGIT.bonus


class Explanation(Struct, frozen=True):
    """Changes that mend broken relations and break none: the accused figures and what follows them."""

    kind: CauseKind
    fits: tuple[Fit, ...]
    mended: frozenset[int]
    following: tuple[Fit, ...] = ()
    delta: int | None = None

    @property
    def changes(self) -> dict[int, int]:
        """The new values by place."""
        return {one.place: one.value for one in (*self.fits, *self.following)}

    @property
    def bonus(self) -> int:
        """How much the slips speak for it, in thousandths: of one figure the best, of several all."""
        return self.fits[0].bonus


def explain(state: State, broken: Sequence[int]) -> list[Explanation]:
    """All single changes that mend all of these relations, the best first; cheapest kinds only.

    One figure comes before a quantity, unless it would have to have any value and the quantity one
    that is a slip away from what is printed.
    """
    found = sorted(_places(state, broken), key=_rank)
    if found and found[0].bonus > WEAK:
        return found
    whole = sorted(_quantities(state, broken), key=_rank)
    if whole and (not found or whole[0].bonus - found[0].bonus >= MARGIN):
        return whole
    return found or sorted(_followed(state, broken), key=_rank)


def _rank(one: Explanation) -> tuple[int, list[int]]:
    return -one.bonus, [each.place for each in one.fits]


def close(found: Sequence[Explanation]) -> list[Explanation]:
    """Those that are not clearly behind the best."""
    return [one for one in found if found[0].bonus - one.bonus < MARGIN]


def _places(state: State, broken: Sequence[int]) -> list[Explanation]:
    found = []
    for place in shared(state, broken):
        one = fit(state, place, joint(state, [place], touching(state, [place])))
        if one is not None:
            found.append(Explanation(CauseKind.PLACE, (one,), frozenset(broken)))
    return found


def _quantities(state: State, broken: Sequence[int]) -> list[Explanation]:
    least = min(broken, key=lambda number: (len(state.graph.terms[number]), number))
    groups = dict.fromkeys(group(state, place) for place in sorted(state.graph.terms[least]))
    found = [_quantity(state, places, broken) for places in groups if len(places) > 1]
    return [one for one in found if one is not None]


def _quantity(state: State, places: tuple[int, ...], broken: Sequence[int]) -> Explanation | None:
    """One new value for all places of a group that mends all of these relations."""
    terms = state.graph.terms
    if not all(any(place in terms[number] for place in places) for number in broken):
        return None
    found = copied(state, places, joint(state, places, touching(state, places)))
    return found if found and found.mended.issuperset(broken) else None


def finest(state: State, places: Iterable[int]) -> int:
    """Of places that print one value, that with the most decimals, and so with all others' values."""
    return min(places, key=lambda place: (state.graph.places[place].step, place))


def copied(state: State, places: Sequence[int], span: Span) -> Explanation | None:
    """One new value for all places of a group, each in its own last place; None if it harms any."""
    first = finest(state, places)
    one = fit(state, first, span, [place for place in places if place != first])
    if one is None:
        return None
    fits = tuple(one if place == first else _copied(state, place, one) for place in places)
    mended, harmless = effect(state, {each.place: each.value for each in fits})
    return Explanation(CauseKind.QUANTITY, fits, mended) if harmless else None


def _copied(state: State, place: int, one: Fit) -> Fit:
    """The same value in another place's own last place, halves away from 0."""
    step = state.graph.places[place].step

    def rounded(value: int) -> int:
        steps = (2 * abs(value) + step) // (2 * step) * step
        return -steps if value < 0 else steps

    ends = rounded(one.span[0]), rounded(one.span[1])
    return Fit(place, rounded(one.value), ends, one.slip, one.plain)


def _followed(state: State, broken: Sequence[int]) -> list[Explanation]:
    found = []
    for place in shared(state, broken):
        following = followers.of(state, place)
        if not following:
            continue
        free = {number for one in following for number in state.graph.of[one]}
        rest = [number for number in touching(state, [place]) if number not in free]
        one = fit(state, place, joint(state, [place], rest)) if rest else None
        moved = None if one is None else followers.moved(state, one, following)
        if one is None or moved is None:
            continue
        changes = {each.place: each.value for each in (one, *moved)}
        mended, _ = effect(state, changes)
        if moved and mended.issuperset(broken):
            found.append(Explanation(CauseKind.FOLLOWER, (one,), mended, moved))
    return found
