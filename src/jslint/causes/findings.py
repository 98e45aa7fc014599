"""Each cause that the diagnosis finds as one diagnostic, in place of those that it explains."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.causes import links, naming, wording
from jslint.diagnosis.cause import CauseKind
from jslint.diagnosis.diagnose import diagnose
from jslint.diagnosis.model import SCALE
from jslint.diagnosis.slips import Slip
from jslint.diagnostic import Diagnostic, Related, Severity
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from jslint.causes.links import Report
    from jslint.causes.wording import Change
    from jslint.diagnosis.cause import Cause, Suspect
    from jslint.diagnosis.model import Link
    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context

#: The families of rules from the most telling about a cause to the least.
_TELLING = ("TIE", "SUM", "CNT", "TRD", "PCT")
#: At most this many explanations are named one by one.
_MOST_NAMED = 4
#: Values that nothing but the one broken relation speaks for.
_WEAK = (Slip.NONE, Slip.DIGIT)


def findings(context: Context, outcomes: Sequence[Outcome]) -> list[Diagnostic]:
    """The diagnostics of some outcomes, those about related figures by their common causes.

    Every broken relation is in some diagnostic; what has none is as its rule gave it.
    """
    given = {n: one for n, one in enumerate(outcomes) if isinstance(one, Diagnostic)}
    broken = {
        number: one
        for number, one in given.items()
        if one.relation and one.severity is not Severity.INFO
    }
    if not broken:
        return list(given.values())
    report, linked = links.of(context, outcomes)
    causes = diagnose([link for link, _ in linked.values()])
    told: dict[int, None] = {}
    found = []
    for cause in causes:
        numbers = _numbers(cause, linked)
        told.update(dict.fromkeys(numbers))
        found.append(_finding(report, cause, [broken[number] for number in numbers]))
    return [*found, *(one for number, one in given.items() if number not in told)]


def _numbers(cause: Cause, linked: dict[Hashable, tuple[Link, list[int]]]) -> list[int]:
    """The outcomes that say what a cause explains."""
    return sorted({number for link in cause.relations for number in linked[link.key][1]})


def _finding(report: Report, cause: Cause, about: list[Diagnostic]) -> Diagnostic:
    """One diagnostic for a cause: that of the most telling rule, at the figure that is wrong."""
    first = min(about, key=_rank)
    severity = max((one.severity for one in about), key=lambda one: one.rank)
    also = tuple(dict.fromkeys(one.rule for one in about if one.rule != first.rule))
    one = replace(first, severity=severity, also=also, related=_related(about, first))
    if cause.suspects:
        return _accusing(report, one, cause, about)
    if cause.alternatives:
        return _open(report, one, cause)
    others = [other.message for other in about if other is not first]
    note = wording.together(report.context.lang, others[:_MOST_NAMED]) if others else ""
    return replace(one, message=one.message + note)


def _rank(one: Diagnostic) -> tuple[object, ...]:
    family = one.rule.rstrip("0123456789")
    telling = _TELLING.index(family) if family in _TELLING else len(_TELLING)
    return -one.severity.rank, telling, one.place.order, one.rule, one.message


def _related(about: list[Diagnostic], first: Diagnostic) -> tuple[Related, ...]:
    """The other broken relations with their computations, then the other figures, each place once."""
    row = [Related(one.place, one.message) for one in about if one is not first]
    row += [related for one in about for related in one.related]
    once: dict[links.Key, Related] = {}
    for related in row:
        once.setdefault(links.key_of(related.place), related)
    return tuple(once.values())


def _accusing(report: Report, one: Diagnostic, cause: Cause, about: list[Diagnostic]) -> Diagnostic:
    head = cause.suspects[0]
    what = naming.named(report, head)
    changes = _changes(report, cause.suspects)
    own = links.key_of(one.place) == head.place.key
    if own and len(about) == 1 and len(cause.suspects) == 1:
        return replace(one, expected=changes[0][2])
    if len(about) == 1 and head.slip in _WEAK:
        return one  # the rule's own words are as good a guess
    lang = report.context.lang
    message = _worded(report, cause, changes)
    if cause.alternatives:
        message += wording.ways(
            lang, [_changes(report, each) for each in cause.alternatives[:_MOST_NAMED]]
        )
    return replace(
        one,
        message=message + wording.first(lang, one.message),
        place=what.place,
        excerpt=what.excerpt,
        section=what.section,
        expected=changes[0][2],
        actual=changes[0][1],
        related=tuple(r for r in one.related if links.key_of(r.place) != head.place.key),
    )


def _worded(report: Report, cause: Cause, changes: list[Change]) -> str:
    lang, head = report.context.lang, cause.suspects[0]
    where = report.cells.get(head.place.key)  # type: ignore[arg-type]
    if cause.kind is CauseKind.CHAIN and cause.delta:
        operand = report.printed[head.place.key]  # type: ignore[index]
        delta = words.amount(abs(Fraction(cause.delta, SCALE)), operand.figure)
        return wording.chain(lang, cause, changes, delta, more=cause.delta > 0)
    if cause.kind is CauseKind.UNIT and where is not None:
        return wording.unit(lang, cause, where.ledger.title)
    line = cause.line
    if cause.kind is CauseKind.BLOCK and where is not None and line is not None:
        at = where.column.name if line.is_column else where.line.name
        return wording.block(lang, cause, where.ledger.title, at, _ends(report, cause), line)
    return wording.accused(lang, cause, changes)


def _ends(report: Report, cause: Cause) -> tuple[str, str]:
    """The first and the last row or column of what was moved."""
    line = cause.line
    assert line is not None
    inside = sorted(
        (one for one in cause.suspects if one.place.cell),
        key=lambda one: one.place.cell[1 if line.is_column else 2],  # type: ignore[index]
    )
    found = [report.cells[one.place.key] for one in (inside[0], inside[-1])]  # type: ignore[index]
    named = [one.line.name if line.is_column else one.column.name for one in found]
    return named[0], named[1]


def _open(report: Report, one: Diagnostic, cause: Cause) -> Diagnostic:
    """Several figures may be the wrong one: all are named with what they would have to be."""
    if len(cause.alternatives) > _MOST_NAMED:
        return one
    listed = [_changes(report, each) for each in cause.alternatives]
    mine = _own_way(one, cause)
    others = [changes for number, changes in enumerate(listed) if number != mine]
    if not others:
        return one
    return replace(one, message=one.message + wording.ways(report.context.lang, others))


def _own_way(one: Diagnostic, cause: Cause) -> int | None:
    """Which of the explanations is what the rule itself says."""
    key = links.key_of(one.place)
    return next(
        (
            number
            for number, each in enumerate(cause.alternatives)
            if len(each) == 1 and each[0].place.key == key
        ),
        None,
    )


def _changes(report: Report, suspects: Sequence[Suspect]) -> list[Change]:
    return [
        (naming.named(report, one).name, one.place.text, naming.right(report, one))
        for one in suspects
    ]
