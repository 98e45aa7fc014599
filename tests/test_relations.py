"""What rules that compare no two printed figures state: counts, limits, signs, last year's amounts."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from jslint import engine, pack
from jslint.account import Fit, residue, stand
from jslint.diagnosis.diagnose import diagnose
from jslint.diagnosis.graph import build
from jslint.diagnosis.model import Link, Spot, Standing, Term
from jslint.diagnosis.state import start
from jslint.diagnostic import Account, Diagnostic, Holds
from jslint.document import Place
from jslint.figures.figure import UNITS, Figure
from jslint.formatters.computations import computation
from jslint.readers import text
from jslint.relation import Given, Kind, Operand, Relation, Role
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from jslint.pack import RuleSet

#: The rules of one kind each, and the kinds of relation that they state.
STATED = {
    "CNT101": {Kind.COUNT},
    "CNT112": {Kind.ORDER},
    "CNT201": {Kind.SIGN},
    "PCT202": {Kind.IMPLIED},
    "TRD103": {Kind.SIGN, Kind.LINEAR, None},
    "TRD106": {Kind.IMPLIED},
    "TRD301": {Kind.LINEAR, None},
}


@cache
def ruleset() -> RuleSet:
    return pack.load([one.name for one in pack.available()])


def outcomes(name: str) -> list[Diagnostic | Holds]:
    """All that a rule says of figures in its own examples."""
    (rule,) = (one for one in ruleset().rules if one.entry.id == name)
    found: list[Diagnostic | Holds] = []
    for example in rule.entry.examples:
        read, last = (
            text.read(source.encode(), "report.txt") if source else None
            for source in (example.text, example.previous)
        )
        assert read is not None
        context = Context(read, ruleset().quantities, last)
        every = rule.check(context)
        found += [one for one in every if isinstance(one, Diagnostic | Holds) and one.figures]
    return found


@pytest.mark.parametrize("name", STATED)
def test_what_a_rule_looks_at_is_a_relation(name: str) -> None:
    found = outcomes(name)

    assert {isinstance(one, Holds) for one in found} == {True, False}
    kinds = {one.relation.kind if one.relation else None for one in found}
    assert kinds
    assert kinds <= STATED[name]
    assert kinds != {None}


@pytest.mark.parametrize("name", STATED)
def test_a_sum_is_broken_where_it_does_not_come_out(name: str) -> None:
    for one in outcomes(name):
        relation = one.relation
        if relation is None or not relation.kind.is_reckoned:
            continue
        left = residue(relation)
        wrong = left < 0 if relation.kind is Kind.ORDER else left != 0

        assert wrong is isinstance(one, Diagnostic)


def figure(number: str, unit: str = "批次") -> Figure:
    quantum = Decimal(1).scaleb(Decimal(number).as_tuple().exponent)  # type: ignore[arg-type]
    return Figure(Decimal(number), quantum, UNITS[unit], f"{number}{unit}")


def spot(name: int, value: int, quantum: int) -> Spot:
    """A figure whose values are given in steps."""
    return Spot(
        key=name,
        order=(name,),
        text=str(value),
        value=value * STEP,
        quantum=quantum * STEP,
        step=STEP,
        exact=not quantum,
    )


#: A step of the figures below, in ticks.
STEP = 2


def link(kind: Kind, terms: list[tuple[Spot, int]], given: int = 0, room: int = 0) -> Link:
    """A relation of spots and what is given, in steps, standing as it comes out."""
    left = sum(weight * one.value for one, weight in terms) + given * STEP
    slack = sum(abs(weight) * one.quantum for one, weight in terms) // 2 + room
    wrong = left < -slack if kind is Kind.ORDER else abs(left) > slack
    return Link(
        rule="X",
        kind=kind,
        operands=tuple(Term(one, weight) for one, weight in terms),
        standing=Standing.BROKEN if wrong else Standing.HOLDS,
        given=given * STEP,
        room=room,
        key=(kind, tuple(one.key for one, _ in terms), given),
    )


def accused(links: list[Link]) -> list[tuple[object, int]]:
    return [(one.place.key, one.value // STEP) for each in diagnose(links) for one in each.suspects]


def test_a_count_that_its_list_contradicts_is_put_right_where_a_sum_says_the_same() -> None:
    """Printed are 5 visits, of which 1 and 2 of two kinds; the list has 3."""
    five, one, two = spot(1, 5, 0), spot(2, 1, 0), spot(3, 2, 0)
    listed = link(Kind.COUNT, [(five, 1)], -3)
    summed = link(Kind.COUNT, [(five, -1), (one, 1), (two, 1)])

    assert accused([listed, summed]) == [(1, 3)]


def test_a_list_that_agrees_clears_its_count() -> None:
    """Printed are 3 visits, of which 1 and 4; the list has 3, and of the second kind 2."""
    three, one, four = spot(1, 3, 0), spot(2, 1, 0), spot(3, 4, 0)
    held = link(Kind.COUNT, [(three, 1)], -3)
    summed = link(Kind.COUNT, [(three, -1), (one, 1), (four, 1)])
    other = link(Kind.COUNT, [(four, 1)], -2)

    assert accused([held, summed, other]) == [(3, 2)]


def test_last_years_amount_was_rounded_too() -> None:
    """Now less its change is 100; last year's report has 99, and was rounded to twos."""
    now, change = spot(1, 120, 1), spot(2, 20, 1)
    rounded = link(Kind.LINEAR, [(now, 1), (change, -1)], -98, STEP)

    state = start(build([replace(rounded, standing=Standing.BROKEN)], ()))

    # Two halves of their own and that of last year's: a tick each, and two.
    assert (state.residues, state.lows, state.highs) == ([2 * STEP], [-4], [4 - 1])


def test_a_figure_that_its_limit_does_not_allow_is_put_right_by_what_it_should_equal() -> None:
    """A score of 190 of at most 100, that another place prints as 90."""
    wrong, twin = spot(1, 190, 0), spot(2, 90, 0)
    limit = link(Kind.ORDER, [(wrong, -1)], 100)
    same = link(Kind.EQUALITY, [(wrong, 1), (twin, -1)])

    assert accused([limit, same]) == [(1, 90)]


def test_statements_that_are_given_other_numbers_are_not_the_same() -> None:
    three = spot(1, 3, 0)
    links = [link(Kind.COUNT, [(three, 1)], -4), link(Kind.COUNT, [(three, 1)], -5)]

    assert len(diagnose(links)) >= 1
    assert sum(len(one.relations) for one in diagnose(links)) == 2  # noqa: PLR2004 - both are told


def test_what_is_given_is_written_into_the_computation() -> None:
    relation = Relation(
        Kind.COUNT,
        (Operand(Place(order=(1, 1), line=1), figure("5"), 1, Role.TOTAL),),
        given=(Given(figure("3"), -1),),
    )
    outcome = Holds("CNT101", relation.places, relation=relation)
    account = Account((), (), (outcome,))
    ledger = stand(account)

    said = computation("zh", replace(ledger.judged[0], fit=Fit.BROKEN), account, ledger)
    assert said == "5批次 ≠ 3批次，差 2批次 ✗"


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        pytest.param(1, "100分 ≥ 93分 ✓", id="at most"),
        pytest.param(-1, "93分 ≥ 60分 ✓", id="at least"),
    ],
)
def test_a_limit_is_written_as_one(sign: int, expected: str) -> None:
    place = Place(order=(1, 1), line=1)
    ends = {1: "100", -1: "60"}
    relation = Relation(
        Kind.ORDER,
        (Operand(place, figure("93", "分"), -sign),),
        given=(Given(figure(ends[sign], "分"), sign),),
    )
    account = Account((), (), (Holds("CNT112", (place,), relation=relation),))
    ledger = stand(account)

    assert computation("zh", ledger.judged[0], account, ledger) == expected


def test_no_change_is_nothing() -> None:
    place = Place(order=(1, 1), line=1)
    change = Operand(place, figure("0.30", "万元"), 1, Role.DERIVED)
    relation = Relation(Kind.LINEAR, (change,))
    account = Account((), (), (Holds("TRD103", (place,), relation=relation),))
    ledger = stand(account)

    said = computation("zh", replace(ledger.judged[0], fit=Fit.BROKEN), account, ledger)
    assert said == "0.30万元 ≠ 0，差 0.30万元 ✗"


def test_what_last_year_printed_tells_two_relations_apart() -> None:
    """Two rules that hold one figure against other years' amounts state two relations."""
    place = Place(order=(1, 1), line=1)
    rows = [
        Relation(Kind.LINEAR, (Operand(place, figure("5")),), given=(Given(figure(then), -1),))
        for then in ("5", "6", "5")
    ]
    account = Account((), (), tuple(Holds("TRD301", (place,), relation=one) for one in rows))

    assert len(stand(account).judged) == 2  # noqa: PLR2004 - the third is the first again


def test_a_direction_is_no_computation_and_accuses_no_figure() -> None:
    source = "一、会议费支出情况\n会议费支出5.00万元，比上年增加1.00万元，下降25%。\n"
    result = engine.lint(text.read(source.encode(), "report.txt"), pack.load(["arithmetic"]))

    (found,) = (one for one in result.diagnostics if one.rule == "TRD103")
    assert found.relation is not None
    assert found.relation.kind is Kind.SIGN
    assert found.cause is None or not found.cause.suspects
