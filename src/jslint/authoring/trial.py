"""Runs the examples of rules: a bad one must be complained of, a good one must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import spoken
from jslint.diagnostic import Diagnostic
from jslint.readers import text
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.facts import Quantity
    from jslint.rules.ground.base import Rule
    from jslint.rules.ground.examples import Example


class Trial(Struct, frozen=True):
    """One example of a rule, what the rule found in it, and whether that is as it should be.

    ``number`` counts a rule's examples from 1.
    """

    rule: Rule
    number: int
    example: Example
    found: tuple[Diagnostic, ...]
    passed: bool


def trials(
    rules: Iterable[Rule], quantities: tuple[Quantity, ...], lang: str = "zh"
) -> Iterator[Trial]:
    """Run every example of the rules, in the order of the packs; what failed speaks ``lang``."""
    for rule in rules:
        for number, example in enumerate(rule.entry.examples, 1):
            # An example names words of the Chinese message, whatever language the author reads.
            said = found(rule, example, quantities, "zh")
            passed = _passes(example, said)
            if lang != "zh" and not passed:
                said = found(rule, example, quantities, lang)
            yield Trial(rule, number, example, said, passed)


def _passes(example: Example, found: tuple[Diagnostic, ...]) -> bool:
    """Whether a good example is silent, or a bad one is quoted wherever it says it is wrong."""
    if not example.bad:
        return not found
    return bool(found) and all(
        any(words in one.excerpt or words in one.message for one in found)
        for words in example.finds
    )


def found(
    rule: Rule, example: Example, quantities: tuple[Quantity, ...], lang: str
) -> tuple[Diagnostic, ...]:
    """What one rule finds in an example, read as a report in plain text, with what stands beside it."""
    report = text.read(example.text.encode(), "example.txt")
    previous = text.read(example.previous.encode(), "previous.txt") if example.previous else None
    against = (text.read(example.against.encode(), "against.txt"),) if example.against else ()
    units = tuple(
        text.read(one.encode(), f"unit-{number}.txt") for number, one in enumerate(example.units, 1)
    )
    context = Context(report, quantities, previous, against, units)
    found = (one for one in rule.check(context) if isinstance(one, Diagnostic))
    return tuple(spoken.diagnostic(one, lang) for one in found)


def lacking(rules: Iterable[Rule]) -> Iterator[tuple[Rule, bool]]:
    """The rules without a bad (True) or without a good (False) example."""
    for rule in rules:
        for bad in (True, False):
            if not any(example.bad is bad for example in rule.entry.examples):
                yield rule, bad
