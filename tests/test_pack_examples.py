"""Every rule of every shipped pack: its examples do what the pack says of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from jslint import pack
from jslint.diagnostic import Diagnostic
from jslint.readers import text
from jslint.rules.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.mark import ParameterSet

    from jslint.rules.base import Example, Rule

PACKS = [info.name for info in pack.available()]


@cache
def rule_set(name: str) -> pack.RuleSet:
    return pack.load([name])


def own_rules() -> Iterator[tuple[str, Rule]]:
    """Each rule once, with the pack that declares it."""
    for name in PACKS:
        for rule in rule_set(name).rules:
            if rule.entry.path.endswith(f"{name}.yaml"):
                yield name, rule


def examples() -> Iterator[ParameterSet]:
    for name, rule in own_rules():
        for number, example in enumerate(rule.entry.examples, start=1):
            sort = "bad" if example.bad else "good"
            yield pytest.param(name, rule, example, id=f"{rule.entry.id}-{sort}-{number}")


def diagnostics(name: str, rule: Rule, source: str) -> list[Diagnostic]:
    report = text.read(source.encode(), "example.txt")
    context = Context(report, "zh", rule_set(name).quantities)
    return [found for found in rule.check(context) if isinstance(found, Diagnostic)]


@pytest.mark.parametrize(("name", "rule", "example"), list(examples()))
def test_example(name: str, rule: Rule, example: Example) -> None:
    found = diagnostics(name, rule, example.text)

    assert bool(found) is example.bad, [one.message for one in found]
    if example.bad:
        assert any(example.finds in one.message + one.excerpt for one in found), [
            (one.message, one.excerpt) for one in found
        ]


RULES = [pytest.param(rule, id=rule.entry.id) for _, rule in own_rules()]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_good_and_a_bad_example(rule: Rule) -> None:
    sorts = {example.bad for example in rule.entry.examples}

    assert sorts == {True, False}
    assert all(example.finds for example in rule.entry.examples if example.bad)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_speaks_english_too(rule: Rule) -> None:
    assert set(rule.entry.messages) == {"zh", "en"}
    assert rule.entry.reason
    assert rule.entry.basis
