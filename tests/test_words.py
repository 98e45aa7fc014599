"""Tests of how messages print the amounts that they work out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jslint.figures.figure import find
from jslint.rules.ground import words


def _figure(text: str):
    (found,) = find(text)
    return found.figure


@pytest.mark.parametrize(
    ("yuan", "like", "said", "pasted"),
    [
        pytest.param("19360000", "1,945.00万元", "1,936.00万元", "1,936.00万元", id="separated"),
        pytest.param("19360000", "1945.00万元", "1936.00万元", "1936.00万元", id="not separated"),
        pytest.param("9360000", "1,945.00万元", "936.00万元", "936.00万元", id="too small for it"),
        pytest.param(
            "-12345678900", "1,945.00万元", "-1,234,567.89万元", "-1,234,567.89万元", id="negative"
        ),
        pytest.param(
            "-5000", "1,945.00万元", "-0.50万元", "-0.50万元", id="a negative part of one"
        ),
        pytest.param("19360000", "945.00万元", "1936.00万元", "1936.00万元", id="not known"),
    ],
)
def test_amounts_are_printed_as_the_figure_they_are_like(
    yuan: str, like: str, said: str, pasted: str
) -> None:
    figure = _figure(like)

    assert words.amount(Fraction(yuan), figure) == said
    assert words.replacing(Fraction(yuan), figure) == pasted
    assert (
        words.replacing(Fraction("19360000"), _figure("945.00万元"), [_figure("1,945.00万元")])
        == "1,936.00万元"
    )
