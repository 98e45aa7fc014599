"""class-headed: items that stand under a heading for each class add up to what all classes come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims import senses
from jslint.claims.model import ACTUAL, AMOUNT, BUDGET
from jslint.document import Paragraph, Section
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Case, Fault, conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    Patterns = tuple[re2._Regexp, ...]

#: How deep a （项） stands.
_ITEM = 3
#: One class alone is no sum of classes.
_LEAST = 2


class _Row(Struct, frozen=True):
    """A total with the items that make it up, all of one measure."""

    whole: Claim
    items: tuple[Claim, ...]


class ClassHeaded(Rule, frozen=True, kw_only=True):
    """Items under a heading for each class add up to the amount that opens the list of the classes.

    The paragraph before the first heading that ``classed`` finds ends in what ``opens`` finds; the first
    amount it states is the total. Every paragraph under these headings is one item and states its
    outturn; where each states a budget of the total's kind, the budgets add up too.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "classed": options.patterns,
        "opens": options.patterns,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "stated", "items", "sum", "difference", "note"}
    )

    classed: Patterns
    opens: Patterns

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up each section that goes through classes by headings."""
        stated: dict[int, list[Claim]] = {}
        for claim in context.claims.claims:
            if claim.kind == AMOUNT and claim.is_money and not claim.carried:
                stated.setdefault(id(claim.text), []).append(claim)
        for path in (one for section in context.report.sections for one in section.walk()):
            for row in self._rows(context.claims, path[-1], stated):
                yield conclude(self, context, _case(context.claims, row))

    def _rows(
        self, claims: Claims, section: Section, stated: Mapping[int, list[Claim]]
    ) -> Iterator[_Row]:
        headed = [
            block
            for block in section.blocks
            if isinstance(block, Section)
            if options.any_finds(self.classed, block.heading.value)
        ]
        opening = self._opening(section, headed)
        wholes = [] if opening is None else stated.get(id(opening.text), [])
        items = _items(claims, headed, stated)
        if len(headed) < _LEAST or not wholes or items is None:
            return
        topic = wholes[0].topic
        for whole in wholes:
            if whole.topic == topic and whole.measure.startswith((ACTUAL, BUDGET)):
                row = [_of_measure(item, whole.measure) for item in items]
                if all(row):
                    yield _Row(whole, tuple(one for one in row if one is not None))

    def _opening(self, section: Section, headed: Sequence[Section]) -> Paragraph | None:
        """The paragraph right before the first class, if its words open a list."""
        if not headed:
            return None
        at = next(i for i, block in enumerate(section.blocks) if block is headed[0])
        before = section.blocks[at - 1] if at else None
        if not isinstance(before, Paragraph):
            return None
        return before if options.any_finds(self.opens, before.text.value.rstrip()) else None


def _items(
    claims: Claims, headed: Sequence[Section], stated: Mapping[int, list[Claim]]
) -> list[list[Claim]] | None:
    """What each item states; None where a paragraph is no item, or tells of nothing."""
    found: list[list[Claim]] = []
    for section in headed:
        for block in section.blocks:
            if not isinstance(block, Paragraph):
                return None
            said = stated.get(id(block.text), [])
            told = [one for one in said if senses.depth(claims.topics[one.topic].name) == _ITEM]
            if len({one.topic for one in told}) != 1:
                return None
            found.append(told)
    return found


def _of_measure(item: Sequence[Claim], measure: str) -> Claim | None:
    return next((one for one in item if one.measure == measure), None)


def _case(claims: Claims, row: _Row) -> Case:
    def fault(result: Result) -> Fault:
        return Fault(
            claim=row.whole,
            others=row.items,
            relation=relation,
            result=result,
            values={
                "subject": claims.topics[row.whole.topic].name,
                "stated": near.printed(row.whole),
                "items": "+".join(near.printed(one) for one in row.items),
            },
        )

    relation = relate.total(row.whole, [(1, one) for one in row.items])
    return Case(row.whole, relation, fault)
