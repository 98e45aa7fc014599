"""What a rule states about figures: a relation between the places where they are printed."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from jslint.document import Place
    from jslint.figures.figure import Figure


class Kind(Enum):
    """The form of a relation; each operand's part in it is said by its weight and role.

    ``LINEAR``: the weighted operands add up to 0, within what rounding allows. ``COUNT``: the same of
    things counted, exactly. ``EQUALITY``: two places state one value. ``ORDER``: the weighted operands
    add up to 0 or more. ``RATIO``: the rate is ``factor`` times the parts over the totals. ``GROWTH``:
    the rate is that of the part over the total (the base), less 100 %; or, where there is no total, of
    the derived change over the part (what it grew to) less the change.
    """

    LINEAR = "linear"
    COUNT = "count"
    EQUALITY = "equality"
    ORDER = "order"
    RATIO = "ratio"
    GROWTH = "growth"

    @property
    def is_rate(self) -> bool:
        """Whether the relation binds a rate; such a one is weak, for it holds within wide ends."""
        return self in (Kind.RATIO, Kind.GROWTH)


class Role(Enum):
    """What an operand is to its relation: a change is ``DERIVED``, a rate is computed as well."""

    TOTAL = "total"
    PART = "part"
    RATE = "rate"
    DERIVED = "derived"


class Operand(Struct, frozen=True):
    """A figure in a relation, and where it stands.

    The weight is a whole number, negative for what is taken away. A blank cell has a figure of 0.
    """

    place: Place
    figure: Figure
    weight: int = 1
    role: Role = Role.PART


class Relation(Struct, frozen=True):
    """What must hold between figures, whatever came of it."""

    kind: Kind
    operands: tuple[Operand, ...]
    factor: int = 100

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its figures stand."""
        return tuple(operand.place for operand in self.operands)
