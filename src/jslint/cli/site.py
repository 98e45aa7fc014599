"""Where the documentation stands: on a site where one is configured, else in the repository."""

from __future__ import annotations

import os


def address() -> str:
    """The address of the site, without a slash behind it; empty where none is configured."""
    given = os.environ.get("JSLINT_SITE", "")
    return given.rstrip("/") if given.startswith(("https://", "http://")) else ""


def page(rule: str, *, packed: bool = True) -> str:
    """The page of a rule; those that no pack declares stand on the page of all rules."""
    site = address()
    if not site:
        return f"docs/rules.md#{rule.lower()}"
    return f"{site}/rules/{rule}.html" if packed else f"{site}/rules.html#{rule.lower()}"
