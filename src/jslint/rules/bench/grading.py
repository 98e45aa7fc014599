"""How grave what was found is, and what is noted of it: one table for all kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.diagnostic import Severity
from jslint.figures.verdict import Rate, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.figures.verdict import Linear

#: The most that a doubt lets a rule say, whatever its own severity; what is not here doubts nothing.
#: A doubt is a verdict's value, a note (``words.notes``), or what a kind knows of its figures. What
#: rounding gives in few of a thousand cases is information, since a report has many sums; so is a
#: rate that its own coarser printing would excuse.
MOST = {
    "coarse": Severity.WARNING,
    "coarse-rate": Severity.INFO,
    "improbable": Severity.INFO,
    "tie-only": Severity.WARNING,
    "off-by-one": Severity.WARNING,
    "balanced": Severity.INFO,
    "absorbed": Severity.WARNING,
    "formed": Severity.INFO,
    "if-complete": Severity.INFO,
    "closed-by-other": Severity.WARNING,
    "rest-absent": Severity.WARNING,
    "one-slip": Severity.WARNING,
    "zero-base": Severity.WARNING,
    "word-missing": Severity.WARNING,
    "no-base": Severity.WARNING,
    "no-change": Severity.WARNING,
    "no-present": Severity.INFO,
    "fits-another": Severity.WARNING,
    "touching": Severity.WARNING,
    "near-equal": Severity.INFO,
    "alike": Severity.INFO,
    "short": Severity.INFO,
    "elsewhere": Severity.INFO,
    # Of words and names.
    "again": Severity.INFO,
    "unit-nowhere": Severity.INFO,
    "nothing-like-it": Severity.INFO,
    "misplaced": Severity.INFO,
    "worded-otherwise": Severity.INFO,
    "year-unknown": Severity.INFO,
    "inside-text": Severity.INFO,
    "said-twice": Severity.WARNING,
    "printed-zero": Severity.INFO,
    "not-in-table": Severity.INFO,
    "left-out": Severity.WARNING,
    "stands-alone": Severity.WARNING,
    "either": Severity.WARNING,
    "perhaps-left-out": Severity.INFO,
}


class Grade(Struct, frozen=True):
    """A severity, and the notes (keys of ``words.notes``) that say why."""

    severity: Severity
    notes: tuple[str, ...] = ()


def grade(
    severity: Severity,
    result: Linear | Rate | None = None,
    doubts: Iterable[str] = (),
    notes: tuple[str, ...] | None = None,
) -> Grade:
    """What is left of a rule's own severity by a verdict and by other doubts, and what is noted.

    ``notes`` stand in the place of those that the verdict itself gives.
    """
    verdicts = () if result is None else (_doubt(result),)
    left = capped(severity, *verdicts, *doubts)
    return Grade(left, notes_of(result) if notes is None else notes)


def capped(severity: Severity, *doubts: str) -> Severity:
    """What doubts leave of a rule's own severity."""
    known = (MOST[doubt] for doubt in doubts if doubt in MOST)
    return min((severity, *known), key=_rank)


def notes_of(result: Linear | Rate | None) -> tuple[str, ...]:
    """What is noted of a verdict: which it is, of a rate that slipped how."""
    if result is None:
        return ()
    if not isinstance(result, Rate):
        return (result.verdict.value,)
    coarse = ("coarse",) if result.verdict is Verdict.COARSE else ()
    return (*coarse, *result.slips)


def _doubt(result: Linear | Rate) -> str:
    coarse = isinstance(result, Rate) and result.verdict is Verdict.COARSE
    return "coarse-rate" if coarse else result.verdict.value


def _rank(severity: Severity) -> int:
    return severity.rank
