"""What the figures of a cause are called, and how what they should be is printed in their stead."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.causes.links import key_at
from jslint.claims.model import AMOUNT, BUDGET, CHANGE, COMPLETION, GROWTH, PRIOR, SHARE
from jslint.diagnosis.model import SCALE
from jslint.figures.figure import Dimension
from jslint.rules.ground import words
from jslint.rules.ground.base import section_label

if TYPE_CHECKING:
    from jslint.causes.links import Report
    from jslint.claims.model import Claim
    from jslint.diagnosis.cause import Suspect
    from jslint.document import Place


_OF = {
    "zh": {
        AMOUNT: "{}",
        PRIOR: "上年{}",
        BUDGET: "{}预算",
        CHANGE: "{}增减额",
        GROWTH: "{}增减幅度",
        SHARE: "{}占比",
        COMPLETION: "{}完成率",
    },
    "en": {
        AMOUNT: "{}",
        PRIOR: "{} of last year",
        BUDGET: "the budget of {}",
        CHANGE: "the change of {}",
        GROWTH: "the growth of {}",
        SHARE: "the share of {}",
        COMPLETION: "the completion of {}",
    },
}


class Named(Struct, frozen=True):
    """A figure for a message: where it stands, what it is of, its words, its section."""

    place: Place
    name: str
    excerpt: str
    section: str


def named(report: Report, suspect: Suspect) -> Named:
    """What a suspect is called: its table, row and column, or its topic."""
    key = key_at(suspect.place)
    place = report.printed[key].place
    where = report.cells.get(key)
    if where is not None:
        row = where.line.name or where.line.code
        name = " ".join(filter(None, (f"《{where.ledger.title}》", row, where.column.name)))
        excerpt = " ".join(filter(None, (row, suspect.place.text)))
        return Named(place, name, excerpt, section_label(where.ledger.path))
    claim = report.claims.get(key)
    if claim is None:
        return Named(place, "", suspect.place.text, "")
    name = _measured(report.context.lang, claim, report.context.claims.topics[claim.topic].name)
    return Named(place, name, claim.excerpt, section_label(claim.path))


def _measured(lang: str, claim: Claim, name: str) -> str:
    """A topic's name with what is stated of it, where that is not its outturn."""
    if claim.kind != AMOUNT:
        return _OF[lang].get(claim.kind, "{}").format(name)
    if claim.measure.startswith(PRIOR):
        return _OF[lang][PRIOR].format(name)
    return _OF[lang][BUDGET if claim.measure.startswith(BUDGET) else AMOUNT].format(name)


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
    like = replace(like, quantum=Decimal(suspect.place.step) / suspect.place.scale)
    alike = report.separated.get(in_table)
    return words.replacing(value, like, (alike,) if alike else ())
