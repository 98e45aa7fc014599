"""obsolete-names: names that were replaced by others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import re2
from msgspec import Struct

from jslint.diagnostic import Holds, Related
from jslint.rules import options
from jslint.rules.base import Rule
from jslint.rules.concordance import PROSE, concordances
from jslint.rules.searching import roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.concordance import Hit
    from jslint.rules.context import Context
    from jslint.tree import Node

_MOST_RELATED = 50


class Names(Struct, frozen=True):
    """Old names with the new ones, and one pattern that finds the longest name at a place."""

    pattern: re2._Regexp
    successors: Mapping[str, str]


def names(node: Node) -> Names:
    """A list of ``{old: …, new: …}``; ``keep: …`` is a longer name that is right as it is."""
    successors: dict[str, str] = {}
    known: set[str] = set()
    for item in options.items(node):
        values = options.mapping(
            item, {"old": options.texts, "new": options.text, "keep": options.texts}
        )
        old, new = values.get("old"), values.get("new")
        if not isinstance(old, tuple) or not isinstance(new, str):
            raise options.OptionError(
                "每个旧名要写 old 和 new", "a replaced name needs 'old' and 'new'", item
            )
        successors.update(dict.fromkeys(old, new))
        kept = values.get("keep", ())
        known |= {*old, new, *(kept if isinstance(kept, tuple) else ())}
    # RE2 prefers the alternative that stands first: the longest name at a place wins.
    ordered = sorted(known, key=lambda name: (-len(name), name))
    return Names(options.quick("|".join(map(re2.escape, ordered))), successors)


class ObsoleteNames(Rule, frozen=True, kw_only=True):
    """No old name is used; all places of one old name are one diagnostic.

    A name that is part of a longer known one is left alone.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"names": names, "roles": roles}
    VALUES: ClassVar[frozenset[str]] = frozenset({"count"})

    names: Names
    roles: tuple[str, ...] = tuple(sorted(PROSE))

    def check(self, context: Context) -> Iterator[Outcome]:
        """Search all names at once."""
        found: dict[str, list[Hit]] = {}
        for source in concordances(context, self.roles):
            for hit in source.find(self.names.pattern, self.roles):
                if hit.excerpt in self.names.successors:
                    found.setdefault(hit.excerpt, []).append(hit)
                else:
                    yield Holds(self.entry.id, ())
        for old, (first, *rest) in found.items():
            yield self.diagnose(
                context,
                first.place,
                path=first.prose.path,
                excerpt=old,
                actual=old,
                expected=self.names.successors[old],
                count=1 + len(rest),
                related=tuple(Related(hit.place, old) for hit in rest[:_MOST_RELATED]),
            )
        if context.prose and not found:
            yield Holds(self.entry.id, ())
