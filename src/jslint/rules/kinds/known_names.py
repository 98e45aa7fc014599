"""known-names: a name that is nearly one of a list, and none of it, is a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground import options
from jslint.rules.ground.concordance import squeeze
from jslint.rules.ground.searching import Searching, Wanted, wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: Names of fewer characters are one slip away from too many other words.
_SHORTEST = 6
#: In names of this many characters two neighbouring ones may be wrong.
_LONG = 9
#: So many characters at either end of a name are there where words are left out in its middle.
_KEPT = 2
#: In a list that has so many of the names, what is not one of them is no free wording.
_SEVERAL = 2


class KnownNames(Searching, frozen=True, kw_only=True):
    """What ``patterns`` find ends in none of ``names``, unless it is one of them as it stands.

    A name is nearly another where one character differs, is missing or is one too many, two have
    changed places, or in a long name two that stand together differ. What ``among`` finds counts only
    in a paragraph that has one of the names besides; beside several, words left out of the middle of
    a name make it another, too.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        **Searching.OPTIONS,
        "names": options.texts,
        "among": wanted,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset()

    names: tuple[str, ...]
    among: tuple[Wanted, ...] = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every name that is found with the list."""
        among: dict[int, int] = {}  # of each paragraph, once
        for hit, pattern in self.hits(context):
            if pattern in self.among:
                text = hit.prose.text
                if id(text) not in among:
                    among[id(text)] = self._standing_in(squeeze(text.value))
                if not among[id(text)]:
                    continue
            words = squeeze(hit.excerpt)
            printed, meant = self._nearest(words)
            if not meant and among.get(id(hit.prose.text), 0) >= _SEVERAL:
                printed, meant = words, self._without_middle(words)
            if not meant:
                yield Holds(self.entry.id, ())
                continue
            # The end of the match is that of the name; blanks inside it count for its beginning.
            start = _start(hit, len(printed))
            yield self.diagnose(
                hit.prose.text.at(start, hit.end),
                path=hit.prose.path,
                excerpt=printed,
                expected=meant,
                actual=printed,
            )

    def _patterns(self) -> tuple[Wanted, ...]:
        return (*self.patterns, *self.among)

    def _standing_in(self, value: str) -> int:
        return sum(name in value for name in self.names)

    def _nearest(self, words: str) -> tuple[str, str]:
        """The end of some words that is nearly a name, and the name; empty where there is none."""
        if words.endswith(self.names):
            return "", ""
        for name in self.names:
            for size in (len(name), len(name) - 1, len(name) + 1):
                printed = words[-size:]
                if len(name) >= _SHORTEST and len(printed) == size and _is_near(printed, name):
                    return printed, name
        return "", ""

    def _without_middle(self, words: str) -> str:
        """The one name of which words are left out in the middle; empty where there is none."""
        found = [
            name
            for name in self.names
            if _SHORTEST <= len(words) < len(name)
            and name.startswith(words[:_KEPT])
            and any(
                name == words[:at] + name[at : at - len(words)] + words[at:] for at in _cuts(words)
            )
        ]
        return found[0] if len(found) == 1 else ""


def _cuts(words: str) -> range:
    """Where something may have stood that is left out: between the first and the last characters."""
    return range(_KEPT, len(words) - _KEPT + 1)


def _is_near(printed: str, name: str) -> bool:
    shorter = min(len(printed), len(name))
    start = next((i for i in range(shorter) if printed[i] != name[i]), shorter)
    rest = range(shorter - start)
    end = next((i for i in rest if printed[-1 - i] != name[-1 - i]), shorter - start)
    was, becomes = name[start : len(name) - end], printed[start : len(printed) - end]
    if len(was) == len(becomes) == 2:  # noqa: PLR2004
        return len(name) >= _LONG or was == becomes[::-1]
    return max(len(was), len(becomes)) == 1


def _start(hit: Hit, size: int) -> int:
    """Where the last characters of a hit begin, blanks not counted."""
    at = hit.end
    while size:
        at -= 1
        size -= not hit.prose.text.value[at].isspace()
    return at
