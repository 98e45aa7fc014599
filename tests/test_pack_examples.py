"""Every rule of every shipped pack: its examples do what the pack says of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from jslint import pack
from jslint.authoring import trial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.mark import ParameterSet

    from jslint.authoring.trial import Trial
    from jslint.rules.ground.base import Rule

PACKS = [info.name for info in pack.available()]


@cache
def rule_set(name: str) -> pack.RuleSet:
    return pack.load([name])


def own_rules(name: str) -> list[Rule]:
    return [rule for rule in rule_set(name).rules if rule.entry.path.endswith(f"{name}.yaml")]


def trials() -> Iterator[ParameterSet]:
    """Each example of each rule once, run with the quantities of the pack that declares it."""
    for name in PACKS:
        for one in trial.trials(own_rules(name), rule_set(name).quantities):
            sort = "bad" if one.example.bad else "good"
            yield pytest.param(one, id=f"{one.rule.entry.id}-{sort}-{one.number}")


@pytest.mark.parametrize("one", list(trials()))
def test_example(one: Trial) -> None:
    assert one.passed, [(found.message, found.excerpt) for found in one.found]


RULES = [pytest.param(rule, id=rule.entry.id) for name in PACKS for rule in own_rules(name)]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_good_and_a_bad_example(rule: Rule) -> None:
    assert not list(trial.lacking([rule]))
    assert all(example.finds for example in rule.entry.examples if example.bad)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_speaks_english_too(rule: Rule) -> None:
    assert set(rule.entry.messages) == {"zh", "en"}
    assert rule.entry.reason
    assert rule.entry.basis
