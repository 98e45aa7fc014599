"""singly: a total whose parts have a sentence each comes to what they do."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names, senses
from jslint.claims.model import ACTUAL, AMOUNT, Group
from jslint.figures.verdict import Verdict
from jslint.rules.bench import dividing, near
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.verdict import Linear
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: One sentence behind a total is of no division of it.
_FEWEST = 2
_STOP = "。"


class Singly(Rule, frozen=True, kw_only=True):
    """支出合计 A. 基本支出 B. 项目支出 C: the sentences behind that of a total state its parts.

    Each begins with the amount of something of the total's side, or of a fund where all do, that no list
    of the paragraph has as a part, where none divides the total. No word says that these are all; so they accuse only where one slip of
    the hand is all that keeps them from adding up. ``totals`` are the names of what is divided so.
    What another rule has said of the same figures is not said again.
    """

    BESIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"totals": options.pattern}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"whole", "total", "parts", "sum", "difference", "note"}
    )

    totals: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up every paragraph that goes on so."""
        claims = context.claims
        divided = {
            (group.whole, id(claims.claims[group.start].text))
            for group in claims.groups
            if group.start < len(claims.claims)
        }
        for _, paragraph in groupby(claims.claims, key=lambda one: id(one.text)):
            heads = list(_heads(paragraph))
            for at, whole in enumerate(heads[:-_FEWEST]):
                if (whole.topic, id(whole.text)) in divided:
                    continue
                parts = self._parts(
                    claims, whole, (heads[after] for after in range(at + 1, len(heads)))
                )
                found = _found(context, whole, parts) if len(parts) >= _FEWEST else None
                if found is not None:
                    yield conclude(self, context, found)

    def _parts(self, claims: Claims, whole: Claim, heads: Iterable[Claim]) -> Sequence[Claim]:
        """The amounts behind a total that may be its parts, each of another thing."""
        name = names.plain(claims.topics[whole.topic].name)
        if not self.totals.matches(name):
            return ()
        row = list(takewhile(lambda one: self._is_part(claims, whole, one), heads))
        return row if len({one.topic for one in row}) == len(row) else ()

    def _is_part(self, claims: Claims, whole: Claim, one: Claim) -> bool:
        name, called = claims.topics[one.topic].name, claims.topics[whole.topic].name
        total = senses.is_total(name) or self.totals.matches(names.plain(name))
        same = senses.side(name) == senses.side(called) != ""
        return (
            same and not total and one.topic != whole.topic and not claims.list_of(one.topic, one)
        )


def _heads(paragraph: Iterable[Claim]) -> Iterator[Claim]:
    """The amounts with which the sentences of a paragraph begin."""
    end = -1
    for claim in paragraph:
        if claim.start < end:
            continue
        stop = claim.text.value.find(_STOP, claim.end)
        end = len(claim.text.value) if stop < 0 else stop
        plain = (claim.kind, claim.measure) == (AMOUNT, ACTUAL) and not claim.carried
        if plain and claim.is_money:
            yield claim


def _found(context: Context, whole: Claim, parts: Sequence[Claim]) -> Found | None:
    """That the parts come to their total, or would but for one slip; None where neither is so."""
    topics = tuple(one.topic for one in parts)
    group = Group(-1, whole.topic, topics, "", closed=False, start=whole.index + 1)
    row = dividing.Sum(group, whole, tuple(parts), certain=False)
    result = dividing.verdict_on(context, row, row.parts)
    if result.verdict.holds:
        relation = dividing.related(whole, row.parts)
        return Kept(relation.places, relation, result.verdict is not Verdict.EXACT)
    return _broken(context, row, result) if dividing.is_a_slip_away(row, result) else None


def _broken(context: Context, row: dividing.Sum, result: Linear) -> Fault:
    return Fault(
        claim=row.whole,
        others=row.parts,
        relation=dividing.related(row.whole, row.parts),
        result=result,
        doubts=("one-slip",),
        notes=("one-slip",),
        values={
            "whole": context.claims.topics[row.whole.topic].name,
            "total": near.printed(row.whole),
            "parts": "+".join(filter(None, map(near.printed, row.parts))),
        },
    )
