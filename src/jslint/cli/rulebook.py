"""Which rules a run applies: packs, and the rules of them that are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import pack, suppress
from jslint.cli.words import say
from jslint.diagnostic import Severity
from jslint.errors import UsageError
from jslint.limits import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from jslint.diagnostic import Diagnostic, Result
    from jslint.document import Report
    from jslint.limits import Limits
    from jslint.pack import RuleSet
    from jslint.rules.ground.base import Rule

AUTO = "auto"
#: What a configuration may give a rule besides a severity: then the rule is not used.
OFF = "off"


def prefixes(given: Iterable[str]) -> tuple[str, ...]:
    """Rule ids or their beginnings, from options that may each hold several with commas."""
    parts = (
        part.strip().upper() for option in given for part in option.replace("，", ",").split(",")
    )
    return tuple(part for part in parts if part)


def load(packs: Sequence[str], limits: Limits = DEFAULT) -> None:
    """Read the named packs, so that what is wrong with them is said before anything else."""
    named = [name for name in packs if name != AUTO]
    if named:
        pack.load(named, limits)


def chosen(packs: Sequence[str], report: Report) -> tuple[str, ...]:
    """The named packs and, with ``auto``, before them those that fit the report."""
    fitting = pack.choose(report) if AUTO in packs else ()
    return (*fitting, *(name for name in packs if name != AUTO))


def form(packs: Sequence[str], applied: Sequence[str], report: Report, lang: str) -> str:
    """What a report is checked as; empty where it was to be recognised and was not.

    That is the form of the ``applied`` packs or, where the user named packs that have none, these.
    """
    kind = say(lang, f"kind-{report.meta.kind or 'any'}")
    found = pack.form(applied, kind, lang)
    return found or ("" if AUTO in packs else say(lang, "packs", names="、".join(packs)))


def choose(
    packs: Sequence[str],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: Mapping[str, str],
    limits: Limits = DEFAULT,
) -> RuleSet:
    """The selected rules of some packs.

    ``severity`` has those of rules that are other than in their packs, or ``off``.
    """
    ruleset = pack.load(packs, limits)
    rules = tuple(
        _regraded(rule, severity)
        for rule in ruleset.rules
        if (not select or rule.entry.id.startswith(select))
        and not (ignore and rule.entry.id.startswith(ignore))
        and severity.get(rule.entry.id.upper()) != OFF
    )
    return replace(ruleset, rules=rules)


def _regraded(rule: Rule, severity: Mapping[str, str]) -> Rule:
    """A rule with the severity that the configuration gives it."""
    given = severity.get(rule.entry.id.upper())
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
    given = Severity(severity.get(diagnostic.rule.upper(), diagnostic.severity))
    return (
        replace(diagnostic, severity=given) if given.rank < diagnostic.severity.rank else diagnostic
    )


def require(
    groups: Iterable[Sequence[str]],
    ids: Collection[str],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: str,
) -> None:
    """Refuse a run that applied no rule (of these ids), and a rule id that no pack knows.

    An id of another shipped pack is no mistake: one setting may serve reports of several forms.
    """
    unmet = _strangers((*select, *ignore), ids)
    strangers = _strangers(unmet, known(groups)) if unmet else ()
    if strangers:
        raise UsageError(say(lang, "unknown-rules", names="、".join(strangers)))
    if not ids:
        raise UsageError(say(lang, "no-rules"))


def _strangers(prefixes: Iterable[str], ids: Collection[str]) -> tuple[str, ...]:
    return tuple(prefix for prefix in prefixes if not any(id_.startswith(prefix) for id_ in ids))


def known(groups: Iterable[Sequence[str]], limits: Limits = DEFAULT) -> set[str]:
    """The ids of all rules of the shipped packs and of the named ones, each group on its own."""
    named = ([name for name in packs if name != AUTO] for packs in groups)
    return {*pack.ids(named, limits), *suppress.RULES}
