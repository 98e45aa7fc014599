"""One whole with one figure for each part of its list, and which parts say that nothing changed."""

from __future__ import annotations

import pytest
from reports import context

from jslint.figures.verdict import Verdict
from jslint.relation import Kind
from jslint.rules.bench import dividing, near
from jslint.rules.bench.dividing import Sum
from jslint.rules.ground.context import Context

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


SHARED = "会议费6.00万元，占{name}的60.0%；培训费4.00万元，占{name}的40.0%。"


@pytest.mark.parametrize(
    ("said", "name", "expected"),
    [
        pytest.param("本年支出10.00万元。|其中：", "财政补助", True, id="of something else"),
        pytest.param(
            "本年支出10.00万元。|其中：", "支出合计", False, id="of the whole by its words"
        ),
        pytest.param("本年支出10.00万元，其中：", "财政补助", False, id="the whole stands beside"),
        pytest.param("项目支出10.00万元。|其中：", "总支出", True, id="of a total, it being none"),
        pytest.param("支出合计10.00万元。|其中：", "总支出", False, id="of a total, it being one"),
        pytest.param("支出10.00万元。|其中：", "总支出", False, id="of a total, its name is short"),
    ],
)
def test_shares_of_something_that_is_not_the_list_s_whole(
    said: str, name: str, *, expected: bool
) -> None:
    claims = context("一、支出\n" + (said + SHARED.format(name=name)).replace("|", "\n")).claims
    (group,) = claims.groups

    assert dividing.is_of_another(claims, group) is expected


def test_parts_without_shares_are_of_the_list_s_whole() -> None:
    claims = context("一、支出\n本年支出9.00万元。\n其中：会议费6.00万元；培训费3.00万元。").claims

    assert not dividing.is_of_another(claims, claims.groups[0])


def sum_of(said: str) -> tuple[Context, Sum]:
    """The first list of a sentence, with the first measure of its whole."""
    here = context(f"一、支出\n{said}")
    group = here.claims.groups[0]
    whole, parts = dividing.row(here.claims, group, dividing.measures(here.claims, group)[0])
    assert whole is not None
    flat = tuple(
        one for one in group.parts
        if dividing.is_flat(here.claims, group, one, ("change", "prior", "money"))
    )  # fmt: skip
    return here, Sum(group, whole, tuple(one for one in parts if one), certain=True, flat=flat)


SPENT = "项目支出9.00万元，其中：会议费{}5.00万元，支出4.00万元；培训费{}{}万元，支出3.00万元。"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(
            SPENT.format("全年预算", "全年预算", "4.00"), "9.00 5.00 4.00", id="they make it up"
        ),
        pytest.param(SPENT.format("全年预算", "全年预算", "3.00"), "", id="they do not"),
        pytest.param(
            SPENT.format("全年预算", "上年支出", "4.00"), "", id="one of them has no budget"
        ),
        pytest.param(
            "项目支出预算9.00万元，" + SPENT.format("全年预算", "全年预算", "4.00"),
            "",
            id="the whole has one of its own",
        ),
    ],
)
def test_budgets_that_make_up_what_is_called_an_amount(said: str, expected: str) -> None:
    here, found = sum_of(said)

    kept = dividing.planned(here, found)

    operands = kept.relation.operands if kept and kept.relation else ()
    assert " ".join(str(one.figure.value) for one in operands) == expected


@pytest.mark.parametrize(
    ("whole", "one", "two", "expected"),
    [
        pytest.param("增加5.00", "增加3.00", "增加2.00", Verdict.EXACT, id="all the same way"),
        pytest.param("增加1.00", "增加3.00", "减少2.00", Verdict.EXACT, id="one the other way"),
        pytest.param("减少1.00", "增加2.00", "减少3.00", Verdict.EXACT, id="as their whole"),
        pytest.param("减少5.00", "增加3.00", "增加2.00", Verdict.IMPOSSIBLE, id="all the other"),
    ],
)
def test_changes_have_the_sign_of_their_direction(
    whole: str, one: str, two: str, expected: Verdict
) -> None:
    said = f"本年支出比上年{whole}万元，其中：工资支出{one}万元；办公费{two}万元。"
    here, found = sum_of(said)

    relation = dividing.related(found.whole, found.parts)

    assert dividing.verdict_on(here, found, found.parts).verdict is expected
    total = sum(each.weight * each.figure.exact() for each in relation.operands)
    assert (total == 0) is (expected is Verdict.EXACT)


def test_what_is_called_flat_may_have_changed_by_less_than_is_printed() -> None:
    """Each change, formed from printed amounts, may be off by 100 yuan: three are, or four."""
    said = LIST.format(
        whole="比上年增加5.00万元", one="增加3.00万元", two="增加2.00万元", three="与上年持平"
    )
    here, found = sum_of(said)
    bare = Sum(found.group, found.whole, found.parts, certain=True)

    bounds = [dividing.verdict_on(here, one, one.parts).bound for one in (bare, found)]

    assert bounds == [300, 400]


def test_parts_are_at_most_their_whole() -> None:
    _, found = sum_of(
        LIST.format(whole="9.00万元", one="3.00万元", two="2.00万元", three="1.00万元")
    )

    relation = dividing.at_most(found.whole, found.parts)

    assert relation.kind is Kind.ORDER
    assert [(one.weight, str(one.figure.value)) for one in relation.operands] == [
        (1, "9.00"), (-1, "3.00"), (-1, "2.00"), (-1, "1.00"),
    ]  # fmt: skip


def test_amounts_of_further_topics_in_a_list() -> None:
    """The inner list reaches to the stop; what it holds besides its part is a part of the outer."""
    claims = context(
        "一、支出\n本年支出10.00万元，其中：会议费6.00万元，其中：场租1.00万元；培训费4.00万元。"
    ).claims
    found = {}
    for group in claims.groups:
        whole, parts = dividing.row(claims, group, ACTUAL)
        assert whole is not None
        one = Sum(group, whole, tuple(part for part in parts if part), certain=True)
        strays = dividing.strays(claims, one)
        found[claims.topics[group.whole].name] = [near.printed(stray) for stray in strays]

    assert found == {"会议费": ["4.00万元"], "本年支出": []}
