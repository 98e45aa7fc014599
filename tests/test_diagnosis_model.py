"""Places and relations as values, and their units."""

from decimal import Decimal

import pytest

from jslint.figures.figure import UNITS, parse_cell
from jslint.diagnosis.model import SCALE, measured, ticks
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


def test_only_rates_are_weak():
    assert [kind for kind in Kind if kind.is_rate] == [Kind.RATIO, Kind.GROWTH]
