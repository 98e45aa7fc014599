"""What the diagnosis finds: a cause for some broken relations, and the figures to mend."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.diagnosis.slips import Slip

if TYPE_CHECKING:
    from collections.abc import Hashable

    from jslint.diagnosis.model import Link, Spot


class CauseKind(Enum):
    """What went wrong.

    One place; one quantity at all places that print it alike; an amount and what was computed from
    it; a cell and the totals above it; a stretch of a line moved by one; two cells, rows or columns
    that changed places; a table's unit. Or what is open: several explanations (``AMBIGUOUS``), or none (``GROUP``).
    """

    PLACE = "place"
    QUANTITY = "quantity"
    FOLLOWER = "follower"
    CHAIN = "chain"
    BLOCK = "block"
    EXCHANGE = "exchange"
    UNIT = "unit"
    AMBIGUOUS = "ambiguous"
    GROUP = "group"


class Certainty(Enum):
    """How far a cause can be trusted; an open one accuses nobody."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    OPEN = "open"


class Suspect(Struct, frozen=True):
    """A figure that should be changed, and into what, in ticks.

    ``value`` is the likeliest, ``low`` to ``high`` are all that fit; ``plain`` says that the likeliest
    alone need be named. ``follows`` marks a figure that was computed from the wrong one.
    """

    place: Spot
    value: int
    low: int
    high: int
    plain: bool = False
    slip: Slip = Slip.NONE
    follows: bool = False


class Line(Struct, frozen=True):
    """A stretch of a table's column or row, from one index to another, both included.

    ``by`` is how many cells it was printed further down or right than it should be.
    """

    table: Hashable
    is_column: bool
    at: int
    first: int
    last: int
    by: int

    @property
    def lost(self) -> int:
        """The index of the cell whose value no other cell prints, since what came there was too much."""
        return self.last if self.by > 0 else self.first


class Cause(Struct, frozen=True):
    """One finding: what it explains, and what would mend it.

    ``relations`` are the broken relations that it explains; each is in just one cause. ``mended`` is
    how many different statements hold after the change (two rules may make the same). ``suspects`` are accused. ``alternatives`` are explanations that are equally good,
    each of which is enough; what they have in common is accused. ``rivals`` are
    those that are less likely than the accused, and possible all the same. ``line`` belongs to a block, or is the first of two that changed places, ``delta``
    (ticks too many) to a chain, ``power`` (of ten, by which the table must be multiplied) to a unit.
    """

    kind: CauseKind
    relations: tuple[Link, ...]
    mended: int = 0
    certainty: Certainty = Certainty.OPEN
    suspects: tuple[Suspect, ...] = ()
    alternatives: tuple[tuple[Suspect, ...], ...] = ()
    line: Line | None = None
    delta: int | None = None
    power: int | None = None
    rivals: tuple[tuple[Suspect, ...], ...] = ()

    @property
    def place(self) -> Spot:
        """Where to show it: at the first figure that is accused, else named, else concerned."""
        named = self.suspects or tuple(one for each in self.alternatives for one in each)
        places = [one.place for one in named] or [
            one.place for relation in self.relations for one in relation.operands
        ]
        return min(places, key=lambda place: place.order)
