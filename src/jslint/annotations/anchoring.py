"""Where in a Word document the marks around some words can stand: between runs, or in one cut in two.

Word shows no comments in footnotes, endnotes and text boxes: the marks for words in those stand
where the note is referred to, or where the box hangs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jslint.readers.docx.inline import printed
from jslint.readers.docx.names import child, w
from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from jslint.document import Place
    from jslint.readers.docx import Sources
    from jslint.readers.docx.inline import Piece
    from jslint.readers.docx.story import Source

#: What runs stand in, and marks may stand among them.
_CONTAINERS = frozenset(
    {
        "p", "hyperlink", "smartTag", "sdtContent", "customXml", "fldSimple", "dir", "bdo",
        "ins", "del", "moveFrom", "moveTo",
    }
)  # fmt: skip
_NOTES = ("footnote", "endnote")


class Point(NamedTuple):
    """A place for a mark: before, within or behind an element that stands among runs.

    Of a run ``child`` counts its elements other than its properties; ``offset`` is that in the text
    of the one, of which ``child`` come before. ``child`` is None for the end of a paragraph.
    """

    unit: Element
    child: int | None
    offset: int = 0


class Anchor(NamedTuple):
    """Where the marks of a comment stand; ``inside`` names what its words are in, where that has none."""

    start: Point
    end: Point
    inside: str = ""


class Held(NamedTuple):
    """A piece of a paragraph, and from where to where in it some words are."""

    piece: Piece
    since: int
    until: int


class Document(Struct, frozen=True):
    """A document's main part with what leads from any element to the place of a mark."""

    sources: Sources
    above: Mapping[Element, Element]
    noted: Mapping[Element, tuple[str, str]]
    references: Mapping[tuple[str, str], Element]

    def anchor(self, spans: Sequence[Place]) -> Anchor | None:
        """Where the marks of a comment on some words stand; None where there is no such paragraph."""
        own = [place for place in spans if len(place.order) > 1]
        first = self.sources.paragraphs.get(own[0].order[-2]) if own else None
        if first is None:
            return None
        outside = self._outside(first.element)
        if outside is not None:
            return outside
        end, last = own[-1], self.sources.paragraphs.get(own[-1].order[-2])
        if last is None or self.above.get(last.element) is not self.above.get(first.element):
            # Words over two cells, say: those in the first.
            end = [place for place in own if place.order[-2] == own[0].order[-2]][-1]
            last = first
        head, tail = _held(first, own[0]), _held(last, end)
        if not head or not tail:
            return Anchor(*(Point(first.element, None),) * 2)
        found = Anchor(self._start(head[0]), self._end(tail[-1]))
        return self._around_fields(first, found, head[0], tail[-1]) if last is first else found

    def _around_fields(self, source: Source, found: Anchor, head: Held, tail: Held) -> Anchor:
        """An anchor moved out of the fields all of whose results it holds, which Word writes anew."""
        fields = list(_fields(source.element))
        covered = _between(source, head, tail) if fields else []
        for begin, close, texts in fields:
            if texts and all(text in covered for text in texts):
                if head.piece.source in texts:
                    found = found._replace(start=Point(self._unit(begin), 0))
                if tail.piece.source in texts:
                    found = found._replace(end=_behind(self._unit(close)))
        return found

    def first(self) -> Anchor | None:
        """A place for what is nowhere: the first paragraph that says something, or the first at all."""
        sources = [one for one in self.sources.paragraphs.values() if one.element in self.above]
        for one in sources:
            held = [Held(piece, 0, len(piece.text)) for piece in one.pieces if piece.text.strip()]
            if held:
                outside = self._outside(one.element)
                return outside or Anchor(self._start(held[0]), self._end(held[-1]))
        return Anchor(*(Point(sources[0].element, None),) * 2) if sources else None

    def _outside(self, paragraph: Element) -> Anchor | None:
        """The place outside for what stands in a note or a text box; None where it stands in neither."""
        note = self.noted.get(paragraph)
        if note is not None:
            reference = self.references.get(note)
            if reference is None:  # within another note, say
                return self.first()
            return self._around(reference, f"in-{note[0]}")
        found, box = paragraph, None
        while (above := self.above.get(found)) is not None:
            found = above
            box = found if local(found) == "txbxContent" else box
        return self._around(box, "in-box") if box is not None else None

    def _around(self, element: Element, inside: str) -> Anchor:
        outer = self._outside(element)  # a reference within a text box
        if outer is not None:
            return outer._replace(inside=inside)
        unit = self._unit(element)
        return Anchor(Point(unit, 0), _behind(unit), inside)

    def _unit(self, element: Element) -> Element:
        """What holds an element and stands among runs."""
        way = [element]
        while local(way[-1]) != "p" and way[-1] in self.above:
            way.append(self.above[way[-1]])
        at = len(way) - 1
        while at > 1 and _is_open(way[at - 1], way[at - 2]):
            at -= 2 if local(way[at - 1]) == "sdt" else 1
        return way[max(at - 1, 0)]

    def _start(self, held: Held) -> Point:
        unit = self._unit(held.piece.source)
        at = _child(unit, held.piece.source)
        if at is None:
            return Point(unit, 0)
        whole = held.since == 0 or not _is_cut(held.piece)
        return Point(unit, at, 0 if whole else held.since)

    def _end(self, held: Held) -> Point:
        unit = self._unit(held.piece.source)
        at = _child(unit, held.piece.source)
        if at is None:
            return _behind(unit)
        whole = held.until == len(held.piece.text) or not _is_cut(held.piece)
        return Point(unit, at + 1) if whole else Point(unit, at, held.until)


def document(sources: Sources) -> Document:
    """The way from every element of a document, its notes included."""
    above = {below: one for one in sources.root.iter() for below in one}
    noted = {
        paragraph: name for name, note in sources.notes.items() for paragraph in note.iter(w("p"))
    }
    references = {
        (kind, one.get(w("id")) or ""): one
        for kind in _NOTES
        for one in sources.root.iter(w(f"{kind}Reference"))
    }
    return Document(sources, above, noted, references)


def _is_open(container: Element, inner: Element) -> bool:
    """Whether marks may stand in something that stands among runs, beside what it holds."""
    tag = local(container)
    if tag == "sdt":
        look = child(container, "sdtPr")
        bound = any(child(look, name) is not None for name in ("dataBinding", "text"))
        return local(inner) == "sdtContent" and not bound
    return tag in _CONTAINERS and tag != "p"


def contents(run: Element) -> list[Element]:
    """The children of a run without its properties."""
    return [one for one in run if local(one) != "rPr"]


def _behind(unit: Element) -> Point:
    return Point(unit, len(contents(unit)) if local(unit) == "r" else 1)


def _child(unit: Element, source: Element) -> int | None:
    """Which child of a run an element is; None where it is none, but stands deeper or is no run's."""
    if local(unit) != "r":
        return None
    return next((at for at, one in enumerate(contents(unit)) if one is source), None)


def _is_cut(piece: Piece) -> bool:
    """Whether a text can be cut in two by the offsets of what it prints."""
    source = piece.source
    return (
        local(source) == "t" and printed(source) == piece.text and "\r" not in (source.text or "")
    )


def _held(source: Source, place: Place) -> list[Held]:
    """The pieces of a paragraph that hold the words of a span; all of it where it has no columns."""
    start = 0 if place.column is None else place.column - 1
    end = 1 << 60 if place.column is None else max((place.end_column or 0) - 1, start)
    found: list[Held] = []
    at = 0
    for piece in source.pieces:
        size = len(piece.text)
        since, until = max(start - at, 0), min(end - at, size)
        if since < until or (
            start == end and 0 <= since < size and not found and at + size > start
        ):
            found.append(Held(piece, since, max(since, until)))
        at += size
    return found


def _between(source: Source, first: Held, last: Held) -> list[Element]:
    """The elements all of whose text some words hold, from one piece to another."""
    pieces = source.pieces
    since = next(at for at, one in enumerate(pieces) if one is first.piece)
    until = next(at for at, one in enumerate(pieces) if one is last.piece)
    covered = [one.source for one in pieces[since : until + 1]]
    if first.since:
        covered = covered[1:]
    if last.until < len(last.piece.text):
        covered = covered[:-1]
    return covered


def _fields(paragraph: Element) -> Iterator[tuple[Element, Element, list[Element]]]:
    """The fields that begin and end in a paragraph, with the texts of their results."""
    open_ones: list[tuple[Element, list[Element], bool]] = []
    for one in paragraph.iter():
        tag, kind = local(one), one.get(w("fldCharType"))
        if tag == "fldSimple":
            yield one, one, list(one.iter(w("t")))
        elif tag == "fldChar" and kind == "begin":
            open_ones.append((one, [], False))
        elif tag == "fldChar" and open_ones and kind == "separate":
            open_ones[-1] = (*open_ones[-1][:2], True)
        elif tag == "fldChar" and open_ones and kind == "end":
            begin, texts, _ = open_ones.pop()
            yield begin, one, texts
        elif tag == "t":
            for _, texts, shown in open_ones:
                texts.extend([one] if shown else [])
