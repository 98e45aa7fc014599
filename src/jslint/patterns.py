"""Patterns that are compiled when first used, and what patterns find, each pair searched once."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, AnyStr, Generic, cast

from msgspec import Struct

from jslint import codes

if TYPE_CHECKING:
    import re

    import re2


class Lazy:
    """A regular expression that is compiled when first used."""

    @property
    @abstractmethod
    def compiled(self) -> object:
        """The compiled pattern."""

    def __getattr__(self, name: str) -> object:
        """Compile at the first use, and from then on answer as the compiled pattern does."""
        known = self.__dict__
        if "_made" not in known:
            known["_made"] = self.compiled
        known[name] = found = getattr(known["_made"], name)
        return found


class _Own(Lazy, Generic[AnyStr]):
    """One of Python's own."""

    def __init__(self, text: AnyStr, flags: int) -> None:
        self._text: AnyStr = text
        self._flags = flags

    @property
    def compiled(self) -> re.Pattern[AnyStr]:
        """The compiled pattern."""
        return codes.compiled(self._text, self._flags)


def regex(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression of the program's, which is compiled when first used.

    All those of the readers and the grammar together take a fifth of a short run to compile.
    """
    return cast("re.Pattern[AnyStr]", _Own(text, flags))


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
