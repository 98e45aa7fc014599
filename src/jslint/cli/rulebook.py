"""Which rules a run applies: packs, and the rules of them that are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import pack
from jslint.cli.words import say
from jslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from jslint.document import Report
    from jslint.pack import RuleSet

AUTO = "auto"


def prefixes(given: Iterable[str]) -> tuple[str, ...]:
    """Rule ids or their beginnings, from options that may each hold several with commas."""
    parts = (
        part.strip().upper() for option in given for part in option.replace("，", ",").split(",")
    )
    return tuple(part for part in parts if part)


def load(packs: Sequence[str]) -> None:
    """Read the named packs, so that what is wrong with them is said before anything else."""
    named = [name for name in packs if name != AUTO]
    if named:
        pack.load(named)


def choose(
    packs: Sequence[str], report: Report, select: tuple[str, ...], ignore: tuple[str, ...]
) -> RuleSet:
    """The selected rules of the named packs and, with ``auto``, of those that fit the report."""
    fitting = pack.choose(report) if AUTO in packs else ()
    ruleset = pack.load((*fitting, *(name for name in packs if name != AUTO)))
    rules = tuple(
        rule
        for rule in ruleset.rules
        if (not select or rule.entry.id.startswith(select))
        and not (ignore and rule.entry.id.startswith(ignore))
    )
    return replace(ruleset, rules=rules)


def require(
    packs: Sequence[str],
    applied: Iterable[RuleSet],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: str,
) -> None:
    """Refuse a run that applied no rule, and a rule id that no pack knows.

    An id of another shipped pack is no mistake: one setting may serve reports of several forms.
    """
    ids = {rule.entry.id for ruleset in applied for rule in ruleset.rules}
    unmet = _strangers((*select, *ignore), ids)
    strangers = _strangers(unmet, _known(packs)) if unmet else ()
    if strangers:
        raise UsageError(say(lang, "unknown-rules", names="、".join(strangers)))
    if not ids:
        raise UsageError(say(lang, "no-rules"))


def _strangers(prefixes: Iterable[str], ids: Collection[str]) -> tuple[str, ...]:
    return tuple(prefix for prefix in prefixes if not any(id_.startswith(prefix) for id_ in ids))


def _known(packs: Sequence[str]) -> set[str]:
    """The ids of all rules of the shipped packs and of the named ones."""
    names = {*(info.name for info in pack.available()), *packs} - {AUTO}
    return {rule.entry.id for name in sorted(names) for rule in pack.load([name]).rules}
