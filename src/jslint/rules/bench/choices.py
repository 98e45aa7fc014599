"""Which of two words of a form the figures beside them leave."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from jslint.claims import cues
from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
    BUDGET,
    CHANGE,
    COMPLETION,
    GROWTH,
    PRIOR,
    budget_of,
)
from jslint.patterns import regex
from jslint.rules.bench.rates import change_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.claims.model import Claim, Claims
    from jslint.document import Text
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context

_PAIR = regex(
    r"([^\s（()）/／]+)\s?(?:[（(]\s?([^\s（()）/／]+)\s?[)）]|[/／]\s?([^\s（()）/／]+))"
)
#: A figure follows its word after so many characters at most, such as 了 and a space.
_BETWEEN = 3
_WHOLE = 100
#: So many characters around the words are looked at.
_AROUND = 16
#: A paragraph that states more than this is no sentence of a form.
_MOST = 60
_MEMO = "_in_order"


def decided(context: Context, hit: Hit) -> str:
    """The word that fits the figures; empty where they do not decide."""
    found = _PAIR.fullmatch(hit.excerpt)
    if found is None:
        return ""
    words = found[1], found[2] or found[3]
    here = _here(context.claims, hit.prose.text)
    for signs, turn in (
        ([(cues.direction(word) or 0) if _turns(word) else 0 for word in words], _turn),
        ([cues.relation(word) for word in words], _relation),
    ):
        if sorted(signs) == [-1, 1]:
            sign = turn(context.claims, here, hit)
            return words[signs.index(sign)] if sign else ""
    return ""


def _here(claims: Claims, text: Text) -> list[Claim]:
    """The claims of a paragraph, which may hold it without its white space; none where there are many."""
    memo = vars(claims)
    if _MEMO not in memo:
        memo[_MEMO] = sorted(claims.claims, key=_order)
    every: list[Claim] = memo[_MEMO]
    first, last = (text.point(at).order for at in (0, len(text.value) - 1))
    found = every[bisect_left(every, first, key=_order) : bisect_right(every, last, key=_order)]
    return found if len(found) <= _MOST else []


def _order(claim: Claim) -> tuple[int, ...]:
    return claim.text.point(claim.start).order


def _turns(word: str) -> bool:
    return cues.TURN.fullmatch(word) is not None


def _turn(claims: Claims, here: list[Claim], hit: Hit) -> int:
    """The direction of the change that the figure behind the words states."""
    end = hit.prose.text.point(hit.end - 1).order
    claim = next((one for one in here if _follows(end, _order(one))), None)
    if claim is None or claim.kind not in (CHANGE, GROWTH) or claim.direction is not None:
        return 0
    told = {sign for sign in _told(claims, here, claim) if sign}
    return told.pop() if len(told) == 1 else 0


def _follows(end: tuple[int, ...], order: tuple[int, ...]) -> bool:
    """Whether a place is so near behind the end of some words that it belongs to them."""
    return end[:-1] == order[:-1] and 0 < order[-1] - end[-1] <= _BETWEEN


def _told(claims: Claims, here: list[Claim], claim: Claim) -> Iterator[int]:
    """The directions that a change's own rate, a rate's own change, and the two amounts tell."""
    if claim.kind == GROWTH:
        change = change_for(claims, claim)
        if change is not None and change in here:
            yield change.direction or 0
    for other in here:
        if claim.kind == CHANGE and other.kind == GROWTH and change_for(claims, other) is claim:
            yield other.direction or 0
    now, then = (
        [one.figure for one in here if (one.topic, one.kind, one.measure) == wanted and one.figure]
        for wanted in ((claim.topic, AMOUNT, ACTUAL), (claim.topic, AMOUNT, PRIOR))
    )
    if claim.measure == PRIOR and len(now) == len(then) == 1:
        difference = now[0].exact() - then[0].exact()
        yield (difference > 0) - (difference < 0)


def _relation(_: Claims, here: list[Claim], hit: Hit) -> int:
    """Whether the outturn is above its budget, by the completion that the sentences before state."""
    against = _budget(hit)
    before = [one for one in here if _order(one) < hit.order and one.figure]
    rate = next((one for one in reversed(before) if one.kind == COMPLETION), None)
    if against is None or rate is None or rate.figure is None or rate.figure.value == _WHOLE:
        return 0
    if any(one.index > rate.index and one.topic != rate.topic for one in before):
        return 0
    if against not in (BUDGET, rate.measure) and rate.measure != BUDGET:
        return 0
    return 1 if rate.figure.value > _WHOLE else -1


def _budget(hit: Hit) -> str | None:
    """The budget with which the words compare an outturn; None where it is not compared so."""
    value = hit.prose.text.value
    word = re.split(r"[\s（(/／]", hit.excerpt)[0]
    since = max(0, hit.start - _AROUND)
    said = value[since : hit.start] + word + value[hit.end : hit.end + _AROUND]
    for found in cues.MARKS.finditer(said):
        if found.start("relation") == hit.start - since:
            return budget_of(found["against"])
    return None
