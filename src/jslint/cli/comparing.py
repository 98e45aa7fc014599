"""jslint compare: what became of the diagnostics and the figures from one draft to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint import baseline
from jslint.addresses import WITHIN
from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
)
from jslint.cli import check, finding
from jslint.cli.recording import asked
from jslint.cli.streams import complain, say_lines, say_out
from jslint.diagnostic import Severity, apart
from jslint.errors import UsageError
from jslint.formatters import members, wording
from jslint.formatters.jsontext import dumps
from jslint.formatters.places import location, where
from jslint.phrases import Family
from jslint.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jslint.baseline import Change
    from jslint.cli.settings import Settings
    from jslint.diagnostic import Address, Diagnostic, Result, Stated

tell = Family("drafts")
measure = Family("measures")

_STOPPED = 2
_NO_ONE = "compared"


class Told(Struct, frozen=True):
    """A diagnostic and the result that it belongs to."""

    result: Result
    found: Diagnostic


class Drafts(Struct, frozen=True):
    """Two drafts beside each other."""

    new: tuple[Told, ...]
    mended: tuple[Told, ...]
    unchecked: tuple[Told, ...]
    still: tuple[Told, ...]
    figures: tuple[Change, ...]


def compare(old: str, new: str, options: Mapping[str, object], *, as_json: bool) -> int:
    """Check both drafts alike and print the difference; the exit status."""
    settings = asked({**options, "paths": (old, new)})
    both = [_results(path, settings) for path in (old, new)]
    if any(one is None for one in both):
        return _STOPPED
    before, after = ([*one] for one in both if one is not None)
    drafts = between(before, after)
    if as_json:
        say_out(dumps(_members(old, new, drafts)))
    else:
        say_lines(_lines(settings.lang, after, drafts))
    if settings.fail_on == "never":
        return 0
    rank = Severity(settings.fail_on).rank
    return int(any(one.found.severity.rank >= rank for one in drafts.new))


def _results(path: str, settings: Settings) -> list[Result] | None:
    """What is found in a draft, which is one report; None, and why, where it could not be read."""
    alone = replace(settings, paths=(path,), baseline=None)
    sought = finding.find(alone.paths, check.searching(alone))
    count = len(sought.files)
    if count > 1 and not settings.as_one_report:
        raise UsageError(tell(settings.lang, "draft-several", path=path, count=count))
    found = check.examined(alone, sought)
    for failure in found.failures:
        complain(settings.lang, failure.told(settings.lang))
    return None if found.failures else list(found.results)


def between(before: Iterable[Result], after: Iterable[Result]) -> Drafts:
    """What became of the diagnostics and figures; the bodies are taken for one, as are the years."""
    before, after = list(map(_nobody, before)), list(map(_nobody, after))
    known = baseline.Standing(one for result in before for one in baseline.entries(result, ""))
    sifted = [known.sift(result, "") for result in after]
    ran = _rules(before)
    mended = {one.key: one.count for one in known.mended(ran)}
    unchecked = {one.key: one.count for one in known.unchecked(ran)}
    return Drafts(
        new=tuple(Told(result, one) for result in sifted for one in result.diagnostics),
        mended=tuple(_taken(before, mended)),
        unchecked=tuple(_taken(before, unchecked)),
        still=tuple(Told(result, one) for result in sifted for one in result.known),
        figures=tuple(
            baseline.changes(
                [one for result in before for one in result.stated],
                [one for result in after for one in result.stated],
            )
        ),
    )


def _nobody(result: Result) -> Result:
    return replace(result, body=_NO_ONE, year="")


def _rules(results: Iterable[Result]) -> set[str]:
    return {one.rule for result in results for one in result.diagnostics}


def _taken(results: Iterable[Result], left: dict[tuple[str, ...], int]) -> Iterator[Told]:
    """As many diagnostics of each key as are left of it."""
    for result in results:
        for found in result.diagnostics:
            pieces = apart(found)
            keys = [baseline.entry(result, one, "").key for one in pieces]
            gone = [one for one, key in zip(pieces, keys, strict=True) if _take(left, key)]
            yield from (
                Told(result, one) for one in ([found] if len(gone) == len(pieces) else gone)
            )


def _take(left: dict[tuple[str, ...], int], key: tuple[str, ...]) -> bool:
    """Take one of a key, if any is left."""
    if not left.get(key, 0):
        return False
    left[key] -= 1
    return True


def _lines(lang: str, after: list[Result], drafts: Drafts) -> Iterator[str]:
    kinds = (
        ("draft-new", drafts.new),
        ("draft-mended", drafts.mended),
        ("draft-unchecked", drafts.unchecked),
        ("draft-still", drafts.still),
    )
    for key, several in kinds:
        yield tell(lang, key, count=len(several))
        for one in several:
            place = where(one.result.path, one.found.place)
            severity = wording.say(lang, one.found.severity.value)
            yield f"  {place}: {severity}[{one.found.rule}] {one.found.message}"
    yield tell(lang, "draft-figures", count=len(drafts.figures))
    for change in drafts.figures:
        yield f"  {_changed(lang, after, change)}"


def _changed(lang: str, after: list[Result], change: Change) -> str:
    stands = change.new or change.old
    assert stands is not None
    path = after[0].path if change.new and after else ""
    address = stands.address
    subject, measure = _named(lang, address)
    subject = "/".join(reversed(subject.split(WITHIN)))
    what = " ".join(filter(None, (address.section, subject, measure)))
    none = tell(lang, "draft-none")
    old, new = (one.address.value if one else none for one in (change.old, change.new))
    place = where(path, stands.place) if path else "-"
    return tell(lang, "draft-was", where=place, what=what, old=old or none, new=new or none)


def _named(lang: str, address: Address) -> tuple[str, str]:
    """What a figure is of and how it measures it, in words; a cell's column is words already."""
    kind, _, base = address.measure.partition(" ")
    if f"kind-{kind}" not in measure:
        return address.subject, address.measure
    base = "" if kind == AMOUNT and base == ACTUAL else base
    words = (_called(lang, part.split(":")[0], part) for part in base.split())
    return address.subject, "".join((*words, _called(lang, kind, kind)))


def _called(lang: str, name: str, unknown: str) -> str:
    key = f"kind-{name}"
    return measure(lang, key) if key in measure else unknown


def _members(old: str, new: str, drafts: Drafts) -> dict[str, object]:
    listed = {
        "new": drafts.new,
        "mended": drafts.mended,
        "unchecked": drafts.unchecked,
        "still": drafts.still,
    }
    return {
        "version": 1,
        "old": old,
        "new": new,
        "diagnostics": {
            name: [members.diagnostic(Run(()), one.result, one.found) for one in several]
            for name, several in listed.items()
        },
        "figures": [
            {
                "section": stands.address.section,
                "subject": stands.address.subject,
                "measure": stands.address.measure,
                "old": _figure(change.old),
                "new": _figure(change.new),
            }
            for change in drafts.figures
            if (stands := change.new or change.old)
        ],
        "summary": {name: len(several) for name, several in listed.items()}
        | {"figures": len(drafts.figures)},
    }


def _figure(one: Stated | None) -> dict[str, object] | None:
    return {"value": one.address.value, "location": location(one.place)} if one else None
