"""What patterns find in the names, titles and headings of a report, each pair searched once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import re2


class Patterns(Struct, frozen=True):
    """Remembers for one report whether a pattern is found in a text, or matches it whole.

    The rules and quantities of a pack ask the same of the same few texts again and again.
    Patterns alike in their text must be alike, so those with ``^`` and ``$`` for lines do not
    belong here.
    """

    _found: dict[tuple[str, str], bool] = {}
    _whole: dict[tuple[str, str], bool] = {}

    def finds(self, pattern: re2._Regexp, value: str) -> bool:
        """Whether the pattern is found anywhere in the text."""
        key = str(pattern), value
        known = self._found.get(key)
        if known is None:
            # A word without signs is itself what it finds; to compile it takes longer than to look.
            plain = key[0].isalnum()
            known = key[0] in value if plain else pattern.search(value) is not None
            self._found[key] = known
        return known

    def matches(self, pattern: re2._Regexp, value: str) -> bool:
        """Whether the pattern matches the text from end to end."""
        key = str(pattern), value
        known = self._whole.get(key)
        if known is None:
            plain = key[0].isalnum()
            known = key[0] == value if plain else pattern.fullmatch(value) is not None
            self._whole[key] = known
        return known
