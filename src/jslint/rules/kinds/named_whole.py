"""named-whole: an amount that is said to be all of a quantity is not a slip of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from jslint.claims.model import SHARE
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Fault, Kept, Open, conclude
from jslint.rules.bench.digits import exchanged, is_long
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_ALL = 100


class NamedWhole(Rule, frozen=True, kw_only=True):
    """An amount of which the text says that it is 100 % of ``whole`` is the quantity ``quantity``.

    Other amounts than the quantity itself are common there, such as its budget; so only one that
    is the quantity with two neighbouring digits exchanged is complained of.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "whole": options.pattern,
        "quantity": options.quantity,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"whole", "printed", "meant"})
    QUANTITIES: ClassVar[tuple[str, ...]] = ("quantity",)

    whole: re2._Regexp
    quantity: str

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every share of 100 % that names the whole."""
        for share in context.claims.claims:
            if share.kind == SHARE and share.whole_name and self.whole.fullmatch(share.whole_name):
                yield conclude(self, context, self._found(context, share))

    def _found(self, context: Context, share: Claim) -> Found:
        amount = near.current_near(context.claims, share.topic, share)
        facts = context.facts.get(self.quantity, ())
        if amount is None or amount.figure is None or amount.text is not share.text or not facts:
            return Open(share, "no-whole")
        assert share.figure is not None
        figure, fact = amount.figure, facts[0]
        scale = Fraction(figure.unit.scale)
        if share.figure.value == _ALL and figure.exact() == fact.figure.exact():
            return Kept((amount.place, fact.place))
        slips = (Fraction(value) * scale for value in exchanged(figure) if is_long(figure))
        if share.figure.value != _ALL or fact.figure.exact() not in slips:
            return Open(share, "condition-fails")
        right = words.replacing(fact.figure.exact(), figure)
        return Fault(
            claim=amount,
            others=(fact,),
            relation=relate.same(amount, fact),
            figures=(amount.place, share.place, fact.place),
            expected=right,
            values={"whole": share.whole_name, "meant": right},
        )
