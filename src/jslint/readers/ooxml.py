"""Office Open XML packages, opened with bounds on what a hostile file can cost.

The standard library's XML parser serves: parts with a document type declaration are refused, so
that there are no entities to expand or to fetch.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from msgspec import Struct

from jslint.errors import UnreadableError
from jslint.phrases import Family, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from jslint.limits import Meter

# XML of a long, monotonous sheet shrinks to a hundredth; only made-up files shrink further. Whatever
# is smaller than this costs little.
_SMALL = 4 << 20
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_LISTED = b"PK\x01\x02"
# What the library raises where an archive is damaged or packed in a way that Office never uses.
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
# The strict variant of the format names the same elements in other namespaces.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
said = Family("reading").phrase
_RESAVE = said("resave-office")
_UNLOCK = said("unlock")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


class Relation(NamedTuple):
    """What a part refers to within the package: the last word of the type, and the member."""

    kind: str
    target: str


class Package(Struct, frozen=True):
    """An open package. Members are found whatever the case of their names."""

    meter: Meter
    archive: zipfile.ZipFile
    members: Mapping[str, zipfile.ZipInfo] = {}

    @property
    def path(self) -> str:
        """The file's path."""
        return self.meter.path

    def has(self, name: str) -> bool:
        """Whether there is such a member."""
        return _folded(name) in self.members

    def read(self, name: str) -> bytes | None:
        """The bytes of an XML member; None where there is none such.

        Raise ``UnreadableError`` where it is damaged or unreasonably large.
        """
        info = self.members.get(_folded(name))
        if info is None:
            return None
        _check_size(info, self.meter)
        try:
            with self.archive.open(info) as file:
                data = file.read(self.meter.limits.most("part-size") + 1)
        except _FAULTS as error:
            raise _damaged(self.path) from error
        # One part may be named, and so read, many times.
        self.meter.allow("part-size", len(data))
        self.meter.spend("unpacked-size", len(data))
        self.meter.spend("tags", data.count(b"<"))
        if any(doctype in data for doctype in _DOCTYPES):
            raise UnreadableError(self.path, said("doctype"), _RESAVE)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return data

    def xml(self, name: str) -> Element | None:
        """The root element of an XML member; None where there is no such member."""
        data = self.read(name)
        if data is None:
            return None
        try:
            return ET.fromstring(data)  # noqa: S314 - without a document type declaration
        except (ET.ParseError, LookupError, ValueError) as error:
            raise _damaged(self.path) from error

    def closed_elements(self, name: str) -> Iterator[Element]:
        """The elements of an XML member, each when its end is read; the caller may clear them."""
        data = self.read(name)
        if data is None:
            return
        try:
            for _, element in ET.iterparse(io.BytesIO(data), ("end",)):  # noqa: S314
                yield element
        except (ET.ParseError, LookupError, ValueError) as error:
            raise _damaged(self.path) from error

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to by id, external references left out; ``""`` is the package."""
        folder, _, name = part.rpartition("/")
        root = self.xml(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        return {
            found.get("Id", ""): Relation(
                found.get("Type", "").rpartition("/")[2], _within(folder, found.get("Target", ""))
            )
            for found in (root if root is not None else ())
            if found.get("TargetMode") != "External"
        }


def _within(folder: str, target: str) -> str:
    """A target as a member's name; those above the package's root do not leave it."""
    joined = posixpath.join("/", folder, unquote(target.replace("\\", "/")))
    return posixpath.normpath(joined).lstrip("/")


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def open_package(data: bytes, meter: Meter) -> Package:
    """Open a package; raise ``UnreadableError`` where it is none, locked, damaged or too large."""
    path = meter.path
    # The library makes an object of each before they can be counted.
    meter.allow("parts", data.count(_LISTED))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as error:
        raise _damaged(path) from error
    infos = archive.infolist()
    meter.allow("unpacked-size", sum(info.file_size for info in infos))
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise UnreadableError(path, said("encrypted"), _UNLOCK)
    if any(info.compress_type not in _COMPRESSIONS for info in infos):
        raise _damaged(path)
    return Package(meter, archive, {_folded(info.filename): info for info in infos})


def _check_size(info: zipfile.ZipInfo, meter: Meter) -> None:
    meter.allow("part-size", info.file_size)
    if info.file_size > _SMALL:
        meter.allow("ratio", -(-info.file_size // max(1, info.compress_size)))


def _damaged(path: str) -> UnreadableError:
    return UnreadableError(path, said("damaged"), _RESAVE)


def kind(data: bytes) -> str:
    """What a file holds by its bytes.

    ``zip``, ``locked`` (with a password), ``doc``, ``xls``, ``ole`` (another old format), ``rtf``,
    ``html``, ``pdf``, ``nothing`` or ``unknown``.
    """
    if not data.strip(b"\0 \t\r\n"):
        return "nothing"
    if data.startswith(_OLE):
        return _ole(data)
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for signature, name in _HEADS:
        if head.startswith(signature):
            return name
    return "html" if b"<html" in head or b"<table" in head else "unknown"


_HEADS = (
    (b"pk\x03\x04", "zip"),
    (b"pk\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
    (b"%pdf", "pdf"),
    (b"<!doctype html", "html"),
    (b"<html", "html"),
)
_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("EncryptionInfo", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)


def _ole(data: bytes) -> str:
    """The kind of a compound file, by the names in its directory."""
    for stream, name in _STREAMS:
        if f"{stream}\0".encode("utf-16-le") in data:
            return name
    return "ole"


def refusal(found: str, path: str, wanted: str) -> UnreadableError:
    """Why a file of this ``kind`` is not read as ``Word`` or ``Excel``, and what to do."""
    if found == "locked":
        return UnreadableError(path, said("locked"), _UNLOCK)
    if found == "nothing":
        return UnreadableError(path, said("empty"), said("saved-whole"))
    unknown = said("not-wanted", wanted=wanted), said("check-extension")
    reason, remedy = _REFUSALS.get(found, unknown)
    if found == "html":
        ending = ".docx" if wanted == "Word" else ".xlsx"
        remedy = said("save-as", program=wanted, ending=ending)
    return UnreadableError(path, reason, remedy)


_REFUSALS: dict[str, tuple[Phrase, Phrase | str]] = {
    "doc": (
        said("old-doc"),
        said("save-docx-or-run"),
    ),
    "xls": (said("is-xls"), said("rename", ending=".xls")),
    "zip": (said("other-archive"), said("check-or-unpack")),
    "ole": (said("other-old"), said("save-by-its-own")),
    "rtf": (said("is-rtf"), said("save-docx")),
    "pdf": (said("is-pdf"), said("rename", ending=".pdf")),
    "html": (said("is-html"), ""),
    "word": (said("is-word"), said("rename", ending=".docx")),
    "excel": (said("is-excel"), said("rename", ending=".xlsx")),
    "odf": (
        said("is-odf"),
        said("save-odf"),
    ),
}


def other_package(package: Package) -> str:
    """What a package holds that is not of the wanted kind, as ``refusal`` takes it."""
    if package.has("word/document.xml"):
        return "word"
    if package.has("xl/workbook.xml"):
        return "excel"
    return "odf" if package.has("content.xml") else "zip"
