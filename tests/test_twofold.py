"""Two narratives beside each other: which figure of one is which of the other."""

from __future__ import annotations

import pytest

from jslint import readers
from jslint.rules.bench import twofold
from jslint.rules.bench.twofold import Both, Said
from jslint.rules.ground.context import Context

COVER = "2024年度\n\n云岭市水文站\n\n单位决算\n\n"
TOTAL = "2024年度本年收入合计100.00万元"
FALL = f"{TOTAL}，比上年减少20.00万元，下降16.7%。"


def both(here: str, there: str, heading: str = "二、收入决算情况说明", other: str = "") -> Both:
    """What two paragraphs say, under headings of which the first is the other's too if it has none."""
    narratives = [
        f"{COVER}{head}\n\n{text}\n\n"
        for head, text in ((heading, here), (other or heading, there))
    ]
    return twofold.both(*(Context(readers.read("a.txt", one.encode())) for one in narratives))


def told(said: Said) -> tuple[str, str]:
    return said.claim.kind, f"{said.figure.value}{said.figure.unit.name}"


def pairs(found: Both) -> list[tuple[str, str, str]]:
    """The kind of what both say, and both figures with the sign of their direction."""
    assert all(here.claim.kind == there.claim.kind for here, there in found.pairs)
    return [(*told(here), told(there)[1]) for here, there in found.pairs]


@pytest.mark.parametrize(
    ("heading", "other", "count"),
    [
        pytest.param("二、收入决算情况说明", "二、收入决算情况说明", 3, id="the same"),
        pytest.param("二、收入决算情况说明", "三、收入决算情况说明", 3, id="another number"),
        pytest.param("二、收入决算情况说明", "二、支出决算情况说明", 0, id="another heading"),
        pytest.param("收入决算情况说明", "收入决算情况说明", 3, id="no number"),
    ],
)
def test_figures_are_of_their_section(heading: str, other: str, count: int) -> None:
    found = both(FALL, FALL, heading, other)

    assert len(found.pairs) == count
    assert (found.only_here, found.only_there) == ((), ())


def test_a_figure_has_the_sign_of_its_direction() -> None:
    found = both(FALL, FALL.replace("减少", "增加").replace("下降", "增长"))

    assert pairs(found) == [
        ("amount", "100.00万元", "100.00万元"),
        ("change", "-20.00万元", "20.00万元"),
        ("growth", "-16.7%", "16.7%"),
    ]


def test_what_one_says_more_often_is_in_doubt() -> None:
    found = both(f"{FALL}共有车辆3辆。", f"{FALL}共有车辆4辆。{TOTAL}。")

    assert pairs(found) == [
        ("change", "-20.00万元", "-20.00万元"),
        ("growth", "-16.7%", "-16.7%"),
        ("amount", "3辆", "4辆"),
    ]
    assert [told(one) for one in found.only_here] == [("amount", "100.00万元")]
    assert [told(one) for one in found.only_there] == [("amount", "100.00万元")] * 2


def test_what_both_say_twice_is_one_in_its_order() -> None:
    found = both(f"{TOTAL}。{TOTAL}。", f"{TOTAL}。{TOTAL.replace('100', '90')}。")

    assert pairs(found) == [
        ("amount", "100.00万元", "100.00万元"),
        ("amount", "100.00万元", "90.00万元"),
    ]


def test_what_only_one_says_is_told_where_they_have_anything_in_common() -> None:
    found = both(FALL, f"{TOTAL}，占总收入的80.0%。共有车辆3辆。")

    assert pairs(found) == [("amount", "100.00万元", "100.00万元")]
    assert [told(one) for one in found.only_here] == [
        ("change", "-20.00万元"),
        ("growth", "-16.7%"),
    ]
    assert [told(one) for one in found.only_there] == [("share", "80.0%"), ("amount", "3辆")]


def test_nothing_in_common_is_nothing_to_tell() -> None:
    assert both(FALL, "共有车辆3辆。") == Both(())


def test_things_are_counted_by_their_unit_and_money_is_money_in_any() -> None:
    found = both(
        f"{TOTAL}。共有车辆3辆。", f"{TOTAL.replace('100.00万元', '1,000,000.00元')}。共有车辆3台。"
    )

    assert pairs(found) == [("amount", "100.00万元", "1000000.00元")]
    assert [told(one) for one in found.only_here] == [("amount", "3辆")]
    assert [told(one) for one in found.only_there] == [("amount", "3台")]


def test_a_part_is_of_its_whole() -> None:
    """Other income in a list of all income is not other income by itself."""
    listed = f"{TOTAL}，其中：事业收入60.00万元；其他收入40.00万元。"
    alone = f"{TOTAL}，其中：事业收入60.00万元。其他收入40.00万元。"

    assert len(both(listed, listed).pairs) == 3
    assert len(both(alone, alone).pairs) == 3
    found = both(listed, alone)
    assert pairs(found) == [
        ("amount", "100.00万元", "100.00万元"),
        ("amount", "60.00万元", "60.00万元"),
    ]
    assert [told(one) for one in (*found.only_here, *found.only_there)] == [
        ("amount", "40.00万元")
    ] * 2


@pytest.mark.parametrize(
    ("part", "count"), [("第二部分 决算情况说明", 3), ("第三部分 名词解释", 0)]
)
def test_the_parts_of_a_report_are_apart(part: str, count: int) -> None:
    heading = "二、收入决算情况说明"

    found = both(FALL, FALL, f"第二部分 决算情况说明\n\n{heading}", f"{part}\n\n{heading}")

    assert len(found.pairs) == count
