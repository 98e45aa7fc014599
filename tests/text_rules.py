"""What the tests of the text rules share: rules from YAML, and what they say of small texts."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from jslint import pack, spoken
from jslint.diagnostic import Diagnostic
from jslint.readers import text
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from jslint.diagnostic import Holds, Unchecked
    from jslint.rules.ground.base import Rule

COVER = "2024年度\n河源县规划和自然资源局\n部门决算\n"


def rule(kind: str, options: str = "", message: str = "{excerpt}") -> Rule:
    """A rule of a kind with these options (YAML), severity warning, id TXT999."""
    source = (
        "pack: t\ntitle: t\nrules:\n  - id: TXT999\n    name: t\n    title: t\n"
        f"    kind: {kind}\n    severity: warning\n    message: '{message}'\n"
        f"    reason: t\n    basis: t\n{indent(options.strip(), '    ')}\n"
    )
    return pack.parse(source, "t.yaml").rules[0]


def context(source: str) -> Context:
    """A report as the text reader gives it, ready to be checked."""
    return Context(text.read(source.encode(), "t.txt"))


def outcomes(checked: Rule, source: str) -> list[Diagnostic | Holds | Unchecked]:
    """What became of each place that a rule looks at in a text."""
    return [spoken.outcome(one, "zh") for one in checked.check(context(source))]


def diagnostics(checked: Rule, source: str) -> list[Diagnostic]:
    """What a rule complains of in a text."""
    return [found for found in outcomes(checked, source) if isinstance(found, Diagnostic)]


def excerpts(checked: Rule, source: str) -> list[str]:
    """The words that a rule complains of in a text."""
    return [found.excerpt for found in diagnostics(checked, source)]
