"""The last place that a document usually keeps."""

from __future__ import annotations

import pytest

from jslint.figures.figure import Figure, find
from jslint.figures.style import Style, style_of


def figures(text: str) -> list[Figure]:
    return [found.figure for found in find(text)]


@pytest.mark.parametrize(
    ("text", "quanta"),
    [
        pytest.param("1.25万元、3.10万元、7.2万元", {"万元": "0.01"}, id="two of three prevail"),
        pytest.param("1.25万元、7.2万元", {}, id="half of them do not"),
        pytest.param("19.8%、80.2%、100%、14%", {"%": "0.1"}, id="whole numbers do not vote"),
        pytest.param("1.25万元、3.5%", {"万元": "0.01", "%": "0.1"}, id="each unit by itself"),
        pytest.param("35万元、40万元", {}, id="nothing with decimals"),
        pytest.param("", {}, id="nothing at all"),
    ],
)
def test_prevailing_quantum(text: str, quanta: dict[str, str]) -> None:
    found = style_of(figures(text))

    assert {unit: str(quantum) for unit, quantum in found.quanta.items()} == quanta


@pytest.mark.parametrize(
    ("printed", "quantum"),
    [
        pytest.param("7.2万元", "0.01", id="a dropped zero is put back"),
        pytest.param("7.205万元", "0.001", id="a finer figure keeps its own"),
        pytest.param("7.2亿元", "0.1", id="another unit keeps its own"),
        pytest.param("7万元", "0.01", id="whole numbers too"),
    ],
)
def test_quantum_of_a_figure(printed: str, quantum: str) -> None:
    style = style_of(figures("1.25万元、3.10万元"))

    (figure,) = figures(printed)

    assert str(style.quantum(figure)) == quantum


def test_without_a_style_the_printed_quantum_holds() -> None:
    (figure,) = figures("7.2万元")

    assert Style().quantum(figure) == figure.quantum
