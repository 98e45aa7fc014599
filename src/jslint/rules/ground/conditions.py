"""Formulas as options of rules: read with their places, their names settled, conditions decided."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint import formulas
from jslint.figures.figure import UNITS, Dimension
from jslint.formulas import Binary, Call, Expression, Logical, Name, Negated, Relation, dimensions
from jslint.formulas.values import UndefinedError, exact
from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jslint.facts import Quantity, Statement
    from jslint.phrases import Phrase
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    #: The statements that each name of a formula stands for.
    Row = Mapping[Name, tuple[Statement, ...]]

said = Family("packs").phrase


class Stated(Struct, frozen=True, dict=True):
    """A formula as a pack states it; ``node`` is where.

    ``dimension`` is what both sides of a settled relation count (see ``dimensions``).
    """

    root: Expression
    node: Scalar
    dimension: str = dimensions.ANY

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Its quantities, each once, from left to right."""
        return tuple(dict.fromkeys(formulas.names(self.root)))


def formula(node: Node) -> Stated:
    """A relation such as ``支出合计 = 基本支出 + 项目支出``, or a condition."""
    text = options.text(node)
    assert isinstance(node, Scalar)
    try:
        return Stated(formulas.parse(text), node)
    except formulas.FormulaFault as fault:
        raise options.OptionError(fault.message, node, fault.at) from fault


def listed(node: Node) -> tuple[Stated, ...]:
    """A list of formulas; a single one reads as a list of one."""
    if isinstance(node, Scalar):
        return (formula(node),)
    return tuple(formula(item) for item in options.items(node))


def settled(stated: Stated, known: Mapping[str, Quantity]) -> Stated:
    """The formula with each quantity under its name, by which a pack may call it or by its label.

    Raises ``OptionError`` for an unknown quantity, one that has a value for each account where it
    must have one, and sums of things of different kinds.
    """
    try:
        dimension = dimensions.check(
            stated.root, lambda name: dimension_of(_known(name, known, stated))
        )
        _check_keys(stated.root, known, stated)
    except formulas.FormulaFault as fault:
        raise options.OptionError(fault.message, stated.node, fault.at) from fault
    return replace(stated, root=_renamed(stated.root, known, stated), dimension=dimension)


def _known(name: Name, known: Mapping[str, Quantity], stated: Stated) -> Quantity:
    try:
        return called(name.name, known, stated.node, name.at)
    except options.OptionError as error:
        if "-" in name.name:
            error.message = said("minus", what=error.message)
        raise


def called(name: str, known: Mapping[str, Quantity], node: Node, at: int | None = None) -> Quantity:
    """The quantity of a name or, where only one has it, of a label.

    Raises ``OptionError`` at the node (and the character of it) where there is none or several.
    """
    if name in known:
        return known[name]
    labelled = [quantity for quantity in known.values() if quantity.label == name]
    if len(labelled) == 1:
        return labelled[0]
    if labelled:
        names = "、".join(quantity.name for quantity in labelled)
        raise options.OptionError(
            said("several-quantities-are", name=name, names=names),
            node,
            at,
        )
    names_and_labels = {*known, *(quantity.label for quantity in known.values())}
    raise options.unknown("quantity", name, names_and_labels, node, at)


def dimension_of(quantity: Quantity) -> str:
    """What a quantity counts, by its first statement: a table's cells and ``money`` are amounts."""
    unit = getattr(quantity.stated[0], "unit", "money") if quantity.stated else "money"
    if unit == "money":
        return dimensions.MONEY
    rates = (Dimension.RATE, Dimension.POINT)
    return dimensions.RATE if UNITS[unit].dimension in rates else dimensions.COUNT


def _check_keys(
    expression: Expression, known: Mapping[str, Quantity], stated: Stated, within: str = ""
) -> None:
    """Refuse brackets that pick nothing, or several accounts where one figure must stand."""
    if isinstance(expression, Name):
        quantity = _known(expression, known, stated)
        if expression.key and not quantity.keyed:
            raise formulas.FormulaFault(
                said("not-keyed-by", name=expression.name),
                expression.at,
            )
        if within == "sum" and quantity.keyed and not expression.key:
            raise formulas.FormulaFault(
                said("in-sum-name", name=expression.name),
                expression.at,
            )
        if expression.key[:1] in ("#", "*") and within not in ("sum", "stated"):
            # A product of sums is no sum of products, and the greatest account is not their sum.
            raise formulas.FormulaFault(
                said("stands-for-several", name=expression.name),
                expression.at,
            )
    within = expression.function if isinstance(expression, Call) else ""
    for child in formulas.model.children(expression):
        _check_keys(child, known, stated, within)


def label_of(quantity: Quantity) -> Phrase:
    """What a quantity is called to authors of packs."""
    return said("quantity-called", label=quantity.label, name=quantity.name)


def require_alike(one: Quantity, other: Quantity, node: Node) -> None:
    """Refuse to compare quantities that count different things, or one by account with one not."""
    if dimension_of(one) != dimension_of(other):
        raise options.OptionError(
            said("count-different", one=label_of(one), other=label_of(other)),
            node,
        )
    if one.keyed != other.keyed:
        keyed, plain = (one, other) if one.keyed else (other, one)
        raise options.OptionError(
            said("only-one-keyed", one=label_of(keyed), other=label_of(plain)),
            node,
        )


def is_by_account(names: Iterable[Name], known: Mapping[str, Quantity]) -> bool:
    """Whether settled names stand for another figure for each account."""
    return any(known[name.name].keyed and not name.key for name in names)


def refuse_by_account(conditions: Iterable[Stated], known: Mapping[str, Quantity]) -> None:
    """Refuse settled conditions on each account, for a rule that looks at none: they never hold."""
    for stated in conditions:
        for name in stated.names:
            if is_by_account((name,), known):
                raise options.OptionError(
                    said("keyed-by-account-and", name=name.name),
                    stated.node,
                )


def _renamed(expression: Expression, known: Mapping[str, Quantity], stated: Stated) -> Expression:
    """The expression with names that are equal wherever they stand."""
    if isinstance(expression, Name):
        return replace(expression, name=_known(expression, known, stated).name, at=0)
    if isinstance(expression, Binary | Relation | Logical):
        return replace(
            expression,
            left=_renamed(expression.left, known, stated),
            right=_renamed(expression.right, known, stated),
        )
    if isinstance(expression, Call):
        arguments = tuple(_renamed(child, known, stated) for child in expression.arguments)
        return replace(expression, arguments=arguments)
    if isinstance(expression, Negated):
        return replace(expression, inner=_renamed(expression.inner, known, stated))
    return expression


def true(expression: Expression, row: Row) -> bool | None:
    """Whether a condition holds for the figures as printed; None where one is not stated."""
    if isinstance(expression, Logical):
        sides = true(expression.left, row), true(expression.right, row)
        decisive = expression.operator == "or"
        if decisive in sides:
            return decisive
        return None if None in sides else not decisive
    if isinstance(expression, Negated):
        inner = true(expression.inner, row)
        return None if inner is None else not inner
    if isinstance(expression, Call):
        return any(row[name] for name in formulas.names(expression))
    assert isinstance(expression, Relation)
    return _compared(expression, row)


def _compared(relation: Relation, row: Row) -> bool | None:
    if any(not row[name] and not name.optional for name in formulas.names(relation)):
        return None
    figures = {name: [statement.figure for statement in found] for name, found in row.items()}
    try:
        left, right = exact(relation.left, figures), exact(relation.right, figures)
    except UndefinedError:
        return None
    return {
        "=": left == right,
        "!=": left != right,
        "<=": left <= right,
        ">=": left >= right,
        "<": left < right,
        ">": left > right,
    }[relation.operator]


def found(context: Context, name: Name, key: str = "") -> tuple[Statement, ...]:
    """The statements that a name stands for: the first of each account that its key picks.

    ``key`` is the account that is being looked at, for keyed quantities without a key of their own.
    """
    first = context.first.get(name.name, {})
    if not name.key:
        key = key if name.name in context.keyed else ""
        return (first[key],) if key in first else ()
    return tuple(statement for code, statement in first.items() if picks(name.key, code))


def picks(wanted: str, code: str) -> bool:
    """Whether a key picks an account: its code, any, or any of its level."""
    if wanted.startswith("#"):
        return len(code) == int(wanted[1:])
    return wanted in ("*", code)


def applies(
    context: Context, when: tuple[Stated, ...], unless: tuple[Stated, ...] = (), key: str = ""
) -> bool | None:
    """Whether all of ``when`` and none of ``unless`` hold; None where that cannot be decided."""
    results = [_holds(context, condition, key) for condition in when]
    for condition in unless:
        excepted = _holds(context, condition, key)
        results.append(None if excepted is None else not excepted)
    if False in results:
        return False
    return None if None in results else True


def _holds(context: Context, condition: Stated, key: str) -> bool | None:
    row = {name: found(context, name, key) for name in condition.names}
    return true(condition.root, row)
