"""What an unquoted scalar means: nothing, true or false, a number, or a text."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias

from jslint.patterns import regex

if TYPE_CHECKING:
    from jslint.tree import Scalar

Value: TypeAlias = "str | int | Decimal | bool | None"

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
BOOLEANS = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMBER = regex(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_LARGEST = 15


def resolve(scalar: Scalar) -> Value:
    """The value of a scalar in YAML's core schema; 2024.0 is the whole number 2024."""
    text = scalar.value
    if not scalar.plain:
        return text
    if text in NULLS:
        return None
    if text in BOOLEANS:
        return BOOLEANS[text]
    return _number(text) if _NUMBER.fullmatch(text) else text


def _number(text: str) -> int | Decimal:
    """A whole number as ``int``; one too large for that stays a ``Decimal``, at worst infinite."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return Decimal("Infinity")
    if value.is_zero():
        return 0
    if value.adjusted() > _LARGEST or value.adjusted() < 0 or value % 1:
        return value
    return int(value)
