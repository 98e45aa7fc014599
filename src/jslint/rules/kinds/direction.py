"""direction: words of increase and decrease agree with each other and with the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims.model import CHANGE, FLAT, GROWTH, ORDER, PRIOR, Claim
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Fault, Kept, Open, conclude
from jslint.rules.bench.rates import change_for
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: The largest rate of change, in percent, that is still about level (基本持平).
_ABOUT = 5


class Direction(Rule, frozen=True, kw_only=True):
    """An amount that rises has a rate that rises; 持平 stands beside no change but zero.

    A negative figure after a word of decrease is a double negative, and after one of increase a
    decrease (增加-3 万元，增长-5%); 比上年减少的主要原因 explains a decrease. 基本持平 may stand beside a change of a few percent.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "one", "other"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare each rate with its change, each 持平 and each explained turn with those beside."""
        for claim in context.claims.claims:
            for found in _found(context, claim):
                yield conclude(self, context, found)


def _found(context: Context, claim: Claim) -> Iterator[Found]:
    if claim.kind == GROWTH:
        change = change_for(context.claims, claim)
        if change and None not in (change.direction, claim.direction):
            yield _compare(change, claim)
    elif claim.kind == CHANGE and claim.figure and claim.figure.value < 0 and claim.direction != 1:
        yield _against(claim, claim)
    elif claim.kind == FLAT:
        yield from _flat(context, claim)
    elif claim.kind == ORDER and claim.measure.startswith(PRIOR):
        yield from _explained(context, claim)


def _explained(context: Context, claim: Claim) -> Iterator[Found]:
    """A word of which way an outturn went beside the change itself, of what it may be about."""
    changes = [
        change
        for topic in (claim.topic, *context.claims.rivals(claim))
        for change in _beside(context, replace(claim, topic=topic), CHANGE)[:1]
        if change.direction is not None
    ]
    if changes and changes[0].topic == claim.topic:
        agreeing = (change for change in changes if change.direction == claim.direction)
        yield _compare(next(agreeing, changes[0]), claim)


def _compare(change: Claim, growth: Claim) -> Found:
    both = [(one.direction or 0, one) for one in (change, growth) if one.figure]
    relation = relate.turned(both) if len(both) > 1 else None
    if _way(change) == _way(growth):
        return Kept((change.place, growth.place), relation)
    return _against(change, growth, relation)


def _way(claim: Claim) -> int | None:
    """Which way a claim goes: that of its word, the other one where a rise has a figure below nought."""
    below = claim.figure is not None and claim.figure.value < 0
    return -1 if below and claim.direction == 1 else claim.direction


def _flat(context: Context, claim: Claim) -> Iterator[Found]:
    about = near.is_about(claim)
    beside = [
        other
        for kind in ((GROWTH,) if about else (CHANGE, GROWTH))
        for other in _beside(context, claim, kind)
        if abs(other.index - claim.index) <= 3  # noqa: PLR2004 - one sentence
    ]
    turned = None if about else _turned(context, claim)
    if turned is not None:
        yield _against(turned, claim)
        return
    most = _ABOUT if about else 0
    moving = [one for one in beside if one.figure and abs(one.figure.exact()) > most]
    if moving:
        yield _against(moving[0], claim, None if about else relate.none(moving[0]))
    if not beside:
        yield Open(claim, "no-last-year")


def _turned(context: Context, claim: Claim) -> Claim | None:
    """A turn that is explained right before words of no change."""
    before = context.claims.before(claim, claim.topic, ORDER, claim.measure)
    return next((one for one in before if claim.index - one.index <= 1 and one.direction), None)


def _against(one: Claim, other: Claim, relation: Relation | None = None) -> Fault:
    return Fault(
        claim=other,
        others=(one,),
        relation=relation,
        figures=tuple(dict.fromkeys((one.place, other.place))),
        actual="",
        values={"one": words.tail(one.excerpt), "other": words.tail(other.excerpt)},
    )


def _beside(context: Context, claim: Claim, kind: str) -> list[Claim]:
    """The figures of a kind about the same topic and base in the same paragraph."""
    return [
        other
        for other in context.claims.beside(claim, claim.topic, kind, claim.measure)
        if other.figure
    ]
