"""Notes on a Word file: comments by jslint on the words; all that is there stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from jslint.annotations import anchoring
from jslint.annotations.errors import UnannotatedError
from jslint.annotations.model import AUTHOR, Annotated
from jslint.annotations.parts import DECLARATION, Bundle, Xml, dropped, parsed
from jslint.annotations.words import lines, say
from jslint.errors import UnreadableError
from jslint.formatters.packages import legal
from jslint.readers import docx
from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from jslint.annotations.anchoring import Anchor, Point
    from jslint.annotations.model import Job, Note

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
#: Parts that Word keeps beside the comments, each about the paragraphs of those.
_BESIDE = ("commentsExtended", "commentsIds", "commentsExtensible")
#: Word opens no file with more (MS-OI29500, 2.1.315).
_MOST = 32767
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_ROOT = re.compile(rb"<(?![?!])[^>]*>")
_LOOK = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
)


def annotated(data: bytes, job: Job) -> Annotated:
    """The file with its notes as comments; raise ``UnannotatedError``."""
    bundle = Bundle(data)
    try:
        bundle = Bundle(_stripped(bundle))
        if not job.notes:
            return Annotated(bundle.whole())
        sources = docx.sources(bundle.whole())
        raw = bundle.read(sources.part)
        if raw is None:
            raise UnannotatedError("shape")
        main = Xml(raw, sources.root)
    except UnreadableError as error:
        raise UnannotatedError("shape") from error
    anchors = list(_anchors(anchoring.document(sources), job))
    first = _first_id(bundle, sources.part, main)
    bundle.write(sources.part, _marked(main, [anchor for anchor, _ in anchors], first))
    comments = (
        _comment(first + at, note, job.lang, aside)
        for at, (note, (_, aside)) in enumerate(zip(job.notes, anchors, strict=True))
    )
    _add(bundle, sources.part, "".join(comments), _space(raw))
    return Annotated(bundle.whole())


def _anchors(document: anchoring.Document, job: Job) -> Iterator[tuple[Anchor, str]]:
    """The place of each note's marks, and what there is to say of it."""
    for note in job.notes:
        anchor = document.anchor(note.spans)
        if anchor is not None:
            words = say(job.lang, "quoted", words=note.wrote) if note.wrote else ""
            yield anchor, say(job.lang, anchor.inside, words=words) if anchor.inside else ""
            continue
        first = document.first()
        if first is None:
            raise UnannotatedError("shape")
        yield first, say(job.lang, "nowhere")


def _space(raw: bytes) -> bytes:
    """The namespace of the document's elements."""
    return _STRICT if _STRICT in raw[:8192] else _USUAL


# What jslint wrote before ------------------------------------------------------------------------


def _stripped(bundle: Bundle) -> bytes:
    """The file without the comments that jslint wrote, whoever has saved it since."""
    main = bundle.related("", "officeDocument") or ""
    part = bundle.related(main, "comments") or ""
    found = bundle.xml(part)
    own = [one for one in found.root if _attribute(one, "author") == AUTHOR] if found else []
    if not own or found is None:
        return bundle.whole()
    ids = {_attribute(one, "id") for one in own}
    paragraphs = {_attribute(one, "paraId") for comment in own for one in comment.iter()} - {""}
    bundle.write(part, dropped(found, own))
    document = bundle.xml(main)
    if document is not None:
        bundle.write(main, dropped(document, _own_marks(document.root, ids)))
    for kind in _BESIDE:
        beside = bundle.related(main, kind)
        if beside and paragraphs:
            _forget(bundle, beside, paragraphs)
    return bundle.whole()


def _own_marks(root: Element, ids: set[str]) -> Iterator[Element]:
    """The marks of some comments; a run that only refers to one goes as a whole."""
    for one in root.iter():
        tag = local(one)
        if tag in _MARKS[:2] and _attribute(one, "id") in ids:
            yield one
        elif tag == "r":
            held = anchoring.contents(one)
            own = [
                each for each in held if local(each) == _MARKS[2] and _attribute(each, "id") in ids
            ]
            yield from [one] if own and len(own) == len(held) else own


def _forget(bundle: Bundle, part: str, paragraphs: set[str]) -> None:
    """Take out what is kept beside comments that are gone; answers to them stand on their own."""
    found = bundle.xml(part)
    if found is None:
        return
    for one in found.root:
        if _attribute(one, "paraId") in paragraphs:
            found.drop(one)
        elif _attribute(one, "paraIdParent") in paragraphs:
            alone = re.sub(rb'\s[\w.-]+:paraIdParent="[^"]*"', b"", found.raw(one))
            found.change(found.start(one), found.behind(one), alone)
    bundle.write(part, found.changed())


def _attribute(element: Element, name: str) -> str:
    """An attribute by its name without the namespace; empty where there is none."""
    return next((v for k, v in element.items() if k.rpartition("}")[2] == name), "")


# Marks in the text -------------------------------------------------------------------------------


def _first_id(bundle: Bundle, main: str, document: Xml) -> int:
    """The first number that no comment has, and no mark either."""
    found = bundle.xml(bundle.related(main, "comments") or "")
    known = [_attribute(one, "id") for one in found.root] if found else []
    known += [_attribute(one, "id") for one in document.root.iter() if local(one) in _MARKS]
    return 1 + max((int(one) for one in known if one.isascii() and one.isdigit()), default=-1)


def _marked(main: Xml, anchors: Sequence[Anchor], first: int) -> bytes:
    """The main part with the marks of its comments."""
    if first + len(anchors) > _MOST:
        raise UnannotatedError("many", most=_MOST)
    declared = _declared(main)
    wanted: dict[Element, list[tuple[tuple[float, int, int, int], bytes]]] = {}
    for at, anchor in enumerate(anchors, first):
        begin = f'<w:commentRangeStart{declared} w:id="{at}"/>'.encode()
        end = (
            f'<w:commentRangeEnd{declared} w:id="{at}"/>'
            f'<w:r{declared}><w:commentReference w:id="{at}"/></w:r>'
        ).encode()
        if _place(anchor.start) == _place(anchor.end) and anchor.start.unit is anchor.end.unit:
            # No words: both marks together, behind what ends there and before what begins.
            wanted.setdefault(anchor.start.unit, []).append(
                ((*_place(anchor.start), 1, at), begin + end)
            )
            continue
        wanted.setdefault(anchor.end.unit, []).append(((*_place(anchor.end), 0, at), end))
        wanted.setdefault(anchor.start.unit, []).append(((*_place(anchor.start), 2, at), begin))
    for unit, marks in wanted.items():
        _mark(main, unit, sorted(marks))
    return main.changed()


def _place(point: Point) -> tuple[float, int]:
    """Where in its unit a point is."""
    return (float("inf") if point.child is None else point.child), point.offset


def _declared(main: Xml) -> str:
    """What binds the prefix w where the root does not."""
    root = _ROOT.search(main.data)
    head = root[0] if root else b""
    bound = b'xmlns:w="' + _space(main.data) + b'"'
    return "" if bound in head else f' xmlns:w="{_space(main.data).decode()}"'


def _mark(
    main: Xml, unit: Element, marks: Sequence[tuple[tuple[float, int, int, int], bytes]]
) -> None:
    """Put marks before, behind or into what stands among runs."""
    if local(unit) == "p":
        main.append(unit, b"".join(mark for _, mark in marks))
        return
    count = len(anchoring.contents(unit)) if local(unit) == "r" else 1
    for at, mark in marks:
        if at[:2] == (0, 0):
            main.change(main.start(unit), main.start(unit), mark, 1)
    inner = [(at, mark) for at, mark in marks if (0, 0) < at[:2] < (count, 0)]
    if inner:
        main.change(main.start(unit), main.behind(unit), _split(main, unit, inner))
    for at, mark in marks:
        if at[:2] >= (count, 0) and count:
            main.change(main.behind(unit), main.behind(unit), mark)


def _split(
    main: Xml, run: Element, marks: Sequence[tuple[tuple[float, int, int, int], bytes]]
) -> bytes:
    """A run in pieces that look as it does, with marks between them."""
    looks = b"".join(main.raw(one) for one in run if local(one) == "rPr")
    begin, end = main.head(run) + looks, b"</" + main.name(run) + b">"
    made: list[bytes] = []
    kept: list[bytes] = []
    for number, one in enumerate(anchoring.contents(run)):
        since = 0
        for offset, mark in ((at[1], mark) for at, mark in marks if at[0] == number):
            kept += [_words(main, one, since, offset)] if offset > since else []
            made += [begin, *kept, end, mark] if kept else [mark]
            kept, since = [], offset
        kept += [_words(main, one, since, None)] if since else [main.raw(one)]
    return b"".join([*made, begin, *kept, end])


def _words(main: Xml, element: Element, since: int, until: int | None) -> bytes:
    """A part of a text element's text as one of its own; blanks that Word leaves out are left out."""
    text = element.text or ""
    part = text[since:until]
    if not any(name.endswith("}space") for name in element.attrib):
        part = part if since else part.lstrip()
        part = part if until is not None else part.rstrip()
    name = main.name(element)
    said = escape(part).replace("\r", "&#13;").encode()
    return b"<" + name + b' xml:space="preserve">' + said + b"</" + name + b">"


# Comments ----------------------------------------------------------------------------------------


def _comment(number: int, note: Note, lang: str, aside: str) -> str:
    """A comment, with its namespace bound by the part's root."""
    told = [*lines(note, lang), *([aside] if aside else [])]
    head = '<w:r><w:annotationRef/></w:r><w:r><w:rPr><w:b/><w:sz w:val="18"/></w:rPr>'
    paragraphs = [f"<w:p>{_LOOK}{head}{_text(told[0])}</w:r></w:p>"]
    paragraphs += [
        f'<w:p>{_LOOK}<w:r><w:rPr><w:sz w:val="18"/></w:rPr>{_text(line)}</w:r></w:p>'
        for line in told[1:]
    ]
    head = f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:initials="js">'
    return f"{head}{''.join(paragraphs)}</w:comment>"


def _text(line: str) -> str:
    return f'<w:t xml:space="preserve">{escape(legal(line))}</w:t>'


def _add(bundle: Bundle, main: str, comments: str, space: bytes) -> None:
    """Put comments into the part that there is for them, or a new one."""
    part = bundle.related(main, "comments")
    found = bundle.xml(part) if part else None
    if part is None or found is None:
        part = bundle.free("word/comments{}.xml").replace("comments1.xml", "comments.xml")
        part = part if bundle.read(part) is None else bundle.free("word/comments{}.xml")
        empty = f'{DECLARATION}<w:comments xmlns:w="{space.decode()}"></w:comments>'
        found = parsed(empty.encode())
        bundle.relate(main, "comments", part)
        bundle.declare(part, _TYPE)
    elif _declared(found):
        comments = comments.replace("<w:comment ", f"<w:comment{_declared(found)} ")
    found.append(found.root, comments.encode())
    bundle.write(part, found.changed())
