"""States and likely values by hand: what widens with a new value, and which of several values is taken."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from jslint.diagnosis.followers import of as followers_of
from jslint.diagnosis.graph import build
from jslint.diagnosis.implied import implied
from jslint.diagnosis.likely import fit
from jslint.diagnosis.model import Link, Spot, Standing, Term
from jslint.diagnosis.slips import Slip, is_shifted, shifted_by, slip
from jslint.diagnosis.state import State, changed, effect, holds, slackened, start
from jslint.relation import Kind, Role

#: A step of the figures below, in ticks; so half of it is one.
STEP = 2
BROKEN, HOLDS = Standing.BROKEN, Standing.HOLDS


def spot(name: int, value: int, *, quantum: int = 1, exact: bool = False) -> Spot:
    """A figure whose value and last place are given in steps."""
    return Spot(
        key=name,
        order=(name,),
        text=str(value),
        value=value * STEP,
        quantum=quantum * STEP,
        step=STEP,
        exact=exact,
    )


def link(kind: Kind, *terms: tuple[Spot, int], standing: Standing = BROKEN) -> Link:
    heads = {0: Role.TOTAL}
    operands = [
        Term(one, weight, heads.get(at, Role.PART)) for at, (one, weight) in enumerate(terms)
    ]
    key = (kind, tuple(one.key for one, _ in terms))
    return Link(rule="X", kind=kind, operands=tuple(operands), standing=standing, key=key)


def rated(rate: Spot, part: Spot, whole: Spot, standing: Standing) -> Link:
    operands = (Term(rate, 1, Role.RATE), Term(part, 1, Role.PART), Term(whole, 1, Role.TOTAL))
    return Link(rule="R", kind=Kind.RATIO, operands=operands, standing=standing, key="rate")


def state(*links: Link) -> State:
    return start(build(links, ()))


# A blank cell was not rounded, but what belongs there is printed, and so rounded.


def test_a_blank_that_should_equal_a_figure_gets_just_that() -> None:
    blank, other = spot(1, 0, quantum=0), spot(2, 100)
    now = state(link(Kind.EQUALITY, (blank, 1), (other, -1)))

    assert holds(now, 0, {0: 100 * STEP})
    assert not holds(now, 0, {0: 101 * STEP})
    assert changed(now, {0: 100 * STEP}).broken == frozenset()
    assert changed(now, {0: 101 * STEP}).broken == {0}


def test_a_blank_in_a_sum_may_be_off_by_its_own_half_too() -> None:
    """0 + 50 printed as 151 in steps: 100, 101 or 102 would do; 103 would be a step too many."""
    total, blank, part = spot(1, 151), spot(2, 0, quantum=0), spot(3, 50)
    now = state(link(Kind.LINEAR, (total, -1), (blank, 1), (part, 1)))

    # Half a step each of the three, so one and a half: a whole step in what can be printed.
    fits = [value for value in range(98, 106) if holds(now, 0, {1: value * STEP})]
    assert fits == [100, 101, 102]
    mended = [value for value in range(98, 106) if not changed(now, {1: value * STEP}).broken]
    assert mended == fits


def test_a_count_gets_no_wider() -> None:
    total, part = spot(1, 5, quantum=0, exact=True), spot(2, 4, quantum=0, exact=True)
    now = state(link(Kind.COUNT, (total, -1), (part, 1)))

    assert [value for value in range(8) if holds(now, 0, {1: value * STEP})] == [5]


def test_what_a_change_mends_and_harms() -> None:
    total, one, two, twin = spot(1, 100), spot(2, 40), spot(3, 50), spot(4, 50)
    summed = link(Kind.LINEAR, (total, -1), (one, 1), (two, 1))
    same = link(Kind.EQUALITY, (two, 1), (twin, -1), standing=HOLDS)
    now = state(summed, same)
    (broken,) = now.broken

    assert effect(now, {1: 50 * STEP}) == ({broken}, True)
    assert effect(now, {1: 70 * STEP}) == (frozenset(), True)
    assert effect(now, {2: 60 * STEP}) == (frozenset(), False)
    assert effect(now, {2: 60 * STEP, 3: 60 * STEP}) == ({broken}, True)


# What a relation allowed when it was judged.


def test_a_rate_that_fits_within_the_rounding_of_its_amounts_is_given_nothing_more() -> None:
    """1 of 3, both rounded at 1, may be 14 to 60 %: 50 % holds though it is not 33 %."""
    rate, part, whole = (
        replace(spot(1, 0), value=50 * 2_000_000, quantum=2_000_000, step=2_000_000),
        replace(spot(2, 0), value=2_000_000, quantum=2_000_000, step=2_000_000),
        replace(spot(3, 0), value=3 * 2_000_000, quantum=2_000_000, step=2_000_000),
    )
    now = state(rated(rate, part, whole, HOLDS))

    assert (now.lows, now.highs, now.broken) == ([0], [0], frozenset())


@pytest.mark.parametrize(
    ("rate", "standing", "widened", "broken"),
    [
        # 40 of 100 things are 40 %, printed to 1 %: 41 % misses that by a half.
        pytest.param(40, HOLDS, 0, False, id="holds"),
        pytest.param(41, HOLDS, 1_000_000, False, id="its rule let it pass"),
        pytest.param(41, BROKEN, 0, True, id="broken"),
        pytest.param(40, BROKEN, -1_000_001, True, id="its rule was stricter"),
    ],
)
def test_a_rate_is_as_wide_as_its_rule_had_it(
    rate: int, standing: Standing, widened: int, *, broken: bool
) -> None:
    unit = 2_000_000
    spots = [
        replace(spot(key, 0), value=value * unit, quantum=quantum, step=unit, exact=not quantum)
        for key, value, quantum in ((1, rate, unit), (2, 40, 0), (3, 100, 0))
    ]

    now = state(rated(*spots, standing))

    assert (now.highs, bool(now.broken), now.odd) == ([widened], broken, frozenset())


def test_a_sum_that_its_rule_let_pass_is_as_wide_as_it_is_wrong() -> None:
    total, part, more = spot(1, 100), spot(2, 40), spot(3, 70)
    now = state(link(Kind.LINEAR, (total, -1), (part, 1), (more, 1), standing=HOLDS))

    assert (now.residues, now.lows, now.highs) == ([10 * STEP], [-3], [10 * STEP])


def test_an_order_has_one_end() -> None:
    more, less = spot(1, 100), spot(2, 40)
    now = state(link(Kind.ORDER, (more, 1), (less, -1), standing=HOLDS))

    assert now.lows == [-2]
    assert now.highs[0] > 10**30


def test_a_tie_that_is_broken_by_one_last_place_holds_once_it_is_slackened() -> None:
    one, other = spot(1, 100), spot(2, 101)
    strict = state(link(Kind.EQUALITY, (one, 1), (other, -1)))

    wide = slackened(strict)

    assert (strict.broken, wide.broken) == ({0}, frozenset())
    assert (wide.lows, wide.highs) == ([-STEP], [STEP])


@pytest.mark.parametrize(
    ("more", "ends"),
    [
        # Three halves of a step explain 3 ticks, and one last place more is 2.
        pytest.param(64, (-5, 8), id="above"),
        pytest.param(56, (-8, 5), id="below"),
        pytest.param(62, (-5, 5), id="by less"),
    ],
)
def test_an_edge_holds_once_it_is_slackened(more: int, ends: tuple[int, int]) -> None:
    total, part, other = spot(1, 100), spot(2, 40), spot(3, more)
    sums = link(Kind.LINEAR, (total, -1), (part, 1), (other, 1), standing=Standing.EDGE)
    strict = state(sums)

    wide = slackened(strict)

    assert (strict.broken, wide.broken) == ({0}, frozenset())
    assert (wide.lows[0], wide.highs[0]) == ends


@pytest.mark.parametrize(
    ("rate", "holds_then"),
    [
        # 40 of 100 things are 40 %: printed 41 % to 1 % misses it by a half, 43 % by two and a half.
        pytest.param(41, True, id="within one last place"),
        pytest.param(43, False, id="beyond"),
    ],
)
def test_a_rate_at_an_edge_gets_one_last_place_more(rate: int, *, holds_then: bool) -> None:
    unit = 2_000_000
    spots = [
        replace(spot(key, 0), value=value * unit, quantum=quantum, step=unit, exact=not quantum)
        for key, value, quantum in ((1, rate, unit), (2, 40, 0), (3, 100, 0))
    ]
    strict = state(rated(spots[0], spots[1], spots[2], Standing.EDGE))

    wide = slackened(strict)

    assert strict.broken == {0}
    assert (wide.highs[0], wide.broken == frozenset()) == (unit, holds_then)


def test_a_broken_sum_is_not_slackened() -> None:
    strict = state(link(Kind.LINEAR, (spot(1, 100), -1), (spot(2, 104), 1)))

    wide = slackened(strict)

    assert (wide.lows, wide.highs, wide.broken) == (strict.lows, strict.highs, {0})


# Which of the values that fit is taken.


def sums(total: int, *parts: int) -> State:
    spots = [spot(number, value) for number, value in enumerate((total, *parts), 1)]
    terms = [(one, -1 if one is spots[0] else 1) for one in spots]
    return state(link(Kind.LINEAR, *terms))


def test_of_values_none_of_which_is_a_slip_the_one_that_leaves_nothing_over_is_taken() -> None:
    now = sums(600, 200, 250)

    found = fit(now, 0, (449 * STEP, 451 * STEP))

    assert found is not None
    assert (found.value, found.plain, found.slip) == (450 * STEP, True, Slip.NONE)
    assert found.span == (449 * STEP, 451 * STEP)


def test_a_value_that_leaves_something_over_is_not_the_only_one_to_name() -> None:
    now = sums(600, *[40] * 10, 50)

    found = fit(now, 0, (451 * STEP, 453 * STEP))

    assert found is not None
    assert (found.value, found.plain) == (451 * STEP, False)


def test_a_slip_weighs_more_than_a_step_left_over_by_many_parts() -> None:
    """Twelve parts come to 1242; 1234 printed is 1243 with two digits swapped, but 1242 fits best."""
    now = sums(1234, *[100] * 11, 142)

    found = fit(now, 0, (1242 * STEP, 1243 * STEP))

    assert found is not None
    assert (found.value, found.slip) == (1243 * STEP, Slip.SWAPPED)


def test_a_slip_weighs_less_than_much_left_over_by_few() -> None:
    """Five parts come to 1246; the slip 1243 would leave three steps."""
    now = sums(1234, 1000, 200, 20, 20, 6)

    found = fit(now, 0, (1243 * STEP, 1247 * STEP))

    assert found is not None
    assert found.value == 1246 * STEP


@pytest.mark.parametrize("blank", [1, 2], ids=["the total", "a part"])
def test_a_blank_gets_what_leaves_nothing_over(blank: int) -> None:
    """60 + 40 are 100: values a step apart would do too, for what belongs there was rounded."""
    spots = [spot(key, value) for key, value in ((1, 100), (2, 60), (3, 40))]
    right = spots[blank - 1].value
    spots[blank - 1] = spot(blank, 0, quantum=0)
    now = state(link(Kind.LINEAR, (spots[0], -1), (spots[1], 1), (spots[2], 1)))

    found = fit(now, blank - 1, (right - STEP, right + STEP))

    assert found is not None
    assert (found.value, found.plain) == (right, True)


def test_of_values_that_nothing_speaks_for_the_nearest_is_taken() -> None:
    now = state(link(Kind.ORDER, (spot(1, 400), -1), (spot(2, 90), 1)))

    found = fit(now, 0, (385 * STEP, 387 * STEP))

    assert found is not None
    assert (found.value, found.plain) == (387 * STEP, False)


def test_of_values_that_a_slip_explains_the_one_with_the_same_digits_is_taken() -> None:
    """60 printed for 600: 597 would be rounded to it, but has digits of its own."""
    now = state(link(Kind.ORDER, (spot(1, 60), 1), (spot(2, 590), -1)))

    found = fit(now, 0, (597 * STEP, 603 * STEP))

    assert found is not None
    assert (found.value, found.slip) == (600 * STEP, Slip.SHIFTED)


def test_how_far_an_order_is_from_its_end_says_nothing() -> None:
    """450 and 200 are 650; that a third thing is at most 650 does not draw it down."""
    total, other = spot(1, 605), spot(4, 90)
    now = state(
        link(Kind.LINEAR, (total, -1), (spot(2, 450), 1), (spot(3, 200), 1)),
        link(Kind.ORDER, (total, 1), (other, -1), standing=HOLDS),
    )

    found = fit(now, 0, (649 * STEP, 651 * STEP))

    assert found is not None
    assert (found.value, found.plain) == (650 * STEP, True)


@pytest.mark.parametrize("turn", [1, -1])
def test_a_figure_that_counts_twice_moves_half_as_far(turn: int) -> None:
    """100 printed as twice 40: it should be 50, give or take half of the three halves (1 and 2)."""
    now = state(link(Kind.LINEAR, (spot(1, 100), turn), (spot(2, 40), -2 * turn)))

    assert implied(now, 0, [1]) == (99, 101)
    assert implied(now, 0, [0]) == (160 - 3, 160 + 3)
    assert implied(now, 0, [0, 1]) == (-3, 3)  # the same value for both is near nothing


def test_the_only_value_is_plain_and_the_printed_one_is_none() -> None:
    now = sums(600, 200, 250)

    only = fit(now, 0, (450 * STEP, 450 * STEP))
    assert only is not None
    assert (only.value, only.plain) == (450 * STEP, True)
    assert fit(now, 0, (600 * STEP, 600 * STEP)) is None
    assert fit(now, 0, (3, 3)) is None  # no step ends there


@pytest.mark.parametrize(
    ("rate", "expected"),
    [pytest.param(50, [0], id="agrees with the wrong part"), pytest.param(40, [], id="does not")],
)
def test_what_was_computed_from_a_wrong_amount_follows_it(rate: int, expected: list[int]) -> None:
    """Part 50 of 100, but the sum of its own is 40: a rate of 50 % came from the wrong 50."""
    unit = 2_000_000
    spots = [
        replace(spot(number, 0), value=value * unit, quantum=unit, step=unit)
        for number, value in ((1, rate), (2, 50), (3, 100), (4, 40))
    ]
    agrees = HOLDS if rate == 50 else BROKEN  # noqa: PLR2004 - as above
    same = link(Kind.EQUALITY, (spots[1], 1), (spots[3], -1))
    now = state(rated(*spots[:3], agrees), same)

    assert followers_of(now, 1) == expected


# What else than a slip speaks for a value.


def cell(one: Spot, row: int, column: int = 0) -> Spot:
    return replace(one, cell=("T", row, column))


def test_a_figure_with_more_places_than_others_is_the_likelier_to_be_wrong() -> None:
    """155 lost its point; 60 for 600 is as good a slip, but 600 has the places that all have."""
    uneven, even = replace(spot(1, 15), value=15 * STEP + 1), spot(2, 600)
    now = state(link(Kind.LINEAR, (spot(3, 210), -1), (uneven, 1), (even, 1)))

    first, second = fit(now, 0, (155 * STEP, 155 * STEP)), fit(now, 1, (60 * STEP, 60 * STEP))

    assert first is not None
    assert second is not None
    assert first.slip is Slip.SHIFTED
    assert first.slip.bonus == second.slip.bonus
    assert first.bonus - second.bonus == 2000


def test_what_makes_an_order_come_out_just_equal_goes_before_other_slips() -> None:
    """91 is more than the 19 that are left of 45; 19 has its digits, and 9 would do too."""
    now = state(link(Kind.ORDER, (spot(1, 45), 1), (spot(2, 26), -1), (spot(3, 91), -1)))

    found = fit(now, 2, (0, 19 * STEP))

    assert found is not None
    assert (found.value, found.slip) == (19 * STEP, Slip.SWAPPED)
    assert found.bonus > Slip.SWAPPED.bonus + Slip.DIGIT.bonus


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        pytest.param(HOLDS, Slip.NONE, id="a total of one part"),
        pytest.param(BROKEN, Slip.NEIGHBOUR, id="a total that has another part too"),
        pytest.param(None, Slip.NEIGHBOUR, id="nothing to do with each other"),
    ],
)
def test_a_neighbour_that_must_print_the_same_was_not_copied(
    bound: Standing | None, expected: Slip
) -> None:
    own, beside, total = cell(spot(1, 345), 0), cell(spot(2, 345), 1), spot(3, 900)
    between = [] if bound is None else [link(Kind.LINEAR, (own, -1), (beside, 1), standing=bound)]
    if bound is BROKEN:
        more = spot(4, 70)
        between = [link(Kind.LINEAR, (own, -1), (beside, 1), (more, 1))]
    apart = link(Kind.LINEAR, (spot(5, 800), -1), (beside, 1))
    now = state(link(Kind.LINEAR, (total, -1), (own, 1)), apart, *between)

    found = fit(now, 0, (900 * STEP, 900 * STEP))

    assert found is not None
    assert found.slip is expected


def test_of_a_wide_span_that_no_slip_falls_in_the_middle_is_taken_as_it_prints() -> None:
    """Between 5002 and 9002 lies 7002, which is printed."""
    one = replace(spot(1, 7), step=2 * STEP)
    now = state(link(Kind.ORDER, (one, 1), (spot(2, 5000), -1)))

    found = fit(now, 0, (5001 * STEP, 9002 * STEP))

    assert found is not None
    assert found.value == 7002 * STEP


def test_a_value_that_leaves_something_over_anywhere_is_not_the_only_one() -> None:
    """100 leaves nothing over in one sum, and a step in the other."""
    one = spot(1, 900)
    first = link(Kind.LINEAR, (one, -1), (spot(2, 60), 1), (spot(3, 40), 1))
    second = link(Kind.LINEAR, (spot(4, 151), -1), (one, 1), (spot(5, 50), 1))
    both, alone = state(first, second), state(first)

    found, sole = (fit(now, 0, (99 * STEP, 101 * STEP)) for now in (both, alone))

    assert found is not None
    assert sole is not None
    assert (sole.value, sole.plain) == (100 * STEP, True)
    assert not found.plain


@pytest.mark.parametrize(
    ("printed", "value", "expected"),
    [
        (1, 10, True),
        (15, 150, True),
        (150, 15, True),
        (15, 15_0000, True),
        (15, 151, False),
        (0, 0, False),
    ],
)
def test_a_shifted_point_leaves_the_digits(printed: int, value: int, *, expected: bool) -> None:
    assert is_shifted(printed, value) is expected
    assert is_shifted(-printed, value) is expected


@pytest.mark.parametrize(
    ("printed", "value", "times"), [(15, 150, 10), (1500, 15, 100), (3, 30_001, 10_000)]
)
def test_how_far_a_point_was_shifted(printed: int, value: int, times: int) -> None:
    assert shifted_by(printed, value) == times


@pytest.mark.parametrize(
    ("printed", "right", "expected"),
    [
        pytest.param(8, 28, Slip.DIGIT, id="0.08 for 0.28: it has three digits, all of them"),
        pytest.param(134, 1034, Slip.LOST, id="1.34 for 10.34"),
        pytest.param(8, 80, Slip.SHIFTED, id="0.08 for 0.80"),
        pytest.param(18, 108, Slip.SWAPPED, id="0.18 for 1.08"),
    ],
)
def test_a_digit_before_the_point_is_a_nought_where_nothing_else_stands(
    printed: int, right: int, expected: Slip
) -> None:
    place = replace(spot(1, printed), scale=100 * STEP)

    assert slip(place, printed * STEP, right * STEP) is expected


def test_where_no_decimals_are_printed_a_digit_was_lost_and_no_point() -> None:
    """6 for 60 in a column of whole numbers."""
    place = replace(spot(1, 6), step=STEP, scale=STEP)

    assert slip(place, 6 * STEP, 60 * STEP) is Slip.LOST
