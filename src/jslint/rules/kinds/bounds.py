"""bounds: a figure of the narrative lies within the limits of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import AMOUNT
from jslint.claims.names import plain
from jslint.rules.bench import relate
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Bounds(Rule, frozen=True, kw_only=True):
    """Figures in ``unit`` whose subject ``subject`` matches lie from ``low`` to ``high``."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "subject": options.pattern,
        "unit": options.text,
        "low": options.integer,
        "high": options.integer,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "stated", "low", "high"})

    subject: re2._Regexp
    unit: str
    low: int
    high: int

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every such figure."""
        for claim in context.claims.claims:
            figure = claim.figure
            if claim.kind != AMOUNT or figure is None or figure.unit.name != self.unit:
                continue
            if self.subject.finds(plain(context.claims.topics[claim.topic].name)):
                yield conclude(self, context, self._found(claim, figure))

    def _found(self, claim: Claim, figure: Figure) -> Found:
        """A figure and the nearer of its ends."""
        above = 2 * figure.value > self.low + self.high
        end = relate.figure_of(self.high if above else self.low, figure.unit)
        relation = relate.bounded(claim, end, 1 if above else -1)
        if self.low <= figure.value <= self.high:
            return Kept((claim.place,), relation)
        ends = {"low": str(self.low), "high": str(self.high)}
        values = {"stated": words.printed(figure), **ends}
        return Fault(claim=claim, relation=relation, values=values, expected="")
