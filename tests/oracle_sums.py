"""Random printed sums, and what Arelle's Calculations 1.1 says of them: an oracle for ``figures``.

Arelle turns each fact into the interval of values that round to it (``rangeValue``), adds the
intervals by their weights and finds fault where sum and total have none in common; ``roundValue``
rounds as facts are rounded. Both are called as they are; the adding up is that of
``ValidateXbrlCalcs``, written here again, since there it hangs on facts of a loaded instance.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from random import Random
from typing import Any

from jslint.figures.figure import UNITS, Figure, Unit, parse_cell
from jslint.figures.verdict import Verdict, half_up, linear

#: Units with the decimals that are printed with them; rates are in percent.
MONEY = (("元", 1), ("万元", 4), ("百万元", 4), ("亿元", 4))
RATES = (("%", 3), ("‰", 2))
#: A count, and the forms' word for "none", are not rounded.
EXACT = "INF"


def arelle() -> Any:
    """Arelle's module, ready for use; raise ``ImportError`` where it is not installed."""
    calcs = import_module("arelle.ValidateXbrlCalcs")
    calcs.init()
    return calcs


@dataclass(frozen=True, slots=True)
class Sum:
    """Printed parts with their weights, the printed total, and how they came about.

    ``clean`` names the rounding where every figure is the rounding of a true one and those add up.
    """

    parts: tuple[tuple[int, str, Unit], ...]
    total: tuple[str, Unit]
    clean: str

    def figures(self) -> tuple[list[tuple[int, Figure]], Figure]:
        """What jslint reads in the printed cells."""
        return [(w, read(text, unit)) for w, text, unit in self.parts], read(*self.total)


def read(text: str, unit: Unit) -> Figure:
    """A printed cell as jslint reads it."""
    figure = parse_cell(text, unit)
    assert figure is not None, text
    return figure


def yuan(text: str, unit: Unit) -> Decimal:
    """A printed cell's value in yuan or percent, read without jslint."""
    plain = text.replace(",", "")
    plain = f"-{plain[1:-1]}" if plain.startswith("(") else plain
    return Decimal(plain) * unit.scale


def decimals(text: str, unit: Unit) -> int | str:
    """The attribute of an XBRL fact that says to which place the cell is rounded."""
    if unit.name in ("个", "人") or (text == "0" and unit.name not in ("%", "‰")):
        return EXACT
    printed = len(text.strip("()").partition(".")[2])
    return printed - unit.scale.adjusted()


# ---- what is drawn -------------------------------------------------------------------------------


def drawn(random: Random, rounder: Any) -> Sum:
    """A sum of up to twelve parts; half are clean, and half of those are then put out a little."""
    family = random.choice((MONEY, MONEY, MONEY, RATES, (("个", 0),)))
    mixed = random.random() < 0.25
    base = random.choice(family)
    forms = [random.choice(family) if mixed else base for _ in range(random.randint(1, 12))]
    places = [random.randint(0, most) if mixed else most for _, most in forms]
    if not mixed:
        places = [random.randint(0, base[1])] * len(forms)
    weights = [random.choice((1, 1, 1, 1, -1, 2 if mixed else 1)) for _ in forms]
    size = 10 ** random.randint(1, 9)
    fen = [random.randint(-size // 4, size) if random.random() < 0.95 else 0 for _ in forms]
    how = random.choice(("half-even", "half-up", "wild", "put out"))
    parts = []
    for weight, (name, _), place, true in zip(weights, forms, places, fen, strict=True):
        parts.append(
            (weight, _printed(random, true, UNITS[name], place, how, rounder), UNITS[name])
        )
    unit, place = UNITS[forms[0][0]], places[0]
    true = sum(weight * one for weight, one in zip(weights, fen, strict=True))
    if how == "wild":
        true += random.randint(-size, size)
    if how == "put out":
        true += int(random.choice((-3, -2, -1, 1, 2, 3)) * 100 * unit.scale / 10**place)
    return Sum(tuple(parts), (_printed(random, true, unit, place, how, rounder), unit), how)


def _printed(random: Random, fen: int, unit: Unit, place: int, how: str, rounder: Any) -> str:
    """A true value, in hundredths of a yuan or of a percent, as a cell prints it."""
    if unit.name == "个":
        return str(fen)
    value = Decimal(fen) / 100 / unit.scale
    if how == "half-up":
        value = half_up(Fraction(value), Decimal(1).scaleb(-place))
    elif value:
        value = rounder(value, decimals=place)
    if fen and not value and not place:  # a bare 0 says that there is nothing
        return _printed(random, fen, unit, 1, how, rounder)
    text = format(value.quantize(Decimal(1).scaleb(-place)), "f")
    text = text.removeprefix("-") if not Decimal(text) else text
    if place and text != "0":
        text = format(Decimal(text), ",f") if random.random() < 0.3 else text
    return f"({text[1:]})" if text.startswith("-") and random.random() < 0.3 else text


# ---- what the oracle says ------------------------------------------------------------------------


def ranged(calcs: Any, text: str, unit: Unit) -> tuple[Decimal, Decimal]:
    """The ends of the values that a cell can stand for, by Arelle; both belong to it."""
    low, high, has_low, has_high = calcs.rangeValue(yuan(text, unit), decimals(text, unit))
    assert has_low and has_high
    return low, high


def gap(calcs: Any, one: Sum) -> Decimal:
    """How far the total's interval is from that of the sum: 0 where they touch, below they overlap."""
    lows = highs = Decimal(0)
    for weight, text, unit in one.parts:
        low, high = (end * weight for end in ranged(calcs, text, unit))
        lows, highs = lows + min(low, high), highs + max(low, high)
    low, high = ranged(calcs, *one.total)
    return max(low - highs, lows - high)


def expected(calcs: Any, one: Sum) -> set[Verdict]:
    """The verdicts that go with what Arelle says.

    It takes intervals that only touch as consistent. The number model does not where there is but
    one part, which then states the same quantity in the same place; see numbers.md, 3.
    """
    apart = gap(calcs, one)
    if apart > 0:
        return {Verdict.IMPOSSIBLE}
    exact = sum(weight * yuan(text, unit) for weight, text, unit in one.parts) == yuan(*one.total)
    if exact:
        return {Verdict.EXACT}
    if apart < 0:
        return {Verdict.ROUNDING, Verdict.IMPROBABLE}
    addends = sum(text != "0" or unit.name in ("%", "‰") for _, text, unit in one.parts)
    return {Verdict.IMPOSSIBLE} if addends <= 1 else {Verdict.TIE_ONLY}


def objections(calcs: Any, one: Sum) -> list[str]:
    """What jslint says otherwise than the oracle, or than a clean sum allows; with the verdict."""
    parts, total = one.figures()
    found = linear(parts, total)
    said = []
    for figure, (text, unit) in zip(
        (*(part for _, part in parts), total),
        (*(part[1:] for part in one.parts), one.total),
        strict=True,
    ):
        span = figure.interval()
        if (span.low, span.high) != tuple(map(Fraction, ranged(calcs, text, unit))):
            said.append(f"interval of {text}{unit.name}: {span.low}, {span.high}")
    if found.verdict not in expected(calcs, one):
        said.append(f"verdict {found.verdict.value}, gap {gap(calcs, one)}")
    if one.clean.startswith("half") and found.verdict is Verdict.IMPOSSIBLE:
        said.append("a clean sum is called impossible")
    return said
