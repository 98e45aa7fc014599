"""What a formula counts: money, things, or a rate; sums and comparisons need one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formulas.model import (
    Binary,
    Call,
    Expression,
    FormulaFault,
    Name,
    Number,
    Relation,
    children,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MONEY, COUNT, RATE, ANY = "money", "count", "rate", ""
_SHOWN = {MONEY: ("金额", "money"), COUNT: ("数量", "a count"), RATE: ("比率", "a rate")}


def check(expression: Expression, of: Callable[[Name], str]) -> str:
    """The dimension of an expression, ``of`` giving that of a name.

    A bare number fits any but money, of which only 0 needs no unit. Raises ``FormulaFault`` where
    money is added to or compared with what is not money.
    """
    if isinstance(expression, Name):
        return of(expression)
    if isinstance(expression, Number):
        return MONEY if expression.money else ANY
    parts = [check(child, of) for child in children(expression)]
    if isinstance(expression, Binary) and expression.operator == "*":
        return _product(parts[0], parts[1], expression)
    if isinstance(expression, Binary) and expression.operator == "/":
        return _quotient(parts[0], parts[1], expression)
    if isinstance(expression, Binary | Relation | Call):
        return _alike(parts, expression)
    return ANY


def _alike(parts: list[str], expression: Expression) -> str:
    named = [part for part in parts if part != ANY]
    for part in named[1:]:
        if part != named[0]:
            (one, first), (other, second) = _SHOWN[named[0]], _SHOWN[part]
            raise FormulaFault(
                f"{one}与{other}不能相加减或比较",
                f"{first} and {second} cannot be added or compared",
                expression.at,
            )
    if MONEY in named:
        _require_unit(expression)
    return named[0] if named else ANY


def _require_unit(expression: Expression) -> None:
    """Refuse a number without a unit beside money: yuan, 万元 or 亿元 would be a guess."""
    for child in children(expression):
        if isinstance(child, Number) and child.value and not child.money:
            raise FormulaFault(
                f"金额要写单位，如 {child.text}万元",
                f"an amount has a unit, as in {child.text}万元",
                child.at,
            )


def _product(left: str, right: str, expression: Expression) -> str:
    if left == right == MONEY:
        raise FormulaFault(
            "两个金额不能相乘", "two sums of money cannot be multiplied", expression.at
        )
    if MONEY in (left, right):
        return MONEY
    return COUNT if COUNT in (left, right) else left or right


def _quotient(left: str, right: str, expression: Expression) -> str:
    if right == MONEY and left not in (MONEY, ANY):
        raise FormulaFault(
            "不能用金额去除数量或比率", "a count or rate cannot be divided by money", expression.at
        )
    if left == right and left != ANY:
        return RATE
    return left
