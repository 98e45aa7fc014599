"""A Word file to the document: as it is printed, whatever Word hides, counts or tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from jslint.document import EMPTY, NOWHERE, Text
from jslint.errors import UnreadableError
from jslint.limits import Meter
from jslint.phrases import Family, Phrase
from jslint.readers import front, laid, ooxml, outline, texts
from jslint.readers.breaks import ending, goes_on_in
from jslint.readers.docx import contents, numbering, styles
from jslint.readers.docx.model import CONTENTS_TITLE, ENTRY
from jslint.readers.docx.names import child, w
from jslint.readers.docx.story import Story
from jslint.readers.kinds import is_table_head, is_title
from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from jslint.document import Place, Report
    from jslint.readers.docx.inline import Counts
    from jslint.readers.docx.model import Block
    from jslint.readers.docx.story import Source
    from jslint.readers.front import Front
    from jslint.readers.items import Item
    from jslint.readers.ooxml import Package

_CONTENTS = Text("目录")
said = Family("reading").phrase
_NESTED = said("nested")


def read(
    data: bytes, path: str, meter: Meter | None = None, *, tracked: str = "accepted"
) -> Report:
    """The report in a Word file; headers, footers, comments and hidden text are left out.

    ``tracked`` is the view of tracked changes: ``accepted``, as if all were, or ``original``, as
    if all were rejected. Raise ``UnreadableError`` where the file is no Word file of the present
    format, has a password, is damaged, or too large.
    """
    found = ooxml.kind(data)
    if found != "zip":
        raise ooxml.refusal(found, path, "Word")
    package = ooxml.open_package(data, meter or Meter(path))
    try:
        return _read(package, tracked)
    except RecursionError as error:
        raise UnreadableError(path, _NESTED, said("copy-over")) from error


class Sources(NamedTuple):
    """Where a document's characters stand: its main part, its paragraphs, its notes.

    The paragraphs are numbered as in the order of their places; the notes are by kind and id.
    """

    part: str
    root: Element
    paragraphs: dict[int, Source]
    notes: Mapping[tuple[str, str], Element]


def sources(data: bytes) -> Sources:
    """Where the characters stand of a file that can be read, with its tracked changes accepted."""
    package = ooxml.open_package(data, Meter(""))
    main, root, story = _begun(package, "accepted")
    paragraphs: dict[int, Source] = {}
    story.sources = paragraphs
    body = child(root, "body")
    for _ in story.whole(body) if body is not None else ():
        pass
    return Sources(main, root, paragraphs, story.notes)


def _begun(package: Package, tracked: str) -> tuple[str, Element, Story]:
    """The main part, and a story that has read nothing of it."""
    main = next(
        (part.target for part in package.relations("").values() if part.kind == "officeDocument"),
        "word/document.xml",
    )
    root = package.xml(main) if main.endswith(".xml") else None
    if root is None or child(root, "body") is None:
        raise ooxml.refusal(ooxml.other_package(package), package.path, "Word")
    parts = {part.kind: part.target for part in package.relations(main).values()}
    known = styles.read(package.xml(parts.get("styles", "")))
    lists = numbering.read(package.xml(parts.get("numbering", "")), known)
    notes = _notes(package, parts)
    return main, root, Story(known, numbering.Counters(lists), package.meter, notes, tracked)


def _read(package: Package, tracked: str) -> Report:
    main, root, story = _begun(package, tracked)
    body = child(root, "body")
    assert body is not None
    parts = {part.kind: part.target for part in package.relations(main).values()}
    blocks = list(_settled(story.whole(body)))
    report = _report(blocks, package.path, tuple(_unread(story.counts, tracked)))
    said = tuple(story.anchors.asides(_comments(package, parts)))
    return replace(report, asides=said) if said else report


def _comments(package: Package, parts: dict[str, str]) -> Element | None:
    """The comments; none where they cannot be read, for the report is none the worse for that."""
    try:
        return package.xml(parts.get("comments", ""))
    except UnreadableError:
        return None


def _notes(package: Package, parts: dict[str, str]) -> dict[tuple[str, str], Element]:
    """The footnotes and endnotes by kind and id, without the lines that separate them."""
    found: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        root = package.xml(parts.get(f"{kind}s", ""))
        for element in root if root is not None else ():
            if local(element) == kind and element.get(w("type")) in (None, "normal"):
                found[kind, element.get(w("id")) or ""] = element
    return found


def _settled(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with each note after the paragraph or table that it belongs to.

    A note to a table's title or unit line stands after the table.
    """
    waiting: list[Block] = []
    for block in blocks:
        if block.note:
            waiting.append(block)
            continue
        value = block.item.text.value
        if waiting and not (block.item.table or is_table_head(value) or is_title(value)):
            yield from waiting
            waiting = []
        yield block
    yield from waiting


def _report(blocks: Sequence[Block], path: str, unread: tuple[tuple[Place, Phrase], ...]) -> Report:
    entries = [at for at, block in enumerate(blocks) if block.role == ENTRY]
    if not entries:
        items = _joined(block.item for block in blocks)
        head = outline.front_of(items)
        return outline.assemble(head, _laid(items[head.size :]), path, (), unread)
    before = [block.item for block in blocks[: entries[0]] if block.role != CONTENTS_TITLE]
    after = [block.item for block in blocks[entries[0] :] if not block.role]
    entered = tuple(filter(None, (contents.entry(blocks[at].item.text) for at in entries)))
    head = _front(before)
    items = _laid(_joined((*before, *after)[head.size :]))
    return outline.assemble(replace(head, contents=entered), items, path, (), unread)


def _laid(items: Iterable[Item]) -> list[Item]:
    """The items below the contents page, rows of words among them read as the tables they are."""
    return list(laid.tables(items))


def _front(before: Sequence[Item]) -> Front:
    """The cover before a contents page that Word made, whose title is among its lines or not."""
    lines = [item.text for item in before]
    if any(item.table for item in before):
        return front.read([])
    if lines and contents.is_title(lines[-1].value):
        lines = lines[:-1]
    found = front.read([*lines, _CONTENTS])
    whole = found.size == len(lines) + 1
    return replace(found, size=len(before)) if whole else front.read(lines)


def _joined(items: Iterable[Item]) -> list[Item]:
    """The items with paragraphs that only go on with the sentence before them joined to it."""
    found: list[list[Item]] = []
    before = ""
    for item in items:
        apart = item.table or item.level or not found or found[-1][0].table or found[-1][0].level
        if not apart and goes_on_in(before, item.text.value):
            found[-1].append(item)
            before = ending(before, item.text.value)
        else:
            found.append([item])
            before = item.text.value
    return list(map(_whole, found))


def _whole(items: Sequence[Item]) -> Item:
    """The parts of one paragraph as one."""
    if len(items) == 1:
        return items[0]
    return replace(items[0], text=texts.join(item.text for item in items), source=EMPTY)


def _unread(counts: Counts, tracked: str) -> Iterator[tuple[Place, Phrase]]:
    """What of a document was not read."""
    if counts.changes:
        yield NOWHERE, said(f"tracked-{tracked}")
    if counts.pictures:
        yield NOWHERE, said("pictures", count=counts.pictures)
    if counts.objects:
        yield NOWHERE, said("objects", count=counts.objects)
    if counts.chunks:
        yield NOWHERE, said("chunks", count=counts.chunks)
