"""Single figures found wrong one by one that are one move of a line."""

from __future__ import annotations

import pytest
from linked import BROKEN, HOLDS, adds, spot, tie
from msgspec.structs import replace

from jslint.diagnosis import lines, shifts
from jslint.diagnosis.cause import Cause, CauseKind, Certainty, Line, Suspect
from jslint.diagnosis.diagnose import diagnose
from jslint.diagnosis.graph import build
from jslint.diagnosis.model import Link, Spot
from jslint.diagnosis.slips import Slip
from jslint.diagnosis.state import start


def column(*printed: int, across: bool = False) -> list[Spot]:
    """Cells with these figures, one below (``across``: beside) the other; 0 is a blank."""
    return [
        replace(
            spot(key, value, ("T", 0, key) if across else ("T", key, 0), half=5),
            quantum=10 if value else 0,
        )
        for key, value in enumerate(printed)
    ]


def cause(one: Spot, value: int, *, high: int | None = None) -> Cause:
    """A cause that accuses a cell alone, of one relation."""
    return Cause(
        CauseKind.PLACE,
        (tie(one, value),),
        1,
        Certainty.POSSIBLE,
        (Suspect(one, value, value, value if high is None else high),),
    )


def merged(cells: list[Spot], right: dict[int, int]) -> list[Cause]:
    """What becomes of causes that accuse some of the cells, by index, with their values."""
    causes = [cause(cells[at], value) for at, value in right.items()]
    return shifts.merged(build([one for each in causes for one in each.relations], cells), causes)


@pytest.mark.parametrize("across", [False, True])
def test_figures_that_stand_one_cell_too_far_on_are_one_move(*, across: bool) -> None:
    """30, 40 and 70 stand a cell too low, and 80 is nowhere."""
    (one,) = merged(column(10, 20, 30, 40, 70, across=across), {1: 30, 2: 40, 3: 70, 4: 80})

    assert one.kind is CauseKind.BLOCK
    assert one.line == Line("T", not across, 0, 1, 4, 1)
    assert [(each.place.key, each.value) for each in one.suspects] == [
        (1, 30),
        (2, 40),
        (3, 70),
        (4, 80),
    ]
    assert (one.mended, len(one.relations)) == (4, 4)
    assert {each.slip for each in one.suspects} == {Slip.NEIGHBOUR}
    assert one.certainty is Certainty.PROBABLE


def test_a_move_down_is_told_from_a_move_up() -> None:
    (one,) = merged(column(0, 20, 30, 40), {0: 20, 1: 30, 2: 40, 3: 50})

    assert one.line is not None
    assert (one.line.by, one.line.lost) == (1, 3)


def test_a_move_up_has_lost_its_first_figure() -> None:
    (one,) = merged(column(20, 30, 40, 0), {3: 40, 2: 30, 1: 20, 0: 10})

    assert one.line is not None
    assert (one.line.by, one.line.lost) == (-1, 0)
    assert [each.place.key for each in one.suspects] == [0, 1, 2, 3]


def test_figures_that_the_move_does_not_change_part_nothing() -> None:
    """20 stands twice below each other, as a class and its only item have it."""
    (one,) = merged(column(0, 20, 20, 30), {0: 20, 2: 30, 3: 50})

    assert one.kind is CauseKind.BLOCK


def test_a_nought_between_two_stretches_that_moved_parts_nothing() -> None:
    """20 and 30 stand a cell too low, so do 0 and 60: by itself the nought would tell nothing."""
    (one,) = merged(column(0, 20, 30, 0, 60, 70), {0: 20, 1: 30, 2: 0, 3: 60, 4: 70, 5: 80})

    assert one.line == Line("T", is_column=True, at=0, first=0, last=5, by=1)


def test_a_slip_before_two_stretches_that_moved_stays_apart() -> None:
    right = {0: 8, 1: 20, 2: 30, 3: 0, 4: 60, 5: 70, 6: 80}

    slip, move = merged(column(9, 0, 20, 30, 0, 60, 70), right)

    assert (slip.kind, slip.place.key) == (CauseKind.PLACE, 0)
    assert move.line == Line("T", is_column=True, at=0, first=1, last=6, by=1)
    assert [each.place.key for each in move.suspects] == [1, 2, 3, 4, 5, 6]


def test_a_nought_between_a_stretch_and_a_slip_parts_them() -> None:
    found = merged(column(0, 20, 30, 0), {0: 20, 1: 30, 2: 0, 3: 61})

    assert [(one.kind, len(one.suspects)) for one in found] == [
        (CauseKind.BLOCK, 3),
        (CauseKind.PLACE, 1),
    ]


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        pytest.param((10, 20, 30, 40), {0: 21, 1: 33}, id="other values"),
        pytest.param((10, 20, 30, 40), {0: 20, 2: 40}, id="one between that is right"),
        pytest.param((10, 0, 30, 40), {0: 0, 1: 20}, id="a blank says nothing"),
    ],
)
def test_slips_that_are_no_move_stay_apart(printed: tuple[int, ...], right: dict[int, int]) -> None:
    found = merged(column(*printed), right)

    assert [one.kind for one in found] == [CauseKind.PLACE, CauseKind.PLACE]


def test_a_slip_beside_a_move_stays_apart() -> None:
    found = merged(column(0, 20, 30, 40, 50, 60), {0: 20, 1: 30, 2: 25, 5: 61})

    assert [one.kind for one in found] == [CauseKind.BLOCK, CauseKind.PLACE]
    assert [each.place.key for each in found[1].suspects] == [5]


def test_any_of_the_values_that_fit_may_be_the_neighbour_s() -> None:
    cells = column(0, 20, 30)
    causes = [cause(cells[0], 10, high=25), cause(cells[1], 35)]

    (one,) = shifts.merged(build([each.relations[0] for each in causes], cells), causes)

    assert one.kind is CauseKind.BLOCK


# A blank that a move left behind.


def sums(cells: list[Spot], *rows: tuple[int, ...]) -> list[Link]:
    """The first cell of each row is the sum of the others, as their values come to it."""
    return [adds(cells[first], *(cells[one] for one in rest)) for first, *rest in rows]


def broken(links: list[Link]) -> list[Link]:
    """The relations, judged by what their figures print."""
    return [replace(one, standing=HOLDS if _sum(one) == 0 else BROKEN) for one in links]


def _sum(one: Link) -> int:
    return sum(each.weight * each.place.value for each in one.operands)


def test_a_column_that_left_a_blank_is_found_by_its_own_sums() -> None:
    """Right are 700, 700, 700, 400, 300: all stand a row too low, and 300 is lost."""
    cells = column(0, 700, 700, 700, 400)
    links = broken(sums(cells, (0, 1), (1, 2), (2, 3, 4)))

    (one,) = diagnose(links)

    assert one.kind is CauseKind.BLOCK
    assert one.line == Line("T", True, 0, 0, 4, 1)  # noqa: FBT003 - a column
    assert [(each.place.key, each.value) for each in one.suspects] == [
        (0, 700),
        (3, 400),
        (4, 300),
    ]


def test_a_column_that_moved_up_left_its_blank_at_the_bottom() -> None:
    """Right are 300, 400, 700, 700, 700: all stand a row too high, and 300 is lost."""
    cells = column(400, 700, 700, 700, 0)
    links = broken(sums(cells, (4, 3), (3, 2), (2, 1, 0)))

    (one,) = diagnose(links)

    assert one.kind is CauseKind.BLOCK
    assert one.line == Line("T", True, 0, 0, 4, -1)  # noqa: FBT003 - a column
    assert {each.place.key: each.value for each in one.suspects} == {0: 300, 1: 400, 4: 700}


def test_one_sum_that_any_lost_figure_mends_is_no_trace_of_a_move() -> None:
    """Where a total alone is broken, nobody knows that more than one figure moved."""
    cells = column(0, 20, 30, 40)
    total = spot(50, 99, half=5)

    assert lines.led(start(build(broken([adds(total, *cells)]), ()))) is None


def test_a_blank_beside_a_single_figure_is_no_move() -> None:
    cells = column(0, 700, 0, 700)
    links = broken([adds(cells[0], cells[1], cells[2])])
    now = start(build(links, cells))

    assert lines.led(now) is None
    (one,) = diagnose(links)
    assert one.kind is CauseKind.AMBIGUOUS
    assert 0 in {each.place.key for way in one.alternatives for each in way}
