"""What a paragraph prints: its runs, without what Word hides, deletes or only instructs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from jslint.readers.docx.names import child, is_on, value, w
from jslint.readers.docx.symbols import symbol
from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from jslint.readers.docx.styles import Styles

_CONTENTS = "TOC"
# Properties and marks: nothing in them is printed where they stand.
_SILENT = frozenset(
    {
        "pPr", "rPr", "sdtPr", "sdtEndPr", "fldData", "delInstrText", "annotationRef",
        "footnoteRef", "endnoteRef",
        "bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "smartTagPr",
        "customXmlPr", "softHyphen", "rt", "ctrlPr",
    }
)  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_KEPT = {"accepted": ("ins", "moveTo"), "original": ("del", "moveFrom")}
_DROPPED = {"accepted": ("del", "moveFrom"), "original": ("ins", "moveTo")}


def kept(tag: str, tracked: str) -> bool:
    """Whether a view of the tracked changes shows what stands in such an element."""
    return tag not in _DROPPED[tracked]


def is_tracked(tag: str) -> bool:
    """Whether an element marks a tracked change."""
    return tag in _KEPT["accepted"] or tag in _KEPT["original"]


class Piece(NamedTuple):
    """What one element of a paragraph prints.

    It is ``firm`` where the element holds the text as it is printed; not where it is a sign, or in
    the result of a field, which Word writes anew.
    """

    text: str
    source: Element
    firm: bool


class Field(Struct):
    """An open field: its instruction as far as it is read, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether its result is a contents page."""
        return self.shown and self.instruction.split()[:1] == [_CONTENTS]


class Counts(Struct):
    """How often a document holds what cannot be read, or tracked changes."""

    pictures: int = 0
    objects: int = 0
    changes: int = 0
    chunks: int = 0

    @property
    def drawn(self) -> int:
        """How much stands in the document that is no text."""
        return self.pictures + self.objects + self.chunks


class Fields(Struct):
    """The fields that are open where the reader stands; they may reach over paragraphs."""

    open: list[Field] = []

    @property
    def visible(self) -> bool:
        """Whether text here is printed: within no field's instruction."""
        return all(found.shown for found in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether text here belongs to a contents page that Word made."""
        return any(found.is_contents for found in self.open)

    def turn(self, kind: str | None) -> None:
        """Begin a field, go over to its result, or end it."""
        if kind == "begin":
            self.open.append(Field())
        elif kind == "separate" and self.open:
            self.open[-1].shown = True
        elif kind == "end" and self.open:
            self.open.pop()

    def instruct(self, text: str) -> None:
        """Read a further piece of an instruction."""
        if self.open and not self.open[-1].shown:
            self.open[-1].instruction += text

    def end_paragraph(self) -> None:
        """Drop fields without a result, so that a broken one does not hide the rest."""
        self.open = [found for found in self.open if found.shown]

    def end_contents(self) -> None:
        """Drop a contents page that was never ended."""
        self.open = [found for found in self.open if not found.is_contents]


class Inline(Struct):
    """Collects what a paragraph prints, and what hangs on it: boxes, notes, ends of comments."""

    styles: Styles
    fields: Fields
    counts: Counts
    tracked: str
    pieces: list[Piece] = []
    boxes: list[Element] = []
    notes: list[tuple[str, str]] = []
    marks: list[tuple[str, str, int]] = []
    in_contents: bool = False
    length: int = 0

    def walk(self, element: Element) -> None:
        """Read the children of a paragraph, a run or another container."""
        for found in element:
            tag = local(found)
            act = _ACTS.get(tag)
            if act:
                act(self, found)
            elif tag in _SIGNS:
                self._print(_SIGNS[tag], found)
            elif is_tracked(tag):
                self.counts.changes += 1
                if kept(tag, self.tracked):
                    self.walk(found)
            elif tag not in _SILENT:
                self.walk(found)

    def _print(self, text: str, source: Element, *, firm: bool = False) -> None:
        if self.fields.visible:
            self.pieces.append(Piece(text, source, firm and not self.fields.open))
            self.length += len(text)
            self.in_contents = self.in_contents or self.fields.in_contents

    def text(self, element: Element) -> None:
        """A piece of text, or of a formula's."""
        self._print(printed(element), element, firm=True)

    def deleted(self, element: Element) -> None:
        """A piece of text that a tracked change deletes."""
        if self.tracked == "original":
            self._print(printed(element), element)

    def run(self, element: Element) -> None:
        """A run, unless it is hidden."""
        look = child(element, "rPr")
        style = value(child(look, "rStyle"))
        hidden = child(look, "vanish")
        if is_on(hidden) or (hidden is None and style and self.styles.of(style).hidden):
            return
        self.walk(element)

    def sign(self, element: Element) -> None:
        """A character of a symbol font."""
        sign = symbol(element.get(w("font")) or "", element.get(w("char")) or "")
        self._print(sign, element)

    def field_mark(self, element: Element) -> None:
        """Where a field begins, shows its result, or ends."""
        self.fields.turn(element.get(w("fldCharType")))

    def instruction(self, element: Element) -> None:
        """A piece of a field's instruction."""
        self.fields.instruct(element.text or "")

    def simple_field(self, element: Element) -> None:
        """A field whose result stands within one element."""
        self.fields.open.append(Field(element.get(w("instr")) or "", shown=True))
        self.walk(element)
        self.fields.open.pop()

    def footnote(self, element: Element) -> None:
        """A reference to a footnote."""
        self.notes.append(("footnote", element.get(w("id")) or ""))

    def endnote(self, element: Element) -> None:
        """A reference to an endnote."""
        self.notes.append(("endnote", element.get(w("id")) or ""))

    def mark(self, element: Element) -> None:
        """Where a comment's words begin or end, or where it is referred to."""
        self.marks.append((local(element), element.get(w("id")) or "", self.length))

    def ruby(self, element: Element) -> None:
        """A text with its pronunciation above: the text."""
        for base in element.iter(w("rubyBase")):
            self.walk(base)

    def drawing(self, element: Element) -> None:
        """A shape or picture."""
        if local(element) == "object":
            self.counts.objects += 1
        elif any(local(found) in _PICTURES for found in element.iter()):
            self.counts.pictures += 1
        self.boxes.extend(boxes(element))

    def either(self, element: Element) -> None:
        """One of two forms of the same content."""
        chosen = choice(element)
        if chosen is not None:
            self.walk(chosen)


_PICTURES = frozenset({"blip", "imagedata", "chart", "relIds"})
_ACTS: dict[str, Callable[[Inline, Element], None]] = {
    "t": Inline.text,
    "delText": Inline.deleted,
    "r": Inline.run,
    "sym": Inline.sign,
    "fldChar": Inline.field_mark,
    "instrText": Inline.instruction,
    "fldSimple": Inline.simple_field,
    "footnoteReference": Inline.footnote,
    "endnoteReference": Inline.endnote,
    "commentRangeStart": Inline.mark,
    "commentRangeEnd": Inline.mark,
    "commentReference": Inline.mark,
    "ruby": Inline.ruby,
    "drawing": Inline.drawing,
    "pict": Inline.drawing,
    "object": Inline.drawing,
    "AlternateContent": Inline.either,
}


def printed(element: Element) -> str:
    """The characters of a text element, line ends in it being mere layout of the XML."""
    return (element.text or "").replace("\r", "").replace("\n", " ")


def choice(element: Element) -> Element | None:
    """The newer form of a content that stands in two forms, unless it says nothing to us."""
    forms = [found for found in element if local(found) in ("Choice", "Fallback")]
    return next((found for found in forms if _says(found)), forms[0] if forms else None)


def _says(element: Element) -> bool:
    return any(local(found) in _SAYING for found in element.iter())


_SAYING = frozenset({"t", "txbxContent", *_PICTURES})


def boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in a shape, each once."""
    for found in element:
        tag = local(found)
        if tag == "txbxContent":
            yield found
        elif tag == "AlternateContent":
            chosen = choice(found)
            if chosen is not None:
                yield from boxes(chosen)
        else:
            yield from boxes(found)
