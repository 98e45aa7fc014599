"""pattern: words that must not stand in a report."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground import options
from jslint.rules.ground.entry import CHOICE
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.edits import Edit
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context
    from jslint.rules.ground.searching import Wanted
    from jslint.tree import Node

_MOST_RELATED = 50
_MOST_QUOTED = 4


class Pattern(Searching, frozen=True, kw_only=True):
    """None of ``patterns`` is found.

    There is one diagnostic ``per`` ``place``, ``paragraph`` or ``report``; ``{count}`` is how many
    places it speaks of, ``{words}`` quotes the different ones. A pattern is a text, or a mapping of
    ``find`` and ``expect``, what should stand there; its group ``at`` marks the words complained
    of.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        **Searching.OPTIONS,
        "per": options.choice("place", "paragraph", "report"),
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"count", "words"})

    per: str = "place"

    def check(self, context: Context) -> Iterator[Outcome]:
        """Search the whole report."""
        if not self.applies(context):
            return
        hits = list(self.hits(context))
        if not hits:
            yield Holds(self.entry.id, ())
        for _, group in groupby(hits, key=self._group):
            yield self._diagnose(context, list(group))

    def _group(self, pair: tuple[Hit, Wanted]) -> tuple[int, int]:
        hit, _ = pair
        if self.per == "report":
            return 0, 0
        return id(hit.prose), hit.start if self.per == "place" else 0

    def _diagnose(self, context: Context, pairs: list[tuple[Hit, Wanted]]) -> Outcome:
        (first, wanted), *rest = pairs
        quoted = list(dict.fromkeys(hit.excerpt for hit, _ in pairs))
        return self.diagnose(
            first.place,
            path=first.prose.path,
            excerpt=first.excerpt,
            expected=wanted.expect(first),
            related=tuple(hit.related for hit, _ in rest[:_MOST_RELATED]),
            count=len(pairs),
            words="”“".join(quoted[:_MOST_QUOTED]),
            edits=self._edits(context, pairs),
        )

    def _edits(self, context: Context, pairs: list[tuple[Hit, Wanted]]) -> tuple[Edit, ...]:
        """What puts all places right, where that is known of each."""
        if not self.entry.fix:
            return ()
        each = [hit.rewritten(self._new(context, hit, wanted)) for hit, wanted in pairs]
        return tuple(one for edits in each for one in edits) if all(each) else ()

    def _new(self, context: Context, hit: Hit, wanted: Wanted) -> str:
        """What should stand in the place of the words; empty where nothing can be said."""
        if self.entry.fix != CHOICE:
            return wanted.expect(hit)
        from jslint.rules.bench import choices  # noqa: PLC0415 - forms are mostly filled in

        return choices.decided(context, hit)
