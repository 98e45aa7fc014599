"""Sides of formulas as messages show them: labels and figures, with brackets only where needed."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from msgspec.structs import replace

from jslint.figures.figure import find
from jslint.formulas import Relation, names, parse
from jslint.rules.bench.rendering import labelled, signed, valued

if TYPE_CHECKING:
    from jslint.rules.ground.conditions import Row
    from jslint.rules.ground.context import Context

LABELS = cast("Context", SimpleNamespace(labels={"a": "甲", "b": "乙", "c": "丙"}))


def side(source: str) -> tuple[Relation, Row]:
    relation = parse(f"{source} = a")
    assert isinstance(relation, Relation)
    found = {name: [] for name in names(relation)}
    return relation, cast("Row", found)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a + b + c", "甲+乙+丙"),
        ("a - b - c", "甲−乙−丙"),
        ("a - (b + c)", "甲−(乙+丙)"),
        ("a - (b - c)", "甲−(乙−丙)"),
        ("a + (b - c)", "甲+乙−丙"),
        ("(a - b) + c", "甲−乙+丙"),
        ("(a + b) * c", "(甲+乙)×丙"),
        ("(a - b) * c", "(甲−乙)×丙"),
        ("a * b + c", "甲×乙+丙"),
        ("a + b / c", "甲+乙÷丙"),
        ("a / (b * c)", "甲÷(乙×丙)"),
        ("a / (b / c)", "甲÷(乙÷丙)"),
        ("a * b / c", "甲×乙÷丙"),
        ("a / 2", "甲÷2"),
        ("0 - a", "−甲"),
        ("0 + a", "0+甲"),
        ("1 - a", "1−甲"),
        ("max(a + b, c)", "最大(甲+乙，丙)"),
    ],
)
def test_brackets_stand_where_they_change_the_value(source: str, shown: str) -> None:
    relation, row = side(source)

    assert labelled(LABELS, relation.left, row) == shown


def stated(*printed: str, key: str = "", name: str = "") -> list[object]:
    figures = [next(find(one)).figure for one in printed]
    return [SimpleNamespace(figure=figure, key=key, name=name) for figure in figures]


def one_name(*printed: str, **more: str) -> tuple[Relation, Row]:
    relation = parse("a = 1")
    assert isinstance(relation, Relation)
    return relation, cast("Row", {name: stated(*printed, **more) for name in names(relation)})


def test_an_account_is_named_where_there_is_one() -> None:
    relation, row = one_name("5.00万元", key="20501", name="教育管理事务")
    assert labelled(LABELS, relation.left, row) == "甲（20501 教育管理事务）"

    for printed in (("5.00万元", "6.00万元"), ()):
        relation, row = one_name(*printed, key="20501", name="教育管理事务")
        assert labelled(LABELS, relation.left, row) == "甲"


def test_figures_are_added_up_but_not_without_end() -> None:
    relation, row = one_name("5.00万元", "6.00万元")
    assert valued(relation.left, row) == "5.00万元+6.00万元"

    relation, row = one_name(*["1.00万元"] * 8)
    assert valued(relation.left, row) == "+".join(["1.00万元"] * 8)

    relation, row = one_name(*["1.00万元"] * 9)
    assert valued(relation.left, row) == "+".join([*["1.00万元"] * 8, "…"])

    relation, row = one_name()
    assert valued(relation.left, row) == "0"


def test_a_figure_that_words_call_a_fall_has_its_sign() -> None:
    (found,) = find("5.00万元")
    assert signed(found.figure) == "5.00万元"
    assert signed(replace(found.figure, value=Decimal(0), text="0.00万元")) == "0.00万元"
    assert signed(replace(found.figure, value=-found.figure.value)) == "−5.00万元"
    printed = replace(found.figure, value=-found.figure.value, text="-5.00万元")
    assert signed(printed) == "-5.00万元"
