"""What is screened out could not have been believed."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from jslint import readers
from jslint.rules.bench import evident, screening, series
from jslint.rules.bench.evident import GROWTH, RATIO, Exhausted, Work
from jslint.rules.ground.context import Context

MUCH = 10**9


def _table(seed: int) -> list[screening.Scaled]:
    """The columns of a table of small figures, of which some are what others come to."""
    random = Random(seed)  # noqa: S311 - to be repeated, not to be secret
    rows = []
    for at in range(6):
        one, other = random.randint(0, 9), random.randint(1, 9)
        gap = one - other + random.choice((0, 0, 0, 1))
        rate = round(100 * random.choice((one, one - other)) / other, 1)
        blank = random.choice(("", f"{gap}.00"))
        rows.append(f"甲{at}\t{one}.00\t{other}.00\t{abs(gap)}.00\t{blank}\t{rate}%")
    text = (
        "一、情况\n支出表\n单位：万元\n项目\t甲数\t乙数\t增减额\t差额\t占比\n"
        + "\n".join(rows)
        + "\n"
    )
    ledgers = Context(readers.read("a.txt", text.encode())).ledgers
    return screening.scaled(series.columns(ledgers[0]))


@pytest.mark.parametrize("seed", range(12))
def test_every_difference_that_would_be_believed_passes(seed: int) -> None:
    every = _table(seed)
    amounts = [one for one in every if one.series.is_amount]
    for own in amounts:
        others = [one for one in amounts if one is not own]
        for unsigned in (False, True):
            tried = {
                (id(one.series), id(other.series))
                for one, other in permutations(others, 2)
                if evident.believed(
                    [
                        evident.computed(
                            own.series, [(1, one.series), (-1, other.series)], unsigned=unsigned
                        )
                    ]
                )
            }
            passed = screening.differing(own, others, unsigned=unsigned)

            assert tried <= {(id(one), id(other)) for one, other in filter(None, passed)}


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", [RATIO, GROWTH])
def test_every_rate_that_would_be_believed_passes(seed: int, kind: str) -> None:
    *amounts, rate = _table(seed)
    tried = {
        (id(one.series), id(other.series))
        for one, other in permutations(amounts, 2)
        if evident.believed(
            [evident.computed(rate.series, [(1, one.series), (1, other.series)], kind)]
        )
    }
    passed = screening.of_rates(rate, amounts, grown=kind == GROWTH)

    assert tried <= {(id(one), id(other)) for one, other in filter(None, passed)}


def test_work_that_is_used_up_ends_the_readings() -> None:
    every = _table(1)
    own = next(one for one in every if one.series.name == "增减额")

    with pytest.raises(Exhausted):
        list(evident.differences(every, every.index(own), Work(3)))


def test_one_cell_that_tells_and_several_that_are_their_only_part_pass() -> None:
    """5 less 3 is 2; 2 and 3 less nothing are themselves. That is believed, so it must pass."""
    text = (
        "一、情况\n支出表\n单位：万元\n项目\t甲数\t乙数\t差额\n"
        "甲\t5.00\t3.00\t2.00\n乙\t2.00\t0.00\t2.00\n丙\t3.00\t0.00\t3.00\n"
    )
    ledgers = Context(readers.read("a.txt", text.encode())).ledgers
    one, other, change = every = screening.scaled(series.columns(ledgers[0]))
    reading = evident.computed(change.series, [(1, one.series), (-1, other.series)])

    assert len(evident.believed([reading])) == 3
    passed = screening.differing(change, every[:2], unsigned=False)
    assert (one.series, other.series) in list(passed)


def test_rates_of_nothing_are_against_no_pair() -> None:
    """1 of 4 and 1 of 2 are right; of 0 there is no rate, whatever is printed."""
    rows = ["1.00\t4.00\t25.0%", "1.00\t2.00\t50.0%", *["1.00\t0.00\t60.0%"] * 3]
    table = "".join(f"甲{at}\t{row}\n" for at, row in enumerate(rows))
    text = f"一、情况\n支出表\n单位：万元\n项目\t甲数\t乙数\t占比\n{table}"
    ledgers = Context(readers.read("a.txt", text.encode())).ledgers
    one, other, rate = screening.scaled(series.columns(ledgers[0]))

    passed = screening.of_rates(rate, [one, other], grown=False)

    assert list(passed) == [(one.series, other.series), None]
