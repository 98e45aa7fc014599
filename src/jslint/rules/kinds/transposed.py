"""transposed: an amount mentioned in passing prints two digits of a known one exchanged."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import AMOUNT, CHANGE, MENTION
from jslint.rules.bench import averages, near, relate
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.bench.digits import exchanged, is_long
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from decimal import Decimal

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.bench.averages import Average, Averages
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    #: The amounts that a mention may be, in its own unit, with the claims that they are from.
    _Known = dict[Decimal, tuple[Claim, ...]]

#: So many characters before an amount tell what it is an amount of, and so many prints what it is.
_WORDS = 9
_PRINTS = 3


class Transposed(Rule, frozen=True, kw_only=True):
    """An amount mentioned in passing is not a known one with two neighbouring digits exchanged.

    Known are the amounts and changes that its paragraph prints before it, the first less the other
    amounts mentioned after it, the averages (which the words ``average`` announce) of amounts by
    counts of the section above, and what the same words give everywhere else. Where it is any of them,
    nothing is wrong. An amount that the words ``moves`` lead up to is what something else was or became.
    What another rule has said of the same figures is not said again.
    """

    BESIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "average": options.pattern,
        "moves": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"printed", "meant", "others"})

    average: re2._Regexp
    moves: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every amount that is only mentioned."""
        mentions = [one for one in context.claims.claims if one.kind == MENTION and one.is_money]
        prints = _prints(mentions)
        for claim in mentions:
            if self.moves.search(claim.text.value[claim.clause : claim.start]):
                continue
            known = self._known(context, claim, prints)
            if (found := _found(claim, known)) is not None:
                yield conclude(self, context, found)

    def _known(
        self, context: Context, claim: Claim, prints: Mapping[str, Counter[Decimal]]
    ) -> _Known:
        claims, figure = context.claims, claim.figure
        assert figure is not None
        found: _Known = {}
        if self.average.search(claim.text.value[claim.clause : claim.start]):
            return _averages(averages.of_section(context, claim.path[:-1] or claim.path), figure)
        before = [one for one in near.back(claims, claim) if _is_alike(one, claim)]
        for one in before:
            if one.kind in (AMOUNT, CHANGE) and one.figure is not None:
                found.setdefault(abs(one.figure.value), (one,))
        return found | _rests(claims, claim, before) | _same_words(claim, prints)


def _found(claim: Claim, known: _Known) -> Found | None:
    """What a mention is: a known amount, such a one with digits exchanged, or anything."""
    figure = claim.figure
    assert figure is not None
    if figure.value in known:
        return Kept((claim.place,), slack=True)
    meant = next((value for value in exchanged(figure) if value in known), None)
    if meant is None:
        return None
    right = words.replacing(Fraction(meant) * Fraction(figure.unit.scale), figure)
    others = known[meant]
    alone = others[0] if len(others) == 1 else None
    same = alone is not None and alone.figure is not None and abs(alone.figure.value) == meant
    return Fault(
        claim=claim,
        others=others,
        relation=relate.same(claim, alone) if same and alone else None,
        doubts=() if is_long(figure) else ("short",),
        expected=right,
        values={
            "meant": right,
            "others": "、".join(dict.fromkeys(words.tail(one.excerpt) for one in others)),
        },
    )


def _is_alike(one: Claim, claim: Claim) -> bool:
    """Whether two claims print an amount in the same unit, to as many places."""
    if one.figure is None or claim.figure is None or one.figure.unit != claim.figure.unit:
        return False
    return one.figure.quantum == claim.figure.quantum


def _rests(claims: Claims, claim: Claim, before: Sequence[Claim]) -> _Known:
    """What the amount before a row of mentions leaves for a mention beside the others of the row."""
    row = list(takewhile(lambda one: one.kind == MENTION, before))
    after = near.onward(claims, claim)
    row += takewhile(lambda one: one.kind == MENTION and _is_alike(one, claim), after)
    row = [one for one in row if one.clause == claim.clause]
    whole = next((one for one in before if one.kind == AMOUNT), None)
    if not row or whole is None or whole.figure is None:
        return {}
    rest = whole.figure.value - sum(one.figure.value for one in row if one.figure)
    return {rest: (whole, *row)}


def _averages(known: Averages | None, figure: Figure) -> _Known:
    """Which of the amounts that a figure may be is an average, as it prints where the figure stands."""
    if known is None:
        return {}
    found: _Known = {}
    for value in exchanged(figure):
        one = next(_stated(known.printing(value, figure.unit, figure.quantum)), None)
        if one is not None:
            found[value] = (one.total, one.count) if one.count else (one.total,)
    # Of what the total is rounded from it may be the average too.
    if any(_stated(known.near(figure.exact(), figure.step / 2))):
        found[figure.value] = ()
    return found


def _stated(found: Iterator[Average]) -> Iterator[Average]:
    """Those of amounts and counts that are stated of something, not mentioned in passing."""
    for one in found:
        if one.total.kind == AMOUNT and (one.count is None or one.count.kind == AMOUNT):
            yield one


def _prints(mentions: Sequence[Claim]) -> dict[str, Counter[Decimal]]:
    """How often each amount is printed behind the same words."""
    found: dict[str, Counter[Decimal]] = {}
    for claim in mentions:
        assert claim.figure is not None
        found.setdefault(_words(claim), Counter())[claim.figure.value] += 1
    return found


def _words(claim: Claim) -> str:
    """The words before an amount, with its unit."""
    assert claim.figure is not None
    return claim.text.value[max(0, claim.start - _WORDS) : claim.start] + claim.figure.unit.name


def _same_words(claim: Claim, prints: Mapping[str, Counter[Decimal]]) -> _Known:
    """The amount that the same words give, if it is printed often and this one once."""
    assert claim.figure is not None
    counts = prints[_words(claim)]
    (value, count), *_ = counts.most_common(1)
    return {value: ()} if count >= _PRINTS and counts[claim.figure.value] == 1 else {}
