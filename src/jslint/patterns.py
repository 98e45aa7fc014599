"""Regular expressions that are compiled when first used."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, AnyStr, Generic, cast

from jslint import codes

if TYPE_CHECKING:
    import re


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


def matchable(name: str) -> str:
    """A name as text, which is what patterns are matched with: U+FFFD for what of it is none.

    Such names are those of archives that were packed on a Chinese Windows.
    """
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
