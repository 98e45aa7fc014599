"""tally: a stated number of things equals the things listed beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Related
from jslint.rules.bench import relate
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claims, Tally
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Count(Rule, frozen=True, kw_only=True):
    """A count is the number of things that its list names; 和 may join two or stand in a name."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "stated", "listed", "list"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every stated count with its list."""
        for tally in context.claims.tallies:
            yield conclude(self, context, _found(context.claims, tally))


def _found(claims: Claims, tally: Tally) -> Found:
    claim = claims.claims[tally.claim]
    assert claim.figure is not None
    place = tally.text.at(tally.start, tally.end)
    if tally.least <= claim.figure.value <= tally.most:
        relation = relate.counted(claim, int(claim.figure.value))
        return Kept((claim.place, place), relation)
    listed = tally.text.value[tally.start : tally.end]
    return Fault(
        claim=claim,
        others=(Related(place, listed),),
        relation=relate.counted(claim, tally.least),
        figures=(claim.place, place),
        expected=f"{tally.least}{claim.figure.unit.name}",
        values={
            "stated": words.printed(claim.figure),
            "listed": str(tally.least),
            "list": words.tail(listed, 40),
        },
    )
