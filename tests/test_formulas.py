"""Formulas: what they mean, what is refused where, and what their intervals hold."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jslint.figures.figure import BARE, UNITS, Figure
from jslint.formulas import Binary, FormulaFault, Logical, Name, Negated, Number, Relation, parse
from jslint.formulas.values import UndefinedError, exact, interval, weights


def amount(value: str, unit: str = "万元") -> Figure:
    """A figure with the printed places."""
    number = Decimal(value)
    return Figure(number, Decimal(1).scaleb(int(number.as_tuple().exponent)), UNITS[unit], value)


def shape(expression: object) -> object:
    """An expression as nested tuples, for comparison."""
    if isinstance(expression, Binary | Relation | Logical):
        return expression.operator, shape(expression.left), shape(expression.right)
    if isinstance(expression, Negated):
        return "not", shape(expression.inner)
    if isinstance(expression, Name):
        return expression.name + (f"[{expression.key}]" if expression.key else "")
    return getattr(expression, "value", None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("支出 = 基本 + 项目", ("=", "支出", ("+", "基本", "项目")), id="sum"),
        pytest.param("支出＝基本＋项目", ("=", "支出", ("+", "基本", "项目")), id="full width"),
        pytest.param("支出 等于 基本 加 项目", ("=", "支出", ("+", "基本", "项目")), id="words"),
        pytest.param("a − b − c = d", ("=", ("-", ("-", "a", "b"), "c"), "d"), id="from the left"),
        pytest.param("a + b × c ≤ d", ("<=", ("+", "a", ("*", "b", "c")), "d"), id="times first"),
        pytest.param(
            "率 = 增 / (今 − 增)", ("=", "率", ("/", "增", ("-", "今", "增"))), id="brackets"
        ),
        pytest.param("a.b-c = d", ("=", "a.b-c", "d"), id="a hyphen joins an English name"),
        pytest.param("a - b = d", ("=", ("-", "a", "b"), "d"), id="a minus has blanks"),
        pytest.param("「甲（乙）费」= “三公”经费", ("=", "甲（乙）费", "“三公”经费"), id="quoted"),
        pytest.param("x[205] = y[类]", ("=", "x[205]", "y[#3]"), id="accounts"),
        pytest.param("x ≥ 1,000.5万元", (">=", "x", Decimal(10_005_000)), id="money"),
        pytest.param("x > 5%", (">", "x", Decimal("0.05")), id="percent"),
        pytest.param("a = 1 且 非 b < 2", ("and", ("=", "a", 1), ("not", ("<", "b", 2))), id="and"),
        pytest.param(
            "a=1 or b=2 and c=3",
            ("or", ("=", "a", 1), ("and", ("=", "b", 2), ("=", "c", 3))),
            id="or last",
        ),
    ],
)
def test_grammar(text: str, wanted: object) -> None:
    assert shape(parse(text)) == wanted


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        pytest.param("a", 0, "compares two sides", id="no comparison"),
        pytest.param("a = b = c", 6, "compares once", id="two comparisons"),
        pytest.param("a = b +", 7, "the formula ends", id="ends early"),
        pytest.param("a = (b", 6, "closing bracket", id="open bracket"),
        pytest.param("a = b)", 5, "should end here", id="stray bracket"),
        pytest.param("a b", 2, "an operator is missing", id="no operator"),
        pytest.param("a = 3x", 4, "not a number", id="a name that begins with a digit"),
        pytest.param("a = b；c = d", 5, "no meaning", id="stray sign"),
        pytest.param("a = 「b", 4, "does not end", id="open quote"),
        pytest.param("a = f(b)", 4, "unknown function", id="unknown function"),
        pytest.param("a = x[b]", 6, "a code", id="strange key"),
        pytest.param("a = abs(b, c)", 4, "one argument", id="too many arguments"),
        pytest.param("(a = b) + c = d", 3, "not a number", id="a comparison in a sum"),
        pytest.param("a and b = c", 0, "join comparisons", id="a number as a condition"),
        pytest.param("(" * 50 + "a", 40, "nested deeper", id="nested"),
        pytest.param("a = b" + " + b" * 600, 2000, "more than 2000", id="long"),
        pytest.param("a=b" + "+b" * 600, 400, "more than 200 names", id="many names"),
        pytest.param("a = max(100,200)", 8, "no thousands separator", id="comma in a function"),
        pytest.param("a = x[２０５]", 6, "a code", id="a code in full width"),
    ],
)
def test_refused(text: str, at: int, words: str) -> None:
    with pytest.raises(FormulaFault) as caught:
        parse(text)

    assert (caught.value.at, words in caught.value.message.said("en")) == (at, True), (
        caught.value.message.said("en")
    )
    assert caught.value.message.said("zh")


def test_a_weighted_sum_is_known_as_one() -> None:
    a, b = Name(0, "a"), Name(0, "b")
    twice = Binary(0, "*", Number(0, Decimal(2)), a)

    assert weights(Binary(0, "-", twice, b)) == {a: 2, b: -1}
    assert weights(Binary(0, "/", twice, Number(0, Decimal(4)))) == {a: Fraction(1, 2)}
    assert weights(Binary(0, "/", a, b)) is None


figures = st.decimals("0.01", "99999.99", places=2)


@given(figures, figures)
def test_a_rate_of_growth_lies_in_its_interval(change: Decimal, now: Decimal) -> None:
    assume(now - change > Decimal("0.1"))
    d, c = Name(0, "d"), Name(0, "c")
    growth = Binary(0, "/", d, Binary(0, "-", c, d))
    printed = {d: [amount(str(change))], c: [amount(str(now))]}

    found = interval(growth, printed, lambda figure: figure.interval())

    tiny = Decimal("0.004")
    for one in (change - tiny, change, change + tiny):
        for other in (now - tiny, now, now + tiny):
            assert Fraction(one) / (Fraction(other) - Fraction(one)) in found
    low, high = change - tiny, change + tiny
    plain = Fraction(high) / (Fraction(now - tiny) - Fraction(low)) * 2
    assert found.high < plain, "a figure that occurs twice is one figure, not two"


@given(figures, figures)
def test_a_square_is_enclosed(a: Decimal, b: Decimal) -> None:
    x, y = Name(0, "x"), Name(0, "y")
    square = Binary(0, "*", Binary(0, "-", x, y), Binary(0, "-", x, y))
    printed = {x: [amount(str(a))], y: [amount(str(b))]}

    assert exact(square, printed) in interval(square, printed, lambda figure: figure.interval())


def test_a_divisor_that_may_be_zero_is_undefined() -> None:
    x, y = Name(0, "x"), Name(0, "y")
    printed = {x: [amount("5.00")], y: [Figure(Decimal("0.00"), Decimal("0.01"), BARE, "0.00")]}

    with pytest.raises(UndefinedError):
        interval(Binary(0, "/", x, y), printed, lambda figure: figure.interval())
