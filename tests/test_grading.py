"""How grave a verdict is: one table for all kinds, and what is noted of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest

from jslint.claims import extract
from jslint.diagnostic import Severity
from jslint.figures.figure import UNITS, Figure
from jslint.figures.verdict import Linear, Rate, Verdict, literal
from jslint.relation import Kind, is_edge, slack
from jslint.rules.bench.cases import Fault, Kept, Open, settle
from jslint.rules.bench.grading import MOST, Grade, capped, grade
from jslint.phrases import worded
from jslint.rules.ground.words import notes
from reports import report

if TYPE_CHECKING:
    from jslint.rules.ground.context import Context

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def linear(verdict: Verdict) -> Linear:
    total = Figure(Decimal(1), Decimal(1), UNITS["万元"], "1万元")
    return Linear(verdict, Fraction(1), (), total, literal, formed=False)


def rate(verdict: Verdict, *slips: str) -> Rate:
    return Rate(verdict, Fraction(1), Decimal(1), slips)


@pytest.mark.parametrize(
    ("own", "result", "doubts", "expected"),
    [
        pytest.param(ERROR, linear(Verdict.IMPOSSIBLE), (), ERROR, id="a sum that cannot be"),
        pytest.param(INFO, linear(Verdict.IMPOSSIBLE), (), INFO, id="a rule that only informs"),
        pytest.param(ERROR, linear(Verdict.TIE_ONLY), (), WARNING, id="a sum on ties"),
        pytest.param(INFO, linear(Verdict.TIE_ONLY), (), INFO, id="never graver than the rule"),
        pytest.param(ERROR, linear(Verdict.COARSE), (), WARNING, id="a sum of coarse figures"),
        pytest.param(WARNING, linear(Verdict.IMPROBABLE), (), INFO, id="an improbable sum"),
        pytest.param(ERROR, rate(Verdict.IMPOSSIBLE), (), ERROR, id="a rate that cannot be"),
        pytest.param(ERROR, rate(Verdict.OFF_BY_ONE), (), WARNING, id="a rate off by one"),
        pytest.param(ERROR, rate(Verdict.COARSE), (), INFO, id="a coarse rate"),
        pytest.param(ERROR, rate(Verdict.OFF_BY_ONE), ("balanced",), INFO, id="a balanced share"),
        pytest.param(ERROR, rate(Verdict.OFF_BY_ONE), ("absorbed",), WARNING, id="a residue"),
        pytest.param(ERROR, linear(Verdict.IMPOSSIBLE), ("if-complete",), INFO, id="perhaps all"),
        pytest.param(ERROR, linear(Verdict.IMPOSSIBLE), ("exceeds",), ERROR, id="no doubt at all"),
        pytest.param(ERROR, None, ("alike",), INFO, id="printed alike"),
        pytest.param(ERROR, None, ("zero-base", "alike"), INFO, id="the least of several"),
        pytest.param(WARNING, None, (), WARNING, id="nothing to doubt"),
    ],
)
def test_severity(own, result, doubts, expected):
    assert grade(own, result, doubts).severity is expected


@pytest.mark.parametrize(
    ("result", "given", "expected"),
    [
        pytest.param(None, None, (), id="no verdict, no note"),
        pytest.param(linear(Verdict.TIE_ONLY), None, ("tie-only",), id="a sum's verdict"),
        pytest.param(rate(Verdict.IMPOSSIBLE), None, (), id="a rate that nothing explains"),
        pytest.param(rate(Verdict.OFF_BY_ONE, "truncated"), None, ("truncated",), id="a slip"),
        pytest.param(
            rate(Verdict.COARSE, "truncated"), None, ("coarse", "truncated"), id="coarse first"
        ),
        pytest.param(linear(Verdict.TIE_ONLY), ("joint",), ("joint",), id="other notes instead"),
        pytest.param(linear(Verdict.TIE_ONLY), (), (), id="no notes instead"),
    ],
)
def test_notes(result, given, expected):
    assert grade(ERROR, result, notes=given) == Grade(capped(ERROR, *_verdict(result)), expected)


def _verdict(result):
    if result is None or result.verdict is Verdict.IMPOSSIBLE:
        return ()
    return ("coarse-rate" if result.verdict is Verdict.COARSE else result.verdict.value,)


def test_every_verdict_that_does_not_hold_is_graded():
    known = {verdict.value for verdict in Verdict if not verdict.holds}

    # An impossible one has nothing in doubt, and of an unverifiable one nothing is said.
    assert known - MOST.keys() == {"impossible", "unverifiable"}


def test_an_unknown_doubt_doubts_nothing():
    assert capped(ERROR, "", "exceeds") is ERROR


def test_what_is_noted_of_a_verdict_has_words_in_both_languages():
    for verdict in (Verdict.TIE_ONLY, Verdict.COARSE, Verdict.IMPROBABLE, Verdict.IMPOSSIBLE):
        noted = notes((verdict.value,), bound="1.00")
        said = [worded(lang, noted) for lang in ("zh", "en")]
        assert all(said)
        assert said[0] != said[1]


CENT = Fraction(1, 100)
HALF = CENT / 2


@pytest.mark.parametrize(
    ("kind", "halves", "expected"),
    [
        pytest.param(Kind.LINEAR, [(-1, HALF), (1, HALF), (1, HALF)], 3 * HALF, id="a sum"),
        pytest.param(Kind.LINEAR, [(-1, HALF), (2, HALF)], 3 * HALF, id="by weight"),
        pytest.param(Kind.EQUALITY, [(1, HALF), (-1, HALF)], 0, id="equal last places"),
        pytest.param(Kind.EQUALITY, [(1, HALF), (-1, 10 * HALF)], 11 * HALF, id="unequal ones"),
        pytest.param(Kind.COUNT, [(-1, 0), (1, 0)], 0, id="counts are not rounded"),
        pytest.param(Kind.LINEAR, [(-1, 1), (1, 1), (1, 0)], 2, id="in ticks"),
    ],
)
def test_slack(kind, halves, expected):
    assert slack(kind, halves) == expected


@pytest.mark.parametrize(
    ("kind", "residue", "expected"),
    [
        pytest.param(Kind.LINEAR, 5 * HALF, True, id="one last place more"),
        pytest.param(Kind.LINEAR, -5 * HALF, True, id="or less"),
        pytest.param(Kind.LINEAR, 6 * HALF, False, id="more than that"),
        pytest.param(Kind.COUNT, Fraction(0), False, id="a count has no edge"),
        pytest.param(Kind.ORDER, Fraction(0), False, id="nor has an order"),
    ],
)
def test_edge(kind, residue, expected):
    assert is_edge(kind, residue, [(-1, HALF), (1, HALF), (1, HALF)]) is expected


def test_two_equal_places_may_be_one_last_place_apart():
    assert is_edge(Kind.EQUALITY, CENT, [(1, HALF), (-1, HALF)])
    assert not is_edge(Kind.EQUALITY, 2 * CENT, [(1, HALF), (-1, HALF)])


def test_which_reading_decides():
    claim = extract(report("一、情况\n会议费2.00万元。")).claims[0]
    wrong, coarse = (
        Fault(claim=claim, result=rate(verdict)) for verdict in (Verdict.IMPOSSIBLE, Verdict.COARSE)
    )
    kept, unread = Kept((claim.place,)), Open(claim, "no-present")
    context = cast("Context", None)  # nothing is left to judge

    assert settle(context, [wrong]) is wrong
    assert settle(context, [wrong, unread, kept]) is kept
    assert settle(context, [kept, wrong]) is kept
    assert settle(context, [wrong, coarse]) is coarse
    assert settle(context, [coarse, wrong]) is coarse
    assert settle(context, [wrong, coarse, kept]) is kept
    assert settle(context, [unread, coarse]) is unread
