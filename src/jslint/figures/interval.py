"""Closed intervals of exact rationals: what a rounded figure can stand for."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct


class Interval(Struct, frozen=True):
    """All values from ``low`` to ``high``, both included; ``low <= high``."""

    low: Fraction
    high: Fraction

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        """The interval that holds one value."""
        return cls(Fraction(value), Fraction(value))

    @property
    def middle(self) -> Fraction:
        """The value halfway."""
        return (self.low + self.high) / 2

    def __add__(self, other: Interval) -> Interval:
        """Every sum of a value here and one there."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        """Every difference of a value here and one there."""
        return Interval(self.low - other.high, self.high - other.low)

    def __neg__(self) -> Interval:
        """The mirror image."""
        return Interval(-self.high, -self.low)

    def __truediv__(self, other: Interval) -> Interval:
        """Every quotient; ``ZeroDivisionError`` where the divisor can be zero."""
        if 0 in other:
            raise ZeroDivisionError("the divisor's interval holds zero")
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __mul__(self, factor: int) -> Interval:
        """Every value times a non-negative whole factor."""
        return Interval(self.low * factor, self.high * factor)

    def __contains__(self, value: object) -> bool:
        """Whether a value lies inside, ends included."""
        return isinstance(value, int | Fraction) and self.low <= value <= self.high

    def meets(self, other: Interval) -> bool:
        """Whether the two have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Fraction) -> Interval:
        """The interval with ``by`` (not negative) added at both ends."""
        return Interval(self.low - by, self.high + by)
