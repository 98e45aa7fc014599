"""What the diagnosis reasons on: figures as whole numbers where they stand, linked by what must hold.

All values are whole numbers of *ticks*: 1 yuan, 1 percent and a count of 1 are ``SCALE`` ticks each,
whatever unit they were printed in. A tick is half a millionth, so that half of any printed last place
is a whole number too, and nothing is ever rounded on the way (see docs/numbers.md on rounding).
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from jslint.relation import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Hashable
    from decimal import Decimal

    from jslint.figures.figure import Figure

#: Ticks of one yuan, one percent, one thing counted.
SCALE = 2_000_000

#: Where a figure stands in a table: the table's key, its row and its column, counted from 0.
Cell: TypeAlias = tuple["Hashable", int, int]


class Axis(Enum):
    """Along what a relation runs: down a column, along a row, between tables, or in the text."""

    COLUMN = "column"
    ROW = "row"
    BETWEEN = "between"
    NARRATIVE = "narrative"


class Standing(Enum):
    """How a relation came out: an edge holds but for one last place, or is improbable."""

    HOLDS = "holds"
    EDGE = "edge"
    BROKEN = "broken"


class Spot(Struct, frozen=True, kw_only=True):
    """A figure where it is printed.

    ``key`` tells it from all others; ``order`` sorts by the document and is unique too. ``value``,
    ``quantum``, ``step`` and ``last`` (the value of the year before, where known) are in ticks;
    ``scale`` is the ticks of one printed unit. ``quantum`` is the last place that the figure was
    rounded at, 0 where it was not: a count, a blank cell. New values are multiples of ``step``, and
    rounded there unless the place is ``exact``. The places of one ``quantity`` should print the same.
    ``fixed`` places (a constant, a budget that only a rate implies) are never accused.
    """

    key: Hashable
    order: tuple[int, ...]
    text: str
    value: int
    quantum: int
    step: int
    scale: int = SCALE
    quantity: Hashable = None
    cell: Cell | None = None
    last: int | None = None
    negative: bool = False
    exact: bool = False
    fixed: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it is a cell in which nothing is printed."""
        return not self.value and not self.quantum and not self.exact and self.cell is not None


class Term(Struct, frozen=True):
    """A place in a relation; the weight is a whole number, negative for what is taken away."""

    place: Spot
    weight: int
    role: Role = Role.PART


class Link(Struct, frozen=True, kw_only=True):
    """A statement that a rule checked, and how it came out.

    ``slack`` is the largest residue that rounding explains, in ticks; None lets it be computed from
    the operands' quanta. ``given`` is what stands nowhere but adds to the operands, and ``room`` what
    its own rounding explains. ``key`` is the caller's own, to find the rule's words again.
    """

    rule: str
    kind: Kind
    operands: tuple[Term, ...]
    standing: Standing = Standing.HOLDS
    axis: Axis = Axis.NARRATIVE
    slack: int | None = None
    factor: int = 100
    given: int = 0
    room: int = 0
    key: Hashable = None


def ticks(value: Decimal) -> int:
    """A value in yuan, percent or things as ticks; ``ValueError`` where it is finer than they are."""
    scaled = value * SCALE
    whole = int(scaled)
    if scaled != whole:
        raise ValueError(f"{value} has more decimals than a relation can hold")
    return whole


def measured(figure: Figure, quantum: Decimal) -> tuple[int, int, int]:
    """The value, quantum and scale of a printed figure in ticks, at this last place of its unit."""
    scale = figure.unit.scale
    return ticks(figure.value * scale), *_scaled(quantum, scale)


@lru_cache(maxsize=256)
def _scaled(quantum: Decimal, scale: Decimal) -> tuple[int, int]:
    """A last place and its unit in ticks; a report has few of them."""
    return ticks(quantum * scale), ticks(scale)
