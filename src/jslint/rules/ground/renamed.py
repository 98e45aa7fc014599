"""Names that were replaced by others: read from a pack, and what an old one is called now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import re2
from msgspec import Struct

from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.rules.ground.concordance import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.tree import Node

said = Family("packs").phrase


class Names(Struct, frozen=True):
    """Old names with the new ones, and one pattern that finds the longest name at a place."""

    pattern: re2._Regexp
    successors: Mapping[str, str]

    def current(self, name: str) -> str:
        """The name that an account has now: the new one of an old name, white space set aside."""
        plain = squeeze(name)
        return self.successors.get(plain, plain)


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
            raise options.OptionError(said("replaced-name-needs"), item)
        successors.update(dict.fromkeys(old, new))
        kept = values.get("keep", ())
        known |= {*old, new, *(kept if isinstance(kept, tuple) else ())}
    # RE2 prefers the alternative that stands first: the longest name at a place wins.
    ordered = sorted(known, key=lambda name: (-len(name), name))
    return Names(options.made("|".join(map(re2.escape, ordered)), node), successors)
