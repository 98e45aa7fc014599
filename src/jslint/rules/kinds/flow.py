"""flow: what is left = what was there + received − taken away, as one sentence tells it."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import ACTUAL, AMOUNT
from jslint.figures.figure import fold
from jslint.rules.bench import balanced, near
from jslint.rules.bench.averages import unit
from jslint.rules.bench.cases import conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    Patterns = tuple[re2._Regexp, ...]


class Flow(Rule, frozen=True, kw_only=True):
    """Four amounts that follow each other in a paragraph make up a balance; three without ``received``.

    They are named by ``opening``, ``received``, ``spent`` and ``closing``, in that order or with the
    opening amount second or third; of three, the last may stand first, the others in brackets behind it. Where
    ``worded`` is given, the clause of the last one or its name has these words. What divides one of them,
    and a subtotal called ``besides``, is passed over; where any other amount stands between them, other
    things went in or out, and nothing is said. ``alone`` says nothing either where their sentence has
    stated any other amount before, or where more is left than there was. ``counted`` are counts of one
    unit instead of amounts.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "opening": options.patterns,
        "received": options.patterns,
        "spent": options.patterns,
        "closing": options.patterns,
        "worded": options.patterns,
        "besides": options.patterns,
        "alone": options.flag,
        "counted": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "formula", "right", "difference", "note"}
    )

    opening: Patterns
    spent: Patterns
    closing: Patterns
    received: Patterns = ()
    worded: Patterns = ()
    besides: Patterns = ()
    alone: bool = False
    counted: bool = False

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up every such row."""
        for roles in self._orders():
            for row in self._rows(context.claims, [found for found, _ in roles]):
                if self.alone and not _is_alone(context.claims, row):
                    continue
                *told, closing = row
                terms = [(sign, one) for (_, sign), one in zip(roles, told, strict=False)]
                yield conclude(self, context, balanced.case(closing, sorted(terms, key=_last)))
        if not self.received:
            for closing, opening, spent in self._bracketed(context.claims):
                terms = [(1, opening), (-1, spent)]
                yield conclude(self, context, balanced.case(closing, terms))

    def _bracketed(self, claims: Claims) -> Iterator[Sequence[Claim]]:
        """净值 5 万元（原值 9 万元，累计折旧 4 万元）: what is left with the others in brackets right behind it."""
        for claim in claims.claims:
            if claim.kind != AMOUNT or not self._fits(claims, claim, self.closing):
                continue
            others = list(islice(near.onward(claims, claim), 2))
            money = all(one.kind == AMOUNT and one.is_money for one in (claim, *others))
            fit = map(partial(self._fits, claims), others, (self.opening, self.spent))
            if len(others) > 1 and money and all(fit) and _is_in_brackets(claim, *others):
                yield (claim, *others)

    def _orders(self) -> Iterator[list[tuple[Patterns, int]]]:
        """The orders in which the amounts may be told, each with its sign."""
        opening, spent, closing = (self.opening, 1), (self.spent, -1), (self.closing, 1)
        if not self.received:
            yield [opening, spent, closing]
            yield [spent, opening, closing]
            return
        received = (self.received, 1)
        yield [opening, received, spent, closing]
        yield [received, opening, spent, closing]
        yield [received, spent, opening, closing]

    def _rows(self, claims: Claims, sought: Sequence[Patterns]) -> Iterator[Sequence[Claim]]:
        row: list[Claim] = []
        for claim in claims.claims:
            if claim.kind != AMOUNT or claim.is_money == self.counted:
                continue
            if claim.measure != ACTUAL or (row and not _goes_on(row[-1], claim)):
                row = []
            if row and self._passes(claims, claim, row):
                continue
            for place in (len(row), 0):
                if self._fits(claims, claim, sought[place]):
                    row = [*row[:place], claim]
                    break
                row = []
            if len(row) == len(sought):
                said = (row[-1].excerpt, claims.topics[row[-1].topic].name)
                if not self.worded or any(one.finds(text) for one in self.worded for text in said):
                    yield row
                row = []

    def _passes(self, claims: Claims, claim: Claim, row: Sequence[Claim]) -> bool:
        """Whether a claim divides one of a row (收入 9 万元，其中 …，支出 8 万元), or is what some of it come to."""
        name = claims.topics[claim.topic].name
        divides = claims.within(claim) in {one.topic for one in row}
        return divides or options.any_finds(self.besides, name)

    @staticmethod
    def _fits(claims: Claims, claim: Claim, patterns: Patterns) -> bool:
        name = claims.topics[claim.topic].name
        fits = options.any_finds(patterns, name)
        return fits and claim.measure == ACTUAL and (claim.held or not claim.carried)


def _goes_on(before: Claim, claim: Claim) -> bool:
    """Whether a claim stands in the paragraph of another, and not behind the bracket that holds it."""
    if claim.text is not before.text:
        return False
    opened, closed = (
        bisect_left(found, claim.start) - bisect_left(found, before.end)
        for found in _brackets(claim.text.value)
    )
    return closed <= opened and _is_alike(before, claim)


def _is_alike(one: Claim, other: Claim) -> bool:
    """Whether both are of money, or counted in one unit."""
    return (one.is_money and other.is_money) or unit(one) == unit(other)


@lru_cache(maxsize=8)
def _brackets(text: str) -> tuple[list[int], list[int]]:
    """Where brackets open and close; kept, since every amount of a long paragraph asks."""
    opening, closing = ({"(", "（"}, {")", "）"})
    return (
        [at for at, mark in enumerate(text) if mark in opening],
        [at for at, mark in enumerate(text) if mark in closing],
    )


def _is_alone(claims: Claims, row: Sequence[Claim]) -> bool:
    """Whether the sentence of the last of some amounts has stated no other before, and none that is less."""
    before = near.in_sentence(claims, row[-1])
    first, last = row[0].figure, row[-1].figure
    less = first is not None and last is not None and last.exact() < first.exact()
    return less and all(one in row for one in before if _is_alike(one, row[-1]))


def _is_in_brackets(closing: Claim, *others: Claim) -> bool:
    """净值 5 万元（原值 9 万元，累计折旧 4 万元）: whether amounts stand in one bracket right behind another."""
    text = closing.text.value
    between = fold(text[closing.end : others[0].start])
    return between.strip().startswith("(") and ")" not in fold(text[closing.end : others[-1].start])


def _last(term: tuple[int, Claim]) -> bool:
    """What was taken away stands behind what was there."""
    return term[0] < 0
