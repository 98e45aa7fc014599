"""Parts of an Office package to be changed and added, each written once, all others left as they are."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from jslint.annotations.errors import UnannotatedError
from jslint.errors import UnreadableError
from jslint.fixes import package
from jslint.fixes.errors import UneditableError
from jslint.limits import Meter
from jslint.readers import ooxml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from jslint.fixes.package import Span
    from jslint.readers.ooxml import Package

    #: From where to where the bytes of a part change, its rank among those there, and into what.
    Change = tuple[int, int, int, bytes]

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_SIGNATURES = "_xmlsignatures/"
_USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
#: An opening tag, or an empty element's only one.
_TAG = re.compile(rb"""<([^\s/>]+)(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(/?)>""")
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_NUMBER = re.compile(r"rId(\d{1,9})$")


class Xml:
    """The bytes of a part with its elements and their places in them."""

    def __init__(self, data: bytes, root: Element) -> None:
        """Find every element of ``root``, which was read from the bytes."""
        encoding = _ENCODING.match(data.lstrip(b"\xef\xbb\xbf"))
        if encoding and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
            raise UnannotatedError("shape")
        self.data, self.root = data, root
        try:
            places = package.spans(data)
        except UneditableError as error:
            raise UnannotatedError("shape") from error
        self._spans: dict[Element, Span] = dict(zip(root.iter(), places, strict=True))
        self._changes: list[Change] = []

    def start(self, element: Element) -> int:
        """The first byte of an element."""
        return self._spans[element].start

    def close(self, element: Element) -> int:
        """The first byte of an element's closing tag; of an empty one, that behind it."""
        return self._spans[element].close if not self.is_empty(element) else self.behind(element)

    def behind(self, element: Element) -> int:
        """The first byte behind an element."""
        tag = self._tag(element)
        return tag.end() if tag[2] else package.behind(self.data, self._spans[element])

    def is_empty(self, element: Element) -> bool:
        """Whether an element is one tag only."""
        return bool(self._tag(element)[2])

    def raw(self, element: Element) -> bytes:
        """An element as it is written."""
        return self.data[self.start(element) : self.behind(element)]

    def head(self, element: Element) -> bytes:
        """An element's opening tag, as one that is closed later."""
        tag = self._tag(element)[0]
        return tag[:-2].rstrip() + b">" if tag.endswith(b"/>") else tag

    def name(self, element: Element) -> bytes:
        """An element's name with its prefix, as it is written."""
        return self._tag(element)[1]

    def _tag(self, element: Element) -> re.Match[bytes]:
        found = _TAG.match(self.data, self._spans[element].start)
        if found is None:
            raise UnannotatedError("shape")
        return found

    def change(self, start: int, end: int, new: bytes, rank: int = 0) -> None:
        """Put other bytes in a place; of what is put in at one, that of the lower rank comes first."""
        self._changes.append((start, end, rank, new))

    def drop(self, element: Element) -> None:
        """Leave an element out."""
        self.change(self.start(element), self.behind(element), b"")

    def append(self, element: Element, new: bytes) -> None:
        """Put something in as an element's last child."""
        if self.is_empty(element):
            whole = self.head(element) + new + b"</" + self.name(element) + b">"
            self.change(self.start(element), self.behind(element), whole)
        else:
            self.change(self.close(element), self.close(element), new)

    def changed(self) -> bytes:
        """The part with all changes."""
        made: list[bytes] = []
        at = 0
        for start, end, _, new in sorted(self._changes, key=lambda one: one[:3]):
            if start < at:
                raise UnannotatedError("shape")
            made += [self.data[at:start], new]
            at = end
        return b"".join([*made, self.data[at:]])


class Bundle:
    """A package that is being changed part by part."""

    def __init__(self, data: bytes) -> None:
        """Open a file that was read before; raise ``UnannotatedError`` where it may not be changed."""
        self._data = data
        self._made: dict[str, bytes] = {}
        try:
            self.package: Package = ooxml.open_package(data, Meter(""))
        except UnreadableError as error:
            raise UnannotatedError("shape") from error
        if any(_SIGNATURES in name for name in self.package.members):
            raise UnannotatedError("signed")

    def read(self, name: str) -> bytes | None:
        """The bytes of a part as they are by now; None where there is none."""
        if name in self._made:
            return self._made[name]
        if not self.package.has(name):
            return None
        try:
            return package.part(self._data, name)
        except UneditableError as error:
            raise UnannotatedError("shape") from error

    def xml(self, name: str) -> Xml | None:
        """A part as it is by now, with the places of its elements; None where there is none."""
        data = self.read(name)
        if data is None:
            return None
        return parsed(data)

    def write(self, name: str, data: bytes) -> None:
        """Put other bytes in a part's place, or add it."""
        if self.read(name) != data:
            self._made[name] = data

    def free(self, pattern: str) -> str:
        """The first name after a pattern such as ``xl/comments{}.xml`` that no part has."""
        names = (pattern.format(number) for number in range(1, 1 << 20))
        return next(one for one in names if not self.package.has(one) and one not in self._made)

    def related(self, part: str, kind: str) -> str | None:
        """The part of a kind that a part refers to; None where there is none."""
        for one in self._relationships(part):
            if (
                one.get("Type", "").rpartition("/")[2] == kind
                and one.get("TargetMode") != "External"
            ):
                return _within(part, one.get("Target", ""))
        return None

    def target(self, part: str, name: str) -> str | None:
        """The part that a part refers to by an id; None where there is none."""
        found = (one for one in self._relationships(part) if one.get("Id") == name)
        return next((_within(part, one.get("Target", "")) for one in found), None)

    def _relationships(self, part: str) -> Iterator[Element]:
        found = self.xml(relations_of(part))
        yield from found.root if found else ()

    def relate(self, part: str, kind: str, target: str, address: str = "") -> str:
        """Let a part refer to another; the id of that. ``address`` is the whole kind where not usual."""
        name = relations_of(part)
        found = self.xml(name) or parsed(
            f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
        )
        numbers = (_NUMBER.match(one.get("Id", "")) for one in found.root)
        number = 1 + max((int(one[1]) for one in numbers if one), default=0)
        strict = _STRICT.encode() in found.data
        address = address or f"{_STRICT if strict else _USUAL}/{kind}"
        relative = posixpath.relpath(target, posixpath.dirname(part) or ".")
        prefix = found.name(found.root).decode().rpartition(":")[0]
        tag = f"{prefix}:Relationship" if prefix else "Relationship"
        new = f'<{tag} Id="rId{number}" Type="{address}" Target="{relative}"/>'
        found.append(found.root, new.encode())
        self.write(name, found.changed())
        return f"rId{number}"

    def declare(self, part: str, content: str) -> None:
        """Say what a new part holds."""
        found = self._types()
        found.append(found.root, f'<Override PartName="/{part}" ContentType="{content}"/>'.encode())
        self.write(_TYPES, found.changed())

    def declare_ending(self, ending: str, content: str) -> None:
        """Say what parts with an ending hold, unless that is said already."""
        found = self._types()
        known = (one.get("Extension", "").lower() for one in found.root)
        if ending not in known:
            new = f'<Default Extension="{ending}" ContentType="{content}"/>'.encode()
            first = next(iter(found.root), None)
            if first is None:
                found.append(found.root, new)
            else:
                found.change(found.start(first), found.start(first), new)
            self.write(_TYPES, found.changed())

    def _types(self) -> Xml:
        found = self.xml(_TYPES)
        if found is None or found.name(found.root) != b"Types":
            raise UnannotatedError("shape")
        return found

    def whole(self) -> bytes:
        """The file with all that was written; the very same bytes where that is nothing."""
        return package.replaced(self._data, self._made) if self._made else self._data


def parsed(data: bytes) -> Xml:
    """A part with the places of its elements."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - for parts that come of this module

    if b"<!DOCTYPE" in data:
        raise UnannotatedError("shape")
    try:
        return Xml(data, ET.fromstring(data))  # noqa: S314 - without a DOCTYPE there are no entities
    except ET.ParseError as error:
        raise UnannotatedError("shape") from error


def relations_of(part: str) -> str:
    """The part that holds what another refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _within(part: str, target: str) -> str:
    joined = posixpath.join("/", posixpath.dirname(part), target.replace("\\", "/"))
    return posixpath.normpath(joined).lstrip("/")


def dropped(found: Xml, elements: Iterable[Element]) -> bytes:
    """A part without some elements."""
    for one in elements:
        found.drop(one)
    return found.changed()
