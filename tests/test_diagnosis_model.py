"""Places and relations as values, and their units."""

from decimal import Decimal

import pytest

from jslint.figures.figure import UNITS, parse_cell
from jslint.diagnosis.model import SCALE, Spot, measured, printable, ticks
from jslint.relation import Kind


@pytest.mark.parametrize(
    ("text", "unit", "quantum", "expected"),
    [
        pytest.param(
            "8,312.46", "万元", "0.01", (83124600 * SCALE, 100 * SCALE), id="ten thousands"
        ),
        pytest.param("83124600.05", "元", "0.01", (166249200100000, SCALE // 100), id="yuan"),
        pytest.param(
            "7.2", "万元", "0.01", (72000 * SCALE, 100 * SCALE), id="the prevailing quantum"
        ),
        pytest.param("(1.5)", "亿元", "0.1", (-150000000 * SCALE, 10**7 * SCALE), id="negative"),
        pytest.param("12.5%", "", "0.1", (25 * SCALE // 2, SCALE // 10), id="percent"),
    ],
)
def test_figures_are_measured_in_whole_ticks(text, unit, quantum, expected):
    figure = parse_cell(text, UNITS[unit]) if unit else parse_cell(text)

    value, step, _ = measured(figure, Decimal(quantum))

    assert (value, step) == expected


def test_what_is_finer_than_a_tick_is_refused():
    assert ticks(Decimal("0.0000005")) == 1

    with pytest.raises(ValueError, match="more decimals"):
        ticks(Decimal("0.0000001"))


@pytest.mark.parametrize(
    ("scale", "step", "value", "expected"),
    [
        pytest.param(10_000 * SCALE, 100 * SCALE, 72000 * SCALE, "7.20", id="two decimals"),
        pytest.param(SCALE, SCALE, 12 * SCALE, "12", id="a count"),
        pytest.param(SCALE, SCALE // 10, -3 * SCALE // 2, "-1.5", id="a rate"),
        pytest.param(
            10**8 * SCALE, 10**7 * SCALE, 25 * 10**7 * SCALE, "2.5", id="hundred millions"
        ),
    ],
)
def test_a_value_is_printable_in_the_unit_of_its_place(scale, step, value, expected):
    place = Spot(key="x", order=(0,), text="", value=0, quantum=0, step=step, scale=scale)

    assert str(printable(place, value)) == expected


def test_only_rates_are_weak():
    assert [kind for kind in Kind if kind.is_rate] == [Kind.RATIO, Kind.GROWTH]
