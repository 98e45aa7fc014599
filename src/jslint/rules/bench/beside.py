"""Another statement of the same year beside the report: whether it belongs to it, and how to cite it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.diagnostic import Related
from jslint.figures.figure import Dimension
from jslint.figures.verdict import Verdict, half_up, linear
from jslint.ledger import plain
from jslint.patterns import regex

if TYPE_CHECKING:
    from decimal import Decimal

    from jslint.document import Place, Report, Text
    from jslint.figures.figure import Figure
    from jslint.figures.verdict import Linear, Quantum
    from jslint.rules.ground.context import Context

#: What systems print around a body's name: its number before, whose accounts these are behind.
_AROUND = regex(r"^[\[(]?\d{3,}[\])]?[-—_]*|\([^()]*\)$")


def body(name: Text) -> str:
    """A body's name without its number and a remark in brackets behind it."""
    return _AROUND.sub("", plain(name.value))


def unfit(report: Report, other: Report) -> str:
    """Why another file cannot speak of a report's year and body, in a word; empty if it can.

    What does not say whose it is, or of which year, is taken to be what the user says that it is.
    """
    here, there = (body(one.meta.unit) for one in (report, other))
    if here and there and here != there:
        return "other-body"
    years = {one.meta.year for one in (report, other)} - {None}
    return "other-year" if len(years) > 1 else ""


def quantum(context: Context, other: Context, theirs: Figure) -> Quantum:
    """The last place of each figure, by the style of its own file."""

    def of_figure(figure: Figure) -> Decimal:
        return (other if figure is theirs else context).style.quantum(figure)

    return of_figure


def compared(context: Context, other: Context, here: Figure, there: Figure) -> Linear:
    """Whether both figures can be one value, each rounded as it is printed."""
    return linear([(1, here)], there, quantum(context, other, there))


def is_comparable(here: Figure, there: Figure) -> bool:
    """Whether two figures measure the same sort of thing, in units that are known."""
    one, two = here.unit, there.unit
    if one.dimension is not two.dimension or one.dimension is Dimension.BARE:
        return False
    return one.dimension is not Dimension.COUNT or one.name == two.name


def is_near(context: Context, here: Figure, there: Figure) -> bool:
    """Whether two figures differ by no more than one unit of the coarser last place."""
    steps = [context.style.quantum(one) * one.unit.scale for one in (here, there)]
    return abs(here.exact() - there.exact()) <= max(steps)


def expected(context: Context, here: Figure, there: Figure) -> str:
    """The other figure as the report would print it: in its unit, to its places."""
    style = min(context.style.quantum(here), context.table_style.quantum(here))
    value = half_up(there.exact() / Fraction(here.unit.scale), style)
    return f"{value:f}{here.unit.name}"


def is_slip(here: Figure, there: Figure) -> bool:
    """Whether the two print the same number in different units."""
    return here.value == there.value != 0 and here.unit.scale != there.unit.scale


def explained(context: Context, here: Figure, there: Figure, verdict: Verdict) -> str:
    """What the difference looks like, as one of the notes of ``words``; empty for nothing known."""
    if is_slip(here, there):
        return "same-digits"
    if verdict is Verdict.COARSE:
        return "coarse"
    return "last-place" if is_near(context, here, there) else ""


def file(other: Report) -> str:
    """The file's name, as a user would call it."""
    return other.path.replace("\\", "/").rsplit("/", 1)[-1]


def related(other: Report, place: Place, excerpt: str) -> Related:
    """A place in the other file, which names it."""
    return Related(replace(place, path=place.path or other.path), excerpt)
