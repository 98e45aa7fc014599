"""What a report has to be summed up with others, and what can be found of the sum."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import NOWHERE, Place

if TYPE_CHECKING:
    from decimal import Decimal

    from jslint.figures.figure import Figure

#: What a figure is beside the money that units of one department pay each other: a figure without any,
#: such money received or paid, a total with it, one of which nobody knows how much of it is in it.
PLAIN, RECEIVED, PAID, CARRIER, LOOSE = ROLES = ("", "received", "paid", "carrier", "loose")


class Role(Struct, frozen=True):
    """What a figure is of ``ROLES``; ``pair`` tells one kind of transfer from another.

    ``down`` says that the table lists transfers in its rows, so that a total is one of its column.
    """

    kind: str = PLAIN
    pair: int = 0
    down: bool = False


NO_ROLE = Role()


class Addend(Struct, frozen=True):
    """A figure of one report; ``key`` tells what it is of: the table or quantity, the column, the row.

    ``figure`` is None for a blank cell. ``label`` is what a reader calls it. ``optional`` says that a
    report without it has nothing of it, as of an account that it does not use.
    """

    key: tuple[str, str, str]
    figure: Figure | None
    label: str
    place: Place = NOWHERE
    optional: bool = False
    role: Role = NO_ROLE


class Share(Struct, frozen=True):
    """What one report has of all that a rule sums up; ``parts`` are the columns that it prints."""

    rule: str
    parts: frozenset[tuple[str, str]] = frozenset()
    addends: tuple[Addend, ...] = ()


class Party(Struct, frozen=True):
    """A department, or one of its units, with what its report has; ``path`` is the report's."""

    name: str
    path: str
    shares: tuple[Share, ...] = ()


class Part(Struct, frozen=True):
    """What one unit prints of a figure; ``weight`` is how often the department seems to count it."""

    unit: int
    addend: Addend
    weight: int = 1


class Cell(Struct, frozen=True):
    """A figure of the department and those of its units.

    ``unknown`` are the units of which nobody knows what they have of it.
    """

    rule: str
    addend: Addend
    total: Figure
    parts: tuple[Part, ...] = ()
    unknown: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is of."""
        return self.addend.key


class Judged(Struct, frozen=True):
    """A cell, and by how much the department prints more than its units together (yuan; less: below 0).

    ``bound`` is the largest difference that rounding explains, ``less`` how much less is right too.
    """

    cell: Cell
    difference: Fraction
    bound: Fraction
    less: Fraction = Fraction(0)
    single: bool = False

    @property
    def is_broken(self) -> bool:
        """Whether neither rounding nor what units pay each other explains the difference."""
        over, under = self.difference, -self.difference - self.less
        worst = max(over, under)
        return worst > self.bound or (self.single and worst == self.bound and worst > 0)


#: What can be found: a figure that is no sum; a unit left out or counted twice; one whose report is
#: not there; transfers that are more than the units print, or not taken away on both sides alike.
FIGURE, OMITTED, DOUBLED, ABSENT, EXCESS, UNEVEN = (
    "figure", "omitted", "doubled", "absent", "excess", "uneven",
)  # fmt: skip


class Finding(Struct, frozen=True):
    """Something found wrong between a department and its units.

    ``cells`` show it, the most telling first. ``units`` are those that are to blame, or whose figure in
    the first cell is just the difference (``times`` -1: left out, 1: counted twice). ``amounts`` are what
    was taken away as received and as paid, where these are not even.
    """

    kind: str
    cells: tuple[Judged, ...]
    units: tuple[int, ...] = ()
    times: int = 0
    amounts: tuple[Fraction, ...] = ()

    @property
    def rule(self) -> str:
        """The rule that is broken."""
        return self.cells[0].cell.rule


class Transfer(Struct, frozen=True):
    """What units pay each other of one kind: the sums that they print, and how much was taken away.

    ``received`` and ``paid`` are the units' sums in yuan, ``cancelled`` of each what the department
    prints less. ``like`` shows the unit to say it in; the labels are those of the largest cells.
    """

    pair: int
    label: str
    like: Figure
    received: Fraction
    paid: Fraction
    cancelled: tuple[Fraction, Fraction]

    @property
    def is_added(self) -> bool:
        """Whether the department may hold it twice: added up, and not taken away."""
        return not any(self.cancelled) and bool(self.received and self.paid)


class Outcome(Struct, frozen=True):
    """All that came of a department: what is wrong, what holds, and what could not be compared."""

    findings: tuple[Finding, ...] = ()
    holding: int = 0
    unknown: tuple[Cell, ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()
    transfers: tuple[Transfer, ...] = ()


def yuan(figure: Figure) -> Decimal:
    """The printed value in yuan, or as counted."""
    return figure.value * figure.unit.scale
