"""The diagnosis by hand: small reports, whose slips and their explanations can be followed on paper."""

import random

import pytest
from consistent import SCALE, STEP, Draft, judged, misprint, report
from msgspec.structs import replace

from jslint.diagnosis.cause import CauseKind, Certainty
from jslint.diagnosis.diagnose import diagnose
from jslint.diagnosis.slips import Slip, candidates, slip
from jslint.diagnosis.model import Axis, Term, Spot, Link, Standing
from jslint.relation import Kind, Role

FEN = SCALE // 100  # amounts below are in fen: 12345 is 0.012345 万元, 1_000_00_00 is 100 万元


def wan(number: float) -> int:
    """So many ten thousands in ticks."""
    return round(number * 100) * STEP


def square() -> Draft:
    """Table A: a total row and three items, a total column and two kinds; every sum exact.

    Table B repeats the total column, and the narrative the total with the share of the first kind.
    """
    draft = Draft()
    items = [(812_46, 131_20), (500_07, 0), (40_11, 77_77)]
    rows = [tuple(sum(column) for column in zip(*items, strict=True)), *items]
    for row, kinds in enumerate(rows):
        for column, value in enumerate((sum(kinds), *kinds)):
            quantity = ("all", row) if column == 0 else None
            draft.cell("A", row, column, value * 10_000, quantity)
        draft.total("ROW", ("A", row, 0), [("A", row, 1), ("A", row, 2)], Axis.ROW)
    for column in range(3):
        parts = [("A", row, column) for row in (1, 2, 3)]
        draft.total("SUM", ("A", 0, column), parts, Axis.COLUMN)
    for row, kinds in enumerate(rows):
        draft.cell("B", row, 0, sum(kinds) * 10_000, ("all", row))
    draft.amount("total", sum(rows[0]) * 10_000, ("all", 0))
    draft.amount("kind", rows[0][0] * 10_000)
    draft.relate("KIND", Kind.EQUALITY, [("kind", 1), (("A", 0, 1), -1)])
    draft.share("share", "kind", "total")
    return draft


def found(draft: Draft, new: dict, places=True):
    changes = {key: misprint(draft.seen[key], value) for key, value in new.items()}
    relations, every = judged(draft, changes)
    return diagnose(relations, every if places else ())


def accused(causes) -> dict:
    return {
        one.place.key: one.value for cause in causes for one in cause.suspects if not one.follows
    }


def value(draft: Draft, key) -> int:
    return draft.seen[key].value


def test_a_consistent_report_has_no_cause():
    draft = square()

    assert found(draft, {}) == ()


@pytest.mark.parametrize(
    ("key", "printed", "how"),
    [
        pytest.param(("A", 1, 1), 821.46, Slip.SWAPPED, id="digits swapped"),
        pytest.param(("A", 1, 1), 81.46, Slip.LOST, id="a digit lost"),
        pytest.param(("A", 2, 1), 5000.07, Slip.DOUBLED, id="a digit doubled"),
        pytest.param(("A", 3, 2), 777.7, Slip.SHIFTED, id="the point shifted"),
        pytest.param(("A", 1, 2), 1_312_000, Slip.UNIT, id="yuan for ten thousands"),
        pytest.param(("A", 1, 2), -131.2, Slip.SIGN, id="the sign"),
        pytest.param(("A", 1, 2), 131.9, Slip.DIGIT, id="one digit"),
        pytest.param(("A", 3, 1), 77.77, Slip.NEIGHBOUR, id="the neighbour's value"),
        pytest.param(("A", 3, 1), 0, Slip.NONE, id="a blank"),
    ],
)
def test_one_slip_is_found_with_its_value(key, printed, how):
    draft = square()

    (cause,) = found(draft, {key: wan(printed)})

    assert accused([cause]) == {key: value(draft, key)}
    assert (cause.kind, cause.certainty) == (CauseKind.PLACE, Certainty.CERTAIN)
    assert cause.suspects[0].slip is how
    assert cause.mended == len(cause.relations) == 2


def test_two_cells_of_one_row():
    draft = square()

    causes = found(draft, {("A", 1, 1): wan(821.46), ("A", 1, 2): wan(113.2)})

    assert accused(causes) == {key: value(draft, key) for key in (("A", 1, 1), ("A", 1, 2))}
    assert len(causes) == 2


def test_a_cell_and_its_totals_off_by_the_same_are_one_chain():
    draft = square()
    more = wan(180)

    (cause,) = found(draft, {key: value(draft, key) + more for key in (("A", 1, 2), ("A", 0, 2))})

    assert (cause.kind, cause.delta) == (CauseKind.CHAIN, more)
    assert accused([cause]) == {key: value(draft, key) for key in (("A", 1, 2), ("A", 0, 2))}


def test_a_slip_copied_into_a_second_place_is_one_quantity():
    draft = square()
    wrong = value(draft, ("A", 2, 0)) + wan(9)
    draft.amount("again", value(draft, ("A", 2, 0)) // FEN, ("all", 2))

    (cause,) = found(draft, {("A", 2, 0): wrong, ("B", 2, 0): wrong})

    assert cause.kind is CauseKind.QUANTITY
    assert set(accused([cause])) == {("A", 2, 0), ("B", 2, 0)}


def test_a_slip_copied_into_all_places_is_one_quantity():
    draft = square()
    right = value(draft, ("A", 0, 0))
    keys = [("A", 0, 0), ("B", 0, 0), "total"]

    (cause,) = found(draft, dict.fromkeys(keys, right + wan(300)))

    assert cause.kind is CauseKind.QUANTITY
    assert accused([cause]) == dict.fromkeys(keys, right)


def test_places_of_one_quantity_get_the_value_in_their_own_unit():
    draft = square()
    fine = draft.amount("yuan", value(draft, ("A", 0, 0)) // FEN, ("all", 0), step=FEN, scale=SCALE)
    right = value(draft, ("A", 0, 0))
    wrong = right + wan(300)
    keys = [("A", 0, 0), ("B", 0, 0), "total"]

    (cause,) = found(draft, {**dict.fromkeys(keys, wrong), fine: wrong + 12 * FEN})

    assert cause.kind is CauseKind.QUANTITY
    new = accused([cause])
    assert all(new[key] % STEP == 0 and new[key] == right for key in keys)
    assert abs(new[fine] - right) <= STEP // 2


def test_a_rate_recomputed_from_a_wrong_amount_follows_it():
    draft = square()
    wrong = value(draft, "kind") + wan(100)
    rate = round(1000 * wrong / value(draft, "total")) * (SCALE // 10)

    (cause,) = found(draft, {"kind": wrong, "share": rate})

    assert cause.kind is CauseKind.FOLLOWER
    assert accused([cause]) == {"kind": value(draft, "kind")}
    (follower,) = [one for one in cause.suspects if one.follows]
    assert (follower.place.key, follower.value) == ("share", value(draft, "share"))


def test_a_lone_broken_rate_is_accused_and_not_its_operands():
    draft = square()

    (cause,) = found(draft, {"share": value(draft, "share") + 9 * SCALE})

    assert accused([cause]) == {"share": value(draft, "share")}
    assert cause.suspects[0].low == cause.suspects[0].high


def test_items_with_the_same_relations_are_ambiguous():
    draft = Draft()
    for row, fen in enumerate((60_00_0000, 21_17_0000, 38_83_0000)):
        draft.cell("T6", row, 0, fen)
    draft.total("SUM", ("T6", 0, 0), [("T6", 1, 0), ("T6", 2, 0)], Axis.COLUMN)
    draft.amount("total", 60_00_0000)
    draft.relate("TIE", Kind.EQUALITY, [("total", 1), (("T6", 0, 0), -1)])

    (cause,) = found(draft, {("T6", 1, 0): wan(25.55)})

    assert cause.kind is CauseKind.AMBIGUOUS
    assert cause.certainty is Certainty.OPEN
    assert cause.suspects == ()
    named = [[(one.place.key, one.value) for one in each] for each in cause.alternatives]
    assert named == [[(("T6", 1, 0), wan(21.17))], [(("T6", 2, 0), wan(34.45))]]


def test_a_tie_one_quantum_off_accuses_nobody_alone():
    draft = square()
    draft.amount("again", value(draft, ("A", 0, 2)) // FEN)
    draft.relate("TIE", Kind.EQUALITY, [("again", 1), (("A", 0, 2), -1)])

    (cause,) = found(draft, {"again": value(draft, "again") + STEP})

    assert [one.standing for one in cause.relations] == [Standing.EDGE]
    assert cause.suspects == ()


def test_a_tie_one_quantum_off_beside_a_slip_does_not_hide_it():
    draft = square()
    draft.amount("again", value(draft, ("A", 0, 2)) // FEN)
    draft.relate("TIE", Kind.EQUALITY, [("again", 1), (("A", 0, 2), -1)])
    new = {"again": value(draft, "again") + STEP, ("A", 0, 2): wan(20897)}

    causes = found(draft, new)

    # Both 208.97 and 208.98 let all sums hold; the second lets the tie hold too.
    assert accused(causes) == {("A", 0, 2): value(draft, "again") + STEP}


def test_a_wrongly_bound_equality_accuses_nobody():
    draft = square()
    draft.relate("BOUND", Kind.EQUALITY, [(("A", 1, 1), 1), (("A", 2, 1), -1)])
    last = draft.relations[-1]
    draft.relations[-1] = replace(last, standing=Standing.BROKEN)

    (cause,) = found(draft, {})

    assert (cause.kind, cause.suspects, cause.alternatives) == (CauseKind.GROUP, (), ())


def column() -> Draft:
    """Two columns of nine rows with their sums, and the sum of each row."""
    draft = Draft()
    rng = random.Random(11)
    rows = [(rng.randrange(10**6, 10**8), rng.randrange(10**6, 10**8)) for _ in range(9)]
    rows = [tuple(sum(one) for one in zip(*rows, strict=True)), *rows]
    for row, pair in enumerate(rows):
        for at, fen in enumerate((sum(pair), *pair)):
            draft.cell("C", row, at, fen)
        draft.total("ROW", ("C", row, 0), [("C", row, 1), ("C", row, 2)], Axis.ROW)
    for at in range(3):
        draft.total("SUM", ("C", 0, at), [("C", row, at) for row in range(1, 10)], Axis.COLUMN)
    return draft


@pytest.mark.parametrize("by", [1, -1], ids=["down", "up"])
def test_a_column_moved_by_one_row_is_one_block(by):
    draft = column()
    rows = range(3, 8) if by > 0 else range(7, 2, -1)
    values = [0, *(value(draft, ("C", row, 1)) for row in rows)]
    new = {("C", row, 1): printed for row, printed in zip(rows, values, strict=False)}

    (cause,) = found(draft, new)

    assert cause.kind is CauseKind.BLOCK
    line = cause.line
    assert (line.table, line.is_column, line.at, line.by) == ("C", True, 1, by)
    assert (line.first, line.last) == (3, 7)
    right = {key: value(draft, key) for key in new}
    lost = ("C", 7 if by > 0 else 3, 1)
    assert {k: v for k, v in accused([cause]).items() if k != lost} == {
        k: v for k, v in right.items() if k != lost
    }
    # The value that was lost is known to within the rounding of its sums.
    assert abs(accused([cause])[lost] - right[lost]) <= STEP


@pytest.mark.parametrize("power", [4, -4], ids=["yuan", "hundred millions"])
def test_a_table_in_another_unit_is_one_cause(power):
    draft = report(random.Random(3), 12)
    cells = [one for one in draft.places if one.cell and one.cell[0] == "T5" and one.value]
    new = {}
    for one in cells:
        exact = draft.truth[one.key]
        scaled = exact * 10**4 if power > 0 else exact // 10**4
        new[one.key] = replace(misprint(one, round(scaled / STEP) * STEP), quantum=STEP)

    causes = diagnose(*judged(draft, new))

    assert [(one.kind, one.power) for one in causes] == [(CauseKind.UNIT, -power)]
    assert set(accused(causes)) == {one.key for one in cells if new[one.key].value}


def test_a_fixed_place_is_never_accused():
    draft = square()
    key = ("A", 1, 1)
    new = {key: replace(misprint(draft.seen[key], wan(821.46)), fixed=True)}

    causes = diagnose(*judged(draft, new))

    assert key not in accused(causes)
    assert all(one.place.key != key for c in causes for each in c.alternatives for one in each)


def test_places_of_no_relation_may_be_left_out():
    draft = square()

    (cause,) = found(draft, {("A", 1, 1): wan(821.46)}, places=False)

    assert accused([cause]) == {("A", 1, 1): value(draft, ("A", 1, 1))}


def count(key, number: int) -> Spot:
    return Spot(
        key=key,
        order=(key,),
        text=str(number),
        value=number * SCALE,
        quantum=0,
        step=SCALE,
        exact=True,
    )


def test_an_order_that_cannot_hold_names_no_value_out_of_thin_air():
    operands = (Term(count(1, 3), 1), Term(count(2, 31), -1))
    relation = Link(rule="MORE", kind=Kind.ORDER, operands=operands, standing=Standing.BROKEN)

    (cause,) = diagnose([relation])

    assert cause.relations == (relation,)
    assert cause.certainty in (Certainty.OPEN, Certainty.POSSIBLE, Certainty.PROBABLE)


def test_a_relation_broken_though_its_figures_agree_is_grouped():
    operands = (Term(count(1, 3), 1), Term(count(2, 3), -1))
    relation = Link(rule="X", kind=Kind.EQUALITY, operands=operands, standing=Standing.BROKEN)

    (cause,) = diagnose([relation])

    assert (cause.kind, cause.relations) == (CauseKind.GROUP, (relation,))


@pytest.mark.parametrize(
    ("printed", "right", "expected"),
    [
        pytest.param(8132_46, 8312_46, Slip.SWAPPED, id="swapped"),
        pytest.param(832_46, 8312_46, Slip.LOST, id="lost inside"),
        pytest.param(831_24, 8312_46, Slip.LOST, id="lost at the end"),
        pytest.param(88312_46, 8312_46, Slip.DOUBLED, id="doubled"),
        pytest.param(87312_46, 8312_46, Slip.NONE, id="a digit too many"),
        pytest.param(83124_60, 8312_46, Slip.SHIFTED, id="ten times"),
        pytest.param(83_12, 8312_46, Slip.SHIFTED, id="a hundredth, rounded"),
        pytest.param(83124600_00, 8312_46, Slip.UNIT, id="yuan"),
        pytest.param(-8312_46, 8312_46, Slip.SIGN, id="sign"),
        pytest.param(8319_46, 8312_46, Slip.DIGIT, id="one digit"),
        pytest.param(7412_64, 8312_46, Slip.NONE, id="nothing known"),
        pytest.param(777_77, 8312_46, Slip.LAST_YEAR, id="last year's"),
        pytest.param(0, 8312_46, Slip.NONE, id="a blank"),
    ],
)
def test_slips(printed, right, expected):
    place = replace(count(1, 0), step=STEP, last=777_77 * STEP)

    assert slip(place, printed * STEP, right * STEP) is expected


def test_candidates_are_all_that_a_slip_can_have_come_from():
    place = replace(count(1, 0), step=STEP)

    tried = set(candidates(place, 8132 * STEP))
    doubled = set(candidates(place, 88132 * STEP))
    assert 8132 * STEP in doubled
    assert not {8812 * STEP, 8832 * STEP, 8813 * STEP} & doubled  # a digit may not have come in

    for right in (8312, 81320, 81432, 8139, 81325, 813200, -8132):
        assert right * STEP in tried


def test_a_point_goes_to_the_left_only_over_noughts():
    place = replace(count(1, 0), step=STEP)

    tried = set(candidates(place, 8130 * STEP))

    assert 813 * STEP in tried
    assert 81 * STEP not in tried
    assert all(one % STEP == 0 for one in tried)


def test_growth_by_base_and_by_change_are_the_same_relation():
    """1,200 after 1,000 is 20 %: a slip of the base, the change or the rate is found alike."""
    draft = Draft()
    draft.amount("now", 1200_00_0000, "now")
    draft.amount("now again", 1200_00_0000, "now")
    draft.amount("base", 1000_00_0000)
    draft.amount("change", 200_00_0000)
    draft.relate("DIFF", Kind.LINEAR, [("now", 1), ("base", -1), ("change", -1, Role.DERIVED)])
    draft.put("rate", 20 * SCALE, step=SCALE // 10, scale=SCALE)
    change = [("rate", 1, Role.RATE), ("change", 1, Role.DERIVED), ("now", 1)]
    base = [("rate", 1, Role.RATE), ("now", 1), ("base", 1, Role.TOTAL)]
    draft.relate("GROWN", Kind.GROWTH, change)
    draft.relate("GROWN", Kind.GROWTH, base)

    assert found(draft, {}) == ()
    for key, wrong in (("base", wan(1100)), ("change", wan(20)), ("rate", 2 * SCALE)):
        causes = found(draft, {key: wrong})
        assert accused(causes) == {key: value(draft, key)}


def test_a_fall_is_written_with_negative_weights():
    draft = Draft()
    draft.amount("now", 800_00_0000, "now")
    draft.amount("again", 800_00_0000, "now")
    draft.amount("change", 200_00_0000)
    draft.put("rate", 20 * SCALE, step=SCALE // 10, scale=SCALE)
    terms = [("rate", -1, Role.RATE), ("change", -1, Role.DERIVED), ("now", 1)]
    draft.relate("GROWN", Kind.GROWTH, terms)

    assert found(draft, {}) == ()
    (cause,) = found(draft, {"again": wan(80)})
    assert accused([cause]) == {"again": wan(800)}


def test_two_rules_that_say_the_same_are_no_two_witnesses():
    """A wrongly bound equality stays without an accused if another rule states it too."""
    draft = square()
    for rule, terms in (
        ("BOUND", [(("A", 1, 1), 1), (("A", 2, 1), -1)]),
        ("AGAIN", [(("A", 2, 1), 1), (("A", 1, 1), -1)]),
    ):
        draft.relate(rule, Kind.EQUALITY, terms, standing=Standing.BROKEN)

    (cause,) = found(draft, {})

    assert (cause.kind, cause.suspects) == (CauseKind.GROUP, ())
    assert sorted(one.rule for one in cause.relations) == ["AGAIN", "BOUND"]


def test_a_cause_has_a_place_to_show_it_at():
    draft = square()

    (cause,) = found(draft, {("A", 1, 1): wan(821.46)})

    assert cause.place.key == ("A", 1, 1)


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        pytest.param(
            Link(rule="X", kind=Kind.LINEAR, operands=()), "no operands", id="no operands"
        ),
        pytest.param(
            Link(rule="X", kind=Kind.RATIO, operands=(Term(count(1, 3), 1),)),
            "no rate",
            id="no rate",
        ),
        pytest.param(
            Link(rule="X", kind=Kind.LINEAR, operands=(Term(replace(count(1, 3), step=0), 1),)),
            "no step",
            id="no step",
        ),
    ],
)
def test_relations_that_say_nothing_are_refused(relation, message):
    with pytest.raises(ValueError, match=message):
        diagnose([replace(relation, standing=Standing.BROKEN)])
