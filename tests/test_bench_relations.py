"""Relations of quantities judged by the bench: whose last places count, and what a sum becomes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from jslint.document import Place
from jslint.figures.figure import Figure, find
from jslint.figures.verdict import Verdict
from jslint.formulas import Relation, names, parse
from jslint.relation import Kind, Role
from jslint.rules.bench import relations

if TYPE_CHECKING:
    from jslint.rules.ground.conditions import Row
    from jslint.rules.ground.context import Context

#: Tables whose figures are as exact as printed; with the narrative two decimals prevail.
HERE = cast(
    "Context",
    SimpleNamespace(
        table_style=SimpleNamespace(quantum=lambda figure: figure.quantum),
        style=SimpleNamespace(quantum=lambda figure: min(figure.quantum, Decimal("0.01"))),
    ),
)


def figure(text: str) -> Figure:
    (found,) = find(text)
    return found.figure


def row(source: str, *printed: str, tables: str = "") -> tuple[Relation, Row]:
    """A relation, and its quantities in order with what they print; those in a table by name."""
    relation = parse(source)
    assert isinstance(relation, Relation)
    named = sorted(names(relation), key=lambda one: one.name)
    found = {
        name: [
            SimpleNamespace(
                figure=figure(text),
                source="收入决算表" if name.name in tables else "",
                place=Place(line=at),
            )
        ]
        for at, (name, text) in enumerate(zip(named, printed, strict=True), 1)
    }
    return relation, cast("Row", found)


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param("ab", Verdict.ROUNDING, id="both in tables: 7.2 is any from 7.15 to 7.25"),
        pytest.param("a", Verdict.COARSE, id="one in the narrative: 7.2 is 7.20 there"),
        pytest.param("b", Verdict.COARSE, id="the other"),
        pytest.param("", Verdict.COARSE, id="both"),
    ],
)
def test_last_places_are_those_of_tables_where_all_stand_in_some(
    tables: str, expected: Verdict
) -> None:
    relation, found = row("a = b", "7.2万元", "7.24万元", tables=tables)

    judged = relations.judge(HERE, relation, found, "")

    assert judged is not None
    assert judged.verdict is expected


P, T = Role.PART, Role.TOTAL


@pytest.mark.parametrize(
    ("source", "printed", "expected"),
    [
        pytest.param("a = b", 2, (Kind.EQUALITY, [(1, 1, T), (2, -1, P)]), id="equal"),
        pytest.param("a <= b", 2, (Kind.ORDER, [(1, -1, T), (2, 1, P)]), id="no more"),
        pytest.param("a >= b", 2, (Kind.ORDER, [(1, 1, T), (2, -1, P)]), id="no less"),
        pytest.param(
            "a = b + c", 3, (Kind.LINEAR, [(1, 1, T), (2, -1, P), (3, -1, P)]), id="a sum"
        ),
        pytest.param(
            "a + b = c", 3, (Kind.LINEAR, [(1, 1, P), (2, 1, P), (3, -1, T)]), id="on the right"
        ),
        pytest.param("a = 2 * b", 2, (Kind.LINEAR, [(1, 1, T), (2, -2, P)]), id="twice"),
        pytest.param("a = b / 2", 2, None, id="half"),
        pytest.param("a = b + 1", 2, None, id="a number"),
        pytest.param("a < b", 2, None, id="less"),
        pytest.param("a != b", 2, None, id="not equal"),
        pytest.param("a = b * c", 3, None, id="no sum"),
    ],
)
def test_a_relation_of_quantities_is_one_of_figures(
    source: str, printed: int, expected: object
) -> None:
    relation, found = row(source, *["7.2万元"] * printed)

    between = relations.between(relation, found)

    told = between and (
        between.kind,
        [(one.place.line, one.weight, one.role) for one in between.operands],
    )
    assert told == expected


@pytest.mark.parametrize(
    ("source", "printed", "holds", "near", "touching"),
    [
        pytest.param("a = b", ("7.20万元", "7.20万元"), True, False, False, id="equal"),
        pytest.param("a = b", ("7.20万元", "7.21万元"), False, False, True, id="a last place"),
        pytest.param("a = b", ("7.20万元", "7.22万元"), False, False, False, id="two"),
        pytest.param("a <= b", ("7.20万元", "7.30万元"), True, False, False, id="less"),
        pytest.param("a <= b", ("7.20万元", "7.25万元"), True, True, False, id="five places less"),
        pytest.param("a <= b", ("7.20万元", "7.26万元"), True, False, False, id="six"),
        pytest.param("a <= b", ("7.25万元", "7.20万元"), False, False, False, id="more"),
        pytest.param("a >= b", ("7.25万元", "7.20万元"), True, True, False, id="at least, near"),
        pytest.param("a >= b", ("7.20万元", "7.25万元"), False, False, False, id="not at least"),
        pytest.param("a < b", ("7.20万元", "7.30万元"), True, False, False, id="below"),
        pytest.param("a < b", ("7.20万元", "7.20万元"), True, False, False, id="may be below"),
        pytest.param("a > b", ("7.20万元", "7.30万元"), False, False, False, id="not above"),
        pytest.param("a != b", ("7.20万元", "7.20万元"), False, False, False, id="not another"),
        pytest.param("a != b", ("7.20万元", "7.30万元"), True, False, False, id="another"),
    ],
)
def test_how_two_figures_stand(
    source: str, printed: tuple[str, str], *, holds: bool, near: bool, touching: bool
) -> None:
    relation, found = row(source, *printed, tables="ab")

    judged = relations.judge(HERE, relation, found, "")

    assert judged is not None
    assert (judged.holds, judged.near, judged.touching) == (holds, near, touching)


def test_a_difference_and_what_should_stand_there_are_in_yuan() -> None:
    relation, found = row("a = b + c", "9.00万元", "5.00万元", "3.00万元")

    judged = relations.judge(HERE, relation, found, "")

    assert judged is not None
    assert (judged.difference, judged.computed, judged.left) == (10_000, 80_000, 90_000)
    assert judged.verdict is Verdict.IMPOSSIBLE


def test_the_side_that_is_one_figure_is_the_one_to_mend() -> None:
    relation, found = row("a + b = c", "5.00万元", "3.00万元", "9.00万元")

    judged = relations.judge(HERE, relation, found, "")

    assert judged is not None
    assert (judged.difference, judged.computed, judged.left) == (-10_000, 80_000, 80_000)


@pytest.mark.parametrize(
    ("source", "printed", "verdict", "holds"),
    [
        pytest.param(
            "a / b = c / d", "6.00 3.00 4.00 2.00", Verdict.EXACT, True, id="the same quotient"
        ),
        pytest.param(
            "a / b = c / d", "1.00 3.00 3.01 9.00", Verdict.ROUNDING, True, id="within rounding"
        ),
        pytest.param(
            "a / b = c / d", "6.00 3.00 5.00 2.00", Verdict.IMPOSSIBLE, False, id="another"
        ),
        pytest.param("a / b != c / d", "6.00 3.00 5.00 2.00", Verdict.ROUNDING, True, id="unlike"),
        pytest.param(
            "a / b != c / d", "6.00 3.00 4.00 2.00", Verdict.IMPOSSIBLE, False, id="alike"
        ),
        pytest.param("a / b <= c / d", "6.00 3.00 4.00 2.00", Verdict.EXACT, True, id="at most"),
        pytest.param("a / b < c / d", "6.00 3.00 5.00 2.00", Verdict.ROUNDING, True, id="below"),
        pytest.param(
            "a / b < c / d", "7.00 3.00 4.00 2.00", Verdict.IMPOSSIBLE, False, id="not below"
        ),
        pytest.param("a / b >= c / d", "6.00 3.00 4.00 2.00", Verdict.EXACT, True, id="at least"),
        pytest.param(
            "a / b >= c / d", "5.00 3.00 4.00 2.00", Verdict.IMPOSSIBLE, False, id="too little"
        ),
        pytest.param("a / b > c / d", "7.00 3.00 4.00 2.00", Verdict.ROUNDING, True, id="above"),
        pytest.param(
            "a / b > c / d", "5.00 3.00 4.00 2.00", Verdict.IMPOSSIBLE, False, id="not above"
        ),
    ],
)
def test_two_computed_sides_stand_as_any_of_their_possible_values(
    source: str, printed: str, verdict: Verdict, *, holds: bool
) -> None:
    relation, found = row(source, *(f"{one}万元" for one in printed.split()))

    judged = relations.judge(HERE, relation, found, "")

    assert judged is not None
    assert (judged.verdict, judged.holds) == (verdict, holds)


@pytest.mark.parametrize(
    ("printed", "left", "difference"),
    [("6.00 3.00 5.00 2.00", 2, "-1/2"), ("9.00 3.00 1.00 2.00", 3, "5/2")],
)
def test_how_far_two_computed_sides_are_apart(printed: str, left: int, difference: str) -> None:
    relation, found = row("a / b = c / d", *(f"{one}万元" for one in printed.split()))

    judged = relations.judge(HERE, relation, found, "")

    assert judged is not None
    assert (judged.left, judged.difference) == (left, Fraction(difference))
    assert judged.computed == judged.left - judged.difference


@pytest.mark.parametrize(
    ("source", "printed", "expected"),
    [
        # One figure against another: a last place is no rounding.
        pytest.param("a = b", "7.20 7.21", Verdict.IMPOSSIBLE, id="one against one"),
        # Of nine clean parts one sum in 350 is three last places off, of ten one in 200.
        pytest.param(
            "a = b + c + d + e + f + g + h + i + j",
            "10.02" + " 1.11" * 9,
            Verdict.IMPROBABLE,
            id="nine parts",
        ),
        pytest.param(
            "a = b + c + d + e + f + g + h + i + j + k",
            "11.13" + " 1.11" * 10,
            Verdict.ROUNDING,
            id="ten parts",
        ),
        pytest.param(
            "b + c + d + e + f + g + h + i + j = k",
            "1.11 " * 9 + "10.02",
            Verdict.IMPROBABLE,
            id="the total on the right",
        ),
    ],
)
def test_the_total_is_none_of_its_parts(source: str, printed: str, expected: Verdict) -> None:
    relation, found = row(source, *(f"{one}万元" for one in printed.split()))

    judged = relations.judge(HERE, relation, found, "")

    assert judged is not None
    assert judged.verdict is expected
