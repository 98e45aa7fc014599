"""One whole with one figure for each part of its list, and which parts say that nothing changed."""

from __future__ import annotations

import pytest
from reports import context

from jslint.rules.bench import dividing

LIST = "本年支出{whole}，其中：工资支出{one}；办公费{two}；会议费{three}。"
CHANGE, ACTUAL = ("change", "prior", "money"), ("amount", "actual", "money")


def rows(text: str) -> dict[tuple[str, str, str], tuple[str, list[str | None], list[bool]]]:
    """By what the whole states: its figure, those of its parts, and which of them are flat."""
    claims = context(f"一、支出\n{text}").claims
    (group,) = claims.groups
    found = {}
    for measure in dividing.measures(claims, group):
        whole, parts = dividing.row(claims, group, measure)
        assert whole is not None
        assert whole.figure is not None
        texts = [one.figure.text if one and one.figure else None for one in parts]
        flat = [dividing.is_flat(claims, group, part, measure) for part in group.parts]
        found[measure] = whole.figure.text, texts, flat
    return found


@pytest.mark.parametrize(
    ("three", "texts", "flat"),
    [
        pytest.param("增加1.00万元", ["3.00万元", "2.00万元", "1.00万元"], False, id="changed"),
        pytest.param("与上年持平", ["3.00万元", "2.00万元"], True, id="flat"),
    ],
)
def test_a_part_that_did_not_change_is_left_out_of_changes(
    three: str, texts: list[str], *, flat: bool
) -> None:
    said = LIST.format(
        whole="比上年增加5.00万元", one="增加3.00万元", two="增加2.00万元", three=three
    )

    assert rows(said) == {CHANGE: ("5.00万元", texts, [False, False, flat])}


def test_amounts_have_no_flat_parts() -> None:
    said = LIST.format(
        whole="6.00万元，比上年增加5.00万元",
        one="3.00万元，增加3.00万元",
        two="2.00万元，增加2.00万元",
        three="1.00万元，与上年持平",
    )

    assert rows(said) == {
        ACTUAL: ("6.00万元", ["3.00万元", "2.00万元", "1.00万元"], [False, False, False]),
        CHANGE: ("5.00万元", ["3.00万元", "2.00万元"], [False, False, True]),
    }


def test_what_is_called_flat_outside_of_the_list_is_not_of_it() -> None:
    said = LIST.format(
        whole="比上年增加5.00万元", one="增加3.00万元", two="增加2.00万元", three="增加1.00万元"
    )

    assert rows(f"会议费与上年持平。{said}") == {
        CHANGE: ("5.00万元", ["3.00万元", "2.00万元", "1.00万元"], [False, False, False])
    }


def test_the_last_figure_of_the_whole_before_its_list_counts() -> None:
    said = LIST.format(whole="6.00万元", one="3.00万元", two="2.00万元", three="1.00万元")

    assert rows(f"本年支出7.00万元。{said}本年支出8.00万元。") == {
        ACTUAL: ("6.00万元", ["3.00万元", "2.00万元", "1.00万元"], [False] * 3)
    }
