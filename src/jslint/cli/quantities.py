"""jslint facts: every quantity that the packs name, and where a report states it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import pack
from jslint.claims.model import ACTUAL
from jslint.cli import rulebook
from jslint.facts import InTable
from jslint.figures.figure import BLANK
from jslint.formatters.places import location, where
from jslint.formatters.terminal import cut
from jslint.harmful import clean
from jslint.limits import DEFAULT
from jslint.pack.keywords import VALUES
from jslint.phrases import Family, listed
from jslint.rules.ground.base import section_label
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Report
    from jslint.facts import Quantity, Statement, Where
    from jslint.limits import Limits
    from jslint.pack import RuleSet

say = Family("quantities")

#: Names and places longer than this are cut in the table for people; json keeps them whole.
_WIDEST = 44


class Stated(Struct, frozen=True):
    """A quantity with all its statements in one report."""

    quantity: Quantity
    statements: tuple[Statement, ...]


def listing(
    report: Report,
    packs: tuple[str, ...],
    output_format: str,
    lang: str,
    limits: Limits = DEFAULT,
    *,
    everything: bool,
) -> str:
    """The quantities of the packs in a report, as a table or as JSON."""
    ruleset = pack.load(rulebook.chosen(packs, report), limits)
    bound = Context(report, ruleset.quantities).facts
    found = [Stated(known, bound.get(known.name, ())) for known in ruleset.quantities]
    # Stable, so that the packs' order stays; those without a statement come last.
    found.sort(key=lambda one: not one.statements)
    if output_format == "json":
        return _json(report, ruleset, found)
    return _table(report, ruleset, found, lang, everything=everything)


def _table(
    report: Report, ruleset: RuleSet, found: Sequence[Stated], lang: str, *, everything: bool
) -> str:
    from jslint.cli.table import draw  # noqa: PLC0415 - 50 ms, which json does without

    headers = tuple(say(lang, key) for key in ("quantity", "label", "value", "place", "source"))
    rows = [row for one in found for row in _rows(one, lang)]
    unstated = [one.quantity for one in found if not one.statements]
    lines = [report.path, *([*draw(rows, headers).split("\n"), ""] if rows else [])]
    lines.append(
        say(
            lang,
            "counts",
            packs=listed(lang, ruleset.packs),
            count=len(found),
            stated=len(found) - len(unstated),
            places=len(rows),
        )
    )
    if unstated:
        lines += ["", say(lang, "searched" if everything else "unstated", count=len(unstated))]
        lines += _unstated(unstated, lang, everything=everything)
    return "".join(f"{clean(line)}\n" for line in lines)


def _rows(one: Stated, lang: str) -> Iterator[tuple[str, ...]]:
    """A row for each statement; the quantity is named in the first."""
    for number, statement in enumerate(one.statements):
        label = "" if number else one.quantity.label
        account = f"  {statement.key} {statement.name}" if one.quantity.keyed else ""
        yield (
            "" if number else one.quantity.name,
            cut(f"{label}{account}", _WIDEST),
            "".join(_printed(statement).split()) or say(lang, "blank"),
            where("", statement.place).removeprefix(":"),
            cut(_source(statement), _WIDEST),
        )


def _printed(statement: Statement) -> str:
    """The figure as it stands in the report; empty for a blank cell."""
    return "" if statement.figure.text == BLANK else statement.figure.text


def _source(statement: Statement) -> str:
    """The table and the row, or the section, that a statement stands in."""
    if statement.source:
        return f"《{statement.source}》{statement.name}"
    return section_label(statement.path)


def _unstated(quantities: Sequence[Quantity], lang: str, *, everything: bool) -> Iterator[str]:
    for quantity in quantities:
        yield f"  {quantity.name} {quantity.label}"
        if everything:
            yield from (f"      {line}" for line in searched(quantity, lang))


def searched(quantity: Quantity, lang: str) -> Iterator[str]:
    """Where a quantity is looked for, a line for each place."""
    for place in quantity.stated:
        yield _in_table(place, lang) if isinstance(place, InTable) else _in_prose(place, lang)


def _in_table(place: InTable, lang: str) -> str:
    row = say(lang, "every-row") if place.row is None else str(place.row)
    more = say(lang, "above", row=place.above) if place.above else ""
    more += say(lang, "beneath", row=place.beneath) if place.beneath else ""
    return say(lang, "in-table", table=place.table, row=row, column=place.column, more=more)


def _in_prose(place: Where, lang: str) -> str:
    kinds = (place.measure if place.measure != ACTUAL else "", place.unit)
    said = {name: chinese for chinese, name in VALUES["measure"].items()} if lang == "zh" else {}
    measures = [said.get(kind, kind) for kind in kinds if kind and kind != "money"]
    return say(
        lang,
        "in-prose",
        section=say(lang, "anywhere") if place.section is None else place.section,
        subject=say(lang, "items") if place.subject is None else place.subject,
        more="".join(say(lang, "measure", measure=kind) for kind in measures),
    )


def _json(report: Report, ruleset: RuleSet, found: Sequence[Stated]) -> str:
    from jslint.formatters.jsontext import dumps  # noqa: PLC0415 - only this format needs it

    whole = {
        "path": report.path,
        "packs": list(ruleset.packs),
        "quantities": [
            {
                "name": one.quantity.name,
                "label": one.quantity.label,
                "keyed": one.quantity.keyed,
                "statements": [_statement(report, it) for it in one.statements],
            }
            for one in found
        ],
    }
    return dumps(whole)


def _statement(report: Report, statement: Statement) -> dict[str, object]:
    return {
        "text": _printed(statement),
        "value": format(statement.figure.value, "f"),
        "unit": statement.figure.unit.name,
        "path": statement.place.path or report.path,
        "location": location(statement.place),
        "section": section_label(statement.path),
        "table": statement.source,
        "code": statement.key,
        "name": statement.name,
        "excerpt": statement.excerpt,
    }
