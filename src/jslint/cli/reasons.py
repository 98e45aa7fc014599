"""Why files are passed over, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.phrases import Family

if TYPE_CHECKING:
    from jslint.cli.finding import Passed

say = Family("files")


def explained(one: Passed, lang: str) -> str:
    """Why this file is passed over."""
    return say(lang, one.why, by=one.by)
