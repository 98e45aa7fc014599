"""prior-year: what the narrative says of last year is what last year's report printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import ACTUAL, AMOUNT, CHANGE, FLAT, GROWTH, PRIOR
from jslint.figures.figure import Dimension
from jslint.figures.verdict import Rate, Verdict, linear
from jslint.rules.bench import near, past, rates, relate
from jslint.rules.bench.cases import Fault, Kept, Open, conclude
from jslint.rules.bench.grading import notes_of
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.document import Place
    from jslint.facts import Statement
    from jslint.phrases import Told
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: The quantities (name and account) that an amount of the narrative states, by its place and words.
_Stated = dict[tuple["Place", str], list[tuple[str, str]]]


class _Said(Struct, frozen=True):
    """What is said of last year, the amount now, and a statement of last year's report."""

    claim: Claim
    now: Claim
    then: Statement


class PriorYear(Rule, frozen=True, kw_only=True):
    """The amounts of last year that the narrative prints or implies stand in last year's report.

    For each quantity of the packs that both reports state: an amount printed for last year, the
    amount now less its change, 持平, and a rate of growth whose change is not printed. A figure is
    right if any statement of last year's report allows it. Nothing is checked without last year's
    report (``--previous``), or with one of another body or year.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "stated", "implied", "then", "source", "note"}
    )
    MOST: ClassVar[int] = 6

    def check(self, context: Context) -> Iterator[Outcome]:
        """Hold every claim about the year before against last year's report."""
        last = past.of(context)
        if isinstance(last, str):
            yield self.unchecked(last)
            return
        claims, stated = context.claims, _stated(context)
        for claim in claims.claims:
            now = _now(claims, claim) if _is_about_last_year(claims, claim) else None
            names = stated.get((now.place, now.excerpt), ()) if now else ()
            if now and names:
                said = [_Said(claim, now, then) for name in names for then in _then(last, *name)]
                found = _found(context, last, said) if said else Open(claim, "not-in-past")
                yield conclude(self, context, found)


def _found(context: Context, last: Context, said: list[_Said]) -> Found:
    results = [_result(context, last, one) for one in said]
    claim, result = said[0].claim, results[0]
    holding = [
        (one.verdict, row)
        for row, one in zip(said, results, strict=True)
        if not isinstance(one, str) and one.verdict.holds
    ]
    if holding:
        verdict, row = min(holding, key=_is_rounded)
        places = (claim.place, said[0].now.place)
        return Kept(places, _relation(row), slack=verdict is not Verdict.EXACT)
    if isinstance(result, str):
        return Open(claim, result)
    if context.claims.rivals(claim):
        return Open(claim, "other-subject")
    return _broken(last, said[0], result)


def _is_rounded(one: tuple[Verdict, _Said]) -> bool:
    return one[0] is not Verdict.EXACT


def _relation(said: _Said) -> Relation | None:
    """What adds up to last year's amount; None where a rate implies it."""
    claim, now = said.claim, said.now
    if claim.kind == AMOUNT:
        terms = [(1, claim)]
    elif claim.kind == CHANGE:
        terms = [(1, now), (-(claim.direction or 1), claim)]
    elif claim.kind == FLAT:
        terms = [(1, now)]
    else:
        return None
    return relate.before(terms, said.then.figure)


def _broken(last: Context, said: _Said, result: Result) -> Fault:
    claim, now, then = said.claim, said.now, said.then
    coarse = result.verdict is Verdict.COARSE
    return Fault(
        claim=claim,
        others=(past.related(last, then), now),
        relation=_relation(said),
        figures=(claim.place, now.place),
        result=result,
        doubts=("coarse-rate",) if coarse else (),
        notes=notes_of(result) if coarse or isinstance(result, Rate) else (),
        expected=_expected(said, result),
        actual=near.said(claim),
        like=now.figure,
        values={
            "stated": words.tail(claim.excerpt),
            "implied": _implied(said, result),
            "then": past.shown(then.figure),
            "source": past.source(then),
        },
    )


def _stated(context: Context) -> _Stated:
    found: _Stated = {}
    for name, statements in context.facts.items():
        for statement in statements:
            if not statement.source:
                where = statement.place, statement.excerpt
                found.setdefault(where, []).append((name, statement.key))
    return found


def _then(last: Context, name: str, key: str) -> Iterator[Statement]:
    """The amounts that last year's report states of a quantity, of a keyed one for the account."""
    keyed = name in last.keyed
    for statement in last.facts.get(name, ()):
        fits = not keyed or statement.key == key
        if fits and statement.figure.unit.dimension is Dimension.AMOUNT:
            yield statement


def _is_about_last_year(claims: Claims, claim: Claim) -> bool:
    """Whether a claim gives away last year's amount; a rate beside its change adds nothing to that."""
    if claim.measure != PRIOR:
        return False
    if claim.kind == FLAT:
        return not near.is_about(claim)
    if claim.kind == GROWTH:
        return rates.change_for(claims, claim) is None
    return claim.kind in (AMOUNT, CHANGE) and claim.is_money


def _now(claims: Claims, claim: Claim) -> Claim | None:
    """The amount of this year that a claim goes with; none where it goes with a count."""
    nearest = next(claims.before(claim, claim.topic, AMOUNT, ACTUAL), None)
    if claim.kind in (FLAT, GROWTH) and nearest is not None and not nearest.is_money:
        return None
    return near.amount_near(claims, claim.topic, claim, ACTUAL)


def _result(context: Context, last: Context, said: _Said) -> Result | str:
    """The verdict on what is said against one statement, or why there is none."""
    claim, now, then = said.claim, said.now.figure, said.then.figure
    assert now is not None
    quantum = past.quantum(context, last, then)
    if claim.kind == FLAT or claim.figure is None:
        return linear([(1, now)], then, quantum)
    if claim.kind == AMOUNT:
        return linear([(1, claim.figure)], then, quantum)
    if not claim.direction or claim.figure.value < 0:
        return "no-direction"
    if claim.kind == CHANGE:
        return linear([(1, now), (-claim.direction, claim.figure)], then, quantum)
    if claim.figure.unit.dimension is not Dimension.RATE:
        return "no-rate"
    return rates.risen(context, claim.figure, now, then, claim.direction) or "base-zero"


def _implied(said: _Said, result: Result) -> Told:
    """Last year's amount by what is said, in the unit of the amount now."""
    now, printed = said.now.figure, said.claim.figure
    assert now is not None
    if not isinstance(result, Rate):
        return words.amount(result.difference + said.then.figure.exact(), now)
    assert printed is not None
    factor = 1 + (said.claim.direction or 0) * printed.exact() / 100
    return words.amount(now.exact() / factor, now) if factor > 0 else words.word("untold")


def _expected(said: _Said, result: Result) -> str:
    """What should stand there by last year's report: a change, a rate, or last year's amount."""
    now, then = said.now.figure, said.then.figure
    assert now is not None
    if isinstance(result, Rate):
        return f"{result.rounded}%"
    if said.claim.kind == CHANGE:
        sign = said.claim.direction or 1
        return words.amount(sign * (now.exact() - then.exact()), now)
    return words.amount(then.exact(), now) if said.claim.kind == AMOUNT else ""
