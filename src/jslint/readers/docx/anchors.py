"""Comments of a Word file that speak to the checker, and the words that they are anchored on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import NOWHERE, Aside, Place
from jslint.readers.asides import of_comment
from jslint.readers.docx.names import w
from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_START, _END, _REFERENCE = MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class Anchors(Struct):
    """Where the words of each comment begin and end, by its id, as the reader comes by."""

    starts: dict[str, Place] = {}
    ends: dict[str, tuple[int, ...]] = {}
    references: dict[str, Place] = {}

    def within(self, tag: str, name: str, place: Place) -> None:
        """A mark inside a paragraph, before the character at this place."""
        if tag == _START:
            self.starts.setdefault(name, place)
        elif tag == _END:
            self.ends.setdefault(name, place.order)
        else:
            self.references.setdefault(name, place)

    def between(self, tag: str, name: str, order: int) -> None:
        """A mark between paragraphs, before the one with this order."""
        self.within(tag, name, Place(order=(order, 0)))

    def asides(self, comments: Element | None) -> Iterator[Aside]:
        """The comments that speak to the checker, each about its words.

        One without words of its own is about the paragraph that it hangs on.
        """
        for comment in comments if comments is not None else ():
            name = comment.get(w("id")) or ""
            words = of_comment(_words(comment)) if local(comment) == "comment" else None
            if words is not None:
                yield self._aside(name, words)

    def _aside(self, name: str, words: str) -> Aside:
        since, until = self.starts.get(name), self.ends.get(name)
        hung = self.references.get(name, NOWHERE)
        if since is not None and until is not None and since.order < until:
            shown = since if since.paragraph is not None else hung
            return Aside(words, shown, since.order, until)
        if hung is NOWHERE:
            return Aside(words, NOWHERE)
        number = hung.order[0]
        return Aside(words, hung, (number,), (number + 1,))


def _words(comment: Element) -> str:
    """What a comment says, its paragraphs on one line."""
    return " ".join(
        "".join(one.text or "" for one in part.iter(w("t"))) for part in comment.iter(w("p"))
    )
