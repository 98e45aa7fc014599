"""How a document prints its numbers: the last place it usually keeps."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.figures.figure import Figure

#: The share of a unit's figures with decimals that must keep the same last place.
_PREVAILS = Decimal("0.6")


class Style(Struct, frozen=True):
    """The prevailing quantum of each unit, where one prevails."""

    quanta: dict[str, Decimal] = {}

    def quantum(self, figure: Figure) -> Decimal:
        """The quantum of a figure, taking it that trailing zeros were dropped."""
        return min(figure.quantum, self.quanta.get(figure.unit.name, figure.quantum))


def style_of(figures: Iterable[Figure]) -> Style:
    """Find the prevailing quantum of each unit among figures that print decimals."""
    counts: dict[str, Counter[Decimal]] = {}
    for figure in figures:
        if figure.quantum < 1:
            counts.setdefault(figure.unit.name, Counter())[figure.quantum] += 1
    quanta = {}
    for unit, counter in counts.items():
        quantum, seen = counter.most_common(1)[0]
        if seen >= _PREVAILS * counter.total():
            quanta[unit] = quantum
    return Style(quanta)
