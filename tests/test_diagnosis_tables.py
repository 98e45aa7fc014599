"""Whole tables and lines by hand: another unit, a stretch moved by one cell, totals added up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linked import BROKEN, HOLDS, OUTSIDE, adds, link, of, spot, tie, values
from msgspec.structs import replace

from jslint.diagnosis import chains, lines, units
from jslint.diagnosis.cause import CauseKind, Line
from jslint.diagnosis.graph import build
from jslint.diagnosis.model import Axis, Link, Spot, Term
from jslint.diagnosis.slips import Slip
from jslint.diagnosis.state import start
from jslint.relation import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jslint.diagnosis.explain import Explanation
    from jslint.diagnosis.state import State

# A table in another unit.


def cells(*printed: int, half: int = 0, table: str = "U", first: int = 1) -> list[Spot]:
    return [spot(first + at, value, (table, at, 0), half=half) for at, value in enumerate(printed)]


@pytest.mark.parametrize(
    ("printed", "outside", "power"),
    [
        pytest.param((70_000, 140_000), (7, 14), -4, id="too large"),
        pytest.param((7, 14), (70_000, 140_000), 4, id="too small"),
    ],
)
def test_a_table_whose_ties_hold_in_another_unit(
    printed: tuple[int, ...], outside: tuple[int, ...], power: int
) -> None:
    table = cells(*printed)
    now = start(build([tie(*pair) for pair in zip(table, outside, strict=True)], ()))

    found = units.rescaled(now)

    assert found is not None
    assert (found.table, found.power) == ("U", power)
    assert found.places == of(now, (1, 2))
    assert found.mended == now.broken == {0, 1}
    assert tuple(found.state.values[place] for place in found.places) == outside
    assert found.state.broken == frozenset()


def test_of_two_tables_the_first_in_the_document_comes_first() -> None:
    second, first = cells(70_000, 140_000, table="A", first=5), cells(30_000, 90_000, table="B")
    ties = [tie(*pair) for pair in zip([*second, *first], (7, 14, 3, 9), strict=True)]
    now = start(build(ties, ()))

    found = units.rescaled(now)

    assert found is not None
    assert (found.table, len(found.mended), len(found.state.broken)) == ("B", 2, 2)
    again = units.rescaled(found.state)
    assert again is not None
    assert (again.table, again.state.broken) == ("A", frozenset())


def blank_sums(*blanks: Spot) -> list[Link]:
    """What holds outside with a blank cell in it, in whatever unit that is."""
    found = []
    for blank in blanks:
        total, part = spot(next(OUTSIDE), 5), spot(next(OUTSIDE), 5)
        found.append(adds(total, blank, part, axis=Axis.BETWEEN))
    return found


@pytest.mark.parametrize(
    ("holding", "is_found"),
    [pytest.param(2, True, id="half of all"), pytest.param(3, False, id="fewer than half")],
)
def test_half_of_what_joins_a_table_to_others_must_be_broken(
    holding: int, *, is_found: bool
) -> None:
    table = cells(70_000, 140_000, *[0] * holding)
    ties = [tie(table[0], 7), tie(table[1], 14), *blank_sums(*table[2:])]

    found = units.rescaled(start(build(ties, ())))

    assert (found is not None) == is_found


def test_zeros_on_both_sides_say_nothing_of_a_unit() -> None:
    """Three ties of zeros hold in any unit: they are no witnesses against one."""
    table = cells(70_000, 140_000, 0, 0, 0)
    ties = [tie(*pair) for pair in zip(table, (7, 14, 0, 0, 0), strict=True)]

    assert units.rescaled(start(build(ties, ()))) is not None


def test_one_tie_is_no_unit() -> None:
    table = cells(70_000, 140_000)
    less = link(Kind.ORDER, [(spot(100, 9), 1), (table[1], -1)], BROKEN)

    assert units.rescaled(start(build([tie(table[0], 7), less], ()))) is None


def test_a_tie_that_does_not_hold_in_the_other_unit_speaks_against_it() -> None:
    table = cells(70_000, 140_000, 210_000)
    ties = [tie(*pair) for pair in zip(table, (7, 14, 22), strict=True)]

    assert units.rescaled(start(build(ties, ()))) is None


def test_a_tie_that_holds_as_it_is_speaks_against_another_unit() -> None:
    table = cells(70_000, 140_000, 30_000)
    ties = [tie(*pair) for pair in zip(table, (7, 14, 30_000), strict=True)]

    assert units.rescaled(start(build(ties, ()))) is None


@pytest.mark.parametrize(("last", "left"), [(22, {4}), (210_000, set())])
def test_where_four_ties_tell_the_unit_one_more_may_be_wrong_or_hold_by_chance(
    last: int, left: set[int]
) -> None:
    """What holds as it is was printed in the wrong unit itself: nothing is judged by it any more."""
    table = cells(10_000, 20_000, 30_000, 40_000, 210_000)
    ties = [tie(*pair) for pair in zip(table, (1, 2, 3, 4, last), strict=True)]

    found = units.rescaled(start(build(ties, ())))

    assert found is not None
    assert found.mended == {0, 1, 2, 3}
    assert found.state.broken == left
    assert found.state.odd == {4} - left


def test_what_is_only_compared_is_no_witness() -> None:
    """100 outside is less than 8 in the table in either unit; the two ties still tell the unit."""
    table = cells(70_000, 140_000, 80_000)
    less = link(Kind.ORDER, [(spot(100, 3), 1), (table[2], -1)], BROKEN)
    now = start(build([tie(table[0], 7), tie(table[1], 14), less], ()))

    found = units.rescaled(now)

    assert found is not None
    assert len(found.mended) == 2
    assert len(found.state.broken) == 1


@pytest.mark.parametrize("off", [-1, 0, 1])
def test_sums_inside_a_table_hold_in_any_unit_as_they_did(off: int) -> None:
    """A total that is off by rounding alone: 10,000 times the slack goes with the unit."""
    table = cells(7, 14, 21 + 2 * off, half=1)
    inside = adds(table[2], table[0], table[1])
    ties = [tie(table[0], 70_000, half=1), tie(table[1], 140_000, half=1)]
    now = start(build([inside, *ties], ()))

    found = units.rescaled(now)

    assert found is not None
    assert found.power == 4
    assert found.state.broken == frozenset()
    assert [found.state.values[place] for place in found.places] == [
        70_000,
        140_000,
        210_000 + 20_000 * off,
    ]


@pytest.mark.parametrize(
    ("total", "is_found"),
    [
        # Two halves of 10,000 and one of 1 round what is 210,000.
        pytest.param(230_001, True, id="as much as rounding allows above"),
        pytest.param(189_999, True, id="and below"),
        pytest.param(230_002, False, id="more above"),
        pytest.param(189_998, False, id="more below"),
    ],
)
def test_a_sum_is_as_wide_as_the_last_places_in_the_other_unit(
    total: int, *, is_found: bool
) -> None:
    table = cells(7, 14, half=1)
    outside = replace(spot(100, total), quantum=2, step=1, exact=False)
    sums = [
        adds(replace(outside, key=100 + n, order=(100 + n,)), *table, standing=BROKEN)
        for n in range(2)
    ]
    sums[1] = replace(sums[1], operands=(*sums[1].operands, Term(spot(200, 0), 1)))

    found = units.rescaled(start(build(sums, ())))

    assert (found is not None) == is_found


@pytest.mark.parametrize(
    ("outside", "is_found"),
    [
        pytest.param(80_001, True, id="half a last place of each"),
        pytest.param(59_999, True, id="below"),
        pytest.param(80_002, False, id="more"),
    ],
)
def test_what_is_equal_is_equal_to_the_coarser_last_place(outside: int, *, is_found: bool) -> None:
    """7 printed to 2 is 70,000 to within 10,000, and the other to within 1."""
    table = cells(7, 7, half=1)
    ties = [tie(one, outside, half=1) for one in table]

    found = units.rescaled(start(build(ties, ())))

    assert (found is not None) == is_found


def test_a_rate_goes_with_its_table() -> None:
    """50 % of 140,000 holds in any unit; 50 % of 14 outside holds only once the unit is right."""
    percent = 2_000_000
    table = cells(70_000, 140_000)
    outside = spot(100, 14)
    rates = [
        link(
            Kind.RATIO,
            [(spot(200 + at, 50 * percent, half=percent // 2), 1), (table[0], 1), (whole, 1)],
            how,
        )
        for at, (whole, how) in enumerate([(table[1], HOLDS), (outside, BROKEN)])
    ]
    roles = (Role.RATE, Role.PART, Role.TOTAL)
    rates = [
        replace(
            one,
            operands=tuple(
                replace(term, role=role) for term, role in zip(one.operands, roles, strict=True)
            ),
        )
        for one in rates
    ]
    now = start(build([*rates, tie(table[0], 7), tie(table[1], 14)], ()))

    found = units.rescaled(now)

    assert len(now.broken) == 3
    assert found is not None
    assert found.mended == now.broken
    assert found.state.broken == frozenset()


# A stretch of a line, printed one cell too far on.


def line(printed: Sequence[int], *, is_column: bool = True) -> list[Spot]:
    """The cells of column 3 from row 0 on, or of row 3."""
    return [
        spot(1 + at, value, ("T", at, 3) if is_column else ("T", 3, at))
        for at, value in enumerate(printed)
    ]


def tied(spots: Sequence[Spot], right: Sequence[int], but: Iterable[int] = ()) -> State:
    """Each cell with a tie to its right value, except at some indices."""
    ties = [
        tie(one, value)
        for at, (one, value) in enumerate(zip(spots, right, strict=True))
        if at not in but
    ]
    return start(build(ties, ()))


RIGHT = (10, 20, 30, 40, 50, 60)
#: Row 1 to 4 moved down: the value of row 4 is lost; and moved up: that of row 1 is lost.
DOWN, UP = (10, 0, 20, 30, 40, 60), (10, 30, 40, 50, 0, 60)


@pytest.mark.parametrize("is_column", [True, False], ids=["column", "row"])
@pytest.mark.parametrize(("printed", "by"), [(DOWN, 1), (UP, -1)], ids=["on", "back"])
def test_a_stretch_that_moved_is_moved_back(
    printed: tuple[int, ...], by: int, *, is_column: bool
) -> None:
    now = tied(line(printed, is_column=is_column), RIGHT)

    found = lines.moved(now, 4)

    assert found is not None
    one, where = found
    assert where == Line("T", is_column, 3, 1, 4, by)
    assert values(now, one) == {2: 20, 3: 30, 4: 40, 5: 50}
    assert (one.kind, one.mended) == (CauseKind.BLOCK, now.broken)
    assert [each.place for each in one.fits] == sorted(each.place for each in one.fits)
    neighbours = one.fits[:-1] if by > 0 else one.fits[1:]
    assert {(each.slip, each.plain) for each in neighbours} == {(Slip.NEIGHBOUR, True)}
    assert all(each.span == (each.value, each.value) for each in one.fits)


def test_so_many_cells_must_ask() -> None:
    assert lines.moved(tied(line(DOWN), RIGHT), 5) is None


@pytest.mark.parametrize(
    ("printed", "is_found"),
    [
        # The next one's value suits rows 1 to 3; what is wrong in row 5 has another cause.
        pytest.param((10, 0, 20, 30, 40, 65, 70), True, id="three of five"),
        # It suits rows 1 and 2 of rows 1 to 4.
        pytest.param((10, 0, 20, 30, 44, 60, 70), False, id="two of four"),
        # Of rows 4 to 6 row 4 alone; none stands behind the last, and none before the first.
        pytest.param((10, 20, 30, 40, 0, 50, 75), False, id="one of three at the end"),
        pytest.param((25, 30, 0, 40, 50, 60, 70), False, id="one of three at the beginning"),
    ],
)
def test_the_next_value_must_suit_most_cells_that_ask(
    printed: tuple[int, ...], *, is_found: bool
) -> None:
    now = tied(line(printed), (*RIGHT, 70))

    found = lines.moved(now, 2)

    assert (found is not None) == is_found
    if found:
        assert (found[1].first, found[1].last) == (1, 4)
        assert values(now, found[0]) == {2: 20, 3: 30, 4: 40, 5: 50}


def summed(spots: Sequence[Spot], right: Sequence[int], but: Iterable[int], *more: Link) -> State:
    """The same, and their sum stands outside: no line has but one place in that."""
    ties = [
        tie(one, value)
        for at, (one, value) in enumerate(zip(spots, right, strict=True))
        if at not in but
    ]
    total = adds(spot(900, sum(right)), *spots, standing=BROKEN)
    return start(build([*ties, total, *more], ()))


@pytest.mark.parametrize(
    ("printed", "but", "ends"),
    [
        pytest.param(DOWN, (1,), (1, 4), id="one more before"),
        pytest.param(DOWN, (4,), (1, 4), id="one more behind"),
        pytest.param(UP, (1,), (1, 4), id="one more before, moved up"),
        pytest.param((0, 10, 20, 30, 40, 60), (0, 1), (0, 4), id="from the line's beginning"),
    ],
)
def test_a_stretch_reaches_beyond_the_cells_that_ask(
    printed: tuple[int, ...], but: tuple[int, ...], ends: tuple[int, int]
) -> None:
    """Cells without a tie do not ask, but the sum shows that they moved too."""
    now = summed(line(printed), RIGHT, but)

    found = lines.moved(now, 2)

    assert found is not None
    assert (found[1].first, found[1].last) == ends
    right = {1 + at: RIGHT[at] for at in range(ends[0], ends[1] + 1) if printed[at] != RIGHT[at]}
    assert values(now, found[0]) == right
    assert found[0].mended == now.broken


def test_a_stretch_reaches_to_the_end_of_its_line() -> None:
    """Rows 2 to 5 moved down, 4 and 5 have no tie; but 3 and 4 add up to 90 elsewhere, all to 210."""
    spots = line((10, 20, 0, 30, 40, 50))
    now = summed(spots, RIGHT, (4, 5), adds(spot(901, 90), *spots[3:5], standing=BROKEN))

    found = lines.moved(now, 2)

    assert found is not None
    assert (found[1].first, found[1].last) == (2, 5)
    assert values(now, found[0]) == {3: 30, 4: 40, 5: 50, 6: 60}


def test_a_stretch_begins_behind_a_slip_that_also_asks() -> None:
    """Row 1 is 25 for 20 by itself; rows 2 to 5 moved down."""
    printed, right = (10, 25, 0, 30, 40, 50, 70), (10, 20, 30, 40, 50, 60, 70)
    now = tied(line(printed), right)

    found = lines.moved(now, 3)

    assert found is not None
    assert (found[1].first, found[1].last) == (2, 5)
    assert values(now, found[0]) == {3: 30, 4: 40, 5: 50, 6: 60}
    assert len(found[0].mended) == 4


def test_of_stretches_that_mend_as_much_the_shortest_is_taken() -> None:
    """Row 0 has no relation, so that any value would do; it is left alone."""
    now = tied(line(DOWN), RIGHT, but=(0,))

    found = lines.moved(now, 3)

    assert found is not None
    assert (found[1].first, found[1].last) == (1, 4)
    assert values(now, found[0]) == {2: 20, 3: 30, 4: 40, 5: 50}


@pytest.mark.parametrize(
    ("printed", "right", "ends"),
    [
        # The first cell of the line: no value stands before it, least of all the line's last.
        pytest.param((20, 30, 40, 20, 50), (10, 20, 30, 40, 50), (0, 3), id="from the first cell"),
        pytest.param((10, 40, 20, 30, 40), (10, 20, 30, 40, 50), (1, 4), id="to the last"),
    ],
)
def test_a_stretch_at_an_end_of_its_line(
    printed: tuple[int, ...], right: tuple[int, ...], ends: tuple[int, int]
) -> None:
    now = tied(line(printed), right)

    found = lines.moved(now, 4)

    assert found is not None
    assert (found[1].first, found[1].last) == ends
    assert values(now, found[0]) == {1 + at: right[at] for at in range(ends[0], ends[1] + 1)}


def test_equal_neighbours_in_a_stretch_stay_as_they_are() -> None:
    """Rows 1 to 5 moved down, two of which are 30: row 3 prints what it should."""
    printed, right = (10, 0, 20, 30, 30, 40, 60), (10, 20, 30, 30, 40, 50, 60)
    now = tied(line(printed), right)

    found = lines.moved(now, 3)

    assert found is not None
    assert values(now, found[0]) == {2: 20, 3: 30, 5: 40, 6: 50}


def test_a_stretch_with_a_fixed_cell_is_not_moved() -> None:
    spots = [replace(one, fixed=at == 2) for at, one in enumerate(line(DOWN))]  # noqa: PLR2004

    assert lines.moved(tied(spots, RIGHT), 3) is None


# A cell whose totals were added up again.


def column(*printed: int, half: int = 0) -> list[Spot]:
    """A total, and below it what it is of."""
    return [spot(1 + at, value, ("T", at, 0), half=half) for at, value in enumerate(printed)]


def found_chains(relations: Sequence[Link]) -> tuple[State, list[Explanation]]:
    now = start(build(relations, ()))
    return now, chains.chains(now, sorted(now.broken))


def test_a_cell_and_its_total_are_off_by_the_same() -> None:
    """20 + 30 printed as 25 + 30 = 55."""
    total, wrong, part = column(55, 25, 30)
    now, found = found_chains([adds(total, wrong, part), tie(total, 50), tie(wrong, 20)])

    (one,) = found
    assert (one.kind, one.delta, one.mended) == (CauseKind.CHAIN, 5, now.broken)
    assert [now.graph.places[each.place].key for each in one.fits] == [2, 1]
    assert values(now, one) == {1: 50, 2: 20}


def test_what_is_off_may_be_too_little() -> None:
    total, wrong, part = column(45, 15, 30)
    _, (one,) = found_chains([adds(total, wrong, part), tie(total, 50), tie(wrong, 20)])

    assert one.delta == -5


@pytest.mark.parametrize("turned", [False, True], ids=["the cell first", "the other first"])
def test_a_tie_may_be_written_either_way(*, turned: bool) -> None:
    total, wrong, part = column(55, 25, 30)
    ties = [tie(total, 50), tie(wrong, 20)]
    if turned:
        ties = [
            replace(one, operands=tuple(replace(t, weight=-t.weight) for t in one.operands))
            for one in ties
        ]

    now, (one,) = found_chains([adds(total, wrong, part), *ties])

    assert (one.delta, values(now, one)) == (5, {1: 50, 2: 20})


@pytest.mark.parametrize(("ties", "is_found"), [(20, True), (21, False)])
def test_a_conflict_of_many_relations_is_no_chain(ties: int, *, is_found: bool) -> None:
    """Twice 20 relations are tried, twice 21 are not; one is no chain."""
    total, wrong, part = column(55, 25, 30)
    many = [tie(one, value) for one, value in ((total, 50), (wrong, 20)) for _ in range(ties)]

    _, found = found_chains([adds(total, wrong, part), *many])

    assert bool(found) == is_found


def test_one_relation_is_no_chain() -> None:
    total, wrong, part = column(55, 25, 30)

    assert found_chains([adds(total, wrong, part), tie(wrong, 20)])[1] == []


def tower(height: int) -> list[Link]:
    """Totals above each other, each of the one below and of 1; all are 5 too much, and tied."""
    found, below = [], spot(100, 25, ("T", 100, 0))
    ties = [tie(below, 20)]
    for at in range(1, height):
        total = spot(100 - at, below.value + 1, ("T", 100 - at, 0))
        found.append(adds(total, below, spot(200 + at, 1, ("T", 200 + at, 0))))
        ties.append(tie(total, total.value - 5))
        below = total
    return [*found, *ties]


@pytest.mark.parametrize(("height", "is_found"), [(3, True), (8, True), (9, False)])
def test_so_many_totals_may_stand_above_each_other(height: int, *, is_found: bool) -> None:
    now, found = found_chains(tower(height))

    assert bool(found) == is_found
    if found:
        keys = [now.graph.places[each.place].key for each in found[0].fits]
        assert keys == [100 - at for at in range(height)]


def square(*, off: Iterable[int]) -> list[Link]:
    """A square of 2 by 2 with its totals: 11 12 in row 1, 21 22 in row 2, totals at 0; some 5 too much."""
    right = {11: 20, 12: 30, 21: 40, 22: 60, 10: 50, 20: 100, 1: 60, 2: 90, 0: 150}
    wrong = set(off)
    at = {
        key: spot(key + 1, value + 5 * (key in wrong), ("T", key // 10, key % 10))
        for key, value in right.items()
    }
    sums = [
        adds(at[10 * row], at[10 * row + 1], at[10 * row + 2], axis=Axis.ROW) for row in range(3)
    ]
    sums += [adds(at[column], at[10 + column], at[20 + column]) for column in range(3)]
    judged = [
        replace(one, standing=BROKEN)
        if sum(term.weight * term.place.value for term in one.operands)
        else one
        for one in sums
    ]
    return [*judged, *(tie(at[key], right[key]) for key in (*sorted(wrong), 22))]


@pytest.mark.parametrize(
    "off",
    [
        pytest.param((11, 1), id="up its column"),
        pytest.param((11, 10), id="along its row"),
        pytest.param((11, 10, 1, 0), id="both ways"),
    ],
)
def test_totals_are_added_up_again_in_either_direction(off: tuple[int, ...]) -> None:
    right = {11: 20, 10: 50, 1: 60, 0: 150}
    now, found = found_chains(square(off=off))

    assert [values(now, one) for one in found] == [{key + 1: right[key] for key in off}]
    assert [one.delta for one in found] == [5]
    assert found[0].mended == now.broken


def test_a_chain_goes_by_the_shortest_sum() -> None:
    """The grand total is also the sum of all items: what is off with an item is its subtotal."""
    grand, middle, wrong, item, last = (
        spot(1 + at, value, ("T", at, 0)) for at, value in enumerate((100, 45, 25, 20, 60))
    )
    relations = [
        adds(middle, wrong, item),
        adds(grand, middle, last, standing=BROKEN),
        adds(grand, wrong, item, last, standing=BROKEN),
        tie(middle, 40),
        tie(wrong, 20),
    ]

    now, found = found_chains(relations)

    assert [values(now, one) for one in found] == [{2: 40, 3: 20}]


@pytest.mark.parametrize("near", [2, 4], ids=["above", "below"])
def test_of_two_sums_as_short_the_nearer_total_is_meant(near: int) -> None:
    """A cell with a total just beside it and one far off; the nearer was added up again."""
    far = 1 if near == 4 else 9  # noqa: PLR2004 - the other side
    wrong, other = spot(3, 25, ("T", 3, 0)), spot(5, 30, ("T", 5, 0))
    totals = {key: spot(key, 55 if key == near else 50, ("T", key, 0)) for key in (near, far)}
    relations = [
        adds(totals[near], wrong, other),
        adds(totals[far], wrong, other, standing=BROKEN),
        tie(totals[near], 50),
        tie(wrong, 20),
        tie(spot(2 if far == 1 else 8, 1, ("T", 8, 0)), 1),
    ]

    now, found = found_chains(relations)

    assert [values(now, one) for one in found] == [{3: 20, near: 50}]


def test_the_total_of_another_table_is_not_above_a_cell() -> None:
    """The shorter sum is that of another table, as near; what is off is the cell's own total."""
    elsewhere = spot(1, 55, ("V", 0, 0))
    wrong, part, zero, total = (
        spot(2 + at, value, ("T", at, 0)) for at, value in enumerate((25, 30, 0, 55))
    )
    strange = adds(elsewhere, wrong, part)

    assert found_chains([strange, tie(elsewhere, 50), tie(wrong, 20)])[1] == []

    right = adds(replace(elsewhere, value=50), wrong, part, standing=BROKEN)
    rest = [right, adds(total, wrong, part, zero)]
    now, found = found_chains([*rest, tie(total, 50), tie(wrong, 20)])
    assert [values(now, one) for one in found] == [{2: 20, 5: 50}]


def test_of_chains_as_short_the_likelier_comes_first() -> None:
    """95 + 81 = 176 should be 113: 81 is 18 with its digits swapped, 95 would be 32."""
    total, other, swapped = column(176, 95, 81)
    elsewhere = adds(spot(next(OUTSIDE), 113), other, swapped, standing=BROKEN)

    now, found = found_chains([adds(total, other, swapped), tie(total, 113), elsewhere])

    assert [values(now, one) for one in found] == [{3: 18, 1: 113}, {2: 32, 1: 113}]
    assert [one.fits[0].slip for one in found] == [Slip.SWAPPED, Slip.NONE]


def test_a_fixed_cell_is_in_no_chain() -> None:
    total, wrong, part = column(55, 25, 30)
    total = replace(total, fixed=True)

    assert found_chains([adds(total, wrong, part), tie(total, 50), tie(wrong, 20)])[1] == []


def test_what_is_broken_elsewhere_is_explained_by_no_chain() -> None:
    total, wrong, part = column(55, 25, 30)
    relations = [adds(total, wrong, part), tie(total, 50), tie(wrong, 20), tie(spot(9, 1), 2)]

    assert found_chains(relations)[1] == []


def test_all_of_a_chain_must_be_off_by_the_same() -> None:
    total, wrong, part = column(55, 25, 30)

    assert found_chains([adds(total, wrong, part), tie(total, 49), tie(wrong, 20)])[1] == []


def test_a_sum_inside_a_chain_must_hold_already() -> None:
    total, wrong, part = column(56, 25, 30)
    relations = [adds(total, wrong, part, standing=BROKEN), tie(total, 51), tie(wrong, 20)]

    assert found_chains(relations)[1] == []


def test_what_is_off_is_known_as_far_as_rounding_allows() -> None:
    """Ties of sums with a part outside: 25 is 20 to within three halves of 2."""
    total, wrong, part = column(550, 250, 300, half=1)
    zero = spot(50, 0, half=1)
    ties = [
        link(Kind.LINEAR, [(one, 1), (spot(key, -value, half=1), 1), (zero, 1)], BROKEN)
        for key, one, value in ((60, total, 500), (61, wrong, 200))
    ]

    now, (one,) = found_chains([adds(total, wrong, part), *ties])

    # Residue 50, slack 3: off by 47 to 53, in steps of 2.
    assert [each.span for each in one.fits] == [(198, 202), (498, 502)]
    assert (one.delta, values(now, one)) == (50, {1: 500, 2: 200})
    assert one.fits[0].plain


def test_a_cell_that_counts_twice_is_off_by_half() -> None:
    """40 outside is twice 20, printed as 25: 10 too much, so 5 off; and twice the total is 100."""
    total, wrong, part = column(55, 25, 30)
    twice = [
        link(Kind.LINEAR, [(spot(60 + at, value), sign), (one, -2 * sign)], BROKEN)
        for at, (one, value, sign) in enumerate([(total, 100, 1), (wrong, 40, -1)])
    ]

    now, (one,) = found_chains([adds(total, wrong, part), *twice])

    assert (one.delta, values(now, one)) == (5, {1: 50, 2: 20})
    odd = replace(
        twice[0],
        operands=(replace(twice[0].operands[0], place=spot(60, 101)), twice[0].operands[1]),
    )
    assert found_chains([adds(total, wrong, part), odd, twice[1]])[1] == []


def test_of_many_ties_one_may_be_broken_for_another_reason() -> None:
    """Eight hold in the other unit, and the ninth in neither."""
    table = cells(*(70_000 + 10_000 * at for at in range(9)))
    ties = [tie(one, 7 + at if at < 8 else 1) for at, one in enumerate(table)]

    found = units.rescaled(start(build(ties, ())))

    assert found is not None
    assert (len(found.mended), len(found.state.broken)) == (8, 1)


def test_one_tie_tells_the_unit_where_no_figure_can_be_the_wrong_one() -> None:
    """Both parts of a sum in the table are held there, and so is its total outside."""
    table = cells(30_000, 40_000, 70_000)
    inside = adds(table[2], table[0], table[1])
    outside = spot(500, 7)
    held = link(Kind.EQUALITY, [(outside, 1), (spot(501, 7), -1)], HOLDS)
    joined = adds(outside, table[0], table[1], axis=Axis.BETWEEN, standing=BROKEN)

    found = units.rescaled(start(build([inside, held, joined], ())))

    assert found is not None
    assert (found.power, len(found.mended), found.state.broken) == (-4, 1, frozenset())


def rounded_sums(*off: int, exact: int = 0) -> list[Link]:
    """A table of sums down a column each, printed to ``exact`` ticks, which miss by so much."""
    found = []
    for at, by in enumerate(off):
        column = [
            replace(spot(10 * at + row, value, ("U", row, at), half=exact), step=2)
            for row, value in enumerate((50 + by, 20, 30))
        ]
        standing = BROKEN if by else HOLDS
        found.append(adds(*column, standing=standing))
    return found


@pytest.mark.parametrize(
    ("off", "is_found"),
    [
        pytest.param((2, -2), True, id="two sums that miss by a last place"),
        pytest.param((2, 0), False, id="one sum alone"),
        pytest.param((2, 40), False, id="one that no rounding explains"),
    ],
)
def test_sums_that_are_only_rounded_tell_the_unit_of_a_table_apart(
    off: tuple[int, ...], *, is_found: bool
) -> None:
    """What is said to be in yuan is printed to the fen, and must add up."""
    found = units.rounded(start(build(rounded_sums(*off), ())))

    assert (found is not None) == is_found
    if found is not None:
        assert (found.table, found.power, len(found.mended)) == ("U", 4, 2)
        assert found.state.broken == frozenset()


def test_a_table_that_others_hold_in_its_unit_is_only_misprinted() -> None:
    sums = rounded_sums(2, -2)
    held = tie(sums[0].operands[1].place, 20)

    assert units.rounded(start(build([*sums, held], ()))) is None
