"""The columns and rows of a table as series: what they measure, by their signs and their names."""

from __future__ import annotations

import pytest

from jslint import readers
from jslint.rules.bench import series
from jslint.rules.ground.context import Context

HEAD = "2024年度\n云岭市水文站\n单位决算\n\n一、收支情况\n收支表\n单位：万元\n"
PLAIN = "项目|金额|占比\n甲站|1.00|25.00\n乙站|3.00|75.00\n"
HEADED = "项目|占比情况||合计\n|金额|占比|\n甲站|1.00|25.00|1.00\n乙站|3.00|75.00|3.00\n"


def columns(table: str) -> dict[str, series.Series]:
    """The columns of a table, cells parted by a bar, by their own names."""
    text = HEAD + table.replace("|", "\t")
    (ledger,) = Context(readers.read("a.txt", text.encode())).ledgers
    return {one.name: one for one in series.columns(ledger)}


@pytest.mark.parametrize(
    ("table", "name", "rate", "amount"),
    [
        pytest.param(PLAIN, "金额", False, True, id="amounts"),
        pytest.param(PLAIN, "占比", True, False, id="bare figures under the name of a rate"),
        pytest.param(HEADED, "金额", False, True, id="the head above does not make rates"),
        pytest.param(HEADED, "占比", True, False, id="its own name does"),
    ],
)
def test_what_a_column_measures(table: str, name: str, *, rate: bool, amount: bool) -> None:
    found = columns(table)[name]

    assert (found.is_rate, found.is_amount) == (rate, amount)


def test_bare_figures_of_a_rate_are_in_percent() -> None:
    assert columns(PLAIN)["占比"].values == (25, 75)
    assert columns(PLAIN)["金额"].values == (10_000, 30_000)


@pytest.mark.parametrize(("rows", "few"), [(12, 12), (13, 0)])
def test_the_rows_of_a_long_list_are_not_computed_from_each_other(rows: int, few: int) -> None:
    table = "项目|金额\n" + "".join(f"第{at}站|{at}.00\n" for at in range(1, rows + 1))
    text = HEAD + table.replace("|", "\t")
    (ledger,) = Context(readers.read("a.txt", text.encode())).ledgers

    assert len(series.few(ledger)) == few
