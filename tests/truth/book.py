"""Figures as printed, and the relations that hold between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OPEN, SPLIT, CLOSE = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(f"{OPEN}(\\d+){SPLIT}([^{CLOSE}]*){CLOSE}")


class Shown(str):
    """Text of one figure, with the key by which relations name it."""

    __slots__ = ("key",)
    key: int

    def __new__(cls, text: str, key: int) -> Shown:
        """Text and key together."""
        shown = super().__new__(cls, text)
        shown.key = key
        return shown


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed; ``scale`` is what one unit of it is worth, ``fen`` what it truly is."""

    text: str
    scale: Fraction
    fen: int | None = None

    @property
    def value(self) -> Fraction:
        return Fraction(Decimal(self.text.replace(",", ""))) * self.scale

    @property
    def quantum(self) -> Fraction:
        places = len(self.text.partition(".")[2])
        return self.scale / 10**places


Figures = "Mapping[int, Figure]"
Terms = tuple[tuple[int, int], ...]


def _total(terms: Terms, figures: Mapping[int, Figure], wide: int = 1) -> tuple[Fraction, Fraction]:
    """The least and the greatest value of a sum of figures, each known to ``wide`` half units."""
    middle = sum((figures[key].value * weight for key, weight in terms), Fraction(0))
    slack = sum((figures[key].quantum * abs(weight) for key, weight in terms), Fraction(0))
    slack = slack * wide / 2
    return middle - slack, middle + slack


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum of figures is zero. Counts have no slack."""

    name: str
    terms: Terms
    exact: bool = False

    @property
    def keys(self) -> tuple[int, ...]:
        return tuple(key for key, _ in self.terms)

    def gap(self, figures: Mapping[int, Figure], wide: int = 1) -> Fraction:
        """How far the figures are from agreeing, in units of the coarsest; 0 where they agree.

        ``wide`` is 2 where figures may themselves be differences of printed ones.
        """
        low, high = _total(self.terms, figures, wide)
        if self.exact:
            low = high = (low + high) / 2
        away = max(low, -high, Fraction(0))
        return away / max(figures[key].quantum for key in self.keys)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A percentage is one sum of figures of another."""

    name: str
    rate: int
    top: Terms
    bottom: Terms

    @property
    def keys(self) -> tuple[int, ...]:
        return (self.rate, *(key for key, _ in (*self.top, *self.bottom)))

    def gap(self, figures: Mapping[int, Figure], wide: int = 1) -> Fraction:
        """How far the rate is from the nearest that it could be, in units of its last place."""
        top, bottom = _total(self.top, figures, wide), _total(self.bottom, figures, wide)
        if bottom[0] <= 0 <= bottom[1]:
            return Fraction(0)
        ends = [100 * one / two for one in top for two in bottom]
        rate = figures[self.rate]
        half = rate.quantum / 2
        away = max(min(ends) - rate.value - half, rate.value - half - max(ends), Fraction(0))
        return away / rate.quantum


@dataclass(frozen=True, slots=True)
class Order:
    """Words say that one figure is above another (``sign`` 1), below (-1) or equal (0)."""

    name: str
    one: int
    other: int
    sign: int

    @property
    def keys(self) -> tuple[int, ...]:
        return (self.one, self.other)

    def gap(self, figures: Mapping[int, Figure], wide: int = 1) -> Fraction:
        """How far the two are from standing as the words say."""
        low, high = _total(((self.one, 1), (self.other, -1)), figures, wide)
        away = max(low, -high) if self.sign == 0 else -high if self.sign > 0 else low
        return max(away, Fraction(0)) / max(figures[key].quantum for key in self.keys)


Relation = Linear | Ratio | Order


@dataclass
class Book:
    """What a text has printed so far."""

    figures: dict[int, Figure] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def show(
        self, text: str, scale: Fraction | int, after: str = "", *, fen: int | None = None
    ) -> Shown:
        """A marked figure with what follows it."""
        key = len(self.figures)
        self.figures[key] = Figure(text, Fraction(scale), fen)
        return Shown(f"{OPEN}{key}{SPLIT}{text}{CLOSE}{after}", key)

    def sums(self, total: Shown, parts: Iterable[Shown], name: str = "sum") -> None:
        terms = ((total.key, -1), *((part.key, 1) for part in parts))
        self.relations.append(Linear(name, terms))

    def counts(self, total: Shown, parts: Iterable[Shown], name: str = "count") -> None:
        terms = ((total.key, -1), *((part.key, 1) for part in parts))
        self.relations.append(Linear(name, terms, exact=True))

    def same(self, one: Shown, other: Shown, name: str = "same") -> None:
        self.relations.append(Linear(name, ((one.key, 1), (other.key, -1))))

    def ratio(
        self,
        rate: Shown,
        top: Iterable[tuple[Shown, int]],
        bottom: Iterable[tuple[Shown, int]],
        name: str,
    ) -> None:
        terms = [tuple((shown.key, weight) for shown, weight in part) for part in (top, bottom)]
        self.relations.append(Ratio(name, rate.key, terms[0], terms[1]))

    def order(self, one: Shown, other: Shown, sign: int, name: str = "order") -> None:
        self.relations.append(Order(name, one.key, other.key, sign))


def plain(text: str, figures: Mapping[int, Figure] | None = None) -> str:
    """Text without marks; ``figures`` may print others than those it was written with."""

    def printed(match: re.Match[str]) -> str:
        return figures[int(match[1])].text if figures else match[2]

    return _MARKED.sub(printed, text)


def shifted(text: str, by: int) -> str:
    """Text whose keys are moved up, to stand in a book with others."""
    return _MARKED.sub(lambda m: f"{OPEN}{int(m[1]) + by}{SPLIT}{m[2]}{CLOSE}", text)


def keys_in(text: str) -> set[int]:
    """The keys of the figures that a text prints."""
    return {int(match[1]) for match in _MARKED.finditer(text)}
