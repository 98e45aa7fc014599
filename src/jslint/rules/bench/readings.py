"""A clause that names no subject may speak of several things: its readings, weighed the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnostic import Holds

if TYPE_CHECKING:
    from collections.abc import Callable

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome


def settle(claims: Claims, claim: Claim, judge: Callable[[int], Outcome]) -> Outcome:
    """What becomes of a claim whose readings are judged topic by topic.

    It holds where one reading does. Else the claim's own topic decides; where that could not be
    judged, the claim was not, since another reading is but a guess.
    """
    first = judge(claim.topic)
    if isinstance(first, Holds):
        return first
    for topic in claims.rivals(claim):
        other = judge(topic)
        if isinstance(other, Holds):
            return other
    return first
