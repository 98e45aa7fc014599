"""Cells that are tried as computed from others: whether they fit, and what bears a reading out."""

from __future__ import annotations

from itertools import repeat

import pytest

from jslint import readers
from jslint.document import Text
from jslint.figures.figure import find
from jslint.rules.bench import evident, screening, series
from jslint.rules.bench.cells import CellAt
from jslint.rules.bench.evident import GROWTH, LINEAR, RATIO, Exhausted, Trial, Work
from jslint.rules.ground.context import Context

HEAD = "2024年度\n云岭市水文站\n单位决算\n\n一、收支情况\n收支表\n单位：万元\n"


def columns(table: str) -> list[series.Series]:
    """The columns of a table whose cells are parted by white space."""
    text = HEAD + "\n".join("\t".join(line.split()) for line in table.strip().split("\n")) + "\n"
    (ledger,) = Context(readers.read("a.txt", text.encode())).ledgers
    return series.columns(ledger)


LINE, COLUMN = (
    (cell.line, cell.column)
    for cell in [columns("项目 甲 乙\n某站 1.00 2.00")[0].cells[0]]
    if cell is not None
).__next__()


def cell(printed: str) -> CellAt:
    """A cell by what is printed in it: ``-`` is a blank."""
    figure = None if printed == "-" else next(find(printed)).figure
    return CellAt(LINE, COLUMN, figure, Text(printed))


def trial(whole: str, *terms: str, kind: str = LINEAR, unsigned: bool = False) -> Trial:
    """A cell with its terms, of which those behind a ``!`` are taken away."""
    weighted = tuple((-1 if one[0] == "!" else 1, cell(one.lstrip("!"))) for one in terms)
    return Trial(cell(whole), weighted, kind, unsigned)


@pytest.mark.parametrize(
    ("whole", "terms", "expected"),
    [
        pytest.param("5.00万元", ["2.00万元", "3.00万元"], True, id="just that"),
        pytest.param("5.01万元", ["2.00万元", "3.00万元"], True, id="by rounding"),
        # Three figures of 0.01: up to 0.015 may be rounding.
        pytest.param("5.02万元", ["2.00万元", "3.00万元"], False, id="by more"),
        # Four figures of 0.01: up to 0.02.
        pytest.param("5.02万元", ["2.00万元", "2.00万元", "1.00万元"], True, id="of more figures"),
        pytest.param("4.98万元", ["2.00万元", "2.00万元", "1.00万元"], True, id="below"),
        pytest.param("4.97万元", ["2.00万元", "2.00万元", "1.00万元"], False, id="too far below"),
        pytest.param("2.00万元", ["5.00万元", "!3.00万元"], True, id="a difference"),
        pytest.param("2.00万元", ["3.00万元", "!5.00万元"], False, id="of the other sign"),
        pytest.param("5.00万元", ["2.00万元", "-", "3.00万元"], True, id="blanks are nothing"),
        pytest.param("5.00万元", ["2.00万元", "-"], None, id="but one part only tells nothing"),
        pytest.param("5.00万元", ["5.00万元", "0.00万元"], None, id="nor does one with zeros"),
        pytest.param("0.00万元", ["2.00万元", "!2.00万元"], None, id="nor does a zero"),
        pytest.param("-", ["2.00万元", "3.00万元"], None, id="nor does a blank"),
        pytest.param("5人", ["2人", "3人"], True, id="things"),
        pytest.param("6人", ["2人", "3人"], False, id="things are not rounded"),
        pytest.param("5人", ["2人", "3.00万元"], None, id="things and amounts do not add up"),
        pytest.param("50.0%", ["20.0%", "30.0%"], None, id="nor do rates"),
        pytest.param("5.0个百分点", ["2.0个百分点", "3.0个百分点"], None, id="nor points"),
    ],
)
def test_a_sum(whole: str, terms: list[str], expected: bool | None) -> None:  # noqa: FBT001
    assert trial(whole, *terms).fits() is expected


@pytest.mark.parametrize(
    ("kind", "rate", "terms", "expected"),
    [
        pytest.param(RATIO, "25.0%", ["1.00万元", "4.00万元"], True, id="a quarter"),
        pytest.param(RATIO, "25.1%", ["1.00万元", "4.00万元"], True, id="a last place off"),
        pytest.param(RATIO, "25.2%", ["1.00万元", "4.00万元"], False, id="by more"),
        pytest.param(RATIO, "24.8%", ["1.00万元", "4.00万元"], False, id="or below"),
        pytest.param(RATIO, "150.0%", ["6.00万元", "4.00万元"], True, id="more than all"),
        pytest.param(RATIO, "5.0%", ["0.00万元", "4.00万元"], False, id="a share of nothing"),
        pytest.param(RATIO, "0.0%", ["0.01万元", "4.00万元"], None, id="no share tells nothing"),
        pytest.param(RATIO, "100.0%", ["4.00万元", "4.01万元"], None, id="nor does all of it"),
        pytest.param(RATIO, "99.0%", ["4.00万元", "4.00万元"], None, id="nor do equal amounts"),
        pytest.param(RATIO, "25.0%", ["1.00万元", "0.00万元"], None, id="nor a part of nothing"),
        pytest.param(RATIO, "25.0%", ["1.00万元", "-"], None, id="nor one of a blank"),
        pytest.param(RATIO, "25.0%", ["-1.00万元", "4.00万元"], None, id="nor less than nothing"),
        pytest.param(RATIO, "25.0%", ["1.00万元", "-4.00万元"], None, id="nor a part of less"),
        pytest.param(GROWTH, "50.0%", ["3.00万元", "2.00万元"], True, id="growth"),
        pytest.param(GROWTH, "-50.0%", ["2.00万元", "4.00万元"], True, id="a fall"),
        pytest.param(GROWTH, "50.0%", ["2.00万元", "4.00万元"], False, id="without its sign"),
    ],
)
def test_a_rate(
    kind: str,
    rate: str,
    terms: list[str],
    expected: bool | None,  # noqa: FBT001
) -> None:
    assert trial(rate, *terms, kind=kind).fits() is expected


def test_a_fall_may_be_printed_without_its_sign() -> None:
    assert trial("50.0%", "2.00万元", "4.00万元", kind=GROWTH, unsigned=True).fits()
    assert trial("2.00万元", "3.00万元", "!5.00万元", unsigned=True).fits()


def test_what_the_terms_come_to() -> None:
    """In yuan and in percent."""
    assert trial("1.00万元", "2.00万元", "!0.50万元").right() == 15000
    assert trial("1.00万元", "2.00万元", "!5.00万元").right() == -30000
    assert trial("1.00万元", "2.00万元", "!5.00万元", unsigned=True).right() == 30000
    assert trial("1.0%", "1.00万元", "4.00万元", kind=RATIO).right() == 25
    assert trial("1.0%", "1.00万元", "4.00万元", kind=GROWTH).right() == -75
    assert trial("1.0%", "1.00万元", "4.00万元", kind=GROWTH, unsigned=True).right() == 75


@pytest.mark.parametrize(
    ("whole", "terms", "expected"),
    [
        pytest.param("5.00万元", ["5.00万元", "0.00万元"], True, id="one part that is it"),
        pytest.param("5.00万元", ["5.00万元", "-"], True, id="beside a blank"),
        pytest.param("5.00万元", ["4.00万元", "-"], False, id="another one"),
        pytest.param("5.00万元", ["2.00万元", "3.00万元"], False, id="two parts"),
        pytest.param("5.00万元", ["-", "!5.00万元"], False, id="of the other sign"),
        pytest.param("-", ["5.00万元", "-"], False, id="a blank"),
    ],
)
def test_a_sum_of_one_part(whole: str, terms: list[str], *, expected: bool) -> None:
    assert trial(whole, *terms).is_single is expected


def test_a_rate_is_no_sum_of_one_part() -> None:
    assert not trial("5.00万元", "5.00万元", kind=RATIO).is_single


def test_the_share_of_a_total_in_itself() -> None:
    total, part = cell("8.00万元"), cell("8.00万元")

    assert Trial(cell("100.0%"), ((1, total), (1, total)), RATIO).is_whole
    assert not Trial(cell("100.0%"), ((1, part), (1, total)), RATIO).is_whole
    assert not Trial(cell("99.0%"), ((1, total), (1, total)), RATIO).is_whole
    assert not Trial(cell("-"), ((1, total), (1, total)), RATIO).is_whole
    assert not Trial(cell("100.0%"), ((1, total), (1, total)), GROWTH).is_whole


@pytest.mark.parametrize(
    ("whole", "terms", "expected"),
    [
        pytest.param("2.00万元", ["1.00万元", "3.00万元"], True, id="between"),
        pytest.param("1.00万元", ["1.00万元", "3.00万元"], True, id="the least"),
        pytest.param("3.00万元", ["1.00万元", "3.00万元"], True, id="the greatest"),
        pytest.param("0.99万元", ["1.00万元", "3.00万元"], False, id="below"),
        pytest.param("3.01万元", ["1.00万元", "3.00万元"], False, id="above"),
        pytest.param("2.00万元", ["2.00万元"], False, id="one has no mean"),
        pytest.param("2.00万元", ["1.00万元", "3.00万元", "-"], True, id="blanks left out"),
        pytest.param("2.00万元", ["1.00万元", "3.00万元", "!1.00万元"], False, id="a difference"),
        pytest.param("-", ["1.00万元", "3.00万元"], False, id="a blank"),
    ],
)
def test_a_mean_lies_between(whole: str, terms: list[str], *, expected: bool) -> None:
    assert trial(whole, *terms).is_mean is expected


@pytest.mark.parametrize(
    ("whole", "terms", "expected"),
    [
        pytest.param("9.00万元", ["5.00万元", "2.00万元", "3.00万元"], True, id="5 is 2 and 3"),
        pytest.param("5.00万元", ["2.00万元", "3.00万元", "9.00万元"], True, id="so is the cell"),
        pytest.param("5.00万元", ["9.00万元", "2.00万元", "3.00万元"], True, id="further down"),
        pytest.param("9.00万元", ["2.00万元", "3.00万元", "5.00万元"], False, id="a sum behind"),
        pytest.param("9.00万元", ["1.00万元", "2.00万元", "4.00万元"], False, id="none"),
        pytest.param("9.00万元", ["2.00万元", "0.00万元", "2.00万元"], True, id="zeros left out"),
        pytest.param("-", ["5.00万元", "2.00万元", "3.00万元"], False, id="a blank"),
    ],
)
def test_terms_that_are_not_beside_each_other(
    whole: str, terms: list[str], *, expected: bool
) -> None:
    assert trial(whole, *terms).is_nested is expected


GOOD, BAD = ("5.00万元", "2.00万元", "3.00万元"), ("7.00万元", "2.00万元", "3.00万元")
LONE, MUTE = ("5.00万元", "5.00万元", "-"), ("0.00万元", "2.00万元", "3.00万元")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([GOOD], 0, id="one cell is chance"),
        pytest.param([GOOD, GOOD], 2, id="two are not"),
        pytest.param([GOOD, GOOD, BAD], 3, id="the third is wrong then"),
        pytest.param([GOOD, GOOD, BAD, BAD], 0, id="as many fail"),
        pytest.param([GOOD, GOOD, MUTE], 3, id="what tells nothing is against nobody"),
        pytest.param([GOOD, LONE, LONE], 3, id="two that are their only part are one more"),
        pytest.param([GOOD, LONE], 0, id="one such is none"),
        pytest.param([LONE, LONE, LONE], 0, id="nor are they alone"),
        pytest.param([GOOD, GOOD, BAD, BAD, LONE, LONE], 6, id="one more is enough"),
        pytest.param([GOOD, BAD, LONE, LONE], 4, id="of two and one"),
    ],
)
def test_how_many_cells_bear_a_reading_out(rows: list[tuple[str, ...]], expected: int) -> None:
    assert len(evident.believed([[trial(*row) for row in rows]])) == expected


def test_the_share_of_a_total_in_itself_is_one_more() -> None:
    total = cell("8.00万元")
    whole = Trial(cell("100.0%"), ((1, total), (1, total)), RATIO)
    share = Trial(cell("25.0%"), ((1, cell("2.00万元")), (1, total)), RATIO)

    assert len(evident.believed([[share, whole]])) == 2
    assert evident.believed([[share]]) == []
    assert evident.believed([[share, whole]], enough=3) == []
    assert len(evident.believed([[share, share, whole]], enough=3)) == 2


def test_a_cell_that_fits_one_of_two_readings_is_as_it_should_be() -> None:
    """The first reading has more cells behind it; the last cell fits the second one alone."""
    held = [trial(*GOOD) for _ in range(3)]
    last = cell("7.00万元")
    wrong = Trial(last, ((1, cell("2.00万元")), (1, cell("3.00万元"))))
    right = Trial(last, ((1, cell("3.00万元")), (1, cell("4.00万元"))))
    ways = [[*held[:2], right], [*held, wrong]]

    for readings in (ways, ways[::-1]):
        found = {id(one.whole.text): one for one in evident.believed(readings)}
        assert found[id(last.text)] is right
        assert len(found) == 4


def test_what_fits_no_reading_is_held_against_the_one_borne_out_most() -> None:
    last = cell("7.00万元")
    one = Trial(last, ((1, cell("2.00万元")), (1, cell("3.00万元"))))
    other = Trial(last, ((1, cell("2.00万元")), (1, cell("4.00万元"))))
    few, many = [trial(*GOOD), trial(*GOOD), one], [*(trial(*GOOD) for _ in range(3)), other]

    for readings in ([few, many], [many, few]):
        found = {id(each.whole.text): each for each in evident.believed(readings)}
        assert found[id(last.text)] is other


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        pytest.param("25.00% 30%", 2, id="of hundredths"),
        pytest.param("25.0% 30%", 3, id="of tenths"),
        pytest.param("25% 30%", 5, id="of whole ones"),
        pytest.param("25.00% 3.125%", 2, id="of less"),
    ],
)
def test_coarse_rates_must_be_more(rates: str, expected: int) -> None:
    rows = "\n".join(f"甲{at} 1.00 {rate}" for at, rate in enumerate(rates.split()))
    rate = columns(f"项目 金额 占比\n{rows}")[-1]

    assert evident.enough(rate) == expected


def readings_of(table: str, at: int, most: int = 10**9) -> list[str]:
    """The ways in which a column is a difference: the columns by number, with their signs."""
    found = columns(table)
    every = screening.scaled(found)
    names = {id(one): number for one_series in found for number in [found.index(one_series)]
             for one in one_series.cells}  # fmt: skip
    ways = []
    for reading in evident.differences(every, at, Work(most)):
        signs = [(weight, names[id(one)]) for weight, one in reading[0].terms]
        said = " ".join(f"{'-' if weight < 0 else '+'}{number}" for weight, number in signs)
        ways.append(said + " unsigned" * reading[0].unsigned)
    return ways


def test_a_column_is_the_difference_of_two_others() -> None:
    table = "项目 甲 乙 差\n一 9.00 4.00 5.00\n二 8.00 6.00 2.00"

    assert readings_of(table, 2) == ["+0 -1", "+0 -1 unsigned", "+1 -0 unsigned"]


def test_where_a_minus_is_printed_differences_have_signs() -> None:
    table = "项目 甲 乙 差\n一 9.00 4.00 5.00\n二 6.00 8.00 -2.00"

    assert readings_of(table, 2) == ["+0 -1"]


def test_what_remains_of_those_right_before_it() -> None:
    """Of three to five columns, the last of which is taken away."""
    heads = "项目 甲 乙 丙 丁 戊 己 余"
    row = "1.00 2.00 4.00 8.00 16.00 1.00 999.00"
    table = f"{heads}\n一 {row}\n二 {row}"

    assert readings_of(table, 6) == ["+3 +4 -5", "+2 +3 +4 -5", "+1 +2 +3 +4 -5"]
    assert readings_of(table, 3)[-1:] == ["+0 +1 -2"]


def test_rates_are_no_part_of_what_remains() -> None:
    table = "项目 甲 率 丙 余\n一 1.00 20.0% 4.00 999.00\n二 1.00 20.0% 4.00 999.00"

    assert readings_of(table, 3) == []


def shares_of(table: str, total: int) -> list[str]:
    """The ways in which the last column has rates: kind and columns, or the row of the total."""
    *_, rate = every = screening.scaled(columns(table))
    amounts = [one for one in every if one.series.is_amount]
    numbers = {
        id(one): (at, row)
        for at, each in enumerate(every)
        for row, one in enumerate(each.series.cells)
    }
    found = []
    for reading in evident.rates(rate, amounts, [total], Work(10**9)):
        (one, _), (other, row) = (numbers[id(term)] for _, term in reading[-1].terms)
        found.append(f"{reading[0].kind} {one} {other}" + f" of {row}" * (one == other))
    return found


def test_rates_of_two_columns_and_of_a_total() -> None:
    of_two = "项目 甲 乙 占比\n一 1.00 4.00 25.0%\n二 3.00 5.00 60.0%"
    grown = "项目 甲 乙 比\n一 5.00 4.00 25.0%\n二 8.00 5.00 60.0%"
    in_total = "项目 甲 占比\n一 1.00 25.0%\n二 3.00 75.0%\n计 4.00 100.0%"

    assert shares_of(of_two, 0) == ["ratio 0 1"]
    assert shares_of(grown, 0) == ["growth 0 1", "growth 0 1"]
    assert shares_of(in_total, 2) == ["ratio 0 0 of 2"]
    assert shares_of(in_total, 0) == []


def test_a_row_of_which_a_cell_is_not_known_is_not_computed() -> None:
    first, other, whole = columns("项目 甲 乙 计\n一 1.00 2.00 3.00\n二 2.00 3.00 5.00")
    cut = series.Series(other.path, (None, other.cells[1]))

    assert len(evident.computed(whole, [(1, first), (1, other)])) == 2
    assert len(evident.computed(whole, [(1, first), (1, cut)])) == 1
    assert evident.computed(series.Series(("计",), (None, None)), [(1, first)]) == []


def test_work_ends_when_all_of_it_is_done() -> None:
    """Each cell that is tried costs 16 and one for each term."""
    reading = [trial(*GOOD), trial(*GOOD)]

    assert list(Work(36).on([reading])) == [reading]
    with pytest.raises(Exhausted):
        list(Work(35).on([reading]))


def test_pairs_that_do_not_pass_cost_as_much() -> None:
    pair = tuple(columns("项目 甲 乙\n一 1.00 2.00"))
    work = Work(30)

    assert list(work.passed([None, (pair[0], pair[1]), None], 10)) == [pair]
    assert work.left == 0
    with pytest.raises(Exhausted):
        list(work.passed(repeat(None, 1), 1))
