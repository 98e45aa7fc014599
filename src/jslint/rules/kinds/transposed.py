"""transposed: an amount mentioned in passing prints two digits of a known one exchanged."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import AMOUNT, CHANGE, MENTION
from jslint.figures.figure import Dimension
from jslint.figures.verdict import half_up
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
    from jslint.document import Section
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    #: The amounts that a mention may be, in its own unit, with the claims that they are from.
    _Known = dict[Decimal, tuple[Claim, ...]]

#: So many characters before an amount tell what it is an amount of, and so many prints what it is.
_WORDS = 9
_PRINTS = 3
#: The average of one is itself.
_SEVERAL = 2


class Transposed(Rule, frozen=True, kw_only=True):
    """An amount mentioned in passing is not a known one with two neighbouring digits exchanged.

    Known are the amounts and changes that its paragraph prints before it, the first less the other
    amounts mentioned after it, the averages (which the words ``average`` announce) of amounts by
    counts of the section above, and what the same words give everywhere else. Where it is any of them,
    nothing is wrong. An amount that the words ``moves`` lead up to is what something else was or became.
    """

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
            known = self._known(context.claims, claim, prints)
            if (found := _found(claim, known)) is not None:
                yield conclude(self, context, found)

    def _known(
        self, claims: Claims, claim: Claim, prints: Mapping[str, Counter[Decimal]]
    ) -> _Known:
        figure = claim.figure
        assert figure is not None
        found: _Known = {}
        if self.average.search(claim.text.value[claim.clause : claim.start]):
            return _averages(claims, claim)
        before = [one for one in _back(claims, claim) if _is_alike(one, claim)]
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
    return Fault(
        claim=claim,
        others=others,
        doubts=() if is_long(figure) else ("short",),
        expected=right,
        values={
            "meant": right,
            "others": "、".join(dict.fromkeys(words.tail(one.excerpt) for one in others)),
        },
    )


def _back(claims: Claims, claim: Claim) -> list[Claim]:
    """The claims of a claim's paragraph before it, the nearest first."""
    earlier = (claims.claims[at] for at in range(claim.index - 1, -1, -1))
    return list(takewhile(lambda one: one.text is claim.text, earlier))


def _is_alike(one: Claim, claim: Claim) -> bool:
    """Whether two claims print an amount in the same unit, to as many places."""
    if one.figure is None or claim.figure is None or one.figure.unit != claim.figure.unit:
        return False
    return one.figure.quantum == claim.figure.quantum


def _rests(claims: Claims, claim: Claim, before: Sequence[Claim]) -> _Known:
    """What the amount before a row of mentions leaves for a mention beside the others of the row."""
    row = list(takewhile(lambda one: one.kind == MENTION, before))
    after = (claims.claims[at] for at in range(claim.index + 1, len(claims.claims)))
    row += takewhile(lambda one: one.kind == MENTION and _is_alike(one, claim), after)
    row = [one for one in row if one.text is claim.text and one.clause == claim.clause]
    whole = next((one for one in before if one.kind == AMOUNT), None)
    if not row or whole is None or whole.figure is None:
        return {}
    rest = whole.figure.value - sum(one.figure.value for one in row if one.figure)
    return {rest: (whole, *row)}


def _averages(claims: Claims, claim: Claim) -> _Known:
    """The amounts of a section divided by its counts, as they print where the mention stands."""
    figure = claim.figure
    assert figure is not None
    above = claim.path[:-1] or claim.path
    beside = [one for one in claims.claims if one.kind == AMOUNT and _is_below(one, above)]
    counts = [
        one
        for one in beside
        if one.figure is not None
        and one.figure.unit.dimension is Dimension.COUNT
        and one.figure.value >= _SEVERAL
    ]
    found: _Known = {}
    for total in beside:
        if not total.is_money or total.figure is None:
            continue
        found.setdefault(total.figure.value, (total,))  # by one
        for count in counts:
            assert count.figure is not None
            one = Fraction(count.figure.value) * Fraction(figure.unit.scale)
            each, step = total.figure.exact() / one, total.figure.quantum * total.figure.unit.scale
            found.setdefault(half_up(each, figure.quantum), (total, count))
            if abs(each - Fraction(figure.value)) * 2 <= Fraction(step) / one:
                found.setdefault(figure.value, (total, count))  # of what the total is rounded from
    return found


def _is_below(claim: Claim, above: tuple[Section, ...]) -> bool:
    """Whether a claim stands in a section."""
    return claim.path[: len(above)] == above


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
