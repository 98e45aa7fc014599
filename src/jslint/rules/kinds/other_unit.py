"""other-unit: an amount in a small unit that stands elsewhere, or follows, in a larger one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names
from jslint.claims.model import AMOUNT, MENTION
from jslint.figures.figure import UNITS
from jslint.rules.bench import averages
from jslint.rules.bench.averages import count
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.averages import Average
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

    Nor has an average, whose words ``average`` finds, those of an amount in 万元 of its section
    divided by a count there. Amounts without decimals are left alone.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"average": options.pattern}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "printed", "meant", "other"})

    average: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every amount in 元 with decimals."""
        small = [claim for claim in context.claims.claims if _is_small(claim)]
        if not small:
            return
        large = _large(context.claims)
        for claim in small:
            if claim.kind == MENTION:
                other = self._divided(context, claim)
            else:
                rivals = large.get(_key(claim), ())
                other = next((one for one in rivals if _is_twin(context.claims, claim, one)), None)
            yield conclude(self, context, _found(claim, other))

    def _divided(self, context: Context, claim: Claim) -> Claim | None:
        """The amount of its section of which a claim is the average, had that the larger unit."""
        if not self.average.search(claim.text.value[claim.clause : claim.start]):
            return None
        known, figure = averages.of_section(context, claim.path), claim.figure
        if known is None or figure is None or not figure.value:
            return None
        found = known.printing(figure.value, UNITS[_LARGE], figure.quantum)
        return next(
            (one.total for one in found if _unit(one.total) == _LARGE and _is_several(one)), None
        )


def _found(claim: Claim, other: Claim | None) -> Found:
    """What an amount is beside the one in the larger unit that shows its unit to be a slip."""
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


def _large(claims: Claims) -> dict[tuple[object, ...], list[Claim]]:
    """The amounts in the larger unit by their values and sections."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims.claims:
        if _unit(claim) == _LARGE:
            found.setdefault(_key(claim), []).append(claim)
    return found


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.figure and claim.figure.value, *map(id, claim.path)


def _unit(claim: Claim) -> str:
    return claim.figure.unit.name if claim.figure and claim.kind in (AMOUNT, MENTION) else ""


def _is_small(claim: Claim) -> bool:
    figure = claim.figure if _unit(claim) == _SMALL else None
    return figure is not None and figure.value != 0 and figure.quantum < _WHOLE


def _is_twin(claims: Claims, claim: Claim, other: Claim) -> bool:
    """Whether two claims speak of one thing."""
    ours, theirs = (names.key(claims.topics[one.topic].name) for one in (claim, other))
    short, long = sorted((ours, theirs), key=len)
    return len(short) >= _NAMED and long.endswith(short)


def _is_several(one: Average) -> bool:
    """Whether more than one share an amount; the average of one is itself."""
    return one.count is not None and count(one.count) > 1
