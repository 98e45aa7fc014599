"""flow: balance at the end = balance at the beginning + received − spent, as one sentence tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import ACTUAL, AMOUNT
from jslint.diagnostic import Holds
from jslint.figures.verdict import linear
from jslint.rules.bench import near, relate
from jslint.rules.ground import options, words
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
    """Four amounts that follow each other in a paragraph make up a balance.

    They are named by ``opening``, ``received``, ``spent`` and ``closing``, in that order. Where a
    further amount stands between them, other things went in or out, and nothing is said.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "opening": options.patterns,
        "received": options.patterns,
        "spent": options.patterns,
        "closing": options.patterns,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "formula", "right", "difference", "note"}
    )

    opening: Patterns
    received: Patterns
    spent: Patterns
    closing: Patterns

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up every such row of four."""
        for row in self._rows(context.claims):
            yield self._judge(context, row)

    def _rows(self, claims: Claims) -> Iterator[Sequence[Claim]]:
        sought = (self.opening, self.received, self.spent, self.closing)
        row: list[Claim] = []
        for claim in claims.claims:
            if claim.kind != AMOUNT or not claim.is_money:
                continue
            if claim.measure != ACTUAL or (row and claim.text is not row[-1].text):
                row = []
            for place in (len(row), 0):
                if self._fits(claims, claim, sought[place]):
                    row = [*row[:place], claim]
                    break
                row = []
            if len(row) == len(sought):
                yield row
                row = []

    @staticmethod
    def _fits(claims: Claims, claim: Claim, patterns: Patterns) -> bool:
        name = claims.topics[claim.topic].name
        fits = any(pattern.search(name) for pattern in patterns)
        return fits and claim.measure == ACTUAL and not claim.carried

    def _judge(self, context: Context, row: Sequence[Claim]) -> Outcome:
        opening, received, spent, closing = (claim.figure for claim in row)
        assert opening is not None
        assert received is not None
        assert spent is not None
        assert closing is not None
        terms = [(1, opening), (1, received), (-1, spent)]
        result = linear(terms, closing, context.style.quantum)
        last = row[-1]
        relation = relate.total(last, [(1, row[0]), (1, row[1]), (-1, row[2])])
        if result.verdict.holds:
            return Holds(self.entry.id, relation.places, relation=relation)
        right = result.difference + closing.exact()
        shown = [words.printed(figure) for figure in (opening, received, spent)]
        return self.diagnose(
            context,
            last.place,
            path=last.path,
            severity=near.softened(result.verdict, self.entry.severity),
            excerpt=last.excerpt,
            expected=words.amount(right, closing),
            actual=words.printed(closing),
            related=near.related(*row[:-1]),
            asks=relation,
            subject=context.claims.topics[last.topic].name,
            printed=words.printed(closing),
            formula=f"{shown[0]}+{shown[1]}-{shown[2]}",
            right=words.amount(right, closing),
            difference=words.amount(abs(result.difference), closing),
            note=words.notes(
                context.lang,
                [result.verdict.value],
                bound=words.amount(result.bound, closing),
            ),
        )
