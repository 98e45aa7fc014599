"""What the page says besides what all formats do, in both languages."""

from __future__ import annotations

from jslint.formatters import wording
from jslint.phrases import Family

say = Family("page")


def severity(lang: str, value: str) -> str:
    """The name of a severity."""
    return wording.say(lang, value)


def family(rule: str) -> str:
    """The family of a rule: its id without the number."""
    return rule.rstrip("0123456789")


def called(lang: str, name: str) -> str:
    """What a family is called."""
    key = f"family-{name}"
    return say(lang, key) if key in say else name
