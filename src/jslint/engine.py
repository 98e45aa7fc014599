"""Runs a rule set over a report: a pure function with a deterministic order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import causes, sentences
from jslint.claims.model import MENTION
from jslint.diagnostic import Diagnostic, Holds, Related, Result, Seen, Unchecked
from jslint.limits import DEFAULT, Meter
from jslint.readers import about
from jslint.rules.bench import tabulated
from jslint.rules.ground import words
from jslint.rules.ground.base import section_label
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.diagnostic import Outcome, SeenTable
    from jslint.document import Place, Report, Section, Text
    from jslint.limits import Limits
    from jslint.pack import RuleSet
    from jslint.rules.ground.base import Rule


def lint(
    report: Report,
    ruleset: RuleSet,
    lang: str = "zh",
    previous: Report | None = None,
    limits: Limits = DEFAULT,
    *,
    diagnosed: bool = True,
) -> Result:
    """Check every rule of a set; what could not be checked is part of the result.

    ``previous`` is the same body's report of the year before, for the rules that look at it.
    ``diagnosed`` finds the common causes of broken relations, for one diagnostic each. Raise
    ``LimitError`` where rules come to more outcomes than anyone has a use for.
    """
    context = Context(report, lang, ruleset.quantities, previous)
    meter = Meter(report.path, limits)
    outcomes: list[Outcome] = []
    for rule in ruleset.rules:
        found = _gathered(rule, list(_metered(rule.check(context), meter)), lang)
        outcomes += found or [rule.unchecked(context, "nothing")]
    checked = _checked(outcomes)
    every = (one for one in outcomes if isinstance(one, Diagnostic))
    diagnostics = _once(causes.diagnostics(context, outcomes) if diagnosed else every)
    figures = _seen(context, checked)
    seen_tables = tuple(tabulated.tables(context, checked))
    return Result(
        path=report.path,
        diagnostics=sentences.shown(report, sorted(diagnostics, key=_reading_order)),
        unchecked=tuple(o for o in outcomes if isinstance(o, Unchecked)),
        holds=tuple(o for o in outcomes if isinstance(o, Holds)),
        figures=figures,
        tables=seen_tables,
        rules=len(ruleset.rules),
        lines=report.lines,
        unread=context.gathered.unread,
        blank=not (_has_figures(figures, seen_tables) and about.speaks_of_accounts(report)),
    )


def _metered(outcomes: Iterable[Outcome], meter: Meter) -> Iterator[Outcome]:
    """The outcomes of a rule, each counted."""
    for outcome in outcomes:
        meter.spend("outcomes")
        yield outcome


def _has_figures(figures: tuple[Seen, ...], tables: tuple[SeenTable, ...]) -> bool:
    """Whether any figure was read, of the narrative or of a table."""
    return bool(figures) or any(column.figures for table in tables for column in table.columns)


def _gathered(rule: Rule, outcomes: list[Outcome], lang: str) -> list[Outcome]:
    """The outcomes, with one diagnostic for all where a kind gives more than a reader wants."""
    broken = [outcome for outcome in outcomes if isinstance(outcome, Diagnostic)]
    if not rule.MOST or len(broken) <= rule.MOST:
        return outcomes
    first, *others = sorted(broken, key=_reading_order)
    note = words.notes(lang, ["more"], count=len(broken))
    related = tuple(Related(other.place, other.excerpt) for other in others)
    one = replace(first, message=first.message + note, related=(*first.related, *related))
    return [one, *(outcome for outcome in outcomes if not isinstance(outcome, Diagnostic))]


def _once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each diagnostic once, the gravest of those of one family about the same figures."""
    kept: dict[object, Diagnostic] = {}
    for one in found:
        several = len(set(one.figures)) > 1
        family = one.rule.rstrip("0123456789")
        key = (family, frozenset(one.figures)) if several else (one.rule, one.place, one.message)
        if key not in kept or one.severity.rank > kept[key].severity.rank:
            kept[key] = one
    return list(kept.values())


def _reading_order(diagnostic: Diagnostic) -> tuple[object, ...]:
    return diagnostic.place.order, diagnostic.rule, diagnostic.message


def _checked(outcomes: list[Outcome]) -> set[Place]:
    """Where the figures stand that some rule looked at."""
    return {
        place
        for outcome in outcomes
        if isinstance(outcome, Diagnostic | Holds)
        for place in outcome.figures
    }


def _seen(context: Context, checked: set[Place]) -> tuple[Seen, ...]:
    """Every figure of the narrative, and whether it was understood and checked."""
    claims = context.claims
    rows = [
        _row(claim.text, claim.start, claim.end, claim.path, claim.kind != MENTION, checked)
        for claim in claims.claims
        if claim.figure
    ] + [_row(*figure, False, checked) for figure in claims.silent]  # noqa: FBT003
    return tuple(sorted(rows, key=lambda seen: seen.place.order))


def _row(  # noqa: PLR0913 - the five coordinates of a figure, and the set to look it up in
    text: Text,
    start: int,
    end: int,
    path: tuple[Section, ...],
    understood: bool,  # noqa: FBT001
    checked: set[Place],
) -> Seen:
    place = text.at(start, end)
    shown = "".join(text.value[start:end].split())
    return Seen(place, shown, section_label(path), understood, place in checked)
