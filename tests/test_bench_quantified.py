"""Which claims speak of a quantity, and what an amount is that several places state."""

from __future__ import annotations

import pytest
from reports import context

from jslint.claims.model import BUDGET
from jslint.facts import InTable, Quantity, Where
from jslint.rules.ground.options import pattern
from jslint.rules.bench.quantified import is_of, only
from jslint.tree import Scalar

TEXT = (
    "三、支出决算情况说明\n2024年度本年支出合计500.00万元。\n"
    "四、收入决算情况说明\n2024年度本年收入合计510.00万元，比上年增加10.00万元。\n"
)
TABLE = InTable(
    table=pattern(Scalar(0, 0, value="支出决算表")), column=pattern(Scalar(0, 0, value="合计"))
)


def quantity(*stated: Where | InTable) -> Quantity:
    return Quantity(name="spending", label="本年支出合计", stated=stated)


def spoken_of(*stated: Where | InTable) -> list[str]:
    """The claims, as printed, that speak of a quantity stated so."""
    found = context(TEXT)
    return [
        one.excerpt
        for one in found.claims.claims
        if one.figure and one.figure.text == "500.00万元" and is_of(quantity(*stated), found, one)
    ]


SUBJECT = pattern(Scalar(0, 0, value="本年支出合计"))


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param([Where(SUBJECT)], id="anywhere"),
        pytest.param(
            [Where(SUBJECT, pattern(Scalar(0, 0, value="支出决算")))], id="under its heading"
        ),
        pytest.param(
            [Where(pattern(Scalar(0, 0, value="本年收入合计"))), Where(SUBJECT)],
            id="one of its places",
        ),
        pytest.param([TABLE, Where(SUBJECT)], id="beside a table"),
    ],
)
def test_a_claim_speaks_of_what_is_stated_by_its_name(stated: list[Where | InTable]) -> None:
    assert len(spoken_of(*stated)) == 1


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param([Where(pattern(Scalar(0, 0, value="本年收入合计")))], id="another name"),
        pytest.param(
            [Where(SUBJECT, pattern(Scalar(0, 0, value="收入决算")))], id="another heading"
        ),
        pytest.param([Where(SUBJECT, measure=BUDGET)], id="another measure"),
        pytest.param([Where(items=True)], id="accounts"),
        pytest.param([TABLE], id="a table alone"),
        pytest.param([], id="nowhere"),
    ],
)
def test_a_claim_does_not_speak_of_what_is_stated_otherwise(
    stated: list[Where | InTable],
) -> None:
    assert spoken_of(*stated) == []


def test_what_no_place_states_is_no_amount() -> None:
    assert only(()) is None
