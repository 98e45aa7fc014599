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
from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Callable

said = Family("packs").phrase

MONEY, COUNT, RATE, ANY = "money", "count", "rate", ""


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
            one, other = (said(f"dimension-{name}") for name in (named[0], part))
            raise FormulaFault(said("unlike", one=one, other=other), expression.at)
    if MONEY in named:
        _require_unit(expression)
    return named[0] if named else ANY


def _require_unit(expression: Expression) -> None:
    """Refuse a number without a unit beside money: yuan, 万元 or 亿元 would be a guess."""
    for child in children(expression):
        if isinstance(child, Number) and child.value and not child.money:
            raise FormulaFault(said("unit-of-money", number=child.text), child.at)


def _product(left: str, right: str, expression: Expression) -> str:
    if left == right == MONEY:
        raise FormulaFault(said("two-sums-money"), expression.at)
    if MONEY in (left, right):
        return MONEY
    return COUNT if COUNT in (left, right) else left or right


def _quotient(left: str, right: str, expression: Expression) -> str:
    if right == MONEY and left not in (MONEY, ANY):
        raise FormulaFault(said("count-or-rate"), expression.at)
    if left == right and left != ANY:
        return RATE
    return left
