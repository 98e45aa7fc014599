"""Which rules a run applies: packs, and the rules of them that are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.cli import renamed
from jslint.cli.splitting import parts
from jslint.cli.words import say
from jslint.diagnostic import Severity
from jslint.errors import UsageError
from jslint.formatters import wording as formatters
from jslint.limits import DEFAULT
from jslint.phrases import listed
from jslint.suppress import wording

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from jslint.cli.config import Here
    from jslint.diagnostic import Diagnostic, Result
    from jslint.document import Report
    from jslint.limits import Limits
    from jslint.pack import RuleSet
    from jslint.rules.ground.base import Rule

AUTO = "auto"
#: What a configuration may give a rule besides a severity: then the rule is not used.
OFF = "off"
#: Stands for the beginning of every id.
ALL = "ALL"


def prefixes(given: Iterable[str]) -> tuple[str, ...]:
    """Rule ids or their beginnings, from options that may each hold several with commas."""
    return tuple(id_ for part in parts(given) if part for id_ in renamed.current(part.upper()))


def severities(given: Iterable[str], lang: str) -> dict[str, str]:
    """Severities by ids or their beginnings, from options like ``TRD=warning,PCT101=off``."""
    found: dict[str, str] = {}
    for part in parts(given):
        name, equals, value = (word.strip() for word in part.partition("="))
        if not name or not equals or value not in (OFF, *Severity):
            raise UsageError(say(lang, "bad-severity", given=part))
        found |= dict.fromkeys(renamed.current(name.upper()), value)
    return found


def load(packs: Sequence[str], limits: Limits = DEFAULT) -> None:
    """Read the named packs, so that what is wrong with them is said before anything else."""
    named = [name for name in packs if name != AUTO]
    if not named:
        return
    from jslint import pack  # noqa: PLC0415 - where a result is kept, no pack is read

    pack.load(named, limits)


def prepare() -> None:
    """Read the trees of the shipped packs, which is needed before one can be chosen."""
    from jslint import pack  # noqa: PLC0415 - where a result is kept, no pack is read

    pack.prepare()


def chosen(packs: Sequence[str], report: Report) -> tuple[str, ...]:
    """The named packs and, with ``auto``, before them those that fit the report.

    Beside ``auto`` a named pack that says what it applies to is used for that alone.
    """
    from jslint import pack  # noqa: PLC0415 - where a result is kept, no pack is read

    named = tuple(name for name in packs if name != AUTO)
    if AUTO not in packs:
        return named
    fitting = pack.choose(report)
    return (*fitting, *(name for name in named if pack.is_for(name, report)))


def form(packs: Sequence[str], applied: Sequence[str], report: Report, lang: str) -> str:
    """What a report is checked as; empty where it was to be recognised and was not.

    That is the form of the ``applied`` packs or, where the user named packs that have none, these.
    """
    from jslint import pack  # noqa: PLC0415 - where a result is kept, no pack is read

    kind = formatters.say(lang, f"kind-{report.meta.kind or 'any'}")
    found = pack.form(applied, kind, lang)
    return found or ("" if AUTO in packs else say(lang, "packs", names=tuple(packs)))


def choose(
    packs: Sequence[str],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: Mapping[str, str],
    limits: Limits = DEFAULT,
    extend_select: tuple[str, ...] = (),
) -> RuleSet:
    """The selected rules of some packs.

    ``severity`` has those of rules that are other than in their packs, or ``off``, by ids or their
    beginnings. What ``extend_select`` names more closely than ``ignore`` is used.
    """
    from jslint import pack  # noqa: PLC0415 - where a result is kept, no pack is read

    ruleset = pack.load(packs, limits)
    rules = tuple(
        _regraded(rule, severity)
        for rule in ruleset.rules
        if is_used(rule.entry.id, select, ignore, severity, extend_select)
    )
    return replace(ruleset, rules=rules)


def of(report: Report, here: Here, limits: Limits) -> tuple[tuple[str, ...], RuleSet]:
    """The packs and the rules that a report is checked with, by what holds for it."""
    packs = chosen(here.packs, report)
    return packs, choose(packs, here.select, here.ignore, here.severity, limits, here.extend_select)


def with_checklist(ruleset: RuleSet, packs: Sequence[str], limits: Limits = DEFAULT) -> RuleSet:
    """A rule set with the rules that only the packs' checklists have."""
    from jslint import pack  # noqa: PLC0415 - as above

    own = (item.rule for item in pack.checklist(packs, limits))
    return replace(ruleset, rules=(*ruleset.rules, *(rule for rule in own if rule)))


def is_used(
    id_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: Mapping[str, str],
    extend_select: tuple[str, ...] = (),
) -> bool:
    """Whether a rule is selected, not ignored, and not off."""
    selected = not select or _closest(id_, (*select, *extend_select)) >= 0
    named = _closest(id_, ignore) <= _closest(id_, extend_select)
    return selected and named and graded(severity, id_) != OFF


def _closest(id_: str, prefixes: tuple[str, ...]) -> int:
    """How much of an id the longest prefix names, 0 for all rules; -1 where none does."""
    return max((_length(id_, prefix) for prefix in prefixes), default=-1)


def _length(id_: str, prefix: str) -> int:
    if prefix == ALL:
        return 0
    return len(prefix) if id_.startswith(prefix) else -1


def graded(severity: Mapping[str, str], id_: str) -> str | None:
    """The severity that a rule is given, by the longest beginning of its id; None for its own."""
    if not severity:
        return None
    name = id_.upper()
    close = max(severity, key=lambda prefix: _length(name, prefix))
    return severity[close] if _length(name, close) >= 0 else None


def _regraded(rule: Rule, severity: Mapping[str, str]) -> Rule:
    """A rule with the severity that the configuration gives it."""
    given = graded(severity, rule.entry.id)
    if given is None:
        return rule
    return replace(rule, entry=replace(rule.entry, severity=Severity(given)))


def capped(result: Result, severity: Mapping[str, str]) -> Result:
    """A result in which no diagnostic is graver than its rule is by the configuration.

    Some kinds weigh a case by itself: milder stays milder, graver does not.
    """
    if not severity:
        return result
    return replace(result, diagnostics=tuple(_capped(one, severity) for one in result.diagnostics))


def _capped(diagnostic: Diagnostic, severity: Mapping[str, str]) -> Diagnostic:
    given = Severity(graded(severity, diagnostic.rule) or diagnostic.severity)
    gathered = tuple(_capped(one, severity) for one in diagnostic.gathered)
    milder = given if given.rank < diagnostic.severity.rank else diagnostic.severity
    return replace(diagnostic, severity=milder, gathered=gathered)


def require(
    groups: Iterable[Sequence[str]], ids: Collection[str], named: Iterable[str], lang: str
) -> None:
    """Refuse a run that applied no rule (of these ids), and one ``named`` that no pack knows.

    An id of another shipped pack is no mistake: one setting may serve reports of several forms.
    """
    unmet = _strangers(named, ids)
    strangers = _strangers(unmet, known(groups)) if unmet else ()
    if strangers:
        close = _near(strangers, known(groups), lang)
        raise UsageError(say(lang, "unknown-rules", names=strangers, near=close))
    if not ids:
        raise UsageError(say(lang, "no-rules"))


def _near(names: Iterable[str], ids: Iterable[str], lang: str) -> str:
    """The ids that are like those that do not exist; where none is, how to see them all."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for the error

    every = sorted(ids)
    close = dict.fromkeys(one for name in names for one in get_close_matches(name, every))
    return say(lang, "near", names=listed(lang, close)) if close else say(lang, "see-all-rules")


def _strangers(prefixes: Iterable[str], ids: Collection[str]) -> tuple[str, ...]:
    return tuple(
        prefix
        for prefix in prefixes
        if prefix != ALL and not any(id_.startswith(prefix) for id_ in ids)
    )


def known(groups: Iterable[Sequence[str]], limits: Limits = DEFAULT) -> set[str]:
    """The ids of all rules of the shipped packs and of the named ones, each group on its own."""
    from jslint import pack  # noqa: PLC0415 - where a result is kept, no pack is read

    named = ([name for name in packs if name != AUTO] for packs in groups)
    return {*pack.ids(named, limits), *wording.RULES}
