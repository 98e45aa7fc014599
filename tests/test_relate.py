"""The relations that the kinds check, their figures with weights and roles; digits that changed places."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from msgspec import Struct
from msgspec.structs import replace
from reports import report

from jslint.document import Place
from jslint.figures.figure import Figure, find
from jslint.relation import Kind, Role
from jslint.rules.bench import digits, past, relate

if TYPE_CHECKING:
    from jslint.relation import Relation


class At(Struct, frozen=True):
    """A figure and its place."""

    place: Place
    figure: Figure | None


def at(line: int, text: str) -> At:
    (found,) = find(text)
    return At(Place(line=line), found.figure)


NOW, THEN, CHANGE = at(1, "12.00万元"), at(2, "10.00万元"), at(3, "2.00万元")
RATE, COUNT = at(4, "20.0%"), at(5, "3辆")


def told(one: Relation) -> tuple[Kind, list[tuple[int | None, int, Role]]]:
    """The line, weight and role of each figure."""
    return one.kind, [(each.place.line, each.weight, each.role) for each in one.operands]


P, T, R, D = Role.PART, Role.TOTAL, Role.RATE, Role.DERIVED


@pytest.mark.parametrize(
    ("stated", "kind", "operands"),
    [
        pytest.param(
            relate.total(NOW, [(1, THEN), (-1, CHANGE)]),
            Kind.LINEAR,
            [(1, -1, T), (2, 1, P), (3, -1, P)],
            id="a total",
        ),
        pytest.param(
            relate.total(COUNT, [(1, at(6, "2辆")), (1, at(7, "1辆"))]),
            Kind.COUNT,
            [(5, -1, T), (6, 1, P), (7, 1, P)],
            id="of things",
        ),
        pytest.param(
            relate.total(COUNT, [(1, NOW)]), Kind.LINEAR, [(5, -1, T), (1, 1, P)], id="of both"
        ),
        pytest.param(
            relate.difference(CHANGE, NOW, THEN, 1),
            Kind.LINEAR,
            [(3, -1, D), (1, 1, P), (2, -1, P)],
            id="a rise",
        ),
        pytest.param(
            relate.difference(CHANGE, NOW, THEN, -1),
            Kind.LINEAR,
            [(3, 1, D), (1, 1, P), (2, -1, P)],
            id="a fall",
        ),
        pytest.param(relate.same(NOW, THEN), Kind.EQUALITY, [(1, 1, P), (2, -1, P)], id="the same"),
        pytest.param(relate.order(NOW, THEN), Kind.ORDER, [(1, 1, P), (2, -1, P)], id="no less"),
        pytest.param(
            relate.about(NOW, THEN, Fraction(1, 20)),
            Kind.ORDER,
            [(1, -20, P), (2, 21, P)],
            id="no more than a twentieth above",
        ),
        pytest.param(
            relate.about(THEN, NOW, Fraction(1, 20)),
            Kind.ORDER,
            [(2, 20, P), (1, -19, P)],
            id="no more than a twentieth below",
        ),
        pytest.param(
            relate.portion(RATE, THEN, [THEN, NOW]),
            Kind.RATIO,
            [(4, 1, Role.RATE), (2, 1, P), (2, 1, Role.TOTAL), (1, 1, Role.TOTAL)],
            id="a part of all parts together",
        ),
        pytest.param(
            relate.ratio(RATE, THEN, NOW),
            Kind.RATIO,
            [(4, 1, R), (2, 1, P), (1, 1, T)],
            id="a share",
        ),
        pytest.param(
            relate.grown(RATE, CHANGE, NOW, -1),
            Kind.GROWTH,
            [(4, -1, R), (3, -1, D), (1, 1, P)],
            id="growth by a change",
        ),
        pytest.param(
            relate.risen(RATE, NOW, THEN, -1),
            Kind.GROWTH,
            [(4, -1, R), (1, 1, P), (2, 1, T)],
            id="growth by the amount before",
        ),
        pytest.param(relate.none(CHANGE), Kind.LINEAR, [(3, 1, D)], id="no change"),
        pytest.param(
            relate.turned([(1, NOW), (-1, THEN)]),
            Kind.SIGN,
            [(1, 1, P), (2, -1, P)],
            id="one direction",
        ),
        pytest.param(
            relate.implied([(NOW, RATE, 1), (THEN, CHANGE, -1)]),
            Kind.IMPLIED,
            [(1, 1, T), (4, 1, R), (2, 1, P), (3, -1, D)],
            id="implied",
        ),
        pytest.param(
            relate.implied([(NOW, At(Place(line=9), None), 1), (THEN, CHANGE, 1)]),
            Kind.IMPLIED,
            [(1, 1, T), (2, 1, P), (3, 1, D)],
            id="implied, without a rate",
        ),
    ],
)
def test_a_relation_has_its_figures(stated: Relation, kind: Kind, operands: object) -> None:
    assert told(stated) == (kind, operands)
    assert stated.given == ()


@pytest.mark.parametrize(
    ("stated", "kind", "weight", "given"),
    [
        pytest.param(relate.counted(COUNT, 4), Kind.COUNT, 1, ("4辆", -1), id="counted"),
        pytest.param(
            relate.bounded(COUNT, at(0, "5辆").figure, 1),  # type: ignore[arg-type]
            Kind.ORDER,
            -1,
            ("5辆", 1),
            id="at most",
        ),
        pytest.param(
            relate.bounded(COUNT, at(0, "2辆").figure, -1),  # type: ignore[arg-type]
            Kind.ORDER,
            1,
            ("2辆", -1),
            id="at least",
        ),
        pytest.param(
            relate.before([(1, COUNT)], at(0, "3辆").figure),  # type: ignore[arg-type]
            Kind.LINEAR,
            1,
            ("3辆", -1),
            id="last year's",
        ),
        pytest.param(
            relate.stated_so(COUNT.place, COUNT.figure, at(0, "3辆").figure),  # type: ignore[arg-type]
            Kind.LINEAR,
            1,
            ("3辆", -1),
            id="another file's",
        ),
    ],
)
def test_what_stands_nowhere_is_given(
    stated: Relation, kind: Kind, weight: int, given: tuple[str, int]
) -> None:
    (operand,) = stated.operands
    (other,) = stated.given

    assert (stated.kind, operand.place, operand.weight) == (kind, COUNT.place, weight)
    assert (other.figure.text, other.weight) == given


def test_things_are_counted_exactly() -> None:
    (other,) = relate.counted(COUNT, 4).given

    assert (other.figure.value, other.figure.quantum) == (4, 1)
    assert COUNT.figure is not None
    assert other.figure.unit == COUNT.figure.unit


# Last year's report.


@pytest.mark.parametrize(
    ("unit", "year", "kinds", "expected"),
    [
        pytest.param("甲站", 2023, ("", ""), "", id="it is"),
        pytest.param("甲站", 2023, ("unit", ""), "", id="of no kind"),
        pytest.param("甲站", 2023, ("", "unit"), "", id="this is of no kind"),
        pytest.param("甲站", 2023, ("unit", "unit"), "", id="of one kind"),
        pytest.param("甲站", 2023, ("unit", "department"), "other-kind", id="of another kind"),
        pytest.param("乙站", 2023, ("", ""), "other-body", id="another body's"),
        pytest.param("", 2023, ("", ""), "unnamed", id="nobody's"),
        pytest.param("甲站", 2024, ("", ""), "other-year", id="this year's"),
        pytest.param("甲站", 2022, ("", ""), "other-year", id="older"),
        pytest.param("甲站", 2025, ("", ""), "other-year", id="newer"),
    ],
)
def test_a_report_that_can_be_last_years(
    unit: str, year: int, kinds: tuple[str, str], expected: str
) -> None:
    now, then = report("一、收入", "甲站"), report("一、收入", unit, year)
    now, then = (
        replace(one, meta=replace(one.meta, kind=kind or None))
        for one, kind in zip((now, then), kinds, strict=True)
    )

    assert past.unmatched(now, then) == expected


def test_a_report_without_a_year_or_another_has_none() -> None:
    now = report("一、收入", "甲站", None)

    assert past.unmatched(now, report("一、收入", "甲站", 2023)) == "other-year"
    assert past.unmatched(now, None) == "absent"


# Digits that changed places.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("12.34万元", ["21.34", "12.43"], id="not over the point"),
        pytest.param("11.23万元", ["11.32"], id="not two alike"),
        pytest.param("123辆", ["213", "132"], id="a whole number"),
        pytest.param("7辆", [], id="one digit"),
    ],
)
def test_neighbouring_digits_are_exchanged(text: str, expected: list[str]) -> None:
    found = at(1, text).figure
    assert found is not None

    assert list(digits.exchanged(found)) == [Decimal(one) for one in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12.34万元", True), ("2.34万元", False), ("0.1234万元", True), ("0.0123万元", False)],
)
def test_a_number_is_long_by_its_digits(text: str, *, expected: bool) -> None:
    found = at(1, text).figure
    assert found is not None

    assert digits.is_long(found) == expected
