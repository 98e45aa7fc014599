"""What a document's paragraph styles say of outline levels and numbering, through their bases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.patterns import regex
from jslint.readers.docx.names import child, is_on, number, value, w

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_HEADING = regex(r"(?:heading|标题)\s{0,2}([1-9])")
_CONTENTS = regex(r"(?:toc|目录)\s{0,2}[1-9]")
_CONTENTS_TITLE = regex(r"toc heading|toc 标题|目录标题")
_DEEPEST_BASE = 20
_LEVELS = 9


class Style(Struct, frozen=True):
    """What a style, or a paragraph's own properties above it, settle.

    ``outline`` is the heading level from 1, 0 for none, None where nothing is said. ``list_id`` is
    the numbering instance, ``"0"`` for none; ``list_level`` counts from 0. ``role`` is
    ``entry`` or ``contents title`` for the lines of a contents page. ``hidden``: not printed.
    """

    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    role: str = ""
    hidden: bool = False

    def above(self, base: Style) -> Style:
        """What it says itself, else what the style below it says."""
        return Style(
            self.outline if self.outline is not None else base.outline,
            self.list_id if self.list_id is not None else base.list_id,
            self.list_level if self.list_level is not None else base.list_level,
            self.role or base.role,
            self.hidden or base.hidden,
        )


class Styles(Struct, frozen=True):
    """The paragraph and character styles by their id, and the id of the default one."""

    by_id: Mapping[str, Style]
    default: str = ""

    def of(self, style_id: str | None) -> Style:
        """A style with all that it inherits; nothing for one that is not defined."""
        return self.by_id.get(style_id or self.default, Style())


def read(root: Element | None) -> Styles:
    """The styles part of a document."""
    elements = {
        found.get(w("styleId"), ""): found
        for found in (root if root is not None else ())
        if found.tag == w("style")
    }
    default = next((name for name, found in elements.items() if _is_default(found)), "")
    return Styles({name: _inherited(name, elements) for name in elements}, default)


def _is_default(element: Element) -> bool:
    on = element.get(w("default")) in ("1", "true", "on")
    return on and element.get(w("type")) == "paragraph"


def _inherited(name: str, elements: Mapping[str, Element]) -> Style:
    style = Style()
    for _ in range(_DEEPEST_BASE):
        element = elements.get(name)
        if element is None:
            break
        style = style.above(_own(element))
        name = value(child(element, "basedOn")) or ""
    return style


def _own(element: Element) -> Style:
    name = (value(child(element, "name")) or "").lower()
    style = properties(child(element, "pPr"))
    heading = _HEADING.fullmatch(name)
    if heading and style.outline is None:
        style = replace(style, outline=int(heading[1]))
    if _CONTENTS_TITLE.fullmatch(name):
        style = replace(style, role="contents title", outline=0)
    elif _CONTENTS.fullmatch(name):
        style = replace(style, role="entry", outline=0)
    return replace(style, hidden=is_on(child(child(element, "rPr"), "vanish")))


def properties(element: Element | None) -> Style:
    """What the properties of a paragraph (``w:pPr``) say themselves."""
    if element is None:
        return Style()
    outline = number(child(element, "outlineLvl"))
    listed = child(element, "numPr")
    list_id = value(child(listed, "numId"))
    return Style(
        None if outline is None else (outline + 1 if 0 <= outline < _LEVELS else 0),
        list_id,
        number(child(listed, "ilvl")),
    )
