"""The names of WordprocessingML and how its elements carry values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """The full name of an element or attribute."""
    return _W + name


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name; None where there is none, or no element."""
    return None if element is None else element.find(_W + name)


def value(element: Element | None) -> str | None:
    """The value that an element carries; None where there is no element or value."""
    return None if element is None else element.get(_W + "val")


def number(element: Element | None) -> int | None:
    """The whole number that an element carries; None where it carries none."""
    return whole(value(element))


def whole(text: str | None) -> int | None:
    """A whole number of at most nine digits; None for anything else."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) < 10 else None  # noqa: PLR2004


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and on."""
    return element is not None and (value(element) or "1").lower() not in _OFF
