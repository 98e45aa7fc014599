"""Verdicts on sums and rates: the number model's worked examples, and the laws behind them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jslint.figures.figure import Figure, find
from jslint.figures.interval import Interval
from jslint.figures.style import Style
from jslint.figures.verdict import (
    Balance,
    Rate,
    Verdict,
    balanced,
    half_up,
    linear,
    literal,
    rate,
    residue_probability,
    slips,
)
from jslint.rules.bench.rates import grown

if TYPE_CHECKING:
    from jslint.rules.ground.context import Context

CENTS = Style({"万元": Decimal("0.01"), "%": Decimal("0.1")})
TEN_THOUSANDTH = Decimal("0.0001")


def figure(printed: str, unit: str = "万元") -> Figure:
    (found,) = find(f"{printed}{unit}")
    return found.figure


def percent(printed: str) -> Figure:
    return figure(printed, "%")


def total(parts: list[str], whole: str, style: Style | None = None) -> Verdict:
    """The verdict on a sum of printed parts; a part that begins with - is subtracted."""
    terms = [(-1 if part[0] == "-" else 1, figure(part.lstrip("-"))) for part in parts]
    return linear(terms, figure(whole), (style or Style()).quantum).verdict


NINE = ["11.81", "2597.32", "828.73", "7.2", "41.39", "20.7", "28.17", "34.61", "24.51"]


@pytest.mark.parametrize(
    ("parts", "whole", "verdict"),
    [
        pytest.param(["11.81", "3495.34", "28.17", "59.11"], "3594.43", "exact", id="W1"),
        pytest.param(NINE, "3594.43", "rounding", id="W2 nine addends, 0.01 off"),
        pytest.param(NINE, "3594.48", "rounding", id="W2 mutant within the bound"),
        pytest.param(["34.61", "24.51"], "59.11", "rounding", id="W3"),
        pytest.param(["34.61", "24.51"], "59.10", "impossible", id="W3' 0.02 off"),
        pytest.param(["34.61", "24.51"], "59.13", "rounding", id="W3' 0.01 off"),
        pytest.param(["2597.32", "828.73", "7.2", "41.39", "20.7"], "3495.34", "exact", id="W4"),
        pytest.param(["5.00"], "5.00", "exact", id="one part, equal"),
        pytest.param(["5.00"], "5.01", "impossible", id="one part must be equal"),
        pytest.param(["5.00", "0"], "5.01", "impossible", id="a part of none adds nothing"),
        pytest.param(["1.00", "2.00", "3.00"], "6.01", "rounding", id="three parts, 0.01 off"),
        pytest.param(["1.00", "2.00", "3.00"], "6.02", "tie-only", id="three parts, at the bound"),
        pytest.param(["1.00", "2.00", "3.00"], "6.03", "impossible", id="three parts, beyond"),
        pytest.param(["1.00"] * 4, "4.02", "rounding", id="four parts, 0.5 % of clean tables"),
        pytest.param(["1.00"] * 4, "4.03", "impossible", id="four parts, beyond"),
        pytest.param(["1.00"] * 9, "9.03", "improbable", id="nine parts, 0.28 %"),
        pytest.param(["1.00"] * 9, "9.04", "improbable", id="nine parts, 0.0006 %"),
        pytest.param(["1.00"] * 9, "9.05", "tie-only", id="nine parts, at the bound"),
        pytest.param(["1.00"] * 15, "15.03", "rounding", id="fifteen parts, 2.4 %"),
        pytest.param(["120.50", "-100.25"], "20.26", "rounding", id="difference, 0.01 off"),
        pytest.param(["120.50", "-100.25"], "20.27", "impossible", id="difference, 0.02 off"),
        pytest.param(["1.234", "2.345"], "3.6", "rounding", id="finer parts, coarser total"),
        pytest.param(["1.00", "2.00", "3.00"], "6.4", "impossible", id="beyond a coarser total"),
        pytest.param(["1.01", "2.01", "3.01"], "6.0", "rounding", id="mixed quanta: no odds"),
    ],
)
def test_sum_as_printed(parts: list[str], whole: str, verdict: str) -> None:
    assert total(parts, whole) is Verdict(verdict)


@pytest.mark.parametrize(
    ("parts", "whole", "verdict"),
    [
        pytest.param(NINE, "3594.43", "rounding", id="W2 by the document's style"),
        pytest.param(NINE, "3594.48", "improbable", id="W2 0.04 off, dropped zeros put back"),
        pytest.param(NINE, "3594.50", "coarse", id="W2 0.06 off: only if 7.2 is a rounding"),
        pytest.param(NINE, "3594.30", "coarse", id="W2 0.14 off: the same at the widest"),
        pytest.param(NINE, "3594.29", "impossible", id="W2 0.15 off"),
        pytest.param(["7.2", "1.25"], "8.45", "exact", id="dropped zero, exact"),
        pytest.param(["7.2", "1.25"], "8.47", "coarse", id="dropped zero, 0.02 off"),
        pytest.param(["7.2"], "7.21", "coarse", id="one part with a dropped zero"),
    ],
)
def test_sum_by_the_documents_style(parts: list[str], whole: str, verdict: str) -> None:
    assert total(parts, whole, CENTS) is Verdict(verdict)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        pytest.param("35,944,321.05元", "3594.43万元", "rounding", id="yuan and its rounding"),
        pytest.param("35,944,321.05元", "3594.44万元", "impossible", id="yuan, another rounding"),
        pytest.param("118,050.00元", "11.81万元", "rounding", id="a tie, half up"),
        pytest.param("118,050.00元", "11.80万元", "rounding", id="a tie, half to even"),
        pytest.param("118,050.01元", "11.80万元", "impossible", id="beyond the tie"),
        pytest.param("0.36亿元", "3594.43万元", "rounding", id="hundred millions"),
        pytest.param("0.35亿元", "3594.43万元", "impossible", id="hundred millions, wrong"),
        pytest.param("236.63万元", "236.64万元", "impossible", id="same quantum, touching"),
        pytest.param("10.25万元", "102,450.00元", "rounding", id="a tie, rounded up"),
        pytest.param("10.24万元", "102,450.00元", "rounding", id="a tie, rounded to even"),
        pytest.param("10.24万元", "102,450.01元", "impossible", id="more than a tie"),
        pytest.param("10.26万元", "102,549.99元", "impossible", id="less than a tie"),
        pytest.param("102,450.00元", "10.25万元", "rounding", id="a tie of the other"),
    ],
)
def test_one_quantity_in_two_units(one: str, other: str, verdict: str) -> None:
    here, there = figure(one, ""), figure(other, "")

    assert linear([(1, here)], there).verdict is Verdict(verdict)


def test_difference_and_bound_are_in_yuan() -> None:
    result = linear([(1, figure("34.61")), (1, figure("24.51"))], figure("59.10"))

    assert (result.difference, result.bound) == (200, 150)


@pytest.mark.parametrize("weight", [1, -1])
def test_what_is_taken_away_was_rounded_too(weight: int) -> None:
    """Three figures of 0.01 万元 are off by 150 yuan at most, whichever sign they have."""
    result = linear([(1, figure("9.00")), (weight, figure("4.00"))], figure("7.00"))

    assert result.bound == 150


@pytest.mark.parametrize(
    ("addends", "percents"),
    [
        pytest.param(2, ["25.0", "0.00"], id="two"),
        pytest.param(4, ["40.1", "0.52", "0.00"], id="four"),
        pytest.param(5, ["45.0", "1.7", "0.0"], id="five"),
        pytest.param(9, ["57.0", "8.3", "0.28", "0.0006", "0.0"], id="nine"),
        pytest.param(15, ["65.8", "18.2", "2.4", "0.13"], id="fifteen"),
        pytest.param(30, ["75.3", "34.4", "11.4", "2.6"], id="thirty"),
    ],
)
def test_residue_probabilities(addends: int, percents: list[str]) -> None:
    for quanta, expected in enumerate(percents, start=1):
        found = residue_probability(addends, quanta) * 100
        places = Decimal(1).scaleb(Decimal(expected).as_tuple().exponent)  # type: ignore[arg-type]
        assert half_up(found, places) == Decimal(expected), (addends, quanta)


def test_no_residue_is_certain() -> None:
    assert residue_probability(7, 0) == 1


# -- rates ------------------------------------------------------------------------------------


def share(printed: str, part: str, whole: str, style: Style | None = None) -> Rate:
    quantum = (style or Style()).quantum
    over, under = figure(part), figure(whole)
    return rate(
        percent(printed),
        (over.interval() / under.interval()) * 100,
        (over.interval(quantum(over)) / under.interval(quantum(under))) * 100,
        over.exact() / under.exact() * 100,
        quantum,
    )


@pytest.mark.parametrize(
    ("part", "low", "high"),
    [
        pytest.param("11.81", "0.32842", "0.32870", id="first"),
        pytest.param("3495.34", "97.24296", "97.24351", id="second"),
        pytest.param("28.17", "0.78357", "0.78385", id="third"),
        pytest.param("59.11", "1.64435", "1.64463", id="fourth"),
    ],
)
def test_w6_ratio_intervals(part: str, low: str, high: str) -> None:
    ratio = (figure(part).interval() / figure("3594.43").interval()) * 100

    ends = [half_up(end, Decimal("0.00001")) for end in (ratio.low, ratio.high)]
    assert ends == [Decimal(low), Decimal(high)]


@pytest.mark.parametrize(
    ("part", "printed", "verdict", "rounded"),
    [
        pytest.param("11.81", "0.3", "rounding", "0.3", id="W6 first"),
        pytest.param("3495.34", "97.2", "rounding", "97.2", id="W6 second"),
        pytest.param("28.17", "0.8", "rounding", "0.8", id="W6 third"),
        pytest.param("59.11", "1.7", "off-by-one", "1.6", id="W6 fourth, balanced"),
        pytest.param("59.11", "1.6", "rounding", "1.6", id="W6 fourth, half-up"),
        pytest.param("3495.34", "97.3", "off-by-one", "97.2", id="W6' residue absorbed"),
        pytest.param("3495.34", "97.1", "impossible", "97.2", id="W6'' 1.4 quanta off"),
        pytest.param("59.11", "1.8", "impossible", "1.6", id="W6'' 1.6 quanta off"),
        pytest.param("28.17", "0.9", "impossible", "0.8", id="W6'' 1.2 quanta off"),
        pytest.param("59.11", "1.64", "rounding", "1.64", id="a finer quantum"),
        pytest.param("59.11", "1.65", "off-by-one", "1.64", id="a finer quantum, one up"),
        pytest.param("59.11", "2", "rounding", "2", id="a coarser quantum"),
    ],
)
def test_w6_shares(part: str, printed: str, verdict: str, rounded: str) -> None:
    result = share(printed, part, "3594.43")

    assert (result.verdict, result.rounded) == (Verdict(verdict), Decimal(rounded))


@pytest.mark.parametrize(
    ("printed", "balance"),
    [
        pytest.param(
            ["0.3", "97.2", "0.8", "1.7"],
            Balance(closes=True, largest_remainder=True),
            id="W6 largest remainder",
        ),
        pytest.param(
            ["0.3", "97.3", "0.8", "1.6"],
            Balance(closes=True, largest_remainder=False),
            id="W6' gap 1.0125",
        ),
        pytest.param(
            ["0.3", "97.1", "0.8", "1.8"],
            Balance(closes=True, largest_remainder=False),
            id="W6'' beyond the quota",
        ),
        pytest.param(
            ["0.3", "97.2", "0.9", "1.6"],
            Balance(closes=True, largest_remainder=False),
            id="W6'' third beyond the quota",
        ),
        pytest.param(
            ["0.3", "97.2", "0.8", "1.6"],
            Balance(closes=False, largest_remainder=False),
            id="half-up shares do not close",
        ),
    ],
)
def test_w6_balance(printed: list[str], balance: Balance) -> None:
    exact = [
        figure(part).exact() / figure("3594.43").exact() * 100
        for part in ("11.81", "3495.34", "28.17", "59.11")
    ]

    assert balanced([percent(text) for text in printed], exact) == balance


@pytest.mark.parametrize(
    ("exact", "largest_remainder"),
    [
        # Of 60 % and 40.0 % the finer shows how exactly they were printed: 60.08 % is 60.1 % there.
        pytest.param(("60.04", "39.96"), True, id="as half up"),
        pytest.param(("60.08", "39.92"), False, id="pushed from one to the other"),
    ],
)
def test_shares_are_balanced_at_the_finest_of_them(
    exact: tuple[str, str], *, largest_remainder: bool
) -> None:
    found = balanced([percent("60"), percent("40.0")], [Fraction(one) for one in exact])

    assert found == Balance(closes=True, largest_remainder=largest_remainder)


@pytest.mark.parametrize(
    ("printed", "style", "verdict"),
    [
        pytest.param("195", Style(), "rounding", id="W7 at 1 %"),
        pytest.param("195", CENTS, "rounding", id="W7 at 0.1 %"),
        pytest.param("194", CENTS, "impossible", id="W7' 194"),
        pytest.param("196", CENTS, "impossible", id="W7' 196"),
        pytest.param("196", Style(), "impossible", id="W7' 196 at 1 %"),
        pytest.param("66.1", CENTS, "impossible", id="W7' divided by this year's amount"),
    ],
)
def test_w7_growth(printed: str, style: Style, verdict: str) -> None:
    context = cast("Context", SimpleNamespace(style=style))

    result = grown(context, percent(printed), figure("2375.81"), figure("3594.43"), 1)

    assert result is not None
    assert result.verdict is Verdict(verdict)


@pytest.mark.parametrize(
    ("change", "current", "sign", "printed", "verdict"),
    [
        pytest.param("12.50", "0.00", -1, "100", "exact", id="down to nothing"),
        pytest.param("12.50", "0", -1, "100", "exact", id="down to none"),
        pytest.param("0.03", "0.05", 1, "150", "exact", id="small base"),
        pytest.param("0.03", "0.05", 1, "340", "rounding", id="small base, proves nothing"),
        pytest.param("0.03", "0.05", 1, "360", "impossible", id="small base, but too far"),
        pytest.param("20.00", "120.00", 1, "20", "exact", id="up"),
        pytest.param("20.00", "80.00", -1, "20.0", "exact", id="down"),
        pytest.param("20.00", "80.00", -1, "25.0", "impossible", id="down, wrong base"),
    ],
)
def test_growth(change: str, current: str, sign: int, printed: str, verdict: str) -> None:
    context = cast("Context", SimpleNamespace(style=Style()))

    result = grown(context, percent(printed), figure(change), figure(current), sign)

    assert result is not None
    assert result.verdict is Verdict(verdict)


@pytest.mark.parametrize(("change", "current"), [("12.50", "12.50"), ("0.02", "0.03")])
def test_growth_on_a_base_that_can_be_zero_is_not_judged(change: str, current: str) -> None:
    context = cast("Context", SimpleNamespace(style=Style()))

    assert grown(context, percent("100"), figure(change), figure(current), 1) is None


def test_zero_percent_may_be_a_rounding() -> None:
    assert share("0", "0.30", "100.00").verdict is Verdict.ROUNDING
    assert share("0", "0.60", "100.00").verdict is Verdict.OFF_BY_ONE


@pytest.mark.parametrize(
    ("printed", "unit", "verdict"),
    [
        pytest.param("25", "‰", "exact", id="per mille"),
        pytest.param("26", "‰", "impossible", id="per mille, wrong"),
        pytest.param("2.5", "%", "exact", id="the same in percent"),
        pytest.param("0.0", "倍", "rounding", id="the same in times"),
    ],
)
def test_rates_in_other_units(printed: str, unit: str, verdict: str) -> None:
    exact = Interval.point(Fraction(5, 2))

    result = rate(figure(printed, unit), exact, exact, exact.middle)

    assert result.verdict is Verdict(verdict)


def test_coarse_rate() -> None:
    result = share("20", "19.80", "100.00", CENTS)

    assert (result.verdict, result.rounded) == (Verdict.COARSE, Decimal("19.8"))


@pytest.mark.parametrize(
    ("printed", "exact", "names"),
    [
        pytest.param("99.86", "99.868", {"truncated"}, id="cut off"),
        pytest.param("1.7", "1.6445", {"rounded-twice"}, id="W6 1.6445, 1.645, 1.65, 1.7"),
        pytest.param("1.7", "1.64446", {"rounded-twice"}, id="from the third place further down"),
        pytest.param("1.7", "1.6444", set(), id="no chain comes to this"),
        pytest.param("-20.0", "20.0", {"truncated", "wrong-sign"}, id="sign"),
        pytest.param("200", "20.0", {"point-right"}, id="point to the right"),
        pytest.param("2000", "20.0", {"point-right"}, id="point two to the right"),
        pytest.param("2.0", "20.0", {"point-left"}, id="point to the left"),
        pytest.param("0.20", "20.0", {"as-ratio"}, id="not multiplied by 100"),
        pytest.param("33.3", "20.0", set(), id="nothing explains it"),
    ],
)
def test_slips(printed: str, exact: str, names: set[str]) -> None:
    assert set(slips(percent(printed), Fraction(exact))) == names


@pytest.mark.parametrize(
    ("value", "quantum", "rounded"),
    [
        pytest.param("11.805", "0.01", "11.81", id="W9 a tie goes up"),
        pytest.param("-11.805", "0.01", "-11.81", id="W9 away from zero"),
        pytest.param("11.80496", "0.01", "11.80", id="W9 below the tie"),
        pytest.param("2.675", "0.01", "2.68", id="where floats fail"),
        pytest.param("0.005", "0.01", "0.01", id="the least"),
        pytest.param("0", "0.01", "0.00", id="zero"),
        pytest.param("195", "10", "2E+2", id="a quantum of ten"),
    ],
)
def test_half_up(value: str, quantum: str, rounded: str) -> None:
    assert half_up(Fraction(value), Decimal(quantum)) == Decimal(rounded)


def test_w9_both_roundings_of_a_tie_are_possible() -> None:
    assert Fraction(118050) in figure("11.81").interval()
    assert Fraction(118050) in figure("11.80").interval()
    assert Fraction(-118050) in figure("-11.81").interval()


# -- laws -------------------------------------------------------------------------------------

yuan = st.integers(min_value=-(10**8), max_value=10**8).map(lambda cents: Decimal(cents) / 100)
places = st.sampled_from([Decimal(1), Decimal("0.1"), Decimal("0.01")])
roundings = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])


def printed(value: Decimal, quantum: Decimal, rounding: str = ROUND_HALF_UP) -> Figure:
    """A value in yuan as printed in 万元 at a quantum."""
    shown = (value * TEN_THOUSANDTH).quantize(quantum, rounding)
    return figure(format(shown + 0, "f"))


@given(yuan, st.sampled_from([Decimal("0.1"), Decimal("0.01")]), roundings)
def test_an_interval_holds_every_value_that_prints_so(
    value: Decimal, quantum: Decimal, rounding: str
) -> None:
    assert Fraction(value) in printed(value, quantum, rounding).interval()


@given(
    st.lists(yuan, min_size=1, max_size=12),
    st.sampled_from([Decimal("0.1"), Decimal("0.01")]),
    roundings,
)
def test_a_sum_of_rounded_true_values_is_never_impossible(
    values: list[Decimal], quantum: Decimal, rounding: str
) -> None:
    parts = [(1, printed(value, quantum, rounding)) for value in values]
    whole = printed(sum(values, Decimal(0)), quantum, rounding)

    assert linear(parts, whole).verdict is not Verdict.IMPOSSIBLE


@given(st.lists(st.tuples(yuan, st.sampled_from([1, -1])), min_size=1, max_size=6), st.data())
def test_nor_is_one_of_mixed_quanta_and_signs(
    terms: list[tuple[Decimal, int]], data: st.DataObject
) -> None:
    fine = st.sampled_from([Decimal("0.1"), Decimal("0.01"), Decimal("0.0001")])
    parts = [(sign, printed(value, data.draw(fine))) for value, sign in terms]
    whole = printed(sum((sign * value for value, sign in terms), Decimal(0)), data.draw(fine))

    assert linear(parts, whole).verdict in (Verdict.EXACT, Verdict.ROUNDING, Verdict.IMPROBABLE)


@given(yuan, yuan)
def test_one_quantity_printed_twice_must_be_equal(one: Decimal, other: Decimal) -> None:
    here, there = printed(one, Decimal("0.01")), printed(other, Decimal("0.01"))
    assume(here.value != there.value)

    assert linear([(1, here)], there).verdict is Verdict.IMPOSSIBLE


@given(
    st.integers(min_value=0, max_value=10**10),
    st.integers(min_value=10**4, max_value=10**10),
    places,
)
def test_a_rounded_true_ratio_always_holds(part: int, whole: int, quantum: Decimal) -> None:
    over, under = (printed(Decimal(cents) / 100, Decimal("0.01")) for cents in (part, whole))
    assume(0 not in under.interval())
    shown = percent(format(half_up(Fraction(part, whole) * 100, quantum), "f"))
    span = (over.interval() / under.interval()) * 100

    result = rate(shown, span, span, over.exact() / under.exact() * 100, literal)

    assert result.verdict.holds


@given(st.fractions(min_value=-(10**6), max_value=10**6), places)
def test_half_up_is_decimals_half_up(value: Fraction, quantum: Decimal) -> None:
    short = Decimal(value.numerator * 10**6 // value.denominator).scaleb(-6)

    assert half_up(Fraction(short), quantum) == short.quantize(quantum, ROUND_HALF_UP)


def hamilton(exact: list[Fraction], seats: int) -> list[int]:
    """The largest remainder method: whole quotas first, then one more for the largest rests."""
    floors = [share.numerator // share.denominator for share in exact]
    order = sorted(range(len(exact)), key=lambda i: floors[i] - exact[i])
    raised = set(order[: seats - sum(floors)])
    return [floor + (index in raised) for index, floor in enumerate(floors)]


def is_hamilton(shares: list[int], exact: list[Fraction]) -> bool:
    """Whether the method can give these seats, whichever way it breaks ties."""
    floors = [share.numerator // share.denominator for share in exact]
    if any(seats - floor not in (0, 1) for seats, floor in zip(shares, floors, strict=True)):
        return False
    raised, left = (
        [
            share - floor
            for seats, share, floor in zip(shares, exact, floors, strict=True)
            if seats - floor == up
        ]
        for up in (1, 0)
    )
    return not raised or not left or min(raised) >= max(left)


weights = st.lists(st.integers(min_value=0, max_value=1000), min_size=2, max_size=8)


@given(weights, st.data())
def test_balanced_is_hamiltons_method(parts: list[int], data: st.DataObject) -> None:
    assume(sum(parts) > 0)
    exact = [Fraction(part, sum(parts)) * 1000 for part in parts]
    seats = hamilton(exact, 1000)
    giver, taker = (data.draw(st.sampled_from(range(len(parts)))) for _ in range(2))
    if data.draw(st.booleans()) and seats[giver] > 0:
        seats[giver] -= 1
        seats[taker] += 1

    result = balanced(
        [percent(f"{count // 10}.{count % 10}") for count in seats],
        [share / 10 for share in exact],
    )

    assert result.closes
    assert result.largest_remainder is is_hamilton(seats, exact)
