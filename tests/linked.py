"""Places and relations by hand, in ticks: the smallest reports that the diagnosis can be tried on."""

from __future__ import annotations

from itertools import count as numbers
from typing import TYPE_CHECKING

from jslint.diagnosis.model import Axis, Link, Spot, Standing, Term
from jslint.relation import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.diagnosis.explain import Explanation
    from jslint.diagnosis.state import State

BROKEN, HOLDS = Standing.BROKEN, Standing.HOLDS
#: Outside of all tables, numbered behind all cells.
OUTSIDE = numbers(1000)


def spot(key: int, value: int, cell: tuple[str, int, int] | None = None, *, half: int = 0) -> Spot:
    """A figure in ticks, by key in document order; ``half`` is half of its last place."""
    return Spot(
        key=key,
        order=(key,),
        text=str(value),
        value=value,
        quantum=2 * half,
        step=max(1, 2 * half),
        cell=cell,
        exact=not half,
    )


def link(
    kind: Kind, terms: Iterable[tuple[Spot, int]], standing: Standing, axis: Axis = Axis.BETWEEN
) -> Link:
    """A relation, whose first operand is what the others add up to."""
    roles = (Role.TOTAL if not at else Role.PART for at in numbers())
    operands = tuple(Term(one, weight, role) for (one, weight), role in zip(terms, roles))
    return Link(rule="X", kind=kind, operands=operands, standing=standing, axis=axis)


def tie(one: Spot, value: int, *, half: int = 0, standing: Standing | None = None) -> Link:
    """A cell that should be what stands outside of the table too."""
    other = spot(next(OUTSIDE), value, half=half)
    how = standing or (HOLDS if one.value == value else BROKEN)
    return link(Kind.EQUALITY, [(one, 1), (other, -1)], how)


def adds(total: Spot, *parts: Spot, axis: Axis = Axis.COLUMN, standing: Standing = HOLDS) -> Link:
    return link(Kind.LINEAR, [(total, -1), *((part, 1) for part in parts)], standing, axis)


def of(state: State, keys: Iterable[int]) -> list[int]:
    """The numbers of places by their keys."""
    numbered = {place.key: number for number, place in enumerate(state.graph.places)}
    return [numbered[key] for key in keys]


def values(state: State, one: Explanation) -> dict[object, int]:
    """The new values of an explanation, by the places' keys."""
    return {state.graph.places[place].key: value for place, value in one.changes.items()}
