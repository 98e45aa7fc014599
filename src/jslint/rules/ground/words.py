"""Numbers and explanations as messages show them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from jslint.figures.verdict import half_up
from jslint.phrases import Family, Joined, mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.figures.figure import Figure
    from jslint.phrases import Phrase, Told

_note = Family("notes")

_why = Family("reasons")

outcome = Family("outcomes")


def word(name: str) -> Phrase:
    """A comparison word: ``above``, ``equal`` or ``below``."""
    return outcome.phrase(name)


def notes(names: Iterable[str], **values: object) -> Told:
    """Explanations in brackets, or nothing: ``（像是截断而非四舍五入）``."""
    found = tuple(_note.phrase(name, **values) for name in names)
    return bracketed(Joined("semicolon", found)) if found else ""


def bracketed(what: Told) -> Told:
    """Words in the language's brackets, as they follow what they are about; nothing for none."""
    return mark.phrase("bracketed", words=what) if what else ""


def printed(figure: Figure) -> str:
    """A figure as printed, without the spaces and soft breaks inside."""
    return "".join(figure.text.split())


def amount(value: Fraction, like: Figure, places: int = 2) -> str:
    """A value (in yuan for amounts) in the unit of a figure, to its places or the given ones.

    Thousands are separated where the figure shows that it separates them.
    """
    number = _number(value, like, places)
    return f"{_separated(number) if is_separated(like) else number}{like.unit.name}"


def _number(value: Fraction, like: Figure, places: int = 2) -> str:
    scaled = value / Fraction(like.unit.scale)
    quantum = min(like.quantum, Decimal(1).scaleb(-places)) if like.quantum < 1 else Decimal(1)
    if (scaled / Fraction(quantum)).denominator != 1:
        quantum = quantum.scaleb(-3)
    return _trim(half_up(scaled, quantum), like.quantum)


def _separated(number: str) -> str:
    whole, point, decimals = number.partition(".")
    whole = f"{int(whole):,}" if whole.lstrip("-") != "0" else whole
    return f"{whole}{point}{decimals}"


#: From here on a number shows whether it is printed with separators.
_SEPARATED = 1000


def is_separated(figure: Figure) -> bool:
    """Whether a figure is printed with separators of thousands."""
    return "," in figure.text or "，" in figure.text


def replacing(value: Fraction, like: Figure, alike: Iterable[Figure] = ()) -> str:
    """A value as it can be pasted over a figure: bare where that is bare, separated as it is.

    A figure below a thousand does not show its separators; those of its kind, ``alike``, do.
    """
    models = (like,) if abs(like.value) >= _SEPARATED else (like, *alike)
    number = _number(value, like)
    number = _separated(number) if any(map(is_separated, models)) else number
    named = "".join(like.text.split()).endswith(like.unit.name)
    return f"{number}{like.unit.name if named else ''}"


def percent(value: Fraction, like: Figure) -> str:
    """A rate in percent with enough digits to see how it rounds."""
    return f"{_trim(half_up(value, like.quantum.scaleb(-3)), like.quantum)}%"


def hundredths(value: Fraction) -> str:
    """A percentage to two decimals, half-up."""
    return f"{half_up(value, Decimal('0.01'))}%"


def _trim(value: Decimal, quantum: Decimal) -> str:
    """Drop trailing zeros beyond the places of ``quantum``."""
    shortest = value.normalize()
    exponent, fewest = shortest.as_tuple().exponent, quantum.as_tuple().exponent
    assert isinstance(exponent, int)
    assert isinstance(fewest, int)
    # Formatting, unlike quantize, takes numbers of any length.
    return format(shortest, f".{max(0, -min(exponent, fewest))}f")


def tail(excerpt: str, size: int = 24) -> str:
    """The end of an excerpt, on one line."""
    shown = "".join(excerpt.split())
    return shown if len(shown) <= size else f"…{shown[-size:]}"


def reason(name: str, what: str = "", **values: object) -> Told:
    """Why a rule was not applied, and to what."""
    why = _why.phrase(name, **values)
    return Joined("colon", (what, why)) if what else why
