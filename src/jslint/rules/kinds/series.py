"""series: what is numbered one by one lacks no number."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context

#: Fewer numbers are no series.
_FEWEST = 4


class Series(Searching, frozen=True, kw_only=True):
    """The groups ``number`` of all matches go on one by one from 1, each as often as it is printed.

    A series of fewer than four different numbers is not looked at.
    """

    VALUES: ClassVar[frozenset[str]] = frozenset({"missing", "before"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every number with the one before."""
        hits = [hit for hit, _ in self.hits(context) if hit.groups.get("number", "").isdecimal()]
        if len({int(hit.groups["number"]) for hit in hits}) < _FEWEST:
            return
        gaps = list(_gaps(hits))
        for hit, missing in gaps:
            yield self.diagnose(
                hit.place,
                path=hit.prose.path,
                excerpt=hit.excerpt,
                missing="、".join(map(str, missing)),
                before=hit.groups["number"],
            )
        if not gaps:
            yield Holds(self.entry.id, ())


def _gaps(hits: list[Hit]) -> Iterator[tuple[Hit, list[int]]]:
    """The matches before which numbers are left out that stand nowhere."""
    known = {int(hit.groups["number"]) for hit in hits}
    last = 0
    for hit in hits:
        number = int(hit.groups["number"])
        missing = [one for one in range(last + 1, number) if one not in known]
        if missing:
            yield hit, missing
        last = max(last, number)
