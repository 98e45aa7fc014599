"""Named quantities and every place where a report states them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jslint.claims.model import ACTUAL, AMOUNT
from jslint.claims.names import plain
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.document import Place, Section
    from jslint.figures.figure import Figure


@dataclass(frozen=True, slots=True)
class Where:
    """Where a quantity is stated in the narrative.

    ``section`` is searched in the headings above (empty: anywhere), ``subject`` must match the
    topic's name from end to end (spaces, quotes and 、 removed, brackets half-width); ``unit`` is a
    printed unit, or ``money`` for any amount.
    """

    subject: re2._Regexp
    section: re2._Regexp | None = None
    measure: str = ACTUAL
    unit: str = "money"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that a pack names."""

    name: str
    label: str
    stated: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One place that states a quantity, with the figure printed there."""

    figure: Figure
    place: Place
    excerpt: str
    path: tuple[Section, ...]


Facts = dict[str, tuple[Statement, ...]]


def bind(quantities: Iterable[Quantity], claims: Claims) -> Facts:
    """Find every statement of each quantity, in reading order."""
    amounts = [claim for claim in claims.claims if claim.kind == AMOUNT]
    names = {topic.index: plain(topic.name) for topic in claims.topics}
    return {
        quantity.name: tuple(
            Statement(claim.figure, claim.place, claim.excerpt, claim.path)
            for claim in amounts
            if claim.figure and any(_states(where, claim, names) for where in quantity.stated)
        )
        for quantity in quantities
    }


def _states(where: Where, claim: Claim, names: Mapping[int, str]) -> bool:
    assert claim.figure is not None
    unit = claim.figure.unit
    counted = "money" if unit.dimension is Dimension.AMOUNT else unit.name
    return (
        counted == where.unit
        and claim.measure.startswith(where.measure)
        and where.subject.fullmatch(names[claim.topic]) is not None
        and (
            where.section is None
            or any(where.section.search(section.heading.value) for section in claim.path)
        )
    )
