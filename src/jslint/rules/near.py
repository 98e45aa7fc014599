"""Which statement of a topic a claim speaks of: the nearest before it, else the first after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims.model import ACTUAL, AMOUNT
from jslint.diagnostic import Related, Severity
from jslint.figures.figure import Dimension
from jslint.figures.verdict import Verdict

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims, Group


def amount_near(claims: Claims, topic: int, claim: Claim, measure: str = ACTUAL) -> Claim | None:
    """The money amount of a topic that a reader of ``claim`` has in mind."""
    stated = [
        other
        for other in claims.about(topic, AMOUNT)
        if other.figure
        and other.figure.unit.dimension is Dimension.AMOUNT
        and (other.measure == measure or (measure == "budget" and other.measure.startswith(measure)))
    ]
    before = [other for other in stated if other.index < claim.index]
    return before[-1] if before else stated[0] if stated else None


def group_of(claims: Claims, topic: int, claim: Claim) -> Group | None:
    """The list that makes the topic a part, nearest to the claim."""
    holding = [group for group in claims.groups if topic in group.parts]
    same_text = [
        group
        for group in holding
        if any(other.text is claim.text for part in group.parts for other in claims.about(part))
        and claim.index >= min(other.index for part in group.parts for other in claims.about(part))
    ]
    found = same_text or holding
    return found[-1] if found else None


def related(*claims: Claim) -> tuple[Related, ...]:
    """The claims as related places of a diagnostic."""
    return tuple(Related(claim.place, claim.excerpt) for claim in claims)


def softened(verdict: Verdict, severity: Severity) -> Severity:
    """The severity for a verdict: a rule's own where figures are impossible, else at most warning."""
    if verdict is Verdict.IMPOSSIBLE or severity.rank <= Severity.WARNING.rank:
        return severity
    return Severity.WARNING
