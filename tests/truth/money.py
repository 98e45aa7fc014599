"""Amounts in whole fen, printed as reports print them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

SCALES = {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}


@dataclass(frozen=True, slots=True)
class Style:
    """How one report prints its figures.

    ``strip`` drops zeros after the point, ``commas`` separates thousands, ``gap`` puts a blank
    between a figure and its unit. ``exact`` says that rates and changes are computed from the true
    amounts, not from the printed ones.
    """

    unit: str = "万元"
    places: int = 2
    strip: bool = False
    commas: bool = False
    gap: bool = False
    rate_places: int = 2
    rate_strip: bool = False
    exact: bool = True

    @property
    def quantum(self) -> int:
        """The fen that one unit of the last place printed stands for."""
        return SCALES[self.unit] // 10**self.places


def half_up(value: Fraction) -> int:
    """The nearest whole number; halves go away from zero."""
    sign = -1 if value < 0 else 1
    return sign * int(abs(value) + Fraction(1, 2))


def rounded(fen: int, style: Style) -> int:
    """An amount as it is printed, in fen."""
    return half_up(Fraction(fen, style.quantum)) * style.quantum


def digits(units: int, places: int, *, strip: bool = False, commas: bool = False) -> str:
    """Whole units of the last place as a decimal number."""
    whole, rest = divmod(abs(units), 10**places)
    text = f"{whole:,}" if commas else str(whole)
    if places:
        text += f".{rest:0{places}d}"
    if strip and places:
        text = text.rstrip("0").rstrip(".")
    return f"-{text}" if units < 0 else text


def amount_text(fen: int, style: Style) -> str:
    """An amount without its unit."""
    units = half_up(Fraction(fen, style.quantum))
    return digits(units, style.places, strip=style.strip, commas=style.commas)


def rate_text(value: Fraction, style: Style) -> str:
    """A percentage without its sign of per cent; ``value`` is the ratio times 100."""
    units = half_up(value * 10**style.rate_places)
    return digits(units, style.rate_places, strip=style.rate_strip)
