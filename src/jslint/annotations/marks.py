"""Marks on the cells of a sheet: a colour by a condition that always holds, so that styles stay.

The condition has its look with it (the extension of Excel 2010), where those of before refer to the
workbook's styles. Whatever Excel makes of it when it saves, its formula tells whose it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.readers.ooxml import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from jslint.annotations.parts import Xml

_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_XM = "http://schemas.microsoft.com/office/excel/2006/main"
_URI = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"
#: Holds always, and tells whose condition it is.
_FORMULA = '"jslint"&lt;&gt;""'
_SPACES = str.maketrans("", "", " \t\r\n")
_OWN = ('"jslint"<>""', '("jslint"<>"")')
_COLOURS: Mapping[str, str] = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "info": "FFDDEBF7"}
#: What comes after the drawing of comments, and after conditions, in a worksheet.
AFTER_DRAWING = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip


def own(root: Element) -> Iterator[Element]:
    """The conditions that jslint set, with what would be empty without them."""
    for one in root:
        if local(one) == "conditionalFormatting" and _is_own(one):
            yield one
        elif local(one) == "extLst":
            yield from _in_extensions(one)


def _in_extensions(extensions: Element) -> Iterator[Element]:
    for ext in extensions:
        held = [one for inner in ext if local(inner) == "conditionalFormattings" for one in inner]
        ours = [one for one in held if _is_own(one)]
        if not ours or len(ours) < len(held) or len(ext) > 1:
            yield from ours
        else:
            yield ext if len(extensions) > 1 else extensions


def _is_own(condition: Element) -> bool:
    rules = [one for one in condition if local(one) == "cfRule"]
    return bool(rules) and all(
        any(
            local(one) in ("f", "formula") and (one.text or "").translate(_SPACES) in _OWN
            for one in rule
        )
        for rule in rules
    )


def set_on(found: Xml, cells: Mapping[str, Sequence[str]]) -> None:
    """Colour cells, listed by severity, in a worksheet that has no such mark."""
    made = _conditions(found, cells).encode()
    if not made:
        return
    lists = [one for one in found.root if local(one) == "extLst"]
    for ext in (ext for one in lists for ext in one):
        if ext.get("uri", "").upper() == _URI.upper():
            inner = next((one for one in ext if local(one) == "conditionalFormattings"), None)
            if inner is not None:
                found.append(inner, made)
                return
    prefix = _prefix(found)
    held = (
        f'<{prefix}ext uri="{_URI}" xmlns:x14="{_X14}"><x14:conditionalFormattings>'.encode()
        + made
        + f"</x14:conditionalFormattings></{prefix}ext>".encode()
    )
    if lists:
        found.append(lists[0], held)
    else:
        whole = f"<{prefix}extLst>".encode() + held + f"</{prefix}extLst>".encode()
        found.change(found.close(found.root), found.close(found.root), whole, 2)


def _prefix(found: Xml) -> str:
    name, colon, _ = found.name(found.root).decode().rpartition(":")
    return f"{name}{colon}"


def _conditions(found: Xml, cells: Mapping[str, Sequence[str]]) -> str:
    rules = [one for one in found.root.iter() if local(one) == "cfRule"]
    known = [one.get("priority", "") for one in rules]
    first = 1 + max((int(one) for one in known if one.isascii() and one.isdigit()), default=0)
    prefix = _prefix(found)
    made = ""
    listed = [(one, cells[one]) for one in _COLOURS if cells.get(one)]
    for number, (severity, names) in enumerate(listed):
        made += (
            f'<x14:conditionalFormatting xmlns:x14="{_X14}" xmlns:xm="{_XM}">'
            f'<x14:cfRule type="expression" priority="{first + number}" '
            f'id="{{6A736C69-6E74-4000-8000-{number + 1:012X}}}"><xm:f>{_FORMULA}</xm:f>'
            f"<x14:dxf><{prefix}fill><{prefix}patternFill>"
            f'<{prefix}bgColor rgb="{_COLOURS[severity]}"/></{prefix}patternFill></{prefix}fill>'
            f"</x14:dxf></x14:cfRule><xm:sqref>{' '.join(names)}</xm:sqref>"
            "</x14:conditionalFormatting>"
        )
    return made
