"""From broken relations to wrong figures: consistency-based diagnosis, the cheapest change first.

The method is worked out in docs/diagnosis.md: conflicts and their smallest changes, on intervals, so
that what rounding explains accuses nobody; what is found is mended before the next is looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from jslint.diagnosis import graph, state
from jslint.diagnosis.conflicts import conflicts
from jslint.diagnosis.explain import explain
from jslint.diagnosis.state import changed, restored, slackened
from jslint.diagnosis.verdict import complete, concluded, grouped
from jslint.relation import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jslint.diagnosis.cause import Cause
    from jslint.diagnosis.state import State
    from jslint.relation import Place, Relation

#: The report mended so far, and the causes found on the way.
Found: TypeAlias = "tuple[State, list[Cause]]"


def diagnose(relations: Sequence[Relation], places: Iterable[Place] = ()) -> tuple[Cause, ...]:
    """The causes of all relations that do not hold, in document order; nothing where all hold.

    ``relations`` are all that were checked: those that hold say which figures cannot be wrong.
    ``places`` may add figures that stand in no relation. Every relation that does not hold is in just
    one cause. The order in which things are given makes no difference.
    """
    if all(relation.standing is Standing.HOLDS for relation in relations):
        return ()
    return tuple(_diagnosed(state.start(graph.build(relations, places))))


def _diagnosed(strict: State) -> list[Cause]:
    odd = [grouped(strict, one) for one in conflicts(strict, strict.odd)]
    now, causes = settled(strict, strict.broken)
    now, found = _slackened(now)
    left = [grouped(now, one) for one in conflicts(now, now.broken)]
    return complete(strict, [*odd, *causes, *found, *left])


def _slackened(strict: State) -> Found:
    """What is left with broken ties one last place wider; then the edges that still stand."""
    wide = slackened(strict) if strict.broken else strict
    if wide.broken == strict.broken:
        return strict, []
    now, causes = settled(wide, wide.broken)
    tight = restored(now, wide, strict)
    done, found = settled(tight, tight.broken - now.broken)
    return done, causes + found


def settled(now: State, broken: Iterable[int]) -> Found:
    """Level one for each joined conflict, then for each plain conflict of it."""
    causes: list[Cause] = []
    for joined in conflicts(now, broken, joined=True):
        now, found = _settle(now, joined)
        if found is None:
            for plain in conflicts(now, joined):
                now, found = _settle(now, plain)
                causes += [found] if found else []
        else:
            causes.append(found)
    return now, causes


def _settle(now: State, broken: Sequence[int]) -> tuple[State, Cause | None]:
    found = explain(now, broken)
    if not found:
        return now, None
    return changed(now, found[0].changes), concluded(now, found, broken)
