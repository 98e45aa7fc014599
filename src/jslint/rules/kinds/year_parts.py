"""year-parts: what the parts of a year come to (上半年, 四季度, 7—12月) is what the whole of it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names, senses, times
from jslint.claims.model import ACTUAL, AMOUNT
from jslint.figures.figure import Dimension
from jslint.rules.bench import balanced
from jslint.rules.bench.cases import conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class YearParts(Rule, frozen=True, kw_only=True):
    """In one sentence, the amounts of all parts of a year, told without a gap, add up to the year's.

    That is the only other amount of the sentence in their unit. The parts are of one thing, which is the
    year's: of the same name, or of none of their own. A whole whose name matches ``unless`` is what was
    planned or granted, of which some may be left. What another rule has said of the same figures is not
    said again.
    """

    BESIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"unless": options.pattern}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "formula", "right", "difference", "note"}
    )

    unless: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up the parts of each sentence that goes through a year."""
        for row in _sentences(context.claims.claims):
            called = [context.claims.topics[one.topic].name for one in row]
            parts = [one for one, name in zip(row, called, strict=True) if times.months(name)[0]]
            wholes = [one for one in row if one not in parts]
            if len(wholes) != 1 or len(parts) == 1 or not times.are_of_a_year(called):
                continue
            (whole,), terms = wholes, [(1, one) for one in parts]
            rests = {rest for months, rest in map(times.months, called) if months}
            if self._is_of(_name(context.claims, whole), rests, whole):
                yield conclude(self, context, balanced.case(whole, terms, settled=True))

    def _is_of(self, whole: str, rests: Iterable[str], claim: Claim) -> bool:
        """Whether what the parts are called is the whole, or nothing of their own."""
        if self.unless.search(claim.excerpt):
            return False
        own = {names.key(rest) for rest in rests if not names.is_generic(names.subject(rest))}
        sides = {senses.side(names.subject(rest)) for rest in rests} - {""}
        return own <= {names.key(whole)} and sides <= {senses.side(whole) or "支出"}


def _name(claims: Claims, claim: Claim) -> str:
    return names.subject(claims.topics[claim.topic].name)


def _sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The amounts of each sentence, where they are all of this year and in one unit of counts or in money."""
    row: list[Claim] = []
    for at, claim in enumerate(claims):
        if at and not _is_with(claims[at - 1], claim):
            yield from _alike(row)
            row = []
        row += [claim] if claim.kind == AMOUNT and claim.figure else []
    yield from _alike(row)


def _is_with(before: Claim, claim: Claim) -> bool:
    """Whether two claims that follow one another stand in one sentence."""
    same = before.text is claim.text
    return same and claim.text.value.find("。", before.start, claim.start) < 0


def _alike(row: list[Claim]) -> Iterator[list[Claim]]:
    if len({_unit(one) for one in row}) == 1 and all(one.measure == ACTUAL for one in row):
        yield row


def _unit(claim: Claim) -> str:
    assert claim.figure is not None
    unit = claim.figure.unit
    return "" if unit.dimension is Dimension.AMOUNT else unit.name
