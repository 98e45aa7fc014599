"""What the figures of a cause are called, and how what they should be is printed in their stead."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.causes.links import key_at
from jslint.diagnosis.model import SCALE
from jslint.diagnosis.slips import Slip, shifted_by
from jslint.figures.figure import Dimension
from jslint.rules.bench import called
from jslint.rules.ground import words
from jslint.rules.ground.base import section_label

if TYPE_CHECKING:
    from jslint.causes.links import Report
    from jslint.diagnosis.cause import Suspect
    from jslint.document import Place
    from jslint.figures.figure import Figure
    from jslint.phrases import Told


class Named(Struct, frozen=True):
    """A figure for a message: where it stands, what it is of, its words, its section."""

    place: Place
    name: Told
    excerpt: str
    section: str


def named(report: Report, suspect: Suspect) -> Named:
    """What a suspect is called: its table, row and column, or its topic."""
    key = key_at(suspect.place)
    place = report.printed[key].place
    where = report.cells.get(key)
    if where is not None:
        row = called.row(where.line)
        title = f"《{where.ledger.title}》" if where.ledger.title else ""
        name = " ".join(filter(None, (title, row, where.column.name)))
        excerpt = " ".join(filter(None, (row, suspect.place.text)))
        return Named(place, name, excerpt, section_label(where.ledger.path))
    claim = report.claims.get(key)
    if claim is None:
        return Named(place, "", suspect.place.text, "")
    told = called.claimed(claim, report.context.claims)
    return Named(place, told, claim.excerpt, section_label(claim.path))


def right(report: Report, suspect: Suspect) -> str:
    """What a suspect should print, in the unit and with the places of what it prints."""
    key = key_at(suspect.place)
    like = report.printed[key].figure
    value = Fraction(suspect.value, SCALE)
    dimension = like.unit.dimension
    if dimension in (Dimension.RATE, Dimension.POINT):
        return words.percent(value, like)
    if dimension is Dimension.COUNT:
        return f"{value.numerator if value.denominator == 1 else value}{like.unit.name}"
    in_table = key in report.cells
    like = replace(like, quantum=_last_place(suspect, like))
    alike = report.separated.get(in_table)
    return words.replacing(value, like, (alike,) if alike else ())


def _last_place(suspect: Suspect, like: Figure) -> Decimal:
    """The usual last place, or that of the printed figure where this is finer, with its point put back."""
    usual, own = Decimal(suspect.place.step) / suspect.place.scale, like.quantum
    if suspect.slip in (Slip.SHIFTED, Slip.UNIT) and abs(suspect.value) > abs(suspect.place.value):
        own = (own * shifted_by(suspect.place.value, suspect.value)).normalize()
    return min(usual, own)
