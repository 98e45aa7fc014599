"""The rules that no pack declares: of structured reports, of packs themselves, of suppressions."""

from __future__ import annotations

from msgspec import Struct

from jslint.authoring.review import CHECKS
from jslint.phrases import Family
from jslint.suppress import wording as suppressions

tell = Family("rulebook")

#: What a reader itself reports of a structured report.
MALFORMED = ("SYN001", "SYN002", "SYN003")


class Outside(Struct, frozen=True):
    """One of these rules, its title in one language."""

    id: str
    name: str
    title: str
    severity: str = "warning"


def found(rule: str, lang: str) -> Outside | None:
    """The rule of this id; None where packs may declare it."""
    if rule in MALFORMED:
        return Outside(rule, "malformed", tell(lang, f"title-{rule}"), "error")
    if rule in suppressions.RULES:
        return Outside(rule, suppressions.RULES[rule], suppressions.title(lang, rule))
    for check in CHECKS:
        if check.code == rule:
            title = Family("authoring")(lang, f"title-{check.name}")
            return Outside(rule, check.name, title)
    return None
