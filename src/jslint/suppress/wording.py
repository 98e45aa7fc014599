"""What is said of suppressions, in both languages; the rules of their family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnostic import Diagnostic, Severity
from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.document import Place

say = Family("suppressions")

#: The rules about suppressions: names by id, which stay.
RULES: Mapping[str, str] = {
    "SUP001": "suppression-without-reason",
    "SUP002": "suppression-unused",
    "SUP003": "suppression-expired",
    "SUP004": "suppression-ambiguous",
    "SUP005": "suppression-partial",
    "SUP006": "suppression-malformed",
}


def told(lang: str, rule: str, place: Place, excerpt: str, message: str) -> Diagnostic:
    """A warning about a suppression, at the place where it stands."""
    name = RULES[rule]
    return Diagnostic(
        rule,
        name,
        Severity.WARNING,
        message,
        place,
        excerpt=excerpt or ("" if lang == "zh" else title(lang, rule)),
    )


def title(lang: str, rule: str) -> str:
    """What a rule about suppressions is called."""
    return say(lang, RULES[rule])
