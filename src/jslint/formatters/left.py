"""Rules that could not be applied, each told once for each reason, with the number of places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.formatters.places import where
from jslint.formatters.wording import say
from jslint.phrases import listed

if TYPE_CHECKING:
    from jslint.run import Run

#: So many of the places are named.
_FEW = 3


class Skipped(Struct, frozen=True):
    """A rule, why it was not applied, in how many places, and the first of them."""

    rule: str
    reason: str
    count: int
    places: tuple[str, ...]


def named(run: Run, one: Skipped) -> str:
    """Where a rule was not applied: alone its place, else the number of places and the first."""
    if one.count == 1:
        return one.places[0]
    key = "places-of" if one.count == len(one.places) else "places-and-more"
    places = listed(run.lang, one.places)
    return say(run.lang, key, count=one.count, places=places)


def skipped(run: Run) -> list[Skipped]:
    """The rules of a run that were not applied somewhere, in the order of their ids."""
    counts: dict[tuple[str, str], int] = {}
    places: dict[tuple[str, str], dict[str, None]] = {}
    for result in run.results:
        for one in result.unchecked:
            key = one.rule, one.reason
            counts[key] = counts.get(key, 0) + 1
            known = places.setdefault(key, {})
            if len(known) < _FEW:
                known[where(result.path, one.place) if one.place else result.path] = None
    return [Skipped(*key, count, tuple(places[key])) for key, count in sorted(counts.items())]
