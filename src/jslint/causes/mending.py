"""What a cause says of its figures as edits of the source, in the form of what they replace."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jslint.causes.links import key_at
from jslint.causes.naming import right
from jslint.claims.model import SHARE
from jslint.diagnosis.cause import CauseKind
from jslint.edits import Fix, edit, together
from jslint.patterns import regex

if TYPE_CHECKING:
    import re

    from jslint.causes.links import Report
    from jslint.diagnosis.cause import Cause, Suspect
    from jslint.diagnostic import Broken
    from jslint.document import Text
    from jslint.edits import Edit

_NUMBER = regex(r"-?\d[\d,]*(?:\.\d+)?")
#: A figure printed plainly: a number, and a unit that need not be touched.
_PLAIN = regex(rf"\s*({_NUMBER.pattern})\s?[^\d\s.,，．()（）—–-]{{0,6}}\s*")
#: Causes that accuse single figures; of a moved line or a wrong unit, too much would be rewritten.
_KINDS = (CauseKind.PLACE, CauseKind.QUANTITY, CauseKind.FOLLOWER, CauseKind.CHAIN)


def fix(report: Report, one: Broken, cause: Cause) -> Fix | None:
    """The edits that print what the suspects should; None where more than one value is open.

    Safe is a share's last digit, where the rule recomputes the same. A diagnostic that accuses
    nobody, or whose rule comes to another rate, has none.
    """
    told = one.cause
    if cause.kind not in _KINDS or cause.alternatives or told is None or not told.suspects:
        return None
    rated = one.relation is not None and one.relation.kind.is_rate
    if not (_agrees(one) if rated else all(suspect.plain for suspect in cause.suspects)):
        return None
    edits = together(_edit(report, suspect) for suspect in cause.suspects)
    return Fix(_is_last_digit(report, cause), edits) if edits else None


def _edit(report: Report, suspect: Suspect) -> Edit | None:
    """The number of a figure replaced; None where it or its new value is not printed plainly."""
    words = _words(report, suspect)
    if words is None:
        return None
    text, start, end = words
    old, new = _PLAIN.fullmatch(text.value, start, end), _PLAIN.fullmatch(right(report, suspect))
    return edit(text, *old.span(1), _padded(new[1], old[1])) if old and new else None


def _words(report: Report, suspect: Suspect) -> tuple[Text, int, int] | None:
    """The text that holds a figure, and where in it."""
    key = key_at(suspect.place)
    where = report.cells.get(key)
    if where is not None:
        text = where.line.cells[where.column.index]
        return text, 0, len(text.value)
    claim = report.claims.get(key)
    return None if claim is None else (claim.text, claim.start, claim.end)


def _padded(new: str, old: str) -> str:
    """The new number with as many decimals as the old one at least."""
    short = len(old.partition(".")[2]) - len(new.partition(".")[2])
    point = "" if "." in new else "."
    return f"{new}{point}{'0' * short}" if short > 0 else new


def _agrees(one: Broken) -> bool:
    """Whether a rule that recomputes a figure comes to the one value that the diagnosis names."""
    assert one.cause is not None
    assert isinstance(one.expected, str)  # a number
    own, named = (_PLAIN.fullmatch(said) for said in (one.expected, one.cause.suspects[0].expected))
    return bool(own and named) and _value(own) == _value(named)


def _value(number: re.Match[str] | None) -> Decimal | None:
    return Decimal(number[1].replace(",", "")) if number else None


def _is_last_digit(report: Report, cause: Cause) -> bool:
    """Whether all that changes is one share, by one in its last place."""
    first = cause.suspects[0]
    claim = report.claims.get(key_at(first.place))
    gap = abs(first.value - first.place.value)
    only = len(cause.suspects) == 1 and claim is not None and claim.kind == SHARE
    return only and gap == first.place.quantum
