"""grown: a change and its rate fit the amount that a quantity comes to, wherever that is stated."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import GROWTH, PRIOR
from jslint.rules.bench import near, rates, relate
from jslint.rules.bench.cases import Case, Fault, Open, conclude
from jslint.rules.bench.grading import notes_of
from jslint.rules.bench.quantified import is_of, only
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.facts import Statement
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class _Grown(Struct, frozen=True):
    """A rate with its change, and the amount of the quantity that both are of."""

    rate: Claim
    change: Claim
    now: Statement
    sign: int


class Grown(Rule, frozen=True, kw_only=True):
    """A rate of growth on last year is its change over the base, also where its amount is elsewhere.

    That is in another sentence under another name, or in a table. The ``facts`` tell under which names
    one quantity is stated. What states its amount by its own name is checked by the kind ``growth``;
    amounts that differ among themselves say nothing here.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"facts": options.quantities}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "change", "current", "formula", "exact", "note"}
    )
    QUANTITIES: ClassVar[tuple[str, ...]] = ("facts",)

    facts: tuple[str, ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every rate of a quantity whose amount stands elsewhere."""
        rated = [claim for claim in context.claims.claims if _is_rate(context, claim)]
        for quantity in context.quantities:
            if quantity.name in self.facts and (now := only(context.facts[quantity.name])):
                for claim in rated:
                    if is_of(quantity, context, claim):
                        yield conclude(self, context, _found(context, claim, now))


def _is_rate(context: Context, claim: Claim) -> bool:
    """Whether a claim is a rate of growth on last year whose own topic has no amount."""
    claims = context.claims
    if claim.kind != GROWTH or claim.measure != PRIOR or claim.carried or claims.rivals(claim):
        return False
    return claim.figure is not None and near.current_near(claims, claim.topic, claim) is None


def _found(context: Context, claim: Claim, now: Statement) -> Found:
    change = rates.change_for(context.claims, claim)
    if change is None or change.figure is None:
        return Open(claim, "no-change")
    sign = change.direction if change.direction is not None else claim.direction
    if not sign or change.figure.value <= 0:
        return Open(claim, "no-direction")
    grown = _Grown(claim, change, now, sign)
    relation = relate.grown(claim, change, now, sign)
    return Case(claim, relation, partial(_broken, grown), "base-zero")


def _broken(grown: _Grown, result: Result) -> Fault:
    now, changed = words.printed(grown.now.figure), near.printed(grown.change)
    return Fault(
        claim=grown.rate,
        others=(grown.change, grown.now),
        relation=relate.grown(grown.rate, grown.change, grown.now, grown.sign),
        result=result,
        notes=notes_of(result),
        values=rates.quoted(changed, now, grown.sign),
    )
