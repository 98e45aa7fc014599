"""How long each step of checking a report takes, and each rule."""

from __future__ import annotations

from time import perf_counter_ns
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stopwatch(Struct):
    """The nanoseconds of steps and of rules, by name; ``since`` is when the last one was over."""

    steps: dict[str, int] = {}
    rules: dict[str, int] = {}
    since: int = field(default_factory=perf_counter_ns)

    def lap(self, step: str, rule: str = "") -> None:
        """All since the last lap was a step, or a rule's part of it."""
        now = perf_counter_ns()
        taken, self.since = now - self.since, now
        self.steps[step] = self.steps.get(step, 0) + taken
        if rule:
            self.rules[rule] = self.rules.get(rule, 0) + taken


def total(several: Iterable[Stopwatch]) -> Stopwatch:
    """The times of several reports together, steps in the order in which they came."""
    whole = Stopwatch()
    for one in several:
        for sums, taken in ((whole.steps, one.steps), (whole.rules, one.rules)):
            for name, time in taken.items():
                sums[name] = sums.get(name, 0) + time
    return whole
