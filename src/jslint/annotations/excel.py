"""Notes on a workbook: comments by jslint and a colour on the cells, and a sheet of results.

Cells, formulas, styles, names, charts and macros are left as they are; so are all parts but those
of the sheets with notes, their comments, and what has to name the new ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from msgspec import Struct

from jslint.annotations import marks, shapes, sheetlist
from jslint.annotations.errors import UnannotatedError
from jslint.annotations.model import AUTHOR, Annotated
from jslint.annotations.parts import DECLARATION, Bundle, Xml, parsed
from jslint.annotations.words import lines, say
from jslint.errors import UnreadableError
from jslint.formatters.packages import legal
from jslint.readers.ooxml import local
from jslint.readers.xlsx import book
from jslint.readers.xlsx.model import coordinates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from jslint.annotations.model import Job

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (_MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (_REL.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
)
_TYPE = "application/vnd.openxmlformats-officedocument"
_SHEET, _COMMENTS = f"{_TYPE}.spreadsheetml.worksheet+xml", f"{_TYPE}.spreadsheetml.comments+xml"
_DRAWING = f"{_TYPE}.vmlDrawing"
_EMPTY = f'{DECLARATION}<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'
_SIGNATURE = f"—— {AUTHOR}"
#: A comment holds no more, as a cell does.
_LONGEST = 32000
_FONT = '<sz val="9"/><color indexed="81"/><rFont val="宋体"/><charset val="134"/>'
_KEPT = ("drawing", "legacyDrawing")


class _Book(Struct, frozen=True):
    """A workbook: its main part, the parts of its sheets by name, and which of them jslint wrote."""

    bundle: Bundle
    main: str
    sheets: Mapping[str, str]
    results: str


def annotated(data: bytes, job: Job) -> Annotated:
    """The file with its notes; raise ``UnannotatedError``."""
    found = _opened(data)
    for name, part in found.sheets.items():
        if name != found.results:
            _strip(found.bundle, part)
    if not job.notes and not found.results:
        return Annotated(found.bundle.whole())
    name = found.results or _free_name(found.sheets, job.lang)
    occupied: dict[int, str] = {}
    remarks = []
    for sheet, numbers in _by_sheet(job, found.sheets).items():
        taken = _annotate(found, sheet, job, numbers)
        if taken is None:
            remarks += [say(job.lang, "unplaced", path="{path}", name=sheet, sheet=name)]
        occupied.update(dict.fromkeys(taken or (), say(job.lang, "sheet-occupied")))
    if occupied:
        told = say(job.lang, "taken", path="{path}", count=len(occupied), sheet=name)
        remarks += [told]
    _list(found, name, job, occupied)
    return Annotated(found.bundle.whole(), tuple(remarks))


def _opened(data: bytes) -> _Book:
    bundle = Bundle(data)
    try:
        main = book.main_part(bundle.package)
        if main is None:
            raise UnannotatedError("shape")
        relations, root = bundle.package.relations(main), bundle.package.xml(main)
        sheets = {}
        for one in root.iter() if root is not None else ():
            relation = (
                relations.get(one.get(f"{{{_REL}}}id", "")) if local(one) == "sheet" else None
            )
            if relation is not None and relation.kind == "worksheet":
                sheets[one.get("name", "")] = relation.target
        own = ""
        if any(name.startswith(say("zh", "sheet")) for name in sheets):
            read = book.book(Bundle(data).package, main)
            own = next((one.name for one in read.sheets if one.is_results), "")
    except UnreadableError as error:
        raise UnannotatedError("shape") from error
    return _Book(bundle, main, sheets, own)


def _free_name(sheets: Mapping[str, str], lang: str) -> str:
    """What to call the sheet of results, beside sheets of such a name that are somebody's own."""
    first = say(lang, "sheet")
    known = {name.lower() for name in sheets}
    names = (first, *(f"{first}{number}" for number in range(2, len(sheets) + 3)))
    return next(one for one in names if one not in known)


def _by_sheet(job: Job, sheets: Mapping[str, str]) -> dict[str, list[int]]:
    """The numbers of the notes on each sheet's cells."""
    found: dict[str, list[int]] = {}
    for number, note in enumerate(job.notes):
        if note.place.sheet in sheets and coordinates(note.place.cell or ""):
            found.setdefault(note.place.sheet or "", []).append(number)
    return found


# What jslint wrote before ------------------------------------------------------------------------


def _strip(bundle: Bundle, part: str) -> None:
    """Take jslint's own marks, comments and boxes off a sheet."""
    if _names_us(bundle, part):  # else it need not be looked at, however large it is
        found = _xml(bundle, part)
        for one in list(marks.own(found.root)):
            found.drop(one)
        bundle.write(part, found.changed())
    name = bundle.related(part, "comments") or ""
    if not _names_us(bundle, name):
        return
    comments = _xml(bundle, name)
    own = [one for one in _comments(comments.root) if _is_own(one)]
    for one in own:
        comments.drop(one)
    bundle.write(name, comments.changed())
    drawing = _drawing(bundle, part, _xml(bundle, part)) if own else None
    if drawing:
        _unbox(bundle, drawing, {coordinates(one.get("ref", "")) for one in own})


def _names_us(bundle: Bundle, part: str) -> bool:
    return AUTHOR.encode() in (bundle.read(part) or b"")


def _unbox(bundle: Bundle, drawing: str, cells: set[tuple[int, int] | None]) -> None:
    """Take the boxes of some cells' comments away."""
    boxed = bundle.xml(drawing)
    if boxed is None:
        return
    for shape, row, column in list(shapes.boxes(boxed.root)):
        if (row, column) in cells:
            boxed.drop(shape)
    bundle.write(drawing, boxed.changed())


def _xml(bundle: Bundle, part: str) -> Xml:
    found = bundle.xml(part)
    if found is None:
        raise UnannotatedError("shape")
    return found


def _authors(root: Element) -> list[str]:
    return [one.text or "" for one in root.iter() if local(one) == "author"]


def _comments(root: Element) -> list[Element]:
    return [one for one in root.iter() if local(one) == "comment"]


def _is_own(comment: Element) -> bool:
    """Whether jslint wrote a comment and nobody has gone on in it.

    Its last words tell, not its author: LibreOffice forgets authors, and people answer in the same
    comment.
    """
    said = "".join(one.text or "" for one in comment.iter() if local(one) == "t")
    return said.rstrip().endswith(_SIGNATURE)


def _drawing(bundle: Bundle, part: str, sheet: Xml) -> str | None:
    """The part with the boxes of a sheet's comments."""
    found = next((one for one in sheet.root if local(one) == "legacyDrawing"), None)
    name = next((v for k, v in found.items() if k.endswith("}id")), "") if found is not None else ""
    return bundle.target(part, name) if name else None


# Comments and marks ------------------------------------------------------------------------------


def _annotate(found: _Book, sheet: str, job: Job, numbers: Sequence[int]) -> list[int] | None:
    """Put notes on a sheet; those on whose cells somebody has a comment, None where none can be put."""
    part, bundle = found.sheets[sheet], found.bundle
    cells: dict[str, list[int]] = {}
    for number in numbers:
        cells.setdefault(job.notes[number].place.cell or "", []).append(number)
    _colour(bundle, part, job, cells)
    try:
        held = bundle.xml(bundle.related(part, "comments") or "")
        boxed = bundle.xml(_drawing(bundle, part, _xml(bundle, part)) or "")
    except UnannotatedError:  # boxes that are no XML, as Excel allows itself to write
        return None
    known = {one.get("ref", "") for one in _comments(held.root)} if held else set()
    free = {cell: each for cell, each in cells.items() if cell not in known}
    if free:
        texts = {
            cell: [[*lines(job.notes[one], job.lang)] for one in each]
            for cell, each in free.items()
        }
        _write_comments(found, part, held, texts)
        _write_boxes(found, part, boxed, texts)
    return [number for cell, each in cells.items() if cell in known for number in each]


def _colour(bundle: Bundle, part: str, job: Job, cells: Mapping[str, Sequence[int]]) -> None:
    """Mark each cell by the gravest of its notes."""
    graded: dict[str, list[str]] = {}
    for cell, numbers in cells.items():
        gravest = max((job.notes[one].severity for one in numbers), key=lambda one: one.rank)
        graded.setdefault(gravest.value, []).append(cell)
    found = _xml(bundle, part)
    marks.set_on(found, graded)
    bundle.write(part, found.changed())


def _write_comments(
    found: _Book, sheet: str, held: Xml | None, texts: Mapping[str, list[list[str]]]
) -> None:
    bundle = found.bundle
    name = bundle.related(sheet, "comments")
    if held is None or name is None:
        name = bundle.free("xl/comments{}.xml")
        held = parsed(_spaced(found, _EMPTY.encode()))
        bundle.relate(sheet, "comments", name)
        bundle.declare(name, _COMMENTS)
    lists = {local(one): one for one in held.root}
    if not {"authors", "commentList"} <= lists.keys():
        raise UnannotatedError("shape")
    authors = _authors(held.root)
    prefix = held.name(lists["commentList"]).decode().removesuffix("commentList")
    if AUTHOR not in authors:
        held.append(lists["authors"], f"<{prefix}author>{AUTHOR}</{prefix}author>".encode())
        authors.append(AUTHOR)
    author = authors.index(AUTHOR)
    made = (_comment(prefix, cell, author, several) for cell, several in texts.items())
    held.append(lists["commentList"], "".join(made).encode())
    bundle.write(name, held.changed())


def _comment(prefix: str, cell: str, author: int, several: Sequence[Sequence[str]]) -> str:
    """A comment with one paragraph group a note, each headed in bold."""
    runs, left = [], _LONGEST
    for number, told in enumerate(several):
        head, rest = ("\n\n" if number else "") + told[0], "\n" + "\n".join(told[1:])
        for look, words in (("<b/>", head[:left]), ("", rest[: max(0, left - len(head))])):
            runs += [f"<r><rPr>{look}{_FONT}</rPr>{_text(words)}</r>"] if words else []
        left = max(0, left - len(head) - len(rest))
    said = "".join([*runs, f"<r><rPr>{_FONT}</rPr>{_text(chr(10) + _SIGNATURE)}</r>"])
    whole = f'<comment ref="{cell}" authorId="{author}"><text>{said}</text></comment>'
    return re.sub(r"<(/?)(?=[a-zA-Z])", rf"<\1{prefix}", whole) if prefix else whole


def _text(words: str) -> str:
    return f'<t xml:space="preserve">{escape(legal(words))}</t>'


def _write_boxes(
    found: _Book, sheet: str, boxed: Xml | None, texts: Mapping[str, list[list[str]]]
) -> None:
    bundle, xml = found.bundle, _xml(found.bundle, sheet)
    sizes = shapes.grid(xml.root)
    name = _drawing(bundle, sheet, xml)
    if boxed is None or name is None:
        name = bundle.free("xl/drawings/vmlDrawing{}.vml")
        boxed = parsed(shapes.empty(1 + list(found.sheets.values()).index(sheet)))
        bundle.declare_ending("vml", _DRAWING)
        _refer(found, sheet, xml, bundle.relate(sheet, "vmlDrawing", name))
    first = shapes.first(boxed.root)
    made = [shapes.kind(boxed.root)]
    for number, (cell, several) in enumerate(texts.items(), first):
        row, column = coordinates(cell) or (1, 1)
        told = [*(line for each in several for line in (*each, "")), _SIGNATURE]
        made.append(shapes.box(number, row, column, told, sizes))
    boxed.append(boxed.root, b"".join(made))
    bundle.write(name, boxed.changed())


def _refer(found: _Book, part: str, sheet: Xml, name: str) -> None:
    """Let a sheet say where the boxes of its comments are."""
    prefix = sheet.name(sheet.root).decode().removesuffix("worksheet")
    rel = dict(_STRICT)[_REL.encode()] if _is_strict(found) else _REL.encode()
    new = f'<{prefix}legacyDrawing xmlns:r="{rel.decode()}" r:id="{name}"/>'.encode()
    after = next((one for one in sheet.root if local(one) in marks.AFTER_DRAWING), None)
    at = sheet.close(sheet.root) if after is None else sheet.start(after)
    sheet.change(at, at, new)
    found.bundle.write(part, sheet.changed())


def _is_strict(found: _Book) -> bool:
    return _STRICT[0][1] in (found.bundle.read(found.main) or b"")


def _spaced(found: _Book, part: bytes) -> bytes:
    """A new part in the namespaces of the workbook."""
    for usual, strict in _STRICT if _is_strict(found) else ():
        part = part.replace(usual, strict)
    return part


# The sheet of results ----------------------------------------------------------------------------


def _list(found: _Book, name: str, job: Job, occupied: Mapping[int, str]) -> None:
    """Write the sheet of results, in the place of the one that is there."""
    bundle = found.bundle
    if found.results:
        part = found.sheets[found.results]
        old = _xml(bundle, part)
        kept = b"".join(old.raw(one) for one in old.root if local(one) in _KEPT)
        bundle.write(part, _spaced(found, sheetlist.sheet(job, occupied, kept)))
        return
    part = bundle.free("xl/worksheets/sheet{}.xml")
    bundle.write(part, _spaced(found, sheetlist.sheet(job, occupied)))
    bundle.declare(part, _SHEET)
    relation = bundle.relate(found.main, "worksheet", part)
    main = _xml(bundle, found.main)
    sheets = next((one for one in main.root if local(one) == "sheets"), None)
    if sheets is None:
        raise UnannotatedError("shape")
    bundle.write(
        found.main, _with_sheet(main, sheets, name, relation, _spaced(found, _REL.encode()))
    )


def _with_sheet(main: Xml, sheets: Element, name: str, relation: str, space: bytes) -> bytes:
    numbers = [one.get("sheetId", "") for one in sheets]
    number = 1 + max((int(one) for one in numbers if one.isascii() and one.isdigit()), default=0)
    tag = main.name(sheets).decode().removesuffix("s")
    new = (
        f'<{tag} xmlns:r="{space.decode()}" name="{escape(name)}" sheetId="{number}" '
        f'r:id="{relation}"/>'
    )
    main.append(sheets, new.encode())
    return main.changed()
