"""The number model against oracles: Arelle's Calculations 1.1, and the model's page in whole numbers.

``benchmarks/oracles.py`` does the same with a million sums and with larger numbers.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from random import Random
from typing import Any

import pytest
from oracle_rates import (
    FORMULAS,
    Form,
    Printed,
    Question,
    asked,
    asked_as_formula,
    objection,
    questions,
    verdict,
)
from oracle_sums import Sum, arelle, drawn, expected, gap, objections

from jslint.figures.figure import UNITS
from jslint.figures.verdict import Verdict


@pytest.fixture(scope="module")
def calcs() -> Any:
    """Arelle's module; without it the tests that ask it are skipped."""
    try:
        return arelle()
    except ImportError:
        pytest.skip("arelle-release is not installed: nox -s oracle, or pip install -e .[dev]")


@pytest.mark.parametrize("seed", range(4))
def test_random_sums_are_judged_as_arelle_judges_them(calcs: Any, seed: int) -> None:
    random = Random(seed)

    found = [objections(calcs, drawn(random, calcs.roundValue)) for _ in range(750)]

    assert [said for said in found if said] == []


def of(parts: list[str], total: str) -> Sum:
    """A sum of ten thousands; a part that begins with ~ is subtracted."""
    unit = UNITS["万元"]
    terms = [(-1 if part[0] == "~" else 1, part.lstrip("~"), unit) for part in parts]
    return Sum(tuple(terms), (total, unit), "by hand")


@pytest.mark.parametrize(
    ("one", "apart", "verdicts"),
    [
        # W3 and its mutants: [59.110, 59.130] against [total - 0.005, total + 0.005], in yuan.
        pytest.param(of(["34.61", "24.51"], "59.12"), -150, {Verdict.EXACT}, id="exact"),
        pytest.param(
            of(["34.61", "24.51"], "59.11"),
            -50,
            {Verdict.ROUNDING, Verdict.IMPROBABLE},
            id="overlapping",
        ),
        pytest.param(of(["34.61", "24.51"], "59.10"), 50, {Verdict.IMPOSSIBLE}, id="apart"),
        pytest.param(of(["1.00", "2.00", "3.00"], "6.02"), 0, {Verdict.TIE_ONLY}, id="touching"),
        pytest.param(of(["5.00"], "5.01"), 0, {Verdict.IMPOSSIBLE}, id="one part, touching"),
        pytest.param(of(["9.00", "~(2.00)"], "11.00"), -150, {Verdict.EXACT}, id="less a negative"),
    ],
)
def test_the_oracle_itself(calcs: Any, one: Sum, apart: int, verdicts: set[Verdict]) -> None:
    assert gap(calcs, one) == Decimal(apart)
    assert expected(calcs, one) == verdicts


@pytest.mark.parametrize("fine", [None, (2, 1)], ids=["as printed", "zeros dropped"])
@pytest.mark.parametrize("form", Form, ids=lambda form: form.value)
def test_every_rate_of_small_numbers(form: Form, fine: tuple[int, int] | None) -> None:
    asked_for = [one for one in questions(1, fine=fine) if one.form is form]

    assert [said for said in map(objection, asked_for) if said] == []


@pytest.mark.parametrize("form", Form, ids=lambda form: form.value)
def test_rates_of_larger_numbers(form: Form) -> None:
    random = Random(form.value)
    places = list(product(range(3), range(3), range(3)))

    drawn_ones = [_larger(random, form, *random.choice(places)) for _ in range(300)]
    assert [said for said in map(objection, drawn_ones) if said] == []
    assert len({verdict(one) for one in drawn_ones}) > 2


@pytest.mark.parametrize("fine", [None, (2, 1)], ids=["as printed", "zeros dropped"])
@pytest.mark.parametrize("form", FORMULAS, ids=lambda form: form.value)
def test_rates_as_the_formulas_of_packs(form: Form, fine: tuple[int, int] | None) -> None:
    """A base below 0 has a rate there: that which the formula says, of which the model says none."""
    judged = [one for one in questions(1, fine=fine) if one.form is form and verdict(one)]

    assert judged
    assert [one for one in judged if asked_as_formula(one) != verdict(one)] == []


def _larger(random: Random, form: Form, one: int, other: int, rated: int) -> Question:
    """Amounts of up to seven digits and a rate within two last places of what they give."""
    size = 10 ** random.randint(2, 7)
    part, whole = Printed(random.randrange(size), one), Printed(random.randrange(1, size), other)
    base = {Form.INCREASE: whole.value - part.value, Form.DECREASE: whole.value + part.value}
    top = {Form.RISE: part.value - whole.value, Form.FALL: whole.value - part.value}
    true = 100 * 10**rated * top.get(form, part.value) // (base.get(form, whole.value) or 1)
    return Question(form, Printed(true + random.randint(-2, 3), rated), part, whole)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        # 2 of 3: [1.5, 2.5] / [2.5, 3.5] = [42.86 %, 100 %].
        pytest.param(
            Question(Form.SHARE, Printed(43, 0), *[Printed(n, 0) for n in (2, 3)]),
            "rounding",
            id="share",
        ),
        pytest.param(
            Question(Form.SHARE, Printed(42, 0), *[Printed(n, 0) for n in (2, 3)]),
            "off-by-one",
            id="share, off",
        ),
        pytest.param(
            Question(Form.SHARE, Printed(41, 0), *[Printed(n, 0) for n in (2, 3)]),
            "impossible",
            id="share, far",
        ),
        # The page's 0.03 from 0.01: [66.7 %, 600 %], so neither 200 % nor 150 % is contradicted.
        pytest.param(
            Question(Form.RISE, Printed(200, 0), *[Printed(n, 2) for n in (3, 1)]),
            "exact",
            id="rise",
        ),
        pytest.param(
            Question(Form.RISE, Printed(150, 0), *[Printed(n, 2) for n in (3, 1)]),
            "rounding",
            id="rise, hidden",
        ),
        pytest.param(
            Question(Form.RISE, Printed(66, 0), *[Printed(n, 2) for n in (3, 1)]),
            "off-by-one",
            id="rise, off",
        ),
        # The page's 12.50 to 0.00: [-100.12, -99.88].
        pytest.param(
            Question(Form.FALL, Printed(100, 0), *[Printed(n, 2) for n in (0, 1250)]),
            "exact",
            id="to nothing",
        ),
        pytest.param(
            Question(Form.FALL, Printed(98, 0), *[Printed(n, 2) for n in (0, 1250)]),
            "impossible",
            id="to nothing, wrong",
        ),
        pytest.param(
            Question(Form.RISE, Printed(5, 0), *[Printed(n, 2) for n in (3, 0)]),
            None,
            id="base may be 0",
        ),
    ],
)
def test_the_rate_oracle_itself_and_the_bench(question: Question, said: str | None) -> None:
    assert verdict(question) == said
    assert asked(question) == said
