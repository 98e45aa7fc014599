"""A formula as data, and what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from jslint.phrases import Phrase


class FormulaFault(Exception):  # noqa: N818 - a fault of a pack, reported at its place
    """A formula is not well formed; ``at`` is the character of its text where that shows."""

    def __init__(self, message: Phrase, at: int) -> None:
        """Say it, and keep the place."""
        self.message, self.at = message, at
        super().__init__(message.said("zh"))


class Expression(Struct, frozen=True):
    """A part of a formula; ``at`` is where it begins in the text."""

    at: int


class Number(Expression, frozen=True):
    """A literal number: ``value`` in yuan where ``money``, else as it is (5% is 0.05).

    ``text`` is how the formula writes it.
    """

    value: Decimal
    money: bool = False
    text: str = ""


class Name(Expression, frozen=True):
    """A quantity: ``key`` picks accounts of a keyed one, ``optional`` says that it may be missing.

    A key is a code, ``*`` for all accounts, or the number of digits of a level (``#3`` is 类).
    """

    name: str
    key: str = ""
    optional: bool = False


class Binary(Expression, frozen=True):
    """``left operator right`` with one of ``+ - * /``."""

    operator: str
    left: Expression
    right: Expression


class Call(Expression, frozen=True):
    """A function of expressions: ``sum``, ``min``, ``max``, ``abs`` or ``stated``."""

    function: str
    arguments: tuple[Expression, ...]


class Relation(Expression, frozen=True):
    """``left operator right`` with one of ``= != <= >= < >``."""

    operator: str
    left: Expression
    right: Expression


class Logical(Expression, frozen=True):
    """``left and right`` or ``left or right``."""

    operator: str
    left: Expression
    right: Expression


class Negated(Expression, frozen=True):
    """``not inner``."""

    inner: Expression


def children(expression: Expression) -> tuple[Expression, ...]:
    """The parts that an expression is made of."""
    if isinstance(expression, Binary | Relation | Logical):
        return expression.left, expression.right
    if isinstance(expression, Call):
        return expression.arguments
    return (expression.inner,) if isinstance(expression, Negated) else ()


def names(expression: Expression) -> Iterator[Name]:
    """Every quantity of an expression, from left to right."""
    if isinstance(expression, Name):
        yield expression
    for child in children(expression):
        yield from names(child)
