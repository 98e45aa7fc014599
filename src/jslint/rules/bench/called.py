"""What a figure is called: the topic of a claim with what is stated of it, the row of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims.model import ADJUSTED, AMOUNT, BUDGET, PRIOR
from jslint.phrases import Family

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims
    from jslint.ledger import Line
    from jslint.phrases import Told

say = Family("measures")


def claimed(claim: Claim, claims: Claims) -> Told:
    """A claim's topic with what is stated of it, where that is not its outturn."""
    name = claims.topics[claim.topic].name
    if claim.kind != AMOUNT:
        return say.phrase(claim.kind, name=name) if claim.kind in say else name
    if claim.measure.startswith(PRIOR):
        return say.phrase(PRIOR, name=name)
    kind = claim.measure.partition(":")[0]
    return say.phrase(kind, name=name) if kind in (BUDGET, ADJUSTED) else name


def row(line: Line) -> str:
    """A row's name, or its code where it has none."""
    return line.name or line.code
