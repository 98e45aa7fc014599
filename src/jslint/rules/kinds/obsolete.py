"""obsolete-names: names that were replaced by others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.rules.bench.grading import capped
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import PROSE, concordances
from jslint.rules.ground.renamed import Names, names
from jslint.rules.ground.searching import roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_MOST_RELATED = 50


class ObsoleteNames(Rule, frozen=True, kw_only=True):
    """No old name is used in reports of the year ``since`` and later; all places of one old name are one diagnostic.

    A name that is part of a longer known one is left alone. Where ``since`` counts and the report's
    year is not known, an old name may be the right one: it is no more than an info.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "names": names,
        "roles": roles,
        "since": options.integer,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"count"})

    names: Names
    since: int = 0
    roles: tuple[str, ...] = tuple(sorted(PROSE))

    def check(self, context: Context) -> Iterator[Outcome]:
        """Search all names at once."""
        year = context.report.meta.year
        if year is not None and year < self.since:
            yield self.unchecked("other-year", years=f"{self.since}—", year=year)
            return
        found: dict[str, list[Hit]] = {}
        for source in concordances(context, self.roles):
            for hit in source.find(self.names.pattern, self.roles):
                if hit.excerpt in self.names.successors:
                    found.setdefault(hit.excerpt, []).append(hit)
                else:
                    yield Holds(self.entry.id, ())
        doubts = ("year-unknown",) if self.since and year is None else ()
        for old, (first, *rest) in found.items():
            yield self.diagnose(
                first.place,
                path=first.prose.path,
                severity=capped(self.entry.severity, *doubts),
                excerpt=old,
                actual=old,
                expected=self.names.successors[old],
                count=1 + len(rest),
                related=tuple(Related(hit.place, old) for hit in rest[:_MOST_RELATED]),
            )
        if context.prose and not found:
            yield Holds(self.entry.id, ())
