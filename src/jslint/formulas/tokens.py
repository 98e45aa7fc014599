"""A formula's text to tokens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jslint.formulas.model import FormulaFault
from jslint.patterns import regex
from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Iterator

said = Family("packs").phrase

#: One token for each way of writing it; the words need blanks around them.
SYMBOLS = {
    "+": "+", "＋": "+", "-": "-", "−": "-", "－": "-", "–": "-",
    "*": "*", "×": "*", "＊": "*", "/": "/", "÷": "/", "／": "/",
    "=": "=", "＝": "=", "==": "=", "!=": "!=", "≠": "!=",
    "<=": "<=", "≤": "<=", "≦": "<=", ">=": ">=", "≥": ">=", "≧": ">=",
    "<": "<", "＜": "<", ">": ">", "＞": ">",
    "(": "(", "（": "(", ")": ")", "）": ")", ",": ",", "，": ",", "、": ",",
    "[": "[", "［": "[", "]": "]", "］": "]", "?": "?", "？": "?",
}  # fmt: skip
WORDS = {
    "加": "+", "减": "-", "乘": "*", "除以": "/",
    "等于": "=", "不等于": "!=", "不超过": "<=", "不大于": "<=", "不少于": ">=", "不小于": ">=",
    "小于": "<", "少于": "<", "大于": ">", "超过": ">",
    "equals": "=", "at-most": "<=", "at-least": ">=", "below": "<", "above": ">",
    "且": "and", "并且": "and", "and": "and", "或": "or", "或者": "or", "or": "or",
    "非": "not", "not": "not",
}  # fmt: skip
NUMBER, NAME, END = "number", "name", "end"

_SYMBOL = re.escape("".join(symbol for symbol in SYMBOLS if len(symbol) == 1))
_TOKEN = regex(
    r"(?P<blank>\s+)"
    r"|(?P<number>(?:[1-9]\d?\d?(?:[,，]\d\d\d)+(?!\d)|\d+)(?:\.\d+)?(?P<unit>亿元|万元|千元|元|%|％)?)(?![\w.])"
    r"|「(?P<corner>[^「」]+)」"
    r'|"(?P<quote>[^"]+)"'
    # A hyphen joins the words of an English name.
    r"|(?P<name>(?:[^\W\d]|“)(?:[\w.“”]|(?<=[A-Za-z0-9_])-(?=[A-Za-z_]))*)"
    rf"|(?P<symbol>==|!=|<=|>=|[{_SYMBOL}])"
)


class Token(NamedTuple):
    """A symbol, word, name or number: what it is, its text, and where it begins."""

    kind: str
    text: str
    at: int
    unit: str = ""


def tokens(text: str) -> Iterator[Token]:
    """Read a formula's tokens, ``END`` last; ``FormulaFault`` at a character that begins none."""
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _strange(text, at)
        if not match["blank"]:
            yield _token(match, at)
        at = match.end()
    yield Token(END, "", len(text))


def _token(match: re.Match[str], at: int) -> Token:
    if match["number"]:
        unit = match["unit"] or ""
        digits = match["number"].removesuffix(unit)
        return Token(NUMBER, digits.replace("，", ","), at, unit)
    if match["symbol"]:
        return Token(SYMBOLS[match["symbol"]], match["symbol"], at)
    quoted = match["corner"] or match["quote"]
    if quoted:
        return Token(NAME, quoted, at)
    name = match["name"]
    return Token(WORDS.get(name, NAME), name, at)


def _strange(text: str, at: int) -> FormulaFault:
    shown = text[at]
    if shown in '「"':
        return FormulaFault(said("quoted-name-does"), at)
    if shown.isdigit():
        return FormulaFault(
            said("not-number-put"),
            at,
        )
    return FormulaFault(
        said("has-no-meaning", shown=shown),
        at,
    )
