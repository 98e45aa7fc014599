"""What is wrong between a department and its units, as diagnostics of the department's report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.diagnostic import Diagnostic, Related, Severity
from jslint.group.model import ABSENT, EXCESS, FIGURE, UNEVEN
from jslint.phrases import Family, Joined, Message
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from jslint.diagnostic import Broken
    from jslint.document import Place
    from jslint.group.model import Finding, Judged, Party, Transfer
    from jslint.phrases import Told
    from jslint.rules.ground.entry import Entry

say = Family("groups")

#: What the message of a pack may quote.
VALUES = frozenset({"what", "total", "sum", "difference", "count", "department", "note"})
#: A message names so many bodies that did not hand in.
_NAMED = 8


def told(
    entry: Entry,
    finding: Finding,
    department: Party,
    units: Sequence[Party],
    missing: Sequence[str] = (),
) -> Broken:
    """A finding as a diagnostic; ``missing`` are the units that are known not to have handed in."""
    lead = finding.cells[0]
    plain = _values(lead, department, units)
    values: dict[str, Told] = {**plain}
    names = [units[unit].name for unit in finding.units]
    values["note"] = _note(finding, names)
    own = finding.kind in (FIGURE, EXCESS)
    if not own:
        values |= {"places": str(len(finding.cells)), **_blamed(names)}
        values["absent"] = _missing(missing)
        like = lead.cell.total
        amounts = (words.amount(value, like) for value in finding.amounts)
        values |= dict(zip(("received", "paid"), amounts, strict=False))
    quoted = tuple(values.items())
    return Diagnostic(
        rule=entry.id,
        name=entry.name,
        severity=_severity(entry, finding),
        message=Message(tuple(entry.messages.items()), quoted)
        if own
        else say.phrase(finding.kind, **values),
        place=lead.cell.addend.place,
        excerpt=f"{lead.cell.addend.label} {plain['total']}",
        expected="" if finding.kind == ABSENT else plain["sum"],
        actual=plain["total"],
        related=tuple(_related(finding, units)),
        figures=tuple(one.cell.addend.place for one in finding.cells),
    )


def _severity(entry: Entry, finding: Finding) -> Severity:
    """A report that is not here is nobody's error; the others are the rule's."""
    return Severity.WARNING if finding.kind in (ABSENT, UNEVEN) else entry.severity


def _values(lead: Judged, department: Party, units: Sequence[Party]) -> dict[str, str]:
    total = lead.cell.total
    expected = total.exact() - lead.difference
    return {
        "what": lead.cell.addend.label,
        "total": _printed(total.exact(), lead),
        "sum": _printed(expected, lead),
        "difference": _printed(abs(lead.difference), lead),
        "count": str(len(units) - len(lead.cell.unknown)),
        "department": department.name,
    }


def _printed(value: Fraction, lead: Judged) -> str:
    """A value in the figure's unit, with separators where the report has them."""
    like = lead.cell.total
    parts = [part.addend.figure for part in lead.cell.parts if part.addend.figure]
    if like.is_hard_zero and parts:
        like = replace(min(parts, key=lambda part: part.quantum), value=like.value)
    number = words.replacing(value, like, parts)
    return number if number.endswith(like.unit.name) else f"{number}{like.unit.name}"


def _note(finding: Finding, names: Sequence[str]) -> Told:
    notes = []
    if finding.kind == FIGURE and names:
        key = "one-omitted" if finding.times < 0 else "one-doubled"
        notes.append(say.phrase(key, **_blamed(names)))
    if finding.kind == EXCESS:
        notes.append(say.phrase("excess"))
    unknown = len(finding.cells[0].cell.unknown)
    if unknown:
        notes.append(say.phrase("unknown", count=unknown))
    if len(finding.cells) > 1:
        notes.append(say.phrase("further", count=len(finding.cells) - 1))
    return words.bracketed(Joined("semicolon", tuple(notes))) if notes else ""


def _blamed(names: Sequence[str]) -> dict[str, Told]:
    several = len(names) > 1
    units = Joined("and", tuple(names), say.name)
    both = Joined("", (units, say.phrase("two"))) if several else units
    return {"units": both, "it": say.phrase("them" if several else "it")}


def _missing(names: Sequence[str]) -> Told:
    units = Joined("", (tuple(names[:_NAMED]), "…" if len(names) > _NAMED else ""))
    return say.phrase("missing", units=units) if names else ""


def _related(finding: Finding, units: Sequence[Party]) -> Iterator[Related]:
    """The other figures that show it, then what the units print of the first, the most first."""
    lead, *others = finding.cells
    shown = [
        (part.unit not in finding.units, part, part.addend.figure)
        for part in lead.cell.parts
        if part.addend.figure is not None and part.addend.figure.value
    ]
    shown.sort(key=lambda one: (one[0], -abs(one[2].exact()) if one[0] else 0))
    for _, part, figure in shown:
        unit = units[part.unit]
        yield Related(_of(part.addend.place, unit), f"{unit.name} {words.printed(figure)}")
    for one in others:
        yield Related(
            one.cell.addend.place, f"{one.cell.addend.label} {words.printed(one.cell.total)}"
        )


def _of(place: Place, unit: Party) -> Place:
    return replace(place, path=place.path or unit.path)


def transfer(one: Transfer, lang: str) -> str:
    """What units pay each other, and what became of it, in a line; empty where they pay nothing."""
    if not (one.received or one.paid):
        return ""
    values = {
        "what": one.label,
        "received": words.amount(one.received, one.like),
        "paid": words.amount(one.paid, one.like),
        "cancelled": words.amount(max(one.cancelled), one.like),
        "most": words.amount(min(one.received, one.paid), one.like),
    }
    if any(one.cancelled):
        return say(lang, "cancelled", **values)
    return say(lang, "added", **values) if one.is_added else ""
