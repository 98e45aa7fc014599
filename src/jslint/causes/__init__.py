"""From what the rules found to findings: one slip, one finding, at the figure that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.diagnostic import Diagnostic, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.diagnostic import Broken, Outcome
    from jslint.document import Place
    from jslint.rules.ground.context import Context


def diagnostics(context: Context, outcomes: Sequence[Outcome]) -> list[Broken]:
    """The diagnostics of some outcomes, those about related figures by their common causes.

    Every broken relation is in some diagnostic; what has none is as its rule gave it.
    """
    given = {n: one for n, one in enumerate(outcomes) if isinstance(one, Diagnostic)}
    broken = {
        number: one
        for number, one in given.items()
        if one.relation and one.relation.kind.is_reckoned and one.severity is not Severity.INFO
    }
    if not broken:
        return list(given.values())
    from jslint.causes.findings import found  # noqa: PLC0415 - most reports break nothing

    explained = found(context, outcomes, broken)
    told = {number for numbers, _ in explained for number in numbers}
    # The readings have told what they could, and a result is kept.
    rest = [replace(one, readings=()) for number, one in given.items() if number not in told]
    return _with_own([one for _, one in explained], rest)


def _with_own(explained: Sequence[Broken], rest: Sequence[Broken]) -> list[Broken]:
    """Both, but what an accused figure alone explains goes with the cause that accuses it.

    That is what is said of this figure alone (half a person), and what it stands in that no value can
    be reckoned from (directions, bases that rates imply). Where a cause accuses none of several
    figures, it goes with what one of them stands in.
    """
    accused = {
        place: at for at, one in reversed(list(enumerate(explained))) for place in _suspected(one)
    }
    every, left = list(explained), []
    for one in rest:
        at = next((accused[place] for place in _own(one) if place in accused), None)
        if at is None:
            left.append(one)
        elif one.rule != every[at].rule and one.rule not in every[at].also:
            every[at] = replace(every[at], also=(*every[at].also, one.rule))
        if at is not None and one.relation is not None:
            figures = dict.fromkeys((*every[at].figures, *one.figures))
            related = (*every[at].related, Related(one.place, one.message))
            gravest = max((one, every[at]), key=lambda each: each.severity.rank).severity
            every[at] = replace(
                every[at], severity=gravest, figures=tuple(figures), related=related
            )
    return [*every, *left]


def _suspected(one: Broken) -> tuple[Place, ...]:
    """The figures of which a cause says that one is wrong."""
    if one.cause is None:
        return ()
    if not one.cause.suspects:
        return (one.place, *one.figures)
    return (one.place, *(each.place for each in one.cause.suspects))


def _own(one: Broken) -> tuple[Place, ...]:
    """The figures of which one that is accused explains what is said."""
    if one.relation is None:
        return one.figures if len(one.figures) == 1 else ()
    return () if one.relation.kind.is_reckoned else (*one.figures, *one.relation.places)
