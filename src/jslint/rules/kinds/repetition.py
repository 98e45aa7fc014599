"""repetition: the same words printed twice where they should stand once, such as a caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground.concordance import squeeze
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context

_MOST_RELATED = 50
_MOST_QUOTED = 6


class Repetition(Searching, frozen=True, kw_only=True):
    """No two matches have the same named groups, white space set aside; ``at`` does not count.

    All repetitions of a report are one diagnostic, at the first that repeats something.
    """

    VALUES: ClassVar[frozenset[str]] = frozenset({"count", "words"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare all matches with each other."""
        seen: dict[tuple[str, ...], Hit] = {}
        pairs: list[tuple[Hit, Hit]] = []
        for hit, _ in self.hits(context):
            key = tuple(squeeze(value) for name, value in hit.groups.items() if name != "at")
            if key in seen:
                pairs.append((seen[key], hit))
            else:
                seen[key] = hit
        if pairs:
            yield self._diagnose(context, pairs)
        elif seen:
            yield Holds(self.entry.id, ())

    def _diagnose(self, context: Context, pairs: list[tuple[Hit, Hit]]) -> Outcome:
        first, again = pairs[0]
        related = [first, *(hit for pair in pairs[1:] for hit in pair)]
        return self.diagnose(
            context,
            again.place,
            path=again.prose.path,
            excerpt=first.excerpt,
            count=len(pairs),
            words="”“".join(original.excerpt for original, _ in pairs[:_MOST_QUOTED]),
            related=tuple(hit.related for hit in related[:_MOST_RELATED]),
        )
