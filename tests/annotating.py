"""Notes in files, looked at from outside: what is anchored where, and what other programs read."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from jslint.annotations import annotated
from jslint.annotations.model import Job, Note
from jslint.diagnostic import Severity
from jslint.document import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def note(*spans: Place, place: Place | None = None, words: str = "甲", **told: object) -> Note:
    """A note on some words."""
    at = place or (spans[0] if spans else Place())
    return Note(
        at,
        spans,
        Severity.ERROR,
        "ABC101",
        "错误 ABC101 甲乙不符",
        "甲与乙不符",
        wrote=words,
        **told,
    )


def in_word(order: int, start: int, end: int) -> Place:
    """The characters from ``start`` to ``end`` (exclusive, from 1) of a paragraph."""
    return Place(order=(order, start), paragraph=order, column=start, end_column=end)


def in_cell(sheet: str, cell: str) -> Place:
    """A cell of a workbook."""
    return Place(order=(1, 1, 1, 0), sheet=sheet, cell=cell)


def written(name: str, data: bytes, *notes: Note, lang: str = "zh") -> bytes:
    """A file with notes."""
    return annotated(name, data, Job(notes, lang)).data


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(before: bytes, after: bytes) -> set[str]:
    """The parts that are new or other than they were."""
    old, new = parts(before), parts(after)
    assert old.keys() <= new.keys()
    return {name for name, content in new.items() if old.get(name) != content}


def anchored(data: bytes, part: str = "word/document.xml") -> dict[str, str]:
    """The words between the marks of each comment, by its number; what is deleted is left out."""
    root = ET.fromstring(parts(data)[part])
    open_ones: dict[str, str] = {}
    closed: dict[str, str] = {}
    for element in root.iter():
        name = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            assert name not in open_ones
            open_ones[name] = ""
        elif element.tag == f"{W}commentRangeEnd":
            closed[name] = open_ones.pop(name)
        elif element.tag == f"{W}t":
            open_ones = {key: words + (element.text or "") for key, words in open_ones.items()}
    references = [one.get(f"{W}id") for one in root.iter(f"{W}commentReference")]
    assert not open_ones
    assert sorted(references) == sorted(closed)
    return closed


def comments(data: bytes) -> list[tuple[str, str, str]]:
    """The number, the author and the words of each comment."""
    part = parts(data).get("word/comments.xml")
    return [
        (
            one.get(f"{W}id", ""),
            one.get(f"{W}author", ""),
            "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in one.iter(f"{W}p")),
        )
        for one in (ET.fromstring(part) if part else ())
    ]


def faults(path: Path) -> Sequence[str]:
    """What a file breaks of its format's schemas and rules, as another program sees it."""
    from openxml_audit import FileFormat, OpenXmlValidator, ValidationSeverity

    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(str(path))
    return [
        f"{one.part_uri}: {one.description}"
        for one in found.errors
        if one.severity is ValidationSeverity.ERROR
    ]


def new_faults(folder: Path, name: str, before: bytes, after: bytes) -> set[str]:
    """The faults that a file has after, and did not have before."""
    seen: Mapping[str, set[str]] = {}
    for key, data in (("before", before), ("after", after)):
        (folder / key).mkdir(parents=True, exist_ok=True)
        path = folder / key / name
        path.write_bytes(data)
        seen = {**seen, key: set(faults(path))}
    return seen["after"] - seen["before"]
