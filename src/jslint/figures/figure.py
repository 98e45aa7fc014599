"""A printed number, and how to find and read the numbers of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from jslint.figures.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator


class Dimension(Enum):
    """What a number measures."""

    AMOUNT = "amount"
    RATE = "rate"
    POINT = "point"
    COUNT = "count"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as printed; ``scale`` turns its numbers into yuan, or for other dimensions is 1."""

    name: str
    dimension: Dimension
    scale: Decimal = Decimal(1)


BARE = Unit("", Dimension.BARE)
_AMOUNTS = {
    "亿元": "100000000",
    "百万元": "1000000",
    "万元": "10000",
    "千元": "1000",
    "元": "1",
    "万": "10000",
}
_COUNTS = (
    "人次 批次 台（套） 台(套) 台/套 台套 平方米 个 人 次 批 辆 台 套 家 名 项 户 件 分 天 间 "
    "条 场 期 篇 份 只 艘 架 处 座 宗 起 位 所 类 种 公里 亩 人天"
).split()
UNITS: dict[str, Unit] = {
    **{name: Unit(name, Dimension.AMOUNT, Decimal(scale)) for name, scale in _AMOUNTS.items()},
    **{name: Unit(name, Dimension.POINT) for name in ("个百分点", "百分点")},
    **{name: Unit(name, Dimension.RATE) for name in ("%", "‰")},
    **{name: Unit(name, Dimension.COUNT) for name in _COUNTS},
}

# One character for one character, so that offsets stay those of the source.
_FOLD = str.maketrans(
    "０１２３４５６７８９．％－−﹣–（）\u00a0\u2002\u2003\u2009\u3000",
    "0123456789.%----()     ",
)

_NUMBER = (
    r"(?P<sign>-|负)?\s?"
    r"(?P<digits>\d{1,3}(?:[,，]\s?\d{3})+(?=\s?\.\d|[^\d,，])|\d{1,3}(?:\s\d{3})+(?=\.\d)|\d+)"
    r"(?P<decimals>\s?\.\s?\d+)?"
)
_UNIT_NAMES = sorted(UNITS, key=len, reverse=True)
_FIGURE = re.compile(
    r"(?<![\d.A-Za-z〔])" + _NUMBER + r"\s{0,2}(?P<unit>"
    + "|".join(re.escape(name.translate(_FOLD)) for name in _UNIT_NAMES if name != "万")
    + r"|万(?=[\s(,，。；;、)]|$))?"
)
_BY_FOLDED = {name.translate(_FOLD): unit for name, unit in UNITS.items()}
_DATE = re.compile(r"\s{0,2}(?:年|月|日|号|时|点|世纪|周|个月)")
_JOINS = frozenset("〕])-/~〜至") | {"号"}
_CELL = re.compile(rf"(?P<open>\()?\s*{_NUMBER}\s*(?P<percent>%)?\s*(?P<close>\))?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed.

    ``value`` is signed and counted in ``unit``; ``quantum`` is one unit of its last printed place
    (0.01 for ``7.20``, 0.1 for ``7.2``); ``text`` is the number with its unit, as it stands.
    """

    value: Decimal
    quantum: Decimal
    unit: Unit
    text: str

    @property
    def is_hard_zero(self) -> bool:
        """Whether this is a zero without decimals: the forms' word for "none", not a rounding."""
        return self.value == 0 and self.quantum == 1

    def interval(self, quantum: Decimal | None = None) -> Interval:
        """The true values, in yuan for amounts, that print so (model N of the number model).

        ``quantum`` overrides the printed one, for documents that drop trailing zeros.
        """
        if self.is_hard_zero:
            return Interval.point(0)
        scale = Fraction(self.unit.scale)
        half = Fraction(self.quantum if quantum is None else quantum) / 2
        value = Fraction(self.value)
        return Interval((value - half) * scale, (value + half) * scale)

    def exact(self) -> Fraction:
        """The printed value itself, in yuan for amounts."""
        return Fraction(self.value) * Fraction(self.unit.scale)

    def plain(self) -> str:
        """The number without its unit, separators or spaces, as printed otherwise."""
        return format(self.value, "f")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure and its place in the text: ``start`` to ``end``, unit included."""

    figure: Figure
    start: int
    end: int


def fold(text: str) -> str:
    """Replace full-width digits, signs, brackets and spaces, keeping every offset."""
    return text.translate(_FOLD)


def find(text: str) -> Iterator[Found]:
    """Yield the numbers of a text in order, dates, document numbers and identifiers left out.

    A number without a unit is yielded with the unit ``BARE``.
    """
    folded = fold(text)
    for match in _FIGURE.finditer(folded):
        if _is_no_quantity(folded, match):
            continue
        start = match.start("digits")
        if match["sign"] and not _is_hyphen(folded, match.start()):
            start = match.start()
        unit = _BY_FOLDED[match["unit"]] if match["unit"] else BARE
        end = match.end("unit") if match["unit"] else match.end("decimals") if match["decimals"] else match.end("digits")
        yield Found(_figure(match, unit, text[start:end], negative=start < match.start("digits")), start, end)


def parse_cell(text: str, unit: Unit = BARE) -> Figure | None:
    """Read a table cell that holds nothing but a number; None where it holds anything else.

    Brackets round a number make it negative, as bookkeepers print it; ``%`` overrides ``unit``.
    """
    match = _CELL.fullmatch(fold(text).strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    negative = bool(match["sign"]) or bool(match["open"])
    return _figure(match, UNITS["%"] if match["percent"] else unit, text.strip(), negative=negative)


def _figure(match: re.Match[str], unit: Unit, text: str, *, negative: bool) -> Figure:
    decimals = (match["decimals"] or "").replace(" ", "")
    digits = re.sub(r"[,，\s]", "", match["digits"])
    value = Decimal(digits + decimals)
    quantum = Decimal(1).scaleb(-max(0, len(decimals) - 1))
    return Figure(-value if negative else value, quantum, unit, text)


def _is_hyphen(folded: str, at: int) -> bool:
    """Whether the sign at this offset joins two numbers or words (2020-2024, A-3)."""
    return at > 0 and (folded[at - 1].isalnum() and folded[at] == "-")


def _is_no_quantity(folded: str, match: re.Match[str]) -> bool:
    """Whether the number is a date, a duration, an ordinal or part of an identifier."""
    number_end = match.end("decimals") if match["decimals"] else match.end("digits")
    if _DATE.match(folded, number_end):
        return True
    if match["unit"]:
        return False
    after = folded[match.end() : match.end() + 1]
    before = folded[: match.start()].rstrip()[-1:]
    return before == "第" or after in _JOINS or (after.isascii() and after.isalpha())
