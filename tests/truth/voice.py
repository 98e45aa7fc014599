"""A voice tells of a world: it chooses words, prints figures and notes how they hang together."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from truth.book import Book, Shown
from truth.money import SCALES, amount_text, rate_text, rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from random import Random

    from truth.world import Line, World

T = TypeVar("T")


@dataclass
class Voice:
    """Choices are kept in ``trace`` as ``axis=choice``, so that a failure can be blamed on one."""

    world: World
    rng: Random
    book: Book = field(default_factory=Book)
    trace: list[str] = field(default_factory=list)
    fixed: Mapping[str, str] = field(default_factory=dict)

    # ---- choices --------------------------------------------------------------------------------

    def pick(self, axis: str, options: Sequence[str]) -> str:
        """One of some words; the words are the name of the choice."""
        chosen = self.rng.choice(options)
        if self.fixed.get(axis) in options:
            chosen = self.fixed[axis]
        self.trace.append(f"{axis}={chosen}")
        return chosen

    def choose(self, axis: str, options: Mapping[str, T]) -> T:
        """One of some things by name."""
        return options[self.pick(axis, tuple(options))]

    def flip(self, axis: str, chance: float = 0.5) -> bool:
        """Whether to do something; noted only where it is done."""
        if self.rng.random() >= chance:
            return False
        self.trace.append(axis)
        return True

    def budget(self) -> tuple[str, Callable[[Line], int]]:
        """A kind of budget, and its amount; where texts must agree with a table, that table's."""
        fields = {"年初预算": "initial", "全年预算": "full", "调整预算": "full"}
        if self.world.strict:
            fields = {name: one for name, one in fields.items() if one == self.world.budget}
        fields["预算"] = self.world.budget
        name = self.pick("budget", tuple(fields))
        return name, attrgetter(fields[name])

    # ---- figures --------------------------------------------------------------------------------

    @property
    def style(self):
        return self.world.style

    @property
    def gap(self) -> str:
        return " " if self.style.gap else ""

    @property
    def year(self) -> int:
        return self.world.year

    def amount(self, fen: int) -> Shown:
        """An amount with its unit."""
        text = amount_text(fen, self.style)
        unit = self.style.unit
        return self.book.show(text, SCALES[unit], f"{self.gap}{unit}", fen=fen)

    def bare(self, fen: int) -> Shown:
        """An amount without a unit, as in a table or before a unit that others share."""
        return self.book.show(amount_text(fen, self.style), SCALES[self.style.unit], fen=fen)

    def percent(self, value: Fraction) -> Shown:
        return self.book.show(rate_text(value, self.style), 1, "%")

    def count(self, number: int, unit: str) -> Shown:
        return self.book.show(str(number), 1, f"{self.gap}{unit}")

    def seen(self, fen: int) -> int:
        """The amount that a rate is computed from: the true one or the printed one."""
        return fen if self.style.exact else rounded(fen, self.style)

    def share(self, part: Shown, whole: Shown, amounts: tuple[int, int]) -> Shown:
        """What a part is of its whole, in per cent."""
        one, all_of_it = map(self.seen, amounts)
        rate = self.percent(Fraction(100 * one, all_of_it) if all_of_it else Fraction(0))
        if all_of_it:
            self.book.ratio(rate, [(part, 1)], [(whole, 1)], "share")
        return rate

    def completion(self, now: Shown, budget: Shown, amounts: tuple[int, int]) -> Shown:
        """What an outturn is of its budget."""
        done, planned = map(self.seen, amounts)
        rate = self.percent(Fraction(100 * done, planned))
        self.book.ratio(rate, [(now, 1)], [(budget, 1)], "completion")
        return rate

    def moved(self, now: int, before: int) -> tuple[int, Fraction]:
        """The size of a change and its rate, from true or from printed amounts."""
        one, other = self.seen(now), self.seen(before)
        return abs(one - other), Fraction(100 * abs(one - other), other) if other else Fraction(0)

    def is_flat(self, line: Line) -> bool:
        return line.now == line.before
