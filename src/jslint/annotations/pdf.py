"""Notes on a PDF: highlights with what there is to say, added behind all that the file holds."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Any

from jslint.annotations import increment
from jslint.annotations.errors import UnannotatedError
from jslint.annotations.model import AUTHOR, Annotated
from jslint.annotations.words import lines, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jslint.annotations.increment import Changes
    from jslint.annotations.model import Job, Note
    from jslint.document import Place

    Corner = tuple[float, float]
    Box = tuple[float, float, float, float]

#: Red, yellow and blue, as highlighters are.
_COLOURS: Mapping[str, tuple[str, str, str]] = {
    "error": ("1", "0.6", "0.6"),
    "warning": ("1", "0.9", "0.3"),
    "info": ("0.6", "0.8", "1"),
}
#: Printed with the page.
_PRINTED = 4
_SIGNED = 1
#: Where a note without words stands on its page, and how large it is, in points.
_MARGIN, _SIZE, _STEP = 12, 20, 24
#: What comes of an object of another kind than the format wants: the library takes any for right.
_MISTAKEN = (AttributeError, TypeError, ValueError, LookupError, ArithmeticError, RecursionError)


def annotated(data: bytes, job: Job) -> Annotated:
    """The file with its notes behind all its bytes; raise ``UnannotatedError``."""
    try:
        # An extra that only notes in PDF files need, and slow to load.
        import pypdf  # noqa: PLC0415
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise UnannotatedError("no-pypdf") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        _require_open(reader)
        changes = _replace(reader, _wanted(reader, job))
        made = increment.behind(data, reader, changes) if changes else data
    except (PyPdfError, *_MISTAKEN) as error:
        raise UnannotatedError("pdf") from error
    return Annotated(made)


def _require_open(reader: Any) -> None:  # noqa: ANN401 - the library may not be there
    """Refuse a file that may not be changed."""
    if "/Encrypt" in reader.trailer:
        raise UnannotatedError("encrypted")
    form = reader.root_object.get("/AcroForm")
    if form is not None and int(form.get_object().get("/SigFlags", 0)) & _SIGNED:
        raise UnannotatedError("signed")


def _wanted(reader: Any, job: Job) -> dict[int, list[Any]]:  # noqa: ANN401 - as above
    """The annotations of each page by its index."""
    found: dict[int, list[Any]] = {}
    lone: dict[int, int] = {}
    for note in job.notes:
        first = note.spans[0] if note.spans else None
        index = min(max((first.page if first else None) or 1, 1), len(reader.pages)) - 1
        page = reader.pages[index]
        spans = [one for one in note.spans if one.page == index + 1 and one.box]
        if spans:
            made = _highlight(page, spans)
        else:
            lone[index] = lone.get(index, 0) + 1
            made = _sign(page, lone[index] - 1)
        aside = () if first else (say(job.lang, "nowhere"),)
        number = sum(map(len, found.values())) + 1
        found.setdefault(index, []).append(
            _told(made, note, (*lines(note, job.lang), *aside), number)
        )
    return found


def _told(made: dict[str, Any], note: Note, said: Sequence[str], number: int) -> Any:  # noqa: ANN401
    """An annotation with what it says."""
    from pypdf.generic import (  # noqa: PLC0415 - loaded by now
        ArrayObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        NumberObject,
        TextStringObject,
    )  # fmt: skip

    colour = ArrayObject(FloatObject(one) for one in _COLOURS[note.severity.value])
    whole = DictionaryObject({NameObject("/Type"): NameObject("/Annot")})
    whole.update({NameObject(key): value for key, value in made.items()})
    whole[NameObject("/C")] = colour
    whole[NameObject("/F")] = NumberObject(_PRINTED)
    for key, words in (
        ("/T", AUTHOR),
        ("/Subj", note.head),
        ("/NM", f"{AUTHOR}-{number}"),
        ("/Contents", "\n".join(said)),
    ):
        whole[NameObject(key)] = TextStringObject(words)
    return whole


def _highlight(page: Any, spans: Iterable[Place]) -> dict[str, Any]:  # noqa: ANN401 - as above
    """What marks some words of a page."""
    from pypdf.generic import NameObject  # noqa: PLC0415 - loaded by now

    corners = [_turned(page, *corner) for box in _lines(spans) for corner in _ends(box)]
    return {
        "/Subtype": NameObject("/Highlight"),
        "/Rect": _numbers(_around(corners)),
        "/QuadPoints": _numbers([number for corner in corners for number in corner]),
    }


def _sign(page: Any, number: int) -> dict[str, Any]:  # noqa: ANN401 - as above
    """A sign in a page's margin, the ``number``-th from its top."""
    from pypdf.generic import NameObject  # noqa: PLC0415 - loaded by now

    top = _MARGIN + number * _STEP
    box = (_MARGIN, top, _MARGIN + _SIZE, top + _SIZE)
    corners = [_turned(page, *corner) for corner in _ends(box)]
    return {
        "/Subtype": NameObject("/Text"),
        "/Rect": _numbers(_around(corners)),
        "/Name": NameObject("/Comment"),
    }


def _ends(box: Box) -> Iterator[Corner]:
    """The corners of a box as readers of PDF want them: both upper ones, then both lower ones."""
    left, top, right, bottom = box
    yield from ((left, top), (right, top), (left, bottom), (right, bottom))


def _lines(spans: Iterable[Place]) -> list[Box]:
    """The boxes of some words, those that follow one another on a line as one."""
    found: list[Box] = []
    for box in (one.box for one in spans if one.box):
        if found and _goes_on(found[-1], box):
            found[-1] = _around([found[-1][:2], found[-1][2:], box[:2], box[2:]])
        else:
            found.append(box)
    return found


def _goes_on(before: Box, box: Box) -> bool:
    """Whether words stand on the line of others, right behind them."""
    half = (box[3] - box[1]) / 2
    return abs(before[3] - box[3]) < half and before[0] <= box[0] < before[2] + half


def _turned(page: Any, x: float, y: float) -> Corner:  # noqa: ANN401 - as above
    """A point of the page as it is shown, from its top left corner, in the file's own coordinates."""
    crop = page.cropbox
    left, bottom, right, top = (float(one) for one in crop)
    left, right = sorted((left, right))
    bottom, top = sorted((bottom, top))
    turn = page.rotation % 360
    if turn == 90:  # noqa: PLR2004 - degrees
        return left + y, bottom + x
    if turn == 180:  # noqa: PLR2004 - degrees
        return right - x, bottom + y
    if turn == 270:  # noqa: PLR2004 - degrees
        return right - y, top - x
    return left + x, top - y


def _around(corners: Sequence[Corner]) -> Box:
    across, down = zip(*corners, strict=True)
    return min(across), min(down), max(across), max(down)


def _numbers(numbers: Iterable[float]) -> Any:  # noqa: ANN401 - as above
    from pypdf.generic import ArrayObject, FloatObject  # noqa: PLC0415 - loaded by now

    return ArrayObject(FloatObject(f"{number:.2f}") for number in numbers)


def _replace(reader: Any, wanted: Mapping[int, Sequence[Any]]) -> Changes:  # noqa: ANN401
    """Put annotations in the place of those that jslint wrote before; the objects that changes."""
    pages = list(reader.pages)
    own = [list(_own(page)) for page in pages]
    known = [[_identity(one) for _, one in several] for several in own]
    new = [[_identity(one) for one in wanted.get(at, ())] for at in range(len(own))]
    changes = increment.Changes(reader)
    if known != new:
        for at, page in enumerate(pages):
            if own[at] or wanted.get(at):
                _write(page, own[at], wanted.get(at, ()), changes)
    return changes


def _own(page: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - as above
    """The annotations that jslint wrote, each as the page names it and itself."""
    for one in _listed(page):
        found = one.get_object()
        if isinstance(found, dict) and found.get("/T") == AUTHOR:
            yield one, found


def _listed(page: Any) -> Sequence[Any]:  # noqa: ANN401 - as above
    """The annotations of a page; none where it has something else in their place."""
    listed = page.get("/Annots")
    found = None if listed is None else listed.get_object()
    return found if isinstance(found, list) else ()


def _identity(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    keys = ("/Subtype", "/Contents", "/Rect", "/QuadPoints", "/C")
    return tuple(str(annotation.get(key, "")) for key in keys)


def _write(
    page: Any,  # noqa: ANN401 - as above
    own: Sequence[tuple[Any, Any]],
    new: Sequence[Any],
    changes: Changes,
) -> None:
    """Give a page its new list of annotations; windows of those that are gone go with them."""
    from pypdf.generic import ArrayObject, NameObject  # noqa: PLC0415 - loaded by now

    gone = [id(found) for _, found in own]
    kept = ArrayObject()
    for one in _listed(page):
        found = one.get_object()
        if id(found) in gone or _hangs_on(found, "/Parent", gone):
            continue
        if _hangs_on(found, "/IRT", gone):  # an answer, which stays
            del found["/IRT"]
            changes.change(found)
        kept.append(one)
    for one in new:
        one[NameObject("/P")] = page.indirect_reference
        kept.append(changes.add(one))
    page[NameObject("/Annots")] = kept
    changes.change(page)


def _hangs_on(found: Any, key: str, gone: Sequence[int]) -> bool:  # noqa: ANN401 - as above
    above = found.get(key) if isinstance(found, dict) else None
    return above is not None and id(above.get_object()) in gone
