"""From broken relations to wrong figures: consistency-based diagnosis, the cheapest change first.

Conflicts and their smallest changes, on intervals, so that what rounding explains accuses nobody;
what is found is mended before the next is looked for. Roots: Reiter's diagnosis from first principles
(conflicts, minimal hitting sets), error localisation in statistical editing (Fellegi and Holt: the
fewest fields to change so that all edits hold), peeling decoders of erasure codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from jslint.diagnosis import chains, exchanges, graph, lines, several, shifts, state, units
from jslint.diagnosis.conflicts import conflicts
from jslint.diagnosis.explain import explain
from jslint.diagnosis.model import Standing
from jslint.diagnosis.state import changed, restored, slackened
from jslint.diagnosis.verdict import (
    block,
    complete,
    concluded,
    grouped,
    together,
    unit,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from jslint.diagnosis.cause import Cause, Line
    from jslint.diagnosis.explain import Explanation
    from jslint.diagnosis.model import Link, Spot
    from jslint.diagnosis.several import Memory
    from jslint.diagnosis.state import State
    from jslint.diagnosis.units import Scaled

#: The report mended so far, and the causes found on the way.
Found: TypeAlias = "tuple[State, list[Cause]]"

#: How many cells of a line must ask for it to be tried as moved: before single figures, and after.
_MANY, _FEW = 3, 2
#: A conflict of more relations than these, which no single change explains, is grouped.
_MOST = 200
#: Nor is one looked into whose relations hold more figures than these together: 60 shares, say, each of
#: which all others contradict. What it takes grows with the cube of them.
_MOST_TERMS = 8_000


def diagnose(relations: Sequence[Link], places: Iterable[Spot] = ()) -> tuple[Cause, ...]:
    """The causes of all relations that do not hold, in document order; nothing where all hold.

    ``relations`` are all that were checked: those that hold say which figures cannot be wrong.
    ``places`` may add figures that stand in no relation. Every relation that does not hold is in just
    one cause. The order in which things are given makes no difference.
    """
    if all(relation.standing is Standing.HOLDS for relation in relations):
        return ()
    return tuple(_diagnosed(state.start(graph.build(relations, places))))


def _diagnosed(strict: State) -> list[Cause]:
    causes = [grouped(strict, one) for one in conflicts(strict, strict.odd)]
    now = strict
    for step in (_units, _exchanged, _many, _led, _singles, _rest):
        if now.broken:
            now, found = step(now)
            causes += found
    return complete(strict, shifts.merged(strict.graph, causes))


def _units(now: State) -> Found:
    """Every table that is printed in another unit, as others or its own rounding tell."""
    now, joined = _scaled(now, units.rescaled)
    now, alone = _scaled(now, units.rounded)
    return now, [*joined, *alone]


def _scaled(now: State, seek: Callable[[State], Scaled | None]) -> Found:
    causes: list[Cause] = []
    while (found := seek(now)) is not None:
        causes.append(unit(now, found))
        now = found.state
    return now, causes


def _exchanged(now: State) -> Found:
    """Cells, rows and columns that changed places, as far as they are found."""
    causes: list[Cause] = []
    while now.broken and (found := exchanges.exchanged(now)) is not None:
        one, line = found
        causes.append(block(now, one, line, one.kind))
        now = changed(now, one.changes)
    return now, causes


def _many(now: State) -> Found:
    return _blocks(now, lambda state: lines.moved(state, _MANY))


def _led(now: State) -> Found:
    return _blocks(now, lines.led)


def _blocks(now: State, seek: Callable[[State], tuple[Explanation, Line] | None]) -> Found:
    """Every stretch of a line that was moved, as far as they are found."""
    causes: list[Cause] = []
    while (found := seek(now)) is not None:
        one, line = found
        causes.append(block(now, one, line))
        now = changed(now, one.changes)
        now = replace(now, broken=now.broken - one.mended)
    return now, causes


def _singles(now: State) -> Found:
    return settled(now, now.broken)


def _rest(strict: State) -> Found:
    """What single figures do not explain, with broken ties one last place wider; then their edges."""
    now = wide = slackened(strict)
    causes: list[Cause] = []
    for step in (_singles, _few, _chained, _solved):
        if now.broken and (step is not _singles or wide.broken != strict.broken):
            now, found = step(now)
            causes += found
    tight = restored(now, wide, strict)
    done, found = settled(tight, tight.broken - now.broken)
    left = [grouped(done, one) for one in conflicts(done, done.broken)]
    return done, [*causes, *found, *left]


def settled(now: State, broken: Iterable[int]) -> Found:
    """Level one for each joined conflict, then for each plain conflict of what is left of it."""
    causes: list[Cause] = []
    for joined in conflicts(now, broken, joined=True):
        # What explains one conflict may mend relations of the next by the way.
        now, found = _settle(now, joined)
        if found is None:
            now, spread = _spread(now, joined)
            causes += spread
            for plain in conflicts(now, now.broken.intersection(joined)):
                now, found = _settle(now, plain)
                causes += [found] if found else []
        else:
            causes.append(found)
    return now, causes


def _spread(now: State, joined: Iterable[int]) -> Found:
    """Quantities that join parts of a conflict which, but for another fault, they would explain."""
    causes: list[Cause] = []
    while len(parts := conflicts(now, now.broken.intersection(joined))) > 1:
        one = several.spread(now, parts)
        if one is None:
            break
        causes.append(concluded(now, [one], one.mended))
        now = changed(now, one.changes)
    return now, causes


def _settle(now: State, conflict: Iterable[int]) -> tuple[State, Cause | None]:
    broken = sorted(now.broken.intersection(conflict))
    found = explain(now, broken) if broken else []
    if not found:
        return now, None
    return changed(now, found[0].changes), concluded(now, found, broken)


def _few(now: State) -> Found:
    return _blocks(now, lambda state: lines.moved(state, _FEW))


def _chained(now: State) -> Found:
    """A chain that explains all that is left, or one for each conflict."""
    causes: list[Cause] = []
    parts = conflicts(now, now.broken)
    for broken in [sorted(now.broken), *parts] if len(parts) > 1 else parts:
        if now.broken.issuperset(broken):
            found = chains.chains(now, broken)
            if found:
                causes.append(concluded(now, found, broken))
                now = changed(now, found[0].changes)
    return now, causes


def _solved(now: State) -> Found:
    """What is left: explained, peeled, searched, forced, one after the other, until nothing moves."""
    causes: list[Cause] = []
    memory: Memory = {}
    waiting = [one for one in conflicts(now, now.broken) if _is_small(now, one)]
    while waiting:
        broken = sorted(now.broken.intersection(waiting.pop(0)))
        after, found = _solve(now, broken, memory) if broken else (now, [])
        if after is not now:
            several.forget(now, after.fixed - now.fixed, memory)
            waiting = conflicts(after, after.broken.intersection(broken)) + waiting
            now = after
            causes += found
    return now, causes


def _is_small(now: State, conflict: Collection[int]) -> bool:
    """Whether a conflict can be looked into in bounded time."""
    terms = sum(len(now.graph.terms[number]) for number in conflict)
    return len(conflict) <= _MOST and terms <= _MOST_TERMS


def _solve(now: State, broken: Sequence[int], memory: Memory) -> Found:
    """The next change of one conflict, or the set of changes that ends it."""
    after, cause = _settle(now, broken)
    if cause is not None:
        return after, [cause]
    one = several.peeled(now, broken, memory)
    if one is None:
        sets = several.searched(now, broken)
        if sets:
            for each in sets[0]:
                after = changed(after, each.changes)
            return after, together(now, sets, broken)
        one = several.forced(now, broken)
    if one is None:
        return now, []
    return changed(now, one.changes), [concluded(now, [one], one.mended)]
