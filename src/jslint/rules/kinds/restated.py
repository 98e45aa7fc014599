"""restated: what one section says twice of one topic, it says the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims import names
from jslint.claims.model import AMOUNT, CHANGE, COMPLETION, GROWTH
from jslint.diagnostic import Holds
from jslint.figures.figure import Dimension
from jslint.figures.verdict import linear
from jslint.rules.bench import near, relate
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Restated(Rule, frozen=True, kw_only=True):
    """Amounts, changes and rates of one topic and measure agree wherever a section repeats them."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "here", "there"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every statement of a topic with the first of its kind."""
        for topic in context.claims.topics:
            if not names.is_of_money(topic.name) or topic.key in names.SIDES:
                continue
            rows: dict[tuple[object, ...], list[Claim]] = {}
            for claim in context.claims.about(topic.index):
                if context.claims.rivals(claim) or claim.carried:
                    continue
                if claim.figure and claim.kind in (AMOUNT, CHANGE, GROWTH, COMPLETION):
                    rows.setdefault((*_row(claim), context.claims.within(claim)), []).append(claim)
            for claims in _alike(rows):
                for other in claims[1:]:
                    yield self._compare(context, claims[0], other)

    def _compare(self, context: Context, first: Claim, other: Claim) -> Outcome:
        assert first.figure is not None
        assert other.figure is not None
        signed = [_signed(one) for one in (first, other)]
        result = linear([(1, signed[1])], signed[0], context.style.quantum)
        turned = (
            None not in (first.direction, other.direction)
            and first.direction != other.direction
            and signed[0].value != 0
        )
        if turned and (signed[0].value < 0) == (signed[1].value < 0):
            turned = False
        if result.verdict.holds and not turned:
            relation = relate.same(first, other)
            return Holds(self.entry.id, relation.places, relation=relation)
        severity = near.softened(result.verdict, self.entry.severity)
        return self.diagnose(
            context,
            other.place,
            path=other.path,
            severity=self.entry.severity if turned else severity,
            excerpt=other.excerpt,
            expected=words.printed(first.figure),
            actual=words.printed(other.figure),
            related=near.related(first),
            figures=(first.place, other.place),
            asks=None if turned else relate.same(first, other),
            subject=context.claims.topics[first.topic].name,
            here=words.tail(other.excerpt),
            there=words.tail(first.excerpt),
        )


def _alike(rows: dict[tuple[object, ...], list[Claim]]) -> Iterator[list[Claim]]:
    """The statements of one quantity: those outside lists go with those of the only list, if any."""
    listed: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for key in rows:
        listed.setdefault(key[:-1], []).append(key)
    for keys in listed.values():
        wholes = [key for key in keys if key[-1] is not None]
        if len(wholes) > 1:
            yield from (rows[key] for key in keys)
        else:
            yield sorted((one for key in keys for one in rows[key]), key=_index)


def _signed(claim: Claim) -> Figure:
    """A change with the sign of its direction."""
    assert claim.figure is not None
    sign = claim.direction if claim.kind in (CHANGE, GROWTH) and claim.direction else 1
    return replace(claim.figure, value=sign * claim.figure.value)


def _index(claim: Claim) -> int:
    return claim.index


def _row(claim: Claim) -> tuple[str, str, str]:
    assert claim.figure is not None
    unit = claim.figure.unit
    return claim.kind, claim.measure, "money" if unit.dimension is Dimension.AMOUNT else unit.name
