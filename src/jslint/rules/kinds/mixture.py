"""mixture: a whole grows as its parts together do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import ACTUAL, AMOUNT, ASSUMED, CHANGE, FLAT, GROWTH, PRIOR
from jslint.figures.interval import Interval
from jslint.figures.verdict import Verdict, linear
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Fault, Kept, conclude, once
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims, Group
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class _Grown(Struct, frozen=True):
    """An amount with what is said of its growth, and the amounts before that this allows."""

    now: Claim
    said: Claim
    before: Interval


class Mixture(Rule, frozen=True, kw_only=True):
    """The amounts of last year that the parts' changes imply add up to the whole's.

    It looks at lists whose parts make up their whole this year and that say of each how it changed.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "implied", "low", "high", "rates"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare what is implied of the year before for every such list."""
        for found in once(self._all(context)):
            yield conclude(self, context, found)

    def _all(self, context: Context) -> Iterator[Kept | Fault]:
        for group in context.claims.groups:
            if not group.sure or len(group.parts) < 2:  # noqa: PLR2004 - one part is no mixture
                continue
            for base in _bases(context.claims, group):
                grown = _rows(context.claims, group, base)
                told = all(row.said.kind in (CHANGE, FLAT) for row in grown)
                if grown and not told and _adds_up(grown):
                    yield _found(context, group, grown)


def _bases(claims: Claims, group: Group) -> tuple[str, ...]:
    """What the whole is said to have changed against: the year before, a budget."""
    said = (one for one in claims.about(group.whole) if one.kind in (CHANGE, GROWTH, FLAT))
    return tuple(dict.fromkeys(one.measure for one in said if one.measure != ASSUMED))


def _rows(claims: Claims, group: Group, base: str) -> list[_Grown]:
    """The whole and its parts as they changed against one base; none where one of them is not told."""
    rows = [_grown(claims, group, topic, base) for topic in (group.whole, *group.parts)]
    grown = [row for row in rows if row is not None]
    return grown if len(grown) == len(rows) else []


def _found(context: Context, group: Group, rows: list[_Grown]) -> Kept | Fault:
    whole, *parts = rows
    summed = sum((part.before for part in parts), Interval.point(0))
    places = tuple(claim.place for row in rows for claim in (row.now, row.said))
    relation = relate.implied((row.now, row.said, row.said.direction or 1) for row in rows)
    if whole.before.meets(summed):
        return Kept(places, relation, slack=True)
    now, said = whole.now.figure, whole.said
    assert now is not None
    span = _span(now, summed)
    return Fault(
        claim=said,
        others=tuple(part.said for part in parts),
        relation=relation,
        figures=places,
        expected=span if said.kind == GROWTH else "",
        actual=near.printed(said) or words.tail(said.excerpt),
        values={
            "subject": context.claims.topics[group.whole].name,
            "implied": _amounts(whole.before, now),
            "low": words.amount(summed.low, now),
            "high": words.amount(summed.high, now),
            "rates": span,
        },
    )


def _grown(claims: Claims, group: Group, topic: int, base: str) -> _Grown | None:
    """What a topic comes to by the list, and what is said of its change there; no guess."""
    inside = [
        claim
        for claim in claims.about(topic)
        if (group.start <= claim.index < group.end) == (topic != group.whole)
    ]
    stated = [
        one
        for one in inside
        if one.kind == AMOUNT and not one.measure.startswith(PRIOR) and one.is_money
    ]
    stated = [one for one in stated if one.measure == ACTUAL] or stated
    if topic == group.whole:
        stated = [one for one in stated if one.index < group.start][-1:]
    said = [
        one
        for one in inside
        if one.kind in (CHANGE, GROWTH, FLAT)
        and one.measure == base
        and stated
        and one.text is stated[0].text
        and one.index > stated[0].index
        and (_goes_on(claims, stated[0], one) or not claims.rivals(one))
    ]
    if not stated or not said:
        return None
    before = _before(stated[0], said[0])
    return _Grown(stated[0], said[0], before) if before is not None else None


def _goes_on(claims: Claims, stated: Claim, said: Claim) -> bool:
    """Whether nothing else is spoken of between an amount and what is said of its change."""
    return all(one.topic == said.topic for one in claims.claims[stated.index : said.index])


def _before(now: Claim, said: Claim) -> Interval | None:
    """The amounts of the year before that a change leaves open; None where it leaves all."""
    assert now.figure is not None
    if said.kind == FLAT:
        return None if near.is_about(said) else now.figure.interval().widened(now.figure.step / 2)
    if said.figure is None or not said.direction or said.figure.value < 0:
        return None
    if said.kind == CHANGE:
        change = said.figure.interval().widened(said.figure.step / 2)
        return now.figure.interval() - (change if said.direction > 0 else -change)
    rate = said.figure.interval()
    factors = Interval(1 + rate.low / 100, 1 + rate.high / 100)
    if said.direction < 0:
        factors = Interval(1 - rate.high / 100, 1 - rate.low / 100)
    if factors.low <= 0:
        return None
    # The rate may be of an amount before that had been rounded itself.
    return (now.figure.interval() / factors).widened(now.figure.step / 2)


def _adds_up(rows: list[_Grown]) -> bool:
    whole, *parts = (row.now.figure for row in rows)
    assert whole is not None
    found = linear([(1, part) for part in parts if part], whole)
    return found.verdict is not Verdict.IMPOSSIBLE


def _span(now: Figure, before: Interval) -> str:
    """The rates of growth from the amounts before, in percent."""
    if before.low <= 0:
        return ""
    ends = sorted((now.exact() / end - 1) * 100 for end in (before.low, before.high))
    return "—".join(words.hundredths(end) for end in ends)


def _amounts(found: Interval, like: Figure) -> str:
    return f"{words.amount(found.low, like)}—{words.amount(found.high, like)}"
