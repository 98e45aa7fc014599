"""docs/numbers.md: what the page says of its figures is what the program finds."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from jslint.figures.figure import UNITS, Figure, parse_cell
from jslint.figures.style import Style
from jslint.figures.verdict import Balance, balanced, linear, residue_probability
from jslint.rules.bench.rates import grown, ratio

if TYPE_CHECKING:
    from jslint.figures.interval import Interval
    from jslint.figures.verdict import Rate
    from jslint.rules.ground.context import Context

PAGE = (Path(__file__).parents[1] / "docs" / "numbers.md").read_text(encoding="utf-8")
WORDS = {
    "exact": "相等",
    "rounding": "舍入所致",
    "improbable": "可疑",
    "tie-only": "边界",
    "off-by-one": "末位差一",
    "impossible": "不可能",
}
#: A report of no prevailing style: every figure counts as printed.
CONTEXT = cast("Context", SimpleNamespace(style=Style()))


def rows(header: str) -> list[list[str]]:
    """The cells of the table that begins with this header."""
    table = PAGE.split(f"\n| {header} |", 1)[1].split("\n\n", 1)[0]
    return [
        [cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines()[2:]
    ]


def figure(text: str, unit: str = "万元") -> Figure:
    found = parse_cell(text, UNITS[unit])
    assert found is not None
    return found


def span(interval: Interval, divisor: int = 1) -> str:
    """The ends of an interval as the page prints them."""
    return "–".join(f"{float(end / divisor):.3f}" for end in (interval.low, interval.high))


def judged(found: Rate | None) -> str:
    assert found is not None
    return "相符" if found.verdict.holds else WORDS[found.verdict.value]


@pytest.mark.parametrize("row", rows("分项 | 印作 | 相差 | 最大差 | 判定"), ids=" ".join)
def test_sum(row: list[str]) -> None:
    parts, total, difference, bound, verdict = row

    found = linear([(1, figure(part)) for part in parts.split("+")], figure(total))

    assert abs(found.difference) == Fraction(difference) * 10000
    assert found.bound == Fraction(bound) * 10000
    assert WORDS[found.verdict.value] == verdict


@pytest.mark.parametrize("row", rows("分项 | k = 1 | k = 2 | k = 3"), ids=" ".join)
def test_chance_of_a_residue(row: list[str]) -> None:
    chances = [float(residue_probability(int(row[0]), k)) for k in (1, 2, 3)]

    assert [f"{chance:.1%}" for chance in chances] == row[1:]


@pytest.mark.parametrize("row", rows("部分 | 整体 | 真值的范围 | 印作 | 判定"), ids=" ".join)
def test_share(row: list[str]) -> None:
    part, whole, true, printed, verdict = row

    interval = (figure(part).interval() / figure(whole).interval()) * 100
    found = ratio(CONTEXT, figure(printed), figure(part), figure(whole))

    assert span(interval).replace("–", "%–") + "%" == true
    assert judged(found) == verdict


@pytest.mark.parametrize("row", rows("本年 | 增加 | 幅度印作 | 重算 | 判定"), ids=" ".join)
def test_growth(row: list[str]) -> None:
    current, change, printed, right, verdict = row

    found = grown(CONTEXT, figure(printed), figure(change), figure(current), 1)

    assert judged(found) == verdict
    assert found is not None
    assert f"{found.rounded}%" == right


def test_implied_budgets() -> None:
    first, second, both, fits, other = rows("决算 | 完成预算 | 推算的预算")

    def implied(row: list[str]) -> Interval:
        return (figure(row[0]).interval() / figure(row[1]).interval()) * 100

    total = implied(first) + implied(second)
    assert [span(implied(row), 10000) for row in (first, second, fits, other)] == [
        row[2] for row in (first, second, fits, other)
    ]
    assert span(total, 10000) == both[2]
    assert total.meets(implied(fits))
    assert not total.meets(implied(other))


@pytest.mark.parametrize(
    ("amounts", "printed", "largest_remainder"),
    [
        pytest.param("32.00 32.00 32.00", "33.4% 33.3% 33.3%", True, id="a third each"),
        pytest.param("104.40 204.20 691.40", "10.5% 20.4% 69.1%", True, id="to the largest"),
        pytest.param("104.40 204.20 691.40", "10.4% 20.5% 69.1%", False, id="to another"),
    ],
)
def test_shares_made_to_close(amounts: str, printed: str, *, largest_remainder: bool) -> None:
    figures = [figure(amount) for amount in amounts.split()]
    whole = sum(one.exact() for one in figures)

    found = balanced(
        [figure(share) for share in printed.split()], [one.exact() / whole * 100 for one in figures]
    )

    assert found == Balance(closes=True, largest_remainder=largest_remainder)
    assert all(share in PAGE for share in printed.split())


def test_chain_of_sums() -> None:
    def verdict(parts: str, total: str) -> str:
        return linear([(1, figure(part)) for part in parts.split()], figure(total)).verdict.value

    assert [verdict("5 6", "10"), verdict("3 4", "6"), verdict("2 2", "3")] == ["rounding"] * 3
    assert verdict("5 4 2 2", "10") == "impossible"


@pytest.mark.parametrize(
    ("printed", "verdict"), [pytest.param("35.43", "rounding"), pytest.param("35.44", "impossible")]
)
def test_same_amount_in_two_units(printed: str, verdict: str) -> None:
    found = linear([(1, figure("354,321.05", "元"))], figure(printed))

    assert found.verdict.value == verdict
