"""set-off: what is left where income and expenditure are set off is the one total less the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import AMOUNT
from jslint.patterns import regex
from jslint.rules.bench import balanced
from jslint.rules.bench.cases import conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Case
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    Patterns = tuple[re2._Regexp, ...]

_OF_THE_YEAR = regex(r"[当本]年[^。；;]*$")


class SetOff(Rule, frozen=True, kw_only=True):
    """收入总计 A，支出总计 B。收支相抵，年终结余 C: the balance is A less B, a deficit B less A.

    The totals are the only ones since the section began or accounts were last set off; that of the
    expenditure stands in the same paragraph or right before it. A total of what only the year
    brought (合计, where nothing is carried over before it) is none, nor are totals that are equal,
    since what is left stands in them. Where ``referring`` finds that the balance is of what stands above,
    and the paragraph there has no totals, it is of all that this states, if each of its amounts is
    something ``gained`` or ``paid``. What a list names as a part of the total expenditure is in it.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = dict.fromkeys(
        ("received", "spent", "left", "lacking", "brought", "referring", "gained", "paid"),
        options.patterns,
    )
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "formula", "right", "difference", "note"}
    )

    received: Patterns
    spent: Patterns
    left: Patterns
    lacking: Patterns
    brought: Patterns
    referring: Patterns = ()
    gained: Patterns = ()
    paid: Patterns = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Subtract wherever accounts are set off."""
        since: list[Claim] = []
        for claim in context.claims.claims:
            if claim.kind != AMOUNT or not claim.is_money:
                continue
            if since and since[-1].path != claim.path:
                since = []
            since.append(claim)
            name = context.claims.topics[claim.topic].name
            sign = options.any_finds(self.left, name) - options.any_finds(self.lacking, name)
            if sign:
                case = self._case(context.claims, since, sign) or self._of_all(
                    context.claims, since, sign
                )
                if case and not _is_but_a_part(context.claims, claim):
                    yield conclude(self, context, case)
                since = []

    def _case(self, claims: Claims, since: Sequence[Claim], sign: int) -> Case | None:
        closing = since[-1]
        before = [claim for claim in since[:-1] if claim.measure == closing.measure]
        names = [claims.topics[claim.topic].name for claim in before]
        received = [at for at, name in enumerate(names) if options.any_finds(self.received, name)]
        spent = [at for at, name in enumerate(names) if options.any_finds(self.spent, name)]
        if len(received) != 1 or len(spent) != 1:
            return None
        into, out = before[received[0]], before[spent[0]]
        told = not any(claim.carried for claim in (closing, into, out))
        whole = "合计" not in names[received[0]] or any(
            options.any_finds(self.brought, name) for name in names[: received[0]]
        )
        beside = out.text is closing.text or out is before[-1]
        if not (told and whole and beside) or _value(into) == _value(out):
            return None
        if any(
            group.whole == out.topic and closing.topic in group.parts for group in claims.groups
        ):
            return None  # 收入总计 A。支出总计 B，包括：本年支出 C、结转下年 D
        larger, smaller = (into, out)[::sign]
        return balanced.case(closing, [(1, larger), (-1, smaller)])

    def _of_all(self, claims: Claims, since: Sequence[Claim], sign: int) -> Case | None:
        """上述收支相抵: of every amount that the paragraph right above states, none of them a total."""
        closing, above = since[-1], since[-2:-1]
        name = claims.topics[closing.topic].name
        if (
            not above
            or above[0].text is closing.text
            or not options.any_finds(self.referring, name)
        ):
            return None
        row = [one for one in since[:-1] if one.text is above[0].text]
        own = {one.topic for one in row}
        terms = []
        for one in (claim for claim in row if claims.within(claim) not in own):
            called = claims.topics[one.topic].name
            ways = options.any_finds(self.gained, called) - options.any_finds(self.paid, called)
            total = options.any_finds((*self.received, *self.spent), called)
            if not ways or total or one.carried or one.measure != closing.measure:
                return None
            terms.append((sign * ways, one))
        return balanced.case(closing, terms) if {way for way, _ in terms} == {1, -1} else None


def _value(claim: Claim) -> object:
    assert claim.figure is not None
    return claim.figure.exact()


def _is_but_a_part(claims: Claims, closing: Claim) -> bool:
    """当年收支相抵，结余 A; 收支相抵，结转下年 A，净结余 B: whether A is not all that is left."""
    if _OF_THE_YEAR.search(closing.text.value[: closing.start]):
        return True
    if any(group.whole == closing.topic for group in claims.groups):
        return False
    following = claims.claims[closing.index + 1 :]
    further = next((one for one in following if one.kind == AMOUNT and one.is_money), None)
    if further is None or further.text is not closing.text:
        return False
    between = closing.text.value[closing.end : further.start]
    return "。" not in between and "结" in claims.topics[further.topic].name
