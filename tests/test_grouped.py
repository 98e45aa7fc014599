"""What is wrong between a department and its units, in words and places."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from jslint import pack, spoken
from jslint.diagnostic import Severity
from jslint.document import Place
from jslint.figures.figure import find
from jslint.group.model import (
    ABSENT,
    DOUBLED,
    EXCESS,
    FIGURE,
    OMITTED,
    UNEVEN,
    Addend,
    Cell,
    Finding,
    Judged,
    Part,
    Party,
    Transfer,
)
from jslint.rules.bench import grouped

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic
    from jslint.figures.figure import Figure

(RULE,) = (one.entry for one in pack.load(("mof",)).rules if one.entry.id == "SUM251")
DEPARTMENT = Party("云岭市档案局", "局.txt")
UNITS = [Party(name, f"{name}.txt") for name in ("甲馆", "乙馆", "丙馆")]


def figure(text: str) -> Figure:
    (found,) = find(text)
    return found.figure


def judged(
    total: str, parts: dict[int, str], difference: int, *, label: str = "支出合计", unknown: int = 0
) -> Judged:
    """A figure of the department with those of some units; the difference in yuan."""
    added = tuple(
        Part(unit, Addend(("t", "c", label), figure(text), label, Place(line=10 + unit)))
        for unit, text in parts.items()
    )
    own = Addend(("t", "c", label), figure(total), label, Place(line=1))
    cell = Cell("SUM251", own, figure(total), added, tuple(range(unknown)))
    return Judged(cell, Fraction(difference), Fraction(0))


#: 30 + 20 + 5 printed as 35: the second is missing.
LESS = judged("35.00万元", {0: "30.00万元", 1: "20.00万元", 2: "5.00万元"}, -200_000)


def told(finding: Finding, lang: str = "zh", missing: tuple[str, ...] = ()) -> Diagnostic:
    return spoken.diagnostic(grouped.told(RULE, finding, DEPARTMENT, UNITS, missing), lang)


@pytest.mark.parametrize(
    ("finding", "note"),
    [
        pytest.param(Finding(FIGURE, (LESS,)), "", id="nothing known"),
        pytest.param(
            Finding(FIGURE, (LESS,), (1,), -1), "（等于乙馆的数：多半漏了它）", id="left out"
        ),
        pytest.param(
            Finding(FIGURE, (LESS,), (1,), 1), "（等于乙馆的数：多半把它加了两次）", id="twice"
        ),
        pytest.param(
            Finding(FIGURE, (LESS,), (0, 1), -1),
            "（等于甲馆与乙馆两个单位的数：多半漏了它们）",
            id="two left out",
        ),
        pytest.param(
            Finding(EXCESS, (LESS,), (1,)), "（单位之间的往来抵销后只会更少）", id="excess"
        ),
        pytest.param(
            Finding(FIGURE, (LESS, LESS, LESS)), "（另有2处也差这么多）", id="further figures"
        ),
        pytest.param(
            Finding(FIGURE, (LESS, LESS), (1,), -1),
            "（等于乙馆的数：多半漏了它；另有1处也差这么多）",
            id="both",
        ),
    ],
)
def test_a_figure_that_is_no_sum(finding: Finding, note: str) -> None:
    found = told(finding)

    assert found.message == (
        f"支出合计：部门印作35.00万元，3个单位合计55.00万元，差额20.00万元{note}"
    )
    assert (found.actual, found.expected) == ("35.00万元", "55.00万元")
    assert found.excerpt == "支出合计 35.00万元"
    assert (found.rule, found.severity, found.place) == ("SUM251", Severity.ERROR, Place(line=1))


def test_units_that_do_not_say_it_are_not_counted() -> None:
    cell = judged("35.00万元", {0: "30.00万元", 1: "20.00万元"}, -150_000, unknown=1)

    found = told(Finding(FIGURE, (cell,)))

    assert "2个单位合计50.00万元" in found.message
    assert found.message.endswith("（还不算没有写这个数的1个单位）")


def test_it_speaks_english() -> None:
    found = told(Finding(FIGURE, (LESS,), (0, 1), -1), "en")

    assert found.message.endswith(
        " (the difference is what 甲馆 and 乙馆 prints: they were probably left out)"
    )


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (
            OMITTED,
            "支出合计印作35.00万元，各单位合计55.00万元，差额20.00万元等于乙馆的数：多半漏了它（共2处）",
        ),
        (
            DOUBLED,
            "支出合计印作35.00万元，各单位合计55.00万元，差额20.00万元等于乙馆的数：多半把它加了两次（共2处）",
        ),
    ],
)
def test_a_unit_in_many_figures(kind: str, message: str) -> None:
    found = told(Finding(kind, (LESS, LESS), (1,)))

    assert (found.message, found.severity) == (message, Severity.ERROR)
    assert found.expected == "55.00万元"


@pytest.mark.parametrize(
    ("missing", "end"),
    [
        pytest.param((), "多半有单位的报告不在其中", id="nobody knows which"),
        pytest.param(("丁馆", "戊馆"), "：没有交来的有丁馆、戊馆", id="known"),
        pytest.param(
            tuple("甲乙丙丁戊己庚辛"), "：没有交来的有甲、乙、丙、丁、戊、己、庚、辛", id="8"
        ),
        pytest.param(
            tuple("甲乙丙丁戊己庚辛壬"), "：没有交来的有甲、乙、丙、丁、戊、己、庚、辛…", id="9"
        ),
    ],
)
def test_a_report_that_is_not_there(missing: tuple[str, ...], end: str) -> None:
    more = judged("75.00万元", {0: "30.00万元", 1: "20.00万元", 2: "5.00万元"}, 200_000)

    found = told(Finding(ABSENT, (more,)), missing=missing)

    assert found.message.endswith(end)
    # Nobody's error, and what the department prints is right.
    assert (found.severity, found.expected) == (Severity.WARNING, "")


def test_transfers_that_are_not_even() -> None:
    amounts = (Fraction(100_000), Fraction(70_000))

    found = told(Finding(UNEVEN, (LESS,), amounts=amounts))

    assert (
        found.message == "支出合计：收入一侧抵销了10.00万元，支出一侧抵销了7.00万元，两侧应当相等"
    )
    assert found.severity is Severity.WARNING


def test_what_shows_it_is_related_the_blamed_first_then_the_most() -> None:
    cell = judged("35.00万元", {0: "5.00万元", 1: "30.00万元", 2: "20.00万元"}, -200_000)
    other = judged("9.00万元", {0: "0.00万元"}, -200_000, label="基本支出")

    found = told(Finding(FIGURE, (cell, other), (2,), -1))

    assert [(one.place, one.excerpt) for one in found.related] == [
        (Place(line=12, path="丙馆.txt"), "丙馆 20.00万元"),
        (Place(line=11, path="乙馆.txt"), "乙馆 30.00万元"),
        (Place(line=10, path="甲馆.txt"), "甲馆 5.00万元"),
        (Place(line=1), "基本支出 9.00万元"),
    ]
    assert found.figures == (Place(line=1), Place(line=1))


def test_zeros_show_nothing() -> None:
    cell = judged("35.00万元", {0: "35.00万元", 1: "0.00万元"}, -200_000)

    found = told(Finding(FIGURE, (cell,)))

    assert [one.excerpt for one in found.related] == ["甲馆 35.00万元"]


@pytest.mark.parametrize(
    ("received", "paid", "cancelled", "expected"),
    [
        pytest.param(
            10, 8, (6, 5), "补助：各单位收10.00万元、付8.00万元，部门已抵销6.00万元", id="off"
        ),
        pytest.param(
            10, 8, (0, 5), "补助：各单位收10.00万元、付8.00万元，部门已抵销5.00万元", id="one"
        ),
        pytest.param(
            10,
            8,
            (0, 0),
            "补助：各单位收10.00万元、付8.00万元，部门照加未抵销，至多重复8.00万元",
            id="added up",
        ),
        pytest.param(10, 0, (0, 0), "", id="nobody pays"),
        pytest.param(0, 8, (0, 0), "", id="nobody receives"),
        pytest.param(0, 0, (0, 0), "", id="nothing"),
        pytest.param(
            10, 0, (4, 0), "补助：各单位收10.00万元、付0.00万元，部门已抵销4.00万元", id="one side"
        ),
    ],
)
def test_what_became_of_transfers(
    received: int, paid: int, cancelled: tuple[int, int], expected: str
) -> None:
    sums = [Fraction(10_000 * one) for one in (received, paid, *cancelled)]
    one = Transfer(0, "补助", figure("1.00万元"), sums[0], sums[1], (sums[2], sums[3]))

    assert grouped.transfer(one, "zh") == expected
