"""other-unit: an amount in a small unit that stands elsewhere, or follows, in a larger one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names
from jslint.claims.model import AMOUNT, MENTION
from jslint.figures.figure import UNITS, Dimension
from jslint.figures.verdict import half_up
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_SMALL, _LARGE = "元", "万元"
#: Whole yuan are what a price or an allowance may be.
_WHOLE = 1
#: A shorter name ends too many others.
_NAMED = 3


class OtherUnit(Rule, frozen=True, kw_only=True):
    """No amount in 元 has the digits that its subject has in 万元 in the same section.

    Nor has an average, whose words ``average`` finds, those of an amount in 万元 of its paragraph
    divided by a count there. Amounts without decimals are left alone.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"average": options.pattern}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "printed", "meant", "other"})

    average: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every amount in 元 with decimals."""
        small = [claim for claim in context.claims.claims if _is_small(claim)]
        large = (
            [claim for claim in context.claims.claims if _unit(claim) == _LARGE] if small else []
        )
        for claim in small:
            yield conclude(self, context, self._found(context.claims, claim, large))

    def _found(self, claims: Claims, claim: Claim, large: Sequence[Claim]) -> Found:
        other = self._other(claims, claim, large)
        if other is None or claim.figure is None:
            return Kept((claim.place,), slack=True)
        meant = f"{claim.figure.plain()}{_LARGE}"
        return Fault(
            claim=claim,
            others=(other,),
            figures=(claim.place,),
            expected=meant,
            values={"meant": meant, "other": other.excerpt},
        )

    def _other(self, claims: Claims, claim: Claim, large: Sequence[Claim]) -> Claim | None:
        """The amount in the larger unit that shows a claim's unit to be a slip."""
        if claim.kind == MENTION:
            return self._divided(claims, claim, large)
        return next((one for one in large if _is_twin(claims, claim, one)), None)

    def _divided(self, claims: Claims, claim: Claim, large: Sequence[Claim]) -> Claim | None:
        """The amount of a paragraph or the one before of which a claim is the average."""
        if not self.average.search(claim.text.value[claim.clause : claim.start]):
            return None
        counts = [one for one in claims.claims if _is_count(one) and one.path == claim.path]
        beside = [one for one in large if one.path == claim.path]
        return next(
            (
                total
                for total, count in product(beside, counts)
                if _is_average(claim.figure, total.figure, count.figure)
            ),
            None,
        )


def _unit(claim: Claim) -> str:
    return claim.figure.unit.name if claim.figure and claim.kind in (AMOUNT, MENTION) else ""


def _is_small(claim: Claim) -> bool:
    return _unit(claim) == _SMALL and claim.figure is not None and claim.figure.quantum < _WHOLE


def _is_count(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.unit.dimension is Dimension.COUNT


def _is_twin(claims: Claims, claim: Claim, other: Claim) -> bool:
    """Whether both have one value but for the unit, and speak of one thing in one section."""
    assert claim.figure is not None
    assert other.figure is not None
    if claim.figure.value != other.figure.value or claim.path != other.path:
        return False
    ours, theirs = (names.key(claims.topics[one.topic].name) for one in (claim, other))
    short, long = sorted((ours, theirs), key=len)
    return len(short) >= _NAMED and long.endswith(short)


def _is_average(mean: Figure | None, total: Figure | None, count: Figure | None) -> bool:
    """Whether an amount in 万元 by a count is the average, had that its unit."""
    assert mean is not None
    assert total is not None
    assert count is not None
    if count.value < 2 or not total.value:  # noqa: PLR2004 - the average of one is itself
        return False
    each = total.exact() / Fraction(count.value) / Fraction(UNITS[_LARGE].scale)
    return half_up(each, mean.quantum) == mean.value
