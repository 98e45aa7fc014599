"""A side of a formula as a message shows it: with the quantities' labels, or with their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formulas import Binary, Call, Name, Number
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from jslint.figures.figure import Figure
    from jslint.formulas import Expression
    from jslint.rules.ground.conditions import Row
    from jslint.rules.ground.context import Context

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}
_FUNCTIONS = {"sum": "合计", "min": "最小", "max": "最大", "abs": "绝对值"}
#: A message lists at most this many figures of a sum over accounts.
_LISTED = 8


def labelled(context: Context, expression: Expression, row: Row) -> str:
    """The expression in the quantities' labels, with the account of a keyed one."""

    def label(name: Name) -> str:
        text = context.labels.get(name.name, name.name)
        found = row[name]
        if len(found) == 1 and found[0].key:
            return f"{text}（{found[0].key} {found[0].name}）"
        return text

    return _written(expression, label)


def valued(expression: Expression, row: Row) -> str:
    """The expression in the figures as printed."""

    def value(name: Name) -> str:
        found = [signed(statement.figure) for statement in row[name]]
        if len(found) > _LISTED:
            found = [*found[:_LISTED], "…"]
        return "+".join(found) or "0"

    return _written(expression, value)


def signed(figure: Figure) -> str:
    """A figure as printed, with a minus where words beside it say that it fell."""
    text = words.printed(figure)
    return f"−{text}" if figure.value < 0 and text[0].isdigit() else text


def _written(expression: Expression, name: Callable[[Name], str], least: int = 0) -> str:
    if isinstance(expression, Name):
        return name(expression)
    if isinstance(expression, Number):
        return expression.text
    if isinstance(expression, Call):
        inner = "，".join(_written(argument, name) for argument in expression.arguments)
        return f"{_FUNCTIONS[expression.function]}({inner})"
    assert isinstance(expression, Binary)
    binds = _BINDS[expression.operator]
    left = _written(expression.left, name, binds)
    right = _written(expression.right, name, binds + (expression.operator in "-/"))
    sign = _SIGNS[expression.operator]
    if isinstance(expression.left, Number) and not expression.left.value and sign == "−":
        return f"−{right}"
    text = f"{left}{sign}{right}"
    return f"({text})" if binds < least else text
