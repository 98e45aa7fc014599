"""What a run found, in a language: the rules and the diagnosis hold keys and values, no sentences."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from jslint.diagnostic import Account, Diagnostic, Holds, Related, Unchecked
from jslint.figures.figure import BLANK
from jslint.phrases import mark, worded

if TYPE_CHECKING:
    from jslint.diagnostic import Broken, Cause, Outcome, Result, Seen, SeenTable, Suspect
    from jslint.phrases import Told


def result(found: Result[Told], lang: str) -> Result:
    """All that a run found in a report, diagnostics in reading order."""
    spoken = [diagnostic(one, lang) for one in found.diagnostics]
    said = replace(
        found,
        diagnostics=tuple(sorted(spoken, key=_reading_order)),
        unchecked=tuple(_unchecked(one, lang) for one in found.unchecked),
        account=account(found.account, lang),
        unread=tuple((at, worded(lang, why)) for at, why in found.unread),
    )
    return cast("Result", said)


def outcome(one: Outcome, lang: str) -> Diagnostic | Holds | Unchecked:
    """What a rule found, in a language; what holds needs no words."""
    if isinstance(one, Diagnostic):
        return diagnostic(one, lang)
    return one if isinstance(one, Holds) else _unchecked(one, lang)


def _unchecked(one: Unchecked[Told], lang: str) -> Unchecked:
    return Unchecked(one.rule, worded(lang, one.reason), one.place)


def diagnostic(found: Broken, lang: str) -> Diagnostic:
    """A diagnostic with all that it stands for."""
    each = partial(diagnostic, lang=lang)
    said = replace(
        found,
        message=_printed(lang, worded(lang, found.message)),
        expected=worded(lang, found.expected),
        actual=_printed(lang, found.actual),
        note=worded(lang, found.note),
        related=tuple(
            Related(one.place, _printed(lang, worded(lang, one.excerpt))) for one in found.related
        ),
        cause=_cause(found.cause, lang) if found.cause else None,
        gathered=tuple(map(each, found.gathered)),
        readings=tuple(map(each, found.readings)),
    )
    return cast("Diagnostic", said)


def _printed(lang: str, said: str) -> str:
    """What is said with blank cells called so in its language: figures know but one word for them."""
    return said.replace(BLANK, mark(lang, "blank")) if BLANK in said else said


def _cause(found: Cause[Told], lang: str) -> Cause:
    named = partial(_suspect, lang=lang)
    said = replace(
        found,
        suspects=tuple(map(named, found.suspects)),
        alternatives=tuple(tuple(map(named, each)) for each in found.alternatives),
    )
    return cast("Cause", said)


def _suspect(one: Suspect[Told], lang: str) -> Suspect:
    said = replace(one, name=worded(lang, one.name), actual=_printed(lang, one.actual))
    return cast("Suspect", said)


def account(found: Account[Told], lang: str) -> Account:
    """What became of every figure."""
    return Account(
        tuple(_seen(one, lang) for one in found.figures),
        tuple(_table(one, lang) for one in found.tables),
        tuple(
            diagnostic(one, lang) if isinstance(one, Diagnostic) else one for one in found.outcomes
        ),
    )


def _seen(one: Seen[Told], lang: str) -> Seen:
    if isinstance(one.name, str) and isinstance(one.reason, str):
        return cast("Seen", one)
    said = replace(one, name=worded(lang, one.name), reason=worded(lang, one.reason))
    return cast("Seen", said)


def _table(one: SeenTable[Told], lang: str) -> SeenTable:
    columns = (replace(each, reason=worded(lang, each.reason)) for each in one.columns)
    return cast("SeenTable", replace(one, columns=tuple(columns), unread=worded(lang, one.unread)))


def _reading_order(one: Diagnostic) -> tuple[object, ...]:
    return one.place.order, one.rule, one.message
