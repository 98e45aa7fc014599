"""tally: a stated number of things equals the things listed beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Count(Rule, frozen=True, kw_only=True):
    """A count is the number of things that its list names; 和 may join two or stand in a name."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "stated", "listed", "list"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every stated count with its list."""
        for tally in context.claims.tallies:
            claim = context.claims.claims[tally.claim]
            assert claim.figure is not None
            place = tally.text.at(tally.start, tally.end)
            if tally.least <= claim.figure.value <= tally.most:
                yield Holds(self.entry.id, (claim.place, place))
                continue
            listed = tally.text.value[tally.start : tally.end]
            yield self.diagnose(
                context,
                claim.place,
                path=claim.path,
                excerpt=claim.excerpt,
                expected=f"{tally.least}{claim.figure.unit.name}",
                actual=words.printed(claim.figure),
                related=(Related(place, listed),),
                figures=(claim.place, place),
                subject=context.claims.topics[claim.topic].name,
                stated=words.printed(claim.figure),
                listed=str(tally.least),
                list=words.tail(listed, 40),
            )
