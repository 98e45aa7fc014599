"""From explanations to causes: who is accused, and how certain that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.diagnosis.cause import Cause, CauseKind, Certainty, Suspect
from jslint.diagnosis.explain import MARGIN, close
from jslint.diagnosis.model import Standing
from jslint.diagnosis.several import likelihood
from jslint.diagnosis.slips import Slip

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence

    from jslint.diagnosis.cause import Line
    from jslint.diagnosis.explain import Explanation
    from jslint.diagnosis.likely import Fit
    from jslint.diagnosis.model import Link
    from jslint.diagnosis.state import State
    from jslint.diagnosis.units import Scaled


def concluded(state: State, found: Sequence[Explanation], broken: Collection[int]) -> Cause:
    """The cause of some broken relations, from what explains them, the best first."""
    best, near = found[0], close(found)
    edges = len(broken) == 1 and _all_edges(state, broken)
    if len(near) == 1 and not edges:
        return Cause(
            best.kind,
            cited(state, best.mended.union(broken)),
            len(best.mended),
            certainty(state, best, len(found)),
            suspects(state, best),
            delta=best.delta,
            rivals=tuple(suspects(state, one) for one in found[1:]),
        )
    return ambiguous(state, found if edges else near, broken)


def ambiguous(state: State, near: Sequence[Explanation], broken: Collection[int]) -> Cause:
    """Several explanations that are as good; what all of them change alike is accused."""
    listed = [suspects(state, one) for one in near]
    common = [one for one in listed[0] if len(near) > 1 and all(one in rest for rest in listed)]
    return Cause(
        CauseKind.AMBIGUOUS,
        cited(state, broken),
        min(len(one.mended) for one in near),
        suspects=tuple(common),
        alternatives=tuple(tuple(one for one in each if one not in common) for each in listed),
    )


def together(
    state: State, sets: Sequence[Sequence[Explanation]], broken: Sequence[int]
) -> list[Cause]:
    """The causes of a conflict that several changes explain: one for each where the set is clear."""
    best = sets[0]
    near = [one for one in sets if likelihood(best) - likelihood(one) < MARGIN]
    common = [one for one in best if all(_has(other, one) for other in near)]
    causes, left = [], set(broken)
    for one in common:
        own = left & one.mended
        left -= own
        if own:
            sole = Certainty.PROBABLE if len(own) > 1 else Certainty.POSSIBLE
            causes.append(_accusing(state, one, own, sole))
    if left and len(near) > 1:
        causes.append(_open(state, near, common, left))
    return causes


def _has(found: Sequence[Explanation], one: Explanation) -> bool:
    return any(other.changes == one.changes for other in found)


def _open(
    state: State,
    near: Sequence[Sequence[Explanation]],
    common: Sequence[Explanation],
    left: set[int],
) -> Cause:
    """What the sets do not have in common, as alternatives."""
    others = [
        tuple(
            suspect
            for one in found
            if not any(one.changes == shared.changes for shared in common)
            for suspect in suspects(state, one)
        )
        for found in near
    ]
    return Cause(CauseKind.AMBIGUOUS, cited(state, left), len(left), alternatives=tuple(others))


def _accusing(state: State, one: Explanation, broken: Collection[int], sure: Certainty) -> Cause:
    return Cause(
        one.kind, cited(state, broken), len(broken), sure, suspects(state, one), delta=one.delta
    )


def block(
    state: State, one: Explanation, line: Line | None, kind: CauseKind = CauseKind.BLOCK
) -> Cause:
    """A stretch of a line that was moved, or two rows or columns that changed places, by its kind.

    Of what changed places ``line`` is the first; None where that are two cells.
    """
    return Cause(
        kind,
        cited(state, one.mended),
        len(one.mended),
        Certainty.CERTAIN,
        suspects(state, one),
        line=line,
    )


def unit(state: State, found: Scaled) -> Cause:
    """A table in another unit: its figures, not 0, with the values that they stand for."""
    named = [place for place in found.places if state.values[place]]
    fits = [(state.graph.places[place], found.state.values[place]) for place in named]
    return Cause(
        CauseKind.UNIT,
        cited(state, found.mended),
        len(found.mended),
        Certainty.CERTAIN,
        tuple(
            Suspect(place, value, value, value, plain=True, slip=Slip.UNIT) for place, value in fits
        ),
        power=found.power,
    )


def grouped(state: State, broken: Collection[int]) -> Cause:
    """Relations that cannot all hold, for which nobody is accused."""
    return Cause(CauseKind.GROUP, cited(state, broken))


def cited(state: State, broken: Iterable[int]) -> tuple[Link, ...]:
    """The relations themselves, in document order, with all that say the same."""
    return tuple(one for number in sorted(broken) for one in state.graph.twins[number])


def suspects(state: State, one: Explanation) -> tuple[Suspect, ...]:
    """The figures that an explanation changes, those that follow last."""
    accused = [_suspect(state, fit) for fit in one.fits]
    following = [_suspect(state, fit, follows=True) for fit in one.following]
    return (*accused, *following)


def _suspect(state: State, fit: Fit, *, follows: bool = False) -> Suspect:
    place = state.graph.places[fit.place]
    return Suspect(place, fit.value, *fit.span, fit.plain, fit.slip, follows)


def certainty(state: State, one: Explanation, rivals: int) -> Certainty:
    """Through one relation and with no slip behind it, a value is at most possible."""
    slipped = one.fits[0].slip not in (Slip.NONE, Slip.DIGIT)
    alone = rivals == 1
    if len(one.mended) == 1:
        return Certainty.PROBABLE if slipped and alone else Certainty.POSSIBLE
    edges = _all_edges(state, one.mended)
    return Certainty.CERTAIN if alone and not edges else Certainty.PROBABLE


def _all_edges(state: State, broken: Iterable[int]) -> bool:
    relations = state.graph.relations
    return all(relations[number].standing is Standing.EDGE for number in broken)


def complete(state: State, causes: Sequence[Cause]) -> list[Cause]:
    """The causes, each with the edges that its change put right by the way, in document order."""
    numbers = {id(one): number for number, twins in enumerate(state.graph.twins) for one in twins}
    held = [{numbers[id(one)] for one in cause.relations} for cause in causes]
    for number in sorted((state.broken | state.odd).difference(*held)):
        places = {operand.place.key for operand in state.graph.relations[number].operands}
        owner = next((at for at, one in enumerate(causes) if places & _named(one)), None)
        if owner is None:
            causes, held = [*causes, grouped(state, [number])], [*held, {number}]
        else:
            held[owner].add(number)
    full = [
        replace(cause, relations=cited(state, those))
        for cause, those in zip(causes, held, strict=True)
    ]
    return sorted(full, key=lambda cause: cause.place.order)


def _named(cause: Cause) -> set[Hashable]:
    """The keys of the places that a cause would change."""
    every = [*cause.suspects, *(one for each in cause.alternatives for one in each)]
    return {suspect.place.key for suspect in every}
