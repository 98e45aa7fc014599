"""What a rule states about figures: a relation between the places where they are printed."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from jslint.document import Place, Text
    from jslint.figures.figure import Figure

#: Figures are reckoned with in ticks or, where it does not cost, as fractions.
Number = TypeVar("Number", int, "Fraction")


class Kind(Enum):
    """The form of a relation; each operand's part in it is said by its weight and role.

    ``LINEAR``: the weighted operands add up to 0, within what rounding allows. ``COUNT``: the same of
    things counted, exactly. ``EQUALITY``: two places state one value. ``ORDER``: the weighted operands
    add up to 0 or more. ``RATIO``: the rate is ``factor`` times the parts over the totals. ``GROWTH``:
    the rate is that of the part over the total (the base), less 100 %; or, where there is no total, of
    the derived change over the part (what it grew to) less the change. ``SIGN``: the operands, each
    with the sign of its weight, are all above 0, all below or all 0. ``IMPLIED``: what the parts, each
    with the rate or the change behind it, imply adds up to what the total with its own implies.
    """

    LINEAR = "linear"
    COUNT = "count"
    EQUALITY = "equality"
    ORDER = "order"
    RATIO = "ratio"
    GROWTH = "growth"
    SIGN = "sign"
    IMPLIED = "implied"

    @property
    def is_rate(self) -> bool:
        """Whether the relation binds a rate; such a one is weak, for it holds within wide ends."""
        return self in (Kind.RATIO, Kind.GROWTH)

    @property
    def is_reckoned(self) -> bool:
        """Whether one figure follows from the others; else they are only known to go together."""
        return self not in (Kind.SIGN, Kind.IMPLIED)


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


class Given(Struct, frozen=True):
    """A figure that the report does not print: a limit, a number of things, last year's report's."""

    figure: Figure
    weight: int = 1


class Blank(Struct, frozen=True):
    """A cell of a sum in which nothing is printed; its place is found when asked for."""

    text: Text
    weight: int = 1


class Relation(Struct, frozen=True):
    """What must hold between figures, whatever came of it; ``given`` are added to the operands.

    ``blanks`` add nothing and are no operands, but a figure may have been left out there.
    """

    kind: Kind
    operands: tuple[Operand, ...]
    factor: int = 100
    given: tuple[Given, ...] = ()
    blanks: tuple[Blank, ...] = ()

    @property
    def terms(self) -> list[tuple[int, Operand | Given]]:
        """All its figures with their weights, what is given last."""
        operands: list[tuple[int, Operand | Given]] = [(one.weight, one) for one in self.operands]
        return operands + [(one.weight, one) for one in self.given]

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its figures stand."""
        return tuple(operand.place for operand in self.operands)


def slack(kind: Kind, halves: Sequence[tuple[int, Number]]) -> Number:
    """The largest residue that rounding explains, of weights and half last places (0: not rounded).

    Two figures of one last place need no rounding to be equal.
    """
    nothing = halves[0][1] * 0
    if kind is Kind.EQUALITY and len({half for _, half in halves}) == 1:
        return nothing
    return sum([abs(weight) * half for weight, half in halves], nothing)


def is_edge(kind: Kind, residue: Number, halves: Sequence[tuple[int, Number]]) -> bool:
    """Whether a sum misses by no more than one last place besides what rounding explains."""
    if kind not in (Kind.LINEAR, Kind.EQUALITY):
        return False
    return abs(residue) <= slack(kind, halves) + 2 * max(half for _, half in halves)
