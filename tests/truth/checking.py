"""What the program says of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import engine, readers
from jslint.cli import rulebook
from jslint.diagnostic import Severity
from jslint.readers import joined

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic, Result

#: Rules that ask for what a partial text may rightly lack.
PRESENCE = ("SEC", "TAB411", "TAB501", "TAB601", "TAB701")
#: Words of a warning that true rounding brings about in one sum of some hundreds.
CHANCE = "概率不到"


def result_of(text: str, name: str = "report.txt") -> Result:
    """All that the program finds, with the packs that fit."""
    report = readers.read(name, text.encode())
    ruleset = rulebook.choose(rulebook.chosen(("auto",), report), (), (), {})
    return engine.lint(report, ruleset, "zh", None)


def loud_files(files: dict[str, bytes]) -> list[Diagnostic]:
    """The same of files that are one report together."""
    report = joined.join([readers.read(name, data) for name, data in files.items()])
    ruleset = rulebook.choose(rulebook.chosen(("auto",), report), (), (), {})
    found = engine.lint(report, ruleset, "zh", None).diagnostics
    return [one for one in found if one.severity is not Severity.INFO]


def loud(text: str, *, aside: bool = False) -> list[Diagnostic]:
    """Errors and warnings, without those that are set aside unless asked for."""
    return [
        one
        for one in result_of(text).diagnostics
        if one.severity is not Severity.INFO and (aside or not set_aside(one))
    ]


def set_aside(one: Diagnostic) -> bool:
    """Whether a finding may rightly be made on a consistent text.

    A partial text lacks sections; and of many sums some leave a residue that rounding seldom gives.
    """
    return one.rule.startswith(PRESENCE) or CHANCE in one.message
