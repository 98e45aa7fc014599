"""Draws the pictures of docs/numbers.md from the number model itself.

Every picture is one scale with rows below each other: what a printed figure (or a computed one) can
stand for is a bar, and behind it stands the verdict that the program gives.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from msgspec import Struct

from jslint.figures.figure import UNITS, parse_cell
from jslint.figures.interval import Interval
from jslint.figures.style import Style
from jslint.figures.verdict import half_up, linear, rate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jslint.figures.figure import Figure

_WIDTH = 760
#: Where the scale begins and ends; the words of a row stand on its left and its right.
_LEFT, _RIGHT = 190, 590
_ROW, _TOP = 40, 58
_BLUE, _GREEN, _AMBER, _RED, _INK, _FAINT = (
    *("#3f6fb5", "#2e7d4f", "#b7791f", "#b3362f", "#24292f", "#d0d7de"),
)
_TEN_THOUSAND = 10_000

#: A verdict's colour and words.
_VERDICTS = {
    "exact": (_GREEN, "相等 exact"),
    "rounding": (_GREEN, "舍入所致 rounding"),
    "tie-only": (_AMBER, "边界 tie"),
    "off-by-one": (_AMBER, "末位差一 off by one"),
    "impossible": (_RED, "不可能 impossible"),
}
_FITS = (_GREEN, "相符 fits")


class Row(Struct, frozen=True):
    """A bar with the words on its left and on its right; ``dots`` are single values on it."""

    label: str
    span: Interval
    color: str = _BLUE
    note: str = ""
    dots: tuple[Fraction, ...] = ()


class Scale(Struct, frozen=True):
    """What a picture shows: values from ``low`` to ``high`` with a tick at each ``step``."""

    title: str
    low: Decimal
    high: Decimal
    step: Decimal
    rows: tuple[Row, ...]

    def x(self, value: Fraction) -> float:
        """Where a value stands, in pixels from the left."""
        share = (value - Fraction(self.low)) / (Fraction(self.high) - Fraction(self.low))
        return round(float(_LEFT + share * (_RIGHT - _LEFT)), 1)

    @property
    def bottom(self) -> int:
        """Where the scale stands, in pixels from the top."""
        return _TOP + _ROW * len(self.rows)


def figure() -> Scale:
    """What one printed amount can stand for."""
    amount, others = _amount("12.34"), ("12.33", "12.35")
    true = tuple(Fraction(value) for value in ("12.3361", "12.34", "12.3448"))
    rows = [
        Row("印作 printed 12.34", _plain(amount), note=_ends(_plain(amount)), dots=true),
        *(Row(f"印作 printed {one}", _plain(_amount(one)), _FAINT) for one in others),
    ]
    title = "12.34 万元代表的真值 What 12.34 can stand for"
    return Scale(title, Decimal("12.32"), Decimal("12.36"), Decimal("0.01"), tuple(rows))


def total() -> Scale:
    """Two parts and three printed totals."""
    title = "12.34 + 56.79 与三个总数 A sum and three printed totals"
    rows = _sum(("12.34", "56.79"), ("69.13", "69.12", "69.11"))
    return Scale(title, Decimal("69.10"), Decimal("69.15"), Decimal("0.01"), rows)


def tie() -> Scale:
    """Three parts and a total that they reach with nothing to spare."""
    title = "5.02 + 8.11 + 3.90 与三个总数 Where two intervals only touch"
    rows = _sum(("5.02", "8.11", "3.90"), ("17.04", "17.05", "17.06"))
    return Scale(title, Decimal("17.01"), Decimal("17.07"), Decimal("0.01"), rows)


def share() -> Scale:
    """A share and three printed percentages."""
    part, whole = _amount("37.50"), _amount("240.00")
    true = (part.interval() / whole.interval()) * 100
    exact = part.exact() / whole.exact() * 100
    rows = [Row("37.50 ÷ 240.00", true, note=_ends(true, "%"))]
    for text in ("15.6", "15.7", "15.5"):
        printed = _parsed(text, "%")
        verdict = rate(printed, true, true, exact, Style().quantum).verdict
        color, words = _FITS if verdict.holds else _VERDICTS[verdict.value]
        rows.append(Row(f"印作 printed {text}%", printed.interval(), color, words))
    title = "占比的区间与三个印出的数 A share and three printed rates"
    return Scale(title, Decimal("15.40"), Decimal("15.80"), Decimal("0.05"), tuple(rows))


def _sum(parts: Sequence[str], totals: Sequence[str]) -> tuple[Row, ...]:
    """The sum of the parts, and every printed total with its verdict."""
    addends = [_amount(part) for part in parts]
    span = sum((_plain(one) for one in addends), Interval.point(0))
    rows = [Row("分项之和 the parts' sum", span, note=_ends(span))]
    for text in totals:
        printed = _amount(text)
        verdict = linear([(1, addend) for addend in addends], printed).verdict
        rows.append(Row(f"印作 printed {text}", _plain(printed), *_VERDICTS[verdict.value]))
    return tuple(rows)


def _amount(text: str) -> Figure:
    return _parsed(text, "万元")


def _parsed(text: str, unit: str) -> Figure:
    found = parse_cell(text, UNITS[unit])
    if found is None:
        raise ValueError(text)
    return found


def _plain(amount: Figure) -> Interval:
    """An amount's interval in 万元, as it is printed."""
    span = amount.interval()
    return Interval(span.low / _TEN_THOUSAND, span.high / _TEN_THOUSAND)


def _ends(span: Interval, unit: str = "") -> str:
    low, high = (half_up(end, Decimal("0.001")) for end in (span.low, span.high))
    return f"{low}{unit} … {high}{unit}"


#: The scale of every picture, by its name.
SCALES: dict[str, Callable[[], Scale]] = {
    "figure": figure,
    "sum": total,
    "tie": tie,
    "rate": share,
}


def svg(name: str) -> str:
    """A picture, drawn."""
    return "\n".join(_svg(SCALES[name]())) + "\n"


def _svg(scale: Scale) -> Iterator[str]:
    height = scale.bottom + 36
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'font-family="sans-serif" font-size="13" fill="{_INK}">'
    )
    yield f"<title>{escape(scale.title)}</title>"
    yield f'<rect width="{_WIDTH}" height="{height}" rx="6" fill="#ffffff"/>'
    yield f'<text x="16" y="26" font-size="15" font-weight="bold">{escape(scale.title)}</text>'
    yield from _ticks(scale)
    for number, row in enumerate(scale.rows):
        yield from _bar(scale, row, _TOP + _ROW * number)
    yield "</svg>"


def _ticks(scale: Scale) -> Iterator[str]:
    value = scale.low
    while value <= scale.high:
        x = scale.x(Fraction(value))
        yield f'<path d="M{x} {_TOP - 10}V{scale.bottom}" stroke="{_FAINT}"/>'
        yield f'<text x="{x}" y="{scale.bottom + 18}" font-size="11" text-anchor="middle">{value}</text>'
        value += scale.step


def _bar(scale: Scale, row: Row, top: int) -> Iterator[str]:
    left, right = scale.x(row.span.low), scale.x(row.span.high)
    middle = top + 10
    yield f'<text x="16" y="{middle + 5}">{escape(row.label)}</text>'
    # A bar narrower than two pixels would not be seen.
    width = max(2, round(right - left, 1))
    yield (
        f'<rect x="{left}" y="{top}" width="{width}" height="20" fill="{row.color}" '
        f'fill-opacity="0.35" stroke="{row.color}"/>'
    )
    yield from (
        f'<circle cx="{scale.x(dot)}" cy="{middle}" r="3.5" fill="{row.color}"/>'
        for dot in row.dots
    )
    yield f'<text x="{_RIGHT + 12}" y="{middle + 5}" fill="{row.color}">{escape(row.note)}</text>'
