"""Several slips at once, chains and lines: what is peeled, searched, forced, or left alone."""

import random

import pytest
from consistent import SCALE, STEP, Draft, judged, misprint
from msgspec.structs import replace

from jslint.diagnosis import graph, several, state
from jslint.diagnosis.cause import CauseKind, Certainty
from jslint.diagnosis.conflicts import conflicts, group
from jslint.diagnosis.cover import covers
from jslint.diagnosis.diagnose import diagnose
from jslint.diagnosis.model import Axis, Term, Spot, Link, Standing
from jslint.relation import Kind, Role


def wan(number: float) -> int:
    return round(number * 100) * STEP


def count(key: int, number: int, **more) -> Spot:
    return Spot(
        key=key, order=(key,), text=str(number), value=number * SCALE, quantum=0, step=SCALE,
        exact=True, **more,
    )  # fmt: skip


def adds(places: dict, total: int, *parts: int, standing=None) -> Link:
    """A sum of counts, broken where it is."""
    operands = (
        Term(places[total], -1, Role.TOTAL),
        *(Term(places[part], 1) for part in parts),
    )
    residue = sum(one.place.value * one.weight for one in operands)
    how = standing or (Standing.BROKEN if residue else Standing.HOLDS)
    return Link(rule="ADDS", kind=Kind.COUNT, operands=operands, standing=how)


def grid(changes: dict | None = None, size: int = 4) -> list[Link]:
    """Counts in a square with the sums of rows and columns and their sum: key 100 * row + column."""
    values = {(r, c): 37 * r + 11 * c + r * r * c for r in range(1, size) for c in range(1, size)}
    for n in range(1, size):
        values[n, 0] = sum(values[n, c] for c in range(1, size))
        values[0, n] = sum(values[r, n] for r in range(1, size))
    values[0, 0] = sum(values[n, 0] for n in range(1, size))
    places = {
        100 * r + c: count(100 * r + c, value, cell=("G", r, c)) for (r, c), value in values.items()
    }
    for key, by in (changes or {}).items():
        places[key] = replace(places[key], value=places[key].value + by * SCALE)
    rows = [adds(places, 100 * r, *(100 * r + c for c in range(1, size))) for r in range(size)]
    columns = [adds(places, c, *(100 * r + c for r in range(1, size))) for c in range(size)]
    return [
        *(replace(one, axis=Axis.ROW) for one in rows),
        *(replace(one, axis=Axis.COLUMN) for one in columns),
    ]


def new(causes) -> dict[int, int]:
    return {one.place.key: one.value for cause in causes for one in cause.suspects}


def right(changes: dict, relations) -> dict[int, int]:
    printed = {one.place.key: one.place.value for each in relations for one in each.operands}
    return {key: printed[key] - by * SCALE for key, by in changes.items()}


def test_a_grid_that_adds_up_has_no_cause():
    assert diagnose(grid()) == ()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({101: 7}, id="an item"),
        pytest.param({0: 50}, id="the grand total"),
        pytest.param({101: 7, 303: 40}, id="two apart"),
        pytest.param({101: 7, 202: -5, 303: 90}, id="three apart"),
        pytest.param({100: 13, 302: 5}, id="a total and an item elsewhere"),
    ],
)
def test_slips_apart_are_each_a_cause(changes):
    relations = grid(changes)

    causes = diagnose(relations)

    assert new(causes) == right(changes, relations)
    assert len(causes) == len(changes)
    assert all(one.certainty is not Certainty.OPEN for one in causes)


def test_two_slips_in_one_row_of_a_grid():
    changes = {101: 7, 102: 90}
    relations = grid(changes)

    causes = diagnose(relations)

    assert new(causes) == right(changes, relations)


def test_more_changes_than_broken_relations_are_no_explanation():
    """Two sums share no figure that could mend both, and one change for each proves nothing."""
    places = {key: count(key, value) for key, value in enumerate((10, 4, 5, 20, 8, 9))}
    relations = [
        adds(places, 0, 1, 2),
        adds(places, 3, 4, 5),
        *(
            Link(
                rule="SAME",
                kind=Kind.EQUALITY,
                operands=(Term(place, 1), Term(count(10 + key, place.value // SCALE), -1)),
            )
            for key, place in places.items()
        ),
    ]

    causes = diagnose(relations)

    assert [(one.kind, one.suspects) for one in causes] == [(CauseKind.GROUP, ())] * 2


def test_a_row_that_is_broken_in_one_place_only_is_not_searched():
    places = {key: count(key, value) for key, value in enumerate((10, 4, 5))}
    now = state.start(graph.build([adds(places, 0, 1, 2)], ()))

    assert several.searched(now, [0]) == []


def test_covers_are_spans_that_mend_and_do_no_harm():
    places = {key: count(key, value) for key, value in enumerate((10, 4, 5, 30, 12))}
    # 1 + 2 = 0 wants place 1 to be 5, 1 + 4 = 3 wants it to be 18.
    relations = [adds(places, 0, 1, 2), adds(places, 3, 1, 4)]
    now = state.start(graph.build(relations, ()))

    found = covers(now, [1])

    assert [(one.span, one.mended) for one in found] == [
        ((5 * SCALE, 5 * SCALE), {0}),
        ((18 * SCALE, 18 * SCALE), {1}),
    ]


def test_conflicts_are_joined_by_places_that_print_alike():
    first, second = count(1, 5, quantity="q"), count(2, 5, quantity="q")
    third, fourth = count(3, 6), count(4, 7)
    other = count(5, 9, quantity="q")
    relations = [
        Link(
            rule="SAME",
            kind=Kind.EQUALITY,
            operands=(Term(one, 1), Term(two, -1)),
            standing=Standing.BROKEN,
        )
        for one, two in ((first, third), (second, fourth))
    ]
    now = state.start(graph.build(relations, [other]))

    assert conflicts(now, now.broken) == [[0], [1]]
    assert conflicts(now, now.broken, joined=True) == [[0, 1]]
    assert [now.graph.places[one].key for one in group(now, 0)] == [1, 2]


def test_a_chain_along_a_row():
    """An item and its row's total are off by the same: the columns of both are broken."""
    changes = {201: 30, 200: 30}
    relations = grid(changes)
    places = {one.place.key: one.place for each in relations for one in each.operands}

    (open_,) = diagnose(relations)

    # Every other row, and the row of totals, could be as much too low.
    named = [{one.place.key for one in each} for each in open_.alternatives]
    assert open_.kind is CauseKind.AMBIGUOUS
    assert len(named) > 1
    assert all(each in ({1, 0}, {101, 100}, {201, 200}, {301, 300}) for each in named)

    held = [
        Link(
            rule="SAME",
            kind=Kind.EQUALITY,
            operands=(
                Term(places[key], 1),
                Term(replace(places[key], key=-key, cell=None, order=(-key,)), -1),
            ),
        )
        for key in (1, 101, 301)
    ]
    (cause,) = diagnose([*relations, *held])

    assert (cause.kind, cause.delta) == (CauseKind.CHAIN, 30 * SCALE)
    assert new([cause]) == right(changes, relations)


def test_a_chain_up_and_across():
    changes = {201: 30, 200: 30, 1: 30}
    relations = grid(changes)

    causes = diagnose(relations)

    assert {one.rule for cause in causes for one in cause.relations} == {"ADDS"}
    assert new(causes) in (right(changes, relations), right({0: -30}, relations))


@pytest.mark.parametrize("seed", range(6))
def test_a_row_moved_by_one_column_is_one_block(seed):
    relations = grid(size=8)
    printed = {one.place.key: one.place.value for each in relations for one in each.operands}
    row, by = random.Random(seed).randrange(1, 8), 1 if seed % 2 else -1
    columns = list(range(2, 7))[::by]
    changes, before = {}, 0
    for column in columns:
        key = 100 * row + column
        changes[key] = (before - printed[key]) // SCALE
        before = printed[key]
    moved = grid(changes, size=8)

    (cause,) = diagnose(moved)

    assert cause.kind is CauseKind.BLOCK
    assert (cause.line.is_column, cause.line.at, cause.line.by) == (False, row, by)
    assert new([cause]) == right(changes, moved)


def test_the_gravest_of_two_readings_is_left_open():
    """Either of two figures could give way, and nothing speaks for one: both are named."""
    draft = Draft()
    draft.amount("one", 41_77_0000)
    draft.amount("other", 58_21_0000)
    draft.relate("SAME", Kind.EQUALITY, [("one", 1), ("other", -1)], standing=Standing.BROKEN)

    (cause,) = diagnose(*judged(draft))

    assert cause.kind is CauseKind.AMBIGUOUS
    assert [each[0].value for each in cause.alternatives] == [wan(58.21), wan(41.77)]


def test_last_year_speaks_for_a_place():
    draft = Draft()
    draft.amount("one", 41_77_0000, last=wan(58.21))
    draft.amount("other", 41_77_0000)
    draft.relate("SAME", Kind.EQUALITY, [("one", 1), ("other", -1)])

    relations, places = judged(draft, {"one": misprint(draft.seen["one"], wan(58.21))})
    (cause,) = diagnose(relations, places)

    assert [one.place.key for one in cause.suspects] == ["one"]
    assert cause.certainty is Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("residue", "kind", "how", "expected"),
    [
        pytest.param(0, Kind.COUNT, Standing.HOLDS, (0, 0), id="exact"),
        pytest.param(3, Kind.COUNT, Standing.HOLDS, (0, 3), id="its rule allows more"),
        pytest.param(-3, Kind.COUNT, Standing.HOLDS, (-3, 0), id="its rule allows less"),
        pytest.param(3, Kind.COUNT, Standing.BROKEN, (0, 0), id="broken"),
        pytest.param(3, Kind.ORDER, Standing.HOLDS, (0, state.FAR), id="an order holds above"),
    ],
)
def test_ends_follow_the_rule_that_judged(residue, kind, how, expected):
    operands = (Term(count(1, 10 + residue), 1), Term(count(2, 10), -1))
    relation = Link(rule="X", kind=kind, operands=operands, standing=how)

    now = state.start(graph.build([relation], ()))

    ends = now.lows[0], now.highs[0]
    assert ends == tuple(one if abs(one) == state.FAR else one * SCALE for one in expected)


@pytest.mark.parametrize(("residue", "expected"), [(4, (-10, 3)), (-4, (-3, 10))])
def test_a_rule_that_is_stricter_than_arithmetic_is_believed(residue, expected):
    operands = (Term(count(1, 0), 1),)
    place = replace(operands[0].place, value=residue, quantum=20)
    relation = Link(rule="X", kind=Kind.LINEAR, operands=(Term(place, 1),), standing=Standing.EDGE)

    now = state.start(graph.build([relation], ()))

    assert (now.lows[0], now.highs[0]) == expected
    assert now.broken == {0}


def test_a_state_is_not_written_into():
    relations = grid({101: 7})
    now = state.start(graph.build(relations, ()))
    before = [list(one) for one in (now.values, now.halves, now.residues, now.lows, now.highs)]

    place = next(at for at, one in enumerate(now.graph.places) if one.key == 101)
    after = state.changed(now, {place: now.values[place] - 7 * SCALE})

    assert [now.values, now.halves, now.residues, now.lows, now.highs] == before
    assert (len(now.broken), len(after.broken)) == (2, 0)
    assert after.fixed == {place}
    assert state.effect(now, {place: after.values[place]}) == (now.broken, True)
    assert state.effect(now, {place: after.values[place] + SCALE}) == (frozenset(), True)


@pytest.mark.parametrize(
    ("value", "copies", "expected"),
    [
        pytest.param(321, 0, Certainty.POSSIBLE, id="one relation, and no slip"),
        pytest.param(387, 0, Certainty.POSSIBLE, id="one relation, one digit"),
        pytest.param(897, 0, Certainty.PROBABLE, id="one relation, digits swapped"),
        pytest.param(321, 1, Certainty.CERTAIN, id="two relations"),
    ],
)
def test_certainty_grows_with_the_relations_that_are_mended(value, copies, expected):
    """A count with as many witnesses: other places hold among themselves."""
    wrong = count(1, 987)
    right = [count(10 + n, value) for n in range(copies + 2)]
    relations = [
        Link(
            rule="SAME",
            kind=Kind.EQUALITY,
            operands=(Term(one, 1), Term(two, -1)),
            standing=Standing.HOLDS if one.value == two.value else Standing.BROKEN,
        )
        for one, two in [
            *((wrong, other) for other in right[: copies + 1]),
            *((right[n], right[n + 1]) for n in range(copies + 1)),
        ]
    ]

    (cause,) = diagnose(relations)

    assert new([cause]) == {1: value * SCALE}
    assert cause.certainty is expected


def test_a_unit_needs_two_witnesses_and_half_of_all():
    """One tie ten thousand times too large is a slip of its figure, not of its table."""
    cells = [count(n, 70_000 * n, cell=("U", n, 0)) for n in (1, 2, 3, 4)]
    outside = [count(10 + n, 7 * n if n < 2 else 70_000 * n) for n in (1, 2, 3, 4)]
    relations = [
        Link(
            rule="SAME",
            kind=Kind.EQUALITY,
            operands=(Term(one, 1), Term(two, -1)),
            standing=Standing.HOLDS if one.value == two.value else Standing.BROKEN,
        )
        for one, two in zip(cells, outside, strict=True)
    ]

    (cause,) = diagnose(relations)

    assert cause.kind is CauseKind.AMBIGUOUS


def tied(*places: Spot) -> list[Link]:
    """Each place with another that prints the same, so that neither can move alone."""
    return [
        Link(
            rule="SAME",
            kind=Kind.EQUALITY,
            operands=(
                Term(one, 1),
                Term(replace(one, key=-one.key, order=(-one.key,), cell=None), -1),
            ),
        )
        for one in places
    ]


def test_the_only_figure_that_can_give_way_is_forced():
    """4 + 9 = 10 and 9 + 17 = 20: only the 9 can be wrong in the first, then the 17 in the second."""
    places = {key: count(key, value) for key, value in enumerate((10, 4, 9, 20, 17), start=1)}
    relations = [
        adds(places, 1, 2, 3),
        adds(places, 4, 3, 5),
        *tied(places[1], places[2], places[4]),
    ]

    causes = diagnose(relations)

    assert new(causes) == {3: 6 * SCALE, 5: 14 * SCALE}
    assert [len(one.relations) for one in causes] == [1, 1]
    assert [one.certainty for one in causes] == [Certainty.POSSIBLE] * 2


def test_sets_of_changes_that_are_as_good_are_named_and_their_common_change_accused():
    """A wrong figure of three sums beside a sum of two that nothing else knows: one of these is open."""
    values = (30, 10, 77, 40, 20, 90, 9, 50, 6, 5)
    places = {key: count(key, value) for key, value in enumerate(values, start=1)}
    # 77 should be 20: 10 + 20 = 30, 20 + 20 = 40, and 20 + 6 + 5 = 50 wants 19 more of 6 or 5.
    relations = [
        adds(places, 1, 2, 3),
        adds(places, 4, 5, 3),
        adds(places, 8, 3, 9, 10),
        *tied(places[1], places[2], places[4], places[5], places[8]),
    ]

    causes = diagnose(relations)

    by_kind = {one.kind: one for one in causes}
    assert new([by_kind[CauseKind.PLACE]]) == {3: 20 * SCALE}
    named = [
        (one.place.key, one.value // SCALE)
        for each in by_kind[CauseKind.AMBIGUOUS].alternatives
        for one in each
    ]
    assert named == [(9, 25), (10, 24)]


@pytest.mark.parametrize(
    "near", [(0, 1), (2, 1), (1, 0), (1, 2)], ids=["up", "down", "left", "right"]
)
def test_a_neighbour_on_any_side_speaks_for_a_place(near):
    """Two cells that contradict each other: the one that prints its neighbour's value is wrong."""
    wrong, other = count(1, 641, cell=("T", 1, 1)), count(2, 587)
    beside = count(3, 641, cell=("T", *near))
    relation = Link(
        rule="SAME",
        kind=Kind.EQUALITY,
        operands=(Term(wrong, 1), Term(other, -1)),
        standing=Standing.BROKEN,
    )

    (cause,) = diagnose([relation], [beside])

    assert new([cause]) == {1: 587 * SCALE}


# Which places are tried, and what speaks against one.


def test_only_places_of_two_broken_relations_are_tried():
    """Row 1's sum and column 1's are wrong by their common cell: it alone stands in both."""
    found = graph.build(grid({101: 5}), ())
    now = state.start(found)

    tried = several._asked(now, now.broken)

    assert [[found.places[place].key for place in places] for places in tried] == [[101]]


def test_a_place_that_is_fixed_is_not_tried():
    links = grid({101: 5})
    held = [
        replace(
            link,
            operands=tuple(
                replace(term, place=replace(term.place, fixed=term.place.key == 101))
                for term in link.operands
            ),
        )
        for link in links
    ]
    now = state.start(graph.build(held, ()))

    assert several._asked(now, now.broken) == []


def test_two_cells_at_once_are_put_right():
    """Two cells that share neither row nor column break four sums; two that share a row, three."""
    apart = diagnose(grid({101: 5, 202: 9}))
    beside = diagnose(grid({101: 5, 103: 9}))

    values = {1: 37 + 11 + 1, 2: 2 * 37 + 2 * 11 + 4 * 2, 3: 37 + 33 + 3}
    assert new(apart) == {101: values[1] * SCALE, 202: values[2] * SCALE}
    assert new(beside) == {101: values[1] * SCALE, 103: values[3] * SCALE}


# A quantity that is printed wrong in all its places, beside another fault.


def joined(*, slip: int, rate: int) -> list[Link]:
    """A quantity of 1,234 in two places, each with a sum of its own; a share of it, and what ties it."""
    first, second = (count(key, slip, quantity="Q") for key in (1, 2))
    parts = [count(10 + n, value) for n, value in enumerate((1_000, 234, 1_200, 34, 617))]
    share = count(20, rate)
    places = {one.key: one for one in (first, second, *parts, share)}
    half = Link(
        rule="PCT",
        kind=Kind.RATIO,
        operands=(
            Term(share, 1, Role.RATE),
            Term(parts[4], 1),
            Term(second, 1, Role.TOTAL),
        ),
        standing=Standing.HOLDS if abs(rate * slip - 61_700) < slip else Standing.BROKEN,
    )
    same = Link(
        rule="TIE",
        kind=Kind.EQUALITY,
        operands=(Term(first, 1), Term(second, -1)),
        standing=Standing.HOLDS,
    )
    return [adds(places, 1, 10, 11), adds(places, 2, 12, 13), half, same]


@pytest.mark.parametrize("rate", [50, 73])
def test_a_quantity_wrong_in_all_its_places_is_told_beside_another_fault(rate: int) -> None:
    """1,234 is 1,324 in both; a share of 73 that should be 50 does not hide it."""
    causes = diagnose(joined(slip=1_324, rate=rate))

    quantity = [one for one in causes if one.kind is CauseKind.QUANTITY]
    assert [new([one]) for one in quantity] == [{1: 1_234 * SCALE, 2: 1_234 * SCALE}]
    assert len(causes) == (1 if rate == 50 else 2)  # noqa: PLR2004 - the right share
