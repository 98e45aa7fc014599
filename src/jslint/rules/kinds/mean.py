"""mean: what one of them cost on average is the amount beside it, divided by the count beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import ACTUAL, AMOUNT, MENTION
from jslint.figures.figure import UNITS, Dimension
from jslint.figures.verdict import half_up
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.bench import near
from jslint.rules.bench.cases import Fault, Kept, Open, conclude
from jslint.rules.bench.digits import exchanged
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule
from jslint.tree import Mapping as MappingNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase

_PARTS = regex(r"[。；;]")


def counted(node: Node) -> dict[str, re2._Regexp]:
    """A mapping of the units of counts to the words that announce an average by such a count."""
    if not isinstance(node, MappingNode):
        raise options.OptionError(said("expected-mapping-units"), node)
    return {unit.value: options.pattern(find) for unit, find in node.entries}


class Mean(Rule, frozen=True, kw_only=True):
    """An average is the only amount of its clause by the only count there of what it is an average of.

    ``counted`` has, for each unit of counts, the words that announce an average by such a count:
    人次 for 人均. Where any amount and any count of the section give the average, nothing is wrong.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"counted": counted}
    VALUES: ClassVar[frozenset[str]] = frozenset({"printed", "total", "count", "mean"})

    counted: dict[str, re2._Regexp]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every amount that is called an average."""
        for claim in context.claims.claims:
            if claim.kind == MENTION and claim.is_money and claim.figure:
                before = claim.text.value[claim.clause : claim.start]
                units = [unit for unit, find in self.counted.items() if find.search(before)]
                if units:
                    yield conclude(self, context, _found(context.claims, claim, units))


def _found(claims: Claims, claim: Claim, units: list[str]) -> Found:
    section = [one for one in claims.claims if one.path == claim.path]
    if any(
        _gives(total, count, claim)
        for total in section
        if total.is_money and total is not claim
        for count in section
        if _is_count(count)
    ):
        return Kept((claim.place,), slack=True)
    beside = [one for one in section if _are_together(one, claim)]
    totals = [one for one in beside if one.kind == AMOUNT and one.is_money]
    counts = [one for one in beside if _is_count(one) and one.figure.unit.name in units]  # type: ignore[union-attr]
    if len(totals) != 1 or len(counts) != 1 or totals[0].measure != ACTUAL or not _value(counts[0]):
        return Open(claim, "nothing-beside", claims.topics[claim.topic].name)
    total, count = totals[0], counts[0]
    assert total.figure is not None
    assert claim.figure is not None
    if _is_misprint(claim.figure, total.figure.exact() / _value(count)):
        return Open(claim, "nothing-beside", claims.topics[claim.topic].name)
    each = words.replacing(total.figure.exact() / _value(count), claim.figure)
    return Fault(
        claim=claim,
        others=(total, count),
        figures=(claim.place, total.place, count.place),
        expected=each,
        values={
            "printed": near.printed(claim),
            "total": near.printed(total),
            "count": near.printed(count),
            "mean": each,
        },
    )


def _is_misprint(figure: Figure, right: Fraction) -> bool:
    """Whether digits changed places or the unit is another: other rules say so."""
    meant = half_up(right / Fraction(figure.unit.scale), figure.quantum)
    other = half_up(right / Fraction(UNITS["万元"].scale), figure.quantum)
    return meant in exchanged(figure) or figure.value == other


def _is_count(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.unit.dimension is Dimension.COUNT


def _value(count: Claim) -> Fraction:
    assert count.figure is not None
    return Fraction(count.figure.value)


def _are_together(one: Claim, claim: Claim) -> bool:
    """Whether a claim stands before another with no stop and no semicolon between."""
    if one.text is not claim.text or one.start >= claim.start:
        return False
    return not _PARTS.search(claim.text.value[one.end : claim.start])


def _gives(total: Claim, count: Claim, mean: Claim) -> bool:
    """Whether an amount by a count is an average, each as exact as it is printed."""
    assert total.figure is not None
    assert mean.figure is not None
    number = _value(count)
    slack = _half(total.figure) + number * _half(mean.figure)
    return abs(total.figure.exact() - number * mean.figure.exact()) <= slack


def _half(figure: Figure) -> Fraction:
    return Fraction(figure.quantum * figure.unit.scale) / 2
