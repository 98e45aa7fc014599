"""How grave what was found is, and what is noted of it: one table for all kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.diagnostic import Severity
from jslint.figures.verdict import Rate, Verdict

if TYPE_CHECKING:
    from jslint.figures.verdict import Linear

#: The most that a doubt lets a rule say, whatever its own severity; what is not here doubts nothing.
#: A doubt is a verdict's value or a note (``words.notes``). What rounding gives in few of a thousand
#: cases is information, since a report has many sums.
MOST = {
    "coarse": Severity.WARNING,
    "improbable": Severity.INFO,
    "tie-only": Severity.WARNING,
    "off-by-one": Severity.WARNING,
    "balanced": Severity.INFO,
    "absorbed": Severity.WARNING,
    "formed": Severity.INFO,
    "if-complete": Severity.INFO,
    "closed-by-other": Severity.WARNING,
    "rest-absent": Severity.WARNING,
    "zero-base": Severity.WARNING,
    "word-missing": Severity.WARNING,
    "no-base": Severity.WARNING,
    "no-change": Severity.WARNING,
    "no-present": Severity.INFO,
    "fits-another": Severity.WARNING,
    "touching": Severity.WARNING,
    "alike": Severity.INFO,
    "elsewhere": Severity.INFO,
}
#: A rate that its own coarser printing would excuse may just have been printed so.
_COARSE_RATE = Severity.INFO


class Grade(Struct, frozen=True):
    """A severity, and the notes (keys of ``words.notes``) that say why."""

    severity: Severity
    notes: tuple[str, ...] = ()


def capped(severity: Severity, *doubts: str) -> Severity:
    """The severity that is left of a rule's own where there are doubts."""
    known = (MOST[doubt] for doubt in doubts if doubt in MOST)
    return min((severity, *known), key=_rank)


def grade(severity: Severity, result: Linear | Rate, *doubts: str) -> Grade:
    """The grade of a verdict under a rule's own severity; doubts are noted before what it says."""
    verdict = result.verdict
    left = capped(severity, verdict.value, *doubts)
    if not isinstance(result, Rate):
        return Grade(left, (*doubts, verdict.value))
    if verdict is not Verdict.COARSE:
        return Grade(left, (*doubts, *result.slips))
    return Grade(min(left, _COARSE_RATE, key=_rank), (*doubts, verdict.value, *result.slips))


def _rank(severity: Severity) -> int:
    return severity.rank
