"""Number format codes: what Excel's format strings consist of."""

from __future__ import annotations

import operator
import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GENERAL = "General"
_LONGEST = 1000
_TOKEN = regex(
    r'"(?P<quoted>[^"]*)"?'
    r"|[\\!](?P<escaped>.)"
    r"|_(?P<width>.)"
    r"|\*(?P<fill>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General|G/通用格式)"
    r"|(?P<half>AM/PM|A/P|上午/下午)"
    r"|(?P<exponent>E[+-])"
    r"|(?P<date>[yYeEbB]+|[mM]+|[dD]+|[hH]+|[sS]+|[aA]{3,4}|[gG]+)"
    r"|(?P<digit>[0#?])"
    r"|(?P<sign>[.,%/@])"
    r"|(?P<other>.)",
    re.DOTALL,
)
_CONDITION = regex(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)")
_ELAPSED = regex(r"[hH]{1,9}|[mM]{1,9}|[sS]{1,9}")
_COLOUR = regex(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|黑色|蓝色|青色|绿色|洋红|红色|白色|黄色"
    r"|colou?r\s?\d{1,2}|颜色\s?\d{1,2})",
    re.IGNORECASE,
)
_CURRENCY = regex(r"\$([^-]{0,10})(?:-([0-9A-Fa-f]{1,8}))?")
_TESTS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "=": operator.eq, "<>": operator.ne,
}  # fmt: skip


class Token(Struct, frozen=True):
    """A piece of a section: ``kind`` is ``literal``, ``digit``, ``date`` and so on."""

    kind: str
    text: str


class Section(Struct, frozen=True):
    """One of the parts that semicolons separate: for positive and negative numbers, zero, text.

    ``condition`` holds the comparison and its limit, where it has one of its own; ``coloured``
    says that it sets a colour, ``han`` that its digits are Chinese (``[DBNum1]``), ``system`` that
    it is the date or time as the system writes it (``F800`` or ``F400``).
    """

    tokens: tuple[Token, ...] = ()
    condition: tuple[str, Decimal] | None = None
    coloured: bool = False
    han: bool = False
    system: str = ""

    def has(self, *kinds: str) -> bool:
        """Whether there is a piece of one of these kinds."""
        return any(token.kind in kinds for token in self.tokens)

    def holds(self, value: Decimal) -> bool:
        """Whether a number meets the section's own condition."""
        if self.condition is None:
            return False
        test, limit = self.condition
        return _TESTS[test](value, limit)


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code, at least one."""
    return tuple(map(_section, _split(code[:_LONGEST]))) or (Section(),)


def _split(code: str) -> Iterator[list[re.Match[str]]]:
    part: list[re.Match[str]] = []
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            yield part
            part = []
        else:
            part.append(match)
    yield part


def _section(matches: list[re.Match[str]]) -> Section:
    tokens: list[Token] = []
    condition: tuple[str, Decimal] | None = None
    coloured = han = False
    system = ""
    for match in matches:
        bracket = match["bracket"]
        if bracket is None:
            tokens += _token(match)
        elif found := _condition(bracket):
            condition = found
        elif _ELAPSED.fullmatch(bracket):
            tokens.append(Token("elapsed", bracket.lower()))
        elif currency := _CURRENCY.match(bracket):
            tokens += [Token("literal", currency[1])] if currency[1] else []
            system = (currency[2] or "").upper() if currency[2] in _SYSTEMS else system
        else:
            coloured = coloured or bool(_COLOUR.fullmatch(bracket))
            han = han or bracket.lower() == "dbnum1"
    return Section(tuple(tokens), condition, coloured, han, system)


_SYSTEMS = frozenset({"F800", "F400", "f800", "f400"})


def _condition(bracket: str) -> tuple[str, Decimal] | None:
    match = _CONDITION.fullmatch(bracket.strip())
    if match is None:
        return None
    try:
        return match[1], Decimal(match[2])
    except InvalidOperation:
        return None


def _token(match: re.Match[str]) -> list[Token]:
    kind, text = match.lastgroup or "other", match[match.lastgroup or 0]
    if kind == "fill":
        return []
    if kind == "width":
        return [Token("literal", " ")]
    if kind == "sign":
        return [Token(text, text)]
    if kind in ("quoted", "escaped", "other"):
        return [Token("literal", text)] if text else []
    return [Token(kind, text.lower() if kind == "date" else text)]
