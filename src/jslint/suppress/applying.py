"""Diagnostics that somebody has accepted, each with a reason: set apart, counted, never lost.

One suppression hides one diagnostic: where it fits several it hides none, so that no other fault
hides behind it. A diagnostic that names several rules (``also``) is hidden where all are named, and
one that stands for several (``gathered``) is taken apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.diagnostic import Suppressed, apart
from jslint.suppress.standing import Standing
from jslint.suppress.wording import say, told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import date

    from jslint.diagnostic import Diagnostic, Result
    from jslint.suppress.suppression import Suppression

#: So many suppressions of one report are looked at: more is no use of them.
MOST = 1000


class Terms(Struct, frozen=True):
    """What a suppression is held to: the day, the ids of the rules that ran and of all there are."""

    today: date
    ran: frozenset[str]
    known: Callable[[], Collection[str]]
    lang: str = "zh"


class _Slot(Struct, frozen=True, eq=False):
    """One rule that a suppression names: room for one diagnostic."""

    suppression: Suppression
    rule: str


def apply(result: Result, suppressions: Iterable[Suppression], terms: Terms) -> Result:
    """The result with the accepted diagnostics set apart, and with what is wrong with suppressions."""
    remarks: list[Diagnostic] = []
    slots: list[_Slot] = []
    for number, one in enumerate(suppressions):
        if number >= MOST:
            said = say(terms.lang, "many", most=MOST)
            remarks.append(told(terms.lang, "SUP006", one.place, one.words, said))
            break
        wrong = _wrong(one, terms)
        remarks += wrong
        if not wrong:
            slots += (_Slot(one, rule) for rule in dict.fromkeys(one.rules))
    pieces = [apart(found) for found in result.diagnostics]
    standing = Standing.of(result.path, (piece for each in pieces for piece in each))
    there = {slot: standing.where(slot.suppression) for slot in slots}
    taken, unsure = _matched(there)
    remarks += _left(there, taken, unsure, terms)
    gone = {id(found) for found in taken.values()}
    accepted = tuple(_suppressed(slot.suppression, found) for slot, found in taken.items())
    kept = _kept(result.diagnostics, pieces, gone)
    return replace(
        result,
        diagnostics=tuple(sorted((*kept, *remarks), key=lambda one: one.place.order)),
        suppressed=tuple(sorted(accepted, key=lambda one: one.diagnostic.place.order)),
    )


def _kept(
    diagnostics: Iterable[Diagnostic], pieces: Iterable[tuple[Diagnostic, ...]], gone: set[int]
) -> Iterator[Diagnostic]:
    """What is not accepted: of diagnostics that stand for several, those that are left."""
    for found, each in zip(diagnostics, pieces, strict=True):
        left = [piece for piece in each if id(piece) not in gone]
        yield from [found] if len(left) == len(each) else left


def _suppressed(one: Suppression, found: Diagnostic) -> Suppressed:
    until = one.last_day.isoformat() if one.last_day else ""
    return Suppressed(found, one.reason, one.place, one.file, until)


def _wrong(one: Suppression, terms: Terms) -> list[Diagnostic]:
    """Why a suppression does not count at all."""
    if one.fault:
        return [told(terms.lang, "SUP006", one.place, one.words, one.fault)]
    strange = [rule for rule in one.rules if not _runs(rule, terms.ran)]
    strange = [rule for rule in strange if not _runs(rule, terms.known())] if strange else []
    if strange:
        said = say(terms.lang, "strange", rule=strange[0])
        return [told(terms.lang, "SUP006", one.place, one.words, said)]
    if not re.search(r"\w", one.reason):
        return [_remark("SUP001", one, ",".join(one.rules), terms.lang)]
    if one.last_day and terms.today > one.last_day:
        until = one.last_day.isoformat()
        return [_remark("SUP003", one, ",".join(one.rules), terms.lang, until=until)]
    return []


def _runs(rule: str, ids: Collection[str]) -> bool:
    return any(id_.upper().startswith(rule) for id_ in ids)


def _remark(rule: str, one: Suppression, named: str, lang: str, **values: object) -> Diagnostic:
    return told(lang, rule, one.place, one.words, say(lang, rule, rule=named, **values))


def _matched(
    there: dict[_Slot, list[Diagnostic]],
) -> tuple[dict[_Slot, Diagnostic], dict[_Slot, int]]:
    """Which slot takes which diagnostic; and those that fit several, with how many."""
    fits = {slot: [one for one in found if _fits(slot, one)] for slot, found in there.items()}
    taken: dict[_Slot, Diagnostic] = {}
    progress = True
    while progress:
        progress = False
        for left, several in _alike(fits, taken):
            gone = {id(one) for one in taken.values()} if progress else set()
            if len(left) <= len(several) and gone.isdisjoint(left):
                ones = [one for one in fits[several[0]] if id(one) in left]
                taken.update(zip(several, ones, strict=False))
                progress = True
    gone = {id(one) for one in taken.values()}
    unsure = {
        slot: sum(id(one) not in gone for one in ones)
        for slot, ones in fits.items()
        if slot not in taken and any(id(one) not in gone for one in ones)
    }
    return taken, unsure


def _alike(
    fits: dict[_Slot, list[Diagnostic]], taken: dict[_Slot, Diagnostic]
) -> list[tuple[frozenset[int], list[_Slot]]]:
    """The slots that wait, by the diagnostics that each could still take, the fewest first."""
    gone = {id(one) for one in taken.values()}
    alike: dict[frozenset[int], list[_Slot]] = {}
    for slot, ones in fits.items():
        left = frozenset(id(one) for one in ones if id(one) not in gone)
        if slot not in taken and left:
            alike.setdefault(left, []).append(slot)
    return sorted(alike.items(), key=lambda item: len(item[0]))


def _fits(slot: _Slot, found: Diagnostic) -> bool:
    """Whether a slot's rule is the diagnostic's, and its suppression names all rules."""
    named = slot.suppression.rules
    return found.rule.upper().startswith(slot.rule) and not _unnamed(named, found)


def _unnamed(named: Sequence[str], found: Diagnostic) -> list[str]:
    return [rule for rule in _every(found) if not rule.upper().startswith(tuple(named))]


def _left(
    there: dict[_Slot, list[Diagnostic]],
    taken: dict[_Slot, Diagnostic],
    unsure: dict[_Slot, int],
    terms: Terms,
) -> Iterator[Diagnostic]:
    """What there is to say of the slots that took nothing."""
    used = {(id(slot.suppression), rule) for slot, one in taken.items() for rule in _every(one)}
    for slot, found in there.items():
        one = slot.suppression
        if slot in taken or any(id(one) == at and _runs(slot.rule, [rule]) for at, rule in used):
            continue
        partly = next((each for each in found if _runs(slot.rule, _every(each))), None)
        if slot in unsure:
            yield _remark("SUP004", one, slot.rule, terms.lang, count=unsure[slot])
        elif partly is not None and _unnamed(one.rules, partly):
            values = {
                "missing": tuple(_unnamed(one.rules, partly)),
                "all": ",".join(_every(partly)),
            }
            yield _remark("SUP005", one, slot.rule, terms.lang, **values)
        elif _runs(slot.rule, terms.ran) and not one.shared:
            yield _remark("SUP002", one, slot.rule, terms.lang)


def _every(found: Diagnostic) -> tuple[str, ...]:
    """All rules that a diagnostic breaks."""
    return (found.rule, *found.also)
