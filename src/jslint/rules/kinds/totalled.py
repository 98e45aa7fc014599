"""totalled: a total that a section states is what the section says it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims import names
from jslint.claims.model import ACTUAL, AMOUNT
from jslint.figures.verdict import linear
from jslint.rules.bench import dividing, near, relate
from jslint.rules.bench.cases import Fault, Kept, Open, conclude
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.verdict import Linear
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: The total and one part are the least that can be compared.
_LEAST = 2


class _Made(Struct, frozen=True):
    """A total with the parts that its section states; ``all`` says that none is left out."""

    whole: Claim
    parts: tuple[Claim, ...]
    all: bool


class Totalled(Rule, frozen=True, kw_only=True):
    """What ``whole`` names comes to what its ``parts`` do, where one section states them.

    Where every part is stated they add up to the total; where one is left out, as what is nothing
    may be, they do not exceed it. The first part and one more must be stated, each of them with one
    value in the section, and by its own name.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "whole": options.pattern,
        "parts": options.patterns,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"whole", "total", "parts", "sum", "difference", "note"}
    )

    whole: re2._Regexp
    parts: tuple[re2._Regexp, ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up the parts of each section's total."""
        sections: dict[tuple[int, ...], list[Claim]] = {}
        for claim in context.claims.claims:
            if claim.kind == AMOUNT and claim.measure == ACTUAL and claim.is_money:
                sections.setdefault(tuple(map(id, claim.path)), []).append(claim)
        for stated in sections.values():
            if made := self._made(context.claims, stated):
                yield conclude(self, context, _judged(context, made))

    def _made(self, claims: Claims, stated: Sequence[Claim]) -> _Made | None:
        whole, first, *others = (_only(claims, stated, one) for one in (self.whole, *self.parts))
        parts = tuple(part for part in (first, *others) if part is not None)
        if whole is None or first is None or len(parts) < _LEAST:
            return None
        return _Made(whole, parts, len(parts) == len(self.parts))


def _only(claims: Claims, stated: Sequence[Claim], pattern: re2._Regexp) -> Claim | None:
    """The first statement of what a pattern names, where the section gives it no other value."""
    found = [
        claim
        for claim in stated
        if pattern.matches(names.plain(claims.topics[claim.topic].name)) and not claim.carried
    ]
    values = {claim.figure.exact() for claim in found if claim.figure}
    return found[0] if len(values) == 1 else None


def _sum(context: Context, made: _Made) -> Linear:
    assert made.whole.figure is not None
    terms = [(1, part.figure) for part in made.parts if part.figure]
    return linear(terms, made.whole.figure, context.style.quantum)


def _judged(context: Context, made: _Made) -> Found:
    result, whole = _sum(context, made), made.whole
    relation = relate.total(whole, [(1, part) for part in made.parts])
    if result.verdict.holds:
        return Kept(relation.places, relation)
    if not made.all and result.difference < 0:
        return Open(whole, "part-without-figure", context.claims.topics[whole.topic].name)
    assert whole.figure is not None
    right = words.amount(result.difference + whole.figure.exact(), whole.figure)
    return Fault(
        claim=whole,
        others=made.parts,
        relation=relation if made.all else dividing.at_most(whole, made.parts),
        figures=relation.places,
        result=result,
        expected=right if made.all else "",
        values={
            "whole": context.claims.topics[whole.topic].name,
            "total": near.printed(whole),
            "parts": "+".join(near.printed(part) for part in made.parts),
            "sum": right,
        },
    )
