"""balance: what there was, with all that came in and went out, is what is left, each told by its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims import cues, senses
from jslint.claims.model import AMOUNT, BUDGET, CHANGE, GROWTH, MENTION
from jslint.figures.figure import fold
from jslint.rules.bench import balanced
from jslint.rules.bench.cases import conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    Patterns = tuple[re2._Regexp, ...]


class Row(Struct):
    """A balance being read: its amounts with their signs, the first one being what there was."""

    terms: list[tuple[int, Claim]] = []
    account: str = ""


class Balance(Rule, frozen=True, kw_only=True):
    """In one sentence, ``opening`` plus all ``received`` less all ``spent`` is ``closing``.

    Which of them an amount is, the words between it and the figure before say; a balance has at least
    one of each, and none that was spent where the rule has no words for it. What they divide (其中：…), what is compared with another year, and subtotals whose words
    match ``besides`` are passed over; behind any other amount, and one whose words match ``unless``,
    nothing is said. What another rule has said of the same figures is not said again.
    """

    BESIDES: ClassVar[bool] = True
    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "opening": options.patterns,
        "received": options.patterns,
        "spent": options.patterns,
        "closing": options.patterns,
        "besides": options.patterns,
        "unless": options.patterns,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "formula", "right", "difference", "note"}
    )

    opening: Patterns
    received: Patterns
    closing: Patterns
    spent: Patterns = ()
    besides: Patterns = ()
    unless: Patterns = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up every balance that is told."""
        claims, row = context.claims, Row()
        for claim in claims.claims:
            words = _words(claims, claim)
            if "。" in words or (row.terms and claim.text is not row.terms[0][1].text):
                row = Row()
            if not claim.is_money or _is_compared(claim, words) or _divides(claims, claim, row):
                continue
            sign = self._sign(claim, words, row)
            if sign is not None:
                row.terms.append((sign, claim))
                continue
            if self._ends(claim, words, row):
                yield conclude(self, context, balanced.case(claim, tuple(row.terms), settled=True))
            elif not (row.terms and options.any_finds(self.besides, words)):
                row = self._begin(claim, words)

    def _begin(self, claim: Claim, words: str) -> Row:
        """A balance that begins with a claim, if it does."""
        opens = claim.kind == AMOUNT and not claim.measure.startswith(BUDGET)
        opens = opens and not options.any_finds(self.unless, words)
        if not opens or not options.any_finds(self.opening, words) or cues.BASE.search(words):
            return Row()
        return Row([(1, claim)], senses.account(words))

    def _sign(self, claim: Claim, words: str, row: Row) -> int | None:
        """1 for what came in, -1 for what went out; None for what is neither, or may be either."""
        if not row.terms or claim.kind == MENTION or claim.measure.startswith(BUDGET):
            return None
        if options.any_finds(self.unless, words):
            return None
        came, went = options.any_finds(self.received, words), options.any_finds(self.spent, words)
        closes = options.any_finds(self.closing, words) or options.any_finds(self.opening, words)
        same = senses.account(words) in ("", row.account)
        return None if came == went or closes or not same else 1 if came else -1

    def _ends(self, claim: Claim, words: str, row: Row) -> bool:
        signs = {sign for sign, _ in row.terms[1:]}
        ends = options.any_finds(self.closing, words) and not options.any_finds(self.unless, words)
        needed = {1, -1} if self.spent else {1}
        return claim.kind == AMOUNT and signs == needed and ends


def _words(claims: Claims, claim: Claim) -> str:
    """What stands between a claim and the figure before it in its paragraph."""
    before = claims.claims[claim.index - 1] if claim.index else None
    start = before.end if before is not None and before.text is claim.text else 0
    return fold(claim.text.value[min(start, claim.start) : claim.start])


def _is_compared(claim: Claim, words: str) -> bool:
    """Whether a claim says how much more or less something is than it was."""
    return claim.kind == GROWTH or (claim.kind == CHANGE and cues.BASE.search(words) is not None)


def _divides(claims: Claims, claim: Claim, row: Row) -> bool:
    """Whether a claim is of a part of what the balance has stated."""
    whole = claims.within(claim)
    return whole is not None and whole in {one.topic for _, one in row.terms}
