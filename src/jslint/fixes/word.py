"""Edits to a Word file, as tracked changes by jslint that a person accepts or rejects."""

from __future__ import annotations

import re
from itertools import count, pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from jslint import readers
from jslint.errors import UnreadableError
from jslint.fixes import package, printed
from jslint.fixes.errors import UneditableError
from jslint.patterns import regex
from jslint.readers import docx
from jslint.readers.docx.names import child
from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from jslint.edits import Edit
    from jslint.fixes.package import Span
    from jslint.readers.docx.inline import Piece
    from jslint.readers.docx.story import Source

AUTHOR = "jslint"
#: What may stand around a run whose words are edited: elsewhere a change is tracked already, or the
#: same words stand in a second form.
_AROUND = frozenset(
    {
        "p", "hyperlink", "smartTag", "sdt", "sdtContent", "tc", "tr", "tbl", "body", "document",
    }
)  # fmt: skip
_ID = regex(rb'\bid="(\d{1,9})"')

#: In one text element: from where to where, and what stands there instead.
Change = tuple[int, int, str]


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The file with every edit as a deletion and an insertion; raise ``UneditableError``."""
    try:
        found = docx.sources(data)
    except UnreadableError as error:
        raise UneditableError from error
    xml = package.part(data, found.part)
    tree = _Tree(found.root, package.spans(xml), xml)
    changes: dict[Element, list[Change]] = {}
    for one in edits:
        for element, change in _changes(one, found.paragraphs):
            changes.setdefault(element, []).append(change)
    return package.replaced(data, {found.part: tree.changed(changes)})


def _changes(one: Edit, paragraphs: dict[int, Source]) -> Iterator[tuple[Element, Change]]:
    """An edit by the elements that hold its words, the new ones behind the last of the old."""
    place = one.place
    if place.column is None or len(place.order) < 2 or place.sheet is not None:  # noqa: PLR2004
        raise UneditableError
    start = place.column - 1
    source = paragraphs.get(place.order[-2])
    held = list(_held(source.pieces if source else (), start, start + len(one.old)))
    if "".join(_text(element)[since:until] for element, since, until in held) != one.old:
        raise UneditableError
    for element, since, until in held[:-1]:
        yield element, (since, until, "")
    for element, since, until in held[-1:]:
        yield element, (since, until, one.new)
    if not held:
        raise UneditableError


def _held(pieces: Sequence[Piece], start: int, end: int) -> Iterator[tuple[Element, int, int]]:
    """The elements that hold the characters from ``start`` to ``end``, and from where to where.

    An insertion is held by the element of the character before it, or of the first one.
    """
    at = 0
    for text, element, firm in pieces:
        since, until = max(start - at, 0), min(end - at, len(text))
        touched = since < until if start < end else 0 <= start - at - (start > 0) < len(text)
        if touched:
            if not firm or _text(element) != text:
                raise UneditableError
            yield element, since, max(since, until)
        at += len(text)


def _text(element: Element) -> str:
    return element.text or ""


class _Tree:
    """A part's elements with their parents and their places in its bytes."""

    def __init__(self, root: Element, spans: Sequence[Span], xml: bytes) -> None:
        """Number the elements as the parser meets them."""
        self._xml = xml
        self._spans = dict(zip(root.iter(), spans, strict=True))
        self._above = {below: above for above in root.iter() for below in above}
        self._ids = count(1 + max((int(one[1]) for one in _ID.finditer(xml)), default=0))

    def changed(self, changes: dict[Element, list[Change]]) -> bytes:
        """The part with the runs that hold these elements split."""
        runs = dict.fromkeys(self._run(element) for element in changes)
        parts, at = [], 0
        for run in sorted(runs, key=lambda one: self._spans[one].start):
            span = self._spans[run]
            parts += [self._xml[at : span.start], self._split(run, changes)]
            at = package.behind(self._xml, span)
        return b"".join([*parts, self._xml[at:]])

    def _run(self, element: Element) -> Element:
        """The run of a text element; raise ``UneditableError`` where a change in it has no place."""
        run = self._above.get(element)  # of a note's words none: they are in a part of their own
        if run is None or local(run) != "r" or child(child(run, "rPr"), "rPrChange") is not None:
            raise UneditableError
        above = self._above.get(run)
        while above is not None:
            if (
                local(above) not in _AROUND
                or child(child(above, "sdtPr"), "dataBinding") is not None
            ):
                raise UneditableError
            above = self._above.get(above)
        return run

    def _split(self, run: Element, changes: dict[Element, list[Change]]) -> bytes:
        """A run in pieces: what is kept, as it was, between deletions and insertions."""
        head, look, children = self._parts(run)
        made: list[bytes] = []
        kept: list[bytes] = []
        for element, raw in children:
            at = 0
            for since, until, new in sorted(changes.get(element, ())):
                if since < at:
                    raise UneditableError
                text = _text(element)
                kept += [self._words("t", text[at:since])] if since > at else []
                made += [self._kept(head, look, kept)]
                kept = []
                made += [self._tracked("del", look, "delText", text[since:until])]
                made += [self._tracked("ins", look, "t", new)]
                at = until
            rest = _text(element)[at:] if element in changes else ""
            kept += ([self._words("t", rest)] if rest else []) if element in changes else [raw]
        return b"".join([*made, self._kept(head, look, kept)])

    def _parts(self, run: Element) -> tuple[bytes, bytes, list[tuple[Element, bytes]]]:
        """A run's opening tag, its properties, and its other children, as they are written."""
        span = self._spans[run]
        starts = [*(self._spans[one].start for one in run), span.close]
        raw = [self._xml[start:end] for start, end in pairwise(starts)]
        children = list(zip(run, raw, strict=True))
        looks = [words for one, words in children if local(one) == "rPr"]
        rest = [pair for pair in children if local(pair[0]) != "rPr"]
        return self._xml[span.start : starts[0]], b"".join(looks).rstrip(), rest

    def _kept(self, head: bytes, look: bytes, kept: Sequence[bytes]) -> bytes:
        return head + look + b"".join(kept) + self._tag("/r") if kept else b""

    def _tracked(self, kind: str, look: bytes, name: str, text: str) -> bytes:
        """Words that are deleted or inserted; nothing for none."""
        if not text:
            return b""
        mark = self._tag(f'{kind} w:id="{next(self._ids)}" w:author="{AUTHOR}"')
        run = self._tag("r") + look + self._words(name, text) + self._tag("/r")
        return mark + run + self._tag(f"/{kind}")

    def _words(self, name: str, text: str) -> bytes:
        return (
            self._tag(f'{name} xml:space="preserve"')
            + escape(text).encode()
            + self._tag(f"/{name}")
        )

    def _tag(self, said: str) -> bytes:
        """A tag of Word's own namespace, which goes by the prefix w in nearly every file."""
        if not re.search(rb"<w:document\b", self._xml[:4096]):
            raise UneditableError
        slash, name = ("/", said[1:]) if said.startswith("/") else ("", said)
        return f"<{slash}w:{name}>".encode()


def lines(data: bytes) -> list[str]:
    """Every paragraph and cell with its place."""
    return printed.lines(readers.read("a.docx", data))
