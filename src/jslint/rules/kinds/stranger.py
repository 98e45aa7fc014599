"""stranger: a report's body says of itself what it says under its own name, not another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground import options
from jslint.rules.ground.concordance import concordance, squeeze
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_SHORTEST = 4
#: A name that more such statements have is that of a body whose accounts are told too.
_FEW = 2


class Stranger(Searching, frozen=True, kw_only=True):
    """Where a body tells of itself, as ``patterns`` find (the name is their group ``at``), it is the report's.

    Another's name is one that ``body`` finds whole, and whose group ``place`` is no part of the body's
    own. It is let pass where it stands anywhere else too, as those of bodies below and beside do.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        **Searching.OPTIONS,
        "body": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"unit", "name"})

    body: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Collect the names of others."""
        unit = squeeze(context.report.meta.unit.value)
        text = concordance(context).text
        if len(unit) < _SHORTEST or unit not in text:
            yield self.unchecked("no-unit")
            return
        found: dict[str, list[Hit]] = {}
        for hit, _ in self.hits(context):
            name = squeeze(hit.excerpt)
            body = self.body.fullmatch(name)
            if body and body["place"] not in unit:
                found.setdefault(name, []).append(hit)
        strange = {
            name: hits
            for name, hits in found.items()
            if len(hits) <= _FEW and text.count(name) <= len(hits)
        }
        for name, hits in strange.items():
            yield self._told(name, unit, hits)
        if not strange:
            yield Holds(self.entry.id, ())

    def _told(self, name: str, unit: str, hits: Sequence[Hit]) -> Outcome:
        first, *others = hits
        return self.diagnose(
            first.place,
            path=first.prose.path,
            excerpt=first.excerpt,
            expected=unit,
            actual=name,
            related=tuple(hit.related for hit in others),
            unit=unit,
            name=name,
        )
