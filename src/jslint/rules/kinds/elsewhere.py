"""elsewhere: what a report has one of is the same wherever its sections state it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names
from jslint.figures.figure import Dimension
from jslint.figures.verdict import linear
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Elsewhere(Rule, frozen=True, kw_only=True):
    """Amounts and counts of this year that ``names`` finds agree in all sections of the narrative.

    Each pattern is one quantity, whatever stands around the words that it finds in a subject with
    its unit: 事业收入（万元）. Statements for a level or a part of the bodies, of what is not the whole
    year, or whose subject is carried over from another sentence are left out, and so is what one
    section says twice.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"names": options.patterns}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "here", "there"})

    names: tuple[re2._Regexp, ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every statement of a quantity with the first one in another section."""
        claims = context.claims
        rows: dict[int, list[Claim]] = {}
        for claim in claims.claims:
            if near.states(claims, claim) and (which := self._which(claims, claim)) is not None:
                rows.setdefault(which, []).append(claim)
        for row in rows.values():
            for other in row[1:]:
                if other.path[:2] != row[0].path[:2]:
                    yield conclude(self, context, _compare(context, row[0], other))

    def _which(self, claims: Claims, claim: Claim) -> int | None:
        """The pattern that finds the subject of a claim and its unit."""
        assert claim.figure is not None
        counted = claim.figure.unit
        unit = "万元" if counted.dimension is Dimension.AMOUNT else counted.name
        subject = f"{names.plain(claims.topics[claim.topic].name)}（{unit}）"
        return next((at for at, one in enumerate(self.names) if one.finds(subject)), None)


def _compare(context: Context, first: Claim, other: Claim) -> Found:
    assert first.figure is not None
    assert other.figure is not None
    result = linear([(1, other.figure)], first.figure, context.style.quantum)
    relation = relate.same(first, other)
    if result.verdict.holds:
        return Kept(relation.places, relation)
    return Fault(
        claim=other,
        others=(first,),
        relation=relation,
        figures=(first.place, other.place),
        result=result,
        notes=(),
        expected=near.printed(first),
        values={"here": words.tail(other.excerpt), "there": words.tail(first.excerpt)},
    )
