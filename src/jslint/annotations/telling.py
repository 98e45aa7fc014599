"""Diagnostics as notes: what stands there, what should, how that is computed, and where else to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.account import Fit, stand
from jslint.annotations.model import Note
from jslint.annotations.spans import Index, around, quoted
from jslint.annotations.words import say
from jslint.formatters import wording
from jslint.formatters.computations import computation, label
from jslint.formatters.phrases import FEW, heading, joined
from jslint.formatters.places import posix, spot
from jslint.harmful import clean
from jslint.phrases import introduced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.account import Judged, Stand
    from jslint.diagnostic import Diagnostic, Related, Result
    from jslint.document import Place
    from jslint.run import Run

#: So many computations are written out.
_SUMS = 3


class _Teller(Struct, frozen=True):
    """What notes are told from."""

    run: Run
    result: Result
    index: Index
    stand: Stand


def notes(run: Run, result: Result) -> list[Note]:
    """The diagnostics of a result, which has its report with it, as notes in reading order."""
    assert result.report is not None
    teller = _Teller(run, result, Index.of(result.report), stand(result.account))
    return [_note(teller, found) for found in result.diagnostics]


def _note(teller: _Teller, found: Diagnostic) -> Note:
    lang = teller.run.lang
    entry = teller.run.entries.get(found.rule)
    name = heading(teller.run, found.rule)
    # Rules of readers are in no pack, and in English packs have no titles.
    name = name if name != found.rule else f"{found.rule} {found.name}"
    return Note(
        place=found.place,
        spans=teller.index.spans(found.place, found.excerpt),
        severity=found.severity,
        rule=found.rule,
        head=clean(f"{wording.say(lang, found.severity.value)} {name}"),
        message=clean(found.message),
        section=clean(found.section),
        wrote=clean(found.actual or joined(found.excerpt)),
        expected=clean(found.expected),
        maybe=found.cause is not None and bool(found.cause.alternatives),
        sums=tuple(map(clean, _sums(teller, found))),
        basis=clean(entry.told(lang, "basis")) if entry else "",
        others=tuple(map(clean, _others(teller, found))),
    )


def _sums(teller: _Teller, found: Diagnostic) -> list[str]:
    """The relations that fail, written out: those of the wrong figures, or the one complained of."""
    lang, account = teller.run.lang, teller.result.account
    told = (computation(lang, one, account, teller.stand) for one in _broken(teller, found))
    return list(dict.fromkeys(told))[:_SUMS]


def _broken(teller: _Teller, found: Diagnostic) -> Iterator[Judged]:
    suspects = found.cause.suspects if found.cause else ()
    own = {place.key for place in found.relation.places} if found.relation else None
    for place in [one.place for one in suspects] or [found.place, *found.figures]:
        for judged in teller.stand.of(place):
            if judged.relation is None or judged.fit not in (Fit.EDGE, Fit.BROKEN):
                continue
            if suspects or {one.key for one in judged.relation.places} == own:
                yield judged


def _others(teller: _Teller, found: Diagnostic) -> Iterator[str]:
    """The other places that a diagnostic speaks of, by heading and sentence."""
    lang = teller.run.lang
    own = teller.index.find(found.place, found.excerpt)
    here = around(own) if own and not found.place.cell else None
    told = list(
        dict.fromkeys(filter(None, (_other(teller, found, one, here) for one in found.related)))
    )
    yield from (say(lang, "other", words=one) for one in told[:FEW])
    if len(told) > FEW:
        yield say(lang, "more", count=len(told) - FEW)


def _other(teller: _Teller, found: Diagnostic, related: Related, here: object) -> str:
    """One of them; nothing where that is the sentence in which the diagnostic itself stands."""
    lang, place = teller.run.lang, related.place
    # Its name alone: where the files lie says nothing to who gets them.
    path = posix(place.path).rpartition("/")[2] if place.path != found.place.path else ""
    if place.cell is not None or place.sheet is not None:
        seen = teller.stand.seen.get(place.key)
        where, said = _cell(teller, place), seen.text if seen else joined(related.excerpt)
    else:
        words = teller.index.find(place, related.excerpt)
        if words and around(words) == here:
            return ""
        where = words.heading if words else spot(place)
        said = quoted(words) if words else joined(related.excerpt)
        said = say(lang, "quoted", words=said)
    head = " ".join(filter(None, (path, where)))
    return introduced(lang, head, said)


def _cell(teller: _Teller, place: Place) -> str:
    """A cell by its table, its row and its column; by its coordinates too where it is in a sheet."""
    lang = teller.run.lang
    seen = teller.stand.seen.get(place.key)
    at = spot(place) if place.sheet is not None else ""
    if seen is not None:
        return " ".join(filter(None, (at, label(lang, seen, teller.result.account))))
    found = teller.index.find(place)
    title = say(lang, "of-table", title=found.heading) if found and found.heading else ""
    return " ".join(filter(None, (at or spot(place), title)))
