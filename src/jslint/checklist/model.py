"""A checklist that has been filled in, as data."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from datetime import date

    from jslint.diagnostic import Diagnostic, Suppressed
    from jslint.document import Place
    from jslint.pack.checklists import Item


class Verdict(Enum):
    """What an item came to: nothing passes that was not looked at."""

    PASSED = "passed"
    FAILED = "failed"
    UNCHECKED = "unchecked"


class Reason(Struct, frozen=True):
    """Why an item was not checked, in whole or in part: by which rule, and at how many places."""

    words: str
    rule: str = ""
    title: str = ""
    count: int = 1


class Day(Struct, frozen=True):
    """A date, and where it was read: on the cover, or nowhere where the user gave it."""

    day: date
    place: Place | None = None


class Dates(Struct, frozen=True):
    """When a report was approved and when it was published, where that is known."""

    approved: Day | None = None
    published: Day | None = None


class Answer(Struct, frozen=True, kw_only=True):
    """An item with its verdict.

    ``found`` is what is wrong, ``hints`` what is only remarked on, ``accepted`` what somebody has
    accepted; ``held`` is how often its rules looked and found nothing, ``reasons`` why they did not
    look. ``dates`` and ``days`` are those of a deadline.
    """

    item: Item
    verdict: Verdict
    found: tuple[Diagnostic, ...] = ()
    hints: tuple[Diagnostic, ...] = ()
    accepted: tuple[Suppressed, ...] = ()
    held: int = 0
    reasons: tuple[Reason, ...] = ()
    dates: Dates | None = None
    days: int | None = None


class Filled(Struct, frozen=True, kw_only=True):
    """A whole form, filled in for one report."""

    answers: tuple[Answer, ...]
    path: str
    files: tuple[str, ...] = ()
    body: str = ""
    year: str = ""
    form: str = ""
    lang: str = "zh"

    def count(self, verdict: Verdict) -> int:
        """How many items came to this."""
        return sum(answer.verdict is verdict for answer in self.answers)
