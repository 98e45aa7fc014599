"""apart: how far one thing is said to be from another (A 比 B 多 9 万元) is the difference of the two."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names
from jslint.claims.model import ACTUAL, AMOUNT, CHANGE, MENTION
from jslint.figures.figure import fold
from jslint.patterns import regex
from jslint.rules.bench import balanced, near
from jslint.rules.bench.cases import Open, conclude
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: The words between the figure before and how far the two are apart.
_SAID = regex(
    r"[\s,，。；;、]*(?:20\d\d\s*年度?)?(?P<one>[^\s,，。；;:：()\d]{2,20}?)比(?![重例率值照上去同])(?P<other>[^\s,，。；;:：()\d]{2,20}?)"
    r"(?P<way>[多少高低])(?:出|了|出了)?\s*"
)
#: What is compared with itself at another time or with its budget is no second thing.
_ITSELF = regex(r"[上去前]一?年|年[初末底]|预算|计划|任务|目标|同期|期[初末]|决算数$")
_MORE = frozenset("多高")


class Apart(Rule, frozen=True, kw_only=True):
    """Two amounts of one paragraph, each stated once by the name that the comparison calls it by."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "formula", "right", "difference", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every figure that such words lead up to."""
        for claim in context.claims.claims:
            if claim.figure is None or claim.kind not in (MENTION, CHANGE):
                continue
            found = _SAID.fullmatch(fold(near.lead(context.claims, claim)))
            if found is not None and not _ITSELF.search(found["other"]):
                yield conclude(self, context, _found(context.claims, claim, found.groupdict()))


def _found(claims: Claims, claim: Claim, said: dict[str, str]) -> Found:
    one, other = (_stated(claims, claim, said[which]) for which in ("one", "other"))
    if one is None or other is None:
        return Open(claim, "nothing-beside")
    more, less = (one, other) if said["way"] in _MORE else (other, one)
    return balanced.case(claim, ((1, more), (-1, less)), settled=True)


def _stated(claims: Claims, claim: Claim, name: str) -> Claim | None:
    """The only amount of its paragraph that goes by a name, measured as the claim is."""
    key, topics = names.key(names.subject(name)), claims.topics
    here = [
        one
        for one in chain(near.back(claims, claim), near.onward(claims, claim))
        if (one.kind, one.measure) == (AMOUNT, ACTUAL) and not one.carried
        if one.is_money == claim.is_money
        if one.is_money or (one.figure and claim.figure and one.figure.unit == claim.figure.unit)
    ]
    found = [one for one in here if topics[one.topic].key == key]
    found = found or [one for one in here if topics[one.topic].key.endswith(key)]
    stated = {one.figure.exact() for one in found if one.figure}
    return found[0] if len(stated) == 1 else None
