"""direction: words of increase and decrease agree with each other and with the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import CHANGE, FLAT, GROWTH, ORDER, PRIOR, Claim
from jslint.diagnostic import Holds
from jslint.rules.bench import near
from jslint.rules.bench.rates import change_for
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: The largest rate of change, in percent, that is still about level (基本持平).
_ABOUT = 5


class Direction(Rule, frozen=True, kw_only=True):
    """An amount that rises has a rate that rises; 持平 stands beside no change but zero.

    A negative figure after a word of decrease is a double negative; 比上年减少的主要原因 explains a
    decrease. 基本持平 may stand beside a change of a few percent.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "one", "other"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare each rate with its change, each 持平 and each explained turn with those beside."""
        claims = context.claims
        for claim in claims.claims:
            if claim.kind == GROWTH:
                change = change_for(claims, claim)
                if change and None not in (change.direction, claim.direction):
                    yield self._compare(context, change, claim)
            elif claim.kind == CHANGE and claim.figure and claim.figure.value < 0:
                yield self._against(context, claim, claim)
            elif claim.kind == FLAT:
                yield from self._flat(context, claim)
            elif claim.kind == ORDER and claim.measure.startswith(PRIOR):
                yield from self._explained(context, claim)

    def _compare(self, context: Context, change: Claim, growth: Claim) -> Outcome:
        if change.direction == growth.direction:
            return Holds(self.entry.id, (change.place, growth.place))
        return self._against(context, change, growth)

    def _explained(self, context: Context, claim: Claim) -> Iterator[Outcome]:
        for change in _beside(context, claim, CHANGE)[:1]:
            if change.direction is not None:
                yield self._compare(context, change, claim)

    def _flat(self, context: Context, claim: Claim) -> Iterator[Outcome]:
        about = "基本" in claim.text.value[claim.start : claim.end]
        beside = [
            other
            for kind in ((GROWTH,) if about else (CHANGE, GROWTH))
            for other in _beside(context, claim, kind)
            if abs(other.index - claim.index) <= 3  # noqa: PLR2004 - one sentence
        ]
        for other in (
            [] if about else context.claims.before(claim, claim.topic, ORDER, claim.measure)
        ):
            if claim.index - other.index > 1:
                break
            if other.direction:
                yield self._against(context, other, claim)
                return
        for other in beside:
            assert other.figure is not None
            if abs(other.figure.exact()) > (_ABOUT if about else 0):
                yield self._against(context, other, claim)
        if not beside:
            yield self.unchecked(context, "no-last-year", claim.place, what=claim.excerpt)

    def _against(self, context: Context, one: Claim, other: Claim) -> Outcome:
        return self.diagnose(
            context,
            other.place,
            path=other.path,
            excerpt=other.excerpt,
            related=near.related(one),
            figures=(one.place, other.place),
            subject=context.claims.topics[other.topic].name,
            one=_words(one),
            other=_words(other),
        )


def _beside(context: Context, claim: Claim, kind: str) -> list[Claim]:
    """The figures of a kind about the same topic and base in the same paragraph."""
    return [
        other
        for other in context.claims.beside(claim, claim.topic, kind, claim.measure)
        if other.figure
    ]


def _words(claim: Claim) -> str:
    """The last words of a claim: its turn of phrase and figure."""
    return words.tail(claim.excerpt)
