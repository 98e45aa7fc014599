"""The phrases of the program: whatever it says to users, in both languages, at one place.

A module of this room is a family of phrases: a literal ``PHRASES`` that holds the Chinese and the
English of each key side by side, so that neither can be forgotten. It is loaded when the first of its
phrases is said; what is never said costs nothing. Names in braces are values.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, overload

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: In the order in which a phrase has them.
LANGUAGES = ("zh", "en")
#: A phrase in all languages.
Said = tuple[str, str]


class Phrase(Struct, frozen=True):
    """Something to say, not yet in a language: a key of a family, and its values.

    A value that is a phrase itself is said in the same language.
    """

    family: str
    key: str
    values: tuple[tuple[str, object], ...] = ()

    def said(self, lang: str) -> str:
        """The phrase in a language."""
        return Family(self.family)(lang, self.key, **dict(self.values))


class Joined(Struct, frozen=True):
    """Parts with a mark between them that is one of a family's; not yet in a language."""

    mark: str
    parts: tuple[object, ...]
    family: str = "marks"

    def said(self, lang: str) -> str:
        """The parts in a language; nothing between them where no mark is named."""
        between = Family(self.family)(lang, self.mark) if self.mark else ""
        return between.join(str(worded(lang, part)) for part in self.parts)


class Message(Struct, frozen=True):
    """A text of a rule pack in each language that it has, and its values; not yet in a language."""

    texts: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, object], ...] = ()

    def said(self, lang: str) -> str:
        """The text in a language, or in Chinese where it is in no other, with its values."""
        texts = dict(self.texts)
        given = {name: worded(lang, value) for name, value in self.values}
        return (texts.get(lang) or texts["zh"]).format_map(given)


#: What may be put into a message before its language is known.
Told = Phrase | Joined | Message | str


class Family:
    """The phrases of a family, each under its key; calling it says one."""

    __slots__ = ("_known", "name")

    def __init__(self, name: str) -> None:
        """The family in the module of this name."""
        self.name = name
        self._known: Mapping[str, Said] | None = None

    def __call__(self, lang: str, key: str, /, **values: object) -> str:
        """A phrase in the language, with its values."""
        given = {name: worded(lang, value) for name, value in values.items()}
        return self.template(lang, key).format_map(given)

    def phrase(self, key: str, /, **values: object) -> Phrase:
        """A phrase that is said later, when the language is known."""
        return Phrase(self.name, key, tuple(values.items()))

    def template(self, lang: str, key: str) -> str:
        """A phrase in the language, as it stands before its values."""
        return self._phrases[key][LANGUAGES.index(lang)]

    def __contains__(self, key: str) -> bool:
        return key in self._phrases

    @property
    def _phrases(self) -> Mapping[str, Said]:
        if self._known is None:
            self._known = import_module(f"jslint.phrases.{self.name}").PHRASES
        return self._known


#: The marks of a language, which are set by these functions or stand alone.
mark = Family("marks")


def listed(lang: str, items: Iterable[str]) -> str:
    """Items with the language's commas between them."""
    return mark(lang, "items").join(items)


def clauses(lang: str, parts: Iterable[str]) -> str:
    """Parts with the language's semicolons between them."""
    return mark(lang, "semicolon").join(parts)


def bracketed(lang: str, words: str) -> str:
    """Words in brackets, as they follow what they are about; nothing where there are none."""
    return mark(lang, "bracketed", words=words) if words else ""


def introduced(lang: str, what: str, words: str) -> str:
    """Words after what they are about and a colon; alone where nothing is named."""
    return f"{what}{mark(lang, 'colon')}{words}" if what else words


@overload
def worded(lang: str, value: Told | tuple[object, ...]) -> str: ...


@overload
def worded(lang: str, value: object) -> object: ...


def worded(lang: str, value: object) -> object:
    """A value as it is said in a language: a phrase in words, a tuple as a list, all else as it is."""
    if isinstance(value, (Phrase, Joined, Message)):
        return value.said(lang)
    if isinstance(value, tuple):
        return listed(lang, (str(worded(lang, one)) for one in value))
    return value
