"""What is found by search when one change does not explain it all: peeled, searched, forced, following."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from linked import BROKEN, HOLDS, OUTSIDE, adds, link, of, spot, tie, values
from msgspec.structs import replace

from jslint.diagnosis import followers, several
from jslint.diagnosis.cause import Cause, CauseKind, Certainty, Suspect
from jslint.diagnosis.conflicts import alike, conflicts, group, shared
from jslint.diagnosis.cover import covers, explained
from jslint.diagnosis.explain import Explanation, close, explain
from jslint.diagnosis.graph import build
from jslint.diagnosis.implied import each, few
from jslint.diagnosis.likely import Fit
from jslint.diagnosis.slips import Slip
from jslint.diagnosis.state import slackened, start
from jslint.diagnosis.verdict import ambiguous, complete, together
from jslint.relation import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.diagnosis.model import Link, Spot
    from jslint.diagnosis.state import State


def held(*spots: Spot) -> list[Link]:
    """Each with two more that print the same: it cannot move without harm."""
    return [tie(one, one.value) for one in spots for _ in range(2)]


def broken_sum(total: int, *parts: Spot) -> list[Link]:
    """A sum with a total that is held in place from outside."""
    whole = spot(next(OUTSIDE), total)
    return [adds(whole, *parts, standing=BROKEN), *held(whole)]


def began(*several_links: Sequence[Link]) -> State:
    return start(build([one for links in several_links for one in links], ()))


def peeled(now: State) -> dict[object, int] | None:
    one = several.peeled(now, sorted(now.broken), {})
    return None if one is None else values(now, one)


# Peeled: the change that mends most and has no rival.


def test_what_mends_most_is_peeled_first() -> None:
    """77 should be 20 for three sums; 40 could be 97 or 157 for one of them each."""
    wrong, other = spot(1, 77), spot(2, 40)
    now = began(
        broken_sum(60, wrong, other), broken_sum(25, wrong, spot(3, 5)),
        broken_sum(29, wrong, spot(4, 9)), broken_sum(13, other),
        held(spot(3, 5), spot(4, 9)),
    )  # fmt: skip

    assert len(now.broken) == 4
    assert peeled(now) == {1: 20}


def test_what_mends_one_relation_is_not_peeled() -> None:
    wrong, other = spot(1, 77), spot(2, 40)
    now = began(broken_sum(60, wrong, other), broken_sum(33, wrong, spot(3, 5)))

    assert peeled(now) is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # 50 + 37 = 70 twice: 50 for 33, or 37 for 20, and nothing speaks for either.
        pytest.param((50, 37, 70), None, id="two as likely"),
        # 81 + 37 = 55 twice: 81 is 18 with its digits swapped; 37 would have to be below 0.
        pytest.param((81, 99, 117), {1: 18}, id="one a slip"),
    ],
)
def test_of_two_that_mend_as_much_the_likelier_is_peeled(
    printed: tuple[int, int, int], expected: dict[object, int] | None
) -> None:
    one, other, total = spot(1, printed[0]), spot(2, printed[1]), printed[2]
    now = began(
        broken_sum(total, one, other), broken_sum(total + 5, one, other, spot(3, 5)),
        held(spot(3, 5)),
    )  # fmt: skip

    assert peeled(now) == expected


def test_two_changes_that_share_nothing_are_no_rivals() -> None:
    """Of two slips far apart the first in the document comes first."""
    first, second = spot(1, 77), spot(2, 66)
    now = began(
        broken_sum(20, first), broken_sum(25, first, spot(3, 5)),
        broken_sum(30, second), broken_sum(35, second, spot(4, 5)),
        held(spot(3, 5), spot(4, 5)),
    )  # fmt: skip

    assert peeled(now) == {1: 20}


def test_what_was_looked_up_is_remembered_until_a_neighbour_changes() -> None:
    wrong, part, far = spot(1, 77), spot(3, 5), spot(9, 1)
    now = began(broken_sum(20, wrong), broken_sum(25, wrong, part), held(part), held(far))
    memory: several.Memory = {}

    found = several.peeled(now, sorted(now.broken), memory)

    (first,) = of(now, [1])
    assert found is not None
    assert memory == {(first,): [found]}
    assert several.peeled(now, sorted(now.broken), {(first,): []}) is None
    remembered: several.Memory = {(place,): [] for place in of(now, [1, 3, 9])}
    several.forget(now, of(now, [1]), remembered)
    assert sorted(remembered) == [tuple(of(now, [9]))]


# Searched: two changes at once, or three.


def slipped(*pairs: tuple[int, int], off: int = 0) -> State:
    """Parts as printed and as they should be, each with a tie; their sum is right."""
    spots = [spot(1 + at, printed) for at, (printed, _) in enumerate(pairs)]
    ties = []
    for one, (_, right) in zip(spots, pairs, strict=True):
        outside = spot(next(OUTSIDE), right)
        ties += [link(Kind.EQUALITY, [(one, 1), (outside, -1)], BROKEN), *held(outside)]
    return began(ties, broken_sum(sum(right for _, right in pairs) + off, *spots))


def searched(now: State) -> list[dict[object, int]]:
    sets = several.searched(now, sorted(now.broken))
    return [{key: new for one in found for key, new in values(now, one).items()} for found in sets]


def test_two_changes_that_mend_three_relations() -> None:
    now = slipped((25, 20), (33, 30))

    assert len(now.broken) == 3
    assert searched(now) == [{1: 20, 2: 30}]


def test_three_changes_that_mend_four() -> None:
    now = slipped((25, 20), (33, 30), (47, 40))

    assert len(now.broken) == 4
    assert searched(now) == [{1: 20, 2: 30, 3: 40}]


def test_four_changes_are_not_searched_for() -> None:
    now = slipped((25, 20), (33, 30), (47, 40), (58, 50))

    assert len(now.broken) == 5
    assert searched(now) == []


def test_more_changes_than_broken_relations_prove_nothing() -> None:
    """Three ties that share no figure: three changes would mend three relations."""
    ties = [tie(spot(1 + at, 25 + at), 20 + 2 * at) for at in range(3)]
    now = began(ties)

    assert len(now.broken) == 3
    assert searched(now) == []


def test_changes_that_do_not_mend_all_are_none() -> None:
    """The sum wants 1 more than the ties of its parts: what is held outside would have to give way."""
    assert searched(slipped((25, 20), (33, 30), off=1)) == []


def test_the_likelier_of_two_sets_comes_first() -> None:
    """85 is 58 with its digits swapped; with it 47 is 42. The twins of both could as well be wrong."""
    one, other = spot(1, 85), spot(2, 47)
    twins = [tie(one, 58), tie(other, 42)]
    now = began(twins, broken_sum(100, one, other))

    found = searched(now)

    assert found[0] == {1: 58, 2: 42}
    bonuses = [several.likelihood(each) for each in several.searched(now, sorted(now.broken))]
    assert bonuses == sorted(bonuses, reverse=True)
    # A slip of the first, one digit of the second.
    assert bonuses[0] == Slip.SWAPPED.bonus + Slip.DIGIT.bonus == 6000


# Forced: the one figure that can give way.


def small(figures: int) -> State:
    """A sum of so many figures, all but one of which are held."""
    parts = [spot(1 + at, 10) for at in range(figures - 1)]
    free, *rest = parts
    assert free.key == 1
    return began(broken_sum(10 * len(parts) + 5, *parts), held(*rest))


@pytest.mark.parametrize(("figures", "expected"), [(3, {1: 15}), (12, {1: 15}), (13, None)])
def test_the_one_figure_of_a_small_relation_gives_way(
    figures: int, expected: dict[object, int] | None
) -> None:
    now = small(figures)

    one = several.forced(now, sorted(now.broken))

    assert (None if one is None else values(now, one)) == expected


def test_blanks_do_not_give_way() -> None:
    """What was left out could stand in any of twelve; the one figure printed is as good a guess."""
    wrong = spot(1, 10)
    blanks = [replace(spot(at, 0), exact=False, cell=("T", at, 0), step=1) for at in range(2, 14)]
    now = began(broken_sum(15, wrong, *blanks))

    one = several.forced(now, sorted(now.broken))

    assert one is not None
    assert values(now, one) == {1: 15}


def test_where_two_could_give_way_none_is_forced() -> None:
    now = began(broken_sum(25, spot(1, 10), spot(2, 10)))

    assert several.forced(now, sorted(now.broken)) is None


def test_a_fixed_figure_does_not_give_way() -> None:
    now = began(broken_sum(25, spot(1, 10), replace(spot(2, 10), fixed=True)))

    one = several.forced(now, sorted(now.broken))

    assert one is not None
    assert values(now, one) == {1: 15}


def test_the_smaller_relation_is_looked_at_first() -> None:
    """In the larger sum 1 alone can give way too, but 9 does in the smaller."""
    now = began(
        broken_sum(25, spot(1, 10), spot(2, 10), spot(3, 1)), held(spot(2, 10), spot(3, 1)),
        broken_sum(7, spot(9, 3)),
    )  # fmt: skip

    one = several.forced(now, sorted(now.broken))

    assert one is not None
    assert values(now, one) == {9: 7}


def test_a_figure_that_cannot_be_below_0_does_not_give_way() -> None:
    now = began(broken_sum(5, spot(1, 3), spot(2, 10)))

    one = several.forced(now, sorted(now.broken))

    assert one is not None
    assert values(now, one) == {2: 2}


# Covers: the spans in which a place mends what it can.


def test_of_covers_the_one_that_mends_most_comes_first() -> None:
    wrong = spot(1, 77)
    now = began([tie(wrong, value, standing=BROKEN) for value in (30, 20, 20)])

    found = covers(now, of(now, [1]))

    assert [(one.span, len(one.mended)) for one in found] == [((20, 20), 2), ((30, 30), 1)]
    changes = [explained(now, of(now, [1]), one) for one in found]
    assert [values(now, one) for one in changes if one] == [{1: 20}, {1: 30}]


def test_what_holds_leaves_no_cover() -> None:
    wrong = spot(1, 77)
    now = began([tie(wrong, 30), *held(wrong)])

    assert covers(now, of(now, [1])) == []


def test_spans_that_meet_are_one_cover_and_contained_ones_are_none() -> None:
    """To within 3 of 20 and of 24: 21 to 23 mends both; what mends one of them is not given."""
    wrong = spot(1, 77)
    sums = [
        replace(link(Kind.LINEAR, [(wrong, 1), (spot(next(OUTSIDE), value), -1)], BROKEN), slack=3)
        for value in (20, 24)
    ]
    now = began(sums)

    (one,) = covers(now, of(now, [1]))

    assert (one.span, one.mended) == ((21, 23), now.broken)


# What follows a wrong figure.


def derived(change: int, rate: int, *, tied_change: bool = False) -> State:
    """Now 50 after 40, but 50 should be 60: the change was computed from the wrong one, its rate too."""
    unit = 2_000_000
    now, before, changed, printed = (
        replace(spot(key, 0), value=value * unit, quantum=0, step=unit, exact=True)
        for key, value in ((1, 50), (2, 40), (3, change), (4, rate))
    )
    difference = link(Kind.LINEAR, [(changed, -1), (now, 1), (before, -1)], HOLDS)
    growth = link(Kind.GROWTH, [(printed, 1), (changed, 1), (now, 1)], HOLDS)
    roles = {3: Role.DERIVED, 4: Role.RATE, 1: Role.PART, 2: Role.PART}
    links = [
        replace(
            one,
            operands=tuple(replace(term, role=roles[term.place.key]) for term in one.operands),
        )
        for one in (difference, growth)
    ]
    right = tie(now, 60 * unit)
    return began(links, [right], held(before), held(changed) if tied_change else [])


def test_a_change_follows_its_amount_and_a_rate_its_change() -> None:
    now = derived(10, 25)

    following = followers.of(now, *of(now, [1]))

    assert following == of(now, [3, 4])
    unit = 2_000_000
    (place,) = of(now, [1])
    moved = followers.moved(now, Fit(place, 60 * unit, (60 * unit, 60 * unit)), following)
    assert moved is not None
    # 60 after 40 is 20 more, and that is 50 %.
    assert [(one.place, one.value // unit) for one in moved] == list(
        zip(of(now, [3, 4]), (20, 50), strict=True)
    )


def test_what_another_place_bears_out_does_not_follow() -> None:
    now = derived(10, 25, tied_change=True)

    # The rate agrees with the change, which stays; but it has the amount too.
    assert followers.of(now, *of(now, [1])) == of(now, [4])


def test_what_did_not_agree_does_not_follow() -> None:
    now = derived(10, 25)
    fixed = replace(now, fixed=frozenset(of(now, [3])))

    assert followers.of(fixed, *of(now, [1])) == of(now, [4])


# Conflicts and places that print alike.


@pytest.mark.parametrize(("others", "expected"), [(63, 64), (64, 1)])
def test_a_quantity_in_very_many_places_is_none(others: int, expected: int) -> None:
    one = replace(spot(1, 7), quantity="q")
    rest = [replace(spot(10 + at, 7), quantity="q") for at in range(others)]
    now = start(build([tie(one, 8)], rest))

    assert len(group(now, *of(now, [1]))) == expected


def test_places_of_a_quantity_are_one_where_they_print_alike_and_are_free() -> None:
    one, same, other, fixed = (
        replace(spot(key, value), quantity="q") for key, value in ((1, 7), (2, 7), (3, 8), (4, 7))
    )
    fixed = replace(fixed, fixed=True)
    now = start(build([tie(one, 9)], [same, other, fixed]))

    assert group(now, *of(now, [1])) == tuple(of(now, [1, 2]))
    assert group(now, *of(now, [4])) == tuple(of(now, [4]))


@pytest.mark.parametrize(
    ("other", "half", "expected"),
    [
        pytest.param(100, 0, True, id="the same"),
        pytest.param(101, 0, False, id="another"),
        pytest.param(105, 5, True, id="rounded"),
        pytest.param(95, 5, True, id="rounded the other way"),
        pytest.param(106, 5, False, id="more than rounded"),
    ],
)
def test_two_places_print_alike(other: int, half: int, *, expected: bool) -> None:
    spots = [spot(1, 100), spot(2, other, half=half)]
    now = start(build([tie(spots[0], 9)], spots))

    assert alike(now, *of(now, [1, 2])) == expected
    assert alike(now, *of(now, [2, 1])) == expected


def test_two_of_one_last_place_must_be_equal_to_print_alike() -> None:
    spots = [spot(1, 100, half=5), spot(2, 105, half=5)]
    now = start(build([tie(spots[0], 9)], spots))

    assert not alike(now, *of(now, [1, 2]))


def test_conflicts_are_joined_by_what_they_share() -> None:
    """1 with 2, 2 with 3: one conflict, whatever joins it last; 4 by itself."""
    spots = {key: spot(key, 10 * key) for key in range(1, 5)}
    sums = [
        link(Kind.LINEAR, [(spots[a], 1), (spots[b], 1)], BROKEN)
        for a, b in ((1, 1), (3, 3), (2, 3), (1, 2))
    ]
    now = began(sums, [tie(spots[4], 7)])

    found = conflicts(now, now.broken)

    assert sorted(map(len, found)) == [1, 4]
    assert found == sorted(found)


def test_what_stands_in_all_broken_relations_is_shared() -> None:
    one, other, fixed = spot(1, 10), spot(2, 20), replace(spot(3, 30), fixed=True)
    now = began([
        adds(spot(next(OUTSIDE), 1), one, other, fixed, standing=BROKEN),
        adds(spot(next(OUTSIDE), 1), one, other, fixed, spot(4, 1), standing=BROKEN),
        adds(spot(next(OUTSIDE), 1), one, fixed, standing=BROKEN),
    ])  # fmt: skip

    assert shared(now, now.broken) == of(now, [1])


# The values of a span.


@pytest.mark.parametrize(("span", "expected"), [((0, 639), True), ((0, 640), False)])
def test_a_span_of_64_values_is_looked_at_one_by_one(
    span: tuple[int, int], *, expected: bool
) -> None:
    assert few(span, 10) == expected


def test_all_values_of_a_span_but_the_printed_one() -> None:
    assert list(each((10, 40), 10, 30)) == [10, 20, 40]


# One figure, or one quantity in all its places.


def copied(printed: int, *more: Link) -> State:
    """Two places of one quantity print the same, which a sum with a part of 100 contradicts."""
    places = [replace(spot(key, printed), quantity="q") for key in (1, 2)]
    same = link(Kind.EQUALITY, [(places[0], 1), (places[1], -1)], HOLDS)
    total, part = spot(10, 560), spot(11, 100)
    return began([same, adds(total, places[0], part, standing=BROKEN)], held(total), more)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param(640, {1: 460, 2: 460}, id="460 in both places, with its digits swapped"),
        pytest.param(817, {11: -257}, id="any value of one as well as of another"),
    ],
)
def test_a_slip_in_all_places_goes_before_any_value_of_one(
    printed: int, expected: dict[object, int]
) -> None:
    now = copied(printed)
    now = replace(now, graph=replace(now.graph, places=_negative(now.graph.places)))

    best, *_ = explain(now, sorted(now.broken))

    assert values(now, best) == expected


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        # 207 is 210 + 87 with 297 for it: one digit. 120 + 87 has two of the quantity's swapped.
        pytest.param(87, {1: 120, 2: 120}, id="another digit of one, two digits swapped in all"),
        # 207 is 210 + 77 with 287 for it: one digit. 130 is no slip for 210.
        pytest.param(77, {10: 287}, id="another digit of one, any value in all"),
    ],
)
def test_another_digit_of_one_figure_may_be_any_value(
    part: int, expected: dict[object, int]
) -> None:
    places = [replace(spot(key, 210), quantity="q") for key in (1, 2)]
    same = link(Kind.EQUALITY, [(places[0], 1), (places[1], -1)], HOLDS)
    rest = spot(11, part)
    now = began([same, adds(spot(10, 207), places[0], rest, standing=BROKEN)], held(rest))

    best, *_ = explain(now, sorted(now.broken))

    assert values(now, best) == expected


@pytest.mark.parametrize(
    ("slips", "near"),
    [
        # 4,000 and 2,500 thousandths: 1,500 apart is clearly behind.
        pytest.param([Slip.SWAPPED, Slip.NEIGHBOUR], 1, id="clearly behind"),
        pytest.param([Slip.NEIGHBOUR, Slip.DIGIT], 2, id="hardly behind"),
        pytest.param([Slip.SWAPPED, Slip.LOST, Slip.DIGIT], 2, id="as good, and one behind"),
    ],
)
def test_what_is_clearly_behind_the_best_is_no_rival(slips: list[Slip], near: int) -> None:
    found = [
        Explanation(CauseKind.PLACE, (Fit(at, 7, (7, 7), one),), frozenset({1}))
        for at, one in enumerate(slips)
    ]

    assert close(found) == found[:near]


def _negative(places: Sequence[Spot]) -> list[Spot]:
    return [replace(one, negative=True) for one in places]


# What a change puts right by the way goes with its cause.


@pytest.mark.parametrize(("key", "count"), [(1, 1), (5, 2)])
def test_a_relation_left_over_goes_with_the_cause_that_names_its_figure(
    key: int, count: int
) -> None:
    """Else it is a finding of its own."""
    wrong = spot(1, 8)
    own, left = tie(wrong, 7), tie(spot(key, 8), 9)
    now = began([own, left])
    at = next(n for n, one in enumerate(now.graph.relations) if one is own)
    cause = Cause(CauseKind.PLACE, (own,), 1, suspects=(Suspect(wrong, 7, 7, 7),))

    found = complete(now, [cause])

    assert now.graph.relations[at] is own
    assert len(found) == count
    assert {id(one) for each in found for one in each.relations} == {id(own), id(left)}
    assert [one.kind for one in found[1:]] == [CauseKind.GROUP] * (count - 1)


# What a set of changes makes certain.


def test_a_change_that_mends_two_relations_is_probable_and_one_that_mends_one_possible() -> None:
    now = slipped((25, 20), (33, 30))
    one, other = (
        Explanation(CauseKind.PLACE, (Fit(place, 7, (7, 7)),), frozenset(mended))
        for place, mended in ((0, {0, 1}), (1, {1, 2}))
    )

    causes = together(now, [[one, other]], [0, 1, 2])

    assert [(cause.certainty, cause.mended) for cause in causes] == [
        (Certainty.PROBABLE, 2), (Certainty.POSSIBLE, 1),
    ]  # fmt: skip


def test_what_two_sets_have_in_common_is_accused_and_the_rest_is_open() -> None:
    now = slipped((25, 20), (33, 30))
    common, one, other = (
        Explanation(CauseKind.PLACE, (Fit(place, 7, (7, 7)),), frozenset(mended))
        for place, mended in ((0, {0, 1}), (1, {1, 2}), (2, {1, 2}))
    )

    accused, left = together(now, [[common, one], [common, other]], [0, 1, 2])

    key = [now.graph.places[place].key for place in (0, 1, 2)]
    assert [each.place.key for each in accused.suspects] == key[:1]
    assert left.kind is CauseKind.AMBIGUOUS
    assert [[each.place.key for each in way] for way in left.alternatives] == [key[1:2], key[2:]]


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        # Of 4,000 thousandths 2,500 are clearly behind, 4,000 are not.
        pytest.param(Slip.NEIGHBOUR, CauseKind.PLACE, id="clearly behind"),
        pytest.param(Slip.LOST, CauseKind.AMBIGUOUS, id="as likely"),
    ],
)
def test_a_set_that_is_clearly_behind_leaves_the_best_alone(other: Slip, kind: CauseKind) -> None:
    now = slipped((25, 20), (33, 30))
    sets = [
        [Explanation(CauseKind.PLACE, (Fit(place, 7, (7, 7), slip),), frozenset({0, 1, 2}))]
        for place, slip in ((0, Slip.SWAPPED), (1, other))
    ]

    (cause,) = together(now, sets, [0, 1, 2])

    assert cause.kind is kind


def test_the_only_explanation_of_an_edge_is_no_accusation() -> None:
    """A last place is hardly a fault: nobody is named as wrong."""
    now = slipped((25, 20))
    one = Explanation(CauseKind.PLACE, (Fit(0, 7, (7, 7)),), frozenset({0}))

    cause = ambiguous(now, [one], [0])

    assert cause.suspects == ()
    assert [[each.place.key for each in way] for way in cause.alternatives] == [
        [now.graph.places[0].key]
    ]


# Broken ties one last place wider.


@pytest.mark.parametrize(("other", "stands"), [(250, False), (255, False), (260, True)])
def test_a_tie_is_widened_by_the_coarser_last_place(other: int, *, stands: bool) -> None:
    """Halves of 5 and 50, and a last place of 100: 155 apart at most."""
    places = spot(1, 100, half=5), spot(2, other, half=50)
    now = began([link(Kind.EQUALITY, [(places[0], 1), (places[1], -1)], BROKEN)])

    assert now.broken
    assert bool(slackened(now).broken) is stands


# What relations say.


@pytest.mark.parametrize(
    ("weights", "given", "statements"),
    [
        pytest.param((-1, 1), -5, 1, id="the other way round"),
        pytest.param((1, -1), 5, 1, id="the same"),
        pytest.param((-1, 1), 5, 2, id="what is given has the other sign"),
        pytest.param((1, 1), 5, 2, id="a sum and no difference"),
    ],
)
def test_broken_relations_that_say_the_same_are_one(
    weights: tuple[int, int], given: int, statements: int
) -> None:
    """7 - 9 and 5 come to 3, and should come to nothing."""
    one, other = spot(1, 7), spot(2, 9)
    first = replace(link(Kind.LINEAR, [(one, 1), (other, -1)], BROKEN), given=5)
    pairs = zip((one, other), weights, strict=True)
    second = replace(link(Kind.LINEAR, list(pairs), BROKEN), given=given)

    assert len(build([first, second], ()).twins) == statements


def test_two_orders_of_two_places_say_different_things() -> None:
    one, other = spot(1, 7), spot(2, 9)
    orders = [link(Kind.ORDER, [(one, weight), (other, -weight)], BROKEN) for weight in (1, -1, -1)]

    assert sorted(map(len, build(orders, ()).twins)) == [1, 2]


def test_every_place_has_a_step() -> None:
    one, other = spot(1, 7), replace(spot(2, 7), step=0)

    for pair in ((one, other), (other, one)):
        with pytest.raises(ValueError, match="has no step"):
            build([link(Kind.EQUALITY, [(pair[0], 1), (pair[1], -1)], HOLDS)], ())
