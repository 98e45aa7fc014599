"""What one place, or one quantity, can mend in a conflict that it does not explain alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.diagnosis.cause import CauseKind
from jslint.diagnosis.explain import Explanation, copied, finest
from jslint.diagnosis.implied import implied, joint, touching, trimmed
from jslint.diagnosis.likely import fit
from jslint.diagnosis.state import effect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.diagnosis.implied import Span
    from jslint.diagnosis.state import State


#: Of a figure that many others contradict, each otherwise, so many spans are looked at.
_MOST = 32


class Cover(Struct, frozen=True):
    """A span of new values, and the broken relations that all of them mend."""

    span: Span
    mended: frozenset[int]


def covers(state: State, places: Sequence[int]) -> list[Cover]:
    """The spans in which the places mend broken relations and harm none, the most mended first.

    Of spans whose mended relations are contained in another's, only the other is given; of many, those
    that mend most.
    """
    numbers = touching(state, places)
    first = finest(state, places)
    free = joint(state, places, [one for one in numbers if one not in state.broken])
    if free[0] > free[1]:
        return []
    spans: list[tuple[Span, int]] = []
    for number in numbers:
        if number in state.broken:
            low, high = implied(state, number, places)
            low, high = max(low, free[0]), min(high, free[1])
            if low <= high:
                spans.append(((low, high), number))
    found: list[Cover] = []
    for start in sorted({span[0] for span, _ in spans}):
        inside = [(span, one) for span, one in spans if span[0] <= start <= span[1]]
        ends = start, min(span[1] for span, _ in inside)
        low, high = trimmed(state, first, ends)
        if low <= high:
            found.append(Cover(ends, frozenset(one for _, one in inside)))
    found = [one for one in found if not any(one.mended < other.mended for other in found)]
    return sorted(found, key=lambda one: (-len(one.mended), one.span))[:_MOST]


def explained(state: State, places: Sequence[int], cover: Cover) -> Explanation | None:
    """The change that a cover stands for, if its likeliest value really mends and does no harm.

    Several places are those of one quantity, which all print it.
    """
    if len(places) > 1:
        found = copied(state, places, cover.span)
        return found if found and found.mended >= cover.mended else None
    one = fit(state, places[0], cover.span)
    if one is None:
        return None
    mended, _ = effect(state, {one.place: one.value})
    if not mended >= cover.mended:
        return None
    return Explanation(CauseKind.PLACE, (one,), mended)
