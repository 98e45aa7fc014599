"""Runs a rule set over a report: a pure function with a deterministic order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import addresses, causes, sentences, spoken
from jslint.diagnostic import Account, Diagnostic, Holds, Related, Result, Unchecked
from jslint.edits import Fix
from jslint.limits import DEFAULT, Meter
from jslint.phrases import Joined
from jslint.readers import about
from jslint.rules.bench import accounted
from jslint.rules.ground import words
from jslint.rules.ground.context import Context
from jslint.stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jslint.diagnostic import Broken, Outcome
    from jslint.document import Key, Report
    from jslint.group.model import Share
    from jslint.limits import Limits
    from jslint.pack import RuleSet
    from jslint.phrases import Told
    from jslint.rules.ground.base import Rule


def lint(
    report: Report,
    ruleset: RuleSet,
    lang: str = "zh",
    previous: Report | None = None,
    limits: Limits = DEFAULT,
    *,
    beside: tuple[Report, ...] = (),
    watch: Stopwatch | None = None,
    **asked: bool,
) -> Result:
    """What ``judge`` finds, in a language: ``zh`` or ``en``."""
    found = judge(report, ruleset, previous, limits, beside=beside, watch=watch, **asked)
    return spoken.result(found, lang)


def judge(
    report: Report,
    ruleset: RuleSet,
    previous: Report | None = None,
    limits: Limits = DEFAULT,
    *,
    beside: tuple[Report, ...] = (),
    diagnosed: bool = True,
    apart: bool = False,
    addressed: bool = False,
    summed: bool = False,
    counted: bool = True,
    watch: Stopwatch | None = None,
) -> Result[Told]:
    """Check every rule of a set; what could not be checked is part of the result.

    ``previous`` is the same body's report of the year before, ``beside`` are other statements of its
    year, for the rules that look at them.
    ``diagnosed`` finds the common causes of broken relations, for one diagnostic each; ``apart`` gives
    each place its own, however many a rule has; ``addressed`` says whose figures they are, ``summed``
    keeps what rules over several reports sum up of this one, ``counted`` has the account of every
    figure even where no rule of the set looks at any; ``watch`` takes the times. Raise
    ``LimitError`` where rules come to more outcomes than anyone has a use for.
    """
    context = Context(report, ruleset.quantities, previous, beside)
    watch = _begun(context, watch) if watch else Stopwatch()
    meter = Meter(report.path, limits)
    outcomes: list[Outcome] = []
    single: list[Outcome] = []
    alone = tuple(rule for rule in ruleset.rules if not rule.OF_SEVERAL)
    for rule in sorted(alone, key=lambda one: one.BESIDES):
        found = list(_metered(rule.check(context), meter))
        found = _unsaid(found, single) if rule.BESIDES else found
        single += found
        found = found if apart else _gathered(rule, found)
        outcomes += found or [rule.unchecked("nothing")]
        watch.lap("rules", rule.entry.id)
    every = (one for one in outcomes if isinstance(one, Diagnostic))
    diagnostics = _once(causes.diagnostics(context, outcomes) if diagnosed else every)
    watch.lap("diagnosis")
    looked = counted or context.is_read
    account = accounted.account(context, single) if looked else Account()
    watch.lap("account")
    stated = addresses.judged(addresses.stated(context), outcomes) if addressed else ()
    return Result(
        path=report.path,
        diagnostics=sentences.shown(report, addresses.addressed(diagnostics, stated)),
        unchecked=tuple(o for o in outcomes if isinstance(o, Unchecked)),
        holds=tuple(o for o in outcomes if isinstance(o, Holds)),
        account=account,
        rules=len(alone),
        lines=report.lines,
        unread=context.gathered.unread if looked else (),
        body=addresses.plain(report.meta.unit.value),
        year=str(report.meta.year or ""),
        stated=stated,
        kind=report.meta.kind,
        shares=tuple(_shares(ruleset, context)) if summed else (),
        blank=not ((account.figures or not looked) and about.speaks_of_accounts(report)),
        counted=looked,
    )


def _begun(context: Context, watch: Stopwatch) -> Stopwatch:
    """A watch that has taken the time of what most rules look at, so that it is not the first rule's."""
    for step in ("claims", "gathered", "facts"):
        getattr(context, step)
        watch.lap(step)
    return watch


def _shares(ruleset: RuleSet, context: Context) -> Iterator[Share]:
    for rule in ruleset.rules:
        yield from rule.shares(context)


def _metered(outcomes: Iterable[Outcome], meter: Meter) -> Iterator[Outcome]:
    """The outcomes of a rule, each counted."""
    for outcome in outcomes:
        meter.spend("outcomes")
        yield outcome


def _unsaid(found: list[Outcome], said: list[Outcome]) -> list[Outcome]:
    """The outcomes about figures of which no other outcome is, taken together.

    What is broken between figures that hold together with others was no relation of theirs: 年末 is
    收入 less 支出 only where 年初 is nothing.
    """
    if not any(isinstance(one, Diagnostic | Holds) for one in found):
        return found
    stated = [one for one in said if isinstance(one, Diagnostic | Holds)]
    known = {_keys(one) for one in stated}
    left = [
        one for one in found if not isinstance(one, Diagnostic | Holds) or _keys(one) not in known
    ]
    if not any(isinstance(one, Diagnostic) for one in left):
        return left
    holding: dict[Key, list[frozenset[Key]]] = {}
    for one in stated:
        if isinstance(one, Holds) and one.relation:
            for key in (keys := _keys(one)):
                holding.setdefault(key, []).append(keys)
    return [one for one in left if not isinstance(one, Diagnostic) or not _is_within(one, holding)]


def _is_within(one: Broken, holding: Mapping[Key, list[frozenset[Key]]]) -> bool:
    """Whether all figures of a diagnostic, and further ones, are of one relation that holds."""
    keys = _keys(one)
    return any(keys < more for more in holding.get(one.place.key, ()))


def _keys(one: Broken | Holds) -> frozenset[Key]:
    return frozenset(place.key for place in one.figures)


def _gathered(rule: Rule, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, with one diagnostic for all where a kind gives more than a reader wants."""
    broken = [outcome for outcome in outcomes if isinstance(outcome, Diagnostic)]
    if not rule.MOST or len(broken) <= rule.MOST:
        return outcomes
    first, *others = sorted(broken, key=_reading_order)
    note = words.notes(["more"], count=len(broken))
    related = tuple(Related(other.place, other.excerpt) for other in others)
    message = Joined("", (first.message, note))
    fix = _fixed(broken)
    one = replace(
        first,
        message=message,
        related=(*first.related, *related),
        fix=fix,
        gathered=(first, *others),
        note=note,
    )
    return [one, *(outcome for outcome in outcomes if not isinstance(outcome, Diagnostic))]


def _fixed(broken: list[Broken]) -> Fix | None:
    """The fix of several places as one, where each has its own."""
    fixes = [one.fix for one in broken if one.fix]
    if len(fixes) < len(broken):
        return None
    edits = (edit for fix in fixes for edit in fix.edits)
    return Fix(all(fix.safe for fix in fixes), tuple(edits))


def _once(found: Iterable[Broken]) -> list[Broken]:
    """Each diagnostic once, the gravest of those of one family about the same figures."""
    kept: dict[object, Broken] = {}
    for one in found:
        several = len(set(one.figures)) > 1
        family = one.rule.rstrip("0123456789")
        key = (family, frozenset(one.figures)) if several else (one.rule, one.place, one.message)
        if key not in kept or one.severity.rank > kept[key].severity.rank:
            kept[key] = one
    return list(kept.values())


def _reading_order(diagnostic: Broken) -> tuple[object, ...]:
    return diagnostic.place.order, diagnostic.rule
