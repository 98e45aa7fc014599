"""What each item of a checklist comes to, by what the rules found: nothing passes unlooked at.

An item passes where each of its rules was applied, everywhere, and found nothing. One that could not
be applied, at one place even, leaves it unchecked; so does a part of the report that was not read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.checklist import days
from jslint.checklist.model import Answer, Dates, Reason, Verdict
from jslint.checklist.words import say
from jslint.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jslint.diagnostic import Diagnostic, Result, Suppressed, Unchecked
    from jslint.document import Report
    from jslint.pack.checklists import Deadline, Item
    from jslint.rules.ground.entry import Entry


class Evidence(Struct, frozen=True):
    """What a run found, and which rules it applied."""

    result: Result
    entries: Mapping[str, Entry]
    lang: str = "zh"


def answers(
    items: Iterable[Item], evidence: Evidence, report: Report, given: Dates
) -> tuple[Answer, ...]:
    """The answers to all items; ``given`` are the dates that the user names."""
    return tuple(_answer(item, evidence, report, given) for item in items)


def _answer(item: Item, evidence: Evidence, report: Report, given: Dates) -> Answer:
    if item.hand:
        words = say(evidence.lang, "by-hand", how=item.hand)
        return Answer(item=item, verdict=Verdict.UNCHECKED, reasons=(Reason(words),))
    if item.deadline:
        return _dated(
            item, item.deadline, days.printed(report, item.deadline), given, evidence.lang
        )
    ids = (*item.rules, *((item.rule.entry.id,) if item.rule else ()))
    return _by_rules(item, ids, evidence)


def _by_rules(item: Item, ids: tuple[str, ...], evidence: Evidence) -> Answer:
    result = evidence.result
    about = [one for one in result.diagnostics if not set(ids).isdisjoint(_rules(one))]
    found = tuple(one for one in about if _counts(one, ids, evidence.entries))
    hints = tuple(one for one in about if one not in found)
    accepted = tuple(
        one for one in result.suppressed if not set(ids).isdisjoint(_rules(one.diagnostic))
    )
    reasons = (
        *(reason for id_ in ids for reason in _open(id_, hints, evidence)),
        *_accepted(accepted, evidence.lang),
        *_unread(result, evidence.lang),
    )
    verdict = Verdict.FAILED if found else Verdict.UNCHECKED if reasons else Verdict.PASSED
    return Answer(
        item=item,
        verdict=verdict,
        found=found,
        hints=hints,
        accepted=accepted,
        held=sum(one.rule in ids for one in result.holds),
        reasons=reasons,
    )


def _rules(found: Diagnostic) -> tuple[str, ...]:
    """All rules that a diagnostic is of."""
    return (found.rule, *found.also)


def _counts(found: Diagnostic, ids: Iterable[str], entries: Mapping[str, Entry]) -> bool:
    """Whether a diagnostic is a fault: at least a warning, or as grave as its rule can be."""
    if found.severity.rank >= Severity.WARNING.rank:
        return True
    ours = [id_ for id_ in _rules(found) if id_ in ids and id_ in entries]
    return any(entries[id_].severity is Severity.INFO for id_ in ours)


def _open(id_: str, hints: Iterable[Diagnostic], evidence: Evidence) -> Iterator[Reason]:
    """Why a rule was not applied, in whole or in part."""
    entry = evidence.entries.get(id_)
    if entry is None:
        yield Reason(say(evidence.lang, "not-applied"), id_)
        return
    reasons = Counter(_said(one) for one in evidence.result.unchecked if one.rule == id_)
    for words, count in reasons.items():
        yield Reason(words, id_, entry.called(evidence.lang), count)
    looked = any(one.rule == id_ for one in evidence.result.holds)
    remarked = any(id_ in _rules(one) for one in hints)
    broken = any(id_ in _rules(one) for one in evidence.result.diagnostics)
    if not (reasons or looked or remarked or broken):
        yield Reason(say(evidence.lang, "nothing"), id_, entry.called(evidence.lang))


def _said(unchecked: Unchecked) -> str:
    """The reason alone; at a place, the words of that place stand before it."""
    words, _, reason = unchecked.reason.partition("：" if "：" in unchecked.reason else ": ")
    return reason if unchecked.place and reason else words if not reason else unchecked.reason


def _accepted(accepted: Iterable[Suppressed], lang: str) -> Iterator[Reason]:
    for one in accepted:
        words = say(lang, "accepted", message=one.diagnostic.message, reason=one.reason)
        yield Reason(words, one.diagnostic.rule)


def _unread(result: Result, lang: str) -> Iterator[Reason]:
    for _, what in result.unread:
        yield Reason(say(lang, "unread", what=what))


def _dated(item: Item, deadline: Deadline, cover: Dates, given: Dates, lang: str) -> Answer:
    """The answer to a deadline; what the user says of a date goes before what the cover prints."""
    dates = Dates(given.approved or cover.approved, given.published or cover.published)
    missing = [
        Reason(say(lang, f"no-{name}"))
        for name, day in (("approved", dates.approved), ("published", dates.published))
        if day is None
    ]
    if dates.approved is None or dates.published is None:
        return Answer(item=item, verdict=Verdict.UNCHECKED, reasons=tuple(missing), dates=dates)
    took = (dates.published.day - dates.approved.day).days
    kept = 0 <= took <= deadline.days
    verdict = Verdict.PASSED if kept else Verdict.FAILED
    return Answer(item=item, verdict=verdict, dates=dates, days=took)
