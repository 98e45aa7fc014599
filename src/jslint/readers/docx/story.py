"""The body of a document in order: paragraphs with their numbers, tables, text boxes, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from jslint.document import EMPTY, Place, Run, Text
from jslint.readers import texts
from jslint.readers.breaks import pieces
from jslint.readers.docx import frames
from jslint.readers.docx.anchors import MARKS, Anchors
from jslint.readers.docx.contents import entry, is_title
from jslint.readers.docx.inline import Counts, Fields, Inline, Piece, choice, is_tracked, kept
from jslint.readers.docx.model import CONTENTS_TITLE, ENTRY, Block, Cell
from jslint.readers.docx.names import child, is_on, number, value, w
from jslint.readers.docx.styles import properties
from jslint.readers.items import Item
from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from jslint.limits import Meter
    from jslint.readers.docx.frames import Frame
    from jslint.readers.docx.numbering import Counters
    from jslint.readers.docx.styles import Style, Styles

_GALLERY = "Table of Contents"
_LONGEST_ENTRY = 120
_WIDEST = 200
_CONTAINERS = frozenset({"customXml", "sdt", "sdtContent", "ins", "moveTo", "del", "moveFrom"})
_GONE = {"accepted": ("del", "moveFrom"), "original": ("ins", "moveTo")}
_CELLS_GONE = {"accepted": "cellDel", "original": "cellIns"}


class Source(NamedTuple):
    """A paragraph's element, and the pieces that it prints."""

    element: Element
    pieces: list[Piece]


class Story(Struct):
    """Reads block after block, counting paragraphs, tables and list numbers as it goes.

    ``notes`` are the footnotes and endnotes by kind and id; ``tracked`` is ``accepted`` or
    ``original``. A paragraph's number counts every paragraph of the body, those in cells too, but
    not those in text boxes and notes, which have the number of the paragraph that they hang on.
    ``sources`` gathers, where it is given, every paragraph by the order of its places.
    """

    styles: Styles
    counters: Counters
    meter: Meter
    notes: Mapping[tuple[str, str], Element] = {}
    tracked: str = "accepted"
    counts: Counts = field(default_factory=Counts)
    fields: Fields = field(default_factory=Fields)
    sources: dict[int, Source] | None = None
    anchors: Anchors = field(default_factory=Anchors)
    _paragraph: int = 0
    _table: int = 0
    _order: int = 0
    _cell: str | None = None
    _held: list[Text] = []
    _aside: int = 0
    _gallery: int = 0
    _first_entry: str = ""

    def whole(self, parent: Element) -> Iterator[Block]:
        """The blocks of the body, a cell, a text box or a note, from its beginning to its end."""
        return frames.joined(self._everything(parent))

    def _everything(self, parent: Element) -> Iterator[Block | Frame]:
        yield from self._blocks(parent)
        if self._held:
            yield from (Block(Item(piece)) for piece in pieces(_together(self._held)))
            self._held = []

    def _blocks(self, parent: Element) -> Iterator[Block | Frame]:
        """The blocks within an element."""
        for found in parent:
            tag = local(found)
            if tag == "p":
                yield from self._read_paragraph(found)
            elif tag == "tbl":
                yield self._read_table(found)
            elif tag in _CONTAINERS:
                yield from self._contained(found, tag)
            elif tag == "AlternateContent":
                chosen = choice(found)
                yield from self._blocks(chosen) if chosen is not None else ()
            elif tag in MARKS:
                self.anchors.between(tag, found.get(w("id")) or "", self._order + 1)
            elif tag == "altChunk":
                self.counts.chunks += 1

    def _contained(self, element: Element, tag: str) -> Iterator[Block | Frame]:
        if is_tracked(tag):
            self.counts.changes += 1
            if not kept(tag, self.tracked):
                return
        gallery = child(child(child(element, "sdtPr"), "docPartObj"), "docPartGallery")
        contents = value(gallery) == _GALLERY
        self._gallery += contents
        yield from self._blocks(element)
        self._gallery -= contents

    def _place(self, order: int, paragraph: int, column: int | None) -> Place:
        return Place(
            order=(order, column or 0), column=column, cell=self._cell, paragraph=paragraph
        )

    def _read_paragraph(self, element: Element) -> Iterator[Block]:
        self.meter.spend("paragraphs" if self._cell is None else "cells")
        self._order += 1
        self._paragraph += not self._aside
        inline = Inline(self.styles, self.fields, self.counts, self.tracked)
        inline.walk(element)
        self.fields.end_paragraph()
        if self.sources is not None:
            self.sources[self._order] = Source(element, inline.pieces)
        place = self._place(self._order, self._paragraph, 1)
        text = Text("".join(piece.text for piece in inline.pieces), (Run(0, place),))
        for tag, name, offset in inline.marks:
            self.anchors.within(tag, name, place.ahead(offset))
        self.meter.spend("characters", len(text.value))
        own = child(element, "pPr")
        if self._is_gone(child(own, "rPr")):
            self._held.append(text)
        else:
            text = _together([*self._held, text])
            self._held = []
            yield from self._lines(text, self._look(own), in_contents=inline.in_contents)
        if inline.boxes or inline.notes:
            yield from self._beside(inline)

    def _look(self, own: Element | None) -> Element | None:
        """The properties of a paragraph in the view of the tracked changes."""
        before = child(child(own, "pPrChange"), "pPr")
        return before if before is not None and self.tracked == "original" else own

    def _is_gone(self, mark: Element | None) -> bool:
        """Whether a tracked change takes away a paragraph's end, so that the next one joins it."""
        return any(child(mark, tag) is not None for tag in _GONE[self.tracked])

    def _lines(self, text: Text, own: Element | None, *, in_contents: bool) -> Iterator[Block]:
        """The paragraphs that the line breaks of one make."""
        name = value(child(own, "pStyle"))
        style = properties(own).above(self.styles.of(name))
        role = style.role
        if not role and (in_contents or self._gallery) and text.value.strip():
            role = self._contents_role(text, style)
        numbered = self._numbered(text, style, name or self.styles.default)
        found = pieces(numbered)
        source = numbered if len(found) == 1 else EMPTY
        for at, piece in enumerate(found):
            level = style.outline if not role and not at else None
            yield Block(Item(piece, level or None, source=source), role)

    def _contents_role(self, text: Text, style: Style) -> str:
        """Whether a line is an entry of the contents page.

        A heading, prose, and the first entry once more show that the page has ended.
        """
        line = entry(text).value
        if is_title(line):
            return CONTENTS_TITLE
        prose = line.endswith("。") or len(line) > _LONGEST_ENTRY
        if style.outline or prose or line == self._first_entry:
            self.fields.end_contents()
            return ""
        self._first_entry = self._first_entry or line
        return ENTRY

    def _numbered(self, text: Text, style: Style, name: str) -> Text:
        """The paragraph with its automatic number, which has a place but no column."""
        list_id = style.list_id
        if not list_id or list_id == "0":
            return text
        linked = self.counters.lists.linked.get((list_id, name), 0)
        at = linked if style.list_level is None else style.list_level
        printed = self.counters.printed(list_id, at)
        bare = texts.strip(text)
        if not printed or not (bare or self._cell):
            return text
        # Without the space, 1. before 2024年 would read as a decimal.
        gap = " " if printed[-1] in ".．" and bare.value[:1].isdigit() else ""
        place = text.at(0, 1)
        head = replace(place, column=None, end_column=None, order=(place.order[0], 0))
        return _together((Text(printed + gap, (Run(0, head),)), bare))

    def _beside(self, inline: Inline) -> Iterator[Block]:
        """The text boxes that hang on a paragraph, and the notes that it refers to."""
        held, self._held = self._held, []
        self._aside += 1
        for box in inline.boxes:
            yield from self.whole(box)
        for note in inline.notes:
            element = self.notes.get(note)
            for block in self.whole(element) if element is not None else ():
                yield replace(block, note=True)
        self._aside -= 1
        self._held = held

    def _read_table(self, element: Element) -> Frame:
        outer, before = self._cell, self.counts.drawn
        self._table += outer is None
        name = f"表{self._table}" if outer is None else f"{outer} 内表"
        rows: list[tuple[Cell, ...]] = []
        marked = 0
        for row in self._within(element, "tr"):
            rows.append(tuple(self._cells(row, f"{name} R{len(rows) + 1}")))
            if marked == len(rows) - 1 and is_on(child(child(row, "trPr"), "tblHeader")):
                marked += 1
        self._cell = outer
        widths = list(map(number_of, element.iterfind(f"{w('tblGrid')}/{w('gridCol')}")))
        found = frames.frame(rows, widths, name)
        self.meter.spend("cells", len(rows) * len(found.edges))
        return replace(found, marked=marked, drawn=(before, self.counts.drawn))

    def _within(self, parent: Element, wanted: str) -> Iterator[Element]:
        """The rows of a table, or the cells of a row, that the view of tracked changes shows."""
        for found in parent:
            tag = local(found)
            if tag == wanted:
                if not self._is_dropped(found, wanted):
                    yield found
            elif tag in _CONTAINERS and not (is_tracked(tag) and not kept(tag, self.tracked)):
                yield from self._within(found, wanted)

    def _is_dropped(self, element: Element, wanted: str) -> bool:
        look = child(element, f"{wanted}Pr")
        if wanted == "tc":
            return child(look, _CELLS_GONE[self.tracked]) is not None
        self.counts.changes += any(child(look, tag) is not None for tag in ("ins", "del"))
        gone = any(child(look, tag) is not None for tag in _GONE[self.tracked])
        return gone or is_on(child(look, "hidden"))

    def _cells(self, row: Element, name: str) -> Iterator[Cell]:
        look = child(row, "trPr")
        at = max(0, number(child(look, "gridBefore")) or 0)
        for element in self._within(row, "tc"):
            look = child(element, "tcPr")
            span = min(max(number(child(look, "gridSpan")) or 1, 1), _WIDEST)
            self._cell = f"{name}C{at + 1}"
            place = self._place(self._order + 1, self._paragraph + 1, None)
            yield Cell(
                at, span, tuple(self.whole(element)), place,
                _continues(look, "vMerge"), _continues(look, "hMerge"),
            )  # fmt: skip
            at += span


def number_of(column: Element) -> int:
    """The width of a grid column in twentieths of a point; 0 where it has none."""
    width = column.get(w("w")) or ""
    return int(width) if width.isascii() and width.isdigit() else 0


def _continues(look: Element | None, name: str) -> bool:
    merge = child(look, name)
    return merge is not None and value(merge) != "restart"


def _together(parts: Sequence[Text]) -> Text:
    """Texts as one, nothing between them; what is empty before the last leaves no trace."""
    said = [part for part in parts[:-1] if part.value]
    if not said:
        return parts[-1]
    runs: list[Run] = []
    length = 0
    for part in (*said, parts[-1]):
        runs += [Run(run.offset + length, run.place) for run in part.runs]
        length += len(part.value)
    return Text("".join(part.value for part in (*said, parts[-1])), tuple(runs))
