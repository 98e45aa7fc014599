"""The order that people expect of names: 2 before 10, 第二 before 第十."""

from __future__ import annotations

from jslint.figures.figure import fold
from jslint.patterns import regex

_NUMBER = regex(r"(\d{1,18}|(?<=第)[一二三四五六七八九十百]+)")
_DIGITS = {digit: at for at, digit in enumerate("一二三四五六七八九", 1)}
_TENS = {"十": 10, "百": 100}


def natural(name: str) -> list[tuple[int, str]]:
    """What sorts names so."""
    parts = _NUMBER.split(fold(name))
    return [(_value(part), "") if at % 2 else (0, part) for at, part in enumerate(parts)]


def _value(number: str) -> int:
    """A number in digits, or one below a thousand in Chinese."""
    if number.isdigit():
        return int(number)
    whole = digit = 0
    for sign in number:
        if sign in _TENS:
            whole, digit = whole + (digit or 1) * _TENS[sign], 0
        else:
            digit = _DIGITS[sign]
    return whole + digit
