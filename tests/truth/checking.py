"""What the program says of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import engine, readers
from jslint.cli import rulebook
from jslint.diagnostic import Severity

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic, Result

#: Rules that ask for what a partial text may rightly lack.
PRESENCE = ("SEC",)


def result_of(text: str, name: str = "report.txt") -> Result:
    """All that the program finds, with the packs that fit."""
    report = readers.read(name, text.encode())
    ruleset = rulebook.choose(("auto",), report, (), (), {})
    return engine.lint(report, ruleset, "zh", None)


def loud(text: str, *, presence: bool = False) -> list[Diagnostic]:
    """Errors and warnings, without those about presence unless asked for."""
    return [
        one
        for one in result_of(text).diagnostics
        if one.severity is not Severity.INFO and (presence or not one.rule.startswith(PRESENCE))
    ]
