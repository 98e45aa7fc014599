"""points: what a rate has moved by, in percentage points, is the difference of two rates beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims import cues, names
from jslint.figures.figure import Dimension, find, fold
from jslint.patterns import regex
from jslint.rules.bench import differing, near
from jslint.rules.bench.cases import conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.document import Place
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Case
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: Where the part of a sentence ends that tells of one rate, and how far it is looked for.
_ENDS, _LONGEST = regex("[。；;]"), 200
_PERCENT = "%"
_PAIR = 2


class _Rate(Struct, frozen=True):
    """A rate of the text, with the words before it since the last figure."""

    figure: Figure
    place: Place
    lead: str

    @property
    def excerpt(self) -> str:
        """Its words."""
        return self.figure.text

    @property
    def year(self) -> int:
        """The year that its words name; 0 for none."""
        return names.year(self.lead) or 0


class Points(Rule, frozen=True, kw_only=True):
    """A rate moved by as many percentage points as it is now above or below what it was.

    Both rates stand in the same part of a sentence, which states no other rate but growth and no other
    points. One is of the year before, as ``former`` words before it say or the earlier of two years; the
    words before the second are ``further`` ones, so that it is of nothing else than the first.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "former": options.pattern,
        "further": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "current", "base", "formula", "difference", "note"}
    )

    former: re2._Regexp
    further: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every number of percentage points that something is said to have moved by."""
        for claim in context.claims.claims:
            if claim.figure is None or claim.figure.unit.dimension is not Dimension.POINT:
                continue
            turn = cues.TURN.search(fold(near.lead(context.claims, claim)))
            sign = cues.direction(turn["word"]) if turn and not turn["choice"] else None
            case = self._case(claim, sign) if sign else None
            if case is not None:
                yield conclude(self, context, case)

    def _case(self, claim: Claim, sign: int) -> Case | None:
        """The points beside both rates; None where these are not just two of one thing."""
        rates = _levels(claim)
        if len(rates) != _PAIR or not self.further.matches(rates[1].lead):
            return None
        before, now = self._ordered(rates)
        return None if before is None else differing.case(claim, now, before, sign)

    def _ordered(self, rates: Sequence[_Rate]) -> tuple[_Rate | None, _Rate]:
        """The rate of the year before and that of this one; None for the former where it is not said."""
        one, other = rates
        if one.year and other.year:
            return (one, other) if one.year < other.year else (other, one)
        of_before = [rate for rate in rates if self.former.finds(rate.lead)]
        if len(of_before) != 1:
            return None, one
        return (one, other) if of_before[0] is one else (other, one)


def _levels(claim: Claim) -> list[_Rate]:
    """The rates in the part of a sentence around a claim that something came to; none beside other points."""
    text, around = claim.text.value, _part(claim)
    rates: list[_Rate] = []
    last = around.start
    for found in find(fold(text[around.start : around.stop])):
        start, end = around.start + found.start, around.start + found.end
        lead, last = fold(text[last:start]), end
        unit = found.figure.unit
        if unit.dimension is Dimension.POINT and start != claim.start:
            return []
        turned = cues.TURN.search(lead) is not None and cues.NEW_LEVEL.search(lead) is None
        if unit.name == _PERCENT and not turned:
            rates.append(_Rate(found.figure, claim.text.at(start, end), lead))
    return rates


def _part(claim: Claim) -> range:
    """The stretch of its sentence between stops and semicolons in which a claim stands."""
    text, first = claim.text.value, max(0, claim.start - _LONGEST)
    before, behind = text[first : claim.start], text[claim.end : claim.end + _LONGEST]
    starts = [match.end() for match in _ENDS.finditer(before)]
    end = _ENDS.search(behind)
    return range(
        first + (starts[-1] if starts else 0),
        claim.end + (end.start() if end else len(behind)),
    )
