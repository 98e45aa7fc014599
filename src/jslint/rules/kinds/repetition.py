"""repetition: the same words printed twice where they should stand once, such as a caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.bench.grading import capped
from jslint.rules.ground import options
from jslint.rules.ground.concordance import squeeze
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome, Severity
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_MOST_RELATED = 50
_MOST_QUOTED = 6


class Repetition(Searching, frozen=True, kw_only=True):
    """No two matches have the same named groups, white space set aside; ``at`` does not count.

    All repetitions of a report are one diagnostic, at the first that repeats something. With
    ``siblings`` these are headings: two right under one heading, with text below both, are told
    apart from others, which are information.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        **Searching.OPTIONS,
        "siblings": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"count", "words"})

    siblings: bool = False

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
        sure = [pair for pair in pairs if not self.siblings or _are_siblings(*pair)]
        others = [pair for pair in pairs if pair not in sure]
        if sure:
            yield self._diagnose(sure, self.entry.severity)
        if others:
            yield self._diagnose(others, capped(self.entry.severity, "again"))
        if seen and not pairs:
            yield Holds(self.entry.id, ())

    def _diagnose(self, pairs: list[tuple[Hit, Hit]], severity: Severity) -> Outcome:
        first, again = pairs[0]
        related = [first, *(hit for pair in pairs[1:] for hit in pair)]
        return self.diagnose(
            again.place,
            path=again.prose.path,
            severity=severity,
            excerpt=first.excerpt,
            count=len(pairs),
            words="”“".join(original.excerpt for original, _ in pairs[:_MOST_QUOTED]),
            related=tuple(hit.related for hit in related[:_MOST_RELATED]),
        )


def _are_siblings(one: Hit, other: Hit) -> bool:
    """Whether two headings stand right under one heading, with something below each."""
    paths = one.prose.path, other.prose.path
    return paths[0][:-1] == paths[1][:-1] and all(path[-1].blocks for path in paths)
