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
